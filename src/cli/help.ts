/** How the help is laid out: options in groups, titles in the language, examples at the end. */
import type { Command } from '@commander-js/extra-typings'
import type { Say } from './options.ts'

/** The groups of options, in their order; an option that is named in none comes last. */
function groups(t: Say): [title: string, options: string[]][] {
  return [
    [
      t('Output:', 'Kết quả:'),
      [
        '--json',
        '--yaml',
        '--ndjson',
        '--csv',
        '--xlsx',
        '--text',
        '--format',
        '--output',
        '--evidence',
        '--no-evidence',
        '--table',
        '--split',
        '--secret-subjects',
        '--review',
        '--update',
        '--baseline',
        '--pdfa',
        '--form-rules',
        '--explain',
        '--level',
        '--born-digital',
        '--sarif',
        '--as',
        '--loose',
        '--profile',
        '--package-time',
        '--records',
        '--order',
        '--schemas',
        '--zip',
      ],
    ],
    [
      t('Exports:', 'Bản xuất cho lưu trữ:'),
      [
        '--registers',
        '--akn',
        '--ead3',
        '--dc',
        '--edxml',
        '--oai',
        '--markdown',
        '--chunks',
        '--secret-documents',
        '--fonds',
        '--export-time',
        '--only-certain',
        '--truncate',
      ],
    ],
    [
      t('Batches:', 'Chạy mẻ:'),
      [
        '--from-file',
        '--from-ndjson',
        '--include',
        '--exclude',
        '--unordered',
        '--jobs',
        '--resume',
        '--overwrite-corrections',
        '--watch',
        '--progress',
        '--report',
        '--strict',
      ],
    ],
    [t('Reading:', 'Đọc nguồn:'), ['--encoding', '--ocr', '--ocr-engine', '--grammars']],
    [
      t('Limits:', 'Giới hạn:'),
      [
        '--max-bytes',
        '--max-pages',
        '--max-pixels',
        '--page-seconds',
        '--file-seconds',
        '--max-unpacked',
        '--max-nesting',
      ],
    ],
  ]
}

export function layOutHelp(command: Command, t: Say): void {
  const order = groups(t)
  const groupOf = (long: string | undefined) => order.findIndex(([, names]) => names.includes(long ?? ''))
  const place = (long: string | undefined) => (groupOf(long) < 0 ? order.length : groupOf(long))
  for (const option of command.options) {
    const group = order[groupOf(option.long)]
    if (group) option.helpGroup(group[0])
  }
  const options = command.options as unknown as { long?: string }[]
  options.sort((one, other) => place(one.long) - place(other.long))
}

export function title(english: string, t: Say): string {
  return t(english, TITLES[english] ?? english)
}

export function examples(t: Say): string {
  return t(EXAMPLES.en, EXAMPLES.vi)
}

const TITLES: Record<string, string> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tùy chọn:',
  'Commands:': 'Lệnh:',
}

const EXAMPLES = {
  en: `
Examples:
  directive-parse letter.txt                 one record as JSON
  directive-parse letter.txt | jq .number
  directive-parse scans/ -o records/         a folder, one JSON file an input
  directive-parse scans/ -o records/ --resume
  directive-parse scans/ --xlsx -o list.xlsx a workbook for the archive
  directive-parse scan.pdf --text            what was read, before parsing
  directive-parse explain number-blank       what a diagnostic means

Exit codes: 0 all read · 1 some input could not be read (with --strict: or is doubtful) · 2 wrong use`,
  vi: `
Ví dụ:
  directive-parse congvan.txt                một biểu ghi dạng JSON
  directive-parse congvan.txt | jq .number
  directive-parse scan/ -o bieu-ghi/         cả thư mục, mỗi đầu vào một tệp JSON
  directive-parse scan/ -o bieu-ghi/ --resume
  directive-parse scan/ --xlsx -o muc-luc.xlsx   sổ tính cho lưu trữ
  directive-parse scan.pdf --text            phần chữ đọc được, trước khi phân tích
  directive-parse explain number-blank       ý nghĩa một chẩn đoán

Mã thoát: 0 đọc được tất cả · 1 có đầu vào không đọc được (với --strict: hoặc cần xem lại) · 2 dùng sai`,
}
