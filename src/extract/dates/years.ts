/** Years and spans of years: `năm 2021`, `giai đoạn 2021 - 2025`, `năm học 2021-2022`, `thập niên 90`. */
import { matchAt } from '../../text.ts'
import type { Parser, ParsingContext } from './chrono.ts'
import { Mention, scanIn } from './mention.ts'
import { isYear } from './numeric.ts'
import { matchBefore } from './scan.ts'
import type { DateWords } from '../../calendar/words.ts'

export function years(words: DateWords): Parser {
  const year = words.any('year')
  const headBefore = new RegExp(`(?:^|[^a-z0-9])(${words.any('period-heads', 'decade')} )$`)
  const blankBefore = new RegExp(
    `(?:^|[^a-z0-9])(${words.any('day')}[ .…_]{0,16}/[ .…_]{0,16}/ ?|${words.any('day')}[ .…_]{0,16}${words.any('month')}[ .…_]{0,16}${year} ?)$`,
  )
  const spanAfter = new RegExp(` ?(?:[-/]|${words.any('range-joint')}) ?(?:${year} )?(\\d{4})(?![\\d/]|-[a-z])`, 'y')
  const listBefore = new RegExp(
    `(?:^|[^a-z0-9])${words.any('period-heads')} (?:\\d{4}(?: ?- ?\\d{4})? ?${words.any('list-joint')} ?){1,8}$`,
  )
  const decadeWords = new Set(words.of('decade'))
  const yearWords = new Set(words.of('year'))

  return {
    pattern: () => /(?:19|20)\d\d/,
    extract(context: ParsingContext, match: RegExpMatchArray) {
      const { text } = context
      const at = match.index as number
      if (/[a-z0-9/.]/.test(text[at - 1] ?? ' ') && !/[./]/.test(text[at - 1] ?? ' ')) return null
      if (matchAt(/\d|\/\d|\/[a-z]|[.,]\d|-[a-z]|%|[a-z]/y, text, at + 4) && !matchAt(/\/\d{4}(?!\d)/y, text, at + 4))
        return null
      const value = Number(match[0])
      const blank = matchBefore(blankBefore, text, at, 60)?.[1]
      if (blank) return new Mention(context, at - blank.length, at + 4, { year: value })
      const head = matchBefore(headBefore, text, at, 16)?.[1]
      const span = matchAt(spanAfter, text, at + 4)
      const last = span ? Number(span[1]) : 0
      if (!head) {
        if (!matchBefore(listBefore, text, at, 60)) return null
        if (span && isYear(last) && last > value)
          return new Mention(context, at, at + 4 + span[0].length, { year: value }, { year: last })
        return new Mention(context, at, at + 4, { year: value })
      }
      const word = head.trimEnd()
      const start = at - head.length
      if (yearWords.has(word) && !words.has('year', scanIn(context).printed(start, at - 1))) return null
      if (span && isYear(last) && last > value && last - value <= 60) {
        return new Mention(context, start, at + 4 + span[0].length, { year: value }, { year: last })
      }
      const mention = new Mention(context, start, at + 4, { year: value })
      if (decadeWords.has(word)) mention.decade = Math.floor(value / 10)
      return mention
    },
  }
}

/** `thập niên 90`: two digits, of the twentieth century. */
export function decades(words: DateWords): Parser {
  const anchor = new RegExp(`${words.any('decade')} (\\d0)(?!\\d)`)
  return {
    pattern: () => anchor,
    extract(context: ParsingContext, match: RegExpMatchArray) {
      const at = match.index as number
      const mention = new Mention(context, at, at + match[0].length, {})
      mention.decade = 190 + Number(match[1]) / 10
      mention.inferred = 'century of a decade in two digits'
      return mention
    },
  }
}
