/** Every date of a text, with its value and its part in the text. */
import { type DateWords, dateWords } from '../../calendar/words.ts'
import { perGrammar } from '../../grammar/grammar.ts'
import { citing } from './citing.ts'
import { lunarDates, relativeToDocument, sameDay, weekdaysOfWeek } from './elsewhere.ts'
import { type FoundDate, foundDate } from './found-date.ts'
import { numericDates } from './numeric.ts'
import { halves, quarters, seasons } from './quarters.ts'
import { type Issued, readerIndex, readMentions } from './reader.ts'
import { monthDays, regularTimes } from './recurring.ts'
import { withDocumentValues } from './refine-document.ts'
import { edges } from './refine-edges.ts'
import { withoutOverlaps } from './refine-overlaps.ts'
import { ranges } from './refine-ranges.ts'
import { dueDates } from './refine-terms.ts'
import { scanOf } from './scan.ts'
import { spoiltDates } from './spoilt.ts'
import { terms } from './terms.ts'
import { wordedDates } from './worded.ts'
import { centuries, decades, shortYears, years } from './years.ts'

export type { FoundDate }

export interface DateOptions {
  /** The document's own date in EDTF, for dates without a year. */
  issued: string | null
  /** Part of the text to look at; the whole by default. */
  from?: number
  to?: number
}

/** Finds the dates of a decoded text, in order, not overlapping. Linear in the text's length. */
export function findDates(text: string, options: DateOptions): FoundDate[] {
  const scan = scanOf(text, options.from, options.to)
  const { index, cited, widen, join } = machinery()
  const issued = issuedParts(options.issued)
  const reading = { scan, text: scan.text, issued }
  const found = withoutOverlaps(readMentions(index, reading))
  const mentions = withDocumentValues(join(scan.text, widen(reading, found)), issued)
  const due = dueDates(mentions, issued)
  const anchors = new Set([...due.values()].map(({ anchor }) => anchor))
  const surroundings = { cited, issued: options.issued, due, anchors }
  return mentions.map((mention) => foundDate(mention, scan, surroundings))
}

function issuedParts(issued: string | null): Issued | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(issued ?? '') ?? []
  return year === undefined
    ? null
    : { year: Number(year), month: month ? Number(month) : null, day: day ? Number(day) : null }
}

/** What is built of the words of a grammar, once. */
const machinery = perGrammar(() => {
  const words = dateWords()
  return {
    index: readerIndex(READERS.map((reader) => reader(words))),
    cited: citing(words),
    widen: edges(words),
    join: ranges(words),
  }
})

const READERS = [
  wordedDates,
  numericDates,
  spoiltDates,
  years,
  shortYears,
  decades,
  centuries,
  quarters,
  halves,
  seasons,
  monthDays,
  regularTimes,
  terms,
  sameDay,
  relativeToDocument,
  weekdaysOfWeek,
  lunarDates,
] satisfies ((words: DateWords) => unknown)[]
