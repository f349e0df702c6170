/**
 * Every date of a text, with its value and its part in the text.
 *
 * The parsers and refiners are our own, run by chrono over a folded form of the text; what chrono implies is never read.
 */
import { currentGrammar, type Grammar } from '../../grammar/grammar.ts'
import type { Span } from '../../text.ts'
import { Chrono } from './chrono.ts'
import { type Citing, citing } from './citing.ts'
import { deadlineCues, type Operator } from './cues.ts'
import { edtf, isImpossible } from './edtf.ts'
import { anaphora, lunarDates } from './elsewhere.ts'
import type { Mention } from './mention.ts'
import { numericDates } from './numeric.ts'
import { halves, quarters } from './quarters.ts'
import { monthDays, regularTimes, terms } from './recurring.ts'
import { documentValues, YEAR_OF_DOCUMENT } from './refine-document.ts'
import { edges } from './refine-edges.ts'
import { overlaps } from './refine-overlaps.ts'
import { ranges } from './refine-ranges.ts'
import { type Scan, scanOf } from './scan.ts'
import { dateWords } from './words.ts'
import { wordedDates } from './worded.ts'
import { decades, years } from './years.ts'

export interface FoundDate {
  /** Offsets into the text, a time before the date included: `14 giờ ngày 08/10/2025`. */
  span: Span
  /** EDTF, intervals too; null for a date with a `problem`, a recurring one and a term that runs from an event. */
  date: string | null
  /** `issue` is the segmenter's to set. */
  role: 'issue' | 'reference' | 'deadline' | 'event' | 'period'
  /** `14:00`, where a time of day is printed before the date. */
  time?: string
  /** Why a part of the value is not printed: its year is that of its range, or of the document's date. */
  inferred?: string
  problem?: 'impossible' | 'lunar'
  recurring?: true
  relative?: true
  /** The words that make it a deadline: from where they begin, and what they say. */
  cue?: { start: number; operator: Operator }
}

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
  const { chrono, cited } = machinery()
  const context = { scan, issued: options.issued }
  const mentions = chrono.parse(scan.text, NO_CLOCK, context as object) as Mention[]
  return mentions.map((mention) => foundDate(mention, scan, cited, options.issued))
}

/** Chrono wants an instant to guess from. Its guesses are not read, and the clock is not asked. */
const NO_CLOCK = new Date(0)

interface Machinery {
  chrono: Chrono
  cited: Citing
}

const built = new WeakMap<Grammar, Machinery>()

function machinery(): Machinery {
  const grammar = currentGrammar()
  const found = built.get(grammar)
  if (found) return found
  const words = dateWords()
  const made = {
    chrono: new Chrono({
      parsers: [
        wordedDates(words), numericDates(words), years(words), decades(words), quarters(words), halves(words),
        monthDays(words), regularTimes(words), terms(words), anaphora(words), lunarDates(words),
      ],
      refiners: [overlaps, edges(words), ranges(words), documentValues],
    }),
    cited: citing(words),
  }
  built.set(grammar, made)
  return made
}

function foundDate(mention: Mention, scan: Scan, citing: Citing, issued: string | null): FoundDate {
  const { index: start, until: end } = mention
  const isYear = mention.part('month') === null && mention.season === null && !mention.recurring && !mention.relative
  const numbered = citing.byNumber(scan, start)
  const cue = numbered || mention.end || mention.from === 'last' ? null : deadlineCues().governing(scan, { start, end, year: isYear })
  const own = mention.own && !deadlineCues().isSpoiled(scan, { start, end })
  const past = cue !== null && isPast(mention, issued)
  if (past && mention.inferred === YEAR_OF_DOCUMENT) mention.start.assign('year', (mention.part('year') as number) + 1)
  const governed = cue !== null && (!past || mention.inferred === YEAR_OF_DOCUMENT)
  const found: FoundDate = {
    span: scan.span(start, end),
    date: edtf(mention),
    role: numbered ? 'reference' : governed || own ? 'deadline' : citing.byName(scan, start) ? 'reference' : mention.end || mention.season || mention.part('day') === null ? 'period' : 'event',
  }
  const problem = mention.lunar ? 'lunar' : isImpossible(mention) ? 'impossible' : null
  if (problem) found.problem = problem
  if (mention.inferred) found.inferred = mention.inferred
  if (mention.recurring) found.recurring = true
  if (mention.relative) found.relative = true
  if (mention.start.isCertain('hour')) found.time = [mention.start.get('hour'), mention.start.get('minute')].map((part) => String(part).padStart(2, '0')).join(':')
  if (governed) found.cue = { start: scan.span(cue.index, end)[0], operator: mention.recurring ? 'recurring' : cue.operator }
  return found
}

/** Does the date lie wholly before the document's own? */
function isPast(mention: Mention, issued: string | null): boolean {
  const value = edtf(mention)
  if (issued === null || value === null || !/^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?$/.test(value)) return false
  const length = Math.min(value.length, issued.length)
  return value.slice(0, length) < issued.slice(0, length)
}
