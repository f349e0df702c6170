/** What a feature is: one small observation about a word, or about the cell that it stands in, as a number. */
import type { Cell, Page } from '../page.ts'

/** Numbers from 0 to `size - 1`; an observation may say several or none. */
export interface Feature {
  name: string
  /** How many values there are, where `classes` of the lexicon are known. */
  size(classes: number): number
}

/** Says something of each word by itself. */
export interface WordFeature extends Feature {
  of: 'word'
  observe(page: Page, say: (word: number, value: number) => void): void
}

/** Says something of all words of a cell alike. */
export interface CellFeature extends Feature {
  of: 'cell'
  observe(page: Page, say: (cell: number, value: number) => void): void
}

/** The last limit that a quantity does not exceed, from 0; one more where it exceeds them all. */
export function bucket(quantity: number, limits: readonly number[]): number {
  let at = 0
  while (at < limits.length && quantity > (limits[at] as number)) at++
  return at
}

export type { Cell, Page }
