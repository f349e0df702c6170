/**
 * What a name begins with: a body, a post, an abbreviation, or a word for many of a kind.
 *
 * > | Thủ trưởng các cơ quan, đơn vị      > | các Hội Nông dân xã      > | Nhà thầu
 *     ^^^^^^^^^^ named                         ^^^^^^^ class             ^^^^^^^^ class
 */
import { latin } from '../../latin.ts'
import type { Opening } from './opening.ts'

export interface Beginning {
  /** The word behind it. */
  to: number
  /** One body or post by its name; one or all of a kind, of which a verb may say which are meant; words not known. */
  kind: 'named' | 'class' | 'open'
  /** Several of a kind: `các xã`. */
  many: boolean
}

/** Kinds of verbs. */
export const VERBS = ['strong', 'duty', 'verb', 'relative'] as const

/** The name that begins at the word, in small letters too where `small` says that one must stand there; null for none. */
export function beginningAt(o: Opening, at: number, { small = false, open = false } = {}): Beginning | null {
  const every = o.end(at, 'every')
  if (every > 0) return ofMany(o, at, every)
  if (!o.letters(at)) return null
  const verb = o.end(at, 'strong', 'duty', 'verb', 'is', 'state', 'stop')
  const agent = o.end(at, 'agent')
  const named = o.end(at, 'head', 'named', 'post')
  const known = Math.max(agent, named)
  // `Tham mưu |Trưởng ban giao việc`: a verb, and the name behind it
  if (verb < named && o.capital(verb) && o.end(verb, 'head', 'named', 'post') > named) return null
  // `phòng, chống thiên tai` is no office
  if (!o.capital(at) && o.end(at, 'compound') > known) return null
  if (o.end(at, 'thing') >= Math.max(known, 1)) return null
  if (known > 0 && verb <= known && (small || o.capital(at))) {
    if (verb === known && !isName(o, at, known)) return null
    if (named === known && o.capital(at)) return ofBody(o, at, named, agent === named)
    if (agent === known || isKind(o, at, known)) return ofClass(o, known)
  }
  const person = byAddress(o, at, small) || bySuffix(o, at)
  if (person > 0) return { to: person, kind: 'class', many: false }
  if (isShort(o, at)) return { to: at + 1, kind: 'named', many: false }
  return open && verb === 0 && o.capital(at) && o.end(at, 'thing', 'lead') === 0
    ? { to: at + 1, kind: 'open', many: false }
    : null
}

/** `trạm y tế`: the whole name of a kind of body in small letters. */
const isKind = (o: Opening, at: number, to: number): boolean => !o.capital(at) && to - at > 1

/** `nhà máy`, and with a name of its own `nhà máy Sao Mai`. */
const ofClass = (o: Opening, to: number): Beginning => ({
  to,
  kind: o.capital(to) && !o.end(to, 'capital') ? 'named' : 'class',
  many: false,
})

/** `bác bảo vệ`: what someone does stands in small letters behind a word of address; a name would have capitals. */
function byAddress(o: Opening, at: number, small: boolean): number {
  const to = small || o.capital(at) ? o.end(at, 'address') : 0
  return to > 0 && !o.capital(to) ? Math.max(o.end(to, 'agent'), o.end(to, 'post')) : 0
}

/** `Tuần đường viên`: a word of three syllables that ends so; `Luôn động viên` ends with a verb. */
function bySuffix(o: Opening, at: number): number {
  const to = at + 3
  if (!o.capital(at) || o.end(at, ...VERBS) > 0) return 0
  return o.startOf(to, 'suffix') === to - 1 && o.letters(at + 1) && !o.capital(at + 1) && o.startOf(to, ...VERBS) < 0
    ? to
    : 0
}

/** `các sở`, `các ông (bà) Trưởng ấp`, `mỗi chi bộ`. */
function ofMany(o: Opening, at: number, every: number): Beginning | null {
  const again = o.end(every, 'every')
  const from = again > 0 ? again : every
  const known = Math.max(o.end(from, 'agent'), o.end(from, 'head', 'named', 'post'))
  if (o.end(from, 'thing') > known) return null
  if (known > 0) return { to: known, kind: 'class', many: true }
  const addressed = o.end(from, 'address')
  if (addressed > 0) return { to: byAddress(o, from, true) || addressed, kind: 'class', many: true }
  if (o.ends(every, 'agent') || o.end(at + 1, 'agent') > 0) return { to: every, kind: 'class', many: true }
  return isShort(o, from) ? { to: from + 1, kind: 'class', many: true } : null
}

/** A head of one word is a body's only with what follows: `Ban` before a name, `Sở, ban, ngành`, `Khoa` before a verb. */
function ofBody(o: Opening, at: number, to: number, isAgent: boolean): Beginning | null {
  const found: Beginning = { to, kind: 'named', many: false }
  if (to - at > 1 || o.capital(to) || o.end(to, 'every', 'level') > 0) return found
  if (isAgent) return { to, kind: 'class', many: false }
  if (o.is(to, ',') || o.is(to, '/') || o.end(to, 'and') > 0) {
    const next = o.is(to, ',') || o.is(to, '/') ? to + 1 : o.end(to, 'and')
    return beginningAt(o, next, { small: true }) ? found : null
  }
  const acts = o.end(at, 'unit') === to && o.end(to, ...VERBS) > 0
  return acts || isShort(o, at) ? found : null
}

/** `UBND`, `NCS`, `VKSND`: but not one of a line in capitals. */
function isShort(o: Opening, at: number): boolean {
  const printed = o.printed(at)
  return (
    (o.shape(at) === 'capitals' || (o.shape(at) === 'mixed' && latin(/^\p{Lu}.*\p{Lu}/u).test(printed))) &&
    printed.length > 1 &&
    o.shape(at + 1) !== 'capitals'
  )
}

/** What is a verb and a name is the name before another one: `Lãnh đạo khoa`, `Báo Cao Lạng`. */
function isName(o: Opening, at: number, to: number): boolean {
  if (o.end(at, 'verb-or-noun') === to) return isNoun(o, at, to)
  if (!o.capital(at) || o.end(to, 'led') > 0) return false
  return (
    o.capital(to) ||
    o.end(to, 'agent', 'level', 'every', 'named') > 0 ||
    (o.end(at, 'unit') === to && o.end(to, ...VERBS) > 0)
  )
}

/** A word that is a verb and a noun is the noun in a list and before what says of which kind: `tổ chức tín dụng`. */
export function isNoun(o: Opening, at: number, to: number): boolean {
  const kind = o.end(to, 'verb-or-noun-end')
  // `tổ chức |hội thi`: what is held, no kind of body
  if ((kind > 0 && kind >= o.end(to, 'thing')) || endsList(o, at, to)) return true
  return (
    o.is(to, ',') &&
    (o.end(to + 1, 'agent') > 0 || o.end(to + 1, 'verb-or-noun-end') > 0) &&
    (o.end(to + 1, ...VERBS) === 0 || at > 0)
  )
}

/** Behind another noun of a list, before a word of duty or the same word as a verb: `các cơ quan, |tổ chức tiếp tục`. */
function endsList(o: Opening, at: number, to: number): boolean {
  const inList = (o.is(at - 1, ',') && o.ends(at - 1, 'agent')) || (o.ends(at, 'and') && o.ends(at - 1, 'agent'))
  return (
    inList &&
    (o.end(to, 'strong', 'duty') > 0 || (o.end(to, 'verb-or-noun') > to && !isNoun(o, to, o.end(to, 'verb-or-noun'))))
  )
}
