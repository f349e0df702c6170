/** Words as one line of print, and where on a page its head and its foot stand. */

import { median } from '../../arrays.ts'
import { perGrammar } from '../../grammar/grammar.ts'
import { phrasesOf } from '../../grammar/wording.ts'
import { latin } from '../../latin.ts'
import { skeleton } from '../../text.ts'
import type { Box } from '../decoded.ts'
import type { OcrLetter, OcrWord } from './engine.ts'
import { AUTHORITY } from './posts.ts'

/** A word with what was found out about it after it was read. */
export interface PageWord extends OcrWord {
  /** What the engine read, where the text is inferred from the lexicon. */
  misread?: string
  /** Another reading of the same ink gave the same word. */
  agreed?: boolean
  /** Figures that two readings of the same ink have alike, or have not. */
  figures?: 'agreed' | 'disputed'
  /** Written by hand in a printed line: its digits are clear, or they are not. */
  hand?: 'clear' | 'unclear'
}

export interface Line {
  words: PageWord[]
  box: Box
  /** Median height of its words, in pixels. */
  size: number
  text: string
}

export function around(boxes: readonly Box[]): Box {
  const box: Box = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  for (const [left, top, right, bottom] of boxes) {
    box[0] = Math.min(box[0], left)
    box[1] = Math.min(box[1], top)
    box[2] = Math.max(box[2], right)
    box[3] = Math.max(box[3], bottom)
  }
  return box
}

/** The lines of a page in the engine's order. */
export function linesOf(words: readonly PageWord[]): Line[] {
  const byLine = new Map<number, PageWord[]>()
  for (const word of words) {
    const line = byLine.get(word.line)
    if (line) line.push(word)
    else byLine.set(word.line, [word])
  }
  return [...byLine.values()].map(lineOf)
}

/** The engine's number of a line. */
export const numberOf = ({ words }: Line): number => words[0]?.line ?? 0

export function lineOf(words: PageWord[]): Line {
  return {
    words,
    box: around(words.map(({ box }) => box)),
    size: median(words.map(({ box }) => box[3] - box[1])),
    text: words.map(({ text }) => text).join(' '),
  }
}

/** The letters of a line in a row, and the text they make; a space that stands between two words has no box. */
export function lettersOf({ words }: Line): { text: string; letters: (OcrLetter | null)[] } {
  let text = ''
  const letters: (OcrLetter | null)[] = []
  for (const word of words) {
    if (text !== '') {
      text += ' '
      letters.push(null)
    }
    for (const letter of word.letters) {
      text += letter.text
      for (let i = 0; i < letter.text.length; i++) letters.push(letter)
    }
  }
  return { text, letters }
}

/** Share of the height of a page of A4 in which its head may stand; its width says how high it is. */
const HEAD = 0.5
const A4 = Math.SQRT2
/** A line wider than this share of the print is one of running text. */
const WIDE = 0.85
/** So many wide lines belong to a long subject; what follows is the body. */
const WIDE_IN_HEAD = 3

const wordSets = (ids: readonly string[]) =>
  perGrammar(() => ids.flatMap(phrasesOf).map((phrase) => new Set(wordsIn(phrase))))
const wordsIn = (text: string): string[] => skeleton(text).match(latin(/\p{L}+/gu)) ?? []
const titles = wordSets(['national-title', 'party-title', 'youth-title'])
const mottos = wordSets(['motto'])

/** Whether most words of a title, in capitals, or of a motto stand in a line: the running text names the Party and the State too. */
function isTitle({ text }: Line): boolean {
  const capitals = (text.match(latin(/\p{L}[\p{L}\p{M}]*/gu)) ?? [])
    .filter((word) => word === word.toUpperCase())
    .join(' ')
  return hasMostOf(wordsIn(capitals), titles()) || hasMostOf(wordsIn(text), mottos())
}

function hasMostOf(words: readonly string[], all: readonly Set<string>[]): boolean {
  const own = new Set(words)
  return all.some((each) => each.size > 3 && [...each].filter((word) => own.has(word)).length >= each.size * 0.6)
}

/** Where the head of a page ends, in pixels from its top; null for a page that begins no document. */
export function headEnd(lines: readonly Line[], { width, height }: { width: number; height: number }): number | null {
  const lowest = Math.min(height, Math.max(height, width * A4) * HEAD)
  if (!lines.some((line) => line.box[1] < lowest && isTitle(line))) return null
  const [left, right] = margins(lines)
  const wide = lines
    .filter(({ box, words }) => box[2] - box[0] > WIDE * (right - left) && words.length > 7)
    .sort((a, b) => a.box[1] - b.box[1])
  return Math.min(wide[WIDE_IN_HEAD]?.box[1] ?? height, lowest)
}

const labels = perGrammar(() => phrasesOf('recipients').map(skeleton))
const isLabel = ({ text }: Line): boolean =>
  labels().some((label) =>
    skeleton(text)
      .replace(/^[^a-z]+/, '')
      .startsWith(label),
  )
/** Where the foot of a page begins: at the recipients' label or at the formula of authority, whichever stands higher. */
export function footStart(lines: readonly Line[], height: number): number | null {
  const starts = lines
    .filter(
      (line) => (isLabel(line) || (AUTHORITY().test(line.text) && line.words.length < 9)) && line.box[1] > height * 0.1,
    )
    .map(({ box, size }) => box[1] - size)
  return starts.length > 0 ? Math.max(0, Math.min(...starts)) : null
}

/** Where most lines begin and the widest ones end. */
function margins(lines: readonly Line[]): [number, number] {
  const lefts = lines.map(({ box }) => box[0]).sort((a, b) => a - b)
  const rights = lines.map(({ box }) => box[2]).sort((a, b) => a - b)
  return [lefts[Math.floor(lefts.length * 0.1)] ?? 0, rights[Math.floor((rights.length - 1) * 0.9)] ?? 1]
}
