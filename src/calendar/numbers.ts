/**
 * Numbers in words: `mười lăm`, `hai mươi mốt`, `một nghìn chín trăm bảy mươi lăm`. The tone mark tells `mười` (ten) from
 * `mươi` (times ten), so words are read as printed.
 */
import { latin } from '../latin.ts'
import { skeleton } from '../text.ts'
import type { DateWords } from './words.ts'

/** Words of the longest number that is a year. */
const WORDS = 9

/**
 * Reads the longest number that the words of `printed` begin with.
 *
 * @returns its value and the letters it takes, or null where no number stands there.
 */
export function spelledNumber(printed: string, words: DateWords): { value: number; length: number } | null {
  let best: { value: number; length: number } | null = null
  const number = new Spelled(words)
  const word = latin(/(\p{L}+)(?:\s|$)?/uy)
  for (let count = 0; count < WORDS; count++) {
    const match = word.exec(printed)
    if (!match || !number.take((match[1] as string).toLowerCase())) break
    if (number.whole) best = { value: number.value, length: match.index + (match[1] as string).length }
  }
  return best
}

/** A number as it grows word by word. */
class Spelled {
  readonly #words: DateWords
  #thousands = 0
  #hundreds = 0
  /** What the last word left to be multiplied; null after `nghìn`, `trăm`, `mươi`, `mười` and at the beginning. */
  #digit: number | null = null
  #tens = 0
  /** Does the number hold anything that may end it? */
  whole = false

  constructor(words: DateWords) {
    this.#words = words
  }

  get value(): number {
    return this.#thousands + this.#hundreds + this.#tens + (this.#digit ?? 0)
  }

  /** Takes one word more; false where it cannot go on with the number. */
  take(word: string): boolean {
    const digit = this.#words.has('digits', word) ? this.#words.number('digits', skeleton(word)) : undefined
    if (digit !== undefined) {
      if (this.#digit !== null) return false
      this.#digit = digit
      this.whole = true
      return true
    }
    if (this.#words.has('ten', word)) {
      if (this.#digit !== null || this.#tens > 0) return false
      this.#tens = 10
    } else if (this.#words.has('tens', word)) {
      if (this.#digit === null || this.#tens > 0) return false
      this.#tens = this.#digit * 10
    } else if (this.#words.has('hundred', word)) {
      if (this.#digit === null || this.#hundreds > 0) return false
      this.#hundreds = this.#digit * 100
    } else if (this.#words.has('thousand', word)) {
      if (this.#digit === null || this.#thousands > 0) return false
      this.#thousands = this.#digit * 1000
    } else if (this.#words.has('zero-ten', word)) {
      this.whole = false
      return this.#digit === null && this.value > 0
    } else return false
    this.#digit = null
    this.whole = true
    return true
  }
}
