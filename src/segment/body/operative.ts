/**
 * The words that introduce the orders: who orders, and what is ordered, up to the colon; or `QUYẾT ĐỊNH` on its own line.
 *
 * ```
 * > | Để chủ động phòng cháy, Chủ tịch UBND huyện yêu cầu Giám đốc các sở, ngành thực hiện:
 *                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
import { pattern } from '../../grammar/wording.ts'
import { latin } from '../../latin.ts'
import type { Grade } from '../../schema.ts'
import { skeleton } from '../../text.ts'
import type { Value } from '../../tree.ts'
import { findCue } from '../cues.ts'
import type { Row } from '../rows.ts'
import { beginsWith, words } from '../words.ts'

/** Characters of an actor's name before the order. */
const ACTOR = 130
/** Characters of a name that tell whose it is: `Ủy ban nhân dân` of a district's. */
const SHORT_NAME = 14
/** Characters of the name of whoever orders for certain. */
const PLAIN_NAME = 60
/** Verbs that order or tell, and those that also say what was done before. */
const ORDERS = pattern(({ folded }) => new RegExp(`\\s(?:${folded('order')})(?=[\\s,:]|$)`))
const MAY_ORDER = pattern(({ folded }) => new RegExp(`\\s(?:${folded('order', 'may-order')})(?=[\\s,]|$)`))
const PERSON = pattern(({ words: list }) => new RegExp(`^(?:${list('comrade')})\\s`, 'u'))
/** A digit, a comma, a bracket in what would be a name: a date, a citation, words that lead in. */
const NAMELESS = /[\d,:;“"()]/
/** `Bộ trưởng Bộ Tài chính ban hành Thông tư …` above the first article. */
const ENACTS = pattern(({ folded }) => new RegExp(`\\s(?:${folded('enacts')})\\s`))
/** Where a clause may begin: behind a comma, a stop, a semicolon; an abbreviation's stop ends nothing. */
const CLAUSE = latin(/(?<=[,;]\s|[\p{Ll}\d]{2}[.!?]\s|[)”]\.?\s)(?=\S)/gu)

/** Does the folded clause order or enact, its verb near its beginning? */
export function ordersOrEnacts(folded: string): boolean {
  const head = folded.slice(0, ACTOR)
  return [ORDERS(), MAY_ORDER(), ENACTS()].some((verb) => verb.test(head))
}

/** Does the folded text begin with the issuer's name, or with a shorter form of it? */
export function isSaidBy(folded: string, issuer: string | null): boolean {
  if (issuer === null) return false
  const name = skeleton(issuer)
  return folded.startsWith(name) || (name.startsWith(folded.slice(0, SHORT_NAME)) && folded.length > SHORT_NAME)
}

/** Where somebody's verb of ordering stands, from there on and within the reach of a name; -1 where none does. */
export function orderIn(folded: string, from: number): number {
  const at = folded.slice(from, from + 2 * ACTOR).search(ORDERS())
  return at < 0 ? -1 : from + at
}

/** A paragraph before the first item, with what it says. */
interface Said {
  value: Value
  first: Row
}

/**
 * Which paragraph introduces the orders, and its words from the actor on; null where none does. The issuer's own word
 * goes before that of others, the later before the earlier.
 *
 * @param issuer who issued the document, as its header says
 */
export function findOperative(said: Said[], issuer: string | null): { index: number; operative: Value } | null {
  const decree = said.findIndex(({ first }) => findCue(first, 'decree'))
  if (decree >= 0) {
    const { value } = said[decree] as Said
    return { index: decree, operative: { ...value, value: value.value.replace(/[\s:.*]+$/u, ''), grade: 'certain' } }
  }
  for (const speaker of SPEAKERS) {
    for (let index = said.length - 1; index >= 0; index--) {
      const { value } = said[index] as Said
      const sentence = value.value.replace(/[\s:.]+$/u, '').replace(/^[-–+*]\s*/u, '')
      const enacts = index === said.length - 1 && ENACTS().test(skeleton(sentence))
      const at = /:\s*$/u.test(value.value) || enacts ? clauseOf(sentence, { speaker, issuer }) : -1
      if (at >= 0) {
        const words = sentence.slice(at)
        return { index, operative: { ...value, value: words, grade: gradeOf(words, { speaker, issuer }) } }
      }
    }
  }
  return null
}

/** Certain where the issuer, or a body or post that the grammar knows, is all that stands before the verb. */
function gradeOf(clause: string, { speaker, issuer }: { speaker: Speaker; issuer: string | null }): Grade {
  const folded = skeleton(clause.replace(PERSON(), ''))
  const name = folded.slice(0, Math.min(...[ORDERS(), MAY_ORDER(), ENACTS()].map((verb) => found(folded, verb))))
  const isPlain = speaker !== 'any' && name.length <= PLAIN_NAME && !NAMELESS.test(name)
  return isPlain || (issuer !== null && name === skeleton(issuer)) ? 'certain' : 'likely'
}

const found = (folded: string, verb: RegExp) => verb.exec(folded)?.index ?? folded.length

/** Who may speak, the likeliest first: the issuer, a body or a post that the grammar knows, any name. */
const SPEAKERS = ['issuer', 'known', 'any'] as const
type Speaker = (typeof SPEAKERS)[number]

/** Where the clause begins in which somebody orders, or a decree runs on behind its bases; -1 where none does. */
function clauseOf(sentence: string, { speaker, issuer }: { speaker: Speaker; issuer: string | null }): number {
  const starts = [0, ...[...sentence.matchAll(CLAUSE)].map(({ index }) => index)].reverse()
  const [last] = starts as [number]
  if (findCue({ text: sentence.slice(last), folded: skeleton(sentence.slice(last)) }, 'decree')) return last
  for (const verb of [ORDERS(), MAY_ORDER()]) {
    const found = starts.find((at) => speaks(sentence.slice(at), { verb, speaker, issuer }))
    if (found !== undefined) return found
  }
  return -1
}

function speaks(
  clause: string,
  { verb, speaker, issuer }: { verb: RegExp; speaker: Speaker; issuer: string | null },
): boolean {
  const actor = clause.replace(PERSON(), '')
  const folded = skeleton(actor)
  const found = verb.exec(folded)
  if (!found || found.index > ACTOR || !latin(/^\p{Lu}/u).test(actor)) return false
  const name = folded.slice(0, found.index)
  if (speaker === 'issuer')
    return issuer !== null && (skeleton(issuer).startsWith(name) || name.startsWith(skeleton(issuer)))
  if (speaker === 'known')
    return beginsWith(folded, words().heads) !== null || beginsWith(folded, words().positions) !== null
  return !NAMELESS.test(name) && findCue({ text: actor, folded }, 'base') === null
}
