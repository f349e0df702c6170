/** Bodies that issue documents: names, how they sign, and the letters of their notation. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Random } from '../random.ts'
import { nameOf, type Unit } from './places.ts'

export interface Body {
  name: string
  /** As its own papers call it in a sentence. */
  self: string
  /** Letters of the notation: `UBND`, `SCT`. */
  code: string
  parent: string | null
  chief: string
  deputies: string[]
  /** The collective in whose name it signs (`Ủy ban nhân dân`), if any. */
  collective: string | null
  /** Who signs by the chief's order, and his deputy. */
  byOrder: { head: string; deputy: string } | null
  place: string
}

const FIELDS = (
  parse(readFileSync(new URL('../../grammars/agency-words.yaml', import.meta.url), 'utf8')) as {
    id: string
    words?: string[]
  }[]
).find(({ id }) => id === 'fields')?.words as string[]
/** Fields of work written in full. */
export const FULL_FIELDS = FIELDS.filter((field) => !/[&]|PTNT|TB|^[A-ZĐ]+$/u.test(field))

/** `Sở Công Thương` gives `SCT`: the first letter of each word that is no `và` and the like. */
export function initials(name: string): string {
  return (name.match(/[\p{L}]+/gu) ?? [])
    .filter((word) => !/^(?:và|của|các|về)$/iu.test(word))
    .map((word) => word.charAt(0).toLocaleUpperCase('vi'))
    .join('')
}

const office = { head: 'Chánh Văn phòng', deputy: 'Phó Chánh Văn phòng' }

export function peoplesCommittee(unit: Unit, random: Random): Body {
  return {
    name: `Ủy ban nhân dân ${nameOf(unit)}`,
    self: random.pick([
      `UBND ${unit.kind}`,
      `Ủy ban nhân dân ${unit.kind}`,
      `Ủy ban nhân dân ${nameOf(unit)}`,
      `UBND ${nameOf(unit)}`,
    ]),
    code: random.chance(0.95) ? 'UBND' : 'UB',
    parent: null,
    chief: 'Chủ tịch',
    deputies: ['Phó Chủ tịch', 'Phó Chủ tịch', 'Phó Chủ tịch Thường trực'],
    collective: random.pick([
      'Ủy ban nhân dân',
      'Ủy ban nhân dân',
      'UBND',
      `UBND ${unit.kind}`,
      `Ủy ban nhân dân ${unit.kind}`,
    ]),
    byOrder: office,
    place: unit.name,
  }
}

export function council(unit: Unit): Body {
  return {
    name: `Hội đồng nhân dân ${nameOf(unit)}`,
    self: `Hội đồng nhân dân ${unit.kind}`,
    code: 'HĐND',
    parent: null,
    chief: 'Chủ tịch',
    deputies: ['Phó Chủ tịch'],
    collective: 'Thường trực HĐND',
    byOrder: null,
    place: unit.name,
  }
}

/** A department, division or centre below a people's committee. */
export function department(unit: Unit, random: Random): Body {
  const field = random.pick(FULL_FIELDS)
  const province = unit.kind === 'tỉnh' || unit.above === null
  const commune = /^(?:xã|phường|đặc khu|thị trấn)$/u.test(unit.kind)
  const kind = random.weighted<string>(
    province
      ? { Sở: 10, 'Chi cục': 1.2, 'Trung tâm': 1, 'Ban Quản lý': 0.7, Thanh: 0.5, Văn: 0.8 }
      : commune
        ? { Phòng: 6, 'Trung tâm': 3, Văn: 2 }
        : { Phòng: 8, 'Trung tâm': 1, Thanh: 0.6, Văn: 0.8 },
  )
  const committee = random.pick([`UBND ${nameOf(unit)}`, `UBND ${nameOf(unit)}`, `Ủy ban nhân dân ${nameOf(unit)}`])
  const base = { parent: committee, collective: null, byOrder: null, place: unit.name }
  if (kind === 'Sở')
    return {
      ...base,
      name: `Sở ${field}`,
      self: `Sở ${field}`,
      code: initials(`Sở ${field}`),
      chief: 'Giám đốc',
      deputies: ['Phó Giám đốc'],
      byOrder: random.pick([office, { head: 'Trưởng phòng Tổ chức', deputy: 'Phó Trưởng phòng' }]),
    }
  if (kind === 'Phòng')
    return {
      ...base,
      name: `Phòng ${field}`,
      self: `Phòng ${field}`,
      code: random.chance(0.7) ? `P${initials(field)}` : initials(`Phòng ${field}`),
      chief: 'Trưởng phòng',
      deputies: ['Phó Trưởng phòng', 'Phó phòng'],
    }
  if (kind === 'Chi cục')
    return {
      ...base,
      parent: `Sở ${field}`,
      name: `Chi cục ${random.pick(['Kiểm lâm', 'Thủy lợi', 'Chăn nuôi và Thú y', 'Biển và Hải đảo', 'Dân số', 'An toàn vệ sinh thực phẩm'])}`,
      self: 'Chi cục',
      code: `CC${initials(field)}`,
      chief: 'Chi cục trưởng',
      deputies: ['Phó Chi cục trưởng'],
    }
  if (kind === 'Thanh')
    return {
      ...base,
      name: `Thanh tra ${unit.kind}`,
      self: `Thanh tra ${unit.kind}`,
      code: random.pick(['TTr', 'TTT', 'TTH']),
      chief: 'Chánh Thanh tra',
      deputies: ['Phó Chánh Thanh tra'],
    }
  if (kind === 'Văn') {
    const name = random.pick([
      'Văn phòng',
      'Văn phòng',
      province ? 'Văn phòng Đoàn ĐBQH và HĐND' : 'Văn phòng HĐND và UBND',
    ])
    return {
      ...base,
      name,
      self: 'Văn phòng',
      code: random.pick(['VP', 'VPUB', 'VP.UBND']),
      chief: 'Chánh Văn phòng',
      deputies: ['Phó Chánh Văn phòng', 'Phó Văn phòng'],
    }
  }
  if (kind === 'Ban Quản lý') {
    const name = `Ban Quản lý ${random.pick(['các Khu công nghiệp', 'Khu kinh tế', 'dự án đầu tư xây dựng các công trình dân dụng', 'rừng phòng hộ', 'di tích'])}`
    return {
      ...base,
      name: random.chance(0.5) ? `${name} ${unit.kind}` : name,
      self: 'Ban Quản lý',
      code: random.pick(['BQL', 'BQLKKT', 'BQLDA']),
      chief: random.pick(['Trưởng ban', 'Giám đốc']),
      deputies: ['Phó Trưởng ban', 'Phó Giám đốc'],
    }
  }
  const name = `Trung tâm ${random.pick(['Y tế', 'Khuyến nông', 'Phục vụ hành chính công', 'Phát triển quỹ đất', 'Dịch vụ việc làm', 'Kiểm soát bệnh tật', 'Văn hóa, Thông tin và Thể thao', 'Cung ứng dịch vụ sự nghiệp công', 'Giáo dục nghề nghiệp - Giáo dục thường xuyên'])}`
  return {
    ...base,
    name: random.chance(0.3) ? `${name} ${nameOf(unit)}` : name,
    self: 'Trung tâm',
    code: initials(name).replace(/^TT/u, 'TT'),
    chief: 'Giám đốc',
    deputies: ['Phó Giám đốc'],
  }
}

export const MINISTRIES = [
  'Bộ Tài chính',
  'Bộ Nội vụ',
  'Bộ Y tế',
  'Bộ Xây dựng',
  'Bộ Tư pháp',
  'Bộ Công Thương',
  'Bộ Giáo dục và Đào tạo',
  'Bộ Nông nghiệp và Phát triển nông thôn',
  'Bộ Nông nghiệp và Môi trường',
  'Bộ Giao thông vận tải',
  'Bộ Kế hoạch và Đầu tư',
  'Bộ Khoa học và Công nghệ',
  'Bộ Lao động - Thương binh và Xã hội',
  'Bộ Văn hóa, Thể thao và Du lịch',
  'Bộ Tài nguyên và Môi trường',
  'Bộ Dân tộc và Tôn giáo',
  'Bộ Canh nông',
  'Bộ Thủy lợi',
]

export function ministry(random: Random): Body {
  const name = random.pick(MINISTRIES)
  return {
    name,
    self: name,
    code: initials(name),
    parent: null,
    chief: 'Bộ trưởng',
    deputies: ['Thứ trưởng', 'Thứ trưởng', 'Thứ trưởng Thường trực'],
    collective: null,
    byOrder: random.pick([
      office,
      { head: 'Vụ trưởng Vụ Pháp chế', deputy: 'Phó Vụ trưởng' },
      { head: 'Cục trưởng Cục Quản lý công sản', deputy: 'Phó Cục trưởng' },
    ]),
    place: 'Hà Nội',
  }
}

/** A general department, department or office below a ministry. */
export function ministryUnit(random: Random): Body {
  const parent = random.pick(MINISTRIES)
  const field = random.pick([
    'Hải quan',
    'Thuế',
    'Thống kê',
    'Thủy lợi',
    'Lâm nghiệp',
    'Hóa chất',
    'Đường bộ Việt Nam',
    'Hàng hải Việt Nam',
    'Bổ trợ tư pháp',
    'Quản lý giá',
    'Thú y',
    'Việc làm',
    'Khí tượng Thủy văn',
    'Quản lý Dược',
    'Bản quyền tác giả',
    'Bảo vệ thực vật',
  ])
  const kind = random.weighted({ 'Tổng cục': 3, Cục: 6, Vụ: 1 })
  const short = kind === 'Tổng cục' ? `TC${initials(field)}` : initials(`${kind} ${field}`)
  return {
    name: `${kind} ${field}`,
    self: kind,
    code: short,
    parent,
    chief: `${kind} trưởng`.replace('Tổng cục', 'Tổng cục'),
    deputies: [`Phó ${kind} trưởng`],
    collective: null,
    byOrder: random.pick([office, null]),
    place: 'Hà Nội',
  }
}
