/** Cuttings of a page made ready to be read again: enlarged, rules and coloured inks taken away. */
import type { Box } from '../decoded.ts'
import { rednessOf } from './coarse.ts'
import { componentsOf, without, withoutRules } from './components.ts'
import type { OcrEngine } from './engine.ts'
import { mendLetters } from './letters.ts'
import type { Line, PageWord } from './lines.ts'
import { cropped, type Plane, planeOf } from './raster.ts'
import { ringIn, withoutRings } from './rings.ts'
import { inkOf, type Sheet, whiten } from './sheet.ts'
import { readStack } from './stack.ts'
import { sealsOn } from './stamps.ts'
import { isPersonsName } from './sure.ts'

const ENLARGED_DPI = 300

export interface Piece {
  /** On `sheet.ink`. */
  box: Box
  /** The lines that stand there, as they were read first: one, or those of a block. */
  lines: Line[]
  isBlock: boolean
  /** Red print alone. */
  isRed?: boolean
  ink: Plane
  /** Pixels of the piece a pixel of `sheet.ink`. */
  scale: number
}

/** A part of a page with the lines that were read in it. */
export interface Block {
  /** On `sheet.ink`. */
  box: Box
  /** None where a pen and a seal hid all of them. */
  lines: Line[]
  /** How high its print is, in pixels of `sheet.ink`. */
  print: number
}

/** A line as it stands, enlarged, without the rule under it. */
export async function pieceOf(sheet: Sheet, line: Line): Promise<Piece> {
  const [left, top, right, bottom] = line.box
  const box: Box = [left - line.size, top - 0.35 * line.size, right + line.size, bottom + 0.35 * line.size]
  const { ink, scale } = await enlarged(sheet, box, 'red')
  return {
    box: clipped(box, sheet.ink),
    lines: [line],
    isBlock: false,
    ink: withoutRules(ink, 1.6 * line.size * scale),
    scale,
  }
}

/**
 * The block of a signature in black print alone, without what is too large for print. On a page without colours a seal's
 * rings hold all together: there it is read once without them, and once as it stands.
 */
export async function blockPieces(sheet: Sheet, { box, lines, print: height }: Block): Promise<Piece[]> {
  const { ink, scale } = await enlarged(sheet, box, 'most')
  const size = height * scale
  const piece = { box: clipped(box, sheet.ink), lines, isBlock: true, scale }
  const inColours = sheet.raster.channels === 3
  const ring = inColours ? null : ringIn(ink, sheet.dpi * sheet.scale * scale)
  const print = ring ? withoutRings(ink, ring) : inColours ? whiten(ink, FAINT) : ink
  const bare = { ...piece, ink: without(print, tooLarge(print, size), EDGE) }
  if (ring) return [bare, { ...piece, ink }]
  // A name that is not in black was stamped in blue.
  if (!inColours || lines.some(isPersonsName)) return [bare]
  const blue = (await enlarged(sheet, box, 'red')).ink
  return [bare, { ...piece, ink: without(blue, tooLarge(blue, size), EDGE) }]
}

/** The list of recipients as it stands, in one piece: an engine cuts lines better than their boxes do. */
export async function listPiece(sheet: Sheet, { box, lines, print }: Block): Promise<Piece> {
  const { ink, scale } = await enlarged(sheet, box, 'red')
  const size = print * scale
  return {
    box: clipped(box, sheet.ink),
    lines,
    isBlock: true,
    ink: without(withoutRules(ink, 4 * size), tooLarge(ink, size), EDGE),
    scale,
  }
}

/** Share of the paper's grey from which on ink under a seal is what is left of the seal. */
const FAINT = 0.8

/** Pixels of an enlarged piece in which a stroke fades into the paper. */
const EDGE = 2

/** Where a red stamp has post and name, as shares of a seal's height: over its top, and over its bottom. */
const STAMPED = { post: [-0.3, 0.17], name: [0.78, 1.4] } as const

/**
 * Some offices stamp post and name in red: they are read in the red ink alone, the name without pieces that are too large
 * for letters, the post, which touches the letters of the seal, without all that is within the seal.
 */
export async function redPieces(sheet: Sheet, { box: block, print }: Block): Promise<Piece[]> {
  const [left, top, right, bottom] = block.map((side) => side / sheet.scale) as Box
  const part = cropped(sheet.raster, [left, top, right, bottom + (bottom - top)])
  const size = print / sheet.scale
  const pieces = sealsOn(part, sheet.dpi).flatMap((seal) =>
    (['post', 'name'] as const).map(async (kind): Promise<Piece> => {
      const [from, to] = STAMPED[kind].map((share) => seal[1] + share * (seal[3] - seal[1])) as [number, number]
      const box: Box = [0, Math.max(0, Math.floor(from)), part.width, Math.min(part.height, to)]
      const red = rednessOf(cropped(part, box))
      const { ink, scale } = await inkOf(kind === 'post' ? outsideSeal(red, seal, box[1]) : red, {
        dpi: sheet.dpi,
        noisy: false,
        wanted: ENLARGED_DPI,
      })
      return {
        box: [left, top + box[1], left + box[2], top + box[3]].map((side) => side * sheet.scale) as Box,
        lines: [],
        isBlock: true,
        isRed: true,
        ink: kind === 'post' ? ink : without(ink, tooLarge(ink, size * scale)),
        scale: scale / sheet.scale,
      }
    }),
  )
  return Promise.all(pieces)
}

/** A strip of red ink that begins at `top`, without what is within a seal. */
function outsideSeal(strip: Plane, [left, above, right, below]: Box, top: number): Plane {
  const pixels = Uint8Array.from(strip.pixels)
  const [x, y, radius] = [(left + right) / 2, (above + below) / 2 - top, 0.51 * Math.max(right - left, below - above)]
  for (let row = 0; row < strip.height; row++) {
    const half = Math.sqrt(Math.max(0, radius ** 2 - (row - y) ** 2))
    if (half > 0)
      pixels.fill(
        255,
        row * strip.width + Math.max(0, Math.floor(x - half)),
        row * strip.width + Math.min(strip.width, Math.ceil(x + half)),
      )
  }
  return { ...strip, pixels }
}

/** Pieces of ink that are no letters, for print of a size: strokes of a pen, a seal's ring. */
const tooLarge = (ink: Plane, size: number) =>
  componentsOf(ink, 30).filter(
    ({ box: [left, top, right, bottom] }) => bottom - top > 2.6 * size || right - left > 7 * size,
  )

async function enlarged(sheet: Sheet, box: Box, kind: 'red' | 'most'): Promise<{ ink: Plane; scale: number }> {
  const [left, top, right, bottom] = clipped(box, sheet.ink).map((side) => side / sheet.scale) as Box
  const part = planeOf(cropped(sheet.raster, [left, top, right, bottom]), kind)
  const { ink, scale } = await inkOf(part, { dpi: sheet.dpi, noisy: sheet.noisy, wanted: ENLARGED_DPI })
  return { ink, scale: scale / sheet.scale }
}

const clipped = ([left, top, right, bottom]: Box, { width, height }: Plane): Box => [
  Math.max(0, Math.floor(left)),
  Math.max(0, Math.floor(top)),
  Math.min(width, Math.ceil(right)),
  Math.min(height, Math.ceil(bottom)),
]

/** The words of each piece, in pixels of `sheet.ink`. */
export async function readPieces(pieces: Piece[], engine: OcrEngine, seconds: number): Promise<PageWord[][]> {
  const read = await readStack(
    pieces.map(({ ink }) => ink),
    ENLARGED_DPI,
    engine,
    seconds,
  )
  return pieces.map(({ box, scale }, index) => {
    const back = ([x0, y0, x1, y1]: Box): Box => [
      box[0] + x0 / scale,
      box[1] + y0 / scale,
      box[0] + x1 / scale,
      box[1] + y1 / scale,
    ]
    return (read[index] as PageWord[]).map((word) => ({
      ...word,
      text: mendLetters(word.text),
      box: back(word.box),
      letters: word.letters.map((letter) => ({ ...letter, box: back(letter.box) })),
    }))
  })
}
