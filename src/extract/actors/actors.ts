/**
 * Who must act, as the opening of an item names it: behind an order, before a verb, as a heading, behind a leading
 * clause. Bodies that only take part (`phối hợp với …`) stand behind the verb and are told apart.
 *
 * ```
 * > | Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh kiểm tra
 *          ^^^^^^^ actor                  ^^^^^^^^^^^^ takes part
 * ```
 */
import { perGrammar } from '../../grammar/grammar.ts'
import { alternation } from '../../grammar/wording.ts'
import { type Span, upperShare } from '../../text.ts'
import { beginningAt, VERBS } from './beginning.ts'
import { type Name, rankAt, readName } from './name.ts'
import { type Opening, openingOf } from './opening.ts'

/**
 * What shows that the name is an actor's: an order before it, a verb that only who must act has, another verb; nothing
 * but the name, or `Đối với` before it, which what stands below must show; words behind it that are no known verb.
 */
export type Sign = 'order' | 'duty' | 'verb' | 'heading' | 'whom' | 'unknown'

export interface Actor {
  span: Span
  by: Sign
  /** Bodies that take part. */
  supporting: Span[]
  /** Is it one of those who use what an office offers: `sinh viên`, `tổ chức, cá nhân`? */
  isPublic: boolean
  /** Where what must be done begins. */
  at: number
  /** Is it any of a kind, without a name of its own: `các sở, ngành`? */
  isOfKind: boolean
}

/** Letters of an opening that are looked at. */
const REACH = 640
/** Commas behind which the actor is looked for. */
const TRIES = 6
/** What shows that the name behind a leading clause acts. */
const CONFIRMS: ReadonlySet<Name['by']> = new Set(['strong', 'duty', 'verb', 'with', 'place', 'stop'])
/** Words at the end of a title that no lexicon knows. */
const TITLE = 12

/** The actor of an opening (white space folded), which may be the title of what stands below; null where it names none. */
export function readActor(opening: string, { title = false } = {}): Actor | null {
  const text = opening.slice(0, REACH)
  if (upperShare(text) > 0.8) return null
  const o = openingOf(text)
  const at = startOf(o)
  const actor = (title ? headingOf(o, at) : null) ?? actorAt(o, at)
  return (actor?.by === 'heading' ? behindTopic(o, at) : null) ?? actor
}

/** `Thanh tra khoa học: Ủy ban nhân dân các xã phải lập sổ`: the title of an item may look like a body's name. */
function behindTopic(o: Opening, from: number): Actor | null {
  for (let at = from; at < o.count && !o.is(at, '.') && !o.is(at, ';'); at++)
    if (o.is(at, ':')) {
      const actor = actorAt(o, at + 1)
      return actor?.by === 'duty' ? actor : null
    }
  return null
}

/** `Đội giữ nước các thôn` over items: what one body is there for is its name, where what it must do stands below. */
function headingOf(o: Opening, at: number): Actor | null {
  const first = beginningAt(o, at)
  if (!first || first.many || first.kind === 'open' || o.count - at > TITLE || !o.letters(o.count - 1)) return null
  const isWork = rankAt(o, first.to) === 'verb' || o.end(first.to, 'function') > 0
  const simple = Array.from({ length: o.count - at }, (_, word) => at + word).every((word) => o.letters(word))
  return isWork && simple && o.end(first.to, 'within') === 0
    ? actorOf(o, { from: at, to: o.count, at: o.count }, 'heading')
    : null
}

/** Must what stands below show that the name is an actor's? */
export const isHeading = ({ by }: Pick<Actor, 'by'>): boolean => by === 'heading' || by === 'whom'

/** The place of the actor's name, a heading's too. */
export const findActor = (opening: string): Span | null => readActor(opening)?.span ?? null

/** In a paragraph under a heading that is a topic: `… Phó Chủ tịch yêu cầu các sở, ngành tập trung …`. */
export function readActorBelow(paragraph: string): Actor | null {
  const actor = readActor(paragraph)
  if (actor) return isHeading(actor) ? null : actor
  return /:\s*$/.test(paragraph) ? actorWithin(openingOf(paragraph.slice(0, REACH))) : null
}

/** Does the text begin with what must be done, or with a clause before it? Null where its first words are not known. */
export function beginsDuty(text: string): boolean | null {
  const o = openingOf(text.slice(0, 120))
  const at = startOf(o)
  if (o.end(at, 'strong', 'duty', 'verb', 'order', 'lead') > Math.max(o.end(at, 'thing'), o.end(at, 'state', 'is')))
    return true
  if (beginningAt(o, o.end(at, 'letting') || o.count, { small: true })) return true
  return !o.letters(at) ||
    o.end(at, 'thing', 'is', 'state', 'relative', 'person', 'every', 'and') > 0 ||
    beginningAt(o, at)
    ? false
    : null
}

/** Does the text begin with a verb of what must be done? */
export function beginsOrder(text: string): boolean {
  const o = openingOf(text.slice(0, 120))
  const at = startOf(o)
  return o.end(at, 'strong', 'duty', 'verb', 'order') > Math.max(o.end(at, 'thing'), o.end(at, 'lead') - 1)
}

/** Bodies that take part in what the first sentence says is to be done. */
export function supportingIn(text: string): Span[] {
  if (!together().test(text)) return []
  const o = openingOf(text.slice(0, REACH))
  return supporting(o, startOf(o))
}

const together = perGrammar(({ actors }) => {
  const words = actors.find(({ id }) => id === 'with')?.words ?? []
  return new RegExp(alternation(words), 'iu')
})

/** `Ông …`, `Đồng chí …`: a person, as a list of members names each. */
export function beginsPerson(text: string): boolean {
  const o = openingOf(text.slice(0, 40))
  return o.end(startOf(o), 'person') > 0
}

/** Holds it the formula with which a decision's last article names who executes it? */
export function executes(text: string): boolean {
  return openingOf(text.slice(0, REACH)).holds('executes')
}

/** Is it about who may do something, or who belongs to a body? */
export function tellsCompetence(text: string): boolean {
  const o = openingOf(text.slice(0, 200))
  const at = startOf(o)
  const last = o.letters(o.count - 1) ? o.count - 1 : o.count - 2
  return o.end(at, 'competence') > 0 || o.end(o.end(at, 'every') || at, 'members') > 0 || o.end(last, 'is') > last
}

/** Is it about what is so, or what was done? */
export function tellsWhatWas(text: string): boolean {
  const o = openingOf(text.slice(0, 120))
  return o.end(startOf(o), 'told') > 0
}

/** Behind quotes, dashes and the count of a step. */
function startOf(o: Opening): number {
  let at = 0
  while (at < o.count && o.shape(at) === 'mark') at++
  const step = o.end(at, 'step')
  if (step === 0 || o.shape(step) !== 'digits') return at
  const mark = o.is(step + 1, '(') ? behindBracket(o, step + 1) : step + 1
  return /^[:.–-]$/.test(o.printed(mark)) ? mark + 1 : at
}

/** The word behind the bracket that opens at `at`; the bracket where it is never closed. */
function behindBracket(o: Opening, at: number): number {
  for (let end = at + 1; end < o.count; end++) if (o.is(end, ')')) return end + 1
  return at
}

function actorAt(o: Opening, at: number): Actor | null {
  if (o.end(at, 'person') >= Math.max(1, beginningAt(o, at)?.to ?? 0) && !o.end(at, 'honorific')) return person(o, at)
  const order = o.end(at, 'order')
  if (order > 0) return ordered(o, order)
  const charge = o.end(at, 'charge')
  if (charge > 0) {
    const name = readName(o, charge, { ordered: true, open: true })
    return name && actorOf(o, name, 'heading')
  }
  const whom = o.end(at, 'for')
  if (whom > 0) return forWhom(o, whom) ?? behindLead(o, at)
  const name = readName(o, at, { open: true })
  const actor = name && fromName(o, titled(o, name))
  if (actor) return actor
  const often = o.end(at, 'often') || o.count
  // `Hằng tuần báo cáo Ban Thường vụ, Thường trực …`: to whom, not who
  if (o.end(often, 'verb') > o.end(often, 'duty')) return null
  if (o.end(at, 'lead', 'clause') > 0) return behindLead(o, at)
  return (name && orderBy(o, name)) ?? behindTitle(o, at)
}

function ordered(o: Opening, at: number): Actor | null {
  const from = behindHonorific(o, o.is(at, ':') ? at + 1 : at)
  const name = readName(o, from, { ordered: true, open: true })
  if (!name) return null
  // `phân công người trực tại hồ chứa`: its own people, whoever they are
  if (o.ends(at, 'posting') && o.end(name.from, 'staff') > 0) return null
  // no verb is known: as far as the words are surely a name
  const whole = name.by !== 'end' || (name.whole && name.to - name.closed < TITLE)
  const to = whole ? name.to : Math.min(name.closed, name.to)
  return actorOf(o, { ...name, to }, 'order')
}

/** `Đối với Ban Quản lý chợ: Bố trí …`: the one who acts, where that is ordered. */
function forWhom(o: Opening, at: number): Actor | null {
  const name = readName(o, at, { small: true })
  if (!name || name.kind === 'open') return null
  if (name.by === 'colon' || name.by === 'end') return actorOf(o, name, 'whom')
  const acts = name.by === 'strong' || (name.by === 'duty' && name.closed === name.to)
  // a list may be two clauses: `Riêng các xã ven biển, Đồn Biên phòng đếm thuyền`
  const apart = o.ends(at, 'apart') && CONFIRMS.has(name.by) && !holdsComma(o, name)
  return acts || apart ? actorOf(o, name, 'duty') : null
}

function holdsComma(o: Opening, { from, to }: Pick<Name, 'from' | 'to'>): boolean {
  for (let at = from; at < to; at++) if (o.is(at, ',')) return true
  return false
}

/** `Đồng chí Bí thư` is the secretary; `Các đồng chí` alone are meant themselves. */
function behindHonorific(o: Opening, at: number): number {
  const to = o.end(at, 'honorific')
  return to > 0 && beginningAt(o, to, { small: false }) && !isPerson(o, to) ? to : at
}

/** `Lò Văn Mẩy`: three words in capitals of which no body or post is made. */
const isPerson = (o: Opening, at: number): boolean =>
  o.capital(at) && o.capital(at + 1) && o.capital(at + 2) && o.end(at, 'head', 'named', 'post') === 0

function titled(o: Opening, name: Name): Name {
  const from = behindHonorific(o, name.from)
  return from > name.from ? { ...name, from } : name
}

/** An unordered name is an actor's with its verb, or as a heading. */
function fromName(o: Opening, name: Name): Actor | null {
  const known = name.kind !== 'open' || o.end(name.at, 'agentive') > 0
  if (!known || o.end(name.at, 'issuing') > 0) return null
  if (name.by === 'strong') return actorOf(o, name, 'duty')
  if (name.dated || name.by === 'state') return null
  if (name.by === 'place') return actorOf(o, name, 'unknown')
  if (name.by === 'duty' || name.by === 'verb') return orderBy(o, name) ?? actorOf(o, name, name.by)
  if (name.by === 'stop' || name.by === 'with') return followed(o, name) ? actorOf(o, name, 'verb') : null
  if (name.by === 'colon' || name.to === name.closed || (name.whole && name.to - name.closed < TITLE))
    return actorOf(o, name, 'heading')
  return unknown(o, name)
}

/** Words that are no known verb begin behind a name that is surely at its end. */
function unknown(o: Opening, name: Name): Actor | null {
  const next = name.closed
  if (!name.many && !o.ends(next, 'level', 'field', 'compound') && o.end(name.from, 'unit') !== next) return null
  if (!o.letters(next) || o.capital(next) || o.end(next, 'modifier', 'subordinate', 'and', 'stop', 'agent') > 0)
    return null
  return actorOf(o, { ...name, to: name.closed, at: next }, 'unknown')
}

/** Is there a verb in the clause behind what ends the name? `Công an tỉnh, khi có bão, kiểm tra …` */
function followed(o: Opening, name: Name): boolean {
  // `đều đã nộp`: so it is
  if (o.end(o.end(name.at, 'stop'), 'state') > 0) return false
  // `để đào tạo thợ`: what it is for, unless another clause follows
  const from = o.end(name.at, 'purpose') > 0 ? commaFrom(o, name.at) : name.at
  for (let at = from; at < o.count && !o.is(at, '.') && !o.is(at, ';'); at++)
    if (!o.capital(at) && o.end(at, 'strong', 'duty', 'verb') > 0) return true
  return false
}

function commaFrom(o: Opening, from: number): number {
  let at = from
  while (at < o.count && !o.is(at, ',')) at++
  return at
}

/** `UBND tỉnh yêu cầu các chủ hồ rà soát …`: who is told to act, not who tells; but one word names nobody. */
function orderBy(o: Opening, name: Name): Actor | null {
  const order = o.end(name.at, 'within')
  const told = order > 0 ? ordered(o, order) : null
  return told && o.span(order, order + 1)[1] < told.span[1] ? told : null
}

/** Behind the title of an item, on its line: `Đối với việc trồng rừng: Giao Sở Xây dựng …`. */
function behindTitle(o: Opening, from: number): Actor | null {
  for (let at = from; at < o.count; at++) {
    if (o.is(at, '.') || o.is(at, ';')) return null
    if (o.is(at, ':')) {
      const order = o.end(at + 1, 'order')
      return order > 0 ? ordered(o, order) : null
    }
  }
  return null
}

/** `Căn cứ Kế hoạch này, các sở, ngành xây dựng …`: the first name with a verb behind a comma of the sentence. */
function behindLead(o: Opening, from: number): Actor | null {
  let inList: Actor | null = null
  for (let at = from, tries = 0; at < o.count && tries < TRIES; at++) {
    const order = o.is(at, ';') ? o.end(at + 1, 'within') : 0
    if (order > 0) return ordered(o, order)
    if (o.is(at, '.') || o.is(at, ';')) return inList
    if (o.is(at, ':')) return behindTitle(o, at)
    const told = o.rarely(at, 'within')
    if (told > 0 && !o.is(at - 1, ',') && beginningAt(o, told)) return ordered(o, told)
    if (!o.is(at, ',')) continue
    tries++
    const found = behindComma(o, at)
    if (found?.isLast) return found.actor
    inList ??= found?.actor ?? null
  }
  return inList ?? actorWithin(o)
}

/** What the words behind a comma say; not the last word where a list may go on there. */
function behindComma(o: Opening, comma: number): { actor: Actor | null; isLast: boolean } | null {
  const next = comma + 1
  const order = o.end(next, 'within')
  if (order > 0) return { actor: ordered(o, order), isLast: true }
  // a place with its level is where something is
  const place = o.end(next, 'level') > 0 && o.capital(o.end(next, 'level'))
  const name = place || goesOnInList(o, comma) ? null : readName(o, next, { ordered: true })
  // `tỉnh, thành phố có quyết định, …`
  const inList = o.ends(comma, 'agent', 'level')
  if (inList && isGoverned(o, comma) && !o.capital(next) && o.end(next, 'every') === 0) return null
  if (name && CONFIRMS.has(name.by) && !(inList && name.by === 'stop')) {
    const actor = fromName(o, name)
    return { actor, isLast: !(actor && inList && !o.capital(next) && o.end(next, 'every') === 0) }
  }
  // another subject and its verb: no actor's clause
  const other = !name && o.end(next, 'thing') > 0 && o.end(next, 'lead', 'subordinate') === 0
  return other ? { actor: orderBehind(o, next), isLast: true } : null
}

/** `cho cán bộ|, nhân viên …`: who gets something goes on behind the comma. */
function isGoverned(o: Opening, comma: number): boolean {
  for (let at = comma; o.is(at, ','); at--) {
    at = o.startOf(at, 'agent')
    if (o.ends(at, 'every')) at = o.startOf(at, 'every')
    if (at > 0 && o.ends(at, 'governed')) return true
  }
  return false
}

/** `Ban Quản lý KKT, KCN với …`: the second abbreviation of a list begins no clause. */
const goesOnInList = (o: Opening, comma: number): boolean =>
  o.shape(comma - 1) === 'capitals' &&
  o.shape(comma + 1) === 'capitals' &&
  o.end(comma + 1, 'head', 'named', 'post', 'agent') === 0

/** `…, điều kiện thay đổi, đề nghị các xã báo cáo`: an order right behind a comma of the sentence. */
function orderBehind(o: Opening, from: number): Actor | null {
  for (let at = from; at < o.count && !o.is(at, '.') && !o.is(at, ';'); at++) {
    const order = o.is(at, ',') ? o.end(at + 1, 'within') : 0
    if (order > 0) return ordered(o, order)
  }
  return null
}

/** The last order inside the sentence that a name follows. */
function actorWithin(o: Opening): Actor | null {
  let found: Actor | null = null
  for (let at = 1; at < o.count; at++) {
    const order = o.rarely(at, 'within')
    if (order > 0 && beginningAt(o, behindHonorific(o, order), { small: true })) found = ordered(o, order) ?? found
  }
  return found
}

/** Words with which a person and the post held are named at most. */
const PERSON = 20

/** `Ông Đỗ Văn An - Tổ phó: Phụ trách kho gạo`: one who is named, with the post held, and told to do something. */
function person(o: Opening, at: number): Actor | null {
  for (let end = at + 1; end < o.count && end - at < PERSON; end++) {
    const next = o.is(end, ',') ? end + 1 : end
    if (o.is(end, ':'))
      return o.end(end + 1, ...VERBS) > 0 ? actorOf(o, { from: at, to: end, at: end + 1 }, 'duty') : null
    if (!o.capital(next)) {
      if (o.end(next, 'strong', 'duty') > 0) return actorOf(o, { from: at, to: end, at: next }, 'duty')
      // behind a name or a post, not in one: `Thư ký`
      const within = o.end(end - 1, 'post', 'agent', 'named', 'head') > end
      if (
        (o.capital(end - 1) || next > end) &&
        !within &&
        o.end(next, ...VERBS) > o.end(next, 'state', 'is') &&
        end - at > 1
      )
        return actorOf(o, { from: at, to: end, at: next }, 'verb')
    }
    if (o.is(end, ';') || (next > end && !beginningAt(o, next, { small: true }))) return null
  }
  return null
}

function actorOf(o: Opening, name: Pick<Name, 'from' | 'to' | 'at'>, by: Sign): Actor | null {
  if (name.to <= name.from || (by === 'heading' && headsMembers(o, name))) return null
  const span = o.span(name.from, name.to)
  if (span[1] - span[0] < 3) return null
  return {
    span,
    by,
    supporting: supporting(o, name.at),
    isPublic: o.end(o.end(name.from, 'every') || name.from, 'public') > 0,
    at: o.words.start[Math.min(name.at, o.words.count - 1)] as number,
    isOfKind: beginningAt(o, name.from, { small: true })?.kind === 'class',
  }
}

/** `Các thành viên Ban Chỉ đạo:`, `Sở Nội vụ: Ông …`: over a list of persons. */
function headsMembers(o: Opening, { from, at }: Pick<Name, 'from' | 'at'>): boolean {
  return o.end(o.end(from, 'every') || from, 'members') > 0 || (o.is(at, ':') && o.end(at + 1, 'person') > 0)
}

/** Whom the words from `at` on, up to the end of the sentence, name behind `phối hợp với`. */
function supporting(o: Opening, from: number): Span[] {
  const found: Span[] = []
  for (let at = from; at < o.count && !o.is(at, '.') && !o.is(at, ';'); at++) {
    const to = o.rarely(at, 'with')
    if (to === 0) continue
    const name = readName(o, behindHonorific(o, to), { ordered: true })
    if (!name) continue
    // where no verb is known, and of a kind, as far as the words are surely a name
    const end = name.kind === 'named' && name.by !== 'end' ? name.to : Math.min(name.closed, name.to)
    found.push(o.span(name.from, end))
    at = end - 1
  }
  return found
}
