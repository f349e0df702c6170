/** Which documents the list shows, and in which order. */
import { skeleton } from '../../text.ts'
import type { Row } from '../shapes.ts'
import { fileOf, rows } from './data.ts'
import { readableDate } from './language.ts'
import { shown } from './shown.ts'
import { doneOf, doubtsOf, openDoubts } from './store.ts'

export const SORTS = ['doubt', 'date', 'number', 'name'] as const
export type Sort = (typeof SORTS)[number]

/** An empty string is "all"; `-` stands for documents without the value. */
export interface Filters {
  query: string
  type: string
  issuer: string
  /** Beginning of the EDTF date: a decade `202`, a year `2021`, a month `2021-08`. */
  period: string
  rule: string
  /** `open`: somebody must look; `undone`: nobody has been through; `done`. */
  state: '' | 'open' | 'undone' | 'done'
  sort: Sort
}

export const NONE = '-'
const ALL: Filters = { query: '', type: '', issuer: '', period: '', rule: '', state: '', sort: 'doubt' }

export const filters: Filters = { ...ALL }

/** Back to all documents; the order stays. */
export function clearFilters(): void {
  Object.assign(filters, ALL, { sort: filters.sort })
}

export function isFiltered(): boolean {
  return Object.entries(ALL).some(([name, value]) => name !== 'sort' && filters[name as keyof Filters] !== value)
}

/** Places in the index of the documents that the filters let through, in the order of the list. */
export function selection(): number[] {
  const terms = skeleton(filters.query.normalize('NFC')).split(/\s+/).filter(Boolean)
  const places: number[] = []
  for (let at = 0; at < rows.length; at++) if (passes(at, terms)) places.push(at)
  return places.sort(ORDERS[filters.sort])
}

function passes(at: number, terms: string[]): boolean {
  const { type, issuer, period, rule } = filters
  const row = rows[at] as Row
  if (type && (shown(at, 'type') ?? NONE) !== type) return false
  if (issuer && (shown(at, 'issuer') ?? NONE) !== issuer) return false
  if (period && !(shown(at, 'date') ?? NONE).startsWith(period)) return false
  if (rule && !row.rules.includes(rule)) return false
  if (!isInState(at)) return false
  const text = terms.length > 0 ? searchText(at) : ''
  return terms.every((term) => text.includes(term))
}

export const STATES = ['open', 'undone', 'done'] as const

function isInState(at: number): boolean {
  if (filters.state === 'open') return openDoubts(at) > 0
  return filters.state === '' || (doneOf(at) !== null) === (filters.state === 'done')
}

function searchText(at: number): string {
  const row = rows[at] as Row
  const date = shown(at, 'date')
  const parts = [
    shown(at, 'number'),
    shown(at, 'type'),
    shown(at, 'issuer'),
    shown(at, 'subject'),
    row.signer,
    date,
    readableDate(date),
    row.name,
    row.source,
  ]
  return skeleton(parts.filter(Boolean).join('\n').normalize('NFC'))
}

const collator = new Intl.Collator('vi', { numeric: true })
export const byName = (a: number, b: number) => collator.compare(fileOf(a), fileOf(b)) || a - b
const warningsOf = (at: number) => rows[at]?.warnings ?? 0
const ORDERS: Record<Sort, (a: number, b: number) => number> = {
  /** As many as the page began with: what is dealt with keeps its place. */
  doubt: (a, b) => doubtsOf(b).length - doubtsOf(a).length || warningsOf(b) - warningsOf(a) || byName(a, b),
  date: (a, b) => (shown(b, 'date') ?? '').localeCompare(shown(a, 'date') ?? '') || byName(a, b),
  number: (a, b) => collator.compare(shown(a, 'number') ?? '~', shown(b, 'number') ?? '~') || byName(a, b),
  name: byName,
}

/** How often each value occurs, the most frequent first. */
export function tally(values: Iterable<string>): [value: string, count: number][] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || collator.compare(a[0], b[0]))
}
