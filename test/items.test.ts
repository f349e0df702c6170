/** Which lines are items, and which item stands below which: the series of labels decide, not a line alone. */
import { describe, expect, test } from 'vitest'
import { parseDirective } from '../src/pipeline.ts'
import type { ItemRecord } from '../src/schema.ts'

const shown = (items: ItemRecord[]): string =>
  items.map(({ label, items: below }) => label + (below.length > 0 ? `(${shown(below)})` : '')).join(' ')

/** The labels of a body, `2(a b)` for two items below a third. */
const labels = (body: string) =>
  shown(parseDirective(`CHỈ THỊ\nVề phòng cháy rừng\n\nYêu cầu các xã thực hiện:\n${body}\n`).items)

describe('a line that begins like a label and costs its series is text', () => {
  test.each([
    [
      'a sentence that begins with an article',
      '1. Rà soát kho.\n2. Giữ rừng\n\nĐiều 20 Quy chế bảo vệ rừng nói rõ việc này.\n3. Báo cáo.',
      '1 2 3',
    ],
    [
      'the same behind the last item',
      '1. Rà soát kho.\n2. Giữ rừng\nĐiều 7 Luật Lâm nghiệp quy định rõ việc này.',
      '1 2',
    ],
    [
      'a number of a district',
      'a) Lấy mẫu ở các kho.\nb) Gửi mẫu đến Công ty Giám định Mỏ Neo (số 5 đường Lê Lá, phường Chợ Gạo, quận\n1- TP. Đạ Sơn).\nc) Báo cáo.',
      'a b c',
    ],
    [
      'a number that a clause needs',
      '1. Thực hiện nghiêm quy định tại điểm a và điểm b khoản\n2. Nghị định nêu trên được sao gửi.\n2. Báo cáo kết quả.\n3. Lưu hồ sơ.',
      '1 2 3',
    ],
    [
      'an article with its stop, in the sentence above',
      '1. Rà soát kho.\n2. Thu tiền theo\nĐiều 7. Nghị định số 12/2019/NĐ-CP.\n3. Báo cáo.',
      '1 2 3',
    ],
    [
      'a table drawn with lines',
      '1. Đo đất theo bảng sau:\n┌────┬─────────┐\n│ TT │ Tên xã  │\n├────┼─────────┤\n│ 1. │ Xã Đông │\n│ 2. │ Xã Tây  │\n└────┴─────────┘\n2. Thu tiền theo bảng sau:\n| 1. | Xã Đông |\n| 2. | Xã Tây |\n3. Báo cáo.',
      '1 2 3',
    ],
    [
      'a dash within a name',
      '1. Rà soát kho.\n      Phụ huynh truy cập cổng của Trường Đại học Kỹ thuật\n— Công nghệ Đạ Sơn để nộp phí.\n2. Báo cáo.',
      '1 2',
    ],
  ])('%s', (_, body, wanted) => expect(labels(body)).toBe(wanted))
})

describe('a spoilt label is known by its series', () => {
  test.each([
    [
      'decimals below a number',
      '1. Mục tiêu\nBiết số trâu bò.\n2. Phân công\n%1. Trạm Thú y\n$.2. Trạm Giống\n2.3. Đài truyền thanh\n3. Kinh phí',
      '1 2(2.1 2.2 2.3) 3',
    ],
    ['a sign too many', '1) Nghị quyết.\n23) Biên bản.\n3) Đề án.', '1 2 3'],
    [
      'ten',
      ['1', '2', '3', '4', '5', '6', '7', '8', '9', '1O', '11'].map((label) => `${label}. Rà soát kho.`).join('\n'),
      '1 2 3 4 5 6 7 8 9 10 11',
    ],
    ['one that is a small L', 'l. Rà soát kho.\n2. Rà soát bến.\n3. Báo cáo.', '1 2 3'],
    [
      'roman numbers in small L, other brackets',
      'l. VIỆC CỦA XÃ\n1/ Đo đất bãi.\nll. VIỆC CỦA HUYỆN\n1/ Thu tiền.\nZ/ Đắp đê.\na} Đê sông;\nb) Đê biển.\nlll. THI HÀNH',
      'I(1) II(1 2(a b)) III',
    ],
    [
      'a roman number with one small L in it',
      'I. VIỆC CỦA XÃ\n1. Đo đất bãi.\nII. VIỆC CỦA HUYỆN\na) Thu tiền.\nIlI. THI HÀNH\n1. Báo cáo.',
      'I(1) II(a) III(1)',
    ],
    [
      'an article',
      'Điều 1. Đo đất.\nĐiều 2. Thu tiền.\nĐiều S. Đắp đê.\nĐiều 4. Hiệu lực.',
      'Điều 1 Điều 2 Điều 3 Điều 4',
    ],
    [
      'a six that is a letter',
      ['1', '2', '3', '4', '5', 'b', '7'].map((label) => `${label}. Rà soát kho.`).join('\n'),
      '1 2 3 4 5 6 7',
    ],
    ['the first roman number', 'IL. MỤC ĐÍCH\n1. Giữ rừng.\nII. PHÂN CÔNG\n1. Các xã.', 'I(1) II(1)'],
    [
      'letters that were swapped stay as they are',
      'a) Giữ rừng.\nb) Giữ kho.\nc) Giữ bến.\nđ) Giữ đò.\nd) Giữ bãi.',
      'a b c đ d',
    ],
    ['a short form is no label', '1. Giữ rừng.\nTS. Lê Văn A dự họp.\n2. Giữ kho.', '1 2'],
  ])('%s', (_, body, wanted) => expect(labels(body)).toBe(wanted))
})

test('dashes before capitals are a list, though the line above them is full and ends in no stop', () => {
  const long = 'Phát động toàn thể bà con tham gia hội thi bơi thuyền thúng, tạo niềm vui cho mọi người trong mùa mưa'
  const { items } = parseDirective(
    [
      'KẾ HOẠCH',
      'Thi bơi',
      'I/ Mục đích:',
      `- ${long}`,
      '- Giữ nghề đan thúng',
      `- ${long}`,
      '- Đoàn kết xóm giềng',
      'II/ Nội dung:',
      '- Bơi đôi',
    ].join('\n'),
  )
  expect(items.map((item) => item.items.length)).toEqual([4, 1])
})

describe('nesting', () => {
  test.each([
    [
      'a bracketed number under the dash that announces it',
      '1. Hội Văn nghệ\n- Hội trưởng: Ông Tài.\n- Hội phó:\n(1) Ông Ba;\n(2) Bà Tư.\n2. Hội Luật gia',
      '1(- -(1 2)) 2',
    ],
    [
      'small roman numbers in brackets',
      '1. Khó khăn\n2. Kiến nghị\n(i) Cho vay;\n(ii) Cho mượn;\n(iii) Cho không.\n3. Báo cáo',
      '1 2(i ii iii) 3',
    ],
    ['one small roman number under a letter', '1. Đất đai\na) Sự phù hợp\n(i) Về quy hoạch.\nb) Nhu cầu', '1(a(i) b)'],
    [
      'a letter with numbers',
      '1. Thẩm quyền\na) Quyết định:\na.1) Cục trưởng;\na.2) Chi cục trưởng.\nb) Thời hạn',
      '1(a(a.1 a.2) b)',
    ],
    [
      'numbers that go on under the next heading',
      'I. Đất\n1. Đo.\n2. Vẽ.\nII. Nước\n3. Lấy mẫu.\n4. Thử.',
      'I(1 2) II(3 4)',
    ],
    [
      'older print, a dash behind each label',
      'I.- VIỆC CỦA XÃ\n1- Đo đất bãi;\n2- Thu tiền.\nII.- VIỆC CỦA HUYỆN\n1- Thu tiền;\n2- Đắp đê:\na- Đê sông;\nb- Đê biển.',
      'I(1 2) II(1 2(a b))',
    ],
    [
      'labels alone on their lines',
      '1.\nĐo đất bãi.\n2.\nThu tiền:\na)\nThu đủ;\nb)\nNộp đủ.\n3.\nBáo cáo.',
      '1 2(a b) 3',
    ],
    [
      'a list that a lead announces, not the dash far above',
      '* Quyết định số 6 về dữ liệu dân cư.\n\nBan Chỉ đạo giao:\n\n1. Các xã.\n2. Các bản.',
      '- 1 2',
    ],
  ])('%s', (_, body, wanted) => expect(labels(body)).toBe(wanted))
})

describe('what is quoted has the numbering of where it comes from', () => {
  const amended = (open: string, close: string) =>
    `Điều 1. Sửa đổi, bổ sung Quy chế giữ rừng:\n1. Sửa đổi khoản 2 Điều 3 như sau:\n${open}2. Mỗi bản cử hai người:\na) Một người ban ngày;\nb) Một người ban đêm.${close}.\n2. Sửa đổi Điều 5 như sau:\n${open}Điều 5. Kinh phí\n1. Xã chi.\n2. Huyện bù.${close}.\nĐiều 2. Hiệu lực\nThi hành ngay.`
  test.each([
    ['“', '”'],
    ['"', '"'],
    ["''", "''"],
    ['‘‘', '’’'],
    ['«', '»'],
    ['”', '”'],
    ["'", "'"],
    ['“…', '”'],
  ])('in %s %s', (open, close) => expect(labels(amended(open, close))).toBe('Điều 1(1 2) Điều 2'))

  test.each([
    [
      'a provision that the text cites',
      '1. Giữ rừng.\nĐề nghị lưu ý quy định tại Luật Lâm nghiệp như sau:\n“3. Chủ rừng lập sổ.\n4. Chủ rừng nộp sổ.”\n2. Giữ kho.',
      '1 2',
    ],
    [
      'one that opens within the line',
      'a) Khoản 1 được viết lại như sau: “1. Hội chi các khoản sau:\na) Tiền công;\nb) Tiền xe.”.\nb) Bãi bỏ khoản 2.',
      'a b',
    ],
    [
      'one that nobody closed',
      '1. Sửa đổi khoản 2 như sau:\n“2. Mỗi bản cử hai người.\n2. Sửa đổi khoản 5 như sau:\n“5. Mỗi xã cử ba người.”\n3. Bãi bỏ khoản 7.',
      '1 2 3',
    ],
    ['a name in quotation marks is none', '1. Phát động phong trào sau:\n“Giữ rừng” ở mọi bản.\n2. Tổng kết.', '1 2'],
  ])('%s', (_, body, wanted) => expect(labels(body)).toBe(wanted))
})

describe('a whole document on one line', () => {
  const document =
    'ỦY BAN NHÂN DÂN HUYỆN VẠN TRÚC -------- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc --------- Số: 14/QĐ-UBND Vạn Trúc, ngày 06 tháng 10 năm 2021 QUYẾT ĐỊNHVề việc ban hành Quy chế đất bãi ỦY BAN NHÂN DÂN HUYỆN VẠN TRÚC- Căn cứ Luật Đất đai; - Căn cứ Quyết định số 84/QĐ-UBND ngày 22/02/2013 của Ủy ban nhân dân tỉnh; QUYẾT ĐỊNH Điều 1. Ban hành kèm theo quyết định này Quy chế đất bãi theo Điều 20. Luật nêu trên. Điều 2. Giao các phòng: a) Đo đất; b) Thu tiền. Điều 3. Quyết định này có hiệu lực từ ngày ký. Nơi nhận: - Như Điều 2; - Lưu: VT. TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Trần Hữu Khoát'

  test('is read in its parts', () => {
    const record = parseDirective(document)
    expect(record).toMatchObject({ type: 'Quyết định', number: '14/QĐ-UBND', date: '2021-10-06', archive: 'Lưu: VT' })
    expect(shown(record.items)).toBe('Điều 1 Điều 2(a b) Điều 3')
    expect(record.recipients.map(({ text }) => text)).toEqual(['Như Điều 2', 'Lưu: VT'])
  })

  test('who enacts is no subject, and the signature stands behind the archive', () => {
    const signed = parseDirective(
      document
        .replace(' ỦY BAN NHÂN DÂN HUYỆN VẠN TRÚC- Căn cứ', ' CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN Căn cứ')
        .replace('VT. TM. ỦY BAN NHÂN DÂN CHỦ TỊCH', 'VT, KT. KT. CHỦ TỊCH PHÓ CHỦ TỊCH (đã ký)'),
    )
    expect(signed).toMatchObject({ subject: 'Về việc ban hành Quy chế đất bãi', archive: 'Lưu: VT, KT' })
    expect(signed.bases[0]).toBe('Căn cứ Luật Đất đai')
    expect(signed.signatures).toMatchObject([
      { authority: ['KT. CHỦ TỊCH'], position: 'PHÓ CHỦ TỊCH', name: 'Trần Hữu Khoát' },
    ])
    const alone = parseDirective(document.replace('TM. ỦY BAN NHÂN DÂN CHỦ TỊCH', 'CHỦ TỊCH (đã ký)'))
    expect(alone).toMatchObject({ archive: 'Lưu: VT', signatures: [{ position: 'CHỦ TỊCH', name: 'Trần Hữu Khoát' }] })
  })

  test('its headings open no sentence', () => {
    const body =
      'Thời gian qua, nhiều nơi còn để mất đất bãi. Để chấm dứt việc này, Ủy ban nhân dân huyện yêu cầu: I. VIỆC CỦA XÃ 1. Đo đất bãi: - Bãi trên; - Bãi dưới. 2. Thu tiền thuê theo khoản 3. Báo cáo hằng tháng. II. VIỆC CỦA HUYỆN 1. Phòng Tài chính thu tiền. 2. Phòng Thủy lợi đắp đê.'
    expect(
      shown(
        parseDirective(
          `ỦY BAN NHÂN DÂN HUYỆN VẠN TRÚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Số: 14/CT-UBND Vạn Trúc, ngày 06 tháng 10 năm 2021 CHỈ THỊ Về việc chấn chỉnh cho thuê đất bãi ${body}`,
        ).items,
      ),
    ).toBe('I(1(- -) 2) II(1 2)')
  })
})

describe('what stands behind the last item', () => {
  const ends = (lines: string[]) => {
    const { items, closing, evidence } = parseDirective(
      ['ỦY BAN NHÂN DÂN', 'HUYỆN VẠN TRÚC', '', 'KẾ HOẠCH', 'Trồng tre ven sông', '', ...lines].join('\n'),
    )
    let last = items.at(-1)
    while (last && last.items.length > 0) last = last.items.at(-1)
    return { text: last?.text, closing, grades: closing.map((_, at) => evidence[`/closing/${at}`]?.grade) }
  }

  test('paragraphs under a bare heading are its own', () => {
    expect(
      ends([
        'I. MỤC ĐÍCH, YÊU CẦU',
        '1. Mục đích',
        'Giữ bờ sông khỏi lở trong mùa lũ.',
        'Có thêm tre cho các làng nghề.',
        'Người dân cùng trồng, cùng giữ.',
      ]),
    ).toMatchObject({
      text: 'Giữ bờ sông khỏi lở trong mùa lũ.\nCó thêm tre cho các làng nghề.\nNgười dân cùng trồng, cùng giữ.',
      closing: [],
    })
  })

  test('up to the one that ends the document', () => {
    expect(
      ends([
        '1. Kinh phí',
        'Lấy từ quỹ của các thôn.',
        'Phần còn thiếu do huyện cấp.',
        'Trên đây là Kế hoạch trồng tre ven sông năm 2023.',
        'Các thôn báo cáo kết quả trước mùa lũ./.',
      ]),
    ).toEqual({
      text: 'Lấy từ quỹ của các thôn.\nPhần còn thiếu do huyện cấp.',
      closing: ['Trên đây là Kế hoạch trồng tre ven sông năm 2023.', 'Các thôn báo cáo kết quả trước mùa lũ./.'],
      grades: ['certain', 'certain'],
    })
  })

  test('of whole items nobody knows for certain whether a further sentence belongs to them', () => {
    expect(ends(['1. Rà soát bờ sông.', '2. Trồng tre.', 'Mùa lũ năm ngoái bờ sông lở nhiều nơi.'])).toMatchObject({
      closing: ['Mùa lũ năm ngoái bờ sông lở nhiều nơi.'],
      grades: ['likely'],
    })
  })

  test('the issuer who asks ends the document', () => {
    expect(
      ends(['1. Rà soát bờ sông.', '2. Trồng tre.', 'Ủy ban nhân dân huyện yêu cầu các thôn thực hiện nghiêm.']),
    ).toMatchObject({
      closing: ['Ủy ban nhân dân huyện yêu cầu các thôn thực hiện nghiêm.'],
      grades: ['certain'],
    })
  })
})
