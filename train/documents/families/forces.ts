/** Army, police, courts and procuracies. */
import type { Random } from '../../random.ts'
import { type Body, office } from '../bodies.ts'
import type { Form } from '../form.ts'
import { RANKS } from '../people.ts'
import { nameOf, type Unit, unitOf } from '../places.ts'
import type { Kind } from './kinds.ts'
import { paper } from './paper.ts'
import { type Level, sceneOf } from './scene.ts'
import { between } from './state.ts'

const SERVICE_KINDS: Partial<Record<Kind, number>> = {
  letter: 8,
  plan: 4,
  decision: 5,
  notice: 4,
  report: 3,
  submission: 2,
  guide: 2,
  invitation: 1,
}

export function make(
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
  const form = paper(sceneOf(random, { year, unit, body, level }), {
    kind: random.weighted(SERVICE_KINDS),
    style: 'state',
  })
  if (ranks && random.chance(share))
    form.signatures = form.signatures.map((signature) => ({ ...signature, rank: random.pick(ranks) }))
  return form
}

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
  const form = make(random, { body, level: 'court', unit, year, ranks: ['Thẩm phán', 'Chấp hành viên'], share: 0.05 })
  if (form.heading && random.chance(0.12))
    form.heading = random.pick(['KHÁNG NGHỊ', 'CÁO TRẠNG', 'BẢN ÁN', 'GIẤY CHỨNG NHẬN'])
  return form
}
