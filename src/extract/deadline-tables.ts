/**
 * Deadlines in the rows of a table: the dates of the column whose head says by when.
 *
 * ```
 * |TT |Hạn              |Việc                  |
 * |1  |Trước 24/11/2021 |Các xóm nộp sổ về xã. |
 *      ^^^^^^^^^^^^^^^^
 * ```
 */
import { perGrammar } from '../grammar/grammar.ts'
import { BAR, joinSpaces, type Span, skeleton } from '../text.ts'
import type { FoundDate } from './dates/dates.ts'

export interface RowDeadline {
  /** The date that the cell holds. */
  date: FoundDate
  /** The other cells of the row, its ordinal left out: what is to be done, and by whom. */
  action: Span[]
}

/** The most columns of a table that is looked at. */
const COLUMNS = 24
const BARS = new RegExp(BAR, 'g')
/** Lines between two rows: `├──┼──┤`, `+---+`. */
const RULES = /^(?:[\s\u2500-\u257f]|[-+=](?=[-+=\s]))*$/
const ORDINAL = /^[\s*]*(?:\d{1,3}|[IVX]{1,5}|[a-z])?[.)]?[\s*]*$/

const columnHeads = perGrammar(({ deadlines }) => {
  const entries = deadlines.filter((entry) => entry.role === 'column')
  return new Set(entries.flatMap((entry) => entry.words).map((word) => skeleton(word.normalize('NFC'))))
})

/** The dates that stand under such a head, in order; `dates` are ascending. */
export function tableDeadlines(text: string, dates: readonly FoundDate[]): RowDeadline[] {
  const found: RowDeadline[] = []
  let column = -1
  let next = 0
  for (let start = barFrom(text, 0); start >= 0; ) {
    const lineStart = text.lastIndexOf('\n', start) + 1
    const newline = text.indexOf('\n', start)
    const lineEnd = newline < 0 ? text.length : newline
    const cells = cellsOf(text, lineStart, lineEnd)
    const head = cells.findIndex((cell) => isHead(text, cell))
    if (head >= 0) column = head
    else if (column >= 0 && cells.length > column) {
      const [from, to] = cells[column] as Span
      while (next < dates.length && (dates[next] as FoundDate).span[0] < from) next++
      const date = dates[next]
      if (date && date.span[1] <= to && isDeadline(date)) found.push({ date, action: actionOf(text, cells, column) })
    }
    start = barFrom(text, lineEnd)
    // the table ends where a line holds neither a bar nor a rule
    if (start >= 0 && column >= 0 && !RULES.test(text.slice(lineEnd + 1, text.lastIndexOf('\n', start) + 1)))
      column = -1
  }
  return found
}

/** Where the next bar stands; -1 where none does. */
function barFrom(text: string, from: number): number {
  BARS.lastIndex = from
  return BARS.exec(text)?.index ?? -1
}

function isHead(text: string, [start, end]: Span): boolean {
  if (end - start > 80) return false
  const cell = skeleton(joinSpaces(text.slice(start, end).replaceAll('*', ''))).replace(/[ :.]+$/, '')
  return columnHeads().has(cell)
}

function isDeadline({ problem, relative, date, recurring }: FoundDate): boolean {
  return problem !== 'lunar' && !relative && (recurring === true || date !== null)
}

function actionOf(text: string, cells: Span[], column: number): Span[] {
  return cells.filter((cell, index) => index !== column && !ORDINAL.test(text.slice(...cell)))
}

/** The cells between the bars of a line. */
function cellsOf(text: string, start: number, end: number): Span[] {
  const cells: Span[] = []
  let from = BAR.test(text[start] ?? '') ? start + 1 : start
  while (from < end && cells.length < COLUMNS) {
    const bar = barFrom(text, from)
    const stop = bar < 0 || bar > end ? end : bar
    if (stop < end || text.slice(from, stop).trim() !== '') cells.push([from, stop])
    from = stop + 1
  }
  return cells
}
