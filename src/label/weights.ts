/** Learned weights as they are kept: one signed byte each, times a step; numbers only, no word of any text. */
import { ALPHABETS, type Alphabet, type RegionName } from './alphabets.ts'
import { type Transitions, transitionCount, transitionsOf } from './chain.ts'
import { rowsOf } from './observe.ts'

/** As it stands in `weights.json`. */
export interface StoredWeights {
  /** Classes of the lexicon that the features know, by name. */
  classes: string[]
  regions: Record<RegionName, { step: number; table: string; transitions: string }>
}

export interface RegionWeights {
  alphabet: Alphabet
  /** `[row * labels + label]`, rows as `observe` gives them; in steps. */
  table: Int8Array
  /** What one in the table adds to a score. */
  step: number
  transitions: Transitions
}

export interface Weights {
  classes: readonly string[]
  regions: Readonly<Record<RegionName, RegionWeights>>
}

export function unpack({ classes, regions }: StoredWeights): Weights {
  const region = (name: RegionName): RegionWeights => {
    const alphabet = ALPHABETS[name]
    const { step, table, transitions } = regions[name]
    const learned = Float32Array.from(bytesOf(transitions), (value) => value * step)
    const found = { alphabet, table: bytesOf(table), step, transitions: transitionsOf(alphabet, learned) }
    if (found.table.length !== rowsOf(classes.length) * alphabet.labels.length)
      throw new Error('weights.json does not fit the features; run npm run train')
    return found
  }
  return { classes, regions: { head: region('head'), foot: region('foot') } }
}

const bytesOf = (packed: string) => new Int8Array(Buffer.from(packed, 'base64'))

/** The greatest weight that a byte holds. */
const MOST = 127

export function pack(table: ArrayLike<number>, transitions: ArrayLike<number>): StoredWeights['regions'][RegionName] {
  let greatest = 0
  for (const list of [table, transitions])
    for (let at = 0; at < list.length; at++) greatest = Math.max(greatest, Math.abs(list[at] as number))
  const step = greatest / MOST || 1
  const packed = (list: ArrayLike<number>) =>
    Buffer.from(Int8Array.from(list, (value) => Math.round(value / step)).buffer).toString('base64')
  return { step, table: packed(table), transitions: packed(transitions) }
}

export { transitionCount }
