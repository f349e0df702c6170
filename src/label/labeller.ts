/** The second reader: labels for the words of a head or foot, the best sequence of them and how sure each value is. */
import type { Part, RegionName } from './alphabets.ts'
import { bestPath, marginalsOf } from './chain.ts'
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
  const { label: marginals } = marginalsOf(scores, own.transitions)
  const { labels } = own.alphabet
  const found: LabelledSpan[] = []
  let cell = -1
  path.forEach((each, word) => {
    const { part, begins, inside } = labels[each] as (typeof labels)[number]
    const share = marginals[word * labels.length + each] as number
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
export function scoresOf(page: Page, classes: readonly string[], { table, alphabet }: RegionWeights): Float64Array {
  const size = alphabet.labels.length
  const { words, cells } = observe(page, classes)
  const ofCells = new Float64Array(cells.length * size)
  cells.forEach((rows, cell) => {
    for (const row of rows)
      for (let each = 0; each < size; each++)
        ofCells[cell * size + each] = (ofCells[cell * size + each] as number) + (table[row * size + each] as number)
  })
  const scores = new Float64Array(page.words.count * size)
  words.forEach((rows, word) => {
    const cell = (page.cellOf[word] as number) * size
    const at = word * size
    for (let each = 0; each < size; each++) scores[at + each] = ofCells[cell + each] as number
    for (const row of rows)
      for (let each = 0; each < size; each++)
        scores[at + each] = (scores[at + each] as number) + (table[row * size + each] as number)
  })
  return scores
}
