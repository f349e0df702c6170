import { bucket, type CellFeature } from './feature.ts'

const LINES = [0, 1, 2, 3, 5, 8, 13, 20]
const KINDS = LINES.length + 1

/** Lines above the cell and below it in the stretch. */
export const placeInStretch: CellFeature = {
  name: 'place-in-stretch',
  of: 'cell',
  size: () => 2 * KINDS,
  observe({ cells, lines }, say) {
    cells.forEach(({ line }, at) => {
      say(at, bucket(line, LINES))
      say(at, KINDS + bucket(lines - 1 - line, LINES))
    })
  },
}
