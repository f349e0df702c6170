/**
 * Numbers of documents in running text: a serial, then codes joined by hyphens and slashes.
 *
 * > | theo Quyết định số 2545/QĐ-TTg ngày 30/12/2016
 *                        ^^^^^^^^^^^
 * > | Thông tư số 23/2024/TT-
 * > | BCT ngày 07/11/2024
 *
 * The scan is anchored on a digit before a separator; what surrounds it decides whether it is a number of a document
 * or a date, a ratio, an amount, the number of a form.
 */
import { append } from '../../arrays.ts'
import { isWordAt, skeleton } from '../../text.ts'
import { readNotation } from './notation.ts'
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
}

const CANDIDATE = /\d[a-zđ]?\s{0,6}[-–—−/⁄]/g
const SERIAL_ONLY = /(?<![a-z0-9])so[:.]?\s{1,6}(\d{1,6}[a-z]?(?:\/(?:19|20)\d\d)?)(?=[\s,)(;.])/g
/** A serial in which scanning has put letters for digits: `3 I4`, `l5`. */
const GARBLED =
  /(?<![a-z0-9])so[:.]?\s{1,6}((?:\d|[oil§&|](?=[\doil§&| ]{0,4}\d|\s?[/-]))(?: ?[\doil§&|]){0,5})\s{0,3}(?=[/-])/g
/** `Quyết định số       /QĐ-UBND`: a draft that leaves the serial open. */
const BLANK = /(?<![a-z0-9])so[:.]?[\s.…_]{1,30}(?=[/-]\s?[a-z])/g

/** Every number of a document in `[from, to)` of `text`, ascending; `folded` is the text's skeleton. */
export function findNumbers(text: string, folded: string, from: number, to: number): NumberFound[] {
  const found: NumberFound[] = []
  CANDIDATE.lastIndex = from
  for (let match = CANDIDATE.exec(text); match && match.index < to; match = CANDIDATE.exec(text)) {
    const start = serialStart(text, match.index)
    if (start < 0 || start < (found.at(-1)?.end ?? 0)) continue
    const number = readStandard(text, folded, start) ?? readNumber(text, folded, start, match.index + 1)
    if (!number || number.end > to) continue
    dropFootnote(number)
    append(found, ellipticBefore(text, folded, number, found.at(-1)?.end ?? from))
    found.push(number)
    CANDIDATE.lastIndex = number.end
  }
  return addBlank(text, addGarbled(text, folded, addSpaced(text, folded, found, from, to), from, to), folded, from, to)
}

function addBlank(text: string, found: NumberFound[], folded: string, from: number, to: number): NumberFound[] {
  const added: NumberFound[] = []
  BLANK.lastIndex = from
  for (let match = BLANK.exec(folded); match && match.index < to; match = BLANK.exec(folded)) {
    const start = match.index + match[0].length
    const { codes, year, end, separator } = readNotation(text, start)
    if (codes.length < 2 || end > to || !vocabulary().codes.has(skeleton(codes[0] as string))) continue
    added.push({ start, end, after: end, codes, year, separator, head: match.index })
  }
  return added.length === 0 ? found : [...found, ...added].sort((a, b) => a.start - b.start)
}

/** `số 3 I4/STC-NS`: kept as printed, and only with a whole notation after it. */
function addGarbled(text: string, folded: string, found: NumberFound[], from: number, to: number): NumberFound[] {
  const added: NumberFound[] = []
  let next = 0
  GARBLED.lastIndex = from
  for (let match = GARBLED.exec(folded); match && match.index < to; match = GARBLED.exec(folded)) {
    const serial = match[1] as string
    const start = match.index + match[0].indexOf(serial, 2)
    while (next < found.length && (found[next] as NumberFound).end <= start) next++
    const serialEnd = start + serial.length
    if (/^\d+$/.test(serial) || !/\d/.test(serial) || /^\d+ \d/.test(serial)) continue
    const { codes, year, end, separator } = readNotation(text, serialEnd)
    const neighbour = found[next]
    if (codes.length < 2 || end > to || (neighbour && neighbour.start < start)) continue
    if (neighbour && neighbour.start < end) found.splice(next, 1)
    added.push({ start, end, after: end, codes, year, separator, head: match.index, garbled: true })
  }
  return added.length === 0 ? found : [...found, ...added].sort((a, b) => a.start - b.start)
}

/** Start of the digits that end at `last`, or -1 where they belong to something else (`14/6/2021`, `A12`, `2.555`). */
function serialStart(text: string, last: number): number {
  let start = last
  while (start > 0 && isDigit(text.charCodeAt(start - 1)) && last - start < 6) start--
  const before = text[start - 1]
  if (before === undefined || /\s/.test(before)) return start
  // `Nghị định s20/2008/NĐ-CP`: what an engine left of `số`
  if (before === 's' && /\s/.test(text[start - 2] ?? '')) return start
  if (isWordAt(text, start - 1) || /[/⁄,\-–%]/.test(before)) return -1
  if (before === '.' && isDigit(text.charCodeAt(start - 2))) {
    const thousands = /(?<![\d.])\d{1,3}\.$/.exec(text.slice(Math.max(0, start - 5), start))
    return thousands && last - start === 2 ? start - thousands[0].length : -1
  }
  return start
}

function readNumber(text: string, folded: string, start: number, serialEnd: number): NumberFound | null {
  if (text[start - 1] === ':' && isDigit(text.charCodeAt(start - 2))) return null
  if (text[serialEnd] !== undefined && /[a-zđ]/.test(text[serialEnd] as string)) serialEnd++
  const { codes, year, end, separator, spread } = readNotation(text, serialEnd)
  if (codes.length === 0) return null
  const { numberHead, formHead, codes: known } = vocabulary()
  const head = headBefore(folded, start, numberHead)
  if (formHead.test(folded.slice(Math.max(0, start - 16), head < 0 ? start : head).trimEnd())) return null
  const first = skeleton(codes[0] as string)
  const familiar = known.has(first) || /^(?:ubtv)?qh\d/.test(first)
  if (spread && head < 0) return null
  if (year ? !familiar && head < 0 : codes.length === 1 && head < 0 && !known.has(first)) return null
  if (codes.length > 1 && !familiar && head < 0 && codes.some((code) => code.length < 2)) return null
  return { start, end, after: end, codes, year, separator, head }
}

/** `30/2020/NĐ-CP2`: the digit of a footnote is no part of the number. */
function dropFootnote(number: NumberFound): void {
  const organ = /^(\p{L}{2,8})\d$/u.exec(number.codes.at(-1) ?? '')?.[1]
  if (!organ || !vocabulary().organs.has(skeleton(organ))) return
  number.codes[number.codes.length - 1] = organ
  number.end--
}

/** `QCVN 01:2019/BCT`: the scan stops at its year. */
function readStandard(text: string, folded: string, yearStart: number): NumberFound | null {
  if (text[yearStart - 1] !== ':') return null
  const before = /(?:^|[^a-z0-9])((?:[a-z]{4})\s{0,4}\d{1,5}(?:-\d{1,2})?):$/.exec(
    folded.slice(Math.max(0, yearStart - 22), yearStart),
  )
  if (!before || !vocabulary().standard.test((before[1] as string).slice(0, 4))) return null
  const organ = /^\d{4}\s{0,3}\/\s{0,3}(\p{Lu}{2,12})/u.exec(text.slice(yearStart, yearStart + 24))
  const end = yearStart + (organ?.[0].length ?? 0)
  if (!organ) return null
  const start = yearStart - 1 - (before[1] as string).length
  return {
    start,
    end,
    after: end,
    codes: [text.slice(start, start + 4), organ[1] as string],
    year: null,
    separator: null,
    head: -1,
  }
}

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

/** Serials without a separator: `số 12 QĐ/UB`, `Công văn số 123 ngày …`. */
function addSpaced(text: string, folded: string, found: NumberFound[], from: number, to: number): NumberFound[] {
  const taken = found.map((number): [number, number] => [number.start, number.end])
  const added: NumberFound[] = []
  let next = 0
  SERIAL_ONLY.lastIndex = from
  for (let match = SERIAL_ONLY.exec(folded); match && match.index < to; match = SERIAL_ONLY.exec(folded)) {
    const serial = match[1] as string
    const end = match.index + match[0].length
    const start = end - serial.length
    while (next < taken.length && (taken[next] as [number, number])[1] <= start) next++
    const neighbour = taken[next]
    if (neighbour && neighbour[0] < end) continue
    const spaced = /^\s(\p{Lu}[\p{L}]{1,4})([-/])(\p{Lu}{2,8})(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 20))
    if (spaced && vocabulary().codes.has(skeleton(spaced[1] as string))) {
      const codes = [spaced[1] as string, spaced[3] as string]
      const stop = end + spaced[0].length
      added.push({ start, end: stop, after: stop, codes, year: null, separator: null, head: match.index })
    } else
      added.push({
        start,
        end,
        after: end,
        codes: [],
        year: /\/(\d{4})$/.exec(serial)?.[1] ?? null,
        separator: null,
        head: match.index,
      })
  }
  return added.length === 0 ? found : [...found, ...added].sort((a, b) => a.start - b.start)
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
