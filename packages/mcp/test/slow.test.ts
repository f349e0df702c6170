/** A document that nobody can wait for. In a file of its own, since it takes its time. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { agentFor } from './agent.ts'
import { letter } from './folder.ts'

/** Objects that never end: each is read again to the end of the file, for longer than anybody waits. */
const ENDLESS = `%PDF-1.4\n${'1 0 obj\n<</A ('.repeat(300_000)}`

test('it is given up, with signs of life meanwhile, and others are read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'directive-parse-slow-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'endless.pdf'), ENDLESS)
  const agent = await agentFor(folder, '--file-seconds', '8')
  let signs = 0
  const call = { name: 'parse', arguments: { file: 'endless.pdf' } }
  const endless = agent.client.callTool(call, undefined, { onprogress: () => void signs++ })
  const read = async (serial: number) => (await agent.ask('parse', { text: letter(serial) })).record?.number
  expect(await read(3)).toBe('3-CV/HU')
  const { isError, content } = await endless
  expect(isError).toBe(true)
  expect(JSON.parse((content as [{ text: string }])[0].text)).toMatchObject({ rule: 'worker-overlong' })
  expect(signs).toBeGreaterThan(0)
  expect(await read(5)).toBe('5-CV/HU')
  await agent.close()
})
