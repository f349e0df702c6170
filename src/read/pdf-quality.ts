/** Whether a text layer can be read: a cheap test before any page is given to OCR. */
import { isSyllable } from '../grammar/syllable.ts'

/** Fewer words than this say nothing. */
const ENOUGH = 12
/** Share of words that must be Vietnamese syllables; of a good text 95 in 100 are. */
const READABLE = 0.6
const BROKEN_LETTERS = 0.03
/** A page is judged by its first words. */
const WORDS = 600

/**
 * False for text that is made of replacement characters, private glyphs or letters that are no syllables. Words in
 * capitals are not asked: they are abbreviations as often as not.
 */
export function isReadable(text: string): boolean {
  const shown = text.replace(/\s/g, '')
  const broken = shown.match(/[\ufffd\p{Co}\p{Cc}\p{Cn}]/gu)?.length ?? 0
  if (shown.length > 0 && broken / shown.length > BROKEN_LETTERS) return false
  let words = 0
  let syllables = 0
  // Signs of the Latin-1 block are letters in the encodings from before Unicode.
  for (const [word] of text.normalize('NFC').matchAll(/[\p{L}\p{M}\u00a1-\u00bf]{2,}/gu)) {
    if (word === word.toUpperCase()) continue
    words++
    if (isSyllable(word)) syllables++
    if (words >= WORDS) break
  }
  return words < ENOUGH || syllables / words >= READABLE
}
