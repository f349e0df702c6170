/** Years, spans of years, decades and centuries: `năm 2021`, `giai đoạn 2021 - 2025`, `năm học 2021-2022`, `thập niên 90`, `thế kỷ XX`. */
import { spelledNumber } from '../../calendar/numbers.ts'
import type { DateWords } from '../../calendar/words.ts'
import { matchAt } from '../../text.ts'
import { Mention } from './mention.ts'
import { firstWords, type Reader, type Reading } from './reader.ts'
import { isEdge, matchBefore } from './scan.ts'
import { fullYear, isYear, mayBeYear } from './year.ts'

/** Behind a year that no word makes one: a sign that ends a phrase. */
const CLOSES = / ?(?:[.,;:)\]\n|"”]|$)/y
/** What follows a document's number, an amount or a longer number. */
const NO_YEAR = /\d|\/\d|\/[a-z]|[.,]\d|-[a-z]|%|[a-z]/y

export function years(words: DateWords): Reader {
  const year = words.any('year')
  const headBefore = new RegExp(`(?:^|[^a-z0-9])(${words.any('period-heads', 'decade')} )$`)
  const spanHead = new RegExp(`(?:^|[^a-z0-9])${words.any('range-start')} $`)
  const limitHead = new RegExp(`(?:^|[^a-z0-9])${words.any('year-limits')} $`)
  const pastHead = new RegExp(
    `(?:^|[^a-z0-9])${words.any('year-limits', 'range-start', 'range-joint', 'parts', 'date-cues')} ${year} $`,
  )
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
    digits: true,
    read(reading, at, digitsEnd) {
      const { text, scan } = reading
      if (digitsEnd - at !== 4) return null
      const value = Number(text.slice(at, digitsEnd))
      if (!mayBeYear(value) || /[a-z0-9]/.test(text[at - 1] ?? ' ')) return null
      if (matchAt(NO_YEAR, text, digitsEnd) && !matchAt(/\/\d{4}(?!\d)/y, text, digitsEnd)) return null
      const blank = isYear(value) ? matchBefore(blankBefore, text, at, 60)?.[1] : undefined
      if (blank) return new Mention(at - blank.length, digitsEnd, { year: value })
      const span = matchAt(spanAfter, text, digitsEnd)
      const last = span && mayBeYear(Number(span[1])) && Number(span[1]) > value ? Number(span[1]) : 0
      const spanEnd = digitsEnd + (span?.[0].length ?? 0)
      const head = matchBefore(headBefore, text, at, 16)?.[1]
      if (!head) return headless(reading, { at, value, last, spanEnd })
      const word = head.trimEnd()
      const start = at - head.length
      if (yearWords.has(word)) {
        if (!words.has('year', scan.printed(start, at - 1))) return null
        // `mỗi năm 1200 tấn`: a number of four digits is a year before 1900 only where the words want one
        if (!isYear(value) && !matchAt(CLOSES, text, digitsEnd) && !matchBefore(pastHead, text, at, 24)) return null
      }
      if (last && last - value <= LONGEST) return new Mention(start, spanEnd, { year: value }, { year: last })
      const mention = new Mention(start, digitsEnd, { year: value })
      if (decadeWords.has(word)) mention.decade = Math.floor(value / 10)
      return mention
    },
  }

  /** Without `năm`: in a list, `từ 2016 đến 2020`, `(2016 - 2020)`, `trước 1975`. */
  function headless(
    { text }: Reading,
    { at, value, last, spanEnd }: { at: number; value: number; last: number; spanEnd: number },
  ): Mention | null {
    if (matchBefore(listBefore, text, at, 60) && isYear(value)) {
      return isYear(last)
        ? new Mention(at, spanEnd, { year: value }, { year: last })
        : new Mention(at, at + 4, { year: value })
    }
    const bracketed = text[at - 1] === '(' && text[spanEnd] === ')'
    const spanned = bracketed ? isYear(value) : matchBefore(spanHead, text, at, 12) && matchAt(CLOSES, text, spanEnd)
    if (last && last - value <= LONGEST && spanned) {
      return new Mention(at, spanEnd, { year: value }, { year: last })
    }
    return isYear(value) && matchBefore(limitHead, text, at, 12) && matchAt(CLOSES, text, at + 4)
      ? new Mention(at, at + 4, { year: value })
      : null
  }
}

/** Years of the longest span that is one period. */
const LONGEST = 120

/** `năm 98`, `đầu năm 99`, `năm hai nghìn không trăm hai mươi`, `năm 938`: years that are not four digits. */
export function shortYears(words: DateWords): Reader {
  const two = /(?: '|’| )(\d{2})(?= ?(?:[.,;:)\n]|$))(?![.,]\d)/y
  const three = / (\d{3})(?= ?(?:[.,;:)\n]|$))(?![.,]\d)/y
  const spelled = new RegExp(` (?=${words.any('digits')} )`, 'y')
  const cue = new RegExp(
    `(?:^|[^a-z])${words.any('month-cues', 'year-limits', 'parts', 'first-part', 'last-part', 'date-cues')} $`,
  )
  return {
    words: words.of('year'),
    read(reading, at, end) {
      const { text, scan, issued } = reading
      if (!isEdge(text, at) || !words.has('year', scan.printed(at, end))) return null
      const cued = matchBefore(cue, text, at, 16) !== null
      const short = cued ? matchAt(two, text, end) : null
      if (short) {
        const { year, inferred } = fullYear(Number(short[1]), issued)
        const mention = new Mention(at, end + short[0].length, { year })
        mention.inferred = inferred
        return mention
      }
      const early = cued ? matchAt(three, text, end) : null
      if (early) return new Mention(at, end + early[0].length, { year: Number(early[1]) })
      if (!matchAt(spelled, text, end)) return null
      const number = spelledNumber(scan.printed(end + 1, Math.min(text.length, end + 64)), words)
      return number && mayBeYear(number.value) ? new Mention(at, end + 1 + number.length, { year: number.value }) : null
    },
  }
}

/** `thập niên 90`: two digits, of the twentieth century where no other is named behind them. */
export function decades(words: DateWords): Reader {
  const anchor = new RegExp(`${words.any('decade')} (\\d0)(?!\\d)`, 'y')
  const of = new RegExp(`,? (?:${words.any('tail-links')} )?(?=${words.any('century')} )`, 'y')
  const readCentury = centuryReader(words)
  return {
    words: firstWords(words.of('decade')),
    read(reading, at) {
      const found = isEdge(reading.text, at) ? matchAt(anchor, reading.text, at) : null
      if (!found) return null
      const end = at + found[0].length
      const joint = matchAt(of, reading.text, end)
      const century = joint ? readCentury(reading, end + joint[0].length) : null
      const mention = new Mention(at, century?.end ?? end, {})
      mention.decade = (century?.number ?? 20) * 10 - 10 + Number(found[1]) / 10
      if (!century) mention.inferred = 'century of a decade in two digits'
      return mention
    },
  }
}

/** `thế kỷ XX`, `thế kỷ 19`, `thế kỷ mười bảy`. */
export function centuries(words: DateWords): Reader {
  const readCentury = centuryReader(words)
  return {
    words: firstWords(words.of('century')),
    read(reading, at) {
      const century = isEdge(reading.text, at) ? readCentury(reading, at) : null
      if (!century) return null
      const mention = new Mention(at, century.end, {})
      mention.decade = century.number - 1
      return mention
    },
  }
}

const ROMAN = { i: 1, v: 5, x: 10 } as const

function centuryReader(words: DateWords): (reading: Reading, at: number) => { number: number; end: number } | null {
  const anchor = new RegExp(`${words.any('century')} (?:(\\d{1,2})(?!\\d)|([ivx]{1,5})(?![a-z])|(?=[a-z]))`, 'y')
  return ({ text, scan }, at) => {
    const found = matchAt(anchor, text, at)
    if (!found) return null
    const end = at + found[0].length
    if (found[1] || found[2]) {
      const shown = scan.printed(end - (found[2]?.length ?? 0), end)
      const number = found[1] ? Number(found[1]) : shown === shown.toUpperCase() ? roman(found[2] as string) : 0
      return number >= 1 && number <= 21 ? { number, end } : null
    }
    const spelled = spelledNumber(scan.printed(end, Math.min(text.length, end + 24)), words)
    return spelled && spelled.value >= 1 && spelled.value <= 21
      ? { number: spelled.value, end: end + spelled.length }
      : null
  }
}

function roman(letters: string): number {
  const values = [...letters].map((letter) => ROMAN[letter as keyof typeof ROMAN])
  return values.reduce((sum: number, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0)
}
