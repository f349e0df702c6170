/** The deadlines of a text: dates that a cue governs, terms from the document's own signing, and what recurs. */
import type { DeadlineRecord } from '../schema.ts'
import type { Span } from '../text.ts'
import { type FoundDate, findDates } from './dates/dates.ts'
import { type RowDeadline, type TableRow, tableDeadlines } from './deadline-tables.ts'

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
  /** Its day is printed and cannot be read, or does not exist. */
  unread?: true
  /** The row of the table in which it stands. */
  row?: TableRow
}

/** The deadlines among the dates of a text, in order. */
export function findDeadlines(dates: readonly FoundDate[], text: string): FoundDeadline[] {
  const rows = new Map(tableDeadlines(text, dates).map((each) => [each.date, each]))
  return dates.flatMap((found) => {
    const inTable = rows.get(found)
    const cue = found.cue ?? (inTable && cueOfCell(text, inTable))
    if (!cue || found.role === 'reference' || found.problem === 'lunar') return []
    const deadline: FoundDeadline = {
      span: [cue.start, cue.end],
      date: cue.date,
      operator: cue.operator,
      ...(inTable && { row: inTable.row }),
    }
    if (found.problem) deadline.unread = true
    // what a term comes to is never printed
    const why = found.inferred ?? (found.relative && cue.date !== null ? cue.note : undefined)
    if (why !== undefined) deadline.inferred = why
    else if (cue.note !== undefined) deadline.note = cue.note
    else if (found.problem && found.date === null) deadline.note = 'the day does not exist'
    return [deadline]
  })
}

/** The cue in its cell, whatever the cells before it say; where the date is alone there, the head of the column is one. */
function cueOfCell(
  text: string,
  { date: { span, date, recurring }, cell: [from, to] }: RowDeadline,
): NonNullable<FoundDate['cue']> {
  const [start, end] = span
  const alone = findDates(text, { issued: null, from, to }).find((each) => each.span[0] === start)
  if (alone?.cue?.operator === 'before') return { ...alone.cue, date }
  return { start, end, operator: recurring ? 'recurring' : 'by', date: date?.split('/').at(-1) ?? null }
}
