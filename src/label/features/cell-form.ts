import { upperShare } from '../../text.ts'
import { bucket, type Cell, type CellFeature, type Page } from './feature.ts'

const SHARES = [0.15, 0.6, 0.85]
const COLUMNS = [2, 12, 25, 45]
const WORDS = [1, 3, 6, 12]
const BLOCKS = [SHARES, COLUMNS, WORDS].map((limits) => limits.length + 1) as [number, number, number]

/** Capitals, column and length of the cell, alone and together; its place among the cells of its line; a blank line above. */
export const cellForm: CellFeature = {
  name: 'cell-form',
  of: 'cell',
  size: () => BLOCKS[0] * BLOCKS[1] * 2 + BLOCKS[1] + BLOCKS[2] * BLOCKS[0] + 9 + 2,
  observe(page, say) {
    page.cells.forEach((cell, at) => {
      const share = bucket(upperShare(textOf(page, cell)), SHARES)
      const column = bucket(cell.column, COLUMNS)
      const words = bucket(cell.to - cell.from, WORDS)
      let base = 0
      say(at, (share * BLOCKS[1] + column) * 2 + (cell.index > 0 ? 1 : 0))
      base += BLOCKS[0] * BLOCKS[1] * 2
      say(at, base + column)
      base += BLOCKS[1]
      say(at, base + words * BLOCKS[0] + share)
      base += BLOCKS[2] * BLOCKS[0]
      say(at, base + Math.min(cell.of - 1, 2) * 3 + Math.min(cell.index, 2))
      base += 9
      say(at, base + (cell.blankAbove ? 1 : 0))
    })
  },
}

export const textOf = ({ words }: Page, { from, to }: Cell) => words.text.slice(words.start[from], words.end[to - 1])
