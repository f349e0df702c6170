/**
 * Deadlines that are counted: `chậm nhất 05 ngày trước ngày 30/9/2021` is the 25th, `trong vòng 15 ngày kể từ ngày 01/9/2021`
 * the 16th, since the first day does not count (Bộ luật Dân sự 2015, Điều 147). Working days stay words: no text says
 * which days were holidays.
 */
import { addDays, addMonths, twoDigits } from '../../calendar/calendar.ts'
import { edtf } from './edtf.ts'
import type { Mention, Term } from './mention.ts'
import type { Issued } from './reader.ts'

export interface Due {
  /** EDTF; null where it stays words. */
  date: string | null
  /** Why, or from what it was counted. */
  note: string
  /** The date it is counted from, where one is printed. */
  anchor: Mention | null
}

/** Signs and blanks between a term and the day from which it runs. */
const GAP = 2

/** What every counted term comes to, by its mention. */
export function dueDates(mentions: readonly Mention[], issued: Issued | null): Map<Mention, Due> {
  const found = new Map<Mention, Due>()
  for (const [index, mention] of mentions.entries()) {
    if (!mention.term) continue
    const anchor = mention.term.anchored ? anchorOf(mention, mentions[index - 1], mentions[index + 1]) : null
    const due = anchor ? counted(mention.term, anchor) : said(mention.term, issued)
    if (due) found.set(mention, due)
  }
  return found
}

/** The day that is printed beside a term, on the side where its words say it stands. */
function anchorOf(mention: Mention, last: Mention | undefined, next: Mention | undefined): Mention | null {
  const isBehind = mention.term?.from === undefined
  const [anchor, gap] = isBehind
    ? [next, (next?.index ?? 0) - mention.until]
    : [last, mention.index - (last?.until ?? 0)]
  return anchor && gap <= GAP ? anchor : null
}

const WORKDAYS = 'working days are not counted: holidays are not in the text'

function counted(term: Term, anchor: Mention): Due {
  const from = anchor.end ? null : edtf(anchor)
  if (from === null || !/^\d{4}-\d\d-\d\d$/.test(from))
    return { date: null, note: 'the day it runs from is not known', anchor }
  if (term.unit === 'workday' || term.unit === 'hour')
    return { date: null, note: term.unit === 'workday' ? WORKDAYS : `hours from ${from}`, anchor }
  return {
    date: shifted(from, term),
    note: `${term.count} ${term.unit}${term.count === 1 ? '' : 's'} ${term.direction < 0 ? 'before' : 'from'} ${from}`,
    anchor,
  }
}

/** From the signing: words, as printed; the note says what they come to. */
function said(term: Term, issued: Issued | null): Due | null {
  if (term.unit === 'workday') return { date: null, note: WORKDAYS, anchor: null }
  if (!term.signed || term.unit === 'hour' || !issued?.month || !issued.day) return null
  const from = `${issued.year}-${twoDigits(issued.month)}-${twoDigits(issued.day)}`
  return { date: null, note: `counted from the document's date, ${from}: ${shifted(from, term)}`, anchor: null }
}

const WEEK = 7
const MONTHS = 12

function shifted(from: string, { count, unit, direction }: Term): string {
  const by = count * direction
  if (unit === 'month' || unit === 'year') return addMonths(from, unit === 'year' ? by * MONTHS : by)
  return addDays(from, unit === 'week' ? by * WEEK : by)
}
