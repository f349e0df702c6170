/** What stands behind the signature: each attachment with its title, its number and every one of its lines. */
import { expect, test } from 'vitest'
import { parseDirective } from '../src/pipeline.ts'

const LETTER = `ỦY BAN NHÂN DÂN
HUYỆN VẠN TRÚC

Số: 31/KH-UBND
Vạn Trúc, ngày 06 tháng 10 năm 2021

KẾ HOẠCH
Trồng rừng ngập mặn ven sông

1. Giữ cây giống tại vườn ươm.
2. Trồng xong trước ngày 30/11/2021.

Nơi nhận:
- Các xã ven sông;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Mai Thị Xuân
`

const attachmentsOf = (behind: string) => parseDirective(`${LETTER}\n${behind}`).attachments

test.each([
  ['PHỤ LỤC III', 'III'],
  ['Phụ lục số 02: Danh sách hộ nhận cây', '02'],
  ['PHỤ LỤC 4', '4'],
  ['DANH SÁCH', null],
])('%s has the number %s', (title, number) => {
  const [attachment] = attachmentsOf(`${title}\n(Kèm theo Kế hoạch số 31/KH-UBND)\nHộ ông Lê Văn Ruộng nhận 200 cây.\n`)
  expect(attachment?.number).toBe(number)
})

test('the lines below a title are its text, none of them lost', () => {
  const lines = [
    '(Kèm theo Kế hoạch số 31/KH-UBND ngày 06/10/2021)',
    'TT   Hộ nhận cây          Số cây',
    '1    Lê Văn Ruộng         200',
    '2    Vũ Đình Huân         150',
  ]
  const [first, second] = attachmentsOf(`PHỤ LỤC I\n${lines.join('\n')}\n\nPHỤ LỤC II\nBản đồ vườn ươm.\n`)
  expect(first?.text?.split('\n')).toEqual(lines)
  expect(second?.number).toBe('II')
})

test('its text has a place in the source', () => {
  const source = `${LETTER}\nPHỤ LỤC I\n(Kèm theo Kế hoạch số 31/KH-UBND)\nHộ ông Lê Văn Ruộng nhận 200 cây.\n`
  const span = parseDirective(source).evidence['/attachments/0/text']?.span
  expect(span && source.slice(...span)).toMatch(/^\(Kèm.*200 cây\.$/su)
})

const ENCLOSED = '(Kèm theo Kế hoạch số 31/KH-UBND ngày 06/10/2021)'
const LONG_TITLE =
  'Tiếp nhận, chăm sóc và giao cây giống tại các vườn ươm ven sông, phân công người trực và ghi sổ cây giống của các hộ nhận trồng trên địa bàn huyện'

test.each<[string, string[], string[]]>([
  [
    'the word, a colon and the title on one line',
    ['Phụ lục: NHIỆM VỤ CÁC TỔ TRỒNG CÂY', ENCLOSED, '1. Tổ một đào hố.'],
    ['Phụ lục: NHIỆM VỤ CÁC TỔ TRỒNG CÂY'],
  ],
  [
    'a title without such a word, above what it is enclosed with',
    ['LỊCH TRỰC VƯỜN ƯƠM MÙA LŨ', ENCLOSED, 'TT   Người trực', '1    Lê Văn Ruộng'],
    ['LỊCH TRỰC VƯỜN ƯƠM MÙA LŨ'],
  ],
  [
    'such a title on two lines',
    ['', 'LỊCH TRỰC VƯỜN ƯƠM MÙA LŨ', 'VÀ TRẠM BƠM BẾN ĐẠM', ENCLOSED, '1. Tổ một trực đêm.'],
    ['LỊCH TRỰC VƯỜN ƯƠM MÙA LŨ VÀ TRẠM BƠM BẾN ĐẠM'],
  ],
  [
    'a letterhead of its own, the type with more words behind it',
    [
      'ỦY BAN NHÂN DÂN HUYỆN VẠN TRÚC',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'QUY CHẾ HOẠT ĐỘNG',
      'của Tổ trồng rừng ngập mặn',
      'Điều 1. Tổ họp mỗi tuần một lần.',
    ],
    ['QUY CHẾ HOẠT ĐỘNG của Tổ trồng rừng ngập mặn'],
  ],
  [
    'a title of a kind of its own below the word',
    ['PHỤ LỤC II', 'ĐỀ CƯƠNG BÁO CÁO', 'I. Tình hình vườn ươm'],
    ['PHỤ LỤC II ĐỀ CƯƠNG BÁO CÁO'],
  ],
  [
    'the word alone, a form as its title',
    ['Phụ lục', 'MẪU PHIẾU NHẬN CÂY GIỐNG', ENCLOSED, 'Họ và tên: ……'],
    ['Phụ lục MẪU PHIẾU NHẬN CÂY GIỐNG'],
  ],
  [
    'a title in capitals whose second line begins with such a word',
    ['Phụ lục I', 'HỒ SƠ, THỦ TỤC CẤP PHÉP KHAI THÁC', 'MẪU GỖ RỪNG TRỒNG', ENCLOSED, '1. Nộp một bộ hồ sơ.'],
    ['Phụ lục I HỒ SƠ, THỦ TỤC CẤP PHÉP KHAI THÁC MẪU GỖ RỪNG TRỒNG'],
  ],
  [
    'a list of its forms',
    [
      'PHỤ LỤC I',
      'CÁC BIỂU BÁO CÁO',
      ENCLOSED,
      'Biểu số 01 Tình hình vườn ươm',
      'Biểu số 02 Tình hình trồng rừng',
      '',
      'Biểu số 01. Tình hình vườn ươm',
      'Nơi gửi báo cáo: Các xã ven sông',
      'Hộ nhận cây, số cây sống.',
      'Biểu số 02. Tình hình trồng rừng',
      'Xã, số hố đã đào.',
    ],
    ['PHỤ LỤC I CÁC BIỂU BÁO CÁO', 'Biểu số 01. Tình hình vườn ươm', 'Biểu số 02. Tình hình trồng rừng'],
  ],
  [
    'a form that is a whole decision',
    ['Mẫu số 01', 'QUYẾT ĐỊNH', 'Về việc giao rừng', 'QUYẾT ĐỊNH:', 'Điều 1. Giao rừng cho hộ ông ……'],
    ['Mẫu số 01 QUYẾT ĐỊNH Về việc giao rừng'],
  ],
  [
    'a sentence that goes on with the name of a form',
    [
      'PHỤ LỤC I',
      ENCLOSED,
      '1. Hộ nhận cây lập phiếu theo',
      'Mẫu số 12 của Phụ lục ban hành kèm theo Quy chế giao rừng',
    ],
    ['PHỤ LỤC I'],
  ],
  [
    'a section that is called as a type is',
    ['PHỤ LỤC I', ENCLOSED, 'I. TÌNH HÌNH', 'Cây sống.', 'V. KẾT LUẬN', 'Trồng dặm.'],
    ['PHỤ LỤC I'],
  ],
  [
    'a long title below the type',
    ['QUY CHẾ', LONG_TITLE, ENCLOSED, 'Điều 1. Tổ họp mỗi tuần.'],
    [`QUY CHẾ ${LONG_TITLE}`],
  ],
])('titles of what is enclosed: %s', (_, lines, titles) => {
  expect(attachmentsOf(lines.join('\n')).map(({ title }) => title)).toEqual(titles)
})

test.each([
  ['Hộ nhận cây được cấp phiếu có quy cách và nội dung theo', 'Phụ lục 2 ban hành kèm theo Kế hoạch này.'],
  ['Các xã ven sông ghi sổ cây giống hằng tuần theo quy định tại', 'Mẫu số 05 của Quy chế giao rừng ngập mặn.'],
  ['Người trực vườn ươm báo số cây sống, số cây chết theo', 'Biểu số 3 gửi kèm theo Kế hoạch này;'],
  [
    'Hộ nhận cây gửi về phòng nông nghiệp một bộ hồ sơ và đơn theo',
    'Mẫu số 04 Phụ lục 03 ban hành kèm theo Kế hoạch này;',
  ],
  ['Các hộ có tên nhận đủ cây giống tại vườn ươm Bến Đạm theo', 'Danh sách kèm theo Kế hoạch này.'],
  ['Số hố đào, số cây trồng và số cây phải trồng dặm được ghi theo', 'Phụ lục kèm theo Kế hoạch này và sổ của các xã.'],
])('sentences that name an appendix open none: %s / %s', (above, below) => {
  const head = LETTER.slice(0, LETTER.indexOf('1. Giữ'))
  const steps = [1, 2, 3].flatMap((step) => [`${step}. ${above}`, below])
  const appendix = ['PHỤ LỤC 2', ENCLOSED, '1. Hộ nhận cây.', '2. Số cây.']
  const { attachments, items, signatures } = parseDirective(
    [head, ...steps, '4. Trồng dặm.', '', 'CHỦ TỊCH', '', 'Mai Thị Xuân', '', ...appendix].join('\n'),
  )
  expect(attachments.map(({ title }) => title)).toEqual(['PHỤ LỤC 2'])
  expect(items.map(({ heading, text }) => `${heading ?? ''} ${text}`.trim())).toEqual([
    ...Array(3).fill(`${above} ${below}`),
    'Trồng dặm.',
  ])
  expect(signatures.map(({ name }) => name)).toEqual(['Mai Thị Xuân'])
})

/** Large, but no larger than it takes: what squares its work does not end before the test is given up. */
test.each([
  ['short lines', '- x\n', 100_000],
  ['appendices of one number', 'PHỤ LỤC 1\nDanh sách cây giống\n', 10_000],
])('%s without end behind a letter end soon', (_, piece, count) => {
  expect(parseDirective(`${LETTER}\n\n${piece.repeat(count)}`).number).toBe('31/KH-UBND')
})
