/**
 * Each place where a document is cited: by number, by a law's name, or as the document itself.
 *
 * > | các Nghị quyết số 18-NQ/TW và số 19-NQ/TW
 *         ^^^^^^^^^^^^^^^^^^^^^^    ^^^^^^^^^^^ two mentions under one head
 */
import { append } from '../../arrays.ts'
import type { ReferenceRecord } from '../../schema.ts'
import { skeleton, type Span } from '../../text.ts'
import { type DateFound, dateBefore, type Details, readDetails } from './details.ts'
import { findLaws, type LawFound } from './laws.ts'
import { findNumbers, type NumberFound } from './numbers.ts'
import { relationBefore } from './relations.ts'
import { typeBefore, typeOfCode } from './types.ts'
import { type DocumentType, vocabulary } from './vocabulary.ts'

const NOTHING: Details = { date: null, issuer: null, subject: null, end: 0 }

export interface Mention {
  span: Span
  key: string
  type: DocumentType | null
  number: string | null
  law: Span | null
  date: string | null
  issuer: Span | null
  subject: Span | null
  relation: ReferenceRecord['relation']
  self: boolean
  /** A serial alone: `Kế hoạch số 02`. */
  bare?: boolean
  /** Without a type of its own: it goes on with the list before it. */
  headless?: boolean
  garbled?: boolean
  /** Its serial is left open. */
  blank?: boolean
  codes?: string[]
  inferred: ('type' | 'number')[]
}

/** Every mention in `[from, to)`, ascending. */
export function findMentions(text: string, folded: string, { from, to, own, head, dates }: MentionOptions): Mention[] {
  const mentions = numberMentions(text, folded, { from, to, own, head, dates })
  shareDates(text, folded, mentions)
  const taken = mentions.map((mention) => mention.span)
  for (const law of findLaws(text, folded, from, to, taken)) {
    const mention = lawMention(text, folded, law, to, dates)
    if (law.list !== 'amends' || !numbersIn(law, mention, mentions)) mentions.push(mention)
  }
  append(mentions, selfMentions(folded, from, to))
  return mentions.sort((a, b) => a.span[0] - b.span[0])
}

/**
 * The numbers in the name of a law that amends others: one alone is its own, of several none, and the date behind the last
 * is not that one's.
 *
 * @returns whether the law was cited by its number
 */
function numbersIn(law: LawFound, amends: Mention, mentions: readonly Mention[]): boolean {
  const inside = mentions.filter(({ number, span }) => number !== null && span[0] >= law.start && span[0] < law.end)
  const [only] = inside
  if (only && inside.length === 1) {
    only.span = [law.start, only.span[1]]
    only.type = law.type
    only.law = null
    only.subject = law.name
    return true
  }
  for (const each of inside) {
    if (each.span[1] <= law.end) continue
    amends.date ??= each.date
    each.date = null
  }
  return false
}

export interface MentionOptions {
  from: number
  to: number
  /** The document's own number. */
  own: string | null
  /** Where its header ends. */
  head: number
  dates: readonly DateFound[]
}

function numberMentions(
  text: string,
  folded: string,
  { from, to, own, head: headEnd, dates }: MentionOptions,
): Mention[] {
  const numbers = findNumbers(text, folded, from, to)
  const mentions: Mention[] = []
  const ownKey = own === null ? null : keyOf(own)
  let floor = from
  for (const [index, number] of numbers.entries()) {
    const found = typeBefore(text, folded, number, floor)
    const word = found === 'generic' ? null : found
    const next = numbers[index + 1]
    const details = number.elliptic
      ? NOTHING
      : readDetails(
          text,
          folded,
          number.after,
          next ? Math.max(number.after, next.head < 0 ? next.start : next.head) : to,
          dates,
        )
    if (!isCitation(number, word?.type ?? null)) continue
    const coded = word || !number.codes[0] ? null : typeOfCode(number.codes[0], number.separator)
    const head = found === null ? headOf(folded, mentions, number, coded) : undefined
    const type = word?.type ?? coded ?? head?.type ?? null
    const isBlank = number.blank === true && number.year === null
    const printed = joinNumber(text.slice(number.start, number.end) + (number.elliptic ?? ''))
    const start = word?.start ?? (number.head >= 0 ? number.head : number.start)
    const named = word?.type.byName ? nameBetween(folded, word.end, number) : null
    const inferred: Mention['inferred'] = []
    if (!word && type && type !== head?.type) inferred.push('type')
    if (number.elliptic) inferred.push('number')
    const date = details.date ?? (number.elliptic ? null : dateBefore(text, folded, start, floor, dates))
    mentions.push({
      span: [start, details.end > number.after ? details.end : number.end],
      key: isBlank ? `blank ${keyOf(printed)}` : keyOf(printed),
      type,
      number: isBlank ? null : printed,
      law: named,
      date: date?.date ?? null,
      issuer: details.issuer,
      subject: named ?? details.subject,
      relation:
        relationBefore(text, start, floor, mentions.at(-1)?.span[1]) ??
        head?.relation ??
        listRelation(text, mentions.at(-1), start),
      self:
        keyOf(printed) === ownKey ||
        (found === null &&
          number.head >= 0 &&
          number.start < headEnd &&
          beginsCell(text, number.head) &&
          !(head && /,\s*$/.test(text.slice(mentions.at(-1)?.span[1], number.head)))),
      inferred,
      bare: number.codes.length === 0 && number.year === null && !number.long,
      headless: found === null && head !== undefined,
      garbled: number.garbled === true,
      blank: isBlank,
      codes: number.codes,
    })
    floor = details.end > number.after ? details.end : number.end
  }
  return mentions
}

/** `Thực hiện Công văn số 1 …, Công văn số 2 …`: what was said before the first goes for the list. */
function listRelation(text: string, last: Mention | undefined, start: number): Mention['relation'] {
  if (!last || start - last.span[1] > 300) return 'cites'
  return /^(?:[^.:]*[,;]|\s*)\s*(?:và)?\s*$/.test(text.slice(last.span[1], start)) ? last.relation : 'cites'
}

/** Does `số` begin a line, or a column of one? In the header it begins the document's own number. */
function beginsCell(text: string, head: number): boolean {
  return /(?:^|[\n|\t]|\s{3})[ *]{0,3}$/.test(text.slice(Math.max(0, head - 8), head))
}

/** A serial with a notation is a citation; a bare one only after a type, a long one after that of a certificate. */
function isCitation(number: NumberFound, type: DocumentType | null): boolean {
  if (number.long) return type !== null && vocabulary().certificates.has(type.name)
  return (number.codes.length > 0 && !number.small) || type !== null
}

/**
 * `các Quyết định số: 743/QĐ-BTL, 744/QĐ-BTL ngày 11/8/2021 của Bộ trưởng`: what stands behind a list goes for what stands
 * in it without a word of its own.
 */
function shareDates(text: string, folded: string, mentions: Mention[]): void {
  for (let i = mentions.length - 1; i > 0; i--) {
    const [mention, before] = [mentions[i] as Mention, mentions[i - 1] as Mention]
    if (!mention.headless || before.date !== null || before.issuer !== null || mention.date === null) continue
    if (
      before.type !== mention.type ||
      !GLUE.test(folded.slice(before.span[1], mention.span[0]).replace(/\s?so:?\s?$/, ''))
    )
      continue
    if (text.slice(before.span[1], mention.span[0]).includes(';')) continue
    before.date = mention.date
    before.issuer = mention.issuer
  }
}

/**
 * The mention whose type word governs `number` too: of `các Nghị quyết số 18-NQ/TW và số 19-NQ/TW` the first; of a list
 * with semicolons the nearest with the same kind of notation.
 */
function headOf(
  folded: string,
  mentions: Mention[],
  number: NumberFound,
  coded: DocumentType | null,
): Mention | undefined {
  const { standard } = vocabulary()
  const first = skeleton(number.codes[0] ?? '')
  if (standard.test(first)) return undefined
  const start = number.head >= 0 ? number.head : number.start
  for (let back = 1; back <= 6; back++) {
    const mention = mentions.at(-back)
    if (!mention || start - mention.span[1] > 700) return undefined
    const gap = folded.slice(mention.span[1], start)
    const glued = back === 1 && GLUE.test(gap)
    const listed =
      mention.codes?.[0] !== undefined && skeleton(mention.codes[0]) === first && /[;,]\s{0,4}(?:va\s{1,3})?$/.test(gap)
    if (!glued && !listed) continue
    if (!mention.type || (coded && coded.name !== mention.type.name)) return undefined
    // `số 12-CP và số 34-CP`: what bears the same code is of the same type
    if (listed || coded || fits(mention.type, first) || skeleton(mention.codes?.[0] ?? '') === first) return mention
  }
  return undefined
}

const GLUE = /^[\s,;)]{0,6}(?:va(?:\s{1,3}cac)?|hoac|cung)?[\s,;-]{0,6}$/

/** Could a document of this type bear this code? One whose type has codes of its own bears one of them. */
function fits(type: DocumentType, code: string): boolean {
  return type.codes.size === 0 || type.codes.has(code) || (type.codes.has('cv') && !vocabulary().byCode.has(code))
}

function joinNumber(printed: string): string {
  return printed.replace(/\s+/g, '')
}

/** `Luật Lưu trữ số 33/2024/QH15`: the words between type and number. */
function nameBetween(folded: string, typeEnd: number, number: NumberFound): Span | null {
  const stop = number.head >= 0 ? number.head : number.start
  const words = folded.slice(typeEnd, stop)
  const left = words.length - words.trimStart().length
  const right = words.length - words.trimEnd().length
  return typeEnd + left < stop - right ? [typeEnd + left, stop - right] : null
}

function lawMention(text: string, folded: string, law: LawFound, to: number, dates: readonly DateFound[]): Mention {
  const details =
    law.list === 'amended' ? NOTHING : readDetails(text, folded, law.end, Math.min(to, law.end + 1), dates)
  const name = law.name ? folded.slice(...law.name).replace(/[,\s]+/g, ' ') : ''
  return {
    span: [law.start, Math.max(law.end, details.date?.span[1] ?? 0)],
    key: `${skeleton(law.type.name)} ${name}`,
    type: law.type,
    number: null,
    law: law.name,
    date: details.date?.date ?? null,
    issuer: null,
    subject: law.name,
    relation: relationBefore(text, law.start, 0) ?? 'cites',
    self: false,
    inferred: [],
  }
}

function selfMentions(folded: string, from: number, to: number): Mention[] {
  const { self, typePattern, types } = vocabulary()
  const found: Mention[] = []
  self.lastIndex = from
  for (let match = self.exec(folded); match && match.index < to; match = self.exec(folded)) {
    const left = Math.max(from, match.index - 30)
    const window = folded.slice(left, match.index)
    typePattern.lastIndex = 0
    for (let name = typePattern.exec(window); name; name = typePattern.exec(window)) {
      if (name.index + name[0].length < window.length) continue
      const plain = name[0].replace(/\s+/g, ' ')
      found.push({
        span: [left + name.index, match.index + match[0].length],
        key: `this ${plain}`,
        type: types.get(plain) ?? null,
        number: null,
        law: null,
        date: null,
        issuer: null,
        subject: null,
        relation: null,
        self: true,
        inferred: [],
      })
    }
  }
  return found
}

/** Equal numbers whatever their spaces, hyphens, capitals, marks and leading zeros. */
function keyOf(number: string): string {
  return skeleton(number)
    .replace(/\s+/g, '')
    .replace(/⁄/g, '/')
    .replace(/^(\d+)[-/]?(?=[a-z]{2})/, '$1-')
    .replace(/[-/]{2,}/g, (run) => run[0] as string)
    .replace(/^0+(?=\d)/, '')
}
