/**
 * One body at a place of the text: its head, what follows it by the head's kind, its place, the body it serves.
 *
 * > | Ban Thường vụ Huyện ủy A Lưới yêu cầu
 *     ^^^^^^^^^^^^^ organ
 *                   ^^^^^^^^ committee
 *                            ^^^^^^ place
 */
import { readPlaceName } from '../../grammar/places.ts'
import { latin } from '../../latin.ts'
import { hasWordEdges, isCapitalAt, joinSpaces, type Span, skeleton } from '../../text.ts'
import { readField, readOwnWords } from './own-words.ts'
import { cityTier, nameTier, type Place, readPlace } from './place.ts'
import { agencyVocabulary, firstWord, gapAfter, type HeadForm, headKey, matchEnd, type Tier } from './vocabulary.ts'

export interface Body {
  span: Span
  head: HeadForm
  headSpan: Span
  /** Field or words of its own. */
  words: Span | null
  place: Place | null
  /** The body that an organ serves. */
  owner: Body | null
  /** What the text leaves out and the context gives. */
  inferred?: string
  /** The place in words where it is not the printed one: `huyện Bắc Hà`. */
  placeText?: string
  /** The head printed elsewhere: `các Sở: Tài chính, Nội vụ`. */
  sharedHead?: true
}

const DEPTH = 3
/** The committee of a city: of the first tier or of the second. */
const CITY = /^thanh/

/** The body that begins at `at`, a word's first letter; null where none does. */
export function readBody(text: string, folded: string, at: number, depth = 0): Body | null {
  const { heads, forms, member } = agencyVocabulary()
  const pattern = isCapitalAt(text, at) ? heads.get(firstWord(folded, at)) : undefined
  const end = pattern ? matchEnd(pattern, folded, at) : -1
  if (end < 0 || !hasWordEdges(text, at, end)) return null
  const head = forms.get(headKey(folded.slice(at, end)))
  if (
    !head ||
    !spelled(text, at, end, head) ||
    (head.short && !/\s/.test(text.slice(at, end)) && !isCapitalAt(text, at + 1))
  )
    return null
  const next = followingWord(text, end)
  // `Trường hợp`, `BÁO CÁO`; but `Báo Cao Lạng`
  const mayBeThing = !isCapitalAt(text, next) || isCapitalAt(text, at + 1)
  if (mayBeThing && matchEnd(agencyVocabulary().thing, folded, at) > end) return null
  const base: Body = { span: [at, end], head, headSpan: [at, end], words: null, place: null, owner: null }
  const { kind, dependent, capitals } = head.entry
  if (kind === 'whole') return base
  if (kind === 'organ') {
    const owner = next > end && depth < DEPTH ? readBody(text, folded, next, depth + 1) : null
    if (owner) return { ...base, span: [at, owner.span[1]], owner }
    const place = next > end ? readPlace(text, folded, next, { bare: false }) : null
    if (place) return { ...base, span: [at, place.span[1]], place }
    return dependent ? null : base
  }
  if (kind === 'committee') {
    if (next > end && matchEnd(member, folded, next) > 0) return null
    return committee(text, folded, base, next, depth)
  }
  if (kind === 'local') {
    const place = next > end ? readPlace(text, folded, next, { bare: true }) : null
    if (place) return { ...base, span: [at, place.span[1]], place }
    const owner = next > end && depth < DEPTH ? readBody(text, folded, next, depth + 1) : null
    if (owner?.head.entry.kind === 'committee') return { ...base, span: [at, owner.span[1]], owner }
    return capitals && !head.short ? null : base
  }
  const field = kind === 'field' && next > end ? readField(text, folded, next) : null
  if (field) return withPlace(text, folded, { ...base, words: field, span: [at, field[1]] })
  if (kind === 'field' && !isCapitalAt(text, next)) return null
  const served = next > end && depth < DEPTH ? readBody(text, folded, next, depth + 1) : null
  if (served?.head.entry.kind === 'committee') return { ...base, span: [at, served.span[1]], owner: served }
  if (head.entry.placed && !isCapitalAt(text, next) && !readPlace(text, folded, next, { bare: false })) return null
  const own =
    next > end
      ? readOwnWords(text, folded, next, (place) => isWhole(text, folded, place))
      : { words: null, place: null }
  if (!own.words && !own.place) return dependent || kind === 'field' ? null : base
  if (head.entry.placed && !own.place?.name) return null
  const named = { ...base, words: own.words, span: [at, own.words?.[1] ?? end] as Span }
  return own.place ? { ...named, place: own.place, span: [at, own.place.span[1]] } : named
}

/** Is a body named at `at` with words or a place of its own? */
function isWhole(text: string, folded: string, at: number): boolean {
  const body = readBody(text, folded, at)
  return body !== null && body.head.entry.kind !== 'named' && (body.words ?? body.place ?? body.owner) !== null
}

/** A head of one syllable is told by its marks (`Trường`, not `Trưởng`) and stands after no family name. */
function spelled(text: string, at: number, end: number, head: HeadForm): boolean {
  const whole = text.slice(at, end)
  if (/\s/.test(whole)) return true
  const printed = whole.replace(/Ð/g, 'Đ')
  const { entry } = head
  // a head that any text may print needs its marks in capitals too: ĐẠI HỘI is no Đài
  if (entry.placed && printed.toLowerCase() !== entry.name.toLowerCase()) return false
  if (head.short) return entry.forms.includes(printed)
  if (
    printed !== printed.toUpperCase() &&
    ![entry.name, ...entry.forms].some((form) => form.toLowerCase() === printed.toLowerCase())
  )
    return false
  const before = latin(/(\p{Lu}\p{Ll}*)\s$/u).exec(text.slice(Math.max(0, at - 9), at))?.[1]
  if (before !== undefined && agencyVocabulary().surnames.has(skeleton(before))) return false
  if (printed !== printed.toUpperCase() || !latin(/\p{Lu}[ ]$/u).test(text.slice(Math.max(0, at - 2), at))) return true
  return agencyVocabulary().chiefBefore.test(skeleton(text.slice(Math.max(0, at - 20), at)))
}

/** Start of the word after a head; abbreviations may be joined to it with a full stop (`VP.UBND`). */
function followingWord(text: string, end: number): number {
  if (text[end] === '.' && latin(/^\.\s?\p{Lu}/u).test(text.slice(end, end + 3)))
    return end + (text[end + 1] === ' ' ? 2 : 1)
  return gapAfter(text, end)
}

function committee(text: string, folded: string, base: Body, next: number, depth: number): Body {
  const [at, end] = base.span
  if (next === end) return base
  const name = readPlaceName(text, next)
  if (name) return { ...base, span: [at, name[1]], place: { span: name, tier: null, word: null, name, several: false } }
  const place = readPlace(text, folded, next, { bare: false })
  if (place) return { ...base, span: [at, place.span[1]], place }
  if (base.head.entry.level !== undefined || depth >= DEPTH) return base
  const owner = readBody(text, folded, next, depth + 1)
  return owner ? { ...base, span: [at, owner.span[1]], owner } : base
}

function withPlace(text: string, folded: string, body: Body): Body {
  const next = gapAfter(text, body.span[1])
  const place = next > body.span[1] ? readPlace(text, folded, next, { bare: true }) : null
  return place ? { ...body, span: [body.span[0], place.span[1]], place } : body
}

/** The body whose place it is: an organ has that of the body it serves. */
export function placed(body: Body): Body {
  return body.owner ? placed(body.owner) : body
}

/** @param on ISO date of the document: some cities are run from the centre since a day. */
export function tierOf(body: Body, text: string, on: string | null = null): Tier | null {
  const inner = placed(body)
  const { level, kind } = inner.head.entry
  const name = inner.place?.name
  if (inner.place?.word === null && name && level === undefined) {
    return kind === 'committee' && CITY.test(skeleton(text.slice(...inner.headSpan)))
      ? cityTier(text.slice(...name), on)
      : nameTier(text.slice(...name))
  }
  const word = inner.place?.word ? agencyVocabulary().levels.get(skeleton(inner.place.word)) : undefined
  if (name && word?.tier === null) return cityTier(text.slice(...name), on)
  return inner.place?.tier ?? level ?? null
}

/** The full name: short forms written out, the place that the context gives added. */
export function nameOf(body: Body, text: string): string {
  const say = (span: Span | null) => (span ? joinSpaces(text.slice(...span)) : '')
  const head =
    (body.head.short && !keepsForm(say(body.headSpan), body.head.entry.name)) || body.sharedHead
      ? body.head.entry.name
      : say(body.headSpan)
  const parts = [head, say(body.words), body.owner ? nameOf(body.owner, text) : '']
  if (!body.owner) parts.push(body.placeText ?? say(body.place?.span ?? null))
  return parts
    .filter((part) => part !== '')
    .join(' ')
    .replace(/ – /g, ' - ')
}

/** Long forms stay as printed (`Ban Bí thư Trung ương Đảng`); only those with an abbreviation are written out. */
function keepsForm(printed: string, name: string): boolean {
  return printed.length >= name.length || !latin(/\p{Lu}{2}/u).test(printed)
}
