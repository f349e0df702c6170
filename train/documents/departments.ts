/** Departments, divisions, offices and centres below a people's committee. */

import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Random } from '../random.ts'
import { type Body, initials, office } from './bodies.ts'
import { nameOf, type Unit } from './places.ts'

const FIELDS = (
  parse(readFileSync(new URL('../../grammars/agency-words.yaml', import.meta.url), 'utf8')) as {
    id: string
    words?: string[]
  }[]
).find(({ id }) => id === 'fields')?.words as string[]

/** Fields of work written in full. */
export const FULL_FIELDS = FIELDS.filter(
  (field) =>
    !/[&]|PTNT|TB|^[A-ZĐ]+$|Tuyên giáo|Hải quan|Quốc phòng|Công an|Cảnh sát|Việt Nam|Thuế|Thống kê|Kiểm lâm|án dân sự|Pháp chế|nhà nước/u.test(
      field,
    ),
)

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
