/**
 * Marks that an engine misread, put right where the lexicon leaves one reading. Letters are never changed, only their
 * marks, and what is changed is told: such a word is inferred, not read.
 *
 * ```
 * CÔNG AN TÍNH LÂM ĐÒNG   →  CÔNG AN TỈNH LÂM ĐỒNG     fixed phrases: bodies, posts, formulas, types, places
 * với bão sô 16           →  với bão số 16             a word that is none, of which only one is meant
 * Nguyên Văn Mẫu          →  Nguyễn Văn Mẫu            a family name before another name
 * ```
 */
import { type Lexicon, lexicon } from '../../grammar/lexicon.ts'
import { isSyllable } from '../../grammar/syllable.ts'
import { latin } from '../../latin.ts'
import { skeleton } from '../../text.ts'

/** How far a word may be believed as it was read. */
export type Trust = 'sound' | 'fair' | 'poor'

/** A run of letters within the words of a line. */
interface Syllable {
  word: number
  start: number
  text: string
  small: string
  folded: string
  /** Nothing but a space or a hyphen stands between it and the one before. */
  follows: boolean
}

const LETTERS = latin(/[\p{L}\p{M}]+|\d+/gu)
const NUMBER = /^\d/

/**
 * The words of a line with their marks put right.
 *
 * @param trust how far each was read: a sound word changes for a fixed phrase only, one that is fair where it is no word,
 *   a poor one also where another word is known beside its neighbours
 */
export function repairLine(words: readonly string[], trust: readonly Trust[]): string[] {
  const known = lexicon()
  const syllables = syllablesOf(words)
  const meant = syllables.map((syllable) => syllable.small)
  byPhrase(syllables, meant, known)
  syllables.forEach((syllable, at) => {
    if (meant[at] !== syllable.small || NUMBER.test(syllable.small)) return
    if (at === 0 && isName(syllables)) meant[at] = known.surname(syllable.folded) ?? syllable.small
    else if (trust[syllable.word] === 'poor' || (trust[syllable.word] === 'fair' && !known.knows(syllable.small)))
      meant[at] = onlyWord(syllables, meant, at, { known, trusted: trust[syllable.word] !== 'poor' }) ?? syllable.small
  })
  return written(words, syllables, meant)
}

function syllablesOf(words: readonly string[]): Syllable[] {
  const found: Syllable[] = []
  let broken = true
  words.forEach((text, word) => {
    let end = 0
    for (const match of text.matchAll(LETTERS)) {
      const between = text.slice(end, match.index)
      const small = match[0].toLowerCase()
      found.push({
        word,
        start: match.index,
        text: match[0],
        small,
        folded: skeleton(small),
        follows: !broken && /^[-–—]?$/.test(between),
      })
      end = match.index + match[0].length
      broken = false
    }
    if (/[^-–—]/.test(text.slice(end)) || end === 0) broken = true
  })
  return found
}

function byPhrase(syllables: Syllable[], meant: string[], known: Lexicon): void {
  const skeletons = syllables.map(({ folded }) => folded)
  for (let at = 0; at < syllables.length; at++) {
    const phrase = known.phraseAt(skeletons, at)
    if (!phrase?.words.every((_, i) => i === 0 || syllables[at + i]?.follows)) continue
    phrase.words.forEach((word, i) => {
      if (NUMBER.test(word)) return
      meant[at + i] = sameWord(word, meant[at + i] as string) ? (meant[at + i] as string) : word
    })
    at += phrase.words.length - 1
  }
}

/** `hoà` and `hòa` are one word: the print is left as it is. */
const sameWord = (a: string, b: string): boolean => markCost(a, b) === 0

/** A line that holds a person's name and nothing else. */
const isName = (syllables: Syllable[]): boolean =>
  syllables.length > 1 &&
  syllables.length < 6 &&
  syllables.every(({ text, follows }, at) => latin(/^\p{Lu}\p{Ll}+$/u).test(text) && (follows || at === 0))

/**
 * The one known word that another can stand for, which is none or is not known beside its neighbours while that one is;
 * null where there is none, or more than one.
 */
function onlyWord(
  syllables: Syllable[],
  meant: string[],
  at: number,
  { known, trusted }: { known: Lexicon; trusted: boolean },
): string | null {
  const { small, folded, follows } = syllables[at] as Syllable
  if (small.length < 2 || !isSyllable(folded)) return null
  const numbered = (index: number) => (NUMBER.test(meant[index] as string) ? '#' : (meant[index] as string))
  const isBeside = (word: string) =>
    (follows && known.follows(numbered(at - 1), word)) ||
    (syllables[at + 1]?.follows && known.follows(word, numbered(at + 1)))
  const isWord = known.knows(small)
  if (isWord && isBeside(small)) return null
  const near = known.alike(folded).filter((word) => isSyllable(word) && markCost(small, word) <= 2)
  const beside = near.filter(isBeside)
  // A syllable that can be one may be a word that is not known here: then only known company tells.
  const candidates = beside.length > 0 || isWord || (trusted && isSyllable(small)) ? beside : near
  const least = Math.min(...candidates.map((word) => markCost(small, word)))
  const best = candidates.filter((word) => markCost(small, word) === least)
  return best.length === 1 ? (best[0] as string) : null
}

const TONES = '\u0300\u0301\u0303\u0309\u0323'

/** How far the marks of one word are from another's: engines drop marks and take one tone for another, and seldom add one. */
function markCost(read: string, meant: string): number {
  const [own, other] = [marksOf(read), marksOf(meant)]
  let cost = own.tone === other.tone ? 0 : own.tone !== '' && other.tone === '' ? 1.5 : 1
  for (let i = 0; i < Math.max(own.vowels.length, other.vowels.length); i++) {
    const [mark, wanted] = [own.vowels[i] ?? '', other.vowels[i] ?? '']
    if (mark !== wanted) cost += mark === '' ? 1 : wanted === '' ? 1.5 : 2
  }
  return cost
}

function marksOf(word: string): { tone: string; vowels: string[] } {
  let tone = ''
  const vowels: string[] = []
  for (const char of word.normalize('NFD').replace(/[đð]/g, 'd\u0335')) {
    if (TONES.includes(char)) tone = char
    else if (latin(/\p{M}/u).test(char)) vowels[vowels.length - 1] = char
    else vowels.push('')
  }
  return { tone, vowels }
}

function written(words: readonly string[], syllables: Syllable[], meant: string[]): string[] {
  const out = [...words]
  for (let at = syllables.length - 1; at >= 0; at--) {
    const { word, start, text, small } = syllables[at] as Syllable
    const form = meant[at] as string
    if (form === small) continue
    const whole = out[word] as string
    out[word] = whole.slice(0, start) + inCaseOf(text, form) + whole.slice(start + text.length)
  }
  return out
}

function inCaseOf(print: string, form: string): string {
  if (print === print.toUpperCase() && print.length > 1) return form.toUpperCase()
  return print[0] === (print[0] as string).toLowerCase() ? form : (form[0] as string).toUpperCase() + form.slice(1)
}
