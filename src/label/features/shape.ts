import { SHAPES } from '../../words/words.ts'
import type { WordFeature } from './feature.ts'

/** Words looked at before and behind a word. */
const REACH = 2
const KINDS = SHAPES.length + 1

/** Digits, small letters, capitals or a mark: of the word and of two on each side; none beyond the stretch. */
export const shape: WordFeature = {
  name: 'shape',
  of: 'word',
  size: () => (2 * REACH + 1) * KINDS,
  observe({ words }, say) {
    for (let word = 0; word < words.count; word++) {
      for (let away = -REACH; away <= REACH; away++) {
        const at = word + away
        const seen = at < 0 || at >= words.count ? SHAPES.length : (words.shape[at] as number)
        say(word, (away + REACH) * KINDS + seen)
      }
    }
  },
}
