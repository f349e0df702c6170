/** Word lists of the grammars, folded once: names of bodies, posts, formulas of authority, family names, types. */
import { perGrammar } from '../grammar/grammar.ts'
import type { Grammar } from '../grammar/shapes.ts'
import { alternation } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import type { System } from '../schema.ts'
import { hasWordEdges, isCapitalAt, skeleton } from '../text.ts'
import type { Piece } from './cues.ts'
import { makePattern, type Pattern } from './tolerant.ts'

interface Words {
  /** Folded words by their first two letters, longest first. */
  heads: Index<System>
  /** Heads of one word without marks: `BÀN` is not `BAN`. */
  unmarked: Set<string>
  positions: Index<string>
  /** The same, each as a pattern that forgives errors. */
  posts: Pattern[]
  /** Words of bodies that stand below the body named before them on the same line. */
  subordinates: Index<System>
  /** Family names in lower case with their marks. */
  family: Set<string>
  authorities: RegExp
  /** The same in any case, before a sign. */
  formulas: RegExp
  types: TypeName[]
  /** The same by their first two letters. */
  typesByStart: ReadonlyMap<string, TypeName[]>
  /** By a number of letters those of which one may be spoilt, and which have so many, one more or one less. */
  typesByLength: readonly TypeName[][]
  /** Letters of the longest name of a type. */
  longestType: number
}

/** A name of a type of document, or a variant of one. */
interface TypeName {
  folded: string
  name: string
  /** Without spaces. */
  letters: string
  upper: string
}

/** An entry as it begins a text: its folded letters, its name with marks. */
interface Entry<T> {
  folded: string
  name: string
  value: T
}
type Index<T> = Map<string, Entry<T>[]>

export const words = perGrammar(makeWords)

/** Letters of a type's name of which one may be spoilt. */
const KNOWN_SPOILT = 5

function makeWords(grammar: Grammar): Words {
  const types = grammar.types
    .filter((type) => type.heading)
    .flatMap((type) =>
      [type.name, ...type.variants].map((name) => ({
        folded: skeleton(name),
        upper: name.toUpperCase(),
        name: type.name,
      })),
    )
    .map((type) => ({ ...type, letters: type.folded.replace(/ /g, '') }))
    .sort((a, b) => b.letters.length - a.letters.length)
  return {
    heads: index(grammar.heads.map((entry) => [entry.name, entry.system])),
    unmarked: new Set(grammar.heads.map((entry) => entry.name.toLowerCase()).filter((name) => /^[a-z]+$/.test(name))),
    subordinates: index(grammar.heads.filter((entry) => entry.subordinate).map((entry) => [entry.name, entry.system])),
    positions: index(grammar.positions.map((entry) => [entry.name, entry.name])),
    posts: grammar.positions.map((entry) => makePattern(skeleton(entry.name))),
    family: new Set(grammar.surnames.map((entry) => entry.id.toLowerCase())),
    authorities: new RegExp(
      `^(?:${alternation(grammar.authorities.flatMap((entry) => entry.forms))})(?:\\s?[./,:]\\s?|\\s)(?=\\S)`,
      'u',
    ),
    formulas: new RegExp(
      latin(
        `^(?:${alternation(grammar.authorities.flatMap((entry) => entry.forms.filter((form) => form !== form.toLowerCase() && form.length > 1)))})(?:\\s?[./]\\s?|\\s)(?=\\p{L})`,
      ),
      'iu',
    ),
    types,
    typesByStart: grouped(types),
    typesByLength: Array.from({ length: (types[0]?.letters.length ?? 0) + 2 }, (_, length) =>
      types.filter(({ letters }) => letters.length >= KNOWN_SPOILT && Math.abs(letters.length - length) <= 1),
    ),
    longestType: types[0]?.letters.length ?? 0,
  }
}

function grouped(types: readonly TypeName[]): Map<string, TypeName[]> {
  const map = new Map<string, TypeName[]>()
  for (const type of types) {
    const start = type.folded.slice(0, 2)
    const group = map.get(start)
    if (group) group.push(type)
    else map.set(start, [type])
  }
  return map
}

function index<T>(entries: [string, T][]): Index<T> {
  const map: Index<T> = new Map()
  for (const [name, value] of entries) {
    const folded = skeleton(name)
    const key = folded.slice(0, 2)
    const bucket = map.get(key)
    if (bucket) bucket.push({ folded, name, value })
    else map.set(key, [{ folded, name, value }])
  }
  for (const bucket of map.values()) bucket.sort((a, b) => b.folded.length - a.folded.length)
  return map
}

/** Names of types that begin as the folded text does, the longest first. */
export const typesAt = (folded: string): readonly TypeName[] => words().typesByStart.get(folded.slice(0, 2)) ?? []

/** Does the piece begin with the name of a type, in capitals or small letters, its marks as they must be? */
export const beginsWithType = ({ text, folded }: Piece, type: Pick<TypeName, 'folded' | 'upper'>): boolean =>
  folded.startsWith(type.folded) &&
  hasWordEdges(folded, 0, type.folded.length) &&
  text.slice(0, type.folded.length).toUpperCase() === type.upper

/** Names of types of so many letters or one more or less, the longest first. */
export const typesOfLength = (length: number): readonly TypeName[] => words().typesByLength[length] ?? []

/** The longest entry with which the folded text begins, whole words only. */
export function beginsWith<T>(folded: string, list: Index<T>): { length: number; name: string; value: T } | null {
  for (const entry of list.get(folded.slice(0, 2)) ?? []) {
    if (folded.startsWith(entry.folded) && hasWordEdges(folded, 0, entry.folded.length)) {
      return { length: entry.folded.length, name: entry.name, value: entry.value }
    }
  }
  return null
}

/** Whether the text begins with the name as it is written: a fold alone takes `SỐ` for `Sở`. */
export const hasItsMarks = (text: string, { length, name }: { length: number; name: string }): boolean =>
  text.slice(0, length).toLowerCase() === name.toLowerCase()

/** The name of a body with which the piece begins; a word that is also a common one (`Ban`, `Phòng`) only before a capital. */
export function beginsWithBody({
  text,
  folded,
}: {
  text: string
  folded: string
}): { length: number; name: string; value: System } | null {
  const head = beginsWith(folded, words().heads)
  if (!head || folded.slice(0, head.length).includes(' ')) return head
  if (words().unmarked.has(folded.slice(0, head.length)) && /[^ -~]/.test(text.slice(0, head.length))) return null
  const next = folded.slice(head.length).search(/[a-z]/)
  return next < 0 || isCapitalAt(text, head.length + next) ? head : null
}

/** A post in small letters, as typewriters wrote it: `Phó giám đốc`, `Trưởng công an huyện`. */
export const isSmallPost = ({ text, folded }: { text: string; folded: string }) =>
  latin(/^\p{Lu}\p{Ll}/u).test(text) && !/[\d.,;:()]/.test(text) && beginsWith(folded, words().positions) !== null

/** A line of no more letters is a formula with its post or body, not a sentence. */
const FORMULA = 60

/** `kt. Thống đốc`, `TL. Hiệu trưởng`: letters of a formula whose post or body stands in small letters; 0 where it is none. */
export function smallFormulaLength({ text, folded }: { text: string; folded: string }): number {
  if (text.length > FORMULA || /[;:\d]/.test(text)) return 0
  const formula = words().formulas.exec(text)?.[0].length ?? 0
  if (formula === 0) return 0
  const behind = folded.slice(formula)
  return (beginsWith(behind, words().positions) ?? beginsWith(behind, words().heads)) ? formula : 0
}
