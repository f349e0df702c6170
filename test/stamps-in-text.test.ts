/** What was stamped and written upon a document after it was signed: when it came, and who copied it. */
import { expect, test } from 'vitest'
import { parseDirective } from '../src/pipeline.ts'

const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const MOTTO = 'Độc lập - Tự do - Hạnh phúc'

const FOOT = ['', 'Nơi nhận:', '- Như trên;', '- Lưu: HC.', '', 'TRƯỞNG ĐOÀN', '', 'Uông Bích Hạ']
const letter = (...stamp: string[]) =>
  [
    `SỞ VĂN HÓA ĐỒNG MÂY          ${STATE}`,
    `ĐOÀN CA MÚA                  ${MOTTO}`,
    '',
    ...stamp,
    '',
    'Số: 57/ĐCM-HC                Đồng Mây, ngày 19 tháng 5 năm 2012',
    'V/v mượn phông màn',
    '',
    'Kính gửi: Nhà Văn hóa thiếu nhi',
    '',
    'Đoàn đề nghị cho mượn phông màn.',
    ...FOOT,
  ].join('\n')

test.each([
  [['ĐẾN', 'Số: 418', 'Ngày: 22/5/2012', 'Chuyển: Phòng Nghệ thuật'], '418', '2012-05-22', 'Phòng Nghệ thuật'],
  [['ĐẾN', 'Số: 9', 'Ngày: 3-6-2012'], '9', '2012-06-03', null],
  [['ĐẾN', 'Số: ........', 'Ngày: ........'], null, null, null],
])('the stamp of arrival has its own number and day: %j', (stamp, number, date, transferTo) => {
  const record = parseDirective(letter(...stamp))
  expect(record).toMatchObject({
    arrival: { number, date, transferTo },
    number: '57/ĐCM-HC',
    date: '2012-05-19',
    issuer: 'ĐOÀN CA MÚA',
    parentIssuer: 'SỞ VĂN HÓA ĐỒNG MÂY',
  })
  expect(record.diagnostics.filter(({ rule }) => rule === 'unclaimed-line')).toEqual([])
})

test('a document without the stamp has no arrival', () => {
  expect(parseDirective(letter()).arrival).toBeNull()
})

test('number, place and day above the word of a copy are the copy’s', () => {
  const { copy, number, signatures } = parseDirective(
    [
      letter(),
      '',
      '-----------------------------------',
      `HỘI NHẠC SĨ TỈNH ĐỒNG MÂY         ${STATE}`,
      `HỘI NHẠC SĨ HUYỆN BẾN TRÀ         ${MOTTO}`,
      '',
      'Số: 14/SY-HNS                     Bến Trà, ngày 23 tháng 5 năm 2012',
      'SAO Y',
      '',
      'Nơi nhận:                         CHỦ TỊCH',
      '- Các chi hội;',
      '- Lưu: VP.',
      '                                  Đào Công Trà',
    ].join('\n'),
  )
  expect(copy).toMatchObject({
    form: 'Sao y',
    number: '14/SY-HNS',
    place: 'Bến Trà',
    date: '2012-05-23',
    signer: 'Đào Công Trà',
  })
  expect(number).toBe('57/ĐCM-HC')
  expect(signatures.map(({ name }) => name)).toEqual(['Uông Bích Hạ'])
})

test('the stamp of arrival stands above the letterhead, the body that received the letter over it', () => {
  const stamp = ['SỞ THỦY LỢI VẠN HÀ', 'CÔNG VĂN ĐẾN', 'Số: 1182', 'Ngày: 14/5/2015', 'Chuyển: Chi cục Đê', '']
  expect(parseDirective([...stamp, letter()].join('\n'))).toMatchObject({
    arrival: { number: '1182', date: '2015-05-14', transferTo: 'Chi cục Đê' },
    number: '57/ĐCM-HC',
    issuer: 'ĐOÀN CA MÚA',
    parentIssuer: 'SỞ VĂN HÓA ĐỒNG MÂY',
  })
})
