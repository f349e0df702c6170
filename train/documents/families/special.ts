/** Forms apart: joint papers, minutes, agreements, boards, many signers, gazettes, law databases, lost letterheads and fonts. */
import type { Random } from '../../random.ts'
import { type Body, initials, MINISTRIES, ministry, peoplesCommittee } from '../bodies.ts'
import type { Form, Signature } from '../form.ts'
import { personName } from '../people.ts'
import { SENTENCES, SUBJECTS } from '../phrases.ts'
import { nameOf, unitOf, type Unit } from '../places.ts'
import { orders } from './body-text.ts'
import { type Kind, paper, upper } from './paper.ts'
import { issueDate, sceneOf } from './scene.ts'
import { formulas } from './signing.ts'
import { between, district, legal, ministries, province, provinceDepartment } from './state.ts'

const HANOI: Unit = { kind: 'thành phố', name: 'Hà Nội', above: null }

/** Circulars, plans and resolutions of several bodies, signed side by side. */
export function joint(random: Random): Form {
  const year = between(random, 1995, 2026)
  const central = random.chance(0.5)
  const unit = central
    ? HANOI
    : unitOf(random, { level: random.pick(['province', 'district']), year: Math.min(year, 2024) })
  const names = central
    ? random.some(MINISTRIES, random.pick([2, 2, 3, 4]))
    : random.some(
        [
          `Sở Tài chính`,
          'Sở Y tế',
          `Công an ${unit.kind}`,
          `Hội Liên hiệp Phụ nữ ${unit.kind}`,
          `LĐLĐ ${unit.kind}`,
          'Ban Tuyên giáo',
          `Đoàn TNCS Hồ Chí Minh ${unit.kind}`,
          `Ủy ban MTTQ Việt Nam ${unit.kind}`,
          `Viện Kiểm sát nhân dân ${unit.kind}`,
        ],
        random.pick([2, 2, 3]),
      )
  const posts = (name: string): [string, string] =>
    /^Bộ/u.test(name)
      ? ['Bộ trưởng', 'Thứ trưởng']
      : /^(?:Sở|Công an)/u.test(name)
        ? ['Giám đốc', 'Phó Giám đốc']
        : /^Đoàn/u.test(name)
          ? ['Bí thư', 'Phó Bí thư']
          : /^Ban/u.test(name)
            ? ['Trưởng ban', 'Phó Trưởng ban']
            : /^Viện/u.test(name)
              ? ['Viện trưởng', 'Phó Viện trưởng']
              : ['Chủ tịch', 'Phó Chủ tịch']
  const code = names.map((name) => initials(name)).join('-')
  const joiner = random.pick([' - ', ' - ', ' – ', '-'])
  const body: Body = {
    name: names.join(joiner),
    self: random.pick(['Hai ngành', 'Liên ngành', 'Liên tịch', 'Liên Bộ']),
    code,
    parent: null,
    chief: 'Trưởng ban',
    deputies: ['Phó Trưởng ban'],
    collective: null,
    byOrder: null,
    place: unit.name,
  }
  const kind = random.weighted<Kind>(
    central ? { circular: 5, guide: 2, plan: 1 } : { plan: 4, guide: 3, programme: 3, resolution: 1, letter: 1 },
  )
  const form = paper(sceneOf(random, { year, unit, body, level: central ? 'ministry' : 'province' }), {
    kind,
    style: 'state',
  })
  if (kind === 'circular') form.heading = random.pick(['THÔNG TƯ LIÊN TỊCH', 'THÔNG TƯ LIÊN TỊCH', 'THÔNG TƯ LIÊN BỘ'])
  if (kind === 'programme') form.heading = random.pick(['CHƯƠNG TRÌNH PHỐI HỢP', 'CHƯƠNG TRÌNH LIÊN TỊCH'])
  if (kind === 'plan' && random.chance(0.4)) form.heading = 'KẾ HOẠCH LIÊN TỊCH'
  if (kind === 'resolution') form.heading = 'NGHỊ QUYẾT LIÊN TỊCH'
  if (form.number && kind === 'circular')
    form.number.text = form.number.text.replace(/\/TT-/u, random.pick([`/${year}/TTLT-`, '/TTLT-', `/${year}/TTLT/`]))
  if (form.enacting) form.enacting = null
  const marks = formulas(random, 'state')
  form.signatures = names.map((name) => {
    const [chief, deputy] = posts(name)
    const withBody = random.chance(0.7) ? ` ${upper(name)}` : ''
    return random.chance(0.6)
      ? { authority: [`${marks.KT}${upper(chief)}${withBody}`], position: upper(deputy), name: personName(random) }
      : {
          authority: random.chance(0.15) ? [`${marks.TM}${upper(name)}`] : [],
          position: `${upper(chief)}${withBody}`,
          name: personName(random),
        }
  })
  form.signersAbreast = random.chance(0.75)
  return form
}

/** Minutes: secretary left, chair right, often nobody else; or two parties. */
export function minutes(random: Random): Form {
  const base = random.pick([province, district, provinceDepartment])(random)
  const unit: Unit = { kind: 'xã', name: base.place ?? 'Tân Khê', above: null }
  const scene = sceneOf(random, {
    year: base.year,
    unit,
    body: {
      name: 'Tổ công tác',
      self: 'Tổ công tác',
      code: 'TCT',
      parent: null,
      chief: 'Tổ trưởng',
      deputies: ['Tổ phó'],
      collective: null,
      byOrder: null,
      place: unit.name,
    },
    level: 'commune',
  })
  const form: Form = {
    ...base,
    heading: random.pick([
      'BIÊN BẢN',
      'BIÊN BẢN',
      'BIÊN BẢN HỌP',
      'BIÊN BẢN LÀM VIỆC',
      'BIÊN BẢN NGHIỆM THU',
      'BIÊN BẢN KIỂM TRA',
    ]),
    subjectUnder: 'heading',
    enacting: null,
    bases: [],
    cue: null,
    addressees: [],
    also: null,
    recipients: random.chance(0.25) ? base.recipients : null,
    subject: scene.say(
      random.pick([
        'Họp {team}',
        'Kiểm tra {work}',
        'Bàn giao {project}',
        'Về việc {matter}',
        'Hội nghị lấy ý kiến cử tri nơi cư trú',
        'Nghiệm thu {project} hoàn thành đưa vào sử dụng',
      ]),
      [SUBJECTS],
    ),
    number:
      random.chance(0.4) && base.number
        ? { ...base.number, text: base.number.text.replace(/\/[^/]*$/u, '/BB-TCT') }
        : null,
  }
  if (random.chance(0.3))
    Object.assign(form, { issuer: null, parent: null, star: null, number: null, place: null, date: null })
  const main = orders(scene)
  form.operative = null
  form.body = [
    {
      kind: 'text',
      text: `Hôm nay, vào hồi ${7 + random.below(9)} giờ 30 phút, ngày ${1 + random.below(28)}/${1 + random.below(12)}/${base.year}, tại ${scene.say('{spot}')}, chúng tôi gồm:`,
      depth: 0,
    },
    { kind: 'item', text: `- Ông ${personName(random)}, ${scene.say('{post}')};`, depth: 0 },
    { kind: 'item', text: `- Bà ${personName(random)}, cán bộ địa chính.`, depth: 0 },
    ...main.body,
  ]
  const two = random.pick([
    [
      ['THƯ KÝ', 'CHỦ TRÌ'],
      ['THƯ KÝ', 'CHỦ TỌA'],
      ['NGƯỜI GHI BIÊN BẢN', 'CHỦ TRÌ'],
    ],
    [
      ['ĐẠI DIỆN BÊN GIAO', 'ĐẠI DIỆN BÊN NHẬN'],
      ['ĐẠI DIỆN BÊN A', 'ĐẠI DIỆN BÊN B'],
    ],
    [['THƯ KÝ', 'NGƯỜI CHỦ TRÌ']],
  ])[0] as string[]
  form.signatures = two.map((position) => ({
    authority: [],
    position,
    name: random.chance(0.9) ? personName(random) : null,
  }))
  if (random.chance(0.25))
    form.signatures.push({
      authority: [],
      position: random.pick(['CÁC THÀNH VIÊN', 'ĐẠI DIỆN CHỦ ĐẦU TƯ', 'GIÁM SÁT TRƯỞNG']),
      name: personName(random),
    })
  form.signersAbreast = random.chance(0.85)
  return form
}

/** Memoranda and agreements of two parties. */
export function agreement(random: Random): Form {
  const form = joint(random)
  form.heading = random.pick([
    'BẢN GHI NHỚ',
    'BẢN THỎA THUẬN',
    'HỢP ĐỒNG',
    'QUY CHẾ PHỐI HỢP',
    'HIỆP ĐỊNH',
    'BẢN CAM KẾT',
  ])
  if (random.chance(0.5)) Object.assign(form, { issuer: null, number: null })
  if (random.chance(0.4))
    form.signatures = form.signatures.map((signature, at) => ({
      authority: [
        `${random.pick(['THAY MẶT', 'ĐẠI DIỆN', 'TM.'])} ${at === 0 ? 'BÊN A' : at === 1 ? 'BÊN B' : 'BÊN C'}`,
      ],
      position: signature.position?.split(' BỘ')[0] ?? null,
      name: signature.name,
    }))
  if (random.chance(0.4)) form.recipients = null
  form.signersAbreast = true
  return form
}

/** Steering committees, councils, working groups; the chair's own post stands below. */
export function board(random: Random): Form {
  const year = between(random, 2005, 2026)
  const unit = unitOf(random, {
    level: random.pick(['province', 'district', 'commune']),
    year: Math.min(year, year > 2025 ? 2026 : 2024),
  })
  const parts = random.pick([
    ['Ban Chỉ đạo', 'BCĐ', 'Trưởng ban', 'Phó Trưởng ban', 'Ban Chỉ đạo'],
    ['Ban Chỉ huy Phòng thủ dân sự', 'BCHPTDS', 'Trưởng ban', 'Phó Trưởng ban', 'Ban Chỉ huy'],
    ['Hội đồng Thi đua - Khen thưởng', 'HĐTĐKT', 'Chủ tịch', 'Phó Chủ tịch', 'Hội đồng'],
    ['Hội đồng thẩm định', 'HĐTĐ', 'Chủ tịch', 'Phó Chủ tịch', 'Hội đồng'],
    ['Tổ công tác Đề án 06', 'TCT', 'Tổ trưởng', 'Tổ phó', 'Tổ công tác'],
    ['Ủy ban bầu cử', 'UBBC', 'Chủ tịch', 'Phó Chủ tịch', 'Ủy ban bầu cử'],
    ['Đoàn kiểm tra liên ngành', 'ĐKT', 'Trưởng đoàn', 'Phó Trưởng đoàn', 'Đoàn kiểm tra'],
    ['Ban Tổ chức Hội thi', 'BTC', 'Trưởng ban', 'Phó Trưởng ban', 'Ban Tổ chức'],
    ['Ban Vận động Quỹ vì người nghèo', 'BVĐ', 'Trưởng ban', 'Phó Trưởng ban', 'Ban Vận động'],
  ] as const)
  const long = random.chance(0.45)
    ? ` ${sceneOf(random, { year, unit, body: peoplesCommittee(unit, random), level: 'district' })
        .say('{work}')
        .replace(/^(?:công tác|việc) /u, '')}`
    : ''
  const body: Body = {
    name: `${parts[0]}${long} ${random.pick([unit.kind, nameOf(unit)])}`,
    self: parts[4],
    code: parts[1],
    parent: random.chance(0.7) ? `UBND ${nameOf(unit)}` : null,
    chief: parts[2],
    deputies: [parts[3], `${parts[3]} Thường trực`],
    collective: random.chance(0.7) ? parts[4] : null,
    byOrder: null,
    place: unit.name,
  }
  const form = paper(sceneOf(random, { year, unit, body, level: unit.kind === 'tỉnh' ? 'province' : 'district' }), {
    kind: random.weighted<Kind>({ plan: 4, notice: 4, decision: 4, letter: 4, report: 2, telegram: 1, invitation: 1 }),
    style: 'state',
  })
  if (random.chance(0.65)) {
    const second = random.pick([
      `CHỦ TỊCH UBND ${upper(unit.kind)}`,
      `PHÓ CHỦ TỊCH UBND ${upper(unit.kind)}`,
      'GIÁM ĐỐC SỞ NỘI VỤ',
      'GIÁM ĐỐC CÔNG AN TỈNH',
      'TRƯỞNG PHÒNG NỘI VỤ',
      'PHÓ BÍ THƯ THƯỜNG TRỰC',
    ])
    form.signatures = form.signatures.map((signature) => ({
      ...signature,
      second: {
        text: random.chance(0.3) ? `(${second})` : second,
        where: random.chance(0.75) ? 'above-name' : 'below-name',
      },
    }))
  }
  return form
}

/** Two or more signers of one body, in columns or in a grid of those who approved. */
export function manySigners(random: Random): Form {
  const form = random.pick([province, provinceDepartment, district, ministries])(random)
  const grid = random.chance(0.4)
  const posts = grid
    ? random.some(
        [
          'NGƯỜI LẬP BIỂU',
          'KẾ TOÁN TRƯỞNG',
          'PHỤ TRÁCH KẾ TOÁN',
          'THỦ QUỸ',
          'TRƯỞNG PHÒNG',
          'THỦ TRƯỞNG ĐƠN VỊ',
          'GIÁM ĐỐC',
        ],
        random.pick([2, 3, 3]),
      )
    : random.pick([
        ['CHỦ TỊCH', 'THƯ KÝ'],
        ['TRƯỞNG ĐOÀN', 'THƯ KÝ'],
        ['BÍ THƯ', 'CHỦ TỊCH'],
        ['CHỦ TỊCH', 'CHỦ TỊCH', 'TRƯỞNG BAN'],
      ])
  form.signatures = posts.map(
    (position): Signature => ({
      authority: random.chance(grid ? 0.05 : 0.35)
        ? [
            `TM. ${random.pick(['ỦY BAN NHÂN DÂN', 'BAN THƯỜNG TRỰC', 'BAN CHẤP HÀNH', 'UBMTTQ', 'BAN THƯỜNG VỤ', 'ĐOÀN KIỂM TRA'])}`,
          ]
        : [],
      position,
      name: random.chance(0.92) ? personName(random) : null,
      ...(random.chance(0.2) ? { signed: { text: '(Đã ký)', where: 'before' as const } } : {}),
    }),
  )
  form.signersAbreast = random.chance(0.85)
  if (grid && random.chance(0.4)) form.recipients = null
  return form
}

/** Laws, resolutions and orders of the National Assembly, its Standing Committee and the President. */
export function nationalAssembly(random: Random): Form {
  const year = between(random, 1992, 2026)
  const way = random.pick(['law', 'resolution', 'standing', 'standing', 'president'] as const)
  const bodies: Record<typeof way, Body> = {
    law: {
      name: 'Quốc hội',
      self: 'Quốc hội',
      code: 'QH',
      parent: null,
      chief: 'Chủ tịch Quốc hội',
      deputies: ['Chủ tịch Quốc hội'],
      collective: null,
      byOrder: null,
      place: 'Hà Nội',
    },
    resolution: {
      name: 'Quốc hội',
      self: 'Quốc hội',
      code: 'QH',
      parent: null,
      chief: 'Chủ tịch Quốc hội',
      deputies: ['Phó Chủ tịch Quốc hội'],
      collective: null,
      byOrder: null,
      place: 'Hà Nội',
    },
    standing: {
      name: 'Ủy ban Thường vụ Quốc hội',
      self: 'Ủy ban Thường vụ Quốc hội',
      code: 'UBTVQH',
      parent: null,
      chief: 'Chủ tịch',
      deputies: ['Phó Chủ tịch'],
      collective: 'Ủy ban Thường vụ Quốc hội',
      byOrder: null,
      place: 'Hà Nội',
    },
    president: {
      name: 'Chủ tịch nước',
      self: 'Chủ tịch nước',
      code: 'CTN',
      parent: null,
      chief: 'Chủ tịch nước',
      deputies: ['Phó Chủ tịch nước'],
      collective: null,
      byOrder: null,
      place: 'Hà Nội',
    },
  }
  const body = bodies[way]
  const scene = sceneOf(random, { year, unit: HANOI, body, level: 'ministry' })
  const form = paper(scene, { kind: way === 'president' ? 'decision' : 'resolution', style: 'state' })
  const term = 9 + Math.max(0, Math.floor((year - 1992) / 5))
  const serial = 1 + random.below(90)
  if (way === 'law') {
    form.heading = random.pick(['LUẬT', 'LUẬT', 'BỘ LUẬT', 'PHÁP LỆNH'])
    form.subject = upper(scene.say(random.pick(SUBJECTS['law'] as string[]), [SUBJECTS]))
    form.number = { label: random.pick(['Luật số:', 'Luật số:', 'Số:']), text: `${serial}/${year}/QH${term}` }
    form.signatures = [
      {
        authority: [],
        position: 'CHỦ TỊCH QUỐC HỘI',
        name: personName(random),
        ...(random.chance(0.4) ? { signed: { text: '(Đã ký)', where: 'before' as const } } : {}),
      },
    ]
    form.operative = {
      text: random.pick(['Quốc hội ban hành Luật này', 'Luật này quy định về việc quản lý và sử dụng']),
      alone: false,
    }
    if (random.chance(0.8)) Object.assign(form, { place: null, date: null })
    if (random.chance(0.8)) form.recipients = null
    form.enacting = null
  } else {
    form.number = {
      label: random.pick(['Số:', 'Nghị quyết số:', 'Số:']),
      text: random.pick([
        `${serial}/${year}/${body.code}${way === 'president' ? '' : term}`,
        `${serial}/NQ-${body.code}${term}`,
        `${serial}/${year}/NQ-${body.code}${term}`,
      ]),
    }
    if (way === 'president') form.heading = random.pick(['LỆNH', 'QUYẾT ĐỊNH'])
    form.enacting = upper(
      way === 'president'
        ? 'Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam'
        : way === 'resolution'
          ? 'Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam'
          : body.name,
    )
    if (random.chance(0.3)) form.enacting = body.name.toUpperCase()
  }
  return form
}

/** The gazette's form: no letterhead, `QUYẾT ĐỊNH CỦA BỘ TRƯỞNG … SỐ … NGÀY … VỀ VIỆC …`. */
export function gazette(random: Random): Form {
  const form = random.pick([ministries, legal, province])(random)
  return withoutLetterhead(form, 'gazette', random)
}

/** A law database's page: menus, a heading sentence, the letterhead run together or gone. */
export function lawDatabase(random: Random): Form {
  const form = random.pick([ministries, legal, province, provinceDepartment])(random)
  if (random.chance(0.4)) return withoutLetterhead(form, 'law-database', random)
  form.reader = random.weighted({ crawl: 7, html: 3 })
  if (random.chance(0.7) && form.number)
    form.front = [
      `${form.heading ? form.heading.charAt(0) + form.heading.slice(1).toLocaleLowerCase('vi') : 'Công văn'} ${form.number.text.replace(/\s/gu, '')}${random.chance(0.5) && form.subject ? ` ${form.subject.charAt(0).toLocaleLowerCase('vi')}${form.subject.slice(1)}` : ''}`,
    ]
  if (random.chance(0.4)) form.front = [...random.some(MENUS, 2 + random.below(6)), ...form.front]
  return form
}

const MENUS = [
  'Trang chủ',
  'Văn bản pháp luật',
  'Văn bản mới',
  'Hỏi đáp',
  'Tin tức - Sự kiện',
  'Đăng nhập | Đăng ký',
  'Thuộc tính',
  'Nội dung',
  'Lược đồ',
  'Văn bản liên quan',
  'Tải về',
  'Tình trạng hiệu lực: Còn hiệu lực',
  'Bản in',
  '» Văn bản » Chi tiết',
  'Hôm nay: 1.204 lượt truy cập',
  'Mục lục',
  'Chọn cơ quan ban hành',
  'Tìm kiếm nâng cao',
  'Lĩnh vực: Tổ chức bộ máy',
  '1. Giới thiệu',
  '2. Cơ cấu tổ chức',
  '3. Chức năng, nhiệm vụ',
  '- Thủ tục hành chính',
  '- Lịch công tác',
  'Liên hệ - Góp ý',
  'Cỡ chữ: A- A A+',
  'Print',
  'Email this page',
  'Home',
]

function withoutLetterhead(form: Form, sentence: 'gazette' | 'law-database', random: Random): Form {
  form.headingSentence = sentence
  form.titles = []
  form.parent = null
  form.star = null
  form.reader = random.weighted({ doc: 3, html: 2, crawl: 1, ocr: 3, 'pdf-plain': 2 })
  if (sentence === 'gazette' && random.chance(0.4))
    form.front = [
      random
        .pick(['CÔNG BÁO/Số {a} + {b}/Ngày 15-7-2021', 'CÔNG BÁO Số {a} ngày 10-5-1996', 'Số {a} (31-8-1994) CÔNG BÁO'])
        .replace('{a}', String(100 + random.below(700)))
        .replace('{b}', String(801 + random.below(90))),
    ]
  if (form.issuer && /^ỦY BAN NHÂN DÂN|^UBND/u.test(form.issuer) && random.chance(0.4))
    form.issuer = `CHỦ TỊCH ${form.issuer}`
  if (form.issuer && /^BỘ|^TỔNG CỤC/u.test(form.issuer) && random.chance(0.6))
    form.issuer = `${form.issuer.startsWith('BỘ') ? 'BỘ TRƯỞNG' : 'TỔNG CỤC TRƯỞNG'} ${form.issuer}`
  form.heading = form.heading ?? 'CÔNG VĂN'
  if (random.chance(0.4)) form.recipients = null
  return form
}

/** Heading and text alone: no letterhead, often no number; circulated drafts and copies. */
export function noLetterhead(random: Random): Form {
  const form = random.pick([province, district, ministries, provinceDepartment])(random)
  Object.assign(form, { titles: [], parent: null, issuer: null, star: null })
  if (random.chance(0.7)) form.number = null
  if (random.chance(0.5)) Object.assign(form, { place: null, date: null })
  else form.placeDateAt = random.chance(0.7) ? 'end' : 'head'
  if (form.heading === null) form.heading = null
  return form
}

/** Old files whose font for capitals is lost: everything that was in capitals comes out small. */
export function smallLetters(random: Random): Form {
  const form = random.pick([province, district, ministries, provinceDepartment, joint])(random)
  form.smallLetters = true
  form.year = between(random, 1996, 2008)
  form.reader = random.weighted({ doc: 5, html: 1, crawl: 1, 'pdf-plain': 1 })
  return form
}

/** An invitation with its time and place as items. */
export function invitations(random: Random): Form {
  const maker = random.pick([province, district, provinceDepartment])
  const sample = maker(random)
  const unit: Unit = { kind: 'huyện', name: sample.place ?? 'Tân Khê', above: null }
  const body = random.chance(0.5) ? peoplesCommittee(unit, random) : ministry(random)
  const scene = sceneOf(random, {
    year: sample.year,
    unit,
    body,
    level: random.pick(['district', 'province', 'commune']),
  })
  const form = paper(scene, { kind: 'invitation', style: 'state' })
  form.body = [
    {
      kind: 'text',
      text: `${body.self} trân trọng kính mời ${random.pick(['ông (bà)', 'quý đại biểu', 'đồng chí', 'đại diện lãnh đạo các đơn vị'])} dự ${scene.say('{event}')}.`,
      depth: 0,
    },
    { kind: 'item', text: `1. Thời gian: ${7 + random.below(8)} giờ 30 phút, ngày ${scene.say('{date}')}.`, depth: 0 },
    { kind: 'item', text: `2. Địa điểm: Hội trường ${scene.say('{spot}')}.`, depth: 0 },
    ...(random.chance(0.6)
      ? [
          {
            kind: 'item' as const,
            text: `3. Thành phần: ${scene.from(SENTENCES, 'actor')}; ${scene.from(SENTENCES, 'actor')}.`,
            depth: 0,
          },
        ]
      : []),
    { kind: 'text', text: scene.from(SENTENCES, 'closing'), depth: 0 },
  ]
  form.operative = null
  return form
}

/** Telegrams of all levels. */
export function telegrams(random: Random): Form {
  const year = between(random, 1998, 2026)
  const unit = unitOf(random, { level: random.pick(['province', 'province', 'district']), year: Math.min(year, 2024) })
  const body = random.pick([
    () => peoplesCommittee(unit, random),
    () => ministry(random),
    (): Body => ({
      name: `Chủ tịch Ủy ban nhân dân ${nameOf(unit)}`,
      self: `Chủ tịch UBND ${unit.kind}`,
      code: 'UBND',
      parent: null,
      chief: 'Chủ tịch',
      deputies: ['Phó Chủ tịch'],
      collective: null,
      byOrder: null,
      place: unit.name,
    }),
  ])()
  return paper(sceneOf(random, { year, unit, body, level: 'province' }), { kind: 'telegram', style: 'state' })
}

/** A paper with the block of the office that copied it behind its end. */
export function copied(random: Random): Form {
  const form = random.pick([province, ministries, district])(random)
  const place = form.place ?? 'Tân Khê'
  const office = random.pick([
    `UBND TỈNH ${upper(place)}`,
    'SỞ NỘI VỤ',
    `VĂN PHÒNG UBND TỈNH ${upper(place)}`,
    'BAN CHỈ HUY QUÂN SỰ HUYỆN',
  ])
  const full = random.chance(0.6)
  form.copy = [
    ...(full ? [office] : []),
    random.pick(['SAO Y BẢN CHÍNH', 'SAO Y', 'SAO LỤC', 'TRÍCH SAO', 'SAO Y BẢN CHÍNH']),
    ...(full
      ? [
          `Số: ${1 + random.below(400)}/${random.pick(['SY', 'SL', 'TrS', 'SY-UBND', 'BS'])}`,
          `${place}, ${issueDate(random, form.year, { blank: 0 })}`,
        ]
      : []),
    random.pick(['TL. CHỦ TỊCH', 'KT. CHÁNH VĂN PHÒNG', 'TL. GIÁM ĐỐC']),
    random.pick(['CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG', 'TRƯỞNG PHÒNG HÀNH CHÍNH']),
    personName(random),
  ]
  return form
}
