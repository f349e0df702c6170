/**
 * The place after the head of a body.
 *
 * > | UBND tỉnh Lào Cai      > | Đảng ủy các xã, thị trấn      > | Công an huyện      > | UBND cấp xã
 *          ^^^^^^^^^^^^                  ^^^^^^^^^^^^^^^^                   ^^^^^              ^^^^^^
 */
import { placeUses, readPlaceName } from '../../grammar/places.ts'
import { latin } from '../../latin.ts'
import { isCapitalAt, type Span, skeleton } from '../../text.ts'
import { agencyVocabulary, gapAfter, matchEnd, type Tier } from './vocabulary.ts'

export interface Place {
  span: Span
  tier: Tier | null
  /** The word of the level with its marks: `huyện`; null where only a name stands. */
  word: string | null
  /** The unit's own name; null for `huyện` alone and for several units. */
  name: Span | null
  /** `các huyện, thành phố`, `cấp xã`. */
  several: boolean
}

/** Reads the place that begins at `at`; null where none does. `bare`: a name without a level word will do. */
export function readPlace(text: string, folded: string, at: number, options: { bare: boolean }): Place | null {
  const { plural, rank } = agencyVocabulary()
  const many = matchEnd(plural, folded, at)
  if (many > 0) return severalPlaces(text, folded, at, gapAfter(text, many))
  const ranked = matchEnd(rank, folded, at)
  if (ranked > 0) {
    const level = readLevel(text, folded, gapAfter(text, ranked))
    return level ? { span: [at, level.end], tier: level.tier, word: level.word, name: null, several: true } : null
  }
  const level = readLevel(text, folded, at)
  if (!level) return options.bare ? bareName(text, at) : null
  if (/^[,/]|^\s(?:và|-)\s/.test(text.slice(level.end, level.end + 4)) && nextLevel(text, folded, level.end)) {
    return severalPlaces(text, folded, at, at)
  }
  const name = level.tier === 'trung ương' ? null : readName(text, folded, gapAfter(text, level.end), level)
  const tier = level.tier ?? (name ? cityTier(text.slice(...name)) : null)
  return { span: [at, name ? name[1] : level.end], tier, word: level.word, name, several: false }
}

/** The tier of a unit of which only the name is said; null where units of two tiers bear it. */
export function nameTier(name: string): Tier | null {
  const { levels } = agencyVocabulary()
  const uses = placeUses(name)
  if (uses.some((use) => use.level === 'tỉnh')) return 'tỉnh'
  const tiers = new Set(uses.map((use) => levels.get(skeleton(use.level))?.tier ?? cityTier(name)))
  return tiers.size === 1 ? ([...tiers][0] as Tier) : null
}

/** The tier of a city on a day, today where none is said: some are run from the centre. */
export function cityTier(name: string, on: string | null = null): Tier {
  const since = agencyVocabulary().centralCities.get(skeleton(name).replace(/\s+/g, ' '))
  if (since === undefined) return 'huyện'
  return since !== null && on !== null && on < since ? 'huyện' : 'tỉnh'
}

interface Level {
  end: number
  word: string
  tier: Tier | null
}

/** A level word with its marks (`phường`, not `phương`), or in capitals, which OCR often strips of them. */
function readLevel(text: string, folded: string, at: number): Level | null {
  const { level, levels } = agencyVocabulary()
  level.lastIndex = at
  const match = level.exec(folded)
  if (!match) return null
  // `Xã đoàn`; but `xã Đoàn Thượng`
  if (match[2] !== undefined && !isNamed(text, at, at + match[0].length)) return null
  const found = levels.get((match[1] as string).replace(/\s+/g, ' '))
  const printed = text.slice(at, at + (match[1] as string).length).replace(/\s+/g, ' ')
  if (!found || (printed.toLowerCase() !== found.word.toLowerCase() && printed !== printed.toUpperCase())) return null
  const end = at + match[0].length + (found.word === 'tp' && folded[at + match[0].length] === '.' ? 1 : 0)
  if (found.word === 'xã' && isCommonWord(text, folded, at, end)) return null
  return { end, ...found }
}

/** `XÃ HỘI THỊNH`: two or three words in capitals, which end their line. */
const IN_CAPITALS = latin(/^\p{Lu}{2,}(?: \p{Lu}{2,}){1,2}(?=[ \t]*(?:\n|$))/u)

/** Stand two words with capitals behind a level in small letters, or all the rest of a line in capitals? */
function isNamed(text: string, at: number, end: number): boolean {
  const behind = text.slice(end, end + 40)
  return isCapitalAt(text, at)
    ? IN_CAPITALS.test(behind.trimStart())
    : latin(/^\s{1,3}\p{Lu}\p{Ll}+\s\p{Lu}/u).test(behind)
}

/** `xã hội`, `xã viên`, `hợp tác xã`; but `xã Hội Sơn`. */
function isCommonWord(text: string, folded: string, at: number, end: number): boolean {
  const joined = /^\s{1,3}(?:hoi|vien)(?![a-z])/.exec(folded.slice(end, end + 9))
  return (
    (joined !== null && !isNamed(text, at, end)) || /hop\s{1,3}tac\s{1,3}$/.test(folded.slice(Math.max(0, at - 14), at))
  )
}

function nextLevel(text: string, folded: string, at: number): Level | null {
  const joint = /^(?:\s?[,/]\s{1,3}|\s(?:và|-)\s|[,/])/.exec(text.slice(at, at + 6))
  return joint ? readLevel(text, folded, at + joint[0].length) : null
}

/** `huyện, thị xã, thành phố`: one list of levels, of the tier of the first that has one. */
function severalPlaces(text: string, folded: string, start: number, at: number): Place | null {
  const first = readLevel(text, folded, at)
  if (!first) return null
  let end = first.end
  let tier = first.tier
  for (
    let level = nextLevel(text, folded, end), count = 0;
    level && count < 6;
    level = nextLevel(text, folded, end), count++
  ) {
    end = level.end
    tier ??= level.tier
  }
  return { span: [start, end], tier, word: first.word, name: null, several: true }
}

function bareName(text: string, at: number): Place | null {
  const name = readPlaceName(text, at)
  const tier = name ? nameTier(text.slice(...name)) : null
  return name && tier !== 'xã' ? { span: name, tier: null, word: null, name, several: false } : null
}

/** The name after a level word: one of the table; else up to three words with capitals that are no person's name. */
function readName(text: string, folded: string, at: number, level: Level): Span | null {
  const word = level.word === 'tp' ? 'thành phố' : level.word
  const known = readPlaceName(text, at, { level: word }) ?? readPlaceName(text, at)
  if (known) return wholeName(text, folded, known, word)
  if (!isCapitalAt(text, at)) return null
  const run = (isCapitalAt(text, at + 1) ? IN_CAPITALS : RUN).exec(text.slice(at, at + 40))
  if (!run || (isCapitalAt(text, at + 1) && !latin(/\p{Lu} $/u).test(text.slice(Math.max(0, at - 2), at)))) return null
  const { surnames, heads } = agencyVocabulary()
  const first = /^[a-z]+/.exec(folded.slice(at, at + 12))?.[0] ?? ''
  // behind xã or phường two words are a place all the same: `xã Hội Sơn`, `xã Đoàn Thượng`
  const collides = heads.has(first) && NUMBERED.test(word) && run[0].split(' ').length === 2
  if (!collides && (surnames.has(first) || heads.has(first))) return null
  return wholeName(text, folded, [at, at + run[0].length], word)
}

const RUN = latin(/^\p{Lu}[\p{Ll}\p{M}]*(?:[ ]\p{Lu}[\p{Ll}\p{M}]*){1,2}(?![\p{L}\p{N}])/u)
/** Communes; since 1 July 2025 there are numbered ones: `xã Bảo Lâm 4`. */
const NUMBERED = /^(?:xã|phường)$/

/** With the second word of a name of which the table knows the first, and with the number behind it. */
function wholeName(text: string, folded: string, [start, end]: Span, level: string): Span {
  let to = end
  if (!/\s/.test(text.slice(start, end))) {
    const second = latin(/^[ ]\p{Lu}[\p{Ll}\p{M}]+(?![\p{L}\p{N}])/u).exec(text.slice(end, end + 12))?.[0]
    const key = second && /[a-z]+/.exec(folded.slice(end, end + second.length))?.[0]
    if (second && key && !agencyVocabulary().heads.has(key)) to = end + second.length
  }
  const number = NUMBERED.test(level)
    ? /^[ ][1-9](?=\s*(?:[,;:)]|\.(?!\d)|\n|$)|\svà\s)/u.exec(text.slice(to, to + 8))
    : null
  return [start, number ? to + number[0].length : to]
}
