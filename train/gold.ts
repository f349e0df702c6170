/**
 * Documents whose right values are known as labelled ones: a value's place is where the first reader read it, where that
 * reading is right, or where the words stand; a region of which a value is found nowhere is left out.
 */
import type { Part, RegionName } from '../src/label/alphabets.ts'
import { findCue } from '../src/segment/cues.ts'
import { roleOf } from '../src/segment/header.ts'
import type { Row } from '../src/segment/rows.ts'
import { segment, zonedRows } from '../src/segment/segment.ts'
import { type Span, skeleton } from '../src/text.ts'
import type { Directive, Value } from '../src/tree.ts'
import { agreement } from '../test/accuracy/folding.ts'
import type { Labelled } from './examples.ts'

/** The right values, as gold and records have them; `undefined` where nobody says. */
export interface Truth {
  parent?: string | null
  issuer?: string | null
  number?: string | null
  place?: string | null
  date?: string | null
  type?: string | null
  subject?: string | null
  addressees?: string[]
  recipients?: string[]
  archive?: string | null
  signatures?: { authority?: string[]; position: string | null; name: string | null }[]
}

/** Values of a region with their places; null where one of them is found nowhere. */
export function align(text: string, truth: Truth, region: RegionName): Labelled[] | null {
  const tree = segment(text)
  const { rows } = zonedRows(text)
  return region === 'head' ? alignHead(text, tree, rows, truth) : alignFoot(text, tree, rows, truth)
}

function alignHead(text: string, tree: Directive, rows: Row[], truth: Truth): Labelled[] | null {
  const header = tree.children.find((node) => node.type === 'header')
  const addressed = tree.children.find((node) => node.type === 'addressees')
  const found: Labelled[] = []
  const add = (part: Part, spans: readonly Span[] | null) =>
    spans !== null && (spans.length > 0 ? found.push({ part, spans }) : true)
  const fields: [Part, string | null | undefined, Value | undefined][] = [
    ['parent', truth.parent, header?.parentIssuer],
    ['issuer', truth.issuer, header?.issuer],
    ['number', truth.number, header?.number],
    ['place', truth.place, header?.place],
    ['date', truth.date, header?.date],
    ['subject', truth.subject, header?.subject],
  ]
  for (const [part, wanted, read] of fields) {
    if (wanted === undefined) return null
    if (wanted !== null && !add(part, placeOf(text, wanted, read))) return null
  }
  // a letter prints no type
  if (header?.documentType?.status === 'read' && header.documentType.value === truth.type)
    add('type', header.documentType.spans)
  for (const wanted of truth.addressees ?? []) {
    const read = addressed?.entries.find((entry) => agreement(wanted, entry.value) > 0)
    if (!add('addressee', placeOf(text, wanted, read))) return null
  }
  for (const cell of rows.slice(0, 60).flatMap((row) => row.cells)) {
    if (roleOf(cell) === 'title') add('title', [[cell.start, cell.end]])
    const cue = findCue(cell, 'addressee')
    if (cue) add('cue', [[cell.start + cue.start, cell.start + cue.end]])
  }
  for (const mark of [header?.urgency, header?.secrecy]) if (mark) add('mark', mark.spans)
  add('body', bodyOf(tree))
  return found
}

function alignFoot(text: string, tree: Directive, rows: Row[], truth: Truth): Labelled[] | null {
  const recipients = tree.children.find((node) => node.type === 'recipients')
  const signatures = tree.children.filter((node) => node.type === 'signature')
  const found: Labelled[] = []
  const add = (part: Part, spans: readonly Span[] | null) => spans !== null && found.push({ part, spans }) > 0
  if (truth.recipients === undefined || truth.signatures === undefined) return null
  for (const wanted of truth.recipients) {
    if (truth.archive && agreement(wanted, truth.archive) > 0) continue
    const read = recipients?.entries.find(({ entry }) => agreement(wanted, entry.value) > 0)?.entry
    if (!add('recipient', placeOf(text, wanted, read))) return null
  }
  if (truth.archive && !add('archive', placeOf(text, truth.archive, recipients?.archive))) return null
  for (const [index, wanted] of truth.signatures.entries()) {
    const read = signatures[index]
    const lines = (wanted.authority ?? []).join(' ')
    const own = read
      ? {
          value: read.authority.map(({ value }) => value).join(' '),
          spans: read.authority.flatMap(({ spans }) => spans),
        }
      : undefined
    if (lines !== '') {
      if (own && agreement(lines, own.value) > 0) for (const each of read?.authority ?? []) add('authority', each.spans)
      else for (const line of wanted.authority ?? []) if (!add('authority', placeOf(text, line, undefined))) return null
    }
    if (wanted.position && !add('position', placeOf(text, wanted.position, read?.post))) return null
    if (wanted.name && !add('name', placeOf(text, wanted.name, read?.name))) return null
  }
  for (const cell of rows.flatMap((row) => row.cells)) {
    const cue = findCue(cell, 'recipients')
    if (cue) add('label', [[cell.start + cue.start, cell.start + cue.end]])
    const signed = findCue(cell, 'signed')
    if (signed) add('signed', [[cell.start + signed.start, cell.start + signed.end]])
  }
  add('body', bodyOf(tree))
  return found
}

/** Lines of paragraphs and items. */
function bodyOf(tree: Directive): Span[] {
  const spans: Span[] = []
  const walk = (node: { spans?: Span[]; children?: readonly object[] }) => {
    spans.push(...(node.spans ?? []))
    for (const child of node.children ?? []) walk(child)
  }
  for (const node of tree.children) if (node.type === 'paragraph' || node.type === 'item') walk(node)
  return spans
}

type Placed = Pick<Value, 'value' | 'spans'>

function placeOf(text: string, wanted: string, read: Placed | undefined): readonly Span[] | null {
  if (read && read.spans.length > 0 && agreement(wanted, read.value) > 0) return trimmed(text, read.spans)
  return wordsIn(text, wanted)
}

/** Without the dash before an entry and the sign behind it. */
const trimmed = (text: string, spans: readonly Span[]): Span[] =>
  spans.map(([start, end], index) => {
    const words = text.slice(start, end)
    const lead = index === 0 ? (/^[\s\-–—+•*·~.,;:]*/u.exec(words)?.[0].length ?? 0) : 0
    const tail = index === spans.length - 1 ? (/[\s;,.]*$/u.exec(words)?.[0].length ?? 0) : 0
    return [start + lead, Math.max(start + lead, end - tail)]
  })

/** Where the words of a value stand one behind the other, whatever the spaces; null where they do not. */
function wordsIn(text: string, wanted: string): Span[] | null {
  const letters: number[] = []
  const folded = skeleton(text)
  let packed = ''
  for (let at = 0; at < folded.length; at++)
    if (!/[\s|*_]/.test(folded[at] as string)) {
      packed += folded[at]
      letters.push(at)
    }
  const sought = skeleton(wanted).replace(/[\s|*_]/g, '')
  const at = sought === '' ? -1 : packed.indexOf(sought)
  return at < 0 ? null : [[letters[at] as number, (letters[at + sought.length - 1] as number) + 1]]
}
