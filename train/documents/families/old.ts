/** State papers before 2005: typewriters, `UB`, `15-CP`, Administrative Committees, ministries that are gone. */
import type { Random } from '../../random.ts'
import type { Body } from '../bodies.ts'
import type { Form } from '../form.ts'
import { personName } from '../people.ts'
import { SENTENCES } from '../phrases.ts'
import { nameOf, unitOf, type Unit } from '../places.ts'
import { type Kind, paper, upper } from './paper.ts'
import { type Level, sceneOf } from './scene.ts'
import { between } from './state.ts'

const HANOI: Unit = { kind: 'thành phố', name: 'Hà Nội', above: null }

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
  return form
}

function sceneSay(random: Random, { year, unit, body }: { year: number; unit: Unit; body: Body }): string {
  return sceneOf(random, { year, unit, body, level: 'ministry' }).from(SENTENCES, 'base-old')
}

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
