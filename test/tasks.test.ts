import { describe, expect, test } from 'vitest'
import { rowsOf } from '../src/emit/rows.ts'
import { parseDirective } from '../src/pipeline.ts'
import { paragraphLabel, placeLabel } from '../src/project/place-label.ts'
import { recordSchema } from '../src/schema.ts'

const letter = (operative: string, ...items: string[]) =>
  [
    'ỦY BAN NHÂN DÂN\nHUYỆN ĐẠ SƠN',
    'Số: 15/UBND-VP',
    'Đạ Sơn, ngày 05 tháng 8 năm 2021',
    'V/v nạo vét mương',
    'Kính gửi: Các xã, thị trấn',
    operative,
    ...items,
    'Nơi nhận:\n- Như trên;\n- Lưu: VT.',
    'CHỦ TỊCH\n\nLò Văn Mẩy',
  ].join('\n\n')

const tasksOf = (operative: string, ...items: string[]) => parseDirective(letter(operative, ...items)).tasks

describe('a task', () => {
  test('says where it stands on paper, who acts and who takes part', () => {
    const tasks = tasksOf(
      'Chủ tịch UBND huyện yêu cầu:',
      'I. VỀ MƯƠNG MÁNG',
      '1. Phòng Nông nghiệp chủ trì, phối hợp với Công an huyện và các xã đo lại mương trước ngày 20/8/2021.',
      '2. Ủy ban nhân dân các xã:',
      '- Huy động dân vét bùn;',
      '- Phối hợp với Trạm Thủy nông mở cống, xong trước ngày 30/8/2021.',
    )
    expect(tasks.map(({ id, label, assignees, supporting }) => [id, label, assignees, supporting])).toEqual([
      ['I.1', 'mục I.1', ['Phòng Nông nghiệp'], ['Công an huyện và các xã']],
      ['I.2.-1', 'mục I.2, gạch đầu dòng thứ nhất', ['Ủy ban nhân dân các xã'], []],
      ['I.2.-2', 'mục I.2, gạch đầu dòng thứ hai', ['Ủy ban nhân dân các xã'], ['Trạm Thủy nông']],
    ])
  })

  test('is there too where an order names nobody, with nobody in it', () => {
    const tasks = tasksOf(
      'Chủ tịch UBND huyện yêu cầu:',
      '1. Các xã cắm biển báo ở bến đò.',
      '2. Tăng cường kiểm tra cầu phao, không để xe quá tải đi qua.',
      '3. Địa chỉ liên hệ: nhà văn hóa thôn Hạ.',
    )
    expect(tasks.map(({ label, assignees }) => [label, assignees])).toEqual([
      ['mục 1', ['Các xã']],
      ['mục 2', []],
    ])
  })

  test('is none where the document only tells', () => {
    expect(tasksOf('UBND huyện báo cáo UBND tỉnh kết quả như sau:', '1. Tăng cường kiểm tra cầu phao.')).toEqual([])
  })

  test('has an id of its own for each deadline, in an item or outside', () => {
    const tasks = tasksOf(
      'Chủ tịch UBND huyện yêu cầu các xã báo cáo trước ngày 12/8/2021:',
      '1. Các xã gửi danh sách trước ngày 20/8/2021, gửi kinh phí trước ngày 30/8/2021.',
    )
    expect(tasks.map(({ id, label }) => [id, label])).toEqual([
      ['1', 'mục 1'],
      ['1#2', 'mục 1'],
      ['#1', 'phần mở đầu, đoạn thứ nhất'],
    ])
  })

  test('stands in the table with place and supporting bodies; a record before 1.1 has neither', () => {
    const record = parseDirective(
      letter('Chủ tịch UBND huyện yêu cầu:', '1. Các xã phối hợp với Trạm Thủy nông vét mương.'),
    )
    expect(rowsOf(record).tasks[0]).toEqual(expect.arrayContaining(['mục 1', 'Các xã', 'Trạm Thủy nông']))
    const older = record.tasks.map(({ id: _id, label: _label, supporting: _supporting, ...rest }) => rest)
    expect(recordSchema.parse({ ...record, tasks: older }).tasks).toEqual(older)
    expect(rowsOf({ ...record, tasks: older }).tasks[0]).toContain('Các xã')
  })

  test.each([
    ['Đề nghị các đồng chí gửi phiếu về Văn phòng trước 17 giờ ngày 10/9/2021.', 'các đồng chí', null],
    ['Để kịp vụ gặt, UBND huyện yêu cầu các xã sửa đường đồng trước ngày 20/9/2021.', 'các xã', null],
    [
      'Phòng Kinh tế chủ trì, phối hợp với UBND xã Hoa Súng trả lời trước ngày 30/8/2021.',
      'Phòng Kinh tế',
      'UBND xã Hoa Súng',
    ],
    ['Việc trồng cây phải xong trước ngày 30/8/2021.', null, null],
  ])('outside the items is done by whom its sentence names: %s', (sentence, actor, support) => {
    const tasks = tasksOf(`Thôn Đoài có đơn xin vét mương. ${sentence}`)
    expect(tasks.map(({ item, assignees, supporting }) => [item, assignees, supporting])).toEqual([
      ['', actor ? [actor] : [], support ? [support] : []],
    ])
  })

  test('of a table is done by whom its row names, in an item and outside', () => {
    const table = [
      '| TT | Nội dung | Chủ trì | Phối hợp | Thời hạn hoàn thành |',
      '|----|----------|---------|----------|---------------------|',
      '| 1 | Vét mương thôn Hạ | Đội Thủy nông số 2 | Thôn Hạ | Trước ngày 31/8/2021 |',
      '| 2 | Sơn lại cửa cống | Trạm Thủy nông | | Trước ngày 15/9/2021 |',
    ].join('\n')
    const wanted = [
      ['Vét mương thôn Hạ', ['Đội Thủy nông số 2'], ['Thôn Hạ'], '2021-08-31'],
      ['Sơn lại cửa cống', ['Trạm Thủy nông'], [], '2021-09-15'],
    ]
    const rows = (...items: string[]) =>
      tasksOf('Ủy ban nhân dân huyện phân công như sau:', ...items).map(
        ({ action, assignees, supporting, deadline }) => [action, assignees, supporting, deadline?.date],
      )
    expect(rows(table)).toEqual(wanted)
    expect(rows('I. MỤC ĐÍCH\nGiữ nước cho vụ đông.', `II. PHÂN CÔNG\n${table}`)).toEqual(wanted)
  })

  test('shows where each supporting body was read', () => {
    const text = letter('Chủ tịch UBND huyện yêu cầu:', '1. Các xã phối hợp với Trạm Thủy nông vét mương.')
    const { span } = parseDirective(text).evidence['/tasks/0/supporting/0'] as { span: [number, number] }
    expect(text.slice(...span)).toBe('Trạm Thủy nông')
  })
})

describe('a place on paper', () => {
  const at = (...path: (string | [string, number])[]) =>
    placeLabel(
      path.map((each) => (typeof each === 'string' ? { label: each, nth: 0 } : { label: each[0], nth: each[1] })),
    )

  test.each([
    [at('1'), 'mục 1'],
    [at('II', '2', 'a'), 'mục II.2.a'],
    [at('1', '1.2', '1.2.3'), 'mục 1.2.3'],
    [at('II', '1', '1.2', ['-', 3]), 'mục II.1.2, gạch đầu dòng thứ ba'],
    [at(['-', 12], ['+', 1]), 'gạch đầu dòng thứ 12, dấu cộng thứ nhất'],
    [at('Chương II', 'Điều 5', '2', 'a'), 'điểm a khoản 2 Điều 5'],
    [at('Điều 5', ['-', 2]), 'Điều 5, gạch đầu dòng thứ hai'],
    [at('Phần thứ hai', 'I', '3'), 'Phần thứ hai, mục I.3'],
    [at(), null],
    [paragraphLabel('closing', 2), 'phần kết, đoạn thứ hai'],
    [paragraphLabel('whole', 1), 'đoạn thứ nhất'],
  ])('%s', (found, wanted) => {
    expect(found).toBe(wanted)
  })
})
