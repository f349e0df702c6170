/**
 * A title that says number, day and author of its own document in one sentence, as gazettes and collections of law print
 * it in place of the form's header, and some below it.
 *
 * ```
 * > | CHỈ THỊ
 * > | CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 16/2001/CT-TTG NGÀY 21 THÁNG 6 NĂM 2001 VỀ VIỆC …
 *         ^^^^^^^^^^^^^^^^^^^ issuer ^^^^^^^^^^^^^^ number      ^^^^^^^^^ date    ^ subject
 * > | Công văn số 48/BCN-VP ngày 4/5/2004 của Bộ Canh nông về việc …
 * ```
 */
import { findIssueDate } from '../calendar/issue-date.ts'
import { type Grammar, perGrammar } from '../grammar/grammar.ts'
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import { endsIn, isSpaceAt, type Span, skeleton, upperShare } from '../text.ts'
import type { Header } from '../tree.ts'
import { readLabel } from './body/labels.ts'
import { findCue } from './cues.ts'
import { readNumber } from './number.ts'
import type { Cell, Row } from './rows.ts'
import { isRubbleLine } from './rubble.ts'
import { isAuthorityName, isFormTitle, startsBases } from './title-lines.ts'
import { typeHeading } from './type-heading.ts'
import { beginsWith, beginsWithType, typesAt, words } from './words.ts'

export interface TitleSentence {
  header: Pick<Header, 'documentType' | 'issuer' | 'number' | 'serial' | 'notation' | 'date' | 'subject' | 'system'>
  firstRow: number
  lastRow: number
}

/** Rows of the longest title. */
const REACH = 12
/** Rows of a page's menu or a gazette's running head above it. */
const ABOVE = 30
/** Letters of a menu's longest line. */
const MENU = 60
/** Letters of the longest name of a body, its chief's post before it. */
const LONGEST_BODY = 160

const BY = pattern(({ words: list }) => new RegExp(`(?:${list('enacted-by')})\\s+`, 'iuy'))
const BEGINS = pattern(({ words: list }) => new RegExp(`^(?:${list('enacted-by')})\\s`, 'u'))
const NUMBER = pattern(
  ({ words: list }) =>
    new RegExp(
      latin(
        `(?:${list('number', 'number-spoilt')})\\s{0,2}:?\\s{0,80}\\S{0,12}?(?:\\d\\s\\p{Lu}{1,8})?\\s{0,3}[/-]\\s?[\\p{Lu}\\d][\\p{L}\\d&./-]{1,30}(?:\\s[–-]\\s\\p{Lu}{2,8}(?!\\p{L}))?(?:\\(\\p{L}{1,6}\\))?`,
      ),
      'uy',
    ),
)
/** What ends a body's name: the next part of the sentence. */
const NEXT_PART = pattern(
  ({ words: list }) =>
    new RegExp(
      `,?\\s(?=(?:${list('number', 'blank-day')})\\s*:?\\s*[\\d.…/]|(?:${list('blank-day')})\\s|(?:${list('subject-lead', 'subject-verb')})\\s)`,
      'iu',
    ),
)
/** In capitals only these words lead: `TỔNG CỤC TIÊU CHUẨN`, `BAN TỔ CHỨC` hold verbs. */
const NEXT_CAPITALS = pattern(
  ({ words: list }) =>
    new RegExp(`,?\\s(?=(?:${list('number', 'blank-day')})\\s|(?:${list('subject-lead')})\\s)`, 'iu'),
)

/** `CỦA HỘI ĐỒNG BỘ TRƯỞNG` before a number: the number is cited. */
export const citesItself = (cell: Cell) => BEGINS().test(cell.text)

/** The title among the first rows; null where none says number and day or author of its document. */
export function findTitleSentence(text: string, rows: Row[]): TitleSentence | null {
  for (let at = 0; at < Math.min(ABOVE, rows.length); at++) {
    const found = titleSentence(text, rows, at)
    if (!found && isText(rows[at] as Row)) return null
    // a page's own title above the form says the same
    if (found) return rows.slice(found.lastRow + 1, found.lastRow + 1 + FORM).some(beginsForm) ? null : found
  }
  return null
}

/** A basis, an item, an addressee: the title stands above them, or nowhere. */
const isText = (row: Row) =>
  startsBases(row) ||
  row.text.length > MENU * 2 ||
  (row.text.length > MENU && isItem(row)) ||
  readLabel(row.text)?.kind === 'article' ||
  ['decree', 'addressee', 'recipients'].some((id) => findCue(row, id))

/** A label, and no number at the head of a line: `280/TTr-BCN`. */
const isItem = (row: Row) => readLabel(row.text) !== null && !/^\d+[/-]\S/u.test(row.text)

/** Rows below a page's own title in which the form begins. */
const FORM = 15
const beginsForm = (row: Row) =>
  !startsBases(row) &&
  row.cells.some((cell) => ['national-title', 'party-title', 'motto'].some((id) => isFormTitle(cell, id)))

/** The title that begins with the type in the row; null where it is no such title. */
export function titleSentence(text: string, rows: Row[], first: number): TitleSentence | null {
  const heading = rows[first] as Row
  const type = typeAt(heading)
  if (!type) return null
  const lastRow = endOf(rows, first)
  const parts = readParts(blockOf(text, rows.slice(first, lastRow + 1), type.length))
  if (!parts?.number || !(parts.date || parts.issuer)) return null
  return {
    firstRow: first,
    lastRow,
    header: {
      ...parts,
      documentType: {
        value: type.name,
        status: 'read',
        grade: 'certain',
        spans: [[heading.start, heading.start + type.length]],
      },
    },
  }
}

/** Words of several lines as one, and where each of its letters stands in the text. */
interface Block {
  text: string
  at: number[]
}

/** The words of the rows from an offset into the first on, lines that an engine made of a stamp left out. */
function blockOf(text: string, rows: Row[], from: number): Block {
  const block: Block = { text: '', at: [] }
  rows.forEach((row, index) => {
    if (index > 0 && isRubbleLine(row)) return
    for (let at = row.start + (index === 0 ? from : 0); at < row.end; at++) add(block, text[at] as string, at)
    add(block, ' ', row.end)
  })
  return block
}

/** White space as one space. */
function add(block: Block, letter: string, at: number): void {
  const space = isSpaceAt(letter, 0)
  if (space && (block.text === '' || block.text.endsWith(' '))) return
  block.text += space ? ' ' : letter
  block.at.push(at)
}

const letterType = perGrammar((grammar) => {
  const { name } = grammar.types.find(({ id }) => id === 'cong-van') as Grammar['types'][number]
  return { folded: skeleton(name), upper: name.toUpperCase(), name }
})

/** The type's name with which the row begins, in capitals or small letters, its marks as they must be. */
function typeAt(row: Row): { name: string; length: number } | null {
  const found = [...typesAt(row.folded), letterType()].find((type) => beginsWithType(row, type))
  if (found) return { name: found.name, length: found.folded.length }
  // letters set apart: `C H Ỉ  T H Ị`
  const spaced = typeHeading(row)
  return spaced?.alone && spaced.exact ? { name: spaced.name, length: row.text.length } : null
}

/** The last row of the title: lines without a blank between them, up to the authority that enacts, the bases, the addressees. */
function endOf(rows: Row[], first: number): number {
  let last = first
  const isAlone = typeAt(rows[first] as Row)?.length === rows[first]?.text.length
  let above: Row | null = isAlone ? null : (rows[first] as Row)
  for (let at = first + 1; at < rows.length && at - first < REACH; at++) {
    const row = rows[at] as Row
    if (row.blanksAbove > (isAlone && last === first ? 1 : 0)) break
    if (isRubbleLine(row)) continue
    if (!goesOn(row, rows[at + 1], above ?? row)) break
    above = row
    last = at
  }
  return last
}

function goesOn(row: Row, next: Row | undefined, above: Row): boolean {
  if (startsBases(row) || isItem(row) || findCue(row, 'addressee')) return false
  if (next && startsBases(next) && isAuthorityName(row)) return false
  // capitals go on with capitals, small letters with small ones
  return upperShare(row.text) > CAPITALS === upperShare(above.text) > CAPITALS
}

const CAPITALS = 0.7

type Parts = Omit<TitleSentence['header'], 'documentType'>

/** Number, day and author behind the type, in any order; what follows them is the subject. */
function readParts({ text: block, at: places }: Block): Parts | null {
  const parts: Parts = {}
  const span = (from: number, to: number): Span => [places[from] as number, (places[to - 1] as number) + 1]
  const value = (words: string, at: number) => ({
    value: words.trim(),
    status: 'read' as const,
    grade: 'likely' as const,
    spans: [span(at, at + words.trimEnd().length)],
  })
  let at = 0
  for (let moved = true; moved; ) {
    moved = false
    at += /^[\s:,.;–-]*/u.exec(block.slice(at))?.[0].length ?? 0
    const numbered = parts.number ? null : matchFrom(NUMBER(), block, at)
    const number = numbered === null ? null : readNumber({ text: numbered, folded: skeleton(numbered) }, at)
    if (numbered && number?.notation) {
      Object.assign(parts, partsOfNumber({ ...number, spans: number.spans.map(([from, to]) => span(from, to)) }))
      at += numbered.length
      moved = true
    }
    const dated = parts.date ? null : findIssueDate(block.slice(at, at + DATE))
    if (dated?.date && dated.span[0] === 0) {
      parts.date = {
        ...value(block.slice(at, at + dated.span[1]), at),
        value: dated.date,
        status: dated.day === 'blank' ? 'blank' : 'read',
      }
      at += dated.span[1]
      moved = true
    }
    const by = parts.issuer ? null : matchFrom(BY(), block, at)
    const body = by && bodyAt(block, at + by.length)
    if (by && body) {
      parts.issuer = value(body, at + by.length)
      const head = beginsWith(skeleton(body), words().heads)
      if (head) parts.system = { ...parts.issuer, value: head.value, status: 'inferred', note: 'from the issuer' }
      at += by.length + body.length
      moved = true
    }
  }
  const subject = block.slice(at).replace(/[\s.;:*_-]+$/u, '')
  if (latin(/\p{L}{2}/u).test(subject)) parts.subject = value(subject, at)
  return endsIn(block, ';') ? null : parts
}

/** Letters of a day in words. */
const DATE = 60

const matchFrom = (sticky: RegExp, text: string, at: number): string | null => {
  sticky.lastIndex = at
  return sticky.exec(text)?.[0] ?? null
}

function partsOfNumber({
  number,
  serial,
  notation,
  spans,
  status,
  grade,
}: NonNullable<ReturnType<typeof readNumber>>): Parts {
  const made = { status, grade: grade === 'doubtful' ? grade : ('likely' as const), spans }
  return {
    number: { ...made, value: number },
    ...(notation && { notation: { ...made, status: 'read' as const, value: notation } }),
    ...(serial && { serial: { ...made, value: serial } }),
  }
}

/** The body's name at the offset: up to the next part of the sentence; null where none begins there. */
function bodyAt(block: string, at: number): string | null {
  const ahead = block.slice(at, at + LONGEST_BODY)
  const folded = skeleton(ahead)
  const head = beginsWith(folded, words().heads) ?? beginsWith(folded, words().positions)
  if (!head) return null
  const next = (upperShare(ahead) > CAPITALS ? NEXT_CAPITALS() : NEXT_PART()).exec(ahead.slice(head.length))
  const body = ahead.slice(0, next ? head.length + next.index : ahead.length)
  if (next || at + LONGEST_BODY >= block.length) return body.trimEnd()
  return null
}
