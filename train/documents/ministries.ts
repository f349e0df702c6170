/** Ministries and what stands below them. */
import type { Random } from '../random.ts'
import { type Body, initials, office } from './bodies.ts'

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
