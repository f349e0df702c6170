/** The words of `grammars/agencies.yaml` and `grammars/agency-words.yaml`, compiled once for matching on folded text. */

import { currentGrammar } from '../../grammar/grammar.ts'
import type { Entry, Grammar } from '../../grammar/shapes.ts'
import { latin } from '../../latin.ts'
import { joinSpaces, skeleton } from '../../text.ts'

export type Tier = 'trung ương' | 'tỉnh' | 'huyện' | 'xã'
export type HeadEntry = Entry<'agencies'> & { /** A body only where its place is said. */ placed?: boolean }

export interface HeadForm {
  entry: HeadEntry
  /** Is it an abbreviation of the entry's name? */
  short: boolean
}

export interface AgencyVocabulary {
  /** By the first word of a head, folded: the pattern of the whole head, longest form first. */
  heads: Map<string, RegExp>
  /** By the folded head with single spaces. */
  forms: Map<string, HeadForm>
  field: RegExp
  /** A word of place at an index: `huyện`, `TP.`, `Việt Nam`; the second group is there before `ủy`, `đoàn`, `đội`. */
  level: RegExp
  /** By folded place word: the tier, null for a city, whose tier its name tells; and the word with its marks. */
  levels: Map<string, { word: string; tier: Tier | null }>
  /** By folded name: the first day on which the city is run from the centre; null where it always was. */
  centralCities: Map<string, string | null>
  nameEnd: RegExp
  /** Verbs of one syllable most: behind a single word in capitals they may be its second syllable. */
  everyday: RegExp
  /** Words of names in which a word stands that ends others: `đầu tư xây dựng`. */
  compound: RegExp
  /** Words that begin as a head does and name no body: `Trường hợp`. */
  thing: RegExp
  define: RegExp
  member: RegExp
  plural: RegExp
  pluralBefore: RegExp
  rank: RegExp
  order: RegExp
  base: RegExp
  chief: RegExp
  chiefBefore: RegExp
  surnames: Set<string>
}

let compiled: { grammar: Grammar; vocabulary: AgencyVocabulary } | undefined

export function agencyVocabulary(): AgencyVocabulary {
  const grammar = currentGrammar()
  if (compiled?.grammar !== grammar) compiled = { grammar, vocabulary: compile(grammar) }
  return compiled.vocabulary
}

const EDGE = '(?![a-z0-9])'

/** Words as they are written, of the longest first; spaces may be a line break, hyphens have any spaces. */
function alternation(words: string[], form: (word: string) => string = skeleton): string {
  const sorted = [...new Set(words.map(form))].sort((a, b) => b.length - a.length)
  return `(?:${sorted
    .map((word) =>
      word
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/ ?- ?/g, '\\s{0,3}-\\s{0,3}')
        .replace(/ /g, '\\s{1,28}'),
    )
    .join('|')})`
}

function compile(grammar: Grammar): AgencyVocabulary {
  const entry = (id: string) => grammar['agency-words'].find((each) => each.id === id)
  const words = (id: string) => entry(id)?.words ?? []
  const forms = new Map<string, HeadForm>()
  const byFirst = new Map<string, string[]>()
  for (const head of grammar.agencies) {
    for (const printed of [head.name, ...head.forms]) {
      const folded = skeleton(printed)
      forms.set(headKey(folded), { entry: head, short: latin(/\p{Lu}{2}/u).test(printed) && printed !== head.name })
      const first = /^[a-z]+/.exec(folded)?.[0] ?? ''
      byFirst.set(first, [...(byFirst.get(first) ?? []), printed])
    }
  }
  for (const entry of headsOf(grammar, [...words('chief'), ...words('not-bodies')])) {
    const folded = skeleton(entry.name)
    if (forms.has(headKey(folded))) continue
    forms.set(headKey(folded), { entry, short: false })
    const first = /^[a-z]+/.exec(folded)?.[0] ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry.name])
  }
  const levels = new Map(
    Object.entries(entry('levels')?.levels ?? {}).map(([word, tier]) => [skeleton(word), { word, tier }]),
  )
  const ofActors = (id: string) => grammar.actors.find((each) => each.id === id)?.words ?? []
  const printed = (list: string[]) => new RegExp(latin(`${alternation(list, (word) => word)}(?![\\p{L}\\p{N}])`), 'yu')
  const at = (list: string[]) => new RegExp(`${alternation(list)}${EDGE}`, 'y')
  return {
    heads: new Map([...byFirst].map(([first, list]) => [first, at(list)])),
    forms,
    field: at(words('fields')),
    level: new RegExp(
      `(${alternation([...levels.values()].map(({ word }) => word))})${EDGE}(?:(?=\\s{1,3}(?:${words('committee-end').map(skeleton).join('|')})${EDGE})()|)`,
      'y',
    ),
    levels,
    centralCities: new Map(
      words('central-cities').map((city) => [skeleton(city), entry('central-cities')?.since[city] ?? null]),
    ),
    nameEnd: printed(words('name-end')),
    everyday: printed([...ofActors('everyday'), ...ofActors('verb').filter((verb) => !/\s/.test(verb))]),
    compound: printed(ofActors('compound')),
    thing: at(ofActors('thing')),
    define: new RegExp(`${alternation(words('define'))}[\\s:"']{1,4}`, 'g'),
    member: at(words('member')),
    plural: at(words('plural')),
    pluralBefore: new RegExp(`(?<![a-z0-9])${alternation(words('plural'))}$`),
    rank: at(words('rank')),
    order: printed(words('order')),
    base: at(words('base')),
    chief: at(words('chief')),
    chiefBefore: new RegExp(`(?<![a-z0-9])${alternation(words('chief'))}\\s$`),
    surnames: new Set(grammar.surnames.flatMap(({ id, marked }) => (marked ? [] : [skeleton(id)]))),
  }
}

/**
 * Heads that agencies.yaml says nothing about: a body with a name or place behind them; of one word, with a place. Posts
 * and meetings are no bodies.
 */
function headsOf(grammar: Grammar, others: string[]): HeadEntry[] {
  const known = grammar.agencies.flatMap(({ name, forms }) => [name, ...forms]).map((form) => `${skeleton(form)} `)
  const isKnown = (name: string) => known.some((form) => `${skeleton(name)} `.startsWith(form))
  return grammar.heads
    .filter(({ name }) => !isKnown(name) && !others.some((other) => name.startsWith(other)))
    .map(({ id, name }) => ({
      id,
      name,
      forms: [],
      kind: 'named',
      dependent: true,
      capitals: false,
      placed: !/\s/.test(name),
    }))
}

/** A folded head in the form of the table: single spaces, none around hyphens. */
export function headKey(folded: string): string {
  return joinSpaces(folded.includes('-') ? folded.replace(/\s*-\s*/g, '-') : folded)
}

/** Does `sticky` match at `index`? The end of the match, or -1. */
export function matchEnd(sticky: RegExp, text: string, index: number): number {
  sticky.lastIndex = index
  return sticky.test(text) ? sticky.lastIndex : -1
}

/** White space between two words of one name: a space, or a line break with the indent after it. */
export function gapAfter(text: string, at: number): number {
  const gap = /^(?:[ \t\u00a0]{1,2}|[ \t]{0,3}\n\s{0,24})/.exec(text.slice(at, at + 28))
  return gap ? at + gap[0].length : at
}

/** The run of letters that begins at `at` of a folded text, at most ten. */
export function firstWord(folded: string, at: number): string {
  let end = at
  while (end - at < 10) {
    const unit = folded.charCodeAt(end)
    if (!(unit >= 97 && unit <= 122)) break
    end++
  }
  return folded.slice(at, end)
}
