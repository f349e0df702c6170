/**
 * Numbers of documents in running text: a serial, then codes joined by hyphens and slashes.
 *
 * > | theo Quyết định số 2545/QĐ-TTg ngày 30/12/2016
 *                        ^^^^^^^^^^^
 * > | Thông tư số 23/2024/TT-
 * > | BCT ngày 07/11/2024
 *
 * The scan is anchored on a digit before a separator; what surrounds it decides whether it is a number of a document
 * or a date, a ratio, an amount, the number of a form. What has no such sign is anchored on the word `số`.
 */
import { append } from '../../arrays.ts'
import { latin } from '../../latin.ts'
import { isWordAt, skeleton } from '../../text.ts'
import { readNotation } from './notation.ts'
import { headedNumbers } from './serials.ts'
import { readStandard } from './standards.ts'
import { vocabulary } from './vocabulary.ts'

export interface NumberFound {
  start: number
  end: number
  /** Where reading goes on: `end`, or the end of a footnote's mark. */
  after: number
  /** Letter codes of the notation, as printed: `['QĐ', 'TTg']`. Empty for a bare serial. */
  codes: string[]
  /** A year stands between serial and codes: a normative document of the State. */
  year: string | null
  /** `-` right after the serial is the Party's form. */
  separator: '-' | '/' | null
  /** Start of the word `số` before it, or -1. */
  head: number
  /** The notation was taken from the number after it: `12` of `số 12 và 13-CV/TU`. */
  elliptic?: string
  /** Its serial holds letters that scanning put for digits. */
  garbled?: true
  /** The serial is left open: `số …/QĐ-UBND`. */
  blank?: true
  /** In small letters: only behind a type's word. */
  small?: true
  /** A serial of many digits or with the letters of its series, which only a certificate or a licence bears. */
  long?: true
}

const CANDIDATE = /\d[a-zđA-E]?\s{0,6}[-–—−/⁄]|\d_(?=[A-ZĐ]{2})|\d[A-Z]?\s?:\s?(?=(?:19|20)\d\d)/g

/** Every number of a document in `[from, to)` of `text`, ascending; `folded` is the text's skeleton. */
export function findNumbers(text: string, folded: string, from: number, to: number): NumberFound[] {
  const found: NumberFound[] = []
  CANDIDATE.lastIndex = from
  for (let match = CANDIDATE.exec(text); match && match.index < to; match = CANDIDATE.exec(text)) {
    const last = found.at(-1)?.end ?? from
    const standard = match[0].includes(':') ? readStandard(text, folded, match.index + match[0].length, last) : null
    const start = standard?.start ?? serialStart(text, folded, match.index)
    if (start < 0 || start < last) continue
    const number = standard ?? (match[0].includes(':') ? null : readNumber(text, folded, start, match.index + 1))
    if (!number || number.end > to) continue
    dropFootnote(number)
    append(found, ellipticBefore(text, folded, number, last))
    found.push(number)
    CANDIDATE.lastIndex = number.end
  }
  return headedNumbers(text, folded, found, from, to)
}

/** Start of the digits that end at `last`, or -1 where they belong to something else (`14/6/2021`, `A12`, `2.555`). */
function serialStart(text: string, folded: string, last: number): number {
  let start = last
  while (start > 0 && isDigit(text.charCodeAt(start - 1)) && last - start < 6) start--
  const before = text[start - 1]
  if (before === undefined || /\s/.test(before)) return start
  // `Nghị định s20/2008/NĐ-CP`: what an engine left of `số`; `số93/CP`: the space is lost
  if (before === 's' && /\s/.test(text[start - 2] ?? '')) return start
  if (GLUED_HEAD.test(folded.slice(Math.max(0, start - 3), start))) return start
  if (isWordAt(text, start - 1) || /[/⁄,\-–%]/.test(before)) return -1
  if (before === '.' && isDigit(text.charCodeAt(start - 2))) {
    const thousands = /(?<![\d.])\d{1,3}\.$/.exec(text.slice(Math.max(0, start - 5), start))
    // `66.18/2026/NQ-CP`: a number below another is a serial only before its year
    const isBelow = last - start < 2 && BEFORE_YEAR.test(text.slice(last + 1, last + 7))
    return thousands && (last - start === 2 || isBelow) ? start - thousands[0].length : -1
  }
  return start
}

const BEFORE_YEAR = /^\/(?:19|20)\d{2}\//

const GLUED_HEAD = /(?:^|[^a-z0-9])so$/

function readNumber(text: string, folded: string, start: number, serialEnd: number): NumberFound | null {
  if (text[start - 1] === ':' && isDigit(text.charCodeAt(start - 2))) return null
  if (text[serialEnd] !== undefined && /[a-zđA-E]/.test(text[serialEnd] as string)) serialEnd++
  const { codes, year, end, separator, spread } = readNotation(text, serialEnd)
  if (codes.length === 0) return null
  const { numberHead, formHead, codes: known } = vocabulary()
  const head = headBefore(folded, start, numberHead)
  if (formHead.test(folded.slice(Math.max(0, start - 16), head < 0 ? start : head).trimEnd())) return null
  const first = skeleton(codes[0] as string)
  const familiar = known.has(first) || /^(?:ubtv)?qh\d/.test(first)
  if ((spread || text[serialEnd] === '_' || isLabel(text, start, serialEnd)) && head < 0) return null
  if (
    year ? !familiar && head < 0 : codes.length === 1 && head < 0 && !known.has(first) && !isBehindType(folded, start)
  )
    return null
  if (codes.length > 1 && !familiar && head < 0 && codes.some((code) => code.length < 2)) return null
  return { start, end, after: end, codes, year, separator, head }
}

/** `Công văn 630/SLĐTB&XH`: the type's name stands for `số`. */
const isBehindType = (folded: string, start: number): boolean =>
  vocabulary().typeEnd.test(folded.slice(Math.max(0, start - TYPE_REACH), start).trimEnd())
/** Letters in which the name of a type ends before a number. */
const TYPE_REACH = 32

/** `2/ UBND các xã: …` at the beginning of a line: the label of an item, and whom it names. */
const isLabel = (text: string, start: number, serialEnd: number): boolean =>
  /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - LABEL_INDENT), start)) &&
  /^[/-] /.test(text.slice(serialEnd, serialEnd + 2))

/** Blanks before the label of an item. */
const LABEL_INDENT = 40

/** `30/2020/NĐ-CP2`, `47/2024/TT-BGTVT4`: the digit of a footnote is no part of the number. */
function dropFootnote(number: NumberFound): void {
  const organ = latin(/^(\p{L}{2,8})\d$/u).exec(number.codes.at(-1) ?? '')?.[1]
  if (
    !organ ||
    !(vocabulary().organs.has(skeleton(organ)) || (organ.length >= LONG_ORGAN && organ === organ.toUpperCase()))
  )
    return
  number.codes[number.codes.length - 1] = organ
  number.end--
}

/** Departments are numbered in codes of fewer letters: `V3`, `PC04`, `KT5`. */
const LONG_ORGAN = 4

/** `số 12 và 13-CV/TU`: the serials before a number that share its notation. */
function ellipticBefore(text: string, folded: string, number: NumberFound, floor: number): NumberFound[] {
  const from = Math.max(floor, number.start - 48)
  const list = /(?<![a-z0-9])so:?\s{1,3}((?:\d{1,5}\s{0,3}(?:,|va)\s{1,3}(?:so\s{1,3})?){1,6})$/.exec(
    folded.slice(from, number.start),
  )
  if (!list) return []
  const at = from + list.index + list[0].length - (list[1] as string).length
  const notation = text.slice(number.start, number.end).replace(/^\d+[a-zđ]?/, '')
  return [...(list[1] as string).matchAll(/\d+/g)].map((serial) => ({
    ...number,
    start: at + serial.index,
    end: at + serial.index + serial[0].length,
    after: at + serial.index + serial[0].length,
    head: from + list.index,
    elliptic: notation,
  }))
}

/** Start of `số` before `start`, over spaces, a colon and the number of a page between two lines, or -1. */
function headBefore(folded: string, start: number, pattern: RegExp): number {
  const page = /\n\s{0,40}\d{1,3}\s{0,6}\n\s{0,8}$/.exec(folded.slice(Math.max(0, start - 60), start))
  let at = page ? start - page[0].length : start
  while (at > 0 && start - at < 70 && /[\s:.]/.test(folded[at - 1] as string)) at--
  const head = pattern.exec(folded.slice(Math.max(0, at - 8), at))
  return head ? Math.max(0, at - 8) + head.index : -1
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}
