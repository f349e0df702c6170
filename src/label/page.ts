/**
 * A stretch of a document as features see it: its words in reading order, the cells they stand in, and what the lexicon
 * says of both. Where lines have two columns, the left one is read first and then the right one.
 */
import { findHits, type Hit, type Lexicon } from '../lexicon/lexicon.ts'
import { GAPS, type Words, wordAt } from '../words/words.ts'

/** Words of one line in one column. */
export interface Cell {
  /** First word, and the one behind the last, in reading order. */
  from: number
  to: number
  /** Line, counted from the first of the stretch. */
  line: number
  /** Which of its line's cells it is, from 0, and of how many. */
  index: number
  of: number
  column: number
  blankAbove: boolean
}

export interface Page {
  /** The words of the stretch alone, in reading order. */
  readonly words: Words
  readonly lines: number
  readonly cells: readonly Cell[]
  /** Index of the cell of each word. */
  readonly cellOf: Int32Array
  /** By words in reading order. */
  readonly hits: readonly Hit[]
  /** Name of a class of the lexicon by its index. */
  readonly classes: readonly string[]
}

const WIDE = GAPS.indexOf('wide')
const LINE = GAPS.indexOf('line')
const BLANK = GAPS.indexOf('blank')

/** A line as a reader of columns has it: its cells, by offsets into the text. */
export interface Line {
  blanksAbove: number
  cells: readonly { start: number; end: number; column: number }[]
}

/** Words of a cell that are looked at: so many of its first and of its last ones. No value stands deep inside a paragraph. */
const LOOKED_AT = { first: 20, last: 14 }

const isDeep = ({ from, to }: Cell, word: number): boolean =>
  word >= from + LOOKED_AT.first && word < to - LOOKED_AT.last

/** Stretches of words of the document that are looked at, cells printed one behind the other. */
function lookedAt(printed: readonly Cell[]): [number, number][] {
  const stretches: [number, number][] = []
  let begin = printed[0]?.from ?? 0
  for (const { from, to } of printed) {
    if (to - from <= LOOKED_AT.first + LOOKED_AT.last) continue
    stretches.push([begin, from + LOOKED_AT.first])
    begin = to - LOOKED_AT.last
  }
  stretches.push([begin, printed.at(-1)?.to ?? begin])
  return stretches
}

/** The lines' words; words between two cells go with the one before. */
export function pageOf(words: Words, lexicon: Lexicon, stretch: readonly Line[]): Page {
  const printed = cellsOf(words, stretch)
  const from = printed[0]?.from ?? 0
  const to = printed.at(-1)?.to ?? 0
  const ordered = inReadingOrder(printed)
  const place = new Int32Array(Math.max(0, to - from))
  const order: number[] = []
  const cellOf: number[] = []
  const gaps: number[] = []
  const cells = ordered.map((cell, index): Cell => {
    const begin = order.length
    const before = ordered[index - 1]
    for (let word = cell.from; word < cell.to; word++) {
      if (isDeep(cell, word)) continue
      place[word - from] = order.length
      gaps.push(
        word > cell.from
          ? (words.gap[word] as number)
          : before?.line === cell.line
            ? WIDE
            : cell.blankAbove
              ? BLANK
              : LINE,
      )
      order.push(word)
      cellOf.push(index)
    }
    return { ...cell, from: begin, to: order.length }
  })
  const hits: Hit[] = []
  for (const range of lookedAt(printed)) {
    for (const hit of findHits(words, lexicon, range)) {
      const first = place[hit.from - from] as number
      const last = place[hit.to - 1 - from] as number
      // a phrase that only stands across two columns is none
      if (last - first !== hit.to - 1 - hit.from) continue
      hit.from = first
      hit.to = last + 1
      hits.push(hit)
    }
  }
  const lines = printed.at(-1)?.line ?? -1
  return {
    words: taken(words, order, gaps),
    lines: lines + 1,
    cells,
    cellOf: new Int32Array(cellOf),
    hits,
    classes: lexicon.classes,
  }
}

/** The cells as they are printed, line by line; words counted in the document. */
function cellsOf(words: Words, lines: readonly Line[]): Cell[] {
  const starts = lines.flatMap((line, at) =>
    line.cells.map(({ start, end, column }, index) => ({
      start,
      end,
      column,
      line: at,
      index,
      of: line.cells.length,
      blankAbove: line.blanksAbove > 0,
    })),
  )
  const end = starts.at(-1)?.end ?? 0
  return starts.flatMap(({ start, line, index, of, column, blankAbove }, at): Cell[] => {
    const from = wordAt(words, start)
    const to = wordAt(words, starts[at + 1]?.start ?? end)
    return from < to ? [{ from, to, line, index, of, column, blankAbove }] : []
  })
}

/** Lines of one column that may stand between lines of two. */
const SINGLE_LINES = 3

function inReadingOrder(cells: readonly Cell[]): Cell[] {
  const ordered: Cell[] = []
  for (let at = 0; at < cells.length; ) {
    const end = blockEnd(cells, at)
    if (end === at) {
      ordered.push(cells[at] as Cell)
      at++
      continue
    }
    const block = cells.slice(at, end)
    const right = Math.min(...block.filter(({ index }) => index > 0).map(({ column }) => column)) - 2
    const isRight = (cell: Cell) => cell.index > 0 || cell.column >= right
    for (const cell of block) if (!isRight(cell)) ordered.push(cell)
    for (const cell of block) if (isRight(cell)) ordered.push(cell)
    at = end
  }
  return ordered
}

/** Behind the last line of two columns that goes on from the one that begins at `at`; `at` itself where it has only one. */
function blockEnd(cells: readonly Cell[], at: number): number {
  if ((cells[at] as Cell).of < 2) return at
  let end = at
  let single = 0
  for (let next = at; next < cells.length; next++) {
    const cell = cells[next] as Cell
    if (cell.of > 1) {
      single = 0
      end = next + 1
    } else if (++single > SINGLE_LINES) break
  }
  return end
}

function taken(words: Words, order: readonly number[], gaps: readonly number[]): Words {
  const pick = <T extends Int32Array | Uint8Array>(list: T, picked: T): T => {
    for (let at = 0; at < order.length; at++) picked[at] = list[order[at] as number] as number
    return picked
  }
  const long = (list: Int32Array) => pick(list, new Int32Array(order.length))
  return {
    text: words.text,
    count: order.length,
    start: long(words.start),
    end: long(words.end),
    id: long(words.id),
    shape: pick(words.shape, new Uint8Array(order.length)),
    gap: new Uint8Array(gaps),
    line: long(words.line),
    column: long(words.column),
  }
}
