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
