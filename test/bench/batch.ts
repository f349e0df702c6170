/**
 * A big batch, on texts made from the fixtures, beside what the machine itself can do: as many plain processes, each of which
 * reads, parses and writes its share and does nothing else. Then memory and growth, the start of the workers, kills at random
 * moments with --resume, hostile files mixed in.
 *
 * Where others use the machine too, the processor's time is the figure to go by, not the clock's.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { printTable } from '../../src/cli/table.ts'
import { makeFiles, makeHostile } from './batch-files.ts'
import { median, type Ran, run } from './batch-run.ts'

const KILLS = 10
const ROUNDS = 3
/** At most so many are compared with plain processes; how many files there are says how far memory and growth are followed. */
const MOST_COMPARED = 2000

interface Bench {
  /** How many files are compared with plain processes. */
  compared: number
  folder: string
  program: string
  rows: string[][]
}

export async function batch({ files }: { files: number }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'directive-parse-'))
  const compared = Math.min(files, MOST_COMPARED)
  const bench: Bench = { compared, folder, program: `'${process.execPath}' bin/directive-parse.js --quiet`, rows: [] }
  makeFiles(join(folder, 'some'), compared)
  await besidePlain(bench)
  await warmUp(bench)
  await growth(bench, files)
  await kills(bench)
  await hostile(bench)
  rmSync(folder, { recursive: true })
  console.log(printTable(['', ''], bench.rows, { right: [1] }))
}

/** Reads, parses and writes every n-th file, from the i-th. */
const PLAIN = `import { read } from ${JSON.stringify(join(process.cwd(), 'dist/index.mjs'))}
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
const [from, to, i, n] = process.argv.slice(2)
const names = readdirSync(from, { recursive: true }).filter((name) => name.endsWith('.txt')).sort()
for (let at = Number(i); at < names.length; at += Number(n)) {
  const path = join(to, names[at].replace(/txt$/, 'json'))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(await read(join(from, names[at])), null, 2) + '\\n')
}
`

async function besidePlain({ compared, folder, program, rows }: Bench): Promise<void> {
  const script = join(folder, 'plain.mjs')
  writeFileSync(script, PLAIN)
  const some = join(folder, 'some')
  for (const jobs of new Set([1, availableParallelism()])) {
    const shares = Array.from(
      { length: jobs },
      (_, i) => `'${process.execPath}' ${script} ${some} ${folder}/plain ${i} ${jobs} &`,
    )
    const runs: { plain: Ran; batch: Ran }[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const plain = await run(`${shares.join(' ')} wait`)
      rmSync(join(folder, 'batch'), { recursive: true, force: true })
      runs.push({ plain, batch: await run(`${program} ${some} -o ${folder}/batch --jobs ${jobs}`) })
    }
    const of = (which: 'plain' | 'batch', what: 'seconds' | 'cpu') => median(runs.map((each) => each[which][what]))
    const ms = (value: number) => ((value * 1000) / compared).toFixed(2)
    const clock = of('plain', 'seconds') / of('batch', 'seconds')
    rows.push(
      [
        `${jobs} plain processes: ms a file, clock, processor`,
        `${ms(of('plain', 'seconds'))}, ${ms(of('plain', 'cpu'))}`,
      ],
      [`--jobs ${jobs}: ms a file, clock, processor`, `${ms(of('batch', 'seconds'))}, ${ms(of('batch', 'cpu'))}`],
      ['  plain / batch by the clock (target ≥ 0.95)', clock.toFixed(2)],
      ['  batch / plain by the processor (target ≤ 1.10)', (of('batch', 'cpu') / of('plain', 'cpu')).toFixed(2)],
    )
  }
}

/** What a worker costs before its first file: few files in a worker, beside the same in the process itself. */
async function warmUp({ folder, program, rows }: Bench): Promise<void> {
  const [few, more] = [join(folder, 'eight'), join(folder, 'nine')]
  makeFiles(few, 8)
  makeFiles(more, 9)
  const times: number[] = []
  for (let round = 0; round < 2 * ROUNDS; round++) {
    const here = await run(`${program} ${few} --ndjson --jobs 1`)
    const there = await run(`${program} ${more} --ndjson --jobs 1`)
    times.push(there.seconds - here.seconds)
  }
  rows.push(['start of a worker, s (target < 0.5)', median(times).toFixed(2)])
}

async function growth({ folder, program, rows }: Bench, files: number): Promise<void> {
  const jobs = availableParallelism()
  const sizes = [...new Set([Math.ceil(files / 20), files])]
  const runs: Ran[] = []
  for (const size of sizes) {
    makeFiles(join(folder, `of-${size}`), size)
    const ran = await run(`${program} ${folder}/of-${size} -o ${folder}/out-${size} --jobs ${jobs}`)
    runs.push(ran)
    rows.push([
      `${size} files: ms of the processor a file, peak MB`,
      `${((ran.cpu * 1000) / size).toFixed(2)}, ${ran.peak.toFixed(0)}`,
    ])
    rmSync(join(folder, `of-${size}`), { recursive: true })
    rmSync(join(folder, `out-${size}`), { recursive: true })
  }
  const [few, all] = runs as [Ran, Ran]
  rows.push(['  a file, all / few (target ≤ 1.05)', (all.cpu / files / (few.cpu / (sizes[0] as number))).toFixed(2)])
  rows.push(['  memory, all / few (target ≤ 1.2)', (all.peak / few.peak).toFixed(2)])
}

async function kills({ folder, program, rows }: Bench): Promise<void> {
  const line = (to: string) => `exec ${program} ${folder}/some -o ${folder}/${to} --resume --jobs 2`
  const whole = await run(line('whole'))
  for (let kill = 0; kill < KILLS; kill++)
    await run(line('killed'), { killAfter: Math.random() * whole.seconds * 1000 * (2 / KILLS) })
  await run(line('killed'))
  const same = digest(join(folder, 'killed')) === digest(join(folder, 'whole'))
  rows.push([`${KILLS} kills, then --resume: same bytes`, same ? 'yes' : 'NO'])
}

async function hostile({ folder, program, rows }: Bench): Promise<void> {
  const good = 100
  makeFiles(join(folder, 'mixed'), good)
  const count = makeHostile(join(folder, 'mixed'), 500)
  const mixed = await run(`${program} ${folder}/mixed -o ${folder}/mixed-out --report ${folder}/report`)
  const told = readFileSync(join(folder, 'report'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const done = told.filter(({ path, status }) => !path.includes('hostile') && status === 'done').length
  rows.push([`${count} hostile files: reported`, String(told.filter(({ path }) => path.includes('hostile')).length)])
  rows.push(['  good files beside them: done', `${done}/${good}, exit code ${mixed.code}`])
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
