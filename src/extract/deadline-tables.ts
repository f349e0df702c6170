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
  /** Its cell. */
  cell: Span
  row: TableRow
}

/** A row of the table, without its ordinal and the date. */
export interface TableRow {
  /** What is to be done; by whom too, where no head says so. */
  action: Span[]
  /** The cell under a head that says who acts, and the one under a head that says who takes part. */
  actor: Span | null
  supporting: Span | null
}

/** The most columns of a table that is looked at. */
const COLUMNS = 24
const BARS = new RegExp(BAR, 'g')
/** Lines between two rows: `├──┼──┤`, `+---+`. */
const RULES = /^(?:[\s\u2500-\u257f]|[-+=](?=[-+=\s]))*$/
const ORDINAL = /^[\s*]*(?:\d{1,3}|[IVX]{1,5}|[a-z])?[.)]?[\s*]*$/

/** What the heads of columns say, by their folded words. */
const columnHeads = perGrammar(({ deadlines }) => {
  const heads = new Map<string, Head>()
  for (const { role, words } of deadlines)
    if (role === 'column' || role === 'column-actor' || role === 'column-with')
      for (const word of words) heads.set(skeleton(word.normalize('NFC')), role)
  return heads
})

type Head = 'column' | 'column-actor' | 'column-with'

/** The dates that stand under such a head, in order; `dates` are ascending. */
export function tableDeadlines(text: string, dates: readonly FoundDate[]): RowDeadline[] {
  const found: RowDeadline[] = []
  let heads: (Head | null)[] = []
  let column = -1
  let next = 0
  for (let start = barFrom(text, 0); start >= 0; ) {
    const lineStart = text.lastIndexOf('\n', start) + 1
    const newline = text.indexOf('\n', start)
    const lineEnd = newline < 0 ? text.length : newline
    const cells = cellsOf(text, lineStart, lineEnd)
    const read = cells.map((cell) => headOf(text, cell))
    if (read.includes('column')) {
      heads = read
      column = read.indexOf('column')
    } else if (column >= 0 && cells.length > column) {
      const [from, to] = cells[column] as Span
      while (next < dates.length && (dates[next] as FoundDate).span[0] < from) next++
      const date = dates[next]
      if (date && date.span[1] <= to && isDeadline(date))
        found.push({ date, cell: [from, to], row: rowOf(text, cells, heads) })
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

function headOf(text: string, [start, end]: Span): Head | null {
  if (end - start > 80) return null
  const cell = skeleton(joinSpaces(text.slice(start, end).replaceAll('*', ''))).replace(/[ :.]+$/, '')
  return columnHeads().get(cell) ?? null
}

function isDeadline({ problem, relative, date, recurring }: FoundDate): boolean {
  return problem !== 'lunar' && !relative && (recurring === true || date !== null)
}

function rowOf(text: string, cells: Span[], heads: readonly (Head | null)[]): TableRow {
  const under = (head: Head) => named(text, cells[heads.indexOf(head)])
  return {
    action: cells.filter((cell, index) => !heads[index] && !ORDINAL.test(text.slice(...cell))),
    actor: under('column-actor'),
    supporting: under('column-with'),
  }
}

/** The words of a cell that names somebody; null for a cross or nothing. */
function named(text: string, cell: Span | undefined): Span | null {
  if (!cell) return null
  const printed = text.slice(...cell)
  const words = printed.replace(/^[\s*–-]+|[\s*.;,]+$/g, '')
  const start = cell[0] + printed.indexOf(words)
  return words.length > 1 ? [start, start + words.length] : null
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
