/** The place before a date of issue: `TP. Hồ Chí Minh, ngày …`. */
import { pattern } from '../grammar/wording.ts'
import { latin } from '../latin.ts'
import type { Span } from '../text.ts'

export interface PlaceBefore {
  text: string
  span: Span
  /** Is it set off by a comma, as the form wants? */
  exact: boolean
}

/** The longest name of a place in Vietnam has seven words. */
const WORDS = 8
/** Before the date: a comma, what OCR makes of it, or nothing; then blanks; a telegram's hour may stand between. */
const COMMA =
  /[ \t]{0,3}([,;.]?)[\s…]{0,12}(?:(?:hồi|lúc)\s)?(?:\d{1,2}\s?(?:giờ|[hg])\s?(?:\d{1,2}\s?(?:phút|')?)?,?\s{1,3})?$/u
/** A number before the place on the same line: `Số: 87/2025/NĐ-CP Hà Nội ngày …`. */
const NUMBER = latin(/[/-]\p{Lu}[\p{L}\d-]*\s$/u)
/** The last word of a text, hyphens within; a full stop only after an abbreviation (`TP.`). */
const LAST_WORD = latin(/[\p{L}\p{M}'’-]{1,12}\.?$/u)
/** `Quận 12`: a number in place of a name. */
const NUMBERED = pattern(
  ({ words: list }) => new RegExp(`(?:^|[\\s|])((?:${list('numbered-place')})\\s?\\d{1,2})$`, 'u'),
)
/** `Hòa Lạc 2`: the name of a commune since 2025, two words or more before the number. */
const NAME_AND_NUMBER = pattern(
  ({ words: list }) =>
    new RegExp(
      latin(`(?:^|[\\s|])(?:\\p{Lu}\\p{Ll}+\\s){1,3}(?!(?:${list('numbered-parts')})\\s)\\p{Lu}\\p{Ll}+(\\s\\d{1,2})$`),
      'u',
    ),
)
/** `TP. HCM`, `Tp.VTR`: initials behind the word for a city, or those that everybody knows. */
const INITIALS = pattern(
  ({ words: list }) =>
    new RegExp(
      latin(`(?:^|[\\s|])((?:(?:${list('city-abbreviations')})\\s?\\p{Lu}{2,4}|${list('place-initials')}))$`),
      'u',
    ),
)
/** `Thành phố Hồ Chí Minh`: the kind of the place, printed before its name. */
const UNIT = pattern(
  ({ words: list }) => new RegExp(`(?:^|[\\s|])((?:${list('place-units')})\\s(?:\\d{1,2}\\s)?)$`, 'u'),
)
const NAME = latin(/^\p{Lu}[\p{Ll}\p{M}'’]*\.?$|^TP\.?$|^[Tt]p\.?$/u)

/**
 * Takes the capitalised words that stand directly before `at`, back to a gap (two blanks, tab, bar), a digit or a word that
 * is no name (`/CT-UBND`). Without a comma the name must begin the line or follow a gap.
 */
export function placeBefore(line: string, at: number): PlaceBefore | null {
  const comma = COMMA.exec(line.slice(Math.max(0, at - 48), at))
  if (!comma) return null
  const end = at - comma[0].length
  const shouting = latin(/^\p{Lu}{2}/u).test(line.slice(at, at + 2))
  const numbered = NUMBERED().exec(line.slice(Math.max(0, end - 16), end))?.[1]
  const initials = comma[1] === ',' ? INITIALS().exec(line.slice(Math.max(0, end - 12), end))?.[1] : undefined
  const whole = numbered ?? initials
  let start =
    end -
    (whole?.length ??
      (comma[1] === ',' ? NAME_AND_NUMBER().exec(line.slice(Math.max(0, end - 40), end))?.[1]?.length : undefined) ??
      0)
  const nameEnd = start
  for (let count = 0; count < WORDS && !whole; count++) {
    const before = line.slice(Math.max(0, start - 15), start)
    const gap = count === 0 ? 0 : gapLength(before)
    if (gap < 0) break
    const word = LAST_WORD.exec(before.slice(0, before.length - gap))?.[0]
    if (!word || !isName(word, shouting)) break
    start -= gap + word.length
  }
  if (start === nameEnd && !whole) start = end
  else if (!whole) start -= UNIT().exec(line.slice(Math.max(0, start - 16), start))?.[1]?.length ?? 0
  if (start === end)
    return halfCapital(line.slice(0, end), comma[1] === ',' && line.slice(at).replace(/\s+/g, ' ').length < DATE_ALONE)
  if (
    comma[1] !== ',' &&
    !(
      start === 0 ||
      NUMBER.test(line.slice(Math.max(0, start - 24), start)) ||
      /(?:[\t|\n]|[ ]{2})[ ]?$/.test(line.slice(Math.max(0, start - 3), start))
    )
  )
    return null
  if (latin(/[/\-\p{L}]$/u).test(line.slice(Math.max(0, start - 1), start))) return null
  return { text: line.slice(start, end), span: [start, end], exact: comma[1] === ',' }
}

/** `Tam nông, ngày 9 tháng 11 năm 1988`: a typist's capital on the first word alone, on a line of its own. */
function halfCapital(before: string, alone: boolean): PlaceBefore | null {
  const text = alone ? latin(/^[^\p{L}]*(\p{Lu}\p{Ll}{1,5} +\p{Ll}{2,6})$/u).exec(before)?.[1] : undefined
  return text === undefined ? null : { text, span: [before.length - text.length, before.length], exact: false }
}

/** Letters of a date that ends its line. */
const DATE_ALONE = 36

/** Length of what joins two words of one name: a blank, or a hyphen with blanks (`Bà Rịa - Vũng Tàu`); −1 where nothing does. */
function gapLength(before: string): number {
  if (/[^\s] [-–] $/.test(before)) return 3
  if (/[^\s] $/.test(before)) return 1
  return before.endsWith('.') ? 0 : -1
}

function isName(word: string, shouting: boolean): boolean {
  return word.split('-').every((part) => (shouting ? part === part.toUpperCase() && part !== '' : NAME.test(part)))
}
