/**
 * `npm run accuracy -- --text DIR --gold DIR`: the table of any folder of texts and gold. `--leave-one-source-out`: of
 * the corpus at `DIRECTIVE_CORPUS`, each document read by readers that learned from other sources.
 *
 * `--split`: two halves by the hash of their ids · `--baseline FILE`: exit 1 where a group fell · `--update`: rewrite
 * the baseline · `--differences`: each value that differs · `--field NAME`: of one field only · `--json`: the figures ·
 * `--records DIR`: the records too.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { accuracyTable, groupFigures, losses } from './accuracy-table.ts'
import { halves, readPairs } from './documents.ts'
import { leftOutTables } from './left-out.ts'
import { type Pair, type Score, score } from './score.ts'

const { values } = parseArgs({
  options: {
    'leave-one-source-out': { type: 'boolean', default: false },
    text: { type: 'string' },
    gold: { type: 'string' },
    split: { type: 'boolean', default: false },
    baseline: { type: 'string' },
    update: { type: 'boolean', default: false },
    differences: { type: 'boolean', default: false },
    field: { type: 'string' },
    json: { type: 'boolean', default: false },
    records: { type: 'string' },
  },
})

if (values['leave-one-source-out']) for (const line of leftOutTables(process.env.DIRECTIVE_CORPUS)) console.log(line)
else if (!values.text || !values.gold) {
  console.error(
    'usage: npm run accuracy -- --text DIR --gold DIR [--split] [--baseline FILE [--update]] [--differences [--field NAME]] [--json] [--records DIR] | --leave-one-source-out',
  )
  process.exitCode = 2
} else {
  const pairs = readPairs({ text: values.text, gold: values.gold })
  const parts = values.split ? halves(pairs) : { all: pairs }
  const scores = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, score(part)]))
  if (values.json) console.log(JSON.stringify(scores, (key, value) => (key === 'differences' ? undefined : value), 2))
  else for (const [name, each] of Object.entries(scores)) print(name, each)
  if (values.records) keep(pairs, values.records)
  if (values.baseline) compare(values.baseline, groupFigures(score(pairs)))
}

function print(name: string, each: Score): void {
  console.log(`# ${name}\n\n${accuracyTable(each)}\n`)
  if (!values.differences) return
  for (const { id, field, gold, record } of each.differences) {
    if (values.field === undefined || values.field === field)
      console.log(`${id} ${field}\n  gold   ${gold ?? '–'}\n  record ${record ?? '–'}`)
  }
}

function compare(path: string, now: Record<string, number>): void {
  if (values.update) writeFileSync(path, `${JSON.stringify(now, null, 2)}\n`)
  const fallen = losses(JSON.parse(readFileSync(path, 'utf8')), now)
  for (const each of fallen) console.error(each)
  if (fallen.length > 0) process.exitCode = 1
}

function keep(pairs: Pair[], folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const { gold, record } of pairs)
    if (record) writeFileSync(join(folder, `${gold.id}.json`), JSON.stringify(record, null, 2))
}
