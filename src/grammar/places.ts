/**
 * Names of administrative units, before and from 1 July 2025. A name alone identifies nothing: 568 of the districts that
 * ended left their name to a commune, so a name is known only with its level and a date.
 */
import { latin } from '../latin.ts'
import { isCapitalAt, isWordAt, skeleton, type Span } from '../text.ts'
import { currentGrammar, type Grammar } from './grammar.ts'

export interface PlaceUse {
  /** `tỉnh`, `thành phố`, `huyện`, `quận`, `thị xã`, `xã`, `phường`, `thị trấn`, `đặc khu`. */
  level: string
  since: string | null
  until: string | null
}

export interface PlaceQuery {
  /** Only units of this level. */
  level?: string
  /** Only units in force on this day, or in this month or year (EDTF). */
  date?: string | null
}

/** Longest name in words, `Nông trường Việt Lâm` and the like left out. */
const WORDS = 6

/**
 * The first name of `list`, names in ascending order joined by `, `, that does not stand before `key`; empty behind the
 * last. A search by halves in the string: nothing to build.
 */
function nameFrom(list: string, key: string): string {
  let next = ''
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const before = middle > 0 ? list.lastIndexOf(',', middle - 1) : -1
    const start = before < low ? low : before + 2
    const comma = list.indexOf(',', start)
    const end = comma < 0 ? list.length : comma
    const name = list.slice(start, end)
    if (name < key) low = end + 2
    else {
      next = name
      high = start
    }
  }
  return next
}

/** The form in which names are compared: no marks, `y` as `i`, hyphens and apostrophes gone. `Bà Rịa - Vũng Tàu` → `ba ria vung tau`. */
export function placeKey(name: string): string {
  return skeleton(name)
    .replace(/'/g, '')
    .replace(/[\s-]+/g, ' ')
    .replace(/y/g, 'i')
    .trim()
}

/** What `name` is or was the name of; empty for no place. The level word is not part of the name. */
export function placeUses(name: string, query: PlaceQuery = {}): PlaceUse[] {
  return entriesOf(placeKey(name))
    .filter((entry) => fits(entry, query))
    .map(({ level, since, until }) => ({ level, since: since ?? null, until: until ?? null }))
}

type PlaceEntry = Grammar['places'][number]

/** Answers of the last texts by folded name; emptied when it grows, so that a long run keeps its memory. */
interface Known {
  grammar: Grammar
  byKey: Map<string, PlaceEntry[]>
  beginnings: Map<string, boolean>
}

let remembered: Known | undefined
const MOST_KNOWN = 4000

function knownNames(): Known {
  const grammar = currentGrammar()
  const full = remembered && remembered.byKey.size + remembered.beginnings.size > MOST_KNOWN
  if (remembered?.grammar !== grammar || full) remembered = { grammar, byKey: new Map(), beginnings: new Map() }
  return remembered
}

function entriesOf(key: string): PlaceEntry[] {
  const known = knownNames()
  const { grammar } = known
  const before = known.byKey.get(key)
  if (before) return before
  const entries = key === '' ? [] : grammar.places.filter((entry) => nameFrom(entry.names, key) === key)
  known.byKey.set(key, entries)
  return entries
}

/** Does the name of a unit begin with this word? Of most words with a capital none does. */
function beginsName(word: string): boolean {
  const { beginnings } = knownNames()
  const key = placeKey(word)
  let begins = beginnings.get(key)
  if (begins === undefined) {
    begins = currentGrammar().places.some((entry) => {
      const name = nameFrom(entry.names, key)
      return name === key || name.startsWith(`${key} `)
    })
    beginnings.set(key, begins)
  }
  return begins
}

/** Is `name`, without a level word, the name of a unit? `isPlaceName('A Lưới', { level: 'huyện', date: '2021-08' })` */
export function isPlaceName(name: string, query: PlaceQuery = {}): boolean {
  return entriesOf(placeKey(name)).some((entry) => fits(entry, query))
}

function fits(entry: PlaceEntry, { level, date }: PlaceQuery): boolean {
  if (level !== undefined && entry.level !== level) return false
  if (!date || !/^\d{4}/.test(date)) return true
  const span = date.slice(0, 10)
  return (
    span >= (entry.since ?? '').slice(0, span.length) &&
    (entry.until === undefined || span <= entry.until.slice(0, span.length))
  )
}

/**
 * The longest name of a unit that begins at `at` of `text`, or null. Numbered units (`6`, `01`) count where `level`
 * is `quận`, `phường` or `xã`.
 */
export function readPlaceName(text: string, at: number, query: PlaceQuery = {}): Span | null {
  const numeral = /^(?:quận|phường|xã)$/.test(query.level ?? '')
    ? latin(/^\d{1,2}(?![\p{L}\p{N}/.,-]*\d)/u).exec(text.slice(at, at + 4))
    : null
  if (numeral) return numbered(text, at, at + numeral[0].length, query)
  if (!isCapitalAt(text, at)) return null
  const ends: number[] = []
  for (let index = at; ends.length < WORDS; ) {
    const word = latin(/^(?:[\p{L}\p{M}'’]+|\d{1,2}(?![\p{L}\p{N}/.,%-]*\d))/u).exec(text.slice(index, index + 16))
    if (!word || (index > at && !isCapitalAt(text, index) && !/^\d/.test(word[0]))) break
    if (index === at && !beginsName(word[0])) return null
    ends.push(index + word[0].length)
    const gap =
      /^(?:[ \t]{1,2}|[ \t]?\n\s{0,24})?(?:[-–]\s{0,2})?/.exec(
        text.slice(index + word[0].length, index + word[0].length + 30),
      )?.[0] ?? ''
    if (gap === '') break
    index += word[0].length + gap.length
  }
  for (const end of ends.reverse()) {
    if (!isWordAt(text, end) && isPlaceName(text.slice(at, end), query)) return [at, end]
  }
  return null
}

/** `phường 6`, or with the name of the town that it was a part of: `Phường 2 Bảo Lộc`. */
function numbered(text: string, at: number, end: number, query: PlaceQuery): Span {
  const town = latin(/^[ ](?:\p{Lu}[\p{L}\p{M}]*[ ]?){1,3}/u)
    .exec(text.slice(end, end + 40))?.[0]
    .trimEnd()
  for (let words = town ?? ''; words !== ''; words = words.slice(0, Math.max(0, words.lastIndexOf(' '))))
    if (isPlaceName(text.slice(at, end) + words, query)) return [at, end + words.length]
  return [at, end]
}
