/**
 * Laws, codes and ordinances cited by name, without a number.
 *
 * > | khoản 2 Điều 7 Luật Phòng, chống tham nhũng năm 2018
 *                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
import { isCapitalAt, isWordAt, type Span } from '../../text.ts'
import { type DocumentType, vocabulary } from './vocabulary.ts'

export interface LawFound {
  type: DocumentType
  start: number
  end: number
  /** The law's name without its type: `Phòng, chống tham nhũng`; null for the Constitution. */
  name: Span | null
}

const NAME_LENGTH = 90

/** Every law named in `[from, to)`, ascending; `taken` are places of citations by number, ascending, left out. */
export function findLaws(text: string, folded: string, from: number, to: number, taken: readonly Span[]): LawFound[] {
  const { namedPattern, types } = vocabulary()
  const found: LawFound[] = []
  let next = 0
  namedPattern.lastIndex = from
  for (let match = namedPattern.exec(folded); match && match.index < to; match = namedPattern.exec(folded)) {
    const start = match.index
    if (start > 0 && isWordAt(folded, start - 1)) continue
    while (next < taken.length && (taken[next] as Span)[1] <= start) next++
    if (next < taken.length && (taken[next] as Span)[0] <= start) continue
    const type = types.get(match[0].replace(/\s+/g, ' '))
    if (!type || text[start] === text[start]?.toLowerCase()) continue
    const end = start + match[0].length
    const law = readLaw(text, folded, type, start, end, to)
    if (!law) continue
    found.push(law)
    namedPattern.lastIndex = law.end
  }
  return found
}

function readLaw(
  text: string,
  folded: string,
  type: DocumentType,
  start: number,
  end: number,
  to: number,
): LawFound | null {
  const { law, lawNot, self, yearLink } = vocabulary()
  const gap = /^\s{1,5}/.exec(folded.slice(end, end + 5))
  const at = end + (gap?.[0].length ?? 0)
  self.lastIndex = 0
  if (self.exec(folded.slice(end, end + 8))?.index === 0) return null
  yearLink.lastIndex = end
  if (yearLink.test(folded) && text.slice(start, end).includes(' ')) return { type, start, end, name: null }
  if (!gap) return null
  law.lastIndex = at
  const known = law.exec(folded)
  if (known && isCapitalAt(text, at))
    return { type, start, end: at + known[0].length, name: [at, at + known[0].length] }
  lawNot.lastIndex = at
  if (lawNot.test(folded) || !isCapitalAt(text, at)) return null
  const nameEnd = unknownName(text, folded, at, Math.min(to, at + NAME_LENGTH))
  return mayBeName(text.slice(at, nameEnd)) ? { type, start, end: nameEnd, name: [at, nameEnd] } : null
}

/** A name of two words or more, not all in capitals, without digits. */
function mayBeName(name: string): boolean {
  return /\s/.test(name) && !/\d/.test(name) && /\p{Ll}/u.test(name) && !/^\p{Lu}{2}/u.test(name)
}

/** End of a name that is not listed: before punctuation or before a word that closes it. */
function unknownName(text: string, folded: string, at: number, stop: number): number {
  const { lawEnd } = vocabulary()
  let end = at
  for (let word = at; word < stop; ) {
    lawEnd.lastIndex = word
    if (word > at && lawEnd.test(text)) break
    const run = /^[a-z0-9/-]+/.exec(folded.slice(word, word + 24))
    if (!run) break
    end = word + run[0].length
    const gap = /^\s{1,5}/.exec(folded.slice(end, end + 5))
    if (!gap) break
    word = end + gap[0].length
  }
  return end
}
