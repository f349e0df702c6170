/**
 * Who signed: formulas of authority, the signer's post, the name. Lines may be stacked (`TL. CHỦ TỊCH` / `KT. CHÁNH VĂN
 * PHÒNG` / `PHÓ CHÁNH VĂN PHÒNG`), stand side by side for two signers, or be run together.
 *
 * ```
 * > | KT. BỘ TRƯỞNG THỨ TRƯỞNG Đỗ Văn An
 *     ^^^^^^^^^^^^^ authority
 *                   ^^^^^^^^^^ post  ^^^^^^^^^ name
 * ```
 */
import { pattern } from '../grammar/wording.ts'
import { skeleton, upperShare } from '../text.ts'
import type { Signature, Value } from '../tree.ts'
import { findCue } from './cues.ts'
import { isSyllables } from './legible.ts'
import { type Cell, sliceCell } from './rows.ts'
import { withoutRubble } from './rubble.ts'
import { startsTolerant } from './tolerant.ts'
import { makeValue, printed } from './value.ts'
import { beginsWith, isSmallPost, words } from './words.ts'
import { isFamilyRest, isNameFragment, isPersonName, titleLength } from '../lexicon/person-names.ts'

const POST_BODY = pattern(({ words: list }) => new RegExp(`^(?:${list('post-body')})$`, 'u'))
const AUTHORITY_ALONE = pattern(({ words: list }) => new RegExp(`^(?:${list('authority-code')})[./]?$`, 'u'))
const NAME_TAIL = /\s(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){1,4})(?=$|\s\p{Lu}{2,}[\s\p{Lu}]|\s[^\p{L}])/u
/** `A Lăng Mai`: what is no longer before the name is its first word. */
const INITIAL = 2
/** A name in capitals, and one of a people whose names begin with no family name of the list: `Rmah H' Nhíp`. */
const CAPITAL_NAME = /^\p{Lu}{2,7}(?:\s\p{Lu}{1,7}){1,4}$/u
const FOREIGN_NAME = /^\p{Lu}\p{Ll}{0,8}['’]?(?:\s\p{Lu}\p{Ll}{0,8}['’]?){1,4}$/u
/** Rubble of a seal has no word of three letters. */
const NAME_LETTERS = /\p{L}{3}/u
const BRACKET = /^\(.*\)$/u

interface Draft {
  authority: Value[]
  post?: Value
  name?: Value
  cells: Cell[]
}

export function readSignatures(text: string, cells: Cell[]): Signature[] {
  return columns(text, cells.map(withoutLead)).flatMap((column) => readColumn(text, column.flatMap(parts)))
}

/** Letters of a seal's rubble before a formula or a post: `¬¬ 5A CHỦ TỊCH`. */
const LEAD = 12

function withoutLead(cell: Cell): Cell {
  if (cell.text.length > LONGEST || isAuthority(cell) || isPost(cell)) return cell
  for (let at = cell.text.search(/\s\S/u) + 1; at > 0 && at <= LEAD; ) {
    const rest = sliceCell(cell, at, cell.text.length)
    if ((isAuthority(rest) || isPost(rest)) && !/\p{L}{4}/u.test(cell.text.slice(0, at))) return rest
    const next = cell.text.slice(at).search(/\s\S/u)
    if (next < 0) break
    at += next + 1
  }
  return cell
}

/** Of a formula with its post. */
const LONGEST = 60

/** Columns that stand further apart are columns whatever parts them. */
const APART = 25

/** Two signers side by side stand in two columns; each is read alone. */
function columns(text: string, cells: Cell[]): Cell[][] {
  const isAnchor = (cell: Cell) => isAuthority(cell) || isPost(cell)
  const lines = linesOf(text, cells)
  const anchors = cells.filter(isAnchor)
  const lefts = anchors.map((cell) => cell.column).sort((a, b) => a - b)
  const [first, last] = [lefts[0], lefts[lefts.length - 1]]
  const sideBySide = lines.find((line) => line.filter(isAnchor).length > 1)
  if (!sideBySide || first === undefined || last === undefined) return [cells]
  const [one, other] = sideBySide as [Cell, Cell]
  if (last - first < APART && !/[\t|]/.test(text.slice(one.end, other.start))) return [cells]
  const middle = (first + last) / 2
  const isLeft = (cell: Cell, line: Cell[]) =>
    line.length > 1 ? cell === line[0] : cell.column + cell.text.length / 4 < middle
  return [true, false].map((left) => lines.flatMap((line) => line.filter((cell) => isLeft(cell, line) === left)))
}

/** The cells of each line. */
function linesOf(text: string, cells: Cell[]): Cell[][] {
  const lines: Cell[][] = []
  cells.forEach((cell, index) => {
    const before = cells[index - 1]
    if (before && !text.slice(before.end, cell.start).includes('\n')) (lines[lines.length - 1] as Cell[]).push(cell)
    else lines.push([cell])
  })
  return lines
}

const isAuthority = (cell: Cell) => words().authorities.test(cell.text) && upperShare(cell.text) > 0.6
const isPost = (cell: Cell) =>
  upperShare(cell.text) > 0.8 && (beginsWith(cell.folded, words().positions) !== null || isNearPost(cell.folded))

/** A post of at least so many letters is known by all of them but one: `PHÓ CHỦ TIĨCH`. */
const SPOILT_POST = 8

/** A shorter one is not known so, but is no name either: `CHU JICH`. */
const SPOILT_NO_NAME = 6

function isNearPost(folded: string, least = SPOILT_POST): boolean {
  const count = folded.replace(/[^a-z]/g, '').length
  // of a letter too many the last one is left over
  const end = folded.trimEnd().length - 1
  return (
    count >= least &&
    words().posts.some(
      (post) =>
        folded.startsWith(post.letters.slice(0, 1)) &&
        Math.abs(post.letters.length - count) < 2 &&
        startsTolerant(folded, post, 1) >= end,
    )
  )
}

/** Letters of a post with its body. */
const SMALL_POST = 45

/** `Phó giám đốc` right above the name. */
function isPostAboveName(cell: Cell, cells: Cell[], index: number): boolean {
  if (cell.text.length > SMALL_POST || !isSmallPost(cell)) return false
  const name = cells.slice(index + 1, index + 1 + REMARKS).find((each) => !findCue(each, 'signed'))
  return name !== undefined && nameOf(name, undefined) !== null
}

/** Between a post and the name stand `(Đã ký)` and its like, a few at most. */
const REMARKS = 8

/** A line that runs authority, post and name together, as its parts. */
function parts(cell: Cell): Cell[] {
  const out: Cell[] = []
  let rest = cell
  const tail = NAME_TAIL.exec(cell.text)
  let name: Cell | null = null
  if (
    tail &&
    tail.index > titleLength(cell.text) + INITIAL &&
    upperShare(cell.text.slice(0, tail.index)) > 0.8 &&
    isPersonName(tail[1] as string)
  ) {
    name = sliceCell(cell, tail.index + 1, tail.index + tail[0].length)
    rest = sliceCell(cell, 0, tail.index)
  }
  const prefix = words().authorities.exec(rest.text)?.[0].length ?? 0
  const behindFormula = prefix > 0 ? postAtEnd(rest, prefix) : -1
  if (behindFormula > 0) {
    out.push(
      sliceCell(rest, 0, behindFormula).text.trimEnd() === '' ? rest : trimmed(sliceCell(rest, 0, behindFormula)),
    )
    rest = sliceCell(rest, behindFormula, rest.text.length)
    if (name) return [...out, rest, name]
    return [...out, rest]
  }
  const head = beginsWith(rest.folded.slice(prefix), words().positions)
  if (head) {
    const at = prefix + head.length
    const behind = /^\s+/.exec(rest.text.slice(at))?.[0].length ?? 0
    if (behind > 0 && beginsWith(rest.folded.slice(at + behind), words().positions)) {
      out.push(sliceCell(rest, 0, at))
      rest = sliceCell(rest, at + behind, rest.text.length)
    }
  }
  out.push(rest)
  if (name) out.push(name)
  return out
}

const trimmed = (cell: Cell) => sliceCell(cell, 0, cell.text.trimEnd().length)

/** Where the signer's post begins behind a formula on the same line: `KT. VỤ TRƯỞNG VỤ … PHÓ VỤ TRƯỞNG`; -1 when it does not. */
function postAtEnd(cell: Cell, prefix: number): number {
  const behind = prefix + (/^\s*/.exec(cell.folded.slice(prefix))?.[0].length ?? 0)
  const body = beginsWith(cell.folded.slice(behind), words().heads)?.length ?? 0
  for (let at = cell.folded.indexOf(' ', prefix + 1); at >= 0; at = cell.folded.indexOf(' ', at + 1)) {
    const head = beginsWith(cell.folded.slice(at + 1), words().positions)
    if (!head || at + 1 + head.length !== cell.folded.trimEnd().length) continue
    if (behind + body >= at + 1 + head.length) return -1
    const before = cell.text.slice(prefix, at)
    // the longest post that ends the line may be the formula's own
    return /[,–-]\s*$/.test(before) || POST_BODY().test(before) || before.trim() === '' ? -1 : at + 1
  }
  return -1
}

function readColumn(text: string, cells: Cell[]): Signature[] {
  const drafts: Draft[] = []
  const open = (): Draft => {
    const last = drafts[drafts.length - 1]
    if (last && !last.name) return last
    const draft: Draft = { authority: [], cells: [] }
    drafts.push(draft)
    return draft
  }
  let bare: Cell | null = null
  for (const [index, cell] of cells.entries()) {
    const previous = drafts[drafts.length - 1]
    if (AUTHORITY_ALONE().test(cell.text)) bare = cell
    else if (isAuthority(cell) || bare) {
      const draft = open()
      const pieces = bare ? [bare, cell] : [cell]
      draft.authority.push(makeValue(line(text, pieces), pieces))
      draft.cells.push(...pieces)
      bare = null
    } else if (isPost(cell) || (!previous?.post && isPostAboveName(cell, cells, index))) {
      const draft = open()
      const above = draft.cells[draft.cells.length - 1]
      // below the room for the signature stands the signer's other post
      if (draft.post && above && (text.slice(above.end, cell.start).match(/\n/g)?.length ?? 0) > 1)
        draft.cells.push(cell)
      else if (draft.post) draft.post = joined(text, draft.post, cell)
      else draft.post = makeValue(line(text, [cell]), [cell])
      if (!draft.cells.includes(cell)) draft.cells.push(cell)
    } else if (nameOf(cell, previous)) {
      // behind a whole signature a name alone is somebody else's: a list, a contact
      if (previous?.name && (previous.post || previous.authority.length > 0)) continue
      const draft = open()
      const name = nameOf(cell, previous) as Cell
      const known = isPersonName(name.text)
      draft.name = makeValue(known ? printed(text, [name]) : line(text, [name]), [name], {
        grade: known ? 'certain' : 'doubtful',
      })
      draft.cells.push(cell)
    } else if (
      previous &&
      !previous.name &&
      upperShare(cell.text) > 0.85 &&
      goesOn(text, previous, cell) &&
      !BRACKET.test(cell.text) &&
      isSyllables(cell.text)
    ) {
      // a formula or a post goes on
      if (previous.post) previous.post = joined(text, previous.post, cell)
      else {
        const last = previous.authority[previous.authority.length - 1]
        if (last) previous.authority[previous.authority.length - 1] = joined(text, last, cell)
      }
      previous.cells.push(cell)
    }
  }
  for (const draft of drafts) if (draft.post && isAbsent(draft.post, draft.authority)) delete draft.post
  return drafts
    .filter((draft) => draft.name || draft.authority.length > 0 || draft.post)
    .map(({ cells: own, ...draft }) => ({
      type: 'signature',
      spans: own.map((cell): [number, number] => [cell.start, cell.end]),
      ...draft,
    }))
}

/** Who signs for the holder of a post does not hold it: of `KT. CỤC TRƯỞNG` / `PHÓ CỤC TRƯỞNG` the `PHÓ` was lost. */
function isAbsent({ value }: Value, authority: Value[]): boolean {
  const post = skeleton(value)
  return authority.some(
    (formula) =>
      FOR_HOLDER.test(formula.value) &&
      skeleton(formula.value)
        .replace(/^k\/?t[./]?\s*/, '')
        .split(', ')
        .includes(post),
  )
}
const FOR_HOLDER = /^K\/?T/u

/** Several words in capitals go on with the line above; a single one only right below it: `TM. BAN THƯỜNG` over `VỤ`. */
function goesOn(text: string, { cells }: Draft, cell: Cell): boolean {
  if (/\p{L}{2}.*\p{L}{2}/u.test(cell.text)) return true
  const above = cells[cells.length - 1]
  return (
    above !== undefined &&
    /^\p{Lu}{2,6}$/u.test(cell.text) &&
    /^[\s|]*$/.test(text.slice(above.end, cell.start)) &&
    (text.slice(above.end, cell.start).match(/\n/g)?.length ?? 0) === 1
  )
}

/** The words of a line, the rubble of a seal behind them left out. */
const line = (text: string, pieces: Cell[]) =>
  printed(text, pieces.map(withoutRubble)).replace(/(?:[\s,;:]|\s[^\p{L}\p{N}]{2,})+$/u, '')

function joined(text: string, value: Value, cell: Cell): Value {
  value.spans.push([cell.start, cell.end])
  return { ...value, value: `${value.value} ${line(text, [cell])}` }
}

/** The name in a cell, ranks and academic titles taken off; names that lost a letter at the edge of a seal too. */
function nameOf(cell: Cell, signed: Draft | undefined): Cell | null {
  const junk = /^[^\p{L}]*(?:\S{1,3}[.,§](?=\p{Lu}))?/u.exec(cell.text)?.[0].length ?? 0
  const title = titleLength(cell.text.slice(junk))
  const name = sliceCell(cell, junk + title, cell.text.trimEnd().replace(/[\s.,;*_|]+$/u, '').length)
  if (isNameFragment(name.text)) return null
  if (isPersonName(name.text)) return name
  const tail = / (\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){2,3})$/u.exec(name.text)
  if (
    tail &&
    name.text.length < 60 &&
    isPersonName(tail[1] as string) &&
    !/\p{Ll}{2}/u.test(name.text.slice(0, tail.index))
  ) {
    return sliceCell(name, tail.index + 1, name.text.length)
  }
  const expected = signed !== undefined && !signed.name && (signed.post !== undefined || signed.authority.length > 0)
  if (
    expected &&
    NAME_LETTERS.test(name.text) &&
    (CAPITAL_NAME.test(name.text) || FOREIGN_NAME.test(name.text)) &&
    !isPost(cell) &&
    !isNearPost(name.folded, SPOILT_NO_NAME)
  ) {
    const family = (name.text.split(/\s+/)[0] as string).toLowerCase().normalize('NFC')
    if (FOREIGN_NAME.test(name.text) || words().family.has(family)) return name
  }
  const [first, ...others] = name.text.split(/\s+/)
  if (!first || others.length < 1 || others.length > 3 || !others.every((part) => /^\p{Lu}\p{Ll}+$/u.test(part)))
    return null
  return isFamilyRest(skeleton(first)) ? name : null
}
