/** Words of the grammar found in a folded text, taken only where they are printed with their tone marks. */
import { alternation } from '../../calendar/words.ts'
import { skeleton } from '../../text.ts'
import type { Scan } from './scan.ts'

export interface Phrases {
  /** Does one of the words stand between two offsets of the scan text? */
  stands(scan: Scan, from: number, to: number): boolean
  /** Where those begin that stand between two offsets. */
  starts(scan: Scan, from: number, to: number): number[]
  /** Does one of them end right before `index`, a blank between? */
  endsAt(scan: Scan, index: number): boolean
  /** Does one of them begin at `index`? */
  startsAt(scan: Scan, index: number): boolean
}

/** The longest phrase of a grammar. */
const LONGEST = 32

/**
 * @param words as printed, in small letters
 * @param others longer phrases in which they are other words: `chương trình` holds no `trình`
 */
export function phrases(words: readonly string[], others: readonly string[] = []): Phrases {
  const printed = new Set(words.map((word) => toneless(word.normalize('NFC'))))
  const folded = [...words, ...others].map((word) => skeleton(word.normalize('NFC')))
  const anywhere = new RegExp(`(?<![a-z0-9])${alternation(folded)}(?![a-z0-9])`, 'g')
  const before = new RegExp(`(?<![a-z0-9])${alternation(folded)} ?$`)
  const here = new RegExp(`${alternation(folded)}(?![a-z0-9])`, 'y')
  const is = (scan: Scan, from: number, to: number) => printed.has(toneless(scan.printed(from, to).toLowerCase()))
  function* found(scan: Scan, from: number, to: number) {
    // a letter more on each side, for the edges of words
    const start = Math.max(0, from - 1)
    for (const match of scan.text.slice(start, to + 1).matchAll(anywhere)) {
      const [at, end] = [start + match.index, start + match.index + match[0].length]
      if (at >= from && end <= to && is(scan, at, end)) yield at
    }
  }
  return {
    stands: (scan, from, to) => !found(scan, from, to).next().done,
    starts: (scan, from, to) => [...found(scan, from, to)],
    endsAt(scan, index) {
      const from = Math.max(0, index - LONGEST)
      const match = before.exec(scan.text.slice(from, index))
      return match !== null && is(scan, from + match.index, from + match.index + match[0].trimEnd().length)
    },
    startsAt(scan, index) {
      here.lastIndex = index
      const match = here.exec(scan.text)
      return match !== null && is(scan, index, index + match[0].length)
    },
  }
}

/** Of a phrase, the letters without tone marks, which scanning loses (`đên hêt`); a single word as it is: `quả` is no `quá`. */
export function toneless(phrase: string): string {
  return phrase.includes(' ')
    ? phrase
        .normalize('NFD')
        .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
        .normalize('NFC')
    : phrase
}
