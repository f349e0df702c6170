/** Phrases as paths of word ids in one tree, frozen into arrays: a step costs one look-up, whatever the grammar knows. */
import { restoredInts, storedInts } from '../words/stored-ints.ts'

export interface Phrase {
  /** Ids of its words. */
  ids: readonly number[]
  /** What stands at its end. */
  value: number
}

/** Share of places of the table that are filled at most. */
const LOAD = 0.5
/** Ids of words are smaller. */
const MOST_WORDS = 2 ** 20

/** A trie as it is kept. */
export interface StoredTrie {
  nodes: string
  words: string
  targets: string
  /** How many nodes it has. */
  count: number
  /** Node and value of each phrase, in turn. */
  ends: string
}

const NONE: readonly number[] = []

export class Trie {
  /** Keys and targets of the edges, by hash of node and word. */
  readonly #nodes: Int32Array
  readonly #words: Int32Array
  readonly #targets: Int32Array
  readonly #mask: number
  readonly #values: readonly (readonly number[])[]

  constructor(phrases: Iterable<Phrase> | StoredTrie) {
    if ('ends' in phrases) {
      this.#nodes = restoredInts(phrases.nodes)
      this.#words = restoredInts(phrases.words)
      this.#targets = restoredInts(phrases.targets)
      this.#mask = this.#targets.length - 1
      this.#values = valuesOf(restoredInts(phrases.ends), phrases.count)
      return
    }
    const targets = new Map<number, number>()
    const values: number[][] = [[]]
    for (const { ids, value } of phrases) {
      let node = 0
      for (const id of ids) {
        const edge = node * MOST_WORDS + id
        let next = targets.get(edge)
        if (next === undefined) {
          next = values.push([]) - 1
          targets.set(edge, next)
        }
        node = next
      }
      ;(values[node] as number[]).push(value)
    }
    this.#values = values
    let size = 16
    while (size * LOAD < targets.size) size *= 2
    this.#mask = size - 1
    this.#nodes = new Int32Array(size)
    this.#words = new Int32Array(size)
    this.#targets = new Int32Array(size)
    for (const [edge, target] of targets) {
      const [node, word] = [Math.floor(edge / MOST_WORDS), edge % MOST_WORDS]
      let at = this.#place(node, word)
      while (this.#targets[at] !== 0) at = (at + 1) & this.#mask
      this.#nodes[at] = node
      this.#words[at] = word
      this.#targets[at] = target
    }
  }

  /** What the trie is made of anew. */
  stored(): StoredTrie {
    const ends = this.#values.flatMap((values, node) => values.flatMap((value) => [node, value]))
    return {
      nodes: storedInts(this.#nodes),
      words: storedInts(this.#words),
      targets: storedInts(this.#targets),
      count: this.#values.length,
      ends: storedInts(Int32Array.from(ends)),
    }
  }

  /** The node that the word leads to from a node, 0 being the root; 0 where it leads nowhere. */
  step(node: number, word: number): number {
    for (let at = this.#place(node, word); ; at = (at + 1) & this.#mask) {
      const target = this.#targets[at] as number
      if (target === 0 || (this.#nodes[at] === node && this.#words[at] === word)) return target
    }
  }

  /** Values of the phrases that end at a node. */
  valuesAt(node: number): readonly number[] {
    return this.#values[node] as readonly number[]
  }

  #place(node: number, word: number): number {
    return (Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b)) & this.#mask
  }
}

function valuesOf(ends: Int32Array, count: number): (readonly number[])[] {
  const values = new Array<readonly number[]>(count).fill(NONE)
  for (let at = 0; at < ends.length; at += 2) {
    const [node, value] = [ends[at] as number, ends[at + 1] as number]
    values[node] = [...(values[node] as readonly number[]), value]
  }
  return values
}
