/**
 * Letters that stand apart, as programs leave them that take letter after letter out of a page: marks behind a space (`Kê ́ hoạch`),
 * syllables cut before a toned letter (`th ực hi ện`), letter after letter (`c ủ a T h ủ`). They are put together where a syllable
 * comes of it.
 */
import { isSyllable } from '../../grammar/syllable.ts'
import { latin } from '../../latin.ts'
import { isLetterAt, unitClass } from '../../text.ts'

export interface Joined {
  text: string
  /** Words that were put together, and the first line with one, from 1. */
  count: number
  line: number
}

/** A mark behind a space: few texts hold one, and to look for it alone is cheap. */
const LOOSE_MARK = / [\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]/
const MARK_APART = latin(/(\p{L}\p{M}*) ([\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]+)/gu)
/** A vowel with a mark of any kind. */
const isMarked = unitClass(/[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/i)
const WORD = latin(/\p{L}+/gu)

/** The text with everything joined that can be. */
export function joinApart(source: string): Joined {
  const joined: Joined = { text: source, count: 0, line: 0 }
  const lineOf = (text: string, at: number) => text.slice(0, at).split('\n').length
  const first = LOOSE_MARK.test(source) ? source.search(MARK_APART) : -1
  if (first >= 0) {
    joined.line = lineOf(source, first)
    joined.text = source
      .replace(MARK_APART, (_, letter: string, marks: string) => {
        joined.count++
        return letter + marks
      })
      .normalize('NFC')
  }
  const isCut = isCutAtTones(joined.text)
  if (!isCut && !LETTER_AFTER_LETTER.test(joined.text)) return joined
  const lines = joined.text.split('\n').map((line, index) => {
    const whole = isSpacedOut(line) ? inWords(line) : isCut ? withoutCuts(line) : line
    if (whole === line) return line
    joined.count += Math.max(1, line.split(' ').length - whole.split(' ').length)
    joined.line ||= index + 1
    return whole
  })
  joined.text = lines.join('\n')
  return joined
}

/** Fewer words than this show nothing. */
const ENOUGH = 30
/** Of the words of a good text so many begin with a vowel that bears a mark, or are no syllables: 3 in 100, 10 in 100. */
const BEGINNING_MARKED = 0.15
const WORDS = 2000

/** Is every third word or so what was cut off before its toned vowel? */
function isCutAtTones(text: string): boolean {
  let words = 0
  let marked = 0
  let inWord = false
  for (let at = 0; at < text.length && words < WORDS; at++) {
    const isLetter = isLetterAt(text, at)
    if (isLetter && !inWord) {
      words++
      if (isMarked(text.charCodeAt(at))) marked++
    }
    inWord = isLetter
  }
  // few texts are asked for their syllables
  if (words < ENOUGH || marked < BEGINNING_MARKED * words) return false
  const short = (text.match(WORD) ?? []).slice(0, words).filter((word) => word.length <= 3 && !beginsMarked(word))
  const broken = short.filter((word) => word === word.toLowerCase() && !isSyllable(word)).length
  return broken >= (BEGINNING_MARKED / 3) * words
}

const beginsMarked = (word: string) => isMarked(word.charCodeAt(0))

/** `th ực hi ện` → `thực hiện`: what begins with a marked vowel goes to the word before it, where both are one syllable. */
function withoutCuts(line: string): string {
  const tokens = line.split(' ')
  const whole: string[] = []
  for (const token of tokens) {
    const before = whole.at(-1)
    const [head = ''] = latin(/^\p{L}+/u).exec(token) ?? []
    const [tail = ''] = latin(/\p{L}+$/u).exec(before ?? '') ?? []
    const fits = tail !== '' && beginsMarked(head) && isSyllable(tail + head)
    const isRest = tail !== '' && head !== '' && !isSyllable(head) && !isSyllable(tail) && isSyllable(tail + head)
    if (fits || isRest) whole[whole.length - 1] = before + token
    else whole.push(token)
  }
  return whole.join(' ')
}

const LETTER_AFTER_LETTER = latin(/(?<!\p{L})\p{L} \p{L} \p{L} \p{L}(?!\p{L})/u)

/** Shares of single letters, and how many there must be, for a line to be spaced out. */
const SPACED = { share: 0.8, letters: 6 }
/** A longer line is no line of a page. */
const LINE = 1000

function isSpacedOut(line: string): boolean {
  if (line.length > LINE) return false
  const words = line.match(WORD) ?? []
  const single = words.filter((word) => word.length === 1).length
  return single >= SPACED.letters && single >= SPACED.share * words.length
}

/** `c ủ a T h ủ t ư ớ n g` → `của Thủ tướng`: each stretch of letters as the fewest syllables that make it up. */
function inWords(line: string): string {
  return line
    .split(/( {2,}|\t)/)
    .map((part) => (/^\s/.test(part) ? (part === '\t' ? part : ' ') : part.replace(STRETCH, asSyllables)))
    .join('')
}

const STRETCH = latin(/(?<![\p{L}\p{M}])\p{L}(?: \p{L})+(?![\p{L}\p{M}])/gu)
/** Letters of the longest syllable. */
const LONGEST = 7

function asSyllables(stretch: string): string {
  const letters = stretch.split(' ')
  // the fewest syllables up to each letter, and where the last of them begins
  const best: { count: number; from: number }[] = [{ count: 0, from: -1 }]
  for (let end = 1; end <= letters.length; end++) {
    best[end] = { count: Number.POSITIVE_INFINITY, from: -1 }
    for (let from = Math.max(0, end - LONGEST); from < end; from++) {
      const count = (best[from] as { count: number }).count + 1
      if (count < (best[end] as { count: number }).count && isWord(letters.slice(from, end).join('')))
        best[end] = { count, from }
    }
  }
  if (!Number.isFinite((best[letters.length] as { count: number }).count)) return stretch
  const words: string[] = []
  for (let end = letters.length; end > 0; end = (best[end] as { from: number }).from)
    words.unshift(letters.slice((best[end] as { from: number }).from, end).join(''))
  return words.join(' ')
}

/** One word: a capital stands at its beginning or everywhere. */
const isWord = (word: string) =>
  isSyllable(word) && (word.slice(1) === word.slice(1).toLowerCase() || word === word.toUpperCase())
