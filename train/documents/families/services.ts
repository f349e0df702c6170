/** Schools, hospitals, companies, and services under a central body. */
import type { Random } from '../../random.ts'
import { type Body, initials, office } from '../bodies.ts'
import type { Form } from '../form.ts'
import { RANKS } from '../people.ts'
import { nameOf, unitOf } from '../places.ts'
import { make } from './forces.ts'
import { between } from './state.ts'

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
