/**
 * Dates in digits: `24/8/2021`, `24-8-2021`, `30.4.1975`, `2021-08-24`, `30/9` after a cue word, `8/2021`.
 * Anchored on a digit and a separator; what stands around decides whether it is a date, a fraction or a document's number.
 */
import { isWordAt, matchAt } from '../../text.ts'
import type { Parser, ParsingContext } from './chrono.ts'
import { dayList } from './day-list.ts'
import { Mention, scanIn } from './mention.ts'
import { matchBefore } from './scan.ts'
import type { DateWords } from '../../calendar/words.ts'

const ISO = /(\d{4})-(\d{2})-(\d{2})(?!\d)/y
const DAY_MONTH_YEAR = /(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?!\d)/y
const MONTH_YEAR = /(\d{1,2}) ?\/ ?(\d{4})(?!\d)/y
const DAY_MONTH = /(\d{1,2}) ?([/.]) ?(\d{1,2})(?!\d)/y
/** What follows a document's number, a longer number or a share: no date ends there. */
const NO_END = /[/%]|[-.][a-z]|[.,]\d|-\d{3}| ?%|[a-z0-9]/y
const DATE_AHEAD = / ?- ?\d{1,2}\/\d{1,2}(?!\d)/y
const DATE_BEHIND = /\d{1,2}\/\d{1,2}(?:\/\d{4})? ?(?:-|,|[a-z]{2,3}) ?$/

const MONTH_CUES = ['range-start', 'range-joint', 'date-cues', 'parts']

export function numericDates(words: DateWords): Parser {
  const days = dayList(words)
  const day = words.any('day')
  const dayBefore = new RegExp(
    `(?:^|[^a-z0-9])(${day} ?(?:${words.any('day-prefixes')} )?|${words.any('day-prefixes')} )$`,
  )
  const blankDay = new RegExp(`(?:^|[^a-z0-9])(${day}[ .…_]{0,16}/ ?)$`)
  const cueBefore = new RegExp(`(?:^|[^a-z0-9])(${words.any('date-cues')}) $`)
  const monthCue = new RegExp(`(?:^|[^a-z0-9])(${words.any(...MONTH_CUES)}) $`)
  const fractionTail = new RegExp(` ${words.any('fraction-tails')}(?![a-z])`, 'y')

  /** A day and a month without year are a date only among other dates or after a word that wants one. */
  function isCued(context: ParsingContext, start: number, end: number): boolean {
    const { text } = context
    if (matchAt(fractionTail, text, end)) return false
    return (
      isAfter(context, cueBefore, start, ['date-cues']) ||
      matchAt(DATE_AHEAD, text, end) !== null ||
      matchBefore(DATE_BEHIND, text, start, 20) !== null ||
      days.leads(text, start)
    )
  }

  /** Does a word of the entries stand there, tone marks and all? `lệ` is no `lễ`. */
  function isAfter(context: ParsingContext, cue: RegExp, index: number, ids: string[]): boolean {
    const word = matchBefore(cue, context.text, index, 16)?.[1]
    if (word === undefined) return false
    const printed = scanIn(context).printed(index - 1 - word.length, index - 1)
    return ids.some((id) => words.has(id, printed))
  }

  return {
    pattern: () => /\d{1,4} ?[/.-] ?\d{1,4}/,
    extract(context: ParsingContext, match: RegExpMatchArray) {
      const { text } = context
      const at = match.index as number
      if (isWordAt(text, at - 1)) return null
      const glued = /[/.,-]/.test(text[at - 1] ?? ' ') && isWordAt(text, at - 2)
      const iso = matchAt(ISO, text, at)
      if (iso) {
        if (glued || matchAt(NO_END, text, at + iso[0].length)) return null
        return new Mention(context, at, at + iso[0].length, {
          year: Number(iso[1]),
          month: Number(iso[2]),
          day: Number(iso[3]),
        })
      }
      const lead = matchBefore(dayBefore, text, at, 16)?.[1] ?? ''
      const start = at - lead.length
      const full = matchAt(DAY_MONTH_YEAR, text, at)
      if (full && !matchAt(NO_END, text, at + full[0].length)) return dayMonthYear(context, full, { at, start, glued })
      const month = matchAt(MONTH_YEAR, text, at)
      if (month && !matchAt(NO_END, text, at + month[0].length)) {
        const parts = { month: Number(month[1]), year: Number(month[2]) }
        if (parts.month < 1 || parts.month > 12 || !isYear(parts.year)) return null
        const blank = matchBefore(blankDay, text, at, 40)?.[1]
        if (blank) return new Mention(context, at - blank.length, at + month[0].length, parts)
        return !glued && isAfter(context, monthCue, at, MONTH_CUES)
          ? new Mention(context, at, at + month[0].length, parts)
          : null
      }
      const short = matchAt(DAY_MONTH, text, at)
      if (!short || (glued && !matchBefore(DATE_BEHIND, text, at, 20))) return null
      const end = at + short[0].length
      if (matchAt(NO_END, text, end) || (short[2] === '.' && lead === '')) return null
      const parts = { day: Number(short[1]), month: Number(short[3]) }
      if (parts.day < 1 || parts.day > 31 || parts.month < 1 || parts.month > 12) return null
      return lead !== '' || isCued(context, at, end) ? days.mention(context, parts, { start, end }) : null
    },
  }

  function dayMonthYear(
    context: ParsingContext,
    match: RegExpExecArray,
    { at, start, glued }: { at: number; start: number; glued: boolean },
  ): Mention | null {
    const [whole, dayText, separator, monthText, yearText] = match as unknown as [
      string,
      string,
      string,
      string,
      string,
    ]
    const end = at + whole.length
    const parts = { day: Number(dayText), month: Number(monthText), year: Number(yearText) }
    const led = start < at
    if (
      glued &&
      !matchBefore(/(?:^|[^a-z0-9/.,-])\d{1,2} ?- ?$|\d{1,2}\/\d{1,2}(?:\/\d{4})? ?- ?$/, context.text, at, 16)
    )
      return null
    if (yearText.length === 2) {
      if (!led || separator === '.') return null
      parts.year += 2000
    } else if (!isYear(parts.year)) return null
    if (!led && (parts.day < 1 || parts.day > 31 || parts.month < 1 || parts.month > 12)) return null
    const mention = days.mention(context, parts, { start, end })
    if (yearText.length === 2) mention.inferred = 'century of a year in two digits'
    return mention
  }
}

/** Years that documents speak of. */
export function isYear(value: number): boolean {
  return value >= 1900 && value <= 2099
}
