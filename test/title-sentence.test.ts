/** Titles that say number, day and author of their own document, in place of the form's header. */
import { expect, test } from 'vitest'
import { parseDirective } from '../src/pipeline.ts'

const BODY = [
  '',
  'Căn cứ Luật Thú y;',
  'Theo đề nghị của Chánh Thanh tra,',
  '',
  'QUYẾT ĐỊNH:',
  '',
  'Điều 1. Tiêm phòng cho đàn bò trước mùa mưa.',
  'Điều 2. Các trại bò thi hành Quyết định này.',
]
const read = (lines: string[], body = BODY) => parseDirective([...lines, ...body].join('\n'))

test.each<[string, string[], object]>([
  [
    'a gazette in capitals',
    [
      'QUYẾT ĐỊNH',
      'CỦA BỘ TRƯỞNG BỘ MỤC SÚC SỐ 48/2001/QĐ-BMS NGÀY 4 THÁNG 5 NĂM 2001 VỀ VIỆC TIÊM PHÒNG',
      'CHO ĐÀN BÒ, SỬA ĐỔI QUYẾT ĐỊNH SỐ 7/1999/QĐ-BMS NGÀY 02/3/1999',
      '',
      'BỘ TRƯỞNG BỘ MỤC SÚC',
    ],
    {
      number: '48/2001/QĐ-BMS',
      date: '2001-05-04',
      issuer: 'BỘ TRƯỞNG BỘ MỤC SÚC',
      subject: 'VỀ VIỆC TIÊM PHÒNG CHO ĐÀN BÒ, SỬA ĐỔI QUYẾT ĐỊNH SỐ 7/1999/QĐ-BMS NGÀY 02/3/1999',
    },
  ],
  [
    'a gazette in small letters, set in the middle',
    [
      '              Quyết định',
      '',
      '      của Ủy ban nhân dân tỉnh Sông Mã số',
      '   48/2001/QĐ-UB ngày 4 tháng 5 năm',
      '     2001 về việc tiêm phòng cho đàn bò',
      '',
      '    Ủy ban nhân dân tỉnh Sông Mã',
    ],
    {
      number: '48/2001/QĐ-UB',
      date: '2001-05-04',
      issuer: 'Ủy ban nhân dân tỉnh Sông Mã',
      subject: 'về việc tiêm phòng cho đàn bò',
    },
  ],
  [
    'number, day, author on one line',
    ['Quyết định số 48/QĐ-BMS ngày 4/5/2001 của Bộ Mục súc về việc tiêm phòng cho đàn bò'],
    {
      number: '48/QĐ-BMS',
      date: '2001-05-04',
      issuer: 'Bộ Mục súc',
      subject: 'về việc tiêm phòng cho đàn bò',
    },
  ],
  [
    'an author before a verb',
    ['Quyết định số 48/QĐ-TCCN ngày 04 tháng 5 năm 2021 của Tổng cục', 'Chăn nuôi điều chỉnh giá vắc xin'],
    { issuer: 'Tổng cục Chăn nuôi', subject: 'điều chỉnh giá vắc xin' },
  ],
  [
    'a number without a serial, a day that is blank',
    ['Quyết định của Bộ Mục súc số     /QĐ-BMS ngày   tháng 5 năm 2021 về giá vắc xin'],
    { number: '/QĐ-BMS', serial: null, date: '2021-05', subject: 'về giá vắc xin' },
  ],
  [
    'letters set apart',
    ['Q U Y Ế T  Đ Ị N H', 'CỦA BỘ MỤC SÚC SỐ 48/QĐ-BMS(m) NGÀY 4/5/2001 VỀ GIÁ VẮC XIN'],
    { number: '48/QĐ-BMS(m)', date: '2001-05-04', subject: 'VỀ GIÁ VẮC XIN' },
  ],
  [
    'a running head above',
    ['Số 312 (31-8-2013) CÔNG BÁO', 'QUYẾT ĐỊNH', 'CỦA BỘ MỤC SÚC SỐ 48/QĐ-BMS NGÀY 4/5/2013 VỀ GIÁ VẮC XIN'],
    { number: '48/QĐ-BMS', issuer: 'BỘ MỤC SÚC', date: '2013-05-04' },
  ],
  [
    'a menu above',
    [
      'Trang chủ',
      'Tin tức',
      '2. Cơ cấu tổ chức',
      'Liên hệ',
      'Quyết định số 48/QĐ-BMS ngày 4/5/2013 của Bộ Mục súc về giá vắc xin',
    ],
    { number: '48/QĐ-BMS', issuer: 'Bộ Mục súc' },
  ],
  [
    'a stamp between',
    ['QUYẾT ĐỊNH', 'JƑ', 'CỦA BỘ MỤC SÚC SỐ', ', (K2)', '48/QĐ-BMS NGÀY 4/5/2013 VỀ GIÁ VẮC XIN'],
    { number: '48/QĐ-BMS', issuer: 'BỘ MỤC SÚC', date: '2013-05-04', subject: 'VỀ GIÁ VẮC XIN' },
  ],
])('%s', (_, lines, wanted) => {
  const record = read(lines)
  expect(record).toMatchObject({ kind: 'directive', type: 'Quyết định', ...wanted })
  expect(record.bases).toEqual(['Căn cứ Luật Thú y', 'Theo đề nghị của Chánh Thanh tra'])
  expect(record.items.map(({ label }) => label)).toEqual(['Điều 1', 'Điều 2'])
})

test('of a letter, with its addressees below', () => {
  const record = read(
    [
      'Công văn số 48/BMS-TY ngày 04 tháng 5 năm 2021 của Bộ Mục súc về việc',
      'báo cáo đàn bò',
      '',
      'Kính gửi: Các trại bò.',
    ],
    ['', '1. Đếm lại đàn bò.', '2. Báo cáo Bộ.'],
  )
  expect(record).toMatchObject({
    type: 'Công văn',
    number: '48/BMS-TY',
    date: '2021-05-04',
    issuer: 'Bộ Mục súc',
    subject: 'về việc báo cáo đàn bò',
    addressees: ['Các trại bò'],
  })
})

const FORM = [
  'BỘ MỤC SÚC\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  '\tĐộc lập - Tự do - Hạnh phúc',
  'Số: 48/QĐ-BMS\tHà Nội, ngày 04 tháng 5 năm 2021',
  '',
]

test('a page title above the form is none of its lines', () => {
  const record = read([
    'Quyết định số 48/QĐ-BMS ngày 04/5/2021 của Bộ Mục súc về giá vắc xin',
    ...FORM,
    'QUYẾT ĐỊNH',
    'Về giá vắc xin cho đàn bò',
  ])
  expect(record).toMatchObject({
    number: '48/QĐ-BMS',
    place: 'Hà Nội',
    issuer: 'BỘ MỤC SÚC',
    subject: 'Về giá vắc xin cho đàn bò',
  })
})

test('a sentence that cites another document is none', () => {
  const record = read(
    [
      ...FORM,
      'V/v giá vắc xin',
      '',
      'Kính gửi: Các trại bò.',
      '',
      'Quyết định số 7/QĐ-UBND ngày 02/3/2020 của Ủy ban nhân dân tỉnh đã nêu giá vắc xin.',
    ],
    ['', '1. Đếm lại đàn bò.', '2. Báo cáo Bộ.'],
  )
  expect(record).toMatchObject({
    type: 'Công văn',
    number: '48/QĐ-BMS',
    date: '2021-05-04',
    subject: 'V/v giá vắc xin',
  })
})

test('a basis that names the State is no title of a form', () => {
  const record = read(
    [
      'PHÁP LỆNH',
      'CỦA ỦY BAN THƯỜNG VỤ QUỐC HỘI SỐ 48/2001/PL-UBTVQH10',
      'NGÀY 4 THÁNG 5 NĂM 2001 VỀ ĐÀN BÒ',
      '',
      'Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 1992;',
    ],
    ['Điều 1. Đàn bò do xã quản lý.'],
  )
  expect(record).toMatchObject({
    type: 'Pháp lệnh',
    number: '48/2001/PL-UBTVQH10',
    date: '2001-05-04',
    issuer: 'ỦY BAN THƯỜNG VỤ QUỐC HỘI',
    subject: 'VỀ ĐÀN BÒ',
  })
})
