/** The deadlines of a text: dates that a cue word governs, terms from the document's own signing, and what recurs. */
import type { DeadlineRecord } from '../schema.ts'
import type { Span } from '../text.ts'
import type { FoundDate } from './dates/dates.ts'

export interface FoundDeadline {
  /** From the cue word through the date, as printed: `trước ngày 28/8/2021`. */
  span: Span
  /** The printed date in EDTF; null for what recurs or runs from an event. */
  date: string | null
  operator: DeadlineRecord['operator']
  /** Why a part of the date is not printed in it, as in the date's own `inferred`. */
  inferred?: string
}

/** The deadlines among the dates of a text, in order. */
export function findDeadlines(dates: FoundDate[]): FoundDeadline[] {
  return dates.flatMap((found) => {
    const { span, date, cue } = found
    const inferred = found.inferred === undefined ? {} : { inferred: found.inferred }
    if (found.problem || found.role === 'reference') return []
    if (cue) return [{ span: [cue.start, span[1]], date, operator: cue.operator, ...inferred }]
    if (found.recurring) return [{ span, date: null, operator: 'recurring' }]
    return found.relative && found.role === 'deadline' ? [{ span, date: null, operator: 'within' }] : []
  })
}
