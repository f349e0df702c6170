/** Quarters and other parts of a year: `quý III/2021`, `6 tháng đầu năm 2021`, `nửa cuối năm 2021`. */
import { matchAt } from '../../text.ts'
import type { Parser, ParsingContext } from './chrono.ts'
import { Mention, scanIn } from './mention.ts'
import { isYear } from './numeric.ts'
import { isEdge, matchBefore } from './scan.ts'
import type { DateWords } from '../../calendar/words.ts'

/** EDTF, ISO 8601-2: 33 to 36 are the quarters of a year, 40 and 41 its halves. */
const FIRST_QUARTER = 33
const FIRST_HALF = 40
const ROMAN = ['i', 'ii', 'iii', 'iv']

export function quarters(words: DateWords): Parser {
  const anchor = new RegExp(`(${words.any('quarter')}) (iv|i{1,3}|0?[1-4])(?![a-z0-9])`)
  const number = '(?:iv|i{1,3}|0?[1-4])(?![a-z0-9])'
  const list = new RegExp(`(?: ?${words.any('list-joint')} ?${number}){1,3}`, 'y')
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
      const end = at + whole.length
      const others = matchAt(list, context.text, end)
      const listEnd = end + (others?.[0].length ?? 0)
      const last = others ? matchAt(yearPart, context.text, listEnd) : null
      if (!others || !last || !isYear(Number(last[1]))) return partOfYear(context, at, end, code(number), yearPart)
      const mention = seasonOf(context, at, end, code(number), Number(last[1]))
      mention.text = context.text.slice(at, listEnd + last[0].length)
      const rest = [...others[0].matchAll(/iv|i{1,3}|[1-4]/g)]
      mention.also = rest.map((item, i) => {
        const start = end + item.index
        const stop = i === rest.length - 1 ? listEnd + last[0].length : start + item[0].length
        return seasonOf(context, start, stop, code(item[0]), Number(last[1]))
      })
      return mention
    },
  }
}

/** The EDTF code of a quarter in Roman or Arabic numerals. */
function code(number: string): number {
  return FIRST_QUARTER + (ROMAN.includes(number) ? ROMAN.indexOf(number) : Number(number) - 1)
}

export function halves(words: DateWords): Parser {
  const [first, last, month] = [words.any('first-part'), words.any('last-part'), words.any('month')]
  const anchor = new RegExp(`(${month}|${words.any('half')}) (${first}|${last}) ${words.any('year')}(?![a-z0-9])`)
  const countBefore = new RegExp(`(?:^|[^a-z0-9])((\\d{1,2}|${words.any('counts')}) )$`)
  const isMonth = new Set(words.of('month'))
  const isFirst = new Set(words.of('first-part'))
  const yearPart = / (\d{4})(?!\d)/y
  return {
    pattern: () => anchor,
    extract(context: ParsingContext, match: RegExpMatchArray) {
      const at = match.index as number
      const counted = isMonth.has(match[1] as string) ? matchBefore(countBefore, context.text, at, 8) : null
      if (!isEdge(context.text, at) || (isMonth.has(match[1] as string) && !counted)) return null
      const count = counted ? (words.number('counts', counted[2] as string) ?? Number(counted[2])) : 6
      const start = at - (counted?.[1]?.length ?? 0)
      const end = at + match[0].length
      const atStart = isFirst.has(match[2] as string)
      if (count === 6) return partOfYear(context, start, end, atStart ? FIRST_HALF : FIRST_HALF + 1, yearPart)
      if (count < 1 || count > 11) return null
      const found = matchAt(yearPart, context.text, end)
      const year = found && isYear(Number(found[1])) ? { year: Number(found[1]) } : {}
      const [from, to] = atStart ? [1, count] : [13 - count, 12]
      return new Mention(
        context,
        start,
        end + (found?.[0].length ?? 0),
        { ...year, month: from },
        { ...year, month: to },
      )
    },
  }
}

function yearAfter(words: DateWords): RegExp {
  return new RegExp(`(?: ?[/-] ?|,? ${words.any('year')} ?)(\\d{4})(?!\\d)`, 'y')
}

function partOfYear(context: ParsingContext, start: number, end: number, season: number, yearPart: RegExp): Mention {
  const found = matchAt(yearPart, context.text, end)
  const year = found && isYear(Number(found[1])) ? Number(found[1]) : null
  return seasonOf(context, start, year === null ? end : end + (found?.[0].length ?? 0), season, year)
}

function seasonOf(context: ParsingContext, start: number, end: number, season: number, year: number | null): Mention {
  const mention = new Mention(context, start, end, year === null ? {} : { year })
  mention.season = season
  return mention
}
