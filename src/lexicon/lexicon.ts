/** The one lexicon: all phrases of the grammars in one trie over folded words, and what of them stands in a text. */
import { remembered } from '../remembered.ts'
import type { Grammar } from '../grammar/shapes.ts'
import { latin } from '../latin.ts'
import { type StoredVocabulary, Vocabulary } from '../words/vocabulary.ts'
import { splitWords, type Words } from '../words/words.ts'
import { phrasesOf } from './phrases.ts'
import { toneLast } from './tone-last.ts'
import { type StoredTrie, Trie } from './trie.ts'

export interface Lexicon {
  readonly vocabulary: Vocabulary
  /** Names of the classes (`positions`, `cues/addressee`); hits give their index. */
  readonly classes: readonly string[]
  readonly trie: Trie
  /** Of each value in the trie: its class, and the phrase as the grammar has it. */
  readonly values: readonly { class: number; phrase: string }[]
  /** What phrases end at a node of the trie, by how they are printed; filled as texts are read. */
  readonly known: (Map<string, readonly Ending[]> | undefined)[]
}

/** A class of which a phrase ends here, and whether it is printed with the marks of the grammar. */
interface Ending {
  class: number
  exact: boolean
}

/** A phrase that stands in a text. */
export interface Hit {
  /** Index of the class. */
  class: number
  /** First word, and the one behind the last. */
  from: number
  to: number
  /** Whether every mark is printed as the grammar prints it; else only the letters are the same. */
  exact: boolean
}

/** @param wanted which classes it holds; all of them where it is left out. */
export function createLexicon(grammar: Grammar, wanted: (name: string) => boolean = () => true): Lexicon {
  const named = [...phrasesOf(grammar)].filter(({ class: name }) => wanted(name))
  const words = named.map(({ phrase }) => splitWords(phrase))
  const vocabulary = new Vocabulary(words.flat())
  const classes = [...new Set(named.map((each) => each.class))]
  const place = new Map(classes.map((name, index) => [name, index]))
  const values = named.map(({ class: name, phrase }) => ({ class: place.get(name) as number, phrase }))
  const idOf = remembered((word) => vocabulary.idOf(word))
  const trie = new Trie(
    words.map((each, value) => ({ ids: each.map(idOf), value })).filter(({ ids }) => ids.length > 0),
  )
  return { vocabulary, classes, trie, values, known: [] }
}

/** Marks as they are compared: small letters, the tone behind its syllable, so that `hoà` is `hòa`; spaces left out. */
function printOf(text: string): string {
  return text
    .toLowerCase()
    .replace(latin(/[\p{L}\p{M}]+/gu), toneLast)
    .replace(/\s+/g, '')
}

/** All phrases of the lexicon in the words of a text, or in those from the first to before the second place; by first word, the longest first. */
export function findHits(
  words: Words,
  lexicon: Lexicon,
  [from, to]: readonly [number, number] = [0, words.count],
): Hit[] {
  const found: Hit[] = []
  const { id, text, start, end } = words
  const { trie } = lexicon
  for (let at = from; at < to; at++) {
    const first = id[at] as number
    let node = first === 0 ? 0 : trie.step(0, first)
    const begin = found.length
    for (let next = at + 1; node !== 0; next++) {
      if (trie.valuesAt(node).length > 0)
        for (const { class: name, exact } of endingsAt(lexicon, node, text.slice(start[at], end[next - 1])))
          found.push({ class: name, from: at, to: next, exact })
      const following = next < to ? (id[next] as number) : 0
      node = following === 0 ? 0 : trie.step(node, following)
    }
    turn(found, begin)
  }
  return found
}

/** Turns the order of the hits from a place on. */
function turn(found: Hit[], begin: number): void {
  for (let low = begin, high = found.length - 1; low < high; low++, high--) {
    const before = found[low] as Hit
    found[low] = found[high] as Hit
    found[high] = before
  }
}

/** Ways of printing that are remembered of one phrase. */
const MOST_KNOWN = 200

function endingsAt({ trie, values, known }: Lexicon, node: number, printed: string): readonly Ending[] {
  const ofNode = known[node] ?? new Map<string, readonly Ending[]>()
  const before = ofNode.get(printed)
  if (before) return before
  const print = printOf(printed)
  const exact = new Map<number, boolean>()
  for (const value of trie.valuesAt(node)) {
    const { class: name, phrase } = values[value] as (typeof values)[number]
    exact.set(name, exact.get(name) === true || printOf(phrase) === print)
  }
  const endings = [...exact].map(([name, is]): Ending => ({ class: name, exact: is }))
  if (ofNode.size >= MOST_KNOWN) ofNode.clear()
  known[node] = ofNode.set(printed, endings)
  return endings
}

/** A lexicon as it is kept. */
export interface StoredLexicon {
  vocabulary: StoredVocabulary
  classes: readonly string[]
  /** Class of each value, and the phrases, one a line. */
  classOf: readonly number[]
  phrases: string
  trie: StoredTrie
}

export function storedLexicon({ vocabulary, classes, values, trie }: Lexicon): StoredLexicon {
  return {
    vocabulary: vocabulary.stored(),
    classes,
    classOf: values.map((value) => value.class),
    phrases: values.map(({ phrase }) => phrase).join('\n'),
    trie: trie.stored(),
  }
}

export function restoredLexicon({ vocabulary, classes, classOf, phrases, trie }: StoredLexicon): Lexicon {
  return {
    vocabulary: new Vocabulary(vocabulary),
    classes,
    values: phrases.split('\n').map((phrase, value) => ({ class: classOf[value] as number, phrase })),
    trie: new Trie(trie),
    known: [],
  }
}
