/** Running totals of a run. */
import type { Duplicate } from './duplicates.ts'
import type { Outcome } from './job.ts'

export interface Tally {
  done: number
  unchanged: number
  failed: number
  documents: number
  pages: number
  bytes: number
  /** Values, and documents that hold at least one. */
  doubtful: { values: number; catalogue: number; documents: number }
  /** Official documents that have number, day, issuer and subject. */
  complete: number
  directives: number
  duplicates: Duplicate[]
  /** Values that stand because a person said so, and outputs that hold at least one. */
  kept: { values: number; outputs: number }
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
    doubtful: { values: 0, catalogue: 0, documents: 0 },
    complete: 0,
    directives: 0,
    duplicates: [],
    kept: { values: 0, outputs: 0 },
    types: new Map(),
  }
}

export function count(tally: Tally, { status, documents, bytes, kept = [] }: Outcome): void {
  tally[status]++
  tally.bytes += bytes
  tally.kept.values += kept.length
  if (kept.length > 0) tally.kept.outputs++
  for (const { kind, type, pages, doubtful, catalogue, complete } of documents) {
    tally.documents++
    if (kind === 'directive') tally.directives++
    if (kind === 'directive' && complete) tally.complete++
    tally.pages += pages ?? 0
    if (doubtful > 0) tally.doubtful.documents++
    tally.doubtful.values += doubtful
    tally.doubtful.catalogue += catalogue ?? 0
    const name = kind === 'directive' ? (type ?? '') : kind
    tally.types.set(name, (tally.types.get(name) ?? 0) + 1)
  }
}
