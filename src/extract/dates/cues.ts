/**
 * The words that make a date a deadline (`grammars/deadlines.yaml`).
 *
 * ```
 * Báo cáo kết quả chậm nhất là ngày 15/9/2021
 *                 ^^^^^^^^^^^^^
 * ```
 */
import { currentGrammar, type Grammar } from '../../grammar/grammar.ts'
import type { DeadlineRecord } from '../../schema.ts'
import { matchAt, skeleton } from '../../text.ts'
import type { Scan } from './scan.ts'
import { alternation } from '../../calendar/words.ts'

export type Operator = DeadlineRecord['operator']

export interface Cue {
  /** Where the cue begins in the scan text. */
  index: number
  operator: Operator
}

export interface Cues {
  /** The cue that governs what stands from `start` to `end` of the scan text; `year`: it is no more than a year. */
  governing(scan: Scan, span: { start: number; end: number; year: boolean }): Cue | null
  /** The cue of the heading over the list in which a date stands alone behind a colon. */
  heading(scan: Scan, start: number): Cue | null
  /** Do words beside what stands from `start` to `end` make it no deadline: `có hiệu lực trong thời hạn …`? */
  isSpoiled(scan: Scan, span: { start: number; end: number }): boolean
}

interface Entry {
  operator: Operator
  needs: RegExp | null
}

/** A cue with its fillers, and a clause, are never longer. */
const REACH = 64
const CLAUSE = 120
/** A list of dates under one heading is no longer. */
const LIST = 800
const known = new WeakMap<Grammar, Cues>()

export function deadlineCues(): Cues {
  const grammar = currentGrammar()
  const cues = known.get(grammar) ?? build(grammar)
  known.set(grammar, cues)
  return cues
}

function build({ deadlines }: Grammar): Cues {
  const folded = (words: string[]) => words.map((word) => skeleton(word.normalize('NFC')))
  const listed = (role: string) => deadlines.filter((entry) => entry.role === role).flatMap((entry) => entry.words)
  const printedWords = (role: string) => new Set(listed(role).map((word) => word.normalize('NFC')))
  const wordsOf = (role: string) => folded(listed(role))
  const supporting = new Map(
    deadlines.filter((entry) => entry.role === 'support').map((entry) => [entry.id, folded(entry.words)]),
  )
  const entries = new Map<string, Entry>()
  for (const entry of deadlines) {
    if (entry.role !== 'cue' || !entry.operator) continue
    const words = entry.needs.flatMap((id) => supporting.get(id) ?? [])
    const needs = words.length > 0 ? new RegExp(`(?:^|[^a-z])${alternation(words)}(?![a-z])`) : null
    for (const word of folded(entry.words)) entries.set(word, { operator: entry.operator, needs })
  }
  const supports = new RegExp(`(?:^|[^a-z])${alternation(wordsOf('support'))}(?![a-z])`)
  const exact = printedWords('cue')
  const word = alternation([...entries.keys(), ...wordsOf('filler')])
  const chain = new RegExp(`(?:^|[^a-z0-9])((?:${word}(?: ?: ?| )){1,5})$`)
  const single = new RegExp(`${alternation([...entries.keys()])}(?![a-z])`, 'g')
  const [spoilersBefore, spoilersAfter] = [printedWords('not-before'), printedWords('not-after')]
  const notBefore = new RegExp(`(?<![a-z])${alternation(wordsOf('not-before'))}(?![a-z])`, 'g')
  const notAfter = new RegExp(` (${alternation(wordsOf('not-after'))})(?![a-z])`, 'y')

  // `gửi số liệu trước ngày …`: what is handed in is no remark on the date
  const handedIn = new RegExp(`(?:^|[^a-z])${alternation(supporting.get('report') ?? [])} $`)

  function spoils({ text, printed }: Scan, clauseStart: number, index: number, end: number): boolean {
    const after = matchAt(notAfter, text, end)?.[1]
    if (after !== undefined && spoilersAfter.has(printed(end + 1, end + 1 + after.length).toLowerCase())) return true
    const from = Math.max(clauseStart, index - 48)
    return [...text.slice(from, index).matchAll(notBefore)].some(
      ({ index: at, 0: word }) =>
        spoilersBefore.has(printed(from + at, from + at + word.length).toLowerCase()) && !handedIn.test(text.slice(Math.max(0, from + at - REACH), from + at)),
    )
  }

  const headings = new RegExp(`(?:^|[^a-z])${alternation([...entries].filter(([, { operator, needs }]) => operator === 'by' && needs === null).map(([word]) => word))}(?![a-z])`)

  return {
    heading({ text }, start) {
      if (text[start - 2] !== ':') return null
      const entries = text.slice(Math.max(0, start - LIST), start).split(';').reverse()
      for (const entry of entries) {
        const list = entry.search(/: [-+*•] /)
        if (list >= 0) return headings.test(entry.slice(0, list)) ? { index: start, operator: 'by' } : null
        if (!/^ ?[-+*•] /.test(entry)) return null
      }
      return null
    },
    isSpoiled: (scan, { start, end }) => spoils(scan, clauseAround(scan.text, start, end).start, start, end),
    governing(scan, { start, end, year }) {
      const { text } = scan
      const phrase = chain.exec(text.slice(Math.max(0, start - REACH), start))?.[1]
      if (!phrase) return null
      const from = start - phrase.length
      const found = [...phrase.matchAll(single)]
        .map(({ index: at, 0: word }) => ({ at, word, entry: entries.get(word) as Entry }))
        .filter(
          ({ at, word, entry }) =>
            !entry.needs || exact.has(scan.printed(from + at, from + at + word.length).toLowerCase()),
        )
      const first = found[0]
      if (!first) return null
      const index = from + first.at
      const strong = found.filter(({ entry }) => entry.needs === null)
      const chosen = strong[strong.length - 1] ?? found[found.length - 1]
      if (!chosen) return null
      const clause = clauseAround(text, index, end)
      if (spoils(scan, clause.start, index, end)) return null
      const words = text.slice(clause.start, clause.end)
      if (year && !supports.test(words)) return null
      if (strong.length > 0) return { index, operator: chosen.entry.operator }
      // a bare year is a limit (`hoàn thành đến hết năm 2026`), never a span of work (`trong năm 2026`)
      const weak = found.find(({ entry }) => entry.needs?.test(words) && (!year || entry.operator === 'by'))
      return weak ? { index, operator: weak.entry.operator } : null
    },
  }
}

/** From the end of the clause before to the end of this one. */
function clauseAround(text: string, start: number, end: number): { start: number; end: number } {
  const before = text.slice(Math.max(0, start - CLAUSE), start)
  const from = Math.max(before.lastIndexOf('. '), before.lastIndexOf('; '), before.lastIndexOf('\n')) + 1
  const after = /[.;] |\n/.exec(text.slice(end, end + CLAUSE / 2))
  return { start: start - before.length + from, end: end + (after ? after.index : CLAUSE / 2) }
}
