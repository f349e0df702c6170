/** The body: bases, preamble and operative clause before the first item, the item tree, the closing behind the last. */
import { latin } from '../../latin.ts'
import { endsIn } from '../../text.ts'
import type { Item, Paragraph, Value } from '../../tree.ts'
import { stampRows } from '../digital-signatures.ts'
import type { Row } from '../rows.ts'
import { makeValue, printed } from '../value.ts'
import { basesAmong } from './bases.ts'
import { type ItemLabel, labelsOf } from './best-path.ts'
import { observe } from './observe.ts'
import { findOperative } from './operative.ts'
import { type BodyParagraph, isFurniture, joinParagraphs, layoutOf, standsAlone } from './paragraphs.ts'
import { quotedRows } from './quotes.ts'
import { partRunTogether } from './split-items.ts'
import { closes, gradeOfClosing, gradeOfOpening } from './sureness.ts'

export interface Body {
  paragraphs: Paragraph[]
  items: Item[]
  furniture: Row[]
}

export function readBody(text: string, rows: Row[], { issuer }: { issuer: string | null }): Body {
  const stamps = stampRows(rows)
  const furniture = rows.filter(
    (row, index) => stamps.has(row) || (isFurniture(row) && !standsAlone(row, rows[index - 1], rows[index + 1])),
  )
  const aside = new Set(furniture)
  const lines = partRunTogether(rows.filter((row) => !aside.has(row)))
  const layout = layoutOf(lines)
  const quoted = quotedRows(lines)
  const seen = observe(text, lines, layout)
  const labels = labelsOf(seen.filter(({ row, table }) => !quoted.has(row) && !table))
  const paragraphs = joinParagraphs(seen, labels)
  return { ...build(text, paragraphs, issuer), furniture }
}

function build(text: string, paragraphs: BodyParagraph[], issuer: string | null): Omit<Body, 'furniture'> {
  const items: Item[] = []
  const stack: Item[] = []
  const before: BodyParagraph[] = []
  const owned = new Map<Item, BodyParagraph[]>()
  let last: Item | undefined
  for (const paragraph of paragraphs) {
    if (!paragraph.item) {
      if (last) owned.get(last)?.push(paragraph)
      else before.push(paragraph)
      continue
    }
    const { label, depth } = paragraph.item
    const item: Item = { type: 'item', label: label.label, heading: null, paragraphs: [], children: [], spans: [] }
    stack.length = Math.min(stack.length, depth - 1)
    const parent = stack[stack.length - 1]
    ;(parent ? parent.children : items).push(item)
    stack.push(item)
    owned.set(item, [paragraph])
    last = item
  }
  const closing = last ? takeClosing(text, owned.get(last) as BodyParagraph[], issuer) : []
  for (const [item, parts] of owned) fillItem(text, item, parts)
  return { items, paragraphs: [...readPreamble(text, before, issuer), ...readClosing(text, closing, issuer)] }
}

/** A line of fewer characters that ends no sentence is a heading, not an order. */
const HEADING = 40

/**
 * Paragraphs behind the last item are the closing. Under a bare heading stand its own, up to the first that ends a
 * document.
 */
function takeClosing(text: string, parts: BodyParagraph[], issuer: string | null): BodyParagraph[] {
  const [first, ...rest] = parts as [BodyParagraph, ...BodyParagraph[]]
  const lastRow = first.rows[first.rows.length - 1] as Row
  const length = first.rows.reduce((sum, row) => sum + row.text.length, 0)
  const alone = first.item?.label.length === first.rows[0]?.text.length
  const needs = alone || (!/[.;!”"]\s*$/u.test(lastRow.text) && (rest.length > 1 || length < HEADING))
  if (!needs) return parts.splice(1, parts.length)
  // what a colon announces is one paragraph
  if (endsIn(lastRow.text, ':')) return parts.splice(2, parts.length)
  const end = parts.findIndex((part, index) => index > 1 && closes(paragraphValue(text, part).value, issuer))
  return end < 0 ? [] : parts.splice(end, parts.length)
}

function fillItem(text: string, item: Item, parts: BodyParagraph[]): void {
  let headed: BodyParagraph | undefined
  parts.forEach((part, index) => {
    const pieces = piecesOf(part, index === 0 ? (part.item as ItemLabel).label.length : 0)
    for (const row of part.rows) item.spans.push([row.start, row.end])
    const value = makeValue(printed(text, pieces), pieces)
    if (index > 0) {
      if (part !== headed) item.paragraphs.push(value)
      return
    }
    const colon = headingEnd(value.value)
    // `Chương II` stands alone, its heading below it
    const below = value.value === '' ? parts[1] : undefined
    if (below) {
      const heading = makeValue(printed(text, piecesOf(below, 0)), piecesOf(below, 0))
      if (heading.value.length < 250 && !/[.;]$/u.test(heading.value)) {
        item.heading = heading
        headed = below
      }
    } else if (isHeading(item, value.value, parts.length))
      item.heading = { ...value, value: value.value.replace(/\s*:$/u, '') }
    else if (colon > 0) {
      item.heading = { ...value, value: value.value.slice(0, colon) }
      item.paragraphs.push({ ...value, value: value.value.slice(colon + 1).trim() })
    } else if (value.value !== '') item.paragraphs.push(value)
  })
}

/** `3. Ban Tuyên giáo Huyện ủy: Tập trung …`: who acts, before the colon. */
function headingEnd(value: string): number {
  const at = value.indexOf(': ')
  return at > 3 && at < 140 && latin(/^\s*\p{Lu}/u).test(value.slice(at + 1)) && !/[.;]/.test(value.slice(0, at))
    ? at
    : -1
}

function isHeading(item: Item, value: string, paragraphs: number): boolean {
  const opens = paragraphs > 1 || item.children.length > 0
  return value !== '' && value.length < 250 && opens && !/[.;,]$/u.test(value) && !latin(/:\s\p{Lu}/u).test(value)
}

function piecesOf(part: BodyParagraph, skip: number): { start: number; end: number }[] {
  return part.rows
    .map((row, index) => ({ start: row.start + (index === 0 ? skip : 0), end: row.end }))
    .filter((piece) => piece.start < piece.end)
}

function readPreamble(text: string, parts: BodyParagraph[], issuer: string | null): Paragraph[] {
  const read = parts.map((part) => paragraphValue(text, part))
  const values = read.map((value, index) => ({
    ...value,
    grade: gradeOfOpening(value.value, read[index - 1]?.value),
  }))
  const bases = basesAmong(
    parts,
    values.map(({ value }) => value),
  )
  const paragraphs = values.map(
    (value, index): Paragraph => ({
      type: 'paragraph',
      role: bases[index] ? 'base' : 'preamble',
      text: value,
      spans: value.spans,
    }),
  )
  const said = parts.flatMap((part, index) => {
    const paragraph = paragraphs[index] as Paragraph
    return paragraph.role === 'base' ? [] : [{ paragraph, value: paragraph.text, first: part.rows[0] as Row }]
  })
  const found = findOperative(said, issuer)
  if (found) (said[found.index] as (typeof said)[number]).paragraph.operative = found.operative
  return paragraphs
}

function readClosing(text: string, parts: BodyParagraph[], issuer: string | null): Paragraph[] {
  let closed = false
  return parts.map((part) => {
    const value = paragraphValue(text, part)
    const grade = gradeOfClosing(value.value, { closed, issuer })
    closed = grade === 'certain'
    return { type: 'paragraph', role: 'closing', text: { ...value, grade }, spans: value.spans }
  })
}

function paragraphValue(text: string, part: BodyParagraph): Value {
  const pieces = piecesOf(part, 0)
  return makeValue(printed(text, pieces), pieces)
}
