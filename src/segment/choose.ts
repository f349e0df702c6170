/**
 * Two readers, one tree: where they differ over a field of the header, the value that is more probably right stands, as
 * the measured judge has it. Bodies, subject, lists and signatures stay the first reader's: there the second was not better
 * (`npm run train -- --report`), and its reading only speaks for or against theirs.
 */
import type { GradedField } from '../grade/field.ts'
import { type Candidate, doubtsOf, lettersOf, type Surroundings } from '../grade/doubts.ts'
import { candidateOf } from '../grade/first-reading.ts'
import { SECOND } from '../grade/grade.ts'
import type { Judge } from '../grade/judge.ts'
import type { SecondValue } from '../label/reading.ts'
import { leftOver, merged, overlapping } from '../spans.ts'
import { type Span, skeleton } from '../text.ts'
import type { Directive, Header, Value } from '../tree.ts'
import { readNumber } from './number.ts'

/** Fields in which the second reader's value may stand, and where the tree has them. */
const CHOSEN = { number: 'number', place: 'place', date: 'date' } as const satisfies Partial<
  Record<GradedField, keyof Header>
>
export type Chosen = keyof typeof CHOSEN

/** How much more probable a rival must be than the value that it replaces, and to stand where there was none. */
export const MARGIN = { rival: 0.1, alone: 0.6 }

/** The candidates of the second reader that differ from what the first one has, the most probable of each field. */
export function rivalsOf(
  tree: Directive,
  { values }: Surroundings,
): { field: Chosen; rival: SecondValue; read: Value | undefined }[] {
  const header = tree.children.find((node) => node.type === 'header')
  if (!header) return []
  return (Object.keys(CHOSEN) as Chosen[]).flatMap((field) => {
    const read = header[CHOSEN[field]] as Value | undefined
    const rival = [...(values[field] ?? [])].sort((one, other) => other.share - one.share)[0]
    return rival && !isPartOf(lettersOf(rival.value), lettersOf(read?.value ?? '')) ? [{ field, rival, read }] : []
  })
}

/** It lacks what stands on the next line, or the serial: `12BYT-PC` is more than `BYT-PC`. */
const isPartOf = (rival: string, read: string) =>
  read.startsWith(rival) || (read.endsWith(rival) && /^\d/.test(read) && !/^\d/.test(rival))

export const rivalCandidate = (field: Chosen, rival: SecondValue): Candidate => ({
  field,
  value: rival.value,
  spans: rival.spans,
  grade: 'likely',
  status: 'read',
  second: rival,
})

/** Puts the better value into the tree. */
export function choose(tree: Directive, text: string, around: Surroundings, judge: Judge): void {
  const header = tree.children.find((node) => node.type === 'header')
  if (!header) return
  const isTaken = overlapping(
    tree.children.flatMap((node) =>
      node.type === 'header' || node.type === 'unclaimed' || node.type === 'front' ? [] : spansIn(node),
    ),
  )
  for (const { field, rival, read } of rivalsOf(tree, around)) {
    // what a value of another field holds is not to be had twice
    if (rival.spans.some(([start, end]) => isTaken(start, end)) || holdsAnother(header, CHOSEN[field], rival.spans))
      continue
    const share = judge.share(field, doubtsOf(rivalCandidate(field, rival), around))
    const known = read ? judge.share(field, doubtsOf(candidateOf(field, read), around)) + MARGIN.rival : MARGIN.alone
    if (share > known) put(tree, header, text, field, rival)
  }
}

function spansIn(node: object): Span[] {
  const { spans = [], children = [] } = node as { spans?: Span[]; children?: object[] }
  return [...spans, ...children.flatMap(spansIn)]
}

function holdsAnother(header: Header, own: keyof Header, spans: readonly Span[]): boolean {
  const others = Object.entries(header).flatMap(([key, value]) =>
    key === own ||
    key === 'documentType' ||
    key === 'typeCode' ||
    (own === 'number' && (key === 'serial' || key === 'notation')) ||
    !(value as Value)?.spans
      ? []
      : (value as Value).spans,
  )
  const meets = overlapping(others)
  return spans.some(([start, end]) => meets(start, end))
}

function put(tree: Directive, header: Header, text: string, field: Chosen, { value, spans }: SecondValue): void {
  const found: Value = { value, status: 'read', grade: 'likely', spans, note: SECOND }
  header[CHOSEN[field]] = found
  if (field === 'number') {
    const first = spans[0] as Span
    const piece = text.slice(...first)
    const parts = spans.length === 1 ? readNumber({ text: piece, folded: skeleton(piece) }, first[0]) : null
    delete header.serial
    delete header.notation
    if (parts?.serial) header.serial = { ...found, value: parts.serial }
    if (parts?.notation) header.notation = { ...found, value: parts.notation }
    if (parts) Object.assign(found, { value: parts.number, status: parts.status })
  }
  header.spans = merged([...header.spans, ...spans])
  for (let at = tree.children.length - 1; at >= 0; at--) {
    const node = tree.children[at]
    if (node?.type !== 'unclaimed') continue
    const left = leftOver(node.spans, spans)
    if (left.length > 0) node.spans = left
    else tree.children.splice(at, 1)
  }
}
