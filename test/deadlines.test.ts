import { describe, expect, test } from 'vitest'
import { findDates } from '../src/extract/dates/dates.ts'
import { findDeadlines } from '../src/extract/deadlines.ts'
import { readGrammars } from '../src/grammar/files.ts'
import { parseDirective } from '../src/pipeline.ts'

const ISSUED = '2021-08-05'
const deadlines = (text: string) => findDeadlines(findDates(text, { issued: ISSUED }), text)

const entries = (readGrammars('grammars').deadlines as { id: string; examples: Record<string, string[]> }[]).filter(
  ({ examples }) => Object.keys(examples).length > 0,
)

describe.each(entries)('deadlines: $id', ({ examples }) => {
  test.each(Object.entries(examples))('%s', (text, expected) => {
    expect(deadlines(text).map(({ operator, date }) => `${operator} ${date}`)).toEqual(expected)
  })
})

test.each([
  ['Báo cáo kết quả **trước ngày 28/8/2021** để tổng hợp', 'trước ngày 28/8/2021'],
  ['nộp sổ vào ngày 12, 13/9/2021 tại xã', 'vào ngày 12, 13/9/2021'],
  ['chậm nhất là\nngày 15/9/2021', 'chậm nhất là\nngày 15/9/2021'],
  ['gửi trước 14 giờ, ngày 08/10/2021', 'trước 14 giờ, ngày 08/10/2021'],
  ['chủ trương đầu tư trước 30/9/2021', 'trước 30/9/2021'],
  ['báo cáo chậm nhất thứ Sáu (ngày 13/8) để tổng hợp', 'chậm nhất thứ Sáu (ngày 13/8)'],
  ['nộp từ ngày 01/9 đến hết ngày 14/9/2021 tại phòng', 'từ ngày 01/9 đến hết ngày 14/9/2021'],
  ['gửi chậm nhất 05 ngày trước ngày 30/9/2021 để tổng hợp', 'chậm nhất 05 ngày trước ngày 30/9/2021'],
  ['gửi trước ngày 30/9/2021 ít nhất 05 ngày để tổng hợp', 'trước ngày 30/9/2021 ít nhất 05 ngày'],
  ['báo cáo định kỳ ngày 20 tháng cuối mỗi quý về Sở', 'ngày 20 tháng cuối mỗi quý'],
  ['trong vòng 15 ngày kể từ ngày 01/9/2021, các xã', 'trong vòng 15 ngày kể từ ngày 01/9/2021'],
])('%s is printed from its cue to its date', (text, printed) => {
  expect(deadlines(text).map(({ span }) => text.slice(...span))).toEqual([printed])
})

test('a date before the document is no deadline of it', () => {
  expect(deadlines('Sở đã đề nghị gửi trước ngày 01/7/2021 nhưng chưa nhận được')).toEqual([])
  expect(deadlines('gửi trước ngày 01/7/2021')).toEqual([])
})

test('a deadline says where its year is from', () => {
  expect(deadlines('gửi trước ngày 30/9')).toMatchObject([
    { date: '2021-09-30', inferred: "year of the document's date" },
  ])
  expect(deadlines('gửi trước ngày 30/9/2021')[0]).not.toHaveProperty('inferred')
})

test.each<[string, object]>([
  ['trong vòng 15 ngày kể từ ngày 01/9/2021', { date: '2021-09-16', inferred: '15 days from 2021-09-01' }],
  ['chậm nhất 01 tháng trước ngày 31/10/2021', { date: '2021-09-30', inferred: '1 month before 2021-10-31' }],
  ['trong vòng 10 ngày làm việc kể từ ngày 01/9/2021', { date: null, note: expect.stringContaining('working days') }],
  ['hoàn thành trong 01 tháng kể từ ngày ký.', { date: null, note: expect.stringContaining('2021-09-05') }],
  ['gửi trước ngày 30/9/2021 ít nhất 05 ngày', { date: '2021-09-25', inferred: '5 days before 2021-09-30' }],
  ['gửi trước ngày 3O/9/2021', { date: '2021-09-30', inferred: expect.stringContaining('scanning') }],
  ['gửi hồ sơ trước ngày 32/8/2021', { date: null, note: 'the day does not exist' }],
  ['gửi hồ sơ trước ngày 31/9/2021', { date: null, note: 'the day does not exist' }],
])('%s says what it comes to, and why', (text, expected) => {
  expect(deadlines(text)).toEqual([expect.objectContaining(expected)])
})

describe('own sentences', () => {
  test.each<[string, string[]]>([
    ['Phòng Kinh tế gửi tài liệu trước ngày 30/9/2021 ít nhất 05 ngày.', ['by 2021-09-25']],
    ['trình hồ sơ trước ngày 30 tháng 9 năm 2021 tối thiểu 02 tuần', ['by 2021-09-16']],
    ['xã Hòa Sơn nộp đơn trước 30/9, chậm nhất là 01 tháng', ['by 2021-08-30']],
    ['gửi giấy mời trước ngày 30/9/2021 ít nhất 03 ngày làm việc', ['by null']],
    ['gửi trước ngày 15/9/2021 ít nhất 05 bộ hồ sơ', ['before 2021-09-15']],
    ['hộ cư trú tại xã trước ngày 10/8/2021 ít nhất 30 ngày', []],
    ['báo cáo trước ngày 3O/9/2021', ['before 2021-09-30']],
    ['gửi báo cáo trước ngày 32/8/2021', ['before null']],
    ['định kỳ ngày 20 tháng cuối mỗi quý báo cáo về Sở Thủy sản', ['recurring null']],
    ['báo cáo vào ngày 01 và 15 hằng tháng', ['recurring null']],
    ['hạn chót nộp báo cáo là ngày 30/9/2021', ['by 2021-09-30']],
    ['nộp chậm nhất đến 16h ngày thứ Sáu 10/9/2021', ['by 2021-09-10']],
    ['trong vòng 15 ngày kể từ ngày 01/9/2021 phải xong', ['within 2021-09-16']],
    ['Trong thời hạn 10 ngày kể từ ngày 01/3/2021, các xã đã nộp đủ', []],
    ['Các lớp gửi báo tường về Đoàn trường vào ngày 12, 13/ 9', ['by 2021-09-13']],
    ['Các tổ gửi phiếu trong các ngày 12, 13 và 14/9', ['within 2021-09-14']],
    ['Phòng Kinh tế tổng hợp trong 5 ngày kể từ ngày nhận phiếu.', ['within null']],
    ['Thẻ có giá trị trong 10 ngày kể từ ngày nhận thẻ.', []],
    ['Ban Tài vụ thanh toán tiền công trong tháng 12/2021.', ['within 2021-12']],
    ['3. Sở Khoa học trình Chủ tịch: từ ngày 15/9/2021 đến hết ngày 19/9/2021.', ['by 2021-09-19']],
    ['Vé xe có giá trị đến hết ngày 31/12/2021', []],
  ])('%s', (text, expected) => {
    expect(deadlines(text).map(({ operator, date }) => `${operator} ${date}`)).toEqual(expected)
  })
})

test('the day from which a term is counted stays a date of the text', () => {
  const dates = findDates('trong vòng 15 ngày kể từ ngày 01/9/2021', { issued: ISSUED })
  expect(dates.map(({ date, role }) => [date, role])).toEqual([
    [null, 'deadline'],
    ['2021-09-01', 'event'],
  ])
})

describe('rows of tables', () => {
  const table = [
    '|TT |Việc                  |Thời hạn hoàn thành |Đơn vị     |',
    '|1  |Các xóm nộp sổ về xã. |Trước 24/8/2021     |Các xóm    |',
    '|2  |Xã gửi sổ về huyện.   |30/9/2021           |UBND các xã|',
    '|3  |Huyện trả sổ.         |Quý IV/2021         |Văn phòng  |',
    '|4  |Rà soát sổ.           |Hằng tháng          |Văn phòng  |',
    '|5  |Đối chiếu sổ.         |Từ 01/10 - 15/10/2021|Văn phòng |',
  ].join('\n')

  test('the dates under a head that says by when, with the other cells as what is to be done', () => {
    const found = deadlines(`Lịch như sau:\n${table}\n\nHội nghị ngày 12/12/2021.`)
    expect(found.map(({ operator, date }) => `${operator} ${date}`)).toEqual([
      'before 2021-08-24',
      'by 2021-09-30',
      'by 2021-36',
      'by 2021-10-15',
    ])
  })

  test('a table drawn in box characters, with rules between its rows', () => {
    const drawn = [
      '┌────┬────────────────┬────────────┐',
      '│ TT │ Việc           │ Hạn        │',
      '├────┼────────────────┼────────────┤',
      '│ 1  │ Dựng chòi canh │ 15/8/2021  │',
      '├────┼────────────────┼────────────┤',
      '│ 2  │ Phát ranh      │ 30/8/2021  │',
      '└────┴────────────────┴────────────┘',
    ].join('\n')
    expect(deadlines(drawn).map(({ date }) => date)).toEqual(['2021-08-15', '2021-08-30'])
  })

  test('a column of other days holds none', () => {
    expect(deadlines(table.replace('Thời hạn hoàn thành', 'Ngày sinh').replace('Trước', ''))).toEqual([])
  })

  test('who acts and who takes part stand under heads of their own; a cross names nobody', () => {
    const plan = [
      '| STT | Việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn |',
      '|-----|------|----------------|-----------------|----------|',
      '| 1 | Đo lại ao làng | Tổ Thủy nông | Công an xã | 15/9/2021 |',
      '| 2 | Thả cá giống | x | | 30/9/2021 |',
    ].join('\n')
    const printed = (span?: [number, number] | null) => span && plan.slice(...span)
    expect(deadlines(plan).map(({ row }) => [printed(row?.actor), printed(row?.supporting)])).toEqual([
      ['Tổ Thủy nông', 'Công an xã'],
      [null, null],
    ])
    expect(deadlines(plan).map(({ row }) => row?.action.map((cell) => plan.slice(...cell).trim()))).toEqual([
      ['Đo lại ao làng'],
      ['Thả cá giống'],
    ])
  })

  test('the action is the rest of its row', () => {
    const [, second] = deadlines(table)
    expect(second?.row?.action.map((cell) => table.slice(...cell).trim())).toEqual([
      'Xã gửi sổ về huyện.',
      'UBND các xã',
    ])
  })
})

test('a deadline whose day cannot be read is one to look at again', () => {
  const record = parseDirective(
    'CHỈ THỊ\nVề việc trực đê\n\nHuyện yêu cầu:\n1. Các xã báo cáo trước ngày 45/40/2025.\n2. Các thôn báo cáo trước ngày 15/10/2025.',
  )
  expect(record.evidence['/items/0/deadlines/0']).toMatchObject({ grade: 'doubtful', status: 'inferred' })
  expect(record.evidence['/items/1/deadlines/0']).toMatchObject({ grade: 'certain', status: 'read' })
})
