/**
 * In TCVN3 and VPS a toned capital shares the byte of the small letter, the font alone makes it a capital: a heading
 * decodes to `CộNG HòA`. Words whose base letters are capitals are set in capitals again.
 */

import { perGrammar } from '../../grammar/grammar.ts'
import { isSyllable } from '../../grammar/syllable.ts'
import { latin } from '../../latin.ts'

const WORD = latin(/[\p{L}\p{M}]+/gu)

type Case = 'upper' | 'lower' | 'open'

/** `open` where the base letters do not tell: none of them, or a single first capital (`Uỷ`, `Đã`). */
function caseOf(word: string): Case {
  let capitals = 0
  for (const char of word) {
    if (char >= 'a' && char <= 'z') return 'lower'
    if (char >= 'A' && char <= 'Z') capitals++
  }
  return capitals > 1 || (capitals === 1 && (word.length > 2 || !/^[A-Z]/.test(word))) ? 'upper' : 'open'
}

const names = perGrammar(({ syllables }) =>
  syllables
    .filter(({ part }) => part === 'name')
    .flatMap(({ forms }) => forms.map((name) => [(name[0] as string).toLowerCase() + name.slice(1), name] as const)),
)

/** Names that begin with a toned vowel: no font, no neighbour tells that their first letter is a capital. */
function raiseNames(line: string): string {
  for (const [lower, name] of names()) if (line.includes(lower)) line = line.replaceAll(lower, name)
  return line
}

/** One column of a line. An open word goes with a syllable in capitals beside it, over spaces only. */
function raiseCell(cell: string): string {
  const words = [...cell.matchAll(WORD)]
  const cases = words.map(([word]) => caseOf(word))
  if (!cases.includes('upper')) return cell
  const mixed = cases.includes('lower')
  const raised = cases.map((found) => found === 'upper')
  const titled = !mixed && words.some(([word], index) => raised[index] && /[^ -~]/.test(word) && isSyllable(word))
  const beside = (index: number, side: -1 | 1) => {
    const [left, right] = side < 0 ? [words[index - 1], words[index]] : [words[index], words[index + 1]]
    if (!left || !right || !raised[index + side]) return false
    const other = (words[index + side] as RegExpExecArray)[0]
    const gap = cell.slice(left.index + left[0].length, right.index)
    return /^[\s–-]*$/.test(gap) && (isSyllable(other) || (titled && other.length > 2))
  }
  const raise = (index: number) => {
    if (cases[index] !== 'open') return
    const first = /^[A-Z]/.test((words[index] as RegExpExecArray)[0])
    const sides = Number(beside(index, -1)) + Number(beside(index, 1))
    raised[index] ||= sides > (mixed && !first ? 1 : 0)
  }
  for (let i = 0; i < words.length; i++) raise(i)
  for (let i = words.length - 1; i >= 0; i--) raise(i)
  let text = ''
  let from = 0
  words.forEach((match, index) => {
    text += cell.slice(from, match.index) + (raised[index] ? match[0].toUpperCase() : match[0])
    from = match.index + match[0].length
  })
  return text + cell.slice(from)
}

/** The line with the capitals that its letters ask for: `CộNG HòA Xã HộI` → `CỘNG HÒA XÃ HỘI`; `Số: 05` keeps its ố. */
export function raiseCapitals(line: string): string {
  return raiseNames(
    line
      .split(/(\t|\||(?<=\S) {3,})/)
      .map(raiseCell)
      .join(''),
  )
}
