/**
 * What stands beside a date and belongs to it: a time, a weekday, `cuối`, `tuần 2`; and what makes it lunar or recurring.
 *
 * ```
 * trước 14 giờ 00, thứ Tư, ngày 08/10/2025        cuối tháng 8 năm 2021        ngày 15/12 hằng năm
 *       ^^^^^^^^^^^^^^^^^^^^                      ^^^^                                    ^^^^^^^^
 * ```
 */
import { daysInMonth } from '../../calendar/calendar.ts'
import type { DateWords } from '../../calendar/words.ts'
import { matchAt } from '../../text.ts'
import { edgeDays } from './elsewhere.ts'
import type { Mention } from './mention.ts'
import { lastWords, type Reading } from './reader.ts'
import { recurrenceHead, recurrenceTail } from './recurring.ts'
import { matchBefore, wordBefore } from './scan.ts'

const TIME_REACH = 64

export function edges(words: DateWords): (reading: Reading, mentions: readonly Mention[]) => Mention[] {
  const weekday = `${words.any('weekdays')}`
  const clock = `(\\d{1,2})(?: ?${words.any('hours')} ?(?:(\\d{2}) ?(?:${words.any('minutes')}|'|’)?)?|:(\\d{2}))`
  const time = new RegExp(
    `(?:^|[^a-z0-9:])(${clock},? ?(?:${words.any('daytimes')},? ?)?(?:\\(?(?:${words.any('day')} )?${weekday},? ?\\(?)?(?:${words.any('day')} )?\\(?)$`,
  )
  // the words before a day after which a time or weekday is looked for; digits and signs may end a time too
  const before = new Set(lastWords(['weekdays', 'hours', 'minutes', 'daytimes', 'day'].flatMap((id) => words.of(id))))
  const timeBehind = new RegExp(`,? (?:${words.any('time-cues')}) ${clock}(?![\\da-z])`, 'y')
  const weekdayBefore = new RegExp(`(?:^|[^a-z0-9])((?:${words.any('day')} )?${weekday},? \\(?)$`)
  const ordinal = new RegExp(`(?:^|[^a-z])${words.any('ordinal-nouns')} $`)
  const weekdayBehind = new RegExp(
    ` ?\\((?:${words.any('daytimes')} )?${weekday}(?: ${words.any('relative-weeks')})?\\)`,
    'y',
  )
  const part = new RegExp(
    `(?:^|[^a-z0-9])((?:${words.any('parts')}|${words.any('week')} (?:${words.any('ordinal')} )?(?:\\d{1,2}|${words.any('first-part', 'last-part', 'first-day-words')})(?: ${words.any('tail-links')})?) )$`,
  )
  const fullMoon = new RegExp(`(?:^|[^a-z])(${words.any('full-moon')} )$`)
  const lunarMonth = new RegExp(`${words.any('month')} ${words.any('lunar-months')}(?![a-z])`)
  const lunarTail = new RegExp(` ?\\(?${words.any('lunar')}(?![a-z])`, 'y')
  const tail = recurrenceTail(words)
  const head = recurrenceHead(words, words.any('year'))
  const thisYear = new RegExp(` (?:${words.any('tail-links')} )?(${words.any('relative-years')})(?![a-z])`, 'y')
  const toward = new RegExp(` (?:(${words.any('coming')})|(${words.any('gone')}))(?= ?(?:[.,;:)\\n]|$))`, 'y')
  const edgeDay = edgeDays(words)

  return (reading, mentions) => {
    for (const mention of mentions) {
      if (mention.parts.day !== undefined || mention.recurring) widenDay(reading, mention)
      else if (!mention.term) widenPart(reading, mention)
      markLunar(reading, mention)
      if (mention.yearless) markYear(reading, mention)
    }
    return mentions.filter((mention, i) => i === 0 || mention.index >= (mentions[i - 1] as Mention).until)
  }

  /** Time and weekday of a day, before it and behind it. */
  function widenDay({ text }: Reading, mention: Mention): void {
    const word = wordBefore(text, mention.index)
    if (word === '' || before.has(word)) widenBefore(text, mention)
    const opened = text.slice(mention.index, mention.until)
    const bracket = opened.includes('(') && !opened.includes(')') && text[mention.until] === ')'
    if (bracket) mention.until++
    const behind = matchAt(weekdayBehind, text, mention.until)
    if (behind) mention.until += behind[0].length
    const later = mention.time === null && !mention.recurring ? matchAt(timeBehind, text, mention.until) : null
    if (later && Number(later[1]) <= 24) {
      mention.time = clockTime(later[1], later[2] ?? later[3])
      mention.until += later[0].length
    }
  }

  function widenBefore(text: string, mention: Mention): void {
    const found = matchBefore(time, text, mention.index, TIME_REACH)
    if (found && Number(found[2]) <= 24) {
      mention.index -= (found[1] as string).length
      mention.time = clockTime(found[2], found[3] ?? found[4])
    } else {
      const day = matchBefore(weekdayBefore, text, mention.index, 16)
      const start = mention.index - (day?.[1]?.length ?? 0)
      // `kỳ họp thứ hai, ngày 05/8`: an ordinal
      if (day && !matchBefore(ordinal, text, start, 16)) mention.index = start
    }
  }

  /** `cuối`, `tuần 2` before a month or year; `ngày cuối cùng của` makes a day of a month. */
  function widenPart(reading: Reading, mention: Mention): void {
    const { parts } = mention
    const edge = parts.month !== undefined && !mention.end ? edgeDay(reading, mention.index) : null
    if (edge && parts.month) {
      mention.index = edge.start
      if (edge.day === 'first') parts.day = 1
      // the last of February is known with the year alone
      else if (parts.year !== undefined || parts.month !== 2) parts.day = daysInMonth(parts.year ?? null, parts.month)
      mention.inferred ??= `${edge.day} day of its month`
      return
    }
    const found = matchBefore(part, reading.text, mention.index, 32)
    if (found) mention.index -= (found[1] as string).length
  }

  function markLunar({ text, scan }: Reading, mention: Mention): void {
    const moon = mention.parts.month === undefined ? null : matchBefore(fullMoon, text, mention.index, 6)
    if (moon) mention.index -= (moon[1] as string).length
    const lunar = matchAt(lunarTail, text, mention.until)
    if (
      lunar &&
      words.has('lunar', scan.printed(mention.until, mention.until + lunar[0].length).replace(/^[ (]+/, ''))
    ) {
      mention.until += lunar[0].length
      mention.lunar = true
    }
    if (moon || lunarMonth.test(text.slice(mention.index, mention.until))) mention.lunar = true
  }

  /** `hằng năm` makes a day come back, `năm nay` and `tới` say which year is meant. */
  function markYear({ text, scan, issued }: Reading, mention: Mention): void {
    const again = matchAt(tail, text, mention.until)
    const named = matchAt(thisYear, text, mention.until)
    const offset =
      named &&
      words.has(
        'relative-years',
        scan.printed(mention.until + named[0].length - (named[1] as string).length, mention.until + named[0].length),
      )
        ? words.number('relative-years', named[1] as string)
        : undefined
    const way = matchAt(toward, text, mention.until)
    if (named && offset !== undefined && issued) {
      mention.parts.year = issued.year + offset
      mention.inferred = "year of the document's date"
      mention.until += named[0].length
    } else if (again) {
      mention.until += again[0].length
      mention.recurring = true
    } else if (way) {
      mention.toward = way[1] ? 'next' : 'past'
      mention.until += way[0].length
    } else if (mention.parts.day !== undefined && head(text, mention.index)) mention.recurring = true
  }
}

function clockTime(hour: string | undefined, minute: string | undefined): string {
  return [hour, minute ?? '0'].map((part) => String(Number(part)).padStart(2, '0')).join(':')
}
