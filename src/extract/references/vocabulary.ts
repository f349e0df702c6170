/** The words of `grammars/references.yaml` and the types of `grammars/types.yaml`, compiled once for matching on folded text. */
import { currentGrammar, type Grammar } from '../../grammar/grammar.ts'
import { latin } from '../../latin.ts'
import type { ReferenceRecord } from '../../schema.ts'
import { skeleton } from '../../text.ts'

export interface DocumentType {
  name: string
  /** Is it cited by its own name (`Luật Lưu trữ`)? */
  byName: boolean
  /** Codes in notations, as printed. */
  codes: Set<string>
}

export interface Vocabulary {
  /** By folded name, single spaces: `chi thi`. */
  types: Map<string, DocumentType>
  /** By folded code; more than one type where the code is ambiguous (`QĐ` of the Party). */
  byCode: Map<string, { state: Set<string>; party: Set<string> }>
  /** Folded codes that begin the notation of a document. */
  codes: Set<string>
  /** Folded codes of organs at the end of a notation: a lone digit after them is a footnote's. */
  organs: Set<string>
  /** Names of the types that bear a long number without a notation. */
  certificates: Set<string>
  /** Names of the types that the National Assembly numbers. */
  assembly: Set<string>
  /** Finds every type name in a folded text. */
  typePattern: RegExp
  /** Finds every type that is cited by name in a folded text; the edge before it is not looked at. */
  namedPattern: RegExp
  numberHead: RegExp
  formHead: RegExp
  generic: RegExp
  /** A verb at the end of a folded text: what follows was issued on the day before it. */
  dateBefore: RegExp
  standard: RegExp
  dateLink: RegExp
  yearLink: RegExp
  issuerLink: RegExp
  /** On the text itself, in small letters: a capital goes on with the name. */
  issuerEnd: RegExp
  /** The verb of a certificate behind the body that gave it, at the end of a folded text. */
  issuerTail: RegExp
  /** A word of place: behind a comma it goes on with an issuer that has one. */
  place: RegExp
  /** Folded first words of bodies: after a comma, another body. */
  bodyWords: Set<string>
  subjectHead: RegExp
  /** A verb with a capital right after the issuer: `Bộ Công Thương Quy định …`. */
  opens: RegExp
  /** The word that makes of a type before it the document itself: ` này`. */
  self: RegExp
  relations: { pattern: RegExp; relation: NonNullable<ReferenceRecord['relation']> }[]
  /** Words at the end of a folded text behind which stands the document to which something is an annex. */
  annexed: RegExp
  /** A word of the passive at the end of a folded text. */
  told: RegExp
  /** A type's name at the end of a folded text. */
  typeEnd: RegExp
  /** Initials by which a code is cited (`BLDS`), and their type. */
  lawCodes: Map<string, DocumentType>
  law: RegExp
  lawEnd: RegExp
  lawNot: RegExp
  /** With these words the name of a law begins that amends others. */
  amending: RegExp
}

let compiled: { grammar: Grammar; vocabulary: Vocabulary } | undefined

export function vocabulary(): Vocabulary {
  const grammar = currentGrammar()
  if (compiled?.grammar !== grammar) compiled = { grammar, vocabulary: compile(grammar) }
  return compiled.vocabulary
}

const EDGE = '(?![a-z0-9])'

/** Edges of words that keep their marks: `tại` is not `tài`, `từ` not `tư`. */
const MARKED_START = latin('(?<![\\p{L}\\p{N}])')
const MARKED_END = latin('(?![\\p{L}\\p{N}])')

/** `['về việc', 'v/v']` → `(?:ve\s+viec|v/v)`, the longest first. */
function alternation(words: string[], form: (word: string) => string = skeleton): string {
  const folded = [...new Set(words.map(form))].sort((a, b) => b.length - a.length)
  return `(?:${folded.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s{1,4}')).join('|')})`
}

function compile(grammar: Grammar): Vocabulary {
  const names = grammar.types.flatMap((entry) => [entry.name, ...entry.variants])
  const words = (role: string) =>
    role === 'type' ? names : grammar.references.filter((entry) => entry.role === role).flatMap((entry) => entry.words)
  const types = new Map<string, DocumentType>()
  const byCode: Vocabulary['byCode'] = new Map()
  for (const entry of grammar.types) {
    const codes = Object.values(entry.codes).flat()
    const type = { name: entry.name, byName: entry.citedByName, codes: new Set(codes.map(skeleton)) }
    for (const name of [entry.name, ...entry.variants]) types.set(skeleton(name), type)
    for (const [system, list] of Object.entries(entry.codes)) {
      for (const code of list) {
        const systems = byCode.get(skeleton(code)) ?? { state: new Set(), party: new Set() }
        byCode.set(skeleton(code), systems)
        systems[system === 'party' ? 'party' : 'state'].add(entry.name)
      }
    }
  }
  const codeType = types.get(skeleton('Bộ luật')) ?? { name: 'Bộ luật', byName: true, codes: new Set<string>() }
  const named = grammar.types.filter((entry) => entry.citedByName).map((entry) => entry.name)
  const at = (role: string) => new RegExp(`${alternation(words(role))}${EDGE}`, 'y')
  const marked = (role: string) => new RegExp(`${alternation(words(role), (word) => word)}${MARKED_END}`, 'yu')
  const before = (role: string) => new RegExp(`(?<![a-z0-9])${alternation(words(role))}$`)
  return {
    types,
    byCode,
    codes: new Set([...byCode.keys(), ...words('code').map(skeleton)]),
    organs: new Set(words('organ').map((word) => skeleton(word))),
    certificates: new Set(words('certificate')),
    assembly: new Set(words('assembly')),
    typePattern: new RegExp(`(?<![a-z0-9])${alternation(names)}${EDGE}`, 'g'),
    namedPattern: new RegExp(`${alternation([...named, ...words('law-code')])}${EDGE}`, 'g'),
    lawCodes: new Map(words('law-code').map((word) => [skeleton(word), codeType])),
    numberHead: before('number-head'),
    formHead: before('form-head'),
    generic: before('generic'),
    dateBefore: before('date-before'),
    standard: before('standard'),
    // a date's own span begins with its `ngày`; `TWn 18/3`: what is left of it
    dateLink: new RegExp(
      `^n?[\\s,(]{0,6}(?:\\d{1,3}\\n\\s{0,4})?(?:${alternation(words('date-link').flatMap((word) => [word, word.replace(/ ngày$/, '')]))})?[\\s:]{0,4}$`,
    ),
    yearLink: new RegExp(`[\\s,(]{0,4}${alternation(words('year-link'))}\\s{1,3}((?:19|20)\\d\\d)(?!\\d)`, 'y'),
    issuerLink: new RegExp(`[\\s,)]{1,4}${alternation(words('issuer-link'))}\\s{1,4}`, 'y'),
    issuerEnd: marked('issuer-end'),
    issuerTail: new RegExp(`(?<!(?:^|\\s)cac)\\s+${alternation(words('issuer-tail'))}$`),
    place: new RegExp(`(?<![a-z0-9])${alternation(words('place'))}${EDGE}`),
    bodyWords: new Set(grammar.agencies.map((entry) => skeleton(entry.name).split(' ')[0] as string)),
    subjectHead: marked('subject-head'),
    opens: new RegExp(`${alternation(words('subject-head').map(capitalised), (word) => word)}${MARKED_END}`, 'yu'),
    self: new RegExp(`\\s${alternation(words('self'))}${EDGE}`, 'g'),
    relations: grammar.references
      .filter((entry) => entry.role === 'relation')
      .map((entry) => ({
        pattern: new RegExp(`${MARKED_START}${alternation(entry.words, (word) => word)}${MARKED_END}`, 'gu'),
        relation: entry.relation ?? 'cites',
      })),
    annexed: before('annexed'),
    told: before('told'),
    typeEnd: before('type'),
    // `Luật Phòng chống tham nhũng`: the comma is often left out
    law: new RegExp(`${alternation(words('law')).replace(/,(?!\d)/g, ',?')}${EDGE}`, 'y'),
    lawEnd: marked('law-end'),
    lawNot: at('law-not'),
    amending: at('amending'),
  }
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
