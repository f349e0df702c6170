/**
 * How sure it is that a paragraph of the body is whole and stands where it belongs: its own marks say so, and those of
 * the paragraph above. Nothing measures these values, so nothing is certain that does not show it.
 *
 * ```
 * > | Căn cứ Luật Lâm nghiệp;          <- certain: begun and closed as a basis
 * > | Theo đề nghị của Hạt trưởng      <- likely: nothing closes it
 * ```
 */
import { latin } from '../../latin.ts'
import type { Grade } from '../../schema.ts'
import { endsIn, skeleton, upperShare } from '../../text.ts'
import { findCue } from '../cues.ts'
import { isSaidBy, ordersOrEnacts } from './operative.ts'

/** Ends the paragraph with a mark that ends one? A comma ends a basis alone. */
const CLOSED = /[.;:!?…”")/\]]\s*$/u
const BEGUN = latin(/^[\p{Lu}\d“"(–+-]/u)
/** Share of capitals of a line that needs no mark: a formula, the body that enacts. */
const CAPITALS = 0.8

const pieceOf = (value: string) => ({ text: value, folded: skeleton(value) })
const isWhole = (value: string) =>
  CLOSED.test(value) || upperShare(value) > CAPITALS || (endsIn(value, ',') && findCue(pieceOf(value), 'base') !== null)

/** Of a paragraph before the first item. */
export function gradeOfOpening(value: string, above: string | undefined): Grade {
  return BEGUN.test(value) && isWhole(value) && (above === undefined || isWhole(above)) ? 'certain' : 'likely'
}

/** Does the paragraph end a document, and no item: who asks or reports, or words that only stand there? */
export function closes(value: string, issuer: string | null): boolean {
  const piece = pieceOf(value)
  return findCue(piece, 'closing') !== null || (isSaidBy(piece.folded, issuer) && ordersOrEnacts(piece.folded))
}

/** Of a paragraph behind the last item; `closed` where one above it already ends the document. */
export function gradeOfClosing(value: string, { closed, issuer }: { closed: boolean; issuer: string | null }): Grade {
  return BEGUN.test(value) && isWhole(value) && (closed || closes(value, issuer)) ? 'certain' : 'likely'
}
