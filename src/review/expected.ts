/** What `check` should find from now on: the values that a person has looked at. */
import type { Correction } from '../corrections/correction.ts'
import type { DirectiveRecord } from '../schema.ts'

/** The keys of the record that hold a corrected or confirmed value, each whole: a list with one corrected entry too. */
export function expectedOf(record: DirectiveRecord, corrections: readonly Correction[]): Partial<DirectiveRecord> {
  const keys = new Set(corrections.map(({ pointer }) => pointer.split('/')[1]))
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.has(key)))
}
