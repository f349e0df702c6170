/** How far words and lines of an engine are print that may be believed. */
import { lexicon } from '../../grammar/lexicon.ts'
import { isSyllable } from '../../grammar/syllable.ts'
import { latin } from '../../latin.ts'
import { skeleton } from '../../text.ts'
import type { Line, PageWord } from './lines.ts'

/** A word below this confidence, or unknown to the lexicon, is read again. */
const SURE = 88

/** A word without the marks around it. */
export const core = (text: string): string => text.replace(latin(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu), '')

/** Whether a word is not to be believed as it was read. */
export function isUnsure(word: PageWord): boolean {
  const letters = core(word.text)
  if (letters === '') return false
  if (word.confidence < SURE) return true
  const runs = letters.match(latin(/[\p{L}\p{M}]+/gu)) ?? []
  return runs.some((run) => !lexicon().knows(run.toLowerCase()))
}

export const isWord = (letters: string): boolean =>
  (letters.match(latin(/[\p{L}\p{M}]+/gu)) ?? []).every((run) => lexicon().knows(run) || isSyllable(run))

/** An entry of a list that is an abbreviation: `- CVHT;`. */
const ABBREVIATED = latin(/^[-–—~]\s*\p{Lu}{2,7}(?:[\s,;.:]|$)/u)

/** Whether something in a line is a word: a seal and a pen give none. */
export const isWorth = ({ words, text: line }: Line): boolean =>
  ABBREVIATED.test(line) ||
  words.some(({ text, confidence }) => confidence > 65 && core(text).length > 1 && isWord(core(text).toLowerCase()))

/** Whether a line is print: most of it words that are known, surely read. */
export function isPrint(line: Line): boolean {
  if (ABBREVIATED.test(line.text)) return true
  const words = line.words.filter(({ text }) => latin(/\p{L}/u).test(text))
  const good = words.filter(
    ({ text, confidence }) => confidence > 60 && isWord(core(text).toLowerCase()) && skeleton(core(text)).length > 1,
  )
  return good.length > 0 && good.length >= words.length * 0.6 && good.some(({ text }) => core(text).length > 2)
}

/** Two to five words with capitals, surely read. */
export function isPersonsName(line: Line): boolean {
  const words = line.words.map(({ text }) => core(text)).filter((text) => text.length > 1)
  return (
    isPrint(line) && words.length > 1 && words.length < 6 && words.every((word) => latin(/^\p{Lu}\p{Ll}+$/u).test(word))
  )
}
