/**
 * Place and date below the text, above the signature, as contracts, licences and old papers have them.
 *
 * ```
 * > | Giấy phép có giá trị 24 tháng./.
 * > |                      Lào Cai, ngày 05 tháng 7 năm 2021
 * > |                      GIÁM ĐỐC
 * ```
 */
import { findIssueDate } from '../calendar/issue-date.ts'
import { joinSpaces, type Span } from '../text.ts'
import type { Header } from '../tree.ts'
import type { Row } from './rows.ts'

/** Rows at the end of the text, and rows of the footer, among which the line stands. */
const REACH = { body: 2, foot: 4 }

/** Puts place and date of the one line that is nothing else into the header; gives the row. */
export function lateDate(header: Header, body: readonly Row[], foot: readonly Row[]): Row | undefined {
  if (foot.length === 0) return undefined
  for (const row of [...body.slice(-REACH.body), ...foot.slice(0, REACH.foot)]) {
    const [cell] = row.cells
    const found = cell && row.cells.length === 1 ? findIssueDate(cell.text, cell.folded) : null
    if (!cell || !found?.place || !found.date || found.place.span[0] > 0 || found.span[1] < cell.text.length - 1)
      continue
    // `Từ ngày 01/01/2017.`
    if (!cell.text.slice(found.place.span[1], found.span[0]).includes(',') && !/\s/.test(found.place.text)) continue
    const at = ([from, to]: Span): Span[] => [[cell.start + from, cell.start + to]]
    const made = { status: 'read', grade: 'likely' } as const
    header.place = { ...made, value: joinSpaces(found.place.text), spans: at(found.place.span) }
    header.date = {
      ...made,
      value: found.date,
      spans: at(found.span),
      status: found.day === 'blank' ? 'blank' : 'read',
    }
    header.spans.push([cell.start, cell.end])
    return row
  }
  return undefined
}
