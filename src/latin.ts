/**
 * Letters of the script that directives are printed in. All of Unicode's capitals are some 650 ranges, and to compile a
 * pattern of them takes ten times as long as one of the Latin ones: for the patterns of one parse a tenth of its time.
 *
 * Latin letters, marks and digits are told apart one by one. A sign of another script is a letter (`\p{L}`) of neither
 * case; signs beyond U+FFFF are none.
 */
import { remembered } from './remembered.ts'

/** First and last unit of the blocks whose letters and digits are looked at one by one: Latin, marks, number forms. */
const LATIN = [
  [0, 0x24f],
  [0x300, 0x36f],
  [0x1e00, 0x1eff],
  [0x2070, 0x209c],
  [0x2150, 0x218b],
  [0x2460, 0x249b],
] as const
/** Blocks of other scripts, all of them letters here. */
const SCRIPTS =
  '\\u0370-\\u1dff\\u1f00-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufdff\\ufe70-\\ufefc\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc'

/**
 * A pattern, or the source of one, whose `\p{L}`, `\p{Lu}`, `\p{Ll}`, `\p{M}`, `\p{N}` and `\p{Nd}` are those of the Latin
 * script. The build writes out what a call with a literal gives.
 *
 * @throws Error for `\P{…}` within a class.
 */
export function latin(pattern: RegExp): RegExp
export function latin(source: string): string
export function latin(pattern: RegExp | string): RegExp | string {
  if (typeof pattern === 'string') return writtenOut(pattern)
  // a new one each time, as a literal is: it may keep a place
  return new RegExp(literal(pattern.source), pattern.flags)
}

const literal = remembered(writtenOut)

function writtenOut(source: string): string {
  let inClass = false
  return source.replace(/\\([pP])\{(\w+)\}|\\[\s\S]|[[\]]/g, (part, kind: string | undefined, property: string) => {
    if (kind === undefined) {
      if (part === '[') inClass = true
      else if (part === ']') inClass = false
      return part
    }
    const members = membersOf(property)
    if (kind === 'p') return inClass ? members : `[${members}]`
    if (inClass) throw new Error(`${part} in a class: write its members out`)
    return `[^${members}]`
  })
}

const membersOf = remembered((property) => {
  const pattern = new RegExp(`\\p{${property}}`, 'u')
  return LATIN.map(([from, to]) => runs(pattern, from, to)).join('') + (property === 'L' ? SCRIPTS : '')
})

/** `A-ZÀ-ÖØ-Þ…`: the units of a block that the pattern matches. Marks are written as escapes. */
function runs(pattern: RegExp, from: number, to: number): string {
  const say = (unit: number) => (unit < 0x300 || unit > 0x36f ? String.fromCharCode(unit) : `\\u0${unit.toString(16)}`)
  let out = ''
  for (let start = from; start <= to; start++) {
    if (!pattern.test(String.fromCharCode(start))) continue
    let end = start
    while (end < to && pattern.test(String.fromCharCode(end + 1))) end++
    out += end === start ? say(start) : end === start + 1 ? say(start) + say(end) : `${say(start)}-${say(end)}`
    start = end
  }
  return out
}
