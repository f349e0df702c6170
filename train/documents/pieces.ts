/** Text in the making: lines of pieces that know to which value they belong, and the printer that gives their offsets. */
import type { Field, Mark } from './document.ts'

/** One value of the document; all its pieces point to the same object. */
export interface Value {
  field: Field
  entry: number
}

export interface Piece {
  text: string
  value: Value | null
}

export type Line = Piece[]

export const plain = (text: string): Line => (text === '' ? [] : [{ text, value: null }])
export const marked = (text: string, field: Field, entry = 0): Line =>
  text === '' ? [] : [{ text, value: { field, entry } }]
export const part = (text: string, value: Value): Line => (text === '' ? [] : [{ text, value }])

export const lengthOf = (line: Line): number => line.reduce((sum, { text }) => sum + text.length, 0)
export const textOf = (line: Line): string => line.map(({ text }) => text).join('')
export const spaces = (count: number): Line => plain(' '.repeat(Math.max(0, count)))
export const padded = (line: Line, width: number): Line => [...line, ...spaces(width - lengthOf(line))]
export const centred = (line: Line, width: number): Line =>
  lengthOf(line) === 0 ? [] : [...spaces(Math.floor((width - lengthOf(line)) / 2)), ...line]
export const indented = (line: Line, count: number): Line => (lengthOf(line) === 0 ? line : [...spaces(count), ...line])

/** Lines of one block joined by `between`, empty ones left out. */
export function joined(lines: Line[], between = ' '): Line {
  return lines
    .filter((line) => lengthOf(line) > 0)
    .flatMap((line, at) => (at === 0 ? line : [...plain(between), ...line]))
}

/** A piece cut at its spaces; the space belongs to the value when the value goes on behind it. */
interface Word {
  before: string
  pieces: Line
}

function wordsOf(line: Line): Word[] {
  const words: Word[] = []
  let open = false
  for (const { text, value } of line) {
    for (const token of text.match(/\s+|\S+/gu) ?? []) {
      if (/^\s/u.test(token)) {
        words.push({ before: token, pieces: [] })
        open = true
      } else if (open || words.length > 0) {
        words[words.length - 1]?.pieces.push({ text: token, value })
        open = false
      } else words.push({ before: '', pieces: [{ text: token, value }] })
    }
  }
  return words.filter(({ pieces }) => pieces.length > 0)
}

/** Broken at spaces into lines of at most `width` characters; `hanging` stands before each line but the first. */
export function wrap(line: Line, width: number, hanging = ''): Line[] {
  const lines: Line[] = []
  let current: Line = []
  let used = 0
  for (const { before, pieces } of wordsOf(line)) {
    const length = lengthOf(pieces)
    if (current.length > 0 && used + before.length + length > width) {
      lines.push(current)
      current = plain(hanging)
      used = hanging.length
    } else if (current.length > 0 && before !== '') {
      current.push({ text: before, value: spaceOf(current, pieces) })
      used += before.length
    } else if (before !== '' && lines.length === 0) current.push({ text: before, value: null })
    current.push(...pieces)
    used += length
  }
  if (current.length > 0) lines.push(current)
  return lines
}

const spaceOf = (before: Line, after: Line): Value | null => {
  const left = before[before.length - 1]?.value ?? null
  return left !== null && left === after[0]?.value ? left : null
}

export interface Printed {
  text: string
  marks: Mark[]
}

/** The text, and for each value the offsets of its pieces, one a line. */
export function print(lines: Line[]): Printed {
  const marks = new Map<Value, Mark>()
  let text = ''
  for (const line of lines) {
    const open = new Map<Value, [number, number]>()
    for (const piece of line) {
      const start = text.length
      text += piece.text
      if (piece.value === null || piece.text.trim() === '') continue
      const from = start + (piece.text.length - piece.text.trimStart().length)
      const to = text.length - (piece.text.length - piece.text.trimEnd().length)
      const span = open.get(piece.value)
      if (span) span[1] = to
      else open.set(piece.value, [from, to])
    }
    for (const [value, span] of open) {
      const mark = marks.get(value)
      if (mark) mark.spans.push(span)
      else marks.set(value, { field: value.field, entry: value.entry, spans: [span] })
    }
    const trimmed = text.replace(/[ \t]+$/u, '')
    text = `${trimmed}\n`
  }
  return { text, marks: [...marks.values()] }
}
