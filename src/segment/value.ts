/** Values read from cells: verbatim text with white space folded and Markdown marks taken off. */
import type { Grade, Status } from '../schema.ts'
import { joinSpaces, type Span, stripMarks } from '../text.ts'
import type { Value } from '../tree.ts'

interface Ranged {
  start: number
  end: number
}

/** The printed words of some pieces of the text, joined in reading order. */
export function printed(text: string, pieces: Ranged[]): string {
  return joinSpaces(pieces.map((piece) => stripMarks(text.slice(piece.start, piece.end))).join(' '))
}

/** An entry of a list without its dash and closing punctuation. */
export function entryText(text: string): string {
  return text
    .replace(/^[\s\-–—+•*·~.,;:]+|^[øØ]\s/u, '')
    .replace(/(?:\s*[;,.:/\s…]+)$/u, (tail) => (/\.{3}|…/.test(tail) ? tail.replace(/[;:\s]+$/, '') : ''))
    .trim()
}

export function makeValue(
  value: string,
  pieces: Ranged[],
  { status = 'read', grade = 'certain', note }: { status?: Status; grade?: Grade; note?: string } = {},
): Value {
  const spans = pieces.map((piece): Span => [piece.start, piece.end])
  return note === undefined ? { value, status, grade, spans } : { value, status, grade, spans, note }
}
