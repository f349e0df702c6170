/**
 * Who signed: formulas of authority, the signer's post, the name. Lines may be stacked (`TL. CHỦ TỊCH` / `KT. CHÁNH VĂN
 * PHÒNG` / `PHÓ CHÁNH VĂN PHÒNG`), stand side by side for several signers, or be run together.
 *
 * ```
 * > | KT. BỘ TRƯỞNG THỨ TRƯỞNG Đỗ Văn An
 *     ^^^^^^^^^^^^^ authority
 *                   ^^^^^^^^^^ post  ^^^^^^^^^ name
 * ```
 */
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import { isPersonName } from '../lexicon/person-names.ts'
import { skeleton, upperShare } from '../text.ts'
import type { Signature, Value } from '../tree.ts'
import { findCue } from './cues.ts'
import { isSyllables } from './legible.ts'
import type { Cell } from './rows.ts'
import { withoutRubble } from './rubble.ts'
import { isAuthority, isFormulaBegun, isOnBehalf, isPost, isPostBegun, parts, withoutLead } from './signature-cells.ts'
import { columnsOf } from './signature-columns.ts'
import { nameOf } from './signer-name.ts'
import { unglued } from './unglued.ts'
import { makeValue, printed } from './value.ts'
import { beginsWith, isSmallPost, words } from './words.ts'

/** `Nhiệm kỳ 2020 - 2025`, `KHÓA XV` under the body in whose name is signed. */
const TERM = pattern(
  ({ words: list }) => new RegExp(`^(?:${list('term-of-office')})\\s+[\\dIVXLC]+(?:\\s?[-–]\\s?\\d+)?$`, 'iu'),
)
const BRACKET = /^\(.*\)$/u
/** Rows of dots for a remark, a day to be filled in: between a post and its name. */
const ASIDE = pattern(({ words: list }) => new RegExp(`^[.…_\\s-]{5,}$|^(?:${list('blank-day')})\\s.*\\d{4}$`, 'iu'))
/** A lead of capitals that may have been a formula: `ICT. CHỦ TỊCH`, `VY GIÁM ĐỐC`. */
const SPOILT_FORMULA = latin(/(?:^|[^\p{L}\d])\p{Lu}{1,3}[.,]?\s+$/u)
/** Letters of a post with its body. */
const SMALL_POST = 45
/** Between a post and the name stand `(Đã ký)`, days and the like, a few at most. */
const REMARKS = 8

interface Draft {
  authority: Value[]
  post?: Value
  name?: Value
  cells: Cell[]
  /** Lines that may have been the formula or the post, and cannot be read. */
  spoilt: string[]
}

interface Column {
  text: string
  cells: Cell[]
  drafts: Draft[]
  /** Both sides of a treaty are named before both names. */
  sides: boolean
  /** A formula or a post that goes on in the next cell. */
  bare: Cell | null
}

export function readSignatures(text: string, cells: Cell[]): Signature[] {
  const leads = new Map(cells.flatMap(unglued).map((cell) => [cell, withoutLead(cell)]))
  const spoilt = new Set(
    [...leads]
      .filter(([cell, rest]) => cell !== rest && SPOILT_FORMULA.test(cell.text.slice(0, rest.start - cell.start)))
      .map(([, rest]) => rest.start),
  )
  return columnsOf(text, [...leads.values()]).flatMap((column) => readColumn(text, column.flatMap(parts), spoilt))
}

function readColumn(text: string, cells: Cell[], spoilt: Set<number>): Signature[] {
  const column: Column = { text, cells, drafts: [], sides: isTreaty(cells), bare: null }
  cells.forEach((cell, index) => {
    if (isBare(cell) || partsPost(cell, cells[index + 1])) {
      column.bare = cell
      return
    }
    if (!(readFormula(column, cell) || readPost(column, cell, index) || readName(column, cell) || goOn(column, cell))) {
      const last = column.drafts[column.drafts.length - 1]
      if (last && !last.name) last.spoilt.push(cell.folded)
    }
    column.bare = null
  })
  return column.drafts.map((draft) => withoutAbsentPost(draft, spoilt)).flatMap(made)
}

const isBare = (cell: Cell) => isFormulaBegun(cell) || isPostBegun(cell)

/** `PHÓ CHỦ` over `TỊCH`: the line breaks within a post, none of the two is one. */
function partsPost(cell: Cell, below: Cell | undefined): boolean {
  if (!below || upperShare(cell.text) < 1 || upperShare(below.text) < 1 || isPost(cell) || isPost(below)) return false
  const whole = `${cell.folded} ${below.folded}`
  return beginsWith(whole, words().positions)?.length === whole.length
}

function made({ authority, post, name, cells }: Draft): Signature[] {
  if (!name && authority.length === 0 && !post) return []
  return [
    {
      type: 'signature',
      spans: cells.map((cell): [number, number] => [cell.start, cell.end]),
      authority,
      ...(post && { post }),
      ...(name && { name }),
    },
  ]
}

/** The signature that is being read; behind a name another one begins. */
function open({ drafts }: Column): Draft {
  const last = drafts[drafts.length - 1]
  return last && !last.name ? last : begin(drafts)
}

function begin(drafts: Draft[]): Draft {
  const draft: Draft = { authority: [], cells: [], spoilt: [] }
  drafts.push(draft)
  return draft
}

/** Two sides or more, one after the other, and a name for each behind them. */
function isTreaty(cells: Cell[]): boolean {
  const firstName = cells.findIndex((cell) => nameOf(cell, false))
  const sides = cells.slice(0, Math.max(0, firstName)).filter((cell) => isOnBehalf(cell)).length
  return sides > 1 && cells.slice(firstName).filter((cell) => nameOf(cell, false)).length >= sides
}

function readFormula(column: Column, cell: Cell): boolean {
  const { bare, text, drafts, sides } = column
  const bareFormula = bare && isFormulaBegun(bare) ? bare : null
  if (!isAuthority(cell) && !bareFormula) return false
  const draft = sides && isOnBehalf(cell) ? begin(drafts) : open(column)
  const pieces = bareFormula ? [bareFormula, cell] : [cell]
  draft.authority.push(makeValue(line(text, pieces), pieces))
  draft.cells.push(...pieces)
  return true
}

function readPost(column: Column, cell: Cell, index: number): boolean {
  const { bare, text, drafts } = column
  const previous = drafts[drafts.length - 1]
  const begun = bare && (isPostBegun(bare) || partsPost(bare, cell)) ? bare : null
  const post = isPost(cell) || (begun !== null && partsPost(begun, cell))
  if (!post && !isSmallPostOf(column, cell, index)) return false
  if (previous?.name && isBelow(text, previous, cell) && !nameFollows(column.cells, index)) {
    // below the name stands the signer's other post, or his only one
    if (!previous.post && previous.authority.length === 0) previous.post = makeValue(line(text, [cell]), [cell])
    previous.cells.push(cell)
    return true
  }
  const draft = open(column)
  const pieces = begun ? [begun, cell] : [cell]
  const above = draft.cells[draft.cells.length - 1]
  // below the room for the signature stands the signer's other post
  if (draft.post && !(above && newlines(text, above, cell) > 1)) draft.post = joined(text, draft.post, cell)
  else draft.post ??= makeValue(line(text, pieces), pieces)
  draft.cells.push(...pieces)
  return true
}

/** A post in small letters: under a formula, above the name, or right below it. */
function isSmallPostOf({ text, cells, drafts }: Column, cell: Cell, index: number): boolean {
  const previous = drafts[drafts.length - 1]
  if (cell.text.length > SMALL_POST || (previous?.post && !previous.name) || /[\d.,;:()]/.test(cell.text)) return false
  if (previous && !previous.name && previous.authority.length > 0)
    return beginsWith(cell.folded, words().positions) !== null
  if (!isSmallPost(cell)) return false
  return nameFollows(cells, index) || (previous?.name !== undefined && newlines(text, last(previous), cell) === 1)
}

const last = ({ cells }: Draft) => cells[cells.length - 1] as Cell

/** Lines below a name on which another post of the signer may stand. */
const BELOW = 2
const isBelow = (text: string, draft: Draft, cell: Cell) => newlines(text, last(draft), cell) <= BELOW

const newlines = (text: string, above: Cell, below: Cell) =>
  text.slice(above.end, below.start).match(/\n/g)?.length ?? 0

/** Whether a name stands below, nothing but remarks, days and the body whose post it is between. */
function nameFollows(cells: Cell[], index: number): boolean {
  const next = cells.slice(index + 1, index + 1 + REMARKS).find((cell) => !isAside(cell) && !isBody(cell))
  return next !== undefined && nameOf(next, false) !== null
}

/** `BỘ TÀI CHÍNH` under `BỘ TRƯỞNG`. */
const isBody = (cell: Cell) => upperShare(cell.text) > 0.85 && beginsWith(cell.folded, words().heads) !== null
const isAside = (cell: Cell) => findCue(cell, 'signed') !== null || ASIDE().test(cell.text)

function readName(column: Column, cell: Cell): boolean {
  const { text, drafts, sides } = column
  const previous = sides ? drafts.find((draft) => !draft.name) : drafts[drafts.length - 1]
  const expected =
    previous !== undefined && !previous.name && (previous.post !== undefined || previous.authority.length > 0)
  const name = nameOf(cell, expected)
  if (!name) return false
  // behind a whole signature a name alone is somebody else's: a list, a contact
  if (previous?.name && (previous.post || previous.authority.length > 0)) return true
  const draft = sides && previous ? previous : open(column)
  const known = isPersonName(name.text)
  draft.name = makeValue(known ? printed(text, [name]) : line(text, [name]), [name], {
    grade: known ? 'certain' : 'doubtful',
  })
  draft.cells.push(cell)
  return true
}

/** A formula or a post that goes on in the next line. */
function goOn({ text, drafts }: Column, cell: Cell): boolean {
  const previous = drafts[drafts.length - 1]
  if (!previous || previous.name) return false
  const formula = previous.authority.length - 1
  const term = !previous.post && formula >= 0 && TERM().test(cell.text) && newlines(text, last(previous), cell) === 1
  if (
    !term &&
    !(
      upperShare(cell.text) > 0.85 &&
      goesOn(text, previous, cell) &&
      !BRACKET.test(cell.text) &&
      (isSyllables(cell.text) || beginsWith(cell.folded, words().heads) !== null)
    )
  )
    return false
  if (previous.post) previous.post = joined(text, previous.post, cell)
  else if (formula >= 0) previous.authority[formula] = joined(text, previous.authority[formula] as Value, cell)
  previous.cells.push(cell)
  return true
}

/** Several words in capitals go on with the line above; one only right below it, where it ends a post or a body: `TM. BAN THƯỜNG` over `VỤ`. */
function goesOn(text: string, draft: Draft, cell: Cell): boolean {
  if (latin(/\p{L}{2}.*\s\S*\p{L}{2}/u).test(cell.text)) return true
  const above = last(draft)
  return (
    above !== undefined &&
    latin(/^\p{Lu}{2,6}$/u).test(cell.text) &&
    /^[\s|]*$/.test(text.slice(above.end, cell.start)) &&
    newlines(text, above, cell) === 1 &&
    completes(draft.post ?? draft.authority[draft.authority.length - 1], cell)
  )
}

/** Whether a word makes a name of the grammar with the last words of a value. */
function completes(value: Value | undefined, cell: Cell): boolean {
  if (!value) return false
  const whole = `${skeleton(value.value)} ${cell.folded}`
  const { positions, heads } = words()
  for (
    let at = whole.indexOf(' ');
    at >= 0 && at < whole.length - cell.folded.length - 1;
    at = whole.indexOf(' ', at + 1)
  ) {
    const rest = whole.slice(at + 1)
    const known = beginsWith(rest, positions) ?? beginsWith(rest, heads)
    if (known?.length === rest.length) return true
  }
  return beginsWith(whole, positions)?.length === whole.length
}

/**
 * Who signs for the holder of a post does not hold it: of `KT. CỤC TRƯỞNG` / `PHÓ CỤC TRƯỞNG` the `PHÓ` was lost, or of
 * `ICT. CHỦ TỊCH` / `P.Ó@HỦ TỊCH` the formula, too.
 */
function withoutAbsentPost(draft: Draft, spoilt: Set<number>): Draft {
  const { post, authority, spoilt: lines } = draft
  if (!post) return draft
  const folded = skeleton(post.value)
  const isHolder = authority.some(
    (formula) =>
      FOR_HOLDER.test(formula.value) &&
      skeleton(formula.value)
        .replace(/^k\/?t[./]?\s*/, '')
        .split(', ')
        .includes(folded),
  )
  const unread =
    !DEPUTY().test(post.value) &&
    (post.spans.some(([start]) => spoilt.has(start)) || lines.some((each) => endsAlike(each, folded)))
  if (!isHolder && !unread) return draft
  const { post: _, ...rest } = draft
  return rest
}
const FOR_HOLDER = /^K\/?T/iu
const DEPUTY = pattern(({ words: list }) => new RegExp(`^(?:${list('post-begun')})`, 'u'))
/** Letters at the head of a post that rubble may have taken. */
const LOST = 2
const endsAlike = (spoilt: string, post: string) => spoilt.trimEnd().endsWith(post.slice(LOST))

/** The words of a line, the rubble of a seal behind them left out. */
const line = (text: string, pieces: Cell[]) =>
  printed(text, pieces.map(withoutRubble)).replace(latin(/(?:[\s,;:]|\s[^\p{L}\p{N}]{2,})+$/u), '')

function joined(text: string, value: Value, cell: Cell): Value {
  value.spans.push([cell.start, cell.end])
  return { ...value, value: `${value.value} ${line(text, [cell])}` }
}
