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
  const waiting = new Set<AbortController>()
  // A worker that died with no job in hand. If it was the last one (it never came up), its queue waits for nobody.
  pool.on('error', () => {
    if (pool.threads.length === 0) for (const job of waiting) job.abort()
  })
  return {
    work: async (job) => {
      const started = performance.now()
      const ending = new AbortController()
      let isOverlong = false
      const timer = setTimeout(() => {
        isOverlong = true
        ending.abort()
      }, secondsPerFile * 1000)
      waiting.add(ending)
      try {
        return await pool.run({ job, settings }, { signal: ending.signal })
      } catch (error) {
        const path = job.path ?? 'stdin'
        return {
          status: 'failed',
          documents: [],
          bytes: 0,
          seconds: (performance.now() - started) / 1000,
          problem: isOverlong
            ? { id: 'worker-overlong', values: { path, seconds: secondsPerFile } }
            : { id: 'worker-died', values: { path, reason: error instanceof Error ? error.message : String(error) } },
        }
      } finally {
        clearTimeout(timer)
        waiting.delete(ending)
      }
    },
    close: () => pool.destroy(),
  }
}
