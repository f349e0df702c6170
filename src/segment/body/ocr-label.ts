/**
 * A label that an OCR engine spoilt, known by the series that expects it: `Š.` where `5.` would go on, `HI.` for `III.`.
 * Only what one open series leaves no doubt about.
 */
import { currentGrammar } from '../../grammar/grammar.ts'
import type { Label } from './labels.ts'
import { LETTERS, roman } from './labels.ts'
import type { Row } from '../rows.ts'
import type { Series } from './series.ts'

const SHAPE = /^(\S{1,4}?)\s?([.),]|[-–](?=\s?\p{Lu}))\s*(?=[\p{Lu}“"])/u
/** A sign that stands for letter and bracket together: `© Thiết bị`. */
const SIGN = /^([^\p{L}\p{N}\s\-–—+•*~“"(]{1,2})\s+(?=\p{Lu})/u

export function spoiltLabel(row: Row, series: Series): Label | null {
  const match = SHAPE.exec(row.text) ?? SIGN.exec(row.text)
  if (!match) return null
  const printed = match[1] as string
  const readings = [printed, ...(currentGrammar().confusions.find((entry) => entry.id === printed)?.readings ?? [])]
  for (const next of series.expected()) {
    const wanted = printedAs(next.kind, next.ordinal)
    if (wanted === null || !readings.includes(wanted)) continue
    if (match[2] !== undefined && match[2] !== ',' && next.style.endsWith(')') !== (match[2] === ')')) continue
    return { label: wanted, kind: next.kind, style: next.style, ordinal: next.ordinal, length: match[0].length, path: [] }
  }
  return null
}

function printedAs(kind: Label['kind'], ordinal: number): string | null {
  if (kind === 'number') return String(ordinal)
  if (kind === 'letter') return LETTERS[ordinal - 1] ?? null
  if (kind === 'roman') return ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'].find((text) => roman(text) === ordinal) ?? null
  return null
}
