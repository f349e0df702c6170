/** The deadlines of a text: dates that a cue governs, terms from the document's own signing, and what recurs. */
import type { DeadlineRecord } from '../schema.ts'
import type { Span } from '../text.ts'
import type { FoundDate } from './dates/dates.ts'

export interface FoundDeadline {
  /** From the cue word through the date, as printed: `trước ngày 28/8/2021`. */
  span: Span
  /** In EDTF; null for what recurs, runs from an event, or names a day that does not exist. */
  date: string | null
  operator: DeadlineRecord['operator']
  /** Why the date is not printed so: its year is the document's, or it is counted. */
  inferred?: string
  /** Why there is no date, or what a term comes to. */
  note?: string
}

/** The deadlines among the dates of a text, in order. */
export function findDeadlines(dates: readonly FoundDate[]): FoundDeadline[] {
  return dates.flatMap(({ cue, date, role, problem, inferred, relative }) => {
    if (!cue || role === 'reference' || problem === 'lunar') return []
    const deadline: FoundDeadline = { span: [cue.start, cue.end], date: cue.date, operator: cue.operator }
    // what a term comes to is never printed
    const why = inferred ?? (relative && cue.date !== null ? cue.note : undefined)
    if (why !== undefined) deadline.inferred = why
    else if (cue.note !== undefined) deadline.note = cue.note
    else if (problem && date === null) deadline.note = 'the day does not exist'
    return [deadline]
  })
}
