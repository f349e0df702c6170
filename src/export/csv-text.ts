/** CSV as RFC 4180 has it, in UTF-8 with a byte order mark so that Excel reads its letters. */
import { stringify } from 'csv-stringify/sync'

type Row = readonly (string | number | null)[]

export const BYTE_ORDER_MARK = '\uFEFF'

export function csvText(rows: readonly Row[]): string {
  return BYTE_ORDER_MARK + csvLines(rows)
}

export function csvLines(rows: readonly Row[]): string {
  return stringify(
    rows.map((row) => row.map(harmless)),
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  )
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). */
function harmless(cell: string | number | null): string | number | null {
  return typeof cell === 'string' && /^\s*[=+\-@＝＋－﹣−＠\t\r]/.test(cell) ? `'${cell}` : cell
}
