import { isSyllable } from '../../grammar/syllable.ts'
import { LETTERED } from '../../words/words.ts'
import { bucket, type Cell, type CellFeature, type Page } from './feature.ts'

const SHARES = [0.34, 0.67, 0.99]

/** Share of the cell's words that can be Vietnamese; of a cell without letters nothing is said. */
export const wordLikeness: CellFeature = {
  name: 'word-likeness',
  of: 'cell',
  size: () => SHARES.length + 1,
  observe(page, say) {
    page.cells.forEach((cell, at) => {
      const share = likeness(page, cell)
      if (share !== null) say(at, bucket(share, SHARES))
    })
  },
}

function likeness({ words }: Page, { from, to }: Cell): number | null {
  let letters = 0
  let good = 0
  for (let word = from; word < to; word++) {
    if (!LETTERED[words.shape[word] as number]) continue
    letters++
    if (isSyllable(words.text.slice(words.start[word], words.end[word]))) good++
  }
  return letters === 0 ? null : good / letters
}
