/** Does a line go on with the subject above it? Every weight is a hint that a reader of the page uses too. */
import { greatest } from '../arrays.ts'
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import { skeleton, upperShare } from '../text.ts'
import { findCue } from './cues.ts'
import type { Cell, Row } from './rows.ts'
import { isRule, startsBases } from './title-lines.ts'
import { beginsWith, beginsWithBody, words } from './words.ts'

export const HANGING = pattern(({ words: list }) => new RegExp(`(?:[,–-]|\\s(?:${list('hanging-subject')}))$`, 'iu'))
const TERM = pattern(
  ({ words: list }) => new RegExp(`^(?:${list('term')})\\s[\\dIVX]{1,6}(?:\\s?[-–]\\s?\\d{2,4})*$`, 'u'),
)

/** A capital before small words that name no body and no kind of document: a sentence of its own. */
const startsSentence = (row: Row) =>
  latin(/^\p{Lu}\p{Ll}*\s\p{Ll}/u).test(row.text) &&
  beginsWithBody(row) === null &&
  beginsWith(row.folded, words().positions) === null &&
  !words().types.some((type) => row.folded.startsWith(type.folded))

/** A short word in capitals says nothing of the lines it ends: `lần thứ` over `XV`. */
const FRAGMENT = latin(/^(?:\S{2,5}|\P{L}+)$/u)

/** Letters of a line that stands in the middle of a page and not across it. */
const SHORT = 80

interface Surroundings {
  /** What stands of the subject so far stands on the heading's own line. */
  besideHeading?: boolean
  after?: Row | undefined
  afterNext?: Row | undefined
  /** Behind the rows that are known come the addressees. */
  addressed?: boolean
}

/** Above 0: the row goes on with the subject. Every weight is a hint that a reader of the page uses too. */
export function continues(previous: Row, row: Row, pieces: Cell[], around: Surroundings = {}): number {
  const before = pieces
    .map((piece) => piece.text)
    .join(' ')
    .trimEnd()
  const parted = partsName(before, row)
  const hanging = parted || hangs(before, row)
  return (
    1 +
    beginning(row) +
    (hanging ? 3 : 0) +
    ending(before, row, hanging) +
    capitals(row, pieces, parted, around) +
    place(previous, row, pieces, around.after)
  )
}

const hangs = (before: string, row: Row) =>
  isOpen(before) ||
  isNextOfList(before, row.text) ||
  TERM().test(row.text) ||
  HANGING().test(before) ||
  (endsInPost(before) && beginsWithBody(row) !== null)

/** How the row begins: small letters go on, a sentence or a phrase that opens a text does not. */
function beginning(row: Row): number {
  if (latin(/^\p{Ll}/u).test(row.text)) return 3
  if (row.text.startsWith('(')) return row.blanksAbove === 0 ? 0 : -1.5
  return (startsSentence(row) ? -1.2 : -0.5) + (findCue(row, 'opening') ? -2.5 : 0)
}

/** How what stands before the row ends, and how the row does. */
function ending(before: string, row: Row, hanging: boolean): number {
  let score = 0
  if (/[.:;]$/.test(before)) score -= 2
  if (row.text.length > PARAGRAPH && !hanging) score -= 3
  if (/[.:]$/.test(row.text) && row.text.length > SHORT) score -= 1
  return score
}
/** Letters of a row that is a paragraph. */
const PARAGRAPH = 200

/** Capitals go on with capitals, but for the authority that enacts. */
function capitals(
  row: Row,
  pieces: Cell[],
  parted: boolean,
  { besideHeading, after, afterNext, addressed = false }: Surroundings,
): number {
  const before = upperShare(pieces[0]?.text ?? '') > 0.8
  const upper = FRAGMENT.test(row.text) ? before : upperShare(row.text) > 0.8
  if (before && upper) return !parted && (enacts(row, after, afterNext) || addresses(row, after, addressed)) ? -3 : 2
  // `BÁO CÁO KẾT QUẢ` over `thực hiện nhiệm vụ …`: the words beside the heading are in its capitals, those below need not be
  if (before) return besideHeading && row.blanksAbove === 0 && row.text.length < SHORT ? 0.5 : -2.5
  return upper ? -3 : 0
}

/** Where the row stands on the page. */
function place(previous: Row, row: Row, pieces: Cell[], after: Row | undefined): number {
  const widest = greatest(pieces.map((piece) => piece.text.length))
  let score = 0
  if (row.blanksAbove > previous.blanksAbove && row.blanksAbove > 0) score -= 2
  if (row.text.length > Math.max(widest * 1.3, 60) && row.indent + 6 < (pieces[0]?.column ?? 0) + 12) score -= 1.5
  if (row.indent >= 10 && row.text.length < 70 && row.indent > previous.indent - 12) score += 1
  if (endsBlock(row, after)) score += 0.8
  return score
}

/** The last line of a block in the middle of the page. */
const endsBlock = (row: Row, after: Row | undefined) =>
  row.blanksAbove === 0 &&
  row.text.length < SHORT &&
  !/[.:;]$/.test(row.text) &&
  after !== undefined &&
  (after.blanksAbove > 0 || isRule(after))

/** A bracket or a quotation was opened and not closed. */
const isOpen = (before: string) =>
  before.lastIndexOf('(') > before.lastIndexOf(')') ||
  before.lastIndexOf('“') > before.lastIndexOf('”') ||
  before.split('"').length % 2 === 0

/** `(1) …;` over `(2) …`. */
function isNextOfList(before: string, row: string): boolean {
  const last = [...before.matchAll(/\((\d)\)/g)].at(-1)?.[1]
  return last !== undefined && row.includes(`(${Number(last) + 1})`)
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

/** `BỘ TRƯỞNG BỘ …` above the addressees, set apart: who writes to them. */
function addresses(row: Row, after: Row | undefined, addressed: boolean): boolean {
  if (row.blanksAbove === 0 || !(after ? findCue(after, 'addressee') : addressed)) return false
  const post = beginsWith(row.folded, words().positions)
  return post !== null && beginsWith(row.folded.slice(post.length).trimStart(), words().heads) !== null
}

/** `ỦY BAN NHÂN DÂN TỈNH …`, `BỘ TRƯỞNG BỘ …` above the bases: the authority that enacts, on two lines at most. */
const enacts = (row: Row, after: Row | undefined, afterNext: Row | undefined) =>
  (beginsWithBody(row) ?? beginsWith(row.folded, words().positions)) !== null &&
  [after, afterNext].some((each) => each && startsBases(each))
