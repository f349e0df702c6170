/** Pieces of the text as one line, and the way back: extractors that read a sentence still say where it stands. */
import type { Span } from '../text.ts'

export interface Flat {
  text: string
  /** Offset into the decoded text of each character of `text`. */
  at: number[]
}

/** White space, line breaks and emphasis marks folded; at most `limit` characters. */
export function flatten(source: string, spans: Span[], limit: number): Flat {
  let text = ''
  const at: number[] = []
  for (const [start, end] of spans) {
    for (let index = start; index <= end && text.length < limit; index++) {
      // the end of a piece parts words as a space does
      const char = index === end ? ' ' : (source[index] as string)
      if (char === '*' || char === '|') continue
      if (/\s/.test(char)) {
        if (text === '' || text.endsWith(' ')) continue
        text += ' '
      } else text += char
      at.push(index)
    }
  }
  return { text: text.trimEnd(), at }
}

/** The place in the decoded text of a span of the flat one. */
export function unflatten({ at }: Flat, [start, end]: Span): Span {
  return [at[start] as number, (at[end - 1] as number) + 1]
}
