/**
 * Writes on the tree what the text holds: dates, deadlines, references, agencies, and who must act. Runs once over the
 * text; items take what stands in their own lines.
 */
import { greatest, least } from '../arrays.ts'
import { currentGrammar } from '../grammar/grammar.ts'
import { pattern } from '../grammar/wording.ts'
import type { DeadlineRecord, DirectiveRecord, System } from '../schema.ts'
import { overlapping } from '../spans.ts'
import { type Span, skeleton } from '../text.ts'
import type { Deadline, Directive, Item, RowDuty, Value } from '../tree.ts'
import { aboutOf } from './about.ts'
import { readActorBelow } from './actors/actors.ts'
import { type Duty, readDuties } from './actors/duties.ts'
import { type FoundAgency, findAgencies } from './agencies/agencies.ts'
import { inferIssuer } from './agencies/issuer.ts'
import { type FoundDate, findDates } from './dates/dates.ts'
import type { TableRow } from './deadline-tables.ts'
import { type FoundDeadline, findDeadlines } from './deadlines.ts'
import { type Flat, flatten, unflatten } from './flatten.ts'
import { kindOf } from './kind.ts'
import { isQuoted } from './press.ts'
import { type FoundReference, findReferences } from './references/references.ts'

export interface Findings {
  dates: FoundDate[]
  references: FoundReference[]
  agencies: FoundAgency[]
  /** Duties that stand in no item. */
  loose: Loose[]
  kind: DirectiveRecord['kind']
  about: DirectiveRecord['about']
}

/** A deadline outside the items, with the sentence that states it. */
export interface Loose {
  action: string
  /** Who must do it, as the sentence says, and who takes part. */
  assignees: string[]
  supporting: Value[]
  deadline: DeadlineRecord
  /** The paragraph, counted among those before the items, behind them, or of a text without items. */
  place: { part: 'opening' | 'closing' | 'whole'; nth: number } | null
}

/** An opening longer than this names nobody any more. */
const OPENING = 600

export function extract(text: string, tree: Directive): Findings {
  const to = bodyEnd(tree, text.length)
  const kind = kindOf(text, tree)
  if (kind === 'directive') completeIssuer(text, tree, to)
  const header = tree.children.find((node) => node.type === 'header')
  const issued = header?.date?.value ?? null
  const dates = findDates(text, { issued, to })
  const known = dates.flatMap(({ span, date }) => (date === null ? [] : [{ span, date }]))
  // a page's own title above the form cites nothing
  const top = header && header.spans.length > 0 ? least(header.spans.map(([start]) => start)) : 0
  const references = findReferences(text, {
    from: top,
    to,
    own: header?.number?.value ?? null,
    head: bodyStart(tree),
    dates: known,
  })
  // `Cục Bắc, ngày …`: the place of issue is none
  const isPlace = overlapping(header?.place?.spans ?? [])
  const agencies = findAgencies(text, {
    issuer: header?.issuer?.value ?? null,
    parentIssuer: header?.parentIssuer?.value ?? null,
    issued: header?.date?.value ?? null,
  }).filter(({ span }) => !isPlace(...span))
  const from = bodyStart(tree)
  const deadlines = findDeadlines(dates, text).filter(
    ({ span: [start] }) => start >= from && (kind !== 'news' || isQuoted(text, start)),
  )
  const items = tree.children.filter((node): node is Item => node.type === 'item')
  const free = new Set(deadlines)
  const narrated = currentGrammar().types.some((type) => type.narrates && type.name === header?.documentType?.value)
  // what a press text tells orders nothing
  const duties =
    kind === 'news'
      ? new Map<Item, Duty>()
      : readDuties(text, items, {
          narrated,
          ordering: ordersItems(tree),
          isDue: overlapping(deadlines.map(({ span }) => span)),
        })
  if (kind !== 'news') for (const item of items) markItem(text, item, { deadlines, free, duties })
  const about = kind === 'news' ? aboutOf(text, { references, agencies }) : null
  return { dates, references, agencies, loose: [...free].map((deadline) => looseOf(text, tree, deadline)), kind, about }
}

/** Citations, dates and duties end where the footer begins. */
function bodyEnd(tree: Directive, length: number): number {
  const starts = tree.children
    .filter((node) => node.type === 'recipients' || node.type === 'signature' || node.type === 'attachment')
    .flatMap((node) => node.spans.map(([start]) => start))
  return starts.length > 0 ? least(starts) : length
}

function bodyStart(tree: Directive): number {
  const header = tree.children.find((node) => node.type === 'header')
  return header ? greatest(header.spans.map(([, end]) => end)) : 0
}

interface Marking {
  deadlines: FoundDeadline[]
  /** Deadlines that no item has taken. */
  free: Set<FoundDeadline>
  duties: Map<Item, Duty>
}

function markItem(text: string, item: Item, marking: Marking): void {
  const { deadlines, free, duties } = marking
  const own = deadlines.filter((deadline) =>
    item.spans.some(([start, end]) => deadline.span[0] >= start && deadline.span[0] < end),
  )
  for (const deadline of own) free.delete(deadline)
  item.deadlines = own.map((deadline) => deadlineOf(text, deadline))
  const duty = duties.get(item)
  item.assignees = duty?.actor ? [nameOf(text, duty.actor)] : []
  item.supporting = (duty?.supporting ?? []).map((span) => nameOf(text, span))
  if (duty?.actor === null && duty.orders) item.orders = true
  for (const child of item.children) markItem(text, child, marking)
}

function nameOf(text: string, span: Span): Value {
  return { value: flatten(text, [span], OPENING).text, status: 'read', grade: 'likely', spans: [span] }
}

/** Do the words before the items order something? */
function ordersItems({ children }: Directive): boolean {
  return children.some(
    (node) =>
      node.type === 'paragraph' && node.operative !== undefined && ordering().test(skeleton(node.operative.value)),
  )
}

/** The order comes before a word of what the document itself does. */
const ordering = pattern(
  ({ folded }) =>
    new RegExp(
      `^(?:(?!(?<![a-z])(?:${folded('operative-told')})(?![a-z])).)*?(?<![a-z])(?:${folded('operative-order')})(?![a-z])`,
      's',
    ),
)

/** Where the header names no issuer, the body and the signature may show it; the record says that it is inferred. */
function completeIssuer(text: string, tree: Directive, to: number): void {
  let header = tree.children.find((node) => node.type === 'header')
  if (header?.issuer) return
  const found = inferIssuer(text, { to, system: header?.system?.value ?? null })
  if (!found) return
  if (!header) {
    header = { type: 'header', spans: [] }
    tree.children.unshift(header)
  }
  const evidence = { status: 'inferred', grade: 'likely', spans: found.spans, note: found.note } as const
  header.issuer = { ...evidence, value: found.name }
  const system = systemOf(found.name)
  if (!header.system && system) header.system = { ...evidence, value: system }
}

/** Whose form a body follows, by the word with which its name begins. */
function systemOf(name: string): System | null {
  const folded = skeleton(name)
  const heads = currentGrammar().heads.filter((head) => folded.startsWith(skeleton(head.name)))
  return heads.sort((a, b) => b.name.length - a.name.length)[0]?.system ?? null
}

function actorsOf(text: string, sentence: Flat): Pick<Loose, 'assignees' | 'supporting'> {
  const actor = readActorBelow(sentence.text)
  return {
    assignees: actor ? [nameOf(text, unflatten(sentence, actor.span)).value] : [],
    supporting: (actor?.supporting ?? []).map((span) => nameOf(text, unflatten(sentence, span))),
  }
}

/** What a row of a table orders, and whom. */
function rowOf(text: string, { action, actor, supporting }: TableRow): RowDuty {
  return {
    action: flatten(text, action, OPENING * 2).text,
    assignees: actor ? [nameOf(text, actor)] : [],
    supporting: supporting ? [nameOf(text, supporting)] : [],
  }
}

/** The sentence around a deadline. */
function looseOf(text: string, tree: Directive, { span, date, operator, row }: FoundDeadline): Loose {
  const deadline = { text: flatten(text, [span], OPENING).text, date, operator }
  const place = paragraphAt(tree, span[0])
  if (row) {
    const { action, assignees, supporting } = rowOf(text, row)
    return { action, assignees: assignees.map(({ value }) => value), supporting, deadline, place }
  }
  const before = text.slice(Math.max(0, span[0] - OPENING), span[0])
  const start =
    span[0] -
    before.length +
    Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n\n'), before.lastIndexOf(';')) +
    1
  const behind = /[.;](?:\s|$)|\n\n/.exec(text.slice(span[1], span[1] + OPENING))
  const end = behind ? span[1] + behind.index : Math.min(text.length, span[1] + OPENING)
  const sentence = flatten(text, [[Math.max(start, 0), end]], OPENING * 2)
  return { action: sentence.text, ...actorsOf(text, sentence), deadline, place }
}

/** The paragraph outside the items in which a place of the text lies. */
function paragraphAt({ children }: Directive, at: number): Loose['place'] {
  const paragraphs = children.filter((node) => node.type === 'paragraph')
  const found = paragraphs.find(({ spans }) => spans.some(([start, end]) => at >= start && at < end))
  if (!found) return null
  const isClosing = (node: typeof found) => node.role === 'closing'
  if (!children.some(({ type }) => type === 'item')) return { part: 'whole', nth: paragraphs.indexOf(found) + 1 }
  const own = paragraphs.filter((node) => isClosing(node) === isClosing(found))
  return { part: isClosing(found) ? 'closing' : 'opening', nth: own.indexOf(found) + 1 }
}

function deadlineOf(
  text: string,
  { span, date, operator, inferred, note = inferred, unread, row }: FoundDeadline,
): Deadline {
  return {
    text: flatten(text, [span], OPENING).text,
    operator,
    ...(row && { row: rowOf(text, row) }),
    date: {
      value: date,
      status: inferred ? 'inferred' : 'read',
      grade: unread ? 'doubtful' : 'likely',
      spans: [span],
      ...(note && { note }),
    },
  }
}
