/** The queue on a real Redis, with the real command as it is installed. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { freePort, hasRedis, type OwnRedis, startRedis } from './redis.ts'

const WORKER = resolve(import.meta.dirname, '../dist/main.js')
const PROGRAM = resolve(import.meta.dirname, '../../../bin/directive-parse.js')

const letter = (serial: number) =>
  `HUYỆN ỦY SUỐI NGÀN\nSố ${serial}-CV/HU\nSuối Ngàn, ngày 05 tháng 8 năm 2021\n\n1. Văn phòng rà soát.\n`

const name = hasRedis() ? 'the queue' : 'the queue [skipped: needs redis-server: apt install redis-server]'

describe.skipIf(!hasRedis())(name, () => {
  let root: string
  let redis: OwnRedis
  let queue: string
  let queues = 0

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'directive-parse-queue-'))
    redis = await startRedis(root)
    mkdirSync(join(root, 'scans/box 1'), { recursive: true })
    for (let serial = 1; serial <= 20; serial++) writeFileSync(join(root, `scans/box 1/${serial}.txt`), letter(serial))
    writeFileSync(join(root, 'scans/copy.txt'), letter(1))
    execFileSync(process.execPath, [PROGRAM, 'scans', '-o', 'one', '--jobs', '1'], { cwd: root, stdio: 'ignore' })
  })
  afterAll(() => {
    redis.stop()
    rmSync(root, { recursive: true, force: true })
  })
  beforeEach(() => {
    queue = `queue-${++queues}`
  })

  const words = (command: string, ...rest: string[]) => [
    WORKER,
    command,
    '--redis',
    redis.url,
    '--queue',
    queue,
    ...rest,
  ]
  const ask = (command: string, ...rest: string[]) => {
    const printed = execFileSync(process.execPath, words(command, ...rest), {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return printed
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  }
  const start = (output: string, ...rest: string[]): { child: ChildProcess; ended: Promise<number | null> } => {
    const all = words('work', '-o', output, '--program', PROGRAM, '--jobs', '2', '--stalled-seconds', '2', ...rest)
    const child = spawn(process.execPath, all, { cwd: root, stdio: 'ignore' })
    onTestFinished(() => void child.kill('SIGKILL'))
    return { child, ended: new Promise((resolve) => child.once('close', resolve)) }
  }
  const resultsIn = (folder: string) => {
    const entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    const names = entries.filter((each) => each.endsWith('.json') && !each.includes('.directive-parse')).sort()
    return names.map((each) => [each.replace('.txt.json', '.json'), readFileSync(join(root, folder, each), 'utf8')])
  }
  const until = async (condition: () => boolean) => {
    for (let tries = 0; tries < 1000 && !condition(); tries++) await sleep(100)
    expect(condition()).toBe(true)
  }

  test('makes the records of one run, byte for byte, of each document one, copies too', async () => {
    expect(ask('add', 'scans')).toEqual([{ added: 21, known: 0 }])
    expect(ask('add', 'scans')).toEqual([{ added: 0, known: 21 }])
    expect(await start('whole', '--until-empty').ended).toBe(0)
    expect(resultsIn('whole')).toEqual(resultsIn('one'))
    expect(ask('add', 'scans')).toEqual([{ added: 0, known: 21 }])
    expect(ask('status')).toEqual([{ waiting: 0, active: 0, delayed: 0, completed: 21, failed: 0 }])
  })

  test('goes on where a worker was killed and Redis was restarted', async () => {
    ask('add', 'scans')
    const killed = start('killed')
    await until(() => existsSync(join(root, 'killed/box 1')) && resultsIn('killed').length > 0)
    killed.child.kill('SIGKILL')
    await redis.restart()
    expect(await start('killed', '--until-empty').ended).toBe(0)
    expect(resultsIn('killed')).toEqual(resultsIn('one'))
    expect(ask('status')[0]).toMatchObject({ completed: 21, failed: 0 })
  })

  test('lists what cannot be read, with the reason, and tries it again when asked', async () => {
    mkdirSync(join(root, 'broken'))
    writeFileSync(join(root, 'broken/a.pdf'), '%PDF-1.7 rubbish')
    ask('add', 'broken')
    await start('broken-out', '--until-empty').ended
    const [letter, ...others] = ask('dead')
    expect(letter).toMatchObject({ path: 'broken/a.pdf', attempts: 1, rule: expect.stringMatching(/^[a-z-]+$/) })
    expect(others).toEqual([])
    ask('dead', '--retry')
    expect(ask('status')[0]).toMatchObject({ waiting: 1, failed: 0 })
  })

  test('tries what may pass several times, waiting longer each time', async () => {
    cpSync(join(root, 'scans/copy.txt'), join(root, 'passing.txt'))
    ask('add', 'passing.txt')
    rmSync(join(root, 'passing.txt'))
    const worker = start('passing', '--until-empty')
    await until(() => ask('status')[0].delayed === 1)
    writeFileSync(join(root, 'passing.txt'), letter(1))
    await worker.ended
    expect(readFileSync(join(root, 'passing/passing.txt.json'), 'utf8')).toContain('1-CV/HU')
  })

  test('refuses a document that has changed since it was added', async () => {
    writeFileSync(join(root, 'changing.txt'), letter(1))
    ask('add', 'changing.txt')
    writeFileSync(join(root, 'changing.txt'), letter(2))
    await start('changing', '--until-empty').ended
    expect(ask('dead')).toMatchObject([{ rule: 'changed' }])
  })

  test('says how it is to Prometheus, and finishes what it has when it is told to stop', async () => {
    const port = await freePort()
    ask('add', 'scans')
    const worker = start('stopped', '--metrics', String(port))
    const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()
    await until(() => existsSync(join(root, 'stopped')) && resultsIn('stopped').length > 0)
    expect(JSON.parse(await get('/health'))).toEqual({ redis: true })
    const metrics = await get('/metrics')
    for (const line of [
      /^directive_parse_jobs_total\{outcome="done"\} \d+$/m,
      /^directive_parse_queue_jobs\{state="failed"\} 0$/m,
    ])
      expect(metrics).toMatch(line)
    worker.child.kill('SIGTERM')
    expect(await worker.ended).toBe(0)
    const { active, completed } = ask('status')[0]
    expect([active, completed]).toEqual([0, resultsIn('stopped').length])
  })
})
