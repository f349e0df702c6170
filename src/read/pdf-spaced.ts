/**
 * Letters that were set apart to stretch a line or to stress a word. pdf.js parts the letters of each word by spaces and gives each
 * word a run of its own, so that it is known where words end.
 *
 * ```
 * `c ủ a` `T h ủ` `t ư ớ n g`   →   `của` `Thủ` `tướng`
 * ```
 */
import { isSyllable } from '../grammar/syllable.ts'
import { latin } from '../latin.ts'
import { decodedForm } from '../text.ts'
import type { Run } from './layout.ts'

const APART = latin(/^\S\p{M}*(?: \S\p{M}*)*$/u)
/** Fewer words than this may be a row of initials or of marks in a table. */
const ENOUGH = 2

/** Puts the letters of words together, in the runs themselves; gives how many words there were. */
export function joinLetters(runs: readonly Run[]): number {
  let count = 0
  for (let at = 0; at < runs.length; ) {
    let end = at
    while (end < runs.length && (runs[end] as Run).chain === (runs[at] as Run).chain && isApart(runs[end] as Run)) end++
    count += joinStretch(runs.slice(at, end))
    at = Math.max(end, at + 1)
  }
  return count
}

const isApart = ({ text }: Run): boolean => APART.test(decodedForm(text).trim())

/** Joins what stands side by side where it is words of the language. */
function joinStretch(stretch: readonly Run[]): number {
  const joined = stretch.map(({ text }) => decodedForm(text).replace(/ /g, ''))
  const words = joined
    .map((text) => text.replace(latin(/[^\p{L}]/gu), '').toLowerCase())
    .filter((text) => text.length > 1)
  const known = words.filter(isSyllable).length
  if (known < ENOUGH || known < words.length / 2) return 0
  stretch.forEach((run, index) => {
    run.text = joined[index] as string
  })
  return known
}
