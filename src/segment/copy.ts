/**
 * The form of a copy (bản sao y, sao lục, trích sao): a second head and a second signature behind the document's own, or
 * one line of what an office's system prints on an electronic copy. It says who copied, not who signed.
 * Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II.
 *
 * ```
 * > | VĂN PHÒNG HUYỆN ỦY                    SAO Y
 *                                           ^^^^^
 * > | Số: 15/SY-VPHU            Vạn Trúc, ngày 12 tháng 10 năm 2021
 *         ^^^^^^^^^^            ^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
import { calendarDate } from '../calendar/calendar.ts'
import { pattern, wordsOf } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import { type Span, skeleton, upperShare } from '../text.ts'
import type { Directive } from '../tree.ts'
import { findCue } from './cues.ts'
import { readFooter } from './footer.ts'
import { type Role, readHeader, roleOf } from './header.ts'
import type { Cell, Row } from './rows.ts'
import { beginsWith, words } from './words.ts'

type CopyValue = NonNullable<Directive['copy']>

const LINE = latin(/^[^\p{L}]*\p{L}[^;]{2,20};\s*([^;]{4,150}?)\s*(?:;\s*([\d/.:+\s-]+))?$/u)
/** Rows above the word of the form that are still its own: a rule, who copied and the body above it, the State's title, number and day. */
const ABOVE = 8
/** Rows of the longest form. */
const LONGEST = 30
const HEAD: Role[] = ['title', 'number', 'date', 'separator']
const NAME = pattern(({ words: list }) => new RegExp(latin(`^[^\\p{L}]*(${list('copy-form')})(?!\\p{L})`), 'iu'))

/** With which row the form of a copy begins behind the document's own signature; -1 where there is none. */
export function copyStart(rows: readonly Row[]): number {
  const named = rows.findIndex((row) => row.cells.some(isName))
  if (named < 0 || !rows.slice(Math.max(0, named - LONGEST), named).some(isSigned)) return -1
  let from = named
  while (from > 0 && named - from < ABOVE && isLetterhead(rows[from - 1] as Row)) from--
  return from
}

const isName = (piece: Row['cells'][number]) => {
  const found = findCue(piece, 'copy')
  return (
    found !== null &&
    !latin(/[\p{L}\d]/u).test(piece.text.slice(NAME().exec(piece.text)?.[0].length ?? found.end).replace(REST(), ''))
  )
}
/** `SAO Y BẢN CHÍNH` */
const REST = pattern(({ words: list }) => new RegExp(`^\\s*(?:${list('copy-original')})`, 'iu'))

const isSigned = (row: Row) =>
  row.cells.some(
    (cell) =>
      words().authorities.test(cell.text) ||
      findCue(cell, 'recipients') !== null ||
      beginsWith(cell.folded, words().positions) !== null,
  )

const isLetterhead = (row: Row) =>
  !latin(/[\p{L}\d]/u).test(row.text) ||
  row.cells.every(
    (cell) =>
      HEAD.includes(roleOf(cell)) || (upperShare(cell.text) > 0.8 && beginsWith(cell.folded, words().heads) !== null),
  )

/** The copy that `rows` hold, from its first row on; `owned` are the cells that say something of it, not whom it goes to. */
export function readCopy(text: string, rows: Row[]): { value: CopyValue; owned: Span[] } {
  const form = rows.flatMap((row) => row.cells).find(isName) as Cell
  const bare = rows
    .map((row) => ({ ...row, cells: row.cells.filter((cell) => cell !== form) }))
    .filter((row) => row.cells.length > 0)
  const foot = bare.findIndex(isSigned)
  const head = foot < 0 ? bare : bare.slice(0, foot)
  const { header } = readHeader(text, head, head.length, { hasAddressees: true })
  const { signatures } = readFooter(text, foot < 0 ? [] : bare.slice(foot))
  const owned = [
    [form.start, form.end] satisfies Span,
    ...header.spans,
    ...signatures.flatMap((each) => each.spans),
  ].sort((one, other) => one[0] - other[0])
  const { number, place, date, issuer } = header
  return {
    owned,
    value: copyValue(form, owned, {
      number: number?.value ?? null,
      place: place?.value ?? null,
      date: date?.value ?? null,
      issuer: issuer?.value ?? null,
      signer: signatures.find((each) => each.name)?.name?.value ?? null,
    }),
  }
}

/** `SAO Y; VĂN PHÒNG HUYỆN ỦY VẠN TRÚC; 12/10/2021 08:15:22 +07:00` */
export function copyLine(rows: readonly Row[]): CopyValue | null {
  const isLine = (each: Cell) => findCue(each, 'copy') !== null && LINE.test(each.text)
  const cell = rows.find((row) => row.cells.some(isLine))?.cells.find(isLine)
  const [, issuer = null, printed = ''] = (cell && LINE.exec(cell.text)) ?? []
  const [, day, month, year] = (/(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(printed) ?? []).map(Number)
  const date = calendarDate(year ?? 0, month ?? 0, day ?? 0)
  return cell && issuer
    ? copyValue(cell, [[cell.start, cell.end]], { number: null, place: null, date, issuer, signer: null })
    : null
}

function copyValue(form: Cell, spans: Span[], rest: Omit<CopyValue['value'], 'form'>): CopyValue {
  const name = NAME().exec(form.text)?.[1] ?? ''
  const known = wordsOf('copy-form').find((each) => skeleton(each) === skeleton(name)) as CopyValue['value']['form']
  return { value: { form: known, ...rest }, status: 'read', grade: 'likely', spans }
}
