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
        '--all-rules',
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
      t('Batches:', 'Xử lý hàng loạt:'),
      [
        '--from-file',
        '--from-ndjson',
        '--include',
        '--exclude',
        '--unordered',
        '--jobs',
        '--shard',
        '--resume',
        '--overwrite-corrections',
        '--watch',
        '--progress',
        '--report',
        '--strict',
      ],
    ],
    [t('Service:', 'Dịch vụ:'), ['--host', '--port', '--allow-host', '--queue']],
    [t('Reading:', 'Đọc tệp nguồn:'), ['--encoding', '--ocr', '--ocr-engine', '--grammars']],
    [
      t('Limits:', 'Giới hạn:'),
      [
        '--max-bytes',
        '--max-pages',
        '--max-pixels',
        '--page-seconds',
        '--file-seconds',
        '--file-memory',
        '--max-unpacked',
        '--max-drawn',
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

/** `-o, --output <dir>` as `-o, --output <thư-mục>`: what stands for a value speaks the language too. */
export function term(english: string, t: Say): string {
  const named = english.replace(/([<[])([a-z|:]+)(\.\.\.|…)?([>\]])/g, (_, open, names, more = '', close) => {
    const known = names.replace(/[a-z]+/g, (name: string) => PLACEHOLDERS[name] ?? name)
    return `${open}${known}${more && '…'}${close}`
  })
  return t(english, named)
}

const PLACEHOLDERS: Record<string, string> = {
  options: 'tùy chọn',
  inputs: 'tệp-nguồn',
  dir: 'thư-mục',
  file: 'tệp',
  list: 'danh-sách',
  name: 'tên',
  mode: 'chế-độ',
  size: 'dung-lượng',
  n: 'số',
  pattern: 'mẫu',
  moment: 'thời-điểm',
  text: 'tiêu-đề',
  type: 'loại',
  of: 'loại',
  rule: 'mã',
  line: 'dòng',
  records: 'biểu-ghi',
  corrections: 'tệp-chỉnh-sửa',
  out: 'kết-quả',
}

/** What is said below the help of a command: examples, and for the command itself the exit codes. */
export function examples(command: string, t: Say): string {
  if (command === '') return t(EXAMPLES.en, EXAMPLES.vi)
  const lines = COMMAND_EXAMPLES[command]
  if (lines === undefined) return ''
  const shown = lines.map(
    ({ words, en, vi }) => `  directive-parse ${command} ${t(words, VIETNAMESE_WORDS(words))}\n      ${t(en, vi)}`,
  )
  return `\n${t('Examples:', 'Ví dụ:')}\n${shown.join('\n')}`
}

const VIETNAMESE_WORDS = (words: string) =>
  words
    .replace(/\bscans\b/g, 'quet')
    .replace(/\brecords\b/g, 'bieu-ghi')
    .replace(/\bpackages\b/g, 'goi')
    .replace(/\bbox-01\b/g, 'hop-01')

const COMMAND_EXAMPLES: Record<string, { words: string; en: string; vi: string }[]> = {
  demo: [{ words: 'thu', en: 'everything goes into the folder thu', vi: 'mọi kết quả nằm trong thư mục thu' }],
  check: [
    {
      words: 'corpus',
      en: 'corpus/a.pdf against corpus/a.json, and so on',
      vi: 'so kết quả đọc corpus/a.pdf với corpus/a.json, v.v.',
    },
    { words: 'corpus --update', en: 'what differs now is known from here on', vi: 'ghi nhận các khác biệt hiện có' },
  ],
  scan: [
    {
      words: 'scans',
      en: 'what is there, what can be read, how long OCR will take',
      vi: 'có những gì, tệp nào đọc được, OCR mất bao lâu',
    },
    {
      words: 'scans --ndjson',
      en: 'one line a file, for a program',
      vi: 'mỗi tệp một dòng JSON, để chương trình khác dùng',
    },
  ],
  review: [
    {
      words: 'records -o review.html',
      en: 'open review.html in any browser',
      vi: 'mở review.html bằng trình duyệt bất kỳ',
    },
    {
      words: 'records --ocr',
      en: 'words can be chosen on the pictures of scans too',
      vi: 'chọn được chữ ngay trên ảnh bản quét',
    },
  ],
  apply: [
    {
      words: 'corrections.ndjson records',
      en: 'what was corrected on the page, into the records',
      vi: 'ghi các chỉnh sửa trên trang vào biểu ghi',
    },
  ],
  merge: [
    {
      words: 'out/1 out/2 out/3 -o records',
      en: 'what three runs with --shard wrote, as one run would have',
      vi: 'gộp kết quả ba lần chạy với --shard thành như của một lần',
    },
    { words: '1.csv 2.csv 3.csv -o list.csv', en: 'tables of shards', vi: 'gộp các bảng CSV' },
  ],
  serve: [
    {
      words: 'records',
      en: 'the page on which records are checked, at http://127.0.0.1:8020',
      vi: 'trang rà soát biểu ghi, tại http://127.0.0.1:8020',
    },
    {
      words: '--port 8020',
      en: 'curl --data-binary @letter.txt http://127.0.0.1:8020/records',
      vi: 'curl --data-binary @congvan.txt http://127.0.0.1:8020/records',
    },
  ],
  package: [{ words: 'box-01 -o packages', en: 'one AIP of the folder', vi: 'một gói AIP cho thư mục' }],
  pdf: [{ words: 'scans -o pdf', en: 'scans in which words can be searched', vi: 'bản quét tìm kiếm được nội dung' }],
  form: [{ words: 'letter.docx', en: 'what the rules ask that is not there', vi: 'những điểm chưa đúng thể thức' }],
  explain: [
    { words: 'day-blank', en: 'one rule', vi: 'một mã cảnh báo' },
    { words: 'letter.txt:4', en: 'how the fourth line was read', vi: 'dòng thứ tư được đọc như thế nào' },
  ],
  completion: [{ words: 'bash >> ~/.bashrc', en: 'for the next shells', vi: 'có tác dụng từ lần mở shell sau' }],
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
  directive-parse letter.txt                    one record as JSON
  directive-parse letter.txt | jq .number
  directive-parse scans/ -o records/            a folder, one JSON file an input
  directive-parse scans/ -o records/ --resume   go on where an earlier run stopped
  directive-parse review records/               a page on which a person checks them
  directive-parse records/ --xlsx -o list.xlsx  a workbook for the archive
  directive-parse scan.pdf --text               what was read, before parsing
  directive-parse explain number-blank          what a diagnostic means

Exit codes: 0 all read · 1 some input could not be read (with --strict: or is doubtful) · 2 wrong use`,
  vi: `
Ví dụ:
  directive-parse congvan.txt                        lập một biểu ghi dạng JSON
  directive-parse congvan.txt | jq .number
  directive-parse scan/ -o bieu-ghi/                 cả thư mục, mỗi tệp nguồn một tệp JSON
  directive-parse scan/ -o bieu-ghi/ --resume        làm tiếp từ chỗ lần trước dừng
  directive-parse review bieu-ghi/                   tạo trang để rà soát biểu ghi
  directive-parse bieu-ghi/ --xlsx -o muc-luc.xlsx   lập tệp Excel cho lưu trữ
  directive-parse scan.pdf --text                    phần văn bản đọc được, trước khi phân tích
  directive-parse explain number-blank               giải thích một cảnh báo

Mã thoát: 0 đọc được tất cả · 1 có tệp không đọc được (với --strict: hoặc có giá trị cần xem lại) · 2 dùng sai cú pháp`,
}
