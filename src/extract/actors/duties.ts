/**
 * Who must act in each item. A name alone is a heading: that it is an actor's, what stands below it shows, or the other
 * items of its list; a list of topics, rooms or members orders nothing.
 *
 * ```
 * > | 1. Sở Y tế                     > | a) Hội Làm muối: Ruộng muối bỏ hoang hai vụ
 * > | - Chuẩn bị cơ số thuốc               no actor: nothing is ordered behind it
 *       ^^^^^^^^ a duty
 * ```
 */
import { latin } from '../../latin.ts'
import { type Span, skeleton } from '../../text.ts'
import type { Item, Value } from '../../tree.ts'
import { type Flat, flatten, unflatten } from '../flatten.ts'
import {
  type Actor,
  beginsDuty,
  beginsOrder,
  beginsPerson,
  executes,
  isHeading,
  readActor,
  readActorBelow,
  supportingIn,
  tellsCompetence,
  tellsWhatWas,
} from './actors.ts'

export interface Named {
  /** The name of who must act, in the decoded text. */
  actor: Span
  /** Bodies that take part. */
  supporting: Span[]
  by: Actor['by']
}

/** The item names nobody; who must act may be named above it. */
export interface Unnamed {
  actor: null
  supporting: Span[]
  /** Does it order something? */
  orders: boolean
}

export type Duty = Named | Unnamed

export interface Told {
  /** The document tells what was done: only an order word names who must act. */
  narrated: boolean
  /** The words before the items order something: `Chủ tịch UBND tỉnh yêu cầu`. */
  ordering: boolean
  /** Is something due between two places of the text? */
  isDue: (from: number, to: number) => boolean
}

/** An opening longer than this names nobody any more. */
const OPENING = 600
/** Share of the entries below a name that begin with what must be done, from which on the name is an actor's. */
const DUTIES = 1 / 3
/** Letters of an entry that are looked at. */
const GLANCE = 200

/** Signs that show no more than how the public does something, where nothing is ordered. */
const WEAK: ReadonlySet<Actor['by']> = new Set(['verb', 'unknown'])

interface Reading {
  item: Item
  duty: Named | null
  /** A heading of which nothing shows yet that it orders. */
  open: Named | null
}

/** The duties of the items and of those below them. */
export function readDuties(text: string, items: readonly Item[], told: Told): Map<Item, Duty> {
  const found = new Map<Item, Duty>()
  readList(text, items, { ...told, competence: false }, found)
  return found
}

interface Context extends Told {
  /** The list stands below a heading on who may do something. */
  competence: boolean
}

function readList(text: string, items: readonly Item[], context: Context, found: Map<Item, Duty>): void {
  const readings = items.map((item) => readItem(text, item, context))
  const headings = readings.filter(({ duty, open }) => open !== null || (duty !== null && isHeading(duty)))
  const shown = headings.filter(({ duty }) => duty !== null)
  for (const { item, duty, open } of readings) {
    const taken = duty ?? (open && shown.length > 0 && shown.length * 2 >= headings.length ? open : null)
    found.set(item, taken ?? unnamed(text, item, context))
    const title = titleOf(text, item)
    readList(
      text,
      item.children,
      {
        ...context,
        // articles and chapters say how things are
        ordering: context.ordering && !/\s/.test(item.label),
        competence: context.competence || (title !== null && tellsCompetence(title)),
        narrated: context.narrated || (title !== null && tellsWhatWas(title)),
      },
      found,
    )
  }
}

function titleOf(text: string, item: Item): string | null {
  const first = item.heading ?? (item.children.length > 0 ? item.paragraphs[0] : null)
  return first ? flatten(text, first.spans, GLANCE).text : null
}

function readItem(text: string, item: Item, context: Context): Reading {
  const opening = openingOf(text, item)
  if (!opening) return { item, duty: null, open: null }
  const isTitle = item.children.length > 0 || (item.heading ? item.paragraphs.length > 0 : item.paragraphs.length > 1)
  const actor = readActor(opening.text, { title: isTitle })
  const title = titleOf(text, item)
  const told = title !== null && tellsWhatWas(title)
  if (actor && !isHeading(actor)) {
    const only = context.narrated || told || (context.competence && actor.by !== 'duty')
    // the public does what it may, unless it must by some day
    const may = actor.isPublic && !context.ordering && WEAK.has(actor.by) && !isDueIn(item, context)
    const counts = only ? actor.by === 'order' : !may
    return { item, duty: counts ? dutyOf(opening, actor) : null, open: null }
  }
  const below = readBelow(text, item, { ...context, narrated: context.narrated || told })
  if (
    (below && !(actor && item.heading && ownsWhatIsBelow(text, opening, actor, below))) ||
    !actor ||
    context.narrated ||
    told ||
    context.competence
  )
    return { item, duty: below, open: null }
  const duty = dutyOf(opening, actor)
  const shown = ordersBelow(text, item, { rest: opening.text.slice(actor.span[1]), isOfKind: actor.isOfKind })
  return { item, duty: shown === true ? duty : null, open: shown === null ? duty : null }
}

const isDueIn = ({ paragraphs }: Item, { isDue }: Context): boolean =>
  paragraphs[0]?.spans.some(([from, to]) => isDue(from, to)) === true

/** What an item says that names nobody: whether it orders something, and who takes part. */
function unnamed(text: string, item: Item, { narrated, competence, ordering }: Context): Unnamed {
  const first = item.paragraphs[0]
  const flat = first && flatten(text, first.spans, OPENING)
  return {
    actor: null,
    supporting: flat ? supportingIn(flat.text).map((each) => unflatten(flat, each)) : [],
    orders:
      ordering && !/\s/.test(item.label) && !narrated && !competence && flat !== undefined && beginsOrder(flat.text),
  }
}

/** A heading stays the actor where the sentence below it names the same body again, or whom that body shall order. */
function ownsWhatIsBelow(text: string, { text: opening }: Flat, { by, span }: Actor, below: Named): boolean {
  return (
    by === 'whom' ||
    below.by === 'order' ||
    skeleton(text.slice(...below.actor)).includes(skeleton(opening.slice(...span)))
  )
}

/** Heading and first paragraph as one line, with the colon between them. */
function openingOf(text: string, item: Item): Flat | null {
  const [first] = item.paragraphs
  if (!item.heading) return first ? flatten(text, first.spans, OPENING) : null
  const spans = [...item.heading.spans]
  const last = spans.at(-1)
  if (!last) return null
  const colon = /^[\s*]*:/.exec(text.slice(last[1], last[1] + 8))
  if (!colon) return flatten(text, spans, OPENING)
  spans[spans.length - 1] = [last[0], last[1] + colon[0].length]
  return flatten(text, [...spans, ...(first?.spans ?? [])], OPENING)
}

/** An actor in the paragraph below a title, or in the last one, which says who executes a decision. */
function readBelow(text: string, item: Item, { narrated, ordering }: Context): Named | null {
  const [first, second] = item.paragraphs
  const below = item.heading ? first : second
  if (!below) return null
  const flat = flatten(text, below.spans, OPENING)
  // what another document shall say
  if (/^["“]/.test(flat.text)) return null
  const actor = readActorBelow(flat.text)
  const tells = actor?.isPublic && !ordering && WEAK.has(actor.by)
  if (actor && !tells && ((item.heading && !narrated) || actor.by === 'order')) return dutyOf(flat, actor)
  if (narrated) return null
  const last = flatten(text, (item.paragraphs.at(-1) as Value).spans, OPENING)
  if (!executes(last.text)) return null
  const executor = readActor(last.text)
  return executor && !isHeading(executor) ? dutyOf(last, executor) : null
}

/** Whether what stands below a name begins with what must be done; null where the other items of its list may tell. */
function ordersBelow(
  text: string,
  item: Item,
  { rest, isOfKind }: { rest: string; isOfKind: boolean },
): boolean | null {
  // `Các Tổ quản lý trạm bơm là chủ đập: Cắm biển`
  const behind = rest.replace(/^[^:.;]*:/, '').replace(/^[\s:.]+/, '')
  if (latin(/\p{L}/u).test(behind)) return beginsDuty(behind)
  const below = [
    ...item.paragraphs.slice(item.heading ? 0 : 1),
    ...item.children.flatMap((child) => child.heading ?? child.paragraphs[0] ?? []),
  ]
  if (below.length === 0) return false
  const texts = below.map(({ spans }) => flatten(text, spans, GLANCE).text)
  if (texts.every(beginsPerson)) return false
  // the title of an article over items that name their own actors is a topic
  const title = /\s/.test(item.label)
  const told = texts.map((each) => {
    const actor = readActor(each)
    // `Trách nhiệm của các sở` over `Trách nhiệm của Sở Y tế`: those of the kind are named each
    if (isOfKind && actor && !actor.isOfKind && isHeading(actor)) return false
    if (actor && !isHeading(actor)) return !title
    return beginsDuty(each)
  })
  const orders = told.filter((each) => each === true).length
  const others = told.filter((each) => each === false).length
  if (orders > (orders + others) * DUTIES) return true
  return orders > 0 || others < told.length ? null : false
}

function dutyOf(flat: Flat, { span, supporting, by }: Actor): Named {
  return { actor: unflatten(flat, span), supporting: supporting.map((each) => unflatten(flat, each)), by }
}
