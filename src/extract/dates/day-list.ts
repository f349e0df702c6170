/**
 * Days that lend their month and year from the last one.
 *
 * ```
 * trong các ngày 12, 13 và 14/5        14 - 20/6/2021
 *                ^^  ^^    ^^^^        ^^   ^^^^^^^^^
 * ```
 */
import type { DateWords } from '../../calendar/words.ts'
import { Mention, type Parts } from './mention.ts'
import { matchBefore } from './scan.ts'

const REACH = 64

export interface DayList {
  /** Makes one mention of the day that stands from `start` to `end`, and of the days before it. */
  mention(text: string, parts: Parts & { day: number }, span: { start: number; end: number }): Mention
  /** Do a day word and other days stand before `index`? */
  leads(text: string, index: number): boolean
}

/** Reads the days before a day. Each is a number of one or two digits, larger than the one before it. */
export function dayList(words: DateWords): DayList {
  const day = words.any('day')
  const joint = words.any('range-joint', 'list-joint')
  const before = new RegExp(`(?:^|[^a-z0-9/.-])((?:${day} )?(?:\\d{1,2} ?${joint} ?(?:${day} )?){1,10})$`)
  const led = new RegExp(
    `(?:^|[^a-z0-9])${words.any('day', 'day-prefixes', 'range-start')} (?:\\d{1,2} ?${joint} ?(?:${day} )?){1,10}$`,
  )
  const ranges = new Set(words.of('range-joint'))
  const month = new RegExp(`${words.any('month')} $`)
  const leading = new RegExp(`^${day}`)
  const trailing = new RegExp(` ?${day}$`)
  return {
    leads: (text, index) => led.test(text.slice(Math.max(0, index - REACH), index)),
    mention(text, parts, { start, end }) {
      const single = new Mention(start, end, parts)
      const list = matchBefore(before, text, start, REACH)?.[1]
      if (!list) return single
      const numbers = [...list.matchAll(/\d+/g)]
      const days = numbers.map((number) => Number(number[0]))
      if (
        [...days, parts.day].some(
          (value, i, all) => value < 1 || value > 31 || (i > 0 && value <= (all[i - 1] as number)),
        )
      )
        return single
      const from = start - list.length
      if (matchBefore(month, text, from, 12)) return single
      const first = numbers[0] as RegExpExecArray
      const firstStart = leading.test(list) ? from : from + first.index
      const joined = list
        .slice(first.index + first[0].length)
        .replace(leading, '')
        .trim()
      if (numbers.length === 1 && ranges.has(joined.replace(trailing, '').trim())) {
        return new Mention(firstStart, end, { ...parts, day: days[0] as number }, parts)
      }
      if (!leading.test(list)) return single
      const mention = new Mention(firstStart, from + first.index + first[0].length, {
        ...parts,
        day: days[0] as number,
      })
      mention.also = numbers.slice(1).map((number, i) => {
        const at = from + number.index
        return new Mention(at, at + number[0].length, { ...parts, day: days[i + 1] as number })
      })
      mention.also.push(single)
      return mention
    },
  }
}
