/** What stands beside the form of a document: marks of its head, drafter and copies, electronic signatures, the form of a copy. */
import { expect, test } from 'vitest'
import { parseDirective } from '../src/pipeline.ts'

interface Parts {
  above?: string
  mark?: string
  archive?: string
  behind?: string
}

const record = ({ above = '', mark = '', archive = 'Lưu: VT', behind = '' }: Parts) =>
  parseDirective(`${above}
ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN VẠN TRÚC                          Độc lập - Tự do - Hạnh phúc

Số: 31/KH-UBND                     Vạn Trúc, ngày 06 tháng 10 năm 2021

${mark}

                        KẾ HOẠCH
              Trồng rừng ngập mặn ven sông

1. Giữ cây giống tại vườn ươm.
2. Trồng xong trước ngày 30/11/2021.

Nơi nhận:                                 TM. ỦY BAN NHÂN DÂN
- Các xã ven sông;                               CHỦ TỊCH
- ${archive}.
                                             Mai Thị Xuân

${behind}
`)

test.each([
  ['DỰ THẢO', { version: null }],
  ['DỰ THẢO LẦN 2', { version: '2' }],
  ['(Dự thảo lần thứ ba)', { version: 'ba' }],
  ['Dự thảo kế hoạch đã được các xã góp ý', undefined],
  ['LƯU HÀNH NỘI BỘ', undefined],
])('%s is a draft: %j', (mark, draft) => {
  expect(record({ mark }).draft ?? undefined).toEqual(draft)
})

test.each([
  ['LƯU HÀNH NỘI BỘ', ['Lưu hành nội bộ']],
  ['XEM XONG TRẢ LẠI', ['Xem xong trả lại']],
  ['DỰ THẢO          TÀI LIỆU HỘI NGHỊ', ['Tài liệu hội nghị']],
  ['', []],
])('%s says to whom the document may go', (mark, circulation) => {
  const read = record({ mark })
  expect(read.circulation).toEqual(circulation)
  expect(read.subject).toBe('Trồng rừng ngập mặn ven sông')
})

test.each([
  ['Lưu: VT, NN, PL. 300b', 'PL', 300],
  ['Lưu: VT, NN, Thảo.05b', 'Thảo', 5],
  ['Lưu: VT, NN (2b).LTH', 'LTH', null],
  ['Lưu: VT, NN (2b)', null, null],
  ['Lưu: VT. (30 bản)', null, null],
  ['Lưu: VT, NN', null, null],
])('%s: drafted by %s, %s copies', (archive, drafter, copies) => {
  expect(record({ archive })).toMatchObject({ archive, drafter, copies })
})

test.each([
  [
    'Ký bởi: Ủy ban nhân dân huyện Vạn Trúc\nThời gian ký: 06/10/2021 08:15:22 +07:00',
    [{ by: 'Ủy ban nhân dân huyện Vạn Trúc', at: '2021-10-06T08:15:22+07:00' }],
  ],
  [
    'Người ký: Cổng thông tin điện tử\nEmail: cong@vantruc.example\nCơ quan: Huyện Vạn Trúc\nThời gian ký: 06.10.2021 8:15:22 +07:00',
    [{ by: 'Cổng thông tin điện tử', at: '2021-10-06T08:15:22+07:00' }],
  ],
  [
    'Ký bởi: CÔNG BÁO NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nThời gian ký: 06-10-2021 08:15:22',
    [{ by: 'CÔNG BÁO NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', at: '2021-10-06T08:15:22' }],
  ],
  ['Người ký: Mai Thị Xuân\nNgày ký: 06/10/2021', []],
  ['', []],
])('electronic signatures of %j', (above, signatures) => {
  expect(record({ above }).digitalSignatures).toEqual(signatures)
})

test.each([
  [
    [
      'Người ký: Cổng thông tin điện tử',
      'Email: cong@vantruc.example',
      'Cơ quan: Huyện Vạn Trúc',
      'Thời gian ký: 06.10.2021 08:15:22 +07:00',
    ],
    'Giữ cây giống tại vườn ươm, ghi sổ cây sống và',
    'cây chết hằng tuần.',
  ],
  [
    ['Ký bởi: CÔNG BÁO HUYỆN VẠN TRÚC', 'Ngày ký: 2021-10-06 08:15:22 +07:00'],
    'Các xã ven sông gửi danh sách hộ nhận cây về phòng',
    'Nông nghiệp huyện.',
  ],
  [
    ['', 'Ký số bởi: Văn phòng huyện', 'Thời gian ký: 06/10/2021 08:15:22', ''],
    'Người trực vườn ươm tưới cây mỗi ngày hai lần, sáng',
    'và chiều.',
  ],
])('a signature printed into a sentence is no part of it: %j', (stamp, first, rest) => {
  const text = [
    'ỦY BAN NHÂN DÂN',
    'HUYỆN VẠN TRÚC',
    '',
    'Số: 31/KH-UBND',
    'Vạn Trúc, ngày 06 tháng 10 năm 2021',
    '',
    'KẾ HOẠCH',
    'Trồng rừng ngập mặn ven sông',
    '',
    `1. ${first}`,
    ...stamp,
    rest,
    '2. Trồng xong trước ngày 30/11/2021.',
  ]
  const { items, digitalSignatures } = parseDirective(text.join('\n'))
  expect(items.map(({ heading, text: words }) => `${heading ?? ''} ${words}`.trim())).toEqual([
    `${first} ${rest}`,
    'Trồng xong trước ngày 30/11/2021.',
  ])
  expect(digitalSignatures).toHaveLength(1)
})

const COPY = `VĂN PHÒNG HUYỆN ỦY                            SAO Y
      *
Số: 15/SY-VPHU                      Vạn Trúc, ngày 12 tháng 10 năm 2021
Nơi nhận:                                TL. BAN THƯỜNG VỤ
- Các chi bộ;                             CHÁNH VĂN PHÒNG
- Lưu: VP.

                                          Lê Văn Ruộng
`

test('the form of a copy says who copied, and its officer signed nothing else', () => {
  const { copy, signatures, recipients, diagnostics } = record({ behind: COPY })
  expect(copy).toEqual({
    form: 'Sao y',
    number: '15/SY-VPHU',
    place: 'Vạn Trúc',
    date: '2021-10-12',
    issuer: 'VĂN PHÒNG HUYỆN ỦY',
    signer: 'Lê Văn Ruộng',
  })
  expect(signatures.map(({ name }) => name)).toEqual(['Mai Thị Xuân'])
  expect(recipients.map(({ text }) => text)).toEqual(['Các xã ven sông', 'Lưu: VT'])
  expect(diagnostics.map(({ message }) => message).join('\n')).toContain('Các chi bộ')
})

test('so does the line of an electronic copy', () => {
  const { copy, issuer } = record({ above: 'SAO Y; VĂN PHÒNG HUYỆN ỦY VẠN TRÚC; 12/10/2021 08:15:22 +07:00' })
  expect(copy).toMatchObject({ form: 'Sao y', issuer: 'VĂN PHÒNG HUYỆN ỦY VẠN TRÚC', date: '2021-10-12', signer: null })
  expect(issuer).toBe('ỦY BAN NHÂN DÂN HUYỆN VẠN TRÚC')
})

test.each(['Sao y bản này gửi các xã.', 'Ban Sao y tế'])('%s is no copy', (behind) => {
  expect(record({ behind }).copy).toBeNull()
})
