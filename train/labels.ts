/** Learns the second reader from made documents, the fixtures and, where there is one, a corpus with gold. */
import { ALPHABETS, type RegionName } from '../src/label/alphabets.ts'
import { rowsOf } from '../src/label/observe.ts'
import { pack, type StoredWeights } from '../src/label/weights.ts'
import { joinFirstWords } from '../src/segment/first-words.ts'
import type { KnownDocument } from './corpus.ts'
import { type Example, learn } from './crf.ts'
import { generate } from './documents/document.ts'
import { classes, exampleOf, labelledOf } from './examples.ts'
import { align } from './gold.ts'

/** Made documents to learn from, passes over all of them, and how much more a real document counts than a made one. */
export const SETTINGS = { made: 2000, epochs: 4, rate: 0.1, decay: 1e-6, real: 2, seed: 'label' }
const REGIONS = ['head', 'foot'] as const

export interface Examples {
  source: string
  region: RegionName
  example: Example
}

export function madeExamples(): Examples[] {
  return [...generate({ seed: SETTINGS.seed, count: SETTINGS.made })].flatMap((document) =>
    REGIONS.map((region) => ({
      source: 'made',
      region,
      example: exampleOf(joinFirstWords(document.text), region, labelledOf(document, region)),
    })),
  )
}

/** Regions whose values all have a place. */
export function knownExamples(documents: readonly KnownDocument[]): Examples[] {
  return documents.flatMap(({ text, truth, source, gold }) =>
    REGIONS.flatMap((region) => {
      if (gold?.excerpt && gold.excerpt !== (region === 'head' ? 'head' : 'tail')) return []
      const labelled = align(text, truth, region)
      return labelled ? [{ source, region, example: exampleOf(text, region, labelled, SETTINGS.real) }] : []
    }),
  )
}

export function learnWeights(examples: readonly Examples[], told: (line: string) => void): StoredWeights {
  const { epochs, rate, decay, seed } = SETTINGS
  const region = (name: RegionName) => {
    const own = examples.filter((each) => each.region === name).map(({ example }) => example)
    const { table, transitions } = learn(
      own,
      { rows: rowsOf(classes.length), alphabet: ALPHABETS[name], epochs, rate, decay, seed },
      told,
    )
    return pack(table, transitions)
  }
  return { classes: [...classes], regions: { head: region('head'), foot: region('foot') } }
}
