/** Steering committees, councils, working groups. */
import type { Random } from '../../random.ts'
import { type Body, peoplesCommittee } from '../bodies.ts'
import type { Form } from '../form.ts'
import { nameOf, unitOf } from '../places.ts'
import { type Kind, upper } from './kinds.ts'
import { paper } from './paper.ts'
import { sceneOf } from './scene.ts'
import { between } from './state.ts'

/** Steering committees, councils, working groups; the chair's own post stands below. */
export function board(random: Random): Form {
  const year = between(random, 2005, 2026)
  const unit = unitOf(random, {
    level: random.pick(['province', 'district', 'commune']),
    year: Math.min(year, year > 2025 ? 2026 : 2024),
  })
  const parts = random.pick([
    ['Ban Chỉ đạo', 'BCĐ', 'Trưởng ban', 'Phó Trưởng ban', 'Ban Chỉ đạo'],
    ['Ban Chỉ huy Phòng thủ dân sự', 'BCHPTDS', 'Trưởng ban', 'Phó Trưởng ban', 'Ban Chỉ huy'],
    ['Hội đồng Thi đua - Khen thưởng', 'HĐTĐKT', 'Chủ tịch', 'Phó Chủ tịch', 'Hội đồng'],
    ['Hội đồng thẩm định', 'HĐTĐ', 'Chủ tịch', 'Phó Chủ tịch', 'Hội đồng'],
    ['Tổ công tác Đề án 06', 'TCT', 'Tổ trưởng', 'Tổ phó', 'Tổ công tác'],
    ['Ủy ban bầu cử', 'UBBC', 'Chủ tịch', 'Phó Chủ tịch', 'Ủy ban bầu cử'],
    ['Đoàn kiểm tra liên ngành', 'ĐKT', 'Trưởng đoàn', 'Phó Trưởng đoàn', 'Đoàn kiểm tra'],
    ['Ban Tổ chức Hội thi', 'BTC', 'Trưởng ban', 'Phó Trưởng ban', 'Ban Tổ chức'],
    ['Ban Vận động Quỹ vì người nghèo', 'BVĐ', 'Trưởng ban', 'Phó Trưởng ban', 'Ban Vận động'],
  ] as const)
  const long = random.chance(0.45)
    ? ` ${sceneOf(random, { year, unit, body: peoplesCommittee(unit, random), level: 'district' })
        .say('{work}')
        .replace(/^(?:công tác|việc) /u, '')}`
    : ''
  const body: Body = {
    name: `${parts[0]}${long} ${random.pick([unit.kind, nameOf(unit)])}`,
    self: parts[4],
    code: parts[1],
    parent: random.chance(0.7) ? `UBND ${nameOf(unit)}` : null,
    chief: parts[2],
    deputies: [parts[3], `${parts[3]} Thường trực`],
    collective: random.chance(0.7) ? parts[4] : null,
    byOrder: null,
    place: unit.name,
  }
  const form = paper(sceneOf(random, { year, unit, body, level: unit.kind === 'tỉnh' ? 'province' : 'district' }), {
    kind: random.weighted<Kind>({ plan: 4, notice: 4, decision: 4, letter: 4, report: 2, telegram: 1, invitation: 1 }),
    style: 'state',
  })
  if (random.chance(0.65)) {
    const second = random.pick([
      `CHỦ TỊCH UBND ${upper(unit.kind)}`,
      `PHÓ CHỦ TỊCH UBND ${upper(unit.kind)}`,
      'GIÁM ĐỐC SỞ NỘI VỤ',
      'GIÁM ĐỐC CÔNG AN TỈNH',
      'TRƯỞNG PHÒNG NỘI VỤ',
      'PHÓ BÍ THƯ THƯỜNG TRỰC',
    ])
    form.signatures = form.signatures.map((signature) => ({
      ...signature,
      second: {
        text: random.chance(0.3) ? `(${second})` : second,
        where: random.chance(0.75) ? 'above-name' : 'below-name',
      },
    }))
  }
  return form
}
