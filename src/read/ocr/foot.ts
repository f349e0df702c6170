/** The foot of a page: where the signature stands beside the recipients, and what a pen did to them. */
import { median } from '../../arrays.ts'
import type { Box } from '../decoded.ts'
import { type Line, lineOf, numberOf } from './lines.ts'
import type { Sheet } from './sheet.ts'

export const isInside = ([left, top, right, bottom]: Box, block: Box): boolean => {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  return x > block[0] && x < block[2] && y > block[1] && y < block[3]
}

/** Heights of a line below the last print in which a name may stand unseen: a form leaves room for a pen and a seal. */
const HIDDEN = 11

/** The right part of a foot, beside the recipients: from the gutter to the page's edge, down to the last print. */
export function signatureBlock({ ink }: Sheet, lines: Line[], foot: number): Box | null {
  const below = lines.filter(({ box }) => box[1] >= foot)
  if (below.length === 0) return null
  let best = { at: 0.5, crossed: Number.POSITIVE_INFINITY }
  for (let share = 0.36; share <= 0.62; share += 0.01) {
    const x = share * ink.width
    const crossed = below.filter((line) => runsOver(line, x)).length + Math.abs(share - 0.48)
    if (crossed < best.crossed) best = { at: share, crossed }
  }
  const left = best.at * ink.width
  // A name that a seal hid from the first reading stands below what it saw, and a seal may hide all of the signature.
  const bottom = Math.max(...below.map(({ box, size }) => box[3] + HIDDEN * size))
  return [left, foot, ink.width, Math.min(ink.height, bottom)]
}

/** Whether a line goes on from one side of `x` to the other: a word stands there, or no gap that parts columns. */
function runsOver({ words, size }: Line, x: number): boolean {
  const [before, behind] = [words.filter(({ box }) => box[2] <= x), words.filter(({ box }) => box[0] >= x)]
  if (before.length + behind.length < words.length) return true
  if (before.length === 0 || behind.length === 0) return false
  return Math.min(...behind.map(({ box }) => box[0])) - Math.max(...before.map(({ box }) => box[2])) < 1.2 * size
}

/** Whether a pen reached from the signature into the recipients: lines that are two lines high, or go on over the gutter. */
export function isSpoilt(list: Line[], lines: Line[], [gutter, top]: Box): boolean {
  const size = median(list.map((line) => line.size))
  const high = ({ box }: Line) => box[3] - box[1] > 2 * size
  return lines.some(
    (line) => line.box[1] >= top && line.box[0] < gutter - 4 * size && (high(line) || line.box[2] > gutter + 4 * size),
  )
}

/** Lines that run from the recipients into the signature, parted at the gutter. */
export function partedAt([gutter, top]: Box, lines: Line[]): Line[] {
  let next = Math.max(0, ...lines.map(numberOf)) + 1
  return lines.flatMap((line) => {
    const right = line.words.filter(({ box }) => (box[0] + box[2]) / 2 > gutter)
    if (line.box[3] < top || right.length === 0 || right.length === line.words.length) return [line]
    const left = line.words.filter((word) => !right.includes(word))
    const gap = Math.min(...right.map(({ box }) => box[0])) - Math.max(...left.map(({ box }) => box[2]))
    if (gap < 1.2 * line.size) return [line]
    const id = next++
    return [lineOf(left), lineOf(right.map((word) => ({ ...word, line: id })))]
  })
}
