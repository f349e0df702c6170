/**
 * A name from its beginning to its end: the end of a body, of a list of bodies, or of a collective with the clause that
 * says which are meant. Verbs confirm a name; of those in the clause the strongest is the one that it stands before.
 *
 * > | Nhà thầu và các đội thợ tham gia nung gạch ban đêm chịu trách nhiệm về khói
 *     ^^^^^^^^ class  ^^^^^^^ class
 *                             ^^^^^^^^ relative           ^^^^^^^^^^^^^^^^ strong: here it ends
 */
import { type Beginning, beginningAt, isNoun, VERBS } from './beginning.ts'
import type { Opening } from './opening.ts'

/**
 * `with`: words before who takes part, and the verb behind those. `place`: a word that no lexicon knows begins behind the place with which the
 * name ends.
 */
export type Ending = 'strong' | 'duty' | 'verb' | 'with' | 'place' | 'state' | 'stop' | 'colon' | 'end'

export interface Name {
  /** First word, and the one behind the last. */
  from: number
  to: number
  by: Ending
  /** Where the verb begins, or what else ends it. */
  at: number
  /** As far as the words are surely part of the name. */
  closed: number
  kind: Beginning['kind']
  /** Several of a kind at the end. */
  many: boolean
  /** Numbers of dates and shares stand in it. */
  dated: boolean
  /** It ends with the text. */
  whole: boolean
}

/** Words of a name that no lexicon knows. */
const OPEN = 14
/** Words in which a clause that says who is meant must end. */
const CLAUSE = 40

interface Verb {
  at: number
  /** Could it be what must be done? */
  orders: boolean
  /** Could it say which of a kind are meant? */
  tells: boolean
}

class Scan {
  readonly o: Opening
  readonly from: number
  readonly ordered: boolean
  done: { at: number; by: Ending } | null = null
  kind: Beginning['kind']
  /** Of the name of the list that goes on here, whatever of a kind stands in it: `UBND |các xã`. */
  entry: Beginning['kind']
  many: boolean
  /** Behind the words with which the last name of the list began. */
  begun: number
  closed: number
  loose = false
  /** The first number of a date or share; 0 for none. */
  dated = 0
  /** A verb that may say who is meant, and the first one behind it. */
  pending: Verb | null = null
  second: Verb | null = null
  fallback: Verb | null = null
  verbEnd = 0
  stated = 0

  constructor(o: Opening, from: number, first: Beginning, ordered: boolean) {
    this.o = o
    this.from = from
    this.ordered = ordered
    this.kind = this.entry = first.kind
    this.many = first.many
    this.begun = this.closed = first.to
  }

  finish(at: number, by: Ending): number {
    this.done = { at, by }
    return at
  }

  /** The clause ends: the verb in it that the name stands before. */
  settle(at: number, by: Ending): number {
    const verb =
      by === 'colon'
        ? this.ordersAtColon()
        : (this.second ?? (this.pending?.orders ? this.pending : null) ?? this.fallback)
    if (verb) return this.finish(verb.at, 'verb')
    // `là chủ đập: Cắm biển` says who is meant; `đã ngừng hoạt động:` what was
    const heads = by === 'colon' && this.o.end(this.stated, 'state') === 0
    if (this.stated > 0 && (heads || this.ordered)) return this.finish(this.stated, heads ? 'colon' : 'state')
    const clause = this.pending !== null && !this.ordered && (by === 'stop' || (by === 'end' && at < this.o.count))
    if (this.stated > 0 || clause) return this.finish(this.stated || at, 'state')
    return this.finish(at, by)
  }

  /** A heading: what may say who is meant does so. */
  ordersAtColon(): Verb | null {
    return this.second ?? (this.pending?.orders && !this.pending.tells ? this.pending : null)
  }

  /** Another name of the list begins. */
  next(first: Beginning, entry = first.kind): number {
    if (this.second) return this.finish(this.second.at, 'verb')
    if (this.pending?.orders && !this.fallback) this.fallback = this.pending
    this.pending = this.second = null
    this.kind = first.kind
    this.entry = entry
    this.many = first.many || (this.many && first.kind === 'class')
    this.begun = first.to
    if (!this.loose) this.closed = first.to
    return first.to
  }
}

export interface Reading {
  /** An order stands before it. */
  ordered?: boolean
  /** Words that the lexicon does not know may begin it. */
  open?: boolean
  /** It may begin with a small letter. */
  small?: boolean
}

/** The name that begins at the word; null where none does. */
export function readName(o: Opening, from: number, options: Reading = {}): Name | null {
  const { ordered = false, open = false, small = ordered } = options
  const first = beginningAt(o, from, { small, open })
  if (!first) return null
  const scan = new Scan(o, from, first, ordered)
  let at = first.to
  while (!scan.done && at < o.count) at = step(scan, at)
  if (!scan.done) scan.settle(at, 'end')
  const { at: end, by } = scan.done as unknown as { at: number; by: Ending }
  if (first.kind === 'open' && end - from > OPEN) return null
  return {
    from,
    to: trimmed(o, from, end),
    by,
    at: end,
    closed: scan.closed,
    kind: first.kind,
    many: scan.many,
    dated: scan.dated > 0 && scan.dated < end,
    whole: end >= o.count,
  }
}

function step(scan: Scan, at: number): number {
  const { o } = scan
  if (!o.letters(at)) return mark(scan, at)
  if (scan.pending && at - scan.pending.at > CLAUSE) return scan.settle(at, 'end')
  const stop = o.end(at, 'stop')
  if (
    stop > 0 &&
    !o.ends(at, 'no-stop') &&
    o.end(at, 'duty', 'strong', 'verb', 'within', 'compound') < stop &&
    !(scan.pending?.tells && scan.many && strongAhead(o, stop))
  )
    return scan.settle(at, 'stop')
  if (scan.pending && o.end(at, 'subordinate') > 0 && o.end(at, 'strong', 'duty') === 0) return scan.settle(at, 'stop')
  const and = o.end(at, 'and')
  // `Bí thư, Trưởng thôn cùng chịu trách nhiệm`
  if (and > 0 && o.end(and, 'agentive') > 0 && o.end(and, 'strong') > 0) return scan.finish(at, 'strong')
  if (and > 0) return o.end(at, 'with') > and ? scan.settle(at, 'with') : joint(scan, and)
  if (o.capital(at)) return word(scan, at)
  const which = scan.kind === 'class' && at === scan.begun ? meantBy(o, at) : 0
  if (which > 0) return scan.finish(which, 'duty')
  const every = o.end(at, 'every')
  if (every > 0 && !scan.pending) {
    const more = beginningAt(o, at, { small: true })
    // `Hội Nông dân các cấp`: of which levels, none beside it
    if (more && more.to > o.end(at, 'modifier')) return scan.next(more, scan.entry)
  }
  return verb(scan, at)
}

const endsClause = (o: Opening, at: number) => o.shape(at) === 'mark' && /^[,;.:]$/.test(o.printed(at))

/** `Xã |nào còn nợ báo cáo |thì nộp`: the word behind the clause that says which of a class are meant; 0 for none. */
function meantBy(o: Opening, from: number): number {
  if (o.end(from, 'which') === 0) return 0
  for (let at = from + 1; at < o.count && !endsClause(o, at); at++) if (o.rarely(at, 'then') > 0) return at
  return 0
}

/** Does the clause say further on that those who are meant are responsible? `Các xã có đê bằng đất có trách nhiệm …` */
function strongAhead(o: Opening, from: number): boolean {
  for (let at = from; at < o.count && !endsClause(o, at); at++) {
    if (o.is(at, '(')) while (at < o.count && !o.is(at, ')')) at++
    else if (o.rarely(at, 'agentive') > 0 && o.end(at, 'strong') > 0) return true
  }
  return false
}

const DASH = /^[-–]$/

/** A word with a capital: of the name, or a verb with which the line below begins. */
function word(scan: Scan, at: number): number {
  const { o } = scan
  // `Kế hoạch - |Tổng hợp`: the second half of a name
  if (o.end(at, 'capital') > 0 && at > scan.begun && !DASH.test(o.printed(at - 1))) return scan.finish(at, 'duty')
  const head = o.end(at, 'head', 'named', 'post')
  const end = Math.max(o.end(at, 'field', 'level', 'compound'), head, o.end(at, ...VERBS), at + 1)
  if (scan.pending) return end
  if (head === end) {
    scan.begun = end
    scan.many = false
  }
  if (!scan.loose) scan.closed = end
  return end
}

function mark(scan: Scan, at: number): number {
  const { o } = scan
  const printed = o.printed(at)
  if (printed === '(' || printed === '[') return aside(scan, at)
  if (printed === ',') {
    const most = meantMost(o, at)
    return most ? scan.next(most) : comma(scan, at)
  }
  if (printed === ';') return semicolon(scan, at)
  if (printed === ':') return colon(scan, at)
  if (printed === '.' || printed === '!' || printed === '?') {
    if (o.glued(at + 1) && o.letters(at + 1)) return at + 1
    return o.is(at + 1, '.') || o.is(at + 1, '(') || o.printed(at - 1).length < 3 ? at + 1 : scan.settle(at, 'end')
  }
  if (o.shape(at) === 'digits' && (o.is(at + 1, '/') || o.is(at + 1, '%') || o.is(at + 1, '.')) && o.glued(at + 1))
    scan.dated ||= at
  else if (!scan.loose && !scan.pending && o.shape(at) === 'digits') scan.closed = at + 1
  return at + 1
}

const ASIDE = 40

/** Behind the bracket that closes; one that is never closed ends the name. */
function aside(scan: Scan, at: number): number {
  const { o } = scan
  for (let end = at + 1; end < Math.min(o.count, at + ASIDE); end++) {
    if (o.is(end, ')') || o.is(end, ']')) {
      if (!scan.loose && !scan.pending && scan.closed === at) scan.closed = end + 1
      return end + 1
    }
  }
  return scan.settle(at, 'stop')
}

/** `UBND xã, trực tiếp là |Chủ tịch UBND xã`: who of a body is meant. */
function meantMost(o: Opening, comma: number): Beginning | null {
  const most = o.end(comma + 1, 'directly')
  return most > 0 ? beginningAt(o, o.end(most, 'honorific') || most, { small: true }) : null
}

function comma(scan: Scan, at: number): number {
  const { o } = scan
  const next = at + 1
  const begun = beginningAt(o, next, { small: true })
  const verb = o.capital(next) ? 0 : o.end(next, ...VERBS, 'is', 'state', 'works')
  const level = furtherLevel(scan, at, verb)
  if (level > 0) return level
  if (verb > 0 && !(begun && begun.to >= verb)) return endsBefore(scan, at, verb)
  if (o.end(next, 'stop') > 0) return scan.settle(at, 'stop')
  if (scan.pending && !scan.pending.orders) return begun ? scan.next(begun) : next
  if (scan.pending && !scan.pending.tells) return scan.settle(at, 'end')
  // `Ủy ban nhân dân các huyện, |thị xã`
  if (begun) return scan.next(begun, o.end(next, 'level') === begun.to ? scan.entry : begun.kind)
  if (!o.capital(next) && o.letters(next)) {
    scan.loose = true
    if (!scan.pending) scan.kind = 'open'
  }
  return next
}

/** A verb stands behind the comma. */
function endsBefore(scan: Scan, comma: number, verb: number): number {
  const { o } = scan
  if (!scan.pending && o.end(comma + 1, 'is', 'state', 'works') === verb) return scan.finish(comma, 'state')
  if (scan.pending || scan.fallback) return scan.settle(comma, 'end')
  const rank = rankAt(o, comma + 1)
  return scan.finish(comma, rank === 'relative' || rank === null ? 'verb' : rank)
}

/** `cấp huyện, |cấp xã`: the word behind another level, which a shorter verb begins; 0 for none. */
function furtherLevel(scan: Scan, comma: number, verb: number): number {
  const { o } = scan
  const to = verb > 0 && o.ends(comma, 'modifier') ? o.end(comma + 1, 'modifier') : 0
  if (to <= verb) return 0
  if (!scan.loose && !scan.pending) scan.closed = to
  return to
}

function semicolon(scan: Scan, at: number): number {
  const { o } = scan
  const next = o.end(at + 1, 'and') || at + 1
  const begun = beginningAt(o, next, { small: true }) ?? beginningAt(o, at + 1, { small: true })
  if (!begun || scan.pending) return scan.settle(at, 'end')
  return scan.next(begun)
}

/** `các phòng: Hạ tầng, Thủy lợi` goes on with names; any other colon ends the name. */
function colon(scan: Scan, at: number): number {
  const { o } = scan
  const next = at + 1
  const kind = o.startOf(at, 'agent')
  const ofKind = kind > 0 && o.end(kind - 1, 'every') === kind
  const lists = scan.many || ofKind || o.ends(at, 'post', 'named')
  const names =
    lists &&
    o.capital(next) &&
    (Math.max(o.end(next, 'field', 'head', 'named', 'post'), next + 1) > o.end(next, ...VERBS) || isListed(o, next)) &&
    o.end(next, 'person', 'order', 'lead') === 0
  const ofMany = scan.many && scan.kind === 'class' && opensList(o, next)
  if ((at !== scan.begun && !ofKind && !ofMany) || scan.pending || !names) return scan.settle(at, 'colon')
  // a list must lead to a verb, unless an order stands before it
  const rest = new Scan(o, next, { to: next + 1, kind: 'named', many: scan.many }, scan.ordered)
  let end = next
  while (!rest.done && end < o.count) end = step(rest, end)
  const by = rest.done?.by ?? 'end'
  if (by === 'strong' || by === 'duty' || by === 'verb' || (scan.ordered && by === 'end')) {
    scan.closed = rest.closed
    return scan.finish(rest.done?.at ?? end, by)
  }
  return scan.settle(at, 'colon')
}

/** `Đồng Rìu, Khe Mười`: names alone and another behind the comma. */
function opensList(o: Opening, from: number): boolean {
  let at = from
  while (o.capital(at) || o.shape(at) === 'digits') at++
  return o.is(at, ',') && o.capital(at + 1)
}

/** `Tổ chức, Tuyên giáo`: a verb with a capital behind whose comma another capital stands is the name of an office. */
function isListed(o: Opening, at: number): boolean {
  const end = o.end(at, ...VERBS)
  return o.is(end, ',') && o.capital(end + 1)
}

function joint(scan: Scan, next: number): number {
  const { o } = scan
  const begun = beginningAt(o, next, { small: true })
  if (begun && (scan.pending?.tells ?? true)) return scan.next(begun)
  // `Xúc tiến và quản lý`: a second word of the name
  const verb = o.capital(next) || scan.pending ? 0 : o.end(next, ...VERBS)
  return verb > 0 ? verb : next
}

export type Rank = 'strong' | 'duty' | 'verb' | 'relative'

/** How much the verb at a word says that something must be done: by the longest phrase, then the strongest. */
export function rankAt(o: Opening, at: number): Rank | null {
  let best: Rank | null = null
  let length = 0
  for (const rank of VERBS) {
    const end = o.end(at, rank)
    if (end > length) {
      length = end
      best = rank
    }
  }
  return best
}

function verb(scan: Scan, at: number): number {
  const { o } = scan
  const rank = rankAt(o, at)
  const end = rank ? o.end(at, rank) : 0
  const begun = workOrState(scan, at, { rank, end })
  if (begun !== null) return begun
  if (rank === 'strong') return scan.finish(at, 'strong')
  const compound = o.end(at, 'compound')
  if ((compound > end || (compound > 0 && compound === end && isOfPlaces(o, end))) && !endsWithPlace(o, at)) {
    if (!scan.loose && !scan.pending) scan.closed = compound
    return compound
  }
  if (rank === null || o.end(at, 'modifier', 'level', 'agent') > end) return small(scan, at)
  if (isPart(scan, at, end)) return end
  if (scan.pending) return behindPending(scan, at, end, rank)
  const serves = isFunctional(o, at, scan.from) && o.end(at, 'function') === end
  const relative = serves || o.end(at, 'relative') === end
  const orders = rank !== 'relative'
  if (rank === 'duty' && !relative) return scan.finish(at, 'duty')
  // `Ủy ban nhân dân các xã |giao đất cho hộ`: what a body does, not which of them are meant
  const named = scan.kind === 'named' || (scan.entry === 'named' && o.ends(at, 'level') && !isAhead(o, end, 'strong'))
  if (orders && named && !serves) return scan.finish(at, rank)
  scan.pending = { at, orders, tells: relative }
  scan.verbEnd = end
  return end
}

/** `trạm thu mua |các xã`: what a body does is part of its name before the places where it does so. */
function isOfPlaces(o: Opening, at: number): boolean {
  const every = o.end(at, 'every')
  return every > 0 && o.end(every, 'level', 'place') > 0
}

/** What a body is there for, before its name, or what is said to be so; null where neither begins at the word. */
function workOrState(scan: Scan, at: number, { rank, end }: { rank: Rank | null; end: number }): number | null {
  const { o } = scan
  if (o.end(at, 'works') > end && !scan.ordered) return scan.finish(at, 'state')
  const work = !scan.many && scan.closed === scan.begun ? namedByWork(scan, at, end) : 0
  if (work > 0) {
    scan.kind = 'named'
    scan.closed = work
    return work
  }
  const state = Math.max(o.end(at, 'is'), scan.pending && rank !== 'duty' ? 0 : o.end(at, 'state'))
  const told = rank === 'duty' ? state > end : state >= end && (scan.pending?.tells ?? true)
  return state > 0 && told && scan.stated === 0 ? said(scan, at, state) : null
}

function behindPending(scan: Scan, at: number, end: number, rank: Rank): number {
  const { o } = scan
  const pending = scan.pending as Verb
  // `đã giao khoán |phải lập sổ`: a word of duty belongs to the verb only right behind it
  const adjacent = at === scan.verbEnd && (o.end(at, 'then') === 0 || o.end(pending.at, ...VERBS, 'is', 'state') === at)
  scan.verbEnd = end
  // only one that may say who is meant leaves the verb to another
  if (!pending.tells || adjacent || rank === 'relative') return end
  if (rank === 'duty') return scan.finish(at, 'duty')
  if (scan.stated > 0) return end
  // `Phó Giám đốc phụ trách kỹ thuật ký`
  const ofPost = o.end(scan.from, 'post') === scan.begun && o.end(pending.at, 'state') === 0
  if ((scan.kind !== 'named' || pending.orders || ofPost) && end < o.count && !o.is(end, ':'))
    scan.second ??= { at, orders: true, tells: false }
  return end
}

/** Words at most that say what a body does, before its name. */
const WORK = 4

/**
 * The word behind the name: `Đội chiếu bóng Vạn Trúc| chiếu phim`, `Đội múa lân phường Hạ| tập ở sân`; 0 where no name
 * of its own follows that more words stand behind.
 */
function namedByWork({ o, from, begun }: Scan, verb: number, behind: number): number {
  // `Tổ thu tiền điện thôn Vụng |nộp`, but `Tổ đưa máy về thôn Hạ`
  const isUnit = o.end(from, 'unit') === begun
  for (let at = behind || verb + 1; at < begun + WORK + 1 && o.letters(at); at++) {
    const level = isUnit && o.end(at - 1, 'no-verb') > 0 ? 0 : o.end(at, 'level', 'place')
    const name = level > 0 && o.capital(level) ? level : at
    if (!o.capital(name)) continue
    let end = name
    while (o.capital(end) && o.end(end, 'head', 'named', 'post') <= end + 1) end++
    if (o.shape(end) === 'digits') end++
    const acts = !isUnit || o.end(end, ...VERBS) > 0
    const goesOn = end >= o.count || (o.letters(end) && o.end(end, 'no-verb', 'and') === 0 && acts)
    return goesOn && (name > at || endsWithProperName(o, end)) ? end : 0
  }
  return 0
}

/** `là`, `gồm`, `đã`: so it is, unless a word of duty follows. */
function said(scan: Scan, at: number, end: number): number {
  if (scan.ordered) return scan.finish(at, 'state')
  scan.stated = at
  scan.second = null
  scan.pending = { at, orders: false, tells: true }
  scan.verbEnd = end
  return end
}

/** A word in small letters that is no verb. */
function small(scan: Scan, at: number): number {
  const { o } = scan
  if (o.end(at, 'dated') > 0) scan.dated ||= at
  const known = Math.max(o.end(at, 'modifier'), o.end(at, 'level'), o.end(at, 'agent'), o.end(at, 'joined'))
  if (scan.pending) return known || at + 1
  // `Đại lý thu |lập danh sách`, `Các chủ hụi |ghi sổ`: what they do, or of what
  if (known === 0 && at === scan.begun && (o.ends(at, 'doer') || o.end(at, 'function') === at + 1)) {
    scan.closed = at + 1
    return at + 1
  }
  if (known === 0 && (endsWithPlace(o, at) || endsBeforeObject(scan, at))) return scan.finish(at, 'place')
  if (known === 0 && !isSecondSyllable(scan, at)) scan.loose = true
  if (!scan.loose) scan.closed = known || at + 1
  return known || at + 1
}

/**
 * `Truyền |thanh xã`, `Làm |vườn huyện`: a word in capitals of two syllables has the second in small letters. Those of a
 * name of a place have capitals each.
 */
function isSecondSyllable({ o, from }: Scan, at: number): boolean {
  const head = o.startOf(at, 'head', 'named', 'post', 'agent')
  return (
    o.capital(at - 1) &&
    (!o.capital(at - 2) || o.ends(at - 1, 'head', 'named', 'post', 'agent')) &&
    // the first word of a name is whole, one inside it may be half a word: `Ban Chỉ huy Phòng thủ dân sự`
    (head < 0 || (head > from && head === at - 1)) &&
    !o.ends(at, 'field', 'level', 'compound', 'place') &&
    o.end(at, 'no-verb', 'thing', 'dated', 'subordinate', 'lead', 'every', 'stop') === 0
  )
}

/** `Công ty Vật tư huyện |vần hết cọc ra đê`: behind a name at its end, a word that acts on what stands behind it. */
function endsBeforeObject(scan: Scan, at: number): boolean {
  const { o, closed, loose, kind } = scan
  if (loose || closed !== at || kind === 'open') return false
  if (lets(o, at)) return true
  if (goesOnWithName(o, at) || strongAhead(o, at) || isAhead(o, at, 'is')) return false
  if (kind === 'named' && !scan.many && o.ends(at, 'level') && !o.capital(at - 1)) return true
  const next = at + 1
  if (isSecondSyllable(scan, at)) return o.end(next, 'object') > 0
  return isObject(o, next) || (isUnknown(o, next) && o.end(next + 1, 'object') > 0)
}

/** `Ngân hàng huyện |cho nông dân vay`: a name at its end lets somebody do something. */
function lets(o: Opening, at: number): boolean {
  const someone = o.capital(at) ? 0 : o.end(at, 'letting')
  const closes = o.capital(at - 1) || o.shape(at - 1) === 'digits' || o.ends(at, 'level', 'field', 'place')
  return someone > 0 && closes && !o.capital(someone) && o.end(someone, 'staff', 'agent', 'public') > 0
}

/** Does such a word stand further on in the clause? */
function isAhead(o: Opening, from: number, kind: 'is' | 'strong'): boolean {
  for (let at = from; at < o.count && !endsClause(o, at); at++) if (o.end(at, kind) > 0) return true
  return false
}

/** Stands at the word what is done, or how far: `xong`, `12 tấm bia`, `số liệu`, `các lô`, `và nộp`? */
function isObject(o: Opening, at: number): boolean {
  if (o.shape(at) === 'digits') return o.letters(at + 1) && !o.capital(at + 1) && rankAt(o, at + 1) === null
  const and = o.end(at, 'and')
  return (and > 0 && !o.capital(and) && rankAt(o, and) !== null) || o.end(at, 'object', 'thing') > 0
}

/** Is it a word in small letters that no list knows? */
const isUnknown = (o: Opening, at: number): boolean =>
  o.letters(at) &&
  !o.capital(at) &&
  rankAt(o, at) === null &&
  !goesOnWithName(o, at) &&
  o.end(at, 'agent', 'modifier', 'level', 'and', 'function', 'trade', 'joined') === 0

const goesOnWithName = (o: Opening, at: number): boolean =>
  o.end(at, 'no-verb', 'thing', 'dated', 'subordinate', 'lead', 'every', 'field', 'suffix') > 0

/** Words with which a place is named at most. */
const PLACE = 6

/** `Công an xã Nậm Khe |lặn tìm người`: behind a place by its level and name, a word that no name goes on with. */
function endsWithPlace(o: Opening, at: number): boolean {
  if (goesOnWithName(o, at)) return false
  if (endsWithProperName(o, at)) return true
  for (let from = at; from > at - PLACE && from > 0; from--) {
    if (from < at && isLevel(o, from)) return true
    if (!o.capital(from - 1) && o.shape(from - 1) !== 'digits' && !(from < at && o.printed(from - 1) === '-'))
      return false
  }
  return false
}

/** `Bến xe Đồng Chiêm |dán giá vé`: two words in capitals that no lexicon knows are a name of one's own. */
function endsWithProperName(o: Opening, at: number): boolean {
  const last = o.shape(at - 1) === 'digits' && o.capital(at - 2) ? at - 1 : at
  return (
    o.shape(last - 1) === 'capital' &&
    o.shape(last - 2) === 'capital' &&
    !o.capital(at) &&
    !o.ends(last, 'head', 'named', 'post', 'field', 'compound') &&
    o.end(last - 2, 'head', 'named', 'post', 'field') === 0
  )
}

/** Ends a word for a level or a kind of place before the word, that is none of `hợp tác xã`? */
function isLevel(o: Opening, to: number): boolean {
  const level = o.startOf(to, 'level', 'place')
  const whole = o.startOf(to, 'agent', 'head', 'named')
  return level >= 0 && (whole < 0 || whole >= level)
}

/** A verb that is part of the name: `các tổ chức kiểm định`, `Vật liệu xây dựng,`. */
function isPart(scan: Scan, at: number, end: number): boolean {
  const { o } = scan
  if (o.end(at, 'verb-or-noun') === end && isNoun(o, at, end)) return true
  // nothing is left to be done; but a name with its level is at its end
  if (!scan.pending && !scan.ordered && (end >= o.count || o.is(end, ':')))
    return rankAt(o, at) !== 'duty' && !o.ends(at, 'level')
  if (o.ends(at, 'doer')) return true
  if (at === scan.begun) {
    if (isTrade(o, at, end)) return true
    if (isFunctional(o, at, scan.from) && o.end(at, 'function') === end && !scan.many) {
      if (rankAt(o, at) === 'duty') scan.fallback ??= { at, orders: true, tells: false }
      return true
    }
    if (scan.kind !== 'named') return false
  }
  if (o.ends(at, 'every') || isJoined(o, at)) return true
  if (scan.pending || o.end(at, 'with') > end) return false
  const next = o.is(end, ',') || o.is(end, ';') ? end + 1 : o.end(end, 'and')
  return next > 0 && o.end(next, ...VERBS) === 0 && beginningAt(o, next, { small: true }) !== null
}

/** `các tổ đan |nộp phiếu`: what a unit does, right before the verb. */
const isTrade = (o: Opening, at: number, end: number): boolean =>
  o.ends(at, 'functional') &&
  (o.end(at, 'trade') === end || (o.end(at, 'function') === end && o.end(at, 'relative', 'duty') < end)) &&
  rankAt(o, end) !== null

/**
 * Ends a word before `to` behind which a verb says what the body is there for? `Đoàn kiểm tra`, `Trưởng Đoàn kiểm tra`;
 * not where it is the last word of another name: `Ban Tổ chức |tham mưu`, `Trung ương Đoàn |hướng dẫn`.
 */
function isFunctional(o: Opening, to: number, from: number): boolean {
  const start = o.startOf(to, 'functional')
  // `Hội Nông dân các cấp |vận động`
  if (start < 0 || o.startOf(to, 'modifier') > from) return false
  return start <= from || !o.letters(start - 1) || o.ends(start, 'every', 'and', 'post', 'named')
}

/** `nơi đăng ký`, `chế độ báo cáo`: but `Phòng Kế hoạch báo cáo`. */
function isJoined(o: Opening, at: number): boolean {
  const joined = o.startOf(at, 'joined')
  const whole = o.startOf(at, 'head', 'named', 'agent', 'function')
  return joined >= 0 && !o.capital(joined) && !o.ends(at, 'not-joined') && (whole < 0 || whole >= joined)
}

const LEFT = /^(?:[.,:;–-]|và|có|là|thì|cũng|do|đều|trong)$/u

/** Without marks and joints left over at the end, or a remark in brackets on the body's part in it. */
function trimmed(o: Opening, from: number, end: number): number {
  let to = end
  while (to > from) {
    const open = openingBracket(o, from, to)
    if (open > from && o.end(open + 1, 'aside') > 0) to = open
    else if (LEFT.test(o.printed(to - 1)) || o.is(to - 1, '(')) to--
    else break
  }
  return to
}

/** Where the bracket opens that closes with the last word, or that is never closed; 0 for none. */
function openingBracket(o: Opening, from: number, to: number): number {
  if (!o.is(to - 1, ')')) return 0
  for (let at = to - 2; at > from; at--) if (o.is(at, '(')) return at
  return 0
}
