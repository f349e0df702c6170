/** Texts that were damaged before they came here: letters that signs stand for, letters that stand apart, letters that are gone. */
import { expect, test } from 'vitest'
import { parseDirective } from '../src/pipeline.ts'
import { readText } from '../src/read/plain.ts'

const read = (text: string) => readText(Buffer.from(text), { language: 'en' })
const rules = (text: string) => read(text).diagnostics.map(({ rule }) => rule)

const LETTER = `NGÂN HÀNG NHÀ N−ỚC
SUỐI NGÀN
CỘNG HOÀ X∙ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/CT-NHNN
Suối Ngàn, ngày 20 tháng 02 năm 2006

CHỈ THỊ
H−ớng dẫn việc góp vốn

1. Các chi nhánh không đ−ợc v−ợt quá 11% vốn; giá trị a−b và 3−5 giữ nguyên.
2. Thủ tr−ởng các đơn vị l∙nh đạo chịu trách nhiệm, −u tiên vùng cao.

Nơi nhận:
- Nh− trên;
- L−u: VT.
`

test('a minus and a bullet inside syllables are the letters that they stand for', () => {
  const { text, diagnostics } = read(LETTER)
  for (const words of [
    'NHÀ NƯỚC',
    'XÃ HỘI',
    'Hướng dẫn',
    'được vượt',
    'trưởng',
    'lãnh đạo',
    'ưu tiên',
    'Như trên',
    'Lưu: VT',
  ])
    expect(text).toContain(words)
  expect(text).toContain('a−b và 3−5')
  expect(text).toHaveLength(LETTER.length)
  expect(diagnostics).toMatchObject([{ rule: 'lost-letters', line: 1, message: expect.stringContaining('10 words') }])
  expect(parseDirective(LETTER)).toMatchObject({ issuer: 'NGÂN HÀNG NHÀ NƯỚC SUỐI NGÀN', archive: 'Lưu: VT' })
})

test('so they are where the rest is TCVN3', () => {
  const { text, encoding } = read(
    'NG©N HµNG N«NG TH«N\nC¸c ph−êng, x∙ cña tØnh; tr−ëng c¸c chi nh¸nh.\nNh− trªn; L−u: VP. Nhµ n−íc\n',
  )
  expect([text, encoding]).toEqual([
    'NGÂN HÀNG NÔNG THÔN\nCác phường, xã của tỉnh; trưởng các chi nhánh.\nNhư trên; Lưu: VP. Nhà nước\n',
    'tcvn3',
  ])
})

test('a hyphen in a syllable that is none without it is the letter too; other hyphens stay', () => {
  const { text } = read('Tr-ởng phòng đ-ợc giao; CT-UBND, Hà-Nội, T-U, ban-hành, tr-ờng nội-trú.\n')
  expect(text).toBe('Trưởng phòng được giao; CT-UBND, Hà-Nội, T-U, ban-hành, trường nội-trú.\n')
})

test('a text without signs for letters stays as it is', () => {
  for (const text of [
    'Từ −3 °C đến −1 °C; đoạn A−B; Hà Nội−Hải Phòng; m−n.\n',
    'Số 05/CT-UBND, V/v tăng-giảm biên chế\n',
  ]) {
    expect(read(text)).toMatchObject({ text, diagnostics: [] })
  }
})

test('a text that lost every ư says so, and has it again where no other word is possible', () => {
  const lost =
    'Uỷ ban nhân dân tỉnh yêu cầu thủ trởng các cơ quan nhà nớc, các trờng học không đợc để xảy ra lãng phí; báo cáo trớc ngày 30 tháng 6 năm 2006 về Sở Tài chính để tổng hợp, trình Hội đồng.\n'
  expect(read(lost).text).toContain('trưởng các cơ quan nhà nước, các trường học không được')
  expect(rules(lost)).toEqual(['lost-letters'])
})

test('marks behind a space go to their letters', () => {
  const { text, diagnostics } = read('U ̉Y BAN NHÂN DÂN HUYE ̣̂N ĐA ̣ SƠN\nSô ́: 57/UBND-VP, nga ̀y 12 tha ́ng 3 năm 2024\n')
  expect(text).toBe('ỦY BAN NHÂN DÂN HUYỆN ĐẠ SƠN\nSố: 57/UBND-VP, ngày 12 tháng 3 năm 2024\n')
  expect(diagnostics).toMatchObject([{ rule: 'letters-apart', line: 1 }])
})

test('syllables that were cut before their toned letters are whole', () => {
  const cut =
    'Th ực hi ện Ngh ị quy ết c ủa H ội đồng nhân dân t ỉnh, y êu c ầu các s ở, ngành tri ển khai k ế ho ạch phòng ch ống d ịch b ệnh, ph ối h ợp v ới các h ội, báo cáo k ết qu ả tr ước ngày 5.\n'
  expect(read(cut).text).toContain('Thực hiện Nghị quyết của Hội đồng nhân dân tỉnh')
  expect(rules(cut)).toEqual(['letters-apart'])
})

test('a line of letter after letter is words', () => {
  expect(read('C h ỉ t h ị c ủ a T h ủ t ư ớ n g\nSố 5\n').text).toBe('Chỉ thị của Thủ tướng\nSố 5\n')
  expect(read('C Ộ N G   H Ò A   X Ã   H Ộ I\n').text).toBe('CỘNG HÒA XÃ HỘI\n')
  expect(read('x y z t w q\n').text).toBe('x y z t w q\n')
})

test('good text is not put together', () => {
  const good = 'Ở ấp An Ổn, ông Ân ở ấp ủng hộ ý ấy; ủy ban ấn định áp dụng, ưu đãi, ổn định.\n'.repeat(5)
  expect(read(good)).toMatchObject({ text: good, diagnostics: [] })
})

test('digits of other scripts and wide letters are read as digits and letters', () => {
  const source =
    'UBND HUYỆN SUỐI NGÀN\nSố： ０５／CT-UBND\nSuối Ngàn, ngày ٠٢ tháng ३ năm 𝟐𝟎𝟐𝟏\n\nCHỈ THỊ\nVề phòng cháy\n\n１. Các xã báo cáo trước ngày ２８/8/２０２１.\n'
  expect(parseDirective(source)).toMatchObject({
    number: '05/CT-UBND',
    date: '2021-03-02',
    items: [{ label: '1', deadlines: [{ date: '2021-08-28' }] }],
  })
})

test('a letter that fonts name wrongly is known for what it means, and kept as it stands', () => {
  const lines = [
    'SỞ CÔNG THƢƠNG VŨNG LƢỜN',
    'Số: 12/SCT',
    'Kính gửi: Phòng Thƣơng mại',
    '',
    '1. Sửa cân.',
    '',
    'Nơi nhận:',
    '- Nhƣ trên;',
    '- Lƣu: VT.',
    '',
    'KT. GIÁM ĐỐC',
    'PHÓ GIÁM ĐỐC',
    '',
    'Lƣơng Văn Mùa',
  ]
  expect(parseDirective(lines.join('\n'))).toMatchObject({
    issuer: 'SỞ CÔNG THƢƠNG VŨNG LƢỜN',
    archive: 'Lƣu: VT',
    recipients: [{ text: 'Nhƣ trên' }, { text: 'Lƣu: VT' }],
    signatures: [{ position: 'PHÓ GIÁM ĐỐC', name: 'Lƣơng Văn Mùa' }],
  })
})
