/**
 * Runs → words → rows: what stands on one line of the page, from left to right, whichever column it belongs to.
 */
import { append, median } from '../arrays.ts'
import { latin } from '../latin.ts'
import { decodedForm } from '../text.ts'
import type { Box, Reading } from './decoded.ts'
import type { Run } from './layout.ts'

export interface Word {
  text: string
  box: Box
  seen?: Box
  /** Top and bottom of the letters around it: a hyphen's own box says little about its line. */
  band: [number, number]
  size: number
  confidence?: number
  reading?: Reading
  chain: number | null
  /** No space stands between it and the word before; null in a run whose source does not say. */
  glued: boolean | null
}

/** Words of one line, by their left edge. */
export interface Row {
  words: Word[]
  left: number
  right: number
  /** Median bottom edge of the words. */
  base: number
  /** Median letter size. */
  size: number
}

/** Two stretches share a line when they overlap by this share of the lower one's height. */
const SAME_LINE = 0.5

/** A gap below this share of the letter size is no space. */
const SPACE = 0.17

const CONTROL = /[\p{Cc}\u00ad]+/gu

/** The words of runs; a run of several words is cut, its width shared out by the number of letters. */
export function wordsOf(runs: Run[]): Word[] {
  const words: Word[] = []
  for (const run of runs) {
    const text = decodedForm(run.text).replace(CONTROL, ' ')
    const [x0, y0, x1, y1] = run.box
    const edges = letterEdges(text)
    const unit = (x1 - x0) / Math.max(1, edges.at(-1) as number)
    let first = true
    for (const match of text.matchAll(/\S+/g)) {
      const start = match.index
      const end = start + match[0].length
      const box: Box = [x0 + (edges[start] as number) * unit, y0, x0 + (edges[end] as number) * unit, y1]
      const spaced = first && start === 0 ? run.spaced : true
      words.push({
        text: match[0],
        box,
        band: [y0, y1],
        size: run.size ?? y1 - y0,
        chain: run.chain,
        glued: spaced === undefined ? null : !spaced,
        ...(run.seen ? { seen: run.seen } : {}),
        ...(run.confidence === undefined ? {} : { confidence: run.confidence }),
        ...(run.reading ? { reading: run.reading } : {}),
      })
      first = false
    }
  }
  return words
}

/** Where each letter of a text begins and the last one ends, by the usual widths of letters. */
function letterEdges(text: string): number[] {
  const edges = [0]
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string
    const width = /[\s.,:;'’|!ilíìịtjfr/()-]/.test(char) ? 0.28 : char !== char.toLowerCase() ? 0.7 : 0.5
    edges.push((edges[i] as number) + width)
  }
  return edges
}

/** The rows of a page from top to bottom. */
export function rowsOf(runs: Run[]): Row[] {
  const rows: Word[][] = []
  for (const stretch of stretchesOf(runs)) {
    let best: { row: Word[]; share: number } | null = null
    for (let i = rows.length - 1; i >= 0 && i >= rows.length - 12; i--) {
      const row = rows[i] as Word[]
      const share = overlapWith(row, stretch)
      if (share >= SAME_LINE && (!best || share > best.share)) best = { row, share }
    }
    if (best) append(best.row, stretch)
    else rows.push(stretch)
  }
  return rows.map(asRow).sort((a, b) => a.base - b.base)
}

/** Words of one chain on one baseline: they cannot be torn apart. From top to bottom. */
function stretchesOf(runs: Run[]): Word[][] {
  const stretches: Word[][] = []
  for (const word of wordsOf(runs)) {
    const last = stretches.at(-1)
    const before = last?.at(-1)
    const follows =
      before &&
      word.chain !== null &&
      word.chain === before.chain &&
      word.box[0] > before.box[0] - before.size &&
      Math.abs(sum(word.band) - sum(before.band)) < 0.7 * Math.max(word.size, before.size)
    if (last && follows) last.push(word)
    else stretches.push([word])
  }
  for (const stretch of stretches) setBands(stretch)
  const heights = new Map(stretches.map((stretch) => [stretch, median(stretch.map((word) => sum(word.band)))]))
  return stretches.sort((a, b) => (heights.get(a) as number) - (heights.get(b) as number))
}

/** Medians over three words to either side: a line may lean. */
function setBands(stretch: Word[]): void {
  stretch.forEach((word, index) => {
    const around = stretch.slice(Math.max(0, index - 3), index + 4)
    word.band = [median(around.map((other) => other.box[1])), median(around.map((other) => other.box[3]))]
  })
}

/** Share of height that a stretch has in common with the nearest word of a row; 0 where the two lie over each other. */
function overlapWith(row: Word[], stretch: Word[]): number {
  const box = bounds(stretch)
  const size = (stretch[0] as Word).size
  let nearest: Word | null = null
  let distance = Number.POSITIVE_INFINITY
  for (const word of row) {
    const gap = Math.max(word.box[0] - box[2], box[0] - word.box[2])
    if (gap < -0.4 * Math.min(word.size, size) && collides(stretch, word)) return 0
    if (gap < distance) [nearest, distance] = [word, gap]
  }
  if (!nearest) return 0
  const end = nearest.box[0] > box[0] ? (stretch.at(-1) as Word) : (stretch[0] as Word)
  const common = Math.min(nearest.band[1], end.band[1]) - Math.max(nearest.band[0], end.band[0])
  return common / Math.max(1e-6, Math.min(nearest.band[1] - nearest.band[0], end.band[1] - end.band[0]))
}

const collides = (stretch: Word[], word: Word): boolean =>
  stretch.some((own) => Math.min(own.box[2], word.box[2]) - Math.max(own.box[0], word.box[0]) > 0.4 * word.size)

function asRow(unsorted: Word[]): Row {
  const sorted = unsorted.sort((a, b) => a.box[0] - b.box[0])
  const words: Word[] = []
  for (const word of sorted) {
    const before = words.at(-1)
    const gap = before ? word.box[0] - before.box[2] : 0
    const size = Math.min(word.size, before?.size ?? word.size)
    const glued =
      before !== undefined &&
      (word.glued === null ? gap < SPACE * size && word.chain === before.chain : word.glued && gap < size)
    // A mark without its letter belongs to the letter before: only together they have a decoded form.
    if (before && latin(/^\p{M}/u).test(word.text)) {
      before.text = decodedForm(before.text + word.text)
      before.box = bounds([before, word])
    } else words.push({ ...word, glued, text: glued && isRaised(word, before) ? raised(word.text) : word.text })
  }
  const [left, , right] = bounds(words)
  return { words, left, right, base: median(words.map((w) => w.band[1])), size: median(words.map((w) => w.size)) }
}

/** A footnote's mark or an exponent: smaller than the word it follows, and higher. */
function isRaised(word: Word, before: Word): boolean {
  return (
    /^\d{1,3}$/.test(word.text) && word.size < 0.8 * before.size && word.box[3] < before.box[3] - 0.12 * before.size
  )
}

const raised = (digits: string): string => digits.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] as string)

const sum = ([top, bottom]: Word['band']): number => top + bottom

export function bounds(words: { box: Box }[]): Box {
  const box: Box = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  for (const { box: other } of words) {
    for (const side of [0, 1] as const) box[side] = Math.min(box[side], other[side])
    for (const side of [2, 3] as const) box[side] = Math.max(box[side], other[side])
  }
  return box
}
