/** Who orders and what: the words that introduce the items. */
import { expect, test } from 'vitest'
import { parseDirective } from '../src/pipeline.ts'

const operative = (preamble: string, issuer = 'ỦY BAN NHÂN DÂN\nHUYỆN VẠN TRÚC') =>
  parseDirective(
    `${issuer}\n\nSố: 14/CT-UBND\nVạn Trúc, ngày 06 tháng 10 năm 2021\n\nCHỈ THỊ\nVề phòng cháy rừng\n\n${preamble}\n1. Giữ rừng.\n2. Giữ kho.\n`,
  ).operative

test.each([
  ['Để giữ rừng, Chủ tịch Ủy ban nhân dân huyện yêu cầu:', 'Chủ tịch Ủy ban nhân dân huyện yêu cầu'],
  [
    'Năm 2020 cháy 12 vụ, tăng 04 vụ so với năm 2019. Ban Thường vụ Huyện ủy chỉ thị:',
    'Ban Thường vụ Huyện ủy chỉ thị',
  ],
  [
    'Để giữ rừng, Chủ tịch Ủy ban nhân dân huyện yêu cầu Trưởng các phòng, ban, Chủ tịch Ủy ban nhân dân các xã, thị trấn thực hiện những việc sau:',
    'Chủ tịch Ủy ban nhân dân huyện yêu cầu Trưởng các phòng, ban, Chủ tịch Ủy ban nhân dân các xã, thị trấn thực hiện những việc sau',
  ],
  [
    'Về việc này, đồng chí Phó Chủ tịch Ủy ban nhân dân huyện kết luận như sau:',
    'đồng chí Phó Chủ tịch Ủy ban nhân dân huyện kết luận như sau',
  ],
  [
    'Xét đề nghị của Hạt Kiểm lâm, Ủy ban nhân dân huyện có ý kiến như sau:\n\nTại văn bản trên, Bộ Canh nông có ý kiến:',
    'Ủy ban nhân dân huyện có ý kiến như sau',
  ],
  ['Căn cứ Luật Lâm nghiệp;\nXét đề nghị của Hạt Kiểm lâm,\nQUYẾT ĐỊNH:', 'QUYẾT ĐỊNH'],
  ['Hồ sơ gửi kèm, cụ thể như sau:', null],
  ['Năm 2020 cháy 12 vụ. Nguyên nhân như sau:', null],
])('%s', (preamble, wanted) => expect(operative(preamble)).toBe(wanted))

test('a ministry enacts in a sentence that ends with a full stop', () => {
  const text =
    'BỘ CANH NÔNG\n\nSố: 12/2021/TT-BCN\nHà Nội, ngày 06 tháng 10 năm 2021\n\nTHÔNG TƯ\nQuy định việc giữ rừng\n\nCăn cứ Luật Lâm nghiệp;\nBộ trưởng Bộ Canh nông ban hành Thông tư quy định việc giữ rừng.\n\nĐiều 1. Phạm vi\nThông tư này nói về việc giữ rừng.\nĐiều 2. Hiệu lực\nThi hành ngay.\n'
  expect(parseDirective(text).operative).toBe('Bộ trưởng Bộ Canh nông ban hành Thông tư quy định việc giữ rừng')
})

const NOTE =
  'Lý do: kho chứa gỗ của huyện dựng từ năm 1998, qua nhiều mùa lũ đã dột nát, sổ sách xuất nhập gỗ các năm trước không còn đủ trang'

/** Lines of 78 letters, broken within the name of the body; notes in small print between them. */
const letter = (notes: number) =>
  [
    '     Hạt Kiểm lâm nhận được đơn của hợp tác xã Bến Đạm ngày 14/5/2021 về việc',
    'sửa kho chứa gỗ. Trong đơn, hợp tác xã xin được mượn nhà kho cũ của Phòng Canh',
    'Nông trong thời gian chờ sửa kho mới và hứa trả lại trước mùa mưa lũ năm nay.',
    '     Sau khi đi xem kho, đo lại tường và mái, đếm số gỗ còn để ngoài sân, Phòng',
    'Canh Nông thấy rằng kho cũ còn dùng được nếu thay đòn tay, lợp lại mái phía tây',
    'và đào thêm rãnh thoát nước quanh sân. Tiền sửa do hợp tác xã tự lo, Phòng Canh',
    'Nông chỉ cử người trông coi việc sửa và ghi sổ từng ngày cho đến khi làm xong.',
    ...Array(notes).fill(NOTE),
    '     Để kho không sập trong mùa lũ năm nay và gỗ không bị ướt hỏng, Phòng Canh',
    'Nông yêu cầu hợp tác xã Bến Đạm:',
  ].join('\n')

test.each([0, 2, 3])('lines stay joined beside %i notes in small print', (notes) => {
  const said = operative(letter(notes), 'ỦY BAN NHÂN DÂN HUYỆN VẠN TRÚC\nPHÒNG CANH NÔNG')
  expect(said).toBe('Phòng Canh Nông yêu cầu hợp tác xã Bến Đạm')
})
