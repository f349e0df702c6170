/**
 * Diagnostics: what the parser has to say about a document. One row a rule: its level and its sentence in both
 * languages; `{name}` is filled in. Ids are stable; `directive-parse explain` prints the rows.
 */
import type { Diagnostic } from './schema.ts'

export const LANGUAGES = ['en', 'vi'] as const
export type Language = (typeof LANGUAGES)[number]

interface Rule {
  level: Diagnostic['level']
  /** What a list of rules calls it. */
  short: Record<Language, string>
  en: string
  vi: string
}

export const RULES = {
  'unclaimed-line': {
    level: 'warning',
    short: { en: 'line left over', vi: 'dòng chưa xếp được' },
    en: 'This line fits no part of the form: "{text}". It is kept in no field; read it again.',
    vi: 'Dòng này không thuộc phần nào của thể thức: "{text}". Không trường nào giữ nó; cần đọc lại.',
  },
  'split-here': {
    level: 'info',
    short: { en: 'several documents in one file', vi: 'nhiều văn bản trong một tệp' },
    en: 'A second whole header, "{number}", begins here: document {index} of {of} of this source.',
    vi: 'Phần đầu của một văn bản khác, "{number}", bắt đầu ở đây: văn bản {index} trong {of} văn bản của nguồn này.',
  },
  'number-blank': {
    level: 'warning',
    short: { en: 'number left blank', vi: 'số để trống' },
    en: 'The serial is left blank before "{notation}", expected a number; `serial` is null.',
    vi: 'Số văn bản để trống trước "{notation}"; chưa có số.',
  },
  'number-garbled': {
    level: 'warning',
    short: { en: 'number not readable', vi: 'số không đọc được' },
    en: 'Unexpected "{text}" as the serial, expected digits; `serial` is null and `number` has the symbol alone.',
    vi: 'Số văn bản đọc được là "{text}", không phải chữ số; chỉ ghi ký hiệu, chưa có số.',
  },
  'day-blank': {
    level: 'warning',
    short: { en: 'day left blank', vi: 'ngày để trống' },
    en: 'The day of issue is blank or unreadable in "{text}"; `date` holds only what is there.',
    vi: 'Ngày ban hành để trống hoặc không đọc được trong "{text}"; chỉ ghi phần có trên văn bản.',
  },
  'field-absent': {
    level: 'info',
    short: { en: 'part of the form missing', vi: 'thiếu thành phần thể thức' },
    en: 'No {field} stands in the text; the field is empty.',
    vi: 'Văn bản không có {field}; trường này để trống.',
  },
  'date-impossible': {
    level: 'warning',
    short: { en: 'day that does not exist', vi: 'ngày không tồn tại' },
    en: 'The date "{text}" does not exist; it is reported, not repaired.',
    vi: 'Ngày "{text}" không tồn tại; chỉ báo lại, không sửa.',
  },
  'issuer-inferred': {
    level: 'warning',
    short: { en: 'issuer inferred', vi: 'tác giả suy ra' },
    en: 'The header names no issuer; "{issuer}" is inferred from the rest of the text and must be confirmed.',
    vi: 'Phần đầu không có tên cơ quan ban hành; "{issuer}" được suy ra từ nội dung, cần xác nhận.',
  },
  'secrecy-mark': {
    level: 'warning',
    short: { en: 'mark of secrecy', vi: 'dấu độ mật' },
    en: 'The document is marked "{mark}": keep the record, its exports and its screens under the rules for state secrets.',
    vi: 'Văn bản có dấu "{mark}": biểu ghi, bản xuất và màn hình phải theo quy định bảo vệ bí mật nhà nước.',
  },
  'secrecy-top': {
    level: 'warning',
    short: { en: 'top secret', vi: 'dấu Tuyệt mật' },
    en: 'The document is marked "{mark}": its subject is left out of tables, lists, registers, exports and pages of several documents unless asked for.',
    vi: 'Văn bản có dấu "{mark}": trích yếu không ghi vào bảng, danh sách, sổ, bản xuất và trang gồm nhiều văn bản, trừ khi được yêu cầu.',
  },
  'press-text': {
    level: 'info',
    short: { en: 'press text', vi: 'tin bài báo chí' },
    en: 'This is a press text about a document, not the document; `about` says what it reports.',
    vi: 'Đây là tin bài về một văn bản, không phải chính văn bản; văn bản được nói tới ghi ở phần riêng.',
  },
  'undecodable-bytes': {
    level: 'warning',
    short: { en: 'bytes not decoded', vi: 'byte không giải mã được' },
    en: '{count} bytes could not be decoded as {encoding}; U+FFFD stands for them.',
    vi: '{count} byte không giải mã được theo {encoding}; được thay bằng U+FFFD.',
  },
  'legacy-encoding': {
    level: 'info',
    short: { en: 'old encoding', vi: 'bảng mã cũ' },
    en: '{count} lines were written in {encoding} and have been decoded.',
    vi: '{count} dòng viết bằng bảng mã {encoding} đã được chuyển sang Unicode.',
  },
  'lost-letters': {
    level: 'warning',
    short: { en: 'letters lost', vi: 'mất chữ ư' },
    en: 'The letter ư was lost in this text, or a sign stands for it (TCVN3); it is restored in {count} words where no other is possible.',
    vi: 'Chữ ư đã mất trong văn bản này hoặc bị thay bằng dấu khác (TCVN3); được khôi phục trong {count} từ chắc chắn.',
  },
  'letters-apart': {
    level: 'warning',
    short: { en: 'letters apart', vi: 'chữ bị tách rời' },
    en: 'Letters or marks of this text stand apart, as a program left them that took them out of a page; {count} words are put together where a syllable comes of it.',
    vi: 'Chữ hoặc dấu trong văn bản này bị tách rời (do chương trình trích chữ từ trang); {count} từ được ghép lại khi thành âm tiết.',
  },
  'format-mismatch': {
    level: 'info',
    short: { en: 'name and content differ', vi: 'đuôi tệp không khớp nội dung' },
    en: 'The name ends in .{extension} but the content is {format}; it was read as {format}.',
    vi: 'Tên tệp có đuôi .{extension} nhưng nội dung là {format}; đã đọc theo {format}.',
  },
  'page-frame': {
    level: 'info',
    short: { en: 'frame of a web page', vi: 'phần khung trang web' },
    en: '{count} lines of the web page stand around the document (menus, the title of the page, notices) and were left out: "{text}".',
    vi: '{count} dòng của trang web nằm ngoài văn bản (trình đơn, tiêu đề trang, thông báo) đã được bỏ ra: "{text}".',
  },
  'automatic-numbers-lost': {
    level: 'warning',
    short: { en: 'list numbers lost', vi: 'mất số thứ tự tự động' },
    en: 'This .doc file is older than Word 97: automatic list numbers and tables cannot be read; save it as .docx to keep them.',
    vi: 'Tệp .doc này cũ hơn Word 97: không đọc được số thứ tự tự động và bảng; hãy lưu lại thành .docx để giữ.',
  },
  'pages-left-out': {
    level: 'warning',
    short: { en: 'pages left out', vi: 'bỏ bớt trang' },
    en: 'The file has {count} pages; those after page {limit} were left out (limit `pages`).',
    vi: 'Tệp có {count} trang; các trang sau trang {limit} bị bỏ qua (giới hạn số trang).',
  },
  'page-too-slow': {
    level: 'warning',
    short: { en: 'page too slow', vi: 'trang nhận dạng quá lâu' },
    en: 'Page {page} took longer than {seconds} seconds to recognise and was left out (limit `secondsPerPage`).',
    vi: 'Trang {page} nhận dạng quá {seconds} giây nên bị bỏ qua (giới hạn thời gian mỗi trang).',
  },
  'page-hurried': {
    level: 'warning',
    short: { en: 'page read once', vi: 'trang chỉ đọc một lần' },
    en: 'Page {page} was read once only: after {seconds} seconds no time was left for a second look or for stamps (limit `secondsPerPage`).',
    vi: 'Trang {page} chỉ được nhận dạng một lần: hết {seconds} giây, không kịp xem lại lần hai và tìm dấu đóng (giới hạn thời gian mỗi trang).',
  },
  'page-too-large': {
    level: 'warning',
    short: { en: 'page too large', vi: 'ảnh trang quá lớn' },
    en: 'The image of page {page} has more than {pixels} pixels and was left out (limit `pixels`).',
    vi: 'Ảnh trang {page} lớn hơn {pixels} điểm ảnh nên bị bỏ qua (giới hạn cỡ ảnh).',
  },
  'drawing-left-out': {
    level: 'warning',
    short: { en: 'drawing left out', vi: 'bỏ bớt hình vẽ' },
    en: 'Page {page} would draw more than {limit} bytes of operators, its forms within forms each time counted: the largest of them were left out (limit `drawnBytes`).',
    vi: 'Trang {page} cần vẽ hơn {limit} byte lệnh, tính cả các hình lồng nhau mỗi lần vẽ: những hình lớn nhất bị bỏ qua (giới hạn lệnh vẽ).',
  },
  'page-unreadable': {
    level: 'warning',
    short: { en: 'page unreadable', vi: 'trang không đọc được' },
    en: 'Page {page} could not be read and was left out: {reason}.',
    vi: 'Không đọc được trang {page}, trang này bị bỏ qua: {reason}.',
  },
  'page-needs-ocr': {
    level: 'warning',
    short: { en: 'page needs OCR', vi: 'trang cần OCR' },
    en: 'Page {page} is an image without usable text and OCR is off; the page was left out.',
    vi: 'Trang {page} là ảnh, không có lớp chữ dùng được, mà OCR đang tắt; trang này bị bỏ qua.',
  },
  'text-layer-garbled': {
    level: 'info',
    short: { en: 'text layer garbled', vi: 'lớp chữ hỏng' },
    en: 'The text layer of page {page} is garbled; the page was read by OCR instead.',
    vi: 'Lớp chữ của trang {page} bị hỏng; trang này được đọc bằng OCR.',
  },
  'export-too-long': {
    level: 'warning',
    short: { en: 'too long for the target', vi: 'dài quá mức nơi nhận cho' },
    en: '{element}: {length} characters, the target allows {limit}; it is exported whole (--truncate cuts it).',
    vi: '{element}: {length} ký tự, nơi nhận chỉ cho {limit}; vẫn xuất nguyên văn (--truncate để cắt).',
  },
  'export-date-partial': {
    level: 'warning',
    short: { en: 'date not full', vi: 'ngày chưa đủ' },
    en: '{element}: the date "{text}" is not a full one, which the target needs; the element is empty.',
    vi: '{element}: ngày "{text}" chưa đủ ngày, tháng, năm như nơi nhận yêu cầu; mục này để trống.',
  },
  'export-date-bounds': {
    level: 'warning',
    short: { en: 'date not full', vi: 'ngày chưa đủ' },
    en: '{element}: the date "{text}" is not a full one; the target is told between which days it lies, as far as that is known.',
    vi: '{element}: ngày "{text}" chưa đủ ngày, tháng, năm; bản xuất chỉ ghi ngày sớm nhất và muộn nhất, nếu biết.',
  },
  'export-missing': {
    level: 'warning',
    short: { en: 'required, not known', vi: 'thiếu mục bắt buộc' },
    en: '{element}: required by the target and not known; it is empty. What no document says belongs in fonds.yaml.',
    vi: '{element}: nơi nhận yêu cầu nhưng chưa biết nên để trống. Điều văn bản không nêu thì ghi trong fonds.yaml.',
  },
  'export-code': {
    level: 'warning',
    short: { en: 'no code for a value', vi: 'không có mã tương ứng' },
    en: '{element}: the target has no code for "{text}"; the element is empty.',
    vi: '{element}: nơi nhận không có mã cho "{text}"; mục này để trống.',
  },
  'export-doubtful': {
    level: 'warning',
    short: { en: 'doubtful value exported', vi: 'xuất giá trị cần xem lại' },
    en: '{pointer}: a doubtful value is exported; look at it (--only-certain leaves it out).',
    vi: '{pointer}: đã xuất một giá trị cần xem lại (--only-certain để bỏ trống).',
  },
  'export-withheld': {
    level: 'warning',
    short: { en: 'left out for secrecy', vi: 'không xuất vì độ mật' },
    en: 'The document is marked "{mark}" and is left out of this export; {option} lets it in.',
    vi: 'Văn bản có dấu "{mark}" nên không đưa vào bản xuất này; {option} để đưa vào.',
  },
  'export-not-listed': {
    level: 'info',
    short: { en: 'not in the registers', vi: 'không ghi vào sổ' },
    en: 'The file is no directive (press, or a text of another kind) and stands in no register or list.',
    vi: 'Tệp không phải văn bản chỉ đạo (tin bài báo chí hoặc nội dung khác) nên không ghi vào sổ và mục lục.',
  },
  'nothing-found': {
    level: 'error',
    short: { en: 'nothing recognised', vi: 'không nhận ra văn bản' },
    en: 'No part of the form of a directive was found; the record is empty.',
    vi: 'Không tìm thấy phần nào của thể thức văn bản; biểu ghi để trống.',
  },
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof RULES

/** Where a diagnostic stands; line and column count from 1, in the decoded text. */
export type Whereabouts = Pick<Diagnostic, 'pointer' | 'line' | 'column'>

/** The diagnostic of `rule` with its sentence in `language` and the values filled in. */
export function diagnose(
  rule: RuleId,
  values: Record<string, string>,
  language: Language = 'en',
  whereabouts: Whereabouts = {},
): Diagnostic {
  const { level, ...sentences } = RULES[rule]
  return { rule, level, message: filled(sentences[language], values, language), ...whereabouts }
}

/** Names of fields, as values of a sentence, in the other language. */
const FIELDS: Record<string, string> = {
  number: 'số, ký hiệu',
  date: 'ngày ban hành',
  issuer: 'tác giả',
  subject: 'trích yếu',
}

export function filled(sentence: string, values: Record<string, string>, language: Language): string {
  const told = (name: string) => (language === 'vi' && name === 'field' && FIELDS[values[name] ?? '']) || values[name]
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => told(name) ?? '')
}

/** The values that were filled into a sentence, and the language that it is in; null where it is no rule's. */
export function valuesOf({
  rule,
  message,
}: Pick<Diagnostic, 'rule' | 'message'>): { language: Language; values: Record<string, string> } | null {
  const sentences = Object.hasOwn(RULES, rule) ? RULES[rule as RuleId] : null
  for (const language of sentences ? LANGUAGES : []) {
    const values = valuesIn(sentences?.[language] ?? '', message)
    if (values) return { language, values: { ...values, ...fieldOf(values) } }
  }
  return null
}

function fieldOf({ field }: Record<string, string>): { field?: string } {
  const key = Object.keys(FIELDS).find((name) => FIELDS[name] === field)
  return key === undefined ? {} : { field: key }
}

/** What stands in `sentence` where `template` has `{name}`; null where the words around are others. */
function valuesIn(template: string, sentence: string): Record<string, string> | null {
  const parts = template.split(/\{(\w+)\}/)
  const values: Record<string, string> = {}
  const [start = '', end = ''] = [parts[0], parts.length > 1 ? parts[parts.length - 1] : '']
  if (!sentence.startsWith(start) || !sentence.endsWith(end)) return null
  const last = sentence.length - end.length
  if (parts.length === 1) return sentence === template ? values : null
  let at = start.length
  for (let i = 1; i < parts.length; i += 2) {
    const words = parts[i + 1] as string
    const to = i + 2 === parts.length ? last : sentence.indexOf(words, at)
    if (to < at || to > last) return null
    values[parts[i] as string] = sentence.slice(at, to)
    at = to + words.length
  }
  return values
}
