import { GAPS } from '../../words/words.ts'
import type { WordFeature } from './feature.ts'

/** What stands before the word, and before the next one. */
export const gap: WordFeature = {
  name: 'gap',
  of: 'word',
  size: () => 2 * GAPS.length,
  observe({ words }, say) {
    for (let word = 0; word < words.count; word++) {
      say(word, words.gap[word] as number)
      say(word, GAPS.length + (word + 1 < words.count ? (words.gap[word + 1] as number) : GAPS.length - 1))
    }
  },
}
