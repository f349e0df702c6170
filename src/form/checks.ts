/** Judgements that no pattern can make. Each gives what it found wrong, with what was expected where it can say that. */
import { append } from '../arrays.ts'
import type { Entry } from '../grammar/shapes.ts'
import { latin } from '../latin.ts'
import type { DirectiveRecord, ItemRecord } from '../schema.ts'
import { skeleton } from '../text.ts'
import type { Look } from './look.ts'
import type { Parts, Print } from './parts.ts'

export interface CheckContext {
  record: DirectiveRecord
  text: string
  parts: Parts
  types: readonly Entry<'types'>[]
  /** How the page looks; null for formats that do not say. */
  look: Look | null
  /** Of the rule. */
  with: Record<string, unknown>
}

export interface Fault {
  print: Print
  expected?: string
}

type Check = (context: CheckContext) => Fault[]

const whole = (pointer: string, text = ''): Fault[] => [{ print: { text, span: null, pointer } }]

/** Codes of Party bodies behind the slash of a number. */
const PARTY_CODE = latin(/\/(?:TW|TU|HU|QU|ThU|ĐU|CB|ĐB|UBKT\p{L}*|BTC\p{L}*|BTG\p{L}*|BDV\p{L}*|VP(?:TW|TU|HU|ĐU))$/u)
/** Endings of State notations. */
const STATE_CODE = latin(/^\d+\/(?:\p{Lu}\p{L}*-)?(?:UBND|HĐND|CP|TTg|S\p{Lu}+|B\p{Lu}{1,5})(?:-|$)/u)

/** Levels of committees by the word of their name. */
const ORGANS: [name: RegExp, code: RegExp, expected: string][] = [
  [/^(?:ban thuong vu )?tinh uy\b/, /^TU$/, 'TU'],
  [/^(?:ban thuong vu )?huyen uy\b/, /^HU$/, 'HU'],
  [/^(?:ban thuong vu )?quan uy\b/, /^QU$/, 'QU'],
  [/^(?:ban thuong vu )?dang uy\b/, /^ĐU/, 'ĐU'],
  [/^chi bo\b/, /^CB/, 'CB'],
]

/** Papers that need no subject: Phụ lục I, II.5; Mẫu 1.8, 1.10. */
const PAPERS = /^(?:Giấy|Phiếu|Thư công|Biên bản|Hợp đồng|Lịch)/u
const WITH_ADDRESSEES = new Set([
  'Công văn',
  'Tờ trình',
  'Báo cáo',
  'Công điện',
  'Giấy mời',
  'Phiếu chuyển',
  'Phiếu gửi',
  'Thư công',
  'Giấy giới thiệu',
])

/** Cited without a date: laws (Phụ lục I, II.6.b), and standards, whose year is part of their name. */
const WITHOUT_DATE = /^(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp|QCVN|TCVN)/u
const DATE_BEHIND = /^,?\s+ngày\s+(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d+\s+tháng\s+\d+\s+năm\s+\d+)/u
const MOST_OF_DATE = 60
const CHAIR = /^(?:chu (?:tri|toa)|nguoi chu tri|chu tich)/
const SECRETARY = /^(?:thu ky|nguoi ghi)/

/** The first later citation of a number that gives its date once more. */
function citedInFull(number: string, after: number, text: string): Print[] {
  for (let at = text.indexOf(number, after); at >= 0; at = text.indexOf(number, at + number.length)) {
    const end = at + number.length
    const date = DATE_BEHIND.exec(text.slice(end, end + MOST_OF_DATE))
    if (date && !latin(/[\p{L}\d]/u).test(text[at - 1] ?? ''))
      return [{ text: number + date[0].replace(/\s+/g, ' '), span: [at, end + date[0].length] }]
  }
  return []
}

export const CHECKS: Record<string, Check> = {
  'wrong-system': ({ record, parts }) => {
    const [title, partyTitle] = [parts.title?.[0], parts.partyTitle?.[0]]
    const number = record.number ?? ''
    if (title && !partyTitle && PARTY_CODE.test(number)) return [{ print: title }]
    return partyTitle && !title && STATE_CODE.test(number) ? [{ print: partyTitle }] : []
  },

  asterisk: ({ parts, text }) => {
    const [issuer, number] = [parts.issuer?.[0]?.span, parts.number?.[0]?.span]
    if (!issuer || !number || number[0] < issuer[1]) return []
    return /[*★]/.test(text.slice(issuer[1], number[0])) ? [] : whole('/issuer', parts.issuer?.[0]?.text)
  },

  'type-code': ({ record, parts, types }) => {
    const { type, typeCode, system, evidence } = record
    const entry = types.find(({ name }) => name === type)
    const own = (system === 'party' || system === 'state' ? entry?.codes[system] : undefined) ?? []
    if (typeCode === null || own.length === 0 || own.includes(typeCode) || evidence['/type']?.status !== 'read')
      return []
    // `QĐi` is the quy định of many provinces; a code that no type has is the unit's.
    if (typeCode === 'QĐi' || !types.some(({ codes }) => Object.values(codes).some((list) => list?.includes(typeCode))))
      return []
    const print = parts.notation?.[0]
    return print ? [{ print, expected: own[0] as string }] : []
  },

  'organ-code': ({ record, parts }) => {
    const code = record.notation?.split('/')[1]?.split('-')[0]
    const organ = ORGANS.find(([name]) => name.test(skeleton(record.issuer ?? '')))
    const print = parts.notation?.[0]
    return code === undefined || !organ || !print || organ[1].test(code) ? [] : [{ print, expected: organ[2] }]
  },

  'number-blank': ({ record, parts }) => {
    const [print] = parts.number ?? []
    return record.serial === null && print && /^[\s._…-]*\//.test(print.text) ? [{ print }] : []
  },

  'page-numbers': ({ look }) => (look?.pageNumbers === 'bottom' ? [{ print: { text: '↓', span: null } }] : []),

  'cv-heading': ({ text, parts }) => {
    const number = parts.number?.[0]?.span
    if (!number) return []
    const match = /^[\s*|]*(CÔNG VĂN)[\s*|]*$/mu.exec(text.slice(number[1], number[1] + 600))
    return match
      ? [
          {
            print: {
              text: match[1] as string,
              span: [number[1] + match.index, number[1] + match.index + match[0].length],
              pointer: '/type',
            },
          },
        ]
      : []
  },

  'subject-missing': ({ record }) =>
    record.subject === null && record.type !== null && !PAPERS.test(record.type) && record.number !== null
      ? whole('/subject')
      : [],

  'cite-first-full': ({ record, text }) =>
    record.references.flatMap(({ type, number, date, relation }, index): Fault[] => {
      const pointer = `/references/${index}`
      const span = record.evidence[pointer]?.span
      if (number === null || !span || WITHOUT_DATE.test(type ?? text.slice(...span))) return []
      // Of a basis `bases-complete` asks for the date.
      const first = date === null && relation !== 'basis' ? [{ text: text.slice(...span), span, pointer }] : []
      return [...first, ...citedInFull(number, span[1], text)].map((print) => ({ print }))
    }),

  'minutes-two': ({ record }) => {
    const [left, right, ...others] = record.signatures.map(({ position }) => skeleton(position ?? ''))
    if (record.type !== 'Biên bản' || left === undefined || right === undefined || others.length > 0) return []
    return CHAIR.test(left) && SECRETARY.test(right)
      ? whole('/signatures/0/position', record.signatures[0]?.position ?? '')
      : []
  },

  grassroots: ({ record }) =>
    ['Chỉ thị', 'Thông tri'].includes(record.type ?? '') && /\/(?:ĐU|CB)$/.test(record.number ?? '')
      ? whole('/type', record.type ?? '')
      : [],

  numbering: ({ record }) => misnumbered(record.items, '/items', record),

  headings: ({ record }) => bareDivisions(record.items, '/items', record),

  'authority-stack': ({ record }) =>
    record.signatures.flatMap(({ authority, position }, index): Fault[] => {
      const pointer = `/signatures/${index}/authority`
      const at = authority.findIndex((line) => /^TUQ/i.test(line))
      if (at >= 0 && authority.slice(at + 1).some((line) => /^(?:KT|TL|TM)/i.test(line)))
        return whole(pointer, authority.join(' / '))
      if (authority.some((line) => /^TM\.?\s*(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|TRƯỞNG)/iu.test(line)))
        return whole(pointer, authority.join(' / '))
      const last = authority.at(-1) ?? ''
      return /^KT\b/i.test(last) && position !== null && !/^(?:PHÓ|P\.|THỨ TRƯỞNG|QUYỀN)/iu.test(position)
        ? whole(pointer, [...authority, position].join(' / '))
        : []
    }),

  'addressee-type': ({ record, parts }) => {
    const [line] = parts.addresseeLine ?? []
    return line && record.type !== null && !WITH_ADDRESSEES.has(record.type) ? [{ print: line }] : []
  },

  'recipients-present': ({ record }) =>
    record.recipients.length === 0 && record.signatures.some(({ name }) => name !== null) ? whole('/recipients') : [],

  'recipients-first': ({ record, parts }) => {
    const [first] = record.recipients
    const [line] = parts.addresseeLine ?? []
    if (!first) return []
    const above = /^nhu (?:tren|kinh gui|noi gui)/.test(skeleton(first.name))
    if (line && !above && record.type === 'Công văn') return whole('/recipients/0', first.text)
    return !line &&
      record.addressees.length === 0 &&
      /^nhu (?:tren|kinh gui)/.test(skeleton(first.name)) &&
      record.type !== null &&
      record.type !== 'Công văn'
      ? whole('/recipients/0', first.text)
      : []
  },

  'annex-reference': ({ record, text, parts }) => {
    const end = parts.recipients?.[0]?.span?.[0] ?? text.length
    if (record.attachments.length === 0) return []
    return /kem theo|phu luc|dinh kem|gui kem|ban hanh kem/.test(skeleton(text.slice(0, end)))
      ? []
      : whole('/attachments/0', record.attachments[0]?.title)
  },

  'page-a4': ({ look }) => {
    if (!look) return []
    const [width, height] = [...look.page].sort((one, other) => one - other) as [number, number]
    return Math.abs(width - 210) <= 3 && Math.abs(height - 297) <= 3
      ? []
      : [{ print: { text: look.page.map((side) => Math.round(side)).join(' × ') + ' mm', span: null } }]
  },

  'page-margins': ({ look, with: limits }) => {
    if (!look?.margins) return []
    const wrong = Object.entries(look.margins).filter(([side, value]) => {
      const [least = 0, most = 0] = (limits[side] as [number, number] | undefined) ?? [0, 1000]
      return value < least - 0.6 || value > most + 0.6
    })
    return wrong.length === 0
      ? []
      : [
          {
            print: {
              text: wrong.map(([side, value]) => `${SIDES[side]} ${tenths(value)} mm`).join(', '),
              span: null,
            },
          },
        ]
  },

  'page-font': ({ look }) => {
    const font = look?.bodyFont
    return !font || /times\s*new\s*roman/i.test(font.replace(/PS(?:MT)?\b/, '').replace(/([a-z])([A-Z])/g, '$1 $2'))
      ? []
      : [{ print: { text: font, span: null } }]
  },

  'page-size': ({ look, with: { size } }) => {
    const [least, most] = size as [number, number]
    const own = look?.bodySize
    return own === undefined || own === null || (own >= least - 0.3 && own <= most + 0.3)
      ? []
      : [{ print: { text: `${own} pt`, span: null } }]
  },

  'page-paragraph': ({ look, with: { firstLine, between, lines, points } }) => {
    const paragraph = look?.paragraph
    if (!paragraph) return []
    const wrong = (
      [
        ['→', paragraph.firstLine, ' mm', (firstLine as number[]).map((asked) => [asked, asked]), FIRST_LINE_SLACK],
        ['↕', paragraph.between, ' pt', [[between, Infinity]], 0.05],
        ['≡', paragraph.lines, '', lines === undefined ? [ANY] : [lines], 0.01],
        ['≡', paragraph.points, ' pt', points === undefined ? [ANY] : [[points, Infinity]], 0.05],
      ] as Measured[]
    ).flatMap(([sign, value, unit, asked, slack]) =>
      value === null || asked.some(([least, most]) => value >= least - slack && value <= most + slack)
        ? []
        : [`${sign} ${tenths(value)}${unit}`],
    )
    return wrong.length === 0 ? [] : [{ print: { text: wrong.join(', '), span: null } }]
  },

  style: ({ look, parts, with: { part, bold, italic } }) => {
    const [print] = parts[part as string] ?? []
    const style = print && look?.styleOf(print.text)
    if (!style) return []
    const differs = (asked: unknown, is: boolean) => asked !== undefined && asked !== is
    return differs(bold, style.bold) || differs(italic, style.italic) ? [{ print: print as Print }] : []
  },
}

/** In millimetres: offices set 1 cm or half an inch by hand. */
const FIRST_LINE_SLACK = 1.5
/** A measure of a page: how it is told, and the ranges of which it must be in one. */
type Measured = [
  sign: string,
  value: number | null,
  unit: string,
  asked: [least: number, most: number][],
  slack: number,
]
const ANY = [-Infinity, Infinity]
const tenths = (value: number) => Math.round(value * 10) / 10

const SIDES: Record<string, string> = { top: '↑', bottom: '↓', left: '←', right: '→' }

/** Letters of điểm, in order. */
const ALPHABET = [...'abcdđeghiklmnopqrstuvxy']

/** What follows a label in its own series; null where it belongs to none. */
export function follower(label: string): string | null {
  const [, word = '', number] = latin(/^(\p{L}+ )?(\d+)$/u).exec(label) ?? []
  if (number !== undefined) return `${word}${Number(number) + 1}`
  const letter = ALPHABET.indexOf(label)
  if (letter >= 0) return ALPHABET[letter + 1] ?? null
  const roman = ROMANS.indexOf(label)
  return roman >= 0 ? (ROMANS[roman + 1] ?? null) : null
}

const ROMANS = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ')
const isFirst = (label: string) => latin(/^(?:\p{L}+ )?(?:0?1|a|A|I)$/u).test(label)
/** Two labels of one kind: numbers, letters, Roman numbers, `Điều`. */
const kindOf = (label: string) =>
  /^\d+$/.test(label)
    ? '1'
    : ALPHABET.includes(label)
      ? 'a'
      : ROMANS.includes(label)
        ? 'I'
        : (latin(/^(\p{L}+) \d+$/u).exec(label)?.[1] ?? null)

function misnumbered(items: readonly ItemRecord[], within: string, record: DirectiveRecord): Fault[] {
  const faults: Fault[] = []
  let before: string | null = null
  for (const [index, { label, items: inner }] of items.entries()) {
    const pointer = `${within}/${index}`
    const expected = before === null ? null : follower(before)
    const comparable = before !== null && kindOf(before) !== null && kindOf(before) === kindOf(label)
    if (comparable && expected !== null && label.replace(/^0+(?=\d)/, '') !== expected && !isFirst(label)) {
      const entry = record.evidence[`${pointer}/heading`] ?? record.evidence[`${pointer}/text`]
      faults.push({ print: { text: label, span: entry?.span ?? null, pointer }, expected })
    }
    if (kindOf(label) !== null) before = label
    append(faults, misnumbered(inner, `${pointer}/items`, record))
  }
  return faults
}

function bareDivisions(items: readonly ItemRecord[], within: string, record: DirectiveRecord): Fault[] {
  return items.flatMap(({ label, heading, text, items: inner }, index): Fault[] => {
    const pointer = `${within}/${index}`
    const bare = /^(?:Phần|Chương|Mục) /iu.test(label) && heading === null && text === ''
    return [
      ...(bare ? [{ print: { text: label, span: null, pointer } }] : []),
      ...bareDivisions(inner, `${pointer}/items`, record),
    ]
  })
}
