/** The Party: committees of provinces, districts and communes. */
import type { Random } from '../../random.ts'
import type { Body } from '../bodies.ts'
import type { Form } from '../form.ts'
import { nameOf, type Unit, unitOf } from '../places.ts'
import { type Kind, upper } from './kinds.ts'
import { paper } from './paper.ts'
import { type Level, sceneOf } from './scene.ts'
import { between } from './state.ts'

const PARTY_KINDS: Partial<Record<Kind, number>> = {
  letter: 7,
  decision: 5,
  directive: 2,
  plan: 4,
  notice: 4,
  report: 3,
  submission: 2,
  guide: 2,
  resolution: 3,
  conclusion: 2,
  regulation: 2,
  programme: 1.5,
  invitation: 0.7,
  'party-circular': 0.6,
  rules: 0.5,
}

export const secretary = {
  chief: 'Bí thư',
  deputies: ['Phó Bí thư', 'Phó Bí thư', 'Phó Bí thư Thường trực'],
  byOrder: { head: 'Chánh Văn phòng', deputy: 'Phó Chánh Văn phòng' },
}

/** A committee, or one of its advisory bodies with the committee above it. */
export function committee(
  random: Random,
  { name, above, code, place }: { name: string; above: string | null; code: string; place: string },
): Body {
  const way = random.weighted({ committee: 6, advisory: 4, control: 1.3, office: 1.2 })
  if (way === 'committee') {
    const collective = random.pick([
      'Ban Thường vụ',
      'Ban Thường vụ',
      'Ban Chấp hành',
      name.replace(/ (?:tỉnh|huyện|xã|phường)? ?\p{Lu}.*/u, ''),
      'Thường trực',
    ])
    return {
      ...secretary,
      name,
      self: random.pick([
        `Ban Thường vụ ${name.split(' ').slice(0, 2).join(' ')}`,
        name,
        name.split(' ').slice(0, 2).join(' '),
      ]),
      code,
      parent: random.chance(0.55) ? above : null,
      collective,
      place,
    }
  }
  const short = name.split(' ').slice(0, 2).join(' ')
  if (way === 'control') {
    return {
      name: 'Ủy ban Kiểm tra',
      self: `Ủy ban Kiểm tra ${short}`,
      code: `UBKT${code}`,
      parent: name,
      chief: 'Chủ nhiệm',
      deputies: ['Phó Chủ nhiệm', 'Phó Chủ nhiệm Thường trực'],
      collective: random.pick(['Ủy ban Kiểm tra', 'UBKT']),
      byOrder: null,
      place,
    }
  }
  if (way === 'office')
    return {
      name: 'Văn phòng',
      self: `Văn phòng ${short}`,
      code: `VP${code}`,
      parent: name,
      chief: 'Chánh Văn phòng',
      deputies: ['Phó Chánh Văn phòng'],
      collective: null,
      byOrder: null,
      place,
    }
  const board = random.pick([
    ['Ban Tổ chức', 'BTC'],
    ['Ban Tuyên giáo', 'BTG'],
    ['Ban Tuyên giáo và Dân vận', 'BTGDV'],
    ['Ban Dân vận', 'BDV'],
    ['Ban Nội chính', 'BNC'],
    ['Ban Xây dựng Đảng', 'BXDĐ'],
  ] as const)
  return {
    name: board[0],
    self: `${board[0]} ${short}`,
    code: `${board[1]}${code}`,
    parent: name,
    chief: 'Trưởng ban',
    deputies: ['Phó Trưởng ban', 'Phó Trưởng ban Thường trực'],
    collective: null,
    byOrder: null,
    place,
  }
}

export function partyPaper(
  random: Random,
  {
    year,
    unit,
    body,
    level,
    weights = PARTY_KINDS,
  }: { year: number; unit: Unit; body: Body; level: Level; weights?: Partial<Record<Kind, number>> },
): Form {
  const form = paper(sceneOf(random, { year, unit, body, level }), { kind: random.weighted(weights), style: 'party' })
  if (random.chance(0.06) && form.heading && !form.enacting) {
    form.underHeading = random.pick([
      `HỘI NGHỊ LẦN THỨ ${random.pick(['BA', 'CHÍN', 'MƯỜI HAI'])} BAN CHẤP HÀNH ĐẢNG BỘ ${upper(unit.kind)}`,
      `CỦA ${upper(body.collective ?? body.name)}`,
      `CỦA BAN CHẤP HÀNH ĐẢNG BỘ ${upper(nameOf(unit))}`,
    ])
  }
  return form
}

export function partyProvince(random: Random): Form {
  const year = between(random, 1998, 2026)
  const unit = unitOf(random, { level: 'province', year })
  const name = unit.kind === 'tỉnh' ? `Tỉnh ủy ${unit.name}` : `Thành ủy ${unit.name}`
  const body = committee(random, {
    name,
    above: random.pick(['Đảng Cộng sản Việt Nam', 'Ban Chấp hành Trung ương']),
    code: 'TU',
    place: unit.name,
  })
  if (body.parent === 'Đảng Cộng sản Việt Nam') body.parent = null
  return partyPaper(random, { year, unit, body, level: 'party-province' })
}

export function districtCommittee({ kind, name }: Unit): string {
  const head = { huyện: 'Huyện ủy', quận: 'Quận ủy', 'thị xã': 'Thị ủy', 'thành phố': 'Thành ủy' }[kind] ?? 'Huyện ủy'
  return /^\d/u.test(name) ? `${head} Quận ${name}` : `${head} ${name}`
}

export function partyDistrict(random: Random): Form {
  const year = between(random, 1998, 2024)
  const unit = unitOf(random, { level: 'district', year })
  const name = districtCommittee(unit)
  const code = { huyện: 'HU', quận: 'QU', 'thị xã': 'ThU', 'thành phố': 'ThU' }[unit.kind] ?? 'HU'
  const above = unit.above ? random.pick([`Đảng bộ tỉnh ${unit.above.name}`, `Tỉnh ủy ${unit.above.name}`]) : null
  return partyPaper(random, {
    year,
    unit,
    body: committee(random, { name, above, code, place: unit.name }),
    level: 'party-district',
  })
}

export function partyCommune(random: Random): Form {
  const year = random.chance(0.5) ? 2026 : between(random, 2000, 2024)
  const unit = unitOf(random, { level: 'commune', year })
  const name = `Đảng ủy ${nameOf(unit)}`
  const above = unit.above
    ? year > 2025
      ? random.pick([`Đảng bộ ${nameOf(unit.above)}`, `Tỉnh ủy ${unit.above.name}`])
      : random.pick([`Đảng bộ huyện ${unit.above.name}`, `Huyện ủy ${unit.above.name}`])
    : null
  return partyPaper(random, {
    year,
    unit,
    body: committee(random, { name, above, code: 'ĐU', place: unit.name }),
    level: 'party-commune',
  })
}
