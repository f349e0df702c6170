/** Types and subjects by kind of what makes them hard. Names are made up. */
import { headed, ITEMS, type Kind, MOTTO, SMALL_STATE, STATE } from './common.ts'

/** Words behind the type's name on its line that make it a special one, its subject below. */
const EXTENDED: Kind[] = (
  [
    ['GM', 'GIẤY MỜI HỌP', 'Về việc rà soát hộ nuôi cá lồng', 'Giấy mời'],
    ['GM', 'GIẤY MỜI DỰ HỌP', 'Bàn giao bến đò ngang', 'Giấy mời'],
    ['GM', 'GIẤY MỜI DỰ HỘI NGHỊ', 'Tổng kết vụ chè xuân năm 2023', 'Giấy mời'],
    ['GM', 'GIẤY MỜI DỰ HỘI THI', 'Chèo thuyền thúng toàn xã', 'Giấy mời'],
    ['GM', 'GIẤY MỜI DỰ LỄ', 'Khởi công nhà máy chè', 'Giấy mời'],
    ['GM', 'GIẤY MỜI HỌP (LẦN 2)', 'V/v giải quyết đơn về lối đi chung', 'Giấy mời'],
    ['BC', 'BÁO CÁO TÓM TẮT', 'Tình hình kinh tế - xã hội năm 2022', 'Báo cáo'],
    ['GM', 'GIẤY MỜI THAM DỰ', 'Lễ xuống đồng đầu xuân', 'Giấy mời'],
    ['HD', 'HƯỚNG DẪN LIÊN NGÀNH', 'Về việc giao nhận hồ sơ đất rừng', 'Hướng dẫn'],
    ['KH', 'KẾ HOẠCH LIÊN TỊCH', 'Tuần tra bảo vệ rừng mùa khô năm 2023', 'Kế hoạch'],
    ['KH', 'KẾ HOẠCH PHỐI HỢP', 'Tuyên truyền phòng, chống đuối nước', 'Kế hoạch'],
    ['CTr', 'CHƯƠNG TRÌNH PHỐI HỢP', 'Giữ gìn an ninh chợ phiên', 'Chương trình'],
    ['GM', 'GIẤY MỜI HỌP TRỰC TUYẾN', 'Về việc dập dịch trên đàn ong', 'Giấy mời'],
    ['BC', 'BÁO CÁO TỔNG KẾT', 'Về việc làm đường bản', 'Báo cáo'],
    ['TB', 'THÔNG BÁO KẾT LUẬN', 'V/v nạo vét mương Nà Đon', 'Thông báo'],
    ['BC', 'BÁO CÁO KẾT QUẢ', 'thu hoạch vụ chè xuân', null],
  ] as const
).map(
  ([code, heading, subject, type]): Kind => [
    `extended type: ${heading}`,
    headed(`31/${code}-UBND`, heading, subject, '', 'Kính gửi: Các thôn.', ...ITEMS),
    type === null ? { type: 'Báo cáo', subject: `KẾT QUẢ ${subject}` } : { type, subject },
  ],
)

const ACTION: Kind[] = [
  [
    'programme of action of a Party body, enacted by',
    [
      'ĐẢNG BỘ TỈNH ĐỒNG MÂY              ĐẢNG CỘNG SẢN VIỆT NAM',
      'HUYỆN ỦY SÔNG LAM',
      '*',
      'Số 12-CTr/HU                      Sông Lam, ngày 9 tháng 5 năm 2023',
      '',
      'CHƯƠNG TRÌNH HÀNH ĐỘNG',
      'CỦA BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN',
      'thực hiện Nghị quyết số 20-NQ/TU về phát triển vùng chè',
      '-----',
      ...ITEMS,
    ],
    { type: 'Chương trình hành động', subject: 'thực hiện Nghị quyết số 20-NQ/TU về phát triển vùng chè' },
  ],
  [
    'programme of action with its subject alone',
    headed('5/CTr-UBND', 'CHƯƠNG TRÌNH HÀNH ĐỘNG', 'Phát triển nghề nuôi ong giai đoạn 2023 - 2025', ...ITEMS),
    { type: 'Chương trình hành động', subject: 'Phát triển nghề nuôi ong giai đoạn 2023 - 2025' },
  ],
]

const PARTY = (number: string) => [
  'HUYỆN ỦY SÔNG LAM                      ĐẢNG CỘNG SẢN VIỆT NAM',
  '*',
  `Số ${number}                            Sông Lam, ngày 09 tháng 5 năm 2023`,
  '',
]

/** The body that decided, in capitals between type and subject. */
const ENACTED: Kind[] = (
  [
    [
      'NGHỊ QUYẾT',
      ['HỘI NGHỊ LẦN THỨ MƯỜI HAI', 'BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN'],
      ['về trồng rừng phòng hộ ven hồ', 'giai đoạn 2023 - 2028'],
    ],
    ['NGHỊ QUYẾT', ['HỘI NGHỊ BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN', 'LẦN THỨ 7, KHÓA XXI'], ['về nhiệm vụ quý II năm 2023']],
    ['NGHỊ QUYẾT', ['CỦA BAN THƯỜNG VỤ HUYỆN ỦY'], ['về giữ nghề dệt thổ cẩm']],
    ['KẾT LUẬN', ['CỦA THƯỜNG TRỰC HUYỆN ỦY', 'TẠI HỘI NGHỊ GIAO BAN THÁNG 4'], ['về tiến độ làm đường bản']],
    ['KẾT LUẬN', ['BAN THƯỜNG VỤ HUYỆN ỦY'], ['về việc sắp xếp các điểm trường']],
    ['CHỈ THỊ', ['CUA BAN THƯỜNG VỤ HUYỆN ỦY'], ['về phòng, chống rét cho trâu bò', 'trong vụ đông xuân']],
  ] as const
).map(
  ([type, by, subject]): Kind => [
    `enacted by ${by.join(' ')}`,
    [...PARTY('75-KL/HU'), type, ...by, ...subject, '', 'I- TÌNH HÌNH', '', 'Rừng ven hồ còn thưa.'],
    { subject: subject.join(' ') },
  ],
)

/** A remark in brackets belongs to the subject, the note of an enclosure does not. */
const BRACKETED: Kind[] = [
  ...(
    [
      ['TỜ TRÌNH', ['Về việc xin kinh phí sửa cầu treo', '(lần thứ hai)']],
      [
        'TỜ TRÌNH',
        [
          'Về việc đề nghị hợp nhất tổ hòa giải thôn Đoài,',
          'thôn Đông (trước sắp xếp) vào tổ hòa giải thôn Bắc',
          '(trước sắp xếp) thành tổ hòa giải thôn Đông Bắc',
        ],
      ],
      ['TỜ TRÌNH', ['Về việc giao chỉ tiêu trồng rừng năm 2023', '(sau khi xã điều chỉnh quy hoạch', 'ba loại rừng)']],
      ['BÁO CÁO', ['Kết quả tiêm phòng dại cho đàn chó', '(Số liệu tính đến ngày 30/4/2023)']],
      ['KẾ HOẠCH', ['Tổ chức hội thi nấu xôi', '(Thay thế Kế hoạch số 3/KH-UBND ngày 02/02/2023)']],
    ] as const
  ).map(
    ([type, subject]): Kind => [
      `bracketed: ${subject.at(-1)}`,
      headed(
        '98/X-UBND',
        type,
        ...subject,
        '',
        'Kính gửi: Ủy ban nhân dân huyện Sông Lam',
        '',
        'Theo biên bản của thôn;',
        ...ITEMS,
      ),
      { subject: subject.join(' ') },
    ],
  ),
  [
    'bracketed: the note of an enclosure',
    headed(
      '98/QĐ-UBND',
      'QUY CHẾ',
      'Quản lý chợ phiên',
      '(Ban hành kèm theo Quyết định số 98/QĐ-UBND ngày 09/5/2023)',
      '',
      'Điều 1. Phạm vi',
      'Quy chế này quy định việc quản lý chợ phiên.',
    ),
    { subject: 'Quản lý chợ phiên' },
  ],
]

/** The first line of the text, directly between subject and first item. */
const INTRODUCED: Kind[] = (
  [
    ['CHỈ THỊ', 'Về việc tập huấn cứu đuối', 'Trưởng Công an xã chỉ thị:'],
    ['THÔNG BÁO', 'V/v nhận trâu lạc', 'Trạm Thú y xã thông báo:'],
    ['KẾ HOẠCH', 'Trồng cây đầu năm', 'Xã giao việc như sau:'],
    ['HƯỚNG DẪN', 'Ủ men cho lợn', 'Các hộ làm theo các bước:'],
  ] as const
).map(
  ([type, subject, first]): Kind => [
    `below the subject: ${first}`,
    headed('31/X-UBND', type, subject, first, '1. Mỗi thôn cử hai người.', '2. Gom rơm khô.'),
    { subject },
  ],
)

/** No subject stands between the type and the first sentence of the text. */
const OPENED: Kind[] = (
  [
    ['GIẤY MỜI', ['Thực hiện lịch công tác tháng tư, Ban Văn hóa xã tổ chức buổi', 'tập chèo thuyền cho các đội.']],
    [
      'THÔNG BÁO',
      ['Do phải thay cột điện ở ngã ba, Trạm điện xã sẽ cắt điện hai thôn', 'Thượng và Hạ trong sáng chủ nhật.'],
    ],
    ['GIẤY MỜI', ['Nay mương đã đào xong, Hợp tác xã Đồng Mây mời bà con ra nhận', 'nước theo lịch của đội.']],
  ] as const
).map(
  ([type, sentence]): Kind => [
    `no subject above: ${sentence[0]}`,
    headed('31/X-UBND', type, '', ...sentence, ...ITEMS),
    { subject: null },
  ],
)

/** What an engine made of stamps beside, above and within the subject. */
const RUBBLE: Kind[] = [
  [
    'rubble below a letter’s subject',
    [
      `UBND XÃ ĐỒNG MÂY ${STATE}`,
      `TRẠM Y TẾ ${MOTTO}`,
      'Số: 12/TYT Đồng Mây, ngày 09 tháng 5 năm 2023',
      '',
      'V/v phát thuốc tẩy giun',
      'cho học sinh lớp Một',
      '',
      '=—”~ Hê ; ,',
      'Kính gửi: Trường Tiểu học.',
      '',
      'Trạm phát thuốc vào sáng thứ Hai.',
    ],
    { subject: 'V/v phát thuốc tẩy giun cho học sinh lớp Một' },
  ],
  [
    'rubble below a letter’s subject, longer',
    [
      `UBND XÃ ĐỒNG MÂY ${STATE}`,
      `TRẠM Y TẾ ${MOTTO}`,
      'Số: 12/TYT Đồng Mây, ngày 09 tháng 5 năm 2023',
      '',
      'V/v phát thuốc tẩy giun',
      'cho học sinh lớp Một',
      '',
      '»¿ ĐÊ¬ ::., _—”',
      '|\\ |',
      'Kính gửi: Trường Tiểu học.',
      '',
      'Trạm phát thuốc vào sáng thứ Hai.',
    ],
    { subject: 'V/v phát thuốc tẩy giun cho học sinh lớp Một' },
  ],
  [
    'rubble between the lines of a letter’s subject',
    [
      `UBND XÃ ĐỒNG MÂY ${STATE}`,
      `TRẠM Y TẾ ${MOTTO}`,
      'Số: 12/TYT Đồng Mây, ngày 09 tháng 5 năm 2023',
      'V/v phát thuốc tẩy giun',
      '¬› [= » |',
      'cho học sinh lớp Một',
      '',
      'Kính gửi: Trường Tiểu học.',
      '',
      'Trạm phát thuốc vào sáng thứ Hai.',
    ],
    { subject: 'V/v phát thuốc tẩy giun cho học sinh lớp Một' },
  ],
  [
    'rubble before the subject',
    headed(
      '4/CĐ-UBND',
      '¿ / CÔNG ĐIỆN',
      '= Về việc gặt lúa chạy lũ',
      '|',
      'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ điện:',
      '- Các thôn, bản;',
      '- Hợp tác xã Đồng Mây.',
      'Theo dự báo, đêm nay mưa to.',
      'Chủ tịch Ủy ban nhân dân xã yêu cầu:',
      ...ITEMS,
    ),
    { subject: 'Về việc gặt lúa chạy lũ' },
  ],
  [
    'rubble at the end of the first line',
    headed(
      '4/TTr-UBND',
      'TỜ TRÌNH',
      '',
      'Về việc ban hành quy ước chợ phiên vùng cao tháng 5/2023',
      '',
      'bệ Ĝ',
      'Kính gửi: Ủy ban nhân dân huyện.',
      ...ITEMS,
    ),
    { subject: 'Về việc ban hành quy ước chợ phiên vùng cao tháng 5/2023' },
  ],
  [
    'rubble before a line within the subject',
    headed(
      '4/TB-UBND',
      'THÔNG BÁO',
      'Kết luận của Chủ tịch xã về việc giao',
      '——=———ăw. đất làm nhà cho các hộ vùng sạt lở',
      '',
      ...ITEMS,
    ),
    { subject: 'Kết luận của Chủ tịch xã về việc giao đất làm nhà cho các hộ vùng sạt lở' },
  ],
  [
    'a stamp’s rule behind the subject',
    headed(
      '4/CT-UBND',
      'CHỈ THỊ',
      'Về việc tăng cường quản lý giống chè ~ˆ=—',
      'trên địa bàn xã Đồng Mây',
      '“`”—— ;¿',
      '',
      'Thời gian qua, giống chè trôi nổi được bán nhiều.',
      'Chủ tịch xã yêu cầu:',
      ...ITEMS,
    ),
    { subject: 'Về việc tăng cường quản lý giống chè trên địa bàn xã Đồng Mây' },
  ],
]

/** Texts whose capital fonts were lost: letterhead, type and enacting body in small letters. */
const SMALL = (body: string[], number: string) => [
  `${body[0]}                                   ${SMALL_STATE}`,
  `${(body[1] ?? '').padEnd(40)}          ${MOTTO}`,
  `Số: ${number}                             Hà Nội, ngày 09 tháng 5 năm 2003`,
  '',
]
const SMALLS: Kind[] = [
  [
    'small letters: the minister enacts',
    [
      ...SMALL(['Bộ Mục súc'], '52/2003/QĐ-BMS'),
      'quyết định của bộ trưởng bộ mục súc',
      'Về việc cấp sổ theo dõi bò giống',
      ' cho các trại vùng cao',
      '',
      '\tbộ trưởng bộ mục súc',
      '',
      '\t- Căn cứ Pháp lệnh Thú y;',
      '\t- Xét tờ trình của Vụ trưởng Vụ Giống,',
      '',
      'quyết định:',
      '',
      'Điều 1. Cấp sổ cho các trại.',
    ],
    { type: 'Quyết định', issuer: 'Bộ Mục súc', subject: 'Về việc cấp sổ theo dõi bò giống cho các trại vùng cao' },
  ],
  [
    'small letters: the committee enacts',
    [
      ...SMALL(['Ủy ban nhân dân', 'tỉnh Sông Lam'], '52/2003/QĐ-UB'),
      'Quyết định',
      'Về việc thành lập trạm kiểm lâm',
      '',
      'Ủy ban nhân dân tỉnh Sông Lam',
      '',
      'Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân;',
      '',
      'Quyết định:',
      '',
      'Điều 1. Thành lập trạm.',
    ],
    {
      type: 'Quyết định',
      issuer: 'Ủy ban nhân dân tỉnh Sông Lam',
      parentIssuer: null,
      subject: 'Về việc thành lập trạm kiểm lâm',
    },
  ],
  [
    'small letters: the Government enacts',
    [
      ...SMALL(['Chính phủ'], '28/2003/NĐ-CP'),
      'Nghị định của chính phủ',
      '',
      ' Quy định việc cấp phép nuôi ngựa',
      '------',
      '',
      'Chính phủ',
      '',
      '\tCăn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;',
      '',
      'Nghị định:',
      '',
      'Điều 1. Phạm vi điều chỉnh',
      'Nghị định này quy định việc cấp phép.',
    ],
    { type: 'Nghị định', issuer: 'Chính phủ', subject: 'Quy định việc cấp phép nuôi ngựa' },
  ],
  [
    'small letters: letterhead over two lines',
    [
      ...SMALL(['tổng cục chăn nuôi', '    đồng mây'], '71/2003/TT-TCN'),
      '',
      '                               Thông tư',
      '            Hướng dẫn lập sổ đàn dự trữ',
      '',
      '      Thi hành Quyết định số 44/2003/QĐ-BMS, Tổng cục hướng dẫn như sau:',
      '',
      '        1. Chi cục chọn trại làm kho.',
    ],
    { type: 'Thông tư', issuer: 'tổng cục chăn nuôi đồng mây', subject: 'Hướng dẫn lập sổ đàn dự trữ' },
  ],
  [
    'small letters: a bank',
    [
      'ngân hàng nhà nước\tcộng hoà xã hội chủ nghĩa việt nam',
      '       việt nam\tĐộc lập - Tự do - Hạnh phúc',
      '',
      '  Số : 01/2006/TT-NHNN\tHà Nội, ngày 20 tháng 02 năm 2006',
      '',
      '                      Thông tư',
      '          Hướng dẫn việc đổi tiền rách nát',
      '',
      '     Để triển khai Quyết định số 193/2001/QĐ-TTg, Thống đốc hướng dẫn như sau:',
      '',
      '     1. Chi nhánh nhận tiền rách.',
    ],
    { type: 'Thông tư', issuer: 'ngân hàng nhà nước việt nam', subject: 'Hướng dẫn việc đổi tiền rách nát' },
  ],
  [
    'small letters: in a table, a rule without an own number',
    [
      '|ủy ban nhân dân                  |Cộng hòa xã hội chủ nghĩa việt nam  |',
      '|Tỉnh sông lam                    |Độc lập - Tự do - Hạnh phúc         |',
      '|---------                        |_______________                     |',
      '|                                 |Sông Lam, ngày 07 tháng 3 năm 2002  |',
      '',
      'Bản Quy định',
      '',
      'Chính sách khuyến khích trồng quế đối với các',
      '',
      'hộ vùng cao của tỉnh',
      '',
      '(Ban hành kèm theo Quyết định số: 52/2002/QĐ.UB',
      ' ngày 07/3/2002 của UBND tỉnh Sông Lam)',
      '--------',
      '',
      'Chương I',
      '',
      'Những quy định chung',
      '',
      '    Điều 1. Phạm vi',
      '',
      '    Quy định này áp dụng cho các hộ trồng quế.',
    ],
    {
      type: 'Quy định',
      issuer: 'ủy ban nhân dân Tỉnh sông lam',
      subject: 'Chính sách khuyến khích trồng quế đối với các hộ vùng cao của tỉnh',
    },
  ],
  [
    'small letters: the subject cites a decree over several lines',
    [
      ...SMALL(['Bộ mục súc'], '71 /2003/TT-BMS'),
      '',
      'Thông tư',
      '',
      'Hướng dẫn thi hành Nghị  định số: 44/2002/NĐ-CP',
      '',
      '',
      'ngày 09/8/2002 của Chính phủ',
      '',
      'về việc cấp sổ chăn thả',
      '',
      '',
      '      Thi hành Nghị định số: 44/2002/NĐ-CP, Bộ Mục súc hướng dẫn như sau:',
      '',
      '      1- Chủ đàn phải có sổ.',
    ],
    {
      type: 'Thông tư',
      subject: 'Hướng dẫn thi hành Nghị định số: 44/2002/NĐ-CP ngày 09/8/2002 của Chính phủ về việc cấp sổ chăn thả',
    },
  ],
  [
    'small letters: the subject in small letters too, behind it a circular’s citation',
    [
      '|Bộ mục súc                      |   cộng hòa xã hội chủ nghĩa việt nam |',
      '|   ===&===                       |   Độc lập - Tự do - Hạnh phúc        |',
      '|Số:155/2003/TT/BMS               |   ==========                         |',
      '|                                 |Hà nội, ngày 8 tháng 12 năm 2003      |',
      '',
      '',
      ' Thông tư',
      'hướng dẫn bổ sung một số điểm tại Thông tư 60 BMS/CN, ngày',
      '01/09/2001 của Bộ Mục súc  về sổ theo dõi đàn đối với các trại có vốn vay',
      '---------',
      '',
      '',
      '      Để bảo đảm việc theo dõi đàn, Bộ Mục súc hướng dẫn như sau:',
      '',
      '      1- Các trại phải ghi sổ.',
    ],
    {
      type: 'Thông tư',
      issuer: 'Bộ mục súc',
      subject:
        'hướng dẫn bổ sung một số điểm tại Thông tư 60 BMS/CN, ngày 01/09/2001 của Bộ Mục súc về sổ theo dõi đàn đối với các trại có vốn vay',
    },
  ],
]

/** Urgency beside the type, spoilt too. */
const URGENT: Kind[] = (
  [
    [['HỎA TỐC CÔNG ĐIỆN'], 'Công điện', 'Hỏa tốc'],
    [['HÕA TỐC GIẤY MỜI'], 'Giấy mời', 'Hỏa tốc'],
    [['CÔNG ĐIỆN KHẨN'], 'Công điện', 'Khẩn'],
    [['THƯỢNG KHẨN THÔNG BÁO'], 'Thông báo', 'Thượng khẩn'],
    [['HỎA TỐC', 'THƯ MỜI'], 'Thư mời', 'Hỏa tốc'],
    [['họa tếc]', 'HỎA TỐC THƯ MỜI'], 'Thư mời', 'Hỏa tốc'],
  ] as const
).map(
  ([lines, type, urgency]): Kind => [
    `urgent: ${lines.join(' | ')}`,
    [
      `UBND HUYỆN SÔNG LAM ${STATE}`,
      `PHÒNG THÚ Y ${MOTTO}`,
      '',
      'Số: 40/X-PTY Sông Lam, ngày 09 tháng 5 năm 2023',
      '',
      ...lines,
      '',
      'Bàn việc dập dịch lở mồm',
      'ở bản Đoài',
      '',
      'Phòng mời các xã đến trụ sở bàn việc dập dịch.',
      '1. Giờ: 7 giờ sáng.',
    ],
    { type, urgency, subject: 'Bàn việc dập dịch lở mồm ở bản Đoài' },
  ],
)

/** Below the type stands no subject, only the text. */
const NO_SUBJECT: Kind[] = (
  [
    [
      'GIẤY MỜI',
      [
        '    Theo lịch công tác tháng Năm, Trạm Thú y cùng các thôn vùng cao',
        'mở lớp tập huấn về cách ủ chua cỏ voi và cách giữ ấm',
        'chuồng trại trong mùa rét.',
      ],
    ],
    [
      'GIẤY MỜI',
      [
        '    Ủy ban nhân dân xã Đồng Mây trân trọng kính mời đại diện các hộ nuôi',
        'bò về dự buổi tập huấn cách ủ chua cỏ voi.',
      ],
    ],
    [
      'THÔNG BÁO',
      [
        '    Trong những ngày qua, trên địa bàn xã có mưa to kéo dài, nhiều',
        'chuồng trại bị tốc mái. Ủy ban nhân dân xã thông báo:',
      ],
    ],
    ['GIẤY MỜI', ['    Để chuẩn bị cho vụ chè xuân, Hợp tác xã Đồng Mây mời các hộ đến', 'họp tại nhà văn hóa thôn.']],
    ['THÔNG BÁO', ['    Nhân dịp đầu xuân, Ủy ban nhân dân xã tổ chức hội thi nấu xôi cho', 'các thôn, bản.']],
  ] as const
)
  .map(
    ([type, text]): Kind =>
      [
        `no subject: ${text[0].trim()}`,
        headed(
          '85/X-UBND',
          `                                 ${type}`,
          '',
          ...text,
          '   1. Người dạy: Ông Bùi Quốc Tuấn.',
          '    2. Giờ: hai giờ chiều.',
        ),
        { type, subject: null },
      ].map((x) => x) as unknown as Kind,
  )
  .map(
    ([name, lines, want]): Kind => [
      name,
      lines,
      { ...want, type: (want.type as string)[0] + (want.type as string).slice(1).toLowerCase() },
    ],
  )

/** A crawler's line that holds the heading, the subject and the first words of the text. */
const CRAWLED: Kind[] = (
  [
    [
      'QUYẾT ĐỊNH',
      'VỀ GIỜ MỞ CHỢ, GIỜ ĐÓNG CHỢ VÀ VIỆC TRÔNG XE',
      'Căn cứ Luật Thương mại; Luật Giá đã được Quốc hội thông qua và các văn bản của tỉnh về phí chợ phiên vùng cao, phí trông giữ xe;',
    ],
    [
      'CHỈ THỊ',
      'VỀ VIỆC ĐO ĐẠC BÃI CHĂN THẢ TRONG TOÀN TỈNH',
      'Ngày 24 tháng 6 năm 2020 Ủy ban nhân dân tỉnh đã ra Quyết định số 169/QĐ-UBND về bãi chăn thả. Từ đó đến nay các huyện làm chậm.',
    ],
    [
      'NGHỊ QUYẾT',
      'VỀ ĐẤT CHĂN THẢ DO TỈNH QUẢN LÝ TRƯỚC NGÀY 01 THÁNG 7 NĂM 1991',
      'HỘI ĐỒNG NHÂN DÂN TỈNH SÔNG LAM Xét thấy, trong những năm qua việc quản lý bãi chăn thả còn nhiều vướng mắc cần được tháo gỡ kịp thời.',
    ],
    [
      'QUYẾT ĐỊNH',
      'BAN HÀNH QUY CHẾ QUẢN LÝ CHỢ PHIÊN',
      'ỦY BAN NHÂN DÂN TỈNH SÔNG LAM Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015 và các văn bản hướng dẫn thi hành;',
    ],
  ] as const
).map(
  ([type, subject, text]): Kind => [
    `crawled: ${subject}`,
    [
      `${type} 12/2021/X-UBND`,
      `UBND TỈNH SÔNG LAM ------- ${STATE} ${MOTTO} ---------------`,
      'Số: 12/2021/X-UBND',
      `Sông Lam, ngày 06 tháng 10 năm 2021 ${type} ${subject} ${text}`,
      'Căn cứ Nội quy chợ;',
      'Xét tờ trình của Sở Công Thương;',
      'QUYẾT ĐỊNH:',
      'Điều 1. Giờ mở chợ',
      'Chợ mở lúc năm giờ sáng.',
    ],
    { subject, date: '2021-10-06', number: '12/2021/X-UBND' },
  ],
)

/** The subject under the number, the type's heading bare; a date line at the end of the text. */
const ELSEWHERE: Kind[] = [
  [
    'bracketed subject under the number',
    [
      'SỞ MỤC SÚC',
      'TRƯỜNG TRUNG CẤP THÚ Y',
      '____&____',
      STATE,
      MOTTO,
      '-----',
      'Số : 36/TB-TCTY',
      '(V/v trực chuồng mùa rét)',
      'Sông Lam, ngày   02    tháng 12 năm 2018',
      '',
      'THÔNG BÁO',
      '',
      'Kính gửi :   - Các lớp.',
      '- Các tổ.',
      '',
      'Theo lịch, Trường thông báo:',
      ...ITEMS,
    ],
    { type: 'Thông báo', subject: '(V/v trực chuồng mùa rét)' },
  ],
  [
    'subject under the number',
    [
      `SỞ MỤC SÚC\t${STATE}`,
      `TRƯỜNG TRUNG CẤP THÚ Y\t${MOTTO}`,
      'Số: 36/TTr-TCTY\tSông Lam, ngày 02 tháng 12 năm 2018',
      'V/v xin cấp cỏ khô',
      '',
      'TỜ TRÌNH',
      '',
      'Kính gửi: Sở Mục súc',
      '',
      'Trường kính trình Sở:',
      ...ITEMS,
    ],
    { type: 'Tờ trình', subject: 'V/v xin cấp cỏ khô' },
  ],
  [
    'place and date at the end of the text',
    [
      'UBND TỈNH SÔNG LAM',
      STATE,
      'SỞ MỤC SÚC',
      MOTTO,
      'Số: 8/GP-SMS',
      '',
      'GIẤY PHÉP',
      'VẬN CHUYỂN BÒ GIỐNG',
      '',
      'Sở Mục súc cho phép:',
      'Tên đơn vị: Trại bò Đồng Mây.',
      'Thời hạn của Giấy phép: 24 tháng kể từ ngày ký./.',
      'Sông Lam, ngày        tháng 7 năm 2022',
      'Nơi nhận:',
      '- Trại bò Đồng Mây;',
      '- Lưu: VT.',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      '',
      'Lê Văn Bình',
    ],
    { place: 'Sông Lam', date: '2022-07' },
  ],
  [
    'place and date above the signature',
    [
      STATE,
      MOTTO,
      '',
      'BẢN CAM KẾT',
      'Không thả rông trâu bò',
      '',
      'Tôi là: Lê Văn Bình, thôn Đoài.',
      '1. Tôi cam kết không thả rông trâu bò.',
      '2. Tôi xin chịu trách nhiệm.',
      '',
      '                     Đồng Mây, ngày 12 tháng 3 năm 2022',
      '                     NGƯỜI CAM KẾT',
      '',
      '                     Lê Văn Bình',
    ],
    { place: 'Đồng Mây', date: '2022-03-12' },
  ],
  [
    'the State’s name within a subject',
    headed(
      '3/KH-UBND',
      '                              KẾ HOẠCH',
      ' Tổ chức các hoạt động kỷ niệm ngày thành lập xã',
      '        và Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam',
      '',
      '       Thực hiện Kế hoạch số 12-KH/HU ngày 10/6/2022, xã ban hành kế hoạch như sau:',
      ...ITEMS,
    ),
    {
      subject: 'Tổ chức các hoạt động kỷ niệm ngày thành lập xã và Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam',
    },
  ],
  [
    'a term below the subject',
    headed(
      '3/CTr-UBND',
      '                   CHƯƠNG TRÌNH PHỐI HỢP',
      '              Xây dựng nếp sống văn hóa ở khu nhà trọ',
      '                               Giai đoạn 2022 - 2026',
      '',
      '     Thực hiện Kế hoạch số 2/KH-UBND, hai bên thống nhất như sau:',
      ...ITEMS,
    ),
    { subject: 'Xây dựng nếp sống văn hóa ở khu nhà trọ Giai đoạn 2022 - 2026' },
  ],
  [
    'a year below the subject',
    headed(
      '3/KH-UBND',
      '                   KẾ HOẠCH',
      '              Phòng, chống rét cho trâu bò',
      '                               Năm 2023',
      '',
      '     Thực hiện Kế hoạch số 2/KH-UBND, xã ban hành kế hoạch như sau:',
      ...ITEMS,
    ),
    { subject: 'Phòng, chống rét cho trâu bò Năm 2023' },
  ],
]

/** Between the subject and the bases, on lines of their own or behind a subject on a crawler's line. */
const TREATY: Kind[] = [
  [
    'the States of a treaty',
    [
      'HIỆP ĐỊNH VẬN TẢI ĐƯỜNG SÔNG',
      'GIỮA',
      'CHÍNH PHỦ NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'VÀ',
      'CHÍNH PHỦ VƯƠNG QUỐC ĐÔNG HẢI',
      'Chính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam và Chính phủ Vương quốc Đông Hải thỏa thuận như sau:',
      'Điều 1',
      'Hai Bên mở tuyến vận tải đường sông.',
    ],
    {
      type: 'Hiệp định',
      system: 'state',
      subject:
        'VẬN TẢI ĐƯỜNG SÔNG GIỮA CHÍNH PHỦ NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM VÀ CHÍNH PHỦ VƯƠNG QUỐC ĐÔNG HẢI',
    },
  ],
]

const STATE_COUNCIL = [
  'HỘI ĐỒNG NHÀ NƯỚC',
  `NƯỚC ${STATE}`,
  '',
  'Căn cứ Điều 93 của Hiến pháp;',
  'QUYẾT NGHỊ:',
  'Từ nay đến cuối năm bà Trà làm Quyền Trưởng ban.',
]

/** Titles of collections and offices of the first decades. */
const OLD: Kind[] = [
  [
    'number without a dash in the title, the State named with the body below',
    [
      'NGHỊ QUYẾT SỐ 31 NQ/HĐNN7 NGÀY 2-6-1984 CỦA HỘI ĐỒNG NHÀ NƯỚC',
      'VỀ VIỆC CỬ BÀ ĐÀO THỊ TRÀ LÀM QUYỀN TRƯỞNG BAN',
      '',
      ...STATE_COUNCIL,
    ],
    {
      type: 'Nghị quyết',
      number: '31NQ/HĐNN7',
      date: '1984-06-02',
      issuer: 'HỘI ĐỒNG NHÀ NƯỚC',
      subject: 'VỀ VIỆC CỬ BÀ ĐÀO THỊ TRÀ LÀM QUYỀN TRƯỞNG BAN',
    },
  ],
  [
    'who enacts below a title that names the body',
    [
      'THÔNG TƯ',
      'CỦA BỘ NGƯ NGHIỆP SỐ  9 /1991/TT-BNN NGÀY 04 THÁNG 5 NĂM 1991',
      'HƯỚNG DẪN ĐÓNG SỐ TÀU CÁ',
      '',
      'BỘ TRƯỞNG BỘ NGƯ NGHIỆP',
      '',
      'Căn cứ nhu cầu quản lý;',
      'HƯỚNG DẪN:',
      ...ITEMS,
    ],
    { issuer: 'BỘ NGƯ NGHIỆP', number: '9/1991/TT-BNN', subject: 'HƯỚNG DẪN ĐÓNG SỐ TÀU CÁ' },
  ],
  [
    'several chiefs above the addressees',
    [
      'BỘ NGƯ NGHIỆP-BỘ ĐÊ ĐIỀU',
      'VIỆT NAM DÂN CHỦ CỘNG HOÀ',
      MOTTO,
      '',
      'Số: 8-TT-LB',
      '',
      'Hà Nội, ngày 3 tháng 4 năm 1957',
      '',
      'THÔNG TƯ LIÊN BỘ',
      '',
      'VỀ VIỆC CHIA NƯỚC TƯỚI.',
      '',
      'BỘ TRƯỞNG BỘ NGƯ NGHIỆP-BỘ TRƯỞNG BỘ ĐÊ ĐIỀU',
      '',
      'Kính gửi:',
      '- Uỷ ban Hành chính tỉnh Đồng Mây,',
      '',
      ...ITEMS,
    ],
    { subject: 'VỀ VIỆC CHIA NƯỚC TƯỚI' },
  ],
  [
    'no heading: who enacts is no subject, the words that enact say the type',
    [
      `BỘ NGƯ NGHIỆP                     VIỆT NAM DÂN CHỦ CỘNG HOÀ`,
      'Số: 61-TC/NĐ/CT                   Hà Nội, ngày 3 tháng 4 năm 1957',
      '',
      'BỘ TRƯỞNG BỘ NGƯ NGHIỆP',
      'Căn cứ Sắc lệnh số 21 ngày 4-5-1948;',
      'NGHỊ ĐỊNH:',
      'Điều 1. Nay lập bãi cá Hòn Sẻ.',
    ],
    { type: 'Nghị định', subject: null, issuer: 'BỘ NGƯ NGHIỆP' },
  ],
  [
    'no heading: the subject ends above who enacts, and a dash alone makes no Party number',
    [
      `BỘ NGƯ NGHIỆP`,
      'Số: 61-NĐ                   Hà Nội, ngày 3 tháng 4 năm 1957',
      'LẬP CÁC TRẠM MUA CÁ Ở CỬA SÔNG',
      'BỘ TRƯỞNG BỘ NGƯ NGHIỆP',
      'Căn cứ Sắc lệnh số 21 ngày 4-5-1948;',
      'NGHỊ ĐỊNH:',
      'Điều 1. Nay lập bãi cá Hòn Sẻ.',
    ],
    { type: 'Nghị định', system: 'state', subject: 'LẬP CÁC TRẠM MUA CÁ Ở CỬA SÔNG' },
  ],
]

const QUOTED: Kind[] = [
  [
    'a quotation goes on in the next line, initials before its mark',
    headed('8/QĐ-UBND', 'QUYẾT ĐỊNH', '', 'BAN HÀNH "NỘI QUY GIỮ KHO LÚA', '', 'CỦA HTX SLNN"', '', ...ITEMS),
    { subject: 'BAN HÀNH "NỘI QUY GIỮ KHO LÚA CỦA HTX SLNN"' },
  ],
]

/** Words that an engine could have read in a seal, and that are words here. */
const NO_RUBBLE: Kind[] = ['VỀ VIỆC GIAO ĐẤT Ở', 'VỀ VIỆC LẤY Ý KIẾN Ở THÔN'].map((subject) => [
  `one letter is a word: ${subject}`,
  headed('8/QĐ-UBND', 'QUYẾT ĐỊNH', subject, ...ITEMS),
  { subject },
])
const FESTIVALS: Kind[] = [
  'Thi đấu vật chào mừng"Ngày hội 2006"',
  'Tổ chức "Tuần lễ Festival lần thứ II, năm 2026"',
].map((subject) => [
  `a quotation is no rubble: ${subject}`,
  headed('8/KH-UBND', 'KẾ HOẠCH', subject, ...ITEMS),
  { subject },
])

const SPOKEN: Kind[] = (['Sáng ngày', 'Chiều ngày', 'Tối ngày'] as const).map((day) => [
  `a sentence that begins with a part of a day: ${day}`,
  headed(
    '8/TB-UBND',
    'THÔNG BÁO',
    '',
    `${day} 12 tháng 5, tại nhà văn hóa thôn, các hộ đã họp bàn việc đào mương mới`,
    'và việc góp công.',
    ...ITEMS,
  ),
  { subject: null },
])

/** `CT` may be an office of taxes or a company; a chỉ thị is sent to nobody by name. */
const LETTERS: Kind[] = ['Về việc hoàn thuế vải', 'V/v hoàn thuế vải'].map((subject) => [
  `a letter whose notation begins like a type's code: ${subject}`,
  [
    `TỔNG CỤC THUẾ\t${STATE}`,
    `CỤC THUẾ TỈNH ĐỒNG MÂY\t${MOTTO}`,
    '',
    'Số: 311/CT-TTHT\tĐồng Mây, ngày 09 tháng 5 năm 2013',
    subject,
    '',
    'Kính gửi: Công ty Dệt Đồng Mây',
    '',
    'Cục Thuế trả lời Công ty về hồ sơ tháng 4.',
  ],
  { type: 'Công văn' },
])

/** Where a title ends: its own quotation, a stamp, the bases on its line, who decides on two lines, a first sentence. */
const ENDS: Kind[] = [
  [
    'a quotation over two lines, its last word of two letters',
    headed('12/CV-UBND', '"V/v mở hội bơi trải', 'ở bến đò cũ"', '', 'Kính gửi: Các thôn.', ...ITEMS),
    { type: 'Công văn', subject: 'V/v mở hội bơi trải ở bến đò cũ' },
  ],
  [
    'a word of one letter before the last one of its line',
    headed('15/GM-UBND', 'GIẤY MỜI', 'Họp bàn khoanh vùng ổ trâu', 'bị bệnh tại thôn Hạ', ...ITEMS),
    { subject: 'Họp bàn khoanh vùng ổ trâu bị bệnh tại thôn Hạ' },
  ],
  [
    'a stamp that an engine could not read, below a blank line',
    headed('13/UBND-VP', 'V/v lát sân chợ', '', 'ĐẺN ˆ.. « 8Ò )', '', 'Kính gửi: Các thôn.', ...ITEMS),
    { type: 'Công văn', subject: 'V/v lát sân chợ' },
  ],
  [
    'on one line with place, day, type and bases',
    [
      `UBND XÃ ĐỒNG MÂY ------- ${STATE} ${MOTTO} ---------------`,
      'Số: 14/2009/QĐ-UBND',
      'Đồng Mây, ngày 14 tháng 7 năm 2009 QUYẾT ĐỊNH VỀ GIÁ VÉ ĐÒ NGANG Căn cứ Luật Giao thông đường thủy năm 2004;',
      'QUYẾT ĐỊNH:',
      'Điều 1. Giá vé mỗi lượt là hai nghìn đồng.',
    ],
    { type: 'Quyết định', subject: 'VỀ GIÁ VÉ ĐÒ NGANG', place: 'Đồng Mây' },
  ],
  [
    'behind the number in one cell, between marks of emphasis',
    [
      `| BAN MÙA VỤ ------- | ${STATE} ${MOTTO} --------------- |`,
      '| --- | --- |',
      '| Số: 3479/BMV-NN *V/v gieo thử giống lúa nước sâu* | *Hà Nội, ngày 26 tháng 5 năm 2021* |',
      '| Kính gửi: | - Sở Nông nghiệp tỉnh Vạn Hà; - Sở Tài chính tỉnh Vạn Hà. |',
      '| --- | --- |',
      'Ban đề nghị các sở trả lời trước ngày 05/6/2021.',
    ],
    { type: 'Công văn', number: '3479/BMV-NN', subject: 'V/v gieo thử giống lúa nước sâu' },
  ],
  [
    'who decides on two lines in small letters',
    [
      `Tổng cục Muối mỏ                    ${SMALL_STATE}`,
      `                                    ${MOTTO}`,
      'Số: 88/1997/QĐ-TCM                  Hà Nội, ngày 23 tháng 6 năm 1997',
      '',
      'quyết định của tổng cục trưởng',
      'tổng cục muối mỏ',
      'Về việc đặt tên kho',
      '',
      '- Căn cứ Nghị định số 12/CP ngày 11-3-1996 của Chính phủ;',
      '',
      'quyết định:',
      '',
      'Điều 1. Kho số 1 nay gọi là kho Bãi Sậy.',
    ],
    { type: 'Quyết định', subject: 'Về việc đặt tên kho' },
  ],
  [
    'a first sentence in which a school does something',
    headed(
      '15/GM-UBND',
      'GIẤY MỜI',
      '',
      '    Thực hiện chương trình công tác năm, Đảng ủy xã cùng Trường Nghiệp vụ huyện',
      'mở lớp chèo thuyền cho các đội trưởng.',
      '   1. Thời gian: 7 giờ 30, ngày 03/12/2025.',
    ),
    { type: 'Giấy mời', subject: null },
  ],
]

/** The type where it is spread, printed for what is seldom printed, or seems to stand in the notation. */
const TYPED: Kind[] = [
  [
    'letters set apart by one space, its words by three',
    headed('16/UBND', 'C H Ỉ   T H Ị', 'V/v gặt lúa', ...ITEMS),
    { type: 'Chỉ thị', subject: 'V/v gặt lúa' },
  ],
  [
    'printed though it is a letter',
    headed('17/UBND', 'CÔNG VĂN', 'Về việc mượn thuyền', ...ITEMS),
    { type: 'Công văn', subject: 'Về việc mượn thuyền' },
  ],
  [
    'the letters of the issuer',
    [
      `UBND TỈNH VẠN HÀ\t${STATE}`,
      `THANH TRA TỈNH\t${MOTTO}`,
      '',
      'Số: 77/TTr-VP\tVạn Hà, ngày 9 tháng 5 năm 2023',
      'Về việc gửi lịch kiểm tra.',
      '',
      'Kính gửi: Thanh tra các sở.',
      ...ITEMS,
    ],
    { type: 'Công văn' },
  ],
]

export const TITLES: Kind[] = [
  ...ENDS,
  ...TYPED,
  ...EXTENDED,
  ...ACTION,
  ...ENACTED,
  ...BRACKETED,
  ...INTRODUCED,
  ...OPENED,
  ...RUBBLE,
  ...SMALLS,
  ...URGENT,
  ...NO_SUBJECT,
  ...CRAWLED,
  ...ELSEWHERE,
  ...TREATY,
  ...OLD,
  ...QUOTED,
  ...NO_RUBBLE,
  ...FESTIVALS,
  ...SPOKEN,
  ...LETTERS,
]
