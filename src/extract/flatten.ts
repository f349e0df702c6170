/** Pieces of the text as one line, and the way back: extractors that read a sentence still say where it stands. */
import { isSpaceAt, type Span } from '../text.ts'

export interface Flat {
  text: string
  /** Offset into the decoded text of each character of `text`. */
  at: number[]
}

/** White space, line breaks and emphasis marks folded; at most `limit` characters. */
export function flatten(source: string, spans: Span[], limit: number): Flat {
  let text = ''
  const at: number[] = []
  let blank = true
  for (const [start, end] of spans) {
    // where the run of words began that is not yet taken over; the end of a piece parts words as a space does
    let from = start
    let index = start
    for (; index <= end && at.length < limit; index++) {
      const mark = index < end && (source[index] === '*' || source[index] === '|')
      const space = index === end || isSpaceAt(source, index)
      if (mark || space) {
        text += source.slice(from, index)
        from = index + 1
        if (mark || blank) continue
        text += ' '
      }
      blank = space
      at.push(index)
    }
    if (from < index) text += source.slice(from, Math.min(index, end))
  }
  return { text: text.trimEnd(), at }
}

/** The place in the decoded text of a span of the flat one. */
export function unflatten({ at }: Flat, [start, end]: Span): Span {
  return [at[start] as number, (at[end - 1] as number) + 1]
}
