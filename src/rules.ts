/**
 * Diagnostics: what the parser has to say about a document. One row a rule: its level and its sentence in both
 * languages; `{name}` is filled in. Ids are stable; `directive-parse explain` prints the rows.
 */
import type { Diagnostic } from './schema.ts'

export const LANGUAGES = ['en', 'vi'] as const
export type Language = (typeof LANGUAGES)[number]

interface Rule {
  level: Diagnostic['level']
  en: string
  vi: string
}

export const RULES = {
  'unclaimed-line': {
    level: 'warning',
    en: 'This line fits no part of the form: "{text}". It is kept in no field; read it again.',
    vi: 'Dòng này không thuộc phần nào của thể thức: "{text}". Không trường nào giữ nó; cần đọc lại.',
  },
  'number-blank': {
    level: 'warning',
    en: 'The serial is left blank before "{notation}", expected a number; `serial` is null.',
    vi: 'Số văn bản để trống trước "{notation}"; `serial` là null.',
  },
  'number-garbled': {
    level: 'warning',
    en: 'Unexpected "{text}" as the serial, expected digits; `number` keeps it as printed and is doubtful.',
    vi: 'Số văn bản đọc được là "{text}", không phải chữ số; `number` giữ nguyên và cần xem lại.',
  },
  'day-blank': {
    level: 'warning',
    en: 'The day of issue is blank or unreadable in "{text}"; `date` holds month and year only.',
    vi: 'Ngày ban hành để trống hoặc không đọc được trong "{text}"; `date` chỉ có tháng và năm.',
  },
  'field-absent': {
    level: 'info',
    en: 'No {field} stands in the text; the field is empty.',
    vi: 'Văn bản không có {field}; trường này để trống.',
  },
  'date-impossible': {
    level: 'warning',
    en: 'The date "{text}" does not exist; it is reported, not repaired.',
    vi: 'Ngày "{text}" không tồn tại; chỉ báo lại, không sửa.',
  },
  'nothing-found': {
    level: 'error',
    en: 'No part of the form of a directive was found; the record is empty.',
    vi: 'Không tìm thấy phần nào của thể thức văn bản; biểu ghi để trống.',
  },
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof RULES

/** Where a diagnostic stands; line and column count from 1, in the decoded text. */
export type Whereabouts = Pick<Diagnostic, 'pointer' | 'line' | 'column'>

/** The diagnostic of `rule` with its sentence in `language` and the values filled in. */
export function diagnose(
  rule: RuleId,
  values: Record<string, string>,
  language: Language = 'en',
  whereabouts: Whereabouts = {},
): Diagnostic {
  const { level, ...sentences } = RULES[rule]
  const message = sentences[language].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  return { rule, level, message, ...whereabouts }
}
