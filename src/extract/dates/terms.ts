/**
 * Lengths of time that run from a day: `trong vòng 15 ngày kể từ ngày ký`, `trong 3 tuần kể từ ngày nhận công văn`,
 * `chậm nhất 05 ngày trước ngày 30/9/2021`, `trước ngày 30/9/2021 ít nhất 05 ngày`.
 */
import type { DateWords } from '../../calendar/words.ts'
import { matchAt } from '../../text.ts'
import { Mention, type Term } from './mention.ts'
import { firstWords, type Reader } from './reader.ts'
import { isEdge, matchBefore } from './scan.ts'

/** A length as it is printed: cue, count, unit, and where it ends. */
interface Length {
  cue: string
  count: number
  unit: Term['unit']
  unitWord: string
  end: number
  /** Does it want a beginning to be a term at all: `trong 3 tuần kể từ …`? */
  loose: boolean
}

export function terms(words: DateWords): Reader {
  const readLength = lengthReader(words)
  const orders = new Set(words.of('order-terms'))
  const orderUnits = new Set(words.of('order-term-units'))
  const looseOrders = new Set(words.of('order-loose-terms'))
  const received = new RegExp(`^${words.any('term-received')} `)
  const past = new RegExp(` ${words.any('past-tails')}(?![a-z])`, 'y')
  const start = new RegExp(`,? \\(?(${words.any('term-starts')}) `, 'y')
  const event = /[a-z0-9/-]{1,24}(?: [a-z0-9/-]{1,24}){0,11}(?= ?[.,;:()\n]|$)/y
  const own = new RegExp(`^${words.any('term-own-starts')}(?: ${words.any('own-documents')})?$`)
  const ofThis = new RegExp(`(?:^| )${words.any('this-documents')}(?: |$)`)
  const signing = new RegExp(`^${words.any('term-signing')}(?: ${words.any('own-documents')})?$`)
  const dayWord = new RegExp(`(?:^| )${words.any('day')}$`)
  const printedDay = new RegExp(`(?:${words.any('day')} )?\\d{1,2} ?(?:[/.-] ?\\d|${words.any('month')} )`, 'y')
  const before = new RegExp(` ${words.any('before')} `, 'y')
  const least = new Set(words.of('least-terms'))
  const dayBehind = new RegExp(
    `(?:^|[^a-z])(${words.any('before-day')} (?:${words.any('day')} ?)?(?:\\d{1,2} ?([/.-]) ?\\d{1,2}(?: ?\\2 ?\\d{4})?|\\d{1,2} ${words.any('month')} \\d{1,2}(?: ${words.any('year')} \\d{4})?),? )$`,
  )

  return {
    words: firstWords([...words.of('terms'), ...words.of('loose-terms')]),
    read(reading, at) {
      const { text } = reading
      const length = isEdge(text, at) ? readLength(text, at) : null
      if (!length) return null
      const back = countedBack(text, length, at)
      if (back || matchAt(past, text, length.end)) return back
      const begins = matchAt(start, text, length.end)
      const ordered = orders.has(length.cue) && orderUnits.has(length.unitWord)
      if (!begins) return ordered ? running(length, at, { end: length.end, own: true, signed: false }) : null
      const from = length.end + begins[0].length
      const startWords = begins[1] as string
      if (dayWord.test(startWords) && matchAt(printedDay, text, from)) {
        const dayLength = (dayWord.exec(startWords) as RegExpExecArray)[0].length
        return counted(length, at, from - 1 - dayLength, 1)
      }
      const ran = matchAt(event, text, from)?.[0] ?? ''
      const isOwn =
        own.test(ran) ||
        ofThis.test(ran) ||
        (looseOrders.has(length.cue) && orderUnits.has(length.unitWord) && received.test(ran))
      if (length.loose && !isOwn) return null
      const end = ran === '' ? length.end : from + ran.length
      return running(length, at, { end, own: isOwn || ordered, signed: signing.test(ran) })
    },
  }

  /** `chậm nhất 05 ngày trước ngày 30/9/2021`, or the day first: `trước ngày 30/9/2021 ít nhất 05 ngày`. */
  function countedBack(text: string, length: Length, at: number): Mention | null {
    const ahead = matchAt(before, text, length.end)
    const day = length.end + (ahead?.[0].length ?? 0)
    if (ahead && matchAt(printedDay, text, day)) return counted(length, at, day - 1, -1)
    const behind = least.has(length.cue) ? matchBefore(dayBehind, text, at, DAY_BEHIND)?.[1] : undefined
    return behind !== undefined && !matchAt(start, text, length.end) ? beforeIt(length, at, at - behind.length) : null
  }
}

/** A term that runs from something that is not printed as a date. */
function running(
  { count, unit }: Length,
  at: number,
  { end, own, signed }: { end: number; own: boolean; signed: boolean },
): Mention {
  const mention = new Mention(at, end, {})
  mention.term = { count, unit, own, signed, direction: 1, anchored: false }
  return mention
}

/** A term counted from the date that is printed behind `end`; the two are joined when all dates are known. */
function counted({ count, unit }: Length, at: number, end: number, direction: Term['direction']): Mention {
  const mention = new Mention(at, end, {})
  mention.term = { count, unit, own: true, signed: false, direction, anchored: true }
  return mention
}

/** A term counted back from the date that is printed before it, which `from` leads. */
function beforeIt({ count, unit, end }: Length, at: number, from: number): Mention {
  const mention = new Mention(at, end, {})
  mention.term = { count, unit, own: true, signed: false, direction: -1, anchored: true, from }
  return mention
}

/** Units of the longest date before a term: `trước ngày 30 tháng 12 năm 2021, `. */
const DAY_BEHIND = 40

const UNITS = ['workday', 'hour', 'day', 'week', 'month', 'year'] as const

function lengthReader(words: DateWords): (text: string, at: number) => Length | null {
  const rest = ` (?:${words.any('term-limits')} )?(?:(\\d{1,3})|(${words.any('counts')})) (?:\\([^()\\n]{1,24}\\) )?(${words.any('term-units')})(?![a-z])`
  const term = new RegExp(`(${words.any('terms')})${rest}`, 'y')
  const loose = new RegExp(`(${words.any('loose-terms')})${rest}`, 'y')
  return (text, at) => {
    const firm = matchAt(term, text, at)
    const found = firm ?? matchAt(loose, text, at)
    if (!found) return null
    const [whole, cue, digits, count, unitWord] = found as unknown as [
      string,
      string,
      string | undefined,
      string,
      string,
    ]
    const unit = UNITS.find((each) => words.of(`unit-${each}`).includes(unitWord)) ?? 'day'
    const number = digits ? Number(digits) : (words.number('counts', count) ?? 0)
    return { cue, count: number, unit, unitWord, end: at + whole.length, loose: firm === null }
  }
}
