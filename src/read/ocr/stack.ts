/** Several cuttings read in one go: set below each other in one image, and their words handed back apart. */
import type { Box } from '../decoded.ts'
import type { OcrEngine, OcrWord } from './engine.ts'
import type { Plane } from './raster.ts'

/** White around and between the pieces, in pixels. */
const GAP = 36

/** The words of each piece, in pixels of that piece. */
export async function readStack(
  pieces: readonly Plane[],
  dpi: number,
  engine: OcrEngine,
  seconds: number,
): Promise<OcrWord[][]> {
  const width = Math.max(...pieces.map((piece) => piece.width)) + 2 * GAP
  const tops: number[] = []
  let height = GAP
  for (const piece of pieces) {
    tops.push(height)
    height += piece.height + GAP
  }
  const pixels = new Uint8Array(width * height).fill(255)
  pieces.forEach((piece, index) => {
    for (let y = 0; y < piece.height; y++)
      pixels.set(
        piece.pixels.subarray(y * piece.width, (y + 1) * piece.width),
        ((tops[index] as number) + y) * width + GAP,
      )
  })
  const words = await engine.words({ image: { pixels, width, height, channels: 1 }, dpi, layout: 'block', seconds })
  return pieces.map((piece, index) => {
    const top = tops[index] as number
    const back = ([x0, y0, x1, y1]: Box): Box => [x0 - GAP, y0 - top, x1 - GAP, y1 - top]
    return words
      .filter(({ box: [, y0, , y1] }) => (y0 + y1) / 2 > top - GAP / 2 && (y0 + y1) / 2 < top + piece.height + GAP / 2)
      .map((word) => ({
        ...word,
        box: back(word.box),
        letters: word.letters.map((letter) => ({ ...letter, box: back(letter.box) })),
      }))
  })
}
