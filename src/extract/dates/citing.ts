/** Whether a date belongs to a document that is cited: `số 12-NQ/TU, ngày 24/8/2021`, `Luật Lưu trữ ngày 11/11/2011`. */
import { matchBefore, type Scan } from './scan.ts'
import type { DateWords } from '../../calendar/words.ts'
import { latin } from '../../latin.ts'

const HEAD_REACH = 72

export interface Citing {
  /** Does the number of a document stand directly before `start`? */
  byNumber(scan: Scan, start: number): boolean
  /** Does the name of a law or another document stand before `start` in the same phrase, and not `có hiệu lực từ`? */
  byName(scan: Scan, start: number): boolean
}

export function citing(words: DateWords): Citing {
  const head = words.any('symbol-head')
  const signed = words.any('signed')
  const symbol = new RegExp(
    `(?:^|[^a-z0-9./-])((?:${head} )?(?:[a-z0-9./-]{1,24}[/-] )?[a-z0-9./-]{1,40}),? (?:${signed} )?$`,
  )
  const headed = new RegExp(`^${head} `)
  const name = new RegExp(`(?:^|[^a-z])${words.any('law-heads')}(?![a-z])[^.,;:\\n]{0,60}$`)
  const range = new RegExp(`(?:^|[^a-z])${words.any('range-start', 'range-joint')} $`)
  return {
    byNumber(scan, start) {
      const found = matchBefore(symbol, scan.text, start, 48)
      if (!found) return false
      const token = found[1] as string
      const from = start - found[0].length + found[0].indexOf(token)
      const printed = scan.printed(from, from + token.length)
      if (headed.test(token)) return /\d$|[/-]/.test(token)
      return (
        /[/-]/.test(token) &&
        (latin(/\p{Lu}{2}/u).test(printed) || (latin(/\p{Lu}/u).test(printed) && /\d/.test(token)))
      )
    },
    byName: (scan, start) =>
      matchBefore(name, scan.text, start, HEAD_REACH) !== null && matchBefore(range, scan.text, start, 12) === null,
  }
}
