import type { Cell, CellFeature, Page } from './feature.ts'

/** Columns by which cells of one column may differ. */
const SAME_COLUMN = 14

/** Phrases with which the cells before, behind, above and below begin. */
export const neighbours: CellFeature = {
  name: 'neighbours',
  of: 'cell',
  size: (classes) => 4 * (classes + 1),
  observe(page, say) {
    const begins = page.cells.map((): number[] => [])
    for (const hit of page.hits) {
      const cell = page.cellOf[hit.from] as number
      if ((page.cells[cell] as Cell).from !== hit.from) continue
      const classes = begins[cell] as number[]
      if (!classes.includes(hit.class)) classes.push(hit.class)
    }
    const span = page.classes.length + 1
    page.cells.forEach((_, cell) => {
      const others = [cell - 1, cell + 1, beside(page, cell, -1), beside(page, cell, 1)]
      others.forEach((other, place) => {
        const classes = begins[other]
        if (!classes) say(cell, place * span + page.classes.length)
        else for (const each of classes) say(cell, place * span + each)
      })
    })
  },
}

/** The nearest cell of the same column within three lines above or below; -1 where there is none. */
function beside({ cells }: Page, cell: number, step: 1 | -1): number {
  const own = cells[cell] as Cell
  for (let at = cell + step; at >= 0 && at < cells.length; at += step) {
    const other = cells[at] as Cell
    if (Math.abs(other.line - own.line) > 3) return -1
    if (other.line !== own.line && Math.abs(other.column - own.column) <= SAME_COLUMN) return at
  }
  return -1
}
