/** Looks for the cues of `grammars/cues.yaml` in a row or a cell. */
import { perGrammar } from '../grammar/grammar.ts'
import type { Grammar } from '../grammar/shapes.ts'
import { latin } from '../latin.ts'
import { hasWordEdges, isSpaceAt, isWordAt, skeleton, upperShare } from '../text.ts'
import { type Found, findTolerant, makePattern, type Pattern, startsTolerant } from './tolerant.ts'

interface Cue {
  id: string
  position: 'whole' | 'start' | 'end' | 'anywhere'
  errors: number
  uppercase: boolean
  phrases: { folded: string; pattern: Pattern }[]
  /** With which letters a match at the start of a line may begin, as bits (`a` the lowest); null for any sign. */
  initials: number | null
}

/** A piece of text with its folded form: a row or a cell. */
export interface Piece {
  text: string
  folded: string
}

const cues = perGrammar((grammar) => new Map(grammar.cues.map((entry): [string, Cue] => [entry.id, makeCue(entry)])))

function makeCue(entry: Grammar['cues'][number]): Cue {
  const folded = entry.phrases.map(skeleton)
  return {
    ...entry,
    phrases: folded.map((phrase) => ({ folded: phrase, pattern: makePattern(phrase) })),
    initials: initialsOf(entry),
  }
}

function cueNamed(id: string): Cue {
  const cue = cues().get(id)
  if (!cue) throw new Error(`grammars/cues.yaml: no entry '${id}'`)
  return cue
}

function initialsOf({ phrases, position, errors }: Grammar['cues'][number]): number | null {
  if (errors > 0 || position === 'anywhere' || position === 'end') return null
  const letters = phrases.map((phrase) => skeleton(phrase).charCodeAt(0) - LETTER_A)
  return letters.every((letter) => letter >= 0 && letter < 26)
    ? letters.reduce((bits, letter) => bits | (1 << letter), 0)
    : null
}

const LETTER_A = 97

/** Characters that may stand before a cue at the start of a line: dashes, bullets, brackets, quotes. */
const LEAD = '-+*•.,;:"\'([<|~_'
const isLead = (text: string, at: number) =>
  isSpaceAt(text, at) || (at < text.length && LEAD.includes(text[at] as string))

/** Letters of a row's beginning in which a cue at its start is looked for. */
const HEAD = 60

/** Where the words of the text begin, and its beginning from there; the last text is remembered, as a row is asked for many cues in turn. */
const last = { text: '', lead: 0, head: '' }

function beginningOf(text: string): typeof last {
  if (text !== last.text) {
    last.lead = 0
    while (isLead(text, last.lead)) last.lead++
    last.head = text.slice(last.lead, last.lead + HEAD)
    last.text = text
  }
  return last
}

/** Where the cue stands in the piece, by its own position rule; null when it does not. Offsets are into the piece. */
export function findCue(piece: Piece, id: string): Found | null {
  const cue = cueNamed(id)
  if (cue.initials !== null) {
    const letter = piece.folded.charCodeAt(beginningOf(piece.folded).lead) - LETTER_A
    if (!(letter >= 0 && letter < 26 && cue.initials & (1 << letter))) return null
  }
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
