/**
 * Rows → cells: where a line is cut into columns.
 *
 * A wide gap alone says little: justified lines have wide gaps too, and forms leave blanks (`Số:      /UBND`). A cut
 * needs a gap that is wider than its own line's others, and more: that the source breaks off there, that a line above
 * or below has the same gutter, or that the gap is very wide and no line near by runs across it.
 */
import { greatest } from '../arrays.ts'
import { latin } from '../latin.ts'
import type { Row, Word } from './layout-rows.ts'

export interface Cell {
  words: Word[]
  left: number
  right: number
}

interface Gap {
  /** Index of the word after the gap. */
  at: number
  from: number
  to: number
  width: number
}

/** How many lines above and below are asked, and how far they may be, in letter sizes. */
const NEIGHBOURS = 3
const REACH = 4.5

/** What a list label looks like: `1.` `a)` `IV.` `-` `+` `(1)`. */
const LABEL = latin(/^(?:\(?[\p{L}\d]{1,5}(?:\.\d{1,3})*[.):/]{0,2}|[-+*•–—])$/u)

/** The cells of each row. */
export function cellsOf(rows: Row[]): Cell[][] {
  const gaps = rows.map(gapsOf)
  return rows.map((row, number) => {
    const cells: Cell[] = []
    let start = 0
    for (const gap of gaps[number] as Gap[]) {
      if (!isCut(rows, gaps, number, gap)) continue
      cells.push(cellOf(row.words.slice(start, gap.at)))
      start = gap.at
    }
    cells.push(cellOf(row.words.slice(start)))
    return cells
  })
}

function cellOf(words: Word[]): Cell {
  return { words, left: words[0]?.box[0] ?? 0, right: words.at(-1)?.box[2] ?? 0 }
}

function gapsOf(row: Row): Gap[] {
  const gaps: Gap[] = []
  let right = row.words[0]?.box[2] ?? 0
  for (let at = 1; at < row.words.length; at++) {
    const { box } = row.words[at] as Word
    gaps.push({ at, from: right, to: box[0], width: box[0] - right })
    right = Math.max(right, box[2])
  }
  return gaps
}

function isCut(rows: Row[], gaps: Gap[][], number: number, gap: Gap): boolean {
  const row = rows[number] as Row
  const size = row.size
  if (gap.width < 0.45 * size) return false
  const before = row.words[gap.at - 1] as Word
  const after = row.words[gap.at] as Word
  if (gap.at === 1 && LABEL.test(before.text) && gap.width < 4 * size) return false
  const ratio = gap.width / Math.max(0.2 * size, usualGap(gaps[number] as Gap[], gap, size))
  const broken = before.chain !== null && after.chain !== null && before.chain !== after.chain
  const { gutters, crossed } = around(rows, gaps, number, gap)
  if (broken && ratio >= 1.5 && gap.width >= 0.7 * size && crossed === 0) return true
  if (broken && ratio >= 1.4 && gutters > 0) return true
  if (gutters > 0 && crossed < 2 && ratio >= 2 && gap.width >= 1.1 * size) return true
  // A blank to be filled in (`ngày      tháng`) is not the widest gap of a line of two cells.
  if (gap.width < 0.5 * greatest((gaps[number] as Gap[]).map((other) => other.width))) return false
  if (crossed === 0 && ratio >= 2.5 && gap.width >= 2.2 * size) return true
  if (crossed < 2 && ratio >= 3 && gap.width >= 5 * size) return true
  return ratio >= 3 && gap.width >= 8 * size
}

/** The lower quartile of the line's other gaps: in a justified line all are wide, in a line of cells most are not. */
function usualGap(gaps: Gap[], gap: Gap, size: number): number {
  const widths = gaps.filter((other) => other !== gap && other.width > 0.1 * size).map((other) => other.width)
  if (widths.length === 0) return 0.3 * size
  return widths.sort((a, b) => a - b)[Math.floor(widths.length / 4)] as number
}

/** How many lines near by have a gutter at a gap, and how many of the two next ones run across it. */
function around(rows: Row[], gaps: Gap[][], number: number, gap: Gap): { gutters: number; crossed: number } {
  const row = rows[number] as Row
  let gutters = 0
  let crossed = 0
  for (const direction of [-1, 1]) {
    for (let step = 1; step <= NEIGHBOURS; step++) {
      const other = rows[number + direction * step]
      if (!other || Math.abs(other.base - row.base) > REACH * row.size) break
      const centre = (gap.from + gap.to) / 2
      if (step === 1 && other.words.some((word) => word.box[0] < centre && word.box[2] > centre)) crossed++
      if ((gaps[number + direction * step] as Gap[]).some((theirs) => isSameGutter(gap, theirs, row.size))) gutters++
    }
  }
  return { gutters, crossed }
}

function isSameGutter(gap: Gap, theirs: Gap, size: number): boolean {
  const common = Math.min(gap.to, theirs.to) - Math.max(gap.from, theirs.from)
  return theirs.width >= 0.8 * size && common >= Math.min(0.8 * size, 0.6 * Math.min(gap.width, theirs.width))
}
