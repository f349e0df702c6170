/** Minutes, and papers with two or more signers of one body. */
import type { Random } from '../../random.ts'
import type { Form, Signature } from '../form.ts'
import { personName } from '../people.ts'
import { SUBJECTS } from '../phrases.ts'
import type { Unit } from '../places.ts'
import { orders } from './body-text.ts'
import { ministries } from './central.ts'
import { sceneOf } from './scene.ts'
import { district, province, provinceDepartment } from './state.ts'

/** Minutes: secretary left, chair right, often nobody else; or two parties. */
export function minutes(random: Random): Form {
  const base = random.pick([province, district, provinceDepartment])(random)
  const unit: Unit = { kind: 'xã', name: base.place ?? 'Tân Khê', above: null }
  const scene = sceneOf(random, {
    year: base.year,
    unit,
    body: {
      name: 'Tổ công tác',
      self: 'Tổ công tác',
      code: 'TCT',
      parent: null,
      chief: 'Tổ trưởng',
      deputies: ['Tổ phó'],
      collective: null,
      byOrder: null,
      place: unit.name,
    },
    level: 'commune',
  })
  const form: Form = {
    ...base,
    heading: random.pick([
      'BIÊN BẢN',
      'BIÊN BẢN',
      'BIÊN BẢN HỌP',
      'BIÊN BẢN LÀM VIỆC',
      'BIÊN BẢN NGHIỆM THU',
      'BIÊN BẢN KIỂM TRA',
    ]),
    subjectUnder: 'heading',
    enacting: null,
    bases: [],
    cue: null,
    addressees: [],
    also: null,
    recipients: random.chance(0.25) ? base.recipients : null,
    subject: scene.say(
      random.pick([
        'Họp {team}',
        'Kiểm tra {work}',
        'Bàn giao {project}',
        'Về việc {matter}',
        'Hội nghị lấy ý kiến cử tri nơi cư trú',
        'Nghiệm thu {project} hoàn thành đưa vào sử dụng',
      ]),
      [SUBJECTS],
    ),
    number:
      random.chance(0.4) && base.number
        ? { ...base.number, text: base.number.text.replace(/\/[^/]*$/u, '/BB-TCT') }
        : null,
  }
  if (random.chance(0.3))
    Object.assign(form, { issuer: null, parent: null, star: null, number: null, place: null, date: null })
  const main = orders(scene)
  form.operative = null
  form.body = [
    {
      kind: 'text',
      text: `Hôm nay, vào hồi ${7 + random.below(9)} giờ 30 phút, ngày ${1 + random.below(28)}/${1 + random.below(12)}/${base.year}, tại ${scene.say('{spot}')}, chúng tôi gồm:`,
      depth: 0,
    },
    { kind: 'item', text: `- Ông ${personName(random)}, ${scene.say('{post}')};`, depth: 0 },
    { kind: 'item', text: `- Bà ${personName(random)}, cán bộ địa chính.`, depth: 0 },
    ...main.body,
  ]
  const two = random.pick([
    [
      ['THƯ KÝ', 'CHỦ TRÌ'],
      ['THƯ KÝ', 'CHỦ TỌA'],
      ['NGƯỜI GHI BIÊN BẢN', 'CHỦ TRÌ'],
    ],
    [
      ['ĐẠI DIỆN BÊN GIAO', 'ĐẠI DIỆN BÊN NHẬN'],
      ['ĐẠI DIỆN BÊN A', 'ĐẠI DIỆN BÊN B'],
    ],
    [['THƯ KÝ', 'NGƯỜI CHỦ TRÌ']],
  ])[0] as string[]
  form.signatures = two.map((position) => ({
    authority: [],
    position,
    name: random.chance(0.9) ? personName(random) : null,
  }))
  if (random.chance(0.25))
    form.signatures.push({
      authority: [],
      position: random.pick(['CÁC THÀNH VIÊN', 'ĐẠI DIỆN CHỦ ĐẦU TƯ', 'GIÁM SÁT TRƯỞNG']),
      name: personName(random),
    })
  form.signersAbreast = random.chance(0.85)
  return form
}

/** Two or more signers of one body, in columns or in a grid of those who approved. */
export function manySigners(random: Random): Form {
  const form = random.pick([province, provinceDepartment, district, ministries])(random)
  const grid = random.chance(0.4)
  const posts = grid
    ? random.some(
        [
          'NGƯỜI LẬP BIỂU',
          'KẾ TOÁN TRƯỞNG',
          'PHỤ TRÁCH KẾ TOÁN',
          'THỦ QUỸ',
          'TRƯỞNG PHÒNG',
          'THỦ TRƯỞNG ĐƠN VỊ',
          'GIÁM ĐỐC',
        ],
        random.pick([2, 3, 3]),
      )
    : random.pick([
        ['CHỦ TỊCH', 'THƯ KÝ'],
        ['TRƯỞNG ĐOÀN', 'THƯ KÝ'],
        ['BÍ THƯ', 'CHỦ TỊCH'],
        ['CHỦ TỊCH', 'CHỦ TỊCH', 'TRƯỞNG BAN'],
      ])
  form.signatures = posts.map(
    (position): Signature => ({
      authority: random.chance(grid ? 0.05 : 0.35)
        ? [
            `TM. ${random.pick(['ỦY BAN NHÂN DÂN', 'BAN THƯỜNG TRỰC', 'BAN CHẤP HÀNH', 'UBMTTQ', 'BAN THƯỜNG VỤ', 'ĐOÀN KIỂM TRA'])}`,
          ]
        : [],
      position,
      name: random.chance(0.92) ? personName(random) : null,
      ...(random.chance(0.2) ? { signed: { text: '(Đã ký)', where: 'before' as const } } : {}),
    }),
  )
  form.signersAbreast = random.chance(0.85)
  if (grid && random.chance(0.4)) form.recipients = null
  return form
}
