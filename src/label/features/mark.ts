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
    for (let word = 0; word < words.count; word++) {
      for (let away = -1; away <= 1; away++) {
        const at = word + away
        if (word + away < 0 || word + away >= words.count || words.shape[at] !== SMALL_MARK) continue
        const sign = SIGNS.indexOf(words.text[words.start[at] as number] as string)
        say(word, (away + 1) * KINDS + (sign < 0 ? SIGNS.length : sign))
      }
    }
  },
}
