/**
 * What an OCR engine makes of a seal or a signature that reaches into a line of print: it stands at the end of the line,
 * and its words are no words.
 *
 * ```
 * > | - Bộ Chỉ huy quân sự huyện; bế guổu Z S x
 *                                 ^^^^^^^^^^^^^ rubble
 * ```
 */
import { isSyllable } from '../grammar/syllable.ts'
import { type Cell, sliceCell } from './rows.ts'

const SYMBOL = /[<>“”"'’`^~\\{}|$%§©®=_»«]/u
/** Marks that stand alone in print. */
const MARK = /^[-–—&+*•()]$/u
const PUNCTUATION = /^[.,;:]+$/u
const QUOTED = /^[“"].*[”"][.,;]?$/u
const BRACKETED = /[()]/u
const SHORT = /^[^\p{L}\d]*(?:\p{Ll}{1,3}|\d{1,2})[^\p{L}\d]*$/u
const STOPPED = /(?:[cpt]|ch)$/u

/** The cell up to the rubble at its end; the same cell where there is none. */
export function withoutRubble(cell: Cell): Cell {
  const tokens = [...cell.text.matchAll(/\S+/gu)]
  let [weight, found, best, from] = [0, false, 0.1, -1]
  for (let at = tokens.length - 1; at > 0; at--) {
    const own = weightOf((tokens[at] as RegExpMatchArray)[0])
    weight += own
    found ||= own === 1
    if (found && weight >= best) [best, from] = [weight, at]
  }
  return from < 0 ? cell : sliceCell(cell, 0, (tokens[from] as RegExpMatchArray).index as number)
}

/** How much a word speaks for rubble: 1 where it is none, below 0 where it may be one, the more the longer it is. */
function weightOf(token: string): number {
  if (MARK.test(token)) return -0.4
  if (PUNCTUATION.test(token)) return 0.5
  if (QUOTED.test(token) || BRACKETED.test(token)) return -1
  const letters = token.replace(/[^\p{L}\p{N}]/gu, '')
  if (letters === '') return 1
  if (SYMBOL.test(token)) return letters.length < 3 || !isWord(letters) ? 1 : -1
  if (letters.length === 1 && !/\d/.test(letters)) return /^[A-ZĐyýởô]/u.test(letters) ? -0.4 : 1
  if (/^[\p{Ll}\p{M}]+$/u.test(letters) && /[^\x20-\x7e]/.test(letters) && !isWord(letters)) return 1
  return SHORT.test(token) ? -0.4 : -1
}

/** A syllable, and one whose tone an engine lost: `đôc`. */
function isWord(letters: string): boolean {
  if (isSyllable(letters)) return true
  return (
    STOPPED.test(letters) &&
    isSyllable(
      letters
        .normalize('NFD')
        .replace(/(?=(?:[cpt]|ch)$)/u, '\u0301')
        .normalize('NFC'),
    )
  )
}
