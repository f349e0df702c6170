/** A document's row as it is with the corrections made so far. */
import type { Row } from '../shapes.ts'
import { rows } from './data.ts'
import { correctionAt } from './store.ts'

type Told = 'type' | 'number' | 'date' | 'issuer' | 'parentIssuer' | 'subject' | 'place'

/** The value of a field of the row, corrected where somebody corrected it. */
export function shown(at: number, field: Told): string | null {
  const row = rows[at] as Row
  if (field === 'subject' && row.withheld) return null
  const correction = correctionAt(at, `/${field}`)
  if (correction?.action === 'absent') return null
  return correction?.action === 'set' ? String(correction.value) : row[field]
}
