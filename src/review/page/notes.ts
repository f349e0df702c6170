/** The notes of evidence in the language of the page: records hold them in English. */
import { language } from './language.ts'

/** Each phrase that reading writes, and how it is said; what stands in quotes is of the document and stays. */
const PHRASES: readonly [RegExp, string][] = [
  [
    /was ("(?:[^"\\]|\\.)*"|null|\[[^\]]*\]|\{[^}]*\}|\([^)]*\))(?: \([^)]*\))?(?: at \d+-\d+ "(?:[^"\\]|\\.)*")?/g,
    'trước đó: $1',
  ],
  [/trước đó: (?:null|\([^)]*\))/g, 'trước đó: (trống)'],
  [/confirmed by hand/g, 'người rà soát đã xác nhận'],
  [/added by hand/g, 'người rà soát thêm'],
  [/removed by hand:?/g, 'người rà soát đã bỏ;'],
  [/no heading and no number, but addressees/g, 'không có tên loại và số, nhưng có Kính gửi'],
  [/no heading, but addressees/g, 'không có tên loại, nhưng có Kính gửi'],
  [/no heading, but a subject under the number/g, 'không có tên loại, nhưng có trích yếu dưới số'],
  [/head shared with the list/g, 'phần tên chung của cả danh sách'],
  [/, and the only place of its level that is named/g, ', với địa bàn duy nhất cùng cấp được nêu'],
  [/the body that gives the orders/g, 'cơ quan giao nhiệm vụ'],
  [/who decides, before the first basis/g, 'người quyết định, nêu trước căn cứ đầu tiên'],
  [/place of the issuer/g, 'địa bàn của tác giả'],
  [/place ('[^']*') from the words after it/g, 'địa bàn $1 lấy từ chữ đứng sau'],
  [/short form of ('[^']*')/g, 'viết tắt của $1'],
  [/from the code (\S+)/g, 'suy từ mã $1'],
  [/(?:[a-z]+(?:, [a-z]+)* )?from the form of the number/gi, 'suy từ dạng của số, ký hiệu'],
  [/from the issuer/g, 'suy từ tác giả'],
  [/as the second reader has it/g, 'theo cách đọc thứ hai'],
  [/words of a sentence may stand in the name/g, 'tên có thể lẫn lời của câu sau'],
  [/letters read as the digits that scanning spoilt/g, 'chữ số bị lỗi quét được đọc lại'],
  [/the serial is written by hand/g, 'số viết tay'],
  [/written by hand/g, 'viết tay'],
  [/a (?:stamp|mark) of unsure level, held as the highest/g, 'dấu không rõ mức, coi là mức cao nhất'],
  [/read as (.+)/g, 'đọc thành $1'],
  [/century of a year in two digits, by the document's date/g, 'thế kỷ của năm viết hai chữ số, theo ngày ban hành'],
  [/century of a decade in two digits/g, 'thế kỷ của thập niên viết hai chữ số'],
  [/a year in two digits/g, 'năm viết hai chữ số'],
  [/year of the document's date/g, 'năm theo ngày ban hành'],
  [/year of the dates it stands with/g, 'năm theo các ngày đứng cùng'],
  [/year of its range/g, 'năm theo khoảng thời gian'],
  [/the nearest such date to the document/g, 'ngày gần ngày ban hành nhất'],
  [/counted from the document's date, ([\d-]+): ([\d-]+)/g, 'tính từ ngày ban hành $1: $2'],
  [/the document's date/g, 'theo ngày ban hành'],
  [/the date before it/g, 'theo ngày đứng trước'],
  [/the day or month cannot be read/g, 'không đọc được ngày hoặc tháng'],
  [/the day it runs from is not known/g, 'không rõ tính từ ngày nào'],
  [/the day does not exist/g, 'ngày không tồn tại'],
  [
    /working days are not counted: holidays are not in the text/g,
    'ngày làm việc không tính được: văn bản không nêu ngày nghỉ',
  ],
  [/hours from ([\d-]+)/g, 'số giờ tính từ $1'],
  [/(\d+) days? before ([\d-]+)/g, '$1 ngày trước $2'],
  [/(\d+) days? from ([\d-]+)/g, '$1 ngày kể từ $2'],
  [/(\d+) weeks? before ([\d-]+)/g, '$1 tuần trước $2'],
  [/(\d+) weeks? from ([\d-]+)/g, '$1 tuần kể từ $2'],
  [/(\d+) months? before ([\d-]+)/g, '$1 tháng trước $2'],
  [/(\d+) months? from ([\d-]+)/g, '$1 tháng kể từ $2'],
  [/(\d+) years? before ([\d-]+)/g, '$1 năm trước $2'],
  [/(\d+) years? from ([\d-]+)/g, '$1 năm kể từ $2'],
  [/first day of its month/g, 'ngày đầu tháng'],
  [/last day of its month/g, 'ngày cuối tháng'],
]

export function noteOf(note: string): string {
  if (language() !== 'vi') return note
  return PHRASES.reduce((text, [phrase, said]) => text.replace(phrase, said), note).replace(
    /(\d{4})-(\d\d)-(\d\d)/g,
    '$3/$2/$1',
  )
}
