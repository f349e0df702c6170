/**
 * Learns the weights of a linear-chain conditional random field: stochastic gradient ascent on the log-likelihood, each
 * weight with a step of its own (AdaGrad; Duchi, Hazan, Singer 2011), weights drawn towards zero (L2).
 */
import type { Alphabet } from '../src/label/alphabets.ts'
import { marginalsOf, transitionCount, transitionsOf } from '../src/label/chain.ts'
import { seeded } from './random.ts'

/** A labelled stretch: rows of the table of weights for each word and each cell, flat, with where each list begins. */
export interface Example {
  wordRows: Uint16Array
  wordStarts: Int32Array
  cellRows: Uint16Array
  cellStarts: Int32Array
  cellOf: Uint16Array
  labels: Uint8Array
  /** How much the example counts. */
  weight: number
}

export interface CrfSettings {
  rows: number
  alphabet: Alphabet
  epochs: number
  /** Greatest step of a weight. */
  rate: number
  /** Share of a weight that is lost each time its row is seen. */
  decay: number
  seed: string
}

export interface Learned {
  table: Float32Array
  transitions: Float32Array
}

const EPSILON = 1e-6

export function learn(
  examples: readonly Example[],
  settings: CrfSettings,
  told: (line: string) => void = () => {},
): Learned {
  const { rows, alphabet, epochs, rate, decay, seed } = settings
  const size = alphabet.labels.length
  const table = new Float32Array(rows * size)
  const seen = new Float32Array(rows * size)
  const transitions = new Float32Array(transitionCount(alphabet))
  const seenSteps = new Float32Array(transitions.length)
  const random = seeded(seed)
  const order = examples.map((_, index) => index)
  const move = (weights: Float32Array, sums: Float32Array, at: number, gradient: number) => {
    if (gradient === 0) return
    const own = gradient - decay * (weights[at] as number)
    sums[at] = (sums[at] as number) + own * own
    weights[at] = (weights[at] as number) + (rate * own) / Math.sqrt(EPSILON + (sums[at] as number))
  }
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = random.below(at + 1)
      ;[order[at], order[other]] = [order[other] as number, order[at] as number]
    }
    let likelihood = 0
    let words = 0
    for (const index of order) {
      const example = examples[index] as Example
      const count = example.labels.length
      if (count === 0) continue
      const steps = transitionsOf(alphabet, transitions)
      const scores = scoresIn(example, table, size)
      const { label, forward, backward, factors, logSum } = marginalsOf(scores, steps)
      let own = 0
      example.labels.forEach((each, word) => {
        own +=
          (scores[word * size + each] as number) +
          (word === 0
            ? (steps.start[each] as number)
            : (steps.step[(example.labels[word - 1] as number) * size + each] as number))
      })
      likelihood += own - logSum
      words += count
      // what is wanted less what is expected, of each word, then of its cell
      const residual = new Float32Array(count * size)
      for (let word = 0; word < count; word++) {
        for (let each = 0; each < size; each++)
          residual[word * size + each] = -(label[word * size + each] as number) * example.weight
        const right = word * size + (example.labels[word] as number)
        residual[right] = (residual[right] as number) + example.weight
      }
      const ofCells = new Float32Array((example.cellStarts.length - 1) * size)
      for (let word = 0; word < count; word++) {
        const cell = (example.cellOf[word] as number) * size
        for (let each = 0; each < size; each++)
          ofCells[cell + each] = (ofCells[cell + each] as number) + (residual[word * size + each] as number)
        for (let at = example.wordStarts[word] as number; at < (example.wordStarts[word + 1] as number); at++)
          for (let each = 0; each < size; each++)
            move(table, seen, (example.wordRows[at] as number) * size + each, residual[word * size + each] as number)
      }
      for (let cell = 0; cell < example.cellStarts.length - 1; cell++)
        for (let at = example.cellStarts[cell] as number; at < (example.cellStarts[cell + 1] as number); at++)
          for (let each = 0; each < size; each++)
            move(table, seen, (example.cellRows[at] as number) * size + each, ofCells[cell * size + each] as number)
      // steps from label to label
      const gradient = new Float32Array(transitions.length)
      for (let each = 0; each < size; each++) gradient[each] = -(label[each] as number)
      gradient[example.labels[0] as number] = (gradient[example.labels[0] as number] as number) + 1
      const factor = steps.step.map(Math.exp)
      const pair = new Float64Array(size * size)
      for (let word = 1; word < count; word++) {
        let sum = 0
        for (let before = 0; before < size; before++) {
          const reached = forward[(word - 1) * size + before] as number
          for (let each = 0; each < size; each++) {
            const share =
              reached *
              (factor[before * size + each] as number) *
              (factors[word * size + each] as number) *
              (backward[word * size + each] as number)
            pair[before * size + each] = share
            sum += share
          }
        }
        for (let at = 0; at < pair.length; at++)
          gradient[size + at] = (gradient[size + at] as number) - (pair[at] as number) / sum
        const right = size + (example.labels[word - 1] as number) * size + (example.labels[word] as number)
        gradient[right] = (gradient[right] as number) + 1
      }
      for (const [at, each] of gradient.entries()) move(transitions, seenSteps, at, each * example.weight)
    }
    told(`${alphabet.name}, pass ${epoch + 1} of ${epochs}: log-likelihood a word ${(likelihood / words).toFixed(4)}`)
  }
  return { table, transitions }
}

function scoresIn(
  { wordRows, wordStarts, cellRows, cellStarts, cellOf, labels }: Example,
  table: Float32Array,
  size: number,
): Float64Array {
  const ofCells = new Float64Array((cellStarts.length - 1) * size)
  for (let cell = 0; cell < cellStarts.length - 1; cell++)
    for (let at = cellStarts[cell] as number; at < (cellStarts[cell + 1] as number); at++) {
      const row = (cellRows[at] as number) * size
      for (let each = 0; each < size; each++)
        ofCells[cell * size + each] = (ofCells[cell * size + each] as number) + (table[row + each] as number)
    }
  const scores = new Float64Array(labels.length * size)
  for (let word = 0; word < labels.length; word++) {
    const cell = (cellOf[word] as number) * size
    const to = word * size
    for (let each = 0; each < size; each++) scores[to + each] = ofCells[cell + each] as number
    for (let at = wordStarts[word] as number; at < (wordStarts[word + 1] as number); at++) {
      const row = (wordRows[at] as number) * size
      for (let each = 0; each < size; each++)
        scores[to + each] = (scores[to + each] as number) + (table[row + each] as number)
    }
  }
  return scores
}
