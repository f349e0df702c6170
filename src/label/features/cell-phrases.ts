import type { Cell, CellFeature } from './feature.ts'

/** Phrases with which the cell begins, and all that stand in it. */
export const cellPhrases: CellFeature = {
  name: 'cell-phrases',
  of: 'cell',
  size: (classes) => 2 * classes,
  observe({ hits, cells, cellOf, classes }, say) {
    const said = new Uint8Array(cells.length * 2 * classes.length)
    const once = (cell: number, value: number) => {
      const key = cell * 2 * classes.length + value
      if (said[key] === 1) return
      said[key] = 1
      say(cell, value)
    }
    for (const hit of hits) {
      const cell = cellOf[hit.from] as number
      if ((cells[cell] as Cell).from === hit.from) once(cell, hit.class)
      once(cell, classes.length + hit.class)
    }
  },
}
