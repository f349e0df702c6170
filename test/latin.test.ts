/** Letters in patterns are Latin ones, in the source and in what is built of it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'rolldown/parseAst'
import { describe, expect, test } from 'vitest'
import { writeOut } from '../scripts/build/write-out.ts'
import { latin } from '../src/latin.ts'

describe('a letter', () => {
  test.each([
    ['a capital with marks', latin(/^\p{Lu}+$/u), 'ĐẶỮÝ', true],
    ['a small letter', latin(/^\p{Ll}+$/u), 'đặữý', true],
    ['a small one is no capital', latin(/\p{Lu}/u), 'đặữý', false],
    ['a mark that stands apart', latin(/^o\p{M}$/u), 'o\u0309', true],
    ['a digit above the line', latin(/^\p{N}$/u), '²', true],
    ['a sign of another script is one', latin(/^\p{L}$/u), 'Ж', true],
    ['but of neither case', latin(/[\p{Lu}\p{Ll}]/u), 'Ж', false],
    ['none at all', latin(/^\P{L}+$/u), '12 - /', true],
    ['in the source of a pattern', new RegExp(latin('^[\\p{Lu}\\d]+$'), 'u'), 'Ủ1', true],
  ])('%s', (_, pattern, text, expected) => {
    expect(pattern.test(text)).toBe(expected)
  })

  test('that is none cannot stand in a class', () => {
    expect(() => latin(/[\P{L}x]/u)).toThrow('in a class')
  })
})

test.each(['latin(/^[\\p{Lu}\\d]{2}\\/\\P{L}/giu)', "latin('(?<!\\\\p{L})\\\\p{Lu}')", 'latin(`\\\\p{Lu}`)'])(
  'the build writes out what %s gives',
  (call) => {
    const evaluate = (code: string) => new Function('latin', code.replace('export default', 'return'))(latin)
    const built = writeOut().transform(`export default ${call}`, '/src/a.ts')?.code as string
    expect(String(evaluate(built))).toBe(String(evaluate(`export default ${call}`)))
  },
)

/** Those of all scripts: digits before they are digits of ASCII. */
const ALL_SCRIPTS = ['latin.ts', 'text.ts']

test('every pattern of letters in the source is one of Latin letters', () => {
  const files = (readdirSync('src', { recursive: true }) as string[])
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.startsWith('review/page/') && !ALL_SCRIPTS.includes(file))
  const bare = files.flatMap((file) => {
    const code = readFileSync(join('src', file), 'utf8')
    if (!/\\p\{/i.test(code)) return []
    return bareIn(parseAst(code, { lang: 'ts', sourceType: 'module' })).map((pattern) => `${file}: ${pattern}`)
  })
  expect(bare).toEqual([])
})

const LETTERS = /\\[pP]\{(?:L[ul]?|M|Nd?)\}/

/** Patterns and strings that name letters and stand in no call of `latin`. */
function bareIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  const { type, callee, value, regex } = node as Record<string, { name?: string; pattern?: string } | string>
  if ((type as unknown) === 'CallExpression' && (callee as { name?: string }).name === 'latin') return []
  const text = (regex as { pattern?: string } | undefined)?.pattern ?? value
  if ((type as unknown) === 'Literal') return typeof text === 'string' && LETTERS.test(text) ? [text] : []
  if ((type as unknown) === 'TemplateElement') {
    const { cooked } = value as { cooked?: string }
    return cooked && LETTERS.test(cooked) ? [cooked] : []
  }
  return Object.values(node).flatMap(bareIn)
}
