/**
 * Phrases with what each means, found where a word of a text begins one. Words are the same when their letters are; how
 * many of them are printed with other marks is told, for the reader to judge.
 *
 * ```
 * > | Sở Y tế triên khai
 *             ^^^^^^^^^^ 'triển khai', one syllable printed otherwise
 * ```
 */
import { remembered } from '../remembered.ts'
import { Vocabulary } from '../words/vocabulary.ts'
import { readWords, splitWords, type Words } from '../words/words.ts'
import { toneLast } from './tone-last.ts'
import { Trie } from './trie.ts'

export interface Phrase<T> {
  /** Index of the word behind the phrase. */
  to: number
  value: T
  /** Words of the phrase whose marks are printed otherwise. */
  otherwise: number
  /** Whether all of it is printed without marks, as a machine that knows none prints. */
  plain: boolean
}

interface Entry<T> {
  value: T
  words: readonly string[]
  /** The same with the tone of each behind it. */
  tones: readonly string[]
}

const NONE: readonly never[] = []

export class PhraseBook<T> {
  readonly vocabulary: Vocabulary
  readonly #trie: Trie
  readonly #entries: Entry<T>[] = []
  readonly #firsts = new Map<T, ReadonlySet<number>>()

  constructor(phrases: Iterable<readonly [phrase: string, value: T]>) {
    const split = [...phrases].map(([phrase, value]) => ({ words: splitWords(phrase), value }))
    this.vocabulary = new Vocabulary(split.flatMap(({ words }) => words))
    const idOf = remembered((word) => this.vocabulary.idOf(word))
    this.#trie = new Trie(
      split
        .filter(({ words }) => words.length > 0)
        .map(({ words, value }) => {
          this.#entries.push({ value, words, tones: words.map(toneLast) })
          return { ids: words.map(idOf), value: this.#entries.length - 1 }
        }),
    )
  }

  /** The words of a text by the numbers of this book. */
  read(text: string): Words {
    return readWords(text, this.vocabulary)
  }

  /** Numbers of the words with which phrases of that value begin. */
  firstsOf(value: T): ReadonlySet<number> {
    const known = this.#firsts.get(value)
    if (known) return known
    const words = this.#entries.filter((entry) => entry.value === value).map((entry) => entry.words[0] as string)
    const firsts = new Set(words.map((word) => this.vocabulary.idOf(word)))
    this.#firsts.set(value, firsts)
    return firsts
  }

  /** Every phrase that begins with the word, the longest first. */
  at(words: Words, index: number): readonly Phrase<T>[] {
    let found: Phrase<T>[] | undefined
    let node = 0
    for (let next = index; next < words.count; next++) {
      const id = words.id[next] as number
      node = id === 0 ? 0 : this.#trie.step(node, id)
      if (node === 0) break
      for (const at of this.#trie.valuesAt(node)) {
        found ??= []
        found.push(this.#phrase(words, index, next + 1, this.#entries[at] as Entry<T>))
      }
    }
    return found?.reverse() ?? NONE
  }

  #phrase(words: Words, from: number, to: number, { value, words: wanted, tones }: Entry<T>): Phrase<T> {
    let otherwise = 0
    for (let at = from; at < to; at++) {
      const start = words.start[at] as number
      const end = words.end[at] as number
      const word = wanted[at - from] as string
      if (end - start === word.length && words.text.startsWith(word, start)) continue
      if (toneLast(words.text.slice(start, end)) !== tones[at - from]) otherwise++
    }
    return { to, value, otherwise, plain: otherwise > 0 && isPlain(words, from, to) }
  }
}

/** Whether the words bear no mark. */
function isPlain({ text, start, end }: Words, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (/[^ -~]/.test(text.slice(start[at], end[at]))) return false
  return true
}
