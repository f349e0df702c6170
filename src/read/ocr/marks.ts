/** Stamps of a page image as the marks of a decoded source. */
import type { Mark } from '../decoded.ts'
import type { Stamp } from './stamps.ts'

/** @param unit what a pixel of the image is in the unit of the page */
export function marksOf(stamps: readonly Stamp[], page: number, unit = 1): Mark[] {
  return stamps.map(({ kind, lines, name, level, confidence, box }) => ({
    kind,
    text: lines.join('\n'),
    name,
    level,
    page,
    box: box.map((side) => side * unit) as Mark['box'],
    confidence: Math.round(confidence),
  }))
}
