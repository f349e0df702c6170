/**
 * Layout: runs of text on a page → lines of cells.
 *
 * In the text a TAB stands between two cells of a line, a form feed at the start of a page (but the first), an empty
 * line where there is a vertical gap. A line that stands alone in the right column begins with a TAB, one that is
 * indented or centred with spaces.
 *
 * ```
 *   UBND TỈNH X        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM      UBND TỈNH X\tCỘNG HÒA …
 *     SỞ NỘI VỤ            Độc lập - Tự do - Hạnh phúc      →    SỞ NỘI VỤ\tĐộc lập …
 *                                                         \n
 *                         TỜ TRÌNH                                       TỜ TRÌNH
 * ```
 */
import { greatest, least } from '../arrays.ts'
import { decodedForm } from '../text.ts'
import type { Box, Place, Reading } from './decoded.ts'
import { type Cell, cellsOf } from './layout-cells.ts'
import { type Row, rowsOf, type Word, wordsOf } from './layout-rows.ts'

/** A stretch of text as the source gives it: an item of a PDF, a word of an OCR engine. */
export interface Run {
  text: string
  /** Where it stands on the page made upright and straight: lines of text are level. */
  box: Box
  /** Where it stands on the page as the source has it, if that is elsewhere. */
  seen?: Box
  /** Letter size in the units of the box; the height of the box where it is not known. */
  size?: number
  /** 0 to 100, from an OCR engine. */
  confidence?: number
  /** What else is known of how it was read. */
  reading?: Reading
  /**
   * Runs of one number follow each other in the source without a line break: a change of it in the middle of a line
   * speaks for two cells. Null for a run that was put into the page later (a stamped serial), which says nothing.
   */
  chain: number | null
  /** Whether a space stands before the run, where the source says so; by the gap where it does not. */
  spaced?: boolean
}

export interface PageRuns {
  /** From 1. */
  page: number
  width: number
  height: number
  runs: Run[]
  /** Signature stamps: lines that lie over the page and are not part of it. They come first, each on its own line. */
  stamps?: Run[][]
}

export interface LaidOut {
  /** In decoded form. */
  text: string
  places: Place[]
}

/** A vertical distance of this many line pitches is a gap. */
const GAP = 1.55

/** The text of the pages, in reading order, and the place of every word. */
export function layOut(pages: PageRuns[]): LaidOut {
  const sheet = new Sheet()
  pages.forEach((page, index) => {
    if (index > 0) sheet.startPage()
    for (const line of page.stamps ?? []) sheet.line(page.page, '', [asCell(wordsOf(line))])
    const rows = rowsOf(page.runs)
    const margin = margins(rows, page.width)
    const pitch = linePitch(rows)
    const cells = cellsOf(rows)
    rows.forEach((row, number) => {
      const above = rows[number - 1]
      if ((above && row.base - above.base > GAP * Math.max(pitch, row.size)) || (number === 0 && page.stamps?.length))
        sheet.blankLine()
      const line = cells[number] as Cell[]
      sheet.line(page.page, lead(line, row, margin, nearGutter(cells, rows, number)), line)
    })
  })
  return sheet.done()
}

class Sheet {
  #text = ''
  #lead = ''
  readonly #places: Place[] = []

  startPage() {
    this.#lead = '\f'
  }

  blankLine() {
    this.#text += '\n'
  }

  line(page: number, indent: string, cells: Cell[]) {
    this.#text += this.#lead + indent
    this.#lead = ''
    cells.forEach((cell, index) => {
      if (index > 0) this.#text += '\t'
      cell.words.forEach((word, position) => {
        if (position > 0 && !word.glued) this.#text += ' '
        const start = this.#text.length
        this.#text += word.text
        const place: Place = { span: [start, this.#text.length], page, box: word.seen ?? word.box }
        if (word.confidence !== undefined) place.confidence = word.confidence
        if (word.reading !== undefined) place.reading = word.reading
        this.#places.push(place)
      })
    })
    this.#text += '\n'
  }

  done(): LaidOut {
    const text = this.#text + this.#lead
    const decoded = decodedForm(text)
    // Two words without a space between them may compose a letter; then no place can be trusted.
    return { text: decoded, places: decoded === text ? this.#places : [] }
  }
}

const asCell = (words: Word[]): Cell => ({
  words,
  left: least(words.map((word) => word.box[0])),
  right: greatest(words.map((word) => word.box[2])),
})

/** Where most lines begin and the widest ones end. */
function margins(rows: Row[], width: number): [number, number] {
  if (rows.length === 0) return [0, width]
  const lefts = rows.map((row) => row.left).sort((a, b) => a - b)
  const rights = rows.map((row) => row.right).sort((a, b) => a - b)
  return [lefts[Math.floor(rows.length * 0.1)] as number, rights[Math.floor((rows.length - 1) * 0.9)] as number]
}

/** The usual distance of two lines: the lower quartile of those there are. */
function linePitch(rows: Row[]): number {
  const steps: number[] = []
  for (let i = 1; i < rows.length; i++) {
    const step = (rows[i] as Row).base - (rows[i - 1] as Row).base
    if (step > (rows[i] as Row).size * 0.6) steps.push(step)
  }
  steps.sort((a, b) => a - b)
  return steps[Math.floor(steps.length * 0.4)] ?? 0
}

/** The right edge of the gutter that a line nearby has, if any: x of the cell after the cut. */
function nearGutter(cells: Cell[][], rows: Row[], number: number): number | null {
  for (const step of [-1, 1, -2, 2, -3, 3]) {
    const other = cells[number + step]
    const [row, from] = [rows[number + step], rows[number]]
    if (!other || !row || !from || Math.abs(row.base - from.base) > 5 * from.size) continue
    if (other.length === 2) return (other[1] as Cell).left
  }
  return null
}

/** What stands before a line's first cell: a TAB in the right column, spaces where it is indented. */
function lead(cells: Cell[], row: Row, [left, right]: [number, number], gutter: number | null): string {
  const first = cells[0]
  if (!first || right <= left) return ''
  const width = right - left
  if (cells.length === 1) {
    const middle = (first.left + first.right) / 2
    const centred = Math.abs(middle - (left + right) / 2) < 0.06 * width
    const inRightHalf = first.left > left + 0.42 * width && !centred
    const afterGutter = gutter !== null && first.left > gutter - 2 * row.size && middle > left + 0.62 * width
    if (inRightHalf || afterGutter) return '\t'
  }
  const spaces = Math.round((first.left - left) / (0.5 * row.size))
  return spaces < 2 ? '' : ' '.repeat(Math.min(spaces, 60))
}
