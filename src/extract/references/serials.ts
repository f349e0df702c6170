/**
 * Numbers that only the word `số` before them shows: without a separator, spoilt by scanning, or left open.
 *
 * > | Quyết định số 12 QĐ/UB      Công văn số 123 ngày …      số 3 I4/STC-NS      Tờ trình số …/TTr-SCT
 *                  ^^^^^^^^                  ^^^                   ^^^^^^^^^^                 ^^^^^^^^
 * > | Giấy chứng nhận số BK 123456
 *                        ^^^^^^^^^
 */
import { latin } from '../../latin.ts'
import { matchAt, skeleton } from '../../text.ts'
import { readNotation } from './notation.ts'
import type { NumberFound } from './numbers.ts'
import { vocabulary } from './vocabulary.ts'

const HEAD = /(?<![a-z0-9])so(?![a-z0-9])/g
const SERIAL_ONLY = /[:.]?\s{1,6}(\d{1,6}[a-z]{0,4}(?:\/(?:19|20)\d\d)?|\d{7,13})(?=[\s,)(;.]|$)/y
/** A serial in which scanning has put letters for digits: `3 I4`, `l5`; or another sign before its code: `05:NQ/TU`. */
const GARBLED =
  /[:.]?\s{1,6}((?:\d|[oil§&|](?=[\doil§&| ]{0,4}\d|\s?[/-]))(?: ?[\doil§&|]){0,5})\s{0,3}(?=[/-]|:[a-z])/y
/** A draft that leaves the serial open. */
const BLANK = /[:.]?[\s.…_]{1,30}(?=[/-]\s?[a-z]|\/(?:19|20)\d\d\/)/y
/** Codes behind a serial and a space. */
const SPACED = latin(/^\s(\p{Lu}[\p{L}]{1,4})([-/])(\p{Lu}{2,8})(?![\p{L}\p{N}])/u)
/** A code that lost the hyphen before it: `1208KL/TU`. */
const GLUED = latin(/[:.]?\s{0,6}(\d{1,5})(\p{Lu}{2,4})\/(\p{Lu}[\p{L}\d]{1,11})(?![\p{L}\p{N}/-])/uy)
/** A serial with the sender's letters: `01TV/2026`. */
const LETTERED = latin(/^\d{1,5}\p{Lu}{1,4}\/(?:19|20)\d\d$/u)
const LONG = 7
/** A certificate's series and serial: `BK 123456`. */
const SERIES = latin(/[:.]?\s{1,6}(\p{Lu}{2}\s?\d{6,8})(?![\p{L}\p{N}/-])/uy)

/** A notation in small letters, as a text without capitals has it: `214-cp`, `45/nq-hđnd`. */
const SMALL = latin(/[:.]?\s{1,6}(\d{1,5})([-/])([a-zđ]{2,5})(?:([-/])([a-zđ]{2,8}))?(?![\p{L}\p{N}/-])/uy)

/** `found`, ascending, and the numbers behind each `số` that none of them takes. */
export function headedNumbers(
  text: string,
  folded: string,
  found: readonly NumberFound[],
  from: number,
  to: number,
): NumberFound[] {
  const numbers: NumberFound[] = []
  let next = 0
  HEAD.lastIndex = from
  for (let match = HEAD.exec(folded); match && match.index < to; match = HEAD.exec(folded)) {
    const head = match.index
    while (next < found.length && (found[next] as NumberFound).start <= head) numbers.push(found[next++] as NumberFound)
    const read =
      garbled(text, folded, head) ??
      bareSerial(text, folded, head) ??
      glued(text, head) ??
      series(text, head) ??
      inSmall(text, head) ??
      blank(text, folded, head)
    if (!read || read.end > to) continue
    const neighbour = found[next]
    // the number of a page stands between `số` and the number it heads
    if (neighbour?.head === head && !read.garbled) continue
    // what scanning spoilt may hold a number that was read from its middle
    if (neighbour && neighbour.start < read.end) {
      if (!read.garbled || neighbour.start <= read.start) continue
      next++
    }
    numbers.push(read)
  }
  return [...numbers, ...found.slice(next)]
}

/** `số 12 QĐ/UB`, `số 123`, `số 5300721724`. */
function bareSerial(text: string, folded: string, head: number): NumberFound | null {
  const match = matchAt(SERIAL_ONLY, folded, head + 2)
  if (!match) return null
  const serial = match[1] as string
  const end = head + 2 + match[0].length
  const start = end - serial.length
  const printed = text.slice(start, end)
  const plain = /^\d+[a-zđ]?(?:\/\d{4})?$/.test(printed)
  if (!plain && !LETTERED.test(printed)) return null
  const spaced = SPACED.exec(text.slice(end, end + 20))
  const known = spaced && vocabulary().codes.has(skeleton(spaced[1] as string))
  const stop = known ? end + spaced[0].length : end
  const codes = known ? [spaced[1] as string, spaced[3] as string] : plain ? [] : [printed.replace(/^\d+|\/.*$/g, '')]
  const year = known ? null : (/\/(\d{4})$/.exec(serial)?.[1] ?? null)
  return {
    start,
    end: stop,
    after: stop,
    codes,
    year,
    separator: null,
    head,
    ...(serial.length >= LONG && plain && !year && { long: true as const }),
  }
}

function glued(text: string, head: number): NumberFound | null {
  const match = matchAt(GLUED, text, head + 2)
  if (!match || !vocabulary().codes.has(skeleton(match[2] as string))) return null
  const end = head + 2 + match[0].length
  const start = end - (match[1] as string).length - (match[2] as string).length - (match[3] as string).length - 1
  return { start, end, after: end, codes: [match[2] as string, match[3] as string], year: null, separator: null, head }
}

/** `số BK 123456` */
function series(text: string, head: number): NumberFound | null {
  const match = matchAt(SERIES, text, head + 2)
  if (!match) return null
  const end = head + 2 + match[0].length
  const start = end - (match[1] as string).length
  return { start, end, after: end, codes: [], year: null, separator: null, head, long: true }
}

/** `số 214-cp`: one of its codes is known; that a type stands before it, who reads it must see. */
function inSmall(text: string, head: number): NumberFound | null {
  const match = matchAt(SMALL, text, head + 2)
  if (!match) return null
  const [, serial, separator, ...rest] = match as unknown as [string, string, '-' | '/', string, string?, string?]
  const codes = rest.filter((each): each is string => each !== undefined && /[a-zđ]/.test(each))
  const { codes: known, organs } = vocabulary()
  if (!codes.map((code) => skeleton(code)).some((code) => known.has(code) || organs.has(code))) return null
  const end = head + 2 + match[0].length
  const start = head + 2 + match[0].indexOf(serial)
  return { start, end, after: end, codes, year: null, separator, head, small: true }
}

/** `số 3 I4/STC-NS`, `số 05:NQ/TU`: kept as printed, and only with a whole notation after it. */
function garbled(text: string, folded: string, head: number): NumberFound | null {
  const match = matchAt(GARBLED, folded, head + 2)
  const serial = match?.[1] as string
  if (!match || !/\d/.test(serial) || /^\d+ \d/.test(serial)) return null
  const start = head + 2 + match[0].indexOf(serial)
  const serialEnd = start + serial.length
  const { codes, year, end, separator } = readNotation(text, serialEnd)
  const isPlain = /^\d+$/.test(serial) && text[serialEnd] !== ':'
  if (isPlain || codes.length < 2 || (text[serialEnd] === ':' && !vocabulary().codes.has(skeleton(codes[0] as string))))
    return null
  return { start, end, after: end, codes, year, separator, head, garbled: true }
}

function blank(text: string, folded: string, head: number): NumberFound | null {
  const match = matchAt(BLANK, folded, head + 2)
  if (!match) return null
  const start = head + 2 + match[0].length
  const { codes, year, end, separator } = readNotation(text, start)
  if (codes.length < 2 || !vocabulary().codes.has(skeleton(codes[0] as string))) return null
  return { start, end, after: end, codes, year, separator, head, blank: true }
}
