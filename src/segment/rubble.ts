/**
 * What an OCR engine makes of a seal or a signature that reaches into a line of print: it stands at the end of the line,
 * and its words are no words.
 *
 * ```
 * > | - Bộ Chỉ huy quân sự huyện; bế guổu Z S x
 *                                 ^^^^^^^^^^^^^ rubble
 * ```
 */

import { perGrammar } from '../grammar/grammar.ts'
import { isSyllable } from '../grammar/syllable.ts'
import { latin } from '../latin.ts'
import { remembered } from '../remembered.ts'
import { isNoWords, isSyllables } from './legible.ts'
import { type Cell, sliceCell } from './rows.ts'

/** `cư"`: a word at whose edge a quotation ends that another line began. */
const QUOTE_AT_EDGE = latin(/^(?=.*["“”])["“”]?\p{L}+["“”]?[.,;:]*$/u)
const SYMBOL = /[<>“”"'’`^~\\{}|$%§©®=_»«[\]]|&.*\d|\d.*&/u
/** Marks that stand alone in print. */
const MARK = /^[-–—&+*•()]$/u
const PUNCTUATION = /^[.,;:]+$/u
const QUOTED = /^[“"].*[”"][.,;]?$/u
const BRACKETED = /[()]/u
/** `(…)`, to be filled in; a purpose that an engine could not read. */
const CLOSED = /^\(.*\)[;,.]?$|^[.…]+$/u
const SHORT = latin(/^[^\p{L}\d]*(?:\p{Ll}{1,3}|\d{1,2})[^\p{L}\d]*$/u)
/** `H’Lim`, `K'Brel`: names of the Central Highlands. */
const HIGHLANDS = latin(/^\(?\p{Lu}[’']\p{Lu}?\p{Ll}+[.,;)]*$/u)
const STOPPED = /(?:[cpt]|ch)$/u
/** `.*2`, `^x`, `2⁄22`: a sign before one letter or two, digits about a fraction's bar as an engine read a stroke. */
const SIGNED_SCRAP = latin(/^[.,;:]?[*~^+=]+[\p{L}\p{N}]{1,2}$|^\d{1,2}⁄\d{1,2}$/u)
/** Capitals of an office, or of a seal. */
const INITIALS = latin(/^\p{Lu}{2,3}$/u)
/** `KSND"`: initials at an edge of a quotation. */
const QUOTED_INITIALS = latin(/^(?=.*["“”])["“]?[\p{Lu}&]{3,}["”]?[.,;)]?$/u)
/** `(K2)`, `(J8)`: brackets that hold a letter and a digit. */
const BRACKETED_SCRAP = latin(/^\(\p{L}?\d?\)?[.;,]?$/u)
/** What is left of rubble before a sign that is known as such: numbers behind a mark, marks, one letter. */
const SCRAP = latin(/\s(?:(?<=[.;,:*•°)\]]\s)\d{1,3}(?:\s\p{Lu})?|[*•+°.,:;]|(?<!\([^()]*\s)\)|\p{Ll})[.,;:]?$/u)

/** The cell up to the rubble at its end; the same cell where there is none. */
export function withoutRubble(cell: Cell): Cell {
  const tokens = [...cell.text.matchAll(/\S+/gu)]
  const quotes = quotedWell(cell.text) ? QUOTES : null
  let [weight, found, best, from] = [0, false, 0.1, -1]
  // once each word before would have to be rubble and that were not enough, nothing is
  for (let at = tokens.length - 1; at > 0 && weight + at >= best; at--) {
    const [token] = tokens[at] as RegExpMatchArray
    const own =
      token === '(' && !closes(cell.text, tokens[at]) ? 1 : weightOf((quotes && token.replace(quotes, '')) || token)
    weight += own
    found ||= own === 1
    if (found && weight >= best) [best, from] = [weight, at]
  }
  return from < 0 ? cell : withoutScraps(sliceCell(cell, 0, (tokens[from] as RegExpMatchArray).index as number))
}

/** Is the bracket that stands alone ever closed? */
const closes = (text: string, open: RegExpMatchArray | undefined) => text.indexOf(')', open?.index) > 0

const QUOTES = /["“”]/gu
/** Each quotation that was opened is closed, and none stands inside another: `"Festival năm 2026"`. */
const quotedWell = (text: string) => {
  const marks = text.match(QUOTES) ?? []
  return marks.length > 0 && /^(?:""|“”)+$/u.test(marks.join(''))
}

/** Scraps are looked for in so many letters. */
const SCRAPS = 80

function withoutScraps(cell: Cell): Cell {
  const whole = cell.text.trimEnd().length
  const from = Math.max(0, whole - SCRAPS)
  let end = whole
  for (let scrap = SCRAP.exec(cell.text.slice(from, end)); scrap; scrap = SCRAP.exec(cell.text.slice(from, end)))
    end = from + scrap.index
  return sliceCell(cell, 0, from + cell.text.slice(from, end).replace(/[\\|~`]+$/u, '').length)
}

/** The cell from behind the rubble at its start: a stamp's rule, a lone mark. */
export function withoutLeadingRubble(cell: Cell): Cell {
  const lead = LEAD.exec(cell.text)?.[0].length ?? 0
  return lead > 0 ? sliceCell(cell, lead, cell.text.length) : cell
}
/** Marks without a letter, the first of them no bracket or quotation mark; behind a rule letters that are no word. */
const LEAD = latin(
  /^(?![-–]\s?\d)(?:[^\p{L}\p{N}\s("“'‘[]+[-—–=_~]{2,}\p{Ll}{1,2}[.,;]?\s|[^\p{L}\p{N}\s("“'‘[…][^\p{L}\p{N}("“'‘[]*)(?=["“'‘([]?[\p{L}\p{N}])/u,
)

/** A short line without a word, and no rule. */
export const isRubbleLine = ({ text }: { text: string }) =>
  text.length < LONGEST_LINE &&
  !/^[-–—_=*\s.~]+$/u.test(text) &&
  !latin(/\p{N}{2}|\p{L}{4}/u).test(text) &&
  isNoWords(text) &&
  !isSyllables(text)
/** Letters of the longest line of rubble. */
const LONGEST_LINE = 24

/** How much a word speaks for rubble: 1 where it is none, below 0 where it may be one, the more the longer it is. */
const weightOf = (token: string): number => weights()(token)

const weights = perGrammar(() => remembered(weigh))

function weigh(token: string): number {
  if (MARK.test(token) || BRACKETED_SCRAP.test(token)) return -0.4
  if (PUNCTUATION.test(token)) return 0.5
  const letters = token.replace(latin(/[^\p{L}\p{N}]/gu), '')
  return weightOfSigns(token, letters) ?? weightOfLetters(token, letters)
}

/** By the signs in it; null where they say nothing. */
function weightOfSigns(token: string, letters: string): number | null {
  if (letters === '' && !CLOSED.test(token)) return 1
  if (QUOTED.test(token) || (BRACKETED.test(token) && !/[[\]]/.test(token))) return -1
  if (HIGHLANDS.test(token) || isHyphenated(token)) return -1
  if (QUOTED_INITIALS.test(token)) return -0.4
  if (SIGNED_SCRAP.test(token)) return 1
  if (QUOTE_AT_EDGE.test(token) && letters.length > 1 && /[^\x20-\x7e]/.test(letters) && isWord(letters)) return -0.4
  if (SYMBOL.test(token)) return letters.length < 3 || !isWord(letters) ? 1 : -1
  return null
}

function weightOfLetters(token: string, letters: string): number {
  if (letters.length === 1 && !/\d/.test(letters)) return /^[A-ZĐÝỞÔyýởô]/u.test(letters) ? -0.4 : 1
  if (latin(/^[\p{Ll}\p{M}]+$/u).test(letters) && /[^\x20-\x7e]/.test(letters) && !isWord(letters)) return 1
  if (INITIALS.test(letters)) return isPlainInitials(letters) || isSyllable(letters) ? -0.4 : 1
  return SHORT.test(token) ? -0.4 : -1
}

/** Initials carry no tones: `ẤẾ` are none, `TƯ` and `ĐƯ` are. */
const isPlainInitials = (letters: string) => !/[\u0300\u0301\u0303\u0309\u0323]/u.test(letters.normalize('NFD'))

/** `chính trị-xã`: words joined by a hyphen. */
const isHyphenated = (token: string) => {
  const parts = token.replace(latin(/^[^\p{L}]+|[^\p{L}]+$/gu), '').split(/[-–]/u)
  return (
    parts.length > 1 &&
    parts.every((part) => latin(/^\p{L}{2,}$/u).test(part) && (isWord(part) || latin(/^\p{Lu}+$/u).test(part)))
  )
}

/** A syllable, and one whose tone an engine lost: `đôc`. */
function isWord(letters: string): boolean {
  if (isSyllable(letters)) return true
  return (
    STOPPED.test(letters) &&
    isSyllable(
      letters
        .normalize('NFD')
        .replace(/(?=(?:[cpt]|ch)$)/u, '\u0301')
        .normalize('NFC'),
    )
  )
}
