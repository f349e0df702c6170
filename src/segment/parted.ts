/**
 * Lines of a header that the room left for a pen parts in two: a number from its notation, a day from its month. A gap on
 * one line or a line break, whatever the reader made of it, joins nothing and means nothing.
 *
 * ```
 * > | Số:            /KH-UBND      > | Lào Cai, ngày
 *     ^^^^^^^^^^^^^^^^^^^^^^^        > | tháng 8 năm 2021
 * ```
 */
import { findIssueDate } from '../calendar/issue-date.ts'
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import { findCue, type Piece } from './cues.ts'
import { type Cell, makeCell, makeRow, type Row } from './rows.ts'

const BEFORE_BLANK = pattern(
  ({ words: list }) =>
    new RegExp(`(?:^|\\s)(?:(?:${list('number')})\\s?:?|${list('blank-day', 'blank-month')})[\\s.…]*$`, 'iu'),
)
const BEHIND_BLANK = pattern(
  ({ words: list }) =>
    new RegExp(
      latin(`^(?:[\\d.…]{0,6}\\s{0,2}[/–-]\\s?\\p{Lu}|(?:${list('blank-month')})(?:\\s|$)|\\d{1,4}(?:\\s|$)|[.…]{2,})`),
      'u',
    ),
)
/** A serial written by hand, or none, the rest of the number printed behind it: `Số: 599   /TTr-SNV`. */
const SERIAL_ALONE = pattern(
  ({ words: list }) => new RegExp(latin(`^\\P{L}{0,2}(?:${list('number')})\\s?:?\\s*\\S{1,6}$`), 'u'),
)
const LABEL_ALONE = pattern(
  ({ words: list }) => new RegExp(latin(`^\\P{L}{0,2}(?:${list('number')})\\s?:?\\s*[\\d.…]{0,6}$`), 'u'),
)
const NOTATION = latin(/^[/–-]\s*(?:\p{Lu}|\d{4}\s?\/)/u)
/** Initials behind the serial, as offices of the first decades wrote them: `Số: 17     LN/KL`. */
const INITIALS = latin(/^\p{Lu}{2,5}\s?[/-]\s?\p{Lu}{1,6}$/u)
/** A line that a date may go on behind, folded. */
const DATE_OPEN = pattern(({ folded }) => new RegExp(`(?:,|(?:${folded('blank-day', 'blank-month')})[\\s.…\\d]*)$`))
/** Lines over which a date is put together: day, month and year each on its own. */
const DATE_LINES = 2
/** A longer piece is a sentence, not a part of a place-date line. */
const LONG = 120

/** The rows, with what was parted in the first `reach` of them joined. */
export function joinParted(source: Piece, rows: Row[], reach: number): Row[] {
  const joined: Row[] = []
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as Row
    if (index >= reach) {
      joined.push(row)
      continue
    }
    const cells = joinCells(source, row.cells)
    const { from, below } = rowsBelow(source, cells, rows.slice(index + 1, index + 1 + DATE_LINES))
    if (below > 0) {
      const end = rows[index + below] as Row
      cells.splice(from, cells.length, cellOf(source, cells[from] as Cell, end.cells[0] as Cell), ...end.cells.slice(1))
      index += below
    }
    const whole = cells.length === row.cells.length && below === 0
    joined.push(whole ? row : (makeRow(source.text, source.folded, cells, row) as Row))
  }
  return joined
}

function joinCells(source: Piece, cells: Cell[]): Cell[] {
  const joined: Cell[] = []
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as Cell
    const last = joined[joined.length - 1]
    const length = last ? partsBehind(source, last, cells.slice(at, at + DATE_PARTS)) : 0
    if (last && length > 0) {
      at += length - 1
      joined.splice(-1, 1, cellOf(source, last, cells[at] as Cell))
    } else joined.push(cell)
  }
  return joined
}

/** Cells over which wide gaps part a date: day, month, year and their words. */
const DATE_PARTS = 5

/** How many of the cells go on with the last one; 0 where none does. */
function partsBehind(source: Piece, last: Cell, cells: Cell[]): number {
  const [cell] = cells
  if (!cell) return 0
  if (BEFORE_BLANK().test(last.text) && BEHIND_BLANK().test(cell.text)) return 1
  if (
    SERIAL_ALONE().test(last.text) &&
    (NOTATION.test(cell.text) || (/\d$/.test(last.text) && INITIALS.test(cell.text)))
  )
    return 1
  return cells.findIndex((each) => isDate(source, last, each)) + 1
}

/** A word alone, as where a page's source was wrapped. */
const WORD_ALONE = latin(/^\p{Lu}{2,7}$/u)
const TITLES = ['national-title', 'party-title']

/** `CỘNG` over `HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`. */
function isTitle(source: Piece, last: Cell, cell: Cell): boolean {
  if (!WORD_ALONE.test(last.text) || cell.text.length > LONG) return false
  const joined = {
    text: source.text.slice(last.start, cell.end).replace('\n', ' '),
    folded: source.folded.slice(last.start, cell.end).replace('\n', ' '),
  }
  return TITLES.some((id) => findCue(joined, id)?.start === 0 && findCue(cell, id) !== null)
}

/** How many of the rows below go on with the last cell, and from which cell on; 0 where none does. */
function rowsBelow(source: Piece, cells: Cell[], rows: Row[]): { from: number; below: number } {
  const at = cells.length - 1
  const last = cells[at] as Cell
  const first = rows[0]?.cells[0]
  if (first && isTitle(source, last, first)) return { from: at, below: 1 }
  if (first && LABEL_ALONE().test(last.text) && NOTATION.test(first.text)) return { from: at, below: 1 }
  if (first && isPlace(source, last, first)) return { from: at, below: 1 }
  for (let from = at; from > at - DATE_PARTS && from >= 0; from--) {
    const below = linesOfDate(
      source,
      source.folded.slice((cells[from] as Cell).start, last.end),
      cells[from] as Cell,
      rows,
    )
    if (below > 0) return { from, below }
  }
  return { from: at, below: 0 }
}

function linesOfDate(source: Piece, folded: string, first: Cell, rows: Row[]): number {
  if (folded.length > LONG || !DATE_OPEN().test(folded)) return 0
  const end = rows.findIndex((row) => isDate(source, first, row.cells[0] as Cell, folded))
  return end < 0 || rows.slice(0, end).some((row) => row.cells.length > 1) ? 0 : end + 1
}

/** The first words of a place's name, set to the right of the page. */
const PLACE_OPEN = latin(/^\p{Lu}\p{Ll}*(?:\s\p{L}\p{Ll}*){0,3}$/u)
const PLACE_ENDS = latin(/^\p{L}\p{Ll}{0,6},/u)
/** Columns from which on a line stands at the right. */
const RIGHT = 30

/** `Sông` over `lam, ngày 9 tháng 5 năm 2003`: the line break stands within the place's name. */
function isPlace(source: Piece, last: Cell, cell: Cell): boolean {
  if (last.column < RIGHT || cell.column >= RIGHT || !PLACE_OPEN.test(last.text) || !PLACE_ENDS.test(cell.text))
    return false
  const joined = `${last.text} ${source.text.slice(cell.start, cell.end)}`
  return findIssueDate(joined)?.place?.span[0] === 0
}

/** Whether a place-date line begins with `last` and ends only in `cell`. */
function isDate(source: Piece, last: Cell, cell: Cell, open = last.folded): boolean {
  if (last.text.length > LONG || cell.text.length > LONG || !DATE_OPEN().test(open)) return false
  const found = findIssueDate(source.text.slice(last.start, cell.end), source.folded.slice(last.start, cell.end))
  return (
    found?.place !== undefined &&
    found.place !== null &&
    last.start + found.place.span[0] < last.end &&
    last.start + found.span[1] > cell.start &&
    !findIssueDate(cell.text, cell.folded)?.place
  )
}

/** One cell from the first to the last; a line break within is a space. */
function cellOf(source: Piece, first: Cell, last: Cell): Cell {
  const cell = makeCell(source.text, source.folded, first.start, last.end, first.column) as Cell
  return cell.text.includes('\n')
    ? { ...cell, text: cell.text.replace(/\n/g, ' '), folded: cell.folded.replace(/\n/g, ' ') }
    : cell
}
