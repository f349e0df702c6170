/** Two columns, or several, as readers give them. */
import type { Random } from '../../random.ts'
import { centred, indented, joined, type Line, lengthOf, padded, plain, spaces } from '../pieces.ts'
import type { Columns } from './house.ts'

/** Cells of one row, from left to right. */
export type Row = Line[]

/** Rows of cells beside one another; missing cells are empty. */
export const beside = (...columns: Line[][]): Row[] =>
  Array.from({ length: Math.max(0, ...columns.map(({ length }) => length)) }, (_, row) =>
    columns.map((column) => column[row] ?? []),
  )

const filled = (rows: Row[]): Line[] => rows.flat().filter((cell) => lengthOf(cell) > 0)

export function arranged(
  rows: Row[],
  { layout, random, middle }: { layout: Columns; random: Random; middle: boolean },
): Line[] {
  const count = Math.max(1, ...rows.map(({ length }) => length))
  const column = (at: number): Line[] => rows.map((row) => row[at] ?? [])
  if (layout === 'joined') return rows.map((row) => joined(row)).filter((line) => lengthOf(line) > 0)
  if (layout === 'zigzag') return filled(rows)
  if (layout === 'left-right')
    return Array.from({ length: count }, (_, at) => trimmed(column(at))).flatMap((lines, at) =>
      at === 0 ? lines : [[], ...lines],
    )
  if (layout === 'right-left')
    return Array.from({ length: count }, (_, at) => trimmed(column(count - 1 - at))).flatMap((lines, at) =>
      at === 0 ? lines : [[], ...lines],
    )
  if (layout === 'tabs') {
    const tab = random.pick(['\t', '\t\t', '\t', '\t\t\t', '\t                   '])
    return rows.map((row) =>
      row.flatMap((cell, at) => [
        ...(at > 0 && row.slice(at).some((each) => lengthOf(each) > 0) ? plain(tab) : []),
        ...cell,
      ]),
    )
  }
  const widths = Array.from({ length: count }, (_, at) => Math.max(...column(at).map(lengthOf), at === 0 ? 6 : 3))
  const cell = (line: Line, at: number): Line =>
    padded(middle ? centred(line, widths[at] as number) : line, widths[at] as number)
  if (layout === 'spaces') {
    const gap = random.pick([3, 4, 5, 6, 8, 10, 14, 22])
    const left = random.pick([0, 0, 1, 2, 4, 7])
    return rows.map((row) =>
      indented(
        row.flatMap((each, at) => [...(at > 0 ? spaces(gap) : []), ...cell(each, at)]),
        left,
      ),
    )
  }
  if (layout === 'pipes') {
    const lone = count === 2 && random.chance(0.5)
    const bar = lone ? '|    |' : '|'
    return rows.map((row) => [
      ...plain('|'),
      ...row.flatMap((each, at) => [...(at > 0 ? plain(bar) : []), ...padded(each, (widths[at] as number) + 1)]),
      ...plain('|'),
    ])
  }
  if (layout === 'markdown') {
    const bold = random.chance(0.2) ? '**' : ''
    const lines = rows.map((row) => [
      ...plain('| '),
      ...row.flatMap((each, at) => [
        ...(at > 0 ? plain(' | ') : []),
        ...(bold && lengthOf(each) > 0 ? [...plain(bold), ...each, ...plain(bold)] : each),
      ]),
      ...plain(' |'),
    ])
    const rule = plain(`|${Array.from({ length: count }, () => random.pick(['---', ':---:', '------'])).join('|')}|`)
    return random.chance(0.5)
      ? [lines[0] ?? [], rule, ...lines.slice(1)]
      : [plain(`|${' |'.repeat(count)}`), rule, ...lines]
  }
  const edge = (left: string, cross: string, right: string) =>
    plain(`${left}${widths.map((width) => '─'.repeat(width + 2)).join(cross)}${right}`)
  const inside = rows.map((row) => [
    ...plain('│ '),
    ...row.flatMap((each, at) => [...(at > 0 ? plain(' │ ') : []), ...cell(each, at)]),
    ...plain(' │'),
  ])
  return [edge('┌', '┬', '┐'), ...inside, edge('└', '┴', '┘')]
}

const trimmed = (lines: Line[]): Line[] => {
  const last = lines.findLastIndex((line) => lengthOf(line) > 0)
  return lines.slice(0, last + 1)
}

/** Pieces of text one after the other, broken into lines here and there, as a crawler strips a page. */
export function streamed(atoms: Line[], { random, breaks }: { random: Random; breaks: number }): Line[] {
  const lines: Line[] = []
  for (const atom of atoms) {
    if (lengthOf(atom) === 0) continue
    const last = lines[lines.length - 1]
    if (last && !random.chance(breaks)) last.push(...plain(' '), ...atom)
    else lines.push([...atom])
  }
  return lines
}
