import type { WordFeature } from './feature.ts'

/** Signs that part or join values; all others are alike. */
const SIGNS = ':;,./-()"*+…_–“”|&'
const KINDS = SIGNS.length + 1
const SMALL_MARK = 0

/** Which sign the word, the one before and the one behind are. */
export const mark: WordFeature = {
  name: 'mark',
  of: 'word',
  size: () => 3 * KINDS,
  observe({ words }, say) {
    const last = words.count - 1
    for (let at = 0; at <= last; at++) {
      if (words.shape[at] !== SMALL_MARK) continue
      const found = SIGNS.indexOf(words.text[words.start[at] as number] as string)
      const sign = found < 0 ? SIGNS.length : found
      if (at < last) say(at + 1, sign)
      say(at, KINDS + sign)
      if (at > 0) say(at - 1, 2 * KINDS + sign)
    }
  },
}
