/**
 * Doubts: named observations about a value, each 0 where there is none, up to 1. They say nothing by themselves; how
 * much each weighs is learned from values that were known to be right or wrong.
 */
import { isSyllable } from '../grammar/syllable.ts'
import type { SecondReading, SecondValue } from '../label/reading.ts'
import { latin } from '../latin.ts'
import { findHits, type Hit, type Lexicon } from '../lexicon/lexicon.ts'
import { isPersonName, titleLength } from '../lexicon/person-names.ts'
import { rememberedOf } from '../remembered.ts'
import type { Grade, Status } from '../schema.ts'
import { overlapping } from '../spans.ts'
import { type Span, skeleton } from '../text.ts'
import { GAPS, LETTERED, SHAPES, type Words, wordAt } from '../words/words.ts'
import { type GradedField, PART } from './field.ts'

/** A value that one of the readers gives. */
export interface Candidate {
  field: GradedField
  value: string
  spans: readonly Span[]
  /** What the reader itself says. */
  grade: Grade
  status: Status
  /** The second reader's own: what speaks for the first one's rival is not asked. */
  second?: SecondValue
}

/** What is asked beside the value itself. */
export interface Surroundings extends SecondReading {
  text: string
  /** Whether a stretch holds words that no part of the tree wanted. */
  isUnclaimed: (start: number, end: number) => boolean
  /** Values of the first reader by kind, folded. */
  first: ReadonlyMap<GradedField, readonly string[]>
  /** Share of the words of the document that are none, 0 to 1. */
  noise: number
}

/** Letters and digits alone, without marks: how two readings are compared. */
export const lettersOf = (value: string) => skeleton(value).replace(/[^a-z0-9]/g, '')

/** The same of a value of the second reader, to which every value of its kind is compared. */
const readingOf = rememberedOf(({ value }: SecondValue) => ({ letters: lettersOf(value) }))

type Doubt = (candidate: Candidate, around: Surroundings, found: Found) => number

/** What several doubts need. */
interface Found {
  /** First and last word. */
  from: number
  to: number
  /** Phrases of the lexicon in it. */
  hits: readonly Hit[]
  letters: string
  /** The same value of the other reader, if there is one. */
  same: SecondValue | undefined
  /** Values of this kind that the second reader has. */
  others: readonly SecondValue[]
  /** Words with letters that are none. */
  odd: number
  size: number
}

const CAPITALS = SHAPES.indexOf('capitals')
const SMALL = SHAPES.indexOf('small')
const MARK = SHAPES.indexOf('mark')
const LINE = GAPS.indexOf('line')
const WIDE = GAPS.indexOf('wide')
/** Capitals without a tone: what Vietnamese is abbreviated with (`Ñ` is none of them). */
const ABBREVIATION = /^[A-ZĐĂÂÊÔƠƯ]{1,7}$/u

/** Whether a word is neither Vietnamese, nor an abbreviation, nor one of the lexicon. */
export function isOdd(words: Words, at: number): boolean {
  if (!LETTERED[words.shape[at] as number] || (words.id[at] as number) > 0) return false
  const text = words.text.slice(words.start[at], words.end[at])
  return !isSyllable(text) && !(words.shape[at] === CAPITALS && ABBREVIATION.test(text))
}

/** Letters of what a seal or a signature leaves, at most. */
const SCRAP = 4

/** Whether a word is a short one that is none: what is left of a seal. */
const isScrap = (words: Words, at: number): boolean =>
  at >= 0 && at < words.count && isOdd(words, at) && (words.end[at] as number) - (words.start[at] as number) <= SCRAP

/** Share of a text's words that are none. */
export function noiseOf(words: Words): number {
  let lettered = 0
  let odd = 0
  for (let at = 0; at < words.count; at++) {
    if (!LETTERED[words.shape[at] as number]) continue
    lettered++
    if (isOdd(words, at)) odd++
  }
  return lettered === 0 ? 0 : odd / lettered
}

const yes = (is: boolean) => (is ? 1 : 0)

const NUMBER = latin(/^\d{1,5}(?:\/\d{4})?[/-]\p{Lu}[\p{Lu}\d&.]*(?:[-/]\p{Lu}[\p{Lu}\d&.]*){0,3}$/u)
const FULL_DATE = /^\d{4}-\d\d-\d\d$/
const ODD_SIGNS = /[|~^*<>«»{}[\]\\#%§£¥©®°=]|[“”"'‘’]{2}|[.,;:]{2}(?!\.)/u

/** Phrases that begin another part of a document. */
const CUES = /^(?:cues\/(?:addressee|recipients|archive|national-title|motto|party-title|base|signed)|wording\/number)$/
const FORMULAS = /^authorities\//
const ORDERS = /^actors\/(?:verb|order)$/
const POSTS = /^positions$/
const BODIES = /^(?:heads|agencies)$/
const KNOWN: Partial<Record<GradedField, RegExp>> = {
  issuer: BODIES,
  parent: BODIES,
  addressee: /^(?:heads|agencies|positions|actors\/honorific)$/,
  recipient: /^(?:heads|agencies|positions|wording\/as-above)$/,
  archive: /^(?:cues\/archive|wording\/archived)$/,
  position: /^positions$/,
  authority: FORMULAS,
  assignee: /^(?:heads|agencies|positions|actors\/honorific)$/,
  reference: /^(?:types|references\/(?:generic|number-head|form-head|laws))$/,
  subject: /^(?:wording\/(?:subject-mark|subject-lead)|cues\/subject)$/,
}

/** Words behind a value in which a phrase that follows it ends. */
const BEHIND = 6

/** Whether a phrase of such a class begins the value, is all of it, or stands inside with the marks of the grammar. */
function hasHit(
  { lexicon }: Surroundings,
  { hits, from, to }: Found,
  classes: RegExp,
  where: 'begin' | 'whole' | 'inside',
): boolean {
  const isWanted = classesLike(lexicon)(classes)
  for (const hit of hits) {
    if (where !== 'inside' && hit.from > from) break
    if (where === 'whole' && hit.to !== to) continue
    if (where === 'inside' && (hit.from === from || !hit.exact)) continue
    if (isWanted[hit.class] === 1) return true
  }
  return false
}

/** Whether such a phrase begins right behind the value. */
function isFollowed({ words, lexicon }: Surroundings, { to }: Found, classes: RegExp): boolean {
  const isWanted = classesLike(lexicon)(classes)
  const hits = findHits(words, lexicon, [to, Math.min(words.count, to + BEHIND)])
  return hits.some((hit) => hit.from === to && isWanted[hit.class] === 1)
}

/** Of a lexicon and a pattern: 1 for each class whose name is like the pattern. */
const classesLike = rememberedOf(({ classes }: Lexicon) =>
  rememberedOf((pattern: RegExp) => Uint8Array.from(classes, (name) => yes(pattern.test(name)))),
)

const DOUBTS: Record<string, Doubt> = {
  'read with reserve': ({ grade }) => yes(grade === 'likely'),
  'read in doubt': ({ grade }) => yes(grade === 'doubtful'),
  'not printed so': ({ status }) => yes(status !== 'read'),
  'from the second reader': ({ second }) => yes(second !== undefined),
  'the other reader has the same': ({ second }, _, { same }) => yes(second === undefined && same !== undefined),
  'the other reader is sure of it': ({ second }, _, { same }) => (second ?? same)?.share ?? 0,
  'the other reader is very sure of it': ({ second }, _, { same }) => yes(((second ?? same)?.share ?? 0) > 0.97),
  'the other reader has none': ({ field, second }, { first }, { others }) =>
    yes(PART[field] !== undefined && (second ? (first.get(field) ?? []).length === 0 : others.length === 0)),
  'the other reader has part of it': ({ second, field }, { first }, { others, letters, same }) =>
    yes(
      !same &&
        (second
          ? (first.get(field) ?? []).some((each) => partly(each, letters))
          : others.some((each) => partly(readingOf(each).letters, letters))),
    ),
  'the other reader has a sure one': (_, __, { others, same }) =>
    same ? 0 : Math.max(0, ...others.map(({ share }) => share)),
  'the other reader has several': (_, __, { others }) => yes(others.length > 1),
  'lists of other lengths': ({ field }, { first }, { others }) =>
    yes(PART[field] !== undefined && (first.get(field) ?? []).length !== others.length),
  'words that are none': (_, __, { odd, size }) => odd / Math.max(1, size),
  'a word that is none': (_, __, { odd }) => yes(odd > 0),
  'ends in a word that is none': (_, { words }, { to }) =>
    yes(isScrap(words, to - 1) || (words.shape[to - 1] === MARK && isScrap(words, to - 2))),
  'odd signs': ({ value }) => yes(ODD_SIGNS.test(value)),
  'begins inside its line': (_, { words }, { from }) =>
    yes((words.gap[from] ?? LINE) < WIDE && words.shape[from - 1] !== MARK),
  'goes on behind its end': (_, { words }, { to }) =>
    yes(to < words.count && (words.gap[to] as number) < WIDE && words.shape[to] !== MARK),
  'small letters in the next line': (_, { words }, { to }) =>
    yes(to < words.count && (words.gap[to] as number) === LINE && words.shape[to] === SMALL),
  'begins in small letters': (_, { words }, { from }) => yes(words.shape[from] === SMALL),
  'unclaimed words beside it': ({ spans }, { isUnclaimed }) =>
    yes(spans.some(([start, end]) => isUnclaimed(start - BESIDE, end + BESIDE))),
  'begins another part inside': (_, around, found) => yes(hasHit(around, found, CUES, 'inside')),
  'a formula inside': ({ field }, around, found) =>
    yes(field !== 'authority' && hasHit(around, found, FORMULAS, 'inside')),
  'a post inside': ({ field }, around, found) => yes(field !== 'position' && hasHit(around, found, POSTS, 'inside')),
  'begins as its kind does': ({ field }, around, found) =>
    yes(KNOWN[field] !== undefined && hasHit(around, found, KNOWN[field] as RegExp, 'begin')),
  'known as a whole': ({ field }, around, found) =>
    yes(KNOWN[field] !== undefined && hasHit(around, found, KNOWN[field] as RegExp, 'whole')),
  'an order follows': ({ field }, around, found) => yes(field === 'assignee' && isFollowed(around, found, ORDERS)),
  'has its regular form': ({ field, value }) =>
    yes(
      field === 'number'
        ? NUMBER.test(value)
        : field === 'reference'
          ? /\d\/|\d-/.test(value)
          : field === 'date' || field === 'deadline'
            ? FULL_DATE.test(value)
            : field === 'name'
              ? isPersonName(value.slice(titleLength(value)))
              : false,
    ),
  'over several pieces': ({ spans }) => yes(spans.length > 1),
  'over several lines': (_, { words }, { from, to }) => yes(to > from && words.line[from] !== words.line[to - 1]),
  'one word': (_, __, { size }) => yes(size <= 1),
  'two words': (_, __, { size }) => yes(size === 2),
  'over twelve words': (_, __, { size }) => yes(size > 12),
  'over thirty words': (_, __, { size }) => yes(size > 30),
  'a document with spoilt words': (_, { noise }) => Math.min(1, noise * 5),
  'a badly spoilt document': (_, { noise }) => yes(noise > 0.08),
}

/** Characters around a value in which unclaimed words are beside it. */
const BESIDE = 60

export const DOUBT_NAMES: readonly string[] = Object.keys(DOUBTS)
const ALL = Object.values(DOUBTS)

const partly = (one: string, other: string) =>
  one !== other && one !== '' && other !== '' && (one.includes(other) || other.includes(one))

/** All doubts about a value, in the order of {@link DOUBT_NAMES}. */
export function doubtsOf(candidate: Candidate, around: Surroundings): number[] {
  const { spans, field, value } = candidate
  const first = spans[0]
  const from = first ? wordAt(around.words, first[0]) : 0
  const last = spans[spans.length - 1]
  const to = last ? wordAt(around.words, last[1] - 1) + 1 : from
  const letters = lettersOf(value)
  const part = PART[field]
  const others =
    part === 'recipient'
      ? [...(around.values.recipient ?? []), ...(around.values.archive ?? [])]
      : ((part && around.values[part]) ?? [])
  const same = candidate.second ? undefined : others.find((each) => readingOf(each).letters === letters)
  let odd = 0
  let size = 0
  for (const [start, end] of spans)
    for (
      let at = wordAt(around.words, start);
      at < around.words.count && (around.words.start[at] as number) < end;
      at++
    ) {
      if (around.words.shape[at] === MARK) continue
      size++
      if (isOdd(around.words, at)) odd++
    }
  const hits = findHits(around.words, around.lexicon, [from, to])
  const found = { from, to, hits, letters, same, others, odd, size }
  return ALL.map((doubt) => doubt(candidate, around, found))
}

/** What is asked of each document once. */
export function surroundingsOf(
  text: string,
  reading: SecondReading,
  { unclaimed, first }: { unclaimed: readonly Span[]; first: ReadonlyMap<GradedField, readonly string[]> },
): Surroundings {
  return { ...reading, text, isUnclaimed: overlapping(unclaimed), first, noise: noiseOf(reading.words) }
}
