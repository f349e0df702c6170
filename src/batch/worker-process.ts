/** One worker: a process of its own, what it has in hand, and what it is at. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Finished, Handed, Said } from './spoken.ts'
import { MEMORY_VARIABLE } from './watchdog.ts'

export interface WorkerLimits {
  /** Time for one task; the worker that runs over it is ended. */
  secondsPerFile: number
  /** Memory in bytes; the worker that grows beyond it is ended. */
  memoryPerFile: number
}

/** Why a worker is no more: it ran over its time, or what the system says. */
export type End = { overlong: true } | { overlong: false; reason: string }

export interface WorkerListener {
  finished(finished: Finished): void
  /** A task is begun; one that another worker was lost with may be begun again. */
  begun(id: number): void
  page(id: number, page: number, of: number): void
  /** After all that it said has been heard. `culprit` is the task that it was at. */
  ended(end: End, culprit: number | undefined): void
}

/**
 * A young generation of 16 MB from the start, in which what a job leaves behind dies before it is moved on, and `gc()`
 * for the worker to clear the rest away from time to time: both keep its memory flat however long the run is.
 */
const FLAGS = ['--min-semi-space-size=16', '--expose-gc']

/** The built worker: beside this file in the bundle, in `dist` when this file runs from its source. */
const PROGRAM = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/command/worker.cjs' : './worker.cjs',
  import.meta.url,
)

export class WorkerProcess {
  /** Tasks that were handed to it and are not finished, in their order. */
  readonly hand = new Set<number>()
  /** It is not handed anything any more, and ends when its hand is empty. */
  isLeaving = false
  /** Resolves when it is no more. */
  readonly gone: Promise<void>
  readonly #process: ChildProcess
  readonly #listener: WorkerListener
  readonly #time: number
  #at: number | null = null
  #timer: NodeJS.Timeout | null = null
  #isOverlong = false

  constructor({ secondsPerFile, memoryPerFile }: WorkerLimits, listener: WorkerListener) {
    this.#listener = listener
    this.#time = secondsPerFile * 1000
    this.#process = fork(fileURLToPath(PROGRAM), {
      execArgv: [...process.execArgv, ...FLAGS, `--max-old-space-size=${Math.ceil(memoryPerFile / 1024 ** 2)}`],
      env: { ...process.env, [MEMORY_VARIABLE]: String(memoryPerFile) },
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    // What native code prints; data leave by messages alone.
    for (const words of [this.#process.stdout, this.#process.stderr])
      words?.on('data', (chunk) => void process.stderr.write(chunk))
    this.#process.on('message', (said) => this.#hear(said as Said))
    // A process that cannot be sent to is one that ends.
    this.#process.on('error', () => {})
    this.gone = this.#waitForEnd()
  }

  give(handed: Handed): void {
    if (this.hand.size === 0) this.#startClock()
    this.hand.add(handed.id)
    if (this.#process.connected) this.#process.send(handed)
  }

  end(): void {
    this.#process.kill('SIGKILL')
  }

  #hear({ at, finished, full, page }: Said): void {
    const isNext = at !== this.#at
    this.#at = at
    this.isLeaving ||= full
    if (isNext) this.#timer?.refresh()
    for (const { id } of finished) this.hand.delete(id)
    if (this.hand.size === 0) this.#stopClock()
    if (isNext && at !== null) this.#listener.begun(at)
    if (page && at !== null) this.#listener.page(at, page.page, page.of)
    for (const each of finished) this.#listener.finished(each)
    if (this.isLeaving && this.hand.size === 0) this.end()
  }

  #startClock(): void {
    this.#timer = setTimeout(() => {
      this.#isOverlong = true
      this.end()
    }, this.#time)
  }

  #stopClock(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  async #waitForEnd(): Promise<void> {
    const reason = new Promise<string>((resolve) => {
      this.#process.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
      this.#process.once('error', (error) => this.#process.pid === undefined && resolve(error.message))
    })
    // What it said before it ended is heard before its channel closes.
    const heard = new Promise<void>((resolve) => {
      if (this.#process.connected) this.#process.once('disconnect', resolve)
      else resolve()
    })
    const [why] = await Promise.all([reason, heard])
    this.#stopClock()
    const [first] = this.hand
    const culprit = this.#at !== null && this.hand.has(this.#at) ? this.#at : first
    this.#listener.ended(this.#isOverlong ? { overlong: true } : { overlong: false, reason: why }, culprit)
  }
}
