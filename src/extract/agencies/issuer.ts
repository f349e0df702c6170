/**
 * Who issued a document whose header was lost, as its body and signature show.
 *
 * > | Tình hình dịch bệnh trên địa bàn huyện A Lưới diễn biến phức tạp.
 *                                         ^^^^^^ of the only district named
 * > | Ban Thường vụ Huyện ủy yêu cầu:
 *     ^^^^^^^^^^^^^^^^^^^^^^ who orders
 * > | T/M BAN THƯỜNG VỤ
 */
import { currentGrammar } from '../../grammar/grammar.ts'
import { pattern } from '../../grammar/wording.ts'
import type { System } from '../../schema.ts'
import { isCapitalAt, joinSpaces, type Span, skeleton } from '../../text.ts'
import { readBodies } from './agencies.ts'
import { type Body, nameOf, placed, readBody, tierOf } from './body.ts'
import { titleCase } from './home.ts'
import { readPlace } from './place.ts'
import { sharePlaces } from './sharing.ts'
import { agencyVocabulary, gapAfter, matchEnd, type Tier } from './vocabulary.ts'

export interface InferredIssuer {
  name: string
  /** The words that show it, ascending. */
  spans: Span[]
  note: string
}

export interface IssuerOptions {
  from?: number
  to?: number
  /** Only a body of this system. */
  system?: System | null
}

/** The issuer as the text shows it; null where it leaves doubt. */
export function inferIssuer(text: string, options: IssuerOptions = {}): InferredIssuer | null {
  const { from = 0, to = text.length, system = null } = options
  const folded = skeleton(text)
  const chief = decidingChief(text, folded, from, to)
  if (chief) return fits(chief.body, system) ? chief.issuer : null
  const bodies = readBodies(text, folded, from, to)
  sharePlaces(text, folded, bodies)
  const orders = bodies.filter((body) => ordersHere(text, body))
  const issuers = new Map<string, { inner: Body; spans: Span[] }>()
  for (const body of orders) {
    const inner = issuing(body)
    if (!fits(inner, system) || placed(inner).place?.several || servesCouncil(inner)) continue
    const key = skeleton(nameOf(inner, text))
    const entry = issuers.get(key) ?? { inner, spans: [] }
    issuers.set(key, entry)
    entry.spans.push(body.span)
  }
  if (issuers.size !== 1) return null
  const [{ inner, spans }] = [...issuers.values()] as [{ inner: Body; spans: Span[] }]
  return withPlace(text, folded, from, to, inner, spans)
}

/** The body that issues: a committee speaks through its standing committee, any other body for itself. */
function issuing(body: Body): Body {
  return body.owner && body.owner.head.entry.kind === 'committee' && body.head.entry.kind === 'organ' && speaksFor(body)
    ? body.owner
    : body
}

/** The office of a people's committee writes by its order: whose document it is, the body alone does not show. */
function servesCouncil(body: Body): boolean {
  return body.head.entry.kind === 'organ' && body.owner?.head.entry.kind === 'local'
}

/** Standing committee, standing members, executive committee: they sign in the committee's name; an office does not. */
const SPEAKERS: ReadonlySet<string> = new Set(['ban-thuong-vu', 'thuong-truc', 'ban-chap-hanh'])

function speaksFor(body: Body): boolean {
  return SPEAKERS.has(body.head.entry.id)
}

/** The word for whose it is, before a body's name. */
const CITED = pattern(({ folded }) => new RegExp(`(?<![a-z])(?:${folded('enacted-by')})\\s+$`))
/** Letters before a name in which that word stands. */
const BEFORE = 8

/** `X yêu cầu …:`, `X đề nghị …:`: the words that introduce orders end the paragraph with a colon. */
function ordersHere(text: string, body: Body): boolean {
  // `Thông tư … của Bộ Tài chính hướng dẫn …:` cites what the body ordered elsewhere
  if (CITED().test(skeleton(text.slice(Math.max(0, body.span[0] - BEFORE), body.span[0])))) return false
  const next = gapAfter(text, body.span[1])
  if (next === body.span[1] || matchEnd(agencyVocabulary().order, text, next) < 0) return false
  const rest = text.slice(next, next + 500)
  const end = /:\s*(?:\n|$)|[.;]\s/.exec(rest)
  return end?.[0].startsWith(':') ?? false
}

function fits(body: Body, system: System | null): boolean {
  if (system === null) return true
  const party = systemOf(body) === 'party'
  return system === 'party' ? party : !party
}

function systemOf(body: Body): System | null {
  const { kind, name } = body.head.entry
  if (kind === 'committee') return 'party'
  const folded = skeleton(name)
  return currentGrammar().heads.find((head) => folded.startsWith(skeleton(head.name)))?.system ?? null
}

/** Adds the place where the name lacks it: that of the only unit of its level that the text names. */
function withPlace(
  text: string,
  folded: string,
  from: number,
  to: number,
  inner: Body,
  spans: Span[],
): InferredIssuer | null {
  const name = nameOf(inner, text)
  const note = 'the body that gives the orders'
  const { kind, level } = inner.head.entry
  const { place } = placed(inner)
  if (place?.name || kind === 'whole' || level === 'trung ương') return { name, spans, note }
  const tier = tierOf(inner, text)
  if (!tier || tier === 'trung ương') return null
  const home = onlyPlace(text, folded, from, to, tier)
  if (!home) return null
  const full = kind === 'field' ? name : `${name} ${home.name}`
  return {
    name: full,
    spans: [...spans, home.span].sort((a, b) => a[0] - b[0]),
    note: `${note}, and the only place of its level that is named`,
  }
}

/** The one unit of `tier` named with its level word; null where several are, or none. */
function onlyPlace(
  text: string,
  folded: string,
  from: number,
  to: number,
  tier: Tier,
): { name: string; span: Span } | null {
  const { level } = agencyVocabulary()
  const found = new Map<string, { name: string; span: Span }>()
  const scan = new RegExp(level.source, 'g')
  scan.lastIndex = from
  for (let match = scan.exec(folded); match && match.index < to; match = scan.exec(folded)) {
    if (/[a-z0-9]/.test(folded[match.index - 1] ?? ' ')) continue
    const place = readPlace(text, folded, match.index, { bare: false })
    if (!place?.name || place.tier !== tier) continue
    const name = titleCase(joinSpaces(text.slice(...place.name)))
    if (!found.has(skeleton(name))) found.set(skeleton(name), { name, span: place.span })
  }
  return found.size === 1 ? ([...found.values()][0] as { name: string; span: Span }) : null
}

/**
 * Who decides, on a line of its own before the first basis.
 *
 * > | BỘ TRƯỞNG BỘ XÂY DỰNG
 * > | Căn cứ Luật …
 */
function decidingChief(
  text: string,
  folded: string,
  from: number,
  to: number,
): { body: Body; issuer: InferredIssuer } | null {
  const { base, chief } = agencyVocabulary()
  const lines = /^[^\S\n]*(\S.*?)[^\S\n]*$/gm
  lines.lastIndex = from
  let before: { start: number; end: number } | null = null
  let count = 0
  for (let line = lines.exec(text); line && line.index < to && count < 60; line = lines.exec(text), count++) {
    const start = line.index + line[0].indexOf(line[1] as string)
    const end = start + (line[1] as string).length
    if (matchEnd(base, folded, start + (/^[-*–\s]*/.exec(line[1] as string)?.[0].length ?? 0)) > 0) {
      if (!before) return null
      const head = isCapitalAt(text, before.start) ? matchEnd(chief, folded, before.start) : -1
      const at = head > 0 ? gapAfter(text, head) : before.start
      const body = readBody(text, folded, at)
      const rest = body ? text.slice(body.span[1], before.end).replace(/[\s,.:*]+/g, '') : ''
      if (!body || rest !== '') return null
      const name = joinSpaces(text.slice(before.start, body.span[1]))
      return {
        body,
        issuer: { name, spans: [[before.start, body.span[1]]], note: 'who decides, before the first basis' },
      }
    }
    before = { start, end }
  }
  return null
}
