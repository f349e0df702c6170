/** What comes back and has no place in the calendar: `định kỳ 6 tháng`, `ngày 25 hằng tháng`, `hằng năm, trước ngày 15/12`. */
import type { DateWords } from '../../calendar/words.ts'
import { matchAt } from '../../text.ts'
import { Mention } from './mention.ts'
import { firstWords, type Reader } from './reader.ts'
import { isEdge, matchBefore } from './scan.ts'

/** `định kỳ hằng tháng`, `định kỳ 6 tháng, hằng năm`, `thứ sáu hằng tuần`. */
export function regularTimes(words: DateWords): Reader {
  const [again, unit] = [words.any('recurrence'), words.any('recurrence-units')]
  const time = `(?:(?:${again} )?\\d{1,2} ${unit}|${again} ${unit})`
  const anchor = new RegExp(
    `(?:${words.any('regularly')} ${time}(?:(?:,|/| ${words.any('list-joint')}) ?${time}){0,3}|${words.any('weekdays')} ${again} ${unit})(?![a-z0-9])`,
    'y',
  )
  return {
    words: firstWords([...words.of('regularly'), ...words.of('weekdays')]),
    read({ text }, at) {
      const found = isEdge(text, at) ? matchAt(anchor, text, at) : null
      if (!found) return null
      const mention = new Mention(at, at + found[0].length, {})
      mention.recurring = true
      return mention
    },
  }
}

/** `ngày 25 hằng tháng`, `ngày 05 của tháng liền kề`, `hằng tháng, trước ngày 25`; a day alone is no date. */
export function monthDays(words: DateWords): Reader {
  const tail = recurrenceTail(words)
  const prefixed = `(?:${words.any('day-prefixes')} )?\\d{1,2}(?![\\d/.-])`
  const others = `(?: ?${words.any('list-joint')} ?(?:${words.any('day')} )?${prefixed}){0,3}`
  const numbered = new RegExp(`(?:${words.any('day')} ${prefixed}${others}|${words.any('last-day')}(?![a-z]))`, 'y')
  const bare = new RegExp(prefixed, 'y')
  const limit = new RegExp(`(?:^|[^a-z])${words.any('year-limits', 'range-joint')} $`)
  const monthly = recurrenceHead(words, words.any('month'))
  const closes = / ?(?:[.,;:)\n]|$)/y
  const read = (text: string, at: number, anchor: RegExp, loose: boolean) => {
    const found = matchAt(anchor, text, at)
    const end = at + (found?.[0].length ?? 0)
    const again = found && matchAt(tail, text, end)
    const led = found && !again && !loose && matchAt(closes, text, end) && monthly(text, at)
    if (!found || !(again || led)) return null
    const mention = new Mention(at, end + (again ? again[0].length : 0), {})
    mention.recurring = true
    return mention
  }
  return {
    words: words.of('day'),
    digits: true,
    read({ text }, at, end) {
      if (!isEdge(text, at)) return null
      if (text.charCodeAt(at) > NINE) return read(text, at, numbered, false)
      // `trước 25 hằng tháng`
      return end - at <= 2 && matchAt(tail, text, end) && matchBefore(limit, text, at, 16)
        ? read(text, at, bare, true)
        : null
    },
  }
}

const NINE = 57

/** What follows a day or month that comes back: ` hằng năm`, ` năm sau`. Sticky. */
export function recurrenceTail(words: DateWords): RegExp {
  const again = `${words.any('recurrence')} ${words.any('recurrence-units')}`
  const [of, tail] = [`${words.any('tail-links')} `, `(?: ${words.any('recurrence-tails')})`]
  const unit = words.any('recurrence-units')
  return new RegExp(
    `,? \\(?(?:(?:${of}|${words.any('month')} )?${again}|${of}${unit}${tail}{0,3}|${unit}${tail}{1,3}(?: ${again})?)(?![a-z]| ?\\d)`,
    'y',
  )
}

/** How far before a date, within its sentence, the words say that it comes back. */
const HEAD_REACH = 160

/** Does `hằng năm` or `định kỳ` stand before `index` in the same sentence, and no other year or date between? */
export function recurrenceHead(words: DateWords, unit: string): (text: string, index: number) => boolean {
  const head = new RegExp(
    `(?:^|[^a-z])(?:${words.any('recurrence')} ${unit}|${words.any('regularly')})(?![a-z])([^.;\\n]*)$`,
  )
  return (text, index) => {
    const between = matchBefore(head, text, index, HEAD_REACH)?.[1]
    return between !== undefined && !/\d{4}/.test(between)
  }
}
