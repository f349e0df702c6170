/** The two commands of the review page, with their help; what they do is loaded when one is called. */
import { Argument } from '@commander-js/extra-typings'
import type { Context } from './command.ts'
import { messageOptions, type Say } from './options.ts'
import { bytesOf } from './values.ts'

export function reviewCommand(t: Say, context: Context) {
  return messageOptions(t)
    .name('review')
    .description(
      t(
        'one page, for any browser, on which a person checks records beside their sources',
        'tạo một trang HTML để rà soát biểu ghi bên cạnh văn bản nguồn',
      ),
    )
    .addArgument(new Argument('<records>', t('a folder of records, or one file', 'thư mục biểu ghi, hoặc một tệp')))
    .option('-o, --output <file>', t('the page (default: review.html)', 'trang kết quả (mặc định: review.html)'))
    .option('--title <text>', t('its heading', 'tiêu đề trang'))
    .option('--sources <dir>', t('where the paths of the sources begin', 'thư mục chứa các tệp nguồn'))
    .option('--form', t('show what the form check finds', 'hiển thị kết quả kiểm tra thể thức'))
    .option('--ocr', t('read scans again, to choose words on them', 'OCR lại bản quét để chọn được chữ trên ảnh'))
    .option(
      '--max-images <size>',
      t(
        'page images in the page, the most doubtful first (200M)',
        'dung lượng ảnh tối đa; ưu tiên văn bản nhiều chỗ cần xem (200M)',
      ),
      bytesOf('--max-images'),
    )
    .action(async (records, options) => {
      const { review } = await import('./review.ts')
      await review(records, options, context)
    })
}

export function applyCommand(t: Say, context: Context) {
  return messageOptions(t)
    .name('apply')
    .description(t('write the corrections of a review into the records', 'ghi các chỉnh sửa khi rà soát vào biểu ghi'))
    .addArgument(
      new Argument('<corrections>', t('the file that the page gave', 'tệp chỉnh sửa tải về từ trang rà soát')),
    )
    .addArgument(new Argument('<records>', t('the folder of records', 'thư mục biểu ghi')))
    .option(
      '--expected <dir>',
      t('also make expected records for check there', 'đồng thời tạo biểu ghi mong đợi cho lệnh check'),
    )
    .option('--sources <dir>', t('where the paths of the sources begin', 'thư mục chứa các tệp nguồn'))
    .action(async (corrections, records, options) => {
      const { apply } = await import('./apply.ts')
      await apply(corrections, records, options, context)
    })
}
