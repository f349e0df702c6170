/** The Party: committees of all levels, their advisory bodies, branches, congresses, and the Party's older forms. */
import type { Random } from '../../random.ts'
import type { Body } from '../bodies.ts'
import type { Form } from '../form.ts'
import { nameOf, unitOf, type Unit } from '../places.ts'
import { type Kind, paper, upper } from './paper.ts'
import { type Level, sceneOf } from './scene.ts'
import { between } from './state.ts'
import { personName } from '../people.ts'

const USUAL: Partial<Record<Kind, number>> = {
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

const secretary = {
  chief: 'Bí thư',
  deputies: ['Phó Bí thư', 'Phó Bí thư', 'Phó Bí thư Thường trực'],
  byOrder: { head: 'Chánh Văn phòng', deputy: 'Phó Chánh Văn phòng' },
}

/** A committee, or one of its advisory bodies with the committee above it. */
function committee(
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

function partyPaper(
  random: Random,
  {
    year,
    unit,
    body,
    level,
    weights = USUAL,
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

function districtCommittee({ kind, name }: Unit): string {
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
    `Đại hội đại biểu Đảng bộ ${nameOf(unit)} lần thứ ${random.pick(['XIV', 'XX', 'XXII', 'thứ I'])}`,
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
