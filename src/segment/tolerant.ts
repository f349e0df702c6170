/**
 * Finding known words in text that an OCR engine may have spoilt: edit distance on folded letters, white space and
 * punctuation left out. Bit-parallel after Myers, "A fast bit-vector algorithm for approximate string matching based
 * on dynamic programming", J. ACM 46(3), 1999: one step a letter, so linear in the text.
 */

/** A phrase of at most 31 folded letters and digits. */
export interface Pattern {
  letters: string
  /** For each of its letters the places at which it stands, as bits; those of ASCII by their unit. */
  masks: Int32Array
  others: Map<number, number>
  /** Each three letters in a row. */
  triples: number[]
  /** By a number of errors: it cut into one piece more than that. */
  pieces: string[][]
}

export interface Found {
  /** Offsets into the folded text searched, first letter to behind the last. */
  start: number
  end: number
}

const isLetter = (unit: number) => (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit > 0x7f

interface Letters {
  letters: string
  /** Offset of each letter in the folded text. */
  at: number[]
}

/** Folded letters and digits of a text, with the offset of each. */
function lettersOf(folded: string, to = folded.length): Letters {
  const at: number[] = []
  let letters = ''
  let from = -1
  for (let i = 0; i < to; i++) {
    if (isLetter(folded.charCodeAt(i))) {
      at.push(i)
      if (from < 0) from = i
    } else if (from >= 0) {
      letters += folded.slice(from, i)
      from = -1
    }
  }
  if (from >= 0) letters += folded.slice(from, to)
  return { letters, at }
}

/** The letters of the text asked for last: a row is searched for many phrases in turn, and its beginning for many others. */
function rememberedLetters(): (folded: string, to: number) => Letters {
  const last = { folded: '', to: 0, found: { letters: '', at: [] } as Letters }
  return (folded, to) => {
    if (last.to !== to || last.folded !== folded) {
      last.found = lettersOf(folded, to)
      last.folded = folded
      last.to = to
    }
    return last.found
  }
}

const lettersIn = rememberedLetters()
const lettersAtStart = rememberedLetters()

/** By three letters in a row: the number of the text that held them last. */
const triples = new Uint32Array(0x8000)
const noted = { folded: '', number: 0 }

const tripleAt = (letters: string, at: number) =>
  ((letters.charCodeAt(at) & 31) << 10) | ((letters.charCodeAt(at + 1) & 31) << 5) | (letters.charCodeAt(at + 2) & 31)

function noteTriples(folded: string): void {
  if (noted.folded === folded) return
  noted.folded = folded
  noted.number++
  const to = Math.min(folded.length, REACH)
  let triple = 0
  let count = 0
  for (let i = 0; i < to; i++) {
    const unit = folded.charCodeAt(i)
    if (!isLetter(unit)) continue
    triple = ((triple << 5) & 0x7fff) | (unit & 31)
    if (++count > 2) triples[triple] = noted.number
  }
}

/**
 * Whether enough triples of the pattern's letters stand in the text for a match: each edit spoils three at most. Few
 * texts pass, and to ask is cheap.
 */
function sharesTriples(folded: string, pattern: Pattern, errors: number): boolean {
  const count = pattern.triples.length
  let spare = errors * 3
  if (spare >= count) return true
  noteTriples(folded)
  for (let i = 0; i < count; i++)
    if (triples[pattern.triples[i] as number] !== noted.number && --spare < 0) return false
  return true
}

const MOST_LETTERS = 31
const ASCII = 0x80
const patterns = new Map<string, Pattern>()

/** The pattern of a folded phrase, made once. */
export function makePattern(folded: string): Pattern {
  const known = patterns.get(folded)
  if (known) return known
  const letters = lettersOf(folded).letters.slice(0, MOST_LETTERS)
  const pattern: Pattern = { letters, masks: new Int32Array(ASCII), others: new Map(), triples: [], pieces: [] }
  for (let i = 0; i + 2 < letters.length; i++) pattern.triples.push(tripleAt(letters, i))
  for (let i = 0; i < letters.length; i++) {
    const unit = letters.charCodeAt(i)
    if (unit < ASCII) pattern.masks[unit] = (pattern.masks[unit] as number) | (1 << i)
    else pattern.others.set(unit, (pattern.others.get(unit) ?? 0) | (1 << i))
  }
  patterns.set(folded, pattern)
  return pattern
}

/**
 * Whether the pattern can stand in the letters within `errors` edits: of one piece more than there are edits, one at
 * least is untouched. Few texts hold any.
 */
function mayHold(letters: string, pattern: Pattern, errors: number): boolean {
  if (letters.length < pattern.letters.length - errors) return false
  pattern.pieces[errors] ??= cut(pattern.letters, errors + 1)
  const pieces = pattern.pieces[errors]
  for (const piece of pieces) if (letters.includes(piece)) return true
  return false
}

function cut(letters: string, count: number): string[] {
  const at = (piece: number) => Math.floor((letters.length * piece) / count)
  return Array.from({ length: count }, (_, piece) => letters.slice(at(piece), at(piece + 1)))
}

/** The same for letters that must begin with the pattern: the untouched piece stands at its place, off by the edits at most. */
function mayStart(letters: string, pattern: Pattern, errors: number): boolean {
  if (letters.length < pattern.letters.length - errors) return false
  pattern.pieces[errors] ??= cut(pattern.letters, errors + 1)
  let place = 0
  for (const piece of pattern.pieces[errors]) {
    for (let at = Math.max(0, place - errors); at <= place + errors; at++)
      if (letters.startsWith(piece, at)) return true
    place += piece.length
  }
  return false
}

/** How far into a text a phrase is searched. */
const REACH = 800

/** The first best place of the pattern within `errors` edits; null when there is none. */
export function findTolerant(folded: string, pattern: Pattern, errors: number): Found | null {
  if (!sharesTriples(folded, pattern, errors)) return null
  const { letters, at } = lettersIn(folded, Math.min(folded.length, REACH))
  if (!mayHold(letters, pattern, errors)) return null
  const best = bestEnd(letters, pattern, errors)
  if (!best) return null
  const start = bestStart(letters, pattern, best)
  return { start: at[start] as number, end: (at[best.index] as number) + 1 }
}

function bestEnd(letters: string, pattern: Pattern, errors: number): { index: number; errors: number } | null {
  const { masks, others } = pattern
  const length = pattern.letters.length
  const top = 1 << (length - 1)
  let plus = ~0
  let minus = 0
  let score = length
  let index = -1
  let least = errors + 1
  for (let i = 0; i < letters.length; i++) {
    const unit = letters.charCodeAt(i)
    const match = unit < ASCII ? (masks[unit] as number) : (others.get(unit) ?? 0)
    const vertical = match | minus
    const horizontal = ((((match & plus) + plus) | 0) ^ plus) | match
    let up = minus | ~(horizontal | plus)
    let down = plus & horizontal
    if (up & top) score++
    else if (down & top) score--
    up = up << 1
    down = down << 1
    plus = down | ~(vertical | up)
    minus = up & vertical
    if (score < least) {
      index = i
      least = score
    }
  }
  return index < 0 ? null : { index, errors: least }
}

/** The start that gives the shortest match with the errors found: the same search, backwards from the end. */
function bestStart(letters: string, pattern: Pattern, best: { index: number; errors: number }): number {
  const length = pattern.letters.length
  const width = length + best.errors
  const lowest = Math.max(0, best.index - width + 1)
  let previous = Array.from({ length: length + 1 }, (_, i) => i)
  let start = Math.max(0, best.index - length + 1)
  let least = Number.POSITIVE_INFINITY
  for (let i = best.index; i >= lowest; i--) {
    const row = [previous[0] as number]
    row[0] = best.index - i + 1
    for (let j = 1; j <= length; j++) {
      const cost = letters[i] === pattern.letters[length - j] ? 0 : 1
      row[j] = Math.min((previous[j - 1] as number) + cost, (previous[j] as number) + 1, (row[j - 1] as number) + 1)
    }
    const errors = row[length] as number
    if (errors < least) {
      least = errors
      start = i
    }
    previous = row
  }
  return start
}

/** Where the first letter or digit at or behind the place stands in a folded text; its length where none does. */
export function firstLetter(folded: string, from: number): number {
  let at = from
  while (at < folded.length && !isLetter(folded.charCodeAt(at))) at++
  return at
}

/** Whether the text's first two letters leave room for no more than one edit. */
function mayBegin(folded: string, letters: string): boolean {
  if (letters.length < 3) return true
  const at = firstLetter(folded, 0)
  const first = folded.charCodeAt(at)
  const second = folded.charCodeAt(firstLetter(folded, at + 1))
  const one = letters.charCodeAt(0)
  const other = letters.charCodeAt(1)
  return first === one || second === other || first === other || second === one
}

/**
 * Whether the folded text begins with the pattern, spaces and punctuation aside, within `errors` edits; gives the
 * offset behind it, or -1. The first letters must be among the pattern's own, so that most texts fail at once.
 */
export function startsTolerant(folded: string, pattern: Pattern, errors: number): number {
  const length = pattern.letters.length
  if (errors < 2 && !mayBegin(folded, pattern.letters)) return -1
  const { letters, at } = lettersAtStart(folded, Math.min(folded.length, MOST_LETTERS * 3 + 8))
  let count = Math.min(letters.length, length + errors)
  while (count > 0 && (at[count - 1] as number) >= length * 3 + 8) count--
  const head = letters.slice(0, count)
  if (head.startsWith(pattern.letters)) return (at[length - 1] as number) + 1
  if (errors === 0 || !mayStart(head, pattern, errors)) return -1
  let previous = Array.from({ length: head.length + 1 }, (_, i) => i)
  for (let j = 1; j <= length; j++) {
    const row = [j]
    let least = j
    for (let i = 1; i <= head.length; i++) {
      const cost = head[i - 1] === pattern.letters[j - 1] ? 0 : 1
      const value = Math.min(
        (previous[i - 1] as number) + cost,
        (previous[i] as number) + 1,
        (row[i - 1] as number) + 1,
      )
      row[i] = value
      if (value < least) least = value
    }
    if (least > errors) return -1
    previous = row
  }
  let end = -1
  let best = errors + 1
  for (let i = 1; i <= head.length; i++) {
    const value = previous[i] as number
    if (value < best || (value === best && i === length)) {
      best = value
      end = i
    }
  }
  return end < 0 ? -1 : (at[end - 1] as number) + 1
}
