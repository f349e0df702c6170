/** The options of the command, each with its help in both languages. */
import { Command, Option, type OptionValues } from '@commander-js/extra-typings'
import { FORMATS, OUTPUT_FORMATS, type OutputFormat } from '../emit/index.ts'
import { OCR_ENGINES, OCR_MODES, READ_LIMITS, type ReadChoices, SPLIT_MODES } from '../read/options.ts'
import { LANGUAGES, type Language } from '../rules.ts'
import { exportOptions } from './export-options.ts'
import { PROGRESS_MODES } from './progress/modes.ts'
import { bytesOf, collected, countOf, oneOf, shardOf } from './values.ts'

export type Say = (en: string, vi: string) => string

/** A file may take so long, where nothing else is said. */
export const SECONDS_PER_FILE = 1800
/** A file may take so much memory, in bytes, in the process that reads it. */
export const MEMORY_PER_FILE = 4 * 1024 ** 3

/** What one file may cost. */
export interface FileLimits {
  fileSeconds?: number | undefined
  fileMemory?: number | undefined
}

export function perFile({ fileSeconds = SECONDS_PER_FILE, fileMemory = MEMORY_PER_FILE }: FileLimits) {
  return { secondsPerFile: fileSeconds, memoryPerFile: fileMemory }
}

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
      t('own grammar entries over the shipped ones', 'từ điển bổ sung; mục trùng mã thay mục có sẵn'),
    )
    .option(
      '--jobs <n>',
      t('files at a time (default: cores)', 'số tệp xử lý cùng lúc (mặc định: theo số lõi CPU)'),
      countOf('--jobs', 1),
    )
}

/** What is said of limits in the help, where nothing else is told. */
const USUAL_LIMITS = { bytes: READ_LIMITS.bytes, secondsPerFile: SECONDS_PER_FILE }

/** How sources are read. */
export function readingOptions(t: Say, { bytes, secondsPerFile } = USUAL_LIMITS) {
  return generalOptions(t)
    .option(
      '--encoding <name>',
      t('encoding of texts, instead of detecting it', 'bảng mã của văn bản (mặc định: tự nhận biết)'),
    )
    .option(
      '--ocr <mode>',
      `${OCR_MODES.join(' | ')} ${t('(default: auto)', '(mặc định: auto)')}`,
      oneOf('--ocr', OCR_MODES),
    )
    .option('--ocr-engine <name>', OCR_ENGINES.join(' | '), oneOf('--ocr-engine', OCR_ENGINES))
    .option(
      '--max-bytes <size>',
      `${t('largest file', 'dung lượng tối đa của tệp')} (${bytes / 1024 ** 2}M)`,
      bytesOf('--max-bytes'),
    )
    .option(
      '--max-pages <n>',
      `${t('most pages of a file', 'số trang tối đa mỗi tệp')} (${READ_LIMITS.pages})`,
      countOf('--max-pages', 1),
    )
    .option(
      '--max-pixels <n>',
      `${t('most pixels of a page', 'số điểm ảnh tối đa mỗi trang')} (${READ_LIMITS.pixels})`,
      countOf('--max-pixels', 1),
    )
    .option(
      '--page-seconds <n>',
      `${t('seconds of OCR for one page', 'thời gian OCR tối đa mỗi trang, giây')} (${READ_LIMITS.secondsPerPage})`,
      countOf('--page-seconds', 1),
    )
    .option(
      '--max-unpacked <size>',
      `${t('most that a DOCX or ODT unpacks to', 'dung lượng tối đa của DOCX, ODT sau khi giải nén')} (${READ_LIMITS.unpackedBytes / 1024 ** 2}M)`,
      bytesOf('--max-unpacked'),
    )
    .option(
      '--max-drawn <size>',
      `${t('most that a PDF page draws', 'dung lượng lệnh vẽ tối đa của một trang PDF')} (${READ_LIMITS.drawnBytes / 1024 ** 2}M)`,
      bytesOf('--max-drawn'),
    )
    .option(
      '--max-nesting <n>',
      `${t('deepest nesting of tables or elements', 'số cấp lồng nhau tối đa của bảng, phần tử')} (${READ_LIMITS.nesting})`,
      countOf('--max-nesting', 1),
    )
    .option(
      '--file-seconds <n>',
      `${t('seconds for one file', 'thời gian tối đa mỗi tệp, giây')} (${secondsPerFile})`,
      countOf('--file-seconds', 1),
    )
    .option(
      '--file-memory <size>',
      `${t('memory for one file', 'bộ nhớ tối đa mỗi tệp')} (${MEMORY_PER_FILE / 1024 ** 3}G)`,
      bytesOf('--file-memory'),
    )
}

/** Which files of a folder are read. */
export function wantedOptions<A extends unknown[], O extends OptionValues>(command: Command<A, O>, t: Say) {
  return command
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
}

/** What comes out, and where. */
export function convertOptions(t: Say) {
  const command = wantedOptions(exportOptions(readingOptions(t), t), t)
  for (const { name, help } of FORMATS) command.option(`--${name}`, t(help.en, help.vi))
  return command
    .option('--format <name>', OUTPUT_FORMATS.join(' | '), oneOf<OutputFormat>('--format', OUTPUT_FORMATS))
    .option(
      '-o, --output <dir>',
      t(
        'one file an input, folders mirrored, or s3://bucket/prefix; a table: its file',
        'thư mục kết quả, hoặc s3://bucket/prefix: mỗi tệp nguồn một tệp, giữ cây thư mục; với bảng: tên tệp',
      ),
    )
    .option('--no-evidence', t('without the places and grades of values', 'bỏ vị trí và mức tin cậy của từng giá trị'))
    .option('--evidence', t('with them (the default)', 'ghi kèm vị trí và mức tin cậy (mặc định)'))
    .option(
      '--split <mode>',
      t(
        'auto: one record for each document of a bundle | never (the default)',
        'auto: tách mỗi văn bản trong tệp thành một biểu ghi | never (mặc định)',
      ),
      oneOf('--split', SPLIT_MODES),
    )
    .option(
      '--table <name>',
      t(
        'which table --csv prints: documents | tasks | contents',
        'bảng cần xuất khi dùng --csv: documents | tasks | contents',
      ),
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
        'lấy danh sách tệp nguồn từ một tệp, mỗi dòng một tên; - là luồng vào chuẩn (stdin)',
      ),
    )
    .option(
      '--from-ndjson <file>',
      t(
        'lines {"id", "text" | "path" | "base64", "name"} in, one line out for each; - for standard input',
        'đọc từng dòng {"id", "text" | "path" | "base64", "name"}, mỗi dòng cho ra một dòng; - là luồng vào chuẩn (stdin)',
      ),
    )
    .option(
      '--unordered',
      t('records as they are done, not in the order of inputs', 'xuất ngay khi xong, không theo thứ tự đầu vào'),
    )
    .option(
      '--shard <i/n>',
      t(
        'only the i-th of n shares, as 2/8; merge joins them',
        'chỉ đọc phần thứ i trong n phần, ví dụ 2/8; gộp bằng merge',
      ),
      shardOf('--shard'),
    )
    .option(
      '--resume',
      t('skip what an earlier run into the same folder finished', 'bỏ qua tệp đã xử lý xong ở lần chạy trước'),
    )
    .option(
      '--overwrite-corrections',
      t(
        'write over what a person corrected in the records (else it is kept)',
        'ghi đè cả những chỗ người dùng đã sửa trong biểu ghi (mặc định: giữ lại)',
      ),
    )
    .option('--watch', t('watch the folder and read what comes into it', 'theo dõi thư mục, tự xử lý tệp mới'))
    .option('--report <file>', t('what became of each input, as NDJSON', 'ghi kết quả của từng tệp nguồn, dạng NDJSON'))
    .option('--review <file>', t('also write the page on which a person checks the records', 'tạo luôn trang rà soát'))
    .option(
      '--progress <mode>',
      t(
        'auto | bar | log | json | none (json: events for a program, on standard error)',
        'auto | bar | log | json | none (json: sự kiện cho chương trình, ra stderr)',
      ),
      oneOf('--progress', PROGRESS_MODES),
    )
    .option('--strict', t('exit code 1 where a value is doubtful', 'trả mã thoát 1 khi có giá trị cần xem lại'))
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
      drawnBytes: options.maxDrawn,
      nesting: options.maxNesting,
    }),
  }
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function pick<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>
}
