/**
 * Where one document of a bundle ends and the next begins: a scan batch, copies bound together, an annex under a number of
 * its own. A second whole header cuts (title, number and date of issue, Nghị định 30/2020/NĐ-CP, Phụ lục I); a form to be
 * filled in has blanks in their place, a copy's own header (`SAO Y`) belongs to the document above it.
 *
 * ```
 * > | - Lưu: VT, KT.            Đỗ Văn An
 * > | UBND TỈNH LÀO CAI         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
 *     ^ the next document
 * ```
 */
import { findIssueDate } from '../calendar/issue-date.ts'
import { latin } from '../latin.ts'
import { skeleton, upperShare } from '../text.ts'
import { findCue } from './cues.ts'
import { cutRows } from './cut.ts'
import { isNumberCell, readNumber } from './number.ts'
import { type Row, readRows } from './rows.ts'
import { isArchive } from './signals.ts'
import { words } from './words.ts'
import { isPersonName } from '../lexicon/person-names.ts'

export interface DocumentStart {
  /** Offset of the first line of its header. */
  at: number
  /** The number in that header, for the message that says why the text was cut there. */
  number: string
}

const TITLES = ['national-title', 'party-title', 'party-title-1951', 'youth-title']
/** Rows above and below a title among which the rest of its header stands. */
const ABOVE = 6
const BELOW = 12
/** Rows above a header on which a form says that it is one. */
const FORM_ABOVE = 3
/** A document has no fewer rows than this. */
const SHORTEST = 8

/** The starts of the documents behind the first one, ascending; none where the text holds one document. */
export function documentStarts(text: string): DocumentStart[] {
  const rows = cutRows({ text, folded: skeleton(text) }, readRows(text), Number.POSITIVE_INFINITY)
  const starts: DocumentStart[] = []
  let last = -1
  rows.forEach((row, index) => {
    if (!row.cells.some((cell) => cell.text.length < 200 && TITLES.some((id) => findCue(cell, id)))) return
    const from = firstRow(rows, index)
    const header = headerNumber(rows, from, index)
    if (header === null) return
    const first = last < 0
    if (first) last = index
    if (first || from - last < SHORTEST || !rows.slice(last, from).some(isEnd)) return
    last = index
    starts.push({ at: text.lastIndexOf('\n', (rows[from] as Row).start) + 1, number: header })
  })
  return starts
}

/** The number of the header from `from` around its title; null where number or date is missing or blank. */
function headerNumber(rows: Row[], from: number, title: number): string | null {
  const around = rows.slice(from, title + BELOW)
  if (around.some((row) => findCue(row, 'copy')) || rows.slice(Math.max(0, from - FORM_ABOVE), title).some(isForm))
    return null
  const cells = around.flatMap((row) => row.cells)
  const number = cells
    .filter((cell) => isNumberCell(cell))
    .map((cell) => readNumber(cell, cell.start))
    .find((each) => each?.serial && each.notation)
  const dated = cells.some((cell) => cell.text.length < 200 && findIssueDate(cell.text, cell.folded)?.day === 'read')
  return number && dated ? number.number : null
}

/** `Mẫu số 02`, `Phụ lục`: what stands below is a specimen. */
const isForm = (row: Row) => row.text.length < 120 && findCue(row, 'attachment') !== null

/** The row with which the header around the title at `index` begins: the top of its page, or the first of the lines that only a header has. */
function firstRow(rows: Row[], index: number): number {
  const reach = rows.slice(Math.max(0, index - ABOVE), index + 1)
  const top = reach.findLastIndex((row) => row.pageTop)
  if (top >= 0 && !reach.slice(top).some(isEnd)) return index - reach.length + 1 + top
  let from = index
  while (from > 0 && index - from < ABOVE && belongsAbove(rows[from - 1] as Row)) from--
  return from
}

const belongsAbove = (row: Row) =>
  !isEnd(row) &&
  (upperShare(row.text) > 0.8 ||
    isNumberCell(row) ||
    findCue(row, 'subject') !== null ||
    latin(/^[^\p{L}]+$/u).test(row.text))

/** A line of a footer. */
const isEnd = (row: Row) =>
  row.cells.some(
    (cell) =>
      isArchive(cell) ||
      words().authorities.test(cell.text) ||
      isPersonName(cell.text) ||
      findCue(cell, 'recipients') !== null,
  )
