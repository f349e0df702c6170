/**
 * Bodies in a row that share one place or one head.
 *
 * > | Thường trực HĐND, UBND huyện        > | các Sở: Tài chính, Nội vụ
 *     ^^^^^^^^^^^^^^^^  of ^^^^^ too                         ^^^^^^ a Sở too
 */
import { latin } from '../../latin.ts'
import type { Span } from '../../text.ts'
import { type Body, placed } from './body.ts'
import { readField } from './own-words.ts'
import { type Place, readPlace } from './place.ts'
import { agencyVocabulary, matchEnd } from './vocabulary.ts'

const GLUE = /^\s{0,3}(?:[,;/–-]|và|,\s?và)\s{0,28}(?:các\s)?$/u
const FIELD_GLUE = /^\s{0,3}(?:,|;|và|,\s?và)\s{1,28}/u

/** Gives each body that lacks a place the one of the body, or of the group of bodies, that follows it in the row. */
export function sharePlaces(text: string, folded: string, bodies: Body[]): void {
  for (let index = bodies.length - 1; index >= 0; index--) {
    const body = bodies[index] as Body
    const inner = placed(body)
    if (inner.place || inner.head.entry.kind !== 'local') continue
    const next = bodies[index + 1]
    const glued = next && GLUE.test(text.slice(body.span[1], next.span[0]))
    const source = glued ? placed(next) : null
    const place = source
      ? source.head.entry.kind === 'committee'
        ? null
        : source.place
      : groupPlace(text, folded, body.span[1])
    if (!place || place.word === null) continue
    inner.place = place
    body.inferred = `place '${text.slice(...place.span).replace(/\s+/g, ' ')}' from the words after it`
  }
}

/** `UBND, UBMTTQVN và các tổ chức chính trị xã hội phường`: the place at the end of a group named in common words. */
function groupPlace(text: string, folded: string, at: number): Place | null {
  const group = /^\s{0,3}(?:,\s?và|,|và)\s{1,28}các\s/u.exec(text.slice(at, at + 40))
  if (!group) return null
  const limit = at + 90
  for (let word = at + group[0].length, count = 0; word < limit && count < 12; count++) {
    const place: Place | null = count > 0 ? readPlace(text, folded, word, { bare: false }) : null
    if (place) return place.several ? null : place
    const step = latin(/^[\p{L}\p{M}\p{N}-]+,?(?:[ ]|\s?\n\s{0,24})(?:- )?/u).exec(text.slice(word, word + 44))
    if (!step) return null
    word += step[0].length
  }
  return null
}

/** The other bodies of a list of fields after a plural head: `các Sở: Tài chính, Nội vụ`. `body` is the first. */
export function listedFields(text: string, folded: string, body: Body): Body[] {
  if (body.head.entry.kind !== 'field' || !body.words || body.place) return []
  const { pluralBefore } = agencyVocabulary()
  if (!pluralBefore.test(folded.slice(Math.max(0, body.span[0] - 6), body.span[0]).trimEnd())) return []
  const found: Body[] = []
  for (let end = body.span[1]; found.length < 40; ) {
    const glue = FIELD_GLUE.exec(text.slice(end, end + 34))
    const field: Span | null = glue ? readField(text, folded, end + glue[0].length) : null
    if (!field) break
    found.push({
      ...body,
      span: field,
      headSpan: body.headSpan,
      words: field,
      sharedHead: true,
      inferred: 'head shared with the list',
    })
    end = field[1]
  }
  return found
}

/** `các Sở: Tài chính, …`: the field after a plural head and a colon; its index, or -1. */
export function fieldAfterColon(text: string, folded: string, headEnd: number): number {
  const colon = /^\s?:\s{1,4}/.exec(text.slice(headEnd, headEnd + 6))
  if (!colon) return -1
  const at = headEnd + colon[0].length
  return matchEnd(agencyVocabulary().field, folded, at) > 0 ? at : -1
}
