/**
 * Clauses above the orders that are nothing but a basis. A sentence that only begins so, its own actor behind a comma, is
 * none.
 *
 * ```
 * > | Căn cứ Luật Lâm nghiệp.
 * > | Theo đề nghị của Hạt trưởng Hạt Kiểm lâm,
 * ```
 */
import { latin } from '../../latin.ts'
import { skeleton } from '../../text.ts'
import { findCue } from '../cues.ts'
import type { Row } from '../rows.ts'
import { beginsWith, words } from '../words.ts'
import { ordersOrEnacts } from './operative.ts'
import type { BodyParagraph } from './paragraphs.ts'

/** Which of the paragraphs is a basis, given the words of each. */
export function basesAmong(parts: BodyParagraph[], said: string[]): boolean[] {
  const begins = parts.map(({ rows }) => findCue(rows[0] as Row, 'base') !== null)
  const decrees = parts.map(({ rows }) => findCue(rows[0] as Row, 'decree') !== null)
  const closed = said.map((value, index) => begins[index] === true && /[;,]$/.test(value))
  // closed by another mark or by none, it is one among others
  const pure = said.map((value, index) => begins[index] === true && isClauseAlone(value.replace(/:$/, '')))
  const bases: boolean[] = []
  said.forEach((value, index) => {
    const followed = closed[index + 1] || pure[index + 1] || decrees[index + 1]
    const among = followed || (bases[index - 1] === true && value.endsWith('.'))
    bases.push(closed[index] === true || (pure[index] === true && among === true))
  })
  return bases
}

/** One sentence, and behind no comma a body or a post that acts. */
function isClauseAlone(value: string): boolean {
  if (/\.\s/.test(value) || value.includes(':')) return false
  return ![...value.matchAll(latin(/,\s+(?=\p{Lu})/gu))].some(({ index, 0: comma }) => {
    const rest = skeleton(value.slice(index + comma.length))
    const name = beginsWith(rest, words().heads) ?? beginsWith(rest, words().positions)
    return name !== null && (!rest.slice(name.length).includes(',') || ordersOrEnacts(rest))
  })
}
