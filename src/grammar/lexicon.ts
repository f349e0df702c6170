/**
 * Words and phrases that print is held against where an OCR engine read it: which syllables there are, which follow each
 * other, and the fixed phrases of the form (bodies, posts, formulas, types, places).
 */
import { latin } from '../latin.ts'
import { skeleton } from '../text.ts'
import { type Grammar, perGrammar } from './grammar.ts'
import vocabulary from './vocabulary.ts'

/** A fixed phrase of two words or more: its words in small letters. */
export interface Phrase {
  skeletons: string[]
  words: string[]
}

export interface Lexicon {
  /** Whether a word in small letters is known; the place of its tone mark does not count. */
  knows(word: string): boolean
  /** Known words that differ from one another by their marks alone, frequent ones first. */
  alike(skeleton: string): readonly string[]
  /** Whether two words are known to follow each other; `#` stands for a number. */
  follows(first: string, second: string): boolean
  /** The family name that is meant by a skeleton, where it can be no other. */
  surname(skeleton: string): string | null
  /** The longest fixed phrase that begins at a word, where its skeleton can mean no other. */
  phraseAt(skeletons: readonly string[], at: number): Phrase | null
}

/** The lexicon of the grammar in force. */
export const lexicon = perGrammar(makeLexicon)

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g

/** A word with its tone mark behind its letters, so that `hoà` is `hòa`. */
export function toneless(word: string): string {
  const letters = word.normalize('NFD')
  const tone = letters.match(TONE)
  return tone ? letters.replace(TONE, '') + tone.join('') : letters
}

/** Cues that are printed as a whole: titles, mottoes, labels. */
const PRINTED = [
  'national-title',
  'motto',
  'party-title',
  'youth-title',
  'recipients',
  'addressee',
  'urgency',
  'secrecy',
]

function fixedPhrases(grammar: Grammar): string[] {
  const { positions, heads, agencies, authorities, types, cues } = grammar
  const fields = grammar['agency-words'].find(({ id }) => id === 'fields')?.words ?? []
  return [
    ...fields,
    ...agencies.filter(({ kind }) => kind === 'field').flatMap(({ name }) => fields.map((field) => `${name} ${field}`)),
    ...grammar['agency-words'].flatMap(({ words }) => words),
    ...positions.map(({ name }) => name),
    ...heads.map(({ name }) => name),
    ...agencies.flatMap(({ name, forms }) => [name, ...forms]),
    ...authorities.flatMap(({ meaning, forms }) => [meaning, ...forms]),
    ...types.flatMap(({ name, variants }) => [name, ...variants]),
    ...cues.filter(({ id }) => PRINTED.includes(id)).flatMap(({ phrases }) => phrases),
    ...vocabulary.places.split(','),
  ]
}

function makeLexicon(grammar: Grammar): Lexicon {
  const words = vocabulary.words.split(' ')
  const known = new Set(words.map(toneless))
  const bySkeleton = new Map<string, string[]>()
  for (const word of words) {
    const others = bySkeleton.get(skeleton(word))
    if (!others) bySkeleton.set(skeleton(word), [word])
    else if (!others.some((other) => toneless(other) === toneless(word))) others.push(word)
  }
  const pairs = new Set(vocabulary.pairs.split(',').map((pair) => pair.split(' ').map(toneless).join(' ')))
  const phrases = phraseIndex(fixedPhrases(grammar))
  const surnames = new Map<string, string | null>()
  for (const { id, marked } of grammar.surnames) {
    if (marked) continue
    const name = id.toLowerCase()
    surnames.set(skeleton(name), surnames.has(skeleton(name)) ? null : name)
  }
  return {
    knows: (word) => known.has(toneless(word)),
    alike: (folded) => bySkeleton.get(folded) ?? [],
    follows: (first, second) => pairs.has(`${toneless(first)} ${toneless(second)}`),
    surname: (folded) => surnames.get(folded) ?? null,
    phraseAt: (skeletons, at) => {
      const found = phrases
        .get(skeletons[at] as string)
        ?.find((phrase) => phrase.skeletons.every((word, i) => skeletons[at + i] === word))
      return found ?? null
    },
  }
}

/** By their first word, the long ones first; those whose skeleton could mean another phrase too are left out. */
function phraseIndex(all: string[]): Map<string, Phrase[]> {
  const meant = new Map<string, Phrase | null>()
  for (const text of all) {
    const words =
      text
        .normalize('NFC')
        .toLowerCase()
        .match(latin(/[\p{L}\p{M}]+/gu)) ?? []
    if (words.length < 2) continue
    const skeletons = words.map(skeleton)
    const key = skeletons.join(' ')
    const other = meant.get(key)
    if (other === undefined) meant.set(key, { skeletons, words })
    else if (other && other.words.map(toneless).join(' ') !== words.map(toneless).join(' ')) meant.set(key, null)
  }
  const index = new Map<string, Phrase[]>()
  for (const phrase of meant.values()) {
    if (!phrase) continue
    const first = phrase.skeletons[0] as string
    const others = index.get(first)
    if (others) others.push(phrase)
    else index.set(first, [phrase])
  }
  for (const phrases of index.values()) phrases.sort((a, b) => b.words.length - a.words.length)
  return index
}
