/** What the second reader made of a document, and the words it read. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Span } from '../text.ts'
import type { Words } from '../words/words.ts'
import type { Part } from './alphabets.ts'

/** A value as the second reader has it. */
export interface SecondValue {
  value: string
  /** Its pieces in reading order. */
  spans: Span[]
  /** How probable its words are to be this value and nothing else, 0 to 1. */
  share: number
}

export interface SecondReading {
  words: Words
  lexicon: Lexicon
  /** Of a part that has one value, those that come into question; of a list, its entries in reading order. */
  values: Readonly<Partial<Record<Part, readonly SecondValue[]>>>
}
