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
import { findCue, type Piece } from './cues.ts'
import { type Cell, makeCell, makeRow, type Row } from './rows.ts'

const BEFORE_BLANK = pattern(
  ({ words: list }) =>
    new RegExp(`(?:^|\\s)(?:(?:${list('number')})\\s?:?|${list('blank-day', 'blank-month')})[\\s.…]*$`, 'iu'),
)
const BEHIND_BLANK = pattern(
  ({ words: list }) =>
    new RegExp(
      `^(?:[\\d.…]{0,6}\\s{0,2}[/–-]\\s?\\p{Lu}|(?:${list('blank-month')})(?:\\s|$)|\\d{1,4}(?:\\s|$)|[.…]{2,})`,
      'u',
    ),
)
/** A serial written by hand, or none, the rest of the number printed behind it: `Số: 599   /TTr-SNV`. */
const SERIAL_ALONE = pattern(
  ({ words: list }) => new RegExp(`^\\P{L}{0,2}(?:${list('number')})\\s?:?\\s*\\S{1,6}$`, 'u'),
)
const LABEL_ALONE = pattern(
  ({ words: list }) => new RegExp(`^\\P{L}{0,2}(?:${list('number')})\\s?:?\\s*[\\d.…]{0,6}$`, 'u'),
)
const NOTATION = /^[/–-]\s?\p{Lu}/u
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
    const below = rowsBelow(source, cells, rows.slice(index + 1, index + 1 + DATE_LINES))
    const last = cells[cells.length - 1] as Cell
    if (below > 0) {
      const end = rows[index + below] as Row
      cells.splice(-1, 1, cellOf(source, last, end.cells[0] as Cell), ...end.cells.slice(1))
      index += below
    }
    const whole = cells.length === row.cells.length && below === 0
    joined.push(whole ? row : (makeRow(source.text, source.folded, cells, row) as Row))
  }
  return joined
}

function joinCells(source: Piece, cells: Cell[]): Cell[] {
  const joined: Cell[] = []
  for (const cell of cells) {
    const last = joined[joined.length - 1]
    const parted =
      last &&
      ((BEFORE_BLANK().test(last.text) && BEHIND_BLANK().test(cell.text)) ||
        (SERIAL_ALONE().test(last.text) && NOTATION.test(cell.text)) ||
        isDate(source, last, cell))
    if (last && parted) joined.splice(-1, 1, cellOf(source, last, cell))
    else joined.push(cell)
  }
  return joined
}

/** A word alone, as where a page's source was wrapped. */
const WORD_ALONE = /^\p{Lu}{2,7}$/u
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

/** How many of the rows below go on with the last cell; 0 where none does. */
function rowsBelow(source: Piece, cells: Cell[], rows: Row[]): number {
  const last = cells[cells.length - 1] as Cell
  const first = rows[0]?.cells[0]
  if (first && isTitle(source, last, first)) return 1
  if (first && LABEL_ALONE().test(last.text) && NOTATION.test(first.text)) return 1
  if (last.text.length > LONG || !DATE_OPEN().test(last.folded)) return 0
  const end = rows.findIndex((row) => isDate(source, last, row.cells[0] as Cell))
  return end < 0 || rows.slice(0, end).some((row) => row.cells.length > 1) ? 0 : end + 1
}

/** Whether a place-date line begins with `last` and ends only in `cell`. */
function isDate(source: Piece, last: Cell, cell: Cell): boolean {
  if (
    last.text.length > LONG ||
    cell.text.length > LONG ||
    !DATE_OPEN().test(last.folded) ||
    findIssueDate(cell.text, cell.folded)?.place
  )
    return false
  const found = findIssueDate(source.text.slice(last.start, cell.end), source.folded.slice(last.start, cell.end))
  return found?.place?.span[0] === 0 && last.start + found.span[1] > cell.start
}

const cellOf = (source: Piece, first: Cell, last: Cell) =>
  makeCell(source.text, source.folded, first.start, last.end, first.column) as Cell
