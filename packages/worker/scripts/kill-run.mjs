/**
 * A trial of the queue: many documents, four workers of which two are killed at random moments, and a Redis that is killed
 * once. Prints a table. `npm run kill-run -- --jobs 500 --seed 7` makes a smaller one.
 */
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { jobs: { type: 'string', default: '5000' }, seed: { type: 'string', default: '1' } },
})
const count = Number(values.jobs)
const WORKERS = 4
const HERE = import.meta.dirname ?? 'scripts'
const [worker, program] = [resolve(HERE, '../dist/main.js'), resolve(HERE, '../../../bin/directive-parse.js')]
const root = mkdtempSync(join(tmpdir(), 'directive-parse-kill-'))

let state = Number(values.seed)
const random = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}

const fixtures = resolve(HERE, '../../../fixtures')
const texts = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt') && !name.startsWith('broken'))
  .sort()
  .map((name) => readFileSync(join(fixtures, name), 'utf8'))
for (let index = 0; index < count; index++) {
  const folder = join(root, 'scans', String(Math.floor(index / 500)))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${index}.txt`), `${texts[index % texts.length]}\nBản số ${index}\n`)
}

const port = await new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address()
    server.close(() => resolve(port))
  })
})
const redisWords = ['--port', port, '--bind', '127.0.0.1', '--dir', root, '--appendonly', 'yes', '--save', '']
const startRedis = () => spawn('redis-server', redisWords.map(String), { stdio: 'ignore' })
const words = (...rest) => [worker, ...rest, '--redis', `redis://127.0.0.1:${port}`]
const ask = (...rest) =>
  execFileSync(process.execPath, words(...rest), { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
const startWorker = () => {
  const own = words('work', '-o', 'records', '--program', program, '--jobs', '1', '--stalled-seconds', '5')
  return spawn(process.execPath, [...own, '--until-empty'], { cwd: root, stdio: 'ignore' })
}
const status = () => JSON.parse(ask('status'))
const ended = (child) =>
  new Promise((resolve) => ((child.exitCode ?? child.signalCode) !== null ? resolve() : child.once('close', resolve)))

let redis = startRedis()
await sleep(1000)
const began = performance.now()
const added = JSON.parse(ask('add', 'scans'))
const workers = Array.from({ length: WORKERS }, startWorker)

/** When so many are done: at random, one third, half and two thirds through at the most. */
const moments = ['worker', 'redis', 'worker'].map((what, at) => ({
  what,
  at: Math.floor(count * ((at + random()) / 4 + 0.05)),
}))
const killed = []
for (const { what, at } of moments) {
  while (status().completed < at) await sleep(300)
  const { active, completed } = status()
  killed.push(`${what} at ${completed} done, ${active} in hand`)
  if (what === 'redis') {
    const gone = ended(redis)
    redis.kill('SIGKILL')
    await gone
    await sleep(500)
    redis = startRedis()
    await sleep(1000)
  } else workers.pop().kill('SIGKILL')
}
await Promise.all(workers.map(ended))
const seconds = (performance.now() - began) / 1000
const last = status()

execFileSync(process.execPath, [program, 'scans', '-o', 'one', '--quiet'], { cwd: root, stdio: 'inherit' })
const hashes = (folder, name) =>
  new Map(
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((each) => each.endsWith('.json') && !each.includes('.directive-parse'))
      .map((each) => [
        name(each),
        createHash('sha256')
          .update(readFileSync(join(root, folder, each)))
          .digest('hex'),
      ]),
  )
const records = hashes('records', (each) => each.replace('.txt.json', '.json'))
const one = hashes('one', (each) => each)
const same = [...one].filter(([name, hash]) => records.get(name) === hash).length
const drafts = readdirSync(join(root, 'records'), { recursive: true, encoding: 'utf8' }).filter((each) =>
  each.endsWith('.tmp'),
).length

const rows = [
  ['jobs added', added.added],
  ['workers', WORKERS],
  ...killed.map((each) => ['killed -9', each]),
  ['completed', last.completed],
  ['failed', last.failed],
  ['waiting, active, delayed at the end', last.waiting + last.active + last.delayed],
  ['records', records.size],
  ['records equal to one run, byte for byte', same],
  ['drafts left', drafts],
  ['seconds', seconds.toFixed(0)],
]
console.log(rows.map(([title, value]) => `| ${title} | ${value} |`).join('\n'))
redis.kill()
rmSync(root, { recursive: true, force: true })
process.exitCode = records.size === count && same === count && last.completed === count ? 0 : 1
