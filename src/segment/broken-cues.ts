/**
 * Cues of several words that stand on two lines, as narrow cells of a table leave them.
 *
 * ```
 * > | Kính
 * > | gửi: Các trạm y tế
 * ```
 */
import { perGrammar } from '../grammar/grammar.ts'
import { alternation, phrasesOf } from '../grammar/wording.ts'

/** Cues that open a part of the letter with words that begin no sentence. */
const OPENING = ['addressee', 'recipients']

/** The first words of such a cue alone on a line, and the white space up to the others on the next one. */
const BROKEN = perGrammar(() => {
  const halves = OPENING.flatMap(phrasesOf).flatMap((phrase) => {
    const words = phrase.split(' ')
    return words.slice(1).map((_, at) => ({ first: words.slice(0, at + 1), rest: words.slice(at + 1) }))
  })
  const first = alternation(halves.map((half) => half.first.join(' ')))
  const rest = alternation(halves.map((half) => half.rest.join(' ')))
  return new RegExp(`^([^\\S\\n]*(?:${first})[^\\S\\n]*)(\\n[^\\S\\n]{0,200})(?=(?:${rest})[^\\S\\n]*[:;])`, 'gimu')
})

/** White space that parts no columns. */
const NO_COLUMN = '\v'

/** The text, of the same length, with such cues on one line. */
export const joinBrokenCues = (text: string): string =>
  text.replace(BROKEN(), (_, first: string, gap: string) => `${first} ${NO_COLUMN.repeat(gap.length - 1)}`)
