/**
 * What all fixtures and hard cases made of them are read as, in figures: right values by kind of noise, what the readers
 * cut and label, how probable the judge thinks each value. A number in `src/segment`, `src/label` or `src/grade` that changes
 * one of them is noticed here, for better or worse.
 *
 * Where the change is wanted: look at the difference, then `npx vitest run test/readings.test.ts -u`. The figures are
 * measurements and no truth; that stands in the fixtures.
 */
import { describe, expect, test } from 'vitest'
import { compareRecords } from '../src/cli/check/compare.ts'
import { GRADED, type GradedField } from '../src/grade/field.ts'
import type { Grade } from '../src/schema.ts'
import { parseDirective } from '../src/pipeline.ts'
import { readersInForce } from '../src/readers.ts'
import { bestReading } from '../src/segment/body/best-path.ts'
import { readLabels } from '../src/segment/body/labels.ts'
import { observe, restBehind, weightOf } from '../src/segment/body/observe.ts'
import { movesOf } from '../src/segment/body/open-series.ts'
import { layoutOf } from '../src/segment/body/paragraphs.ts'
import type { Row } from '../src/segment/rows.ts'
import { secondReading } from '../src/segment/second-reader.ts'
import { segmentRows, zonedRows } from '../src/segment/segment.ts'
import { loadFixtures, type Truth } from './fixtures.ts'
import { hardCase, NOISE_KINDS } from './noise.ts'
import { ownedSpans } from './ownership.ts'

const fixtures = loadFixtures()
/** Kinds of noise that each fixture is read with, beside the clean text: all kinds in turn. */
const NOISES = 2

interface Case {
  kind: string
  text: string
  expected: Truth
}

const cases: Case[] = fixtures.flatMap((fixture, at) => [
  { kind: 'clean', text: fixture.text, expected: fixture.expected },
  ...Array.from(
    { length: NOISES },
    (_, nth) => (NOISE_KINDS[(at * NOISES + nth) % NOISE_KINDS.length] as { id: string }).id,
  ).flatMap((kind): Case[] => {
    const made = hardCase(fixture, kind)
    return made ? [{ kind, ...made }] : []
  }),
])

/** Sums by name, in order of the names. */
class Tally {
  readonly sums = new Map<string, number[]>()

  add(name: string, ...values: number[]): void {
    const known = this.sums.get(name) ?? []
    this.sums.set(
      name,
      values.map((value, at) => value + (known[at] ?? 0)),
    )
  }

  table(...head: string[]): string {
    const rows = [...this.sums]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, sums]) => [name, ...sums.map((sum) => String(Number(sum.toFixed(3))))])
    return [head, ...rows]
      .map((row) =>
        row
          .map((cell, at) => (at === 0 ? cell.padEnd(36) : cell.padStart(11)))
          .join('')
          .trimEnd(),
      )
      .join('\n')
  }
}

const right = new Tally()
const cut = new Tally()
const owned = new Tally()
const labelled = new Tally()
const labels = new Tally()
const judged = new Tally()

const grades: Grade[] = ['certain', 'likely', 'doubtful']

function measure({ kind, text, expected }: Case): void {
  const { judge, ...second } = readersInForce()
  const noting = {
    ...judge,
    share(field: GradedField, doubts: readonly number[]) {
      const share = judge.share(field, doubts)
      judged.add(field, 1, share, ...grades.map((grade) => Number(judge.gradeOf(share) === grade)))
      return share
    },
  }
  const record = parseDirective(text, { readers: { ...second, judge: noting } })
  const { values, differences } = compareRecords(
    expected as Record<string, unknown>,
    record as unknown as Record<string, unknown>,
  )
  right.add(
    kind,
    1,
    [...values.values()].reduce((sum, each) => sum + each, 0),
    differences.length,
    record.diagnostics.length,
  )
  const zoned = zonedRows(text)
  for (const [at, zone] of zoned.zones.entries())
    cut.add(zone, 1, zoned.rows[at]?.cells.length ?? 0, zoned.rows[at]?.text.length ?? 0)
  weigh(
    text,
    zoned.rows.filter((_, at) => zoned.zones[at] === 'body'),
  )
  for (const { type, span } of ownedSpans(segmentRows(text, zoned))) owned.add(type, 1, span[1] - span[0], span[0])
  for (const [part, list] of Object.entries(secondReading(text, zoned, second).values))
    for (const { value, share } of list) labelled.add(part, 1, value.length, share)
}

/** What speaks for the lines of a body as items: on the best path, and of each label as the first of a series. */
function weigh(text: string, rows: Row[]): void {
  const seen = observe(text, rows, layoutOf(rows))
  labels.add('best path', 1, bestReading(seen)?.weight ?? 0)
  for (const line of seen) {
    for (const sign of ['begins', 'breaksOff', 'setIn', 'textBelow', 'table'] as const)
      labels.add(sign, Number(line[sign]))
    for (const label of readLabels(line.row.text)) {
      const rest = restBehind(line.row, label.length)
      labels.add(`${label.kind}, alone`, 1, (rest && weightOf(line, label.kind, rest)) ?? 0)
      for (const { weight } of movesOf(null, label, line, new Map())) labels.add(`${label.kind}, first`, 1, weight)
    }
  }
}

describe('all fixtures, clean and with noise', () => {
  for (const each of cases) measure(each)

  test.each([
    ['first reader', () => right.table('noise', 'documents', 'values', 'wrong', 'messages')],
    ['rows', () => cut.table('zone', 'rows', 'cells', 'characters')],
    ['tree', () => owned.table('node', 'spans', 'characters', 'starts')],
    ['labels', () => labels.table('what', 'lines', 'weight')],
    ['second reader', () => labelled.table('part', 'values', 'characters', 'share')],
    ['judge', () => judged.table('field', 'values', 'share', ...grades)],
  ])('%s', async (name, table) => {
    await expect(`${table()}\n`).toMatchFileSnapshot(`golden/readings/${name.replace(' ', '-')}.txt`)
  })

  test('every kind of value is judged', () => expect([...judged.sums.keys()].sort()).toEqual([...GRADED].sort()))
})
