/**
 * Electronic signatures as an office's system prints them into a document: who signed, and when. A name behind `Người ký`
 * alone is what a web site says of the signer, no electronic signature.
 * Nghị định 30/2020/NĐ-CP, Phụ lục I, II.8.
 *
 * ```
 * > | Ký bởi: Văn phòng Huyện ủy Vạn Trúc
 *             ^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * > | Thời gian ký: 12/10/2021 08:15:22 +07:00
 *                   ^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
import { calendarDate } from '../calendar/calendar.ts'
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import { joinSpaces, type Span } from '../text.ts'
import type { Directive } from '../tree.ts'
import { findCue } from './cues.ts'
import type { Row } from './rows.ts'

type DigitalSignature = NonNullable<Directive['digitalSignatures']>[number]

type Stamp = Pick<Row, 'start' | 'text'>

/** Lines between the name and the time of one signature. */
const APART = 4
const LONGEST_LINE = 200
const BY = pattern(({ words }) => new RegExp(latin(`^[^\\p{L}]*(?:${words('signed-by')})\\s*:\\s*(?=\\S)`), 'iu'))
const AT = pattern(({ words }) => new RegExp(latin(`^[^\\p{L}]*(?:${words('signed-at')})\\s*:?\\s*(?=\\d)`), 'iu'))
const TIME =
  /^(?:(\d{1,2})[./-](\d{1,2})[./-](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2}))[,\sT]+(\d{1,2}:\d\d(?::\d\d)?)\s*([+-]\d\d:\d\d)?/

interface Printed {
  row: number
  by: Piece | null
  at: Piece | null
}

interface Piece {
  value: string
  span: Span
}

/** The signatures of all rows, each once, in the order of their lines. */
export function readDigitalSignatures(text: string, rows: readonly Row[]): DigitalSignature[] {
  const found: Printed[] = []
  rows.forEach((row, index) => {
    for (const cell of stampsIn(text, row)) {
      const at = timeIn(cell)
      const last = found.at(-1)
      const open = last && index - last.row <= APART ? last : undefined
      if (at && open && !open.at) open.at = at
      else if (at) found.push({ row: index, by: null, at })
      const by = at ? null : behind(cell, BY())
      if (by) found.push({ row: index, by, at: null })
    }
  })
  const signed = found.filter(({ at }) => at !== null)
  const unique = new Map(signed.map((each) => [`${each.by?.value} ${each.at?.value}`, each]))
  return [...unique.values()].map(({ by, at }) => ({
    value: { by: by?.value ?? null, at: at?.value ?? null },
    status: 'read',
    grade: 'likely',
    spans: [by, at].flatMap((piece) => (piece ? [piece.span] : [])),
  }))
}

/** The rows of signatures printed into the text, from who signed to when. */
export function stampRows(rows: readonly Row[]): Set<Row> {
  const found = new Set<Row>()
  rows.forEach((row, index) => {
    if (!BY().test(row.text) || row.text.length > LONGEST_LINE) return
    const block = rows.slice(index, index + APART + 1)
    const end = block.findIndex((each) => timeIn(each) !== null)
    if (end > 0 && block.slice(0, end).every(({ text }) => text.length <= LONGEST_LINE))
      for (const each of block.slice(0, end + 1)) found.add(each)
  })
  return found
}

/** Labels of signatures that begin a cell, each with its words up to the end of the line, however the line was cut. */
function stampsIn(text: string, row: Row): Stamp[] {
  const labels = row.cells.filter((cell) => findCue(cell, 'stamp'))
  return labels.flatMap(({ start }, index) => {
    const newline = text.indexOf('\n', start)
    const end = labels[index + 1]?.start ?? (newline < 0 ? text.length : newline)
    return end - start > LONGEST_LINE ? [] : { start, text: text.slice(start, end).trimEnd() }
  })
}

function behind(cell: Stamp, label: RegExp): Piece | null {
  const start = label.exec(cell.text)?.[0].length
  return start === undefined
    ? null
    : { value: joinSpaces(cell.text.slice(start)), span: [cell.start + start, cell.start + cell.text.length] }
}

function timeIn(cell: Stamp): Piece | null {
  const printed = behind(cell, AT())
  const found = printed && TIME.exec(printed.value)
  if (!printed || !found) return null
  const [, d, m, y, year = y, month = m, day = d, time, offset = ''] = found
  const date = calendarDate(Number(year), Number(month), Number(day))
  return date === null
    ? null
    : { value: `${date}T${(time as string).replace(/^\d:/, '0$&')}${offset}`, span: printed.span }
}
