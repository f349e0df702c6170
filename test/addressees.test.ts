/** Who a document is sent to, in the ways that letters, invitations and telegrams print it. */
import { describe, expect, test } from 'vitest'
import { parseDirective } from '../src/pipeline.ts'

const HEAD = [
  'ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'HUYỆN ĐỒI CHÈ\tĐộc lập - Tự do - Hạnh phúc',
  'Số: 31/UBND-VP\tĐồi Chè, ngày 06 tháng 10 năm 2021',
  'V/v sửa đường vào chợ',
  '',
]
const BODY = ['', '1. Thôn Thượng sửa cầu.', '2. Thôn Hạ đắp đường.', '', 'CHỦ TỊCH', '', 'Lò Văn Pản']
const read = (...lines: string[]) => parseDirective([...HEAD, ...lines, ...BODY].join('\n'))

const OFFICES = [
  'Các phòng: Nội vụ, Kinh tế, Văn hóa, Y tế, Tư pháp, Thanh tra và Đội Quản lý đường bộ',
  'Ông Lò Văn Pản, Trưởng ban quản lý chợ Đồi Chè, nguyên Chủ nhiệm hợp tác xã',
  'Công an huyện',
]

describe('addressees', () => {
  test.each<[string, string[], string[]]>([
    ['long entries below the cue', ['Kính gửi:', '', ...OFFICES.map((each) => `- ${each};`)], OFFICES],
    [
      'long entries whose cue has a blank behind it',
      [' Kính gửi: ', '', '', `- ${OFFICES[0]}; `, `- ${OFFICES[1]}.`],
      OFFICES.slice(0, 2),
    ],
    ['a cue broken over two lines', ['Kính', 'gửi: Công an huyện.'], ['Công an huyện']],
    [
      'a cue broken over two lines in the middle of the page',
      ['            Kính', '            gửi:', '- Công an huyện;', '- Ban Dân tộc.'],
      ['Công an huyện', 'Ban Dân tộc'],
    ],
    ['entries with plus signs', ['Kính gửi: + Sở Tư pháp;', '+ Công an tỉnh.'], ['Sở Tư pháp', 'Công an tỉnh']],
    [
      'numbered entries',
      ['Kính gửi:', '1. Sở Tư pháp;', '2. Công an tỉnh, các', '   đồn biên phòng;', '3. Ban Dân tộc.'],
      ['Sở Tư pháp', 'Công an tỉnh, các đồn biên phòng', 'Ban Dân tộc'],
    ],
    [
      'lines without a mark',
      ['          Kính gửi:', '              Sở Tư pháp', '              Công an tỉnh', '              Ban Dân tộc'],
      ['Sở Tư pháp', 'Công an tỉnh', 'Ban Dân tộc'],
    ],
    [
      'lines without a mark that end in commas',
      ['Kính gửi:', 'Phòng Tư pháp,', 'Công an huyện.'],
      ['Phòng Tư pháp', 'Công an huyện'],
    ],
    [
      'a second line without a mark beside the cue',
      ['      Kính gửi: Phòng Kinh tế các huyện, thị xã', '                Các hợp tác xã'],
      ['Phòng Kinh tế các huyện, thị xã', 'Các hợp tác xã'],
    ],
    [
      'three lines without a mark, set in from the cue, above a sentence',
      [
        'Kính gửi:    Các thôn trên địa bàn',
        '             Công an huyện',
        '             Ban quản lý các khu, cụm',
        '             công nghiệp huyện',
        '',
        'Huyện yêu cầu sửa đường.',
      ],
      ['Các thôn trên địa bàn', 'Công an huyện', 'Ban quản lý các khu, cụm công nghiệp huyện'],
    ],
    [
      'a name that goes on with a place',
      ['Kính gửi: Ủy ban nhân dân thành phố', '          Hội An'],
      ['Ủy ban nhân dân thành phố Hội An'],
    ],
    [
      'a name that goes on in small letters',
      ['Kính gửi: Ban quản lý các khu, cụm', '          công nghiệp huyện'],
      ['Ban quản lý các khu, cụm công nghiệp huyện'],
    ],
    [
      'several on one line',
      ['Kính gửi: Sở Tư pháp; Công an tỉnh;', '          Ban Dân tộc.'],
      ['Sở Tư pháp', 'Công an tỉnh', 'Ban Dân tộc'],
    ],
    [
      'one with the persons in brackets',
      ['Kính gửi: Sở Tư pháp (đ/c Hà; Phòng Công chứng).'],
      ['Sở Tư pháp (đ/c Hà; Phòng Công chứng)'],
    ],
    [
      'a long last one without a mark',
      ['Kính gửi: Sở Tư pháp;', '          Ủy ban nhân dân các xã, thị trấn ven suối Chè trên địa bàn huyện Đồi Chè.'],
      ['Sở Tư pháp', 'Ủy ban nhân dân các xã, thị trấn ven suối Chè trên địa bàn huyện Đồi Chè'],
    ],
    [
      'a second cue',
      ['Kính gửi:', '- Sở Tư pháp;', '- Công an tỉnh.', 'Đồng kính gửi:\t- Ban Dân tộc.'],
      ['Sở Tư pháp', 'Công an tỉnh', 'Ban Dân tộc'],
    ],
    [
      'a second cue on the line of an entry',
      ['Kính gửi: Sở Tư pháp. Đồng gửi: Công an tỉnh.'],
      ['Sở Tư pháp', 'Công an tỉnh'],
    ],
    [
      'what an engine read in a stamp',
      ['Kính gửi:', 'Gi..~8kẽ 01z1. w', '- Sở Tư pháp; „', '- Công an tỉnh.'],
      ['Sở Tư pháp', 'Công an tỉnh'],
    ],
    ['what it read behind the full stop', ['Kính gửi: Sở Tư pháp. GêZ K4 Xa'], ['Sở Tư pháp']],
    ['what it read on a line of its own', ['Kính gửi: Sở Tư pháp.', 'Zr K4'], ['Sở Tư pháp']],
    ['a pen on the dotted line', ['Kính gửi:...... Ngh.....pxi,....pMx.. ——...'], []],
  ])('%s', (_, lines, addressees) => {
    const record = read(...lines)
    expect(record.addressees).toEqual(addressees)
    expect(record.items.map(({ label }) => label)).toEqual(['1', '2'])
  })

  test.each([
    [
      [
        'Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh',
        'Sở Tư pháp nhận được đơn của Hội Nuôi ong huyện Đồi Chè đề nghị',
        'cấp sổ cho hội viên. Sở đã xem xét và có ý kiến.',
      ],
    ],
    [['Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh;', '   Hội Nuôi ong yêu cầu:']],
    [['Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh.', '', 'Hội Nuôi ong đề nghị các xã sửa đường.']],
    [
      [
        'Kính gửi:',
        '- Chủ tịch Ủy ban nhân dân tỉnh.',
        '',
        '- Căn cứ biên bản họp thôn;',
        'Hội Nuôi ong có ý kiến như sau:',
      ],
    ],
  ])('end where the text begins: %j', (lines) => {
    const record = read(...lines)
    expect(record.addressees).toEqual(['Chủ tịch Ủy ban nhân dân tỉnh'])
    expect(record.preamble.length).toBeGreaterThan(0)
  })

  test.each([
    [['CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN điện:', '- Các phòng, ban huyện;', '- Chủ tịch các xã ven suối.']],
    [['CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN ĐỒI CHÈ điện: Các phòng, ban huyện; Chủ tịch các xã ven suối.']],
    [['      Điện: - Các phòng, ban huyện;', '            - Chủ tịch các xã ven suối.']],
  ])('of a telegram: %j', (lines) => {
    const head = [
      ...HEAD.slice(0, 2),
      'Số: 4/CĐ-UBND\tĐồi Chè, ngày 06 tháng 10 năm 2021',
      '',
      'CÔNG ĐIỆN',
      'Về việc chống sạt lở',
      '',
    ]
    const record = parseDirective(
      [...head, ...lines, '', 'Đêm qua suối Chè dâng cao, nhiều đoạn đường bị sạt.', ...BODY].join('\n'),
    )
    expect(record.addressees).toEqual(['Các phòng, ban huyện', 'Chủ tịch các xã ven suối'])
  })
})

test('a list of 12,000 addressees ends soon, and none is lost', () => {
  const list = Array.from({ length: 12_000 }, (_, at) => `- Trạm y tế số ${at + 1};`)
  expect(read('Kính gửi:', ...list).addressees).toHaveLength(12_000)
})

test.each([
  ['            Kính gửi: Chủ tịch UBND huyện Đồi Chè', 'Chủ tịch UBND huyện Đồi Chè'],
  ['Kính gửi: HĐND, UBND các xã ven hồ.', 'HĐND, UBND các xã ven hồ'],
  ['  Kính gửi : Công ty TNHH MTV LÂM NGHIỆP', 'Công ty TNHH MTV LÂM NGHIỆP'],
])('initials behind the cue leave no rest of it: %s', (line, addressee) => {
  const record = parseDirective(
    [
      ...HEAD.slice(0, 3),
      '',
      'TỜ TRÌNH',
      'Về việc sửa đường vào chợ',
      '',
      line,
      '',
      'Đường vào chợ Đồi Chè đã hỏng nặng sau đợt mưa lũ đầu tháng mười.',
      ...BODY,
    ].join('\n'),
  )
  expect(record.addressees).toEqual([addressee])
  expect(record.preamble).toEqual(['Đường vào chợ Đồi Chè đã hỏng nặng sau đợt mưa lũ đầu tháng mười.'])
})

describe('what follows an addressee is none', () => {
  test.each<[string, string, string[]]>([
    ['a sentence that ends in a verb of ordering', 'Công an huyện\n\nCầu Bến Đạm đã hỏng.', ['Công an huyện']],
    [
      'a sentence whose actor is one word',
      '- Sở Tư pháp\n- Công an tỉnh\n\nHuyện đề nghị hai nơi làm gấp.',
      ['Sở Tư pháp', 'Công an tỉnh'],
    ],
    ['a short sentence', 'Các thôn trong xã\n\nSuối Chè dâng cao.', ['Các thôn trong xã']],
    ['a short sentence with a colon', 'Trạm Thủy nông\n\nMưa lũ gây vỡ hai đoạn kè:', ['Trạm Thủy nông']],
    [
      'a name in small letters goes on',
      'Ban quản lý các cụm\ncông nghiệp huyện',
      ['Ban quản lý các cụm công nghiệp huyện'],
    ],
  ])('below a blank line: %s', (_, lines, want) => {
    expect(read('', `Kính gửi: ${lines}`).addressees).toEqual(want)
  })

  const line = (sentence: string) =>
    parseDirective(
      `ỦY BAN NHÂN DÂN HUYỆN ĐỒI CHÈ ${'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc'} Số: 31/UBND-VP Đồi Chè, ngày 06 tháng 10 năm 2021 V/v sửa đường vào chợ Kính gửi: ${sentence} 1. Thôn Thượng sửa cầu qua suối Chè trước ngày 20/10/2021, giao Ban quản lý chợ theo dõi. 2. Thôn Hạ đắp đường vào chợ, trồng cây hai bên, báo cáo Ủy ban nhân dân huyện. Nơi nhận: - Như trên; - Lưu: VT. TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Lò Văn Pản`,
    )

  test.each<[string, string, string]>([
    ['Hội Nông dân các xã, thị trấn', 'Ban Thường vụ Hội Nông dân huyện đề nghị:', 'a committee of a body'],
    ['Ủy ban nhân dân các xã, thị trấn', 'Ủy ban nhân dân huyện yêu cầu các xã làm ngay:', 'the same kind of body'],
    ['Các trường trung học cơ sở', 'Phòng Giáo dục và Đào tạo hướng dẫn các trường:', 'an office'],
    ['Sở Tư pháp', 'Thực hiện Công văn số 12/STP, Ủy ban nhân dân huyện báo cáo như sau:', 'an opening word'],
    ['Trưởng các thôn', 'Vừa qua cầu Bến Đạm bị hỏng, Ủy ban nhân dân xã đề nghị:', 'an opening word of time'],
  ])('on one line: %s | %s (%s)', (addressee, sentence) => {
    const { addressees, preamble } = line(`${addressee} ${sentence}`)
    expect(addressees).toEqual([addressee])
    expect(preamble.join(' ')).toContain(sentence.split(' ')[0])
  })

  test('a name with a sentence in it is never certain', () => {
    const { evidence } = line('- Phòng Nội vụ; - Công an huyện. Huyện ủy đề nghị hai cơ quan:')
    expect(evidence['/addressees/0']?.grade).toBe('certain')
    expect(evidence['/addressees/1']?.grade).not.toBe('certain')
  })
})
