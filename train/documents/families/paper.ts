/** A paper of one kind by one body: the parts that every family has in common. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { blankForm, type Form, type ReaderKind } from '../form.ts'
import { ADDRESSEES, RECIPIENTS, SENTENCES, SUBJECTS } from '../phrases.ts'
import { articles, orders } from './body-text.ts'
import { issueDate, type Level, type Scene, spacedNumber } from './scene.ts'
import { formulas, sign, withSignedMark } from './signing.ts'

interface DocumentType {
  name: string
  codes?: { state?: string[]; party?: string[] }
}

const TYPES = parse(readFileSync(new URL('../../../grammars/types.yaml', import.meta.url), 'utf8')) as DocumentType[]
const codeOf = (name: string, system: 'state' | 'party'): string =>
  TYPES.find((type) => type.name === name)?.codes?.[system]?.[0] ?? ''

export type Kind =
  | 'letter'
  | 'decision'
  | 'directive'
  | 'plan'
  | 'notice'
  | 'report'
  | 'submission'
  | 'guide'
  | 'resolution'
  | 'conclusion'
  | 'regulation'
  | 'invitation'
  | 'telegram'
  | 'programme'
  | 'circular'
  | 'appeal'
  | 'party-circular'
  | 'rules'
  | 'scheme'
  | 'permit'
  | 'announcement'

interface KindForm {
  type: string
  /** Table of subjects. */
  subjects: string
  body: 'orders' | 'articles'
  addressed: number
}

const KINDS: Record<Kind, KindForm> = {
  letter: { type: 'Công văn', subjects: 'letter', body: 'orders', addressed: 1 },
  decision: { type: 'Quyết định', subjects: 'decision', body: 'articles', addressed: 0 },
  directive: { type: 'Chỉ thị', subjects: 'directive', body: 'orders', addressed: 0 },
  plan: { type: 'Kế hoạch', subjects: 'plan', body: 'orders', addressed: 0 },
  notice: { type: 'Thông báo', subjects: 'notice', body: 'orders', addressed: 0.06 },
  report: { type: 'Báo cáo', subjects: 'report', body: 'orders', addressed: 0.25 },
  submission: { type: 'Tờ trình', subjects: 'submission', body: 'orders', addressed: 1 },
  guide: { type: 'Hướng dẫn', subjects: 'guide', body: 'orders', addressed: 0.08 },
  resolution: { type: 'Nghị quyết', subjects: 'resolution', body: 'articles', addressed: 0 },
  conclusion: { type: 'Kết luận', subjects: 'conclusion', body: 'orders', addressed: 0 },
  regulation: { type: 'Quy định', subjects: 'regulation', body: 'articles', addressed: 0 },
  invitation: { type: 'Giấy mời', subjects: 'invitation', body: 'orders', addressed: 0.9 },
  telegram: { type: 'Công điện', subjects: 'telegram', body: 'orders', addressed: 1 },
  programme: { type: 'Chương trình', subjects: 'programme', body: 'orders', addressed: 0 },
  circular: { type: 'Thông tư', subjects: 'circular', body: 'articles', addressed: 0 },
  appeal: { type: 'Lời kêu gọi', subjects: 'appeal', body: 'orders', addressed: 0 },
  'party-circular': { type: 'Thông tri', subjects: 'directive', body: 'orders', addressed: 0 },
  rules: { type: 'Quy chế', subjects: 'regulation', body: 'articles', addressed: 0 },
  scheme: { type: 'Phương án', subjects: 'plan', body: 'orders', addressed: 0 },
  permit: { type: 'Giấy phép', subjects: 'decision', body: 'articles', addressed: 0 },
  announcement: { type: 'Thông cáo', subjects: 'notice', body: 'orders', addressed: 0 },
}

export const upper = (text: string) => text.toLocaleUpperCase('vi')

export type Style = 'state' | 'party' | 'youth' | 'other'

export interface PaperOptions {
  kind: Kind
  style: Style
  reader?: ReaderKind
}

/** The paper with its recipients, signature and body; families change what is theirs. */
export function paper(scene: Scene, { kind, style, reader = readerOf(scene) }: PaperOptions): Form {
  const { random, body, year } = scene
  const form = blankForm(year)
  const { type, subjects, body: manner, addressed } = KINDS[kind]
  const party = style === 'party' || style === 'youth'
  form.reader = reader
  form.titles = titlesOf(scene, style)
  form.parent = body.parent ? upper(body.parent) : null
  form.issuer = upper(body.name)
  form.star = party ? (style === 'youth' ? '***' : '*') : null
  form.number = numberOf(scene, { type, style })
  form.place = placeOf(scene)
  form.date = issueDate(random, year)
  form.heading = kind === 'letter' ? null : headingOf(scene, type)
  form.subjectUnder = kind === 'letter' ? 'number' : 'heading'
  form.subject = subjectOf(scene, { kind, subjects, style })
  if (random.chance(addressed)) Object.assign(form, addressedTo(scene, kind))
  const marks = formulas(random, style === 'party' ? 'party' : 'state')
  form.signatures = [
    withSignedMark(
      sign(body, { random, style: style === 'party' ? 'party' : 'state', marks }),
      random,
      reader === 'crawl' || reader === 'html' ? 0.25 : 0.05,
    ),
  ]
  form.recipients = random.chance(0.95) ? recipientsOf(scene, { style, decision: manner === 'articles' }) : null
  bodyOf(form, { scene, kind, style, manner })
  form.stamps = stampsOf(scene, kind)
  return form
}

function titlesOf({ random, year }: Scene, style: Style): Form['titles'] {
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

function numberOf(scene: Scene, { type, style }: { type: string; style: Style }): NonNullable<Form['number']> {
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

function headingOf({ random, body }: Scene, type: string): string {
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

function subjectOf(
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

const NEAREST: Partial<Record<Level, string>> = {
  'party-central': 'party',
  'party-province': 'party',
  'party-district': 'party',
  'party-commune': 'party',
  youth: 'other',
  union: 'other',
  front: 'other',
  army: 'other',
  police: 'other',
  school: 'other',
  company: 'other',
  court: 'other',
}

function addressedTo(scene: Scene, kind: Kind): Pick<Form, 'cue' | 'addressees' | 'also'> {
  const { random, level, body } = scene
  const near = NEAREST[level] ?? level
  const table =
    kind === 'telegram'
      ? 'telegram'
      : kind === 'submission' || kind === 'report' || random.chance(0.3)
        ? `up-${near}`
        : `down-${near}`
  const count = kind === 'submission' ? random.pick([1, 1, 1, 2]) : random.pick([1, 1, 1, 2, 2, 3, 3, 4, 5])
  const entries = unique(
    Array.from({ length: count }, () =>
      random.chance(0.09) ? scene.from(ADDRESSEES, 'long') : scene.from(ADDRESSEES, table),
    ),
  )
  if (entries.length === 1 && random.chance(0.08)) entries[0] = `${entries[0]} ${scene.from(ADDRESSEES, 'address')}`
  const cue =
    kind === 'telegram'
      ? random.pick([
          `${upper(body.name)} điện:`,
          'Điện:',
          `${upper(body.chief)} ${upper(body.name)} điện:`,
          'Kính gửi:',
        ])
      : level.startsWith('party') && kind === 'submission'
        ? random.pick(['Kính trình:', 'Kính gửi:'])
        : random.weighted({
            'Kính gửi:': 20,
            'Kính gửi :': 1,
            'Kính gửi': 0.6,
            'KÍNH GỬI:': 0.5,
            'Kính mời:': kind === 'invitation' ? 4 : 0,
          })
  const also =
    random.chance(0.06) && entries.length < 3
      ? {
          cue: random.pick(['Đồng kính gửi:', 'Đồng gửi:', 'Đồng kính gửi :']),
          addressees: unique(Array.from({ length: random.pick([1, 2]) }, () => scene.from(ADDRESSEES, `down-${near}`))),
        }
      : null
  return { cue, addressees: entries, also }
}

const unique = (list: string[]) => [...new Set(list)]

function recipientsOf(
  scene: Scene,
  { style, decision }: { style: Style; decision: boolean },
): NonNullable<Form['recipients']> {
  const { random, level } = scene
  const tables: Partial<Record<Level, string[]>> = {
    'party-district': ['party-district'],
    'party-commune': ['party-commune'],
    'party-central': ['party-central', 'ministry'],
  }
  const pool = (tables[level] ?? [level]).flatMap((name) => RECIPIENTS[name] as string[])
  const count = random.pick([1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 9, 12])
  const chosen = random.some(pool, count).map((template) => withPurpose(scene, scene.say(template, [RECIPIENTS])))
  const party = style === 'party' || style === 'youth'
  const first = party
    ? random.chance(0.25)
      ? [scene.from(RECIPIENTS, 'first-letter')]
      : []
    : random.chance(0.72)
      ? [scene.from(RECIPIENTS, decision ? 'first-decision' : 'first-letter')]
      : []
  const archive = random.chance(0.94)
    ? scene.from(
        RECIPIENTS,
        style === 'state' ? 'archive-state' : style === 'party' ? 'archive-party' : 'archive-other',
      )
    : null
  const end = party ? random.pick([',', ',', ';']) : random.weighted({ ';': 16, ',': 1.5, '.': 0.8, '': 1.2 })
  return {
    label: random.weighted({
      'Nơi nhận:': 24,
      'Nơi nhận :': 2,
      'Nơi nhận': 0.8,
      'NƠI NHẬN:': 0.6,
      'Nơi gửi:': 0.3,
      'Nơi  nhận:': 0.3,
    }),
    entries: unique([...first, ...chosen]),
    archive,
    end,
    dash: random.weighted({ '- ': 24, '-': 2.5, '': 1.6, '– ': 1, '+ ': 0.5, '• ': 0.3, '* ': 0.3 }),
  }
}

function withPurpose({ random, say }: Scene, entry: string): string {
  if (/\)$/u.test(entry) || !random.chance(0.1)) return entry
  return `${entry} ${say(random.pick(RECIPIENTS['for-knowledge'] as string[]))}`
}

function bodyOf(
  form: Form,
  { scene, kind, style, manner }: { scene: Scene; kind: Kind; style: Style; manner: 'orders' | 'articles' },
): void {
  const { random, body } = scene
  const party = style === 'party'
  const based =
    manner === 'articles' ? 0.97 : kind === 'letter' || kind === 'telegram' || kind === 'invitation' ? 0.04 : 0.25
  if (random.chance(based)) {
    const family = party ? 'party' : style === 'state' ? 'state' : random.pick(['state', 'other'])
    const count = 1 + random.below(4)
    form.bases = unique(Array.from({ length: count }, () => scene.from(SENTENCES, `base-${family}`)))
    if (manner === 'articles' && random.chance(0.85)) form.bases.push(scene.from(SENTENCES, `proposal-${family}`))
    form.baseStyle = {
      dash: party ? random.pick(['- ', '- ', '']) : random.chance(0.15) ? '- ' : '',
      end: random.pick([';', ';', ';', ',', '.', '']),
      last: random.pick([';', ',', ',', '.', ':', '']),
    }
  }
  if (manner === 'articles') {
    if (random.chance(0.85)) form.enacting = enactingOf(scene, style)
    const verb =
      kind === 'resolution'
        ? random.pick(['QUYẾT NGHỊ', 'QUYẾT NGHỊ', 'NGHỊ QUYẾT', 'QUYẾT NGHỊ:'.slice(0, 10)])
        : kind === 'circular'
          ? null
          : 'QUYẾT ĐỊNH'
    if (verb === null)
      form.operative = {
        text: `${body.chief} ${body.name} ban hành Thông tư ${random.pick(['quy định', 'hướng dẫn'])} ${scene.say('{work}')}`,
        alone: false,
      }
    else if (random.chance(0.96))
      form.operative = {
        text: random.chance(0.06)
          ? [...verb].join(' ')
          : random.chance(0.06)
            ? verb.charAt(0) + verb.slice(1).toLocaleLowerCase('vi')
            : verb,
        alone: true,
      }
    form.body = articles(scene, { adopted: kind === 'resolution' && style === 'state' && random.chance(0.7) })
  } else {
    const {
      opening,
      operative,
      body: main,
    } = orders(scene, { narrative: kind === 'report' || kind === 'plan' || kind === 'guide' })
    form.operative = operative
    form.body = [...opening.map((each) => ({ ...each, kind: 'text' as const })), ...main]
  }
  form.fullStop = party
    ? random.pick(['.', './.', '.'])
    : random.weighted({ './.': 12, '.': 4, '/.': 0.6, '. /.': 0.3 })
}

/** `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH X`, `GIÁM ĐỐC SỞ Y`, `BAN THƯỜNG VỤ HUYỆN ỦY`. */
function enactingOf({ random, body }: Scene, style: Style): string {
  if (style === 'party') return upper(body.collective ?? body.name)
  if (body.collective && random.chance(0.5)) return upper(body.name)
  return upper(postOf(body))
}

/** `Trưởng phòng` and `Phòng Nội vụ` give `Trưởng phòng Nội vụ`: the words that meet are said once. */
function postOf({ chief, name }: Scene['body']): string {
  const words = chief.split(' ')
  const low = name.toLocaleLowerCase('vi')
  const met = words.findIndex((_, at) => low.startsWith(words.slice(at).join(' ').toLocaleLowerCase('vi')))
  return met < 0
    ? `${chief} ${name}`
    : `${words.slice(0, met).join(' ')} ${met === 0 ? name : name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)}`.trim()
}

function stampsOf({ random, level }: Scene, kind: Kind): Form['stamps'] {
  const stamps: Form['stamps'] = []
  if (random.chance(kind === 'telegram' ? 0.5 : 0.05))
    stamps.push({
      field: 'urgency',
      text: random.pick(['HỎA TỐC', 'KHẨN', 'THƯỢNG KHẨN', 'HOẢ TỐC', 'HỎA TỐC HẸN GIỜ', 'KHẨN']),
    })
  if (random.chance(level === 'police' || level === 'army' ? 0.12 : 0.03))
    stamps.push({
      field: 'secrecy',
      text: random.pick(['MẬT', 'TỐI MẬT', 'TUYỆT MẬT', 'MẬT', 'Độ mật: Mật', 'TỐI  MẬT', '(MẬT)']),
    })
  if (random.chance(0.025))
    stamps.push({
      field: 'circulation',
      text: random.pick([
        'LƯU HÀNH NỘI BỘ',
        'XEM XONG TRẢ LẠI',
        'TÀI LIỆU HỘI NGHỊ',
        'Thu hồi sau hội nghị',
        'Lưu hành nội bộ',
      ]),
    })
  if (random.chance(0.05))
    stamps.push({
      field: 'draft',
      text: random.pick(['DỰ THẢO', 'DỰ THẢO', 'DỰ THẢO LẦN 2', 'Dự thảo', 'DỰ THẢO LẦN 1', 'DỰ THẢO 3', '(Dự thảo)']),
    })
  return stamps
}

/** How the paper came to be text. */
export function readerOf({ random, year }: Scene): ReaderKind {
  if (year < 1990) return random.weighted({ ocr: 5, crawl: 3, html: 2, doc: 1, typed: 1 })
  if (year < 2011) return random.weighted({ ocr: 5, crawl: 3, html: 2, doc: 3, pdf: 1, 'pdf-plain': 0.5, docx: 1 })
  return random.weighted({
    pdf: 5,
    'pdf-plain': 2,
    docx: 4,
    doc: 1.5,
    markdown: 1,
    ocr: 6,
    'ocr-blocks': 1.5,
    crawl: 1.5,
    html: 1.2,
  })
}
