/**
 * Who must act, as the opening of an item names it: a heading, `Giao …`, or a subject before its verb. Bodies that only
 * take part (`phối hợp với …`) stand behind the verb and are left out.
 *
 * ```
 * > | Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh kiểm tra
 *          ^^^^^^^
 * ```
 */
import { currentGrammar } from '../grammar/grammar.ts'
import type { Grammar } from '../grammar/shapes.ts'
import { type Span, upperShare } from '../text.ts'

/** Letters of an opening in which the actor's name must end. */
const REACH = 280

interface Words {
  order: RegExp
  honorific: RegExp
  actor: RegExp
  collective: RegExp
  head: RegExp
  verb: RegExp
  lead: RegExp
  issuing: RegExp
  stop: RegExp
  noun: RegExp
  midOrder: RegExp
}

const cache = new WeakMap<Grammar, Words>()

function actorWords(): Words {
  const grammar = currentGrammar()
  let made = cache.get(grammar)
  if (!made) {
    const list = (id: string) => alternatives(grammar.actors.find((entry) => entry.id === id)?.words ?? [])
    made = {
      order: new RegExp(`^(?:${list('order')})(?=\\s|:)[\\s:]*`, 'u'),
      honorific: new RegExp(`^(?:${list('honorific')})\\s+`, 'u'),
      actor: new RegExp(`^(?:${list('actor')})(?=[\\s,:]|$)`, 'u'),
      collective: new RegExp(`^[Cc]ác\\s+(?!trường hợp)(?:${list('collective')})(?=[\\s,:;/]|$)`, 'u'),
      head: new RegExp(`^(?:${alternatives(grammar.heads.map((head) => head.name))})(?=[\\s,:]|$)`, 'iu'),
      verb: new RegExp(`(?<=[\\s,])(?:${list('verb')})(?=[\\s,:;.]|$)`, 'gu'),
      lead: new RegExp(`^(?:${list('lead')})(?=\\s)`, 'u'),
      issuing: new RegExp(`^(?:${list('issuing')})(?=\\s|:|$)`, 'u'),
      stop: new RegExp(`(?<=[\\s,])(?:${list('stop')})(?=\\s)`, 'u'),
      noun: new RegExp(`(?:^|\\s)(?:${list('noun')})\\s+$`, 'iu'),
      midOrder: /(?<=\s)(?:yêu cầu|đề nghị|giao)\s+/gu,
    }
    cache.set(grammar, made)
  }
  return made
}

const alternatives = (words: string[]) =>
  [...words].sort((a, b) => b.length - a.length).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')).join('|')

/**
 * The place of the actor's name in an opening (white space folded); null when the opening names none.
 *
 * @param alone nothing stands below the opening: without a verb it is an entry of a list
 */
export function findActor(opening: string, { alone = false } = {}): Span | null {
  const words = actorWords()
  const text = opening.slice(0, REACH)
  const lead = /^[\s“"'*–-]*/u.exec(text)?.[0].length ?? 0
  const order = words.order.exec(text.slice(lead))
  const from = skipHonorific(text, lead + (order?.[0].length ?? 0), words)
  if (upperShare(text) > 0.8) return null
  if (!order && words.lead.test(text)) return actorBehindLead(text, words)
  if (!(order && /^(?:\p{Lu}|các\s|từng\s|mỗi\s)/u.test(text.slice(from))) && !beginsActor(text.slice(from), words)) return null
  return actorFrom(text, from, { ordered: order !== null, alone, words })
}

/** `Căn cứ Kế hoạch này, các sở, ngành xây dựng …`: the first actor with a verb behind a comma. */
function actorBehindLead(text: string, words: Words): Span | null {
  for (let at = text.indexOf(', '), tries = 0; at >= 0 && tries < 5; at = text.indexOf(', ', at + 2), tries++) {
    const order = /^(?:giao|đề nghị|yêu cầu)\s+/u.exec(text.slice(at + 2))
    if (order) return actorFrom(text, skipHonorific(text, at + 2 + order[0].length, words), { ordered: true, alone: false, words })
    if (!beginsActor(text.slice(at + 2), words)) continue
    const found = actorFrom(text, at + 2, { ordered: false, alone: true, words })
    if (found) return found
  }
  return null
}

/** In a paragraph under a heading: `… Phó Chủ tịch yêu cầu các sở, ngành tập trung …:`. */
export function findOrderedActor(paragraph: string): Span | null {
  const words = actorWords()
  const text = paragraph.slice(0, REACH * 2)
  if (words.order.test(text)) return findActor(paragraph)
  if (!/:\s*$/.test(paragraph)) return null
  let found: Span | null = null
  for (const match of text.matchAll(words.midOrder)) {
    const from = skipHonorific(text, match.index + match[0].length, words)
    if (beginsActor(text.slice(from), words)) found = actorFrom(text, from, { ordered: true, alone: false, words })
  }
  return found
}

function skipHonorific(text: string, from: number, words: Words): number {
  return from + (words.honorific.exec(text.slice(from))?.[0].length ?? 0)
}

/** One-word heads (`Ban`, `Bộ`, `Sở`) are an actor's only before a capital: `Ban hành` is none. */
function beginsActor(text: string, words: Words): boolean {
  if (words.collective.test(text)) return true
  if (words.actor.test(text)) return true
  if (/^(?:\p{Lu}{2,}|\p{Lu}{2,}\p{Ll}*\p{Lu}+)(?=[\s,:-])/u.test(text)) return true
  const head = words.head.exec(text)?.[0]
  if (!head || !/^\p{Lu}/u.test(text)) return false
  if (/\s/.test(head)) return true
  return /^\s+(?:\p{Lu}|các\s|và\s\p{Lu})/u.test(text.slice(head.length))
}

interface Reading {
  /** An order word stands before the name. */
  ordered: boolean
  /** Nothing follows the opening: an entry of a list, unless it has a verb. */
  alone: boolean
  words: Words
}

function actorFrom(text: string, from: number, { ordered, alone, words }: Reading): Span | null {
  const rest = text.slice(from)
  let end = rest.search(/[:;]|\.(?:\s|$)/u)
  if (end < 0) end = rest.length
  const closed = end < rest.length
  // `Sở Nội vụ: Ông …` names a member, not an actor
  if (rest[end] === ':' && /^:\s*(?:Ông|Bà|Đồng chí|ông|bà|đồng chí)\s/u.test(rest.slice(end))) return null
  words.verb.lastIndex = 0
  for (let match = words.verb.exec(rest); match && match.index < end; match = words.verb.exec(rest)) {
    if (words.noun.test(rest.slice(0, match.index))) continue
    // `cơ quan, tổ chức, đơn vị`: a noun in a list
    if (/^tổ chức/u.test(match[0]) && /^,|^\s(?:chính trị|đảng|xã hội|tín dụng|cá nhân|hội)/u.test(rest.slice(match.index + match[0].length))) continue
    end = match.index
    return trimmed(text, from, from + stopped(rest, end, words))
  }
  end = stopped(rest, end, words)
  // no verb: a heading is an actor, an entry of a list or a sentence without one is not
  if (!ordered && alone && rest[end] !== ':') return null
  // a name, a colon and names: those invited, the members of a list
  if (!ordered && rest[end] === ':' && rest.slice(end + 1).trim() !== '' && !hasVerb(rest.slice(end + 1, end + 160), words)) return null
  if (!ordered && !closed && rest.length >= REACH - from) return null
  if (end > 160) return null
  return trimmed(text, from, from + end)
}

function hasVerb(text: string, words: Words): boolean {
  words.verb.lastIndex = 0
  return words.verb.test(` ${text.trimStart().charAt(0).toLowerCase()}${text.trimStart().slice(1)}`)
}

function stopped(rest: string, end: number, words: Words): number {
  const stop = words.stop.exec(rest)
  return stop && stop.index > 0 && stop.index < end ? stop.index : end
}

function trimmed(text: string, from: number, to: number): Span | null {
  if (actorWords().issuing.test(text.slice(to).trimStart())) return null
  const aside = /\s\(cơ quan[^)]*\)?\s*$/iu.exec(text.slice(from, to))
  const kept = text.slice(from, aside ? from + aside.index : to).replace(/(?:[\s,.:;–-]|\s(?:và|có|là|thì|trước mắt|cũng|do|đều))+$/u, '')
  return kept.length > 2 ? [from, from + kept.length] : null
}
