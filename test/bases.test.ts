/** Clauses that are nothing but a basis, and sentences that only begin as one. */
import { expect, test } from 'vitest'
import { parseDirective } from '../src/pipeline.ts'

const read = (type: string, preamble: string[]) =>
  parseDirective(
    [
      'ỦY BAN NHÂN DÂN',
      'HUYỆN VẠN TRÚC',
      '',
      'Số: 14/QĐ-UBND',
      'Vạn Trúc, ngày 06 tháng 10 năm 2021',
      '',
      type,
      'Về việc giao rừng tre cho các thôn',
      '',
      ...preamble,
      'Điều 1. Giao rừng tre cho các thôn.',
      'Điều 2. Quyết định này có hiệu lực từ ngày ký.',
    ].join('\n'),
  )

const LAW = 'Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017'
const PLAN = 'Căn cứ Kế hoạch số 12/KH-UBND ngày 02/3/2021 của Ủy ban nhân dân tỉnh về giao đất, giao rừng'
const MINUTES = 'Căn cứ biên bản họp các thôn ngày 05/9/2021 tại nhà văn hóa Bến Đạm'
const REQUEST = 'Theo đề nghị của Hạt trưởng Hạt Kiểm lâm'

test.each<[string, string[], string[]]>([
  ['each closed by a full stop', [`${LAW}.`, `${PLAN}.`, `${MINUTES}.`, 'QUYẾT ĐỊNH:'], [LAW, PLAN, MINUTES]],
  ['the first closed by a full stop', [`${LAW}.`, `${PLAN};`, `${REQUEST},`, 'QUYẾT ĐỊNH:'], [LAW, PLAN, REQUEST]],
  ['one alone, closed by a full stop', [`${MINUTES}.`, 'QUYẾT ĐỊNH:'], [MINUTES]],
  ['the decree behind the last', [`${LAW};`, `${REQUEST}, QUYẾT ĐỊNH:`], [LAW, REQUEST]],
  ['the decree behind the only one', [`${REQUEST}, QUYẾT ĐỊNH`], [REQUEST]],
  ['both and the decree in one paragraph', [`${LAW}; ${REQUEST}, QUYẾT ĐỊNH:`], [LAW, REQUEST]],
  ['three in one paragraph', [`${LAW}; ${PLAN}; ${MINUTES};`, 'QUYẾT ĐỊNH:'], [LAW, PLAN, MINUTES]],
  ['closed by no mark', [LAW, PLAN, REQUEST, 'QUYẾT ĐỊNH:'], [LAW, PLAN, REQUEST]],
  ['closed by a semicolon, the last by no mark', [`${LAW};`, `${PLAN};`, REQUEST, 'QUYẾT ĐỊNH'], [LAW, PLAN, REQUEST]],
  [
    'semicolons that an engine read as colons',
    [`${LAW}:`, `${PLAN}:`, `${REQUEST}:`, 'QUYẾT ĐỊNH:'],
    [LAW, PLAN, REQUEST],
  ],
  [
    'lines that a page broke before a name',
    [
      'Căn cứ Luật',
      'Lâm nghiệp ngày 15 tháng 11 năm 2017;',
      'Căn cứ Quyết định số 31/QĐ-TTg ngày 02/3/2021 của Thủ tướng',
      'Chính phủ về trồng rừng;',
      'Theo đề nghị của',
      'Hạt trưởng Hạt Kiểm lâm,',
      'QUYẾT ĐỊNH:',
    ],
    [LAW, 'Căn cứ Quyết định số 31/QĐ-TTg ngày 02/3/2021 của Thủ tướng Chính phủ về trồng rừng', REQUEST],
  ],
  [
    'words of the first decrees',
    [
      'Chiểu Sắc lệnh số 12/SL ngày 3 tháng 4 năm 1949 đặt Nha Canh nông;',
      'Theo quyết nghị của Hội đồng Chính phủ;',
      'Thi hành Nghị định số 196-HĐBT về rừng;',
      'QUYẾT ĐỊNH:',
    ],
    [
      'Chiểu Sắc lệnh số 12/SL ngày 3 tháng 4 năm 1949 đặt Nha Canh nông',
      'Theo quyết nghị của Hội đồng Chính phủ',
      'Thi hành Nghị định số 196-HĐBT về rừng',
    ],
  ],
  [
    'a sentence of its own behind a basis',
    [`${LAW};`, `${PLAN}, Ủy ban nhân dân huyện đã họp các thôn.`, 'QUYẾT ĐỊNH:'],
    [LAW],
  ],
  [
    'two sentences that only begin so',
    [
      'Thực hiện Kế hoạch số 12/KH-UBND, Hạt Kiểm lâm đã đo xong rừng tre của ba thôn.',
      'Căn cứ kết quả đo, Ủy ban nhân dân huyện họp các thôn.',
      'QUYẾT ĐỊNH:',
    ],
    [],
  ],
])('bases: %s', (_, preamble, bases) => {
  const record = read('QUYẾT ĐỊNH', preamble)
  expect(record.bases).toEqual(bases)
  expect(record.operative).toBe('QUYẾT ĐỊNH')
})

test('the formula in small letters, where the font that made its capitals was lost', () => {
  const { bases, operative } = read('quyết định', [`${LAW};`, `${REQUEST},`, 'quyết định:'])
  expect(bases).toEqual([LAW, REQUEST])
  expect(operative).toBe('quyết định')
})

test('a basis that no mark closed ends where the body speaks', () => {
  const { bases, preamble, operative } = read('THÔNG BÁO', [MINUTES, 'Ủy ban nhân dân huyện thông báo như sau:'])
  expect(bases).toEqual([])
  expect(preamble).toEqual([MINUTES, 'Ủy ban nhân dân huyện thông báo như sau:'])
  expect(operative).toBe('Ủy ban nhân dân huyện thông báo như sau')
})

test('articles numbered by a word, behind the old formula', () => {
  const { items, operative } = parseDirective(
    [
      'SẮC LỆNH',
      'Đặt Nha Canh nông Liên khu',
      'Chiểu Sắc lệnh số 12/SL ngày 3 tháng 4 năm 1949;',
      'RA SẮC LỆNH:',
      'Điều thứ nhất',
      'Nay đặt Nha Canh nông Liên khu.',
      'Điều thứ hai - Nha Canh nông có nhiệm vụ:',
      'a) Giữ giống lúa;',
      'b) Đắp đê.',
      'Điều thứ 3. Bộ trưởng Bộ Canh nông chiểu sắc lệnh thi hành.',
    ].join('\n'),
  )
  expect(operative).toBe('RA SẮC LỆNH')
  expect(items.map(({ label }) => label)).toEqual(['Điều thứ nhất', 'Điều thứ hai', 'Điều thứ 3'])
  expect(items[1]?.items.map(({ label }) => label)).toEqual(['a', 'b'])
})

test('the minister who enacts behind the last basis is none', () => {
  const { bases, operative } = read('THÔNG TƯ', [
    `${LAW}.`,
    `${PLAN}.`,
    `${REQUEST}, Bộ trưởng Bộ Canh nông ban hành Thông tư giao rừng tre, rừng nứa, rừng lồ ô cho các thôn.`,
  ])
  expect(bases).toEqual([LAW, PLAN])
  expect(operative).toBe('Bộ trưởng Bộ Canh nông ban hành Thông tư giao rừng tre, rừng nứa, rừng lồ ô cho các thôn')
})

test('a letter that answers another names no basis', () => {
  const { bases } = read('BÁO CÁO', [
    'Thực hiện Công văn số 31/UBND-NN ngày 01/9/2021 về giao rừng.',
    'Căn cứ tình hình của các thôn, Ủy ban nhân dân huyện báo cáo như sau:',
  ])
  expect(bases).toEqual([])
})
