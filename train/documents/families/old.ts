/** State papers before 1986: typewriters, Administrative Committees, `15-CP`. */
import type { Random } from '../../random.ts'
import type { Body } from '../bodies.ts'
import type { Form } from '../form.ts'
import { SENTENCES } from '../phrases.ts'
import { nameOf, type Unit, unitOf } from '../places.ts'
import { hyphenated } from './hyphens.ts'
import { HANOI } from './joint.ts'
import { type Kind, upper } from './kinds.ts'
import { paper } from './paper.ts'
import { type Level, sceneOf } from './scene.ts'
import { between } from './state.ts'

/** The Democratic Republic and the years before the renovation. */
export function state1950s(random: Random): Form {
  const year = between(random, 1946, 1985)
  const central = random.chance(0.6)
  const unit = central ? HANOI : unitOf(random, { level: random.pick(['province', 'district']), year: 1980 })
  const executive = year < 1977 ? 'Ủy ban hành chính' : 'Ủy ban nhân dân'
  const parts = central
    ? random.pick([
        ['Phủ Thủ tướng', 'TTg', 'Thủ tướng Chính phủ', 'Phó Thủ tướng'],
        ['Hội đồng Chính phủ', 'CP', 'Thủ tướng', 'Phó Thủ tướng'],
        ['Hội đồng Bộ trưởng', 'HĐBT', 'Chủ tịch', 'Phó Chủ tịch'],
        ['Bộ Nội thương', 'NT', 'Bộ trưởng', 'Thứ trưởng'],
        ['Bộ Thủy lợi', 'TL', 'Bộ trưởng', 'Thứ trưởng'],
        ['Bộ Lương thực và Thực phẩm', 'LTTP', 'Bộ trưởng', 'Thứ trưởng'],
        ['Ủy ban Kế hoạch Nhà nước', 'UB', 'Chủ nhiệm', 'Phó Chủ nhiệm'],
        ['Tổng cục Lâm nghiệp', 'TCLN', 'Tổng cục trưởng', 'Tổng cục phó'],
        ['Bộ Y tế', 'BYT', 'Bộ trưởng', 'Thứ trưởng'],
        ['Ban Tổ chức của Chính phủ', 'TCCP', 'Trưởng ban', 'Phó Trưởng ban'],
      ] as const)
    : random.pick([
        [`${executive} ${nameOf(unit)}`, year < 1977 ? 'UB' : 'UBND', 'Chủ tịch', 'Phó Chủ tịch'],
        [`Ty Nông nghiệp ${unit.name}`, 'NN', 'Trưởng ty', 'Phó Trưởng ty'],
        [`Ty Giáo dục ${unit.name}`, 'GD', 'Trưởng ty', 'Phó ty'],
        [`Sở Thủy lợi ${unit.name}`, 'TL', 'Giám đốc', 'Phó Giám đốc'],
      ] as const)
  const committee = parts[0].startsWith('Ủy ban') && !central
  const body: Body = {
    name: parts[0],
    self: parts[0],
    code: parts[1],
    parent: !central && !committee && random.chance(0.4) ? `${executive} ${nameOf(unit)}` : null,
    chief: parts[2],
    deputies: [parts[3]],
    collective: committee ? executive : random.chance(0.15) ? parts[0] : null,
    byOrder: random.chance(0.2) ? { head: 'Chánh Văn phòng', deputy: 'Phó Văn phòng' } : null,
    place: unit.name,
  }
  const kind = random.weighted<Kind>({ directive: 5, decision: 5, notice: 2, letter: 3, circular: 3, report: 1 })
  const form = paper(sceneOf(random, { year, unit, body, level: central ? 'ministry' : ('province' as Level) }), {
    kind,
    style: 'state',
  })
  const serial = String(1 + random.below(600))
  if (form.number) {
    form.number.label = random.pick(['Số', 'Số:', 'SỐ', 'Số :'])
    const code =
      { decision: 'QĐ', directive: 'CT', circular: 'TT', notice: 'TB', letter: 'VP', report: 'BC' }[kind as string] ??
      'VP'
    form.number.text = random.pick([
      `${serial}-${body.code}`,
      `${serial} ${code}/${body.code}`,
      `${serial}-${code}/${body.code}`,
      `${serial}/${body.code}`,
      `${serial}-${code}`,
      `${serial} - ${body.code}/${code}`,
      `${serial} ${code}-${body.code}`,
      `${serial}-${body.code}/${code}`,
    ])
  }
  if (kind === 'decision' && random.chance(0.3)) form.heading = random.pick(['NGHỊ ĐỊNH', 'QUYẾT ĐỊNH', 'SẮC LỆNH'])
  if (kind === 'circular' && random.chance(0.2)) form.heading = 'THÔNG TƯ LIÊN BỘ'
  form.bases = form.bases.length > 0 ? form.bases.map(() => sceneSay(random, { year, unit, body })) : []
  form.enacting =
    form.enacting && random.chance(0.8)
      ? upper(`${body.chief.replace(/ Chính phủ/u, '')} ${body.name.replace('Phủ Thủ tướng', 'Chính phủ')}`)
      : form.enacting
  form.date = random.pick([
    `ngày ${1 + random.below(30)} tháng ${1 + random.below(12)} năm ${year}`,
    `ngày ${1 + random.below(30)} tháng ${1 + random.below(12)} năm ${year}`,
    form.date as string,
  ])
  if (random.chance(0.25)) form.placeDateAt = 'end'
  if (random.chance(0.45)) form.recipients = null
  if (random.chance(0.08))
    form.titles = [
      { field: 'title', text: 'VIỆT NAM DÂN CHỦ CỘNG HÒA' },
      {
        field: 'motto',
        text: 'Dân chủ - Độc lập - Tự do - Hạnh phúc'.replace('Dân chủ - ', random.chance(0.5) ? 'Dân chủ - ' : ''),
      },
    ]
  if (random.chance(0.2))
    form.signatures = form.signatures.map((signature) => ({
      ...signature,
      signed: { text: random.pick(['Đã ký', '(Đã ký)', 'Đã ký :']), where: random.pick(['before', 'behind']) },
    }))
  form.fullStop = random.pick(['.', './.', '.'])
  form.stamps = form.stamps.filter(() => random.chance(0.4))
  return random.chance(0.3) ? hyphenated(form) : form
}

function sceneSay(random: Random, { year, unit, body }: { year: number; unit: Unit; body: Body }): string {
  return sceneOf(random, { year, unit, body, level: 'ministry' }).from(SENTENCES, 'base-old')
}
