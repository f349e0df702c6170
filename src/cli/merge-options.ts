/** The command that joins what several runs wrote, with its help; what it does is loaded when it is called. */
import { Argument, Option } from '@commander-js/extra-typings'
import type { Context } from './command.ts'
import { messageOptions, type Say } from './options.ts'

export function mergeCommand(t: Say, context: Context) {
  return messageOptions(t)
    .name('merge')
    .description(
      t(
        'what runs with --shard wrote, as one: records, reports, CSV tables',
        'gộp kết quả của các lần chạy với --shard: biểu ghi, báo cáo, bảng CSV',
      ),
    )
    .addArgument(
      new Argument('<out...>', t('folders of records, reports, tables', 'thư mục biểu ghi, tệp báo cáo, bảng')),
    )
    .addOption(
      new Option(
        '-o, --output <dir>',
        t('the folder of all; or the file, for tables and NDJSON', 'thư mục chung; hoặc tệp, với bảng và NDJSON'),
      ).makeOptionMandatory(),
    )
    .option(
      '--report <file>',
      t('where the joined report goes (default: in the folder)', 'nơi ghi báo cáo chung (mặc định: trong thư mục)'),
    )
    .action(async (names, options) => {
      const { mergeRuns } = await import('./merge.ts')
      await mergeRuns(names, options, context)
    })
}
