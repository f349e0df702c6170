/** The marks of a document as the values that a record should have; what was spoilt beyond reading is left out. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Field, LabelledDocument, Mark } from './document.ts'

/** A list is one value; undefined: not judged. */
export type Value = string | string[] | null | undefined

export const JUDGED = [
  'parent',
  'issuer',
  'number',
  'place',
  'date',
  'type',
  'subject',
  'urgency',
  'secrecy',
  'addressees',
  'bases',
  'recipients',
  'archive',
  'authority',
  'position',
  'name',
  'items',
] as const
export type Judged = (typeof JUDGED)[number]

const TYPES = (parse(readFileSync(new URL('../../grammars/types.yaml', import.meta.url), 'utf8')) as { name: string }[])
  .map(({ name }) => name)
  .toSorted((a, b) => b.length - a.length)
const MONTH = /ngày\s*(\S*?)\s*tháng\s*(\S*?)\s*năm\s*(\S+)|ngày\s*(\d{1,2})\/(\d{1,2})\/(\d{4})/iu

export function truthOf({ text, marks }: LabelledDocument): Record<Judged, Value> {
  const said = ({ spans }: Mark, between = ' ') =>
    spans
      .map((span) => text.slice(...span))
      .join(between)
      .replace(/\s+/gu, ' ')
  const start = ({ spans }: Mark) => spans[0]?.[0] ?? 0
  /** In reading order, as a record has its lists. */
  const all = (field: Field) => marks.filter((mark) => mark.field === field).toSorted((a, b) => start(a) - start(b))
  const one = (field: Field): string | null => {
    const mark = all(field)[0]
    return mark ? said(mark) : null
  }
  const list = (field: Field) => all(field).map((mark) => said(mark))
  const archive = one('archive')
  const heading = one('type')
  return {
    parent: one('parent'),
    issuer: one('issuer'),
    number: numberOf(all('number').map((mark) => said(mark, ''))[0]),
    place: one('place'),
    date: dateOf(one('date')),
    type: typeOf(heading, one('number') !== null && one('title') !== null),
    subject: one('subject'),
    urgency: one('urgency'),
    secrecy: one('secrecy'),
    addressees: list('addressee'),
    bases: list('base'),
    recipients: [...list('recipient'), ...(archive ? [archive] : [])],
    archive,
    authority: list('authority'),
    position: list('position'),
    name: list('name'),
    items: labelsOf(all('item').map((mark) => said(mark))),
  }
}

const numberOf = (printed: string | undefined): Value =>
  printed === undefined ? null : printed.replace(/\s+|^[.…]+/gu, '')

/** Day, month and year in EDTF; a day in no digits is none, a year in no digits cannot be judged. */
function dateOf(printed: string | null): Value {
  if (printed === null) return null
  const found = MONTH.exec(printed)
  if (!found) return undefined
  const [day, month, year] = found[4] ? [found[4], found[5], found[6]] : [found[1], found[2], found[3]]
  if (!/^\d{4}$/u.test(year ?? '') || (month && /[^\d.…]/u.test(month)) || (day && /[^\d.…]/u.test(day)))
    return undefined
  const digits = (part: string | undefined) =>
    /^\d{1,2}$/u.test(part ?? '') ? `-${String(part).padStart(2, '0')}` : ''
  return digits(month) === '' ? (year as string) : `${year}${digits(month)}${digits(day)}`
}

/** The canonical name with which the heading begins; a letter prints none. */
function typeOf(heading: string | null, letterhead: boolean): Value {
  if (heading === null) return letterhead ? 'Công văn' : undefined
  const squeezed = (of: string) => of.toLocaleLowerCase('vi').replace(/\s/gu, '')
  return TYPES.find((name) => squeezed(heading).startsWith(squeezed(name)))
}

/** `Điều 1`, `1`, `a`, `-`; null where it is spoilt. */
const labelOf = (item: string): string | null =>
  /^(?:Điều \d+|\(?[\p{L}\d]{1,4}(?=[.)/-])|[-+•*–](?= ))/u
    .exec(item)?.[0]
    .replace(/^[+•*–]$/u, '-')
    .replace('(', '') ?? null

/** Labels of all items; not judged where one is spoilt. */
function labelsOf(items: string[]): Value {
  const labels = items.map(labelOf)
  return labels.includes(null) ? undefined : (labels as string[])
}
