/**
 * A linear-chain conditional random field: the best sequence of labels (Viterbi) and how probable each label of each
 * word is (forward and backward sums, scaled). Lafferty, McCallum, Pereira: Conditional random fields, ICML 2001.
 */
import type { Alphabet } from './alphabets.ts'

/** Scores that are added up along a sequence. `-Infinity` where a label must not follow another. */
export interface Transitions {
  /** First label. */
  start: Float64Array
  /** `[before * labels + label]`. */
  step: Float64Array
}

export function transitionsOf(alphabet: Alphabet, learned: ArrayLike<number>): Transitions {
  const size = alphabet.labels.length
  const start = new Float64Array(size)
  const step = new Float64Array(size * size)
  for (let label = 0; label < size; label++) {
    start[label] = alphabet.labels[label]?.inside ? -Infinity : (learned[label] as number)
    for (let before = 0; before < size; before++)
      step[before * size + label] = alphabet.follows(label, before)
        ? (learned[size + before * size + label] as number)
        : -Infinity
  }
  return { start, step }
}

/** How many numbers {@link transitionsOf} takes. */
export const transitionCount = ({ labels }: Alphabet): number => labels.length * (labels.length + 1)

/** @param scores `[word * labels + label]` */
export function bestPath(scores: Float64Array, { start, step }: Transitions): Int32Array {
  const size = start.length
  const count = scores.length / size
  const path = new Int32Array(count)
  if (count === 0) return path
  const back = new Int32Array(count * size)
  let now = Float64Array.from(start, (score, label) => score + (scores[label] as number))
  for (let word = 1; word < count; word++) {
    const next = new Float64Array(size).fill(-Infinity)
    for (let before = 0; before < size; before++) {
      const reached = now[before] as number
      if (reached === -Infinity) continue
      for (let label = 0; label < size; label++) {
        const score = reached + (step[before * size + label] as number)
        if (score > (next[label] as number)) {
          next[label] = score
          back[word * size + label] = before
        }
      }
    }
    for (let label = 0; label < size; label++)
      next[label] = (next[label] as number) + (scores[word * size + label] as number)
    now = next
  }
  let label = now.indexOf(Math.max(...now))
  for (let word = count - 1; word >= 0; word--) {
    path[word] = label
    label = back[word * size + label] as number
  }
  return path
}

export interface Marginals {
  /** Probability of each label of each word, `[word * labels + label]`. */
  label: Float64Array
  /** Forward and backward sums, each word's forward sums adding up to one; what a trainer needs. */
  forward: Float64Array
  backward: Float64Array
  /** Each word's scores over its greatest, as factors. */
  factors: Float64Array
  /** Logarithm of the sum over all sequences. */
  logSum: number
}

export function marginalsOf(scores: Float64Array, { start, step }: Transitions): Marginals {
  const size = start.length
  const count = scores.length / size
  const factors = new Float64Array(scores.length)
  const steps = step.map(Math.exp)
  const forward = new Float64Array(scores.length)
  const backward = new Float64Array(scores.length)
  const label = new Float64Array(scores.length)
  let logSum = 0
  for (let word = 0; word < count; word++) {
    const at = word * size
    let greatest = -Infinity
    for (let each = 0; each < size; each++) greatest = Math.max(greatest, scores[at + each] as number)
    for (let each = 0; each < size; each++) factors[at + each] = Math.exp((scores[at + each] as number) - greatest)
    let sum = 0
    if (word === 0) for (let each = 0; each < size; each++) forward[each] = Math.exp(start[each] as number)
    else
      for (let before = 0; before < size; before++) {
        const reached = forward[at - size + before] as number
        if (reached === 0) continue
        for (let each = 0; each < size; each++)
          forward[at + each] = (forward[at + each] as number) + reached * (steps[before * size + each] as number)
      }
    for (let each = 0; each < size; each++) {
      forward[at + each] = (forward[at + each] as number) * (factors[at + each] as number)
      sum += forward[at + each] as number
    }
    for (let each = 0; each < size; each++) forward[at + each] = (forward[at + each] as number) / sum
    logSum += Math.log(sum) + greatest
  }
  for (let word = count - 1; word >= 0; word--) {
    const at = word * size
    let sum = 0
    for (let each = 0; each < size; each++) {
      let reached = word === count - 1 ? 1 : 0
      if (word < count - 1)
        for (let next = 0; next < size; next++)
          reached +=
            (steps[each * size + next] as number) *
            (factors[at + size + next] as number) *
            (backward[at + size + next] as number)
      backward[at + each] = reached
      sum += reached
    }
    let total = 0
    for (let each = 0; each < size; each++) {
      backward[at + each] = (backward[at + each] as number) / sum
      label[at + each] = (forward[at + each] as number) * (backward[at + each] as number)
      total += label[at + each] as number
    }
    for (let each = 0; each < size; each++) label[at + each] = (label[at + each] as number) / total
  }
  return { label, forward, backward, factors, logSum }
}
