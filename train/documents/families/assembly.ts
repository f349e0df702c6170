/** The National Assembly, its Standing Committee and the President. */
import type { Random } from '../../random.ts'
import type { Body } from '../bodies.ts'
import type { Form } from '../form.ts'
import { personName } from '../people.ts'
import { SUBJECTS } from '../phrases.ts'
import { HANOI } from './joint.ts'
import { upper } from './kinds.ts'
import { paper } from './paper.ts'
import { sceneOf } from './scene.ts'
import { between } from './state.ts'

/** Laws, resolutions and orders of the National Assembly, its Standing Committee and the President. */
export function nationalAssembly(random: Random): Form {
  const year = between(random, 1992, 2026)
  const way = random.pick(['law', 'resolution', 'standing', 'standing', 'president'] as const)
  const bodies: Record<typeof way, Body> = {
    law: {
      name: 'Quốc hội',
      self: 'Quốc hội',
      code: 'QH',
      parent: null,
      chief: 'Chủ tịch Quốc hội',
      deputies: ['Chủ tịch Quốc hội'],
      collective: null,
      byOrder: null,
      place: 'Hà Nội',
    },
    resolution: {
      name: 'Quốc hội',
      self: 'Quốc hội',
      code: 'QH',
      parent: null,
      chief: 'Chủ tịch Quốc hội',
      deputies: ['Phó Chủ tịch Quốc hội'],
      collective: null,
      byOrder: null,
      place: 'Hà Nội',
    },
    standing: {
      name: 'Ủy ban Thường vụ Quốc hội',
      self: 'Ủy ban Thường vụ Quốc hội',
      code: 'UBTVQH',
      parent: null,
      chief: 'Chủ tịch',
      deputies: ['Phó Chủ tịch'],
      collective: 'Ủy ban Thường vụ Quốc hội',
      byOrder: null,
      place: 'Hà Nội',
    },
    president: {
      name: 'Chủ tịch nước',
      self: 'Chủ tịch nước',
      code: 'CTN',
      parent: null,
      chief: 'Chủ tịch nước',
      deputies: ['Phó Chủ tịch nước'],
      collective: null,
      byOrder: null,
      place: 'Hà Nội',
    },
  }
  const body = bodies[way]
  const scene = sceneOf(random, { year, unit: HANOI, body, level: 'ministry' })
  const form = paper(scene, { kind: way === 'president' ? 'decision' : 'resolution', style: 'state' })
  const term = 9 + Math.max(0, Math.floor((year - 1992) / 5))
  const serial = 1 + random.below(90)
  if (way === 'law') {
    form.heading = random.pick(['LUẬT', 'LUẬT', 'BỘ LUẬT', 'PHÁP LỆNH'])
    form.subject = upper(scene.say(random.pick(SUBJECTS['law-title'] as string[]), [SUBJECTS]))
    form.number = { label: random.pick(['Luật số:', 'Luật số:', 'Số:']), text: `${serial}/${year}/QH${term}` }
    form.signatures = [
      {
        authority: [],
        position: 'CHỦ TỊCH QUỐC HỘI',
        name: personName(random),
        ...(random.chance(0.4) ? { signed: { text: '(Đã ký)', where: 'before' as const } } : {}),
      },
    ]
    form.operative = {
      text: random.pick(['Quốc hội ban hành Luật này', 'Luật này quy định về việc quản lý và sử dụng']),
      alone: false,
    }
    if (random.chance(0.8)) Object.assign(form, { place: null, date: null })
    if (random.chance(0.8)) form.recipients = null
    form.enacting = null
  } else {
    form.number = {
      label: random.pick(['Số:', 'Nghị quyết số:', 'Số:']),
      text: random.pick([
        `${serial}/${year}/${body.code}${way === 'president' ? '' : term}`,
        `${serial}/NQ-${body.code}${term}`,
        `${serial}/${year}/NQ-${body.code}${term}`,
      ]),
    }
    if (way === 'president') form.heading = random.pick(['LỆNH', 'QUYẾT ĐỊNH'])
    form.enacting = upper(
      way === 'president'
        ? 'Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam'
        : way === 'resolution'
          ? 'Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam'
          : body.name,
    )
    if (random.chance(0.3)) form.enacting = body.name.toUpperCase()
  }
  return form
}
