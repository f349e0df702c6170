/** `directive-parse merge OUT… -o DIR`: what several runs wrote, each over its share, as one. */
import { existsSync, statSync } from 'node:fs'
import { count, newTally } from '../batch/tally.ts'
import { Duplicates } from '../batch/duplicates.ts'
import { merge, type Merged } from '../batch/merge/merge.ts'
import { asWalked } from '../batch/merge/order.ts'
import { type Context, EXIT } from './command.ts'
import { nextSteps } from './next.ts'
import { formatNumber } from './numbers.ts'
import { sayIn } from './options.ts'
import { summary } from './summary.ts'

export interface MergeOptions {
  output: string
  report?: string | undefined
  quiet?: true | undefined
}

export async function mergeRuns(names: string[], options: MergeOptions, context: Context): Promise<void> {
  const began = performance.now()
  const { output, report, quiet } = options
  const tell = (problem: Parameters<Context['tell']>[0]) => {
    context.tell(problem)
    context.exitCode = EXIT.unread
  }
  const isFile = /\.(?:csv|ndjson)$/.test(output) && !(existsSync(output) && statSync(output).isDirectory())
  const merged = await merge(names, { output, isFile, report, tell })
  if (merged.missing.length > 0)
    tell({ id: 'shards-missing', values: { path: output, shards: merged.missing.join(', ') } })
  if (!quiet) context.streams.stderr.write(told(merged, options, (performance.now() - began) / 1000, context))
}

function told(merged: Merged, { output }: MergeOptions, seconds: number, { language }: Context): string {
  const t = sayIn(language)
  const number = (value: number) => formatNumber(value, language)
  const { added, same, replaced, kept } = merged.files
  const lines = merged.joined.map(({ path, lines }) =>
    t(`${path}: ${number(lines)} lines\n`, `${path}: ${number(lines)} dòng\n`),
  )
  if (added + same + replaced + kept > 0) {
    lines.push(
      t(
        `${number(added)} records new, ${number(replaced)} replaced, ${number(same)} there before, ${number(kept)} corrected by hand and kept\n`,
        `${number(added)} biểu ghi mới, ${number(replaced)} được thay, ${number(same)} đã có từ trước, ${number(kept)} đã sửa tay nên giữ nguyên\n`,
      ),
    )
  }
  if (merged.entries.length === 0) return lines.join('')
  const tally = newTally()
  const duplicates = new Duplicates()
  tally.failed = merged.failed
  for (const { input, documents } of merged.entries.sort((one, other) =>
    asWalked(one.input ?? '', other.input ?? ''),
  )) {
    count(tally, { status: 'done', documents, bytes: 0, seconds: 0 })
    for (const found of duplicates.add(input ?? 'stdin', documents)) tally.duplicates.push(found)
  }
  const list = t('list.xlsx', 'muc-luc.xlsx')
  const next = [
    { words: ['review', output], what: t('the page on which a person checks the records', 'trang rà soát biểu ghi') },
    { words: [output, '--xlsx', '-o', list], what: t('the records as a workbook', 'lập tệp Excel từ các biểu ghi') },
  ]
  const skipped = { junk: 0, hidden: 0, excluded: 0 }
  return lines.join('') + summary(tally, { seconds, language, skipped, output }) + nextSteps(next, t)
}
