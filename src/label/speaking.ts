/** Which features speak for the label of a word, and how much: how a wrong label is understood. */
import type { RegionName } from './alphabets.ts'
import { bestPath, marginalsOf } from './chain.ts'
import { FEATURES } from './features/index.ts'
import { scoresOf } from './labeller.ts'
import { observe } from './observe.ts'
import type { Page } from './page.ts'
import type { Weights } from './weights.ts'

export interface LabelledWord {
  /** Index of the word in the page. */
  word: number
  part: string
  begins: boolean
  /** Probability of the label, 0 to 1. */
  share: number
  /** Features by how much more they add to the score of the label than to that of a label at large. */
  features: { name: string; weight: number }[]
}

/** Labels of the words of a stretch for which `wanted` holds. */
export function labelledWords(
  page: Page,
  weights: Weights,
  region: RegionName,
  wanted: (word: number) => boolean,
): LabelledWord[] {
  const own = weights.regions[region]
  const { labels } = own.alphabet
  const scores = scoresOf(page, weights.classes, own)
  const path = bestPath(scores, own.transitions)
  const { label: marginals } = marginalsOf(scores, own.transitions)
  const said = { words: listOf(page.words.count), cells: listOf(page.cells.length) }
  observe(page, weights.classes, {
    word: (word, row) => said.words[word]?.push(row),
    cell: (cell, row) => said.cells[cell]?.push(row),
  })
  const nameOf = namesOfRows(weights.classes.length)
  return [...path].flatMap((each, word) => {
    if (!wanted(word)) return []
    const { part, begins } = labels[each] as (typeof labels)[number]
    const rows = [...(said.words[word] ?? []), ...(said.cells[page.cellOf[word] as number] ?? [])]
    const sums = new Map<string, number>()
    for (const row of rows) {
      const name = nameOf(row)
      const all = own.table.subarray(row * labels.length, (row + 1) * labels.length)
      const mean = all.reduce((sum, weight) => sum + weight, 0) / labels.length
      sums.set(name, (sums.get(name) ?? 0) + ((all[each] as number) - mean) * own.step)
    }
    const features = [...sums].map(([name, weight]) => ({ name, weight }))
    return [{ word, part, begins, share: marginals[word * labels.length + each] as number, features }]
  })
}

const listOf = (count: number) => Array.from({ length: count }, (): number[] => [])

/** The feature that a row of the table belongs to. */
function namesOfRows(classes: number): (row: number) => string {
  const ends: { name: string; end: number }[] = []
  for (const { name, size } of FEATURES) ends.push({ name, end: (ends.at(-1)?.end ?? 0) + size(classes) })
  return (row) => ends.find(({ end }) => row < end)?.name ?? ''
}
