/**
 * Other documents cited in a text: one entry a document, however often it is cited.
 *
 * > | Thực hiện Công văn số 180-CV/QU ngày 16/7/2021 của Quận ủy An Bình về phòng dịch
 *               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
import { latin } from '../../latin.ts'
import type { ReferenceRecord } from '../../schema.ts'
import { joinSpaces, skeleton, type Span } from '../../text.ts'
import type { DateFound } from './details.ts'
import { findMentions, type Mention } from './mentions.ts'
import { Twins } from './twins.ts'
import { vocabulary } from './vocabulary.ts'

export interface FoundReference {
  /** Of the first mention: type word to issuer. */
  span: Span
  /** The words of `span`, spaces joined. */
  text: string
  type: string | null
  /** As printed at the first mention, spaces removed. */
  number: string | null
  /** EDTF. */
  date: string | null
  issuer: string | null
  subject: string | null
  relation: ReferenceRecord['relation']
  /** Every place where it is cited, ascending. */
  mentions: Span[]
  /** It is the document itself: by its own number, or `Chỉ thị này`. */
  self?: true
  /** Values that follow from the form, not from printed words: the type from the code, a shared notation. */
  inferred?: ('type' | 'number')[]
  /** The serial holds letters that scanning put for digits; it is given as printed. */
  garbled?: true
  /** Its serial is left open, as in a draft: it has no number. */
  blank?: true
}

export interface ReferenceOptions {
  from?: number
  to?: number
  /** The document's own number. */
  own?: string | null
  /** Where the document's header ends: a number at the beginning of a line above it is its own. */
  head?: number
  /** Dates of the text, ascending by span, in EDTF. */
  dates?: readonly DateFound[]
}

/** Every document cited between `from` and `to`, in order of first mention. Linear in the text's length. */
export function findReferences(text: string, options: ReferenceOptions = {}): FoundReference[] {
  const { from = 0, to = text.length, own = null, head = 0, dates = [] } = options
  const folded = skeleton(text)
  return merge(text, folded, findMentions(text, folded, { from, to, own, head, dates }))
}

function merge(text: string, folded: string, mentions: Mention[]): FoundReference[] {
  const byKey = new Map<string, FoundReference>()
  const numbered = new Map<string, FoundReference | null>()
  const say = (span: Span | null) => (span ? joinSpaces(text.slice(...span)) : null)
  const serials = new Map<string, string>()
  const twins = new Twins()
  for (const mention of mentions) if (mention.number && !mention.bare) serials.set(serialKey(mention), mention.key)
  for (const mention of mentions) {
    const { law, number } = mention
    if (number === null) mention.key = keyOfYear(byKey, mention)
    if (mention.bare) {
      const whole = serials.get(serialKey(mention))
      if (whole) mention.key = whole
      else if (mention.date === null && !namesBody(folded, mention.issuer)) continue
    }
    const name = law ? `${skeleton(mention.type?.name ?? '')} ${folded.slice(...law).replace(/[,\s]+/g, ' ')}` : null
    let entry =
      byKey.get(mention.key) ??
      twins.find(mention) ??
      (number === null && name ? sameLaw(numbered.get(name), mention.date) : undefined)
    if (!entry) {
      entry = {
        span: mention.span,
        text: joinSpaces(text.slice(...mention.span)),
        type: null,
        number,
        date: null,
        issuer: null,
        subject: null,
        relation: null,
        mentions: [],
      }
      if (mention.self) entry.self = true
      if (mention.garbled) entry.garbled = true
      if (mention.blank && number === null) entry.blank = true
      byKey.set(mention.key, entry)
      twins.keep(mention, entry)
    }
    entry.mentions.push(mention.span)
    // `1208KL/TU`: a spelling with its hyphen is the fuller one
    if (number !== null && entry.number !== null && latin(/^\d+\p{Lu}/u).test(entry.number) && /^\d+[-/]/.test(number))
      entry.number = number
    if (
      mention.type &&
      (entry.type === null || (entry.inferred?.includes('type') && !mention.inferred.includes('type')))
    ) {
      entry.type = mention.type.name
      entry.inferred = mention.inferred
    }
    entry.date ??= mention.date
    entry.issuer ??= say(mention.issuer)
    entry.subject ??= say(mention.subject)
    if (entry.relation === null || entry.relation === 'cites') entry.relation = mention.relation
    if (number !== null && name) numbered.set(name, numbered.has(name) && numbered.get(name) !== entry ? null : entry)
  }
  const found = [...byKey.values()]
  for (const entry of found) if (entry.inferred?.length === 0) delete entry.inferred
  return found
}

/** Laws of one name and two years are two: `Bộ luật Dân sự năm 1995`, `năm 2005`. */
function keyOfYear(byKey: ReadonlyMap<string, FoundReference>, { key, date }: Mention): string {
  const known = byKey.get(key)?.date
  return date === null || !known || known.slice(0, 4) === date.slice(0, 4) ? key : `${key} ${date.slice(0, 4)}`
}

function namesBody(folded: string, issuer: Span | null): boolean {
  if (!issuer) return false
  const first = /^[a-z]+\s[a-z]+/.exec(folded.slice(issuer[0], issuer[0] + 20))?.[0] ?? ''
  return !vocabulary().formHead.test(first)
}

/** `ke hoach 2`: what a shortened citation (`Kế hoạch số 02`) has of the whole one. */
function serialKey(mention: Mention): string {
  return `${mention.type?.name} ${/^\d+/.exec(mention.key)?.[0]}`
}

/** The numbered law that a bare name means: the only one of that name, of the same year where one is said. */
function sameLaw(entry: FoundReference | null | undefined, date: string | null): FoundReference | undefined {
  if (!entry) return undefined
  return date === null ||
    entry.date?.slice(0, 4) === date.slice(0, 4) ||
    entry.number?.includes(`/${date.slice(0, 4)}/`)
    ? entry
    : undefined
}
