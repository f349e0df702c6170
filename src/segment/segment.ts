/** Lines to tree: which row belongs to which part, and what each part says. Every row is owned once. */
import { append } from '../arrays.ts'
import { leftOver } from '../spans.ts'
import { type Span, skeleton } from '../text.ts'
import type { Directive, DirectiveChild, Header, Unclaimed } from '../tree.ts'
import { readAddressees } from './addressees.ts'
import { readAttachments } from './attachments.ts'
import { readBody } from './body/body.ts'
import { cutRows } from './cut.ts'
import { completeType } from './document-type.ts'
import { joinFirstWords } from './first-words.ts'
import { cutOneLine } from './one-line.ts'
import { readFooter } from './footer.ts'
import { readHeader } from './header.ts'
import { type Row, readRows } from './rows.ts'
import { readSecrecy } from './secrecy.ts'
import { signalsOf } from './signals.ts'
import { type Zone, zonesOf } from './zones.ts'

/** Rows behind the header's zone into which the subject of a named type may reach. */
const SUBJECT_REACH = 12

/** The rows of a text whose first words were joined, and the zone of each. */
export function zonedRows(text: string): ZonedRows {
  const source = { text, folded: skeleton(text) }
  const rows = cutRows(source, cutOneLine(source, readRows(text)))
  return { rows, zones: zonesOf(signalsOf(text, rows)) }
}

export interface ZonedRows {
  rows: Row[]
  zones: Zone[]
}

export function segment(printed: string): Directive {
  const text = joinFirstWords(printed)
  return segmentRows(text, zonedRows(text))
}

export function segmentRows(text: string, { rows, zones }: ZonedRows): Directive {
  const of = (zone: Zone) => rows.filter((_, index) => zones[index] === zone)
  const children: DirectiveChild[] = []
  const front = of('front')
  if (front.length > 0) children.push({ type: 'front', spans: spansOf(front) })

  const secrecy = readSecrecy(
    text,
    rows,
    zones.findLastIndex((zone) => zone === 'front' || zone === 'header' || zone === 'addressees') + 1,
  )
  let body = of('body')
  const head = of('header')
  let issuer: string | null = null
  const addressed = of('addressees')
  if (head.length > 0) {
    const reach = addressed.length > 0 ? [] : body.slice(0, SUBJECT_REACH)
    const {
      header,
      rows: used,
      unclaimed: left,
    } = readHeader(text, [...head, ...reach], head.length, { hasAddressees: addressed.length > 0 })
    completeType(header, { hasAddressees: addressed.length > 0 })
    markSecrecy(header, secrecy)
    children.push(header)
    for (const span of left) children.push({ type: 'unclaimed', spans: [span] })
    issuer = header.issuer?.value ?? null
    body = [...head.slice(used), ...body.slice(Math.max(0, used - head.length))]
  } else if (secrecy) {
    const header: Header = { type: 'header', spans: [] }
    markSecrecy(header, secrecy)
    children.push(header)
  }
  if (addressed.length > 0) children.push({ ...readAddressees(text, addressed), spans: spansOf(addressed) })

  const { paragraphs, items, furniture } = readBody(text, body, { issuer })
  if (furniture.length > 0) children.push({ type: 'front', spans: spansOf(furniture) })
  append(children, [...paragraphs, ...items])

  const foot = of('footer')
  const footer = readFooter(text, foot)
  if (footer.recipients) children.push(footer.recipients)
  append(children, footer.signatures)
  append(children, readAttachments(text, of('attachment')))
  append(children, unclaimed(text, foot, footer))
  return { type: 'directive', children }
}

function markSecrecy(header: Header, secrecy: ReturnType<typeof readSecrecy>): void {
  if (secrecy) Object.assign(header, { secrecy: secrecy.value, secrecyLevel: secrecy.level })
}

const spansOf = (rows: Row[]): Span[] => rows.map((row) => [row.start, row.end])

/** Words of the footer that nothing was read from: what an OCR engine made of a seal, a contact line. */
function unclaimed(text: string, rows: Row[], { recipients, signatures }: ReturnType<typeof readFooter>): Unclaimed[] {
  const cells = rows.flatMap((row) => row.cells.map((cell): Span => [cell.start, cell.end])).sort((a, b) => a[0] - b[0])
  return leftOver(cells, [...(recipients?.spans ?? []), ...signatures.flatMap((each) => each.spans)])
    .filter((span) => WORD.test(text.slice(...span)))
    .map((span) => ({ type: 'unclaimed', spans: [span] }))
}

const WORD = /[\p{L}\p{N}]/u
