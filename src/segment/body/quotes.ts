/**
 * Quoted provisions: what stands in quotation marks behind `sửa đổi … như sau:` carries the numbering of the text that
 * it comes from, not the document's own.
 *
 * ```
 * > | 2. Sửa đổi khoản 2 Điều 3 như sau:
 * > | ''2. Mức đóng …
 *       ^^ no item of this document
 * ```
 */
import { pattern } from '../../grammar/wording.ts'
import { readLabel } from './labels.ts'
import type { Row } from '../rows.ts'

const AMENDING = pattern(
  ({ words }) => new RegExp(`(?:${words('amending')})[^\\n]{0,240}(?:${words('amended')})\\s?:?\\s*$`, 'iu'),
)
/** A provision of a law, quoted: its numbering is the law's. */
const QUOTING = pattern(({ words }) => new RegExp(`(?:${words('quoting')})\\s?:\\s*$`, 'iu'))
/** The next amendment: a quotation that nobody closed ends before it. */
const NEXT = pattern(({ words }) => new RegExp(`^(?:\\d{1,2}|[a-zđ])[.)]\\s+(?:${words('amending')})`, 'iu'))
const COLON = /:\s*$/u
/** The mark that opens a quotation: typographic, straight, or two apostrophes; one set the wrong way round too. */
const OPENING = /^(?:[“„«”"]|[‘’'\u0060´]{1,2})\s?/u
/** Dots for what was left out. */
const ELLIPSIS = /^(?:…|\.{2,})\s*/u
/** The same behind a colon within the line. */
const INSIDE = /:\s*(?=[“„«"]|[‘’'\u0060´]{2})/gu
const MARKS = /[“„«]|[”»]|"|[‘’'\u0060´]{2}/gu
const SINGLE_END = /['’][.;,]*$/u
/** Rows: a quotation longer than this was never closed. A straight mark is easily lost, so it holds less. */
const LONGEST = 400
const LONGEST_STRAIGHT = 60
/** Characters of the text above in which an amendment announces itself. */
const MEMORY = 320

/** The rows that stand within quoted provisions. */
export function quotedRows(rows: Row[]): Set<Row> {
  const quoted = new Set<Row>()
  let recent = ''
  let depth = 0
  let since = 0
  let mark = ''
  const open = (text: string, index: number) => {
    mark = OPENING.exec(text)?.[0] ?? ''
    since = index
    depth = depthBehind(text.slice(mark.length), 1, mark)
  }
  rows.forEach((row, index) => {
    if (depth > 0 && NEXT().test(row.text)) depth = 0
    if (depth <= 0 && isQuotation(row.text, recent)) {
      quoted.add(row)
      open(row.text, index)
    } else if (depth > 0) {
      quoted.add(row)
      // a straight mark at the head of a row opens the next piece; the one before was left open
      const again = isStraight(mark) && row.text.startsWith(mark)
      if (again) open(row.text, index)
      else depth = depthBehind(row.text, depth, mark)
      if (index - since > (isStraight(mark) ? LONGEST_STRAIGHT : LONGEST)) depth = 0
    } else {
      const inside = quotationWithin(row.text, recent)
      if (inside >= 0) open(row.text.slice(inside), index)
    }
    recent = `${recent} ${row.text}`.slice(-MEMORY)
  })
  return quoted
}

const isStraight = (mark: string) => /^(?:"|[‘’'\u0060´])/u.test(mark)

/** Does the text open with a provision that comes from elsewhere? */
function isQuotation(text: string, above: string): boolean {
  const mark = OPENING.exec(text)
  if (!mark) return false
  const words = text.slice(mark[0].length)
  const single = /^[‘’'\u0060´]\s?$/u.test(mark[0]) || mark[0].startsWith('”')
  const dots = ELLIPSIS.exec(words)?.[0].length ?? 0
  const label = readLabel(words.slice(dots))
  if (single && !label) return false
  if (AMENDING().test(above) || QUOTING().test(above)) return true
  // `… cụ thể như sau:` over `"Điều 56. …`, over `“3. …`: an own list begins with its first
  return (
    COLON.test(above) &&
    label !== null &&
    label.kind !== 'bullet' &&
    (label.kind === 'article' || label.ordinal > 1 || dots > 0)
  )
}

/** Where in the row, behind a colon, such a provision opens that does not end with the row; -1 where none does. */
function quotationWithin(text: string, recent: string): number {
  for (const { index, 0: colon } of text.matchAll(INSIDE)) {
    const from = index + colon.length
    const quote = text.slice(from)
    const mark = OPENING.exec(quote)?.[0] ?? ''
    if (
      readLabel(quote.slice(mark.length)) &&
      isQuotation(quote, `${recent} ${text.slice(0, from)}`) &&
      depthBehind(quote.slice(mark.length), 1, mark) > 0
    )
      return from
  }
  return -1
}

/** How many quotations are open behind the text. */
function depthBehind(text: string, before: number, mark: string): number {
  if (/^[‘’'\u0060´]\s?$/u.test(mark)) return SINGLE_END.test(text) ? 0 : before
  let depth = before
  for (const [found] of text.matchAll(MARKS)) depth += step(found, depth)
  return depth
}

function step(mark: string, depth: number): number {
  if (/[“„«]/u.test(mark)) return 1
  if (/[”»]/u.test(mark)) return -1
  // straight marks open and close in turn
  return depth > 0 ? -1 : 1
}
