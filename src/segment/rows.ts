/**
 * The decoded text as rows of cells. A tab, a pipe or three spaces part two cells; a form feed begins a page.
 *
 * ```
 * > | UBND TỈNH LÀO CAI            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
 *     ^^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
import { latin } from '../latin.ts'
import { skeleton } from '../text.ts'

export interface Cell {
  /** Offsets into the decoded text; marks of Markdown and white space at both ends are outside. */
  start: number
  end: number
  text: string
  /** `text` folded by `skeleton`, same length. */
  folded: string
  /** Visual column of the first character; a tab moves to the next multiple of 8. */
  column: number
}

export interface Row {
  /** Physical line, from 0. A line that was cut at a cue gives several rows of the same number. */
  line: number
  start: number
  end: number
  text: string
  folded: string
  /** Visual column of the first character. */
  indent: number
  /** Blank lines directly above. */
  blanksAbove: number
  /** The first row of a new page. */
  pageTop: boolean
  cells: Cell[]
  /** It may go on within the sentence of the row above: both were one line. */
  within?: boolean
}

const TAB = 9
const SPACE = 32
const PIPE = 124
/** A brace set over several lines of a list. */
const CLOSED_BRACE = 125
const FORM_FEED = 12

/** All rows that are not blank, in order. */
export function readRows(text: string): Row[] {
  const folded = skeleton(text)
  const rows: Row[] = []
  let blanks = 0
  let pageTop = false
  let line = 0
  for (let from = 0; from <= text.length; line++) {
    const newline = text.indexOf('\n', from)
    const to = newline < 0 ? text.length : newline
    if (text.charCodeAt(from) === FORM_FEED) pageTop = true
    const cells = readCells(text, folded, from, to)
    const row = makeRow(text, folded, cells, { line, blanksAbove: blanks, pageTop })
    if (row) {
      rows.push(row)
      blanks = 0
      pageTop = false
    } else blanks++
    from = to + 1
  }
  return rows
}

/** A row of the given cells; undefined when there are none. */
export function makeRow(
  text: string,
  folded: string,
  cells: Cell[],
  place: Pick<Row, 'line' | 'blanksAbove' | 'pageTop'>,
): Row | undefined {
  const first = cells[0]
  const last = cells[cells.length - 1]
  if (!first || !last) return undefined
  const { start } = first
  const { end } = last
  const { line, blanksAbove, pageTop } = place
  const alone = first === last
  return {
    line,
    start,
    end,
    text: alone ? first.text : text.slice(start, end),
    folded: alone ? first.folded : folded.slice(start, end),
    indent: first.column,
    blanksAbove,
    pageTop,
    cells,
  }
}

function readCells(text: string, folded: string, from: number, to: number): Cell[] {
  const cells: Cell[] = []
  let column = 0
  let cellStart = -1
  let cellColumn = 0
  let spaces = 0
  let contentEnd = from
  const close = () => {
    if (cellStart >= 0) {
      const cell = makeCell(text, folded, cellStart, contentEnd, cellColumn)
      if (cell) cells.push(cell)
    }
    cellStart = -1
  }
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit === TAB || unit === PIPE || (unit === CLOSED_BRACE && spaces > 0 && !(text.charCodeAt(at + 1) > SPACE))) {
      close()
      column = unit === TAB ? (column | 7) + 1 : column + 1
      spaces = 0
    } else if (unit === SPACE || unit === 0xa0 || unit === FORM_FEED) {
      column++
      if (++spaces >= 3) close()
    } else {
      if (cellStart < 0) {
        cellStart = at
        cellColumn = column
      }
      column++
      spaces = 0
      contentEnd = at + 1
    }
  }
  close()
  return joinSpread(text, folded, joinLabels(text, folded, cells))
}

/** Letters set apart, one capital behind the other. */
const SPREAD = latin(/^\p{Lu}(?: {1,2}\p{Lu})+$/u)
const SPREAD_WORDS = latin(/^\p{Lu}(?: {1,6}\p{Lu})+$/u)
/** Spaces between two words whose letters are set apart. */
const SPREAD_GAP = 6

/** `Q U Y Ế T   Đ Ị N H`: the gap that parts its words parts no cells. */
function joinSpread(text: string, folded: string, cells: Cell[]): Cell[] {
  const joined: Cell[] = []
  for (const cell of cells) {
    const last = joined[joined.length - 1]
    const gap = last && cell.start - last.end <= SPREAD_GAP && /^ +$/.test(text.slice(last.end, cell.start))
    if (gap && SPREAD.test(cell.text) && SPREAD_WORDS.test(last.text))
      joined[joined.length - 1] = between(text, folded, last, cell)
    else joined.push(cell)
  }
  return joined
}

/** Two cells and what stands between them as one. */
const between = (text: string, folded: string, { start, column }: Cell, { end }: Cell): Cell => ({
  start,
  end,
  column,
  text: text.slice(start, end),
  folded: folded.slice(start, end),
})

const LABEL = /^(?:[-–+•*]|\d{1,2}[.)]|[a-zđ][.)]|[IVX]{1,4}\.)$/u

/** A dash or a number set off by a tab is one cell with its words. */
function joinLabels(text: string, folded: string, cells: Cell[]): Cell[] {
  const joined: Cell[] = []
  for (const cell of cells) {
    const last = joined[joined.length - 1]
    if (last && LABEL.test(last.text) && (joined.length === 1 || !text.slice(last.end, cell.start).includes('|'))) {
      joined[joined.length - 1] = between(text, folded, last, cell)
    } else joined.push(cell)
  }
  return joined
}

/** Takes white space and emphasis marks off both ends; undefined when nothing is left. */
export function makeCell(text: string, folded: string, from: number, to: number, column: number): Cell | undefined {
  let start = from
  let end = to
  // a rule drawn behind or before words on the same line parts nothing
  const rule = ruleAtEnd(text, from, to)
  if (rule > from) end = rule
  start = behindRule(text, from, end)
  const bullet = text[start] === '*' && isSpace(text, start + 1) && start + 2 < end
  if (!bullet) while (start < end && (isMark(text, start) || isSpace(text, start))) start++
  while (end > start && (isMark(text, end - 1) || isSpace(text, end - 1))) end--
  if (start === end) {
    // a line of nothing but marks is a rule; it is kept, as it parts subject and body
    return from < to && /\S/.test(text.slice(from, to))
      ? { start: from, end: to, text: text.slice(from, to), folded: folded.slice(from, to), column }
      : undefined
  }
  return { start, end, text: text.slice(start, end), folded: folded.slice(start, end), column: column + start - from }
}

const isMark = (text: string, at: number) => text[at] === '*' || text[at] === '_'
const isSpace = (text: string, at: number) => text.charCodeAt(at) <= SPACE || text.charCodeAt(at) === 0xa0

const isRuleMark = (text: string, at: number) => '-_=*~'.includes(text[at] as string)

/** Where the words begin behind a row of three dashes or more: `--------Số: 12/UBND`. */
function behindRule(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isRuleMark(text, at) && text[at] === text[from]) at++
  return at - from >= 3 && at < to ? at : from
}

/** Where a row of three dashes or more begins that ends the range; -1 where none does. */
function ruleAtEnd(text: string, from: number, to: number): number {
  const end = from + text.slice(from, to).trimEnd().length
  let start = end
  while (start > from && isRuleMark(text, start - 1)) start--
  return end - start >= 3 ? start : -1
}

/** Cells of a row of a table: several, one of them a number alone. */
const TABLE_CELLS = 3
const NUMBER_CELL = /^\d{1,3}(?:[.,]\d+)*\.?$/u

/** `2 | Trần Phú | 500`: a row of figures, not of words. */
export const isTableRow = ({ cells }: Row): boolean =>
  cells.length >= TABLE_CELLS && cells.some(({ text }) => NUMBER_CELL.test(text))

/** A part of a cell, by offsets into its text. */
export function sliceCell(cell: Cell, from: number, to: number): Cell {
  return {
    start: cell.start + from,
    end: cell.start + to,
    column: cell.column + from,
    text: cell.text.slice(from, to),
    folded: cell.folded.slice(from, to),
  }
}
