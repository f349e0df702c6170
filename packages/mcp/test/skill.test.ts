/** The examples of the skill, asked of the real server on the documents of the demo. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Agent, agentFor, PROGRAM } from './agent.ts'

const SKILL = readFileSync(resolve(import.meta.dirname, '../SKILL.md'), 'utf8')
const BLOCKS = [...SKILL.matchAll(/^```json (\w+)\n(.*?)^```$/gms)].map(([, kind, json]) => ({
  kind,
  content: JSON.parse(json as string),
}))
const EXAMPLES = BLOCKS.flatMap(({ kind, content }, at) => {
  const answer = BLOCKS[at + 1]
  if (kind !== 'call') return []
  return [{ tool: content.name, asked: content.arguments, kind: answer?.kind, answer: answer?.content }]
})

let folder: string
let agent: Agent

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'directive-parse-skill-'))
  cpSync(resolve(import.meta.dirname, '../../../demo/documents'), join(folder, 'documents'), { recursive: true })
  const names = ['cong-van-12.txt', 'thong-bao-35.html', 'ke-hoach-mua-lu.docx'].map((name) => `documents/${name}`)
  const words = [...names, '-o', 'records', '--jobs', '1', '--quiet', '--no-config']
  execFileSync(process.execPath, [PROGRAM, ...words], { cwd: folder, stdio: 'ignore' })
  agent = await agentFor(folder)
})
afterAll(async () => {
  await agent.close()
  rmSync(folder, { recursive: true, force: true })
})

test('every call has its answer beneath it, and every tool its example', () => {
  expect(BLOCKS.map(({ kind }) => kind === 'call')).toEqual(BLOCKS.map((_, at) => at % 2 === 0))
  expect(new Set(EXAMPLES.map(({ tool }) => tool))).toEqual(new Set(['scan', 'search', 'parse', 'explain']))
})

test.each(EXAMPLES)('$tool $asked', async ({ tool, asked, kind, answer }) => {
  const told = await agent.ask(tool, asked)
  expect(told).toMatchObject(kind === 'error' ? { error: answer } : answer)
})
