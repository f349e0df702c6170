/** Army, police, courts, procuracies, vertical services, schools, hospitals, companies: each its own posts and signs. */
import type { Random } from '../../random.ts'
import { type Body, initials } from '../bodies.ts'
import type { Form } from '../form.ts'
import { RANKS } from '../people.ts'
import { nameOf, unitOf, type Unit } from '../places.ts'
import { type Kind, paper } from './paper.ts'
import { type Level, sceneOf } from './scene.ts'
import { between } from './state.ts'

const USUAL: Partial<Record<Kind, number>> = {
  letter: 8,
  plan: 4,
  decision: 5,
  notice: 4,
  report: 3,
  submission: 2,
  guide: 2,
  invitation: 1,
}

function make(
  random: Random,
  {
    body,
    level,
    unit,
    year,
    ranks,
    share = 0,
  }: { body: Body; level: Level; unit: Unit; year: number; ranks?: readonly string[]; share?: number },
): Form {
  const form = paper(sceneOf(random, { year, unit, body, level }), { kind: random.weighted(USUAL), style: 'state' })
  if (ranks && random.chance(share))
    form.signatures = form.signatures.map((signature) => ({ ...signature, rank: random.pick(ranks) }))
  return form
}

const office = { head: 'Chánh Văn phòng', deputy: 'Phó Chánh Văn phòng' }

export function army(random: Random): Form {
  const year = between(random, 1995, 2026)
  const unit = unitOf(random, { level: random.pick(['province', 'district']), year: Math.min(year, 2024) })
  const [name, parent, code, chief, deputy] = random.pick([
    [`Bộ Chỉ huy Quân sự ${nameOf(unit)}`, 'Quân khu 4', 'BCH', 'Chỉ huy trưởng', 'Phó Chỉ huy trưởng'],
    [
      `Ban Chỉ huy Quân sự ${nameOf(unit)}`,
      `Bộ CHQS ${unit.above ? nameOf(unit.above) : 'tỉnh'}`,
      'BCHQS',
      'Chỉ huy trưởng',
      'Phó Chỉ huy trưởng',
    ],
    [
      `Bộ Chỉ huy Bộ đội Biên phòng ${nameOf(unit)}`,
      'Bộ Tư lệnh Bộ đội Biên phòng',
      'BĐBP',
      'Chỉ huy trưởng',
      'Phó Chỉ huy trưởng',
    ],
    [
      `Đồn Biên phòng ${unit.name}`,
      `BCH BĐBP tỉnh ${unit.above?.name ?? unit.name}`,
      'ĐBP',
      'Đồn trưởng',
      'Phó Đồn trưởng',
    ],
    ['Trung đoàn 9', 'Sư đoàn 3', 'E9', 'Trung đoàn trưởng', 'Phó Trung đoàn trưởng'],
    ['Quân khu 7', 'Bộ Quốc phòng', 'BTL', 'Tư lệnh', 'Phó Tư lệnh'],
    ['Cục Chính trị', 'Quân khu 2', 'CCT', 'Chủ nhiệm', 'Phó Chủ nhiệm'],
    ['Bộ Tham mưu', 'Quân khu 5', 'BTM', 'Tham mưu trưởng', 'Phó Tham mưu trưởng'],
  ] as const)
  const political = random.chance(0.2)
  const body: Body = {
    name,
    parent: random.chance(0.85) ? parent : null,
    self: name,
    code,
    chief: political ? 'Chính ủy' : chief,
    deputies: [political ? 'Phó Chính ủy' : deputy],
    collective: null,
    byOrder: null,
    place: unit.name,
  }
  return make(random, { body, level: 'army', unit, year, ranks: RANKS.force, share: 0.9 })
}

export function police(random: Random): Form {
  const year = between(random, 1995, 2026)
  const unit = unitOf(random, {
    level: random.pick(['province', 'district', 'commune']),
    year: Math.min(year, year > 2025 ? 2026 : 2024),
  })
  const province = unit.kind === 'tỉnh'
  const parts = random.pick([
    [
      `Công an ${nameOf(unit)}`,
      province ? 'Bộ Công an' : `Công an ${unit.above ? nameOf(unit.above) : 'tỉnh'}`,
      province ? 'CAT' : 'CAX',
      province ? 'Giám đốc' : 'Trưởng Công an',
      province ? 'Phó Giám đốc' : 'Phó Trưởng Công an',
    ],
    ['Phòng Cảnh sát giao thông', `Công an ${nameOf(unit)}`, 'PC08', 'Trưởng phòng', 'Phó Trưởng phòng'],
    ['Cơ quan Cảnh sát điều tra', `Công an ${nameOf(unit)}`, 'CSĐT', 'Thủ trưởng', 'Phó Thủ trưởng'],
    ['Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ', 'Bộ Công an', 'C07', 'Cục trưởng', 'Phó Cục trưởng'],
    ['Trại giam Suối Cát', 'Bộ Công an', 'TG', 'Giám thị', 'Phó Giám thị'],
  ] as const)
  const body: Body = {
    name: parts[0],
    parent: random.chance(0.9) ? parts[1] : null,
    self: parts[0],
    code: random.chance(0.3) ? `${parts[2]}-PV01` : parts[2],
    chief: parts[3],
    deputies: [parts[4]],
    collective: null,
    byOrder: office,
    place: unit.name,
  }
  return make(random, { body, level: 'police', unit, year, ranks: RANKS.force, share: 0.85 })
}

export function court(random: Random): Form {
  const year = between(random, 1995, 2026)
  const unit = unitOf(random, { level: random.pick(['province', 'district']), year: Math.min(year, 2024) })
  const parts = random.pick([
    [`Tòa án nhân dân ${nameOf(unit)}`, 'Tòa án nhân dân tối cao', 'TAND', 'Chánh án', 'Phó Chánh án'],
    [
      `Viện Kiểm sát nhân dân ${nameOf(unit)}`,
      'Viện Kiểm sát nhân dân tối cao',
      'VKS',
      'Viện trưởng',
      'Phó Viện trưởng',
    ],
    [`Tòa án nhân dân khu vực ${1 + random.below(12)}`, `TAND ${nameOf(unit)}`, 'TAKV', 'Chánh án', 'Phó Chánh án'],
    [`Cục Thi hành án dân sự ${nameOf(unit)}`, 'Tổng cục Thi hành án dân sự', 'CTHADS', 'Cục trưởng', 'Phó Cục trưởng'],
    [
      `Phòng Thi hành án dân sự khu vực ${1 + random.below(9)}`,
      `THADS ${nameOf(unit)}`,
      'PTHADS',
      'Trưởng phòng',
      'Phó Trưởng phòng',
    ],
    ['Văn phòng Luật sư Tân Khê', null, 'VPLS', 'Trưởng Văn phòng', 'Phó Trưởng Văn phòng'],
    ['Viện Kiểm sát nhân dân tối cao', null, 'VKSTC', 'Viện trưởng', 'Phó Viện trưởng'],
    ['Tòa án nhân dân tối cao', null, 'TANDTC', 'Chánh án', 'Phó Chánh án'],
  ] as const)
  const body: Body = {
    name: parts[0],
    parent: parts[1] && random.chance(0.7) ? parts[1] : null,
    self: parts[0],
    code: parts[2],
    chief: parts[3],
    deputies: [parts[4]],
    collective: null,
    byOrder: office,
    place: /tối cao/u.test(parts[0]) ? 'Hà Nội' : unit.name,
  }
  return make(random, { body, level: 'court', unit, year, ranks: ['Thẩm phán', 'Chấp hành viên'], share: 0.05 })
}

export function school(random: Random): Form {
  const year = between(random, 1998, 2026)
  const unit = unitOf(random, { level: random.pick(['province', 'district', 'commune']), year: Math.min(year, 2024) })
  const parts = random.pick([
    [`Trường Tiểu học ${unit.name}`, `UBND ${nameOf(unit)}`, 'Hiệu trưởng'],
    [`Trường THCS ${unit.name}`, `Phòng GD&ĐT ${unit.above ? nameOf(unit.above) : nameOf(unit)}`, 'Hiệu trưởng'],
    [`Trường THPT ${unit.name}`, `Sở Giáo dục và Đào tạo ${unit.name}`, 'Hiệu trưởng'],
    ['Trường Đại học Nông Lâm Miền Trung', 'Bộ Giáo dục và Đào tạo', 'Hiệu trưởng'],
    ['Trường Cao đẳng Nghề Thủy sản', `UBND ${nameOf(unit)}`, 'Hiệu trưởng'],
    ['Học viện Hành chính Khu vực', 'Bộ Nội vụ', 'Giám đốc'],
    ['Viện Nghiên cứu Lúa nước', 'Bộ Canh nông', 'Viện trưởng'],
    [`Trường Chính trị ${nameOf(unit)}`, `Tỉnh ủy ${unit.name}`, 'Hiệu trưởng'],
    ['Khoa Chăn nuôi', 'Trường Đại học Tân Khê', 'Trưởng khoa'],
    [`Trường Mầm non ${unit.name}`, `Ủy ban nhân dân ${nameOf(unit)}`, 'Hiệu trưởng'],
    ['Đại học Vạn Trúc Trường Đại học Y Dược', null, 'Hiệu trưởng'],
  ] as const)
  const body: Body = {
    name: parts[0],
    parent: parts[1],
    self: 'Nhà trường',
    code: initials(parts[0]),
    chief: parts[2],
    deputies: [`Phó ${parts[2]}`],
    collective: random.chance(0.1) ? 'Ban Giám hiệu' : null,
    byOrder: random.chance(0.4) ? { head: 'Trưởng phòng Đào tạo', deputy: 'Phó Trưởng phòng' } : null,
    place: unit.name,
  }
  return make(random, { body, level: 'school', unit, year, ranks: RANKS.school, share: 0.35 })
}

export function hospital(random: Random): Form {
  const year = between(random, 2000, 2026)
  const unit = unitOf(random, { level: random.pick(['province', 'district']), year: Math.min(year, 2024) })
  const name = random.pick([
    `Bệnh viện Đa khoa ${nameOf(unit)}`,
    `Trung tâm Y tế ${nameOf(unit)}`,
    'Bệnh viện Y học cổ truyền',
    `Trung tâm Kiểm soát bệnh tật ${unit.kind}`,
    'Bệnh viện Sản Nhi',
    'Trung tâm Cấp cứu 115',
  ])
  const body: Body = {
    name,
    parent: random.pick([`Sở Y tế ${nameOf(unit)}`, `Sở Y tế ${unit.name}`, 'Sở Y tế', `UBND ${nameOf(unit)}`]),
    self: name.split(' ').slice(0, 2).join(' '),
    code: random.pick([initials(name), 'BVĐK', 'TTYT', 'BV']),
    chief: 'Giám đốc',
    deputies: ['Phó Giám đốc'],
    collective: null,
    byOrder: random.chance(0.3) ? { head: 'Trưởng phòng Kế hoạch tổng hợp', deputy: 'Phó Trưởng phòng' } : null,
    place: unit.name,
  }
  return make(random, { body, level: 'company', unit, year, ranks: RANKS.hospital, share: 0.4 })
}

export function company(random: Random): Form {
  const year = between(random, 1995, 2026)
  const unit = unitOf(random, { level: 'province', year })
  const name = random.pick([
    `Công ty Cổ phần Cấp nước ${unit.name}`,
    'Công ty TNHH MTV Thủy nông Bến Đạm',
    'Tổng công ty Lương thực Miền Đông',
    `Công ty Điện lực ${unit.name}`,
    'Hợp tác xã Dịch vụ nông nghiệp Hoa Súng',
    `Ngân hàng Chính sách xã hội chi nhánh ${nameOf(unit)}`,
    'Tập đoàn Muối biển Việt Nam',
    'Công ty Xổ số kiến thiết',
    'Nhà máy Giấy Đồng Mây',
    'Xí nghiệp Liên hiệp Chè',
    'Ban Quản lý Chợ Bến Đạm',
  ])
  const parent = random.pick([
    null,
    `UBND ${nameOf(unit)}`,
    'Tổng công ty Điện lực Miền Trung',
    'Bộ Công Thương',
    'Tập đoàn Muối biển Việt Nam',
  ])
  const chief = random.pick(['Giám đốc', 'Tổng Giám đốc', 'Chủ tịch HĐTV', 'Chủ tịch HĐQT', 'Giám đốc'])
  const body: Body = {
    name,
    parent: parent === name ? null : parent,
    self: random.pick(['Công ty', name]),
    code: random.pick([initials(name).slice(0, 5), 'CTY', 'CT', 'HĐQT']),
    chief,
    deputies: [chief.startsWith('Chủ tịch') ? 'Phó Chủ tịch' : `Phó ${chief}`],
    collective: chief.startsWith('Chủ tịch') ? random.pick(['Hội đồng quản trị', 'HĐTV', 'Hội đồng thành viên']) : null,
    byOrder: random.chance(0.2) ? { head: 'Trưởng phòng Tổ chức - Hành chính', deputy: 'Phó Trưởng phòng' } : null,
    place: unit.name,
  }
  const form = make(random, { body, level: 'company', unit, year })
  if (random.chance(0.35))
    form.contact = [
      `Địa chỉ: ${1 + random.below(99)} đường Bờ Sông, ${unit.name}. ĐT: 0${200 + random.below(90)}3.${800000 + random.below(99999)}`,
      ...(random.chance(0.5) ? ['Website: www.congty.example.vn'] : []),
    ]
  return form
}

/** Taxes, customs, treasury, social insurance, statistics, State bank: services under a central body. */
export function vertical(random: Random): Form {
  const year = between(random, 1995, 2026)
  const unit = unitOf(random, { level: random.pick(['province', 'district']), year: Math.min(year, 2024) })
  const parts = random.pick([
    [`Cục Thuế ${nameOf(unit)}`, 'Tổng cục Thuế', 'CT', 'Cục trưởng'],
    [`Chi cục Thuế ${nameOf(unit)}`, 'Cục Thuế tỉnh', 'CCT', 'Chi cục trưởng'],
    [`Cục Hải quan ${nameOf(unit)}`, 'Tổng cục Hải quan', 'HQ', 'Cục trưởng'],
    [`Kho bạc Nhà nước ${unit.name}`, random.pick(['Kho bạc Nhà nước', 'Bộ Tài chính']), 'KB', 'Giám đốc'],
    [`Bảo hiểm xã hội ${nameOf(unit)}`, 'Bảo hiểm xã hội Việt Nam', 'BHXH', 'Giám đốc'],
    [`Cục Thống kê ${nameOf(unit)}`, 'Tổng cục Thống kê', 'CTK', 'Cục trưởng'],
    [`Ngân hàng Nhà nước Việt Nam Chi nhánh ${nameOf(unit)}`, null, 'NHNN', 'Giám đốc'],
    ['Ngân hàng Nhà nước Việt Nam', null, 'NHNN', 'Thống đốc'],
    ['Kiểm toán nhà nước khu vực III', 'Kiểm toán nhà nước', 'KTNN', 'Kiểm toán trưởng'],
    ['Thanh tra Chính phủ', null, 'TTCP', 'Tổng Thanh tra'],
    [`Hạt Kiểm lâm ${nameOf(unit)}`, 'Chi cục Kiểm lâm', 'HKL', 'Hạt trưởng'],
    [`Cục Quản lý thị trường ${nameOf(unit)}`, 'Tổng cục Quản lý thị trường', 'QLTT', 'Cục trưởng'],
    [`Đài Khí tượng Thủy văn ${nameOf(unit)}`, 'Tổng cục Khí tượng Thủy văn', 'ĐKTTV', 'Giám đốc'],
  ] as const)
  const body: Body = {
    name: parts[0],
    parent: parts[1],
    self: parts[0],
    code: parts[2],
    chief: parts[3],
    deputies: [parts[3].startsWith('Tổng') ? `Phó ${parts[3]}` : `Phó ${parts[3]}`],
    collective: null,
    byOrder: random.chance(0.3) ? office : null,
    place: parts[0] === 'Ngân hàng Nhà nước Việt Nam' || parts[0] === 'Thanh tra Chính phủ' ? 'Hà Nội' : unit.name,
  }
  return make(random, { body, level: 'department', unit, year })
}
