import { describe, expect, test } from 'vitest'
import { findAgencies } from '../src/extract/agencies/agencies.ts'
import { inferIssuer } from '../src/extract/agencies/issuer.ts'
import { parseDirective } from '../src/pipeline.ts'
import { isPlaceName, placeUses } from '../src/grammar/places.ts'
import { readGrammars } from '../src/grammar/files.ts'

interface Example {
  text: string
  issuer?: string
  issued?: string
  finds: Record<string, unknown>[]
}

const grammars = readGrammars('grammars')

describe.each(['agencies', 'agency-words'])('examples of grammars/%s.yaml', (file) => {
  const entries = grammars[file] ?? []
  for (const entry of entries) {
    for (const example of entry.examples as Example[]) {
      test(`${entry.id}: ${example.text}`, () => {
        const found = findAgencies(example.text, { issuer: example.issuer ?? null, issued: example.issued ?? null })
        expect(found).toMatchObject(example.finds)
        expect(found).toHaveLength(example.finds.length)
      })
    }
  }
  test('every entry has examples', () => {
    expect(entries.filter((entry) => !(entry.examples as Example[] | undefined)?.length)).toEqual([])
  })
})

test('examples of grammars/places.yaml', () => {
  for (const { level, since, until, examples } of grammars.places ?? []) {
    for (const name of examples as string[]) {
      expect(placeUses(name, { level: String(level) }), name).toContainEqual({
        level,
        since: since ?? null,
        until: until ?? null,
      })
    }
  }
})

test('a place is known by its level and a date', () => {
  expect(isPlaceName('Võ Nhai', { level: 'huyện', date: '2021-08' })).toBe(true)
  expect(isPlaceName('Võ Nhai', { level: 'huyện', date: '2026-01-05' })).toBe(false)
  expect(isPlaceName('Võ Nhai', { level: 'xã', date: '2026' })).toBe(true)
  expect(isPlaceName('BÀ RỊA – VŨNG TÀU', { level: 'tỉnh' })).toBe(true)
  expect(isPlaceName('Nguyễn Văn An')).toBe(false)
})

const names = (text: string, issuer?: string) => findAgencies(text, { issuer: issuer ?? null }).map(({ name }) => name)

test("places without a name are the issuer's own, and no others", () => {
  expect(names('UBND huyện, Công an tỉnh và Đảng ủy các xã', 'HUYỆN ỦY BẮC HÀ')).toEqual([
    'Ủy ban nhân dân huyện Bắc Hà',
    'Công an tỉnh',
    'Đảng ủy các xã',
  ])
  const [sharing] = findAgencies('UBMTTQVN và các đoàn thể phường', { issuer: 'Đảng ủy phường Hòa Minh' })
  expect(sharing).toMatchObject({ text: 'UBMTTQVN', place: 'Hòa Minh', level: 'xã' })
  expect(sharing?.inferred).toContain('place of the issuer')
})

test('where the header is lost, places are those of the issuer that the body shows', () => {
  const text = `Tình hình dịch bệnh trên địa bàn huyện Bắc Hà còn phức tạp. Ban Thường vụ Huyện ủy yêu cầu:

1. UBND huyện kiểm tra các chốt.

Nơi nhận:
- UBND huyện,
- Lưu Văn phòng.

T/M BAN THƯỜNG VỤ
BÍ THƯ`
  const record = parseDirective(text)
  expect(record.issuer).toBe('Huyện ủy Bắc Hà')
  expect(record.evidence['/issuer']?.status).toBe('inferred')
  expect(record.agencies.filter(({ text: printed }) => printed === 'UBND huyện')).toMatchObject([
    { name: 'Ủy ban nhân dân huyện Bắc Hà' },
    { name: 'Ủy ban nhân dân huyện Bắc Hà' },
  ])
})

test('a name ends where a paragraph with a capital begins below a blank line', () => {
  expect(names('Bộ trưởng Bộ Thương mại\n\nCăn cứ Nghị định số 29/2004/NĐ-CP')[0]).toBe('Bộ Thương mại')
  expect(names('Sở Thông tin\n\nvà Truyền thông')[0]).toBe('Sở Thông tin và Truyền thông')
})

test('the body above the issuer names the province', () => {
  const [agency] = findAgencies('báo cáo UBND tỉnh', { issuer: 'SỞ NỘI VỤ', parentIssuer: 'UBND TỈNH LÂM ĐỒNG' })
  expect(agency).toMatchObject({ name: 'Ủy ban nhân dân tỉnh Lâm Đồng', place: 'Lâm Đồng' })
})

test('an old name stays as it was printed', () => {
  expect(names('Sở Lao động - Thương binh và Xã hội tỉnh Hà Giang')).toEqual([
    'Sở Lao động - Thương binh và Xã hội tỉnh Hà Giang',
  ])
})

test.each([
  'đồng chí Lê Trường Lưu',
  'Trưởng ban và Phó Trưởng ban',
  'Số 12/CT-UBND',
  'phòng, chống dịch',
  'bộ phận, sở thích',
  'hội nghị',
])('no body: %s', (text) => {
  expect(names(text)).toEqual([])
})

test('spans slice back to the text and do not overlap', () => {
  const text =
    'Giao Sở Y tế chủ trì, phối hợp với\nCông an tỉnh, Ban Thường vụ Tỉnh\nủy và các Sở: Tài chính, Nội vụ; UBND các xã'
  let last = 0
  for (const agency of findAgencies(text, { issuer: 'UBND tỉnh Lào Cai' })) {
    expect(text.slice(...agency.span).replace(/\s+/g, ' ')).toBe(agency.text)
    expect(agency.span[0]).toBeGreaterThanOrEqual(last)
    last = agency.span[1]
  }
})

test('hostile texts end soon', () => {
  for (const piece of [
    'Ban Chỉ đạo ',
    'UBND, ',
    'Sở ',
    'TT.',
    'các Sở: Y tế, ',
    'A ',
    'Văn phòng ',
    'Trung tâm A, B và C ',
  ]) {
    expect(Array.isArray(findAgencies(piece.repeat(Math.ceil(100_000 / piece.length))))).toBe(true)
  }
})

describe('the issuer of a document without a header', () => {
  test('from who gives the orders and the only district named', () => {
    const text =
      'CHỈ THỊ\nDịch bệnh trên địa bàn huyện Mường Lát diễn biến phức tạp. Ban Thường vụ Huyện ủy yêu cầu:\n1. Các cơ quan trực ban.\n'
    expect(inferIssuer(text, { system: 'party' })?.name).toBe('Huyện ủy Mường Lát')
  })
  test('from a full name alone', () => {
    const text = 'Ban Thường vụ Đảng ủy xã Bản Hồ yêu cầu các chi bộ thực hiện một số nội dung sau:\n\n1. Trực.'
    const issuer = inferIssuer(text)
    expect(issuer?.name).toBe('Đảng ủy xã Bản Hồ')
    expect(issuer?.spans.map((span) => text.slice(...span))).toEqual(['Ban Thường vụ Đảng ủy xã Bản Hồ'])
  })
  test('from the line before the first basis', () => {
    expect(inferIssuer('QUYẾT ĐỊNH\nVề việc đính chính\n\nBỘ TRƯỞNG BỘ NỘI VỤ\n\nCăn cứ Luật Lưu trữ;')?.name).toBe(
      'BỘ TRƯỞNG BỘ NỘI VỤ',
    )
  })
  test.each([
    'Ban Thường vụ Huyện ủy yêu cầu:\n1. Trực ban tại huyện Mường Lát, huyện Bá Thước.',
    'Văn phòng UBND tỉnh đề nghị các đơn vị báo cáo các nội dung sau:\n1. Tỉnh Lào Cai.',
    'Sở Y tế đề nghị hỗ trợ. Sở Tài chính yêu cầu nộp. Hết.',
    'Theo Thông tư số 8/2013/TT-BNN của Bộ Ngư nghiệp hướng dẫn đóng thuyền thì chủ thuyền phải:\n1. Sơn số.',
    '',
  ])('null where the text leaves doubt: %j', (text) => {
    expect(inferIssuer(text)).toBeNull()
  })
})
