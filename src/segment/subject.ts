/**
 * The subject (trích yếu): below the heading of a named type, or behind `V/v` under the number of a công văn.
 * Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5; Hướng dẫn 36-HD/VPTW.
 */
import { greatest } from '../arrays.ts'
import { pattern } from '../grammar/wording.ts'
import { skeleton, upperShare } from '../text.ts'
import type { Value } from '../tree.ts'
import { findCue } from './cues.ts'
import type { HeaderCell } from './header.ts'
import { readLabel } from './body/labels.ts'
import { type Cell, type Row, sliceCell } from './rows.ts'
import { typeHeading } from './type-heading.ts'
import { makeValue, printed } from './value.ts'
import { beginsWith, beginsWithBody, words } from './words.ts'

/** Bodies that enact in their own name. */
const ENACTING = pattern(
  ({ folded }) => new RegExp(`^(?:${folded('enacting')}|(?:${folded('enacting-local')}) [a-z ]{4,40})$`),
)
const ENACTED_BY = pattern(({ words: list }) => new RegExp(`^(?:${list('enacted-by')})\\s`, 'u'))
const BASIS = pattern(({ words: list }) => new RegExp(`^[-\\s]*(?:${list('basis')})\\s`, 'iu'))
const TRAILING = /[\s*_\-–=.,;:]+$/u
/** Quotation marks around the whole. */
const QUOTED = /^["“]([^"“”]*)["”]$/u
const BRACKETED = /^\(([^()]*)\)$/u
const HANGING = pattern(({ words: list }) => new RegExp(`(?:[,–-]|\\s(?:${list('hanging-subject')}))$`, 'iu'))

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
  if (!start) return null
  const pieces: Cell[] = []
  let last = start
  for (const each of cells.slice(cells.indexOf(start))) {
    if (pieces.length > 0 && /^[[\]\\{}<>~^`]/.test(each.cell.text)) break
    // the stamp of the office that received the letter
    if (
      pieces.length > 0 &&
      each.role === 'capitals' &&
      upperShare((pieces[0] as Cell).text) < 0.5 &&
      beginsWithBody(each.cell) !== null
    )
      break
    if (each === start || isWords(each) || endsPeriod(each, pieces) || isCitedBelow(each, last.row, rows, taken)) {
      pieces.push(each.cell)
      last = each
    } else if (each.role === 'number' && pieces.length > 0) break
  }
  const value = printed(text, pieces).replace(TRAILING, '').replace(QUOTED, '$1')
  return /\p{L}{2}/u.test(value) ? makeValue(value, pieces, { grade: marked ? 'certain' : 'likely' }) : null
}

const isWords = (each: HeaderCell, first = false) =>
  (each.role === 'other' || each.role === 'subject' || each.role === 'capitals' || each.role === 'type') &&
  (first ? /\p{L}{2}.*\p{L}{2}/u : /[\p{L}\p{N}]{2}/u).test(each.cell.text)

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

/** The subject of a named type: the lines below the heading, as long as they go on with each other. */
export function namedSubject(
  text: string,
  rows: Row[],
  cells: HeaderCell[],
  heading: HeaderCell,
  { hasAddressees, taken }: { hasAddressees: boolean; taken: HeaderCell[] },
): NamedSubject | null {
  const pieces: Cell[] = []
  let lastRow = heading.row
  let sure = true
  const type = typeHeading(heading.cell)
  const behind = type && !type.alone ? rest(heading.cell, type.end) : null
  // `QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH`: who decides, its subject below
  if (behind && !(ENACTED_BY().test(behind.text) && upperShare(behind.text) > 0.8))
    pieces.push(withoutAuthority(behind))
  for (const each of cells.slice(cells.indexOf(heading) + 1)) {
    const row = rows[each.row] as Row
    const goesOn = endsPeriod(each, pieces) || (pieces.length > 0 && isCitedBelow(each, lastRow, rows, taken))
    if (
      !goesOn &&
      (each.role === 'title' ||
        each.role === 'date' ||
        each.role === 'number' ||
        each.role === 'mark' ||
        each.role === 'stamp')
    ) {
      if (each.row > lastRow + 1 || pieces.length > 0) break
      continue
    }
    if (each.role === 'separator') {
      // rubble beside a line of the subject parts nothing
      if (pieces.length > 0 && each.row > lastRow) break
      continue
    }
    if (stops(row) && !endsRange(row, pieces)) break
    if (pieces.length === 0 && ENACTED_BY().test(row.text) && upperShare(row.text) > 0.8) {
      lastRow = each.row
      continue
    }
    const after = rows[each.row + 1]
    if (
      pieces.length > 0 &&
      after &&
      startsBases(after) &&
      isAuthorityName(row) &&
      !HANGING().test((pieces[pieces.length - 1] as Cell).text)
    )
      break
    if (pieces.length === 0 && opensBody(row)) break
    const score =
      pieces.length === 0
        ? 1
        : continues(rows[lastRow] as Row, row, pieces, {
            besideHeading: lastRow === heading.row,
            after,
            afterNext: rows[each.row + 2],
          })
    if (score <= 0) break
    if (score < 1) sure = false
    pieces.push(each.cell)
    lastRow = each.row
    if (pieces.length > 12) break
  }
  const next = rows[lastRow + 1]
  // `ỦY BAN NHÂN DÂN TỈNH …` over `ĐIỆN:` sends the telegram
  if (next && findCue(next, 'telegram-start') && isAuthorityName(rows[lastRow] as Row)) pieces.pop()
  if (pieces.length === 0) return null
  if (next && !hasAddressees && continues(rows[lastRow] as Row, next, pieces) > -1 && !stops(next) && !isRule(next))
    sure = false
  const value = printed(text, pieces)
    .replace(TRAILING, '')
    .replace(/^[\s,.;:|_-]+/u, '')
    .replace(QUOTED, '$1')
    .replace(BRACKETED, '$1')
  return value === '' ? null : { value: makeValue(value, pieces, { grade: sure ? 'certain' : 'likely' }), lastRow }
}

export const startsBases = (row: Row) => BASIS().test(row.text)
export const isAuthorityName = (row: Row) =>
  row.text.length < 90 &&
  /^\p{Lu}/u.test(row.text) &&
  (beginsWithBody(row) ?? beginsWith(row.folded, words().positions)) !== null

/** A full line that begins with a body's name in small letters is a sentence, not a subject. */
const opensBody = (row: Row) =>
  row.text.length > 80 &&
  upperShare(row.text) < 0.5 &&
  /^\p{Lu}/u.test(row.text) &&
  (beginsWithBody(row) !== null || (row.text.endsWith(':') && findCue(row, 'opening') !== null))

/** A capital before small words that name no body and no kind of document: a sentence of its own. */
const startsSentence = (row: Row) =>
  /^\p{Lu}\p{Ll}*\s\p{Ll}/u.test(row.text) &&
  beginsWithBody(row) === null &&
  beginsWith(row.folded, words().positions) === null &&
  !words().types.some((type) => row.folded.startsWith(type.folded))

/** A short word in capitals says nothing of the lines it ends: `lần thứ` over `XV`. */
const FRAGMENT = /^(?:\S{2,5}|\P{L}+)$/u

const isRule = (row: Row) => /^[^\p{L}\p{N}]+$/u.test(row.text)

function rest(cell: Cell, from: number): Cell {
  const skipped = from + (/^[\s:.,-]*/.exec(cell.text.slice(from))?.[0].length ?? 0)
  return { ...cell, start: cell.start + skipped, text: cell.text.slice(skipped), folded: cell.folded.slice(skipped) }
}

/** A heading, its subject and the enacting authority in capitals on one line: the authority is cut off. */
function withoutAuthority(cell: Cell): Cell {
  if (upperShare(cell.text) < 0.85) return cell
  for (let at = cell.folded.lastIndexOf(' '); at > 20; at = cell.folded.lastIndexOf(' ', at - 1)) {
    const behind = cell.folded.slice(at + 1)
    const post = beginsWith(behind, words().positions)
    const body = beginsWith(post ? behind.slice(post.length).trimStart() : behind, words().heads)
    if ((post && body) || (body && ENACTING().test(behind))) return sliceCell(cell, 0, authorityStart(cell, at))
    if (cell.text.length - at > 80) break
  }
  return cell
}

/** Words before `CỤC TRƯỞNG …` that make it `TỔNG CỤC TRƯỞNG …`, before a body's name the post at its head. */
function authorityStart(cell: Cell, at: number): number {
  let start = at
  for (let word = at, tries = 0; word > 0 && tries < AUTHORITY_WORDS; tries++) {
    word = cell.folded.lastIndexOf(' ', word - 1)
    const ahead = cell.folded.slice(word + 1)
    const named = beginsWith(ahead, words().positions) ?? beginsWith(ahead, words().heads)
    if (named && word + 1 + named.length >= at) start = word
  }
  return Math.max(start, 0)
}
const AUTHORITY_WORDS = 5

function stops(row: Row): boolean {
  // `(Ban hành kèm theo Nghị quyết số …)` under the title of what is enclosed
  if (row.text.startsWith('(') && findCue(row, 'attachment')) return true
  if (
    findCue(row, 'addressee') ||
    findCue(row, 'telegram') ||
    findCue(row, 'telegram-start') ||
    findCue(row, 'recipients')
  )
    return true
  if (startsBases(row)) return true
  const label = readLabel(row.text)
  return (
    label !== null &&
    (label.kind === 'bullet' ? /^[-+]\s/.test(row.text) && !findCue(row, 'subject') : label.ordinal === 1)
  )
}

/** Letters of a line that stands in the middle of a page and not across it. */
const SHORT = 80

interface Surroundings {
  /** What stands of the subject so far stands on the heading's own line. */
  besideHeading?: boolean
  after?: Row | undefined
  afterNext?: Row | undefined
}

/** Above 0: the row goes on with the subject. Every weight is a hint that a reader of the page uses too. */
function continues(
  previous: Row,
  row: Row,
  pieces: Cell[],
  { besideHeading = false, after, afterNext }: Surroundings = {},
): number {
  const before = pieces.map((piece) => piece.text).join(' ')
  const widest = greatest(pieces.map((piece) => piece.text.length))
  const upperBefore = upperShare(pieces[0]?.text ?? '') > 0.8
  const upper = FRAGMENT.test(row.text) ? upperBefore : upperShare(row.text) > 0.8
  const parted = partsName(before.trimEnd(), row)
  const hanging = parted || HANGING().test(before.trimEnd()) || (endsInPost(before) && beginsWithBody(row) !== null)
  let score = 1
  if (/^\p{Ll}/u.test(row.text)) score += 3
  else score -= startsSentence(row) ? 1.2 : 0.5
  if (hanging) score += 3
  if (/[.:;]$/.test(before.trimEnd())) score -= 2
  if (row.blanksAbove > previous.blanksAbove && row.blanksAbove > 0) score -= 2
  if (findCue(row, 'opening')) score -= 2.5
  if (row.text.length > Math.max(widest * 1.3, 60) && row.indent + 6 < (pieces[0]?.column ?? 0) + 12) score -= 1.5
  if (row.text.length > 200 && !hanging) score -= 3
  if (upperBefore && upper) score += !parted && enacts(row, after, afterNext) ? -3 : 2
  // `BÁO CÁO KẾT QUẢ` over `thực hiện nhiệm vụ …`: the words beside the heading are in its capitals, those below need not be
  if (upperBefore && !upper) score += besideHeading && row.blanksAbove === 0 && row.text.length < SHORT ? 0.5 : -2.5
  if (!upperBefore && upper) score -= 3
  if (/^\(/.test(row.text)) score -= 1
  if (row.indent >= 10 && row.text.length < 70 && row.indent > previous.indent - 12) score += 1
  if (/[.:]$/.test(row.text) && row.text.length > 80) score -= 1
  // the last line of a block in the middle of the page
  if (
    row.blanksAbove === 0 &&
    row.text.length < SHORT &&
    !/[.:;]$/.test(row.text) &&
    after &&
    (after.blanksAbove > 0 || isRule(after))
  )
    score += 0.8
  return score
}

/** `… CỦA ỦY` over `BAN NHÂN DÂN XÃ …`: the line break stands within a body's name. */
function partsName(before: string, row: Row): boolean {
  const last = skeleton(before.slice(before.lastIndexOf(' ') + 1))
  const head = beginsWith(`${last} ${row.folded}`, words().heads)
  return head !== null && head.length > last.length + 1
}

/** `… của Chủ tịch` over `Ủy ban nhân dân xã …`. */
function endsInPost(before: string): boolean {
  const tail = skeleton(before.trimEnd().split(' ').slice(-POST_WORDS).join(' '))
  for (let at = 0; at >= 0; at = tail.indexOf(' ', at) + 1 || -1) {
    const post = tail.slice(at)
    if (beginsWith(post, words().positions)?.length === post.length) return true
  }
  return false
}
const POST_WORDS = 4

/** `ỦY BAN NHÂN DÂN TỈNH …`, `BỘ TRƯỞNG BỘ …` above the bases: the authority that enacts, on two lines at most. */
const enacts = (row: Row, after: Row | undefined, afterNext: Row | undefined) =>
  (beginsWithBody(row) ?? beginsWith(row.folded, words().positions)) !== null &&
  [after, afterNext].some((each) => each && startsBases(each))
