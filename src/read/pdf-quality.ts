/** Whether a text layer can be read: a cheap test before any page is given to OCR. */
import { skeleton } from '../text.ts'

/** Letters of Vietnamese and of the basic Latin alphabet; those of the old 8-bit encodings are not among them. */
const LETTERS = /^[a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]+$/

/** The shape of a syllable without its marks: onset, vowels, coda. */
const SYLLABLE = /^(?:ngh|ng|nh|th|tr|ph|kh|gh|gi|ch|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/

/** Fewer words than this say nothing. */
const ENOUGH = 12
const READABLE = 0.6
const BROKEN_LETTERS = 0.03

/** False for text that is made of replacement characters, private glyphs or letters that are no syllables. */
export function isReadable(text: string): boolean {
  const shown = text.replace(/\s/g, '')
  const broken = shown.match(/[\ufffd\p{Co}\p{Cc}\p{Cn}]/gu)?.length ?? 0
  if (shown.length > 0 && broken / shown.length > BROKEN_LETTERS) return false
  let words = 0
  let syllables = 0
  for (const [word] of text.normalize('NFC').matchAll(/[\p{L}\p{M}\u00a1-\u00bf]{2,}/gu)) {
    if (word === word.toUpperCase()) continue
    words++
    const lower = word.toLowerCase()
    if (LETTERS.test(lower) && SYLLABLE.test(skeleton(lower))) syllables++
  }
  return words < ENOUGH || syllables / words >= READABLE
}
