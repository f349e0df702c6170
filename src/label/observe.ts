/** What all features say of a stretch, as rows of the table of weights. */
import type { Hit } from '../lexicon/lexicon.ts'
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
  if (page.classes === classes) return page
  const known = placesOf(page.classes, classes)
  const hits: Hit[] = []
  for (const { class: name, from, to, exact } of page.hits) {
    const index = known[name] as number
    if (index >= 0) hits.push({ class: index, from, to, exact })
  }
  return { ...page, hits, classes }
}

/** Of each class of a lexicon its place among those that the weights know, or -1; the last two lists are remembered. */
function placesOf(own: readonly string[], wanted: readonly string[]): Int16Array {
  if (last.own !== own || last.wanted !== wanted)
    last = { own, wanted, places: Int16Array.from(own, (name) => wanted.indexOf(name)) }
  return last.places
}

let last: { own: readonly string[]; wanted: readonly string[]; places: Int16Array } = {
  own: [],
  wanted: [],
  places: new Int16Array(),
}
