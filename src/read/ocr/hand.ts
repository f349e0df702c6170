/**
 * Serials and days that were written into a printed form by hand. An engine reads them as digits that are not there, now
 * and then twice alike and sure of itself: what tells them is their shape beside the print of the same line.
 *
 * ```
 * Số: 2 8 9 /TTr-CAT-PC06        Lâm Đồng, ngày 2 2 tháng 10 năm 2025
 *     ^^^^^ between print        between print  ^^^
 * ```
 */
import { median } from '../../arrays.ts'
import { pattern } from '../../grammar/wording.ts'
import { latin } from '../../latin.ts'
import { skeleton } from '../../text.ts'
import type { Box } from '../decoded.ts'
import type { OcrLetter } from './engine.ts'
import { type Component, componentsOf, INK } from './components.ts'
import { around, type Line, lettersOf, lineOf, type PageWord } from './lines.ts'
import { cropped, planeOf } from './raster.ts'
import type { Sheet } from './sheet.ts'

/** A stretch of a line in which a form leaves room, and the print of that line it is held against. */
export interface Blank {
  kind: 'serial' | 'day' | 'month'
  /** From the print before it to the print behind it. */
  left: number
  right: number
  /** Print that stands on the same base and is as tall as digits. */
  like: [left: number, right: number]
  /** What the engine read there. */
  text: string
  /** Its words, whole or in part. */
  words: PageWord[]
}

const SERIAL = pattern(
  ({ words }) =>
    new RegExp(
      latin(
        `^[^\\p{L}\\p{N}]{0,3}(?<label>${words('number', 'number-spoilt')})\\s{0,2}[:;.,'z]?(?<serial>.{0,18}?)[/⁄-]\\s?(?<like>\\p{Lu}[\\p{L}\\d.-]+)`,
      ),
      'u',
    ),
)
/** In the folded text. */
const DATE = pattern(({ folded }) => {
  const [day, month, year] = ['blank-day', 'month', 'year'].map((id) => `(?:${folded(id)})`)
  return new RegExp(`${day}(?<day>.{0,9}?)\\s?${month}(?<month>.{0,9}?)\\s?${year}\\s?(?<like>\\d{4})`, 'u')
})

/** The stretches of a line that are left to be filled in; a line may hold the number and, in the other column, the date. */
export function blanksIn(line: Line): Blank[] {
  const { text, letters } = lettersOf(line)
  const found = [SERIAL().exec(text), DATE().exec(skeleton(text))]
  return found.flatMap((match) => (match ? blanksOf(match, { line, text, letters }) : []))
}

interface Lettered {
  line: Line
  text: string
  letters: (OcrLetter | null)[]
}

function blanksOf(match: RegExpExecArray, { line, text, letters }: Lettered): Blank[] {
  const { like = '', label: _, ...parts } = match.groups ?? {}
  const at = match.index + match[0].lastIndexOf(like)
  const [first, last] = [letters[at], letters[at + like.length - 1]]
  const blanks: Blank[] = []
  let from = match.index
  for (const kind of ['serial', 'day', 'month'] as const) {
    const written = parts[kind]
    // A pen whose colour was taken out leaves nothing between the label and the symbol.
    if (written === undefined || (written.trim() === '' && kind !== 'serial')) continue
    const start = written === '' ? at - 1 : match.index + match[0].indexOf(written, from - match.index)
    const end = start + written.length
    from = end
    const before = letters.slice(0, start).findLast((letter) => letter !== null)
    const behind = letters.slice(end).find((letter) => letter !== null)
    if (!before || !behind || !first || !last || behind.box[0] <= before.box[2]) continue
    const own = new Set(written.trim() === '' ? [first] : letters.slice(start, end))
    blanks.push({
      kind,
      left: before.box[2],
      right: behind.box[0],
      like: [first.box[0], last.box[2]],
      text: text.slice(start, end).trim(),
      words: line.words.filter((word) => word.letters.some((letter) => own.has(letter))),
    })
  }
  return blanks
}

/** How far a digit's height may be from that of the print, and its foot from the base, as shares of the print's height. */
const TALLER = 0.16
const LOWER = 0.13
/** Wider pieces, in heights of the print for each digit, are strokes that run together. */
const WIDER = 0.78
/** What is darker than these counts as ink, 0 to 255. */
const DARK = [INK, 170, 200]
/** Smaller pieces are dots of a leader or specks. */
const SPECK = 0.35

/** Whether what stands in a blank is in another hand than the print beside it; pens of any colour but red are seen. */
export function isByHand(ink: Sheet, line: Line, blank: Blank): boolean {
  // The thin strokes of faint print fall apart where only what is quite dark counts: a hand is one however it is seen.
  const seen = DARK.map((dark) => inkIn(ink, line, { blank, dark }))
  const measured = seen.filter(({ print }) => isEven(print))
  return (measured.length > 0 ? measured : seen.slice(0, 1)).every((each) => looksWritten(each, line, blank))
}

interface Seen {
  /** The tall pieces of the print. */
  print: Component[]
  written: Component[]
}

function inkIn(ink: Sheet, line: Line, { blank, dark }: { blank: Blank; dark: number }): Seen {
  const [top, bottom] = [line.box[1] - line.size * 0.8, line.box[3] + line.size * 0.8]
  return {
    print: tallOf(piecesOf(ink, [blank.like[0] - 1, top, blank.like[1] + 1, bottom], dark)),
    written: piecesOf(ink, [blank.left + 1, top, blank.right - 1, bottom], dark),
  }
}

function looksWritten({ print, written }: Seen, line: Line, blank: Blank): boolean {
  const tall = written.filter(({ box }) => box[3] - box[1] > SPECK * line.size)
  if (tall.length === 0) return false
  // Print that is too faint to be measured says nothing: then the digits are held against each other.
  const like = isEven(print) ? print : tall
  const height = median(like.map(({ box }) => box[3] - box[1]))
  const base = median(like.map(({ box }) => box[3]))
  const digits = whole(written.filter(({ box }) => box[1] < base && box[3] > base - height)).filter(
    (box) => box[3] - box[1] > SPECK * height,
  )
  if (digits.length === 0) return false
  const count = blank.text.replace(latin(/[^\p{L}\p{N}]/gu), '').length
  const across = digits.reduce((sum, box) => sum + box[2] - box[0], 0)
  if (across > WIDER * height * Math.max(count, digits.length)) return true
  return digits.some(
    (box) => Math.abs(box[3] - box[1] - height) > TALLER * height || Math.abs(box[3] - base) > LOWER * height,
  )
}

/** Share of the narrower piece that lies over another one from which on both are of one digit. */
const OVER = 0.4

/** The boxes of digits whose strokes fell apart, as those of thin print on a coarse scan do. */
function whole(pieces: readonly Component[]): Box[] {
  const digits: Box[] = []
  for (const { box } of [...pieces].sort((a, b) => a.box[0] - b.box[0])) {
    const last = digits.at(-1)
    const over = last ? Math.min(last[2], box[2]) - box[0] : 0
    if (last && over > OVER * Math.min(last[2] - last[0], box[2] - box[0]))
      digits[digits.length - 1] = around([last, box])
    else digits.push(box)
  }
  return digits
}

/** Whether pieces are print that can be measured: three or more, most of them as tall as each other. */
function isEven(pieces: Component[]): boolean {
  const heights = pieces.map(({ box }) => box[3] - box[1])
  const middle = median(heights)
  return (
    heights.length > 2 &&
    heights.filter((height) => Math.abs(height - middle) < TALLER * middle).length >= heights.length * 0.7
  )
}

/** Pieces of ink in a part of the page; boxes as those of its words. */
function piecesOf({ raster, scale }: Sheet, box: Box, dark: number): Component[] {
  const own = box.map((side) => side / scale) as Box
  const [left, top] = [Math.max(0, Math.floor(own[0])), Math.max(0, Math.floor(own[1]))]
  if (own[2] - left < 2) return []
  const inRaster = ([x0, y0, x1, y1]: Box): Box => [x0 + left, y0 + top, x1 + left, y1 + top]
  return componentsOf(planeOf(cropped(raster, own), 'red'), 4, dark).map((piece) => ({
    ...piece,
    box: inRaster(piece.box).map((side) => side * scale) as Box,
  }))
}

/** Those as tall as capitals and digits: no dots, no marks, no hyphens. */
function tallOf(pieces: Component[]): Component[] {
  const tallest = Math.max(0, ...pieces.map(({ box }) => box[3] - box[1]))
  return pieces.filter(({ box }) => box[3] - box[1] > 0.6 * tallest)
}

/**
 * A line whose serial cannot be read: its label and its symbol, as a form that was left blank has them. What was read
 * stays with the symbol.
 */
export function withoutSerial(line: Line): Line {
  const { text, letters } = lettersOf(line)
  const match = SERIAL().exec(text)
  const { like, label } = match?.groups ?? {}
  if (!match || like === undefined || label === undefined) return line
  const at = match.index + match[0].lastIndexOf(like)
  const first = match[0].indexOf(label)
  const wordAt = (place: number) => line.words.findIndex((word) => word.letters.some((own) => own === letters[place]))
  const [from, to] = [wordAt(match.index + first), wordAt(at)]
  const [begin, end] = [line.words[from], line.words[to]]
  if (!begin || !end) return line
  const own = (word: PageWord, keep: (place: number) => boolean) =>
    word.letters.filter((letter) => keep(letters.indexOf(letter)))
  const named = own(begin, (place) => place < match.index + first + label.length)
  const symbol = own(end, (place) => place >= at)
  const read = text.slice(match.index + first + label.length, at).trim()
  const mark = /[-–]\s?$/.test(text.slice(0, at)) ? '-' : '/'
  const slash = { text: mark, confidence: 0, box: (symbol[0] as OcrLetter).box }
  const words: PageWord[] = [
    { ...begin, text: `${label}:`, letters: named, box: around(named.map(({ box }) => box)) },
    {
      ...end,
      text: `${mark}${symbol.map((letter) => letter.text).join('')}`,
      letters: [slash, ...symbol],
      box: around(symbol.map(({ box }) => box)),
      misread: read,
      hand: 'unclear',
    },
  ]
  return lineOf([...line.words.slice(0, from), ...words, ...line.words.slice(to + 1)])
}
