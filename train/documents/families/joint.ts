/** Papers of several bodies, signed side by side. */
import type { Random } from '../../random.ts'
import { type Body, initials } from '../bodies.ts'
import type { Form } from '../form.ts'
import { MINISTRIES } from '../ministries.ts'
import { personName } from '../people.ts'
import { type Unit, unitOf } from '../places.ts'
import { type Kind, upper } from './kinds.ts'
import { paper } from './paper.ts'
import { sceneOf } from './scene.ts'
import { formulas } from './signing.ts'
import { between } from './state.ts'

export const HANOI: Unit = { kind: 'thành phố', name: 'Hà Nội', above: null }

/** Circulars, plans and resolutions of several bodies, signed side by side. */
export function joint(random: Random): Form {
  const year = between(random, 1995, 2026)
  const central = random.chance(0.5)
  const unit = central
    ? HANOI
    : unitOf(random, { level: random.pick(['province', 'district']), year: Math.min(year, 2024) })
  const names = central
    ? random.some(MINISTRIES, random.pick([2, 2, 3, 4]))
    : random.some(
        [
          `Sở Tài chính`,
          'Sở Y tế',
          `Công an ${unit.kind}`,
          `Hội Liên hiệp Phụ nữ ${unit.kind}`,
          `LĐLĐ ${unit.kind}`,
          'Ban Tuyên giáo',
          `Đoàn TNCS Hồ Chí Minh ${unit.kind}`,
          `Ủy ban MTTQ Việt Nam ${unit.kind}`,
          `Viện Kiểm sát nhân dân ${unit.kind}`,
        ],
        random.pick([2, 2, 3]),
      )
  const posts = (name: string): [string, string] =>
    /^Bộ/u.test(name)
      ? ['Bộ trưởng', 'Thứ trưởng']
      : /^(?:Sở|Công an)/u.test(name)
        ? ['Giám đốc', 'Phó Giám đốc']
        : /^Đoàn/u.test(name)
          ? ['Bí thư', 'Phó Bí thư']
          : /^Ban/u.test(name)
            ? ['Trưởng ban', 'Phó Trưởng ban']
            : /^Viện/u.test(name)
              ? ['Viện trưởng', 'Phó Viện trưởng']
              : ['Chủ tịch', 'Phó Chủ tịch']
  const code = names.map((name) => initials(name)).join('-')
  const joiner = random.pick([' - ', ' - ', ' – ', '-'])
  const body: Body = {
    name: names.join(joiner),
    self: random.pick(['Hai ngành', 'Liên ngành', 'Liên tịch', 'Liên Bộ']),
    code,
    parent: null,
    chief: 'Trưởng ban',
    deputies: ['Phó Trưởng ban'],
    collective: null,
    byOrder: null,
    place: unit.name,
  }
  const kind = random.weighted<Kind>(
    central ? { circular: 5, guide: 2, plan: 1 } : { plan: 4, guide: 3, programme: 3, resolution: 1, letter: 1 },
  )
  const form = paper(sceneOf(random, { year, unit, body, level: central ? 'ministry' : 'province' }), {
    kind,
    style: 'state',
  })
  if (kind === 'circular') form.heading = random.pick(['THÔNG TƯ LIÊN TỊCH', 'THÔNG TƯ LIÊN TỊCH', 'THÔNG TƯ LIÊN BỘ'])
  if (kind === 'programme') form.heading = random.pick(['CHƯƠNG TRÌNH PHỐI HỢP', 'CHƯƠNG TRÌNH LIÊN TỊCH'])
  if (kind === 'plan' && random.chance(0.4)) form.heading = 'KẾ HOẠCH LIÊN TỊCH'
  if (kind === 'resolution') form.heading = 'NGHỊ QUYẾT LIÊN TỊCH'
  if (form.number && kind === 'circular')
    form.number.text = form.number.text.replace(/\/TT-/u, random.pick([`/${year}/TTLT-`, '/TTLT-', `/${year}/TTLT/`]))
  if (form.enacting) form.enacting = null
  const marks = formulas(random, 'state')
  form.signatures = names.map((name) => {
    const [chief, deputy] = posts(name)
    const withBody = random.chance(0.7) ? ` ${upper(name)}` : ''
    return random.chance(0.6)
      ? { authority: [`${marks.KT}${upper(chief)}${withBody}`], position: upper(deputy), name: personName(random) }
      : {
          authority: random.chance(0.15) ? [`${marks.TM}${upper(name)}`] : [],
          position: `${upper(chief)}${withBody}`,
          name: personName(random),
        }
  })
  form.signersAbreast = random.chance(0.75)
  return form
}

/** Memoranda and agreements of two parties. */
export function agreement(random: Random): Form {
  const form = joint(random)
  form.heading = random.pick([
    'BẢN GHI NHỚ',
    'BẢN THỎA THUẬN',
    'HỢP ĐỒNG',
    'QUY CHẾ PHỐI HỢP',
    'HIỆP ĐỊNH',
    'BẢN CAM KẾT',
  ])
  if (random.chance(0.5)) Object.assign(form, { issuer: null, number: null })
  if (random.chance(0.4))
    form.signatures = form.signatures.map((signature, at) => ({
      authority: [
        `${random.pick(['THAY MẶT', 'ĐẠI DIỆN', 'TM.'])} ${at === 0 ? 'BÊN A' : at === 1 ? 'BÊN B' : 'BÊN C'}`,
      ],
      position: signature.position?.split(' BỘ')[0] ?? null,
      name: signature.name,
    }))
  if (random.chance(0.4)) form.recipients = null
  form.signersAbreast = true
  return form
}
