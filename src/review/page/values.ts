/** What people type or select, made into what a record holds; and back. */
import type { Field, Group, Input } from '../../record/fields.ts'
import { readableDate, type Word, word, wordOf } from './language.ts'

export type Made = { value: string | string[] | null } | { problem: Word }

/** Choices of the fields that are not free text. */
export const CHOICES: Partial<Record<Input, readonly string[]>> = {
  kind: ['directive', 'news', 'other'],
  system: ['party', 'state', 'union', 'youth', 'front', 'other'],
  operator: ['before', 'by', 'within', 'on', 'recurring'],
  relation: ['basis', 'implements', 'replies', 'amends', 'replaces', 'repeals', 'promulgates', 'cites'],
  role: ['issue', 'reference', 'deadline', 'event', 'period'],
}

/** The value of a field from typed or selected words. `verbatim` keeps line breaks: typed text, not selected text. */
export function typedValue(field: Pick<Field, 'name' | 'input' | 'nullable'>, typed: string): Made {
  const text = typed.normalize('NFC')
  if (field.input === 'lines') {
    const lines = text.split('\n').map(tidy).filter(Boolean)
    return { value: lines }
  }
  const whole = field.input === 'text' ? text.split('\n').map(tidy).filter(Boolean).join('\n') : tidy(text)
  if (whole === '') return field.nullable ? { value: null } : { problem: 'field.required' }
  if (field.input === 'date') {
    const value = dateOf(whole)
    return value === null ? { problem: 'field.noDate' } : { value }
  }
  return { value: /(^|\.)(number|notation|serial)$/.test(field.name) ? whole.replace(/\s+/g, '') : whole }
}

/** Selected words for a field: lines that were only wrapped are joined. */
export function selectedValue(field: Pick<Field, 'name' | 'input' | 'nullable'>, selected: string): Made {
  return typedValue(field, field.input === 'lines' ? selected : selected.replace(/\s+/g, ' '))
}

function tidy(text: string): string {
  return text
    .replace(/\*+|\|/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * EDTF of a date as people write it, by its figures alone: 19/7/2021, ngày 19 tháng 7 năm 2021, 7/2021, 2021, or
 * EDTF as it is. Null where there is no such date.
 */
export function dateOf(text: string): string | null {
  if (/^(\d{4}|XXXX)(-\d\d(-\d\d)?)?(\/\d{4}(-\d\d(-\d\d)?)?)?$/.test(text))
    return text.split('/').every(exists) ? text : null
  const figures = text.match(/\d+/g) ?? []
  if (figures.length === 0 || figures.length > 3) return null
  const ordered = figures[0]?.length === 4 ? figures : [...figures].reverse()
  const [year, month, day] = ordered
  if (year?.length !== 4) return null
  const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-')
  return exists(date) ? date : null
}

function exists(date: string): boolean {
  const [year, month, day] = date.split('-')
  if (month === undefined) return true
  const m = Number(month)
  if (m >= 21 && m <= 41 && day === undefined) return true
  if (m < 1 || m > 12) return false
  const leap = year === 'XXXX' ? 2020 : Number(year)
  return day === undefined || (Number(day) >= 1 && Number(day) <= new Date(Date.UTC(leap, m, 0)).getUTCDate())
}

/** The value for the eye: dates in order of day, month, year; choices in the page's language. */
export function readable(input: Input, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value)) return value.join('\n')
  if (typeof value === 'object') return readable(input, mainPart(value as Record<string, unknown>))
  if (input === 'date') return readableDate(String(value))
  return CHOICES[input] ? wordOf(input, String(value)) : String(value)
}

/** The value for an input box. */
export function editable(input: Input, value: unknown): string {
  if (input === 'date' && typeof value === 'string') return readableDate(value)
  if (Array.isArray(value)) return value.join('\n')
  if (typeof value === 'object' && value !== null) return String(mainPart(value as Record<string, unknown>) ?? '')
  return value === null || value === undefined ? '' : String(value)
}

function mainPart(entry: Record<string, unknown>): unknown {
  return entry.text ?? entry.name ?? entry.title
}

/** Lists to which a person may add an entry: how the entry is made of one text. */
export const ADDABLE: Partial<Record<Group, (text: string) => unknown>> = {
  addressees: (text) => text,
  bases: (text) => text,
  recipients: (text) => ({ text, name: text, purpose: null }),
  signatures: (name) => ({ authority: [], position: null, name }),
  attachments: (title) => ({ title }),
  references: (text) => ({
    text,
    type: null,
    number: /^\S*\d\S*[-/]\S+$/.test(text) ? text : null,
    date: null,
    issuer: null,
    subject: null,
    relation: null,
  }),
}

/** Title of a field with its entry, for lists that mix fields of several groups. */
export function fullName(field: Field): string {
  const name = wordOf('name', field.name)
  if (field.entry === null) return name
  const group = word(`group.${field.group}`)
  return field.name === field.group ? `${name} ${field.title}` : `${group} ${field.title} · ${name}`
}

/** Serial and notation as they follow from a number and its form before: `05/CT-UBND` is `05` and `CT-UBND`. */
export function partsOfNumber(number: string): { serial: string | null; notation: string | null } {
  const [, serial, notation] = /^([^-/]*)[-/](.+)$/.exec(number) ?? []
  return { serial: serial || null, notation: notation || null }
}
