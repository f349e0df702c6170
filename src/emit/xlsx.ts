/** A workbook of three sheets: documents, tasks, and the list of documents in a file (mục lục văn bản trong hồ sơ). */
import writeExcel from 'write-excel-file/node'
import { type Cell, columnsOf, type Rows, TABLES } from './rows.ts'

/** What one cell of a workbook may hold. */
const LONGEST_CELL = 32_767

/**
 * The workbook as bytes. Text is stored as text whatever it begins with, so nothing becomes a formula; a cell longer
 * than a workbook allows is cut and ends in an ellipsis.
 */
export async function workbook(rows: Rows): Promise<Buffer> {
  const sheets = TABLES.map((table) => ({
    sheet: columnsOf(table)[0]?.sheet ?? table,
    data: [columnsOf(table).map(({ title }) => headCell(title)), ...rows[table].map((row) => row.map(bodyCell))],
    columns: columnsOf(table).map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  }))
  return writeExcel(sheets).toBuffer()
}

function headCell(title: string) {
  return {
    value: title,
    type: String,
    fontWeight: 'bold' as const,
    backgroundColor: '#E7E6E6',
    wrap: true,
    alignVertical: 'center' as const,
  }
}

function bodyCell(cell: Cell) {
  if (cell === null) return null
  if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top' as const }
  return { value: printable(cell), type: String, wrap: true, alignVertical: 'top' as const }
}

/** Without what XML 1.0 cannot hold, and no longer than a cell may be. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  const clean = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, ' ')
  return clean.length <= LONGEST_CELL ? clean : `${clean.slice(0, LONGEST_CELL - 2).replace(/\p{Surrogate}$/u, '')}…`
}
