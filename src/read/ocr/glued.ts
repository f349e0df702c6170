/**
 * Words of a page's head that an engine ran together: what a hand wrote into the form, or a stamp of figures, stands
 * close to the print, and the print would be taken for written with it.
 *
 * ```
 * ngày39 tháng 10    →  ngày 39 tháng 10
 * 04tháng 02 11năm   →  04 tháng 02 11 năm
 * 4ÄYTTr-CAT-PC04    →  4Ä/TTr-CAT-PC04      the slash before a code of a type
 * ```
 */
import { perGrammar } from '../../grammar/grammar.ts'
import { alternation, pattern } from '../../grammar/wording.ts'
import { latin } from '../../latin.ts'
import { skeleton } from '../../text.ts'
import type { OcrLetter } from './engine.ts'
import { around, type Line, lineOf, type PageWord } from './lines.ts'

/** In folded text. */
const BEFORE = pattern(({ folded }) => new RegExp(`^(?:${folded('blank-day', 'month')})(?=[^a-z]|.{1,2}$)`))
const BEHIND = pattern(({ folded }) => new RegExp(`^.{1,3}(?<cue>${folded('month', 'year')})$`))

/** A spoilt serial, the code of a type, and the rest of the symbol; no code stands within an abbreviation of letters. */
const CODED = perGrammar(({ types }) => {
  const codes = alternation(types.flatMap((type) => Object.values(type.codes).flat()))
  return new RegExp(latin(`^(?<serial>[^/⁄-]{0,9}[^\\p{L}/⁄-][^/⁄-]{0,2}?)(?<code>${codes})(?=[-–]\\p{Lu})`), 'u')
})
/** What a slash is read as. */
const SLASH = /[YyVIl1|'’)(\]"!]$/

/** The words of a line, those that were run together parted. */
export function partGlued(line: Line): Line {
  const words = line.words.flatMap((word) => {
    const slashed = withSlash(word)
    const text = skeleton(slashed.text)
    const before = BEFORE().exec(text)?.[0].length
    if (before !== undefined && before < text.length && !/^[a-z]{3}/.test(text.slice(before)))
      return parted(slashed, before)
    const cue = BEHIND().exec(text)?.groups?.cue
    return cue && !/^[a-z]{2}/.test(text) ? parted(slashed, text.length - cue.length) : [slashed]
  })
  return words.length === line.words.length && words.every((word, at) => word === line.words[at]) ? line : lineOf(words)
}

/** The letter that begins at a place of a word's text; -1 where its letters do not make its text. */
function letterAt({ text, letters }: PageWord, place: number): number {
  if (letters.map((letter) => letter.text).join('').length !== text.length) return -1
  let at = 0
  for (const [index, letter] of letters.entries()) {
    if (at === place) return index
    at += letter.text.length
  }
  return -1
}

function parted(word: PageWord, place: number): PageWord[] {
  const at = letterAt(word, place)
  if (at <= 0) return [word]
  return [
    [word.text.slice(0, place), word.letters.slice(0, at)] as const,
    [word.text.slice(place), word.letters.slice(at)] as const,
  ].map(([text, letters]) => ({ ...word, text, letters, box: around(letters.map(({ box }) => box)) }))
}

function withSlash(word: PageWord): PageWord {
  const { serial, code } = CODED().exec(word.text)?.groups ?? {}
  if (serial === undefined || code === undefined) return word
  const place = serial.length
  const at = letterAt(word, place)
  const [before, first] = [word.letters[at - 1], word.letters[at]]
  if (at <= 0 || !before || !first) return word
  const isRead = SLASH.test(serial) && serial.length > 1
  const box: OcrLetter['box'] = isRead ? before.box : [before.box[2], first.box[1], first.box[0], first.box[3]]
  const kept = isRead ? 1 : 0
  return {
    ...word,
    misread: word.misread ?? word.text,
    text: `${word.text.slice(0, place - kept)}/${word.text.slice(place)}`,
    letters: [...word.letters.slice(0, at - kept), { text: '/', box, confidence: 0 }, ...word.letters.slice(at)],
  }
}
