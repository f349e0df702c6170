/**
 * The words of its own in the name of a body: known fields, else words with capitals and what hangs on them.
 *
 * > | Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh chủ trì
 *                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
import { latin } from '../../latin.ts'
import { isCapitalAt, type Span } from '../../text.ts'
import { type Place, readPlace } from './place.ts'
import { agencyVocabulary, gapAfter, matchEnd } from './vocabulary.ts'

export interface OwnWords {
  words: Span | null
  place: Place | null
}

const LIMIT = 14
/** Small words that may follow the last word with a capital: `Bảo trợ xã hội`. */
const TRAILING = 3
/** A capital below a blank line begins something else. */
const BLANK_LINE = /\n\s*\n/
const HANGING = latin(/^,\s{1,3}(?=(?:chống)(?![\p{L}])|\p{Lu}[\p{L}]*(?:\s\p{Ll}+)?(?:\s\p{Ll}+)?\s+và\s+\p{Lu})/u)

/** A field of the table at `at`, printed with a capital. */
export function readField(text: string, folded: string, at: number): Span | null {
  if (!isCapitalAt(text, at)) return null
  const end = matchEnd(agencyVocabulary().field, folded, at)
  return end > 0 ? [at, end] : null
}

/** What was read of a name so far. */
interface Run {
  /** Behind the last word that surely belongs to it. */
  safe: number
  /** Small words since the last with a capital. */
  lower: number
  seenCapital: boolean
  /** Words with capitals in a row, abbreviations left out. */
  capitals: number
}

/**
 * Own words from `at` on, with the place that ends them; both null where nothing of a name begins at `at`. `isOther`:
 * whether another body begins at a place behind `và`.
 */
export function readOwnWords(text: string, folded: string, at: number, isOther: (place: number) => boolean): OwnWords {
  const run: Run = { safe: at, lower: 0, seenCapital: false, capitals: 0 }
  let word = at
  for (let count = 0; count < LIMIT; count++) {
    const place = readPlace(text, folded, word, { bare: false })
    const ends = place && (count > 0 || place.tier === 'trung ương' || !isCapitalAt(text, word))
    if (ends && (!place.several || run.seenCapital)) return { words: word > at ? trimmed(text, at, word) : null, place }
    const end = readWord(text, word, run)
    if (end < 0 || (!run.seenCapital && run.lower > LEADING)) break
    const next = nextWord(text, end)
    if (next === end || (BLANK_LINE.test(text.slice(end, next)) && isCapitalAt(text, next))) break
    if (text.slice(word, end) === AND && isOther(next)) break
    word = next
  }
  return { words: run.seenCapital && run.safe > at ? [at, run.safe] : null, place: null }
}

const AND = 'và'
/** Small words at most before the first with a capital. */
const LEADING = 5

/** The end of the word of a name that begins at `at`; -1 where the name is at its end. */
function readWord(text: string, at: number, run: Run): number {
  const token = latin(/^[\p{L}\p{M}\p{N}&.-]*[\p{L}\p{N}]/u).exec(text.slice(at, at + 30))?.[0]
  if (!token) return -1
  if (isCapitalAt(text, at) || latin(/^\p{N}/u).test(token)) {
    run.capitals = isCapitalAt(text, at) && !isCapitalAt(text, at + 1) ? run.capitals + 1 : 0
    return safeTo(run, at + token.length, { seenCapital: true })
  }
  const known = matchEnd(agencyVocabulary().compound, text, at)
  if (endsName(text, at, { known, isWhole: run.capitals !== 1 })) return -1
  run.capitals = 0
  if (known > 0) return safeTo(run, Math.max(at + token.length, known), run)
  run.lower = token === AND ? TRAILING : run.lower + 1
  if (token !== AND && run.lower <= TRAILING && run.seenCapital) run.safe = at + token.length
  return at + token.length
}

function safeTo(run: Run, end: number, { seenCapital }: Pick<Run, 'seenCapital'>): number {
  run.seenCapital = seenCapital
  if (seenCapital) run.safe = end
  run.lower = 0
  return end
}

/** Where the next word of a name begins: behind a gap, a dash, or a comma that a name holds. */
function nextWord(text: string, end: number): number {
  const joint = HANGING.exec(text.slice(end, end + 60)) ?? latin(/^\s[-–]\s(?=\p{Lu})/u).exec(text.slice(end, end + 5))
  return joint ? end + joint[0].length : gapAfter(text, end)
}

/**
 * Does a name end before the word, and none goes on with it to `known`? A verb of one syllable behind a single word in
 * capitals is its second syllable: `Ban Kiểm soát`.
 */
function endsName(text: string, at: number, { known, isWhole }: { known: number; isWhole: boolean }): boolean {
  const { nameEnd, everyday } = agencyVocabulary()
  const end = matchEnd(nameEnd, text, at)
  return (end > 0 && end >= known) || (isWhole && matchEnd(everyday, text, at) > known)
}

function trimmed(text: string, start: number, end: number): Span {
  while (end > start && /[\s,-]/.test(text[end - 1] as string)) end--
  return [start, end]
}
