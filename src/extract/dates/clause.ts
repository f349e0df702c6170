/** The sentence and the phrase around a date, as far as a cue looks. */

export interface Stretch {
  start: number
  end: number
}

/** A cue with its fillers, and a clause, are never longer. */
const BEFORE = 160
const BEHIND = 60

/** From the end of the clause before to the end of this one. */
export function clauseAround(text: string, start: number, end: number): Stretch {
  const before = text.slice(Math.max(0, start - BEFORE), start)
  const from = Math.max(before.lastIndexOf('. '), before.lastIndexOf('; '), before.lastIndexOf('\n')) + 1
  const after = /[.;] |\n/.exec(text.slice(end, end + BEHIND))
  return { start: start - before.length + from, end: end + (after ? after.index : BEHIND) }
}

/** A colon before the cue itself, or before where its time begins: `: từ ngày phát động `. */
const LABELLED = /: ?(?:(?:ke )?tu [^,;:]{0,40})?$/

/**
 * From the comma, colon or bracket before `index`, inside its clause; where the colon is all that stands between, from the
 * one before: `Thời gian nhận hồ sơ: đến hết ngày …`.
 */
export function phraseStart(text: string, { start }: Stretch, index: number): number {
  const before = text.slice(start, index).replace(LABELLED, (words) => words.replace(':', ' '))
  const bracket = before.lastIndexOf('(')
  return (
    start +
    Math.max(before.lastIndexOf(', '), before.lastIndexOf(': '), before.indexOf(')', bracket) > 0 ? -1 : bracket) +
    1
  )
}
