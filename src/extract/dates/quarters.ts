/** Quarters and other parts of a year: `quý III/2021`, `6 tháng đầu năm 2021`, `nửa cuối năm 2021`. */
import type { Parser, ParsingContext } from './chrono.ts'
import { Mention, scanIn } from './mention.ts'
import { isYear } from './numeric.ts'
import { isEdge, matchAt } from './scan.ts'
import type { DateWords } from './words.ts'

/** EDTF, ISO 8601-2: 33 to 36 are the quarters of a year, 40 and 41 its halves. */
const FIRST_QUARTER = 33
const FIRST_HALF = 40
const ROMAN = ['i', 'ii', 'iii', 'iv']

export function quarters(words: DateWords): Parser {
  const anchor = new RegExp(`(${words.any('quarter')}) (iv|i{1,3}|0?[1-4])(?![a-z0-9])`)
  const yearPart = yearAfter(words)
  return {
    pattern: () => anchor,
    extract(context: ParsingContext, match: RegExpMatchArray) {
      const at = match.index as number
      const [whole, word, number] = match as unknown as [string, string, string]
      const { printed } = scanIn(context)
      if (!isEdge(context.text, at) || !words.has('quarter', printed(at, at + word.length))) return null
      const shown = printed(at + word.length + 1, at + whole.length)
      if (shown !== shown.toUpperCase()) return null
      const quarter = ROMAN.includes(number) ? ROMAN.indexOf(number) : Number(number) - 1
      return partOfYear(context, at, at + whole.length, FIRST_QUARTER + quarter, yearPart)
    },
  }
}

export function halves(words: DateWords): Parser {
  const [first, last, year] = [words.any('first-part'), words.any('last-part'), words.any('year')]
  const anchor = new RegExp(`(?:(\\d{1,2}|${words.any('counts')}) ${words.any('month')}|${words.any('half')}) (${first}|${last}) ${year}(?![a-z0-9])`)
  const isFirst = new Set(words.of('first-part'))
  const yearPart = / (\d{4})(?!\d)/y
  return {
    pattern: () => anchor,
    extract(context: ParsingContext, match: RegExpMatchArray) {
      const at = match.index as number
      if (!isEdge(context.text, at)) return null
      const count = match[1] === undefined ? 6 : /\d/.test(match[1]) ? Number(match[1]) : words.number('counts', match[1])
      const atStart = isFirst.has(match[2] as string)
      const end = at + match[0].length
      if (count === 6) return partOfYear(context, at, end, atStart ? FIRST_HALF : FIRST_HALF + 1, yearPart)
      if (count === undefined || count < 1 || count > 11) return null
      const found = matchAt(yearPart, context.text, end)
      const year = found && isYear(Number(found[1])) ? { year: Number(found[1]) } : {}
      const months = atStart ? [1, count] : [13 - count, 12]
      return new Mention(context, at, end + (found?.[0].length ?? 0), { ...year, month: months[0] as number }, { ...year, month: months[1] as number })
    },
  }
}

function yearAfter(words: DateWords): RegExp {
  return new RegExp(`(?: ?[/-] ?|,? ${words.any('year')} ?)(\\d{4})(?!\\d)`, 'y')
}

function partOfYear(context: ParsingContext, start: number, end: number, season: number, yearPart: RegExp): Mention {
  const found = matchAt(yearPart, context.text, end)
  const year = found && isYear(Number(found[1])) ? Number(found[1]) : null
  const mention = new Mention(context, start, year === null ? end : end + (found?.[0].length ?? 0), year === null ? {} : { year })
  mention.season = season
  return mention
}
