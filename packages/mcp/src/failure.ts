/** What a tool answers: a value with its structure, or why there is none. */
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { say } from './say.ts'

/** An error that an agent is told: a stable rule, which `explain` explains where the program knows it, and a sentence. */
export class ToolFailure extends Error {
  override readonly name = 'ToolFailure'
  readonly rule: string

  constructor(rule: string, message: string) {
    super(message)
    this.rule = rule
  }
}

export async function answered(work: () => Promise<Record<string, unknown>>): Promise<CallToolResult> {
  try {
    const value = await work()
    return { structuredContent: value, content: [{ type: 'text', text: JSON.stringify(value) }] }
  } catch (error) {
    return { isError: true, content: [{ type: 'text', text: JSON.stringify(told(error)) }] }
  }
}

function told(error: unknown): { rule: string; message: string } {
  if (error instanceof ToolFailure) return { rule: error.rule, message: error.message }
  process.stderr.write(`directive-parse-mcp: ${(error as Error).stack}\n`)
  return {
    rule: 'unexpected',
    message: say('an error of this program; see its log', 'lỗi của chương trình; xem nhật ký'),
  }
}
