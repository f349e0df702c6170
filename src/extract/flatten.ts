/** Pieces of the text as one line, and the way back: extractors that read a sentence still say where it stands. */
import { isSpaceAt, type Span } from '../text.ts'

export interface Flat {
  text: string
  /** Stretches taken over as they stand: offset into `text`, and into the decoded text; ascending. */
  runs: Span[]
}

const SPACE = 32
const STAR = 42
const PIPE = 124

/** White space, line breaks and emphasis marks folded; at most `limit` characters. */
export function flatten(source: string, spans: Span[], limit: number): Flat {
  let text = ''
  const runs: Span[] = []
  const take = (from: number, to: number) => {
    if (from >= to) return
    runs.push([text.length, from])
    text += source.slice(from, to)
  }
  for (const [start, end] of spans) {
    // the end of a piece parts words as a space does
    if (text !== '' && !text.endsWith(' ')) text += ' '
    let from = start
    const stop = Math.min(end, start + limit * 2)
    for (let index = start; index < stop && text.length + index - from < limit; index++) {
      const unit = source.charCodeAt(index)
      if (unit > SPACE && unit < 0x80 && unit !== STAR && unit !== PIPE) continue
      const mark = unit === STAR || unit === PIPE
      if (!mark && !isSpaceAt(source, index)) continue
      // one plain space between words stays where it stands
      if (unit === SPACE && index > from) {
        const next = source.charCodeAt(index + 1)
        if (next > SPACE && next !== STAR && next !== PIPE && next !== 0xa0) continue
      }
      take(from, index)
      if (!mark && text !== '' && !text.endsWith(' ')) text += ' '
      from = index + 1
    }
    take(from, Math.min(stop, from + Math.max(0, limit - text.length)))
  }
  return { text: text.trimEnd(), runs }
}

/** The place in the decoded text of a span of the flat one, which begins and ends at words. */
export function unflatten({ runs }: Flat, [start, end]: Span): Span {
  return [placeOf(runs, start), placeOf(runs, end - 1) + 1]
}

function placeOf(runs: Span[], index: number): number {
  let at = runs.length - 1
  while (at > 0 && (runs[at] as Span)[0] > index) at--
  const [flat, source] = runs[at] ?? [0, 0]
  return source + index - flat
}
