/** Every phrase of the grammars under the name of what it could be: `cues/addressee`, `positions`, `wording/basis`. */
import type { Grammar } from '../grammar/shapes.ts'

export interface NamedPhrase {
  /** File of the grammar, and the entry where the entries of the file are kinds. */
  class: string
  phrase: string
}

/** The phrases of a grammar, in the order of its files and entries. */
export function* phrasesOf(grammar: Grammar): Generator<NamedPhrase> {
  for (const { id, phrases } of grammar.cues) yield* named(`cues/${id}`, phrases)
  for (const { id, words } of grammar.wording) yield* named(`wording/${id}`, words)
  yield* named(
    'positions',
    grammar.positions.map(({ name }) => name),
  )
  yield* named(
    'heads',
    grammar.heads.map(({ name }) => name),
  )
  for (const { id, forms } of grammar.authorities) yield* named(`authorities/${id}`, forms)
  yield* named(
    'surnames',
    grammar.surnames.map(({ id }) => id),
  )
  yield* named(
    'types',
    grammar.types.filter(({ heading }) => heading).flatMap(({ name, variants }) => [name, ...variants]),
  )
  yield* named(
    'codes',
    grammar.types.flatMap(({ codes }) => Object.values(codes).flat()),
  )
  yield* named(
    'agencies',
    grammar.agencies.flatMap(({ name, forms }) => [name, ...forms]),
  )
  for (const { id, words } of grammar['agency-words']) yield* named(`agency-words/${id}`, words)
  for (const { id, words } of grammar.actors) yield* named(`actors/${id}`, words)
  for (const { id, words, numbers } of grammar.dates) yield* named(`dates/${id}`, [...words, ...Object.keys(numbers)])
  for (const { id, words } of grammar.deadlines) yield* named(`deadlines/${id}`, words)
  for (const { id, words } of grammar.references) yield* named(`references/${id}`, words)
  for (const { id, words } of grammar.press) yield* named(`press/${id}`, words)
  yield* named(
    'secrecy',
    grammar.secrecy.map(({ name }) => name),
  )
}

function* named(name: string, phrases: readonly string[]): Generator<NamedPhrase> {
  for (const phrase of phrases) yield { class: name, phrase }
}
