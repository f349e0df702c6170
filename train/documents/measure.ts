/** The present parser over generated documents: right and wrong by field and family, and what went wrong. */
import { parseDirective } from '../../src/pipeline.ts'
import type { DirectiveRecord } from '../../src/schema.ts'
import { agreement } from '../../test/accuracy/folding.ts'
import { type Choice, generate, type LabelledDocument } from './document.ts'
import { JUDGED, type Judged, truthOf, type Value } from './truth.ts'

export interface Miss {
  document: LabelledDocument
  field: Judged
  kind: MissKind
  wanted: Value
  given: Value
}

/** `missing`: nothing given; `invented`: there is none; `longer`, `shorter`: the right words and more, or not all; of lists too. */
export type MissKind = 'missing' | 'invented' | 'longer' | 'shorter' | 'other'

export interface Measured {
  /** By family (or another grouping), then field: documents where the field was judged, and where it was right. */
  counts: Map<string, Record<Judged, { cases: number; right: number }>>
  misses: Miss[]
  /** Values that the parser graded \`certain\`, and of these the wrong ones; entries of lists each on its own. */
  certain: Record<Judged, { values: number; wrong: number }>
}

/** Rows of the table: the family, or what kind of reader gave the document and how it set its columns. */
export type Grouping = 'family' | 'reader' | 'head' | 'foot'

export function measure(choice: Choice, by: Grouping = 'family'): Measured {
  const counts: Measured['counts'] = new Map()
  const misses: Miss[] = []
  const certain = Object.fromEntries(JUDGED.map((field) => [field, { values: 0, wrong: 0 }])) as Measured['certain']
  for (const document of generate(choice)) {
    const truth = truthOf(document)
    const group = by === 'family' ? document.family : document.layout[by]
    const record = parseDirective(document.text)
    const given = valuesOf(record)
    const row =
      counts.get(group) ??
      (Object.fromEntries(JUDGED.map((field) => [field, { cases: 0, right: 0 }])) as Record<
        Judged,
        { cases: number; right: number }
      >)
    counts.set(group, row)
    for (const field of JUDGED) {
      const wanted = truth[field]
      if (wanted === undefined || (isNone(wanted) && isNone(given[field]))) continue
      for (const value of gradedCertain(record, field)) {
        certain[field].values++
        if (![wanted].flat().some((each) => typeof each === 'string' && agreement(each, value) > 0))
          certain[field].wrong++
      }
      row[field].cases++
      if (same(wanted, given[field])) row[field].right++
      else misses.push({ document, field, kind: kindOf(wanted, given[field]), wanted, given: given[field] })
    }
  }
  return { counts, misses, certain }
}

const POINTERS: Partial<Record<Judged, RegExp>> = {
  parent: /^\/parentIssuer$/u,
  issuer: /^\/issuer$/u,
  number: /^\/number$/u,
  place: /^\/place$/u,
  date: /^\/date$/u,
  type: /^\/type$/u,
  subject: /^\/subject$/u,
  addressees: /^\/addressees\/\d+$/u,
  bases: /^\/bases\/\d+$/u,
  recipients: /^\/recipients\/\d+$/u,
  archive: /^\/archive$/u,
  authority: /^\/signatures\/\d+\/authority\/\d+$/u,
  position: /^\/signatures\/\d+\/position$/u,
  name: /^\/signatures\/\d+\/name$/u,
}

/** The values of the field that the record calls certain. */
function gradedCertain(record: DirectiveRecord, field: Judged): string[] {
  const pointer = POINTERS[field]
  if (!pointer) return []
  return Object.entries(record.evidence)
    .filter(([at, { grade }]) => grade === 'certain' && pointer.test(at))
    .map(([at]) => valueAt(record, at))
    .filter((value): value is string => value !== null)
}

function valueAt(record: DirectiveRecord, pointer: string): string | null {
  const value = pointer
    .slice(1)
    .split('/')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], record)
  if (typeof value === 'string') return value
  return (value as { text?: string } | undefined)?.text ?? null
}

function valuesOf(record: DirectiveRecord): Record<Judged, Value> {
  const labels = (items: DirectiveRecord['items']): string[] =>
    items.flatMap(({ label, items: below }) => [label.replace(/^[+•*–]$/u, '-'), ...labels(below)])
  const signed = (key: 'position' | 'name') =>
    record.signatures.map((signature) => signature[key]).filter((value): value is string => value !== null)
  return {
    parent: record.parentIssuer,
    issuer: record.issuer,
    number: record.number,
    place: record.place,
    date: record.date,
    type: record.type,
    subject: record.subject,
    urgency: record.urgency,
    secrecy: record.secrecy,
    addressees: record.addressees,
    bases: record.bases,
    recipients: record.recipients.map(({ text }) => text),
    archive: record.archive,
    authority: record.signatures.flatMap(({ authority }) => authority),
    position: signed('position'),
    name: signed('name'),
    items: labels(record.items),
  }
}

const isNone = (value: Value) => value === null || value === undefined || value.length === 0

function same(wanted: Value, given: Value): boolean {
  if (Array.isArray(wanted) && Array.isArray(given))
    return wanted.length === given.length && wanted.every((each, at) => agreement(each, given[at] as string) > 0)
  return typeof wanted === 'string' && typeof given === 'string' && agreement(wanted, given) > 0
}

function kindOf(wanted: Value, given: Value): MissKind {
  if (isNone(given)) return 'missing'
  if (isNone(wanted)) return 'invented'
  const [left, right] = [wanted, given].map((value) =>
    letters(Array.isArray(value) ? value.join(' ') : (value ?? '')),
  ) as [string, string]
  if (right.includes(left)) return 'longer'
  if (left.includes(right)) return 'shorter'
  return 'other'
}

const letters = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
