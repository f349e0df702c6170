import type { Words } from '../../words/words.ts'
import { SHAPES } from '../../words/words.ts'
import { bucket, type WordFeature } from './feature.ts'

const DIGITS = SHAPES.indexOf('digits')
const MONTHS = 12
const DAYS = 31
/** Years in which documents were written. */
const YEARS = [1930, 2100]
/** One digit; two: a month, a day, more; three; four: a year, another number; five and more. */
const KINDS = 8

function kindOf(words: Words, at: number): number {
  const text = words.text.slice(words.start[at], words.end[at])
  const value = Number(text)
  if (text.length === 2) return 1 + bucket(value, [MONTHS, DAYS])
  if (text.length === 4) return value >= (YEARS[0] as number) && value <= (YEARS[1] as number) ? 5 : 6
  return text.length === 1 ? 0 : text.length === 3 ? 4 : 7
}

/** What the digits of the word, of the one before and of the one behind can be: a day, a month, a year. */
export const digits: WordFeature = {
  name: 'digits',
  of: 'word',
  size: () => 3 * KINDS,
  observe({ words }, say) {
    const last = words.count - 1
    for (let at = 0; at <= last; at++) {
      if (words.shape[at] !== DIGITS) continue
      const kind = kindOf(words, at)
      if (at < last) say(at + 1, kind)
      say(at, KINDS + kind)
      if (at > 0) say(at - 1, 2 * KINDS + kind)
    }
  },
}
