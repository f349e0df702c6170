/** What has no place in the calendar: `định kỳ 6 tháng`, `ngày 25 hằng tháng`, `trong vòng 15 ngày kể từ ngày ký`. */
import { matchAt } from '../../text.ts'
import type { Parser, ParsingContext } from './chrono.ts'
import { Mention } from './mention.ts'
import { isEdge } from './scan.ts'
import type { DateWords } from '../../calendar/words.ts'

/** `định kỳ hằng tháng`, `định kỳ 6 tháng, hằng năm`, `thứ sáu hằng tuần`. */
export function regularTimes(words: DateWords): Parser {
  const [again, unit] = [words.any('recurrence'), words.any('recurrence-units')]
  const time = `(?:(?:${again} )?\\d{1,2} ${unit}|${again} ${unit})`
  const anchor = new RegExp(
    `(?:${words.any('regularly')} ${time}(?:(?:,|/| ${words.any('list-joint')}) ?${time}){0,3}|${words.any('weekdays')} ${again} ${unit})(?![a-z0-9])`,
  )
  return {
    pattern: () => anchor,
    extract(context: ParsingContext, match: RegExpMatchArray) {
      const at = match.index as number
      if (!isEdge(context.text, at)) return null
      const mention = new Mention(context, at, at + match[0].length, {})
      mention.recurring = true
      return mention
    },
  }
}

/** `ngày 25 hằng tháng`, `ngày 05 của tháng liền kề`; a day alone is no date. */
export function monthDays(words: DateWords): Parser {
  const tail = recurrenceTail(words)
  const anchor = new RegExp(`${words.any('day')} (?:${words.any('day-prefixes')} )?\\d{1,2}(?![\\d/.-])`)
  return {
    pattern: () => anchor,
    extract(context: ParsingContext, match: RegExpMatchArray) {
      const at = match.index as number
      const end = at + match[0].length
      const found = isEdge(context.text, at) ? matchAt(tail, context.text, end) : null
      if (!found) return null
      const mention = new Mention(context, at, end + found[0].length, {})
      mention.recurring = true
      return mention
    },
  }
}

/** What follows a day or month that comes back: ` hằng năm`, ` năm sau`. Sticky. */
export function recurrenceTail(words: DateWords): RegExp {
  const again = `${words.any('recurrence')} ${words.any('recurrence-units')}`
  const [of, tail] = [`${words.any('tail-links')} `, `(?: ${words.any('recurrence-tails')})`]
  const unit = words.any('recurrence-units')
  return new RegExp(
    ` \\(?(?:(?:${of}|${words.any('month')} )?${again}|${of}${unit}${tail}{0,3}|${unit}${tail}{1,3})(?![a-z])`,
    'y',
  )
}

/** `trong vòng 05 ngày làm việc kể từ ngày nhận được Công văn này`; `trong vòng 24 giờ`. */
export function terms(words: DateWords): Parser {
  const anchor = new RegExp(`${words.any('terms')}(?: ${words.any('term-limits')})? \\d{1,3} `)
  const term = new RegExp(
    `${words.any('terms')} (?:${words.any('term-limits')} )?\\d{1,3} (?:\\([^()\\n]{1,24}\\) )?${words.any('term-units')}(?![a-z])`,
    'y',
  )
  const order = new RegExp(`^${words.any('order-terms')} .*${words.any('order-term-units')}$`)
  const past = new RegExp(` ${words.any('past-tails')}(?![a-z])`, 'y')
  const start = new RegExp(`,? \\(?${words.any('term-starts')} `, 'y')
  const event = /[a-z0-9/-]{1,24}(?: [a-z0-9/-]{1,24}){0,7}(?= ?[.,;:()\n]|$)/y
  const own = new RegExp(`^${words.any('term-own-starts')}(?: ${words.any('own-documents')})?$`)
  return {
    pattern: () => anchor,
    extract(context: ParsingContext, match: RegExpMatchArray) {
      const { text } = context
      const at = match.index as number
      const found = isEdge(text, at) ? matchAt(term, text, at) : null
      if (!found || matchAt(past, text, at + found[0].length)) return null
      const end = at + found[0].length
      const begins = matchAt(start, text, end)
      const from = end + (begins?.[0].length ?? 0)
      const ran = begins ? matchAt(event, text, from) : null
      const ordered = order.test(found[0])
      if (!begins && !ordered) return null
      const mention = new Mention(context, at, ran ? from + ran[0].length : end, {})
      mention.relative = true
      mention.own = ordered || (ran !== null && own.test(ran[0]))
      return mention
    },
  }
}
