/**
 * The notation after a serial: a year, codes, the signs between them.
 *
 * > | 23/2024/TT-
 * > | BCT ngày
 *       ^^^^^^^^ year 2024, codes TT and BCT
 */
import { isSyllable } from '../../grammar/syllable.ts'
import { latin } from '../../latin.ts'
import { skeleton } from '../../text.ts'
import { vocabulary } from './vocabulary.ts'

export interface Notation {
  codes: string[]
  year: string | null
  end: number
  /** The sign right after the serial. */
  separator: '-' | '/' | null
  /** Only one code, and spaces on both sides of the sign before it. */
  spread: boolean
}

/** The next line may be set in. */
const SEPARATOR = /(\s{0,6})([-–—−/⁄_.:])(?:\s{0,2}[-–—−/⁄])?(\s{0,6}\n[^\S\n]{0,40}|\s{0,6})/y
/** Joins two codes where no space stands beside it: `QĐ_BNV`, `TB-ĐHK.TCN`. */
const CLOSE = /[_.]/
const TOKEN = latin(/(?:[\p{L}\p{N}&]|(?<=[\p{Lu}\d])\+(?=\p{Lu})){1,24}/uy)
const YEAR = /^(?:19|20)\d\d$/
/** A year that lost the sign before the Assembly's code: `2024QHI5`. */
const GLUED_YEAR = /^((?:19|20)\d\d)(QH[\dIl]{1,2})$/
/** The word behind a code that lost the space before it: `TT-BTCngày`, `KL/TWn 18/3`. */
const GLUED_WORD = latin(/^(\p{Lu}[\p{Lu}\d&]+)(?:ngày|năm|của|về|do|và|tại|ng?)$/u)

/** Reads separators and codes from `at`, the end of the serial. */
export function readNotation(text: string, at: number): Notation {
  const codes: string[] = []
  let year: string | null = null
  let separator: '-' | '/' | null = null
  let end = at
  let spread = false
  for (let index = 0; index < 8; index++) {
    SEPARATOR.lastIndex = end
    const joint = SEPARATOR.exec(text)
    if (!joint) break
    const [whole, left, sign, right] = joint as unknown as [string, string, string, string]
    TOKEN.lastIndex = end + whole.length
    const run = TOKEN.exec(text)?.[0]
    if (!run) break
    const token = GLUED_WORD.exec(run)?.[1] ?? run
    const glued = index === 0 ? GLUED_YEAR.exec(token) : null
    if (glued)
      return {
        codes: [glued[2] as string],
        year: glued[1] as string,
        end: end + whole.length + token.length,
        separator: '/',
        spread: false,
      }
    if (CLOSE.test(sign) && ((codes.length === 0 && sign !== '_') || left + right !== '' || !isName(token))) break
    if (sign === ':' && index > 0) break
    const apart = left !== '' && right !== ''
    if (apart && (left.includes('\n') || codes.length > 1 || codes.at(-1)?.length === 1)) break
    if (YEAR.test(token) && (index === 0 ? sign !== '-' && !apart : codes.length > 0 && left + right === '')) {
      if (index === 0) year = token
      else codes.push(token)
    } else if (isCode(token, left + right, codes)) {
      codes.push(token)
      spread ||= apart && index === 0
    } else if (token === 'nb' && codes.length > 1) {
      codes.push(token)
    } else break
    if (index === 0) separator = /[/⁄]/.test(sign) ? '/' : '-'
    end += whole.length + token.length
    if (token !== run) break
    const footnote = /^(?:UBTV)?QH\d\d(?=\d$)/.exec(token)
    if (footnote) {
      codes[codes.length - 1] = footnote[0]
      end -= token.length - footnote[0].length
      break
    }
  }
  return { codes, year, end, separator, spread: spread && codes.length < 2 }
}

/** Initials of a body: capitals that bear no marks, as a word in capitals behind a full stop would. */
function isName(token: string): boolean {
  return /^[A-ZĐ]{2,}$/.test(token)
}

/** `Tu` for `TU`, `Ttg`, `Habeco`: behind another code, a capital before small letters that are no syllable, or an organ's. */
const isNamed = (token: string): boolean =>
  latin(/^\p{Lu}\p{Ll}{1,9}$/u).test(token) &&
  (vocabulary().organs.has(skeleton(token)) || !isSyllable(token.toLowerCase()))

/** `QĐ`, `TTg`, `CTr`, `UBND`, `QH15`, `V01`; a plain word with one capital is none. */
function isCode(token: string, spaces: string, before: string[]): boolean {
  if (before.length > 0 && spaces === '' && isNamed(token)) return true
  const first = token[0] as string
  if (first === first.toLowerCase()) return false
  if (token.length === 1) return spaces === ''
  let upper = 0
  let lower = 0
  for (const letter of token) {
    if (letter !== letter.toLowerCase()) upper++
    else if (letter !== letter.toUpperCase()) lower++
  }
  return (upper >= 2 && lower <= 2) || (lower === 0 && token.length <= 5 && spaces === '')
}
