/**
 * What the command says on standard error: one row a message, its sentence in both languages; `{name}` is filled in.
 * Messages about a document are diagnostics and live in `rules.ts`.
 */
import type { Language } from './rules.ts'

const MESSAGES = {
  'no-input': {
    en: 'no input: name files, folders or globs, or - for standard input (see --help)',
    vi: 'chưa nêu tệp nguồn: cần tệp, thư mục hoặc mẫu tên tệp (*.pdf), hoặc - cho luồng vào chuẩn (xem --help)',
  },
  'not-found': {
    en: '{path}: no such file or folder; check the name',
    vi: '{path}: không có tệp hay thư mục này; hãy kiểm tra tên',
  },
  'glob-empty': { en: '{path}: no file matches this pattern', vi: '{path}: không có tệp nào khớp mẫu này' },
  'folder-empty': {
    en: '{path}: the folder holds no file that is to be read',
    vi: '{path}: thư mục không có tệp nào cần đọc',
  },
  'not-permitted': {
    en: '{path}: no permission to read it; change its permissions or run as its owner',
    vi: '{path}: không có quyền đọc; hãy đổi quyền của tệp hoặc chạy bằng tài khoản chủ tệp',
  },
  'not-a-file': {
    en: '{path}: a pipe or a device, not a file, which might never end; copy it into a file, or give it to standard input (-)',
    vi: '{path}: là đường ống hoặc thiết bị, không phải tệp, có thể không bao giờ kết thúc; hãy chép ra tệp, hoặc đưa vào luồng vào chuẩn (-)',
  },
  'leads-out': {
    en: '{path}: a link that leads out of the folder; it was not followed',
    vi: '{path}: liên kết dẫn ra ngoài thư mục nên không được đọc',
  },
  'not-readable': { en: '{path}: {reason}', vi: '{path}: {reason}' },
  'cannot-read': { en: '{path}: cannot be read: {reason}', vi: '{path}: không đọc được: {reason}' },
  'cannot-write': {
    en: '{path}: cannot be written: {reason}; what was written before is kept',
    vi: '{path}: không ghi được: {reason}; những gì đã ghi trước đó vẫn còn',
  },
  'disk-full': {
    en: '{path}: cannot be written, the disk is full; free some space and run again with --resume',
    vi: '{path}: không ghi được, đĩa đã đầy; hãy giải phóng chỗ rồi chạy lại với --resume',
  },
  'would-overwrite': {
    en: '{path}: the output would replace an input; choose another folder with -o',
    vi: '{path}: kết quả sẽ ghi đè lên tệp nguồn; hãy chọn thư mục khác với -o',
  },
  'output-is-file': {
    en: '{path}: is a file, expected a folder for one file an input',
    vi: '{path}: là một tệp, trong khi cần một thư mục để ghi các tệp kết quả',
  },
  'folder-busy': {
    en: '{path}: another run (process {pid} on {host}, since {since}) is writing into this folder; wait until it ends or choose another folder with -o. If there is none any more, delete {lock}',
    vi: '{path}: một lần chạy khác (tiến trình {pid} trên {host}, từ {since}) đang ghi vào thư mục này; hãy chờ nó xong hoặc chọn thư mục khác với -o. Nếu không còn lần chạy nào, hãy xóa {lock}',
  },
  'records-busy': {
    en: '{path}: another program (process {pid} on {host}, since {since}) is changing these records; try again when it is done. If there is none any more, delete {lock}',
    vi: '{path}: một chương trình khác (tiến trình {pid} trên {host}, từ {since}) đang sửa các biểu ghi này; hãy chạy lại khi nó xong. Nếu không còn chương trình nào, hãy xóa {lock}',
  },
  'corrections-elsewhere': {
    en: '{path}: holds corrections made by hand to another version of this source; it was left as it is. Move it away, or write over it with --overwrite-corrections',
    vi: '{path}: có những chỗ đã sửa tay cho một bản khác của tệp nguồn này nên được giữ nguyên. Hãy chuyển tệp đó đi nơi khác, hoặc ghi đè với --overwrite-corrections',
  },
  'output-stands': {
    en: '{path}: what an earlier run made of it still stands in {output}, as that file was then',
    vi: '{path}: kết quả của lần chạy trước vẫn còn ở {output}, theo nội dung tệp khi đó',
  },
  'no-objects': {
    en: '{path}: object storage needs the package {package} beside this one: npm install --global {package}',
    vi: '{path}: kho đối tượng cần gói {package} cài cạnh chương trình này: npm install --global {package}',
  },
  'merge-within': {
    en: '{path}: lies in {folder} or holds it; what is merged goes into a folder of its own, named by -o',
    vi: '{path}: nằm trong {folder} hoặc chứa thư mục đó; hãy dùng -o để nêu một thư mục riêng cho kết quả gộp',
  },
  'merge-file': {
    en: '{path}: is a folder, and {folder} the name of a file; give -o a folder, or name files alone',
    vi: '{path}: là thư mục, còn {folder} là tên tệp; hãy nêu thư mục với -o, hoặc chỉ nêu các tệp',
  },
  'merge-no-results': {
    en: '{path}: holds no results: no record, table or report of this program; name the folder that -o named',
    vi: '{path}: không có kết quả nào: không có biểu ghi, bảng hay báo cáo của chương trình này; hãy nêu thư mục đã nêu với -o',
  },
  'merge-kind': {
    en: '{path}: no table, report or NDJSON of this program; a workbook is made of the merged records: directive-parse DIR --xlsx -o list.xlsx',
    vi: '{path}: không phải bảng CSV, báo cáo hay NDJSON của chương trình này; tệp Excel được lập từ biểu ghi đã gộp: directive-parse THƯ-MỤC --xlsx -o muc-luc.xlsx',
  },
  'merge-differs': {
    en: '{path}: two runs have different content under this name; what was there first stands. The others: {file}',
    vi: '{path}: hai lần chạy có nội dung khác nhau dưới tên này; giữ nội dung có trước. Xem thêm: {file}',
  },
  'merge-lines-differ': {
    en: '{file}: runs say different things of {path}; all of it is there',
    vi: '{file}: các lần chạy ghi khác nhau về {path}; tất cả đều được giữ',
  },
  'shards-missing': {
    en: '{path}: not there yet, or not read to the end: shards {shards}; run these with --resume and merge again',
    vi: '{path}: còn thiếu hoặc chưa đọc hết các phần {shards}; hãy chạy tiếp các phần này với --resume rồi gộp lại',
  },
  'not-a-record': {
    en: '{path}: a file of records, but one of them does not follow the schema ({reason})',
    vi: '{path}: tệp biểu ghi, nhưng có biểu ghi không đúng lược đồ ({reason})',
  },
  'record-without-text': {
    en: '{path}: is a record; its text is in its source, name that one for --text',
    vi: '{path}: là biểu ghi; văn bản nằm trong tệp nguồn, hãy nêu tệp nguồn khi dùng --text',
  },
  'library-says': {
    en: '{path}: a library that read it says: {text}',
    vi: '{path}: thư viện đọc tệp này báo: {text}',
  },
  'worker-died': {
    en: '{path}: the process that read it ended before it was done ({reason}), as a rule because it took more memory than --file-memory; no other file is touched by that. Try it with more, or with --ocr never',
    vi: '{path}: tiến trình đọc tệp này bị dừng giữa chừng ({reason}), thường do cần nhiều bộ nhớ hơn --file-memory; các tệp khác không bị ảnh hưởng. Hãy thử lại với giới hạn lớn hơn, hoặc với --ocr never',
  },
  'worker-overlong': {
    en: '{path}: not done after {seconds} s and given up; raise --file-seconds to wait longer',
    vi: '{path}: sau {seconds} giây vẫn chưa xong nên bỏ qua; tăng --file-seconds để chờ lâu hơn',
  },
  'line-not-json': {
    en: '{path}, line {line}: expected one JSON object in UTF-8, as {"id": …, "text": …}',
    vi: '{path}, dòng {line}: cần một đối tượng JSON, mã UTF-8, ví dụ {"id": …, "text": …}',
  },
  'line-no-input': {
    en: '{path}, line {line}: unexpected "{key}", expected a string in "text", in "path", or in "base64" with its "name"',
    vi: '{path}, dòng {line}: "{key}" không hợp lệ, cần một chuỗi trong "text", trong "path", hoặc trong "base64" kèm "name"',
  },
  'line-not-base64': {
    en: '{path}, line {line}: "base64" breaks off or holds other characters',
    vi: '{path}, dòng {line}: "base64" bị cắt cụt hoặc có ký tự lạ',
  },
  'binary-terminal': {
    en: 'XLSX is not for a terminal: name a file with -o, or redirect the output',
    vi: 'XLSX không in ra màn hình: hãy nêu tên tệp với -o, hoặc chuyển hướng ra tệp',
  },
  'needs-output': { en: '{option} needs -o DIR', vi: '{option} cần có -o THƯ-MỤC' },
  'not-with': { en: '{option} does not go with {other}', vi: '{option} không dùng chung với {other}' },
  'one-format': {
    en: 'one format at a time: {formats}',
    vi: 'mỗi lần chỉ một định dạng: {formats}',
  },
  'stdin-twice': {
    en: 'standard input can be named once only',
    vi: 'luồng vào chuẩn (-) chỉ được nêu một lần',
  },
  'unknown-option': {
    en: 'unknown option {value} (see --help)',
    vi: 'không có tùy chọn {value} (xem --help)',
  },
  'unknown-option-like': {
    en: 'unknown option {value}; did you mean {like}? (see --help)',
    vi: 'không có tùy chọn {value}; ý bạn là {like}? (xem --help)',
  },
  'unknown-command': {
    en: '{value}: no such file or folder, and no command; did you mean directive-parse {like}?',
    vi: '{value}: không có tệp, thư mục hay lệnh này; ý bạn là directive-parse {like}?',
  },
  'would-flood': {
    en: 'records of a folder are not for the screen: name a folder for them with -o, or a format such as --csv',
    vi: 'biểu ghi của cả thư mục không nên in ra màn hình: hãy nêu thư mục kết quả với -o, hoặc một định dạng như --csv',
  },
  'missing-argument': {
    en: 'option {value} needs a value (see --help)',
    vi: 'tùy chọn {value} cần một giá trị (xem --help)',
  },
  'needs-option': { en: '{value} is needed (see --help)', vi: 'cần có {value} (xem --help)' },
  'missing-operand': { en: 'missing {value} (see --help)', vi: 'thiếu {value} (xem --help)' },
  'excess-arguments': { en: 'too many arguments (see --help)', vi: 'thừa tham số (xem --help)' },
  'wrong-value': {
    en: 'option {option}: unexpected "{value}", expected {expected}',
    vi: 'tùy chọn {option}: giá trị "{value}" không hợp lệ, cần {expected}',
  },
  'config-broken': {
    en: '{path}: expected options by their names, as in "output: records" ({reason})',
    vi: '{path}: cần các tùy chọn theo tên, ví dụ "output: bieu-ghi" ({reason})',
  },
  'config-unknown': {
    en: '{path}: no option "{name}"{like} (see --help)',
    vi: '{path}: không có tùy chọn "{name}"{like} (xem --help)',
  },
  'unknown-rule': {
    en: 'no rule "{rule}"{like}; directive-parse explain lists them all',
    vi: 'không có mã "{rule}"{like}; directive-parse explain liệt kê tất cả',
  },
  'no-such-line': {
    en: '{path}: nothing stands in line {line}; directive-parse {path} --text prints the lines',
    vi: '{path}: dòng {line} không có gì; directive-parse {path} --text in ra các dòng',
  },
  'fonds-wrong': {
    en: '{path}: {reason}; directive-parse schema fonds says what may stand there',
    vi: '{path}: {reason}; directive-parse schema fonds cho biết các khóa được dùng',
  },
  'fonds-there': {
    en: '{path}: is there already; --force writes over it',
    vi: '{path}: đã có; --force để ghi đè',
  },
  'no-ghostscript': {
    en: 'PDF/A is made by Ghostscript, which is not installed (Debian: apt install ghostscript); without --pdfa always the PDF is made without it',
    vi: 'PDF/A cần Ghostscript mà máy chưa cài (Debian: apt install ghostscript); bỏ --pdfa always thì vẫn tạo PDF thường',
  },
  'pdfa-failed': {
    en: '{path}: no PDF/A, the PDF stands without it: {reason}',
    vi: '{path}: không tạo được PDF/A, vẫn có tệp PDF thường: {reason}',
  },
  'pdf-left': {
    en: '{path}: left as it is: {reason}',
    vi: '{path}: giữ nguyên: {reason}',
  },
  'package-there': {
    en: '{path}: is there already; a package is never replaced: remove it, or name another folder with -o',
    vi: '{path}: đã có; gói không bị ghi đè: hãy xóa, hoặc nêu thư mục khác với -o',
  },
  'package-empty': {
    en: '{path}: no document could be read, so no package was made',
    vi: '{path}: không đọc được văn bản nào nên không tạo gói',
  },
  'needs-fonds': {
    en: '--{format} needs `{key}` in the file of --fonds (directive-parse init writes one)',
    vi: '--{format} cần khóa `{key}` trong tệp --fonds (directive-parse init tạo tệp mẫu)',
  },
  'needs-time': {
    en: '--{format} writes the time of the export into each record: give it with --export-time',
    vi: '--{format} ghi thời điểm xuất vào từng biểu ghi: hãy nêu bằng --export-time',
  },
  'needs-folder': {
    en: '--{format} prints one document a file: name a folder with -o',
    vi: '--{format} ghi mỗi văn bản một tệp: hãy nêu thư mục với -o',
  },
  'check-nothing': {
    en: '{path}: no document with an expected record (same name, .json) beside it',
    vi: '{path}: không có văn bản nào kèm biểu ghi mong đợi (cùng tên, đuôi .json)',
  },
  'expected-broken': {
    en: '{path}: not a JSON object ({reason}); mend the expected record',
    vi: '{path}: không phải đối tượng JSON ({reason}); hãy sửa biểu ghi mong đợi',
  },
  interrupted: {
    en: 'Stopped. {done} of {total} done; run the same command with --resume to go on.',
    vi: 'Đã dừng. Xong {done} trên {total}; chạy lại lệnh này với --resume để tiếp tục.',
  },
  'interrupted-plain': { en: 'Stopped. {done} of {total} done.', vi: 'Đã dừng. Xong {done} trên {total}.' },
  interrupting: {
    en: 'Stopping: what has been started will be finished. Press Ctrl-C again to stop at once.',
    vi: 'Đang dừng: làm nốt những tệp đã bắt đầu. Nhấn Ctrl-C lần nữa để dừng ngay.',
  },
  watching: { en: 'Watching {path}; press Ctrl-C to stop.', vi: 'Đang theo dõi {path}; nhấn Ctrl-C để dừng.' },
  serving: {
    en: 'Serving on {url} (its addresses: {url}/openapi.json); press Ctrl-C to stop.',
    vi: 'Dịch vụ đang chạy tại {url} (các địa chỉ: {url}/openapi.json); nhấn Ctrl-C để dừng.',
  },
  'serving-openly': {
    en: '{url} is reached from other machines, and whoever reaches it may use it: it asks for no name and encrypts nothing. Put a server with a login and TLS before it, or leave --host out',
    vi: '{url} mở cho các máy khác, ai truy cập được đều dùng được: dịch vụ không hỏi tài khoản và không mã hóa. Hãy đặt sau một máy chủ có đăng nhập và TLS, hoặc bỏ --host',
  },
  'serving-records': {
    en: 'The records of {path} are checked at {url}/; what is corrected there is written at once.',
    vi: 'Rà soát biểu ghi của {path} tại {url}/; chỗ sửa được ghi ngay vào biểu ghi.',
  },
  'serve-ending': {
    en: 'Stopping: what has been taken will be answered. Press Ctrl-C again to stop at once.',
    vi: 'Đang dừng: trả lời nốt các yêu cầu đã nhận. Nhấn Ctrl-C lần nữa để dừng ngay.',
  },
  'cannot-listen': {
    en: '{address}: cannot be listened on: {reason}; choose another --port or --host',
    vi: '{address}: không mở được: {reason}; hãy chọn --port hoặc --host khác',
  },
  'serve-busy': {
    en: 'no place is free; come back after the seconds that Retry-After says',
    vi: 'không còn chỗ trống; hãy gửi lại sau số giây ghi ở Retry-After',
  },
  'serve-stopping': {
    en: 'the service is about to stop; come back later',
    vi: 'dịch vụ sắp dừng; hãy gửi lại sau',
  },
  'no-document': {
    en: 'expected a file as the body, or a form (multipart/form-data) with a file in it',
    vi: 'cần một tệp làm nội dung yêu cầu, hoặc một biểu mẫu (multipart/form-data) có kèm tệp',
  },
  'host-refused': {
    en: 'the service goes by another name than the Host of this request; call it by its address, or name it with --allow-host',
    vi: 'tên trong Host không phải tên của dịch vụ; hãy gọi bằng địa chỉ, hoặc khai tên với --allow-host',
  },
  'origin-refused': {
    en: 'a page of another site may not use the service',
    vi: 'trang của một trang web khác không được dùng dịch vụ này',
  },
  'request-gone': {
    en: 'the client left before it was answered',
    vi: 'bên gửi đã ngắt kết nối trước khi có trả lời',
  },
  'no-such-address': {
    en: 'no such address; /openapi.json lists them',
    vi: 'không có địa chỉ này; xem /openapi.json',
  },
  'no-such-record': {
    en: 'nothing of that is there any more; load the page again',
    vi: 'không còn dữ liệu này; hãy tải lại trang',
  },
  'wrong-line': { en: '{reason}', vi: '{reason}' },
  'wrong-method': {
    en: 'unexpected method, expected {method}',
    vi: 'phương thức không hợp lệ, cần {method}',
  },
  unexpected: {
    en: 'unexpected error, please report it: {reason}',
    vi: 'lỗi ngoài dự kiến, xin báo lại: {reason}',
  },
} as const satisfies Record<string, Record<Language, string>>

export type MessageId = keyof typeof MESSAGES

/** A value of a message: as it is, or words that differ by language. */
export type MessageValue = string | number | Record<Language, string>

/** Something that went wrong with one input or one output, before it is put into words. */
export interface Problem {
  id: MessageId
  values: Record<string, MessageValue>
}

/** An error of use or of the file system that has its sentence in both languages. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problem: Problem

  constructor(id: MessageId, values: Record<string, MessageValue> = {}, options?: ErrorOptions) {
    super(say({ id, values }, 'en'), options)
    this.problem = { id, values }
  }
}

/** The sentence of a problem, on one line. */
export function say({ id, values }: Problem, language: Language): string {
  const sentence = MESSAGES[id][language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : typeof value === 'object' ? value[language] : String(value)
  })
  return sentence.replace(/\s*\n\s*/g, ' ')
}

/** The rule of a problem, for programs and for `explain`: that of the reader, where one refused a file. */
export function ruleOf({ id, values }: Problem): string {
  return id === 'not-readable' ? String(values.rule) : id
}

/** What the operating system said about `path`, as a problem. */
export function fileProblem(error: unknown, path: string, doing: 'read' | 'write'): Problem {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return { id: 'disk-full', values: { path } }
  if (doing === 'read' && code === 'ENOENT') return { id: 'not-found', values: { path } }
  if (doing === 'read' && (code === 'EACCES' || code === 'EPERM')) return { id: 'not-permitted', values: { path } }
  return { id: doing === 'read' ? 'cannot-read' : 'cannot-write', values: { path, reason: reasonOf(code, message) } }
}

/** What the system calls by a code, in words; what it says by itself where we have none. */
const REASONS: Record<string, Record<Language, string>> = {
  EACCES: { en: 'no permission', vi: 'không có quyền ghi' },
  EPERM: { en: 'not permitted', vi: 'không được phép' },
  EROFS: { en: 'the disk is read-only', vi: 'ổ đĩa chỉ cho đọc' },
  ENOENT: { en: 'there is no such folder', vi: 'không có thư mục này' },
  ENOTDIR: { en: 'a part of the path is a file', vi: 'một phần của đường dẫn là tệp' },
  EISDIR: { en: 'it is a folder', vi: 'đây là thư mục' },
  EEXIST: { en: 'something of this name is there', vi: 'đã có một mục trùng tên' },
  ENAMETOOLONG: { en: 'the name is too long', vi: 'tên quá dài' },
  EMFILE: { en: 'too many files are open; try fewer --jobs', vi: 'đang mở quá nhiều tệp; hãy giảm --jobs' },
  EBUSY: { en: 'another program has it open', vi: 'chương trình khác đang mở tệp này' },
  EIO: { en: 'the disk reports an error', vi: 'ổ đĩa báo lỗi' },
  ELOOP: { en: 'links lead in a circle', vi: 'liên kết dẫn vòng' },
}

/** Why the system refused, in words; its own sentence without its code where we have none. */
export function reasonOf(code: string | undefined, message: unknown): MessageValue {
  const known = REASONS[code ?? '']
  return known ?? String(message ?? code ?? 'unknown').replace(/^[A-Z]+: ([^,]*), .*$/s, '$1')
}

/** All rules of messages, for `explain`. */
export function messageRules(language: Language): [rule: string, sentence: string][] {
  return Object.entries(MESSAGES).map(([rule, sentences]) => [rule, sentences[language]])
}
