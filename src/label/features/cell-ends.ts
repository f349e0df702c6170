import { SHAPES } from '../../words/words.ts'
import type { Cell, CellFeature, Page } from './feature.ts'

const MARK = SHAPES.indexOf('mark')
const ENDS = ':;,./-)"…'
const KINDS = ENDS.length + 2

/** The sign with which the cell and the one before it end, and whether the cell begins with a dash or a sign. */
export const cellEnds: CellFeature = {
  name: 'cell-ends',
  of: 'cell',
  size: () => 3 * KINDS,
  observe(page, say) {
    page.cells.forEach((cell, at) => {
      say(at, signAt(page, cell.to - 1))
      if (cell.from > 0) say(at, KINDS + signAt(page, cell.from - 1))
      say(at, 2 * KINDS + signAt(page, (cell as Cell).from))
    })
  },
}

/** 0 for a word, 1 for a sign of no interest. */
function signAt({ words }: Page, word: number): number {
  const at = word
  if (words.shape[at] !== MARK) return 0
  return ENDS.indexOf(words.text[words.start[at] as number] as string) + 2
}
