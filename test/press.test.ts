import { describe, expect, test } from 'vitest'
import { parseDirective } from '../src/pipeline.ts'

const about = (text: string) => {
  const { kind, about, tasks } = parseDirective(text)
  return { kind, about, tasks: tasks.length }
}

describe('a press text tells of a document', () => {
  test.each<[string, string, Record<string, unknown>]>([
    [
      'the number behind the body that issued it',
      'Chiều 12/10, Sở Công Thương tỉnh Bình An đã có văn bản số 439/SCT-QLTM ngày 12/10/2021 gửi các chợ về giờ mở cửa. Theo đó, các chợ mở cửa từ 5 giờ, báo cáo trước ngày 20/10/2021.',
      { type: null, number: '439/SCT-QLTM', date: '2021-10-12', issuer: 'Sở Công Thương tỉnh Bình An', signer: null },
    ],
    [
      'a document without a number, and nobody who signed it',
      'UBND tỉnh Hà Giang vừa có công văn gửi các huyện về việc trồng dừa. Ông Lê Hồng Thái - Phó Giám đốc Sở cho biết, chậm nhất ngày 1/11/2021 các huyện phải trồng xong.',
      { type: 'Công văn', number: null, date: null, issuer: 'UBND tỉnh Hà Giang', signer: null },
    ],
    [
      'who signed it, named before the verb',
      'Ngày 12/10, Chủ tịch UBND tỉnh Bình An Lê Văn Sáu đã ký ban hành Chỉ thị số 15/CT-UBND về phòng cháy rừng. Ảnh: Tư liệu.',
      { type: 'Chỉ thị', number: '15/CT-UBND', date: 'XXXX-10-12', signer: 'Lê Văn Sáu' },
    ],
    [
      'who signed it, named behind the number',
      'Sở Y tế tỉnh Bình An vừa phát đi Công văn số 88/SYT-NV do Phó Giám đốc Sở Trần Thị Bảy ký, yêu cầu các trạm trực đêm.',
      { type: 'Công văn', number: '88/SYT-NV', issuer: 'Sở Y tế tỉnh Bình An', signer: 'Trần Thị Bảy' },
    ],
    [
      'who signed it, told in the sentence behind',
      'Ngày 12/6, UBND huyện Vạn Trúc ban hành Công văn số 88/UBND-KT về chống hạn. Văn bản do Phó Chủ tịch Lò Văn Pản ký. Theo đó, các xã mở cống sớm hai ngày.',
      { number: '88/UBND-KT', date: 'XXXX-06-12', issuer: 'UBND huyện Vạn Trúc', signer: 'Lò Văn Pản' },
    ],
    [
      'that it was signed, without another sign of the press',
      'Sáng 12/6, Chủ tịch UBND huyện Vạn Trúc Đỗ Văn Quất đã ký Chỉ thị số 05/CT-UBND về giữ rừng mùa khô. Chỉ thị yêu cầu các xã lập chốt gác.',
      { type: 'Chỉ thị', number: '05/CT-UBND', signer: 'Đỗ Văn Quất' },
    ],
    [
      'a number that is given further on',
      'Sở Y tế tỉnh Bình An vừa ban hành công văn khẩn về trực đêm.\nTại Công văn số 88/SYT-NV, sở nhấn mạnh các trạm phải trực đủ người.',
      { type: 'Công văn', number: '88/SYT-NV', issuer: 'Sở Y tế tỉnh Bình An' },
    ],
    [
      'a serial alone behind the body that issued it',
      'Sở Thủy sản tỉnh Bình An đã có Công điện số 1500 gửi các huyện ven biển. Theo đó, tàu thuyền vào bờ trước 17 giờ ngày 20/10/2021.',
      { type: 'Công điện', number: '1500', issuer: 'Sở Thủy sản tỉnh Bình An', signer: null },
    ],
    [
      'a serial alone behind `văn bản`',
      'UBND tỉnh Bình An vừa có văn bản hỏa tốc số 77, yêu cầu đóng chợ. Ảnh: Tư liệu.',
      { type: null, number: '77', issuer: 'UBND tỉnh Bình An', signer: null },
    ],
    [
      'an amount is no number of it',
      'UBND tỉnh Bình An vừa có công văn gửi 15 huyện về số 12.500 hộ trồng chè. Ảnh: Tư liệu.',
      { type: 'Công văn', number: null, issuer: 'UBND tỉnh Bình An' },
    ],
    [
      'the place of the body that issued it, which no table knows',
      'Phòng Y tế Vạn Trúc vừa có thông báo gửi các trạm về trực đêm. Bà Lê Thị Sao - Trưởng phòng cho biết, thuốc đã đủ.',
      { type: 'Thông báo', number: null, issuer: 'Phòng Y tế Vạn Trúc', signer: null },
    ],
    [
      'a school, whose name ends before the verb',
      'Trường Tiểu học Hòa Lãm vừa ra thông báo về việc nhận áo ấm. Thầy Vũ Hải Vân - Hiệu trưởng cho biết, áo gửi lên bản Nậm.',
      { type: 'Thông báo', number: null, issuer: 'Trường Tiểu học Hòa Lãm', signer: null },
    ],
    [
      'a person behind a post and a body is no place of it',
      'Giám đốc Sở Y tế Lường Mai vừa gửi công văn tới các trạm. Theo đó, các trạm trực đủ người.',
      { type: 'Công văn', issuer: 'Sở Y tế' },
    ],
    [
      'a place that is named before the verb signs nothing',
      'Đà Sơn: UBND thành phố Hải Châu vừa ban hành Chỉ thị số 5/CT-UBND về chợ đêm. Theo đó, chợ đóng cửa lúc 22 giờ.',
      { type: 'Chỉ thị', number: '5/CT-UBND', signer: null },
    ],
    [
      'who is quoted has not signed',
      'Sở Y tế tỉnh Bình An vừa gửi công văn số 12/SYT-NV tới các trạm. Bà Trần Thị Bảy, Phó Giám đốc Sở, cho biết thuốc đã đủ.',
      { type: 'Công văn', number: '12/SYT-NV', signer: null },
    ],
  ])('%s', (_, text, expected) => {
    expect(about(text)).toMatchObject({ kind: 'news', about: expected, tasks: 0 })
  })

  test('only what is quoted orders', () => {
    const { kind, tasks } = parseDirective(
      'Sở Y tế tỉnh Bình An vừa có công văn về trực đêm. Công văn nêu: “Các trạm báo cáo danh sách trước ngày 20/10/2021”. Các trạm cho biết sẽ trực xong trước ngày 25/10/2021.',
    )
    expect([kind, tasks.map(({ deadline }) => deadline?.date)]).toEqual(['news', ['2021-10-20']])
  })
})

test.each([
  [
    'a letter of a person',
    'Kính gửi: Đồng chí Lê Văn An - Chủ tịch UBND tỉnh. Tôi là Trần Văn Bảy, tôi viết thư này để góp ý về tên đường.',
  ],
  [
    'a document that is only mentioned',
    'Thực hiện công văn số 10/SYT-NV của Sở Y tế, sáng nay bà con xã Hòa Sơn đi tiêm. Chị Lê Thị Hoa chia sẻ đã chờ từ 6 giờ.',
  ],
  ['a festival', 'Hội thi nấu ăn vừa kết thúc tại Bình An. Ban tổ chức cho biết có 20 đội. Ảnh: Tư liệu'],
  ['prices', 'Giá chè hôm nay 12/10 giảm. Theo đó, chè búp còn 9.000 đồng một cân, theo tin từ chợ Hòa Sơn.'],
  ['a text that tells of no document', 'Chiều 12/10, ông Lê Văn An cho biết mưa đã ngớt, nước sông đang xuống.'],
])('%s is no press text and no document', (_, text) => {
  expect(about(text)).toMatchObject({ kind: 'other', about: null })
})
