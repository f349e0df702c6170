/**
 * Quoted amendments: what stands between “ and ” behind `sửa đổi … như sau:` carries the numbering of the text it
 * amends, not the document's own.
 *
 * ```
 * > | 2. Sửa đổi khoản 2 Điều 3 như sau:
 * > | “2. Mức đóng …
 *      ^^ no item of this document
 * ```
 */
import { pattern } from '../../grammar/wording.ts'
import { readLabel } from './labels.ts'
import type { Row } from '../rows.ts'

const AMENDING = pattern(({ words }) => new RegExp(`(?:${words('amending')})[^\\n]{0,240}(?:${words('amended')})\\s?:?\\s*$`, 'iu'))
const OPENING = /^[“"]/u
/** The next amendment: a quotation that nobody closed ends before it. */
/** A provision of a law, quoted: its numbering is the law's. */
const QUOTING = pattern(({ words }) => new RegExp(`(?:${words('quoting')})\\s?:\\s*$`, 'iu'))
const NEXT = pattern(({ words }) => new RegExp(`^(?:\\d{1,2}|[a-zđ])[.)]\\s+(?:${words('amending')})`, 'iu'))
/** Rows: a quotation longer than this was never closed. A straight mark is easily lost, so it holds less. */
const LONGEST = 400
const LONGEST_STRAIGHT = 60
const MEMORY = 320

export function quotedRows(rows: Row[]): Set<Row> {
  const quoted = new Set<Row>()
  let recent = ''
  let depth = 0
  let since = 0
  let straightened = false
  rows.forEach((row, index) => {
    const opens = OPENING.test(row.text)
    if (depth > 0 && NEXT().test(row.text)) depth = 0
    if (depth <= 0 && opens && (AMENDING().test(recent) || QUOTING().test(recent) || quotesArticle(row, recent))) {
      depth = 0
      since = index
      straightened = row.text.startsWith('"')
      for (const char of row.text) depth += step(char, depth)
      quoted.add(row)
    } else if (depth > 0) {
      quoted.add(row)
      // a straight mark at the head of a row opens the next piece; the one before was left open
      const straight = row.text.startsWith('"')
      if (straight) since = index
      for (const char of straight ? row.text.slice(1) : row.text) depth += step(char, depth)
      if (index - since > (straightened ? LONGEST_STRAIGHT : LONGEST)) depth = 0
    }
    recent = `${recent} ${row.text}`.slice(-MEMORY)
  })
  return quoted
}

/** `… cụ thể như sau:` over `"Điều 56. …`: an article in quotation marks is a law's. */
function quotesArticle(row: Row, recent: string): boolean {
  return /:\s*$/.test(recent) && readLabel(row.text.slice(1))?.kind === 'article'
}

function step(char: string, depth: number): number {
  if (char === '“') return 1
  if (char === '”') return -1
  // straight marks open and close in turn
  return char === '"' ? (depth > 0 ? -1 : 1) : 0
}
