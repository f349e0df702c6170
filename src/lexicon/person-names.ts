/** Names of persons as signatures print them, and the ranks and academic titles before them. */
import { perGrammar } from '../grammar/grammar.ts'
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import { isCapitalAt, skeleton } from '../text.ts'

const surnames = perGrammar(
  (grammar) => new Set(grammar.surnames.flatMap(({ id, marked }) => (marked ? [] : [skeleton(id).replace(/'/g, '')]))),
)
/** Those that count with their marks alone. */
const marked = perGrammar(
  (grammar) => new Set(grammar.surnames.flatMap((entry) => (entry.marked ? [entry.id.toLowerCase()] : []))),
)
/** Words of a name that begins with one of them at least. */
const MARKED_NAME = 3

/** `BS` alone is no title before `CKII`: a letter follows that begins no name. */
const TITLE = pattern(
  ({ words: list }) =>
    new RegExp(
      latin(`^(?:(?:${list('academic-title', 'rank')})(?![\\p{Ll}\\p{Lu}](?!\\p{Ll}))\\.?\\s*[,.]?\\s*)+`),
      'u',
    ),
)

/** Letters of the ranks and academic titles before a name: `Thượng tá `, `PGS.TS. `. */
export const titleLength = (text: string) =>
  TITLE().exec(text)?.[0].length ?? SPOILT_RANK().exec(skeleton(text.slice(0, 12)))?.[0].length ?? 0

/** A rank whose marks an OCR engine lost: `Thiêu tướng`. */
const SPOILT_RANK = pattern(({ folded }) => new RegExp(`^(?:${folded('rank')})\\s+`))

const MIDDLE = pattern(({ words: list }) => new RegExp(`^(?:${list('middle-name')})$`, 'u'))
/** `H’Yim`, `K’Mák` too, as names of the Central Highlands are spelt. */
const NAME_WORD = latin(/^\p{Lu}(?:[\p{Ll}\p{M}-]|['’]\p{Lu}?)*$/u)

/** Is it what a seal has left of a name, `Văn Cường`? */
export function isNameFragment(text: string): boolean {
  const [first, ...others] = text.split(/\s+/)
  return others.length === 1 && MIDDLE().test(first as string)
}

/**
 * Is this a person's name as signatures print it: two to six words, each with a capital, the first a family name?
 * Academic titles and ranks before it are for the caller to take off.
 */
export function isPersonName(text: string): boolean {
  if (!isCapitalAt(text, 0)) return false
  const parts = text.split(/\s+/)
  if (parts.length < 2 || parts.length > 6) return false
  if (!parts.every((part) => NAME_WORD.test(part)) || parts.every((part) => part.length < 2)) return false
  const first = parts[0] as string
  return (
    surnames().has(skeleton(first).replace(/['’].*/, '')) ||
    (parts.length >= MARKED_NAME && marked().has(first.toLowerCase()))
  )
}

/** Whether a word, folded, is a family name of which the first letter was lost: `rần`. */
export const isFamilyRest = (folded: string) =>
  folded.length > 1 &&
  [...surnames()].some((surname) => surname.length - folded.length <= 1 && surname.endsWith(folded))
