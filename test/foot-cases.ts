/** Feet of documents as other hands print them and as OCR engines read them, and what stands in them. All names are made up. */

export interface FootCase {
  name: string
  /** What stands behind the body's last sentence; or the whole document, where it has no letterhead of this table. */
  foot: string
  whole?: boolean
  recipients?: string[]
  archive?: string | null
  /** Authority lines joined by ` / `, then post and name. */
  signatures?: [authority: string, post: string | null, name: string | null][]
}

export const FOOT_CASES: FootCase[] = [
  // --- what a seal leaves behind recipients
  {
    name: 'rubble with letters and digits before a purpose in the next line',
    foot: `
Nơi nhận: GIÁM ĐỐC
- Như trên;
- Phòng Kế hoạch; %# ~ ]=
- Phó Giám đốc Trịnh Đức Hòa Y&3= KP
(để báo cáo);
- Lưu: VT, dvanh. {] H (B7)
TG S
Cao Minh Quân
`,
    recipients: ['Như trên', 'Phòng Kế hoạch', 'Phó Giám đốc Trịnh Đức Hòa (để báo cáo)', 'Lưu: VT, dvanh'],
    archive: 'Lưu: VT, dvanh',
    signatures: [['', 'GIÁM ĐỐC', 'Cao Minh Quân']],
  },
  {
    name: 'brackets without a letter behind the archive',
    foot: `
Nơi nhận: KT. GIÁM ĐỐC
- Như trên; ) v~" PHÓ GIÁM ĐỐC
- Giám đốc Trạm (để báo cáo); |i£ ;
- Lưu: VT, CCVC. {§ (_%

Hoàng Thị Lan Chi
`,
    recipients: ['Như trên', 'Giám đốc Trạm (để báo cáo)', 'Lưu: VT, CCVC'],
    archive: 'Lưu: VT, CCVC',
    signatures: [['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Hoàng Thị Lan Chi']],
  },
  {
    name: 'initials of the drafting office in the line below the archive, the signer beside them',
    foot: `
Nơi nhận:                                          KT. CHỦ TỊCH
- Các phòng, ban;                                  PHÓ CHỦ TỊCH
- Lưu: VT,
  NN (15b).                                        Hà Quang Vịnh
`,
    recipients: ['Các phòng, ban', 'Lưu: VT, NN (15b)'],
    archive: 'Lưu: VT, NN (15b)',
    signatures: [['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Hà Quang Vịnh']],
  },
  {
    name: 'a number and a cut bracket behind the archive',
    foot: `
Nơi nhận: TL. CỤC TRƯỞNG
- Như trên; ¬ KT. TRƯỞNG BAN
- Website Cục; ° (@ 1Ù) A _—
- Lưu: VT, C7 * 31 Kĩ]
Lương Văn Thạch
`,
    recipients: ['Như trên', 'Website Cục', 'Lưu: VT, C7'],
    archive: 'Lưu: VT, C7',
  },
  {
    name: 'rubble lines under the archive',
    foot: `
Nơi nhận: GIÁM ĐỐC
- Các đơn vị trực thuộc; //XU
- Lưu VT, TCHC, lthanh. 7 , mà k
3 nÐ L__⁄ —
II - bí
bà
kè ,
Đoàn Quốc Việt
`,
    recipients: ['Các đơn vị trực thuộc', 'Lưu VT, TCHC, lthanh'],
    archive: 'Lưu VT, TCHC, lthanh',
    signatures: [['', 'GIÁM ĐỐC', 'Đoàn Quốc Việt']],
  },
  {
    name: 'a short syllable and signs behind a typist code',
    foot: `
Nơi nhận: CHỦ TỊCH
- Sở Tài chính: z F m §
- VPUB: CVP, PCVP; “UAN.n,
- Lưu: VT, P.KTNVHoa2 xể +. TÀ ợ
4 \\ CS 3U ƒ
%9 6⁄2
Lê Thị Hà Vy
`,
    recipients: ['Sở Tài chính', 'VPUB: CVP, PCVP', 'Lưu: VT, P.KTNVHoa2'],
    archive: 'Lưu: VT, P.KTNVHoa2',
    signatures: [['', 'CHỦ TỊCH', 'Lê Thị Hà Vy']],
  },
  {
    name: 'a post in spoilt capitals behind a comma',
    foot: `
Nơi nhận: T/M BAN THƯỜNG VỤ
- Các đồng chí Tỉnh ủy viên, H Ó BÍ THƯ THƯỜNG TRựỆ
- Các huyện ủy, \`
- Lưu Văn phòng Tỉnh ủy.

Triệu Đình Khôi
`,
    recipients: ['Các đồng chí Tỉnh ủy viên', 'Các huyện ủy', 'Lưu Văn phòng Tỉnh ủy'],
    archive: 'Lưu Văn phòng Tỉnh ủy',
  },
  {
    name: 'capitals of a seal behind the formula of those above',
    foot: `
Nơi nhận: GIÁM ĐỐC
- Như trên: DÀNG
- Lưu VT, PC07, ⁄ %4,

Đại tá Phan Huy Bình
`,
    recipients: ['Như trên', 'Lưu VT, PC07'],
    archive: 'Lưu VT, PC07',
    signatures: [['', 'GIÁM ĐỐC', 'Phan Huy Bình']],
  },
  {
    name: 'a number alone behind copies',
    foot: `
Nơi nhận: KT. TRƯỞNG BAN
- Các thành viên Ban Chỉ đạo; /> ZZZ. Tạ °\` :
- Kiểm toán nhà nước; © 22)10-2~€ 2
- Lưu: VT, KT. (2b) 23
`,
    recipients: ['Các thành viên Ban Chỉ đạo', 'Kiểm toán nhà nước', 'Lưu: VT, KT. (2b)'],
    archive: 'Lưu: VT, KT. (2b)',
  },
  {
    name: 'the signer that lost a letter behind the archive',
    foot: `
Nơi nhận: TM. BAN BÍ THƯ
- Các tỉnh ủy, thành ủy,
- Lưu Văn phòng Trung ương Đảng. rần Công Tuệ
`,
    recipients: ['Các tỉnh ủy, thành ủy', 'Lưu Văn phòng Trung ương Đảng'],
    archive: 'Lưu Văn phòng Trung ương Đảng',
    signatures: [['TM. BAN BÍ THƯ', null, 'rần Công Tuệ']],
  },
  {
    name: 'a spoilt name behind the archive, quoted typist',
    foot: `
Nơi nhận: CHỦ TỊCH
- Như trên; :
- UBND các huyện TX, TP; Nó .z, léo /
- Chi cục Kiểm lâm; ÑN T——ờỢỪ Z
- Lưu: VT, cvhung “LK”.
HHoàng Gia Bảo
2
`,
    recipients: ['Như trên', 'UBND các huyện TX, TP', 'Chi cục Kiểm lâm', 'Lưu: VT, cvhung “LK”'],
    archive: 'Lưu: VT, cvhung “LK”',
    signatures: [['', 'CHỦ TỊCH', 'Hoàng Gia Bảo']],
  },
  // --- hyphenated words are no rubble
  {
    name: 'hyphenated words',
    foot: `
Nơi nhận:
- Các tổ chức chính trị-xã hội;
- Trung tâm y tế-dân số;
- Phòng Tài chính-Kế hoạch;
- Ban Kinh tế-Ngân sách, Ban Văn hóa-xã hội;
- Hội khuyến học-khuyến tài;
- Lưu: VT, KT-TH.
`,
    recipients: [
      'Các tổ chức chính trị-xã hội',
      'Trung tâm y tế-dân số',
      'Phòng Tài chính-Kế hoạch',
      'Ban Kinh tế-Ngân sách, Ban Văn hóa-xã hội',
      'Hội khuyến học-khuyến tài',
      'Lưu: VT, KT-TH',
    ],
  },
  // --- entries that go on without a dash, and entries that lost theirs
  {
    name: 'an entry with a colon goes on over several lines',
    foot: `
Nơi nhận:                                          KT. CHỦ TỊCH
- Như trên;                                        PHÓ CHỦ TỊCH
- Văn phòng: Phó Chánh văn phòng, ông Tạ Đình Lộc;
 ban tiếp dân, các chuyên viên: Ngô Thị Mùi,
 Phan Đăng Tú;
 các phòng: nội vụ, kinh tế, tổng hợp;
 Cổng thông tin;
- Lưu: VT, NC (3).                                 Vũ Hoài Nam
`,
    recipients: [
      'Như trên',
      'Văn phòng: Phó Chánh văn phòng, ông Tạ Đình Lộc; ban tiếp dân, các chuyên viên: Ngô Thị Mùi, Phan Đăng Tú; các phòng: nội vụ, kinh tế, tổng hợp; Cổng thông tin',
      'Lưu: VT, NC (3)',
    ],
    signatures: [['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Vũ Hoài Nam']],
  },
  {
    name: 'names in the wrapped lines of an office, the signer on its own',
    foot: `
Nơi nhận:                                    KT. BỘ TRƯỞNG
- Như trên;                                  THỨ TRƯỞNG
- VPB: CVP, các PCVP Lý Thị Hạnh,
Đào Quang Phúc; Trợ lý Bộ trưởng
Ngô Bá Khá;
các Vụ: TH, PC;
- Lưu: VT, TH.
                                             Kiều Xuân Trường
`,
    recipients: [
      'Như trên',
      'VPB: CVP, các PCVP Lý Thị Hạnh, Đào Quang Phúc; Trợ lý Bộ trưởng Ngô Bá Khá; các Vụ: TH, PC',
      'Lưu: VT, TH',
    ],
    signatures: [['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG', 'Kiều Xuân Trường']],
  },
  {
    name: 'an entry that lost its dash behind a closed one',
    foot: `
Nơi nhận:                                    CHÁNH VĂN PHÒNG
-  Như trên;
-  Sở Nội vụ;
   Sở Xây dựng;
-  Công an tỉnh (để phối hợp);
   Ban Quản lý các khu công nghiệp;
-  Lưu: VT.
                                             Mạc Tuấn Kiệt
`,
    recipients: [
      'Như trên',
      'Sở Nội vụ',
      'Sở Xây dựng',
      'Công an tỉnh (để phối hợp)',
      'Ban Quản lý các khu công nghiệp',
      'Lưu: VT',
    ],
    signatures: [['', 'CHÁNH VĂN PHÒNG', 'Mạc Tuấn Kiệt']],
  },
  {
    name: 'a dot for a dash',
    foot: `
Nơi nhận:                                    KT/BỘ TRƯỞNG
- Văn phòng Chính phủ                        THỨ TRƯỞNG
. Văn phòng Quốc hội
- Các Bộ, cơ quan ngang Bộ
. - Tổng cục Thủy lợi
- Lưu: VT, PC
                                             Hứa Đức Thịnh
`,
    recipients: [
      'Văn phòng Chính phủ',
      'Văn phòng Quốc hội',
      'Các Bộ, cơ quan ngang Bộ',
      'Tổng cục Thủy lợi',
      'Lưu: VT, PC',
    ],
  },
  {
    name: 'the archive goes on in the next line',
    foot: `
Nơi nhận:                                    TỔNG CỤC TRƯỞNG
- Các cục thuế
- Lưu: VP (TH, HC)
TCT (TH, NV2)

(Biểu mẫu đính kèm ở dưới)
                                             Quách Văn Lượng
`,
    recipients: ['Các cục thuế', 'Lưu: VP (TH, HC) TCT (TH, NV2)'],
    archive: 'Lưu: VP (TH, HC) TCT (TH, NV2)',
  },
  {
    name: 'the archive goes on behind a stop',
    foot: `
Nơi nhận:                                    CỤC TRƯỞNG
- Như trên;
- Lưu: VT, TTr.
QLĐ(02b), KHTC.
                                             Tống Văn Lai
`,
    recipients: ['Như trên', 'Lưu: VT, TTr. QLĐ(02b), KHTC'],
    signatures: [['', 'CỤC TRƯỞNG', 'Tống Văn Lai']],
  },
  {
    name: 'the archive goes on with units in small letters',
    foot: `
Nơi nhận:
- Như trên;
- Lưu: VT,
Phòng Nghiệp vụ, hồ sơ.
`,
    recipients: ['Như trên', 'Lưu: VT, Phòng Nghiệp vụ, hồ sơ'],
  },
  {
    name: 'entries on one line behind commas, a line of the page below',
    foot: `

 Nơi nhận:                                                                       K/T TRƯỞNG BAN
- Thường trực Tỉnh ủy (để báo cáo),                 PHÓ
 TRƯỞNG BAN
- Các chi bộ cơ quan, trạm
  y tế,
- Đảng viên các chi bộ, - Ban
  Tổ chức, - Lưu VP, TCĐ.

                                                                                 Lưu Hồng Sơn




             Văn bản này thuộc về cơ quan Đảng, mọi việc sao chụp phải được phép
`,
    recipients: [
      'Thường trực Tỉnh ủy (để báo cáo)',
      'Các chi bộ cơ quan, trạm y tế',
      'Đảng viên các chi bộ',
      'Ban Tổ chức',
      'Lưu VP, TCĐ',
    ],
    archive: 'Lưu VP, TCĐ',
    signatures: [['K/T TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN', 'Lưu Hồng Sơn']],
  },
  {
    name: 'all on one line with semicolons',
    foot: `
Nơi nhận: - Như trên; - Ban Thường vụ (để b/c); - Các tổ công đoàn; - Lưu VP.

TM. BAN THƯỜNG VỤ
CHỦ TỊCH
Ong Thế Vinh
`,
    recipients: ['Như trên', 'Ban Thường vụ (để b/c)', 'Các tổ công đoàn', 'Lưu VP'],
    signatures: [['TM. BAN THƯỜNG VỤ', 'CHỦ TỊCH', 'Ong Thế Vinh']],
  },
  // --- signers side by side
  {
    name: 'three in columns, body under the formula',
    foot: `

   TL. BỘ TRƯỞNG            KT. TỔNG GIÁM ĐỐC          KT. CHỦ TỊCH
   BỘ NỘI THƯƠNG            ĐÀI KHÍ TƯỢNG              HỘI LÀM VƯỜN
    VỤ TRƯỞNG               PHÓ TỔNG GIÁM ĐỐC          PHÓ CHỦ TỊCH


   Lê Văn Thóc             Trần Công Mây             Phạm Đức Quả
`,
    signatures: [
      ['TL. BỘ TRƯỞNG BỘ NỘI THƯƠNG', 'VỤ TRƯỞNG', 'Lê Văn Thóc'],
      ['KT. TỔNG GIÁM ĐỐC ĐÀI KHÍ TƯỢNG', 'PHÓ TỔNG GIÁM ĐỐC', 'Trần Công Mây'],
      ['KT. CHỦ TỊCH HỘI LÀM VƯỜN', 'PHÓ CHỦ TỊCH', 'Phạm Đức Quả'],
    ],
  },
  {
    name: 'four in columns by tabs',
    foot: `

KT. BỘ TRƯỞNG\tKT. BỘ TRƯỞNG\tKT. BỘ TRƯỞNG\tTUQ. CHỦ TỊCH
BỘ THỦY SẢN\tBỘ MUỐI\tBỘ RỪNG\tHỘI NÔNG DÂN
THỨ TRƯỞNG\tTHỨ TRƯỞNG\tTHỨ TRƯỞNG\tPHÓ CHỦ TỊCH
(Đã ký)\t(Đã ký)\t(Đã ký)\t(Đã ký)
Mai Văn Cá\tBùi Thị Mặn\tĐinh Văn Lim\tCao Thị Lúa
`,
    signatures: [
      ['KT. BỘ TRƯỞNG BỘ THỦY SẢN', 'THỨ TRƯỞNG', 'Mai Văn Cá'],
      ['KT. BỘ TRƯỞNG BỘ MUỐI', 'THỨ TRƯỞNG', 'Bùi Thị Mặn'],
      ['KT. BỘ TRƯỞNG BỘ RỪNG', 'THỨ TRƯỞNG', 'Đinh Văn Lim'],
      ['TUQ. CHỦ TỊCH HỘI NÔNG DÂN', 'PHÓ CHỦ TỊCH', 'Cao Thị Lúa'],
    ],
  },
  {
    name: 'two above three',
    foot: `

                 KT. BỘ TRƯỞNG                                 KT. BỘ TRƯỞNG
                 BỘ THỦY SẢN                                     BỘ MUỐI
                  THỨ TRƯỞNG                                   THỨ TRƯỞNG



       Trung tướng Mai Văn Cá                         Trung tướng Bùi Văn Mặn

          KT. BỘ TRƯỞNG                  KT. BỘ TRƯỞNG                KT. VIỆN TRƯỞNG
            BỘ RỪNG                     BỘ NỘI THƯƠNG                 VIỆN LÚA
          THỨ TRƯỞNG                    THỨ TRƯỞNG                   PHÓ VIỆN TRƯỞNG



          Đinh Văn Lim                Cao Thị Gánh                *Tạ Đức Bông

Nơi nhận:
- Như trên;
- Lưu: VT.
`,
    recipients: ['Như trên', 'Lưu: VT'],
    signatures: [
      ['KT. BỘ TRƯỞNG BỘ THỦY SẢN', 'THỨ TRƯỞNG', 'Mai Văn Cá'],
      ['KT. BỘ TRƯỞNG BỘ MUỐI', 'THỨ TRƯỞNG', 'Bùi Văn Mặn'],
      ['KT. BỘ TRƯỞNG BỘ RỪNG', 'THỨ TRƯỞNG', 'Đinh Văn Lim'],
      ['KT. BỘ TRƯỞNG BỘ NỘI THƯƠNG', 'THỨ TRƯỞNG', 'Cao Thị Gánh'],
      ['KT. VIỆN TRƯỞNG VIỆN LÚA', 'PHÓ VIỆN TRƯỞNG', 'Tạ Đức Bông'],
    ],
  },
  {
    name: 'three in columns without formulas',
    foot: `

     THƯ KÝ                    CHỦ TỌA                    TRƯỞNG THÔN


  Ngô Thị Bút              Đỗ Văn Búa               Vàng A Sử
`,
    signatures: [
      ['', 'THƯ KÝ', 'Ngô Thị Bút'],
      ['', 'CHỦ TỌA', 'Đỗ Văn Búa'],
      ['', 'TRƯỞNG THÔN', 'Vàng A Sử'],
    ],
  },
  // --- no printed name
  {
    name: 'no printed name, a table of places behind',
    foot: `

Nơi nhận:                                                TM. BAN THƯỜNG TRỰC
- Bộ Rừng (để báo cáo);                                     KT. CHỦ TỊCH
- Các chi hội;                                             PHÓ CHỦ TỊCH

- Lưu: VP.



                                          Digitally signed by HỘI TRỒNG RỪNG
                                          Date: 2022.03.02 10:12:31+07'00'
                                        4

                                    PHỤ LỤC 01
                            Chỉ tiêu trồng rừng cho các hội
                          ------------------

     TT    Tỉnh            Cây giống     Diện tích

     1     An Giang        400          20

     2     Hà Giang        430          31

     3     Lê Lai          460          42
`,
    signatures: [['TM. BAN THƯỜNG TRỰC / KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', null]],
  },
  {
    name: 'no printed name, a list of streets as an annex in pipes',
    foot: `

Nơi nhận:
- Như trên;
- Lưu: VT.

TL. CHỦ TỊCH
CHÁNH VĂN PHÒNG

DANH SÁCH TUYẾN ĐƯỜNG

STT | Tên đường | Dài (m)
1 | Trần Phú | 500
2 | Lê Lợi | 740
3 | Ngô Quyền | 300
`,
    signatures: [['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG', null]],
  },
  // --- post and name run on behind the archive
  {
    name: 'post and name behind the archive on one line',
    foot: `
Nơi nhận:
- Như trên;
- Các ủy viên: Bạch Đình Hải, Trịnh Tiến Lợi;
- Lưu: VT, HC (3b). Thu Hà PHÓ GIÁM ĐỐC, CHÁNH THANH TRA Mai Quang Hưng
`,
    recipients: ['Như trên', 'Các ủy viên: Bạch Đình Hải, Trịnh Tiến Lợi', 'Lưu: VT, HC (3b). Thu Hà'],
    signatures: [['', 'PHÓ GIÁM ĐỐC, CHÁNH THANH TRA', 'Mai Quang Hưng']],
  },
  {
    name: 'formula, post and name behind the archive on one line',
    foot: `
Nơi nhận:
- Như trên;
- Lưu: VT, TH. KT. CHỦ TỊCH PHÓ CHỦ TỊCH Hồ Đức Tài
`,
    recipients: ['Như trên', 'Lưu: VT, TH'],
    signatures: [['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Hồ Đức Tài']],
  },
  {
    name: 'a post with its body behind the archive',
    foot: `
Nơi nhận:
- Như trên;
- Lưu: VT. GIÁM ĐỐC SỞ NỘI VỤ Tô Thị Lan
`,
    recipients: ['Như trên', 'Lưu: VT'],
    signatures: [['', 'GIÁM ĐỐC SỞ NỘI VỤ', 'Tô Thị Lan']],
  },
  // --- names
  {
    name: 'rubble before a name and no post',
    foot: `
Nơi nhận:

- Đội thủy nông;
- Lưu: VP.

«„HPhan Thế Kỷ
PHÒNG NÔNG CỤ

PHỤ LỤC 1
`,
    signatures: [['', null, 'Phan Thế Kỷ']],
  },
  {
    name: 'a letter of the seal run into the name',
    foot: `
Nơi nhận:
- Như trên;
- Lưu: VT.

CHÁNH VĂN PHÒNG
>_WNgô Đình Toàn
`,
    signatures: [['', 'CHÁNH VĂN PHÒNG', 'Ngô Đình Toàn']],
  },
  // --- (đã ký)
  {
    name: 'the remark before the name beside a recipient',
    foot: `
TL. VIỆN TRƯỞNG
TRƯỞNG PHÒNG TỔNG HỢP
Nơi nhận:
- Như trên;\t(đã ký) Phùng Thị Nụ
- Ban lãnh đạo: báo cáo;
- Lưu: VT, PTH.
`,
    recipients: ['Như trên', 'Ban lãnh đạo: báo cáo', 'Lưu: VT, PTH'],
    signatures: [['TL. VIỆN TRƯỞNG', 'TRƯỞNG PHÒNG TỔNG HỢP', 'Phùng Thị Nụ']],
  },
  {
    name: 'the remark behind the name beside a recipient',
    foot: `
Nơi nhận:\tTM. ỦY BAN NHÂN DÂN
- Như trên;\tKT. CHỦ TỊCH
- Các phòng;\tPHÓ CHỦ TỊCH
- Lưu: VT.\tNghiêm Xuân Bắc (đã ký)
`,
    recipients: ['Như trên', 'Các phòng', 'Lưu: VT'],
    signatures: [['TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Nghiêm Xuân Bắc']],
  },
  {
    name: 'the remark with a colon and no brackets',
    foot: `
Nơi nhận:
- Như trên;
- Lưu: VT.

TL. CHỦ TỊCH
CHÁNH VĂN PHÒNG
Đã ký: Chu Thị Sen
`,
    signatures: [['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG', 'Chu Thị Sen']],
  },
  // --- small letters
  {
    name: 'formula and posts in small letters by tabs',
    foot: `
Nơi nhận:\tkt. Tổng cục trưởng
- Các vụ;\tphó Tổng cục trưởng
- Các chi cục (để phối\t(đã ký)
hợp);
- Lưu: VP.\tNghiêm Văn Tín
`,
    recipients: ['Các vụ', 'Các chi cục (để phối hợp)', 'Lưu: VP'],
    signatures: [['kt. Tổng cục trưởng', 'phó Tổng cục trưởng', 'Nghiêm Văn Tín']],
  },
  {
    name: 'formula and post in small letters at the end',
    foot: `

TL. Viện trưởng
Phó Viện trưởng
Doãn Thanh Hải
(đã ký)
`,
    signatures: [['TL. Viện trưởng', 'Phó Viện trưởng', 'Doãn Thanh Hải']],
  },
  {
    name: 'a spaced formula in small letters',
    foot: `
Nơi nhận:
- Như trên;
- Lưu: VT.

tm. ủy ban nhân dân huyện
kt. chủ tịch
phó chủ tịch
Nông Văn Dũng
`,
    signatures: [['tm. ủy ban nhân dân huyện / kt. chủ tịch', 'phó chủ tịch', 'Nông Văn Dũng']],
  },
  // --- posts below, terms, other blocks
  {
    name: 'a further post below the name',
    foot: `
Nơi nhận:                                         T/M. TỔ CÔNG TÁC
- Như trên;                                         TỔ TRƯỞNG
- Lưu: VT.



                                                     Khổng Văn Thuận
                                                     PHÓ GIÁM ĐỐC
                                                SỞ CÔNG THƯƠNG THANH GIANG
`,
    signatures: [['T/M. TỔ CÔNG TÁC', 'TỔ TRƯỞNG', 'Khổng Văn Thuận']],
  },
  {
    name: 'the only post stands below the name',
    foot: `
Nơi nhận:
- Như trên;
- Lưu: VT.


Khổng Văn Thuận
Phó Giám đốc
`,
    signatures: [['', 'Phó Giám đốc', 'Khổng Văn Thuận']],
  },
  {
    name: 'a term under the body',
    foot: `

                                TM. BCH HỘI LÀM VƯỜN
                                  Nhiệm kỳ 2020 - 2025
                                    PHÓ CHỦ TỊCH



                                    Lê Văn Mướp
`,
    signatures: [['TM. BCH HỘI LÀM VƯỜN Nhiệm kỳ 2020 - 2025', 'PHÓ CHỦ TỊCH', 'Lê Văn Mướp']],
  },
  {
    name: 'two blocks one after the other',
    foot: `
Nơi nhận:
- Như trên;
- Lưu: VT.

TM. BAN CHẤP HÀNH CÔNG ĐOÀN
CHỦ TỊCH
Hà Thị Hợp

TM. BAN GIÁM ĐỐC
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Đoàn Văn Hậu
`,
    signatures: [
      ['TM. BAN CHẤP HÀNH CÔNG ĐOÀN', 'CHỦ TỊCH', 'Hà Thị Hợp'],
      ['TM. BAN GIÁM ĐỐC / KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Đoàn Văn Hậu'],
    ],
  },
  {
    name: 'a treaty: both sides in full, then both names',
    foot: `

Làm thành hai bản, mỗi bản bằng hai thứ tiếng, có giá trị như nhau.

THAY MẶT CHÍNH PHỦ NƯỚC CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

THAY MẶT CHÍNH PHỦ NƯỚC CỘNG
HÒA NHÂN DÂN ĐÔNG DƯƠNG

Đã ký: Phan Văn Sông

Đã ký: Trần Gia Thủy
`,
    signatures: [
      ['THAY MẶT CHÍNH PHỦ NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', null, 'Phan Văn Sông'],
      ['THAY MẶT CHÍNH PHỦ NƯỚC CỘNG HÒA NHÂN DÂN ĐÔNG DƯƠNG', null, 'Trần Gia Thủy'],
    ],
  },
  {
    name: 'a sign-off sheet: posts above names, days between',
    foot: `

LÃNH ĐẠO VĂN PHÒNG
.............................................................
Ngày     tháng 01 năm 2023





Trịnh Ngọc Dậu
Chuyên viên
Ngày 12 tháng 01 năm 2023



Trương Hải Sò
Lãnh đạo phòng
Ngày  12  tháng 01 năm 2023



Lương Thị Nguyệt Nga

KÍNH TRÌNH CHỦ TỊCH UBND HUYỆN
.............................................................
Ngày      tháng 01 năm 2023



Hồ Văn Chín
`,
    signatures: [
      ['', 'LÃNH ĐẠO VĂN PHÒNG', 'Trịnh Ngọc Dậu'],
      ['', 'Chuyên viên', 'Trương Hải Sò'],
      ['', 'Lãnh đạo phòng', 'Lương Thị Nguyệt Nga'],
      ['', 'CHỦ TỊCH UBND HUYỆN', 'Hồ Văn Chín'],
    ],
  },
  {
    name: 'the post of the holder in spoilt print twice: who signed is not known',
    foot: `
Nơi nhận: E CHỦ TỊCH
- Thanh tra Chính phủ; ⁄ 90 tH@HỦ TỊCH
- Thường trực HĐND tỉnh; [= L,) b4 là Š)
- Lưu: VT, NC.

Trần Hoàng Tú
`,
    recipients: ['Thanh tra Chính phủ', 'Thường trực HĐND tỉnh', 'Lưu: VT, NC'],
    signatures: [['', null, 'Trần Hoàng Tú']],
  },
  // --- more of each kind
  {
    name: 'rubble of mixed case behind a closed entry and under the archive',
    foot: `
Nơi nhận: KT. GIÁM ĐỐC
- Sở Y tế; // PHÓ GIÁM ĐỐC
- Ủy ban nhân dân xã Đạ Sơn; \\\\ ⁄Ơ NG
- Trạm Y tế xã; *(C^ M€
- Lưu: VT, NVY (2). ˆ {7 €
Ninh Thị Thảo
`,
    recipients: ['Sở Y tế', 'Ủy ban nhân dân xã Đạ Sơn', 'Trạm Y tế xã', 'Lưu: VT, NVY (2)'],
    signatures: [['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Ninh Thị Thảo']],
  },
  {
    name: 'no rubble: initials, codes and signs that offices print',
    foot: `
Nơi nhận:
- Ban KT&NS, Ban VH-XH HĐND huyện;
- Phòng GD&ĐT, TC-KH, LĐTB&XH;
- Đ/c Bí thư (b/c);
- Trang TTĐT huyện (để đăng tải);
- Lãnh đạo P3, Đội 2, KCN B4;
- Công ty CP X&Y “Sông Trà”;
- Hội CCB, Hội LHPN;
- Lưu: VT, TH/K (5b), Ng.05.
`,
    recipients: [
      'Ban KT&NS, Ban VH-XH HĐND huyện',
      'Phòng GD&ĐT, TC-KH, LĐTB&XH',
      'Đ/c Bí thư (b/c)',
      'Trang TTĐT huyện (để đăng tải)',
      'Lãnh đạo P3, Đội 2, KCN B4',
      'Công ty CP X&Y “Sông Trà”',
      'Hội CCB, Hội LHPN',
      'Lưu: VT, TH/K (5b), Ng.05',
    ],
  },
  {
    name: 'no rubble: short and single words at the end of entries',
    foot: `
Nơi nhận:
- Ban Quản lý khu phố 3;
- Thôn Tà Y;
- Trưởng các ấp A, B, C;
- Ông Y Blô Ê Ban, bà H’Lim;
- Đội 1 và 2 (để thực hiện);
- Tổ 12 - phường An Bình;
- Lưu: HS, VT.
`,
    recipients: [
      'Ban Quản lý khu phố 3',
      'Thôn Tà Y',
      'Trưởng các ấp A, B, C',
      'Ông Y Blô Ê Ban, bà H’Lim',
      'Đội 1 và 2 (để thực hiện)',
      'Tổ 12 - phường An Bình',
      'Lưu: HS, VT',
    ],
  },
  {
    name: 'a wrapped entry with a list of offices, the next ones on their own',
    foot: `
Nơi nhận:                                         TL. CHỦ TỊCH
- Như trên;                                     CHÁNH VĂN PHÒNG
- VP UBND tỉnh: LĐVP, các phòng TH, NC,
  KT; Trung tâm Tin học;
- Các hội: Nông dân, Phụ nữ,
  Cựu chiến binh;
- Lưu: VT.
                                                  Chu Minh Đạo
`,
    recipients: [
      'Như trên',
      'VP UBND tỉnh: LĐVP, các phòng TH, NC, KT; Trung tâm Tin học',
      'Các hội: Nông dân, Phụ nữ, Cựu chiến binh',
      'Lưu: VT',
    ],
    signatures: [['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG', 'Chu Minh Đạo']],
  },
  {
    name: 'a list without any dash',
    foot: `
Nơi nhận:
Như trên;
Thường trực HĐND xã (để báo cáo);
Các thôn trưởng;
Lưu: VP.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lục Văn Thành
`,
    recipients: ['Như trên', 'Thường trực HĐND xã (để báo cáo)', 'Các thôn trưởng', 'Lưu: VP'],
    signatures: [['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Lục Văn Thành']],
  },
  {
    name: 'the archive begins in one line and goes on in two',
    foot: `
Nơi nhận:                                         HIỆU TRƯỞNG
- Như trên;
- Lưu: Văn thư, Phòng Đào tạo,
Phòng Khảo thí và
Đảm bảo chất lượng.
                                                  Viên Ngọc Lâm
`,
    recipients: ['Như trên', 'Lưu: Văn thư, Phòng Đào tạo, Phòng Khảo thí và Đảm bảo chất lượng'],
    signatures: [['', 'HIỆU TRƯỞNG', 'Viên Ngọc Lâm']],
  },
  {
    name: 'two in columns, the body above the post',
    foot: `

        TM. BAN THƯỜNG VỤ                        TM. BAN THƯỜNG TRỰC
           HỘI LÀM VƯỜN                           ỦY BAN MTTQ HUYỆN
             CHỦ TỊCH                               PHÓ CHỦ TỊCH
              (đã ký)                                  (đã ký)
           Kha Văn Ổi                              Lý Thị Xoài
`,
    signatures: [
      ['TM. BAN THƯỜNG VỤ HỘI LÀM VƯỜN', 'CHỦ TỊCH', 'Kha Văn Ổi'],
      ['TM. BAN THƯỜNG TRỰC ỦY BAN MTTQ HUYỆN', 'PHÓ CHỦ TỊCH', 'Lý Thị Xoài'],
    ],
  },
  {
    name: 'two in a table of pipes with recipients below',
    foot: `

| KT. GIÁM ĐỐC SỞ Y TẾ<br> | KT. GIÁM ĐỐC SỞ GIÁO DỤC |
| PHÓ GIÁM ĐỐC | PHÓ GIÁM ĐỐC |
| Từ Văn Mạnh | Cam Thị Bưởi |

Nơi nhận:
- Như trên;
- Lưu: VT.
`.replace('<br>', ''),
    signatures: [
      ['KT. GIÁM ĐỐC SỞ Y TẾ', 'PHÓ GIÁM ĐỐC', 'Từ Văn Mạnh'],
      ['KT. GIÁM ĐỐC SỞ GIÁO DỤC', 'PHÓ GIÁM ĐỐC', 'Cam Thị Bưởi'],
    ],
  },
  {
    name: 'two in columns, ranks before the names, one post wider',
    foot: `

    CHÍNH ỦY                              TRUNG ĐOÀN TRƯỞNG



  Đại tá Thân Văn Giáo                      Trung tá Bế Văn Lũy
`,
    signatures: [
      ['', 'CHÍNH ỦY', 'Thân Văn Giáo'],
      ['', 'TRUNG ĐOÀN TRƯỞNG', 'Bế Văn Lũy'],
    ],
  },
  {
    name: 'recipients, and two signers on their right',
    foot: `
Nơi nhận:                       TM. BAN CHẤP HÀNH              TM. BAN GIÁM ĐỐC
- Như trên;                         CHỦ TỊCH                       GIÁM ĐỐC
- Các tổ;
- Lưu: VP.
                                  Khúc Thị Mây                    Lê Văn Gió
`,
    recipients: ['Như trên', 'Các tổ', 'Lưu: VP'],
    signatures: [
      ['TM. BAN CHẤP HÀNH', 'CHỦ TỊCH', 'Khúc Thị Mây'],
      ['TM. BAN GIÁM ĐỐC', 'GIÁM ĐỐC', 'Lê Văn Gió'],
    ],
  },
  {
    name: 'post and name in the row of recipients',
    foot: `
Nơi nhận:\tCHỦ TỊCH
- Như trên;
- Các khoa;\t(Đã ký)
- Lưu: VT, TCHC.\tĐàm Quang Bích
`,
    recipients: ['Như trên', 'Các khoa', 'Lưu: VT, TCHC'],
    signatures: [['', 'CHỦ TỊCH', 'Đàm Quang Bích']],
  },
  {
    name: 'remark and name run together',
    foot: `
Nơi nhận:
- Như trên;
- Lưu: VT.

KT. TRƯỞNG BAN
PHÓ TRƯỞNG BAN
(Đã ký)Phạm Đức Khuê
`,
    signatures: [['KT. TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN', 'Phạm Đức Khuê']],
  },
  {
    name: 'the name in brackets behind the remark',
    foot: `
Nơi nhận:
- Như trên;
- Lưu: VT.

TỔNG GIÁM ĐỐC
Đã ký
TS. Huỳnh Công Lập
`,
    signatures: [['', 'TỔNG GIÁM ĐỐC', 'Huỳnh Công Lập']],
  },
  {
    name: 'stacked formulas in small letters with blanks',
    foot: `
Nơi nhận:
- Như trên;
- Lưu: VT.

tl . bộ trưởng bộ canh nông
kt . vụ trưởng vụ kế hoạch
phó vụ trưởng

Giang Văn Khởi
`,
    signatures: [['tl . bộ trưởng bộ canh nông / kt . vụ trưởng vụ kế hoạch', 'phó vụ trưởng', 'Giang Văn Khởi']],
  },
  {
    name: 'formulas with strokes in small letters',
    foot: `
Nơi nhận:
- Như trên;
- Lưu: VP.

T/M Ban thường vụ
Phó bí thư

Sầm Văn Kinh
`,
    signatures: [['T/M Ban thường vụ', 'Phó bí thư', 'Sầm Văn Kinh']],
  },
  {
    name: 'other posts below the names of two signers',
    foot: `

       TRƯỞNG ĐOÀN                              THƯ KÝ


      Hàn Văn Lập                            Tiêu Thị Ghi
    Phó Giám đốc Sở                         Chuyên viên
`,
    signatures: [
      ['', 'TRƯỞNG ĐOÀN', 'Hàn Văn Lập'],
      ['', 'THƯ KÝ', 'Tiêu Thị Ghi'],
    ],
  },
  {
    name: 'a sign-off grid of three',
    foot: `

 NGƯỜI LẬP BIỂU            KẾ TOÁN TRƯỞNG            THỦ TRƯỞNG ĐƠN VỊ
  (Ký, họ tên)              (Ký, họ tên)           (Ký, họ tên, đóng dấu)



 Ngô Thị Vở               Đặng Thị Bút                Hồ Văn Ấn
`,
    signatures: [
      ['', 'NGƯỜI LẬP BIỂU', 'Ngô Thị Vở'],
      ['', 'KẾ TOÁN TRƯỞNG', 'Đặng Thị Bút'],
      ['', 'THỦ TRƯỞNG ĐƠN VỊ', 'Hồ Văn Ấn'],
    ],
  },
  {
    name: 'a treaty in two columns',
    foot: `

   THAY MẶT CHÍNH PHỦ NƯỚC                 THAY MẶT CHÍNH PHỦ NƯỚC
   CỘNG HÒA XÃ HỘI CHỦ NGHĨA               CỘNG HÒA NHÂN DÂN
          VIỆT NAM                              NAM DƯƠNG
   BỘ TRƯỞNG BỘ CANH NÔNG                 BỘ TRƯỞNG BỘ NGOẠI GIAO


        Phan Văn Cày                           Trần Gia Tín
`,
    signatures: [
      ['THAY MẶT CHÍNH PHỦ NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'BỘ TRƯỞNG BỘ CANH NÔNG', 'Phan Văn Cày'],
      ['THAY MẶT CHÍNH PHỦ NƯỚC CỘNG HÒA NHÂN DÂN NAM DƯƠNG', 'BỘ TRƯỞNG BỘ NGOẠI GIAO', 'Trần Gia Tín'],
    ],
  },
  {
    name: 'the deputy was lost behind a seal',
    foot: `
Nơi nhận: KT. GIÁM ĐỐC
- Như trên; PHÓ
- Các phòng; ⁄“Ó ~ {
- Lưu: VT.

Mạch Văn Tròn
`,
    recipients: ['Như trên', 'Các phòng', 'Lưu: VT'],
    signatures: [['KT. GIÁM ĐỐC', null, 'Mạch Văn Tròn']],
  },
  {
    name: 'no printed name, a stamp of the digital signature',
    foot: `
Nơi nhận:
- Như trên;
- Lưu: VT.

KT. CỤC TRƯỞNG
PHÓ CỤC TRƯỞNG

Người ký: Cục Trồng rừng
Email: rung@example.vn
Thời gian ký: 02.03.2022 10:12:31 +07:00
`,
    signatures: [['KT. CỤC TRƯỞNG', 'PHÓ CỤC TRƯỞNG', null]],
  },
  {
    name: 'post, body and name behind the archive, with a rank',
    foot: `
Nơi nhận:
- Như trên;
- Lưu: VT, PC08. TUQ. GIÁM ĐỐC TRƯỞNG PHÒNG CẢNH SÁT GIAO THÔNG Thượng tá Lã Văn Đường
`,
    recipients: ['Như trên', 'Lưu: VT, PC08'],
    signatures: [['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG CẢNH SÁT GIAO THÔNG', 'Lã Văn Đường']],
  },
  {
    name: 'a post run into the word before it',
    foot: `
Nơi nhận: - Như trên; - Lưu: VP. TM. BAN CHẤP HÀNH HUYỆN ĐOÀNBÍ THƯ (đã ký) Đồng Văn Trẻ
`,
    recipients: ['Như trên', 'Lưu: VP'],
    signatures: [['TM. BAN CHẤP HÀNH HUYỆN ĐOÀN', 'BÍ THƯ', 'Đồng Văn Trẻ']],
  },
  {
    name: 'rubble behind a wrapped line, an entry of two closed by marks, an office with rubble',
    foot: `
Nơi nhận: CHỦ TỊCH
- TT Huyện ủy; TT HĐND huyện; 4x7
- Phó Thủ tướng Lê Đình Bá øđ2—=-:°
(báo cáo); Ấy \\/
- Ban Chỉ huy Quân sự huyện, Hạt Kiểm\\ 2>.
lâm huyện; bế guổu Z S x
- VPUB: CVP, các phòng, n/Vụ; KNN:
- Lưu: VT.

Chế Văn Ba
`,
    recipients: [
      'TT Huyện ủy; TT HĐND huyện',
      'Phó Thủ tướng Lê Đình Bá (báo cáo)',
      'Ban Chỉ huy Quân sự huyện, Hạt Kiểm lâm huyện',
      'VPUB: CVP, các phòng, n/Vụ',
      'Lưu: VT',
    ],
    signatures: [['', 'CHỦ TỊCH', 'Chế Văn Ba']],
  },
  {
    name: 'a body with a word of one letter under the formula',
    foot: `

    KT. GIÁM ĐỐC                      KT. GIÁM ĐỐC
      SỞ Y TẾ                       SỞ CÔNG THƯƠNG
   PHÓ GIÁM ĐỐC                      PHÓ GIÁM ĐỐC

   Mã Văn Thuốc                      Đỗ Văn Chợ
`,
    signatures: [
      ['KT. GIÁM ĐỐC SỞ Y TẾ', 'PHÓ GIÁM ĐỐC', 'Mã Văn Thuốc'],
      ['KT. GIÁM ĐỐC SỞ CÔNG THƯƠNG', 'PHÓ GIÁM ĐỐC', 'Đỗ Văn Chợ'],
    ],
  },
  {
    name: 'no printed name, a list of persons enclosed',
    foot: `
Nơi nhận:
- Như trên;
- Lưu: VT.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

DANH SÁCH ĐẠI BIỂU
(Kèm theo Công văn số 318/PNC-KT ngày 06/10/2021)

1. Trần Văn Bê, Trưởng thôn Tà Y
2. Lê Thị Xê, Trưởng thôn Tà B
`,
    signatures: [['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', null]],
  },
  {
    name: 'no printed name, names of a roll in columns',
    foot: `
Nơi nhận:
- Như trên;
- Lưu: VT.

TL. GIÁM ĐỐC
TRƯỞNG PHÒNG TỔ CHỨC

DANH SÁCH THI

STT     Họ và tên            Đơn vị
1       Trần Văn Bê          Tổ 1
2       Lê Thị Xê            Tổ 2
`,
    signatures: [['TL. GIÁM ĐỐC', 'TRƯỞNG PHÒNG TỔ CHỨC', null]],
  },
  {
    name: 'two formulas in a row for one signer',
    foot: `
Nơi nhận:
- Như trên;
- Lưu: VT.

TM. BAN CHỈ HUY
TL. TRƯỞNG BAN
KT. CHÁNH VĂN PHÒNG
PHÓ CHÁNH VĂN PHÒNG

Cù Văn Lội
`,
    signatures: [['TM. BAN CHỈ HUY / TL. TRƯỞNG BAN / KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG', 'Cù Văn Lội']],
  },
  {
    name: 'a post broken over two lines, its body over two more',
    foot: `
Nơi nhận:                                     KT. CHỦ TỊCH HỘI ĐỒNG
- Như trên;                                       PHÓ CHỦ TỊCH
- Lưu: VT.                                    PHÓ GIÁM ĐỐC SỞ NÔNG NGHIỆP
                                                VÀ MÔI TRƯỜNG

                                                  Vi Văn Đồi
`,
    recipients: ['Như trên', 'Lưu: VT'],
    signatures: [['KT. CHỦ TỊCH HỘI ĐỒNG', 'PHÓ CHỦ TỊCH PHÓ GIÁM ĐỐC SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG', 'Vi Văn Đồi']],
  },
  {
    name: 'the remark without brackets behind the name beside a recipient',
    foot: `
TM. CHÍNH PHỦ
KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG
Nơi nhận:
- Văn phòng Quốc hội,
- Các Bộ, cơ quan ngang Bộ,\t\t\tTôn Thất Lượng đã ký
- Lưu: NN (5), VT.
`,
    recipients: ['Văn phòng Quốc hội', 'Các Bộ, cơ quan ngang Bộ', 'Lưu: NN (5), VT'],
    signatures: [['TM. CHÍNH PHỦ / KT. THỦ TƯỚNG', 'PHÓ THỦ TƯỚNG', 'Tôn Thất Lượng']],
  },
  {
    name: 'the remark in other brackets, with a rank',
    foot: `
Nơi nhận:
- Như trên;
- Lưu: VT.
GIÁM ĐỐC
[Đã ký] Thiếu tướng Đèo Văn Ngạn
`,
    recipients: ['Như trên', 'Lưu: VT'],
    signatures: [['', 'GIÁM ĐỐC', 'Đèo Văn Ngạn']],
  },
  {
    name: 'the remark without brackets on a line of the list',
    foot: `
CHỦ TỊCH
Nơi nhận:
- Như trên;
Uông Bích Hạ (Đã ký)
- Lưu: VT.
`,
    recipients: ['Như trên', 'Lưu: VT'],
    signatures: [['', 'CHỦ TỊCH', 'Uông Bích Hạ']],
  },
  {
    name: 'the post right below the text, the name with the remark on a line of the list',
    foot: `TRƯỞNG PHÒNG
Nơi nhận:
- Như trên;                                (Đã ký) Uông Bích Hạ
- Ban quản lý hồ;
- Lưu: VP.
`,
    recipients: ['Như trên', 'Ban quản lý hồ', 'Lưu: VP'],
    signatures: [['', 'TRƯỞNG PHÒNG', 'Uông Bích Hạ']],
  },
  {
    name: 'a name between signs of a seal',
    foot: `
Nơi nhận:
- Lưu: VT.

TRƯỞNG PHÒNG

‹¬|#Uông Bích Hạ*~
`,
    signatures: [['', 'TRƯỞNG PHÒNG', 'Uông Bích Hạ']],
  },
  {
    name: 'the archive in brackets that close on the next line',
    foot: `
Nơi nhận:
- Như trên;
- Lưu (VT;
KTNN).

TRƯỞNG PHÒNG

Uông Bích Hạ
`,
    recipients: ['Như trên', 'Lưu (VT; KTNN)'],
    archive: 'Lưu (VT; KTNN)',
    signatures: [['', 'TRƯỞNG PHÒNG', 'Uông Bích Hạ']],
  },
  {
    name: 'the archive as an engine reads it',
    foot: `
Nơi nhận:
- Như trên;
- Luru: VT, KTNN.

PHÓ THƯ KÝ

Uông Bích Hạ
`,
    recipients: ['Như trên', 'Luru: VT, KTNN'],
    archive: 'Luru: VT, KTNN',
    signatures: [['', 'PHÓ THƯ KÝ', 'Uông Bích Hạ']],
  },
  {
    name: 'a chief of his own body below one who signs for another',
    foot: `
K.T BỘ TRƯỞNG
BỘ NGƯ NGHIỆP
THỨ TRƯỞNG

Uông Văn Hạ

BỘ TRƯỞNG
BỘ ĐÊ ĐIỀU

Đào Công Trà
`,
    signatures: [
      ['K.T BỘ TRƯỞNG BỘ NGƯ NGHIỆP', 'THỨ TRƯỞNG', 'Uông Văn Hạ'],
      ['', 'BỘ TRƯỞNG BỘ ĐÊ ĐIỀU', 'Đào Công Trà'],
    ],
  },
  {
    name: 'a name in capitals right below the bare word of the archive',
    foot: `
\tT.M. UỶ BAN HÀNH CHÍNH XÃ
\tCHỦ TỊCH
Nơi nhận:
- Các đội
- Lưu
\tUÔNG THỊ HẠ
`,
    recipients: ['Các đội', 'Lưu'],
    archive: 'Lưu',
    signatures: [['T.M. UỶ BAN HÀNH CHÍNH XÃ', 'CHỦ TỊCH', 'UÔNG THỊ HẠ']],
  },
  {
    name: 'a post whose line breaks within it',
    foot: `
Nơi nhận:                               KT. VIỆN TRƯỞNG
- Như trên;                             PHÓ VIỆN
- Lưu: VT.                              TRƯỞNG

                                        Uông Bích Hạ
`,
    recipients: ['Như trên', 'Lưu: VT'],
    signatures: [['KT. VIỆN TRƯỞNG', 'PHÓ VIỆN TRƯỞNG', 'Uông Bích Hạ']],
  },
  {
    name: 'offices abbreviated one behind the other',
    foot: `
Nơi nhận:
- Sở CN.TN. NN
- Lưu VT.

GIÁM ĐỐC

Uông Bích Hạ
`,
    recipients: ['Sở CN.TN. NN', 'Lưu VT'],
  },
  {
    name: 'the post of a council of chiefs is one name',
    foot: `
KT. CHỦ TỊCH HỘI ĐỒNG BỘ TRƯỞNG
PHÓ CHỦ TỊCH

Uông Văn Hạ
`,
    signatures: [['KT. CHỦ TỊCH HỘI ĐỒNG BỘ TRƯỞNG', 'PHÓ CHỦ TỊCH', 'Uông Văn Hạ']],
  },
  {
    name: 'older label, what is kept in small letters',
    foot: `
                                      T.M. ỦY BAN HÀNH CHÍNH TỈNH VẠN HÀ
                                                 Phó chủ tịch
     Nơi gửi:
     - Như trên
     - Ty Bưu điện (để báo cáo)
     - Lưu văn phòng
                                               Đỗ Bá Khoan
`,
    recipients: ['Như trên', 'Ty Bưu điện (để báo cáo)', 'Lưu văn phòng'],
    archive: 'Lưu văn phòng',
    signatures: [['T.M. ỦY BAN HÀNH CHÍNH TỈNH VẠN HÀ', 'Phó chủ tịch', 'Đỗ Bá Khoan']],
  },
  {
    name: 'rubble: a bracket that is never closed, toned initials, signs before a letter, a stroke as a fraction',
    foot: `
Nơi nhận: KT. CHỦ TỊCH
- Như trên, .*3 M PHÓ CHỦ TỊCH
- Trạm Thú y huyện; 4⁄2
- Các tổ ( QX
- Lưu: VT. 7⁄31 ỔẾ
Trịnh Văn Đồng
`,
    recipients: ['Như trên', 'Trạm Thú y huyện', 'Các tổ', 'Lưu: VT'],
    archive: 'Lưu: VT',
  },
  {
    name: 'a list behind a colon over a semicolon, a typist behind the count of copies, a mark inside a word',
    foot: `
Nơi nhận:
- Như trên;
- Các phòng: Kinh tế, Hạ tầng; Văn hóa - Xã hội
(đăng tải trên trang của phường);
- Lưu: VT, NN (2*b*). Kh

CHỦ TỊCH

Bùi Thế Chinh
`,
    recipients: [
      'Như trên',
      'Các phòng: Kinh tế, Hạ tầng; Văn hóa - Xã hội (đăng tải trên trang của phường)',
      'Lưu: VT, NN (2b). Kh',
    ],
  },
  {
    name: 'addresses among the recipients',
    foot: `
Nơi nhận:
- Như trên;
- Website: vanha.gov.vn;
- email: vp@vanha.gov.vn;
- Lưu: VT.

CHỦ TỊCH

Bùi Thế Chinh
`,
    recipients: ['Như trên', 'Website: vanha.gov.vn', 'email: vp@vanha.gov.vn', 'Lưu: VT'],
  },
  {
    name: 'strokes that touch the first letter of a post and the last of a name',
    foot: `
Nơi nhận: KT. GIÁM ĐỐC
- Như trên; ~\` ¡PHÓ GIÁM ĐỐC
- Lưu: VT. ) ˆ\` Ẻ~
>‹/[Lâm Thị Bích Đào ˆ~
`,
    recipients: ['Như trên', 'Lưu: VT'],
    signatures: [['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Lâm Thị Bích Đào']],
  },
]

const HEAD = `UBND HUYỆN VẠN TRÚC               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG NÔNG CỤ                           Độc lập - Tự do - Hạnh phúc
Số: 318/PNC-KT                     Vạn Trúc, ngày 06 tháng 10 năm 2021
V/v sửa máy bơm

Kính gửi: Các đội thủy nông.

Phòng Nông cụ đề nghị các đội thủy nông sửa xong máy bơm trước mùa lũ./.
`

/** The document of a case. */
export const documentOf = ({ foot, whole }: FootCase): string => (whole ? foot : HEAD + foot)
