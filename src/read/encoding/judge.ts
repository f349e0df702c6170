/** Scores a run of text under every encoding it could be in: which reading gives Vietnamese syllables? */
import { isSyllable, restoreHorn } from '../../grammar/syllable.ts'
import { latin } from '../../latin.ts'
import { byteOf, decodeView, LEGACY, type Legacy } from './tables.ts'

/** `unicode`: the text is what it seems to be. */
export type Reading = 'unicode' | Legacy
export const READINGS = ['unicode', ...LEGACY] as const

/** Words that are syllables minus words that are not, by the place of a reading in `READINGS`. */
export interface Score {
  good: number[]
  bad: number[]
}

/** What may stand around and between the syllables of one printed word. */
const EDGE = /[\s\d.,;:!?()[\]{}<>"'“”‘’«»…/\\+=*_%&@#|~–—-]+/
const CAPITALS = /^[A-ZĐ]+$/

/** Is the word a syllable (1), impossible (-1), or does it tell nothing (0)? */
function verdict(token: string, reading: Reading): number {
  const text = reading === 'unicode' ? token : decodeView(token, reading)
  let result = 0
  for (const part of text.split(EDGE)) {
    if (part === '' || /^[!-~]+$/.test(part) || CAPITALS.test(part)) continue
    if (latin(/^\p{L}+$/u).test(part) && isSyllable(part)) result = result || 1
    else if (reading === 'tcvn3' && restoreHorn(part)) continue
    else return -1
  }
  return result
}

/** Has the word letters that Windows-1252 cannot show? Then it is Unicode for certain. */
export function isBeyond1252(token: string): boolean {
  for (let i = 0; i < token.length; i++) if (byteOf(token.charCodeAt(i)) < 0) return true
  return false
}

const verdicts = new Map<string, number[]>()
const MOST_VERDICTS = 20_000

/** One character beyond ASCII, no letters and spaces of any kind around it. */
const LONE_SIGN = /^[ -@[-`{-~\u00a0]*[^ -~][ -@[-`{-~\u00a0]*$/

/** The score of the words in `run`, separated by white space; words in plain ASCII do not count,
 * nor does a lone sign (`£`, `§.`). */
export function judge(run: string): Score {
  const good = READINGS.map(() => 0)
  const bad = READINGS.map(() => 0)
  for (const token of run.split(/[ \t\n]+/)) {
    if (/^[\t -~]*$/.test(token) || token.length > 60 || LONE_SIGN.test(token)) continue
    let row = verdicts.get(token)
    if (!row) {
      row = READINGS.map((reading) => verdict(token, reading))
      if (verdicts.size > MOST_VERDICTS) verdicts.clear()
      verdicts.set(token, row)
    }
    row.forEach((value, index) => {
      if (value > 0) good[index] = (good[index] as number) + 1
      if (value < 0) bad[index] = (bad[index] as number) + 1
    })
  }
  return { good, bad }
}
