/** Documents in, records out: a bounded queue before the worker processes. */
import pLimit from 'p-limit'
import type { JobSettings, Outcome } from '../batch/job.ts'
import { openPool } from '../batch/pool.ts'
import { ProblemError } from '../messages.ts'
import type { ServeOptions } from './options.ts'
import type { Upload } from './upload.ts'

/** Seconds that a document takes, where none has been read yet. */
const USUAL = 1
/** How much the last document weighs in what one takes. */
const LAST = 0.2
/** Nobody is asked to come back later than so, in seconds. */
const LATEST = 120

export interface Reader {
  /** Documents in the hands of workers, and requests that have a place but no worker yet. */
  readonly running: number
  readonly waiting: number
  /** Seconds after which a request that found no place may find one. */
  readonly retryAfter: number
  /**
   * Does `work` with a place in the queue, which it has until `work` is done: also while the document is still coming in,
   * so that no more of them are in memory than there are places.
   *
   * @throws {ProblemError} `serve-busy` where there is none.
   */
  placed<T>(work: (read: Read) => Promise<T>): Promise<T>
  close(): Promise<void>
  kill(): void
}

/**
 * Has a worker read a document; where `signal` says that nobody waits for it any more, not at all.
 *
 * @throws {ProblemError} when the worker died or ran over its time.
 */
export type Read = (upload: Upload, settings: JobSettings, signal: AbortSignal) => Promise<Outcome>

export async function openReader({ jobs, queue, ...limits }: ServeOptions): Promise<Reader> {
  const pool = await openPool({ workers: jobs, ...limits })
  const limit = pLimit(jobs)
  let taken = 0
  let seconds = USUAL
  const read: Read = ({ name, bytes }, settings, signal) =>
    limit(async () => {
      signal.throwIfAborted()
      const began = performance.now()
      const outcome = await pool.work({ job: { path: name, bytes }, settings })
      seconds += LAST * ((performance.now() - began) / 1000 - seconds)
      return outcome
    })
  return {
    get running() {
      return limit.activeCount
    },
    get waiting() {
      return taken - limit.activeCount
    },
    get retryAfter() {
      return Math.min(LATEST, Math.max(1, Math.ceil((taken * seconds) / jobs)))
    },
    placed: async (work) => {
      if (taken >= jobs + queue) throw new ProblemError('serve-busy')
      taken++
      try {
        return await work(read)
      } finally {
        taken--
      }
    },
    close: () => pool.close(),
    kill: () => pool.kill(),
  }
}
