/** What all features say of a stretch, as rows of the table of weights. */
import { FEATURES } from './features/index.ts'
import type { Page } from './page.ts'

/** Is told the rows of the table, of each word and of each cell. */
export interface Listener {
  word: (word: number, row: number) => void
  cell: (cell: number, row: number) => void
}

/** Rows of the table of weights, one a value of a feature. */
export const rowsOf = (classes: number): number => FEATURES.reduce((sum, feature) => sum + feature.size(classes), 0)

/** @param classes those of the lexicon that the weights know */
export function observe(page: Page, classes: readonly string[], listener: Listener): void {
  const seen = knownTo(page, classes)
  let base = 0
  for (const feature of FEATURES) {
    const tell = listener[feature.of]
    const at = base
    feature.observe(seen, (index, value) => tell(index, at + value))
    base += feature.size(classes.length)
  }
}

/** The page with the hits of the classes that the weights know, by their index there. */
function knownTo(page: Page, classes: readonly string[]): Page {
  if (page.classes.length === classes.length && page.classes.every((name, index) => name === classes[index]))
    return page
  const known = page.classes.map((name) => classes.indexOf(name))
  const hits = page.hits.flatMap((hit) => {
    const index = known[hit.class] as number
    return index < 0 ? [] : [{ ...hit, class: index }]
  })
  return { ...page, hits, classes }
}
