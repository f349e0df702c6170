/** Dates that take their value from elsewhere (`cùng ngày`, `năm nay`) and dates of the lunar calendar. */
import type { Parser, ParsingContext } from './chrono.ts'
import { Mention, scanIn } from './mention.ts'
import { isEdge } from './scan.ts'
import type { DateWords } from '../../calendar/words.ts'

/** `cùng ngày` is the date before it; `năm nay`, `tháng này` are those of the document's date. */
export function anaphora(words: DateWords): Parser {
  const anchor = new RegExp(`${words.any('same-day', 'this-year', 'this-month')}(?![a-z0-9])`)
  return {
    pattern: () => anchor,
    extract(context: ParsingContext, match: RegExpMatchArray) {
      const at = match.index as number
      const end = at + match[0].length
      const printed = scanIn(context).printed(at, end)
      const id = ['same-day', 'this-year', 'this-month'].find((id) => words.has(id, printed))
      if (!id || !isEdge(context.text, at)) return null
      const mention = new Mention(context, at, end, id === 'this-month' ? { month: 1 } : {})
      mention.from = id === 'same-day' ? 'last' : 'document'
      return mention
    },
  }
}

/** `mùng 1 Tết`, `năm Tân Sửu`: flagged, not converted. */
export function lunarDates(words: DateWords): Parser {
  const anchor = new RegExp(
    `(?:${words.any('day-prefixes')} (?:\\d{1,2}|${words.any('month-names')}) ${words.any('lunar')}|${words.any('year')} (${words.any('lunar-stems')} ${words.any('lunar-branches')}))(?![a-z0-9])`,
  )
  return {
    pattern: () => anchor,
    extract(context: ParsingContext, match: RegExpMatchArray) {
      const at = match.index as number
      const end = at + match[0].length
      if (!isEdge(context.text, at)) return null
      if (match[1]) {
        const [stem, branch] = scanIn(context)
          .printed(end - match[1].length, end)
          .split(' ') as [string, string]
        if (!words.has('lunar-stems', stem) || !words.has('lunar-branches', branch)) return null
      }
      const mention = new Mention(context, at, end, {})
      mention.lunar = true
      return mention
    },
  }
}
