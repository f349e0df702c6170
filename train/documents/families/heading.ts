/** Titles, number, place, type and subject of a paper. */
import type { Form } from '../form.ts'
import { RECIPIENTS, SUBJECTS } from '../phrases.ts'
import { codeOf, type Kind, type Style, upper } from './kinds.ts'
import { type Scene, spacedNumber } from './scene.ts'

export function titlesOf({ random, year }: Scene, style: Style): Form['titles'] {
  if (style === 'party')
    return [{ field: 'title', text: year < 1976 ? 'ĐẢNG LAO ĐỘNG VIỆT NAM' : 'ĐẢNG CỘNG SẢN VIỆT NAM' }]
  if (style === 'youth')
    return [
      {
        field: 'title',
        text: random.pick(['ĐOÀN TNCS HỒ CHÍ MINH', 'ĐOÀN TNCS HỒ CHÍ MINH', 'ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH']),
      },
    ]
  const motto = random.pick([
    'Độc lập - Tự do - Hạnh phúc',
    'Độc lập - Tự do - Hạnh phúc',
    'Độc lập - Tự do - Hạnh phúc',
    'Độc lập – Tự do – Hạnh phúc',
    'Độc lập -Tự do- Hạnh phúc',
    'Độc lập-Tự do-Hạnh phúc',
    'Độc lập - Tự do - Hạnh Phúc',
  ])
  if (year < 1976)
    return [
      { field: 'title', text: 'VIỆT NAM DÂN CHỦ CỘNG HÒA' },
      { field: 'motto', text: motto },
    ]
  return [
    {
      field: 'title',
      text: random.chance(0.96) ? 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' : 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    },
    { field: 'motto', text: motto },
  ]
}

export function numberOf(scene: Scene, { type, style }: { type: string; style: Style }): NonNullable<Form['number']> {
  const { random, body } = scene
  const serial = random.chance(0.1) ? '' : String(1 + random.below(random.chance(0.35) ? 9000 : 300)).padStart(2, '0')
  const letter = type === 'Công văn'
  const party = style === 'party' || style === 'youth'
  const code = codeOf(type, party ? 'party' : 'state') || (letter ? 'CV' : initialsOf(type))
  const unitCode = scene.from(RECIPIENTS, 'unit-code')
  const notation = party
    ? `-${code}/${body.code}${style === 'youth' && random.chance(0.4) ? `-${unitCode}` : ''}`
    : letter
      ? `/${random.chance(0.12) ? `CV-${body.code}` : random.chance(0.7) ? `${body.code}-${unitCode}` : body.code}`
      : `/${random.chance(0.06) ? `${code} - ${body.code}` : `${code}-${body.code}`}${random.chance(0.08) ? random.pick([`-${unitCode}`, '(m)', `(${unitCode})`]) : ''}`
  return {
    label: party
      ? random.pick(['Số', 'Số', 'Số:'])
      : random.weighted({ 'Số:': 20, 'Số :': 1, Số: 1, 'SỐ:': 0.4, 'số:': 0.2 }),
    text: spacedNumber(random, serial, notation),
  }
}

const initialsOf = (type: string) =>
  type
    .split(' ')
    .map((word) => word.charAt(0).toLocaleUpperCase('vi'))
    .join('')

/** The seat, now and then as it is abbreviated or with its kind. */
export function placeOf({ random, unit, body }: Scene): string {
  if (body.place !== unit.name) return body.place
  if (/^\d+$/u.test(unit.name))
    return `${unit.kind.charAt(0).toLocaleUpperCase('vi')}${unit.kind.slice(1)} ${unit.name}`
  if (/Hồ Chí Minh/u.test(unit.name))
    return random.pick(['Thành phố Hồ Chí Minh', 'TP. Hồ Chí Minh', 'TP. HCM', 'Tp.HCM', 'TP.Hồ Chí Minh'])
  if (random.chance(0.06)) return `${unit.kind.charAt(0).toLocaleUpperCase('vi')}${unit.kind.slice(1)} ${unit.name}`
  if (unit.kind === 'thành phố' && random.chance(0.2)) return `${random.pick(['TP.', 'TP. ', 'Tp. '])}${unit.name}`
  return unit.name
}

export function headingOf({ random, body }: Scene, type: string): string {
  if (random.chance(0.06) && type === 'Giấy mời')
    return random.pick(['GIẤY MỜI HỌP', 'GIẤY MỜI DỰ LỄ', 'THƯ MỜI', 'GIẤY MỜI DỰ HỘI NGHỊ'])
  if (random.chance(0.1) && type === 'Chương trình')
    return random.pick(['CHƯƠNG TRÌNH PHỐI HỢP', 'CHƯƠNG TRÌNH HÀNH ĐỘNG', 'CHƯƠNG TRÌNH CÔNG TÁC'])
  if (random.chance(0.05) && type === 'Kế hoạch')
    return random.pick(['KẾ HOẠCH CÔNG TÁC', 'KẾ HOẠCH PHỐI HỢP', 'KẾ HOẠCH LIÊN TỊCH'])
  if (random.chance(0.06) && type === 'Báo cáo')
    return random.pick(['BÁO CÁO TỔNG KẾT', 'BÁO CÁO NHANH', 'BÁO CÁO SƠ KẾT', 'BÁO CÁO TÓM TẮT'])
  if (random.chance(0.1) && type === 'Quyết định')
    return random.pick([`QUYẾT ĐỊNH CỦA ${upper(body.chief)}`, 'QUYẾT ĐỊNH', 'QUYẾT ĐỊNH', 'QUYẾT ĐỊNH :'])
  if (random.chance(0.03)) return [...upper(type)].join(' ').replace(/ {3}/gu, '   ')
  if (random.chance(0.04)) return type
  return upper(type)
}

export function subjectOf(
  scene: Scene,
  { kind, subjects, style }: { kind: Kind; subjects: string; style: Style },
): string | null {
  const { random } = scene
  let said = scene.say(random.pick(SUBJECTS[subjects] as string[]), [SUBJECTS])
  if (kind === 'letter') {
    if (random.chance(0.03)) return null
    if (style === 'party') return random.chance(0.5) ? said : `${random.pick(['V/v ', 'về việc ', 'V/v '])}${said}`
    said = `${random.pick(['V/v ', 'V/v ', 'V/v ', 'V/v: ', 'Về việc ', 'V/v', 'v/v '])}${said}`
    return said
  }
  if (style === 'party' && random.chance(0.7) && !/^\p{Lu}\p{Lu}/u.test(said))
    said = said.charAt(0).toLocaleLowerCase('vi') + said.slice(1)
  if (kind === 'invitation' && random.chance(0.15)) return null
  return random.chance(0.03) ? upper(said) : said
}
