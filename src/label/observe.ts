/** What all features say of a stretch, as rows of the table of weights: one list a word, one a cell. */
import { FEATURES } from './features/index.ts'
import type { Page } from './page.ts'

export interface Observations {
  /** Rows of the table, of each word and of each cell. */
  words: number[][]
  cells: number[][]
}

/** Rows of the table of weights, one a value of a feature. */
export const rowsOf = (classes: number): number => FEATURES.reduce((sum, feature) => sum + feature.size(classes), 0)

/**
 * @param known the class of the weights for each class of the lexicon in force; -1 where they do not know it
 * @param classes how many the weights know
 */
export function observe(page: Page, classes: readonly string[]): Observations {
  const place = new Map(classes.map((name, index) => [name, index]))
  const known = page.classes.map((name) => place.get(name) ?? -1)
  const hits = page.hits.flatMap((hit) => {
    const index = known[hit.class] as number
    return index < 0 ? [] : [{ ...hit, class: index }]
  })
  const seen: Page = { ...page, hits, classes }
  const words = Array.from({ length: page.words.count }, (): number[] => [])
  const cells = page.cells.map((): number[] => [])
  let base = 0
  for (const feature of FEATURES) {
    const lists = feature.of === 'word' ? words : cells
    const at = base
    feature.observe(seen, (index, value) => (lists[index] as number[]).push(at + value))
    base += feature.size(classes.length)
  }
  return { words, cells }
}
