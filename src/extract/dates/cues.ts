/**
 * The words that make a date a deadline (`grammars/deadlines.yaml`).
 *
 * ```
 * Báo cáo kết quả chậm nhất là ngày 15/9/2021
 *                 ^^^^^^^^^^^^^
 * ```
 */
import { alternation, dateWords } from '../../calendar/words.ts'
import { perGrammar } from '../../grammar/grammar.ts'
import type { Entry } from '../../grammar/shapes.ts'
import type { DeadlineRecord } from '../../schema.ts'
import { matchAt, skeleton } from '../../text.ts'
import { clauseAround, phraseStart, type Stretch } from './clause.ts'
import { type Phrases, phrases, toneless } from './phrases.ts'
import { matchBefore, type Scan } from './scan.ts'

export type Operator = DeadlineRecord['operator']

export interface Cue {
  /** Where the cue begins in the scan text. */
  index: number
  operator: Operator
}

/** A date that a cue may govern. */
export interface Candidate {
  start: number
  end: number
  /** A day, a month or another part of a year, or no more than a year. */
  kind: 'day' | 'part' | 'year'
  /** How many years after the document's own it lies; 0 where that is not known. */
  ahead: number
}

export interface Cues {
  /** The cue that governs a date. */
  governing(scan: Scan, date: Candidate): Cue | null
  /** The cue of the heading over the list in which a date stands alone behind a colon. */
  heading(scan: Scan, start: number): Cue | null
  /** Do words beside what stands from `start` to `end` make it no deadline: `có hiệu lực trong thời hạn …`? */
  isSpoiled(scan: Scan, span: Stretch): boolean
  /** Does the clause say that something is handed in, or done? */
  isDuty(scan: Scan, span: Stretch): boolean
  /** Does a word that begins or ends a range stand before `index`? */
  isRange(text: string, index: number): boolean
  /** Does the clause begin behind `index` with what is handed in or done? */
  opensDuty(scan: Scan, index: number): boolean
}

interface CueWord {
  operator: Operator
  /** What must stand in the same clause; null for a cue that stands by itself. */
  needs: Phrases | null
  near: boolean
  kinds: readonly Candidate['kind'][]
  /** Must nothing but a colon stand between it and the date? */
  direct: boolean
  label: boolean
  /** As printed. */
  words: Set<string>
}

/** A cue with its fillers is never longer. */
const REACH = 64
/** How far before a cue, and behind a date, a word must stand that is near. */
const NEAR_BEFORE = 90
const NEAR_BEHIND = 40
/** How far before a cue words may stand that spoil it. */
const SPOILS = 72
/** A list of dates under one heading is no longer. */
const LIST = 800
/** A year that lies further ahead is the horizon of a plan, unless something is said to be finished by it. */
const HORIZON = 3

export const deadlineCues = perGrammar(({ deadlines }) => build(deadlines))

function build(entries: Entry<'deadlines'>[]): Cues {
  const listed = (role: Entry<'deadlines'>['role']) =>
    entries.filter((entry) => entry.role === role).flatMap((entry) => entry.words)
  const fold = (words: readonly string[]) => words.map((word) => skeleton(word.normalize('NFC')))
  const supporting = (ids: readonly string[]) =>
    phrases(
      entries.filter((entry) => entry.role === 'support' && ids.includes(entry.id)).flatMap((entry) => entry.words),
      listed('not-support'),
    )
  const cues = new Map<string, CueWord[]>()
  for (const entry of entries) {
    if ((entry.role !== 'cue' && entry.role !== 'label') || !entry.operator) continue
    const needs = entry.needs.length > 0 ? supporting(entry.needs) : null
    const words = new Set(entry.words.map((word) => toneless(word.normalize('NFC'))))
    const cue = {
      operator: entry.operator,
      needs,
      near: entry.near,
      kinds: entry.kinds,
      direct: entry.direct,
      label: entry.role === 'label',
      words,
    }
    for (const word of new Set(fold(entry.words))) cues.set(word, [...(cues.get(word) ?? []), cue])
  }
  const fillers = fold(listed('filler'))
  const word = alternation([...cues.keys(), ...fillers])
  const chain = new RegExp(`(?:^|[^a-z0-9])((?:${word}(?: ?: ?| \\(| )){1,5})$`)
  const single = new RegExp(`${alternation([...cues.keys()])}(?![a-z])( ?:)?`, 'g')
  const lastWords = new Set([...cues.keys(), ...fillers].map((each) => each.split(' ').at(-1) as string))
  const support = phrases(listed('support'), listed('not-support'))
  const finish = supporting(['finish'])
  const spoilers = phrases(listed('not-before'), listed('not-support'))
  const joined = phrases(listed('not-joined'), [...listed('support'), ...listed('not-support')])
  const tails = phrases(listed('not-after'))
  const behind = phrases(listed('behind'))
  const told = phrases(listed('told'))
  const plans = phrases(listed('not-year'))
  const ends = new RegExp(
    `(?:^|[^a-z])${alternation(['range-start', 'range-joint'].flatMap((id) => dateWords().of(id)).filter((word) => /[a-z]/.test(word)))} $`,
  )
  // `gửi số liệu trước ngày …`: what is handed in is no remark on the date
  const handedIn = supporting(['report'])
  const headings = new RegExp(
    `(?:^|[^a-z])${alternation([...cues].filter(([, list]) => list.some(({ operator, needs, direct }) => operator === 'by' && needs === null && !direct)).map(([each]) => each))}(?![a-z])`,
  )

  return {
    heading({ text }, start) {
      if (text[start - 2] !== ':') return null
      for (const entry of text
        .slice(Math.max(0, start - LIST), start)
        .split(';')
        .reverse()) {
        const list = entry.search(/: [-+*•] /)
        if (list >= 0) return headings.test(entry.slice(0, list)) ? { index: start, operator: 'by' } : null
        if (!/^ ?[-+*•] /.test(entry)) return null
      }
      return null
    },
    isSpoiled: (scan, { start, end }) => spoils(scan, clauseAround(scan.text, start, end).start, start, end),
    isDuty(scan, { start, end }) {
      const clause = clauseAround(scan.text, start, end)
      return support.stands(scan, clause.start, clause.end) && !spoils(scan, clause.start, start, end)
    },
    isRange: (text, index) => matchBefore(ends, text, index, 10) !== null,
    opensDuty(scan, index) {
      const clause = clauseAround(scan.text, index, index)
      return handedIn.stands(scan, index, clause.end) && !told.stands(scan, index, clause.end)
    },
    governing: (scan, date) => calledLast(scan, date) ?? ledBy(scan, date),
  }

  /** `Ngày 25/9/2021 là hạn cuối`. */
  function calledLast(scan: Scan, { start, end, kind }: Candidate): Cue | null {
    const next = end + (matchAt(JOINT, scan.text, end)?.[0].length ?? 0)
    return kind !== 'year' && behind.startsAt(scan, next) ? { index: start, operator: 'by' } : null
  }

  /** The cue in the words before a date. */
  function ledBy(scan: Scan, date: Candidate): Cue | null {
    const { text } = scan
    const before = text.slice(Math.max(0, date.start - REACH), date.start)
    const last = /([a-z]+)?( ?:)? ?\(?$/.exec(before)
    if (!last?.[2] && !lastWords.has(last?.[1] ?? '')) return null
    const phrase = chain.exec(before)?.[1]
    if (!phrase) return null
    const found = cuesIn(scan, phrase, date)
    const first = found[0]
    if (!first) return null
    const clause = clauseAround(text, first.at, date.end)
    // `đối tượng áp dụng chậm nhất …`: what is said so plainly no neighbour takes back
    const plainly = first.cue.needs === null && first.cue.operator === 'by'
    const phraseAt = phraseStart(text, clause, first.at)
    // `tính giá trị vườn cây, xong chậm nhất …`: what is finished by a day is so whatever stands before the comma
    const isFinished = finish.stands(scan, phraseAt, date.start)
    if (
      spoils(scan, isFinished ? phraseAt : clause.start, first.at, date.end) ||
      (!plainly && joined.endsAt(scan, first.at))
    )
      return null
    const near = {
      start: Math.max(phraseAt, first.at - NEAR_BEFORE),
      end: Math.min(clause.end, date.end + NEAR_BEHIND),
    }
    if (date.kind === 'year' && first.cue.needs !== null && plans.stands(scan, near.start, first.at)) return null
    if (date.kind === 'year' && !(date.ahead < HORIZON ? support : finish).stands(scan, near.start, near.end))
      return null
    const isTold = told.stands(scan, near.start, first.at)
    const strong = found.filter(({ cue }) => cue.needs === null && !(cue.direct && isTold)).at(-1)
    if (strong) return { index: first.at, operator: strong.cue.operator }
    const weak = found.find(({ cue }) => {
      const { start, end } = cue.near ? near : clause
      return cue.needs?.stands(scan, start, end)
    })
    return weak && !isTold ? { index: first.at, operator: weak.cue.operator } : null
  }

  /** The cues in the words before a date that may govern it. */
  function cuesIn(scan: Scan, phrase: string, { start, kind }: Candidate): { at: number; cue: CueWord }[] {
    const from = start - phrase.length
    return [...phrase.matchAll(single)].flatMap(({ index, 0: matched, 1: colon }) => {
      const at = from + index
      const words = matched.slice(0, matched.length - (colon?.length ?? 0))
      const printed = toneless(scan.printed(at, at + words.length).toLowerCase())
      const isDirect = start - at - matched.length <= (colon === undefined ? 2 : 1)
      return (cues.get(words) ?? [])
        .filter(
          (cue) =>
            // a cue that needs nothing beside it has no other meaning: `truớc ngày …` is spoilt
            (cue.words.has(printed) || (cue.needs === null && !cue.label)) &&
            cue.kinds.includes(kind) &&
            (!cue.label || colon !== undefined) &&
            (!cue.direct || isDirect),
        )
        .map((cue) => ({ at, cue }))
    })
  }

  function spoils(scan: Scan, clauseStart: number, index: number, end: number): boolean {
    if (tails.startsAt(scan, end + (matchAt(JOINT, scan.text, end)?.[0].length ?? 0))) return true
    if (handedIn.endsAt(scan, index)) return false
    const from = Math.max(clauseStart, index - SPOILS)
    return spoilers
      .starts(scan, from, index)
      .some(
        (at) =>
          !handedIn.endsAt(scan, at) &&
          !isHandedInAfter(scan, at, index) &&
          !RUNS_FROM.test(scan.text.slice(Math.max(0, at - REACH), at)),
      )
  }

  /** `thống kê hộ nghèo, gửi về Văn phòng trước ngày …`: behind a comma begins what must be done by then. */
  function isHandedInAfter(scan: Scan, at: number, index: number): boolean {
    return handedIn.starts(scan, at, index).some((verb) => scan.text.endsWith(', ', verb))
  }
}

const JOINT = /,? /y
/** `nộp hồ sơ kể từ ngày Nghị định có hiệu lực đến hết ngày …`: what stands behind is where a period begins. */
const RUNS_FROM = /(?:^|[^a-z])ke tu [^.;:]*$/
