import { describe, expect, test } from 'vitest'
import { findReferences } from '../src/extract/references/references.ts'
import { readGrammars } from '../src/grammar/files.ts'
import { parseDirective } from '../src/pipeline.ts'

interface Example {
  text: string
  dates?: string[]
  finds: Record<string, unknown>[]
}

/** `['05/8/2021', '2021-08-05', …]`: the printed date and what it means, placed where it stands in the text. */
function placed(text: string, dates: string[] = []) {
  return dates.flatMap((printed, index) => {
    if (index % 2 === 1) return []
    const at = text.indexOf(printed)
    return [{ span: [at, at + printed.length] as [number, number], date: dates[index + 1] as string }]
  })
}

describe('examples of grammars/references.yaml', () => {
  const entries = readGrammars('grammars').references ?? []
  for (const entry of entries) {
    for (const example of entry.examples as Example[]) {
      test(`${entry.id}: ${example.text}`, () => {
        const found = findReferences(example.text, { dates: placed(example.text, example.dates) })
        expect(found).toMatchObject(example.finds)
        expect(found).toHaveLength(example.finds.length)
      })
    }
  }
  test('every entry has examples', () => {
    expect(entries.filter((entry) => !(entry.examples as Example[] | undefined)?.length)).toEqual([])
  })
})

const numbers = (text: string, own?: string) =>
  findReferences(text, { own: own ?? null }).map((reference) => reference.number)

test('a document cited twice is one entry with two mentions, filled from both', () => {
  const text = 'Công văn số 12-CV/TU của Tỉnh ủy Bình An; theo Công văn số 12 -CV/TU, ngày 05/8/2021'
  const [reference, ...others] = findReferences(text, { dates: placed(text, ['05/8/2021', '2021-08-05']) })
  expect(others).toEqual([])
  expect(reference).toMatchObject({
    number: '12-CV/TU',
    date: '2021-08-05',
    issuer: 'Tỉnh ủy Bình An',
    type: 'Công văn',
  })
  expect(reference?.mentions.map((span) => text.slice(...span))).toEqual([
    'Công văn số 12-CV/TU của Tỉnh ủy Bình An',
    'Công văn số 12 -CV/TU, ngày 05/8/2021',
  ])
})

test('two spellings of one number are one document; two bodies or two serials of a day are two', () => {
  const cited = (...cites: string[]) => {
    const text = cites.map((number) => `Công văn số ${number} ngày 05/8/2021`).join('; ')
    const dates = [...text.matchAll(/05\/8\/2021/g)].map(({ index }) => ({
      span: [index, index + 9] as [number, number],
      date: '2021-08-05',
    }))
    return findReferences(text, { dates }).map(({ number, mentions }) => [number, mentions.length])
  }
  expect(cited('1542-CV/VPTW', '1542-CV/VPTVW', '15422-CV/VPTW')).toEqual([['1542-CV/VPTW', 3]])
  expect(cited('12-CV/TU', '12-CV/HU', '13-CV/TU')).toEqual([
    ['12-CV/TU', 1],
    ['12-CV/HU', 1],
    ['13-CV/TU', 1],
  ])
  expect(cited('121/UBND-NC', '1213/UBND-NC', '12/UBND-NC')).toHaveLength(3)
})

test('a serial left open in a draft is no number, but the document is cited', () => {
  const cited = (text: string) => findReferences(text).map(({ number, type, text: words }) => [number, type, words])
  expect(cited('kèm theo Tờ trình số        /TTr-SCT ngày    /5/2026')).toEqual([
    [null, 'Tờ trình', 'Tờ trình số /TTr-SCT'],
  ])
  expect(cited('tại Quyết định số ...../QĐ-UBND và hồ sơ số / bản')).toEqual([
    [null, 'Quyết định', 'Quyết định số ...../QĐ-UBND'],
  ])
})

test('the evidence tells a blank serial from one that scanning spoilt', () => {
  const record = parseDirective(
    'CHỈ THỊ\nVề việc trực đê\n\nThực hiện Tờ trình số     /TTr-SCT và Công văn số 3 I4/STC-NS, các xã trực đê.',
  )
  expect(record.references.map(({ number }) => number)).toEqual([null, '3I4/STC-NS'])
  expect(record.evidence['/references/0']).toMatchObject({ status: 'blank', grade: 'likely' })
  expect(record.evidence['/references/1']).toMatchObject({ status: 'read', grade: 'doubtful' })
})

test('the number at the beginning of a line of the header is the document itself', () => {
  const text = 'CÔNG AN HUYỆN\nSố: 4Il2/CAT-PC04\n\nThực hiện Công văn số 12/CAT-PC04'
  expect(
    findReferences(text, { head: 34 })
      .filter((reference) => !reference.self)
      .map(({ number }) => number),
  ).toEqual(['12/CAT-PC04'])
})

test.each([
  ['Thực hiện Nghị quyết số 66.18/2026/NQ-CP ngày 18/5/2026 của Chính phủ', ['66.18/2026/NQ-CP']],
  ['Theo Nghị quyết số 66.7/2025/NQ-CP của Chính phủ', ['66.7/2025/NQ-CP']],
  ['mục 2.15/QĐ-UBND của bảng', []],
])('a serial below another stands before its year: %s', (text, numbers) => {
  expect(findReferences(text).map(({ number }) => number)).toEqual(numbers)
})

test('a subject ends with its paragraph', () => {
  const [reference] = findReferences(
    'Thực hiện Nghị quyết số 12/NQ-CP về gỡ khó cho các dự án điện\n\nNgày 05/8/2021, tại trụ sở',
  )
  expect(reference?.subject).toBe('về gỡ khó cho các dự án điện')
})

test.each<[string, (string | null)[][]]>([
  [
    'Về việc mở chợ theo Nghị quyết số 45/NQ-HĐND của HĐND huyện Bình An về phát triển chợ\nCăn cứ Luật Chợ năm 2019;',
    [['45/NQ-HĐND', 'HĐND huyện Bình An', 'về phát triển chợ']],
  ],
  [
    'Về việc thi hành Nghị quyết số 45/NQ-HĐND của HĐND huyện Bình An\n  Căn cứ Công văn số 7/SCT-KH của Sở Công Thương;',
    [
      ['45/NQ-HĐND', 'HĐND huyện Bình An', null],
      ['7/SCT-KH', 'Sở Công Thương', null],
    ],
  ],
  [
    'Về việc sửa Quyết định số 9/QĐ-UBND về giờ mở cảng\nTheo đề nghị của Giám đốc Cảng Hòa Sơn.',
    [['9/QĐ-UBND', null, 'về giờ mở cảng']],
  ],
  [
    'Thực hiện Công văn số 9/SYT-NV của Sở Y tế\ntỉnh Bình An về trực\nđêm, các trạm trực đủ người.',
    [['9/SYT-NV', 'Sở Y tế tỉnh Bình An', 'về trực đêm, các trạm trực đủ người']],
  ],
  ['Giấy chứng nhận số BK 123456 do UBND huyện Bình An cấp', [['BK123456', 'UBND huyện Bình An', null]]],
  ['Giấy chứng nhận quyền sử dụng đất số CĐ 456789', [['CĐ456789', null, null]]],
  ['giấy chứng nhận số BA123456, thửa số 12', [['BA123456', null, null]]],
  ['Giấy phép số 12/GP-STNMT do Sở Tài nguyên tỉnh Bình An cấp', [['12/GP-STNMT', 'Sở Tài nguyên tỉnh Bình An', null]]],
  ['Kế hoạch số 12/KH-BCĐ của Ủy ban nhân dân các cấp', [['12/KH-BCĐ', 'Ủy ban nhân dân các cấp', null]]],
  ['mã số doanh nghiệp 0312345678; mã số thuế số 0312345678', []],
  ['vé số BK 123456 và ghế số AB 123456', []],
  ['Quyết định số BK 123456 của trường', []],
])('own sentences: %s', (text, expected) => {
  expect(
    findReferences(text).flatMap(({ number, issuer, subject }) => (number ? [[number, issuer, subject]] : [])),
  ).toEqual(expected)
})

test('numbers broken by lines and scanning are read, with the spaces taken out', () => {
  expect(
    numbers('Thông tư số 23/2024/TT-\nBCT; Kết luận số 07- KL/TW; Quyết định số\n\n2545/QĐ-TTg; Đề án số 9/ĐA-ÐLS'),
  ).toEqual(['23/2024/TT-BCT', '07-KL/TW', '2545/QĐ-TTg', '9/ĐA-ÐLS'])
  expect(numbers('thực hiện Quy định số\n\n3\n\n205-QĐ/TW của Bộ Chính trị')).toEqual(['205-QĐ/TW'])
})

test.each([
  'trực 24/24 giờ, họp ngày 24/7',
  'đạt 1/3 số hộ',
  'ngày 14/6/2021 - UBND huyện họp',
  '15/CP3 Nguyễn Du',
  'tốc độ 50/ H',
  'điện thoại số 0263-3822 VP',
  'tài khoản số 12345/NH-AB',
  'giá 5.000 đồng/kg',
  'nhiệm kỳ 2020-2025',
  'Km2+571 - Km3',
  'năm học 2021-2022',
  'Covid-19',
  'số 10/2021',
  'Mẫu số 05/SDTT-XDTM/2015 Phụ lục I',
  'CÔNG BÁO/Số 59 + 60/Ngày 15-01-2022',
])('no document: %s', (text) => {
  expect(numbers(text)).toEqual([])
})

test('the document itself is kept apart', () => {
  const found = findReferences('kèm theo Kế hoạch số 15/KH-UBND; Kế hoạch này', { own: '15/KH-UBND' })
  expect(found.map(({ number, self }) => [number, self])).toEqual([
    ['15/KH-UBND', true],
    [null, true],
  ])
})

test('lists that share a head', () => {
  const found = findReferences('Công văn số 12 và 13-CV/TU; các Nghị quyết số 18-NQ/TW và số 19-NQ/TW')
  expect(found.map(({ number, type }) => [number, type])).toEqual([
    ['12-CV/TU', 'Công văn'],
    ['13-CV/TU', 'Công văn'],
    ['18-NQ/TW', 'Nghị quyết'],
    ['19-NQ/TW', 'Nghị quyết'],
  ])
})

test('a shortened citation belongs to the whole one', () => {
  const found = findReferences('Kế hoạch số 02-KH/BCĐ (gọi tắt là Kế hoạch số 02)')
  expect(found.map(({ number, mentions }) => [number, mentions.length])).toEqual([['02-KH/BCĐ', 2]])
})

test('serials that scanning spoilt, and numbers cut short, are kept as printed', () => {
  expect(findReferences('Công văn sô 3 I4/STC-NS ngày')).toMatchObject([
    { number: '3I4/STC-NS', type: 'Công văn', garbled: true },
  ])
  expect(numbers('tại Quyết định số 49/2024 ngày 27; Sắc lệnh số 102/SL/L004')).toEqual(['49/2024', '102/SL/L004'])
})

test('every span slices back, and hostile texts end soon', () => {
  for (const piece of [
    'số 1/',
    '1/QĐ-',
    'Luật ',
    '1-',
    'số 1 ',
    ' ngày của ',
    'Công văn số 1/A-B; ',
    '9',
    '(',
    'Quyết định ',
  ]) {
    const text = piece.repeat(Math.ceil(200_000 / piece.length))
    for (const reference of findReferences(text)) expect(text.slice(...reference.span)).not.toBe('')
  }
})

describe('lists and small letters', () => {
  test.each<[string, object[]]>([
    [
      'Thi hành các Nghị định số 12-CP, số 34-CP và số 40-CP của Chính phủ',
      [{ number: '12-CP' }, { number: '34-CP', type: 'Nghị định' }, { number: '40-CP', type: 'Nghị định' }],
    ],
    [
      'căn cứ vào nghị định số 24-cp của hội đồng chính phủ',
      [{ type: 'Nghị định', number: '24-cp', relation: 'basis' }],
    ],
    ['theo nghị quyết số 45/nq-hđnd của hội đồng', [{ type: 'Nghị quyết', number: '45/nq-hđnd' }]],
    ['phòng số 12-cp, thuyền số 7/ub ở bến', []],
    [
      'Điều 1. Bãi bỏ Quy định về bến đò ban hành kèm theo Quyết định số 7/2006/QĐ-UBND.',
      [{ number: '7/2006/QĐ-UBND', relation: 'repeals' }],
    ],
    [
      'Thi hành Quy định ban hành kèm theo Quyết định số 7/2006/QĐ-UBND',
      [{ number: '7/2006/QĐ-UBND', relation: 'promulgates' }],
    ],
  ])('%s', (text, expected) => {
    expect(findReferences(text)).toMatchObject(expected)
    expect(findReferences(text)).toHaveLength(expected.length)
  })

  test('a number that goes on with the list of the title is none of the document itself', () => {
    const title =
      'THÔNG TƯ\nCỦA TỔNG CỤC THUẾ SỐ 7/1991/TT/TCT HƯỚNG DẪN THI HÀNH QUYẾT ĐỊNH SỐ 12/HĐBT,\nSỐ 15/HĐBT CỦA HỘI ĐỒNG BỘ TRƯỞNG'
    const found = findReferences(title, { head: title.length, own: '7/1991/TT/TCT' })
    expect(found.filter(({ self }) => !self).map(({ number }) => number)).toEqual(['12/HĐBT', '15/HĐBT'])
  })
})

test.each([
  ['1/ Trạm Thú y: lấy vắc xin.\n2/ UBND các xã: bắt trâu bò thả rông.', []],
  ['Căn cứ Công văn số\n2/ UBND ngày 20/02/1999 của huyện', ['2/UBND']],
])('the label of an item before a body is no number: %s', (text, wanted) => {
  expect(numbers(text)).toEqual(wanted)
})
