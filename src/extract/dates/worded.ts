/**
 * Dates in words: `ngày 05 tháng 8 năm 2021`, `tháng tư năm 2018`, `ngày … tháng 8 năm 2021`, `các tháng 7, 8 và 9 năm 2021`,
 * `ngày mười lăm tháng mười một`. Anchored on the month word.
 */
import { spelledNumber } from '../../calendar/numbers.ts'
import type { DateWords } from '../../calendar/words.ts'
import { matchAt } from '../../text.ts'
import { dayList } from './day-list.ts'
import { Mention, type Parts } from './mention.ts'
import type { Reader, Reading } from './reader.ts'
import { isEdge, matchBefore } from './scan.ts'
import { isDay, isMonth, isYear, REPAIRED, repairedNumber, type YearFound, yearBehindMonth } from './year.ts'

interface MonthFound {
  month: number
  end: number
  /** Its name, where it is in words: `tháng tư`. */
  name: string | null
}

interface DayFound {
  day: number
  start: number
  /** Does a day word stand before it? */
  led: boolean
  inferred?: string
}

export function wordedDates(words: DateWords): Reader {
  const [month, year, joint] = [words.any('month'), words.any('year'), words.any('list-joint')]
  const days = dayList(words)
  const readMonth = monthReader(words)
  const readYear = yearBehindMonth(words)
  const readDay = dayReader(words)
  const list = new RegExp(`(?: ?${joint} ?(?:${month} ?)?\\d{1,2}){1,11} ?(?:/|,? ?${year}) ?(\\d{4})(?!\\d)`, 'y')
  const range = new RegExp(` ?- ?(\\d{1,2}) ?(?:/|,? ?${year}) ?(\\d{4})(?!\\d)`, 'y')
  const goesOn = new RegExp(
    ` ?(?:${words.any('range-joint')}) (?:${words.any('day')} )?(?:${words.any('day-prefixes')} )?\\d`,
    'y',
  )
  const weekBefore = new RegExp(`(?:^|[^a-z])${words.any('week')} (?:${words.any('ordinal')} )?$`)
  const blankDay = new RegExp(`(?:^|[^a-z0-9])(${words.any('day')} ?[.…_]{0,16}[ .…_]{0,8})$`)
  const notMonth = new RegExp(`(?:^|[^a-z])${words.any('recurrence')} $`)
  const monthCue = new RegExp(`(?:^|[^a-z])${words.any('month-cues', 'full-moon')} $`)
  const dayCue = new RegExp(`(?:^|[^a-z])(?:${words.any('date-cues')}|${words.any('weekdays')},?) $`)
  const not = new RegExp(` ?${words.any('not-after-month')}(?![a-z])`, 'y')
  const rubble = new RegExp(`([^a-z\\n]{0,6}(?:[lio](?![a-z])[^a-z\\n]{0,4}){0,2})${year} ?(\\d{4})(?!\\d)`, 'y')
  const opens = /(?:^|[\n.,;:(|"] ?)$/
  const closes = / ?(?:[.,;:)\n|"]|$)/y

  return {
    words: words.of('month'),
    read(reading, at, end) {
      const { text } = reading
      if (!isEdge(text, at) && !/\d/.test(text[at - 1] as string)) return null
      const found = readMonth(reading, end)
      // `ngày tháng năm 2017`: the day and month are blank, no May
      const yearFound = found && readYear(reading, found.end, found.name !== null && words.has('year', found.name))
      if (!yearFound) {
        const broken = damaged(reading, at, end, found !== null)
        if (broken || !found) return broken
      }
      const stop = yearFound?.end ?? found.end
      if (matchAt(NO_END, text, stop) || matchAt(not, text, stop)) return null
      const parts: Parts = { month: found.month, ...(yearFound && { year: yearFound.year }) }
      const day = readDay(reading, at)
      if (day && !matchBefore(weekBefore, text, day.start, 12))
        return dated(reading, { day, parts, yearFound, found, stop })
      if (matchBefore(notMonth, text, at, 10)) return null
      const blank = found.name !== null && !yearFound ? null : matchBefore(blankDay, text, at, 40)
      if (blank?.[1] && words.has('day', printedWord(reading, at - blank[1].length, words.of('day')))) {
        return noted(new Mention(at - blank[1].length, stop, parts), yearFound)
      }
      if (found.month > 12) return null
      if (found.name !== null && !yearFound && !isNamed(reading, at, found as MonthFound & { name: string }))
        return null
      return (yearFound ? null : monthList(reading, found, at)) ?? noted(new Mention(at, stop, parts), yearFound)
    },
  }

  /** A day and a month: led by a day word, with a year, or after a word that wants a date. */
  function dated(
    { text }: Reading,
    {
      day,
      parts,
      yearFound,
      found,
      stop,
    }: { day: DayFound; parts: Parts; yearFound: YearFound | null; found: MonthFound; stop: number },
  ): Mention | null {
    const led = day.led || days.leads(text, day.start)
    if (found.month > 12 && !led) return null
    if (yearFound && found.month > 12) return unreadDate(day.start, stop, yearFound.year)
    const cued =
      led ||
      (yearFound !== null && isDay(day.day)) ||
      matchBefore(dayCue, text, day.start, 16) !== null ||
      (matchBefore(opens, text, day.start, 3) !== null && matchAt(closes, text, stop) !== null) ||
      matchAt(goesOn, text, stop) !== null
    if (!cued) return null
    return noted(
      days.mention(text, { ...parts, day: day.day, month: found.month }, { start: day.start, end: stop }),
      yearFound,
      day.inferred,
    )
  }

  /** `tháng tư` without a year: after a word that wants a month, or set off as a phrase of its own. */
  function isNamed({ text }: Reading, at: number, found: MonthFound & { name: string }): boolean {
    const { name } = found
    if (matchBefore(monthCue, text, at, 16)) return true
    const capital = name[0] !== name[0]?.toLowerCase()
    // `tháng năm` small is most often `ngày, tháng, năm` without its commas
    const alone = matchBefore(opens, text, at, 3) !== null && !words.has('year', name)
    return matchAt(closes, text, found.end) !== null && (capital || alone)
  }

  /**
   * A date whose month or year stands among rubble: `tháng § năm 2025`, `ngày 30 tháng l2 năm 2010`. The year is given, the
   * month and day where every letter has but one reading.
   */
  function damaged(reading: Reading, at: number, end: number, monthFound: boolean): Mention | null {
    const found = matchAt(rubble, reading.text, end)
    const printed = (found?.[1] ?? '').replace(/^[ .…_,]+|[ .…_,]+$/g, '')
    if (!found || !isYear(Number(found[2])) || !(monthFound ? ODD : SPOILT_MONTH).test(printed)) return null
    const until = end + found[0].length
    const number = repairedNumber(printed)
    const day = readDay(reading, at)
    const start = day?.led ? day.start : at
    const year = Number(found[2])
    if (!isMonth(number)) return unreadDate(start, until, year)
    const mention = new Mention(start, until, { year, month: number, ...(day?.led && { day: day.day }) })
    mention.inferred = REPAIRED
    return mention
  }

  /** `tháng 7, 8 và 9 năm 2021`, `tháng 7 - 9/2021`. */
  function monthList({ text }: Reading, { month: first, end }: MonthFound, at: number): Mention | null {
    const span = matchAt(range, text, end)
    if (span && Number(span[1]) > first && Number(span[1]) <= 12) {
      const year = Number(span[2])
      return new Mention(at, end + span[0].length, { month: first, year }, { month: Number(span[1]), year })
    }
    const found = matchAt(list, text, end)
    if (!found) return null
    const year = Number(found[1])
    const numbers = [...found[0].slice(0, -4).matchAll(/\d+/g)]
    if (!isYear(year) || numbers.some((number) => Number(number[0]) < 1 || Number(number[0]) > 12)) return null
    const mention = new Mention(at, end, { month: first, year })
    mention.also = numbers.map((number, i) => {
      const start = end + number.index
      const stop = i === numbers.length - 1 ? end + found[0].length : start + number[0].length
      return new Mention(start, stop, { month: Number(number[0]), year })
    })
    return mention
  }
}

/** A date of which only the year can be read: `ngày 45/40/2025`, `tháng § năm 2025`. */
export function unreadDate(start: number, until: number, year: number | undefined): Mention {
  const mention = new Mention(start, until, year === undefined ? {} : { year })
  mention.unread = true
  mention.inferred = 'the day or month cannot be read'
  return mention
}

/** What follows a document's number or a share: no date ends there. */
const NO_END = /\d|[/-][a-z]|%|\/\d|\.\d\d(?!\d)/y
/** Signs, digits and the letters that scanning puts for digits: a month that nobody can read for certain. */
const SPOILT_MONTH = /^(?=.*[^a-z])[\dlio|§$&@#*?!\][{}()'"\x60^~\\/ -]{1,6}$/
/** A sign that no list of months holds. */
const ODD = /[^\da-z ,.;&()/…_-]/

function noted(mention: Mention, year: YearFound | null, inferred?: string): Mention {
  const note = inferred ?? year?.inferred
  for (const each of note ? [mention, ...mention.also] : []) each.inferred ??= note as string
  return mention
}

/** One to twelve; a month in words must be printed with its tone marks: `tháng tư`, not `tháng từ`. */
function monthReader(words: DateWords): (reading: Reading, at: number) => MonthFound | null {
  const part = new RegExp(` ?(?:(\\d{1,2})(?![\\d\\]}|])|(${words.any('month-names')})(?![a-z]))`, 'y')
  return ({ text, scan }, at) => {
    const found = matchAt(part, text, at)
    if (!found) return null
    const end = at + found[0].length
    if (found[1]) return Number(found[1]) >= 1 ? { month: Number(found[1]), end, name: null } : null
    const name = scan.printed(end - (found[2] as string).length, end)
    const month = words.has('month-names', name) ? words.number('month-names', found[2] as string) : undefined
    return month === undefined ? null : { month, end, name }
  }
}

/** The day that ends at a month word: `ngày 05 `, `mùng 2 `, `15`, `ngày mười lăm `, `ngày l5 `. */
function dayReader(words: DateWords): (reading: Reading, at: number) => DayFound | null {
  const [day, prefixes] = [words.any('day'), words.any('day-prefixes')]
  const lead = `(?:${day} ?(?:${prefixes} )?|${prefixes} )`
  const digits = new RegExp(`(?:^|[^a-z0-9])(${lead}?(\\d{1,2}) ?(?:${words.any('tail-links')} )?)$`)
  const spelled = new RegExp(`(?:^|[^a-z])((?:${day} (?:${prefixes} )?|${prefixes} )([a-z]+(?: [a-z]+){0,2}) )$`)
  const spoilt = new RegExp(`(?:^|[^a-z])(${day} ?([\\dlio]{1,2}) ?)$`)
  return ({ text, scan }, at) => {
    const window = text.slice(Math.max(0, at - DAY_REACH), at)
    const plain = digits.exec(window)
    if (plain)
      return { day: Number(plain[2]), start: at - (plain[1] as string).length, led: !/^\d/.test(plain[1] as string) }
    const word = spelled.exec(window)
    if (word) {
      const from = at - 1 - (word[2] as string).length
      const printed = scan.printed(from, at - 1)
      const number = spelledNumber(printed, words)
      if (number?.length === printed.length && number.value >= 1)
        return { day: number.value, start: at - (word[1] as string).length, led: true }
    }
    const broken = spoilt.exec(window)
    const value = broken ? repairedNumber(broken[2] as string) : 0
    return broken && value >= 1 && value <= 31
      ? { day: value, start: at - (broken[1] as string).length, led: true, inferred: REPAIRED }
      : null
  }
}

const DAY_REACH = 40

function printedWord({ text, scan }: Reading, start: number, forms: string[]): string {
  const length = forms.find((form) => text.startsWith(form, start))?.length ?? 0
  return length === 0 ? '' : scan.printed(start, start + length)
}
