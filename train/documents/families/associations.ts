/** Mass organisations and professional associations. */
import type { Random } from '../../random.ts'
import { type Body, initials } from '../bodies.ts'
import type { Form } from '../form.ts'
import { nameOf, unitOf } from '../places.ts'
import { MASS_KINDS, secretariat } from './front.ts'
import { upper } from './kinds.ts'
import { paper } from './paper.ts'
import { type Level, sceneOf } from './scene.ts'
import { between } from './state.ts'

/** Women's union, farmers, veterans, Red Cross. */
export function massOrganisation(random: Random): Form {
  const year = between(random, 1998, 2026)
  const unit = unitOf(random, { level: random.pick(['province', 'district', 'commune']), year: Math.min(year, 2024) })
  const [organisation, code, chief] = random.pick([
    ['Hội Liên hiệp Phụ nữ', 'BTV', 'Chủ tịch'],
    ['Hội Nông dân', 'HND', 'Chủ tịch'],
    ['Hội Cựu chiến binh', 'CCB', 'Chủ tịch'],
    ['Hội Chữ thập đỏ', 'CTĐ', 'Chủ tịch'],
    ['Hội Người cao tuổi', 'NCT', 'Chủ tịch'],
    ['Hội Khuyến học', 'HKH', 'Chủ tịch'],
  ] as const)
  const farmers = organisation === 'Hội Nông dân'
  const split = random.chance(0.45)
  const body: Body = {
    ...secretariat,
    name: split
      ? random.pick(['Ban Thường vụ', 'Ban Chấp hành', `Ban Chấp hành Hội ${nameOf(unit)}`])
      : `${organisation} ${nameOf(unit)}`,
    self: random.pick(['Ban Thường vụ Hội', organisation]),
    code: random.pick([code, `${code}${unit.kind.charAt(0).toLocaleUpperCase('vi')}`, initials(organisation)]),
    parent: split
      ? `${organisation} ${random.pick([nameOf(unit), 'Việt Nam'])}`
      : random.pick([null, null, `${organisation} Việt Nam`]),
    chief,
    deputies: ['Phó Chủ tịch', 'Phó Chủ tịch Thường trực'],
    collective: random.pick(['Ban Thường vụ', 'Ban Chấp hành', 'BTV Hội', 'Thường trực']),
    place: unit.name,
  }
  const form = paper(sceneOf(random, { year, unit, body, level: 'front' }), {
    kind: random.weighted(MASS_KINDS),
    style: farmers && random.chance(0.5) ? 'youth' : 'other',
  })
  if (farmers) {
    form.titles = random.chance(0.5)
      ? form.titles.filter(() => true)
      : [
          { field: 'title', text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' },
          { field: 'motto', text: 'Độc lập - Tự do - Hạnh phúc' },
        ]
    if (form.titles[0]?.text.startsWith('ĐOÀN'))
      form.titles = [{ field: 'title', text: 'ĐẢNG CỘNG SẢN VIỆT NAM' }].slice(random.below(2)) as Form['titles']
    form.star = random.pick(['*', '***', null])
  }
  return form
}

/** Lawyers, notaries, beekeepers: professional and local associations, funds, co-operative alliances. */
export function association(random: Random): Form {
  const year = between(random, 2000, 2026)
  const unit = unitOf(random, { level: 'province', year })
  const organisation = random.pick([
    'Hội Công chứng viên',
    'Đoàn Luật sư',
    'Hội Nuôi ong',
    'Hiệp hội Doanh nghiệp',
    'Hiệp hội Rau quả',
    'Hội Sinh vật cảnh',
    'Liên minh Hợp tác xã',
    'Hội Văn học nghệ thuật',
    'Liên hiệp các Hội Khoa học và Kỹ thuật',
    'Hội Đông y',
    'Hội Làm vườn',
    'Hội Luật gia',
    'Quỹ Bảo trợ trẻ em',
    'Liên đoàn Bóng chuyền',
    'Hội Cấp thoát nước',
    'Câu lạc bộ Thơ',
  ])
  const national = random.chance(0.3)
  const whole = national ? `${organisation} Việt Nam` : `${organisation} ${nameOf(unit)}`
  const split = random.chance(0.25)
  const body: Body = {
    name: split ? random.pick(['Ban Thường vụ', 'Ban Chấp hành', 'Ban Chủ nhiệm', 'Văn phòng']) : whole,
    parent: split ? whole : random.chance(0.15) ? `Liên hiệp các Hội ${nameOf(unit)}` : null,
    self: random.pick([organisation, 'Ban Chấp hành Hội', 'Hội']),
    code: random.pick([initials(organisation), `${initials(organisation)}-VP`, `H${initials(organisation)}`]),
    chief: random.pick(['Chủ tịch', 'Chủ tịch', 'Chủ nhiệm', 'Hội trưởng']),
    deputies: ['Phó Chủ tịch', 'Phó Chủ tịch kiêm Tổng Thư ký', 'Phó Chủ nhiệm'],
    collective: random.pick(['Ban Chấp hành', 'Ban Thường vụ', 'Ban Chủ nhiệm', null]),
    byOrder: random.chance(0.3) ? { head: 'Tổng Thư ký', deputy: 'Phó Tổng Thư ký' } : null,
    place: national ? 'Hà Nội' : unit.name,
  }
  const form = paper(sceneOf(random, { year, unit, body, level: 'front' as Level }), {
    kind: random.weighted(MASS_KINDS),
    style: random.chance(0.5) ? 'state' : 'other',
  })
  if (random.chance(0.3))
    form.contact = [
      `Địa chỉ: số ${1 + random.below(200)} đường ${upper(unit.name).slice(0, 1)}${unit.name.slice(1)}, ${unit.name}`,
      `Điện thoại: 0${200 + random.below(90)}.${3000000 + random.below(900000)} - Email: vanphong@hoi.example.vn`,
    ]
  return form
}
