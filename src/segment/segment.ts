/** Lines to tree: which row belongs to which part, and what each part says. Every row is owned once. */
import { append } from '../arrays.ts'
import { latin } from '../latin.ts'
import { leftOver } from '../spans.ts'
import { type Span, skeleton } from '../text.ts'
import type { Directive, DirectiveChild, Header, Unclaimed } from '../tree.ts'
import { readAddressees } from './addressees.ts'
import { readAttachments } from './attachments.ts'
import { readBody } from './body/body.ts'
import { copyLine, copyStart, readCopy } from './copy.ts'
import { cutRows } from './cut.ts'
import { readDigitalSignatures } from './digital-signatures.ts'
import { completeType } from './document-type.ts'
import { joinFirstWords } from './first-words.ts'
import { readFooter } from './footer.ts'
import { readHeader } from './header.ts'
import { lateDate } from './late-date.ts'
import { cutOneLine } from './one-line.ts'
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
  const start = copyStart(rows)
  const own = start < 0 ? rows : rows.slice(0, start)
  const zones: Zone[] = zonesOf(signalsOf(text, own))
  return { rows, zones: [...zones, ...rows.slice(own.length).map((): Zone => 'copy')] }
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
  let foot = of('footer')
  const head = of('header')
  let own: Header | null = null
  const addressed = of('addressees')
  if (head.length > 0) {
    const reach = addressed.length > 0 ? [] : body.slice(0, SUBJECT_REACH)
    const {
      header,
      rows: used,
      unclaimed: left,
    } = readHeader(text, [...head, ...reach], head.length, { hasAddressees: addressed.length > 0 })
    markSecrecy(header, secrecy)
    const late = header.date || header.place ? undefined : lateDate(header, body, foot)
    children.push(header)
    for (const span of left) children.push({ type: 'unclaimed', spans: [span] })
    own = header
    body = [...head.slice(used), ...body.slice(Math.max(0, used - head.length))].filter((row) => row !== late)
    foot = foot.filter((row) => row !== late)
  } else if (secrecy) {
    const header: Header = { type: 'header', spans: [] }
    markSecrecy(header, secrecy)
    children.push(header)
  }
  if (addressed.length > 0) children.push({ ...readAddressees(text, addressed), spans: spansOf(addressed) })

  const { paragraphs, items, furniture } = readBody(text, body, { issuer: own?.issuer?.value ?? null })
  const operative = paragraphs.find((paragraph) => paragraph.operative)?.operative
  if (own) completeType(own, { hasAddressees: addressed.length > 0, operative })
  if (furniture.length > 0) children.push({ type: 'front', spans: spansOf(furniture) })
  append(children, [...paragraphs, ...items])

  const footer = readFooter(text, foot)
  if (footer.recipients) children.push(footer.recipients)
  append(children, footer.signatures)
  const copied = of('copy')
  const form = copied.length > 0 ? readCopy(text, copied) : null
  if (form) {
    children.push({ type: 'copy', spans: form.owned })
    append(children, unclaimedOf(text, leftOver(cellSpans(copied), form.owned)))
  }
  append(children, readAttachments(text, of('attachment')))
  append(children, unclaimed(text, foot, footer))
  const digitalSignatures = readDigitalSignatures(text, rows)
  const copy = form?.value ?? copyLine(rows)
  return {
    type: 'directive',
    children,
    ...(copy && { copy }),
    ...(digitalSignatures.length > 0 && { digitalSignatures }),
  }
}

function markSecrecy(header: Header, secrecy: ReturnType<typeof readSecrecy>): void {
  if (secrecy) Object.assign(header, { secrecy: secrecy.value, secrecyLevel: secrecy.level })
}

const cellSpans = (rows: Row[]) =>
  rows.flatMap((row) => row.cells.map((cell): Span => [cell.start, cell.end])).sort((a, b) => a[0] - b[0])
const spansOf = (rows: Row[]): Span[] => rows.map((row) => [row.start, row.end])

/** Words of the footer that nothing was read from: what an OCR engine made of a seal, a contact line. */
function unclaimed(text: string, rows: Row[], { recipients, signatures }: ReturnType<typeof readFooter>): Unclaimed[] {
  return unclaimedOf(
    text,
    leftOver(cellSpans(rows), [...(recipients?.spans ?? []), ...signatures.flatMap((each) => each.spans)]),
  )
}

const unclaimedOf = (text: string, spans: Span[]): Unclaimed[] =>
  spans.filter((span) => WORD.test(text.slice(...span))).map((span) => ({ type: 'unclaimed', spans: [span] }))

const WORD = latin(/[\p{L}\p{N}]/u)
