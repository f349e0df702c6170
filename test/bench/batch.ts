/**
 * A big batch, on texts made from the fixtures: two workers beside one, a file in a batch beside a parse in one
 * process, memory at a twentieth and at full size, kills at random moments with --resume, hostile files mixed in.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { printTable } from '../../src/cli/table.ts'
import { parseDirective } from '../../src/pipeline.ts'

const PROGRAM = 'bin/directive-parse.js'
const KILLS = 10

export async function batch({ files }: { files: number }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'directive-parse-'))
  const made = makeFiles(join(folder, 'all'), files)
  makeFiles(join(folder, 'few'), Math.ceil(files / 20))
  const rows: string[][] = []

  const one = await run([join(folder, 'all'), '-o', join(folder, 'one'), '--jobs', '1'])
  const two = await run([join(folder, 'all'), '-o', join(folder, 'two'), '--jobs', '2'])
  rows.push(['files a second, 1 job', (files / one.seconds).toFixed(0)])
  rows.push(['files a second, 2 jobs', (files / two.seconds).toFixed(0)])
  rows.push(['2 jobs / 1 job (target ≥ 1.8)', (one.seconds / two.seconds).toFixed(2)])
  rows.push(['  two loops that only parse / one', (await sideBySide()).toFixed(2)])

  const inProcess = parseAll(made)
  rows.push(['ms a file, in-process parse', (inProcess / files).toFixed(2)])
  rows.push(['ms a file, batch with 1 job', ((one.seconds * 1000) / files).toFixed(2)])
  rows.push(['batch / parse (target ≤ 2)', ((one.seconds * 1000) / inProcess).toFixed(2)])

  const few = await run([join(folder, 'few'), '-o', join(folder, 'few-out'), '--jobs', '2'])
  rows.push([`peak MB, ${Math.ceil(files / 20)} files`, few.peak.toFixed(0)])
  rows.push([`peak MB, ${files} files`, two.peak.toFixed(0)])
  rows.push(['all / few (target ≤ 1.2)', (two.peak / few.peak).toFixed(2)])

  for (let kill = 0; kill < KILLS; kill++) {
    const words = [join(folder, 'all'), '-o', join(folder, 'killed'), '--resume', '--jobs', '2']
    await run(words, { killAfter: Math.random() * two.seconds * 1000 * (2 / KILLS) })
  }
  await run([join(folder, 'all'), '-o', join(folder, 'killed'), '--resume', '--jobs', '2'])
  const same = digest(join(folder, 'killed')) === digest(join(folder, 'two'))
  rows.push([`${KILLS} kills, then --resume: same bytes`, same ? 'yes' : 'NO'])

  const hostile = makeHostile(join(folder, 'few'), 500)
  const mixed = await run([join(folder, 'few'), '-o', join(folder, 'mixed'), '--report', join(folder, 'report')])
  const told = readFileSync(join(folder, 'report'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const good = told.filter(({ path, status }) => !path.includes('hostile') && status === 'done').length
  rows.push([`${hostile} hostile files: reported`, String(told.filter(({ path }) => path.includes('hostile')).length)])
  rows.push(['  good files beside them: done', `${good}/${Math.ceil(files / 20)}, exit code ${mixed.code}`])

  rmSync(folder, { recursive: true })
  console.log(printTable([`${files} files`, ''], rows, { right: [1] }))
}

/** What the machine itself gives: the work of two processes that parse one text over and over, beside that of one. */
async function sideBySide(): Promise<number> {
  const loop = `import { parseDirective } from './dist/index.mjs'
    import { readFileSync } from 'node:fs'
    const text = readFileSync('fixtures/cong-van/state-khan-many-deadlines.txt', 'utf8')
    for (let i = 0; i < 300; i++) parseDirective(text)
    const began = performance.now()
    for (let i = 0; i < 1500; i++) parseDirective(text)
    console.log(performance.now() - began)`
  const timed = () =>
    new Promise<number>((resolve) => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', loop])
      child.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk)))
    })
  const alone = await timed()
  const both = await Promise.all([timed(), timed()])
  return (2 * alone) / Math.max(...both)
}

function makeFiles(folder: string, count: number): string[] {
  const texts = readdirSync('fixtures', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt') && !name.startsWith('broken'))
    .sort()
    .map((name) => readFileSync(join('fixtures', name), 'utf8'))
  return Array.from({ length: count }, (_, index) => {
    const below = join(folder, String(Math.floor(index / 500)))
    if (index % 500 === 0) mkdirSync(below, { recursive: true })
    const text = `${texts[index % texts.length]}\nBản số ${index}\n`
    writeFileSync(join(below, `${index}.txt`), text)
    return text
  })
}

/** Rubbish of many kinds, among the good files. */
function makeHostile(folder: string, count: number): number {
  mkdirSync(join(folder, 'hostile'))
  const kinds: ((index: number) => Buffer | string)[] = [
    () => '',
    (index) => Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919 + index * 104_729) % 256)),
    () => `%PDF-1.7\n${'x'.repeat(500)}`,
    () => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(300, 7)]),
    (index) => `Số ${'('.repeat(index * 40)}`,
    () => `- ${'việc; '.repeat(20_000)}`,
    () => '1. a\n'.repeat(5000),
    () => '<table>'.repeat(3000),
    () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    () => '\uFEFF'.repeat(1000) + '\u0000'.repeat(1000),
  ]
  for (let index = 0; index < count; index++) {
    writeFileSync(join(folder, 'hostile', `${index}.txt`), kinds[index % kinds.length]?.(index) ?? '')
  }
  return count
}

/** Milliseconds to parse all texts here, when the parser is warm. */
function parseAll(texts: string[]): number {
  for (const text of texts.slice(0, 300)) parseDirective(text)
  const began = performance.now()
  for (const text of texts) parseDirective(text)
  return performance.now() - began
}

interface Ran {
  code: number | null
  seconds: number
  /** Greatest resident size of the program and its workers together, in MB. */
  peak: number
}

async function run(words: string[], { killAfter }: { killAfter?: number } = {}): Promise<Ran> {
  const began = performance.now()
  const child = spawn(process.execPath, [PROGRAM, ...words, '--quiet'], { stdio: 'ignore' })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter)
  let running = true
  void ended.then(() => {
    running = false
  })
  let peak = 0
  while (running) {
    peak = Math.max(peak, residentSize(child))
    await Promise.race([sleep(250), ended])
  }
  return { code: await ended, seconds: (performance.now() - began) / 1000, peak }
}

/** Of a process and its children, by /proc; 0 where there is none. */
function residentSize({ pid }: ChildProcess): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
    const sizes = [String(pid), ...children].map((each) => {
      const status = readFileSync(`/proc/${each}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0)
    })
    return sizes.reduce((sum, size) => sum + size, 0) / 1024
  } catch {
    return 0
  }
}

function digest(folder: string): string {
  const hash = createHash('sha256')
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const path of paths.filter((each) => !each.includes('.directive-parse/')).sort()) {
    hash.update(relative(folder, path)).update(readFileSync(path))
  }
  return hash.digest('hex')
}
