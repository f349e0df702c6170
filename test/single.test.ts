/** One input, read by the program as users start it: it ends by itself, or at once when it is told to. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { guardFor } from '../src/batch/in-time.ts'
import { temporaryFolder } from './command.ts'
import { ALL_DRAWN, drawnAgain, ENDLESS } from './drawn-again.ts'

interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

function start(words: string[], stdin?: Uint8Array): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, ['bin/directive-parse.js', ...words], { env: { ...process.env, LC_ALL: 'C' } })
  const text = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    text.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    text.stderr += chunk
  })
  child.stdin.on('error', () => {})
  child.stdin.end(stdin)
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal, ...text })),
  )
  return { child, ended }
}

async function endlessFile(): Promise<string> {
  const path = join(await temporaryFolder(), 'endless.pdf')
  await writeFile(path, drawnAgain(ENDLESS))
  return path
}

const LETTER = 'HUYỆN ỦY SUỐI NGÀN\nSố 7-CV/HU\nSuối Ngàn, ngày 05 tháng 8 năm 2021\n\n1. Văn phòng rà soát.\n'

/** The processes that a process has started. */
function workersOf({ pid }: ChildProcess): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
  return children === '' ? [] : children.split(' ').map(Number)
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !condition(); tries++) await sleep(50)
  expect(condition()).toBe(true)
}

describe('one input that does not end', () => {
  test('is given up after --file-seconds', async () => {
    const { code, stderr } = await start([...ALL_DRAWN, await endlessFile(), '--file-seconds', '5']).ended
    expect([code, stderr]).toEqual([1, expect.stringContaining('not done after 5 s and given up')])
  })

  test('is given up after --file-seconds from standard input too', async () => {
    const { code, stderr } = await start([...ALL_DRAWN, '-', '--file-seconds', '5'], drawnAgain(ENDLESS)).ended
    expect([code, stderr]).toEqual([1, expect.stringContaining('stdin: not done after 5 s and given up')])
  })

  test('is given up beyond --file-memory', async () => {
    const { code, stderr } = await start([...ALL_DRAWN, await endlessFile(), '--file-memory', '60M']).ended
    expect([code, stderr]).toEqual([1, expect.stringContaining('[worker-died]')])
  })

  test.runIf(process.platform === 'linux').each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('ends at once with %s, and so does who reads it', async (signal, expected) => {
    const { child, ended } = start([...ALL_DRAWN, await endlessFile()])
    let workers: number[] = []
    await until(() => {
      workers = workersOf(child)
      return workers.length > 0
    })
    await sleep(500)
    child.kill(signal)
    const { code, stderr } = await ended
    expect([code, stderr]).toEqual([expected, expect.stringContaining('[interrupted-plain]')])
    await until(() => !workers.some(isAlive))
  })

  test.runIf(process.platform === 'linux')('is read by nobody when the program was killed', async () => {
    const { child, ended } = start([...ALL_DRAWN, await endlessFile()])
    let workers: number[] = []
    await until(() => {
      workers = workersOf(child)
      return workers.length > 0
    })
    await sleep(1500)
    child.kill('SIGKILL')
    await ended
    await until(() => !workers.some(isAlive))
  })
})

test.runIf(process.platform === 'linux')(
  'a pipe or a device that is named is refused, whoever writes to it',
  async () => {
    const pipe = join(await temporaryFolder(), 'pipe')
    execFileSync('mkfifo', [pipe])
    for (const name of [pipe, '/dev/zero', '/dev/null']) {
      const { code, stderr } = await start([name]).ended
      expect([code, stderr]).toEqual([1, expect.stringMatching(/: a pipe or a device, not a file.*\[not-a-file\]/)])
    }
    const line = `${JSON.stringify({ id: 1, path: pipe })}\n`
    const { stdout } = await start(['--from-ndjson', '-', '--jobs', '1'], Buffer.from(line)).ended
    expect(JSON.parse(stdout)).toMatchObject({ id: 1, error: { rule: 'not-a-file' } })
  },
)

test('standard input is let go where it is larger than may be', async () => {
  const { code, stderr } = await start(['-', '--max-bytes', '100k'], Buffer.alloc(20_000_000, 'x ')).ended
  expect([code, stderr]).toEqual([1, expect.stringContaining('[too-large]')])
})

test('a page is read in a process of its own, a text in this one: both are records', async () => {
  const path = join(await temporaryFolder(), 'a.pdf')
  await writeFile(path, drawnAgain(0))
  const [page, text] = await Promise.all([start([path]).ended, start(['-'], Buffer.from(LETTER)).ended])
  expect(JSON.parse(page.stdout)).toMatchObject({ number: '05/CT-UBND', source: { format: 'pdf' } })
  expect(JSON.parse(text.stdout)).toMatchObject({ number: '7-CV/HU', source: { format: 'text' } })
})

test('a step of this process is ended in a pattern and in a loop', () => {
  const guard = <T>(step: () => T) => guardFor('a.txt', 0.2)(step)
  expect(guard(() => 7)).toBe(7)
  expect(() => guard(() => /^(a+)+$/.test(`${'a'.repeat(80)}b`))).toThrow('not done after 0.2 s')
  expect(() =>
    guard(() => {
      for (;;);
    }),
  ).toThrow('not done after 0.2 s')
  expect(() => guard(() => JSON.parse('{'))).toThrow('JSON')
})
