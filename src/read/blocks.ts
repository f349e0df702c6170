/**
 * Blocks of a document, from DOCX, ODT or HTML, and their lines. A layout table (the two-column header and footer) is
 * read cell by cell where its cells hold several lines, else as one line with tabs; a table of data gives one line a
 * row.
 */
import { decodeRun, fontHolds, legacyFont } from './encoding/fonts.ts'
import type { Legacy } from './encoding/tables.ts'

/** Text in one look; a line break is `\n`, a page break `\f`. */
export interface Piece {
  text: string
  font: string | null
  capitals: boolean
}

export interface Paragraph {
  kind: 'paragraph'
  /** Number of an automatic list. */
  label: string | null
  pieces: Piece[]
  boxes: Block[][]
  /** Its paragraph mark was deleted: the next paragraph goes on in the same line. */
  open: boolean
}

export interface Table {
  kind: 'table'
  rows: Block[][][]
}

export type Block = Paragraph | Table

/** A paragraph of plain text. */
export function plainParagraph(text: string): Paragraph {
  return { kind: 'paragraph', label: null, pieces: [{ text, font: null, capitals: false }], boxes: [], open: false }
}

/** Rows, or filled cells in a row, from which a table holds data and is no layout. */
const DATA_ROWS = 7
const DATA_CELLS = 3

/** Decodes the pieces whose font is an encoding; a font counts only where the whole text in it says so. */
export class Fonts {
  readonly #legacy = new Set<string>()
  /** How many paragraphs are set in each encoding. */
  readonly paragraphs: ReadonlyMap<Legacy, number>

  constructor(blocks: Block[]) {
    const texts = new Map<string, string[]>()
    for (const { text, font } of piecesOf(blocks)) {
      if (font === null) continue
      const list = texts.get(font) ?? []
      list.push(text)
      texts.set(font, list)
    }
    for (const [font, list] of texts) if (fontHolds(list.join(' '), font)) this.#legacy.add(font)
    this.paragraphs = this.#count(blocks)
  }

  #count(blocks: Block[]): ReadonlyMap<Legacy, number> {
    const counts = new Map<Legacy, number>()
    if (this.#legacy.size === 0) return counts
    for (const { pieces } of paragraphsOf(blocks)) {
      const piece = pieces.find(({ text, font }) => font !== null && this.#legacy.has(font) && text.trim() !== '')
      const encoding = piece?.font ? legacyFont(piece.font)?.encoding : undefined
      if (encoding) counts.set(encoding, (counts.get(encoding) ?? 0) + 1)
    }
    return counts
  }

  decode({ text, font, capitals }: Piece): string {
    const decoded = (font !== null && this.#legacy.has(font) && decodeRun(text, font)) || text
    return capitals ? decoded.toUpperCase() : decoded
  }
}

function* paragraphsOf(blocks: Block[]): Generator<Paragraph> {
  for (const block of blocks) {
    if (block.kind === 'table') for (const row of block.rows) for (const cell of row) yield* paragraphsOf(cell)
    else {
      yield block
      for (const box of block.boxes) yield* paragraphsOf(box)
    }
  }
}

function* piecesOf(blocks: Block[]): Generator<Piece> {
  for (const { pieces } of paragraphsOf(blocks)) yield* pieces
}

/** Tabs and spaces at the ends only indent; a form feed in front stays. */
function trimLine(line: string): string {
  return line.startsWith('\f') ? `\f${line.slice(1).trim()}` : line.trim()
}

function linesOfParagraph(paragraph: Paragraph, fonts: Fonts): string[] {
  const text = paragraph.pieces.map((piece) => fonts.decode(piece)).join('')
  const printed = paragraph.label !== null && text.trim() !== '' ? text.replace(/^\s*/, `${paragraph.label} `) : text
  return printed
    .replaceAll('\f', '\n\f')
    .split('\n')
    .map(trimLine)
    .filter((line, index) => line !== '' || index === 0)
}

/** A paragraph whose mark was deleted goes on in the next one. */
function joined(blocks: Block[]): Block[] {
  const result: Block[] = []
  for (const block of blocks) {
    const last = result.at(-1)
    if (block.kind === 'paragraph' && last?.kind === 'paragraph' && last.open) {
      const { pieces, boxes } = last
      result[result.length - 1] = {
        ...block,
        label: last.label,
        pieces: [...pieces, ...block.pieces],
        boxes: [...boxes, ...block.boxes],
      }
    } else result.push(block)
  }
  return result
}

function boxesOf(block: Block, fonts: Fonts): string[] {
  return block.kind === 'table' ? [] : block.boxes.flatMap((box) => filledOnly(linesOf(box, fonts)))
}

const filledOnly = (lines: string[]) => lines.filter((line) => line.trim() !== '')

/** The lines of blocks in reading order; text boxes come right after the paragraph that holds their anchor. */
export function linesOf(blocks: Block[], fonts: Fonts): string[] {
  return joined(blocks).flatMap((block) =>
    block.kind === 'table' ? linesOfTable(block, fonts) : [...linesOfParagraph(block, fonts), ...boxesOf(block, fonts)],
  )
}

interface Cell {
  lines: string[]
  /** What stands in text boxes; set after the row. */
  boxes: string[]
}

function cellOf(blocks: Block[], fonts: Fonts): Cell {
  const all = joined(blocks)
  const lines = all.flatMap((block) =>
    block.kind === 'table' ? linesOfTable(block, fonts) : linesOfParagraph(block, fonts),
  )
  return { lines: gathered(lines), boxes: all.flatMap((block) => boxesOf(block, fonts)) }
}

/** The lines of a cell from its first filled one to its last; of empty lines between them, the room for a signature, one. */
function gathered(lines: string[]): string[] {
  const kept = lines.filter((line, index) => line.trim() !== '' || (lines[index - 1] ?? '').trim() !== '')
  return (kept.at(-1) ?? 'x').trim() === '' ? kept.slice(0, -1) : kept
}

function linesOfTable(table: Table, fonts: Fonts): string[] {
  const rows = table.rows.map((row) => row.map((cell) => cellOf(cell, fonts)))
  const lines = linesByRow(rows.map((row) => row.map((cell) => cell.lines)))
  return rows.flatMap((row, index) => [...(lines[index] ?? []), ...row.flatMap((cell) => cell.boxes)])
}

const filled = (row: string[][]) => row.filter((lines) => lines.length > 0).length

function linesByRow(rows: string[][][]): string[][] {
  const isData = rows.length >= DATA_ROWS || rows.some((row) => filled(row) >= DATA_CELLS)
  return rows.map((row) => {
    if (isData && filled(row) > 1)
      return [
        row
          .map((lines) => filledOnly(lines).join(' '))
          .join('\t')
          .trim(),
      ]
    if (row.some((lines) => lines.length > 1)) return row.flat()
    const cells = row.flat()
    return cells.length === 0 ? [] : [cells.join('\t')]
  })
}

/** The lines of a table, given row by row as the filled lines of each cell. */
export function linesOfRows(rows: string[][][]): string[] {
  return linesByRow(rows).flat()
}
