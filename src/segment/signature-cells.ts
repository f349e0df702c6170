/** What a cell of a signature is: a formula of authority, a post, both or with the name on one line, or a seal's rubble before them. */
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import { isPersonName, titleLength } from '../lexicon/person-names.ts'
import { upperShare } from '../text.ts'
import { type Cell, sliceCell } from './rows.ts'
import { startsTolerant } from './tolerant.ts'
import { beginsWith, smallFormulaLength, words } from './words.ts'

const POST_BODY = pattern(({ words: list }) => new RegExp(`^(?:${list('post-body')})$`, 'u'))
const NAME_TAIL = latin(/\s(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){1,4})(?=$|\s\p{Lu}{2,}[\s\p{Lu}]|\s[^\p{L}])/u)
/** `A Lăng Mai`: what is no longer before the name is its first word. */
const INITIAL = 2
/** A post of at least so many letters is known by all of them but one: `PHÓ CHỦ TIĨCH`. */
const SPOILT_POST = 8
/** Letters of a seal's rubble before a formula or a post: `¬¬ 5A CHỦ TỊCH`. */
const LEAD = 12
/** Of a formula with its post. */
const LONGEST = 60
/** Capitals run into a post: `CÔNTHỨ TRƯỞNG`. */
const RUN_IN = 4

const AUTHORITY_ALONE = pattern(({ words: list }) => new RegExp(`^(?:${list('authority-code')})[./]?$`, 'u'))
const POST_BEGUN = pattern(({ words: list }) => new RegExp(`^(?:${list('post-begun')})$`, 'u'))

/** `KT.` alone: the formula goes on in the next line. */
export const isFormulaBegun = (cell: Cell): boolean => AUTHORITY_ALONE().test(cell.text)
/** `PHÓ` alone. */
export const isPostBegun = (cell: Cell): boolean => POST_BEGUN().test(cell.text)

const ON_BEHALF = pattern(({ folded }) => new RegExp(`^(?:${folded('on-behalf')})(?=[\\s./])`, 'u'))

/** In whose name is signed, in capitals, whatever became of its marks: `THAY MẠT CHÍNH PHỦ`. */
export const isOnBehalf = (cell: Cell): boolean => ON_BEHALF().test(cell.folded) && upperShare(cell.text) > 0.6

export const isAuthority = (cell: Cell): boolean =>
  (words().authorities.test(cell.text) && upperShare(cell.text) > 0.6) ||
  isOnBehalf(cell) ||
  smallFormulaLength(cell) > 0

export const isPost = (cell: Cell): boolean =>
  upperShare(cell.text) > 0.8 && (beginsWith(cell.folded, words().positions) !== null || isNearPost(cell.folded))

export function isNearPost(folded: string, least = SPOILT_POST): boolean {
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

/** Before a post on a sheet that is signed on its way up: `KÍNH TRÌNH CHỦ TỊCH UBND TỈNH`. */
const SUBMITTED = pattern(({ words: list }) => new RegExp(latin(`^(?:${list('submitted-to')})\\s+(?=\\p{Lu})`), 'u'))

/** `¡PHÓ GIÁM ĐỐC`: strokes of a seal at the first letter. */
const STROKES = latin(/^[^\p{L}\p{N}\s(]{1,3}(?=\p{Lu}{2})/u)

/** The cell from its formula or post on; rubble and the like before it is left out. */
export function withoutLead(cell: Cell): Cell {
  if (cell.text.length > LONGEST || isAuthority(cell) || isPost(cell)) return cell
  const submitted = SUBMITTED().exec(cell.text)?.[0].length ?? 0
  if (submitted > 0) {
    const post = sliceCell(cell, submitted, cell.text.length)
    if (isPost(post)) return post
  }
  for (let at = STROKES.test(cell.text) ? 0 : cell.text.search(/\s\S/u) + 1; at >= 0 && at <= LEAD; ) {
    const glued = STROKES.exec(cell.text.slice(at))?.[0].length ?? 0
    const rest = sliceCell(cell, at + glued, cell.text.length)
    if ((isAuthority(rest) || isPost(rest)) && !latin(/\p{L}{4}/u).test(cell.text.slice(0, at))) return rest
    const next = cell.text.slice(at).search(/\s\S/u)
    if (next < 0) break
    at += next + 1
  }
  return withoutRunIn(cell)
}

function withoutRunIn(cell: Cell): Cell {
  if (!latin(/^\p{Lu}{5,}\s/u).test(cell.text)) return cell
  for (let at = 1; at <= RUN_IN; at++) {
    const rest = sliceCell(cell, at, cell.text.length)
    if (beginsWith(rest.folded, words().positions)?.length === rest.text.length) return rest
  }
  return cell
}

/** A line that runs authority, post and name together, as its parts. */
export function parts(cell: Cell): Cell[] {
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
    rest = withoutRank(sliceCell(cell, 0, tail.index))
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

/** The ranks and titles of a name left out at the end of what stands before it. */
function withoutRank(cell: Cell): Cell {
  for (let at = cell.text.search(latin(/\s\p{Lu}\p{Ll}/u)); at >= 0; ) {
    if (titleLength(`${cell.text.slice(at + 1)} `) > cell.text.length - at - 1) return sliceCell(cell, 0, at)
    const next = cell.text.slice(at + 1).search(latin(/\s\p{Lu}\p{Ll}/u))
    at = next < 0 ? -1 : at + 1 + next
  }
  return cell
}

const trimmed = (cell: Cell) => sliceCell(cell, 0, cell.text.trimEnd().length)

/** Where the signer's post begins behind a formula on the same line: `KT. VỤ TRƯỞNG VỤ … PHÓ VỤ TRƯỞNG`; -1 when it does not. */
function postAtEnd(cell: Cell, prefix: number): number {
  const behind = prefix + (/^\s*/.exec(cell.folded.slice(prefix))?.[0].length ?? 0)
  const body = beginsWith(cell.folded.slice(behind), words().heads)?.length ?? 0
  const whole = beginsWith(cell.folded.slice(behind), words().positions)?.length ?? 0
  // `KT. TỔNG GIÁM ĐỐC` is one post
  if (behind + whole >= cell.folded.trimEnd().length) return -1
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
