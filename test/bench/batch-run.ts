/** Programs run, timed and weighed: by the clock, by the processor, and by the memory of all their processes together. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Ran {
  code: number | null
  /** By the clock. */
  seconds: number
  /** Of the processor, with all processes that were begun. */
  cpu: number
  /** Greatest resident size of all processes together, in MB, and that at a tenth of the time that it took. */
  peak: number
}

const BETWEEN = 200

/** Runs a command line of a shell. */
export async function run(line: string, { killAfter }: { killAfter?: number } = {}): Promise<Ran> {
  const began = performance.now()
  const child = spawn('bash', ['-c', `TIMEFORMAT='times %U %S'; time { ${line}; }`], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  let told = ''
  child.stderr.on('data', (chunk) => {
    told = `${told}${chunk}`.slice(-2000)
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  if (killAfter !== undefined)
    setTimeout(() => child.exitCode === null && process.kill(-(child.pid as number), 'SIGKILL'), killAfter)
  let running = true
  void ended.then(() => {
    running = false
  })
  let peak = 0
  while (running) {
    peak = Math.max(peak, residentSize(child))
    await Promise.race([sleep(BETWEEN), ended])
  }
  const [, user = '0', system = '0'] = /times ([\d.]+) ([\d.]+)/.exec(told) ?? []
  return { code: await ended, seconds: (performance.now() - began) / 1000, cpu: Number(user) + Number(system), peak }
}

/** Of a process and all below it, by /proc; 0 where there is none. */
function residentSize({ pid }: ChildProcess): number {
  const sizeOf = (each: string): number => {
    try {
      const children = readFileSync(`/proc/${each}/task/${each}/children`, 'utf8').trim().split(' ').filter(Boolean)
      const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${each}/status`, 'utf8'))?.[1] ?? 0)
      return children.reduce((sum, child) => sum + sizeOf(child), own)
    } catch {
      return 0
    }
  }
  return sizeOf(String(pid)) / 1024
}

export function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] as number
}
