import type { WordFeature } from './feature.ts'

/** The word begins a phrase of the lexicon, goes on with one, printed with its marks or not; one begins behind it, one ended before it. */
export const phrase: WordFeature = {
  name: 'phrase',
  of: 'word',
  size: (classes) => 6 * classes,
  observe({ hits, words, classes }, say) {
    for (const hit of hits) {
      const kind = 2 * hit.class + (hit.exact ? 1 : 0)
      say(hit.from, kind)
      for (let word = hit.from + 1; word < hit.to; word++) say(word, 2 * classes.length + kind)
      if (hit.from > 0) say(hit.from - 1, 4 * classes.length + hit.class)
      if (hit.to < words.count) say(hit.to, 5 * classes.length + hit.class)
    }
  },
}
