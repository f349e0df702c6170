/**
 * The words of its own in the name of a body: known fields, else words with capitals and what hangs on them.
 *
 * > | Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh chủ trì
 *                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
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
const HANGING = /^,\s{1,3}(?=(?:chống)(?![\p{L}])|\p{Lu}[\p{L}]*(?:\s\p{Ll}+)?(?:\s\p{Ll}+)?\s+và\s+\p{Lu})/u

/** A field of the table at `at`, printed with a capital. */
export function readField(text: string, folded: string, at: number): Span | null {
  if (!isCapitalAt(text, at)) return null
  const end = matchEnd(agencyVocabulary().field, folded, at)
  return end > 0 ? [at, end] : null
}

/** Own words from `at` on, with the place that ends them; both null where nothing of a name begins at `at`. */
export function readOwnWords(text: string, folded: string, at: number): OwnWords {
  let safe = at
  let word = at
  let lower = 0
  let seenCapital = false
  for (let count = 0; count < LIMIT; count++) {
    const place = readPlace(text, folded, word, { bare: false })
    if (place && (count > 0 || place.tier === 'trung ương' || !isCapitalAt(text, word))) {
      if (!(place.several && !seenCapital)) return { words: word > at ? trimmed(text, at, word) : null, place }
    }
    const token = /^[\p{L}\p{M}\p{N}&.-]*[\p{L}\p{N}]/u.exec(text.slice(word, word + 30))?.[0]
    if (!token) break
    const capital = isCapitalAt(text, word)
    if (!capital && matchEnd(agencyVocabulary().nameEnd, text, word) > 0) break
    const end = word + token.length
    if (capital || /^\p{N}/u.test(token)) {
      seenCapital = true
      safe = end
      lower = 0
    } else if (token === 'và') {
      lower = TRAILING
    } else {
      lower++
      if (lower <= TRAILING && seenCapital) safe = end
    }
    if (!seenCapital && lower > 5) break
    const hanging = HANGING.exec(text.slice(end, end + 60))
    const dash = /^\s[-–]\s(?=\p{Lu})/u.exec(text.slice(end, end + 5))
    const next = hanging ? end + hanging[0].length : dash ? end + dash[0].length : gapAfter(text, end)
    if (next === end || (BLANK_LINE.test(text.slice(end, next)) && isCapitalAt(text, next))) break
    word = next
  }
  return { words: seenCapital && safe > at ? [at, safe] : null, place: null }
}

function trimmed(text: string, start: number, end: number): Span {
  while (end > start && /[\s,-]/.test(text[end - 1] as string)) end--
  return [start, end]
}
