/**
 * The subject (trích yếu): below the heading of a named type, or behind `V/v` under the number of a công văn.
 * Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5; Hướng dẫn 36-HD/VPTW.
 */
import { latin } from '../latin.ts'
import { upperShare } from '../text.ts'
import type { Value } from '../tree.ts'
import { findCue } from './cues.ts'
import type { HeaderCell } from './header.ts'
import { type Cell, type Row, sliceCell } from './rows.ts'
import { isRubbleLine, withoutLeadingRubble, withoutRubble } from './rubble.ts'
import { continues, HANGING } from './subject-goes-on.ts'
import {
  decidersIn,
  enactsBelow,
  enactsUnnamed,
  extensionOf,
  introducesItems,
  isAuthorityName,
  isEnactedBy,
  isRule,
  opensBody,
  startsBases,
  stops,
  withoutAuthority,
} from './title-lines.ts'
import { typeHeading } from './type-heading.ts'
import { makeValue, printed } from './value.ts'
import { beginsWithBody } from './words.ts'

const TRAILING = /[\s*_\-–=.,;:]+$/u
/** Quotation marks around the whole. */
const QUOTED = /^["“]([^"“”]*)["”]$/u
const BRACKETED = /^\(([^()]*)\)$/u

/** The subject of a công văn: from `V/v` (or, without it, from what stands under the number) to the addressees. */
export function letterSubject(
  text: string,
  rows: Row[],
  cells: HeaderCell[],
  number: HeaderCell | undefined,
  taken: HeaderCell[],
): Value | null {
  const marked = cells.find((each) => each.role === 'subject')
  const start =
    marked ?? cells.slice(number ? cells.indexOf(number) + 1 : cells.length).find((each) => isWords(each, true))
  if (!start || (start !== marked && isNoSubject(rows, start.row))) return null
  const pieces: Cell[] = []
  let last = start
  for (const each of cells.slice(cells.indexOf(start))) {
    if (pieces.length > 0 && (/^[[\]\\{}<>~^`]/.test(each.cell.text) || isRubbleLine(each.cell))) {
      if (goesOnBehind(rows, each.row)) continue
      break
    }
    if (pieces.length > 0 && introducesItems(rows[each.row] as Row, rows[each.row + 1])) break
    if (pieces.length > 0 && each.role === 'capitals' && enactsUnnamed(rows[each.row] as Row, rows[each.row + 1])) break
    // the stamp of the office that received the letter
    if (
      pieces.length > 0 &&
      each.role === 'capitals' &&
      upperShare((pieces[0] as Cell).text) < 0.5 &&
      beginsWithBody(each.cell) !== null
    )
      break
    if (each === start || isWords(each) || endsPeriod(each, pieces) || isCitedBelow(each, last.row, rows, taken)) {
      const piece = withoutRubble(each.cell)
      if (pieces.length > 0 && piece !== each.cell && isLeftOver(piece, rows[each.row] as Row)) break
      pieces.push(piece)
      last = each
    } else if (each.role === 'number' && pieces.length > 0) break
  }
  const value = printed(text, pieces).replace(TRAILING, '').replace(QUOTED, '$1')
  return latin(/\p{L}{2}/u).test(value) ? makeValue(value, pieces, { grade: marked ? 'certain' : 'likely' }) : null
}

/** What is left of a line that ended in rubble is rubble too; below a blank line, a word alone. */
const isLeftOver = (piece: Cell, row: Row) =>
  isRubbleLine(piece) || (row.blanksAbove > 0 && !/\s/.test(piece.text.trim()))

/** The bases, or who enacts above them. */
const isNoSubject = (rows: Row[], at: number) =>
  startsBases(rows[at] as Row) || enactsUnnamed(rows[at] as Row, rows[at + 1])

/** Rubble stands between two lines of one block, the second of them in small letters. */
const goesOnBehind = (rows: Row[], at: number) => {
  const [row, next] = [rows[at], rows[at + 1]]
  return (
    row?.blanksAbove === 0 &&
    next?.blanksAbove === 0 &&
    latin(/^\p{Ll}/u).test(next.text) &&
    !findCue(next, 'addressee')
  )
}

const isWords = (each: HeaderCell, first = false) =>
  (each.role === 'other' || each.role === 'subject' || each.role === 'capitals' || each.role === 'type') &&
  (first ? latin(/\p{L}{2}.*\p{L}{2}/u) : latin(/[\p{L}\p{N}]{2}/u)).test(each.cell.text)

/** `nhiệm kỳ 2021 -` over `2026`. */
const endsPeriod = ({ cell }: HeaderCell, pieces: Cell[]) =>
  /^\d{4}$/.test(cell.text) && HANGING().test(pieces[pieces.length - 1]?.text ?? '')

/** `giai đoạn 2021` over `- 2025 …`: a dash between two numbers, not a bullet. */
const endsRange = (row: Row, pieces: Cell[]) =>
  row.blanksAbove === 0 && /^[-–]\s?\d/.test(row.text) && /\d$/.test(pieces[pieces.length - 1]?.text ?? '')

/** A number or a date that is not the header's own, directly below a line of the subject. */
const isCitedBelow = (each: HeaderCell, last: number, rows: Row[], taken: HeaderCell[]) =>
  (each.role === 'number' || each.role === 'date') &&
  each.row === last + 1 &&
  (rows[each.row] as Row).blanksAbove === 0 &&
  taken.length > 0 &&
  !taken.includes(each)

interface NamedSubject {
  value: Value
  lastRow: number
}

/** Most lines of a subject. */
const LONGEST = 12
/** Roles that end a subject, or stand before it. */
const OTHERS = ['title', 'date', 'number', 'mark', 'stamp']

/** The subject of a named type: the lines below the heading, as long as they go on with each other. */
export function namedSubject(
  text: string,
  rows: Row[],
  cells: HeaderCell[],
  heading: HeaderCell,
  { hasAddressees, taken }: { hasAddressees: boolean; taken: HeaderCell[] },
): NamedSubject | null {
  const found: Found = {
    pieces: besideHeading(heading.cell, rows[heading.row + 1]),
    lastRow: heading.row,
    sure: true,
  }
  const decided = found.pieces.length > 0 ? 0 : decidersIn(rows, heading.row + 1, { small: !typeHeading(heading.cell) })
  for (const each of cells.slice(cells.indexOf(heading) + 1)) {
    if (decided > 0 && each.row <= heading.row + decided) {
      found.lastRow = each.row
      continue
    }
    const step = stepOf(each, rows, found, { heading, taken, hasAddressees })
    if (step === 'end') break
    if (step === 'skip') continue
    if (step < 1) found.sure = false
    found.pieces.push(withoutRubble(withoutLeadingRubble(each.cell)))
    found.lastRow = each.row
    if (found.pieces.length > LONGEST) break
  }
  const { pieces, lastRow } = found
  const next = rows[lastRow + 1]
  // `ỦY BAN NHÂN DÂN TỈNH …` over `ĐIỆN:` sends the telegram
  if (next && findCue(next, 'telegram-start') && isAuthorityName(rows[lastRow] as Row)) pieces.pop()
  if (pieces.length === 0) return null
  if (next && !hasAddressees && continues(rows[lastRow] as Row, next, pieces) > -1 && !stops(next) && !isRule(next))
    found.sure = false
  const value = printed(text, pieces)
    .replace(TRAILING, '')
    .replace(/^[\s,.;:|_-]+/u, '')
    .replace(QUOTED, '$1')
    .replace(BRACKETED, '$1')
  return value === ''
    ? null
    : { value: makeValue(value, pieces, { grade: found.sure ? 'certain' : 'likely' }), lastRow }
}

interface Found {
  pieces: Cell[]
  lastRow: number
  sure: boolean
}

/** What stands of the subject on the heading's own line. */
function besideHeading(cell: Cell, below: Row | undefined): Cell[] {
  const type = typeHeading(cell)
  if (!type || type.alone) return []
  const behind = rest(cell, type.end)
  // `QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH`: who decides, its subject below
  if (isEnactedBy(behind)) return []
  const special = extensionOf(behind.text)
  if (special > 0 && special === behind.text.length) return []
  return below && isExtension(behind) && opensMarked(below) ? [] : [withoutAuthority(behind)]
}

/** `TỔNG KẾT` behind `BÁO CÁO`, over `Về việc …`: the subject has its own beginning, the words make the type a special one. */
const isExtension = ({ text }: Cell) => latin(/^\p{Lu}+(?: \p{Lu}+){0,3}$/u).test(text)
const opensMarked = (row: Row) => latin(/^\(?\p{Lu}/u).test(row.text) && findCue(row, 'subject') !== null

function rest(cell: Cell, from: number): Cell {
  const skipped = from + (/^[\s:.,-]*/.exec(cell.text.slice(from))?.[0].length ?? 0)
  return sliceCell(cell, skipped, cell.text.length)
}

/** How sure the cell goes on with the subject; that it is to be left out, or ends it. */
function stepOf(
  each: HeaderCell,
  rows: Row[],
  { pieces, lastRow }: Found,
  { heading, taken, hasAddressees }: { heading: HeaderCell; taken: HeaderCell[]; hasAddressees: boolean },
): number | 'skip' | 'end' {
  const row = rows[each.row] as Row
  const begun = pieces.length > 0
  const goesOn = endsPeriod(each, pieces) || (begun && isCitedBelow(each, lastRow, rows, taken))
  if (!goesOn && OTHERS.includes(each.role)) return each.row > lastRow + 1 || begun ? 'end' : 'skip'
  // rubble beside a line of the subject parts nothing
  if (each.role === 'separator') return begun && each.row > lastRow ? 'end' : 'skip'
  if (stops(row) && !endsRange(row, pieces)) return 'end'
  if (isRubbleLine(row) || (!begun && isEnactedBy(row))) return 'skip'
  const after = rows[each.row + 1]
  if (!begun && enactsUnnamed(row, after)) return 'skip'
  if (!begun) return opensBody(rows, each.row) ? 'end' : 1
  if (introducesItems(row, after)) return 'end'
  if (enactsBelow(row, after) && !HANGING().test((pieces[pieces.length - 1] as Cell).text)) return 'end'
  const score = continues(rows[lastRow] as Row, row, pieces, {
    besideHeading: lastRow === heading.row,
    after,
    afterNext: rows[each.row + 2],
    addressed: hasAddressees,
  })
  return score > 0 ? score : 'end'
}
