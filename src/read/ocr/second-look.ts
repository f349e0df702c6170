/**
 * A second look where it matters: lines of a page's head of which the engine was not sure, the list of recipients, and the
 * whole block of the signature, cut out, enlarged, their rules and coloured inks taken away, and read once more in one go.
 */
import { median } from '../../arrays.ts'
import type { Box } from '../decoded.ts'
import type { OcrEngine } from './engine.ts'
import { isInside, isSpoilt, partedAt, signatureBlock } from './foot.ts'
import { footStart, headEnd, type Line, linesOf, numberOf, type PageWord } from './lines.ts'
import { isSigned, mergeReadings } from './merge.ts'
import { type Block, blockPieces, listPiece, type Piece, pieceOf, readPieces, redPieces } from './pieces.ts'
import type { Sheet } from './sheet.ts'
import { isPersonsName, isUnsure } from './sure.ts'
import { vote } from './vote.ts'

export interface Looked {
  words: PageWord[]
  /** Where the signature stands, in pixels of `sheet.ink`. */
  block: Box | null
}

/** The words of a page, those of its head and foot after a second look. */
export async function secondLook(sheet: Sheet, first: PageWord[], engine: OcrEngine, seconds: number): Promise<Looked> {
  const whole = linesOf(first)
  const foot = footStart(whole, sheet.ink.height)
  const block = foot === null ? null : signatureBlock(sheet, whole, foot)
  const lines = block ? partedAt(block, whole) : whole
  const signed = lines.filter((line) => block && isInside(line.box, block))
  const pieces = [
    ...(await headPieces(sheet, lines, headEnd(whole, sheet.ink) ?? 0)),
    ...(block ? await listPieces(sheet, lines, block) : []),
    ...(block ? await signedPieces(sheet, { box: block, lines: signed, print: heightOf(signed, lines) }) : []),
  ]
  if (pieces.length === 0) return { words: lines.flatMap(({ words }) => words), block }
  const replaced = replacements(pieces, await readPieces(pieces, engine, seconds), { lines, signed })
  const last = Math.max(0, ...lines.map(numberOf))
  const known = new Set(lines)
  const added = [...replaced.entries()].filter(([line]) => !known.has(line)).map(([, words]) => words)
  const words = [
    ...lines.flatMap((line) => replaced.get(line) ?? line.words),
    ...added.flatMap((own, index) => own.map((word) => ({ ...word, line: last + 1 + index }))),
  ]
  return { words, block }
}

const isDoubted = ({ words }: Line): boolean => words.some(isUnsure)

function headPieces(sheet: Sheet, lines: Line[], head: number): Promise<Piece[]> {
  const again = lines.filter((line) => (line.box[1] + line.box[3]) / 2 < head && isDoubted(line))
  return Promise.all(again.map((line) => pieceOf(sheet, line)))
}

async function listPieces(sheet: Sheet, lines: Line[], block: Box): Promise<Piece[]> {
  const list = lines.filter(({ box }) => box[1] >= block[1] && (box[0] + box[2]) / 2 <= block[0])
  const box: Box = [0, block[1], block[0], block[3]]
  const part = { box, lines: list, print: heightOf(list, lines) }
  if (isSpoilt(list, lines, block)) return blockPieces(sheet, part)
  return list.some(isDoubted) ? [await listPiece(sheet, part)] : []
}

/** How high the print of a part of the page is; where nothing was read in it, as high as elsewhere. */
const heightOf = (part: Line[], page: Line[]): number => median((part.length > 0 ? part : page).map(({ size }) => size))

async function signedPieces(sheet: Sheet, block: Block): Promise<Piece[]> {
  const isNamed = block.lines.some(isPersonsName)
  // An engine leaves out what it takes for a picture: a name with a pen or a seal beside it.
  const black = isNamed && !block.lines.some(isDoubted) ? [] : await blockPieces(sheet, block)
  // A name is in black or in red, not in both.
  return isNamed ? black : [...black, ...(await redPieces(sheet, block))]
}

/** What stands in place of each line that was read again, and the lines that only the second reading has. */
function replacements(
  pieces: Piece[],
  second: PageWord[][],
  { lines, signed }: { lines: Line[]; signed: Line[] },
): Map<Line, PageWord[]> {
  const replaced = new Map<Line, PageWord[]>()
  const blocks = new Map<Line[], Line[][]>()
  pieces.forEach((piece, index) => {
    const words = second[index] as PageWord[]
    const [line] = piece.lines
    if (piece.isRed) for (const own of linesOf(words)) isSigned(own, signed) && replaced.set(own, own.words)
    else if (piece.isBlock) blocks.set(piece.lines, [...(blocks.get(piece.lines) ?? []), linesOf(words)])
    else if (line) replaced.set(line, vote(line.words, wordsOn(line, words, lines)))
  })
  for (const [own, readings] of blocks) mergeReadings(own, readings, replaced)
  return replaced
}

/** The words that stand on a line, from left to right: a stroke or a stamp makes a cutting reach into the lines around. */
function wordsOn(line: Line, words: PageWord[], lines: Line[]): PageWord[] {
  const near = lines.filter(({ box }) => box[1] < line.box[3] && box[3] > line.box[1] && box[0] < line.box[2])
  const inked = (own: Line, { box }: PageWord) => own.words.reduce((sum, other) => sum + common(other.box, box), 0)
  return words
    .filter((word) => near.every((other) => other === line || inked(other, word) <= inked(line, word)))
    .sort((one, other) => one.box[0] - other.box[0])
}

/** Pixels that two boxes share. */
const common = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0])) * Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]))
