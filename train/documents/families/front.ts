/** The Front, the Youth Union and the trade unions. */
import type { Random } from '../../random.ts'
import type { Body } from '../bodies.ts'
import type { Form } from '../form.ts'
import { nameOf, unitOf } from '../places.ts'
import type { Kind } from './kinds.ts'
import { paper } from './paper.ts'
import { sceneOf } from './scene.ts'
import { between } from './state.ts'

export const MASS_KINDS: Partial<Record<Kind, number>> = {
  letter: 7,
  plan: 6,
  decision: 4,
  notice: 3,
  report: 3,
  submission: 2,
  guide: 3,
  programme: 2,
  invitation: 1,
  resolution: 1,
  appeal: 0.8,
}

export const secretariat = { byOrder: { head: 'Chánh Văn phòng', deputy: 'Phó Chánh Văn phòng' } }

/** `Mặt trận Tổ quốc Việt Nam` with its standing board below, as the letterhead of the Front prints it. */
export function front(random: Random): Form {
  const year = between(random, 2000, 2026)
  const unit = unitOf(random, {
    level: random.pick(['province', 'district', 'commune']),
    year: Math.min(year, year > 2024 ? 2026 : 2024),
  })
  const committee = random.pick([
    `Ủy ban Mặt trận Tổ quốc Việt Nam ${nameOf(unit)}`,
    `Ủy ban MTTQ Việt Nam ${nameOf(unit)}`,
    `Mặt trận Tổ quốc Việt Nam ${nameOf(unit)}`,
    `UBMTTQVN ${nameOf(unit)}`,
  ])
  const way = random.weighted({ whole: 3, board: 6, committee: 2, central: 1 })
  const name =
    way === 'board'
      ? 'Ban Thường trực'
      : way === 'committee'
        ? `Ủy ban ${nameOf(unit)}`
        : way === 'central'
          ? 'Ban Thường trực'
          : committee
  const parent =
    way === 'board'
      ? committee
      : way === 'committee'
        ? 'Mặt trận Tổ quốc Việt Nam'
        : way === 'central'
          ? 'Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam'
          : null
  const body: Body = {
    ...secretariat,
    name,
    parent,
    self: random.pick([
      'Ban Thường trực Ủy ban MTTQ Việt Nam',
      `Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam ${unit.kind}`,
      'Ủy ban MTTQ',
    ]),
    code: random.pick(['MTTQ-BTT', 'MTTQ', 'MTTW-BTT', 'UBMTTQ', 'BTT', 'MT']),
    chief: 'Chủ tịch',
    deputies: ['Phó Chủ tịch', 'Phó Chủ tịch Thường trực'],
    collective: random.pick(['Ban Thường trực', 'Ủy ban MTTQ Việt Nam', 'Ban Thường trực Ủy ban MTTQ Việt Nam']),
    place: unit.name,
  }
  const form = paper(sceneOf(random, { year, unit, body, level: 'front' }), {
    kind: random.weighted(MASS_KINDS),
    style: random.chance(0.85) ? 'other' : 'state',
  })
  if (form.number && random.chance(0.4))
    form.number.text = form.number.text.replace(/^(\s*\d*)\s*\/([A-ZĐTra-z]+)-/u, '$1/$2-')
  if (random.chance(0.1)) form.star = '***'
  return form
}

export function youth(random: Random): Form {
  const year = between(random, 1998, 2026)
  const unit = unitOf(random, { level: random.pick(['province', 'district', 'commune']), year: Math.min(year, 2024) })
  const way = random.weighted({ own: 5, executive: 4, central: 1.5, school: 2, council: 0.7 })
  const own =
    { tỉnh: 'Tỉnh đoàn', huyện: 'Huyện đoàn', quận: 'Quận đoàn', 'thị xã': 'Thị đoàn', 'thành phố': 'Thành đoàn' }[
      unit.kind
    ] ?? 'Đoàn xã'
  const bodies: Record<typeof way, Pick<Body, 'name' | 'parent' | 'code' | 'self'>> = {
    own: {
      name: `${own} ${unit.name}`,
      parent: random.chance(0.5) ? null : random.pick(['BCH Đoàn tỉnh', 'Trung ương Đoàn TNCS Hồ Chí Minh']),
      code: random.pick(['TĐTN', 'HĐTN', 'ĐTN', 'TĐ']),
      self: own,
    },
    executive: {
      name: `Ban Chấp hành ${unit.kind === 'tỉnh' ? 'Đoàn tỉnh' : 'Đoàn'} ${unit.name}`,
      parent: random.chance(0.6) ? `${own} ${unit.name}` : null,
      code: random.pick(['ĐTN', 'ĐTNX', 'BCH']),
      self: 'Ban Thường vụ Đoàn',
    },
    central: {
      name: random.pick(['Ban Chấp hành Trung ương', 'Ban Bí thư']),
      parent: random.chance(0.4) ? 'Trung ương Đoàn TNCS Hồ Chí Minh' : null,
      code: 'TWĐTN',
      self: 'Ban Bí thư Trung ương Đoàn',
    },
    school: {
      name: random.pick([
        'BCH Đoàn Trường Trung cấp Canh nông',
        'Đoàn Trường THPT Tân Khê',
        'BCH Đoàn Trạm Thú y',
        'Đoàn cơ sở Công ty Thủy nông',
      ]),
      parent: `${own} ${unit.name}`,
      code: random.pick(['ĐTN', 'ĐTTCN', 'ĐT']),
      self: 'Ban Chấp hành Đoàn trường',
    },
    council: { name: 'Hội đồng Đội', parent: `BCH Đoàn ${unit.kind} ${unit.name}`, code: 'HĐĐ', self: 'Hội đồng Đội' },
  }
  const body: Body = {
    ...secretariat,
    ...bodies[way],
    chief: way === 'council' ? 'Chủ tịch' : random.pick(['Bí thư', 'Bí thư', 'Bí thư thứ nhất']),
    deputies: [
      way === 'council' ? 'Phó Chủ tịch' : 'Phó Bí thư',
      way === 'council' ? 'Phó Chủ tịch' : 'Phó Bí thư Thường trực',
    ],
    collective: random.pick(['Ban Thường vụ', 'BTV Đoàn', 'Ban Chấp hành', `Ban Thường vụ ${own}`]),
    place: unit.name,
  }
  return paper(sceneOf(random, { year, unit, body, level: 'youth' }), {
    kind: random.weighted(MASS_KINDS),
    style: 'youth',
  })
}

export function union(random: Random): Form {
  const year = between(random, 1998, 2026)
  const unit = unitOf(random, { level: random.pick(['province', 'district']), year: Math.min(year, 2024) })
  const way = random.weighted({ federation: 6, grass: 4, general: 1.5, branch: 2 })
  const federation = `Liên đoàn Lao động ${nameOf(unit)}`
  const bodies: Record<typeof way, Pick<Body, 'name' | 'parent' | 'code' | 'self'>> = {
    federation: {
      name: random.pick([federation, `LĐLĐ ${nameOf(unit)}`]),
      parent: random.pick(['Tổng Liên đoàn Lao động Việt Nam', 'Tổng LĐLĐ Việt Nam', null]),
      code: 'LĐLĐ',
      self: `LĐLĐ ${unit.kind}`,
    },
    grass: {
      name: random.pick([
        'Công đoàn cơ sở Trường THPT Tân Khê',
        'CĐCS Sở Y tế',
        'Công đoàn Bệnh viện Đa khoa khu vực',
        'Ban Chấp hành Công đoàn cơ sở',
        'Công đoàn cơ sở Công ty Cấp nước',
      ]),
      parent: random.pick([federation, 'Công đoàn ngành Giáo dục', 'Công đoàn Viên chức tỉnh']),
      code: random.pick(['CĐCS', 'CĐ', 'CĐTHPT']),
      self: 'Ban Chấp hành Công đoàn',
    },
    general: { name: 'Tổng Liên đoàn Lao động Việt Nam', parent: null, code: 'TLĐ', self: 'Tổng Liên đoàn' },
    branch: {
      name: random.pick([
        'Công đoàn Giáo dục',
        'Công đoàn ngành Y tế',
        'Công đoàn Viên chức',
        'Công đoàn các Khu công nghiệp',
      ]),
      parent: federation,
      code: random.pick(['CĐGD', 'CĐYT', 'CĐVC', 'CĐKCN']),
      self: 'Công đoàn ngành',
    },
  }
  const body: Body = {
    ...secretariat,
    ...bodies[way],
    chief: 'Chủ tịch',
    deputies: ['Phó Chủ tịch', 'Phó Chủ tịch Thường trực'],
    collective: random.pick(['Ban Thường vụ', 'Ban Chấp hành', 'BTV', 'Đoàn Chủ tịch']),
    place: way === 'general' ? 'Hà Nội' : unit.name,
  }
  return paper(sceneOf(random, { year, unit, body, level: 'union' }), {
    kind: random.weighted(MASS_KINDS),
    style: 'other',
  })
}
