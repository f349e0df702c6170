/**
 * Signers side by side: each block of columns is parted, and each column read alone.
 *
 * ```
 * > |  KT. BỘ TRƯỞNG       TL. BỘ TRƯỞNG       KT. BỘ TRƯỞNG
 * > |   BỘ CANH NÔNG        BỘ THỦY LỢI        BỘ LÂM NGHIỆP
 *       ^^^^^^^^^^^^ 1      ^^^^^^^^^^^ 2       ^^^^^^^^^^^^^ 3
 * ```
 */
import { append } from '../arrays.ts'
import type { Cell } from './rows.ts'
import { isAuthority, isPost } from './signature-cells.ts'
import { nameOf } from './signer-name.ts'

/** What parts two columns: a tab, a rule, three spaces. */
const GAP = /[\t|]|\s{3}/u
const RULED = /[\t|]/u
/** Middles of two columns that no tab parts stand as far apart at least. */
const APART = 14

/** The columns of cells, from left to right, block by block. */
export function columnsOf(text: string, cells: Cell[]): Cell[][] {
  const columns: Cell[][] = []
  let single: Cell[] = []
  for (const block of blocksOf(linesOf(text, cells))) {
    const widest = block
      .map((line) => anchorsOf(text, line))
      .reduce((best, line) => (line.length > best.length ? line : best), [])
    if (widest.length < 2) {
      append(single, block.flat())
      continue
    }
    if (single.length > 0) columns.push(single)
    single = []
    append(columns, partColumns(text, block, widest))
  }
  if (single.length > 0) columns.push(single)
  return columns
}

/** The cells of each line. */
function linesOf(text: string, cells: Cell[]): Cell[][] {
  const lines: Cell[][] = []
  cells.forEach((cell, index) => {
    const before = cells[index - 1]
    if (before && !text.slice(before.end, cell.start).includes('\n')) (lines[lines.length - 1] as Cell[]).push(cell)
    else lines.push([cell])
  })
  return lines
}

const isAnchor = (cell: Cell) => isAuthority(cell) || isPost(cell)

/** Behind names, formulas and posts begin another block. */
function blocksOf(lines: Cell[][]): Cell[][][] {
  const blocks: Cell[][][] = []
  let named = false
  for (const line of lines) {
    const current = blocks[blocks.length - 1]
    if (!current || (named && line.some(isAnchor))) {
      blocks.push([line])
      named = false
    } else current.push(line)
    named ||= line.some((cell) => nameOf(cell, false) !== null)
  }
  return blocks
}

/** Formulas and posts that stand apart from each other on one line. */
function anchorsOf(text: string, line: Cell[]): Cell[] {
  const anchors: Cell[] = []
  for (const cell of line) {
    if (!isAnchor(cell)) continue
    const last = anchors[anchors.length - 1]
    const between = last ? text.slice(last.end, cell.start) : ''
    if (last && !(GAP.test(between) && (RULED.test(between) || middle(cell) - middle(last) >= APART))) continue
    anchors.push(cell)
  }
  return anchors
}

const middle = ({ column, text }: Cell) => column + text.length / 2

function partColumns(text: string, block: Cell[][], anchors: Cell[]): Cell[][] {
  const columns = anchors.map((): Cell[] => [])
  for (const line of block) {
    // what tabs or rules part stands where it does in its line, wherever they come to stand
    const inOrder = line.length === anchors.length && RULED.test(text.slice((line[0] as Cell).end, line[1]?.start))
    line.forEach((cell, index) => {
      const nearest = anchors.reduce(
        (best, anchor, at) =>
          Math.abs(middle(anchor) - middle(cell)) < Math.abs(middle(anchors[best] as Cell) - middle(cell)) ? at : best,
        0,
      )
      ;(columns[inOrder ? index : nearest] as Cell[]).push(cell)
    })
  }
  return columns
}
