/**
 * Dates in digits: `24/8/2021`, `24-8-2021`, `30.4.1975`, `2021-08-24`, `15/7/99`, `30/9` after a cue word, `8/2021`.
 * Anchored on a run of digits; what stands around decides whether it is a date, a fraction or a document's number.
 */
import type { DateWords } from '../../calendar/words.ts'
import { isWordAt, matchAt } from '../../text.ts'
import { dayList } from './day-list.ts'
import { Mention, type Parts } from './mention.ts'
import type { Reader, Reading } from './reader.ts'
import { matchBefore } from './scan.ts'
import { unreadDate } from './worded.ts'
import { fullYear, isDay, isMonth, isYear, mayBeYear } from './year.ts'

const ISO = /(\d{4})-(\d{2})-(\d{2})(?!\d)/y
const DAY_MONTH_YEAR = /(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?!\d)/y
const MONTH_YEAR = /(\d{1,2}) ?\/ ?(\d{4})(?!\d)/y
const DAY_MONTH = /(\d{1,2}) ?([/.-]) ?(\d{1,2})(?!\d)/y
/** What follows a document's number, a longer number or a share: no date ends there. */
const NO_END = /[/%]|[-.][a-z]|[.,]\d|-\d{3}| ?%|[a-z0-9]/y
const DATE_AHEAD = / ?- ?\d{1,2}\/\d{1,2}(?!\d)/y
const DATE_BEHIND = /\d{1,2}\/\d{1,2}(?:\/\d{4})? ?(?:-|,|[a-z]{2,3}) ?$/
/** A day before a hyphen, the first of a range: `14-20/6`. */
const RANGE_BEHIND = /(?:^|[^a-z0-9/.,-])\d{1,2} ?- ?$|\d{1,2}\/\d{1,2}(?:\/\d{4})? ?- ?$/

const MONTH_CUES = ['range-start', 'range-joint', 'date-cues', 'parts']

export function numericDates(words: DateWords): Reader {
  const days = dayList(words)
  const day = words.any('day')
  const dayBefore = new RegExp(
    `(?:^|[^a-z0-9])(${day} ?(?:${words.any('day-prefixes')} )?|${words.any('day-prefixes')} )$`,
  )
  const blankDay = new RegExp(`(?:^|[^a-z0-9])(${day}[ .…_]{0,16}/ ?)$`)
  const cueBefore = new RegExp(`(?:^|[^a-z0-9])(${words.any('date-cues')}) $`)
  const monthCue = new RegExp(`(?:^|[^a-z0-9])(${words.any(...MONTH_CUES)}) $`)
  const weekdayBefore = new RegExp(`(?:^|[^a-z0-9])${words.any('weekdays')},? \\(?$`)
  const fractionTail = new RegExp(` ${words.any('fraction-tails')}(?![a-z])`, 'y')
  // `ngày 5-10 tháng 8`: the hyphen joins two days
  const monthAhead = new RegExp(` ?(?:/|${words.any('month')}(?![a-z]))`, 'y')
  const several = new RegExp(`(?:^|[^a-z])${words.any('several', 'range-start')} $`)

  /** A day and a month without year are a date only among other dates or after a word that wants one. */
  function isCued(reading: Reading, start: number, end: number): boolean {
    const { text } = reading
    if (matchAt(fractionTail, text, end)) return false
    return (
      isAfter(reading, cueBefore, start, ['date-cues']) ||
      matchAt(DATE_AHEAD, text, end) !== null ||
      matchBefore(DATE_BEHIND, text, start, 20) !== null ||
      matchBefore(weekdayBefore, text, start, 16) !== null ||
      days.leads(text, start)
    )
  }

  /** Does a word of the entries stand there, tone marks and all? `lệ` is no `lễ`. */
  function isAfter({ text, scan }: Reading, cue: RegExp, index: number, ids: string[]): boolean {
    const word = matchBefore(cue, text, index, 16)?.[1]
    if (word === undefined) return false
    const printed = scan.printed(index - 1 - word.length, index - 1)
    return ids.some((id) => words.has(id, printed))
  }

  return {
    digits: true,
    read(reading, at, digitsEnd) {
      const { text } = reading
      if (
        digitsEnd - at > 4 ||
        !(isJoint(text.charCodeAt(digitsEnd)) || (text[digitsEnd] === ' ' && isJoint(text.charCodeAt(digitsEnd + 1))))
      )
        return null
      const lead = matchBefore(dayBefore, text, at, 16)?.[1] ?? ''
      if (lead === '' && isWordAt(text, at - 1)) return null
      const glued = /[/.,-]/.test(text[at - 1] ?? ' ') && isWordAt(text, at - 2)
      const iso = matchAt(ISO, text, at)
      if (iso) {
        if (glued || matchAt(NO_END, text, at + iso[0].length)) return null
        return new Mention(at, at + iso[0].length, { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) })
      }
      const start = at - lead.length
      const full = matchAt(DAY_MONTH_YEAR, text, at)
      if (full && !matchAt(NO_END, text, at + full[0].length)) return dayMonthYear(reading, full, { at, start, glued })
      return monthYear(reading, at, glued) ?? dayMonth(reading, { at, start, glued })
    },
  }

  function monthYear(reading: Reading, at: number, glued: boolean): Mention | null {
    const { text } = reading
    const month = matchAt(MONTH_YEAR, text, at)
    if (!month || matchAt(NO_END, text, at + month[0].length)) return null
    const parts = { month: Number(month[1]), year: Number(month[2]) }
    if (parts.month < 1 || parts.month > 12 || !isYear(parts.year)) return null
    const end = at + month[0].length
    const blank = matchBefore(blankDay, text, at, 40)?.[1]
    if (blank) return new Mention(at - blank.length, end, parts)
    return !glued && isAfter(reading, monthCue, at, MONTH_CUES) ? new Mention(at, end, parts) : null
  }

  function dayMonth(reading: Reading, { at, start, glued }: Place): Mention | null {
    const { text } = reading
    const short = matchAt(DAY_MONTH, text, at)
    if (!short || (glued && !matchBefore(DATE_BEHIND, text, at, 20))) return null
    const end = at + short[0].length
    const led = start < at
    const parts = { day: Number(short[1]), month: Number(short[3]) }
    // `trước 29-10`: no range, since it would run backwards
    const limited = short[2] === '-' && parts.day > 12 && isAfter(reading, cueBefore, at, ['date-cues'])
    if (matchAt(NO_END, text, end) || (short[2] !== '/' && !led && !limited)) return null
    if (!isDay(parts.day) || !isMonth(parts.month)) return null
    if (
      short[2] === '-' &&
      (matchAt(monthAhead, text, end) || (parts.day < parts.month && matchBefore(several, text, start, 16)))
    )
      return null
    return led || isCued(reading, at, end) ? days.mention(text, parts, { start, end }) : null
  }

  function dayMonthYear(reading: Reading, match: RegExpExecArray, { at, start, glued }: Place): Mention | null {
    const [whole, dayText, separator, monthText, yearText] = match as unknown as [
      string,
      string,
      string,
      string,
      string,
    ]
    const { text, issued } = reading
    const end = at + whole.length
    const parts: Parts & { day: number } = { day: Number(dayText), month: Number(monthText), year: Number(yearText) }
    const led = start < at
    const real = isDay(parts.day) && isMonth(parts.month)
    if (glued && !matchBefore(RANGE_BEHIND, text, at, 16)) return null
    const isWhole = yearText.length === 4
    if (!real) return led && isWhole ? unreal(parts, start, end) : null
    const isPossible = led ? mayBeYear : isYear
    if (isWhole) return isPossible(parts.year as number) ? days.mention(text, parts, { start, end }) : null
    // without a day word, two digits are a year only behind slashes and where nothing is counted
    if (!led && (separator !== '/' || matchAt(fractionTail, text, end))) return null
    const { year, inferred } = fullYear(parts.year as number, issued)
    const mention = days.mention(text, { ...parts, year }, { start, end })
    for (const each of [mention, ...mention.also]) each.inferred = inferred
    return mention
  }
}

/** `ngày 32/8/2021` names a day that does not exist; of `ngày 45/40/2025` no more than the year can be read. */
function unreal(parts: Parts, start: number, end: number): Mention | null {
  if (!mayBeYear(parts.year as number)) return null
  return isMonth(parts.month) ? new Mention(start, end, parts) : unreadDate(start, end, parts.year)
}

/** `-`, `.` or `/` */
const isJoint = (unit: number) => unit >= 45 && unit <= 47

interface Place {
  at: number
  /** Start of the day word before it, or `at`. */
  start: number
  /** Does a sign join it to what stands before? */
  glued: boolean
}
