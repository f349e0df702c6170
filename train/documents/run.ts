/**
 * `npm run documents -- --seed s --count 5 [--family f] [--clean] [--marks]`: documents to look at; `--measure`: how
 * many of their values the parser gives right, by family or `--by reader|head|foot`, `--misses field`: where it does not.
 */
import { parseArgs } from 'node:util'
import { printTable } from '../../src/cli/table.ts'
import { generate } from './document.ts'
import { FAMILIES } from './families/families.ts'
import { type Grouping, type Measured, measure } from './measure.ts'
import { JUDGED } from './truth.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string' },
    family: { type: 'string', multiple: true },
    clean: { type: 'boolean', default: false },
    marks: { type: 'boolean', default: false },
    families: { type: 'boolean', default: false },
    measure: { type: 'boolean', default: false },
    misses: { type: 'string' },
    by: { type: 'string', default: 'family' },
  },
})
const measured = values.measure || values.misses !== undefined
const choice = {
  seed: values.seed,
  count: Number(values.count ?? (measured ? 2000 : 5)),
  clean: values.clean,
  ...(values.family ? { families: values.family } : {}),
}

const percent = ({ cases, right }: { cases: number; right: number }) =>
  cases === 0 ? '–' : String(Math.round((100 * right) / cases))

function printMeasured({ counts, misses, certain }: Measured): void {
  const rows = [...counts].map(([family, row]) => [family, ...JUDGED.map((field) => percent(row[field]))])
  const sums = JUDGED.map((field) =>
    [...counts.values()].reduce(
      (sum, row) => ({ cases: sum.cases + row[field].cases, right: sum.right + row[field].right }),
      { cases: 0, right: 0 },
    ),
  )
  console.log(
    printTable(
      ['family', ...JUDGED],
      [...rows, ['all', ...sums.map(percent)], ['cases', ...sums.map(({ cases }) => String(cases))]],
      { right: JUDGED.map((_, at) => at + 1) },
    ),
  )
  const kinds = ['missing', 'invented', 'longer', 'shorter', 'other'] as const
  console.log(
    `\n${printTable(
      ['wrong', ...kinds],
      JUDGED.map((field) => [
        field,
        ...kinds.map((kind) => String(misses.filter((miss) => miss.field === field && miss.kind === kind).length)),
      ]),
      { right: [1, 2, 3, 4, 5] },
    )}`,
  )
  const graded = JUDGED.filter((field) => certain[field].values > 0)
  console.log(
    `\n${printTable(
      ['graded certain', 'values', 'wrong', 'wrong %'],
      graded.map((field) => [
        field,
        String(certain[field].values),
        String(certain[field].wrong),
        ((100 * certain[field].wrong) / certain[field].values).toFixed(1),
      ]),
      { right: [1, 2, 3] },
    )}`,
  )
}

function printMisses({ misses }: Measured, wanted: string): void {
  for (const { document, field, kind, wanted: right, given } of misses.filter(
    (miss) => wanted === 'all' || miss.field === wanted,
  )) {
    console.log(
      `${document.id}\t${Object.values(document.layout).join(' ')}\t${field} ${kind}\n  wanted ${JSON.stringify(right)}\n  given  ${JSON.stringify(given)}`,
    )
  }
}

function printDocuments(): void {
  for (const { id, text, marks, layout } of generate(choice)) {
    console.log(`\n════════ ${id} (${Object.values(layout).join(', ')}) ════════\n${text}`)
    if (values.marks)
      for (const { field, entry, spans } of marks)
        console.log(`  ${field} ${entry}: ${spans.map((span) => JSON.stringify(text.slice(...span))).join(' + ')}`)
  }
}

if (values.families) console.log(Object.keys(FAMILIES).join('\n'))
else if (values.misses !== undefined) printMisses(measure(choice), values.misses)
else if (values.measure) printMeasured(measure(choice, values.by as Grouping))
else printDocuments()
