/** What a person did to one field of a record. */
import type { Span } from '../text.ts'

/**
 * `set` gives a value, or adds an entry where the pointer ends in `/+1`, `/+2` …; `confirm` says that the value stands;
 * `absent` says that the text has none: null for a field, and an entry of a list goes.
 */
export interface Correction {
  pointer: string
  action: 'set' | 'confirm' | 'absent'
  value?: unknown
  /** Where the new value was taken from, in the decoded text; slicing gives `text`. */
  span?: Span
  text?: string
  /** Mark of what the person saw: of the value, or of the list's entry that holds it (`markOf`). */
  seen?: string
}

/** A line of the file that the review page gives. */
export interface CorrectionLine extends Correction {
  correction: 'directive/1'
  record: string
  /** Of the record that the person looked at. */
  hash: string
}
