/** How much of the truth survives each kind of noise: kinds of noise by fields, per cent right. */
import { parseDirective } from '../../src/pipeline.ts'
import { loadFixtures, type Truth } from '../fixtures.ts'
import { hardCases } from '../noise.ts'
import { agreement } from './folding.ts'

export const NOISE_FIELDS = [
  'type',
  'number',
  'place',
  'date',
  'issuer',
  'parentIssuer',
  'subject',
  'addressees',
  'items',
  'recipients',
  'archive',
  'signatures',
  'references',
] as const satisfies (keyof Truth)[]
export type NoiseField = (typeof NOISE_FIELDS)[number]

/** Cases whose truth has the field, and of these those where the record says the same. */
export type NoiseCounts = Record<NoiseField, { cases: number; right: number }>

/** Worked out by other tests; they hang on a name or a date that noise may have spoilt. */
const ASIDE = ['assignees', 'deadlines', 'name', 'purpose']

/** Compared letter by letter; words may differ by a tenth, as in the soft figures of the accuracy table. */
const EXACT = ['type', 'number', 'date', 'label', 'operator', 'relation']

/** Everything that is promised stands in the record, spelling habits aside; lists in full length and order. */
function holds(promised: unknown, given: unknown, key: string): boolean {
  if (typeof promised === 'string')
    return typeof given === 'string' && agreement(promised, given) >= (EXACT.includes(key) ? 2 : 1)
  if (Array.isArray(promised))
    return (
      Array.isArray(given) &&
      given.length === promised.length &&
      promised.every((each, at) => holds(each, given[at], key))
    )
  if (promised === null || typeof promised !== 'object') return promised === given
  if (given === null || typeof given !== 'object') return false
  return Object.entries(promised).every(
    ([name, value]) => ASIDE.includes(name) || holds(value, (given as Record<string, unknown>)[name], name),
  )
}

/** References are promised in any order. */
function isRight(field: NoiseField, promised: unknown, given: unknown): boolean {
  if (field !== 'references') return holds(promised, given, field)
  const left = [...(given as unknown[])]
  const wanted = promised as unknown[]
  return (
    wanted.length === left.length &&
    wanted.every((each) => {
      const at = left.findIndex((other) => holds(each, other, field))
      return at >= 0 && left.splice(at, 1).length === 1
    })
  )
}

/** By kind of noise, in the order of the generator; `clean` first. */
export function noiseCounts(): Map<string, NoiseCounts> {
  const fixtures = loadFixtures()
  const counts = new Map<string, NoiseCounts>()
  const clean = fixtures.map(({ path, text, expected }) => ({ kind: 'clean', path, text, expected }))
  for (const { kind, text, expected } of [...clean, ...hardCases(fixtures)]) {
    const record = parseDirective(text, { evidence: false })
    const row =
      counts.get(kind) ??
      (Object.fromEntries(NOISE_FIELDS.map((field) => [field, { cases: 0, right: 0 }])) as NoiseCounts)
    counts.set(kind, row)
    for (const field of NOISE_FIELDS) {
      if (expected[field] === undefined) continue
      row[field].cases++
      if (isRight(field, expected[field], record[field])) row[field].right++
    }
  }
  return counts
}

const percent = (right: number, cases: number) => (cases === 0 ? '–' : String(Math.round((100 * right) / cases)))

/** As a Markdown table, the last column over all fields. */
export function noiseMarkdown(counts: Map<string, NoiseCounts>): string {
  const header = ['noise', ...NOISE_FIELDS, 'all']
  const rows = [...counts].map(([kind, row]) => {
    const each = NOISE_FIELDS.map((field) => row[field])
    const cases = each.reduce((sum, { cases: more }) => sum + more, 0)
    const right = each.reduce((sum, { right: more }) => sum + more, 0)
    return [kind, ...each.map((count) => percent(count.right, count.cases)), percent(right, cases)]
  })
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}
