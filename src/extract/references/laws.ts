/**
 * Laws, codes and ordinances cited by name, without a number.
 *
 * > | khoản 2 Điều 7 Luật Phòng, chống tham nhũng năm 2018
 *                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * > | Căn cứ Luật bảo vệ và phát triển rừng ngày 03 tháng 12 năm 2004
 *            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * > | Luật sửa đổi, bổ sung một số điều của Luật Đầu tư và Luật Doanh nghiệp
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
import { latin } from '../../latin.ts'
import { isCapitalAt, isWordAt, matchAt, type Span } from '../../text.ts'
import { type DocumentType, vocabulary } from './vocabulary.ts'

export interface LawFound {
  type: DocumentType
  start: number
  end: number
  /** The law's name without its type: `Phòng, chống tham nhũng`; null for the Constitution. */
  name: Span | null
  /** Does it amend others, or is it one that another amends, which has the date behind the list? */
  list?: 'amends' | 'amended'
}

const NAME_LENGTH = 90
/** Laws that one law amends, with the numbers between them. */
const AMENDING_LENGTH = 400
const CLAUSE = /(?:^|[\n;.]|[-+*•])\s*$/

/** Every law named in `[from, to)`, ascending; `taken` are places of citations by number, ascending, left out. */
export function findLaws(text: string, folded: string, from: number, to: number, taken: readonly Span[]): LawFound[] {
  const { namedPattern, types, lawCodes } = vocabulary()
  const found: LawFound[] = []
  let next = 0
  let amendedUntil = 0
  namedPattern.lastIndex = from
  for (let match = namedPattern.exec(folded); match && match.index < to; match = namedPattern.exec(folded)) {
    const start = match.index
    if (start > 0 && isWordAt(folded, start - 1)) continue
    while (next < taken.length && (taken[next] as Span)[1] <= start) next++
    const end = start + match[0].length
    const type = types.get(match[0].replace(/\s+/g, ' ')) ?? lawCodes.get(match[0])
    if (!type) continue
    const isTaken = next < taken.length && (taken[next] as Span)[0] <= start
    const law =
      amending(text, folded, type, { start, end, to }) ??
      (isTaken ? null : readLaw(text, folded, type, { start, end, to }))
    if (!law) continue
    if (law.list) amendedUntil = law.end
    else if (law.end <= amendedUntil) law.list = 'amended'
    found.push(law)
    // the laws that another amends are cited too
    namedPattern.lastIndex = law.list === 'amends' ? end : law.end
  }
  return found
}

interface Place {
  start: number
  end: number
  to: number
}

function readLaw(text: string, folded: string, type: DocumentType, { start, end, to }: Place): LawFound | null {
  const { law, lawNot, self, yearLink, lawCodes } = vocabulary()
  // `BLDS`, and no word of a text in capitals
  if (lawCodes.has(folded.slice(start, end)))
    return isCapitalAt(text, start, 2) ? { type, start, end, name: [start, end] } : null
  const gap = /^\s{1,5}/.exec(folded.slice(end, end + 5))
  const at = end + (gap?.[0].length ?? 0)
  self.lastIndex = 0
  if (self.exec(folded.slice(end, end + 8))?.index === 0) return null
  // `Căn cứ luật đê điều ngày …`
  const capital = isCapitalAt(text, start) || isBasis(folded, start)
  if (
    type.name.includes(' ') &&
    capital &&
    (matchAt(yearLink, folded, end) || BARE_YEAR.test(folded.slice(end, end + 6)))
  )
    return { type, start, end, name: null }
  if (!gap) return null
  const known = matchAt(law, folded, at)
  if (known && mayBeKnown(text, folded, { capital, at, end: at + known[0].length })) {
    return { type, start, end: at + known[0].length, name: [at, at + known[0].length] }
  }
  if (!capital || matchAt(lawNot, folded, at)) return null
  const nameEnd = unknownName(text, folded, at, Math.min(to, at + NAME_LENGTH))
  const isName = isCapitalAt(text, at)
    ? mayBeName(text.slice(at, nameEnd))
    : isSmallName(text, folded, start, [at, nameEnd])
  return isName ? { type, start, end: nameEnd, name: [at, nameEnd] } : null
}

const BARE_YEAR = /^\s{1,3}(?:19|20)\d\d(?![\d/])/

/**
 * A listed name counts with a capital on the type or on itself. All in small letters it is a law only where the words say
 * so, and one of a single syllable (`Luật giá`) only where a date or the end of its phrase follows.
 */
function mayBeKnown(
  text: string,
  folded: string,
  { capital, at, end }: { capital: boolean; at: number; end: number },
): boolean {
  if (isCapitalAt(text, at)) return true
  if (!capital) return false
  return (
    /\s/.test(folded.slice(at, end)) ||
    /^\s{0,3}(?:[,;.)]|$)|^\s{1,3}(?:nam\s|ngay\s|so\s|(?:19|20)\d\d)/.test(folded.slice(end, end + 12))
  )
}

/** A name of two words or more, not all in capitals, without digits. */
function mayBeName(name: string): boolean {
  return /\s/.test(name) && !/\d/.test(name) && latin(/\p{Ll}/u).test(name) && !latin(/^\p{Lu}{2}/u).test(name)
}

/** An unlisted name in small letters: of a law that a clause begins by citing, or that has its date. */
function isSmallName(text: string, folded: string, start: number, [at, end]: Span): boolean {
  // `Luật quy định …`, `Luật có hiệu lực`
  if (!mayBeName(`L${text.slice(at, end)}`) || matchAt(vocabulary().lawEnd, text, at)) return false
  const isDated = /^\s{1,3}(?:(?:so|nam|ngay)\s{1,3}\d|(?:19|20)\d\d(?![\d/]))/.test(folded.slice(end, end + 12))
  const opens =
    isBasis(folded, start) && CLAUSE.test(text.slice(Math.max(0, start - 18), start).replace(/\S+\s+\S+\s+$/, ''))
  return isDated || (opens && /^\s{0,3}[;.,]/.test(folded.slice(end, end + 4)))
}

const BASIS = /(?:^|[^a-z])can cu\s{1,3}$/
const isBasis = (folded: string, start: number): boolean => BASIS.test(folded.slice(Math.max(0, start - 12), start))

/** End of a name that is not listed: before punctuation, a year, or a word that closes it. */
function unknownName(text: string, folded: string, at: number, stop: number): number {
  const { lawEnd } = vocabulary()
  let end = at
  for (let word = at; word < stop; ) {
    lawEnd.lastIndex = word
    if (word > at && lawEnd.test(text)) break
    const run = /^[a-z0-9/-]+/.exec(folded.slice(word, word + 24))
    if (!run || (word > at && /^(?:19|20)\d\d$/.test(run[0]))) break
    end = word + run[0].length
    const gap = /^\s{1,5}/.exec(folded.slice(end, end + 5))
    if (!gap) break
    word = end + gap[0].length
  }
  return end
}

function isAmending(folded: string, at: number): boolean {
  return matchAt(vocabulary().amending, folded, at) !== null
}

/** `Luật sửa đổi, bổ sung một số điều của Luật A, Luật B và Luật C`: one law, named by those it amends. */
function amending(text: string, folded: string, type: DocumentType, { start, end, to }: Place): LawFound | null {
  const gap = /^\s{1,5}/.exec(folded.slice(end, end + 5))
  // all in capitals it is a title
  if (!gap || !isCapitalAt(text, start) || isCapitalAt(text, start, 2) || !isAmending(folded, end + gap[0].length))
    return null
  const at = end + gap[0].length
  const stop = Math.min(to, at + AMENDING_LENGTH)
  const listStart = at + (matchAt(vocabulary().amending, folded, at)?.[0].length ?? 0)
  let last = listStart
  let nameEnd = listStart
  const pattern = vocabulary().namedPattern
  for (let next = last; ; ) {
    pattern.lastIndex = next
    const match = pattern.exec(folded)
    const resume = pattern.lastIndex
    if (!match || match.index >= stop || !JOINT.test(folded.slice(last, match.index))) break
    const inner = readLaw(text, folded, vocabulary().types.get(match[0].replace(/\s+/g, ' ')) ?? type, {
      start: match.index,
      end: match.index + match[0].length,
      to,
    })
    if (!inner) break
    const number = /^\s{1,3}so\s{1,3}[\da-z/-]{4,20}/.exec(folded.slice(inner.end, inner.end + 28))
    nameEnd = inner.end
    last = inner.end + (number?.[0].length ?? 0)
    next = Math.max(resume, last)
  }
  return last > listStart ? { type, start, end: last, name: [at, nameEnd], list: 'amends' } : null
}

/** Between two laws of one list. */
const JOINT = /^(?:\s{0,3},)?\s{0,3}(?:va|cua|mot so dieu cua|;)?\s{0,3}$/
