/** The Party: central bodies, branches, congresses, and its older forms. */

import type { Random } from '../../random.ts'
import type { Body } from '../bodies.ts'
import type { Form } from '../form.ts'
import { personName } from '../people.ts'
import { nameOf, type Unit, unitOf } from '../places.ts'
import { upper } from './kinds.ts'
import { districtCommittee, partyPaper, secretary } from './party.ts'
import { between } from './state.ts'

/** Branches, and committees of agencies and firms. */
export function partyBranch(random: Random): Form {
  const year = between(random, 1998, 2026)
  const unit = unitOf(random, { level: 'commune', year: Math.min(year, 2024) })
  const of = random.pick([
    'Văn phòng',
    'Trạm Y tế',
    'Trường Tiểu học Tân Khê',
    'Công an xã',
    'thôn Bản Hồ',
    'ấp 3',
    'khu phố 5',
    'Hợp tác xã Bến Đạm',
    'Phòng Nội vụ',
    'Trung tâm Khuyến nông',
  ])
  const branch = random.chance(0.6)
  const name = branch
    ? `Chi bộ ${of}`
    : random.pick([
        `Đảng ủy Công ty Thủy nông ${unit.name}`,
        'Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh',
        'Đảng ủy các cơ quan Đảng tỉnh',
        'Đảng ủy Ủy ban nhân dân tỉnh',
        'Đảng ủy Quân sự huyện',
        'Đảng ủy Sở Y tế',
      ])
  const body: Body = {
    ...secretary,
    name,
    self: branch ? 'Chi bộ' : 'Đảng ủy',
    code: branch ? 'CB' : random.pick(['ĐU', 'ĐUK', 'ĐUCT']),
    parent: random.pick([`Đảng bộ xã ${unit.name}`, `Đảng ủy xã ${unit.name}`, `Tỉnh ủy ${unit.name}`, null]),
    collective: branch ? 'Chi bộ' : random.pick(['Đảng ủy', 'Ban Thường vụ']),
    byOrder: null,
    deputies: ['Phó Bí thư'],
    place: unit.name,
  }
  return partyPaper(random, {
    year,
    unit,
    body,
    level: 'party-commune',
    weights: { letter: 3, resolution: 5, report: 4, plan: 3, decision: 1, submission: 2, notice: 1 },
  })
}

export function partyCentral(random: Random): Form {
  const year = between(random, 1996, 2026)
  const unit: Unit = { kind: 'thành phố', name: 'Hà Nội', above: null }
  const way = random.pick(['politburo', 'secretariat', 'committee', 'board', 'office', 'control'] as const)
  const central = 'Ban Chấp hành Trung ương'
  const base = { byOrder: null, place: 'Hà Nội' }
  const bodies: Record<typeof way, Body> = {
    politburo: {
      ...base,
      name: random.pick([central, 'Bộ Chính trị']),
      self: 'Bộ Chính trị',
      code: 'TW',
      parent: null,
      chief: 'Tổng Bí thư',
      deputies: ['Thường trực Ban Bí thư'],
      collective: 'Bộ Chính trị',
    },
    secretariat: {
      ...base,
      name: random.pick([central, 'Ban Bí thư']),
      self: 'Ban Bí thư',
      code: 'TW',
      parent: null,
      chief: 'Thường trực Ban Bí thư',
      deputies: ['Thường trực'],
      collective: 'Ban Bí thư',
    },
    committee: {
      ...base,
      name: central,
      self: central,
      code: 'TW',
      parent: null,
      chief: 'Tổng Bí thư',
      deputies: ['Tổng Bí thư'],
      collective: random.pick([central, 'Ban Chấp hành Trung ương Đảng']),
    },
    board: {
      ...base,
      name: random.pick(['Ban Tổ chức Trung ương', 'Ban Tổ chức', 'Ban Dân vận']),
      self: 'Ban Tổ chức Trung ương',
      code: 'BTCTW',
      parent: central,
      chief: 'Trưởng ban',
      deputies: ['Phó Trưởng ban', 'Phó Trưởng ban Thường trực'],
      collective: null,
    },
    office: {
      ...base,
      name: 'Văn phòng',
      self: 'Văn phòng Trung ương Đảng',
      code: 'VPTW',
      parent: central,
      chief: 'Chánh Văn phòng',
      deputies: ['Phó Chánh Văn phòng'],
      collective: null,
    },
    control: {
      ...base,
      name: 'Ủy ban Kiểm tra Trung ương',
      self: 'Ủy ban Kiểm tra Trung ương',
      code: 'UBKTTW',
      parent: null,
      chief: 'Chủ nhiệm',
      deputies: ['Phó Chủ nhiệm', 'Phó Chủ nhiệm Thường trực'],
      collective: 'Ủy ban Kiểm tra',
    },
  }
  return partyPaper(random, { year, unit, body: bodies[way], level: 'party-central' })
}

/** Workers' Party and the Party before 1998: `CT/TW`, `Số 12 CT-TU`, place often far below. */
export function partyOld(random: Random): Form {
  const year = between(random, 1951, 1996)
  const unit = unitOf(random, { level: random.pick(['province', 'district']), year: 1990 })
  const province = unit.above === null
  const name = random.pick(
    province
      ? [`Tỉnh ủy ${unit.name}`, `Ban Chấp hành Đảng bộ tỉnh ${unit.name}`, 'Ban Bí thư', 'Ban Chấp hành Trung ương']
      : [districtCommittee(unit), `Ban Chấp hành Đảng bộ ${nameOf(unit)}`],
  )
  const central = /Bí thư|Trung ương/u.test(name)
  const body: Body = {
    name,
    self: random.pick(['Ban Thường vụ', name]),
    code: central ? 'TW' : province ? 'TU' : 'HU',
    parent: null,
    chief: random.pick(['Bí thư', 'Thường vụ', 'Phó Bí thư']),
    deputies: ['Phó Bí thư', 'Ủy viên Thường vụ'],
    collective: random.pick(['Ban Bí thư', 'Ban Thường vụ', 'Tỉnh ủy', 'Ban Chấp hành'].slice(central ? 0 : 1)),
    byOrder: null,
    place: central ? 'Hà Nội' : unit.name,
  }
  const form = partyPaper(random, {
    year,
    unit,
    body,
    level: central ? 'party-central' : province ? 'party-province' : 'party-district',
    weights: { directive: 5, resolution: 4, 'party-circular': 3, notice: 2, letter: 2, decision: 1 },
  })
  if (form.number)
    form.number.text = form.number.text.replace(
      /^(.*?)-([A-ZĐa-z]+)\//u,
      random.pick(['$1 $2/', '$1-$2/', '$1 $2-', '$1/$2-']),
    )
  if (random.chance(0.5)) form.star = null
  if (random.chance(0.3)) form.placeDateAt = 'end'
  if (random.chance(0.25)) form.recipients = null
  if (random.chance(0.4)) form.signatures = form.signatures.map((signature) => ({ ...signature, position: null }))
  return form
}

/** Papers of a congress: its presidium issues them, the number has `ĐH`. */
export function partyCongress(random: Random): Form {
  const year = random.pick([2005, 2010, 2015, 2020, 2025])
  const unit = unitOf(random, { level: random.pick(['province', 'district', 'commune']), year: Math.min(year, 2024) })
  const name = random.pick([
    `Đại hội đại biểu Đảng bộ ${nameOf(unit)} lần thứ ${random.pick(['XIV', 'XX', 'XXII', 'I'])}`,
    `Đảng bộ ${nameOf(unit)}`,
    `Đại hội Đảng bộ ${nameOf(unit)} nhiệm kỳ ${year} - ${year + 5}`,
  ])
  const body: Body = {
    name: random.pick([name, 'Đoàn Chủ tịch']),
    self: 'Đại hội',
    code: 'ĐH',
    parent: null,
    chief: 'Đoàn Chủ tịch',
    deputies: ['Đoàn Chủ tịch'],
    collective: random.pick(['Đoàn Chủ tịch', 'Đại hội']),
    byOrder: null,
    place: unit.name,
  }
  if (body.name === 'Đoàn Chủ tịch') body.parent = name
  const form = partyPaper(random, {
    year,
    unit,
    body,
    level: 'party-district',
    weights: { resolution: 6, report: 3, programme: 2, rules: 1 },
  })
  form.signatures = [
    { authority: [`T/M ${upper(body.collective as string)}`], position: null, name: personName(random) },
  ]
  return form
}
