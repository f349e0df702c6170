/** The command that serves, with its help; what it does is loaded when it is called. */
import { Argument } from '@commander-js/extra-typings'
import type { Context } from './command.ts'
import { readChoices, readingOptions, type Say } from './options.ts'
import { collected, countOf } from './values.ts'

/** Somebody waits for the answer: limits are closer than those of a batch. */
export const SERVE_LIMITS = { bytes: 50 * 1024 ** 2, secondsPerFile: 300 }
export const SERVE_DEFAULTS = { host: '127.0.0.1', port: 8020, queue: 32 }

export function serveCommand(t: Say, context: Context) {
  const { host, port, queue } = SERVE_DEFAULTS
  return readingOptions(t, SERVE_LIMITS)
    .name('serve')
    .description(
      t(
        'a service on this machine: a document is posted, its record comes back; with a folder of records, the page on which they are checked',
        'dịch vụ trên máy này: gửi văn bản lên, nhận lại biểu ghi; nêu thư mục biểu ghi thì có trang rà soát',
      ),
    )
    .addArgument(
      new Argument(
        '[records]',
        t('a folder of records, to check and correct on a page', 'thư mục biểu ghi, để rà soát và sửa ngay trên trang'),
      ),
    )
    .option('--host <name>', `${t('address to listen on', 'địa chỉ nhận yêu cầu')} (${host})`)
    .option('--port <n>', `${t('0 for any that is free', 'cổng; 0: cổng trống bất kỳ')} (${port})`, countOf('--port'))
    .option(
      '--allow-host <name>',
      t('a name by which the service is called besides; may be repeated', 'tên khác của dịch vụ; lặp lại được'),
      collected,
    )
    .option(
      '--queue <n>',
      `${t('requests that may wait; more get 503', 'số yêu cầu được chờ; vượt quá thì trả 503')} (${queue})`,
      countOf('--queue'),
    )
    .option('--sources <dir>', t('where the paths of the sources begin', 'thư mục chứa các tệp nguồn'))
    .option(
      '--secret-documents',
      t(
        'the page shows documents with a mark of secrecy to other machines too',
        'cho máy khác xem cả văn bản có dấu mật trên trang rà soát',
      ),
    )
    .action(async (folder, options) => {
      const { serve } = await import('./serve.ts')
      await serve(folder, { ...options, reading: readChoices(options) }, context)
    })
}
