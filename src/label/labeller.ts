/** The second reader: labels for the words of a head or foot, the best sequence of them and how sure each value is. */
import type { Part, RegionName } from './alphabets.ts'
import { bestPath, sharesOf } from './chain.ts'
import { observe } from './observe.ts'
import type { Page } from './page.ts'
import type { Span } from '../text.ts'
import type { RegionWeights, Weights } from './weights.ts'

/** A value of a part: words one behind the other in reading order. */
export interface LabelledSpan {
  part: Part
  /** Its pieces, one a cell, in reading order. */
  spans: Span[]
  /** Least probability among its words of being a part of such a value, its first being the first; 0 to 1. */
  share: number
}

export function label(page: Page, weights: Weights, region: RegionName): LabelledSpan[] {
  const own = weights.regions[region]
  const scores = scoresOf(page, weights.classes, own)
  const path = bestPath(scores, own.transitions)
  const shares = sharesOf(scores, own.transitions, path)
  const { labels } = own.alphabet
  const found: LabelledSpan[] = []
  let cell = -1
  path.forEach((each, word) => {
    const { part, begins, inside } = labels[each] as (typeof labels)[number]
    const share = shares[word] as number
    const span: Span = [page.words.start[word] as number, page.words.end[word] as number]
    const last = found[found.length - 1]
    if (!last || begins || (!inside && last.part !== part)) found.push({ part, spans: [span], share })
    else {
      last.share = Math.min(last.share, share)
      if (page.cellOf[word] === cell) (last.spans[last.spans.length - 1] as Span)[1] = span[1]
      else last.spans.push(span)
    }
    cell = page.cellOf[word] as number
  })
  return found
}

/** `[word * labels + label]`; what is said of a cell is added up once for all its words. */
export function scoresOf(
  page: Page,
  classes: readonly string[],
  { table, step, alphabet }: RegionWeights,
): Float64Array {
  const size = alphabet.labels.length
  const ofCells = new Int32Array(page.cells.length * size)
  const ofWords = new Int32Array(page.words.count * size)
  observe(page, classes, {
    word: (word, row) => addRow(ofWords, word * size, table, row * size, size),
    cell: (cell, row) => addRow(ofCells, cell * size, table, row * size, size),
  })
  const scores = new Float64Array(ofWords.length)
  for (let word = 0; word < page.words.count; word++) {
    const cell = (page.cellOf[word] as number) * size
    const at = word * size
    for (let each = 0; each < size; each++)
      scores[at + each] = ((ofWords[at + each] as number) + (ofCells[cell + each] as number)) * step
  }
  return scores
}

function addRow(sums: Int32Array, to: number, table: Int8Array, from: number, size: number): void {
  for (let each = 0; each < size; each++) sums[to + each] = (sums[to + each] as number) + (table[from + each] as number)
}
