/** What goes wrong with one record, one source or one correction: an id, and its sentence in both languages. */
import { type MessageValue, reasonOf as systemReason } from '../messages.ts'
import type { Language } from '../rules.ts'

const PROBLEMS = {
  'no-path': {
    en: 'the source came from standard input; the page shows the fields alone',
    vi: 'văn bản đọc từ luồng vào chuẩn, không có tệp nguồn; trang chỉ hiện các trường',
  },
  'not-found': {
    en: 'its source was not found; the page shows the fields alone (see --sources)',
    vi: 'không tìm thấy tệp nguồn; trang chỉ hiện các trường (xem --sources)',
  },
  changed: {
    en: 'its source is not the one that was read; the page shows the fields alone',
    vi: 'tệp nguồn không còn như khi đọc; trang chỉ hiện các trường',
  },
  scan: { en: 'its text would need OCR (--ocr)', vi: 'bản quét: cần OCR lại để chọn được chữ (--ocr)' },
  unreadable: {
    en: 'its source could not be decoded; the page shows the fields alone',
    vi: 'không đọc được tệp nguồn; trang chỉ hiện các trường',
  },
  'no-room': {
    en: 'its page images are not in the page, which holds no more (see --max-images)',
    vi: 'trang không kèm ảnh của bản quét này vì đã đủ dung lượng (xem --max-images)',
  },
  'not-drawn': {
    en: 'its page images are not in the page: they cannot be drawn; look at the file itself',
    vi: 'trang không kèm ảnh của bản quét này vì không vẽ được; hãy mở chính tệp quét để xem',
  },
  'no-record': { en: 'no directive record: {detail}', vi: 'không phải biểu ghi: {detail}' },
  'not-json': { en: 'cannot be read: {detail}', vi: 'không đọc được: {detail}' },
  'no-records': {
    en: 'holds no record; make them first: directive-parse FOLDER -o RECORDS',
    vi: 'không có biểu ghi nào; hãy lập biểu ghi trước: directive-parse THƯ-MỤC -o BIỂU-GHI',
  },
  'no-file': { en: 'no such file; check the name', vi: 'không có tệp này; hãy kiểm tra tên' },
  busy: { en: 'left as it is: {detail}', vi: 'được giữ nguyên: {detail}' },
  'not-written': { en: 'cannot be written: {detail}', vi: 'không ghi được: {detail}' },
  'no-folder': { en: 'no such folder of records', vi: 'không có thư mục biểu ghi này' },
  'out-of-folder': { en: 'its name leads out of the folder', vi: 'tên tệp dẫn ra ngoài thư mục' },
  'not-there': { en: 'no such record', vi: 'không có biểu ghi này' },
  outdated: {
    en: 'the record changed since it was reviewed; make the review page again',
    vi: 'biểu ghi đã thay đổi sau khi rà soát; hãy tạo lại trang rà soát',
  },
  'outdated-some': {
    en: 'corrected, but these values have changed since they were reviewed and were left as they are: {detail}',
    vi: 'đã sửa, nhưng các giá trị sau đã thay đổi sau khi rà soát nên được giữ nguyên: {detail}',
  },
  'wrong-value': { en: 'a correction does not fit: {detail}', vi: 'chỉnh sửa không hợp lệ: {detail}' },
  'wrong-line': {
    en: 'line {line} holds no correction: {detail}',
    vi: 'dòng {line} không phải một chỉnh sửa: {detail}',
  },
  'not-expected': {
    en: 'corrected, but no expected record: {detail}',
    vi: 'đã sửa, nhưng không có biểu ghi mong đợi: {detail}',
  },
} as const satisfies Record<string, Record<Language, string>>

export interface ReviewProblem {
  id: keyof typeof PROBLEMS
  /** What the system or the schema said. */
  detail?: MessageValue
  line?: number
}

/** The sentence of a problem, on one line. */
export function sayProblem({ id, ...values }: ReviewProblem, language: Language = 'en'): string {
  const sentence = PROBLEMS[id][language]
  return sentence.replace(/\{(\w+)\}/g, (_, name: 'detail' | 'line') => {
    const value = values[name] ?? ''
    return String(typeof value === 'object' ? value[language] : value).replace(/\s+/g, ' ')
  })
}

/** What an error says, for `detail`. */
export function reasonOf(error: unknown): MessageValue {
  return systemReason((error as NodeJS.ErrnoException).code, error instanceof Error ? error.message : error)
}
