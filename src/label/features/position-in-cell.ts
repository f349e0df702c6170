import { bucket, type Cell, type WordFeature } from './feature.ts'

const FROM_START = [0, 1, 2]
const FROM_END = [0, 1]
const KINDS = FROM_START.length + 1

/** How many words of its cell stand before it, and behind it. */
export const positionInCell: WordFeature = {
  name: 'position-in-cell',
  of: 'word',
  size: () => KINDS + FROM_END.length + 1,
  observe({ cells, cellOf, words }, say) {
    for (let word = 0; word < words.count; word++) {
      const { from, to } = cells[cellOf[word] as number] as Cell
      say(word, bucket(word - from, FROM_START))
      say(word, KINDS + bucket(to - 1 - word, FROM_END))
    }
  },
}
