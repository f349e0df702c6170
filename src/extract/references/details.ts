/**
 * What stands after the number of a cited document: date, issuer, subject.
 *
 * > | số 180-CV/QU ngày 16/7/2021 của Quận ủy An Bình về khẩn trương phòng dịch.
 *                  ^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
import { isCapitalAt, type Span } from '../../text.ts'
import { pattern } from '../../grammar/wording.ts'
import { latin } from '../../latin.ts'
import { vocabulary } from './vocabulary.ts'

export interface DateFound {
  span: Span
  /** EDTF. */
  date: string
}

export interface Details {
  date: DateFound | null
  issuer: Span | null
  subject: Span | null
  /** Where the citation ends, its subject left out. */
  end: number
}

const SUBJECT_LENGTH = 400
const ISSUER_LENGTH = 120
/** A comma inside a name: `Bộ Văn hóa, Thể thao và Du lịch`. */
const HANGING = latin(/^,\s{1,3}(?=\p{Lu}\p{L}*(?:\s\p{Ll}+){0,2}\s+và\s+\p{Lu})/u)

/** A line that begins as one of the bases does: what stands above it ends there. */
const BASIS = pattern(({ cue }) => new RegExp(latin(`[ \\t]{0,24}(?:${cue('base')})(?![\\p{L}])`), 'uy'))

/** `, tỉnh Lào Cai` behind the name of a commune. */
const PLACE_BEHIND = latin(/^(,\s{1,3})\p{Ll}+\.?(?:\s\p{Ll}+)?(?=\s\p{Lu})/u)

/** Reads on from `at`, the end of a number or of a law's name, not beyond `limit`. `dates` are ascending. */
export function readDetails(
  text: string,
  folded: string,
  at: number,
  limit: number,
  dates: readonly DateFound[],
): Details {
  let date = dateAfter(folded, at, dates) ?? dateAfter(folded, skipAside(folded, at), dates) ?? yearAfter(folded, at)
  let end = date ? Math.max(at, date.span[1]) : at
  const issuer = issuerAfter(text, folded, end, limit)
  if (issuer) end = issuer[1]
  // `Chỉ thị số 16/CT-TTg của Thủ tướng Chính phủ ngày 31/3/2020`; behind a comma something else may begin
  const behind =
    issuer && !date && folded[end] !== ','
      ? (dateAfter(folded, end, dates) ?? dateAfter(folded, skipAside(folded, end), dates))
      : null
  if (behind && behind.span[1] <= limit) {
    date = behind
    end = behind.span[1]
  }
  return { date, issuer, subject: subjectAfter(text, folded, end, limit), end }
}

/** Behind a remark in brackets at `at`: `của Bộ Thủy lợi (BTL) ngày …`. */
function skipAside(folded: string, at: number): number {
  return at + (/^\s{1,3}\([^()\n]{1,60}\)/.exec(folded.slice(at, at + 66))?.[0].length ?? 0)
}

/** The date whose words begin right after `at`, over a comma, a bracket and `ngày`. */
function dateAfter(folded: string, at: number, dates: readonly DateFound[]): DateFound | null {
  const date = dates[firstFrom(dates, at)]
  if (!date || date.span[0] - at > 28 || date.date.includes('/')) return null
  return vocabulary().dateLink.test(folded.slice(at, date.span[0])) ? date : null
}

/**
 * The date before a citation that begins at `start`, where it is the day of issue.
 *
 * > | Ngày 05/8/2021, Sở Tài chính đã ban hành Công văn số 12/STC-NS
 *          ^^^^^^^^^                 ^^^^^^^^
 */
export function dateBefore(
  text: string,
  folded: string,
  start: number,
  floor: number,
  dates: readonly DateFound[],
): DateFound | null {
  const date = dates[firstFrom(dates, start) - 1]
  if (!date || date.span[0] < floor || start - date.span[1] > 110 || date.date.includes('/')) return null
  const between = folded.slice(date.span[1], start).trimEnd()
  // `Ngày 24/6/1977 Hội đồng Chính phủ đã ra Quyết định số …`: a body that begins behind the date
  const joined = between.startsWith(',') || between.startsWith(' ,') || isCapitalAt(text, date.span[1] + 1)
  return joined &&
    /^\s?,?[^,;:.]*$/.test(between) &&
    vocabulary().dateBefore.test(between.replace(vocabulary().generic, '').trimEnd())
    ? date
    : null
}

/** Index of the first of `dates` that begins at or after `at`. */
function firstFrom(dates: readonly DateFound[], at: number): number {
  let low = 0
  let high = dates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((dates[middle] as DateFound).span[0] < at) low = middle + 1
    else high = middle
  }
  return low
}

function yearAfter(folded: string, at: number): DateFound | null {
  const { yearLink } = vocabulary()
  yearLink.lastIndex = at
  const match = yearLink.exec(folded) ?? BARE_YEAR.exec(folded.slice(at, at + 9))
  return match ? { span: [at + match[0].length - 4, at + match[0].length], date: match[1] as string } : null
}

/** `Luật Đất đai 2013` */
const BARE_YEAR = /^\s{1,3}((?:19|20)\d\d)(?![\d/.])/

/** The body named after `của`: it ends at punctuation or before a word that no name holds. */
function issuerAfter(text: string, folded: string, from: number, limit: number): Span | null {
  const { issuerLink, issuerEnd, opens, bodyWords } = vocabulary()
  issuerLink.lastIndex = from
  const link = issuerLink.exec(folded)
  if (!link) return null
  const start = from + link[0].length
  if (!latin(/\p{Lu}/u).test(text[start] ?? '')) return null
  const stop = Math.min(limit, start + ISSUER_LENGTH)
  let end = start
  for (let word = start; word < stop; ) {
    if (word > start) {
      if (at(issuerEnd, text, word)) break
      if (startsDocument(folded, word) || at(opens, text, word)) break
    }
    const run = /^[^\s,;:.()"[\]]+/.exec(folded.slice(word, word + 40))
    if (!run) break
    end = word + run[0].length
    const comma = HANGING.exec(text.slice(end, end + 60))
    if (
      comma &&
      !bodyWords.has(/^[a-z]+/.exec(folded.slice(end + comma[0].length, end + comma[0].length + 10))?.[0] ?? '')
    ) {
      word = end + comma[0].length
      continue
    }
    const place = PLACE_BEHIND.exec(text.slice(end, end + 24))
    if (
      place &&
      vocabulary().place.exec(folded.slice(start, end)) &&
      vocabulary().place.exec(folded.slice(end, end + place[0].length + 1))
    ) {
      word = end + (place[1] as string).length
      continue
    }
    const gap = gapAfter(text, folded, end)
    if (gap === 0) break
    word = end + gap
  }
  end = dropConjunction(folded, start, end)
  return end > start ? [start, end] : null
}

/** The length of the blanks behind a word of a name, or 0 where the name ends. */
function gapAfter(text: string, folded: string, end: number): number {
  const gap = GAP.exec(folded.slice(end, end + 28))?.[0] ?? ''
  return gap.includes('\n') && at(BASIS(), text, end + gap.length) ? 0 : gap.length
}

const GAP = /^(?:[ \t]{0,3}\n\s{0,24}|[ \t\u00a0]{1,2})(?:-\s(?=\S))?/

function at(sticky: RegExp, text: string, index: number): boolean {
  sticky.lastIndex = index
  return sticky.test(text)
}

/** `và Nghị quyết số …`: the conjunction goes on to another document, not to the rest of a name. */
function startsDocument(folded: string, word: number): boolean {
  const after = /^va\s{1,3}/.exec(folded.slice(word, word + 6))
  if (!after) return false
  const { typePattern } = vocabulary()
  typePattern.lastIndex = 0
  return typePattern.exec(folded.slice(word + after[0].length, word + 40))?.index === 0
}

function dropConjunction(folded: string, start: number, end: number): number {
  const tail = /\s+(?:va|-)$/.exec(folded.slice(start, end)) ?? vocabulary().issuerTail.exec(folded.slice(start, end))
  return tail ? start + tail.index : end
}

/** The subject as printed: `về …`, `quy định …`, a quoted title; to the end of its clause. */
function subjectAfter(text: string, folded: string, at: number, limit: number): Span | null {
  const gap = /^[\s,]{1,4}/.exec(folded.slice(at, at + 4))
  if (!gap) return null
  const start = at + gap[0].length
  const stop = Math.min(limit, start + SUBJECT_LENGTH)
  if (folded[start] === '"') {
    const close = folded.indexOf('"', start + 1)
    return close > 0 && close < stop ? [start + 1, close] : null
  }
  const { subjectHead } = vocabulary()
  subjectHead.lastIndex = start
  if (!subjectHead.test(text) && !startsSubject(text, start)) return null
  const end = clauseEnd(text, folded, start, stop)
  return end > start + 6 ? [start, end] : null
}

/** `Về việc …`, `V/v …` with a capital. */
function startsSubject(text: string, start: number): boolean {
  const { subjectHead } = vocabulary()
  subjectHead.lastIndex = 0
  return subjectHead.test(text.slice(start, start + 16).toLowerCase())
}

/** End of the clause that begins at `start`: `;`, a full stop, a bracket that it did not open, a colon, an empty line, the bases. */
function clauseEnd(text: string, folded: string, start: number, stop: number): number {
  let depth = 0
  for (let i = start; i < stop; i++) {
    const sign = folded[i] as string
    if (sign === '(') depth++
    else if (sign === ')' && depth-- === 0) return i
    else if (sign === ';' || sign === ':') return i
    else if (sign === '.' && /\s|\/|$/.test(folded[i + 1] ?? '')) return i
    else if (sign === '\n' && (folded[i + 1] === '\n' || at(BASIS(), text, i + 1))) return i
  }
  return stop
}
