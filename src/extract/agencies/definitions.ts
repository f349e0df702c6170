/**
 * Short forms that the document itself defines.
 *
 * > | Ban Chỉ đạo chuyển đổi số tỉnh (sau đây gọi tắt là Ban Chỉ đạo)
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                     ^^^^^^^^^^^
 */
import { hasWordEdges, isCapitalAt, joinSpaces, type Span } from '../../text.ts'
import type { Body } from './body.ts'
import { agencyVocabulary } from './vocabulary.ts'

export interface Definition {
  short: string
  body: Body
  /** Place of the short form where it is defined. */
  span: Span
}

const SHORT_LENGTH = 60
const MOST = 20

export function definitionsIn(
  text: string,
  folded: string,
  from: number,
  to: number,
  bodies: readonly Body[],
): Definition[] {
  const { define } = agencyVocabulary()
  const found: Definition[] = []
  let index = 0
  define.lastIndex = from
  for (let match = define.exec(folded); match && match.index < to && found.length < MOST; match = define.exec(folded)) {
    while (index < bodies.length && (bodies[index] as Body).span[1] <= match.index) index++
    const body = bodies[index - 1]
    if (!body || !/^[\s,]{0,4}[([]?\s{0,2}$/.test(text.slice(body.span[1], match.index))) continue
    const start = match.index + match[0].length
    const short = /^[^)\].,;:"”\n]{2,}/u.exec(text.slice(start, start + SHORT_LENGTH))?.[0].trimEnd()
    if (short && isCapitalAt(text, start))
      found.push({ short: joinSpaces(short), body, span: [start, start + short.length] })
  }
  return found
}

/** Every later place where the short form stands as words of its own, ascending. */
export function usesOf(definition: Definition, text: string, to: number): Span[] {
  const { short, span } = definition
  const uses: Span[] = []
  for (
    let at = text.indexOf(short, span[1]);
    at >= 0 && at + short.length <= to;
    at = text.indexOf(short, at + short.length)
  ) {
    if (hasWordEdges(text, at, at + short.length)) uses.push([at, at + short.length])
  }
  return uses
}
