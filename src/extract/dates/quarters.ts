/**
 * Quarters and other parts of a year: `quý III/2021`, `quý ba`, `Q.IV/2025`, `6 tháng đầu năm 2021`, `nửa cuối năm 2021`,
 * `mùa hè năm 2021`.
 */
import type { DateWords } from '../../calendar/words.ts'
import { matchAt } from '../../text.ts'
import { Mention } from './mention.ts'
import { firstWords, type Reader, type Reading } from './reader.ts'
import { isEdge, matchBefore } from './scan.ts'
import { fullYear, isYear } from './year.ts'

/** EDTF, ISO 8601-2: 33 to 36 are the quarters of a year, 40 and 41 its halves. */
const FIRST_QUARTER = 33
const FIRST_HALF = 40
const ROMAN = ['i', 'ii', 'iii', 'iv']

type YearBehind = (reading: Reading, at: number) => { year: number; end: number; inferred?: string } | null

export function quarters(words: DateWords): Reader {
  const named = words.any('quarter-names')
  const digits = '(?:iv|i{1,3}|0?[1-4])(?![a-z0-9])'
  const short = /\.?(iv|i{1,3}|[1-4])(?=\/\d{4}(?!\d))/y
  const number = new RegExp(` (?:(${digits})|(${named})(?![a-z]))`, 'y')
  const list = new RegExp(`(?: ?${words.any('list-joint')} ?${digits}){1,3}`, 'y')
  const range = new RegExp(` ?(?:${words.any('range-joint')}) ?(?:${words.any('quarter')} )?(${digits})`, 'y')
  const cue = new RegExp(`(?:^|[^a-z])${words.any('month-cues')} $`)
  const closes = / ?(?:[.,;:)\n|"]|$)/y
  const yearBehind = yearOfPart(words)

  return {
    words: [...words.of('quarter'), ...words.of('quarter-letters')],
    read(reading, at, end) {
      const { text, scan } = reading
      if (!isEdge(text, at)) return null
      const printed = scan.printed(at, end)
      if (words.has('quarter-letters', printed) && printed === printed.toUpperCase()) return lettered(reading, at, end)
      if (!words.has('quarter', printed)) return null
      const found = matchAt(number, text, end)
      if (!found) return null
      const stop = end + found[0].length
      if (found[2]) return spelled(reading, at, stop, found[2])
      const shown = scan.printed(end + 1, stop)
      if (shown !== shown.toUpperCase()) return null
      return (
        several(reading, at, stop, found[1] as string) ??
        partOfYear(reading, { start: at, end: stop, season: code(found[1] as string) }, yearBehind)
      )
    },
  }

  /** `Q3/2021`, `Q.IV/2025`, `QIII/2021`: the letter, and always a year. */
  function lettered(reading: Reading, at: number, end: number): Mention | null {
    const roman = /^q(iv|i{1,3})$/.exec(reading.text.slice(at, end))
    const found = roman ? null : matchAt(short, reading.text, end)
    const value = roman?.[1] ?? found?.[1]
    const stop = end + (found?.[0].length ?? 0)
    const year = value ? yearBehind(reading, stop) : null
    return value && year ? seasonOf(at, year.end, code(value), year.year) : null
  }

  /** `quý ba`, printed with its tone marks: with a year, after a word that wants a time, or set off. */
  function spelled(reading: Reading, at: number, end: number, name: string): Mention | null {
    const value = words.number('quarter-names', name)
    if (value === undefined || !words.has('quarter-names', reading.scan.printed(end - name.length, end))) return null
    const alone = matchBefore(cue, reading.text, at, 16) !== null || matchAt(closes, reading.text, end) !== null
    const mention = partOfYear(reading, { start: at, end, season: FIRST_QUARTER + value - 1 }, yearBehind)
    return alone || mention.parts.year !== undefined ? mention : null
  }

  /** `quý I, II và III năm 2022`, `quý I - III/2022`. */
  function several(reading: Reading, at: number, end: number, first: string): Mention | null {
    const others = matchAt(list, reading.text, end)
    const listEnd = end + (others?.[0].length ?? 0)
    const last = others ? yearBehind(reading, listEnd) : null
    if (others && last) {
      const mention = seasonOf(at, end, code(first), last.year)
      const rest = [...others[0].matchAll(/(?<![a-z])(?:iv|i{1,3})(?![a-z])|[1-4]/g)]
      mention.also = rest.map((item, i) => {
        const start = end + item.index
        return seasonOf(start, i === rest.length - 1 ? last.end : start + item[0].length, code(item[0]), last.year)
      })
      return mention
    }
    const span = matchAt(range, reading.text, end)
    const year = span ? yearBehind(reading, end + span[0].length) : null
    if (!span || !year || code(span[1] as string) <= code(first)) return null
    return new Mention(
      at,
      year.end,
      { year: year.year, season: code(first) },
      { year: year.year, season: code(span[1] as string) },
    )
  }
}

/** The EDTF code of a quarter in Roman or Arabic numerals. */
function code(number: string): number {
  return FIRST_QUARTER + (ROMAN.includes(number) ? ROMAN.indexOf(number) : Number(number) - 1)
}

export function halves(words: DateWords): Reader {
  const [first, last, month, year] = [
    words.any('first-part'),
    words.any('last-part'),
    words.any('month'),
    words.any('year'),
  ]
  const anchor = new RegExp(
    `(${month}|${words.any('half')}) (${first}|${last}) (?:${words.any('tail-links')} )?${year}(?![a-z0-9])`,
    'y',
  )
  const countBefore = new RegExp(`(?:^|[^a-z0-9])((\\d{1,2}|${words.any('counts')}) (?:\\([a-z]{1,8}\\) )?)$`)
  const isMonth = new Set(words.of('month'))
  const isFirst = new Set(words.of('first-part'))
  const four = / (\d{4})(?!\d)/y
  const two = / (\d{2})(?= ?(?:[.,;:)\n]|$))/y
  const yearBehind: YearBehind = ({ text, issued }, at) => {
    const found = matchAt(four, text, at) ?? matchAt(two, text, at)
    if (!found) return null
    const end = at + found[0].length
    if ((found[1] as string).length === 2) return { ...fullYear(Number(found[1]), issued), end }
    return isYear(Number(found[1])) ? { year: Number(found[1]), end } : null
  }
  return {
    words: [...words.of('month'), ...words.of('half')],
    read(reading, at) {
      const { text } = reading
      const found = isEdge(text, at) ? matchAt(anchor, text, at) : null
      if (!found) return null
      const counted = isMonth.has(found[1] as string) ? matchBefore(countBefore, text, at, 16) : null
      if (isMonth.has(found[1] as string) && !counted) return null
      const count = counted ? (words.number('counts', counted[2] as string) ?? Number(counted[2])) : 6
      const start = at - (counted?.[1]?.length ?? 0)
      const end = at + found[0].length
      const atStart = isFirst.has(found[2] as string)
      if (count === 6)
        return partOfYear(reading, { start, end, season: atStart ? FIRST_HALF : FIRST_HALF + 1 }, yearBehind)
      if (count < 1 || count > 11) return null
      const behind = yearBehind(reading, end)
      const parts = behind ? { year: behind.year } : {}
      const [from, to] = atStart ? [1, count] : [13 - count, 12]
      return new Mention(start, behind?.end ?? end, { ...parts, month: from }, { ...parts, month: to })
    },
  }
}

/** `mùa hè năm 2021`, `mùa đông 2001`: always with a year. */
export function seasons(words: DateWords): Reader {
  const names = new RegExp(`[a-z]+ (${words.any('seasons')})(?![a-z])`, 'y')
  const year = new RegExp(` (?:${words.any('year')} )?(\\d{4})(?![\\d/]|[-–]\\d| ?- ?\\d{4})`, 'y')
  return {
    words: firstWords(words.of('season')),
    read({ text, scan }, at) {
      const found = isEdge(text, at) ? matchAt(names, text, at) : null
      const end = at + (found?.[0].length ?? 0)
      const behind = found ? matchAt(year, text, end) : null
      if (!found || !behind || !isYear(Number(behind[1]))) return null
      const name = found[1] as string
      if (
        !words.has('season', scan.printed(at, end - name.length - 1)) ||
        !words.has('seasons', scan.printed(end - name.length, end))
      )
        return null
      return seasonOf(at, end + behind[0].length, words.number('seasons', name) as number, Number(behind[1]))
    },
  }
}

function yearOfPart(words: DateWords): YearBehind {
  const four = new RegExp(`(?: ?[/-] ?|,? (?:${words.any('tail-links')} )?${words.any('year')} ?)(\\d{4})(?!\\d)`, 'y')
  const two = new RegExp(
    `(?: ?/ ?|,? (?:${words.any('tail-links')} )?${words.any('year')} )(\\d{2})(?![\\d/%]|[.,]\\d)`,
    'y',
  )
  return ({ text, issued }, at) => {
    const full = matchAt(four, text, at)
    if (full) return isYear(Number(full[1])) ? { year: Number(full[1]), end: at + full[0].length } : null
    const short = matchAt(two, text, at)
    return short ? { ...fullYear(Number(short[1]), issued), end: at + short[0].length } : null
  }
}

function partOfYear(
  reading: Reading,
  { start, end, season }: { start: number; end: number; season: number },
  yearBehind: YearBehind,
): Mention {
  const found = yearBehind(reading, end)
  const mention = seasonOf(start, found?.end ?? end, season, found?.year ?? null)
  mention.inferred = found?.inferred ?? null
  return mention
}

function seasonOf(start: number, end: number, season: number, year: number | null): Mention {
  return new Mention(start, end, year === null ? { season } : { year, season })
}
