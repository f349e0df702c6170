import type { Cell, CellFeature } from './feature.ts'

/** Phrases with which the cell begins, and all that stand in it. */
export const cellPhrases: CellFeature = {
  name: 'cell-phrases',
  of: 'cell',
  size: (classes) => 2 * classes,
  observe({ hits, cells, cellOf, classes }, say) {
    // by value, behind the cell of which it was said last: hits of one cell follow each other
    const said = new Int32Array(2 * classes.length)
    const once = (cell: number, value: number) => {
      if (said[value] === cell + 1) return
      said[value] = cell + 1
      say(cell, value)
    }
    for (const hit of hits) {
      const cell = cellOf[hit.from] as number
      if ((cells[cell] as Cell).from === hit.from) once(cell, hit.class)
      once(cell, classes.length + hit.class)
    }
  },
}
