/** Whether what an engine read is writing at all, and the right way up. */
import { isSyllable } from '../../grammar/syllable.ts'
import { latin } from '../../latin.ts'
import type { OcrWord } from './engine.ts'

/** A reading below either is tried upside down too. */
const SURE = 60
const SENSIBLE = 0.5

/**
 * Whether a word speaks for its line. Seals, handwriting and speckles are read as lines of odd marks, of which no
 * engine is sure; a line with one word that is something stays whole.
 */
export function isWritten({ text, confidence }: OcrWord): boolean {
  const letters = bare(text)
  if (latin(/\p{N}/u).test(text)) return confidence >= 50
  return letters.length > 0 && confidence >= (letters.length > 2 || isSyllable(letters) ? 40 : 80)
}

export function makesSense(words: OcrWord[]): boolean {
  const letters = words.filter((word) => latin(/\p{L}{2}/u).test(word.text))
  if (letters.length < 4) return words.length === 0
  const sure = letters.reduce((sum, word) => sum + word.confidence, 0) / letters.length
  return sure >= SURE && letters.filter((word) => isSyllable(bare(word.text))).length / letters.length >= SENSIBLE
}

export const weight = (words: OcrWord[]): number =>
  words.reduce((sum, { text, confidence }) => sum + (isSyllable(bare(text)) ? confidence * text.length : 0), 0)

/** The letters of a word, in small. */
export const bare = (text: string): string => text.replace(latin(/[^\p{L}\p{M}]/gu), '').toLowerCase()
