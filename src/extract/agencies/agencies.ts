/**
 * Every body named in a text.
 *
 * > | Giao Công an huyện chủ trì, phối hợp với Sở Y tế và UBND các xã, thị trấn
 *          ^^^^^^^^^^^^^                        ^^^^^^^    ^^^^^^^^^^^^^^^^^^^^^
 */
import { isCapitalAt, isWordAt, joinSpaces, type Span, skeleton } from '../../text.ts'
import { type Body, nameOf, placed, readBody, tierOf } from './body.ts'
import { definitionsIn, usesOf } from './definitions.ts'
import { type Home, homesOf } from './home.ts'
import type { Place } from './place.ts'
import { fieldAfterColon, listedFields, sharePlaces } from './sharing.ts'
import { agencyVocabulary, firstWord, matchEnd } from './vocabulary.ts'

export interface FoundAgency {
  span: Span
  /** As printed, spaces joined. */
  text: string
  /** Long form, with the place that the context gives; a printed name is never changed to a newer one. */
  name: string
  /** `trung ương`, `tỉnh`, `huyện`, `xã`; null where the words do not say it. */
  level: string | null
  /** The name of the unit: `Bắc Hà`, `Quận 6`. */
  place: string | null
  /** What the printed words leave out and where it was taken from. */
  inferred?: string
}

export interface AgencyOptions {
  from?: number
  to?: number
  /** Who issued the document, and the body above it: the places that `huyện` or `tỉnh` alone mean. */
  issuer?: string | null
  parentIssuer?: string | null
  /** ISO date of the document, by which level and place are told. */
  issued?: string | null
}

/** Every body named between `from` and `to`, ascending; bodies do not overlap. Linear in the text's length. */
export function findAgencies(text: string, options: AgencyOptions = {}): FoundAgency[] {
  const { from = 0, to = text.length } = options
  const folded = skeleton(text)
  const bodies = readBodies(text, folded, from, to)
  sharePlaces(text, folded, bodies)
  const issued = options.issued ?? null
  const homes = homesOf(options.issuer, options.parentIssuer, issued)
  const found = bodies.map((body) => ({ body, agency: agencyOf(body, text, { homes, issued }) }))
  return withShortForms(text, folded, from, to, found)
}

/** The bodies in `[from, to)` as they are printed. */
export function readBodies(text: string, folded: string, from: number, to: number): Body[] {
  const bodies: Body[] = []
  const { heads } = agencyVocabulary()
  for (let at = from; at < to; at++) {
    if (!isCapitalAt(text, at)) continue
    if (at > 0 && (isWordAt(text, at - 1) || text[at - 1] === '/' || text[at - 1] === '-')) continue
    if (!heads.has(firstWord(folded, at))) continue
    const body = readBody(text, folded, at) ?? listAfterColon(text, folded, at)
    if (!body || body.span[1] > to) continue
    bodies.push(body, ...listedFields(text, folded, body))
    at = (bodies.at(-1) as Body).span[1] - 1
  }
  return bodies
}

/** `các Sở: Tài chính, Nội vụ`: a plural head, a colon, a list of fields. */
function listAfterColon(text: string, folded: string, at: number): Body | null {
  const { heads, forms } = agencyVocabulary()
  const pattern = heads.get(firstWord(folded, at))
  const end = pattern ? matchEnd(pattern, folded, at) : -1
  const head = end > 0 ? forms.get(folded.slice(at, end)) : undefined
  if (head?.entry.kind !== 'field') return null
  const field = fieldAfterColon(text, folded, end)
  if (field < 0) return null
  const fieldEnd = matchEnd(agencyVocabulary().field, folded, field)
  return { span: [at, fieldEnd], head, headSpan: [at, end], words: [field, fieldEnd], place: null, owner: null }
}

function agencyOf(body: Body, text: string, { homes, issued }: { homes: Home[]; issued: string | null }): FoundAgency {
  resolve(body, text, homes)
  const inner = placed(body)
  const printedName = inner.place?.name ? joinSpaces(text.slice(...inner.place.name)) : null
  const numbered =
    printedName !== null && /^\d/.test(printedName)
      ? joinSpaces(text.slice(...(inner.place as Place).span))
      : printedName
  const { placeText } = inner
  const own = placeText === undefined ? null : homes.find((home) => placeText.endsWith(home.name))
  const agency: FoundAgency = {
    span: body.span,
    text: joinSpaces(text.slice(...body.span)),
    name: nameOf(body, text),
    level: tierOf(body, text, issued) ?? own?.tier ?? null,
    place: numbered ?? own?.name ?? null,
  }
  if (body.inferred) agency.inferred = body.inferred
  return agency
}

/** Gives a place without a name, a committee without a place, an organ without an owner the issuer's own. */
function resolve(body: Body, text: string, homes: Home[]): void {
  const inner = placed(body)
  const { place, head } = inner
  if (place && (place.name || place.several || place.tier === 'trung ương')) return
  const own = homes.find((home) => home.own)
  const home = place
    ? homes.find((each) => (place.tier ? each.tier === place.tier : each.word === place.word))
    : homeFor(inner, text, homes)
  if (home) {
    const word = place ? joinSpaces(text.slice(...place.span)) : head.entry.level ? '' : home.word
    if (word === null) return
    inner.placeText = `${word} ${home.name}`.trim()
  } else if (!place && head.entry.kind === 'organ' && own?.committee) inner.placeText = own.committee
  else return
  body.inferred = [body.inferred, 'place of the issuer'].filter(Boolean).join('; ')
}

/**
 * The place of a body printed without one: a committee of the issuer's tier; at the lowest tier, where no other can be
 * meant, any local body. `UBND` alone in a text of the district may be that of a commune.
 */
function homeFor(body: Body, text: string, homes: Home[]): Home | undefined {
  const { kind, level, name } = body.head.entry
  if (kind === 'committee' && level) return homes.find((home) => home.tier === level)
  if (kind !== 'local' && kind !== 'committee') return undefined
  if (!body.head.short && skeleton(joinSpaces(text.slice(...body.headSpan))) !== skeleton(name)) return undefined
  return homes.find((home) => home.own && home.tier === 'xã')
}

function withShortForms(
  text: string,
  folded: string,
  from: number,
  to: number,
  found: { body: Body; agency: FoundAgency }[],
): FoundAgency[] {
  const definitions = definitionsIn(
    text,
    folded,
    from,
    to,
    found.map(({ body }) => body),
  )
  if (definitions.length === 0) return found.map(({ agency }) => agency)
  let agencies = found.map(({ agency }) => agency)
  for (const definition of definitions) {
    const source = found.find(({ body }) => body === definition.body)?.agency
    if (!source) continue
    agencies = agencies.filter(({ span }) => span[0] < definition.span[0] || span[0] >= definition.span[1])
    const starts = new Map(agencies.map((agency) => [agency.span[0], agency]))
    const added: FoundAgency[] = []
    for (const span of usesOf(definition, text, to)) {
      const there = starts.get(span[0])
      if (there && there.text !== definition.short) continue
      const { name, level, place } = source
      const agency = { span, text: definition.short, name, level, place, inferred: `short form of '${source.text}'` }
      if (there) Object.assign(there, agency)
      else added.push(agency)
    }
    agencies = [...agencies, ...added].sort((a, b) => a.span[0] - b.span[0])
  }
  return agencies.filter(
    (agency, index) => index === 0 || agency.span[0] >= (agencies[index - 1] as FoundAgency).span[1],
  )
}
