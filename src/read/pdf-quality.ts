/** Whether a text layer can be read: a cheap test before any page is given to OCR. */
import { isSyllable } from '../grammar/syllable.ts'
import { latin } from '../latin.ts'

/** Fewer words than this say nothing. */
const ENOUGH = 12
/** Share of words that must be Vietnamese syllables; of a good text 95 in 100 are. */
const READABLE = 0.6
const BROKEN_LETTERS = 0.03
/** A page is judged by its first words. */
const WORDS = 600

/** Signs among the letters: of a text of any length 1 in 100 is none of these. */
const USUAL = latin(/[\p{L}\p{M}\p{N}\s.,:;/()“”"'’‘…–—_-]/gu)
const STRANGE = { letters: 60, share: 0.3 }
/** Capitals are asked only where there is hardly anything else. */
const CAPITALS = { words: 30, syllables: 0.2 }

/**
 * False for text that is made of replacement characters, private glyphs or letters that are no syllables. Words in
 * capitals are not asked: they are abbreviations as often as not.
 */
export function isReadable(text: string): boolean {
  const shown = text.replace(/\s/g, '')
  const broken = shown.match(/[\ufffd\p{Co}\p{Cc}\p{Cn}]/gu)?.length ?? 0
  if (shown.length > 0 && broken / shown.length > BROKEN_LETTERS) return false
  const strange = text.replace(USUAL, '').length
  if (shown.length >= STRANGE.letters && strange > STRANGE.share * shown.length) return false
  let words = 0
  let syllables = 0
  const capitals = { words: 0, syllables: 0 }
  // Signs of the Latin-1 block are letters in the encodings from before Unicode.
  for (const [word] of text.normalize('NFC').matchAll(latin(/[\p{L}\p{M}\u00a1-\u00bf]{2,}/gu))) {
    if (word === word.toUpperCase()) {
      capitals.words++
      if (isSyllable(word)) capitals.syllables++
      continue
    }
    words++
    if (isSyllable(word)) syllables++
    if (words >= WORDS) break
  }
  if (words < ENOUGH && capitals.words >= CAPITALS.words)
    return capitals.syllables >= CAPITALS.syllables * capitals.words
  return words < ENOUGH || syllables / words >= READABLE
}

/** In the languages that are written with these letters every word has a vowel, and so have 3 to 6 letters of ten. */
const VOWELS = { words: 0.85, least: 0.28, most: 0.6 }
const PLAIN_WORDS = 0.8

/** Whether a text that is no Vietnamese is one in another language, or without marks, and not the wreck of one. */
export function isForeign(text: string): boolean {
  const words = text.match(latin(/[^\s]*\p{L}[^\s]*/gu))?.slice(0, WORDS) ?? []
  const plain = words
    .map((word) => word.replace(latin(/^[^\p{L}]+|[^\p{L}]+$/gu), ''))
    .filter(
      (word) => latin(/^\p{Lu}?[\p{Ll}]+(?:['’-]\p{L}+)*$|^\p{Lu}+$/u).test(word) && !/[\u1ea0-\u1ef9]/.test(word),
    )
  if (words.length < ENOUGH || plain.length < PLAIN_WORDS * words.length) return false
  const long = plain.filter((word) => word.length >= 3)
  const voiced = long.filter((word) => VOWEL.test(word)).length
  const letters = long.join('')
  const share = (letters.match(VOWEL_EACH)?.length ?? 0) / Math.max(1, letters.length)
  return voiced >= VOWELS.words * long.length && share >= VOWELS.least && share <= VOWELS.most
}

const VOWEL = /[aeiouyàâäáãåèéêëìíîïòóôöõøùúûüæœ]/i
const VOWEL_EACH = new RegExp(VOWEL, 'gi')
