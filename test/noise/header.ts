/**
 * The header of a clean document taken apart, and put together again in the orders in which headers reach a parser.
 *
 * The lines of the header are those that hold only words of its known parts (truth and title lines); everything that
 * is put back is as printed, so the truth stays true.
 */
import type { Truth } from '../fixtures.ts'
import { skeleton } from '../../src/text.ts'
import { NOISE } from './data.ts'

export interface HeaderParts {
  /** What stands before the header, and after it, with its line ends. */
  before: string
  after: string
  /** Urgency and secrecy marks. */
  marks: string[]
  issuer: string[]
  /** The `*` or `***` below a Party or youth issuer. */
  star: string | null
  number: string
  titles: string[]
  placeDate: string
  /** Heading of a named type, else null: then the subject belongs to the left column. */
  heading: string | null
  subject: string[]
}

export const HEADER_LAYOUTS = [
  'columns',
  'joined',
  'zigzag',
  'left-then-right',
  'right-then-left',
  'date-above-number',
  'subject-beside-date',
  'one-line',
  'pipes',
] as const
export type HeaderLayout = (typeof HEADER_LAYOUTS)[number]

const words = (text: string): string[] => skeleton(text).match(/[\p{L}\p{N}]+/gu) ?? []
const RULE = /^[\s\-–—_*.|"“”]*$/u

/** Null where the header is lost, garbled, joined to the body or otherwise not wholly known from the truth. */
export function takeApart(text: string, truth: Truth): HeaderParts | null {
  const { issuer, number, place, date, subject } = truth
  if (!issuer || !number || !place || !date || !subject) return null
  const parts = [truth.parentIssuer ?? '', issuer, subject]
  const lines = text.split('\n')
  const from = lines.findIndex(
    (line) => !RULE.test(line) && words(line).every((word) => words(parts.join(' ') + titleWords()).includes(word)),
  )
  if (from < 0) return null
  const printed = printedParts(lines.slice(from, from + 30).join('\n'), { number, place })
  if (!printed) return null
  const marks = [truth.urgency, truth.secrecy].filter((mark): mark is string => typeof mark === 'string')
  const heading = findHeading(lines.slice(from, from + 30), truth.type)
  const known = new Set(
    words([...parts, ...printed.titles, printed.number, printed.placeDate, heading ?? '', ...marks].join(' ')),
  )
  const open = new Set(words([subject, printed.number, printed.placeDate, ...printed.titles, heading ?? ''].join(' ')))
  let to = from
  while (to < lines.length && open.size > 0) {
    const line = lines[to] as string
    if (!words(line).every((word) => known.has(word))) return null
    for (const word of words(line)) open.delete(word)
    to++
  }
  const last = words(subject).at(-1) as string
  while (to < lines.length && endsBefore(lines, to, last, known)) to++
  const region = lines.slice(from, to)
  return {
    before: lines
      .slice(0, from)
      .map((line) => `${line}\n`)
      .join(''),
    after: lines.slice(to).join('\n'),
    marks: region.map((line) => line.trim()).filter((line) => marks.some((mark) => skeleton(mark) === skeleton(line))),
    issuer: [truth.parentIssuer, issuer].flatMap((name) => (name ? wrap(name) : [])),
    star:
      region.map((line) => /(?:^|\s)(\*{1,3})(?:\s|$)/.exec(line)?.[1] ?? null).find((star) => star !== null) ?? null,
    ...printed,
    heading,
    subject: wrapWords(subject, heading === null ? 36 : 60),
  }
}

/** Whether the line still belongs to the header: the subject may go on with words that have all been seen. */
function endsBefore(lines: string[], at: number, last: string, known: Set<string>): boolean {
  const line = lines[at] as string
  if (RULE.test(line) || line.trim() === '') return false
  if (!words(line).every((word) => known.has(word))) return false
  return words(lines.slice(Math.max(0, at - 1), at).join(' ')).at(-1) !== last
}

/** Number, place and date, and title lines as they stand in the first lines. */
function printedParts(head: string, { number, place }: { number: string; place: string }) {
  const spaced = [...number]
    .map((char) => (/[\p{L}\p{N}]/u.test(char) ? char : `[ \\t]*${escaped(char)}[ \\t]*`))
    .join('')
  const numbered = new RegExp(`Số\\s*:?[ \\t.…]*${spaced}`, 'u').exec(head)
  const dated = new RegExp(`${escaped(place)}\\s*,[^\\n]{0,40}năm\\s*\\d{4}`, 'u').exec(head)
  const folded = skeleton(head)
  const titles = NOISE.titles
    .map((set) => set.map((title) => slice(head, folded, title)))
    .find((set) => set.every((title) => title !== null))
  if (!numbered || !dated || !titles) return null
  return { number: tidy(numbered[0]), placeDate: dated[0], titles: titles as string[] }
}

function slice(text: string, folded: string, wanted: string): string | null {
  const at = folded.indexOf(skeleton(wanted))
  return at < 0 ? null : text.slice(at, at + wanted.length)
}

function findHeading(lines: string[], type: string | null | undefined): string | null {
  if (!type) return null
  return lines.map((line) => line.trim()).find((line) => skeleton(line) === skeleton(type)) ?? null
}

const titleWords = () => ` ${NOISE.titles.flat().join(' ')}`
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const tidy = (text: string) => text.replace(/\s*\n\s*/g, ' ').trim()

/** `ỦY BAN NHÂN DÂN TỈNH X` in two lines, as a narrow column prints it. */
function wrap(name: string): string[] {
  const head = NOISE.wrapAfter.find((start) => name.startsWith(`${start} `))
  return head ? [head, name.slice(head.length + 1)] : [name]
}

export function wrapWords(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
