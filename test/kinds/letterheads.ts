/** Letterheads by kind of what makes them hard: bodies, number, place and date. Names are made up. */
import { headed, ITEMS, type Kind, MOTTO, STATE } from './common.ts'

/** Place and date wrapped within the name or before the year, with wide gaps between their words. */
const WRAPPED: Kind[] = (
  [
    [
      'within the place',
      ['                                             Sông', 'lam, ngày  09  tháng 5  năm 2003'],
      'Sông lam',
    ],
    [
      'within a place of four syllables',
      ['                                             Thành phố Bắc', 'Quỳnh, ngày 9 tháng 5 năm 2003'],
      'Thành phố Bắc Quỳnh',
    ],
    ['before the year', ['                              Hà nội, ngày  09   tháng  5   năm', '2003'], 'Hà nội'],
    ['before the month', ['                              Đồng Mây, ngày 09', 'tháng 5 năm 2003'], 'Đồng Mây'],
    ['wide gaps', ['Hà nội, ngày  09   tháng  5   năm 2003'], 'Hà nội'],
    ['wider gaps', ['Đồng Mây,   ngày   09   tháng   5   năm   2003'], 'Đồng Mây'],
  ] as const
).map(
  ([name, lines, place]): Kind => [
    `place and date wrapped ${name}`,
    [
      'BỘ MỤC SÚC                     ' + STATE,
      '-*-                                  ' + MOTTO,
      'Số:      40   /2003/TT/BMS               ------------',
      ...lines,
      '',
      'THÔNG TƯ',
      'Hướng dẫn trực chuồng mùa rét',
      '',
      '1. Các Sở cử người trực chuồng.',
      '2. Báo cáo Bộ hằng tuần.',
    ],
    {
      number: '40/2003/TT/BMS',
      place,
      date: '2003-05-09',
      issuer: 'BỘ MỤC SÚC',
      subject: 'Hướng dẫn trực chuồng mùa rét',
    },
  ],
)

/** A sentence above the signature that names a day, and no place. */
const NO_PLACE: Kind[] = ['Từ ngày 01/01/2017.', 'Đến ngày 30/6/2017.', 'Trước ngày 15/8/2017.'].map(
  (sentence): Kind => [
    `no place and date below the text: ${sentence}`,
    [
      'BỘ MỤC SÚC',
      STATE,
      MOTTO,
      'THÔNG TƯ',
      'Hướng dẫn trực chuồng mùa rét',
      '',
      'Điều 1. Trực chuồng',
      'Các Sở cử người trực chuồng.',
      'Điều 2. Hiệu lực',
      sentence,
      'BỘ TRƯỞNG',
      '',
      'Lò Văn Pản',
    ],
    { place: null, date: null },
  ],
)

/** Days that a pen or an engine spoilt: the month and year alone are sure. */
const SPOILT_DAYS: Kind[] = (['2|', '|2', '¿9', '2\\', '0|', '/ℓ', '“4'] as const).map(
  (day): Kind => [
    `spoilt day ${day}`,
    [
      `ỦY BAN NHÂN DÂN ${STATE}`,
      `XÃ ĐỒNG MÂY ${MOTTO}`,
      `Số: 68/TB-UBND Đồng Mây, ngày ${day} tháng 10 năm 2021`,
      'THÔNG BÁO',
      'Kết quả đếm bò',
      ...ITEMS,
    ],
    { place: 'Đồng Mây', date: '2021-10' },
  ],
)

/** Units that are joined by a sign. */
const JOINED_UNITS: Kind[] = ['12/ĐLĐM-KT+AT', '7/EVNĐM-P1+P2', '45/CV-TC&HC', '3/TTr-KH+TV&ĐT'].map((number) => [
  `joined units ${number}`,
  headed(number, 'Đề nghị tỉa cây dưới đường dây', '', 'Kính gửi: Các thôn.', ...ITEMS),
  { number, notation: number.replace(/^\d+\//, '') },
])

/** The line of the number, spoilt by a pen, is no body's name. */
const SPOILT_NUMBERS: Kind[] = (
  [
    ['sồ: ŸÊ&/KH-TCCN', 'KH-TCCN'],
    ['Sö: 57/KH-TCCN', 'KH-TCCN'],
    ['Sóz2/222../KH-TCCN', 'KH-TCCN'],
    ['SỐ: Aø)KH-TCCN', 'KH-TCCN'],
    ['$ố: 4đ /KH-TCCN', 'KH-TCCN'],
    ['S4: ÂÐ7/KH-TCCN', 'KH-TCCN'],
    ['A5 /KH-TCCN', 'KH-TCCN'],
    ['Số: 4đŸKH-TCCN', 'KH-TCCN'],
    ['Số:        KH-TCCN', 'KH-TCCN'],
    ['Sô :ˆ3É/KH-TCCN', 'KH-TCCN'],
  ] as const
).map(
  ([line, notation]): Kind => [
    `spoilt number ${line}`,
    [
      `BỘ MỤC SÚC ${STATE}`,
      `TRƯỜNG TRUNG CẤP THÚ Y ${MOTTO}`,
      'ĐỒNG MÂY',
      '',
      line,
      'Đồng Mây, ngày 09 tháng 5 năm 2023',
      'KẾ HOẠCH',
      'Đưa học sinh xuống trại',
      '',
      'Căn cứ Nội quy của Trường;',
      ...ITEMS,
    ],
    { issuer: 'TRƯỜNG TRUNG CẤP THÚ Y ĐỒNG MÂY', parentIssuer: 'BỘ MỤC SÚC', notation },
  ],
)

/** Notations that go on in the next line, serials with a point. */
const NUMBERS: Kind[] = [
  ...(
    [
      [['Số: 71 /HD-BMS-BTL-                   Hà Nội, ngày 09 tháng 5 năm 2003', ' BLN-BYT'], '71/HD-BMS-BTL-BLN-BYT'],
      [['Số: 71/HDLT-BMS-                   Hà Nội, ngày 09 tháng 5 năm 2003', 'BTL'], '71/HDLT-BMS-BTL'],
      [
        ['Số: 16 /TTLB-BMS-BTL-                   Hà Nội, ngày 09 tháng 5 năm 2003', ' BLN-BYT'],
        '16/TTLB-BMS-BTL-BLN-BYT',
      ],
      [['Số: 7/2003/TTLT/                   Hà Nội, ngày 09 tháng 5 năm 2003', 'BMS-BTL'], '7/2003/TTLT/BMS-BTL'],
      [
        ['Số: 7/2003/TTLT-BMS-BTL', '-BLN                  Hà Nội, ngày 09 tháng 5 năm 2003'],
        '7/2003/TTLT-BMS-BTL-BLN',
      ],
    ] as const
  ).map(
    ([lines, number]): Kind => [
      `number goes on: ${number}`,
      [
        ' BỘ MỤC SÚC - BỘ THỦY LỢI                     ' + STATE,
        '   - BỘ LÂM NGHIỆP - BỘ Y TẾ                       ' + MOTTO,
        '',
        ...lines,
        '',
        '',
        '                                HƯỚNG DẪN',
        '                      Về việc tắm cho bò',
        ...ITEMS,
      ],
      {
        number,
        issuer: 'BỘ MỤC SÚC - BỘ THỦY LỢI - BỘ LÂM NGHIỆP - BỘ Y TẾ',
        parentIssuer: null,
        place: 'Hà Nội',
        date: '2003-05-09',
        subject: 'Về việc tắm cho bò',
      },
    ],
  ),
  [
    'serial with a point',
    headed('66.12/2025/NQ-CP', 'NGHỊ QUYẾT', 'Về việc gỡ khó cho vùng chè', ...ITEMS),
    { number: '66.12/2025/NQ-CP' },
  ],
]

/** Bodies that issue together, over lines, and one that stands below another. */
const JOINT: Kind[] = (
  [
    [['BỘ MỤC SÚC - BỘ THỦY LỢI', '- BỘ Y TẾ'], 'BỘ MỤC SÚC - BỘ THỦY LỢI - BỘ Y TẾ', null],
    [['BỘ MỤC SÚC - BỘ THỦY LỢI -', 'BỘ Y TẾ'], 'BỘ MỤC SÚC - BỘ THỦY LỢI - BỘ Y TẾ', null],
    [['BỘ MỤC SÚC – TỔNG CỤC', 'THỦY LỢI – BỘ Y TẾ'], 'BỘ MỤC SÚC – TỔNG CỤC THỦY LỢI – BỘ Y TẾ', null],
    [['UBND HUYỆN SÔNG LAM', 'BQL CÁC BẾN ĐÒ', 'SÔNG LAM'], 'BQL CÁC BẾN ĐÒ SÔNG LAM', 'UBND HUYỆN SÔNG LAM'],
    [['HUYỆN ĐOÀN SÔNG LAM', 'BCH ĐOÀN XÃ ĐỒNG MÂY'], 'BCH ĐOÀN XÃ ĐỒNG MÂY', 'HUYỆN ĐOÀN SÔNG LAM'],
    [['ĐẢNG ỦY XÃ ĐỒNG MÂY', 'BCĐ LỄ HỘI XUỐNG ĐỒNG'], 'BCĐ LỄ HỘI XUỐNG ĐỒNG', 'ĐẢNG ỦY XÃ ĐỒNG MÂY'],
    [['LĐLĐ TỈNH SÔNG LAM', 'BCH CÔNG ĐOÀN NGÀNH Y TẾ'], 'BCH CÔNG ĐOÀN NGÀNH Y TẾ', 'LĐLĐ TỈNH SÔNG LAM'],
    [['SỞ Y TẾ SÔNG LAM', 'TTYT HUYỆN ĐỒNG MÂY'], 'TTYT HUYỆN ĐỒNG MÂY', 'SỞ Y TẾ SÔNG LAM'],
    [['UBND HUYỆN SÔNG LAM', 'BCH PCTT VÀ TKCN'], 'BCH PCTT VÀ TKCN', 'UBND HUYỆN SÔNG LAM'],
    [['ĐOÀN ĐẠI HỌC SÔNG LAM', 'BCH ĐOÀN TRƯỜNG ĐH MỎ'], 'BCH ĐOÀN TRƯỜNG ĐH MỎ', 'ĐOÀN ĐẠI HỌC SÔNG LAM'],
  ] as const
).map(
  ([lines, issuer, parentIssuer]): Kind => [
    `bodies: ${lines.join(' | ')}`,
    [
      ...lines
        .map((line, at) => line.padEnd(52) + [STATE, MOTTO][at]?.padStart(0))
        .map((line) => line.replace('undefined', '')),
      'Số: 12/KH-X                         Đồng Mây, ngày 09 tháng 5 năm 2023',
      '',
      'KẾ HOẠCH',
      'Trồng cây đầu xuân',
      ...ITEMS,
    ],
    { issuer, parentIssuer },
  ],
)

/** Names of communes that read like the word for an office without their marks. */
const COMMUNES: Kind[] = (
  [
    [
      ['ĐẢNG BỘ TỈNH THANH GIANG', 'ĐẢNG ỦY XÃ PHONG HẢI'],
      'ĐẢNG ỦY XÃ PHONG HẢI',
      'ĐẢNG BỘ TỈNH THANH GIANG',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
    ],
    [
      ['ĐẢNG BỘ TỈNH THANH GIANG', 'ĐẢNG ỦY PHƯỜNG CỰC LẠC'],
      'ĐẢNG ỦY PHƯỜNG CỰC LẠC',
      'ĐẢNG BỘ TỈNH THANH GIANG',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
    ],
    [['ỦY BAN NHÂN DÂN', 'XÃ PHONG THỊNH'], 'ỦY BAN NHÂN DÂN XÃ PHONG THỊNH', null, STATE],
    [['ỦY BAN NHÂN DÂN', 'XÃ ĐÔNG VIỆT NAM'], 'ỦY BAN NHÂN DÂN XÃ ĐÔNG VIỆT NAM', null, STATE],
    [['ỦY BAN NHÂN DÂN', 'PHƯỜNG HẢI NAM'], 'ỦY BAN NHÂN DÂN PHƯỜNG HẢI NAM', null, STATE],
    [['HỘI ĐỒNG NHÂN DÂN', 'TỈNH QUẢNG NAM'], 'HỘI ĐỒNG NHÂN DÂN TỈNH QUẢNG NAM', null, STATE],
    [['UBND HUYỆN LÝ NHÂN', 'PHÒNG NỘI VỤ'], 'PHÒNG NỘI VỤ', 'UBND HUYỆN LÝ NHÂN', STATE],
    [['BAN CHỈ ĐẠO', 'SỐ HÓA SỔ RUỘNG TỈNH LÝ NHÂN'], 'BAN CHỈ ĐẠO SỐ HÓA SỔ RUỘNG TỈNH LÝ NHÂN', null, STATE],
    [
      ['ĐẢNG BỘ KHỐI CƠ QUAN TỈNH', 'ĐẢNG ỦY SỞ MỤC SÚC'],
      'ĐẢNG ỦY SỞ MỤC SÚC',
      'ĐẢNG BỘ KHỐI CƠ QUAN TỈNH',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
    ],
    [['ỦY BAN NHÂN DÂN THÀNH PHỐ', 'SỞ Y TẾ'], 'SỞ Y TẾ', 'ỦY BAN NHÂN DÂN THÀNH PHỐ', STATE],
    [['ỦY BAN NHÂN DÂN THÀNH PHỐ', 'HỘI AN'], 'ỦY BAN NHÂN DÂN THÀNH PHỐ HỘI AN', null, STATE],
    [['UBND XÃ BAN CÔNG', 'TRẠM Y TẾ'], 'TRẠM Y TẾ', 'UBND XÃ BAN CÔNG', STATE],
  ] as const
).map(
  ([lines, issuer, parentIssuer, title]): Kind => [
    `commune: ${lines.join(' | ')}`,
    [
      ...lines,
      '-------',
      'Số 07-KH/ĐU',
      title,
      ...(title === STATE ? [MOTTO] : []),
      'Phong Hải, ngày 12 tháng 9 năm 2025',
      '',
      'KẾ HOẠCH',
      'Tổng vệ sinh môi trường',
      ...ITEMS,
    ],
    { issuer, parentIssuer },
  ],
)

/** The line break stands within a word of the name: `SỐ` begins no body's. */
const PARTED: Kind[] = (
  [
    [['BAN CHỈ ĐẠO CHUYỂN ĐỔI', 'SỐ XÃ ĐỒNG MÂY'], 'BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ XÃ ĐỒNG MÂY'],
    [
      ['TIỂU BAN CHỈ ĐẠO', 'VỀ ĐƯỜNG TRUYỀN, KHO LƯU TRỮ', 'SỐ VÀ GIỮ GÌN MẠNG'],
      'TIỂU BAN CHỈ ĐẠO VỀ ĐƯỜNG TRUYỀN, KHO LƯU TRỮ SỐ VÀ GIỮ GÌN MẠNG',
    ],
    [['TỔ CÔNG TÁC CHUYỂN ĐỔI', 'SỐ VÀ LƯU TRỮ'], 'TỔ CÔNG TÁC CHUYỂN ĐỔI SỐ VÀ LƯU TRỮ'],
  ] as const
).map(
  ([name, issuer]): Kind => [
    `parted: ${issuer}`,
    [
      ...name,
      STATE,
      MOTTO,
      'Số: 4/KH-CĐS',
      'Đồng Mây, ngày 09 tháng 5 năm 2023',
      '',
      'KẾ HOẠCH',
      'Mở lớp học tối',
      ...ITEMS,
    ],
    { issuer, parentIssuer: null, subject: 'Mở lớp học tối' },
  ],
)

/** A decision under two lines of a letterhead. */
const under = (first: string, second: string) => [
  `${first}          ${STATE}`,
  `${second}                ${MOTTO}`,
  '',
  'Số: 14/QĐ-TC                 Đồng Mây, ngày 09 tháng 5 năm 1987',
  '',
  'QUYẾT ĐỊNH',
  'Về việc mua thuyền',
  ...ITEMS,
]

/** A body below another, by words of which no list of offices today knows; one whose place reads like an office's word. */
const BELOW: Kind[] = (
  [
    ['UBND TỈNH ĐỒNG MÂY', 'TY BƯU ĐIỆN'],
    ['LIÊN MINH HỢP TÁC XÃ TỈNH ĐỒNG MÂY', 'HTX MUỐI BÃI SẬY'],
    ['CĐ GIÁO DỤC HUYỆN BẾN TRÀ', 'CĐCS TRƯỜNG TIỂU HỌC BÃI SẬY'],
    ['SỞ VĂN HÓA ĐỒNG MÂY', 'ĐOÀN CẢI LƯƠNG'],
    ['SỞ NÔNG LÂM ĐỒNG MÂY', 'TRẠI GIỐNG LÚA BÃI SẬY'],
    ['LIÊN HIỆP CÁC XÍ NGHIỆP DỆT', 'NHÀ MÁY SỢI PHONG LÂM'],
    ['LIÊN HIỆP CÁC XÍ NGHIỆP DỆT', 'LÂM TRƯỜNG TRỒNG RỪNG PHONG THỔ'],
  ] as const
).map(
  ([parentIssuer, issuer]): Kind => [`below another: ${issuer}`, under(parentIssuer, issuer), { issuer, parentIssuer }],
)

/** A place whose first word reads like an office's without its marks. */
const PLACES: Kind[] = (
  [
    ['NHÀ MÁY SỢI', 'PHONG LÂM'],
    ['LÂM TRƯỜNG TRỒNG RỪNG', 'PHONG THỔ'],
    ['XÍ NGHIỆP GẠCH NGÓI', 'CUC SẬY'],
  ] as const
).map(
  ([first, second]): Kind => [
    `a place below a body: ${second}`,
    under(first, second),
    { issuer: `${first} ${second}`, parentIssuer: null },
  ],
)

/** Hours of telegrams before the day. */
const HOURS: Kind[] = ['08h00', '8 giờ 30 phút,', '08h', 'lúc 17 giờ', "hồi 10h30'"].map((hour) => [
  `the hour before the day: ${hour}`,
  [
    'BỘ NGƯ NGHIỆP',
    'Số: 31/CĐ-BNN',
    `Hà Nội, ${hour} ngày 28 tháng 11 năm 2008`,
    '',
    'CÔNG ĐIỆN',
    'Về việc tránh bão',
    ...ITEMS,
  ],
  { place: 'Hà Nội', date: '2008-11-28', subject: 'Về việc tránh bão' },
])

/** A body above that is seldom named so, or that lost its first letter's place to a stroke. */
const ABOVE: Kind[] = [
  ['the unions of the country', 'TỔNG CÔNG ĐOÀN VIỆT NAM', 'CÔNG ĐOÀN ĐƯỜNG GOÒNG'],
  ['a district over a cooperative', 'HUYỆN SÔNG HẬU', 'HỢP TÁC XÃ NÔNG NGHIỆP VŨ MÂY'],
].map(
  ([name, parentIssuer, issuer]): Kind => [
    `above: ${name}`,
    [
      `${parentIssuer}                       ${STATE}`,
      `${issuer}                 ${MOTTO}`,
      '',
      'Số 67/VP                              Vũ Mây, ngày 18 tháng 4 năm 1984',
      '',
      'THÔNG BÁO',
      'Về việc chia lúa giống',
      ...ITEMS,
    ],
    { parentIssuer: parentIssuer as string, issuer: issuer as string },
  ],
)

/** Both bodies on one line. */
const ON_ONE_LINE: Kind[] = [
  ['BỘ NGƯ NGHIỆP & PTNT', 'TRƯỜNG ĐẠI HỌC BIỂN HỒ'],
  ['SỞ Y TẾ VẠN HÀ', 'BỆNH VIỆN MẮT'],
  ['SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG VẠN HÀ', 'CHI CỤC BIỂN VÀ ĐẢO'],
].map(
  ([parentIssuer, issuer]): Kind => [
    `on one line: ${issuer}`,
    [
      `${parentIssuer} ${issuer}          ${STATE}`,
      `                                   ${MOTTO}`,
      'Số: 110/TB-VP                      Vạn Hà, ngày 03 tháng 12 năm 2018',
      '',
      'THÔNG BÁO',
      'Về lịch trực Tết',
      ...ITEMS,
    ],
    { parentIssuer: parentIssuer as string, issuer: issuer as string },
  ],
)

/** A serial far from its initials, which no dash joins. */
const FAR: Kind[] = [
  [
    'a wide gap before initials with a bar',
    [
      `BỘ MỤC SÚC                          ${STATE}`,
      `                                    ${MOTTO}`,
      'Số:     17       MS/KL',
      '                                    Hà nội, ngày    5    tháng   3     năm   1991',
      '',
      'CHỈ THỊ',
      'Về việc dự trữ cỏ khô',
      ...ITEMS,
    ],
    { number: '17MS/KL', date: '1991-03-05' },
  ],
]

export const LETTERHEADS: Kind[] = [
  ...ABOVE,
  ...ON_ONE_LINE,
  ...FAR,
  ...BELOW,
  ...PLACES,
  ...HOURS,
  ...PARTED,
  ...WRAPPED,
  ...NO_PLACE,
  ...SPOILT_DAYS,
  ...JOINED_UNITS,
  ...SPOILT_NUMBERS,
  ...NUMBERS,
  ...JOINT,
  ...COMMUNES,
]
