/**
 * Who must act, as the opening of an item names it: a heading, `Giao …`, or a subject before its verb. Bodies that only
 * take part (`phối hợp với …`) stand behind the verb and are left out.
 *
 * ```
 * > | Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh kiểm tra
 *          ^^^^^^^
 * ```
 */
import { append } from '../arrays.ts'
import { perGrammar } from '../grammar/grammar.ts'
import { alternation } from '../grammar/wording.ts'
import { type Span, skeleton, upperShare } from '../text.ts'

/** Letters of an opening in which the actor's name must end. */
const REACH = 280

type Words = ReturnType<typeof actorWords>

/** Patterns of the words of `grammars/actors.yaml`, which says what each entry is for. */
const actorWords = perGrammar(({ actors, heads, positions }) => {
  const wordsOf = (id: string) => actors.find((entry) => entry.id === id)?.words ?? []
  const list = (id: string) => `(?:${alternation(wordsOf(id))})`
  const verbs = wordsOf('verb')
  // `Chủ trì` signs, but opens an order as a verb
  const posts = positions.filter(({ name }) => !verbs.includes(name.toLowerCase()))
  const phrases = new Map<string, string[]>()
  for (const verb of verbs.filter((verb) => verb.includes(' '))) {
    const folded = skeleton(verb)
    phrases.set(folded, [...(phrases.get(folded) ?? []), verb])
  }
  return {
    order: new RegExp(`^${list('order')}(?=\\s|:)[\\s:]*`, 'u'),
    orderWithin: new RegExp(`(?<=\\s)${list('order-within')}\\s+`, 'gu'),
    ordered: new RegExp(`^(?:\\p{Lu}|${list('every')}\\s)`, 'u'),
    honorific: new RegExp(`^${list('honorific')}\\s+`, 'u'),
    members: new RegExp(`^${list('plural')}\\s+${list('members')}(?=[\\s,:]|$)`, 'u'),
    person: new RegExp(`^${list('person')}\\s`, 'iu'),
    actor: new RegExp(`^${list('actor')}(?=[\\s,:]|$)`, 'u'),
    collective: new RegExp(`^${list('plural')}\\s+(?!${list('no-collective')})${list('collective')}(?=[\\s,:;/]|$)`, 'u'),
    head: new RegExp(`^(?:${alternation([...heads, ...posts].map(({ name }) => name))})(?=[\\s,:]|$)`, 'iu'),
    behindHead: new RegExp(`^\\s+(?:\\p{Lu}|${list('plural')}\\s|${list('and')}\\s\\p{Lu})`, 'u'),
    verb: new RegExp(`(?<=[\\s,])(?:${alternation(verbs.filter((verb) => !verb.includes(' ')))})(?=[\\s,:;.]|$)`, 'gu'),
    // several syllables are known without their marks, which OCR engines lose
    verbPhrase: new RegExp(`(?<=[\\s,])(?=(${alternation([...phrases.keys()])})(?:[\\s,:;.]|$))`, 'g'),
    phrases,
    capital: new RegExp(`(?<=\\p{L}\\s)${list('capital')}(?=[\\s,])`, 'gu'),
    verbOrNoun: new RegExp(`^${list('verb-or-noun')}(?:,|\\s${list('verb-or-noun-end')})`, 'u'),
    bare: new RegExp(`^${list('bare')}\\s*$`, 'iu'),
    bareList: new RegExp(`^${list('bare')},\\s${list('bare')}(?=[\\s,])`, 'iu'),
    lead: new RegExp(`^${list('lead')}(?=\\s)`, 'u'),
    executes: new RegExp(`\\s${list('executes')}\\s`, 'u'),
    everyone: new RegExp(`^${list('everyone')}(?=\\s)`, 'u'),
    figures: new RegExp(`\\d\\s?[/.%]|(?:^|\\s)${list('dated')}(?:\\s|$)`, 'u'),
    issuing: new RegExp(`^${list('issuing')}(?=\\s|:|$)`, 'u'),
    stop: new RegExp(`(?<=[\\s,])(?<!${list('no-stop')}\\s)${list('stop')}(?=[\\s,])`, 'u'),
    noun: new RegExp(`(?:^|\\s)${list('noun')}\\s+$`, 'iu'),
    noNoun: new RegExp(`(?:^|\\s)${list('no-noun')}\\s+$`, 'u'),
    state: new RegExp(`(?<=[\\s,])${list('state')}(?=[\\s:])`, 'u'),
    must: new RegExp(`(?<=[\\s,])${list('must')}(?=\\s)`, 'u'),
    aside: new RegExp(`[\\s.]+\\(${list('aside')}[^)]*\\)?\\s*$`, 'iu'),
    tail: new RegExp(`(?:[\\s,.:;–-]|\\s${list('tail')})+$`, 'u'),
  }
})

/**
 * The place of the actor's name in an opening (white space folded); null when the opening names none.
 *
 * @param alone nothing stands below the opening: without a verb it is an entry of a list
 * @param narrated the document tells what was done: only an order word names who must act
 */
export function findActor(opening: string, { alone = false, narrated = false } = {}): Span | null {
  const words = actorWords()
  const text = opening.slice(0, REACH)
  return actorAtStart(text, { alone, narrated, words }) ?? actorBehindTitle(text, words)
}

function actorAtStart(text: string, { alone, narrated, words }: { alone: boolean; narrated: boolean; words: Words }): Span | null {
  const lead = /^[\s“"'*–-]*/u.exec(text)?.[0].length ?? 0
  const order = words.order.exec(text.slice(lead))
  const from = skipHonorific(text, lead + (order?.[0].length ?? 0), words)
  if (upperShare(text) > 0.8) return null
  if (!order && narrated) return null
  if (!order && words.lead.test(text)) return actorBehindLead(text, words)
  if (!(order && words.ordered.test(text.slice(from))) && !beginsActor(text.slice(from), words)) return null
  return actorFrom(text, from, { ordered: order !== null, alone, words })
}

/** Behind the title of an item, on its line: `Đối với việc trồng rừng: Giao Sở Xây dựng …`. */
function actorBehindTitle(text: string, words: Words): Span | null {
  const from = /^[^.;:]+:\s+/u.exec(text)?.[0].length ?? 0
  if (from === 0 || !words.order.test(text.slice(from))) return null
  const found = actorAtStart(text.slice(from), { alone: false, narrated: false, words })
  return found && [found[0] + from, found[1] + from]
}

/** `Căn cứ Kế hoạch này, các sở, ngành xây dựng …`: the first actor with a verb behind a comma. */
function actorBehindLead(text: string, words: Words): Span | null {
  for (let at = text.indexOf(', '), tries = 0; at >= 0 && tries < 5; at = text.indexOf(', ', at + 2), tries++) {
    words.orderWithin.lastIndex = at + 2
    const order = words.orderWithin.exec(text)
    if (order?.index === at + 2) {
      const from = skipHonorific(text, at + 2 + order[0].length, words)
      return words.ordered.test(text.slice(from)) || beginsActor(text.slice(from), words) ? actorFrom(text, from, { ordered: true, alone: false, words }) : null
    }
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
  for (const match of text.matchAll(words.orderWithin)) {
    const from = skipHonorific(text, match.index + match[0].length, words)
    if (beginsActor(text.slice(from), words)) found = actorFrom(text, from, { ordered: true, alone: false, words })
  }
  return found
}

/** In a paragraph of an article: `Chánh Văn phòng …; Giám đốc … chịu trách nhiệm thi hành Quyết định này.` */
export function findExecutor(paragraph: string): Span | null {
  return actorWords().executes.test(paragraph) ? findActor(paragraph) : null
}

/** `Ông …`, `Đồng chí …`: a person, as a list of members names each. */
export const beginsPerson = (text: string) => actorWords().person.test(text)

function skipHonorific(text: string, from: number, words: Words): number {
  return from + (words.honorific.exec(text.slice(from))?.[0].length ?? 0)
}

/** One-word heads (`Ban`, `Bộ`, `Sở`) are an actor's only before a capital: `Ban hành` is none. */
function beginsActor(text: string, words: Words): boolean {
  if (words.collective.test(text)) return true
  if (words.actor.test(text)) return true
  if (/^(?:[A-ZĐƯ]{2,}|[A-ZĐƯ]{2,}\p{Ll}*\p{Lu}+)(?=[\s,:-])/u.test(text)) return true
  const head = words.head.exec(text)?.[0]
  if (!head || !/^\p{Lu}/u.test(text)) return false
  if (/\s/.test(head)) return true
  return words.behindHead.test(text.slice(head.length))
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
  let end = nameEnd(rest, words)
  const closed = end < rest.length
  // `Sở Nội vụ: Ông …` names a member, not an actor
  if (rest[end] === ':' && words.person.test(rest.slice(end + 1).trimStart())) return null
  const state = words.state.exec(rest.slice(0, end + 1))
  if (state && !ordered && !words.must.test(rest.slice(state.index))) {
    if (verbsBefore(rest, state.index, words).length === 0) return null
  } else if (state && verbsBefore(rest, state.index, words).length === 0) return trimmed(text, from, from + state.index)
  // `cơ quan, tổ chức thẩm định`: a second noun, not a verb
  const nouns = words.bareList.exec(rest)?.[0].length ?? 0
  for (const at of verbsBefore(rest, end, words)) {
    // `cơ quan, tổ chức, đơn vị`: a noun in a list; `Cơ quan quản lý nhà`: a name that says what the body does
    if (at < nouns || words.verbOrNoun.test(rest.slice(at)) || words.bare.test(rest.slice(0, at))) continue
    return trimmed(text, from, from + stopped(rest, at, words))
  }
  end = stopped(rest, end, words)
  // a heading over a list of members orders nothing
  if (!ordered && words.members.test(rest)) return null
  // no verb: a heading is an actor, an entry of a list or a sentence without one is not
  if (!ordered && alone && rest[end] !== ':') return null
  // a name, a colon and names: those invited, the members of a list
  if (!ordered && rest[end] === ':' && rest.slice(end + 1).trim() !== '' && !hasVerb(rest.slice(end + 1, end + 160), words)) return null
  if (!ordered && !closed && rest.length >= REACH - from) return null
  if (end > 160) return null
  return trimmed(text, from, from + end)
}

/** Where the names end at the latest: a colon, a full stop, a semicolon behind which no other name begins. */
function nameEnd(rest: string, words: Words): number {
  for (const { index, 0: mark } of rest.matchAll(/[:;]|\.(?:\s|$)/gu)) {
    const behind = rest.slice(index + 1).trimStart()
    if (mark !== ';' || !(beginsActor(behind, words) || words.everyone.test(behind))) return index
  }
  return rest.length
}

/** A verb behind such a word is a part of the name: `các tổ chức`. */
const isNoun = (before: string, words: Words) => words.noun.test(before) && !words.noNoun.test(before)

/** Whether one of the phrases is meant where all marks are lost, or those of one syllable are wrong. */
function isMeant(read: string, phrases: string[]): boolean {
  if (/^[ -~]+$/.test(read)) return true
  const syllables = read.split(' ')
  return phrases.some((phrase) => phrase.split(' ').filter((syllable, at) => syllable !== syllables[at]).length <= 1)
}

/** Where verbs begin before `end`, ascending. */
function verbsBefore(text: string, end: number, words: Words): number[] {
  const within = text.slice(0, end + 1)
  const found = [...within.matchAll(words.verb)].filter(({ 0: verb }) => verb === verb.toLowerCase()).map(({ index }) => index)
  const spoilt: Span[] = []
  for (const { 1: phrase = '', index } of skeleton(within).matchAll(words.verbPhrase)) {
    const read = within.slice(index, index + phrase.length)
    const phrases = words.phrases.get(phrase) ?? []
    if (phrases.includes(read)) found.push(index)
    else if (read === read.toLowerCase() && isMeant(read, phrases)) spoilt.push([index, index + phrase.length])
  }
  // `Phòng Quản lý Đầu tư rà soát`, `cá nhân thực hiện`: a verb as it is written stands in what looks like another
  append(found, spoilt.filter(([from, to]) => !found.some((at) => at > from && at < to)).map(([from]) => from))
  for (const { index } of within.matchAll(words.capital)) found.push(index)
  return found.filter((at) => at < end && !isNoun(text.slice(0, at), words)).sort((a, b) => a - b)
}

const hasVerb = (text: string, words: Words) => verbsBefore(` ${text.trimStart().charAt(0).toLowerCase()}${text.trimStart().slice(1)}`, text.length, words).length > 0

function stopped(rest: string, end: number, words: Words): number {
  const stop = words.stop.exec(rest)
  return stop && stop.index > 0 && stop.index < end ? stop.index : end
}

function trimmed(text: string, from: number, to: number): Span | null {
  const words = actorWords()
  if (words.issuing.test(text.slice(to).trimStart())) return null
  const aside = words.aside.exec(text.slice(from, to))
  const kept = text.slice(from, aside ? from + aside.index : to).replace(/[(\[][^)\]]*$/u, '').replace(words.tail, '')
  // a clause whose verb is not known, its date and figures with it, is no name
  return kept.length > 2 && !words.figures.test(kept) && !words.bare.test(kept) ? [from, from + kept.length] : null
}
