/**
 * The stamp of the office that received a document, printed into the head of its text: its number and its day are not
 * the document's.
 *
 * ```
 * > | SỞ VĂN HÓA              ĐẾN
 * > | ĐOÀN CHÈO               Số: 418
 *                             Ngày: 22/5/2012
 * ```
 */
import { arrivalIn } from '../calendar/arrival.ts'
import { pattern } from '../grammar/wording.ts'
import { isCapitalAt } from '../text.ts'
import type { Header } from '../tree.ts'
import { findCue } from './cues.ts'
import type { HeaderCell } from './header.ts'

/** Rows of a stamp below its name. */
const LINES = 5
const LINE = pattern(({ words }) => new RegExp(`^(?:${words('arrival-line')})\\s?[:.…]`, 'u'))
/** `Số: 57/ĐC-HC` is the document's own. */
const OWN_NUMBER = /\d\s?[/-]\s?\D/u

/** The stamp among the cells of a header, its cells marked so; undefined where none stands. */
export function markArrival(text: string, cells: HeaderCell[]): Header['arrival'] {
  const at = cells.findIndex(({ cell }) => isCapitalAt(cell.text, 0) && findCue(cell, 'arrival-stamp') !== null)
  const name = cells[at]
  if (!name) return undefined
  const lines = cells
    .slice(at + 1)
    .filter(
      ({ cell, row }) =>
        row - name.row <= LINES && LINE().test(cell.text) && !OWN_NUMBER.test(cell.text.replace(DAY, '')),
    )
  if (lines.length === 0) return undefined
  for (const each of [name, ...lines]) each.role = 'stamp'
  const spans = [name, ...lines].map(({ cell }): [number, number] => [cell.start, cell.end])
  return {
    value: arrivalIn(spans.map((span) => text.slice(...span)).join('\n')),
    status: 'read',
    grade: 'likely',
    spans,
  }
}
const DAY = /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/u
