/**
 * Where an entry of the recipients ends on its line, and what stands behind it: another entry, a signature's words, what an
 * OCR engine made of the seal.
 *
 * ```
 * > | - Các xã ven sông, - Đội thủy nông;     > | - Lưu: VT, TH (2b). GIÁM ĐỐC Mai Văn An
 *                        ^ cut                                        ^ cut
 * ```
 */
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import { isFamilyRest, isPersonName } from '../lexicon/person-names.ts'
import { skeleton, upperShare } from '../text.ts'
import { isLikelyWords, isSyllables } from './legible.ts'
import { type Cell, sliceCell } from './rows.ts'
import { withoutRubble } from './rubble.ts'
import { isArchive } from './signals.ts'
import { beginsWith, words } from './words.ts'

/** The dash of an entry, as printed and as engines read it; a stop before a capital, too. */
export const DASH = latin(/^(?:[-–—~+•*_øØ]\s*(?=[\p{L}\d(]|$)|\.\s+(?=(?:[-–]\s?)?\p{Lu}))/u)
/** Nothing but the word before the archive's initials. */
const ARCHIVE_ALONE = pattern(({ cue }) => new RegExp(latin(`^\\P{L}*(?:${cue('archive')})\\s*$`), 'u'))
/** More than a name or a seal's rubble is the entry's own. */
const LONGEST_JUNK = 400
/** `(2). Kh`, `(5). GT` */
const TYPIST = latin(/^\p{Lu}\p{L}{0,2}$/u)
/** Letters before a signature's words at least. */
const ENTRY = 4

/** A line that goes on with the entry above. */
const WRAPPED = latin(/^[\p{Ll}(]/u)

/** The entries of a line and what stands behind them; rubble is left out. */
export function entryParts(cell: Cell): Cell[] {
  if (!DASH.test(cell.text) && !WRAPPED.test(cell.text)) return inlineEntries(cell)
  return inlineEntries(cell).flatMap((entry) => {
    const [own, ...behind] = partJunk(entry)
    return [withoutArchiveRubble(own as Cell), ...behind]
  })
}

/** `- Như trên; - VPCP; - Lưu: VT.` on one line; each keeps its closing mark. */
export function inlineEntries(cell: Cell): Cell[] {
  const parts: Cell[] = []
  let from = 0
  const between = latin(/(?:[;,.]\s+|;)(?=~?[-–]\s?\p{L})/gu)
  for (let match = between.exec(cell.text); match; match = between.exec(cell.text)) {
    parts.push(sliceCell(cell, from, match.index + 1))
    from = match.index + match[0].length
  }
  parts.push(sliceCell(cell, from, cell.text.length))
  return parts
}

/** A syllable that stood between initials and rubble; a number behind the count of copies, one before a lone capital. */
const ARCHIVE_SCRAP = latin(/\s(?=[^\x20-\x7e]*)\p{Ll}{1,3}$/u)
const BEHIND_COPIES = latin(/(?<=\)[.,]?)\s+\d{1,3}$|(?<=\.)\s\d{1,2}\s\p{Lu}$/u)

function withoutArchiveRubble(cell: Cell): Cell {
  const clean = withoutRubble(cell)
  if (!isArchive(undashed(cell))) return clean
  const scrap =
    BEHIND_COPIES.exec(clean.text) ??
    (clean !== cell && /[^\x20-\x7e]\S*$/.test(clean.text) ? ARCHIVE_SCRAP.exec(clean.text) : null)
  return scrap ? sliceCell(clean, 0, scrap.index) : clean
}

function undashed(cell: Cell): Cell {
  const dash = DASH.exec(cell.text)?.[0].length ?? 0
  return sliceCell(cell, dash, cell.text.length)
}

/**
 * Behind the closing mark of an entry, on the same line, stands a signature's name or what an OCR engine made of the
 * seal; an entry that itself holds a semicolon is closed by another mark.
 */
function partJunk(cell: Cell): Cell[] {
  const signature = signatureBehind(cell)
  if (signature > 0) return cutAt(cell, signature)
  const marks = latin(/(?:;|\.(?=\s\S{1,3}$)|(?<=\p{L}{2}\)?):)[\s,]+(?=\S)(?![-–]\s)/gu)
  marks.lastIndex = Math.max(0, cell.text.length - LONGEST_JUNK)
  for (let match = marks.exec(cell.text); match; match = marks.exec(cell.text)) {
    const parts = partAt(cell, match.index)
    if (parts) return parts
  }
  return [cell]
}

/** Persons among the recipients stand one behind the other. */
const NAMED = latin(/\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){2}/u)
const NAME_AT_END = latin(/[\s,;.](?=\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){2,3}$)/u)
/** `rần Văn An`: a name that lost its first letter at the edge of a seal. */
const SPOILT_NAME_AT_END = latin(/[\s,;.](?=(\p{Ll}{2,4})(?:\s\p{Lu}\p{Ll}+){2}$)/u)
/** A post and what belongs to it, and the signer's name behind it if there is one. */
const POST_AND_NAME = latin(
  /^(?:\p{Lu}{2,}|[\p{Lu}/.]{2,4}|[,–-])(?:[\s,]+(?:\p{Lu}{2,}|[–-]))*(?:\s+(?=\p{Lu}\p{Ll})|[\s.]*$)/u,
)

/** The last words of an entry that are a signature's, not its own: a post in capitals, a name behind the archive's initials. */
function signatureBehind(cell: Cell): number {
  const post = postBehind(cell)
  if (post > 0) return post
  const spoilt = spoiltPostBehind(cell.text)
  if (spoilt > 0) return spoilt
  const named = latin(/[,;]\s(?=\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){2,3}$)/u).exec(cell.text)
  const name = named ? cell.text.slice(named.index + 2) : ''
  const before = named ? cell.text.slice(0, named.index) : ''
  if (named && isPersonName(name) && (!NAMED.test(before) || before.includes(name))) return named.index
  if (!isArchive(undashed(cell))) return -1
  const signer = NAME_AT_END.exec(cell.text)
  if (signer && signer.index > ENTRY * 2 && isPersonName(cell.text.slice(signer.index + 1))) return signer.index
  const rest = SPOILT_NAME_AT_END.exec(cell.text)
  return rest && rest.index > ENTRY * 2 && isFamilyRest(skeleton(rest[1] as string)) ? rest.index : -1
}

/** Where a post in capitals begins that goes on, with or without a name, to the end of the line; strokes may touch it. */
function postBehind(cell: Cell): number {
  const capitals = latin(/[\s,;.][^\p{L}\p{N}\s(;,.]{0,3}(?=\p{Lu}{2})/gu)
  capitals.lastIndex = Math.max(0, cell.text.length - LONGEST_JUNK)
  for (let match = capitals.exec(cell.text); match; match = capitals.exec(cell.text)) {
    const at = match.index + match[0].length
    if (match.index <= ENTRY || !isFormulaOrPost(cell, at)) continue
    const post = POST_AND_NAME.exec(cell.text.slice(at))
    if (!post || upperShare(cell.text.slice(0, at)) > 0.8) continue
    const name = cell.text.slice(at + post[0].length)
    if (name === '' || isPersonName(name)) return match.index
  }
  return -1
}

function isFormulaOrPost({ text, folded }: Cell, at: number): boolean {
  const behind = at + (words().authorities.exec(text.slice(at))?.[0].length ?? 0)
  const rest = folded.slice(behind)
  return beginsWith(rest, words().positions) !== null || (behind > at && beginsWith(rest, words().heads) !== null)
}

const SPOILT_CAPITALS = /[,;]\s+(?=[^,;]+$)/u
/** Words of capitals, with marks, that are no office's initials. */
const CAPITAL_WORD = latin(/^\p{Lu}{3,}$/u)

/** `- Các huyện ủy, S Í THƯ THƯỜNG TRựỆ`: capitals that say something behind an entry in small letters. */
function spoiltPostBehind(text: string): number {
  const closed = SPOILT_CAPITALS.exec(text)
  if (!closed) return -1
  const tail = text.slice(closed.index + closed[0].length)
  if (upperShare(tail) < 0.8 || upperShare(text.slice(0, closed.index)) > 0.5) return -1
  const said = tail
    .split(/\s+/)
    .filter((word) => CAPITAL_WORD.test(word) && isSyllables(word) && /[^\x20-\x7e]/.test(word))
  return said.length > 1 ? closed.index : -1
}

/** `TT HĐND tỉnh; 4x7`: another one of the entry, closed before what is behind it. */
const ENTRY_INSIDE = latin(/^[^;]*\s\p{Ll}{3,}[^;]*;/u)

function partAt(cell: Cell, at: number): Cell[] | null {
  if (ARCHIVE_ALONE().test(cell.text.slice(0, at)) || isInBrackets(cell.text, at)) return null
  const behind = cell.text.slice(at + 1)
  const tail = behind.trim()
  // `Lưu VT; TCHQ`: what is kept on file goes on with another office's letters
  if (cell.text[at] === ';' && isArchive(cell) && latin(/^\p{Lu}{2,6}$/u).test(tail)) return null
  if (cell.text[at] === '.' && isOwnInitials(cell.text.slice(0, at), tail)) return null
  const closed =
    /[;.]$/.test(tail) || (/,$/.test(tail) && tail.split(/\s+/).length > 2 && latin(/\s\p{Ll}{2}/u).test(tail))
  // `…: TH THANH VẤN LÀN`: capitals behind a whole entry are a post read through a seal
  if (
    cell.text[at] === ':' &&
    upperShare(tail) > 0.9 &&
    tail.split(/\s+/).length > 2 &&
    cell.text.slice(0, at).split(/\s+/).length > 3
  )
    return cutAt(cell, at)
  if (cell.text[at] === ':' && (isLikelyWords(tail) || ADDRESS.test(tail))) return null
  // `Các phòng: Kinh tế, Hạ tầng; Văn hóa - Xã hội`: the list that a colon began
  if (cell.text[at] === ';' && LIST_BEGUN.test(cell.text.slice(0, at)) && isListed(tail)) return null
  if (closed && isLikelyWords(tail)) return null
  if (cell.text[at] === ';' && /[(]/.test(tail) && isLikelyWords(tail)) return null
  if (cell.text[at] === ';' && ENTRY_INSIDE.test(tail) && isLikelyWords(tail.slice(0, tail.indexOf(';')))) return null
  if (
    cell.text[at] === ';' &&
    /\s/.test(tail) &&
    latin(/^\P{L}*\p{L}{2,6}:/u).test(cell.text.slice(0, at)) &&
    /[,:;]/.test(tail) &&
    isLikelyWords(tail) &&
    !isPersonName(tail)
  )
    return null
  return cutAt(cell, at)
}

/** `- Lưu (VT;`: what ends in an open bracket goes on in the next line. */
export const OPEN_BRACKET = '\\([^()]{0,60}$'

/** A typist's mark, one capital or, behind the count of copies, more; `Sở TN.CN. NN`: offices abbreviated one behind the other. */
const isOwnInitials = (before: string, tail: string) =>
  (before.endsWith(')') ? TYPIST : /^[A-ZĐ]$/).test(tail) ||
  (/^[A-ZĐ]{2,4}$/.test(tail) && /\.[A-ZĐ]{1,4}$/.test(before))

const LIST_BEGUN = latin(/\p{Ll}: ?\p{Lu}[^:;]*$/u)
/** Words of an entry, and not the post or the name that stand behind it. */
const isListed = (tail: string) => isLikelyWords(tail) && upperShare(tail) < 0.5 && !isPersonName(tail)

/** `website: benda.gov.vn`, `email: vp@benda.gov.vn` */
const ADDRESS = /^\S+\.[a-z]{2,4}[.;,]?$/u

/** Whether a bracket opened before `at` is closed only behind it. */
const isInBrackets = (text: string, at: number) =>
  text.lastIndexOf('(', at) > text.lastIndexOf(')', at) && text.indexOf(')', at) > 0

function cutAt(cell: Cell, at: number): Cell[] {
  const behind = cell.text.slice(at + 1).trimStart()
  return [sliceCell(cell, 0, at + 1), sliceCell(cell, cell.text.length - behind.length, cell.text.length)]
}
