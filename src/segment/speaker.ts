/**
 * Who orders in words that run on behind a name: a body or a post of its own, up to its verb.
 *
 * ```
 * > | Các trường trung học cơ sở Phòng Giáo dục và Đào tạo hướng dẫn các trường:
 *                                ^ speaker                 ^ order
 * ```
 */
import { latin } from '../latin.ts'
import { isCapitalAt, skeleton } from '../text.ts'
import { orderIn } from './body/operative.ts'
import type { Piece } from './cues.ts'
import { beginsWith, beginsWithBody, words } from './words.ts'

/** Where a name may begin: a capital behind a whole word or a stop. */
const NAME = latin(/(?<=[\p{Ll})]\.?\s)(?=\p{Lu})/gu)
/** What parts the name of who orders from its verb. */
const PARTS_CLAUSES = /[,;:]|\.\s/u

/** Where the speaker's name begins, further on than the first name from `from` on; -1 where nobody orders. */
export function speakerAfter({ text, folded }: Piece, from: number): number {
  let order = orderIn(folded, from)
  // `Công đoàn Giáo dục`: a name's own word
  while (order >= 0 && isCapitalAt(text, order + 1)) order = orderIn(folded, order + 1)
  if (order < 0) return -1
  const names = [...text.slice(0, order).matchAll(NAME)].filter(
    ({ index }) => index >= from && !PARTS_CLAUSES.test(text.slice(index, order)),
  )
  const bodies = names.flatMap(({ index }) => {
    const piece = { text: text.slice(index), folded: folded.slice(index) }
    const body = beginsWithBody(piece) ?? beginsWith(piece.folded, words().positions)
    return body ? [{ at: index, end: index + body.length }] : []
  })
  // `Ban Thường vụ | Hội Nông dân`: one name
  const last = bodies.filter(({ at }) => !bodies.some(({ end }) => end === at - 1)).at(-1)
  return last && last.at > from + 1 ? last.at : -1
}

const STOPPED = latin(/\p{Ll}{2}\.\s+\p{Lu}/u)

/** Whether words behind a stop, or somebody who orders, say that a sentence follows the name. */
export const saysMore = (name: string): boolean =>
  STOPPED.test(name) || speakerAfter({ text: name, folded: skeleton(name) }, 0) > 0
