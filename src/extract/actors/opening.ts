/**
 * The opening of a paragraph as words, and what the grammars say each could begin: a name, a verb, an order.
 *
 * ```
 * > | Giao Sở Y tế chủ trì, phối hợp với …
 *     ^^^^ order
 *          ^^ head
 *             ^^^^ field
 *                  ^^^^^^^ duty
 * ```
 */
import { perGrammar } from '../../grammar/grammar.ts'
import type { Grammar } from '../../grammar/shapes.ts'
import { latin } from '../../latin.ts'
import { type Phrase, PhraseBook } from '../../lexicon/phrase-book.ts'
import { remembered } from '../../remembered.ts'
import type { Span } from '../../text.ts'
import { SHAPES, type Words } from '../../words/words.ts'

/** Entries of `grammars/actors.yaml`, which says what each is for. */
const ENTRIES = [
  'order',
  'charge',
  'within',
  'posting',
  'staff',
  'for',
  'apart',
  'honorific',
  'every',
  'agent',
  'address',
  'named',
  'unit',
  'functional',
  'function',
  'trade',
  'doer',
  'joined',
  'not-joined',
  'verb-or-noun',
  'verb-or-noun-end',
  'agentive',
  'led',
  'strong',
  'duty',
  'verb',
  'relative',
  'is',
  'state',
  'works',
  'compound',
  'stop',
  'no-stop',
  'subordinate',
  'purpose',
  'lead',
  'often',
  'clause',
  'step',
  'thing',
  'modifier',
  'and',
  'issuing',
  'letting',
  'governed',
  'capital',
  'executes',
  'person',
  'members',
  'aside',
  'directly',
  'which',
  'then',
  'suffix',
  'dated',
  'with',
  'competence',
  'told',
  'public',
  'place',
  'no-verb',
  'object',
] as const
/** Heads and posts of the other grammars, fields and levels of bodies. */
export const KINDS = [...ENTRIES, 'head', 'post', 'field', 'level'] as const
export type Kind = (typeof KINDS)[number]

/** Entries that are read as those of another. */
const READ_AS: Readonly<Record<string, Kind>> = { everyday: 'verb' }

/** Words of an opening that are looked at. */
const MOST = 160

/** Words of the longest phrase that is looked for behind its end. */
const BACK = 5

/** What is known by its letters where one mark is lost: OCR engines lose them. */
const FORGIVING: ReadonlySet<Kind> = new Set([
  'verb',
  'duty',
  'strong',
  'head',
  'post',
  'agent',
  'named',
  'field',
  'order',
  'within',
  'lead',
])

const VERBAL: ReadonlySet<Kind> = new Set(['verb', 'duty', 'strong'])

const book = perGrammar((grammar) => new PhraseBook<Kind>(phrasesOf(grammar)))

function* phrasesOf({ actors, heads, agencies, positions, 'agency-words': words }: Grammar): Generator<[string, Kind]> {
  const verbs = new Set<string>()
  for (const { id, words: list } of actors) {
    for (const word of list) yield [word, READ_AS[id] ?? (id as Kind)]
    if (id === 'duty') for (const word of list) verbs.add(word)
  }
  for (const { name } of heads) yield [name, 'head']
  for (const { name, forms } of agencies) for (const form of [name, ...forms]) yield [form, 'head']
  // a post that is also a verb opens an order as the verb
  for (const { name } of positions) if (!verbs.has(name.toLowerCase())) yield [name, 'post']
  for (const { id, words: list, levels } of words) {
    if (id === 'fields') for (const word of list) yield [word, 'field']
    for (const word of Object.keys(levels ?? {})) yield [word, 'level']
  }
}

/** Openings that are kept: an item's is asked for several times in turn. */
const MOST_KEPT = 64

/** The opening of a text, read once. */
export const openingOf = (text: string): Opening => openings()(text)

const openings = perGrammar(() => remembered((text) => new Opening(text), MOST_KEPT))

export class Opening {
  readonly text: string
  readonly words: Words
  /** Words that are looked at. */
  readonly count: number
  readonly #phrases: (readonly Phrase<Kind>[] | undefined)[] = []
  readonly #all: (readonly Phrase<Kind>[] | undefined)[] = []

  constructor(text: string) {
    this.text = text
    this.words = book().read(text)
    this.count = Math.min(this.words.count, MOST)
  }

  /** The word behind the longest phrase of one of the kinds that begins with the word; 0 where none does. */
  end(at: number, ...kinds: Kind[]): number {
    if (at < 0 || at >= this.count) return 0
    const phrases = this.#at(at)
    for (let each = 0; each < phrases.length; each++) {
      const { value, to } = phrases[each] as Phrase<Kind>
      if (kinds.includes(value)) return to
    }
    return 0
  }

  /** As `end`, for who asks word after word: where no phrase of the kind begins with such a word, none is read. */
  rarely(at: number, kind: Exclude<Kind, 'verb'>): number {
    const id = this.words.id[at]
    return id !== undefined && book().firstsOf(kind).has(id) ? this.end(at, kind) : 0
  }

  /** Does a phrase of the kind stand anywhere? */
  holds(kind: Exclude<Kind, 'verb'>): boolean {
    for (let at = 0; at < this.count; at++) if (this.rarely(at, kind) > 0) return true
    return false
  }

  /** Does a phrase of one of the kinds end with the word before `to`? */
  ends(to: number, ...kinds: Kind[]): boolean {
    return this.startOf(to, ...kinds) >= 0
  }

  /** The word with which the longest such phrase begins; -1 where none ends there. */
  startOf(to: number, ...kinds: Kind[]): number {
    for (let at = Math.max(0, to - BACK); at < to; at++)
      if (this.#at(at).some((phrase) => phrase.to === to && kinds.includes(phrase.value))) return at
    return -1
  }

  #at(at: number): readonly Phrase<Kind>[] {
    const known = this.#phrases[at]
    if (known) return known
    const all = this.#read(at)
    const meant = all.length === 0 ? all : all.filter((each) => each.otherwise === 0 || this.#isMeant(each, at))
    const phrases = this.#letDo(at, meant)
    this.#phrases[at] = phrases
    return phrases
  }

  /** `cho cắm bảng`: who lets do something orders as who does it. */
  #letDo(at: number, meant: readonly Phrase<Kind>[]): readonly Phrase<Kind>[] {
    const lets = !this.capital(at) && meant.some(({ value, to }) => value === 'letting' && to === at + 1)
    const done = lets ? this.#at(at + 1).filter(({ value }) => value === 'verb') : []
    return done.length > 0 ? [...done, ...meant] : meant
  }

  #read(at: number): readonly Phrase<Kind>[] {
    this.#all[at] ??= book().at(this.words, at)
    return this.#all[at] as readonly Phrase<Kind>[]
  }

  /** A phrase with a mark lost, unless one that is printed as it is written stands in it or runs into it. */
  #isMeant({ value, otherwise, plain, to }: Phrase<Kind>, at: number): boolean {
    if (to - at < 2 || !FORGIVING.has(value) || !(plain || otherwise === 1)) return false
    for (let each = at + 1; each < to; each++) if (this.capital(each) && VERBAL.has(value)) return false
    for (let each = Math.max(0, at - 3); each < to; each++)
      if (
        each !== at &&
        this.#read(each).some(
          (other) =>
            other.otherwise === 0 &&
            other.to > at &&
            FORGIVING.has(other.value) &&
            // `Kề từ` is `Kể từ` though `Từ` is of its kind
            !(value === 'lead' && other.value === 'lead'),
        )
      )
        return false
    return true
  }

  is(at: number, word: string): boolean {
    if (at < 0 || at >= this.count) return false
    const start = this.words.start[at] as number
    return (this.words.end[at] as number) - start === word.length && this.text.startsWith(word, start)
  }

  printed(at: number): string {
    return at < this.count ? this.text.slice(this.words.start[at], this.words.end[at]) : ''
  }

  shape(at: number): (typeof SHAPES)[number] {
    return at >= 0 && at < this.count ? (SHAPES[this.words.shape[at] as number] as (typeof SHAPES)[number]) : 'mark'
  }

  /** Begins the word with a capital? */
  capital(at: number): boolean {
    const shape = this.shape(at)
    return (
      shape === 'capital' || shape === 'capitals' || (shape === 'mixed' && latin(/^\p{Lu}/u).test(this.printed(at)))
    )
  }

  letters(at: number): boolean {
    const shape = this.shape(at)
    return shape !== 'mark' && shape !== 'digits'
  }

  /** Stands the word right behind the one before it? */
  glued(at: number): boolean {
    return this.words.gap[at] === 0
  }

  /** Place in the text of the words `[from, to)`. */
  span(from: number, to: number): Span {
    return [this.words.start[from] as number, this.words.end[to - 1] as number]
  }
}
