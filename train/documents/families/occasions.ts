/** Invitations, telegrams, and papers with the block of the office that copied them. */
import type { Random } from '../../random.ts'
import { type Body, peoplesCommittee } from '../bodies.ts'
import type { Form } from '../form.ts'
import { ministry } from '../ministries.ts'
import { personName } from '../people.ts'
import { SENTENCES } from '../phrases.ts'
import { nameOf, type Unit, unitOf } from '../places.ts'
import { ministries } from './central.ts'
import { upper } from './kinds.ts'
import { paper } from './paper.ts'
import { issueDate, sceneOf } from './scene.ts'
import { between, district, province, provinceDepartment } from './state.ts'

/** An invitation with its time and place as items. */
export function invitations(random: Random): Form {
  const maker = random.pick([province, district, provinceDepartment])
  const sample = maker(random)
  const unit: Unit = { kind: 'huyện', name: sample.place ?? 'Tân Khê', above: null }
  const body = random.chance(0.5) ? peoplesCommittee(unit, random) : ministry(random)
  const scene = sceneOf(random, {
    year: sample.year,
    unit,
    body,
    level: random.pick(['district', 'province', 'commune']),
  })
  const form = paper(scene, { kind: 'invitation', style: 'state' })
  form.body = [
    {
      kind: 'text',
      text: `${body.self} trân trọng kính mời ${random.pick(['ông (bà)', 'quý đại biểu', 'đồng chí', 'đại diện lãnh đạo các đơn vị'])} dự ${scene.say('{event}')}.`,
      depth: 0,
    },
    { kind: 'item', text: `1. Thời gian: ${7 + random.below(8)} giờ 30 phút, ngày ${scene.say('{date}')}.`, depth: 0 },
    { kind: 'item', text: `2. Địa điểm: Hội trường ${scene.say('{spot}')}.`, depth: 0 },
    ...(random.chance(0.6)
      ? [
          {
            kind: 'item' as const,
            text: `3. Thành phần: ${scene.from(SENTENCES, 'actor')}; ${scene.from(SENTENCES, 'actor')}.`,
            depth: 0,
          },
        ]
      : []),
    { kind: 'text', text: scene.from(SENTENCES, 'closing'), depth: 0 },
  ]
  form.operative = null
  return form
}

/** Telegrams of all levels. */
export function telegrams(random: Random): Form {
  const year = between(random, 1998, 2026)
  const unit = unitOf(random, { level: random.pick(['province', 'province', 'district']), year: Math.min(year, 2024) })
  const body = random.pick([
    () => peoplesCommittee(unit, random),
    () => ministry(random),
    (): Body => ({
      name: `Chủ tịch Ủy ban nhân dân ${nameOf(unit)}`,
      self: `Chủ tịch UBND ${unit.kind}`,
      code: 'UBND',
      parent: null,
      chief: 'Chủ tịch',
      deputies: ['Phó Chủ tịch'],
      collective: null,
      byOrder: null,
      place: unit.name,
    }),
  ])()
  return paper(sceneOf(random, { year, unit, body, level: 'province' }), { kind: 'telegram', style: 'state' })
}

/** A paper with the block of the office that copied it behind its end. */
export function copied(random: Random): Form {
  const form = random.pick([province, ministries, district])(random)
  const place = form.place ?? 'Tân Khê'
  const office = random.pick([
    `UBND TỈNH ${upper(place)}`,
    'SỞ NỘI VỤ',
    `VĂN PHÒNG UBND TỈNH ${upper(place)}`,
    'BAN CHỈ HUY QUÂN SỰ HUYỆN',
  ])
  const full = random.chance(0.6)
  form.copy = [
    ...(full ? [office] : []),
    random.pick(['SAO Y BẢN CHÍNH', 'SAO Y', 'SAO LỤC', 'TRÍCH SAO', 'SAO Y BẢN CHÍNH']),
    ...(full
      ? [
          `Số: ${1 + random.below(400)}/${random.pick(['SY', 'SL', 'TrS', 'SY-UBND', 'BS'])}`,
          `${place}, ${issueDate(random, form.year, { blank: 0 })}`,
        ]
      : []),
    random.pick(['TL. CHỦ TỊCH', 'KT. CHÁNH VĂN PHÒNG', 'TL. GIÁM ĐỐC']),
    random.pick(['CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG', 'TRƯỞNG PHÒNG HÀNH CHÍNH']),
    personName(random),
  ]
  return form
}
