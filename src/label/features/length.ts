import { bucket, type WordFeature } from './feature.ts'

const LETTERS = [1, 2, 3, 5]

/** Letters of the word. */
export const length: WordFeature = {
  name: 'length',
  of: 'word',
  size: () => LETTERS.length + 1,
  observe({ words }, say) {
    for (let word = 0; word < words.count; word++) {
      const at = word
      say(word, bucket((words.end[at] as number) - (words.start[at] as number), LETTERS))
    }
  },
}
