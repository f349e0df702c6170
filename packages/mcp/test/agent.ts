/** An agent's side of the wire: the SDK's own client, and the real server behind it. */
import { resolve } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'

export const SERVER = resolve(import.meta.dirname, '../dist/main.js')
export const PROGRAM = resolve(import.meta.dirname, '../../../bin/directive-parse.js')

export interface Agent {
  client: Client
  /** What a tool answers; of an error its rule and message, as `error`. */
  ask(tool: string, input?: object): Promise<Answer>
  close(): Promise<void>
}

// biome-ignore lint/suspicious/noExplicitAny: what a tool answers is looked at by what is expected of it.
export type Answer = Record<string, any>

export async function agentFor(root: string, ...words: string[]): Promise<Agent> {
  const args = [SERVER, '--root', root, '--program', PROGRAM, '--lang', 'en', ...words]
  const client = new Client({ name: 'test', version: '1.0.0' })
  await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'inherit' }))
  // From then on the client holds every answer against the schema that its tool has told.
  await client.listTools()
  return {
    client,
    ask: async (tool, input = {}) => {
      const result = (await client.callTool({ name: tool, arguments: { ...input } })) as CallToolResult
      const [content] = result.content as [{ text: string }]
      if (result.isError) return { error: content.text.startsWith('{') ? JSON.parse(content.text) : content.text }
      return result.structuredContent as Answer
    },
    close: () => client.close(),
  }
}
