/** Lines to tree: which row belongs to which part, and what each part says. Every row is owned once. */
import { type Span, skeleton } from '../text.ts'
import type { Directive, DirectiveChild, Unclaimed } from '../tree.ts'
import { readAddressees } from './addressees.ts'
import { readAttachments } from './attachments.ts'
import { readBody } from './body.ts'
import { cutRows } from './cut.ts'
import { completeType } from './document-type.ts'
import { readFooter } from './footer.ts'
import { readHeader } from './header.ts'
import { type Row, readRows } from './rows.ts'
import { signalsOf } from './signals.ts'
import { type Zone, zonesOf } from './zones.ts'

/** Rows behind the header's zone into which the subject of a named type may reach. */
const SUBJECT_REACH = 12

export function segment(text: string): Directive {
  const rows = cutRows({ text, folded: skeleton(text) }, readRows(text))
  const signals = signalsOf(rows)
  const zones = zonesOf(signals)
  const of = (zone: Zone) => rows.filter((_, index) => zones[index] === zone)
  const children: DirectiveChild[] = []
  const front = of('front')
  if (front.length > 0) children.push({ type: 'front', spans: spansOf(front) })

  let body = of('body')
  const head = of('header')
  let issuer: string | null = null
  const addressed = of('addressees')
  if (head.length > 0) {
    const reach = addressed.length > 0 ? [] : body.slice(0, SUBJECT_REACH)
    const { header, rows: used } = readHeader(text, [...head, ...reach], head.length, { hasAddressees: addressed.length > 0 })
    completeType(header, { hasAddressees: addressed.length > 0 })
    header.spans = spansOf([...head, ...reach].slice(0, used))
    children.push(header)
    issuer = header.issuer?.value ?? null
    const left = head.slice(used)
    body = [...left, ...body.slice(Math.max(0, used - head.length))]
  }
  if (addressed.length > 0) children.push({ ...readAddressees(text, addressed), spans: spansOf(addressed) })

  const { paragraphs, items, furniture } = readBody(text, body, { issuer })
  if (furniture.length > 0) children.push({ type: 'front', spans: spansOf(furniture) })
  children.push(...paragraphs, ...items)

  const foot = of('footer')
  const footer = readFooter(text, foot)
  if (footer.recipients) children.push(footer.recipients)
  children.push(...footer.signatures)
  children.push(...readAttachments(text, of('attachment')))
  children.push(...unclaimed(foot, footer))
  return { type: 'directive', children }
}

const spansOf = (rows: Row[]): Span[] => rows.map((row) => [row.start, row.end])

/** Rows of the footer of which nothing was read. */
function unclaimed(rows: Row[], { recipients, signatures }: ReturnType<typeof readFooter>): Unclaimed[] {
  const read = [...(recipients?.entries.flatMap((entry) => entry.entry.spans) ?? []), ...signatures.flatMap((each) => each.spans)]
  const covered = (row: Row) => read.some(([start, end]) => start < row.end && end > row.start)
  return rows.filter((row) => /[\p{L}\p{N}]/u.test(row.text) && !covered(row)).map((row) => ({ type: 'unclaimed', spans: [[row.start, row.end]] }))
}
