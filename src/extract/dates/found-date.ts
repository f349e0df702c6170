/** What is told of a mention: its value, and what part it plays in the text. */
import type { Span } from '../../text.ts'
import type { Citing } from './citing.ts'
import { type Cue, deadlineCues, type Operator } from './cues.ts'
import { edtf, isImpossible } from './edtf.ts'
import type { Mention } from './mention.ts'
import { YEAR_OF_DOCUMENT } from './refine-document.ts'
import type { Scan } from './scan.ts'

export interface FoundDate {
  /** Offsets into the text, a time before the date included: `14 giờ ngày 08/10/2025`. */
  span: Span
  /** EDTF, intervals too; null for a date with a `problem`, a recurring one and a term that runs from an event. */
  date: string | null
  /** `issue` is the segmenter's to set. */
  role: 'issue' | 'reference' | 'deadline' | 'event' | 'period'
  /** `14:00`, where a time of day is printed before the date. */
  time?: string
  /** Why a part of the value is not printed: its year is that of its range, or of the document's date. */
  inferred?: string
  problem?: 'impossible' | 'lunar'
  recurring?: true
  relative?: true
  /** The words that make it a deadline: from where they begin, and what they say. */
  cue?: { start: number; operator: Operator }
}

export interface Surroundings {
  cited: Citing
  issued: string | null
}

export function foundDate(mention: Mention, scan: Scan, { cited, issued }: Surroundings): FoundDate {
  const span = { start: mention.index, end: mention.until }
  const numbered = cited.byNumber(scan, span.start)
  const cue = numbered ? null : governingCue(mention, scan, issued)
  const found: FoundDate = { span: scan.span(span.start, span.end), date: edtf(mention), role: 'event' }
  if (numbered) found.role = 'reference'
  else if (cue || (mention.own && !deadlineCues().isSpoiled(scan, span))) found.role = 'deadline'
  else if (cited.byName(scan, span.start)) found.role = 'reference'
  else if (mention.end || mention.part('day') === null) found.role = 'period'
  if (mention.lunar) found.problem = 'lunar'
  else if (isImpossible(mention)) found.problem = 'impossible'
  if (mention.inferred) found.inferred = mention.inferred
  if (mention.recurring) found.recurring = true
  if (mention.relative) found.relative = true
  if (mention.start.isCertain('hour')) found.time = timeOfDay(mention)
  if (cue)
    found.cue = { start: scan.span(cue.index, span.end)[0], operator: mention.recurring ? 'recurring' : cue.operator }
  return found
}

/**
 * The cue that makes a mention a deadline. A date before the document's own is none; where its year is only the
 * document's, the next year is meant: `trước ngày 15/01` in a letter of December.
 */
function governingCue(mention: Mention, scan: Scan, issued: string | null): Cue | null {
  if (mention.end || mention.from === 'last') return null
  const isYear = edtf(mention)?.length === 'YYYY'.length
  const cue = deadlineCues().governing(scan, { start: mention.index, end: mention.until, year: isYear }) ?? deadlineCues().heading(scan, mention.index)
  if (!cue && opensDuty(mention, scan, issued)) return { index: mention.index, operator: 'within' }
  if (!cue || !isPast(mention, issued)) return cue
  if (mention.inferred !== YEAR_OF_DOCUMENT) return null
  mention.start.assign('year', (mention.part('year') as number) + 1)
  return cue
}

/** A quarter to come at the head of a sentence says when what follows is to be done: `Quý IV/2026, các xã sơ kết …`. */
function opensDuty(mention: Mention, { text }: Scan, issued: string | null): boolean {
  const [, year, code] = /^(\d{4})-(3[3-6])$/.exec(edtf(mention) ?? '') ?? []
  if (!year || !code || issued === null || !/^[,:] ?\S/.test(text.slice(mention.until, mention.until + 3))) return false
  if (!HEAD.test(text.slice(Math.max(0, mention.index - HEAD_REACH), mention.index))) return false
  const [issuedYear = '', issuedMonth] = issued.split('-')
  return year > issuedYear || (year === issuedYear && issuedMonth !== undefined && (Number(code) - FIRST_QUARTER + 1) * 3 >= Number(issuedMonth))
}

/** What stands before the first word of a sentence: its end, a line break, a label. */
const HEAD = /(?:^|[.;:\n]|(?:^|[ \n])(?:[-+*•]|\d{1,2}[.)]|[a-z][.)])) ?$/
const HEAD_REACH = 6
/** EDTF's code of the first quarter. */
const FIRST_QUARTER = 33

/** Does the date lie wholly before the document's own? */
function isPast(mention: Mention, issued: string | null): boolean {
  const value = edtf(mention)
  if (issued === null || value === null || !/^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?$/.test(value)) return false
  const length = Math.min(value.length, issued.length)
  return value.slice(0, length) < issued.slice(0, length)
}

function timeOfDay({ start }: Mention): string {
  return [start.get('hour'), start.get('minute')].map((part) => String(part).padStart(2, '0')).join(':')
}
