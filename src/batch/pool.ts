/** Workers: processes of their own, so that what kills one (memory, a native library) or holds it up costs one file. */
import { Tinypool } from 'tinypool'
import type { Job, JobSettings, Outcome } from './job.ts'

export interface PoolChoices {
  workers: number
  /** Time for one job; the worker that runs over it is replaced. */
  secondsPerFile: number
}

export interface Pool {
  work(job: Job): Promise<Outcome>
  close(): Promise<void>
}

/** A worker that has grown beyond this, in bytes of heap, is replaced after its job. */
const WORKER_HEAP = 512 * 1024 * 1024

/** The built worker: beside this file in the bundle, in `dist` when this file runs from its source. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/command/worker.mjs' : './worker.mjs',
  import.meta.url,
)

export function openPool(settings: JobSettings, { workers, secondsPerFile }: PoolChoices): Pool {
  const pool = new Tinypool({
    filename: WORKER.href,
    runtime: 'child_process',
    minThreads: workers,
    maxThreads: workers,
    env: process.env as Record<string, string>,
    maxMemoryLimitBeforeRecycle: WORKER_HEAP,
  })
  // A worker that dies with no job in hand: the pool replaces it, and no file is concerned.
  ;(pool as unknown as NodeJS.EventEmitter).on('error', () => {})
  return {
    work: async (job) => {
      const started = performance.now()
      const overlong = new AbortController()
      const timer = setTimeout(() => overlong.abort(), secondsPerFile * 1000)
      try {
        return await pool.run({ job, settings }, { signal: overlong.signal })
      } catch (error) {
        const path = job.path ?? 'stdin'
        return {
          status: 'failed',
          documents: [],
          bytes: 0,
          seconds: (performance.now() - started) / 1000,
          problem: overlong.signal.aborted
            ? { id: 'worker-overlong', values: { path, seconds: secondsPerFile } }
            : { id: 'worker-died', values: { path, reason: error instanceof Error ? error.message : String(error) } },
        }
      } finally {
        clearTimeout(timer)
      }
    },
    close: () => pool.destroy(),
  }
}
