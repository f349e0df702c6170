/** A record as rows of the tables, by the columns in `grammars/columns.yaml`. */
import { lastDayOf } from '../calendar/calendar.ts'
import { currentGrammar } from '../grammar/grammar.ts'
import type { Entry } from '../grammar/shapes.ts'
import { type PolicyChoices, withholdsSubject } from '../record/policy.ts'
import type { DirectiveRecord } from '../schema.ts'

export const TABLES = ['documents', 'tasks', 'contents'] as const
export type TableName = (typeof TABLES)[number]
export type Column = Entry<'columns'>
export type Cell = string | number | null
export type Rows = Record<TableName, Cell[][]>

export function columnsOf(table: TableName): Column[] {
  return currentGrammar().columns.filter((column) => column.table === table)
}

/** The rows of one record: one in `documents` and in `contents`, one a task in `tasks`. Ordinals are null as yet. */
export function rowsOf(record: DirectiveRecord, choices: PolicyChoices = {}): Rows {
  const doubtful = Object.entries(record.evidence).flatMap(([pointer, { grade }]) =>
    grade === 'doubtful' ? [pointer] : [],
  )
  const row = { ...record, doubtful }
  const cells = (table: TableName, source: object) =>
    columnsOf(table).map((column) => cellOf(column, source as Record<string, unknown>, choices))
  return {
    documents: [cells('documents', row)],
    tasks: record.tasks.map((task) => cells('tasks', { ...row, task })),
    contents: [cells('contents', row)],
  }
}

/** Numbers the rows from `first`, in the columns that hold the ordinal. */
export function numberRows(table: TableName, rows: Cell[][], first: number): Cell[][] {
  const at = columnsOf(table).findIndex((column) => column.from.includes('ordinal'))
  return rows.map((row, index) => row.map((cell, column) => (column === at ? first + index : cell)))
}

/** What a column shows of a row. */
export function cellOf(column: Column, row: Record<string, unknown>, choices: PolicyChoices = {}): Cell {
  const values = column.from.flatMap((path) => valuesAt(row, path.split('.')))
  if (values.length === 0) return null
  if (column.withheld !== undefined && withholdsSubject(row as unknown as DirectiveRecord, choices))
    return column.withheld
  if (values.length === 1 && typeof values[0] === 'number') return values[0]
  return values.map((value) => FORMS[column.form]?.(String(value)) ?? String(value)).join(JOINTS[column.form])
}

const JOINTS = { text: ', ', date: ', ', due: ', ', list: '; ', words: ' ' } as const

const FORMS: Partial<Record<Column['form'], (value: string) => string>> = { date: dayFirst, due: lastDay }

/** The values at a path, those of every entry where it leads through a list; none where there is null. */
function valuesAt(value: unknown, path: string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((each) => valuesAt(each, path))
  if (value === null || value === undefined) return []
  const [key, ...rest] = path
  return key === undefined ? [value] : valuesAt((value as Record<string, unknown>)[key], rest)
}

/** The last day on which something may be done: `2021-35` and `2021-07/2021-09` are `30/09/2021`. */
function lastDay(date: string): string {
  const last = lastDayOf(date)
  return last === null ? dayFirst(date) : last.split('-').reverse().join('/')
}

/** `2021-08-05` as `05/08/2021`, `2021-08` as `08/2021`, a quarter or half as its last day; else as it is. */
function dayFirst(date: string): string {
  const ends = date.split('/').map((end) => {
    const [, year, month, day] = /^(\d{4}|XXXX)(?:-(0\d|1[0-2])(?:-(\d\d))?)?$/.exec(end) ?? []
    const last = /-(?:3[3-6]|4[01])$/.test(end) ? lastDayOf(end) : null
    if (last !== null) return last.split('-').reverse().join('/')
    return year === undefined ? end : [day, month, year].filter((part) => part && part !== 'XXXX').join('/')
  })
  return ends.join(' - ')
}
