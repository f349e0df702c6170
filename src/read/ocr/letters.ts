/**
 * Letters that both engines print for others: what is mended here has one reading only.
 *
 * ```
 * 335-QĐÐ⁄TW   →  335-QĐ/TW      one Đ seen twice, once as the Icelandic letter; the fraction slash
 * bỘ, tỎA      →  bộ, tỏa        capitals inside a word of small letters
 * 5I, 103I     →  51, 1031       a one behind a figure
 * 75];          →  751;           a bracket that nothing opens
 * ```
 */
import { isSyllable } from '../../grammar/syllable.ts'
import { latin } from '../../latin.ts'

const TWINS = /[Đđ][Ðð]|[Ðð][Đđ]/g
const ALIKE = new Map([
  ['Ð', 'Đ'],
  ['ð', 'đ'],
  ['⁄', '/'],
  ['∕', '/'],
])
const ANY = /[Ðð⁄∕]/
const ONE = latin(/(?<=\d)I(?=\d|$|[^\p{L}\d-])/gu)
/** Behind figures, where no bracket is open. */
const BRACKET = /^(?<figures>[^[\]]*\d)\](?=[;,.]*$)/u
const RUN = latin(/\p{L}{2,7}/gu)
const INNER_CAPITAL = latin(/^\p{Ll}+\p{Lu}/u)

/** A word as an engine gave it, in NFC, with the letters it means. */
export function mendLetters(word: string): string {
  const text = word.normalize('NFC')
  const plain = ANY.test(text)
    ? text
        .replace(TWINS, (pair) => (/^[ĐÐ]/.test(pair) ? 'Đ' : 'đ'))
        .replace(/[Ðð⁄∕]/g, (char) => ALIKE.get(char) as string)
    : text
  return plain
    .replace(ONE, '1')
    .replace(BRACKET, '$<figures>1')
    .replace(RUN, (letters) => {
      if (!INNER_CAPITAL.test(letters)) return letters
      const small = letters.toLowerCase()
      return isSyllable(small) ? small : letters
    })
}
