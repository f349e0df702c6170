/**
 * The number of a header: which line holds it, and the lines below on which it goes on.
 *
 * ```
 * > | Số: 71 /HD-BCN-BTL-          > | Luật số:
 * > | BLN-BYT                      > | 91/2015/QH13
 *     ^^^^^^^ goes on                  ^^^^^^^^^^^^
 * ```
 */
import { currentGrammar, perGrammar } from '../grammar/grammar.ts'
import { alternation } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import { skeleton } from '../text.ts'
import type { HeaderCell, Role } from './header.ts'
import { type DocumentNumber, readNumber } from './number.ts'
import { beginsWith, words } from './words.ts'

/** Rows below a label without a number among which its notation may stand, the lines of the other column between. */
const NOTATION_REACH = 6
const NOTATION = latin(/^[/–-]\s?\p{Lu}[\p{L}\d\s/&+–-]{1,24}$/u)
const OPEN_NOTATION = latin(/\p{Lu}\s?([/–-])$/u)
/** Bodies' initials, also in the Cyrillic letters that look like them, as engines and keyboards mix them in. */
const CODE = '[A-ZĐĂÂÊÔƠƯА-Я][A-ZĐĂÂÊÔƠƯА-Я\\d]*'
/** They alone on a line, a dash before them where the line above has none. */
const INITIALS = new RegExp(`^${CODE}(?:\\s?[–-]\\s?${CODE})*$`, 'u')
const DASHED_INITIALS = new RegExp(`^[–-]\\s?${CODE}(?:\\s?[–-]\\s?${CODE})*$`, 'u')
const LONGEST_INITIALS = 40

/** The line of the form among those that hold a number; a page's title above the form says the same number first. */
export function numberLine(numbers: HeaderCell[]): HeaderCell | undefined {
  const first = numbers.find(({ cell }) => endsWithNumber(cell)) ?? numbers[0]
  const value = first && readNumber(first.cell, 0)?.number
  return value ? numbers.findLast(({ cell }) => readNumber(cell, 0)?.number === value) : first
}

/** `A5 /GM-HĐĐT`, `§ô: 7 /TB-VNC`: a number whose label was lost or spoilt, beside the place and date. */
const UNLABELLED = perGrammar(() => {
  const codes = currentGrammar().types.flatMap((type) => Object.values(type.codes).flatMap((each) => each ?? []))
  return new RegExp(
    latin(
      `^(?:\\S{1,3}\\s?[:;.,]\\s?)?\\S{0,8}\\s?[/⁄-]\\s?(?:${alternation(codes)})\\s?[/-]\\s?\\p{Lu}[\\p{Lu}\\d]+$`,
    ),
    'u',
  )
})

/** `38-NV` below the body's name: the serial and the initials alone, as offices of the first years printed them. */
const BARE = new RegExp(`^\\d{1,5}\\s?(?:[/–-]\\s?|\\s)${CODE}(?:\\s?[/–-]\\s?${CODE})*$`, 'u')

const LOOSE: Role[] = ['capitals', 'other']

/** Marks the number that has no label, where the header has no other. */
export function markUnlabelled(cells: HeaderCell[]): void {
  if (cells.some(({ role }) => role === 'number')) return
  const dated = new Set(cells.filter(({ role }) => role === 'date').map(({ row }) => row))
  const isNear = (row: number) => [row - 1, row, row + 1].some((each) => dated.has(each))
  const loose = cells.filter(({ role }) => LOOSE.includes(role))
  const found =
    loose.find(({ row, cell }) => isNear(row) && UNLABELLED().test(cell.text)) ??
    loose.find((each) => BARE.test(each.cell.text) && isBelowName(each, cells))
  if (found) found.role = 'number'
}

/** Stands it right below a line that begins with a body's word and more than that? `TRẠM` over `7 HCM` is one name. */
function isBelowName({ row, cell: { column } }: HeaderCell, cells: HeaderCell[]): boolean {
  const above = cells.findLast((each) => each.row === row - 1 && each.cell.column <= column + LEFT)?.cell
  const head = above && beginsWith(above.folded, words().heads)
  return !!head && head.length < above.folded.length
}
/** Columns by which a line may stand further to the left than the one above it. */
const LEFT = 12

/** A page's own heading goes on behind the number (`Nghị quyết số 12/2021/NQ-CP Về …`); the form's line does not. */
function endsWithNumber(cell: HeaderCell['cell']): boolean {
  const end = readNumber(cell, cell.start)?.spans.at(-1)?.[1]
  return end === undefined || end >= cell.end - 3
}

/** The number of a cell; what the cell lacks of it stands alone on a line below. */
export function numberOf(label: HeaderCell, cells: HeaderCell[]): DocumentNumber | null {
  const number = readNumber(label.cell, label.cell.start)
  if (number?.notation) return withMore(number, label, cells)
  const apart = cells.find(
    (each) => each.row > label.row && each.row <= label.row + NOTATION_REACH && NOTATION.test(each.cell.text),
  )
  if (!apart) return number
  apart.role = 'number'
  const rest = readNumber(apart.cell, apart.cell.start)
  if (!number || !rest) return rest ?? number
  return {
    ...number,
    number: number.number + rest.number,
    notation: rest.notation,
    spans: [...number.spans, ...rest.spans],
  }
}

/** `71/HD-BCN-BTL-` over `BLN-BYT`: the notation of several bodies goes on below. */
function withMore(number: DocumentNumber, label: HeaderCell, cells: HeaderCell[]): DocumentNumber {
  const joint = OPEN_NOTATION.exec(label.cell.text)?.[1]
  const below = cells.find((each) => each.row === label.row + 1)
  const goesOn = (joint ? INITIALS : DASHED_INITIALS).test(below?.cell.text ?? '')
  if (!below || !goesOn || below.cell.text.length > LONGEST_INITIALS || beginsWith(below.cell.folded, words().heads))
    return number
  below.role = 'number'
  const more = `${joint ?? ''}${below.cell.text}`.replace(/\s+/g, '').replace(/–/g, '-')
  return {
    ...number,
    number: number.number + more,
    notation: `${number.notation}${more}`,
    spans: [...number.spans, [below.cell.start, below.cell.end]],
    grade: 'likely',
  }
}

/** `Luật số:` on one line and `91/2015/QH13` on the next are one number. */
export function joinNumber(text: string, cells: HeaderCell[]): void {
  cells.forEach((each, index) => {
    const next = cells[index + 1]
    if (each.role !== 'number' || !next || next.row > each.row + 1 || /\d|[/-]/.test(each.cell.text)) return
    if (!latin(/^\d{0,5}\s?[/-]\s?(?:\p{Lu}|\d{4}\s?\/)/u).test(next.cell.text)) return
    const { start, column } = each.cell
    const { end } = next.cell
    each.cell = { start, end, column, text: text.slice(start, end), folded: skeleton(text.slice(start, end)) }
    cells.splice(index + 1, 1)
  })
}
