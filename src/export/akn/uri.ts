/**
 * Names and addresses of Akoma Ntoso: `/akn/vn/doc/cong-van/huyen-uy-suoi-ngan/2021-08-05/12-cv-hu`. The whole date
 * stands in it, since numbers of the Party begin anew each term and those of the State each year.
 */
import { lastDayOf } from '../../calendar/calendar.ts'
import { skeleton } from '../../text.ts'
import type { CodeLists } from '../shapes.ts'

export type Root = 'act' | 'statement' | 'doc'

/** What a document is known by, of its own or as another one cites it. */
export interface Cited {
  type: string | null
  number: string | null
  date: string | null
  issuer: string | null
}

/** Stands for what is not known. */
const UNKNOWN = 'nn'

/** Lower case without marks, hyphens between the words: `12-CV/HU` → `12-cv-hu`. */
export function slug(text: string | null): string {
  return (
    (text === null
      ? ''
      : skeleton(text)
          .replace(/[^a-z0-9]+/g, '-')
          .replace(/^-|-$/g, '')) || UNKNOWN
  )
}

/** `Công văn` → `congVan`. */
export function camelCase(text: string): string {
  return slug(text).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}

/** A year within the number marks what is law (quy phạm pháp luật). */
const YEAR_INSIDE = /^\d+\/(?:19|20)\d\d\//

export function rootOf({ type, number }: Pick<Cited, 'type' | 'number'>, codes: CodeLists): Root {
  const { codes: roots = {}, other = 'doc' } = codes.aknRoots ?? {}
  const root = roots[type ?? ''] ?? other
  return (root === 'statement' && YEAR_INSIDE.test(number ?? '') ? 'act' : root) as Root
}

export function workUri(cited: Cited, codes: CodeLists): string {
  const { type, number, date, issuer } = cited
  return [
    '/akn/vn',
    rootOf(cited, codes),
    slug(type),
    slug(issuer),
    date?.replaceAll('X', 'x') ?? UNKNOWN,
    slug(number),
  ].join('/')
}

/**
 * Days that Akoma Ntoso can hold, each with the name of what happened: the day of issue, or the first and the last day on
 * which a document whose month or year alone is known may have been issued. `latest`: it was there on that day, where nothing
 * else is known. The schema asks for one at least, whole.
 */
export function namedDays(date: string | null, latest: string | null): { date: string; name: string }[] {
  const whole = wholeDate(date)
  if (whole !== null) return [{ date: whole, name: 'Generation' }]
  const last = date !== null && /^\d{4}(?:-(?:0\d|1[0-2]))?$/.test(date) ? lastDayOf(date) : null
  if (date !== null && last !== null)
    return [
      { date: `${date}-01-01`.slice(0, last.length), name: 'notBefore' },
      { date: last, name: 'notAfter' },
    ]
  return latest === null ? [] : [{ date: latest, name: 'notAfter' }]
}

/** A date that Akoma Ntoso can hold: a whole one. */
export const wholeDate = (date: string | null): string | null =>
  date !== null && /^\d{4}-\d\d-\d\d$/.test(date) ? date : null
