/**
 * The place-and-date line of a header (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4), whole or damaged.
 *
 * ```
 * Số: 05/CT-UBND      Quảng Ngãi, ngày 15 tháng 4 năm 2020
 *                     ^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
import { perGrammar } from '../grammar/grammar.ts'
import { remembered } from '../remembered.ts'
import { isWordAt, matchAt, skeleton, type Span } from '../text.ts'
import { calendarDate } from './calendar.ts'
import { placeBefore } from './issue-place.ts'
import { spelledNumber } from './numbers.ts'
import { dateWords, isNear } from './words.ts'

export interface IssueDate {
  place: { text: string; span: Span } | null
  /** `2020-04-15`; day unreadable `2020-04`; month too `2020`; no year: null. */
  date: string | null
  /** From the day word to the year; offsets into the line. */
  span: Span
  day: 'read' | 'blank' | 'garbled'
  /** Are all cue words printed without a fault, and every number plain? */
  exact: boolean
}

interface Word {
  start: number
  end: number
  exact: boolean
}

/** What stands between two cue words: never longer than a dotted line. */
const REACH = 32
const YEAR = /[^a-z0-9\n]{0,4}((?:19|20)\d\d)(?!\d)/y
const NO_YEAR = /[ \t.…_]{0,12}(?:20)?[.…_]{0,12}/y
const NUMERIC = /(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?$/
const BLANK_NUMERIC = /(\d{1,2} ?|[ .…_]{0,16})(\/)( ?\d{1,2} ?|[ .…_]{0,16})\/ ?$/
/** A number of a date, or the room left for one. */
const SOME_NUMBER = /[\d.…_]|\s{3}/
const BLANK = /^[\s.,…_:-]*$/

/**
 * Finds place and date of issue in a header cell or line; the date may stand anywhere in it. Prefers a date with a place
 * before it. A body's `ngày 5/8/2021` is found too, with place null: whether the line is a header is for the caller to say.
 *
 * @param folded the line's skeleton, where the caller has it already
 */
export function findIssueDate(line: string, folded: string = skeleton(line)): IssueDate | null {
  if (!mayHoldDate(folded)) return null
  let day: Word | null = null
  let month: Word | null = null
  let first: IssueDate | null = null
  for (let start = 0, end = 0; start < folded.length; start = end) {
    end = tokenEnd(folded, start)
    const length = end - start
    let found: IssueDate | null = null
    if (isDigit(folded.charCodeAt(start))) {
      if (length === 4) found = numericDate(line, folded, day, start, end)
    } else {
      if (length > LONGEST || !isLetter(folded.charCodeAt(start))) continue
      const cue = cueOf(folded.slice(start, end))
      if (cue?.id === 'day') day = { start, end, exact: cue.exact }
      else if (cue?.id === 'month') month = { start, end, exact: cue.exact }
      else if (cue && month && start - month.end < REACH)
        found = wordedDate(line, folded, day, month, { start, end, exact: cue.exact })
    }
    if (found?.place) return found
    first ??= found
  }
  return first
}

/** Whether a word near `tháng` or a year in digits stands in the line: without either it holds no date. */
function mayHoldDate(folded: string): boolean {
  const months = dateWords().of('month')
  for (let start = 0, end = 0; start < folded.length; start = end) {
    end = tokenEnd(folded, start)
    const unit = folded.charCodeAt(start)
    const length = end - start
    if (isDigit(unit)) {
      if (length === 4 && (unit === ONE || unit === TWO)) return true
    } else if (length <= LONGEST && isLetter(unit)) {
      for (const model of months)
        if (mayBeNear(folded, start, length, model) && cueOf(folded.slice(start, end))?.id === 'month') return true
    }
  }
  return false
}

const ONE = 49
const TWO = 50

/** Whether length and first letters leave room for no more than one edit. */
function mayBeNear(folded: string, start: number, length: number, model: string): boolean {
  if (length < model.length - 1 || length > model.length + 1) return false
  if (model.length < 4) return true
  const one = model.charCodeAt(0)
  const other = model.charCodeAt(1)
  const first = folded.charCodeAt(start)
  const second = folded.charCodeAt(start + 1)
  return first === one || second === other || first === other || second === one
}

/** Letters of the longest word that may be a cue word. */
const LONGEST = 6
const isDigit = (unit: number) => unit >= 48 && unit <= 57
const isLetter = (unit: number) => unit >= 97 && unit <= 122

/** End of the run of letters or of digits that begins at `start`; of one other sign, right behind it. */
function tokenEnd(folded: string, start: number): number {
  const unit = folded.charCodeAt(start)
  let end = start + 1
  if (isLetter(unit)) while (isLetter(folded.charCodeAt(end))) end++
  else if (isDigit(unit)) while (isDigit(folded.charCodeAt(end))) end++
  return end
}

interface CueWord {
  id: 'day' | 'month' | 'year'
  exact: boolean
}

/** What words were found to be; a text repeats few. */
const cues = perGrammar(() => remembered(readCue))
const cueOf = (word: string): CueWord | null => cues()(word)

function readCue(word: string): CueWord | null {
  const words = dateWords()
  const id = (['day', 'month', 'year'] as const).find((each) => words.of(each).some((model) => isNear(word, model)))
  return id ? { id, exact: words.of(id).includes(word) } : null
}

/** `ngày 05 tháng 3 năm 2020`, any part blank or garbled. */
function wordedDate(line: string, folded: string, day: Word | null, month: Word, year: Word): IssueDate | null {
  const yearRead = readYear(line, folded, year)
  if (!yearRead) return null
  const monthText = folded.slice(month.end, year.start)
  if (holdsWord(monthText) && monthNumber(monthText) === null) return null
  const dayWord = day && day.end <= month.start && month.start - day.end < REACH ? day : null
  // `PHƯỜNG THÀNH NAM` reads like `tháng năm` without its marks
  if (!dayWord && yearRead.year === null && !SOME_NUMBER.test(folded.slice(month.end, yearRead.end))) return null
  const dayText = dayWord ? folded.slice(dayWord.end, month.start) : ''
  const spelled = dayWord ? spelledDay(line, dayWord.end, month.start) : null
  const whole = dayWord !== null && (spelled !== null || !holdsWord(withoutPrefix(dayText)))
  const start = whole ? dayWord.start : startWithoutDay(folded, month.start)
  const place = placeBefore(line, start)
  if (!whole && !place) return null
  const faults = [whole ? dayWord : null, month, year].filter((word) => word && !word.exact).length
  if (faults > 1 && !place) return null
  const monthValue = monthNumber(monthText)
  const dayRead =
    spelled === null
      ? readDay(whole ? dayText : folded.slice(start, month.start))
      : { value: spelled, state: 'read' as const }
  const date = assembled(yearRead.year, monthValue, dayRead)
  return {
    place,
    ...date,
    span: [start, yearRead.end],
    exact:
      whole &&
      yearRead.exact &&
      faults === 0 &&
      !SPOILT_DIGITS.test(monthText) &&
      date.day === 'read' &&
      place?.exact !== false,
  }
}

interface YearRead {
  /** Null where it is blank or cannot be read. */
  year: number | null
  end: number
  exact: boolean
}

/** The year behind its word: four digits, in words, in two digits, spoilt by scanning (`2O21`, `20 21`, `201]`), or blank. */
function readYear(line: string, folded: string, word: Word): YearRead | null {
  const at = word.end
  const plain = matchAt(YEAR, folded, at)
  if (plain) return { year: Number(plain[1]), end: at + plain[0].length, exact: true }
  if (!word.exact) return null
  const spoilt = matchAt(SPOILT_YEAR, folded, at)
  const repaired = Number(spoilt?.[1]?.replace(/[li]/g, '1').replace(/o/g, '0').replace(' ', '') ?? Number.NaN)
  if (spoilt && repaired >= FIRST_YEAR && repaired <= LAST_YEAR)
    return { year: repaired, end: at + spoilt[0].length, exact: false }
  const two = matchAt(TWO_DIGITS, folded, at)
  if (two) return { year: 1900 + Number(two[1]), end: at + two[0].length, exact: false }
  const gap = matchAt(GAP, folded, at)?.[0].length ?? 0
  const spelled = spelledNumber(line.slice(at + gap), dateWords())
  if (spelled && spelled.value >= FIRST_YEAR && spelled.value <= LAST_YEAR)
    return { year: spelled.value, end: at + gap + spelled.length, exact: true }
  const broken = matchAt(BROKEN_YEAR, folded, at)
  if (broken) return { year: null, end: at + broken[0].length, exact: false }
  const blank = matchAt(NO_YEAR, folded, at)?.[0] ?? ''
  return isWordAt(folded, at + blank.length) ? null : { year: null, end: at + blank.trimEnd().length, exact: true }
}

const FIRST_YEAR = 1900
const LAST_YEAR = 2099
const GAP = /[ \t]{1,4}/y
/** Letters that scanning puts for digits, or a blank within the year. */
const SPOILT_YEAR = /[^a-z0-9\n]{0,4}([12l][\dlio]{3}|(?:19|20) \d\d)(?![a-z0-9])/y
/** No document of the form is older than 1945, none in two digits younger than the century. */
const TWO_DIGITS = /[^a-z0-9\n]{1,4}(4[5-9]|[5-9]\d)(?=\s*(?:[|\n]|$))/y
const BROKEN_YEAR = /[ \t]{0,4}(?:19|20)\d?[^\sa-z0-9.…_,;|]{1,2}(?![a-z0-9])/y

/** `ngày mười lăm tháng …`: a day in words, nothing else between day and month. */
function spelledDay(line: string, start: number, end: number): number | null {
  const text = line.slice(start, end).trim()
  const words = dateWords()
  const prefix = words.of('day-prefixes').find((word) => skeleton(text).startsWith(`${word} `))
  const printed = prefix ? text.slice(prefix.length + 1) : text
  const number = spelledNumber(printed.replace(/\s+/g, ' '), words)
  return number && number.length === printed.replace(/\s+/g, ' ').length && number.value >= 1 && number.value <= 31
    ? number.value
    : null
}

/** `ngày 05/8/2021`, `ngày   /   /2025`; without a day word only after a place. */
function numericDate(line: string, folded: string, day: Word | null, yearStart: number, end: number): IssueDate | null {
  const century = folded.slice(yearStart, yearStart + 2)
  if (century !== '19' && century !== '20') return null
  const before = folded.slice(Math.max(0, yearStart - REACH - 8), yearStart)
  const match = NUMERIC.exec(before) ?? BLANK_NUMERIC.exec(before)
  if (!match) return null
  const numbersStart = yearStart - match[0].length
  const whole = day !== null && day.end <= numbersStart + 1 && BLANK.test(folded.slice(day.end, numbersStart))
  const digits = numbersStart + match[0].length - match[0].trimStart().length
  if (!whole && (isWordAt(folded, digits - 1) || match[1]?.trim() === '')) return null
  const start = whole ? day.start : digits
  const place = placeBefore(line, start)
  if (!whole && !place) return null
  const year = Number(folded.slice(yearStart, end))
  const date = assembled(year, monthNumber(match[3] ?? ''), readDay(match[1] ?? ''))
  return {
    place,
    ...date,
    span: [start, end],
    exact: whole && day.exact && date.day === 'read' && place?.exact !== false,
  }
}

function assembled(
  year: number | null,
  month: number | null,
  day: { value: number | null; state: IssueDate['day'] },
): Pick<IssueDate, 'date' | 'day'> {
  if (year === null) return { date: null, day: day.state === 'read' ? 'garbled' : day.state }
  const full = month !== null && day.value !== null ? calendarDate(year, month, day.value) : null
  if (full) return { date: full, day: 'read' }
  const date = month === null ? String(year) : `${year}-${String(month).padStart(2, '0')}`
  return { date, day: day.state === 'blank' ? 'blank' : 'garbled' }
}

/** A run of three letters or more: a word, where only a number or rubbish may stand. */
function holdsWord(text: string): boolean {
  return /[a-z]{3}/.test(text)
}

function withoutPrefix(text: string): string {
  const trimmed = text.trim()
  const prefix = dateWords()
    .of('day-prefixes')
    .find((word) => trimmed.startsWith(`${word} `))
  return prefix ? trimmed.slice(prefix.length) : text
}

/** Reads a day. Dots of a dotted line around the digits are taken off; anything else beside them makes it garbled. */
function readDay(text: string): { value: number | null; state: IssueDate['day'] } {
  if (BLANK.test(text)) return { value: null, state: 'blank' }
  // a bar beside a digit is a digit that was spoilt
  const match = /[|]\d|\d[|]/.test(text) ? null : /^[\s.…_]*(\d)[ ]?(\d?)[\s.…_]*$/.exec(withoutPrefix(text))
  const value = match ? Number(`${match[1]}${match[2]}`) : 0
  return value >= 1 && value <= 31 ? { value, state: 'read' } : { value: null, state: 'garbled' }
}

/** A digit beside a letter: `L1` for 11. */
const SPOILT_DIGITS = /\d[a-z|]|[a-z|]\d/

/** A month, read from its digits with the letters that OCR engines put for them, or from its name. */
function monthNumber(text: string): number | null {
  const trimmed = text.replace(/[\s.…_,]+/g, ' ').trim()
  const digits = /\d/.test(trimmed) ? trimmed.replace(/[li|]/g, '1').replace(/o/g, '0') : trimmed
  const value = /^\d{1,2}$/.test(digits) ? Number(digits) : dateWords().number('month-names', trimmed)
  return value !== undefined && value >= 1 && value <= 12 ? value : null
}

/** Where no day word can be read: from the comma shortly before the month, if only blanks or the rest of a day word follow it. */
function startWithoutDay(folded: string, monthStart: number): number {
  const comma = folded.lastIndexOf(',', monthStart)
  if (comma < 0 || monthStart - comma > REACH) return monthStart
  const between = folded.slice(comma + 1, monthStart)
  const initial = dateWords().of('day')[0]?.[0] ?? ''
  const rest = between.trimStart()
  return rest.startsWith(initial) ? comma + 1 + between.length - rest.length : monthStart
}
