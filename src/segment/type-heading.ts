/**
 * The heading that names the type: `CHỈ THỊ`, `KẾ HOẠCH`, also with its subject on the same line.
 *
 * ```
 * > | QUYẾT ĐỊNH
 *     ^^^^^^^^^^
 * ```
 */
import { upperShare } from '../text.ts'
import type { Piece } from './cues.ts'
import { makePattern, startsTolerant } from './tolerant.ts'
import { words } from './words.ts'

export interface TypeHeading {
  name: string
  /** Offset behind the type's words. */
  end: number
  /** Nothing but the type stands in the piece. */
  alone: boolean
  exact: boolean
}

const JUNK = /^[^\p{L}\p{N}]*(?:\p{L}?[^\p{L}\p{N}\s]+\p{L}?\s+)?/u

export function typeHeading(piece: Piece): TypeHeading | null {
  if (piece.text.length > 220) return null
  const lead = (JUNK.exec(piece.text) as RegExpExecArray)[0].length
  const folded = piece.folded.slice(lead)
  const squeezed = folded.replace(/[^a-z0-9]/g, '')
  for (const type of words().types) {
    const exact = folded.startsWith(type.folded)
    let length = exact ? type.folded.length : -1
    // letter-spaced headings (`C H Ỉ  T H Ị`) and OCR error
    if (!exact && Math.abs(squeezed.length - type.letters.length) <= 1 && type.letters.length >= 5) {
      length = startsTolerant(folded, makePattern(type.folded), squeezed === type.letters ? 0 : 1)
    }
    if (length <= 0) continue
    const printed = piece.text.slice(lead, lead + length)
    if (upperShare(printed) < 0.8) continue
    const rest = piece.text.slice(lead + length)
    if (/^[\p{L}\p{N}]/u.test(rest)) continue
    return { name: type.name, end: lead + length, alone: !/[\p{L}\p{N}]/u.test(rest), exact }
  }
  return null
}
