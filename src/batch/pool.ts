/** Workers: processes of their own, so that what kills one (memory, a native library) or holds it up costs one file. */
import { EventEmitter } from 'node:events'
import { type Problem, ProblemError } from '../messages.ts'
import type { FormOutcome, FormTask } from './form.ts'
import type { Outcome } from './job.ts'
import type { ScanLine, ScanTask } from './scan.ts'
import type { SearchableOutcome, SearchableTask } from './searchable.ts'
import { MEMORY_VARIABLE } from './watchdog.ts'
import type { AtPage, WorkTask } from './worker.ts'

export interface PoolChoices {
  workers: number
  /** Time for one job; the worker that runs over it is replaced. */
  secondsPerFile: number
  /** Memory of one worker in bytes; the worker that grows beyond it is replaced. */
  memoryPerFile: number
}

export interface Pool {
  /**
   * Has a worker do a task.
   *
   * @throws {ProblemError} when the worker died or ran over its time.
   */
  work(task: WorkTask, onPage?: (page: number, of: number) => void): Promise<Outcome>
  scan(task: ScanTask): Promise<ScanLine>
  searchable(task: SearchableTask): Promise<SearchableOutcome>
  form(task: FormTask): Promise<FormOutcome>
  close(): Promise<void>
  /** Ends all workers as they stand. */
  kill(): void
}

/** A worker that has grown beyond this, in bytes of heap, is replaced after its job. */
const WORKER_HEAP = 512 * 1024 * 1024

/**
 * A young generation of 16 MB from the start, in which what a job leaves behind dies before it is moved on, and `gc()`
 * for the worker to clear the rest away from time to time: both keep its memory flat however long the run is.
 */
const WORKER_FLAGS = ['--min-semi-space-size=16', '--expose-gc']

/** The built worker: beside this file in the bundle, in `dist` when this file runs from its source. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/command/worker.cjs' : './worker.cjs',
  import.meta.url,
)

export async function openPool({ workers, secondsPerFile, memoryPerFile }: PoolChoices): Promise<Pool> {
  const { Tinypool } = await import('tinypool')
  const pool = new Tinypool({
    filename: WORKER.href,
    runtime: 'child_process',
    minThreads: workers,
    maxThreads: workers,
    serialization: 'advanced',
    env: { ...process.env, [MEMORY_VARIABLE]: String(memoryPerFile) } as Record<string, string>,
    execArgv: [...process.execArgv, ...WORKER_FLAGS, `--max-old-space-size=${Math.ceil(memoryPerFile / 1024 ** 2)}`],
    maxMemoryLimitBeforeRecycle: WORKER_HEAP,
  })
  // Emitters and not AbortControllers: those outlive their task until the next full collection.
  const waiting = new Set<EventEmitter>()
  // A worker that died with no task in hand. If it was the last one (it never came up), its queue waits for nobody.
  pool.on('error', () => {
    if (pool.threads.length === 0) for (const task of waiting) task.emit('abort')
  })

  const run = async (name: string, task: object, path: string, onMessage: (message: unknown) => void = () => {}) => {
    const ending = new EventEmitter()
    let problem: Problem | null = null
    const timer = setTimeout(() => {
      problem = { id: 'worker-overlong', values: { path, seconds: secondsPerFile } }
      ending.emit('abort')
    }, secondsPerFile * 1000)
    waiting.add(ending)
    try {
      return await pool.run(task, { name, signal: ending, channel: { postMessage: onMessage } })
    } catch (error) {
      const { id, values }: Problem = problem ?? {
        id: 'worker-died',
        values: { path, reason: (error as Error).message },
      }
      throw new ProblemError(id, values)
    } finally {
      clearTimeout(timer)
      waiting.delete(ending)
    }
  }
  return {
    work: (task, onPage) =>
      run('work', task, task.job.path ?? 'stdin', (message) => {
        const { page, of } = message as Partial<AtPage>
        if (page !== undefined && of !== undefined) onPage?.(page, of)
      }),
    scan: (task) => run('scan', task, task.path),
    searchable: (task) => run('searchable', task, task.path),
    form: (task) => run('form', task, task.path),
    close: () => pool.destroy(),
    kill: () => {
      for (const worker of pool.threads) process.kill((worker as unknown as { threadId: number }).threadId, 'SIGKILL')
    },
  }
}
