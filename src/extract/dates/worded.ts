/**
 * Dates in words: `ngày 05 tháng 8 năm 2021`, `tháng tư năm 2018`, `ngày … tháng 8 năm 2021`, `các tháng 7, 8 và 9 năm 2021`.
 * Anchored on the month word and a number after it.
 */
import { matchAt } from '../../text.ts'
import type { Parser, ParsingContext } from './chrono.ts'
import { dayList } from './day-list.ts'
import { Mention, scanIn } from './mention.ts'
import { isYear } from './numeric.ts'
import { isEdge, matchBefore } from './scan.ts'
import type { DateWords } from '../../calendar/words.ts'

export function wordedDates(words: DateWords): Parser {
  const days = dayList(words)
  const [day, month, year, names] = [words.any('day'), words.any('month'), words.any('year'), words.any('month-names')]
  const prefixes = words.any('day-prefixes')
  const joint = words.any('list-joint')
  const anchor = new RegExp(`${month} ?(?:\\d|${names})`)
  const monthPart = new RegExp(`${month} ?(?:(\\d{1,2})(?!\\d)|(${names})(?![a-z]))`, 'y')
  const yearPart = new RegExp(`(?: ?[/.-] ?|,? ?\\(?${year} ?)(\\d{4})(?!\\d)`, 'y')
  const list = new RegExp(`(?: ?${joint} ?\\d{1,2}){1,11} ?(?:/|,? ?${year}) ?(\\d{4})(?!\\d)`, 'y')
  const range = new RegExp(` ?- ?(\\d{1,2}) ?(?:/|,? ?${year}) ?(\\d{4})(?!\\d)`, 'y')
  const dayPart = new RegExp(`(?:^|[^a-z0-9])((?:${day} ?(?:${prefixes} )?|${prefixes} )?(\\d{1,2}) ?)$`)
  const weekBefore = new RegExp(`(?:^|[^a-z])${words.any('week')} $`)
  const blankDay = new RegExp(`(?:^|[^a-z0-9])(${day} ?[.…_]{0,16}[ .…_]{0,8})$`)
  const notMonth = new RegExp(`(?:^|[^a-z])${words.any('recurrence')} $`)
  const cue = new RegExp(`(?:^|[^a-z])${words.any('month-cues', 'full-moon')} $`)
  const not = new RegExp(` ?${words.any('not-after-month')}(?![a-z])`, 'y')

  return {
    pattern: () => anchor,
    extract(context: ParsingContext, match: RegExpMatchArray) {
      const { text } = context
      const at = match.index as number
      const found = matchAt(monthPart, text, at)
      if (!found || (!isEdge(text, at) && !/\d/.test(text[at - 1] as string))) return null
      const value = monthValue(context, found, at)
      if (value === null) return null
      const monthEnd = at + found[0].length
      const yearFound = matchAt(yearPart, text, monthEnd)
      const yearValue = yearFound && isYear(Number(yearFound[1])) ? Number(yearFound[1]) : null
      const end = yearValue === null ? monthEnd : monthEnd + (yearFound?.[0].length ?? 0)
      if (matchAt(/\d|[/-][a-z]|%|\/\d/y, text, end) || matchAt(not, text, end)) return null
      const parts = { month: value, ...(yearValue === null ? {} : { year: yearValue }) }
      const dayFound = matchBefore(dayPart, text, at, 40)
      const dayStart = at - (dayFound?.[1]?.length ?? 0)
      if (dayFound && !matchBefore(weekBefore, text, dayStart, 8)) {
        const number = Number(dayFound[2])
        const led = (dayFound[1] as string).trim() !== dayFound[2] || days.leads(text, dayStart)
        if (led || (yearValue !== null && number >= 1 && number <= 31)) {
          return days.mention(context, { ...parts, day: number }, { start: dayStart, end })
        }
        return null
      }
      if (matchBefore(notMonth, text, at, 10)) return null
      const blank = found[2] && yearValue === null ? null : matchBefore(blankDay, text, at, 40)
      if (blank?.[1] && words.has('day', printedWord(context, at - blank[1].length, words.of('day')))) {
        return new Mention(context, at - blank[1].length, end, parts)
      }
      if (found[2] && yearValue === null && !matchBefore(cue, text, at, 16)) return null
      return (
        (yearValue === null ? monthList(context, value, at, monthEnd) : null) ?? new Mention(context, at, end, parts)
      )
    },
  }

  /** One to twelve; a month in words must be printed with its tone marks: `tháng tư`, not `tháng từ`. */
  function monthValue(context: ParsingContext, found: RegExpExecArray, at: number): number | null {
    if (found[1]) {
      const number = Number(found[1])
      return number >= 1 && number <= 12 ? number : null
    }
    const word = found[2] as string
    const end = at + found[0].length
    if (!words.has('month-names', scanIn(context).printed(end - word.length, end))) return null
    return words.number('month-names', word) ?? null
  }

  /** `tháng 7, 8 và 9 năm 2021`, `tháng 7 - 9/2021`. */
  function monthList(context: ParsingContext, first: number, at: number, firstEnd: number): Mention | null {
    const { text } = context
    const span = matchAt(range, text, firstEnd)
    if (span && Number(span[1]) > first && Number(span[1]) <= 12) {
      const year = Number(span[2])
      return new Mention(
        context,
        at,
        firstEnd + span[0].length,
        { month: first, year },
        { month: Number(span[1]), year },
      )
    }
    const found = matchAt(list, text, firstEnd)
    if (!found) return null
    const year = Number(found[1])
    const numbers = [...found[0].slice(0, -4).matchAll(/\d+/g)]
    if (!isYear(year) || numbers.some((number) => Number(number[0]) < 1 || Number(number[0]) > 12)) return null
    const mention = new Mention(context, at, firstEnd, { month: first, year })
    mention.text = text.slice(at, firstEnd + found[0].length)
    mention.also = numbers.map((number, i) => {
      const start = firstEnd + number.index
      const end = i === numbers.length - 1 ? firstEnd + found[0].length : start + number[0].length
      return new Mention(context, start, end, { month: Number(number[0]), year })
    })
    return mention
  }
}

function printedWord(context: ParsingContext, start: number, forms: string[]): string {
  const length = forms.find((form) => context.text.startsWith(form, start))?.length ?? 0
  return length === 0 ? '' : scanIn(context).printed(start, start + length)
}
