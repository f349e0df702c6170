/** What a stamp says is no part of the text it lies on. */
import { latin } from '../../latin.ts'
import { skeleton } from '../../text.ts'
import type { Box } from '../decoded.ts'
import type { PageWord } from './lines.ts'
import { bare } from './sense.ts'
import type { Sheet } from './sheet.ts'
import type { Stamp } from './stamps.ts'
import { isUnsure } from './sure.ts'

/** Print that a stamp lies over stays; what is written in the stamp, or is left of its frame, is no part of the text. */
const PRINT_IN_STAMP = 70

/** The words that no stamp wrote. */
export function outsideOf(stamps: Stamp[], words: PageWord[], { scale, raster }: Sheet): PageWord[] {
  const inColours = raster.channels === 3
  const placed = stamps.map(({ box, lines }) => ({
    box: box.map((side) => side * scale) as Box,
    words: new Set(lines.flatMap((line) => line.split(' ').map((word) => skeleton(bare(word))))),
  }))
  return words.filter((word) => {
    const [x, y] = [(word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2]
    const stamp = placed.find(({ box }) => x > box[0] && x < box[2] && y > box[1] && y < box[3])
    if (!stamp) return true
    if (bare(word.text).length > 1 && stamp.words.has(skeleton(bare(word.text)))) return false
    // Where the stamp is red, what is left in it is print or a dark pen.
    return (
      (word.confidence >= (inColours ? PRINT_IN_STAMP : 100) && latin(/[\p{L}\p{N}]{2}/u).test(word.text)) ||
      !(isUnsure(word) || bare(word.text) === '')
    )
  })
}
