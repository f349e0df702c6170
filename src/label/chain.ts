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
  /** The steps as factors. */
  factors: Float64Array
  /** By label, whether some other label must not lead to it. */
  isNarrow: readonly boolean[]
  /** By label, those among the labels it leads to that some other label must not lead to. */
  narrow: readonly (readonly number[])[]
  /** All labels, in their order. */
  all: readonly number[]
  /** How much one step into a label that all may lead to can weigh more than another at most. */
  spread: number
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
  return withFactors(start, step)
}

/** Transitions with what is made of them once. */
export function withFactors(start: Float64Array, step: Float64Array): Transitions {
  const labels = [...start.keys()]
  const steps = (label: number) => labels.map((before) => step[before * labels.length + label] as number)
  const isNarrow = labels.map((label) => steps(label).includes(-Infinity))
  return {
    start,
    step,
    factors: step.map(Math.exp),
    isNarrow,
    narrow: labels.map((before) =>
      labels.filter((label) => isNarrow[label] && step[before * labels.length + label] !== -Infinity),
    ),
    all: labels,
    spread: Math.max(
      0,
      ...labels
        .filter((label) => !isNarrow[label])
        .map((label) => Math.max(...steps(label)) - Math.min(...steps(label))),
    ),
  }
}

/** How many numbers {@link transitionsOf} takes. */
export const transitionCount = ({ labels }: Alphabet): number => labels.length * (labels.length + 1)

/**
 * A label that is behind the best one by more than any step can make up is followed only where the best one must not go:
 * into the inside of its own part.
 *
 * @param scores `[word * labels + label]`
 */
export function bestPath(scores: Float64Array, { start, step, narrow, all, spread }: Transitions): Int32Array {
  const size = start.length
  const count = scores.length / size
  const path = new Int32Array(count)
  if (count === 0) return path
  const back = new Uint8Array(count * size)
  let now = Float64Array.from(start, (score, label) => score + (scores[label] as number))
  let next = new Float64Array(size)
  for (let word = 1; word < count; word++) {
    const least = greatest(now) - spread
    const at = word * size
    next.fill(-Infinity)
    for (let before = 0; before < size; before++) {
      const reached = now[before] as number
      const from = before * size
      const ways = reached < least ? (narrow[before] as readonly number[]) : all
      for (let way = 0; way < ways.length; way++) {
        const label = ways[way] as number
        const score = reached + (step[from + label] as number)
        if (score <= (next[label] as number)) continue
        next[label] = score
        back[at + label] = before
      }
    }
    for (let label = 0; label < size; label++) next[label] = (next[label] as number) + (scores[at + label] as number)
    ;[now, next] = [next, now]
  }
  let label = now.indexOf(greatest(now))
  for (let word = count - 1; word >= 0; word--) {
    path[word] = label
    label = back[word * size + label] as number
  }
  return path
}

function greatest(scores: Float64Array): number {
  let found = -Infinity
  for (let at = 0; at < scores.length; at++) if ((scores[at] as number) > found) found = scores[at] as number
  return found
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

/** Share of the most probable label below which a label is left out of the sums of all that it may lead to. */
const LEAST = 1e-8

export function marginalsOf(scores: Float64Array, transitions: Transitions): Marginals {
  const size = transitions.start.length
  const count = scores.length / size
  const factors = new Float64Array(scores.length)
  let logSum = 0
  for (let word = 0; word < count; word++) logSum += scaledInto(factors, scores, word * size, size)
  const { forward, logSum: own } = forwardSums(factors, transitions)
  const backward = new Float64Array(factors.length)
  eachBackward(factors, transitions, (word, sums) => backward.set(sums, word * size))
  const label = forward.map((each, at) => each * (backward[at] as number))
  for (let word = 0; word < count; word++) normalised(label, word * size, size)
  return { label, forward, backward, factors, logSum: logSum + own }
}

function forwardSums(factors: Float64Array, { start, factors: steps, narrow }: Transitions) {
  const size = start.length
  const forward = new Float64Array(factors.length)
  let logSum = 0
  for (let at = 0; at < factors.length; at += size) {
    if (at === 0) for (let each = 0; each < size; each++) forward[each] = Math.exp(start[each] as number)
    else
      for (let before = 0; before < size; before++) {
        const reached = forward[at - size + before] as number
        const from = before * size
        if (reached < LEAST)
          for (const each of narrow[before] as number[])
            forward[at + each] = (forward[at + each] as number) + reached * (steps[from + each] as number)
        else
          for (let each = 0; each < size; each++)
            forward[at + each] = (forward[at + each] as number) + reached * (steps[from + each] as number)
      }
    for (let each = at; each < at + size; each++) forward[each] = (forward[each] as number) * (factors[each] as number)
    logSum += Math.log(normalised(forward, at, size))
  }
  return { forward, logSum }
}

/** Tells the backward sums of each word, from the last one; the array is the next word's too. */
function eachBackward(
  factors: Float64Array,
  { start, factors: steps, isNarrow }: Transitions,
  tell: (word: number, sums: Float64Array) => void,
): void {
  const size = start.length
  const backward = new Float64Array(size).fill(1)
  const behind = new Float64Array(size)
  for (let word = factors.length / size - 1; word >= 0; word--) {
    normalised(backward, 0, size)
    tell(word, backward)
    let widest = 0
    for (let next = 0; next < size; next++) {
      const each = (factors[word * size + next] as number) * (backward[next] as number)
      behind[next] = each
      if (each > widest && !isNarrow[next]) widest = each
    }
    backward.fill(0)
    for (let next = 0; next < size; next++) {
      const reached = behind[next] as number
      if (reached < widest * LEAST) continue
      for (let each = 0, step = next; each < size; each++, step += size)
        backward[each] = (backward[each] as number) + reached * (steps[step] as number)
    }
  }
}

/**
 * Probability of one label of each word, as {@link marginalsOf} has it.
 *
 * @param scores are overwritten
 */
export function sharesOf(scores: Float64Array, transitions: Transitions, labels: Int32Array): Float64Array {
  const size = transitions.start.length
  for (let at = 0; at < scores.length; at += size) scaledInto(scores, scores, at, size)
  const { forward } = forwardSums(scores, transitions)
  const shares = new Float64Array(labels.length)
  eachBackward(scores, transitions, (word, backward) => {
    const at = word * size
    let sum = 0
    for (let each = 0; each < size; each++) sum += (forward[at + each] as number) * (backward[each] as number)
    const label = labels[word] as number
    shares[word] = ((forward[at + label] as number) * (backward[label] as number)) / sum
  })
  return shares
}

/** A word's scores over its greatest, as factors; gives the greatest. */
function scaledInto(factors: Float64Array, scores: Float64Array, at: number, size: number): number {
  let highest = -Infinity
  for (let each = at; each < at + size; each++) if ((scores[each] as number) > highest) highest = scores[each] as number
  for (let each = at; each < at + size; each++) factors[each] = Math.exp((scores[each] as number) - highest)
  return highest
}

/** Makes a word's shares add up to one; gives what they added up to. */
function normalised(shares: Float64Array, at: number, size: number): number {
  let sum = 0
  for (let each = at; each < at + size; each++) sum += shares[each] as number
  for (let each = at; each < at + size; each++) shares[each] = (shares[each] as number) / sum
  return sum
}
