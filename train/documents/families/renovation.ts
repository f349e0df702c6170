/** State papers of 1986 to 2004. */
import type { Random } from '../../random.ts'
import type { Body } from '../bodies.ts'
import type { Form } from '../form.ts'
import { personName } from '../people.ts'
import { nameOf, unitOf } from '../places.ts'
import { HANOI } from './joint.ts'
import { type Kind, upper } from './kinds.ts'
import { paper } from './paper.ts'
import { type Level, sceneOf } from './scene.ts'
import { between } from './state.ts'

/** 1986 to 2004: `12/QĐ-UB`, `QĐ.UB`, names of bodies in small letters, no `Số:` rule yet. */
export function state1990s(random: Random): Form {
  const year = between(random, 1986, 2004)
  const way = random.weighted({ committee: 5, department: 3, ministry: 4 })
  const unit =
    way === 'ministry' ? HANOI : unitOf(random, { level: random.pick(['province', 'province', 'district']), year })
  const [name, code, chief, deputy] =
    way === 'committee'
      ? ([`Ủy ban nhân dân ${nameOf(unit)}`, 'UB', 'Chủ tịch', 'Phó Chủ tịch'] as const)
      : way === 'department'
        ? random.pick([
            ['Sở Thủy sản', 'TS', 'Giám đốc', 'Phó Giám đốc'],
            ['Sở Nông nghiệp và Phát triển nông thôn', 'NN-PTNT', 'Giám đốc', 'Phó Giám đốc'],
            ['Ban Tổ chức chính quyền', 'TC', 'Trưởng ban', 'Phó Trưởng ban'],
            ['Sở Thương mại - Du lịch', 'TMDL', 'Giám đốc', 'P. Giám đốc'],
            ['Sở Địa chính', 'ĐC', 'Giám đốc', 'P.Giám đốc'],
            ['Ty Thủy lợi', 'TL', 'Trưởng ty', 'Phó ty'],
          ] as const)
        : random.pick([
            ['Bộ Lâm nghiệp', 'LN', 'Bộ trưởng', 'Thứ trưởng'],
            ['Bộ Thương mại', 'TM', 'Bộ trưởng', 'Thứ trưởng'],
            ['Bộ Văn hóa - Thông tin', 'VHTT', 'Bộ trưởng', 'Thứ trưởng'],
            ['Tổng cục Địa chính', 'TCĐC', 'Tổng cục trưởng', 'Phó Tổng cục trưởng'],
            ['Bộ Canh nông', 'BCN', 'Bộ trưởng', 'Thứ trưởng'],
            ['Ban Tổ chức - Cán bộ Chính phủ', 'TCCP', 'Bộ trưởng, Trưởng ban', 'Phó Trưởng ban'],
            ['Ngân hàng Nhà nước Việt Nam', 'NHNN', 'Thống đốc', 'Phó Thống đốc'],
            ['Hội đồng Bộ trưởng', 'HĐBT', 'Chủ tịch', 'Phó Chủ tịch'],
          ] as const)
  const body: Body = {
    name,
    self: name,
    code,
    parent: way === 'department' ? `UBND ${nameOf(unit)}` : null,
    chief,
    deputies: [deputy],
    collective:
      way === 'committee'
        ? random.pick([`Ủy ban nhân dân ${nameOf(unit)}`, `UBND ${unit.kind}`, 'Ủy ban nhân dân'])
        : null,
    byOrder: random.chance(0.3) ? { head: 'Chánh Văn phòng', deputy: 'Phó Văn phòng' } : null,
    place: unit.name,
  }
  const kind = random.weighted<Kind>({
    directive: 4,
    decision: 6,
    notice: 2,
    letter: 4,
    circular: way === 'ministry' ? 4 : 0,
    report: 1,
    plan: 1,
    submission: 1,
  })
  const form = paper(
    sceneOf(random, { year, unit, body, level: way === 'ministry' ? 'ministry' : ('province' as Level) }),
    { kind, style: 'state' },
  )
  const type =
    {
      decision: 'QĐ',
      directive: 'CT',
      circular: 'TT',
      notice: 'TB',
      letter: 'CV',
      report: 'BC',
      plan: 'KH',
      submission: 'TTr',
    }[kind as string] ?? 'CV'
  const serial = String(1 + random.below(2500))
  if (form.number) {
    form.number.label = random.pick(['Số:', 'Số', 'Số :', 'SỐ:', 'Số :'])
    form.number.text = random.pick([
      `${serial}/${type}-${code}`,
      `${serial} ${type}-${code}`,
      `${serial}/${type}.${code}`,
      `${serial} /${type}-${code}`,
      `${serial}/${year}/${type}-${code}`,
      `${serial} ${code}/${type}`,
      `${serial}/${code}-${type}`,
      `${serial} /${year}/${type}/${code}`,
      `${serial}-${type}/${code}`,
    ])
  }
  if (random.chance(0.15))
    form.signatures.push({
      authority: random.chance(0.3) ? [`K/T ${upper(chief)}`] : [],
      position: upper(deputy),
      name: personName(random),
    })
  if (random.chance(0.1)) form.placeDateAt = 'end'
  if (random.chance(0.15)) form.smallLetters = true
  return form
}
