/** Running totals of a run. */
import type { Outcome } from './job.ts'

export interface Tally {
  done: number
  unchanged: number
  failed: number
  documents: number
  pages: number
  bytes: number
  /** Values, and documents that hold at least one. */
  doubtful: { values: number; documents: number }
  /** Documents by type; what is no directive by its kind. */
  types: Map<string, number>
}

export function newTally(): Tally {
  return {
    done: 0,
    unchanged: 0,
    failed: 0,
    documents: 0,
    pages: 0,
    bytes: 0,
    doubtful: { values: 0, documents: 0 },
    types: new Map(),
  }
}

export function count(tally: Tally, { status, documents, bytes }: Outcome): void {
  tally[status]++
  tally.bytes += bytes
  for (const { kind, type, pages, doubtful } of documents) {
    tally.documents++
    tally.pages += pages ?? 1
    if (doubtful > 0) tally.doubtful.documents++
    tally.doubtful.values += doubtful
    const name = kind === 'directive' ? (type ?? '') : kind
    tally.types.set(name, (tally.types.get(name) ?? 0) + 1)
  }
}
