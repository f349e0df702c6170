import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDates } from '../src/extract/dates/dates.ts'
import { readGrammars } from '../src/grammar/files.ts'

const grammars = readGrammars('grammars')
const ISSUED = '2021-08-05'

/** Values of all dates in a text; a word in brackets for what has no value. */
function values(text: string): string[] {
  return findDates(text, { issued: ISSUED }).map(
    (found) =>
      found.date ?? `(${found.problem ?? (found.recurring ? 'recurring' : found.relative ? 'relative' : 'nothing')})`,
  )
}

const idioms = (grammars.dates as { id: string; examples: Record<string, string[]> }[]).filter(
  ({ examples }) => Object.keys(examples).length > 0,
)

describe.each(idioms)('idioms: $id', ({ examples }) => {
  test.each(Object.entries(examples))('%s', (text, expected) => {
    expect(values(text)).toEqual(expected)
  })
})

describe.each(grammars['not-dates'] as { id: string; examples: string[] }[])('no dates: $id', ({ examples }) => {
  test.each(examples)('%s', (text) => {
    expect(findDates(text, { issued: ISSUED })).toEqual([])
  })
})

test('the tables are large enough', () => {
  const texts = idioms.flatMap(({ examples }) => Object.keys(examples))
  const others = (grammars['not-dates'] as { examples: string[] }[]).flatMap(({ examples }) => examples)
  expect(new Set(texts).size).toBeGreaterThanOrEqual(120)
  expect(new Set(others).size).toBeGreaterThanOrEqual(80)
})

test.each<[string, Record<string, unknown>]>([
  ['Nghị quyết số 12-NQ/TU, ngày 24/8/2021 của Tỉnh ủy', { role: 'reference', date: '2021-08-24' }],
  ['Nghị định 30/2020/NĐ-CP ngày 05/3/2020', { role: 'reference', date: '2020-03-05' }],
  ['Kế hoạch số 02 ngày 19 tháng 6 năm 2021', { role: 'reference', date: '2021-06-19' }],
  ['Luật Lưu trữ ngày 11 tháng 11 năm 2011', { role: 'reference', date: '2011-11-11' }],
  ['báo cáo trước ngày 28/8/2021', { role: 'deadline', date: '2021-08-28' }],
  ['Ngày 03/8/2021, đoàn công tác đã làm việc', { role: 'event', date: '2021-08-03' }],
  ['giai đoạn 2021 - 2025', { role: 'period', date: '2021/2025' }],
  ['trong quý IV năm 2021', { role: 'period', date: '2021-36' }],
  ['trước 14 giờ 30 ngày 08/10/2021', { role: 'deadline', time: '14:30' }],
  ['từ ngày 14/6 đến ngày 24/8/2021', { role: 'period', inferred: 'year of its range' }],
  ['ngày 14/9', { date: '2021-09-14', inferred: "year of the document's date" }],
  ['ngày 31/02/2021', { date: null, problem: 'impossible' }],
  ['ngày 10 tháng 3 âm lịch', { date: null, problem: 'lunar' }],
  ['ngày 25 hằng tháng', { date: null, recurring: true }],
  ['trong vòng 15 ngày kể từ ngày ký', { date: null, relative: true, role: 'deadline' }],
  ['ngày 15/7/99', { date: '1999-07-15', inferred: "century of a year in two digits, by the document's date" }],
  ['ngày l5 tháng 8 năm 2021', { date: '2021-08-15', inferred: 'letters read as the digits that scanning spoilt' }],
  ['ngày 3O/9/2021', { date: '2021-09-30', inferred: 'letters read as the digits that scanning spoilt' }],
  ['ngày 45/40/2025', { date: '2025', problem: 'impossible' }],
  ['trước thứ Sáu tuần này', { date: '2021-08-06', inferred: "the document's date" }],
  ['ngày 05/8/2021 lúc 14 giờ 30', { time: '14:30' }],
])('%s', (text, expected) => {
  expect(findDates(text, { issued: ISSUED })[0]).toMatchObject(expected)
})

describe('what is printed decides', () => {
  test.each<[string, string[]]>([
    ['Sở Thủy sản tỉnh Bình An báo cáo trước ngày 3O/9/2021', ['2021-09-30']],
    ['họp ngày l5-1O-2021 tại xã Hòa Sơn', ['2021-10-15']],
    ['nộp trước ngày 05.O9.2021', ['2021-09-05']],
    ['ngày 05/8/202l và ngày 06/8/2021', ['2021-08-05', '2021-08-06']],
    ['ngày 0S/8/2021', []],
    ['ngày ol/il/oooo', []],
    ['ngày 3O/9/2021-KH', ['2021-09-30']],
    ['ngày 32/8/2021 họp tại Hòa Sơn', ['(impossible)']],
    ['ngày 32 tháng 8 năm 2021', ['(impossible)']],
    ['ngày 00/9/2021', ['(impossible)']],
    ['ngày 5/13/2021', ['2021']],
    ['ngày 01 và 15 hằng tháng', ['(recurring)']],
    ['ngày 10, ngày 20 hằng tháng', ['(recurring)']],
    ['ngày 01 và 15 tháng 9', ['2021-09-01', '2021-09-15']],
    ['định kỳ ngày 20 tháng cuối mỗi quý', ['(recurring)']],
    ['trước ngày 05 của tháng đầu tiên quý sau', ['(recurring)']],
    ['16h ngày thứ Sáu 10/9/2021', ['2021-09-10']],
    ['trước ngày 30/9/2021 ít nhất 05 ngày', ['2021-09-30', '(relative)']],
    ['nuôi ít nhất 05 ngày', []],
  ])('%s', (text, expected) => {
    expect(values(text)).toEqual(expected)
  })
})

test('without a date of the document a missing year stays unknown', () => {
  expect(findDates('ngày 14/9', { issued: null })[0]).toMatchObject({ date: 'XXXX-09-14' })
})

test.each(['ngày 15/7/99', 'tháng 12/98'])('without a date of the document %s has no century', (text) => {
  expect(findDates(text, { issued: null })[0]?.date).toMatch(/^XX9/)
})

test.each(['hôm nay', 'trong tháng này', 'thứ Sáu tuần này', 'năm ngoái.'])(
  'without a date of the document %s is no date',
  (text) => {
    expect(findDates(text, { issued: null })).toEqual([])
  },
)

test('a part of the text, spans counted from its beginning', () => {
  const text = 'Ngày 01/8/2021 họp. Ngày 02/8/2021 họp. Ngày 03/8/2021 họp.'
  const found = findDates(text, { issued: null, from: 20, to: 40 })
  expect(found.map(({ span }) => text.slice(...span))).toEqual(['Ngày 02/8/2021'])
})

test('the same dates in any time zone', () => {
  const text = 'từ ngày 31/12/2021 đến ngày 01/01/2022; trước 23 giờ ngày 31/3'
  const zone = process.env.TZ
  const results = ['Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((name) => {
    process.env.TZ = name
    return findDates(text, { issued: ISSUED })
  })
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
  expect(results[1]).toEqual(results[0])
  expect(results[2]).toEqual(results[0])
})

describe('any text', () => {
  const fragment = fc.constantFrom(
    'ngày ',
    'tháng ',
    'năm ',
    'quý ',
    'II',
    ' và ',
    ', ',
    ' - ',
    ' đến ',
    'từ ',
    '12',
    '3',
    '31',
    '2021',
    '/',
    '.',
    '-',
    ' ',
    '\n',
    '**',
    'trước ',
    'chậm nhất ',
    'hằng tháng',
    'năm nay',
    'cùng ngày',
    'số 1/',
    'TU',
    'Tết',
    'âm lịch',
    'giờ ',
    'trong vòng ',
    'kể từ ngày ký',
    'định kỳ ',
    'đầu ',
    'giai đoạn ',
    'thập niên ',
    'tuần ',
    '…',
    'x',
    '😀',
  )
  test('gives dates in order whose spans lie in it and hold no blank at either end', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        let last = 0
        for (const {
          span: [start, end],
          cue,
        } of findDates(text, { issued: ISSUED })) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          if (cue) expect(cue.start).toBeLessThanOrEqual(start)
          last = end
        }
      }),
      { numRuns: 1500 },
    )
  })

  test.each([
    '1',
    'ngày ',
    '1/1/',
    '1/1 ',
    'tháng 1 ',
    '2021-',
    '1.',
    '12, ',
    'quý I ',
    ' ',
    'trong vòng 1 ',
    'ngày mười ',
    'năm hai nghìn ',
    'từ 2001 đến ',
    'trước ngày 1/9/2021 ',
    'nộp: từ 1/9/2021 đến 2/9/2021 ',
    'trong 1 ngày trước ngày 1/9/2021 ',
    'hằng năm, trước ngày 1/9 ',
    'ngày lO/1',
    'trước ngày 1/9 ít nhất 5 ngày ',
    'ngày 1, ngày ',
  ])('a million characters of %j end', (part) => {
    expect(() => findDates(part.repeat(1_000_000 / part.length), { issued: null })).not.toThrow()
  })
})
