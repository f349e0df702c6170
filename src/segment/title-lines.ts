/**
 * The lines between a type and its subject, and those that end one: who decided and where, the bases, the first sentence.
 *
 * ```
 * > | KẾT LUẬN
 * > | HỘI NGHỊ LẦN THỨ CHÍN
 * > | BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN        <- decided
 * > | về giữ rừng ngập mặn
 * ```
 */
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import { skeleton, upperShare } from '../text.ts'
import { readLabel } from './body/labels.ts'
import { findCue } from './cues.ts'
import { STATE_OF } from './cut.ts'
import { type Cell, type Row, sliceCell } from './rows.ts'
import { beginsWith, beginsWithBody, hasItsMarks, words } from './words.ts'

/** Bodies that enact in their own name. */
const ENACTING = pattern(
  ({ folded }) => new RegExp(`^(?:${folded('enacting')}|(?:${folded('enacting-local')}) [a-z][a-z\\d ,]{3,70})$`),
)
const ENACTED_BY = pattern(({ words: list }) => new RegExp(`^(?:${list('enacted-by')})\\s`, 'u'))
const BASIS = pattern(({ words: list }) => new RegExp(`^[-\\s]*(?:${list('basis')})\\s`, 'iu'))
const SESSION = pattern(({ words: list }) => new RegExp(latin(`^(?:${list('session')})(?!\\p{L})`), 'u'))
const LEAD = pattern(({ words: list }) => new RegExp(`^(?:${list('subject-lead')})\\s`, 'iu'))
const EXTENSION = pattern(
  ({ words: list }) => new RegExp(`^(?:${list('type-extension')})(?:[\\s:.,-]+|$)(?:\\([^()]{1,16}\\)$)?`, 'u'),
)
/** Lines of the longest name of who decided. */
const DECIDERS = 4
const CAPITALS = 0.8

/** Words behind the type's name that make it a special kind, and the mark behind them. */
export const extensionOf = (text: string) => EXTENSION().exec(text)?.[0].length ?? 0

/** `CỦA BAN THƯỜNG VỤ …` */
export const isEnactedBy = (row: { text: string }) => ENACTED_BY().test(row.text) && upperShare(row.text) > CAPITALS

/**
 * How many of the rows below the type say who decided, in capitals, and where; the subject below begins otherwise.
 * @param small the type stands in small letters, and who decided may, too
 */
export function decidersIn(rows: Row[], from: number, { small }: { small: boolean }): number {
  let at = from
  const decides = (row: Row) => isDecider(row) || (small && isSmallDecider(row))
  while (at < rows.length && at - from < DECIDERS && decides(rows[at] as Row)) at++
  const next = rows[at]
  return at > from && next && opensSubject(next) ? at - from : 0
}

const isDecider = (row: Row) =>
  upperShare(row.text) > CAPITALS &&
  (isEnactedBy(row) || SESSION().test(row.text) || (isAuthorityName(row) && !LEAD().test(row.text)))

/** `tổng cục bưu điện` below `quyết định của tổng cục trưởng` */
const isSmallDecider = (row: Row) =>
  row.text.length < LONGEST_NAME && !latin(/\p{Lu}/u).test(row.text) && beginsWithBody(row) !== null
const LONGEST_NAME = 90

const opensSubject = (row: Row) => latin(/^\p{Ll}/u).test(row.text) || LEAD().test(row.text)

export const startsBases = (row: Row) => BASIS().test(row.text)
export const isAuthorityName = (row: Row) =>
  row.text.length < LONGEST_NAME &&
  latin(/^\p{Lu}/u).test(row.text) &&
  (beginsWithBody(row) ?? beginsWith(row.folded, words().positions)) !== null

/** A line of names alone, above the bases: the authority that enacts, in small letters too. */
export const enactsBelow = (row: Row, after: Row | undefined) =>
  after !== undefined &&
  startsBases(after) &&
  (isAuthorityName(row) ||
    (row.blanksAbove > 0 && row.text.length < LONGEST_AUTHORITY && !/[.,;:]$/.test(row.text) && namesAuthority(row)))

/** The same right below the type, where a subject may stand: `QUY ĐỊNH …` begins like `Quỹ` only without its marks. */
export function enactsUnnamed(row: Row, after: Row | undefined): boolean {
  const named = beginsWithBody(row) ?? beginsWith(row.folded, words().positions)
  return named !== null && hasItsMarks(row.text, named) && enactsBelow(row, after)
}

const LONGEST_AUTHORITY = 90
const namesAuthority = ({ folded }: Row) =>
  (beginsWith(folded, words().positions) ?? beginsWith(folded, words().heads)) !== null

/** A full line that begins with a body's name in small letters is a sentence, not a subject. */
const opensFull = (row: Row) =>
  row.text.length > 80 &&
  upperShare(row.text) < 0.5 &&
  latin(/^\p{Lu}/u).test(row.text) &&
  (beginsWithBody(row) !== null || (row.text.endsWith(':') && findCue(row, 'opening') !== null))

const TEXT_START = pattern(
  ({ words: list }) =>
    new RegExp(latin(`^(?!(?:${list('no-text-start')})\\s)(?:${list('text-start')})(?!\\p{L})`), 'u'),
)
const DAY_START = pattern(({ words: list }) => new RegExp(`^(?:${list('blank-day')})\\s\\d`, 'iu'))
/** Letters of a line across the page. */
const ACROSS = 45
/** Lines of a sentence that are looked at. */
const SENTENCE_LINES = 6

/** The row begins a sentence of the text, and no subject. */
export function opensBody(rows: Row[], at: number): boolean {
  const row = rows[at] as Row
  if (opensFull(row)) return true
  if (row.text.length < ACROSS || upperShare(row.text) > 0.5 || !latin(/^\p{Lu}/u).test(row.text)) return false
  if (TEXT_START().test(row.text) || DAY_START().test(row.text)) return true
  const last = lastLine(rows, at)
  if (!/[.:]$/.test(last.text)) return false
  return (
    beginsWithBody(row) !== null ||
    (findCue(row, 'opening') !== null && last.text.endsWith(':')) ||
    saysWho(rows.slice(at, rows.indexOf(last) + 1))
  )
}

/** `Thực hiện chương trình tháng năm, Ban Tổ chức tổ chức …`: behind a comma of the sentence a body does something. */
function saysWho(rows: Row[]): boolean {
  const text = rows.map((row) => row.text).join(' ')
  for (let at = text.indexOf(', '); at >= 0; at = text.indexOf(', ', at + 1)) {
    const clause = text.slice(at + 2)
    const body = latin(/^\p{Lu}/u).test(clause) && beginsWith(skeleton(clause.slice(0, NAME)), words().heads)
    // a list of bodies has a comma or an end behind each
    if (body && DOES().test(clause)) return true
  }
  return false
}
/** Letters in which a body's first words stand. */
const NAME = 40
/** Letters of a name, and a word behind which somebody acts, or will. */
const DOES = pattern(({ words: list }) => new RegExp(`^[^,;]{4,80}\\s(?:${list('does')})\\s`, 'u'))

/** `Phòng Đào tạo thông báo:` over the first item is the text's own first line. */
export const introducesItems = (row: Row, after: Row | undefined): boolean =>
  after !== undefined && latin(/^\p{Lu}.*:$/u).test(row.text) && upperShare(row.text) < 0.5 && isFirstItem(after)

/** The last line of the paragraph that begins in the row. */
function lastLine(rows: Row[], at: number): Row {
  let last = at
  while (last + 1 < rows.length && last - at < SENTENCE_LINES) {
    const next = rows[last + 1] as Row
    if (next.blanksAbove > 0 || stops(next) || /[.:]$/.test((rows[last] as Row).text)) break
    last++
  }
  return rows[last] as Row
}

/** A title begins its cell or stands in capitals; in small letters behind other words a sentence names the State. */
export function isFormTitle(cell: Cell, id: string): boolean {
  const found = findCue(cell, id)
  if (!found || STATE_OF().test(cell.text.slice(0, found.start))) return false
  return (
    !latin(/\p{Ll}{2}\S*\s$/u).test(cell.text.slice(0, found.start)) ||
    upperShare(cell.text.slice(found.start, found.end)) > 0.6
  )
}

export const isRule = (row: Row) => latin(/^[^\p{L}\p{N}]+$/u).test(row.text)

/** A heading, its subject and the enacting authority in capitals on one line: the authority is cut off. */
export function withoutAuthority(cell: Cell): Cell {
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

/** The row is another part of the document: addressees, bases, the first item. */
export function stops(row: Row): boolean {
  // `(Ban hành kèm theo Nghị quyết số …)` under the title of what is enclosed
  if (row.text.startsWith('(') && findCue(row, 'attachment')) return true
  if (
    findCue(row, 'addressee') ||
    findCue(row, 'telegram') ||
    findCue(row, 'telegram-start') ||
    findCue(row, 'recipients')
  )
    return true
  return startsBases(row) || isFirstItem(row)
}

function isFirstItem(row: Row): boolean {
  const label = readLabel(row.text)
  return (
    label !== null &&
    (label.kind === 'bullet' ? /^[-+]\s/.test(row.text) && !findCue(row, 'subject') : label.ordinal === 1)
  )
}
