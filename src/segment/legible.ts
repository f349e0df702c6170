/** Tells words from what an OCR engine makes of a seal, a signature or a stamp. */
import { isSyllable } from '../grammar/syllable.ts'
import { latin } from '../latin.ts'
import { skeleton } from '../text.ts'

/** A Vietnamese syllable without marks: initial, vowels, final. */
const SYLLABLE = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/
/** Words of one letter: `y tế`, `thú y`, `ở`. */
const WORD_OF_ONE = /^[yýởôổ]$/u
const ABBREVIATION = latin(/^[\p{Lu}][\p{Lu}\p{Ll}\d&.-]*$/u)

/** Is every word a Vietnamese syllable, as in a formula or a post? */
export const isSyllables = (text: string) =>
  text.split(/[\s,.&-]+/u).every((token) => token === '' || (token.length > 1 && SYLLABLE.test(skeleton(token))))

/** Can no word of three letters be read? */
export const isNoWords = (text: string) =>
  !text.split(latin(/[^\p{L}]+/u)).some((word) => word.length > 2 && isSyllable(word.toLowerCase()))

/** Do most of the words read as Vietnamese, as abbreviations or as numbers? */
export function isLikelyWords(text: string): boolean {
  const tokens = text.split(/[\s,;:()"“”]+/u).filter((token) => token !== '')
  if (tokens.length === 0) return false
  let good = 0
  let letters = 0
  for (const token of tokens) {
    const bare = token.replace(/[.,;:]+$/u, '')
    if (latin(/\p{L}{2}/u).test(bare)) letters++
    if (SYLLABLE.test(skeleton(bare)) && bare.length > 1) good++
    else if (ABBREVIATION.test(bare) && bare.length > 1 && bare.length < 12) good++
    else if (latin(/^\p{Ll}{1,2}\/\p{Ll}+$/u).test(bare)) good++
    else if (WORD_OF_ONE.test(bare)) good++
    else if (/^\d+$|^[-–]$|^\(?\d+[a-zA-Z]?\)?$/u.test(bare)) good += 0.5
  }
  return letters > 0 && good / tokens.length >= 0.6
}
