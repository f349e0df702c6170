/** Years as they are printed: four digits, two, or words; and which numbers are years at all. */
import { spelledNumber } from '../../calendar/numbers.ts'
import type { DateWords } from '../../calendar/words.ts'
import { matchAt } from '../../text.ts'
import type { Issued, Reading } from './reader.ts'

export interface YearFound {
  year: number
  end: number
  /** Why it is not printed so. */
  inferred?: string
}

/** Years that documents speak of: a number of four digits that needs no more to be one. */
export function isYear(value: number): boolean {
  return value >= 1900 && value <= 2099
}

/** Years that history speaks of: in a date whose day and month are printed. */
export function mayBeYear(value: number): boolean {
  return value >= 1000 && value <= 2199
}

export const isDay = (value = 0): boolean => value >= 1 && value <= 31

export const isMonth = (value = 0): boolean => value >= 1 && value <= 12

export const CENTURY = "century of a year in two digits, by the document's date"
const NO_CENTURY = 'a year in two digits'

/** How far ahead a document speaks of a year in two digits. */
const AHEAD = 20

/**
 * The year that two digits mean, by the document's date: at most twenty years after it, else before. Without such a date
 * the digits alone.
 */
export function fullYear(digits: number, issued: Issued | null): { year: number; inferred: string } {
  if (!issued) return { year: digits, inferred: NO_CENTURY }
  const latest = issued.year + AHEAD
  return { year: latest - ((latest - digits) % 100), inferred: CENTURY }
}

/** Signs that scanning puts for digits, in a folded text; of others nobody knows which digit they were. */
const SPOILT: Record<string, string> = { l: '1', i: '1', o: '0', '§': '8' }

/** Digits with such signs among them, as a number; `NaN` where none is a digit for certain. */
export function repairedNumber(text: string): number {
  return /[\d§]/.test(text) ? Number(text.replace(/[lio§]/g, (sign) => SPOILT[sign] as string)) : Number.NaN
}

export const REPAIRED = 'letters read as the digits that scanning spoilt'

/** What may end a date whose year stands without `năm`. */
const CLOSED = '(?= ?(?:[.,;:()|"\\n]|$| [-–] | -))'

/**
 * Reads the year behind a month, from the end of the month: `/2021`, ` năm 2021`, `, 1999`, ` năm 98`, `/98`, ` năm hai
 * nghìn`; with `worded` only behind `năm`.
 */
export function yearBehindMonth(words: DateWords): (reading: Reading, at: number, worded: boolean) => YearFound | null {
  const year = words.any('year')
  const word = `[ ,.…_]{0,6}(?:${words.any('tail-links')} )?\\(?${year} ?`
  const four = new RegExp(`(?: ?[/.-] ?|${word})(\\d{4})(?![\\d%])`, 'y')
  const two = new RegExp(`${word}['’]?(\\d{2})(?![\\d/%]|[.,]\\d)`, 'y')
  // `tháng 7/8` names two months, `tháng 12/98` a year
  const short = / ?[/-] ?(0\d|1[3-9]|[2-9]\d)(?![\d/%]|[.,-]\d| ?[-/])/y
  const bare = new RegExp(`,? (\\d{4})(?:${CLOSED}|(?= ${words.any('time-cues')} \\d))`, 'y')
  const spoilt = new RegExp(`${word}([12l][\\dlio]{3})(?![a-z0-9])`, 'y')
  const spelled = new RegExp(`,? ?${year} (?=${words.any('digits')} )`, 'y')
  const cued = new RegExp(word, 'y')
  return ({ text, scan, issued }, at, worded) => {
    if (worded && !matchAt(cued, text, at)) return null
    const full = matchAt(four, text, at)
    if (full && mayBeYear(Number(full[1]))) return { year: Number(full[1]), end: at + full[0].length }
    if (full) return null
    const bareYear = matchAt(bare, text, at)
    if (bareYear && isYear(Number(bareYear[1]))) return { year: Number(bareYear[1]), end: at + bareYear[0].length }
    const digits = matchAt(two, text, at) ?? matchAt(short, text, at)
    if (digits) return { ...fullYear(Number(digits[1]), issued), end: at + digits[0].length }
    const damaged = matchAt(spoilt, text, at)
    const repaired = damaged ? repairedNumber(damaged[1] as string) : Number.NaN
    if (damaged && isYear(repaired)) return { year: repaired, end: at + damaged[0].length, inferred: REPAIRED }
    const cue = matchAt(spelled, text, at)
    if (!cue) return null
    const start = at + cue[0].length
    const number = spelledNumber(scan.printed(start, Math.min(text.length, start + SPELLED)), words)
    return number && mayBeYear(number.value) ? { year: number.value, end: start + number.length } : null
  }
}

/** Letters of the longest year in words. */
const SPELLED = 64
