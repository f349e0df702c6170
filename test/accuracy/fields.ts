/** The scored fields: what gold and record hold of each, as comparable values. */
import type { DirectiveRecord, ItemRecord } from '../../src/schema.ts'
import { type Agreement, agreement, folded } from './folding.ts'
import type { Gold, GoldItem } from './gold.ts'

export interface Field {
  gold(gold: Gold): string[]
  record(record: DirectiveRecord): string[]
  compare(gold: string, record: string): Agreement
}

const SCALARS = [
  'kind',
  'system',
  'type',
  'number',
  'place',
  'date',
  'issuer',
  'parent',
  'subject',
  'urgency',
  'secrecy',
  'archive',
] as const
type Scalar = (typeof SCALARS)[number]

const present = (values: (string | null | undefined)[]): string[] => values.filter((value): value is string => !!value)
const unique = (values: string[]): string[] => [...new Set(values)]
const exact = (gold: string, record: string): Agreement => (gold === record ? 2 : 0)

const RANK =
  /^(?:(?:GS|PGS|TS|ThS|BS|KS|CN|Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá)\.?\s*,?\s*)+/iu
const bareName = (name: string) => name.normalize('NFC').replace(RANK, '')
const bareNumber = (number: string) => number.normalize('NFC').replace(/\s+/g, '').replace(/^số:?/iu, '')
const bareSubject = (subject: string) =>
  subject.normalize('NFC').replace(/^\s*(?:v\s*[/%]\s*v\.?\s*:?|về việc|vv:?|về)\s+/iu, '')
const BARE: Partial<Record<Scalar, (value: string) => string>> = { number: bareNumber, subject: bareSubject }

function scalar(name: Scalar): Field {
  const bare = BARE[name] ?? String
  return {
    gold: (gold) => (gold[name] == null ? [] : [bare(gold[name])]),
    record: (record) => present([record[name === 'parent' ? 'parentIssuer' : name]]).map(bare),
    compare: name === 'date' || name === 'kind' || name === 'system' ? exact : agreement,
  }
}

/** Label, depth (null where it does not count) and the first letters of an item. */
interface Unit {
  labels: string[]
  depth: number | null
  start: string
}

/** Letters of an item's beginning that tell it from others. */
const START = 18
const startOf = (text: string) =>
  folded(text)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, START)
const labelOf = (label: string) =>
  folded(
    label
      .replace(/[.)\-:]+$/, '')
      .trim()
      .replace(/^(?:[+•*o○▪-]|)$/, '-'),
  )

function goldUnit({ label, printed, depth, start }: GoldItem, nested: boolean): Unit {
  return { labels: present([label, printed]).map(labelOf), depth: nested ? depth : null, start: startOf(start) }
}

function recordUnits(items: ItemRecord[], nested: boolean, depth = 1): Unit[] {
  return items.flatMap(({ label, heading, text, items: below }) => [
    { labels: [labelOf(label)], depth: nested ? depth : null, start: startOf(heading ? `${heading} ${text}` : text) },
    ...recordUnits(below, nested, depth + 1),
  ])
}

/** An item is found when its label is, and one beginning is the other's (six letters at least, or the whole). */
function sameUnit(gold: string, record: string): Agreement {
  const [one, other] = [JSON.parse(gold) as Unit, JSON.parse(record) as Unit]
  if (one.depth !== other.depth || !one.labels.includes(other.labels[0] as string)) return 0
  if (one.start === other.start) return 2
  const long = Math.min(one.start.length, other.start.length) >= 6
  return long && (one.start.startsWith(other.start) || other.start.startsWith(one.start)) ? 2 : 0
}

function units(nested: boolean): Field {
  return {
    gold: (gold) =>
      gold.items.filter(({ optional }) => !optional).map((item) => JSON.stringify(goldUnit(item, nested))),
    record(record) {
      return recordUnits(record.items, nested).map((unit) => JSON.stringify(unit))
    },
    compare: sameUnit,
  }
}

/** The record's values of `items` or `nesting` without those that answer an optional item of the gold. */
export function withoutOptional(gold: Gold, field: string, values: string[]): string[] {
  if (field !== 'items' && field !== 'nesting') return values
  const left = [...values]
  for (const item of gold.items.filter(({ optional }) => optional)) {
    const wanted = JSON.stringify(goldUnit(item, false))
    const at = left.findIndex((value) => sameUnit(wanted, JSON.stringify({ ...JSON.parse(value), depth: null })) > 0)
    if (at >= 0) left.splice(at, 1)
  }
  return left
}

const eachItem = (items: ItemRecord[]): ItemRecord[] => items.flatMap((item) => [item, ...eachItem(item.items)])

/** All scored fields, in the order of the table. */
export const FIELDS: Record<string, Field> = {
  ...Object.fromEntries(SCALARS.map((name) => [name, scalar(name)])),
  addressees: { gold: (gold) => gold.addressees, record: (record) => present(record.addressees), compare: agreement },
  recipients: {
    gold: (gold) => gold.recipients,
    record: (record) => present(record.recipients.map(({ text }) => text)),
    compare: agreement,
  },
  authority: {
    gold: (gold) => present(gold.signatures.map(({ authority }) => authority.join(' '))),
    record: (record) => present(record.signatures.map(({ authority }) => authority.join(' '))),
    compare: agreement,
  },
  position: {
    gold: (gold) => present(gold.signatures.map(({ position }) => position)),
    record: (record) => present(record.signatures.map(({ position }) => position)),
    compare: agreement,
  },
  signer: {
    gold: (gold) => present(gold.signatures.map(({ name }) => name)).map(bareName),
    record: (record) => present(record.signatures.map(({ name }) => name)).map(bareName),
    compare: agreement,
  },
  references: {
    gold: (gold) => gold.references.map(({ number }) => bareNumber(number)),
    record: (record) => unique(present(record.references.map(({ number }) => number)).map(bareNumber)),
    compare: agreement,
  },
  referenceDates: {
    gold: (gold) => gold.references.flatMap(({ number, date }) => (date ? [`${bareNumber(number)} ${date}`] : [])),
    record: (record) =>
      unique(
        record.references.flatMap(({ number, date }) => (number && date ? [`${bareNumber(number)} ${date}`] : [])),
      ),
    compare: exact,
  },
  deadlines: {
    gold: (gold) => unique(present(gold.deadlines.map(({ date }) => date))),
    record: (record) => unique(present(record.tasks.map(({ deadline }) => deadline?.date))),
    compare: exact,
  },
  assignees: {
    gold: (gold) => gold.assignments.flatMap(({ assignees }) => assignees),
    record: (record) => eachItem(record.items).flatMap(({ assignees }) => present(assignees)),
    compare: agreement,
  },
  items: units(false),
  nesting: units(true),
}

const HEADER = ['type', 'number', 'place', 'date', 'issuer', 'parent', 'subject', 'urgency', 'secrecy']

/** Fields that are counted together. */
export const GROUPS: Record<string, string[]> = {
  header: HEADER,
  addressees: ['addressees'],
  items: ['items'],
  nesting: ['nesting'],
  recipients: ['recipients', 'archive'],
  signature: ['authority', 'position', 'signer'],
  references: ['references'],
  deadlines: ['deadlines'],
  assignees: ['assignees'],
}

/** Fields of which the grades are judged, with their place in the evidence map. */
export const GRADED: Record<string, string> = {
  type: '/type',
  number: '/number',
  place: '/place',
  date: '/date',
  issuer: '/issuer',
  parent: '/parentIssuer',
  subject: '/subject',
}

const FOOTER = ['recipients', 'authority', 'position', 'signer']

/** Is the field annotated in this gold? */
export function isScored({ kind, excerpt, partial, itemsPartial }: Gold, field: string): boolean {
  if (kind === 'news') return field === 'kind'
  const top = (SCALARS as readonly string[]).includes(field) || field === 'addressees'
  if (excerpt === 'head') return top && field !== 'archive' && field !== 'addressees'
  if (excerpt === 'tail') return FOOTER.includes(field) || field === 'archive'
  if (partial) return top || FOOTER.includes(field)
  return !(itemsPartial && (field === 'items' || field === 'nesting'))
}
