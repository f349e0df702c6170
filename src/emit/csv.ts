/** CSV as RFC 4180 has it, in UTF-8 with a byte order mark so that Excel reads its letters. */
import { BYTE_ORDER_MARK, csvLines } from '../export/csv-text.ts'
import { columnsOf, type TableName } from './rows.ts'

export { csvLines }

/** The first line of the file. */
export function csvHead(table: TableName): string {
  return BYTE_ORDER_MARK + csvLines([columnsOf(table).map(({ title }) => title)])
}
