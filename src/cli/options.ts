/** The options of the command, each with its help in both languages. */
import { Command, Option } from '@commander-js/extra-typings'
import { FORMATS, OUTPUT_FORMATS, type OutputFormat } from '../emit/index.ts'
import { OCR_ENGINES, OCR_MODES, READ_LIMITS, type ReadChoices, SPLIT_MODES } from '../read/options.ts'
import { LANGUAGES, type Language } from '../rules.ts'
import { exportOptions } from './export-options.ts'
import { PROGRESS_MODES } from './progress/modes.ts'
import { bytesOf, collected, countOf, oneOf } from './values.ts'

export type Say = (en: string, vi: string) => string

/** A file in a batch may take so long, where nothing else is said. */
export const SECONDS_PER_FILE = 1800

export const sayIn =
  (language: Language): Say =>
  (en, vi) =>
    language === 'vi' ? vi : en

/** What the options made by one of the functions below come to, once parsed. */
export type OptionsOf<F extends (t: Say) => { opts(): object }> = ReturnType<ReturnType<F>['opts']>

export function languageOption(t: Say) {
  const option = new Option(
    '--lang <vi|en>',
    t('language of messages and of diagnostics', 'ngôn ngữ của thông báo và cảnh báo'),
  )
  return option.argParser(oneOf('--lang', LANGUAGES))
}

/** What commands that say what they do take. */
export function messageOptions(t: Say) {
  return new Command()
    .addOption(languageOption(t))
    .option('-q, --quiet', t('only errors on standard error', 'chỉ in lỗi ra luồng lỗi (stderr)'))
    .option(
      '--config <file>',
      t('options from a file (default: directive-parse.yaml)', 'lấy tùy chọn từ tệp (mặc định: directive-parse.yaml)'),
    )
    .option('--no-config', t('without that file', 'không dùng tệp đó'))
    .option('--show-config', t('print the options that are in force', 'in các tùy chọn đang có hiệu lực'))
}

/** What every command takes that reads documents. */
export function generalOptions(t: Say) {
  return messageOptions(t)
    .option(
      '--grammars <dir>',
      t('own grammar entries over the shipped ones', 'mục từ riêng trong DIR, đè lên mục có sẵn'),
    )
    .option(
      '--jobs <n>',
      t('files at a time (default: cores)', 'số tệp xử lý cùng lúc (mặc định: số lõi)'),
      countOf('--jobs', 1),
    )
}

/** How sources are read. */
export function readingOptions(t: Say) {
  return generalOptions(t)
    .option(
      '--encoding <name>',
      t('encoding of texts, instead of detecting it', 'bảng mã của văn bản, thay vì tự nhận'),
    )
    .option(
      '--ocr <mode>',
      `${OCR_MODES.join(' | ')} ${t('(default: auto)', '(mặc định: auto)')}`,
      oneOf('--ocr', OCR_MODES),
    )
    .option('--ocr-engine <name>', OCR_ENGINES.join(' | '), oneOf('--ocr-engine', OCR_ENGINES))
    .option(
      '--max-bytes <size>',
      `${t('size of a file', 'cỡ tệp')} (${READ_LIMITS.bytes / 1024 ** 2}M)`,
      bytesOf('--max-bytes'),
    )
    .option(
      '--max-pages <n>',
      `${t('pages of a file', 'số trang mỗi tệp')} (${READ_LIMITS.pages})`,
      countOf('--max-pages', 1),
    )
    .option(
      '--max-pixels <n>',
      `${t('pixels of a page', 'điểm ảnh mỗi trang')} (${READ_LIMITS.pixels})`,
      countOf('--max-pixels', 1),
    )
    .option(
      '--page-seconds <n>',
      `${t('OCR of a page', 'OCR mỗi trang')} (${READ_LIMITS.secondsPerPage})`,
      countOf('--page-seconds', 1),
    )
    .option(
      '--max-unpacked <size>',
      `${t('what a DOCX or ODT unpacks to', 'DOCX, ODT khi giải nén')} (${READ_LIMITS.unpackedBytes / 1024 ** 2}M)`,
      bytesOf('--max-unpacked'),
    )
    .option(
      '--max-nesting <n>',
      `${t('nested tables or elements', 'bảng, phần tử lồng nhau')} (${READ_LIMITS.nesting})`,
      countOf('--max-nesting', 1),
    )
    .option(
      '--file-seconds <n>',
      `${t('one file in a batch', 'một tệp trong mẻ')} (${SECONDS_PER_FILE})`,
      countOf('--file-seconds', 1),
    )
}

/** What comes out, and where. */
export function convertOptions(t: Say) {
  const command = exportOptions(readingOptions(t), t)
  for (const { name, help } of FORMATS) command.option(`--${name}`, t(help.en, help.vi))
  return command
    .option('--format <name>', OUTPUT_FORMATS.join(' | '), oneOf<OutputFormat>('--format', OUTPUT_FORMATS))
    .option(
      '-o, --output <dir>',
      t(
        'one file an input, folders mirrored; a table: its file',
        'mỗi đầu vào một tệp, giữ cây thư mục; với bảng: tên tệp',
      ),
    )
    .option(
      '--no-evidence',
      t('without the places and grades of values', 'không kèm vị trí và mức tin cậy của giá trị'),
    )
    .option('--evidence', t('with them (the default)', 'có kèm (mặc định)'))
    .option(
      '--split <mode>',
      t(
        'auto: one record for each document of a bundle | never (the default)',
        'auto: mỗi văn bản trong tập một biểu ghi | never (mặc định)',
      ),
      oneOf('--split', SPLIT_MODES),
    )
    .option(
      '--table <name>',
      t('which table --csv prints: documents | tasks | contents', 'bảng mà --csv in: documents | tasks | contents'),
      oneOf('--table', ['documents', 'tasks', 'contents']),
    )
    .option(
      '--secret-subjects',
      t('tables show the subject of TUYỆT MẬT texts too', 'bảng ghi cả trích yếu của văn bản TUYỆT MẬT'),
    )
    .option(
      '--from-file <list>',
      t(
        'inputs from a file, one a line; - for standard input',
        'danh sách đầu vào trong tệp, mỗi dòng một tên; - là đầu vào chuẩn',
      ),
    )
    .option(
      '--from-ndjson <file>',
      t(
        'lines {"path", "text"} in, one record a line out; - for standard input',
        'mỗi dòng {"path", "text"} vào, một biểu ghi ra; - là đầu vào chuẩn',
      ),
    )
    .option(
      '--include <pattern>',
      t(
        'only files of folders that fit, as *.pdf; may be repeated',
        'chỉ lấy các tệp khớp mẫu, ví dụ *.pdf; lặp lại được',
      ),
      collected,
    )
    .option(
      '--exclude <pattern>',
      t('no files that fit, as draft/*; may be repeated', 'bỏ các tệp khớp mẫu, ví dụ nhap/*; lặp lại được'),
      collected,
    )
    .option(
      '--unordered',
      t('records as they are done, not in the order of inputs', 'biểu ghi theo thứ tự làm xong, không theo đầu vào'),
    )
    .option(
      '--resume',
      t(
        'skip what an earlier run into the same folder finished',
        'bỏ qua những gì lần chạy trước vào cùng thư mục đã xong',
      ),
    )
    .option(
      '--overwrite-corrections',
      t(
        'write over what a person corrected in the records (else it is kept)',
        'ghi đè cả những chỗ người dùng đã sửa trong biểu ghi (mặc định: giữ lại)',
      ),
    )
    .option('--watch', t('go on with what comes into the folder', 'tiếp tục với tệp mới vào thư mục'))
    .option('--report <file>', t('what became of each input, as NDJSON', 'kết quả từng đầu vào, dạng NDJSON'))
    .option(
      '--review <file>',
      t('also write the page on which a person checks the records', 'ghi thêm trang rà soát biểu ghi'),
    )
    .option(
      '--progress <mode>',
      t(
        'auto | bar | log | json | none (json: events for a program, on standard error)',
        'auto | bar | log | json | none (json: sự kiện cho chương trình, ra stderr)',
      ),
      oneOf('--progress', PROGRESS_MODES),
    )
    .option('--strict', t('exit code 1 where a value is doubtful', 'mã thoát 1 khi có giá trị cần xem lại'))
}

/** The reading options in the readers' own terms; what was not given is left out. */
export function readChoices(options: OptionsOf<typeof readingOptions>): ReadChoices {
  return {
    ...pick({ encoding: options.encoding, ocr: options.ocr, ocrEngine: options.ocrEngine }),
    limits: pick({
      bytes: options.maxBytes,
      pages: options.maxPages,
      pixels: options.maxPixels,
      secondsPerPage: options.pageSeconds,
      unpackedBytes: options.maxUnpacked,
      nesting: options.maxNesting,
    }),
  }
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function pick<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>
}
