/**
 * The heading that names the type: `CHỈ THỊ`, `KẾ HOẠCH`, also with its subject on the same line.
 *
 * ```
 * > | QUYẾT ĐỊNH
 *     ^^^^^^^^^^
 * ```
 */
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import { upperShare } from '../text.ts'
import type { Piece } from './cues.ts'
import { makePattern, startsTolerant } from './tolerant.ts'
import { beginsWith, beginsWithType, typesAt, typesOfLength, words } from './words.ts'

export interface TypeHeading {
  name: string
  /** Offset behind the type's words. */
  end: number
  /** Nothing but the type stands in the piece. */
  alone: boolean
  exact: boolean
}

const JUNK = latin(/^[^\p{L}\p{N}]*(?:\p{L}?[^\p{L}\p{N}\s]+\p{L}?\s+)?/u)

export function typeHeading(piece: Piece): TypeHeading | null {
  return headingIn(piece) ?? behindRubble(piece)
}

/** `có KẾTLUẬN`: what a stamp has left before a heading alone on its line. */
const RUBBLE = latin(/^\p{Ll}{1,3}\s(?=\p{Lu}{3})/u)

function behindRubble({ text, folded }: Piece): TypeHeading | null {
  const lead = RUBBLE.exec(text)?.[0].length ?? 0
  const heading = lead > 0 ? headingIn({ text: text.slice(lead), folded: folded.slice(lead) }) : null
  return heading?.alone ? { ...heading, end: heading.end + lead, exact: false } : null
}

/** `Thông tư`, `nghị định của chính phủ`: a heading whose capitals were lost, its author behind it or nothing. */
export function smallHeading({ text, folded }: Piece): TypeHeading | null {
  if (text.length > LONGEST_SMALL || text.endsWith(':')) return null
  const type = typesAt(folded).find((each) => beginsWithType({ text, folded }, each))
  if (!type) return null
  const end = type.folded.length
  const by = BY().exec(text.slice(end))?.[0].length ?? 0
  const named =
    by > 0 &&
    (beginsWith(folded.slice(end + by), words().heads) ?? beginsWith(folded.slice(end + by), words().positions))
  return named || !latin(/[\p{L}\p{N}]/u).test(text.slice(end)) ? found(text, type.name, end, false) : null
}
const BY = pattern(({ words: list }) => new RegExp(`^\\s+(?:${list('enacted-by')})\\s+`, 'iu'))
const LONGEST_SMALL = 90

function headingIn(piece: Piece): TypeHeading | null {
  if (piece.text.length > 1200) return null
  const lead = (JUNK.exec(piece.text) as RegExpExecArray)[0].length
  const folded = piece.folded.slice(lead)
  const exact = typesAt(folded).find((type) => {
    if (!folded.startsWith(type.folded) || !isHeading(piece.text, lead, type.folded.length)) return false
    // with words behind it the heading must carry its own marks: `PHƯỜNG AN …` is no `PHƯƠNG ÁN`
    return folded.trimEnd().length === type.folded.length || piece.text.slice(lead).toUpperCase().startsWith(type.upper)
  })
  if (exact) return found(piece.text, exact.name, lead + exact.folded.length, true)
  const squeezed = folded.replace(/[^a-z0-9]+/g, '')
  if (squeezed.length > words().longestType + 1) return null
  // letter-spaced headings (`C H Ỉ  T H Ị`) and OCR error, where only one type is near
  const near = typesOfLength(squeezed.length).flatMap((type) => {
    const length = startsTolerant(folded, makePattern(type.folded), squeezed === type.letters ? 0 : 1)
    return length > 0 && isHeading(piece.text, lead, length)
      ? [{ name: type.name, length, same: squeezed === type.letters }]
      : []
  })
  const best = near.find((each) => each.same) ?? (near.length === 1 ? near[0] : undefined)
  return best ? found(piece.text, best.name, lead + best.length, best.same) : null
}

function isHeading(text: string, lead: number, length: number): boolean {
  return upperShare(text.slice(lead, lead + length)) >= 0.8 && !latin(/^[\p{L}\p{N}]/u).test(text.slice(lead + length))
}

function found(text: string, name: string, end: number, exact: boolean): TypeHeading {
  return { name, end, alone: !latin(/[\p{L}\p{N}]/u).test(text.slice(end)), exact }
}
