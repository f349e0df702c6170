/** The one lexicon: all phrases of the grammars in one trie over folded words, and what of them stands in a text. */
import type { Grammar } from '../grammar/shapes.ts'
import { Vocabulary } from '../words/vocabulary.ts'
import { readWords, type Words } from '../words/words.ts'
import { phrasesOf } from './phrases.ts'
import { Trie } from './trie.ts'

export interface Lexicon {
  readonly vocabulary: Vocabulary
  /** Names of the classes (`positions`, `cues/addressee`); hits give their index. */
  readonly classes: readonly string[]
  readonly trie: Trie
  /** Of each value in the trie: its class, and the phrase in small letters as the grammar prints it. */
  readonly values: readonly { class: number; print: string }[]
}

/** Phrases of a text, by first word, the longest first. */
export interface Hits {
  readonly count: number
  /** Index of the class. */
  readonly class: Uint16Array
  /** First word, and the one behind the last. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** 1 where every mark is printed as the grammar prints it, 0 where only the letters are the same. */
  readonly exact: Uint8Array
}

export function createLexicon(grammar: Grammar): Lexicon {
  const named = [...phrasesOf(grammar)]
  const words = named.map(({ phrase }) => wordsIn(phrase))
  const vocabulary = new Vocabulary(words.flat())
  const classes = [...new Set(named.map((each) => each.class))]
  const place = new Map(classes.map((name, index) => [name, index]))
  const values = named.map(({ class: name, phrase }) => ({ class: place.get(name) as number, print: printOf(phrase) }))
  const trie = new Trie(
    words
      .map((each, value) => ({ ids: each.map((word) => vocabulary.idOf(word)), value }))
      .filter(({ ids }) => ids.length > 0),
  )
  return { vocabulary, classes, trie, values }
}

const NO_WORDS = new Vocabulary([])

function wordsIn(phrase: string): string[] {
  const { count, start, end } = readWords(phrase, NO_WORDS)
  return Array.from({ length: count }, (_, at) => phrase.slice(start[at], end[at]))
}

/** Marks as they are compared: small letters, the tone behind its syllable, so that `hoà` is `hòa`; spaces left out. */
function printOf(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{L}\p{M}]+/gu, (word) => word.replace(TONE, '') + (word.match(TONE)?.join('') ?? ''))
    .replace(/\s+/g, '')
}
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g

/** All phrases of the lexicon in the words of a text. */
export function findHits(words: Words, { trie, values }: Lexicon): Hits {
  const found: number[] = []
  const { id, count, text, start, end } = words
  for (let at = 0; at < count; at++) {
    const first = id[at] as number
    let node = first === 0 ? 0 : trie.step(0, first)
    const hits: number[] = []
    for (let next = at + 1; node !== 0; next++) {
      const ending = trie.valuesAt(node)
      if (ending.length > 0) {
        const print = printOf(text.slice(start[at], end[next - 1]))
        const seen = new Map<number, number>()
        for (const value of ending) {
          const { class: name, print: wanted } = values[value] as (typeof values)[number]
          seen.set(name, Math.max(seen.get(name) ?? 0, wanted === print ? 1 : 0))
        }
        for (const [name, exact] of seen) hits.unshift(name, at, next, exact)
      }
      const following = next < count ? (id[next] as number) : 0
      node = following === 0 ? 0 : trie.step(node, following)
    }
    for (const each of hits) found.push(each)
  }
  return packed(found)
}

const FIELDS = 4

function packed(found: number[]): Hits {
  const count = found.length / FIELDS
  const hits = {
    count,
    class: new Uint16Array(count),
    from: new Int32Array(count),
    to: new Int32Array(count),
    exact: new Uint8Array(count),
  }
  for (let at = 0; at < count; at++) {
    hits.class[at] = found[at * FIELDS] as number
    hits.from[at] = found[at * FIELDS + 1] as number
    hits.to[at] = found[at * FIELDS + 2] as number
    hits.exact[at] = found[at * FIELDS + 3] as number
  }
  return hits
}
