/** What is told of a mention: its value, and what part it plays in the text. */
import { lastDayOf } from '../../calendar/calendar.ts'
import type { Span } from '../../text.ts'
import type { Citing } from './citing.ts'
import { type Cue, deadlineCues, type Operator } from './cues.ts'
import { edtf, isImpossible } from './edtf.ts'
import type { Mention } from './mention.ts'
import { dutyPeriod } from './periods.ts'
import { YEAR_OF_DOCUMENT } from './refine-document.ts'
import type { Due } from './refine-terms.ts'
import type { Scan } from './scan.ts'

export interface FoundDate {
  /** Offsets into the text, a time before the date included: `14 giờ ngày 08/10/2025`. */
  span: Span
  /** EDTF, intervals too; null for a date with a `problem`, a recurring one and a term that runs from an event. */
  date: string | null
  /** `issue` is the segmenter's to set. */
  role: 'issue' | 'reference' | 'deadline' | 'event' | 'period'
  /** `14:00`, where a time of day is printed beside the date. */
  time?: string
  /** Why a part of the value is not printed: its year is that of its range, or of the document's date. */
  inferred?: string
  /** It does not exist, is printed so that its day cannot be read, or belongs to another calendar. */
  problem?: 'impossible' | 'lunar'
  recurring?: true
  /** A term: a length of time that runs from something. */
  relative?: true
  /** What makes it a deadline: where its words begin and end, what they say, and its date where that is another than printed. */
  cue?: { start: number; end: number; operator: Operator; date: string | null; note?: string }
}

export interface Surroundings {
  cited: Citing
  issued: string | null
  /** What counted terms come to. */
  due: Map<Mention, Due>
  /** The dates from which terms are counted: no deadlines themselves. */
  anchors: Set<Mention | null>
}

export function foundDate(mention: Mention, scan: Scan, surroundings: Surroundings): FoundDate {
  const { cited, issued, due, anchors } = surroundings
  const span = { start: mention.index, end: mention.until }
  const numbered = cited.byNumber(scan, span.start)
  const counted = due.get(mention)
  const cue: (Cue & { date?: string }) | null =
    numbered || anchors.has(mention) || mention.term ? null : governingCue(mention, scan, issued)
  const found: FoundDate = { span: scan.span(span.start, span.end), date: edtf(mention), role: 'event' }
  const isOwn =
    mention.term?.own === true && !deadlineCues().isSpoiled(scan, span) && !isPast(counted?.date ?? null, issued)
  if (numbered) found.role = 'reference'
  else if ((cue && !mention.end) || isOwn) found.role = 'deadline'
  else if (cited.byName(scan, span.start)) found.role = 'reference'
  else if (mention.end || mention.parts.day === undefined) found.role = 'period'
  if (mention.lunar) found.problem = 'lunar'
  else if (mention.unread || isImpossible(mention)) found.problem = 'impossible'
  if (mention.inferred) found.inferred = mention.inferred
  if (mention.recurring) found.recurring = true
  if (mention.term) found.relative = true
  if (mention.time !== null) found.time = mention.time
  if (cue) found.cue = ofCue(mention, scan, cue)
  if (mention.term && isOwn) found.cue = ofTerm(mention, scan, counted)
  return found
}

/** A date as a deadline: from its cue to its end, or to the end of the days that stand with it. */
function ofCue(mention: Mention, scan: Scan, cue: Cue & { date?: string }): NonNullable<FoundDate['cue']> {
  const last = lastOf(mention, cue)
  const [start, end] = scan.span(cue.index, last?.until ?? mention.until)
  const operator = last && cue.operator === 'on' ? 'by' : cue.operator
  return {
    start,
    end,
    operator: mention.recurring ? 'recurring' : operator,
    date: (last && edtf(last)) ?? cue.date ?? edtf(mention),
  }
}

/** `nộp vào ngày 12, 13/9`: the last of several days on which something may be done is the deadline. */
function lastOf({ also, recurring }: Mention, { operator }: Cue): Mention | undefined {
  return recurring || (operator !== 'on' && operator !== 'within') ? undefined : also.at(-1)
}

/** A term as a deadline: from its cue to the day it is counted from. */
function ofTerm(mention: Mention, scan: Scan, due: Due | undefined): NonNullable<FoundDate['cue']> {
  const until = Math.max(mention.until, due?.anchor?.until ?? 0)
  const [start, end] = scan.span(mention.term?.from ?? mention.index, until)
  const operator = mention.term && mention.term.direction < 0 ? 'by' : 'within'
  return { start, end, operator, date: due?.date ?? null, ...(due && { note: due.note }) }
}

/**
 * The cue that makes a mention a deadline. A date before the document's own is none; where its year is only the
 * document's, the next year is meant: `trước ngày 15/01` in a letter of December.
 */
function governingCue(mention: Mention, scan: Scan, issued: string | null): Cue | null {
  if (mention.from === 'last') return null
  const cues = deadlineCues()
  if (mention.end) return endsPeriod(mention, scan, issued)
  const kind = kindOf(mention)
  const span = { start: mention.index, end: mention.until }
  const ahead = issued === null ? 0 : (mention.parts.year ?? 0) - Number(issued.slice(0, 4))
  const cue = cues.governing(scan, { ...span, kind, ahead }) ?? cues.heading(scan, mention.index)
  if (!cue && mention.recurring)
    return recursAsDuty(span, scan) ? { index: mention.index, operator: 'recurring' } : null
  if (!cue && opensDuty(mention, scan, issued))
    return { index: mention.index, operator: kind === 'day' ? 'on' : 'within' }
  if (!cue || !isPast(edtf(mention), issued)) return cue
  if (mention.inferred !== YEAR_OF_DOCUMENT) return null
  mention.parts.year = (mention.parts.year ?? 0) + 1
  return cue
}

/** `định kỳ hằng quý báo cáo`, and not one end of the time that is reported on: `tính từ ngày 15 tháng trước`. */
function recursAsDuty(span: { start: number; end: number }, scan: Scan): boolean {
  return deadlineCues().isDuty(scan, span) && !deadlineCues().isRange(scan.text, span.start)
}

function kindOf({ parts, unread, decade, recurring }: Mention): 'day' | 'part' | 'year' {
  if (parts.day !== undefined || recurring) return 'day'
  // half a year is a span of work, as a year is
  const isPart =
    parts.month !== undefined || (parts.season !== undefined && parts.season < FIRST_HALF) || unread || decade !== null
  return isPart ? 'part' : 'year'
}

/** The end of a period in which something must be done: `nộp học phí từ ngày 01/6 đến ngày 14/6/2023`. */
function endsPeriod(mention: Mention, scan: Scan, issued: string | null): (Cue & { date: string }) | null {
  const [, end] = edtf(mention)?.split('/') ?? []
  if (end === undefined || end.length === 'YYYY'.length || isPast(end, issued)) return null
  const index = dutyPeriod()(scan, { start: mention.index, end: mention.until })
  return index === null ? null : { index, operator: 'by', date: end }
}

/** A time to come at the head of a sentence says when what follows is to be done: `Quý IV/2026, các xã sơ kết …`. */
function opensDuty(mention: Mention, scan: Scan, issued: string | null): boolean {
  const last = lastDayOf(edtf(mention) ?? '')
  if (last === null || issued === null || kindOf(mention) === 'year') return false
  // told of the same month is what was done in it
  if (last.slice(0, issued.length) < issued || (kindOf(mention) === 'day' && last.slice(0, issued.length) === issued))
    return false
  const { text } = scan
  const behind = /^[,:] ?(?=\S)/.exec(text.slice(mention.until, mention.until + 3))
  if (!behind || !HEAD.test(text.slice(Math.max(0, mention.index - HEAD_REACH), mention.index))) return false
  return kindOf(mention) === 'part' || deadlineCues().opensDuty(scan, mention.until + behind[0].length)
}

/** What stands before the first word of a sentence: its end, a line break, a label. */
const HEAD = /(?:^|[.;:\n]|(?:^|[ \n])(?:[-+*•]|\d{1,2}[.)]|[a-z][.)])) ?$/
const HEAD_REACH = 6
/** EDTF's codes of halves begin here. */
const FIRST_HALF = 40

/** Does the date lie wholly before the document's own? */
function isPast(value: string | null, issued: string | null): boolean {
  if (issued === null || value === null || !/^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?$/.test(value)) return false
  const length = Math.min(value.length, issued.length)
  return value.slice(0, length) < issued.slice(0, length)
}
