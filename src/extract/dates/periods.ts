/**
 * Periods in which something must be done: their end is a deadline.
 *
 * ```
 * - Thời gian nộp học phí: từ ngày 01/6/2023 đến ngày 14/6/2023
 *                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
import { perGrammar } from '../../grammar/grammar.ts'
import { matchBefore } from './scan.ts'
import { clauseAround, phraseStart, type Stretch } from './clause.ts'
import { phrases } from './phrases.ts'
import type { Scan } from './scan.ts'

/** From the label of a list to the colon before a period: a phrase that says what is done. */
const LABEL_REACH = 120
/** Words of the longest such phrase. */
const LABEL_WORDS = 14
const RUN = /(?:^|[^a-z])((?:bat dau )?(?:ke )?tu )$/
/** What begins an item. */
const ITEM = /(?:^|[\s;.])(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]|[a-z][.)]|[-+*•]) $/
const STEP = /(?:^|[\s;.+-])(?:buoc|giai doan|dot) (?:\d{1,2}|[ivx]{1,4}) ?\($/

/** Where the words begin that make the period from `start` to `end` of the scan text one of a duty; null for any other. */
export const dutyPeriod = perGrammar(({ deadlines }) => {
  const listed = (role: string) => deadlines.filter((entry) => entry.role === role).flatMap((entry) => entry.words)
  const verbs = phrases(listed('period'), listed('not-support'))
  const labels = phrases(listed('period-label'))
  const others = phrases(listed('not-period'), listed('not-support'))
  const told = phrases(listed('told'))

  return (scan: Scan, { start, end }: Stretch): number | null => {
    const { text } = scan
    const run = matchBefore(RUN, text, start, 16)?.[1] ?? ''
    const at = start - run.length
    if (matchBefore(STEP, text, at, 24) && text[end] === ')') return at
    const clause = clauseAround(text, at, end)
    const colon = /: ?$/.exec(text.slice(Math.max(0, at - 2), at))
    if (colon) {
      const stop = at - colon[0].length
      const from = labelStart(text, stop)
      if (verbs.stands(scan, from.start, stop) || labels.stands(scan, from.start, stop)) return at
      const isPhrase = text.slice(from.start, stop).split(' ').length <= LABEL_WORDS
      return from.item && isPhrase && !others.stands(scan, from.start, stop) ? at : null
    }
    const phrase = phraseStart(text, clause, at)
    if (others.stands(scan, phrase, at) || told.stands(scan, phrase, at)) return null
    return run !== '' && verbs.stands(scan, phrase, at) ? at : null
  }
})

/** Where the phrase before a colon begins: behind the label of its item, or the end of the sentence before. */
function labelStart(text: string, stop: number): { start: number; item: boolean } {
  const from = Math.max(0, stop - LABEL_REACH)
  for (let at = stop; at > from; at--) {
    if (text[at - 1] !== ' ') continue
    if (ITEM.test(text.slice(Math.max(0, at - 10), at))) return { start: at, item: true }
    if (/[.;:\n] $/.test(text.slice(at - 2, at))) return { start: at, item: false }
  }
  return { start: from, item: false }
}
