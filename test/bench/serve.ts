/** Load on the service: clients that post one document after the other. No server error but 503, memory stays, answers are the same. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { printTable } from '../../src/cli/table.ts'

export interface Load {
  clients: number
  seconds: number
}

/** Seconds between looks at the memory. */
const LOOK = 2
/** Nobody waits longer than so for a place, in seconds: the load is to stay. */
const PATIENCE = 2

export async function serve({ clients, seconds }: Load): Promise<void> {
  const server = spawn(
    process.execPath,
    ['bin/directive-parse.js', 'serve', '--port', '0', '--no-config', '--lang', 'en'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const url = await urlOf(server)
  const documents = documentsIn('fixtures')
  const ask = asker(url, clients)
  const expected = new Map<number, string>()
  for (const [index, document] of documents.entries()) expected.set(index, (await ask(document)).text)

  const times: number[] = []
  const statuses = new Map<number, number>()
  let different = 0
  const memory: number[] = []
  const end = performance.now() + seconds * 1000
  const client = async (first: number) => {
    for (let turn = first; performance.now() < end; turn++) {
      const index = turn % documents.length
      const began = performance.now()
      const { status, text, retryAfter } = await ask(documents[index] as Buffer)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (status === 200) {
        times.push(performance.now() - began)
        if (text !== expected.get(index)) different++
      } else await sleep(Math.min(PATIENCE, retryAfter) * 1000)
    }
  }
  const looking = (async () => {
    while (performance.now() < end) {
      memory.push(memoryOf(server.pid as number))
      await sleep(LOOK * 1000)
    }
  })()
  await Promise.all([looking, ...Array.from({ length: clients }, (_, place) => client(place * 7))])
  server.kill('SIGTERM')
  const [code] = await once(server, 'close')

  times.sort((one, other) => one - other)
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? Number.NaN).toFixed(0)
  const quarter = Math.max(1, memory.length >> 2)
  const rows = [
    ['clients, seconds', `${clients}, ${seconds}`],
    ['answers by status', [...statuses].map(([status, count]) => `${status}: ${count}`).join(', ')],
    ['records a second', (times.length / seconds).toFixed(1)],
    ['ms of a record: p50, p95, p99', `${at(0.5)}, ${at(0.95)}, ${at(0.99)}`],
    [
      'MB of all processes: second quarter, last',
      `${mean(memory.slice(quarter, 2 * quarter))}, ${mean(memory.slice(-quarter))}`,
    ],
    ['answers unlike the first', String(different)],
    ['exit code', String(code)],
  ]
  console.log(printTable(['serve', ''], rows, { right: [1] }))
  const isWrong = [...statuses.keys()].some((status) => status >= 500 && status !== 503)
  if (isWrong || different > 0 || code !== 0) process.exitCode = 1
}

async function urlOf({ stderr }: ChildProcess): Promise<string> {
  let said = ''
  stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (said.length < 1000) said += text
  })
  while (!/Serving on (\S+)/.test(said)) await sleep(50)
  return /Serving on (\S+)/.exec(said)?.[1] as string
}

function documentsIn(folder: string): Buffer[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return paths
    .filter((path) => path.endsWith('.txt'))
    .sort()
    .map((path) => readFileSync(join(folder, path)))
}

interface Answer {
  status: number
  text: string
  retryAfter: number
}

function asker(url: string, clients: number): (document: Buffer) => Promise<Answer> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  return (document) =>
    new Promise((done, fail) => {
      const sent = request(`${url}/records`, { method: 'POST', agent, headers: { 'content-length': document.length } })
      sent.once('error', fail).once('response', (response) => {
        const pieces: Buffer[] = []
        response.on('data', (piece: Buffer) => pieces.push(piece)).once('error', fail)
        response.once('end', () =>
          done({
            status: response.statusCode ?? 0,
            text: Buffer.concat(pieces).toString('utf8'),
            retryAfter: Number(response.headers['retry-after'] ?? 0),
          }),
        )
      })
      sent.end(document)
    })
}

/** Of a process and those it started, in bytes. */
function memoryOf(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  return [String(pid), ...children].reduce((sum, each) => sum + residentOf(each), 0)
}

function residentOf(pid: string): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

function mean(values: number[]): string {
  return (values.reduce((sum, value) => sum + value, 0) / values.length / 1024 ** 2).toFixed(0)
}
