/** Where a run stands: what every way of showing it draws from. */
import type { Outcome } from '../../batch/job.ts'
import type { Tally } from '../../batch/tally.ts'
import { Estimate } from './estimate.ts'

export interface Moment {
  /** Of inputs; null where it is not known. */
  total: number | null
  files: number
  /** Pages read, those of files in work too; 0 where nothing has pages. */
  pages: number
  doubtful: number
  failed: number
  /** Files and pages a second, of the last half minute. */
  rates: { files: number; pages: number }
  /** Seconds; null where nobody can know. */
  left: number | null
  /** What is being read now, the longest in work first. */
  working: { path: string; page: number | null; of: number | null }[]
}

const WINDOW = 30_000

interface Working {
  page: number | null
  of: number | null
  since: number
}

export class Run {
  readonly #total: number | null
  readonly #estimate: Estimate
  readonly #working = new Map<string, Working>()
  #tally: Tally | null = null
  #marks: { time: number; files: number; pages: number }[] = []

  constructor({
    total,
    workers,
    sizes,
  }: { total: number | null; workers: number; sizes: ReadonlyMap<string, number> }) {
    this.#total = total
    this.#estimate = new Estimate(workers)
    for (const [path, bytes] of sizes) this.#estimate.expect(path, bytes)
    this.#marks.push({ time: performance.now(), files: 0, pages: 0 })
  }

  begin(path: string): void {
    this.#working.set(path, { page: null, of: null, since: performance.now() })
  }

  page(path: string, page: number, of: number): void {
    const working = this.#working.get(path)
    if (working) this.#working.set(path, { ...working, page, of })
  }

  leave(path: string): void {
    this.#working.delete(path)
  }

  end(path: string, { status, seconds }: Pick<Outcome, 'status' | 'seconds'>, tally: Tally): void {
    this.#working.delete(path)
    this.#tally = tally
    this.#estimate.done(path, status === 'done' ? seconds : null)
  }

  now(): Moment {
    const tally = this.#tally
    const files = tally ? tally.done + tally.unchanged + tally.failed : 0
    const working = [...this.#working].map(([path, at]) => ({ path, ...at }))
    const pages = (tally?.pages ?? 0) + working.reduce((sum, { page }) => sum + Math.max(0, (page ?? 1) - 1), 0)
    const inWork = working.map(({ path, page, of, since }) => ({
      path,
      share: page === null || of === null ? 0 : (page - 1) / of,
      seconds: (performance.now() - since) / 1000,
    }))
    return {
      total: this.#total,
      files,
      pages,
      doubtful: tally?.doubtful.values ?? 0,
      failed: tally?.failed ?? 0,
      rates: this.#rates(files, pages),
      left: this.#total === null ? null : this.#estimate.left(inWork),
      working,
    }
  }

  #rates(files: number, pages: number): Moment['rates'] {
    const time = performance.now()
    this.#marks = [
      ...this.#marks.filter((mark, at) => time - mark.time < WINDOW || at === this.#marks.length - 1),
      { time, files, pages },
    ]
    const first = this.#marks[0] as { time: number; files: number; pages: number }
    const seconds = Math.max(0.001, (time - first.time) / 1000)
    return { files: (files - first.files) / seconds, pages: (pages - first.pages) / seconds }
  }
}
