/** Folded words by number: those of the grammars, each known by the hash of its letters. */
import { foldedUnit, skeleton } from '../text.ts'
import { restoredInts, storedInts } from './stored-ints.ts'
import { HASH_START, hashed } from './words.ts'

/** Share of places of the table that are filled at most. */
const LOAD = 0.5

/** A vocabulary as it is kept. */
export interface StoredVocabulary {
  /** Folded words by id, from 1, joined by spaces. */
  folded: string
  table: string
}

export class Vocabulary {
  /** Folded words; their index is their id, 0 is no word. */
  readonly words: readonly string[]
  readonly #table: Int32Array
  readonly #mask: number

  constructor(words: Iterable<string> | StoredVocabulary) {
    if (typeof words === 'object' && 'folded' in words) {
      this.words = ['', ...words.folded.split(' ')]
      this.#table = restoredInts(words.table)
      this.#mask = this.#table.length - 1
      return
    }
    this.words = ['', ...new Set([...new Set(words)].map(skeleton))]
    let size = 16
    while (size * LOAD < this.words.length) size *= 2
    this.#table = new Int32Array(size)
    this.#mask = size - 1
    for (let id = 1; id < this.words.length; id++) {
      let at = hashOf(this.words[id] as string) & this.#mask
      while (this.#table[at] !== 0) at = (at + 1) & this.#mask
      this.#table[at] = id
    }
  }

  /** What the vocabulary is made of anew. */
  stored(): StoredVocabulary {
    return { folded: this.words.slice(1).join(' '), table: storedInts(this.#table) }
  }

  /** The id of the word at `[from, to)` of a text, of which `hash` is the hash of the folded units; 0 where it is none. */
  idAt(hash: number, text: string, from: number, to: number): number {
    for (let at = hash & this.#mask; ; at = (at + 1) & this.#mask) {
      const id = this.#table[at] as number
      if (id === 0 || isWord(this.words[id] as string, text, from, to)) return id
    }
  }

  /** The id of a word, folded here; 0 where it is none. */
  idOf(word: string): number {
    return this.idAt(hashOf(skeleton(word)), word, 0, word.length)
  }
}

function isWord(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== foldedUnit(text.charCodeAt(from + at))) return false
  return true
}

function hashOf(folded: string): number {
  let hash = HASH_START
  for (let at = 0; at < folded.length; at++) hash = hashed(hash, folded.charCodeAt(at))
  return hash
}
