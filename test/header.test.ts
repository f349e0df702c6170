/** Headers that an OCR engine, a name or an old form makes hard to read. */
import { expect, test } from 'vitest'
import { parseDirective } from '../src/pipeline.ts'

const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const MOTTO = 'Độc lập - Tự do - Hạnh phúc'
const BODY = [
  '',
  'THÔNG BÁO',
  'Về lịch trực lễ',
  '',
  '1. Các phòng bố trí người trực.',
  '2. Báo cáo trước ngày 20/5/1988.',
  '',
  'GIÁM ĐỐC',
  '',
  'Lê Văn Bình',
]
const read = (...lines: string[]) => parseDirective(lines.join('\n'))

const BODIES = [
  'PHÒNG CÔNG CHỨNG SỐ 1',
  'TRẠI GIAM SỐ 6',
  'TRƯỜNG MẦM NON SỐ 2',
  'MẶT TRẬN DÂN TỘC GIẢI PHÓNG MIỀN NAM VIỆT NAM',
  'TY GIÁO DỤC SÔNG LAM',
  'NÔNG TRƯỜNG CHÈ ĐỒI THÔNG',
  'ĐOÀN ĐẠI BIỂU QUỐC HỘI TỈNH HẬU GIANG',
  'PHÒNG TÀI CHÍNH - KẾ HOẠCH',
  'SƯ ĐOÀN 10',
  'TỈNH ĐỘI HÀ NAM',
]
const ORDERS: Record<string, (body: string) => string[]> = {
  'beside the title': (body) => [`${body}\t${STATE}`, `\t${MOTTO}`, 'Số: 25/TB\tHà Nội, ngày 12 tháng 5 năm 1988'],
  'below the title': (body) => [STATE, MOTTO, body, 'Số: 25/TB', 'Hà Nội, ngày 12 tháng 5 năm 1988'],
  'above the title': (body) => [body, STATE, '-----', MOTTO, 'Số: 25/TB', 'Hà Nội, ngày 12 tháng 5 năm 1988'],
}

test.each(Object.keys(ORDERS).flatMap((order) => BODIES.map((body) => [body, order] as const)))(
  '%s, %s, is the issuer',
  (body, order) => {
    const record = read(...(ORDERS[order] as (typeof ORDERS)[string])(body), ...BODY)
    expect(record).toMatchObject({
      issuer: body,
      parentIssuer: null,
      number: '25/TB',
      place: 'Hà Nội',
      date: '1988-05-12',
      subject: 'Về lịch trực lễ',
    })
  },
)

test('the number of an office on a line of its own is a part of its name', () => {
  const record = read('TRẠI GIAM', 'SỐ 6', STATE, MOTTO, 'Số: 25/TB', 'Hà Nội, ngày 12 tháng 5 năm 1988', ...BODY)
  expect(record).toMatchObject({ issuer: 'TRẠI GIAM SỐ 6', number: '25/TB' })
})

test('rubble beside a line of the subject parts nothing', () => {
  const subject = [
    'Kết luận của Giám đốc tại cuộc họp rà soát việc giao đất\t¡',
    '                      cho các dự án thứ cấp',
  ]
  const record = read(
    `BAN QUẢN LÝ KHU KINH TẾ\t${STATE}`,
    `\t${MOTTO}`,
    'Số: 4/TB-BQL\tĐồng Mây, ngày 9 tháng 5 năm 2023',
    '',
    'THÔNG BÁO',
    ...subject,
    '',
    ...BODY.slice(4),
  )
  expect(record.subject).toBe('Kết luận của Giám đốc tại cuộc họp rà soát việc giao đất cho các dự án thứ cấp')
})

test('a post that a seal has spoilt is no name', () => {
  const spoilt = (...lines: string[]) =>
    read(
      `HỘI LUẬT GIA\t${STATE}`,
      `\t${MOTTO}`,
      'Số: 4/TB\tHà Nội, ngày 9 tháng 5 năm 2023',
      ...BODY.slice(0, 7),
      ...lines,
    ).signatures
  expect(spoilt('TM. BAN CHẤP HÀNH', 'CHU JICH')).toMatchObject([{ authority: ['TM. BAN CHẤP HÀNH'], name: null }])
  expect(spoilt('KT. CHỦ NHIỆM', 'PHÓ CHỦ NHIÊỆM', '', 'Lê Văn Bình')).toMatchObject([
    { position: 'PHÓ CHỦ NHIÊỆM', name: 'Lê Văn Bình' },
  ])
})

test.each([
  [['Kính gửi:', 'Các sở, ban, ngành;', 'UBND các huyện, thành phố.']],
  [['Kính gửi: Các sở, ban, ngành;', '          UBND các huyện, thành phố.']],
  [['Kính gửi: - Các sở, ban, ngành;', '- UBND các huyện, thành phố.']],
])('addressees: %j', (lines) => {
  const record = read(
    `SỞ NỘI VỤ\t${STATE}`,
    `\t${MOTTO}`,
    'Số: 4/SNV-VP\tHà Nội, ngày 9 tháng 5 năm 2023',
    'V/v rà soát',
    '',
    ...lines,
    '',
    'Sở Nội vụ đề nghị:',
    ...BODY.slice(4),
  )
  expect(record.addressees).toEqual(['Các sở, ban, ngành', 'UBND các huyện, thành phố'])
  expect(record.preamble).toEqual(['Sở Nội vụ đề nghị:'])
})

test('a heading above its number is no issuer', () => {
  expect(
    read(
      'HỢP ĐỒNG LAO ĐỘNG',
      'Số: 12/2021/HĐLĐ',
      'Hôm nay, ngày 5 tháng 8 năm 2021, tại Công ty ABC',
      'Điều 1. Thời hạn',
      'Điều 2. Chế độ',
    ),
  ).toMatchObject({
    issuer: null,
    number: '12/2021/HĐLĐ',
  })
})

test('a form to be filled in is no document', () => {
  const form = [
    `TÊN CƠ QUAN, TỔ CHỨC\t${STATE}`,
    `\t${MOTTO}`,
    'Số: …/…-…\t…, ngày … tháng … năm …',
    'BÁO CÁO',
    'Về …',
    '1. ……………',
    '',
    'QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ',
  ]
  expect(read('Mẫu số 01', ...form)).toMatchObject({ kind: 'other', number: null, date: null })
})

test('a person’s application is no document', () => {
  const lines = [
    STATE,
    MOTTO,
    '',
    'ĐƠN XIN MƯỢN ĐẤT',
    '',
    'Kính gửi: Hợp tác xã Đồng Mây',
    'Tôi tên là: ……………… Đội: ……',
  ]
  expect(read(...lines, 'Tôi viết đơn này xin mượn hai sào đất.', 'Người làm đơn')).toMatchObject({ kind: 'other' })
})

test('under a heading that no entry knows the type is not guessed', () => {
  const header = [`SỞ NỘI VỤ\t${STATE}`, `\t${MOTTO}`, 'Số: 4/XY-SNV\tHà Nội, ngày 9 tháng 5 năm 2023', '']
  expect(read(...header, 'BẢN TIN', 'Về việc thi tuyển', ...BODY.slice(3)).type).toBeNull()
  expect(read(...header, 'V/v thi tuyển', ...BODY.slice(3)).type).toBe('Công văn')
})

test.each([
  ['Số: 415 LN-KT', '415LN-KT', '415', 'LN-KT'],
  ['Số 60LN/KHKT', '60LN/KHKT', '60', 'LN/KHKT'],
  ['38-LN', '38-LN', '38', 'LN'],
  ['1247 LN/KHKT', '1247LN/KHKT', '1247', 'LN/KHKT'],
  ['12 BLN-KT', '12BLN-KT', '12', 'BLN-KT'],
  ['38 LN', '38LN', null, null],
])('a number as ministries printed it before 1998: %s', (line, number, serial, notation) => {
  const record = read('VIỆT NAM DÂN CHỦ CỘNG HÒA', 'Độc lập - Tự do - Hạnh phúc', 'BỘ LÂM NGHIỆP', line, ...BODY)
  expect(record).toMatchObject({ issuer: 'BỘ LÂM NGHIỆP', number, serial, notation, subject: 'Về lịch trực lễ' })
})

test.each(['Chiểu Sắc lệnh số 12/SL', 'Xét đề nghị của Giám đốc Nha Lâm chính', 'Căn cứ Sắc lệnh số 12/SL'])(
  'who enacts above the bases is no subject: %s',
  (basis) => {
    const record = read(
      'VIỆT NAM DÂN CHỦ CỘNG HÒA',
      'BỘ CANH NÔNG',
      'Số: 38-CN',
      '',
      'NGHỊ ĐỊNH',
      'BỘ TRƯỞNG BỘ CANH NÔNG',
      `${basis};`,
      'NGHỊ ĐỊNH',
      'Điều 1. Nay đặt tại Sông Lam một ty Canh nông.',
    )
    expect(record).toMatchObject({ type: 'Nghị định', subject: null, bases: [basis] })
  },
)

test('a committee whose place was lost is never sure', () => {
  const record = read(
    'ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |',
    'Số: 480/SGD-VP | Bến Trà, ngày 03 tháng 12 năm 2022 |',
    ...BODY,
  )
  expect(record.evidence['/issuer']?.grade ?? 'doubtful').toBe('doubtful')
})
