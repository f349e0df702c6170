/** The commands that hand on to an archive, with their help; what they do is loaded when one is called. */
import { Argument, Command, Option } from '@commander-js/extra-typings'
import type { Context } from './command.ts'
import { exportOptions } from './export-options.ts'
import { languageOption, readChoices, readingOptions, type Say, wantedOptions } from './options.ts'
import { momentOf, oneOf } from './values.ts'

const PACKAGES = ['aip', 'sip', 'dip'] as const
const WAYS = ['tt05', 'archivenex'] as const
const ORDERS = ['date', 'name'] as const

export function packageCommand(t: Say, context: Context) {
  return exportOptions(readingOptions(t), t)
    .name('package')
    .description(
      t(
        'packages of Thông tư 05/2025/TT-BNV (METS, PREMIS, EAD), each folder one file',
        'đóng gói theo Thông tư 05/2025/TT-BNV (METS, PREMIS, EAD), mỗi thư mục một hồ sơ',
      ),
    )
    .addArgument(
      new Argument(
        '<dir...>',
        t(
          'folders of documents, with a fonds.yaml each or --fonds',
          'thư mục văn bản, có fonds.yaml hoặc dùng --fonds',
        ),
      ),
    )
    .addOption(
      new Option(
        '-o, --output <dir>',
        t('the folder that is to hold the packages', 'thư mục chứa các gói'),
      ).makeOptionMandatory(),
    )
    .option(
      '--as <type>',
      t(
        'aip: keeping, digitised papers (the default) | sip: transfer | dip: for a reader',
        'aip: lưu giữ, số hóa (mặc định) | sip: nộp lưu | dip: cho độc giả',
      ),
      oneOf('--as', PACKAGES),
      'aip' as const,
    )
    .option('--loose', t('documents that belong to no file (tailieu)', 'tài liệu rời, không thuộc hồ sơ (tailieu)'))
    .option(
      '--profile <name>',
      t(
        'tt05: by the circular (the default) | archivenex: as its known sample has it',
        'tt05: theo thông tư (mặc định) | archivenex: theo gói mẫu đã biết',
      ),
      oneOf('--profile', WAYS),
      'tt05' as const,
    )
    .option(
      '--package-time <moment>',
      t(
        'time of the package; the same input then gives the same bytes',
        'thời điểm ghi trong gói; cùng tệp nguồn thì cho cùng kết quả',
      ),
      momentOf('--package-time'),
    )
    .option(
      '--records <dir>',
      t(
        'records of an earlier run, corrected or not, instead of reading again',
        'dùng biểu ghi của lần chạy trước (kể cả đã sửa), không đọc lại tệp',
      ),
    )
    .option(
      '--order <name>',
      t(
        'order of the documents: date (the default) | name',
        'thứ tự văn bản: date theo ngày (mặc định) | name theo tên tệp',
      ),
      oneOf('--order', ORDERS),
      'date' as const,
    )
    .option(
      '--schemas <dir>',
      t(
        'public schemas to put into the package (METS, PREMIS, DILCIS)',
        'các lược đồ đã công bố cần kèm trong gói (METS, PREMIS, DILCIS)',
      ),
    )
    .option('--zip', t('a ZIP file instead of a folder', 'một tệp ZIP thay cho thư mục'))
    .option(
      '--secret-subjects',
      t('the subject and record of TUYỆT MẬT texts too', 'ghi cả trích yếu và biểu ghi của văn bản TUYỆT MẬT'),
    )
    .option('--report <file>', t('all that did not fit, as NDJSON', 'ghi mọi điểm chưa đáp ứng yêu cầu, dạng NDJSON'))
    .action(async (folders, options) => {
      const { packageFolders } = await import('./package.ts')
      await packageFolders(folders, { ...options, reading: readChoices(options) }, context)
    })
}

const PDFA_MODES = ['auto', 'always', 'never'] as const

export function pdfCommand(t: Say, context: Context) {
  return wantedOptions(readingOptions(t), t)
    .name('pdf')
    .description(
      t(
        'two-layer PDF: scans with the words that were read under their images, PDF/A-2b by Ghostscript',
        'tạo PDF hai lớp: bản quét kèm lớp chữ ẩn dưới ảnh để tìm kiếm; PDF/A-2b bằng Ghostscript',
      ),
    )
    .addArgument(
      new Argument('<inputs...>', t('scans: files, folders, globs', 'bản quét: tệp, thư mục, mẫu tên tệp (*.pdf)')),
    )
    .addOption(
      new Option(
        '-o, --output <dir>',
        t('one PDF an input, folders mirrored', 'mỗi tệp nguồn một tệp PDF, giữ cây thư mục'),
      ).makeOptionMandatory(),
    )
    .option(
      '--pdfa <mode>',
      t(
        'auto: where Ghostscript is installed (the default) | always | never',
        'auto: khi máy có Ghostscript (mặc định) | always | never',
      ),
      oneOf('--pdfa', PDFA_MODES),
      'auto' as const,
    )
    .option('--report <file>', t('what became of each input, as NDJSON', 'ghi kết quả của từng tệp nguồn, dạng NDJSON'))
    .action(async (inputs, options) => {
      const { makePdfs } = await import('./pdf.ts')
      await makePdfs(inputs, { ...options, reading: readChoices(options) }, context)
    })
}

const FORM_LEVELS = ['error', 'warning', 'info'] as const

export function formCommand(t: Say, context: Context) {
  return wantedOptions(readingOptions(t), t)
    .name('form')
    .description(
      t(
        'form check: the rules in force on the day of each document, what is required, what is there, how to mend it',
        'kiểm tra thể thức theo quy định có hiệu lực vào ngày văn bản: nêu yêu cầu, hiện trạng, cách sửa',
      ),
    )
    .addArgument(
      new Argument(
        '[inputs...]',
        t(
          'documents: files, folders, globs; with --explain: rules',
          'văn bản: tệp, thư mục, mẫu tên tệp; với --explain: mã quy tắc',
        ),
      ),
    )
    .option(
      '--form-rules <name>',
      t('nd30 | hd36 | hd05, instead of the rules in force', 'nd30 | hd36 | hd05, thay cho bộ quy tắc có hiệu lực'),
    )
    .option('--explain', t('say what the rules ask, and where that is written', 'nêu nội dung và căn cứ của quy tắc'))
    .option(
      '--level <name>',
      t('least level that is told (default: info)', 'mức thấp nhất cần nêu (mặc định: info)'),
      oneOf('--level', FORM_LEVELS),
    )
    .option(
      '--born-digital',
      t(
        'plain texts are as they were typed: errors may be errors',
        'tệp văn bản thuần là bản gốc điện tử, không qua OCR: báo cả mức lỗi',
      ),
    )
    .option(
      '--all-rules',
      t('those of capital letters too, which are off by themselves', 'kiểm tra cả quy tắc viết hoa (mặc định: bỏ qua)'),
    )
    .option('--sarif', t('SARIF 2.1.0, for CI', 'SARIF 2.1.0, dùng cho CI'))
    .option('--csv', t('one table', 'một bảng dạng CSV'))
    .option('--ndjson', t('one line a document', 'mỗi văn bản một dòng JSON'))
    .option('--strict', t('exit code 1 where there is an error or a warning', 'mã thoát 1 khi có lỗi hoặc cảnh báo'))
    .action(async (inputs, options) => {
      const { checkForms } = await import('./form.ts')
      await checkForms(inputs, { ...options, reading: readChoices(options) }, context)
    })
}

export function initCommand(t: Say, context: Context) {
  return new Command('init')
    .description(t('write a commented fonds.yaml to fill in', 'tạo tệp fonds.yaml có sẵn chú thích để điền'))
    .addArgument(
      new Argument('[dir]', t('where it is written (default: here)', 'thư mục đặt tệp (mặc định: thư mục hiện hành)')),
    )
    .option('--force', t('over one that is there', 'ghi đè tệp đã có'))
    .addOption(languageOption(t))
    .action(async (folder = '.', options) => {
      const { init } = await import('./init.ts')
      await init(folder, options, context)
    })
}
