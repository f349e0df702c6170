/**
 * A text read once into words: what everybody else asks. A word is a run of letters, or of digits, or one other mark;
 * white space parts words and is kept as the gap before a word. Arrays, not strings: one pass, no word is copied.
 *
 * ```
 * > | Số: 05/CT-UBND      ngày 4
 *     ^^ ^ ^^ ^ ^^ ^ ^^^^ ^^^^ ^     ids of the folded words, shapes, gaps
 * ```
 */
import { latin } from '../latin.ts'
import { foldedUnit } from '../text.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a word looks like. */
export const SHAPES = ['mark', 'digits', 'small', 'capital', 'capitals', 'mixed'] as const
export type Shape = (typeof SHAPES)[number]

/** By index of its shape, whether a word is of letters. */
export const LETTERED: readonly boolean[] = SHAPES.map((name) => name !== 'mark' && name !== 'digits')

/** What stands before a word: nothing, one space, two, three or more or a tab or a pipe, a line break, a blank line, a new page. */
export const GAPS = ['none', 'space', 'two', 'wide', 'line', 'blank', 'page'] as const
export type Gap = (typeof GAPS)[number]

export interface Words {
  readonly text: string
  readonly count: number
  /** Offsets into the text, UTF-16 units. */
  readonly start: Int32Array
  readonly end: Int32Array
  /** Id of the folded word in the vocabulary; 0 where it does not hold it. */
  readonly id: Int32Array
  /** Index into {@link SHAPES}. */
  readonly shape: Uint8Array
  /** Index into {@link GAPS}. */
  readonly gap: Uint8Array
  /** Physical line, from 0. */
  readonly line: Int32Array
  /** Visual column; a tab moves to the next multiple of 8. */
  readonly column: Int32Array
}

const MARK = 0
const DIGITS = 1
const SMALL = 2
const CAPITAL = 3
const CAPITALS = 4
const MIXED = 5

/** What a code unit is: 0 not looked at yet, then space, other mark, digit, small letter or one without case, capital. */
const KINDS = new Uint8Array(0x10000)
const SPACE_UNIT = 1
const MARK_UNIT = 2
const DIGIT_UNIT = 3
const SMALL_UNIT = 4
const CAPITAL_UNIT = 5

function kindOf(unit: number): number {
  const letter = String.fromCharCode(unit)
  const kind = /\s/.test(letter)
    ? SPACE_UNIT
    : latin(/\p{Nd}/u).test(letter)
      ? DIGIT_UNIT
      : latin(/\p{Lu}/u).test(letter)
        ? CAPITAL_UNIT
        : latin(/[\p{L}\p{M}]/u).test(letter) || (unit >= 0xd800 && unit <= 0xdfff)
          ? SMALL_UNIT
          : MARK_UNIT
  KINDS[unit] = kind
  return kind
}

/** First value of the hash of a folded word, and its factor: Fowler, Noll, Vo, FNV-1a. */
export const HASH_START = 0x811c9dc5 | 0
const HASH_FACTOR = 0x01000193
/** The hash of a folded word goes on with a unit. */
export const hashed = (hash: number, unit: number): number => Math.imul(hash ^ unit, HASH_FACTOR)

const TAB = 9
const NEWLINE = 10
const FORM_FEED = 12
const PIPE = 0x7c
/** Spaces that part two columns. */
const WIDE = 3

const WORD = latin(/[\p{L}\p{M}]+|\p{Nd}+|[^\s|]/gu)

/** The words of a phrase as `readWords` parts them. */
export const splitWords = (phrase: string): string[] => phrase.match(WORD) ?? []

/** The words of a text in decoded form. */
export function readWords(text: string, vocabulary: Vocabulary): Words {
  const most = text.length
  let arrays = arraysOf((most >> 2) + 16)
  let count = 0
  let line = 0
  let column = 0
  let spaces = 0
  let newlines = 1
  let page = false
  let wide = false
  for (let at = 0; at < most; ) {
    const unit = text.charCodeAt(at)
    const kind = KINDS[unit] || kindOf(unit)
    if (kind === SPACE_UNIT || unit === PIPE) {
      at++
      if (unit === NEWLINE) {
        line++
        newlines++
        column = spaces = 0
        wide = false
      } else if (unit === TAB || unit === PIPE) {
        column = unit === TAB ? (column | 7) + 1 : column + 1
        wide = true
      } else {
        column++
        spaces++
        if (unit === FORM_FEED) page = true
      }
      continue
    }
    const from = at
    let hash = hashed(HASH_START, foldedUnit(unit))
    at++
    let form = MARK
    if (kind === DIGIT_UNIT) {
      form = DIGITS
      for (; at < most; at++) {
        const next = text.charCodeAt(at)
        if ((KINDS[next] || kindOf(next)) !== DIGIT_UNIT) break
        hash = hashed(hash, foldedUnit(next))
      }
    } else if (kind >= SMALL_UNIT) {
      let capitals = kind === CAPITAL_UNIT ? 1 : 0
      for (; at < most; at++) {
        const next = text.charCodeAt(at)
        const nextKind = KINDS[next] || kindOf(next)
        if (nextKind < SMALL_UNIT) break
        if (nextKind === CAPITAL_UNIT) capitals++
        hash = hashed(hash, foldedUnit(next))
      }
      const length = at - from
      form =
        capitals === 0
          ? SMALL
          : capitals === length
            ? length === 1
              ? CAPITAL
              : CAPITALS
            : capitals === 1 && kind === CAPITAL_UNIT
              ? CAPITAL
              : MIXED
    }
    if (count === arrays.start.length) arrays = grown(arrays)
    arrays.start[count] = from
    arrays.end[count] = at
    arrays.id[count] = vocabulary.idAt(hash, text, from, at)
    arrays.shape[count] = form
    arrays.gap[count] =
      newlines > 0 ? (page ? 6 : newlines > 1 ? 5 : 4) : wide || spaces >= WIDE ? 3 : Math.min(spaces, 2)
    arrays.line[count] = line
    arrays.column[count] = column
    column += at - from
    count++
    spaces = newlines = 0
    wide = page = false
  }
  const { start, end, id, shape, gap, line: lines, column: columns } = arrays
  return {
    text,
    count,
    start: start.subarray(0, count),
    end: end.subarray(0, count),
    id: id.subarray(0, count),
    shape: shape.subarray(0, count),
    gap: gap.subarray(0, count),
    line: lines.subarray(0, count),
    column: columns.subarray(0, count),
  }
}

type Arrays = Pick<Words, 'start' | 'end' | 'id' | 'shape' | 'gap' | 'line' | 'column'>

/** All of one buffer: short texts are read by the thousand, and each buffer costs more than it holds. */
function arraysOf(size: number): Arrays {
  const buffer = new ArrayBuffer(size * (5 * Int32Array.BYTES_PER_ELEMENT + 2))
  const long = (place: number) => new Int32Array(buffer, place * size * Int32Array.BYTES_PER_ELEMENT, size)
  const short = (place: number) => new Uint8Array(buffer, size * (5 * Int32Array.BYTES_PER_ELEMENT + place), size)
  return {
    start: long(0),
    end: long(1),
    id: long(2),
    line: long(3),
    column: long(4),
    shape: short(0),
    gap: short(1),
  }
}

/** The arrays with room for as much again. */
function grown(arrays: Arrays): Arrays {
  const larger = arraysOf(arrays.start.length * 2)
  for (const key of Object.keys(arrays) as (keyof Arrays)[]) larger[key].set(arrays[key])
  return larger
}

/** The index of the first word that ends behind the offset; `count` where none does. */
export function wordAt({ end, count }: Words, offset: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((end[middle] as number) > offset) high = middle
    else low = middle + 1
  }
  return low
}
