/**
 * Signs that stand for letters. In TCVN3 `ư` is a soft hyphen and `ã` a middle dot; whoever made a PDF, or text of one, took them for
 * what they look like: `đ−ợc`, `x∙ hội`, and in places for a hyphen. They are letters again where that makes a syllable of no syllable.
 */
import { isSyllable } from '../../grammar/syllable.ts'
import { latin } from '../../latin.ts'

const MINUS = '\u2212'
const BULLET = '\u2219'
const SOFT = '\u00ad'

/** The same signs as the bytes that they were: text that is still in its old encoding is decoded with them. */
export function asBytes(view: string): string {
  if (!view.includes(MINUS) && !view.includes(BULLET)) return view
  return view.replace(latin(/(?<=\p{L})[\u2212\u2219]|[\u2212\u2219](?=\p{L})/gu), (sign) =>
    sign === MINUS ? SOFT : '\u00b7',
  )
}

/** Does the text hold a sign that may stand for a letter? */
const SUSPECT = /[\u2212\u2219\u00ad]|[A-Za-zĐđ]-[ớờởỡợơứừửữựỚỜỞỠỢƠỨỪỬỮỰ]/

const LETTER_OF: Record<string, string> = { [MINUS]: 'ư', [SOFT]: 'ư', '-': 'ư', [BULLET]: 'ã', '\u00b7': 'ã' }
/** Letters with such signs between them or at their ends; each letter is looked at once. */
const TOKEN = latin(/[\p{L}\p{M}\u2212\u2219\u00ad\u00b7-]+/gu)
const SIGN = /[\u2212\u2219\u00ad\u00b7-]/
const MARKED = /[^ -~\u2212\u2219\u00ad\u00b7]/

export interface Restored {
  text: string
  count: number
  /** First line with one, from 1. */
  line: number
}

interface Found {
  at: number
  length: number
  word: string
  /** Whether the word alone shows it: it has a letter that only Vietnamese has. */
  sure: boolean
  /** Hyphens are believed by other hyphens only. */
  hyphen: boolean
}

/** Every sign of a token read as its letter; null where a syllable does not come of it, or was there before. */
function lettersIn(token: string, isBeforeCapitals: boolean): Omit<Found, 'at' | 'length'> | null {
  const signs: string[] = token.match(new RegExp(SIGN, 'gu')) ?? []
  if (signs.length === 0 || signs.length > 2 || token.length > 9) return null
  const parts = token.split(SIGN)
  const rest = parts.join('')
  const hyphen = signs.includes('-')
  if (rest === '' || (hyphen && !isOddHyphen(parts, rest))) return null
  const isCapital = rest === rest.toUpperCase() && (rest.length > 1 || isBeforeCapitals)
  const word = token.replace(new RegExp(SIGN, 'gu'), (sign) => {
    const letter = LETTER_OF[sign] as string
    return isCapital ? letter.toUpperCase() : letter
  })
  if (!isSyllable(word.normalize('NFC')) || (signs.every((sign) => sign === SOFT) && isSyllable(rest))) return null
  return { word, sure: MARKED.test(rest) && (!hyphen || parts.at(-1) !== ''), hyphen }
}

/** A hyphen joins syllables and abbreviations; one behind less than a syllable in small letters does neither. */
function isOddHyphen(parts: string[], rest: string): boolean {
  if (parts[0] === '' || parts.every((part) => part === '' || isSyllable(part))) return false
  return MARKED.test(rest) || rest.slice(1) !== rest.slice(1).toUpperCase()
}

/** Whether the word before a place is in capitals: a single letter there goes with it. */
function isAfterCapitals(text: string, at: number): boolean {
  const before = latin(/(\p{L}{2,})[^\p{L}\n]{1,3}$/u).exec(text.slice(Math.max(0, at - 12), at))?.[1]
  return before !== undefined && before === before.toUpperCase()
}

/** As many words show by themselves that signs stand for letters; then the others are believed. */
const ENOUGH = 2

/** The text with its letters, as long as it was. */
export function restoreStandIns(text: string): Restored {
  if (!SUSPECT.test(text)) return { text, count: 0, line: 0 }
  const found: Found[] = []
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (!SIGN.test(token)) continue
    const read = lettersIn(token, isAfterCapitals(text, index))
    if (read) found.push({ at: index, length: token.length, ...read })
  }
  const isBelieved = (asked: boolean) => found.filter(({ sure, hyphen }) => sure && hyphen === asked).length >= ENOUGH
  const believed = { signs: isBelieved(false), hyphens: isBelieved(true) }
  const taken = found.filter(({ sure, hyphen }) => sure || (hyphen ? believed.hyphens : believed.signs))
  if (taken.length === 0) return { text, count: 0, line: 0 }
  let whole = ''
  let from = 0
  for (const { at, length, word } of taken) {
    whole += text.slice(from, at) + word
    from = at + length
  }
  const line = text.slice(0, (taken[0] as Found).at).split('\n').length
  return { text: whole + text.slice(from), count: taken.length, line }
}
