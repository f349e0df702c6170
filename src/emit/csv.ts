/** CSV as RFC 4180 has it, in UTF-8 with a byte order mark so that Excel reads its letters. */
import { stringify } from 'csv-stringify/sync'
import { type Cell, columnsOf, type TableName } from './rows.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** The first line of the file. */
export function csvHead(table: TableName): string {
  return BYTE_ORDER_MARK + csvLines([columnsOf(table).map(({ title }) => title)])
}

export function csvLines(rows: Cell[][]): string {
  return stringify(
    rows.map((row) => row.map(harmless)),
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  )
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). */
function harmless(cell: Cell): Cell {
  return typeof cell === 'string' && /^[\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}
