/**
 * Makes `\p{Lu}` in the patterns of this project the capitals of the Latin script at build time (tsdown and vitest both
 * take this plugin). All of Unicode's capitals are some 650 ranges, and to compile a pattern of them takes a millisecond
 * or two: for the hundred patterns of one parse that was half of its start-up.
 *
 * Latin letters, marks and digits are kept one by one. A sign of another script is a letter (`\p{L}`) of neither case;
 * signs beyond U+FFFF are none.
 */
import { parseAst } from 'rolldown/parseAst'

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

export function lettersPlugin() {
  return {
    name: 'letters',
    transform(code: string, id: string) {
      if (!/[\\/]src[\\/][^?]*\.ts$/.test(id) || !/\\[pP]\{/.test(code)) return undefined
      const edits = [...patternsIn(parseAst(code, { lang: 'ts', sourceType: 'module' }))]
      let out = code
      for (const { start, end } of edits.sort((a, b) => b.start - a.start)) {
        out = out.slice(0, start) + latinOnly(out.slice(start, end)) + out.slice(end)
      }
      return { code: out, map: null }
    },
  }
}

interface Source {
  type?: string
  start: number
  end: number
  regex?: unknown
  value?: unknown
}

/** Literals of patterns, and strings and templates of which patterns are made. */
function* patternsIn(node: unknown): Generator<Source> {
  if (typeof node !== 'object' || node === null) return
  const { type, regex, value } = node as Source
  if (type === 'TemplateLiteral' || (type === 'Literal' && (regex || typeof value === 'string'))) yield node as Source
  else for (const child of Object.values(node)) yield* patternsIn(child)
}

/** The source text of a pattern with its properties written out; one backslash or two before them. */
function latinOnly(source: string): string {
  let inClass = false
  return source.replace(
    /(\\{1,2})([pP])\{(\w+)\}|\\\\?[\s\S]|[[\]]/g,
    (part, _, kind: string | undefined, property: string) => {
      if (kind === undefined) {
        if (part === '[') inClass = true
        else if (part === ']') inClass = false
        return part
      }
      const members = membersOf(property)
      if (kind === 'p') return inClass ? members : `[${members}]`
      if (inClass) throw new Error(`${part} in a class: write its members out`)
      return `[^${members}]`
    },
  )
}

const known = new Map<string, string>()

function membersOf(property: string): string {
  let members = known.get(property)
  if (members === undefined) {
    const pattern = new RegExp(`\\p{${property}}`, 'u')
    members = LATIN.map(([from, to]) => runs(pattern, from, to)).join('') + (property === 'L' ? SCRIPTS : '')
    known.set(property, members)
  }
  return members
}

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
