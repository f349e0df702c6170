/**
 * Pages whose source was wrapped behind the first word of each paragraph, as sites that collect laws print them.
 *
 * ```
 * > | ỦY
 * > | BAN NHÂN DÂN
 * > |
 * > | Căn
 * > | cứ Luật Tổ chức chính quyền địa phương;
 * ```
 */
import { latin } from '../latin.ts'
import { joinBrokenCues } from './broken-cues.ts'

/** A word, a label, a formula, alone on its line; a number alone is a page's. */
const WORD = latin(/^[^\S\n]*(?!\d+\s*$)[\p{L}\d]{1,8}[.:,]?[^\S\n]*$/u)
const GOES_ON = latin(/^[^\S\n]*[\p{L}\d(“"]/u)
/** So many paragraphs, and such a share of those of several lines, make it the page's way and no accident. */
const FEWEST = 4
const SHARE = 0.5

/** The text, of the same length, with such first words, and those of cues, on the line of what follows them. */
export const joinFirstWords = (text: string): string => joinBrokenCues(joinParagraphs(text))

/** The same for first words of paragraphs; the text itself where it has none. */
function joinParagraphs(text: string): string {
  const breaks: number[] = []
  let paragraphs = 0
  let blank = true
  for (let from = 0; from < text.length; ) {
    const to = lineEnd(text, from)
    const next = lineEnd(text, to + 1)
    const empty = text.slice(from, Math.min(to, from + 16)).trim() === ''
    if (!empty && blank && to < text.length && GOES_ON.test(text.slice(to + 1, Math.min(next, to + 17)))) {
      paragraphs++
      if (to - from < 16 && WORD.test(text.slice(from, to))) breaks.push(to)
    }
    blank = empty
    from = to + 1
  }
  if (breaks.length < FEWEST || breaks.length < paragraphs * SHARE) return text
  let joined = ''
  let from = 0
  for (const at of breaks) {
    joined += `${text.slice(from, at)} `
    from = at + 1
  }
  return joined + text.slice(from)
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at < 0 ? text.length : at
}
