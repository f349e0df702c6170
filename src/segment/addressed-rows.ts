/**
 * Which rows are the entries below `Kính gửi`: from the cue on, in the way that the first entry is printed.
 *
 * ```
 * > | Kính gửi:                        <- cue
 * > | Giờ..~8k3 0121. w                <- what an engine read in a stamp
 * > | - Trưởng các phòng: Thủy lợi;    <- dashes begin
 * > | - Chủ tịch các xã ven sông.
 * > | Đêm qua kè Bến Đạm vỡ …          <- no entry
 * ```
 */
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import { endsIn, isCapitalAt } from '../text.ts'
import { readLabel } from './body/labels.ts'
import { findCue, type Piece } from './cues.ts'
import { isLikelyWords } from './legible.ts'
import { type Cell, type Row, sliceCell } from './rows.ts'
import { beginsWith, beginsWithBody, words } from './words.ts'

/** `- `, `+ `, and what an OCR engine makes of a bullet. */
export const ENTRY_DASH = /^\s*[-–—~+•*_øØ]\s*(?=\S)/u
/** `1. `, `2) `. */
export const ENTRY_NUMBER = latin(/^\s*\d{1,2}\s?[.)]\s?(?=\p{L})/u)

/** Lines of rubble between the cue and the first entry. */
const RUBBLE_ROWS = 2
/** Letters of the longest line of rubble. */
const RUBBLE = 60
/** Letters of the longest entry without a mark. */
const UNMARKED = 120
/** Lines over which one entry wraps. */
const ENTRY_ROWS = 8

/** @param reach rows from the top in which a cue is looked for */
export function addressedRows(rows: Row[], reach: number): Set<number> {
  const found = new Set<number>()
  for (let index = 0; index < Math.min(reach, rows.length); index++) {
    if (!isCueRow(rows[index] as Row)) continue
    const first = firstEntry(rows, index)
    if (!first) continue
    const end = listEnd(rows, first)
    for (let at = index + 1; at < end; at++) found.add(at)
  }
  return found
}

/** Letters before an entry: of its mark, 0 where it has none; -1 where the piece begins no entry. */
type Mark = (text: Piece) => number

interface FirstEntry {
  /** Index of its row: the cue's own or one below. */
  row: number
  mark: Mark
  /** The list stands further right than this column; in any column where it is not given. */
  beyond?: number
}

const isCueRow = (row: Row) =>
  row.cells.some((cell) => findCue(cell, 'addressee') || findCue(cell, 'telegram') || findCue(cell, 'telegram-start'))

const number: Mark = ({ text }) => ENTRY_NUMBER.exec(text)?.[0].length ?? -1
const isNumberOne = (row: Row) => ENTRY_NUMBER.test(row.text) && readLabel(row.text.trim())?.ordinal === 1

/** Entries with a dash; `+` and dots are a list of their own. */
function dashLike(text: string): Mark {
  const own = /[+•]/.exec(text.trimStart()[0] ?? '')?.[0]
  return (piece) => {
    const lead = ENTRY_DASH.exec(piece.text)?.[0]
    return lead === undefined || (/[+•]/.exec(lead)?.[0] ?? own) !== own ? -1 : lead.length
  }
}

/** Entries without a mark, each on its line: they begin as bodies and posts do. */
const unmarked: Mark = (piece) =>
  piece.text.length <= UNMARKED && !endsIn(piece.text, ':') && beginsAddressee(piece) ? 0 : -1

/** Columns by which lines without a mark stand further right than their cue. */
const HANGING_INDENT = 4

/** The first entry beside the cue or below it; null where the cue is followed by one without a mark on its own line, and by none under it. */
function firstEntry(rows: Row[], cue: number): FirstEntry | null {
  const beside = behindCue(rows[cue] as Row)
  if (ENTRY_DASH.test(beside)) return { row: cue, mark: dashLike(beside) }
  if (ENTRY_NUMBER.test(beside) && readLabel(beside)?.ordinal === 1) return { row: cue, mark: number }
  if (latin(/\p{L}/u).test(beside)) return hangingList(rows, cue)
  for (let at = cue + 1; at <= cue + 1 + RUBBLE_ROWS; at++) {
    const row = rows[at]
    if (!row) return null
    const below = dashLike(row.text)
    if (isEntry(row, below)) return { row: at, mark: below }
    if (isNumberOne(row)) return isEntry(rows[at + 1], number) ? { row: at, mark: number } : null
    if (at === cue + 1 && isEntry(row, unmarked)) return { row: at, mark: unmarked }
    if (row.text.length > RUBBLE || isLikelyWords(row.text)) return null
  }
  return null
}

/** The first entry without a mark beside the cue, the next right below it and set in from the cue. */
function hangingList(rows: Row[], cue: number): FirstEntry | null {
  const next = rows[cue + 1]
  const beyond = (rows[cue] as Row).indent + HANGING_INDENT
  const isListed = next !== undefined && next.blanksAbove === 0 && next.indent > beyond && isEntry(next, unmarked)
  return isListed ? { row: cue, mark: unmarked, beyond } : null
}

function behindCue(row: Row): string {
  const cell = row.cells.find((each) => findCue(each, 'addressee')) ?? (row.cells[0] as Cell)
  const found = findCue(cell, 'addressee') ?? findCue(cell, 'telegram') ?? findCue(cell, 'telegram-start')
  return row.text.slice(cell.start - row.start + (found?.end ?? 0)).replace(/^[\s:;.,*|]+/u, '')
}

/** Whether the row is one more entry of the list, and not the first basis or item below it. */
function isEntry(row: Row | undefined, mark: Mark): boolean {
  if (!row) return false
  const bare = row.cells
    .map(withoutStamp)
    .map((cell) => ({ cell, lead: mark(cell) }))
    .find(({ lead }) => lead >= 0)
  return bare !== undefined && !opensText(sliceCell(bare.cell, bare.lead, bare.cell.text.length))
}

/** A basis, or an opening word that begins no body's name. */
const opensText = (piece: Piece) =>
  findCue(piece, 'base') !== null ||
  (findCue(piece, 'opening') !== null && beginsWith(piece.folded, words().heads) === null)

/** Index of the first row behind the list. */
function listEnd(rows: Row[], { row: first, mark, beyond = -1 }: FirstEntry): number {
  let entry = first
  for (let at = first + 1; at < rows.length; at++) {
    const row = rows[at] as Row
    const above = rows[at - 1] as Row
    if (isCueRow(row) || row.indent <= beyond) return at
    // below a blank line and a full stop, or an entry without a mark, the text has begun
    const apart =
      row.blanksAbove > 0 &&
      (mark === unmarked || endsIn(above.text, '.')) &&
      (at === first + 1 || (rows[first + 1] as Row).blanksAbove === 0)
    if (apart) return at
    if (isEntry(row, mark)) entry = at
    else if (at - entry > ENTRY_ROWS || !wraps(row, above)) return at
  }
  return rows.length
}

/** Whether the row goes on with the entry above it. */
function wraps(row: Row, above: Row): boolean {
  if (endsIn(above.text, '.;') || readLabel(row.text) !== null || opensText(row)) return false
  return row.blanksAbove === 0 ? !endsIn(row.text, ':') : latin(/^\p{Ll}/u).test(row.text) && endsIn(above.text, ',')
}

/** The words with which an entry may begin, besides a body's name. */
const BEGINS = pattern(({ words: list }) => new RegExp(latin(`^(?:${list('addressee-start')})(?!\\p{L})`), 'u'))

export const beginsAddressee = (piece: Piece) =>
  BEGINS().test(piece.text) || (isCapitalAt(piece.text, 0) && beginsWithBody(piece) !== null)

const BEHIND_STAMP = latin(/\s(?=[-–]\s\p{Lu}\p{Ll})/u)

/** An entry behind what an OCR engine made of a stamp left of it: `ĐẾN `” “ưng - Đoàn Luật sư tỉnh`. */
export function withoutStamp(cell: Cell): Cell {
  const entry = ENTRY_DASH.test(cell.text) ? null : BEHIND_STAMP.exec(cell.text)
  if (!entry || isLikelyWords(cell.text.slice(0, entry.index))) return cell
  return sliceCell(cell, entry.index + 1, cell.text.length)
}
