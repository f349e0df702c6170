/** Dates that take their value from elsewhere (`cùng ngày`, `năm nay`, `thứ Sáu tuần này`) and dates of the lunar calendar. */
import { addDays, twoDigits, weekdayOf } from '../../calendar/calendar.ts'
import type { DateWords } from '../../calendar/words.ts'
import { matchAt } from '../../text.ts'
import { Mention, type Parts } from './mention.ts'
import { firstWords, type Issued, type Reader, type Reading } from './reader.ts'
import { isEdge, matchBefore } from './scan.ts'

/** `cùng ngày`: the date before it. */
export function sameDay(words: DateWords): Reader {
  const anchor = new RegExp(`${words.any('same-day')}(?![a-z0-9])`, 'y')
  return {
    words: firstWords(words.of('same-day')),
    read({ text, scan }, at) {
      const found = isEdge(text, at) ? matchAt(anchor, text, at) : null
      if (!found || !words.has('same-day', scan.printed(at, at + found[0].length))) return null
      const mention = new Mention(at, at + found[0].length, {})
      mention.from = 'last'
      return mention
    },
  }
}

const UNITS = ['day', 'month', 'quarter', 'year'] as const
const QUARTER = 33

/** `năm nay`, `tháng này`, `quý này`, `hôm nay`: those of the document's date, and those beside them. */
export function relativeToDocument(words: DateWords): Reader {
  const ids = UNITS.map((unit) => `relative-${unit}s`)
  const phrases = new RegExp(`${words.any(...ids)}(?![a-z0-9])`, 'y')
  const dayBefore = new RegExp(`(?:^|[^a-z])(${words.any('day')} (\\d{1,2}) )$`)
  const dayBehind = new RegExp(`,? ?(?:${words.any('day')} )?\\d`, 'y')
  const closes = / ?(?:[.,;:)\n|"]|$)/y
  const counted = new RegExp(`(?:\\d|(?:^|[^a-z])${words.any('counts', 'several')}) $`)
  return {
    words: firstWords(ids.flatMap((id) => words.of(id))),
    read(reading, at) {
      const { text, scan, issued } = reading
      const found = issued && isEdge(text, at) ? matchAt(phrases, text, at) : null
      if (!found || !issued) return null
      const end = at + found[0].length
      const printed = scan.printed(at, end)
      const index = ids.findIndex((id) => words.has(id, printed))
      const unit = UNITS[index]
      const offset = index < 0 ? undefined : words.number(ids[index] as string, found[0])
      if (!unit || offset === undefined) return null
      // `tới` is `to` as well (`gửi trong năm tới Sở Nội vụ`), and `3 tháng tới` is a length of time
      if (offset !== 0 && (!matchAt(closes, text, end) || matchBefore(counted, text, at, 10))) return null
      if (unit === 'day' && matchAt(dayBehind, text, end)) return null
      const parts = PARTS[unit](issued, offset)
      if (!parts) return null
      const day = unit === 'month' ? matchBefore(dayBefore, text, at, 12) : null
      const start = at - (day?.[1]?.length ?? 0)
      return fromDocument(new Mention(start, end, day ? { ...parts, day: Number(day[2]) } : parts))
    },
  }
}

const PARTS: Record<(typeof UNITS)[number], (issued: Issued, offset: number) => Parts | null> = {
  year: ({ year }, offset) => ({ year: year + offset }),
  quarter: ({ year, month }, offset) => {
    if (month === null) return null
    const index = year * 4 + Math.floor((month - 1) / 3) + offset
    return { year: Math.floor(index / 4), season: QUARTER + (index % 4) }
  },
  month: ({ year, month }, offset) => {
    if (month === null) return null
    const index = year * 12 + month - 1 + offset
    return { year: Math.floor(index / 12), month: (index % 12) + 1 }
  },
  day: (issued, offset) => {
    const today = dayOf(issued)
    return today === null ? null : partsOf(addDays(today, offset))
  },
}

/** `thứ Sáu tuần này`, `thứ 2 của tuần sau`: from the week of the document's date, Monday first. */
export function weekdaysOfWeek(words: DateWords): Reader {
  const anchor = new RegExp(
    `(${words.any('weekday-numbers')}),? (?:${words.any('tail-links')} )?(${words.any('relative-weeks')})(?![a-z0-9])`,
    'y',
  )
  return {
    words: firstWords(words.of('weekday-numbers')),
    read(reading, at) {
      const { text, issued, scan } = reading
      const found = isEdge(text, at) ? matchAt(anchor, text, at) : null
      const today = issued && dayOf(issued)
      if (!found || !today) return null
      const end = at + found[0].length
      const [, day, week] = found as unknown as [string, string, string]
      if (!words.has('relative-weeks', scan.printed(end - week.length, end))) return null
      const [number, offset] = [words.number('weekday-numbers', day), words.number('relative-weeks', week)]
      if (number === undefined || offset === undefined) return null
      return fromDocument(new Mention(at, end, partsOf(addDays(today, offset * 7 + number - weekdayOf(today)))))
    },
  }
}

function dayOf({ year, month, day }: Issued): string | null {
  return month === null || day === null ? null : `${year}-${twoDigits(month)}-${twoDigits(day)}`
}

function partsOf(date: string): Parts {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return { year, month, day }
}

function fromDocument(mention: Mention): Mention {
  mention.from = 'document'
  mention.inferred = "the document's date"
  return mention
}

/** `ngày đầu tiên của tháng 3`, `ngày cuối cùng của tháng 9/2021`: refined when the month is known. */
export function edgeDays(
  words: DateWords,
): (reading: Reading, at: number) => { start: number; day: 'first' | 'last' } | null {
  const before = new RegExp(
    `(?:^|[^a-z])((?:(${words.any('first-day')})|${words.any('last-day')}) (?:${words.any('tail-links')} )?)$`,
  )
  const several = new RegExp(`(?:^|[^a-z])${words.any('several')} $`)
  return ({ text }, at) => {
    const found = matchBefore(before, text, at, 28)
    return found && !matchBefore(several, text, at - (found[1] as string).length, 8)
      ? { start: at - (found[1] as string).length, day: found[2] ? 'first' : 'last' }
      : null
  }
}

/** `mùng 1 Tết`, `năm Tân Sửu`: flagged, not converted. */
export function lunarDates(words: DateWords): Reader {
  const feast = new RegExp(
    `${words.any('day-prefixes')} (?:\\d{1,2}|${words.any('month-names')}) ${words.any('lunar')}(?![a-z0-9])`,
    'y',
  )
  const named = new RegExp(
    `${words.any('year')} (${words.any('lunar-stems')}) (${words.any('lunar-branches')})(?![a-z0-9])`,
    'y',
  )
  return {
    words: [...words.of('day-prefixes'), ...words.of('year')],
    read({ text, scan }, at) {
      if (!isEdge(text, at)) return null
      const found = matchAt(feast, text, at) ?? matchAt(named, text, at)
      if (!found) return null
      const end = at + found[0].length
      if (found[1] && found[2]) {
        const branch = end - found[2].length
        const stem = branch - 1 - found[1].length
        if (
          !words.has('lunar-stems', scan.printed(stem, branch - 1)) ||
          !words.has('lunar-branches', scan.printed(branch, end))
        )
          return null
      }
      const mention = new Mention(at, end, {})
      mention.lunar = true
      return mention
    },
  }
}
