/** Looks for the cues of `grammars/cues.yaml` in a row or a cell. */
import { perGrammar } from '../grammar/grammar.ts'
import type { Grammar } from '../grammar/shapes.ts'
import { latin } from '../latin.ts'
import { hasWordEdges, isSpaceAt, isWordAt, skeleton, upperShare } from '../text.ts'
import { type Found, findTolerant, firstLetter, makePattern, type Pattern, startsTolerant } from './tolerant.ts'

interface Cue {
  id: string
  position: 'whole' | 'start' | 'end' | 'anywhere'
  errors: number
  uppercase: boolean
  phrases: { folded: string; pattern: Pattern }[]
  /** In the set of cues with which a text may begin, as a bit; 0 where it is looked for whatever the beginning. */
  bit: number
}

/** A piece of text with its folded form: a row or a cell. */
export interface Piece {
  text: string
  folded: string
}

interface Cues {
  byId: ReadonlyMap<string, Cue>
  /** By the first letter of a text (`a` the first), the cues with which it may begin, as bits. */
  byInitial: Int32Array
  /** The same for cues that may be spoilt, by the first letter wherever it stands and by the second one. */
  byEither: Int32Array
}

const LETTER_A = 97
const LETTERS = 26
/** Bits of a set of cues; cues beyond it are looked for whatever the beginning. */
const BITS = 31

/** The place of a letter from `a` to `z`; -1 for another sign, and for none. */
function placeOf(unit: number): number {
  const place = unit - LETTER_A
  return place >= 0 && place < LETTERS ? place : -1
}

const cues = perGrammar((grammar): Cues => {
  const byId = new Map<string, Cue>()
  const byInitial = new Int32Array(LETTERS)
  const byEither = new Int32Array(LETTERS)
  let count = 0
  for (const entry of grammar.cues) {
    const cue = makeCue(entry)
    byId.set(entry.id, cue)
    const begins = beginningsOf(cue)
    if (!begins || count === BITS) continue
    cue.bit = 1 << count++
    const table = cue.errors > 0 ? byEither : byInitial
    for (const place of begins) table[place] = (table[place] as number) | cue.bit
  }
  return { byId, byInitial, byEither }
})

function makeCue(entry: Grammar['cues'][number]): Cue {
  const folded = entry.phrases.map(skeleton)
  return {
    ...entry,
    phrases: folded.map((phrase) => ({ folded: phrase, pattern: makePattern(phrase) })),
    bit: 0,
  }
}

/**
 * The letters of which a text must show one at its beginning for the cue to stand there: the first of a phrase; of one
 * that may be spoilt by one edit its first two, one of them among the first two of the text. Null where that tells nothing.
 */
function beginningsOf({ phrases, position, errors }: Cue): number[] | null {
  if (errors > 1 || position === 'anywhere' || position === 'end') return null
  if (errors === 1 && phrases.some(({ pattern }) => pattern.letters.length < SHORT)) return null
  const places = phrases.flatMap(({ folded, pattern: { letters } }) =>
    errors === 1 ? [placeOf(letters.charCodeAt(0)), placeOf(letters.charCodeAt(1))] : [placeOf(folded.charCodeAt(0))],
  )
  return places.includes(-1) ? null : places
}
/** Of fewer letters any two may be spoilt. */
const SHORT = 3

function cueNamed(id: string): Cue {
  const cue = cues().byId.get(id)
  if (!cue) throw new Error(`grammars/cues.yaml: no entry '${id}'`)
  return cue
}

/** Characters that may stand before a cue at the start of a line: dashes, bullets, brackets, quotes. */
const LEAD = '-+*•.,;:"\'([<|~_'
const isLead = (text: string, at: number) =>
  isSpaceAt(text, at) || (at < text.length && LEAD.includes(text[at] as string))

/** Letters of a row's beginning in which a cue at its start is looked for. */
const HEAD = 60

/** Where the words of a text begin, its beginning from there, and the cues with which it may begin. */
interface Beginning {
  text: string
  of: Cues | null
  lead: number
  head: string
  bits: number
}

/** The last text is remembered, as a row is asked for many cues in turn. */
const last: Beginning = { text: '', of: null, lead: 0, head: '', bits: 0 }

function beginningOf(text: string): Beginning {
  const known = cues()
  if (text === last.text && known === last.of) return last
  let lead = 0
  while (isLead(text, lead)) lead++
  last.lead = lead
  last.head = text.slice(lead, lead + HEAD)
  last.bits = bitsOf(last.head, known)
  last.text = text
  last.of = known
  return last
}

function bitsOf(head: string, { byInitial, byEither }: Cues): number {
  const first = firstLetter(head, 0)
  const second = firstLetter(head, first + 1)
  return (
    at(byInitial, head.charCodeAt(0)) | at(byEither, head.charCodeAt(first)) | at(byEither, head.charCodeAt(second))
  )
}

function at(table: Int32Array, unit: number): number {
  const place = placeOf(unit)
  return place < 0 ? 0 : (table[place] as number)
}

/** Whether the piece may hold the cue, by the letters with which it begins: to ask is cheap, and few do. */
function mayHold({ bit }: Cue, { folded }: Piece): boolean {
  return bit === 0 || (beginningOf(folded).bits & bit) !== 0
}

/** Where the cue stands in the piece, by its own position rule; null when it does not. Offsets are into the piece. */
export function findCue(piece: Piece, id: string): Found | null {
  const cue = cueNamed(id)
  if (!mayHold(cue, piece)) return null
  for (const { folded, pattern } of cue.phrases) {
    const found = findPhrase(piece.folded, folded, pattern, cue)
    if (found && (!cue.uppercase || isSetApart(piece.text, found))) return found
  }
  return null
}

/** Whether a word holds two letters or more outside: `GIẢI PHÓNG MIỀN NAM VIỆT NAM` is no `CỘNG HÒA MIỀN NAM VIỆT NAM`. */
const cutsWord = (text: string, { start, end }: Found) =>
  /^[a-z]{3}$/.test(text.slice(Math.max(0, start - 2), start + 1)) || /^[a-z]{3}$/.test(text.slice(end - 1, end + 2))

/** In capitals; or alone with its colon, where the font that made them was lost: `quyết định:`. */
const isSetApart = (text: string, { start, end }: Found) =>
  upperShare(text.slice(start, end)) > 0.7 || (start === 0 && /^\s?:$/.test(text.slice(end)))

function findPhrase(text: string, phrase: string, pattern: Pattern, cue: Cue): Found | null {
  switch (cue.position) {
    case 'anywhere': {
      const at = text.indexOf(phrase)
      if (at >= 0) return { start: at, end: at + phrase.length }
      const found = cue.errors > 0 ? findTolerant(text, pattern, cue.errors) : null
      return found && !cutsWord(text, found) ? found : null
    }
    case 'end': {
      const trimmed = text.trimEnd()
      const start = trimmed.length - phrase.length
      return trimmed.endsWith(phrase) && !isWordAt(text, start - 1) ? { start, end: trimmed.length } : null
    }
    default: {
      const { lead, head } = beginningOf(text)
      const end = text.startsWith(phrase, lead)
        ? lead + phrase.length
        : cue.errors > 0
          ? lead + startsTolerant(head, pattern, cue.errors)
          : -1
      if (end <= lead || !hasWordEdges(text, lead, end)) return null
      if (cue.position === 'whole' && latin(/[\p{L}\p{N}]/u).test(text.slice(end))) return null
      return { start: lead, end }
    }
  }
}
