/**
 * Every date of a text, with its value and its part in the text.
 *
 * The parsers and refiners are our own, run by chrono over a folded form of the text; what chrono implies is never read.
 */
import { currentGrammar, type Grammar } from '../../grammar/grammar.ts'
import { Chrono } from './chrono.ts'
import { type Citing, citing } from './citing.ts'
import { anaphora, lunarDates } from './elsewhere.ts'
import { type FoundDate, foundDate } from './found-date.ts'
import type { Mention } from './mention.ts'
import { numericDates } from './numeric.ts'
import { halves, quarters } from './quarters.ts'
import { monthDays, regularTimes, terms } from './recurring.ts'
import { documentValues } from './refine-document.ts'
import { edges } from './refine-edges.ts'
import { overlaps } from './refine-overlaps.ts'
import { ranges } from './refine-ranges.ts'
import { scanOf } from './scan.ts'
import { dateWords } from '../../calendar/words.ts'
import { wordedDates } from './worded.ts'
import { decades, years } from './years.ts'

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
  const { chrono, cited } = machinery()
  const context = { scan, issued: options.issued }
  const mentions = chrono.parse(scan.text, NO_CLOCK, context as object) as Mention[]
  return mentions.map((mention) => foundDate(mention, scan, { cited, issued: options.issued }))
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
        wordedDates(words),
        numericDates(words),
        years(words),
        decades(words),
        quarters(words),
        halves(words),
        monthDays(words),
        regularTimes(words),
        terms(words),
        anaphora(words),
        lunarDates(words),
      ],
      refiners: [overlaps, edges(words), ranges(words), documentValues],
    }),
    cited: citing(words),
  }
  built.set(grammar, made)
  return made
}
