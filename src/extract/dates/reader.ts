/**
 * One pass over the scan text that opens a reader only where one of its words, or a number, stands: what a text costs
 * follows the dates in it, not the idioms the grammar knows.
 */
import type { Mention } from './mention.ts'
import type { Scan } from './scan.ts'

/** The document's own date, as far as it is known. */
export interface Issued {
  year: number
  month: number | null
  day: number | null
}

export interface Reading {
  scan: Scan
  /** The scan text. */
  text: string
  issued: Issued | null
}

export interface Reader {
  /** Folded words at which it looks, single words without blanks; none for one that looks at numbers alone. */
  words?: readonly string[]
  /** Does it look at every run of digits? */
  digits?: boolean
  /** The date anchored at the word or digits from `at` to `end`, or null. */
  read(reading: Reading, at: number, end: number): Mention | null
}

export interface Index {
  words: Map<string, Reader[]>
  digits: Reader[]
  /** Which lengths, a bit each, words have that begin with two letters: most words of a text are passed by with one look. */
  lengths: Uint32Array
}

/** Which readers look at which words. */
export function readerIndex(readers: readonly Reader[]): Index {
  const words = new Map<string, Reader[]>()
  for (const reader of readers) {
    for (const word of new Set(reader.words ?? [])) words.set(word, [...(words.get(word) ?? []), reader])
  }
  const lengths = new Uint32Array(LETTERS * LETTERS)
  for (const word of words.keys())
    lengths[initials(word, 0)] = (lengths[initials(word, 0)] ?? 0) | lengthBit(word.length)
  return { words, digits: readers.filter((reader) => reader.digits), lengths }
}

const A = 97
const Z = 122
const LETTERS = 27
const BITS = 31

/** The first two letters as one number; a word of one letter has 0 in place of the second. */
function initials(text: string, at: number): number {
  const second = text.charCodeAt(at + 1) - A + 1
  return (text.charCodeAt(at) - A) * LETTERS + (second >= 1 && second < LETTERS ? second : 0)
}

const lengthBit = (length: number) => 1 << Math.min(length, BITS)

/** Every mention, by its anchor's place. Linear in the text's length. */
export function readMentions({ words, digits, lengths }: Index, reading: Reading): Mention[] {
  const { text } = reading
  const found: Mention[] = []
  const ask = (readers: readonly Reader[], at: number, end: number) => {
    for (const reader of readers) {
      const mention = reader.read(reading, at, end)
      if (mention) found.push(mention)
    }
  }
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at)
    if (isDigit(unit)) {
      let end = at + 1
      while (isDigit(text.charCodeAt(end))) end++
      ask(digits, at, end)
      at = end
    } else if (isLetter(unit)) {
      let end = at + 1
      while (isLetter(text.charCodeAt(end))) end++
      if ((lengths[initials(text, at)] as number) & lengthBit(end - at)) {
        const readers = words.get(text.slice(at, end))
        if (readers) ask(readers, at, end)
      }
      at = end
    } else at++
  }
  return found
}

const isDigit = (unit: number) => unit >= 48 && unit <= 57
/** Folded letters of Vietnamese. */
const isLetter = (unit: number) => unit >= A && unit <= Z

/** The first words of phrases, for {@link Reader.words}. */
export function firstWords(phrases: readonly string[]): string[] {
  return phrases.map((phrase) => phrase.split(' ')[0] as string)
}

/** The last words of phrases. */
export function lastWords(phrases: readonly string[]): string[] {
  return phrases.map((phrase) => phrase.split(' ').at(-1) as string)
}
