/**
 * Rows of the body joined to paragraphs. A text layer or an OCR engine breaks lines at the margin, a crawl does not; a
 * sentence that a page break cut in two is whole again; page numbers and running heads are set aside.
 */
import { pattern } from '../../grammar/wording.ts'
import { latin } from '../../latin.ts'
import { endsIn, upperShare } from '../../text.ts'
import { findCue } from '../cues.ts'
import type { Row } from '../rows.ts'
import type { ItemLabel } from './best-path.ts'
import { readLabel } from './labels.ts'
import type { Observed } from './observe.ts'
import { ordersOrEnacts } from './operative.ts'

export interface BodyParagraph {
  rows: Row[]
  /** Of an item; null where the paragraph is none's first. */
  item: ItemLabel | null
}

const PAGE_NUMBER = pattern(
  ({ cue }) =>
    new RegExp(`^[-–—\\s|]{0,4}(?:(?:${cue('page')})\\s)?\\d{1,3}(?:\\s?/\\s?\\d{1,3})?[-–—\\s|.]{0,4}$`, 'iu'),
)
const HANGING = pattern(({ words }) => new RegExp(`(?:^|\\s)(?:${words('hanging-text')})$`, 'u'))
const BEFORE_NUMBER = pattern(({ words }) => new RegExp(`\\s(?:${words('before-number')})$`, 'u'))
/** Digits that are no label. */
const NUMBER = latin(/^\d+(?!\d|[.)]\s?\p{Lu})/u)
const UNFINISHED = latin(/[\p{L}\p{N},(–-]$/u)
/** A line that goes on within a sentence; `a)` and `lV.` are no words. */
const GOES_ON = latin(/^\p{Ll}(?![).}]|\p{Lu}|\S{1,2}[.)}/]\s?\p{Lu})/u)

export interface Layout {
  /** Are lines broken at the margin? */
  wrapped: boolean
  /** Characters of a full line. */
  width: number
  /** Most common indent of the lines. */
  margin: number
  /** Blank lines usual between two lines of a paragraph (an OCR engine may print one everywhere). */
  gap: number
}

/** Characters beyond which no margin broke the lines. */
const UNBROKEN = 140
/** Characters beyond which a broken line is in small print. */
const SMALL_PRINT = 100
/** Shares of the lines that are no longer than a full one; the later where notes in small print are longer. */
const FULL_LINES = [0.9, 0.75]

export function layoutOf(rows: Row[]): Layout {
  const lengths = rows.map((row) => row.indent + row.text.length).sort((a, b) => a - b)
  const inner = rows.filter((row, index) => index > 0 && GOES_ON.test(row.text))
  const isWrapped = (width: number) =>
    width <= UNBROKEN &&
    rows.length > 4 &&
    lengths.filter((length) => length > width * 0.8).length >= rows.length * 0.25 &&
    inner.length >= rows.length * 0.12
  const [widest = 0, narrower = 0] = FULL_LINES.map((share) => lengths[Math.floor(lengths.length * share)])
  const width = widest > SMALL_PRINT && !isWrapped(widest) && isWrapped(narrower) ? narrower : widest
  const wrapped = isWrapped(width)
  const gap = mode(inner.map((row) => row.blanksAbove))
  return { wrapped, width, margin: mode((inner.length > 3 ? inner : rows).map((row) => row.indent)), gap }
}

function mode(values: number[]): number {
  const counts = new Map<number, number>()
  let best = 0
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1
    counts.set(value, count)
    if (count > (counts.get(best) ?? 0)) best = value
  }
  return best
}

/** Page numbers, running heads and rules between pages: they own their lines and part no sentence. */
export function isFurniture(row: Row): boolean {
  return (
    PAGE_NUMBER().test(row.text) ||
    latin(/^[^\p{L}\p{N}]+$/u).test(row.text) ||
    (row.text.length < 90 && findCue(row, 'gazette') !== null)
  )
}

/** `2.` on a line of its own, between whole sentences: a label more likely than the number of a page. */
export function standsAlone(row: Row, above: Row | undefined, below: Row | undefined): boolean {
  return (
    /^\d{1,2}[.)]$/u.test(row.text) &&
    !row.pageTop &&
    !below?.pageTop &&
    latin(/^\p{Lu}/u).test(below?.text ?? '') &&
    /[.:;]$/u.test(above?.text ?? '.')
  )
}

/** The rows as paragraphs, given the labels of those that are items. */
export function joinParagraphs(seen: Observed[], labels: ReadonlyMap<Row, ItemLabel>): BodyParagraph[] {
  const paragraphs: BodyParagraph[] = []
  for (const { row, begins: beginsHere } of seen) {
    const item = labels.get(row) ?? null
    if (item || beginsHere) paragraphs.push({ rows: [row], item })
    else (paragraphs[paragraphs.length - 1] as BodyParagraph).rows.push(row)
  }
  return paragraphs
}

/** Ends the line with a word or a comma? */
export const isUnfinished = (text: string) => UNFINISHED.test(text.slice(-2))

/** `… ngày`, `… khoản`: a number follows. */
export const endsWithNumberWord = (text: string) => BEFORE_NUMBER().test(text)

/** Characters by which the first line of a paragraph is set in. */
const INDENT = 3
/** A shorter line was not broken at the margin. */
const BROKEN = 40

/** Below the first line of a paragraph, set in, the next ones stand at the margin. */
const returnsToMargin = (previous: Row, row: Row) =>
  row.blanksAbove === 0 && previous.indent >= row.indent + INDENT && previous.text.length > BROKEN

/** A short line in capitals; two in a row are one heading, broken. */
const isHeadingLine = (row: Row) => row.text.length < 80 && upperShare(row.text) > 0.8

/** Ends the line without any mark? */
const OPEN = latin(/[\p{L}\p{N}]$/u)

/** A line whose last word needs the next, or a basis that no mark closed: what stands right below can only be the rest. */
function isLeftOpen(head: Row, previous: Row, row: Row): boolean {
  if (row.blanksAbove > 0 || findCue(row, 'base') || findCue(row, 'decree')) return false
  if (HANGING().test(previous.text)) return true
  const isRest = upperShare(row.text) <= 0.8 && readLabel(row.text) === null && !ordersOrEnacts(row.folded)
  return isRest && OPEN.test(previous.text) && findCue(head, 'base') !== null
}

/**
 * Does the layout say that a paragraph begins here (blank line, indent, end of the sentence above)?
 *
 * @param head first row of the paragraph above
 */
export function begins(previous: Row, row: Row, { layout, head }: { layout: Layout; head: Row }): boolean {
  if (row.within) return false
  if (endsIn(previous.text, ',') && findCue(row, 'decree')) return true
  const unfinished = isUnfinished(previous.text)
  if (GOES_ON.test(row.text) && unfinished) return false
  if (!unfinished && findCue(row, 'base')) return true
  if (isLeftOpen(head, previous, row)) return false
  // a date or a number broken over two lines
  if (row.blanksAbove === 0 && NUMBER.test(row.text) && endsWithNumberWord(previous.text)) return false
  if (row.blanksAbove === 0 && isHeadingLine(previous) && isHeadingLine(row) && !/[.:;]$/.test(previous.text))
    return false
  if (!layout.wrapped) return !(unfinished && returnsToMargin(previous, row))
  if (row.blanksAbove > layout.gap) return !(unfinished && previous.text.length + previous.indent > layout.width * 0.75)
  if (row.indent >= layout.margin + 3 && !(unfinished && row.indent === previous.indent))
    return !unfinished || previous.text.length < layout.width * 0.7
  const short = previous.indent + previous.text.length < layout.width * 0.85
  return short && !GOES_ON.test(row.text) && (!unfinished || previous.text.length < layout.width * 0.6)
}
