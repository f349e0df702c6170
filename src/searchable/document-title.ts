/** What a viewer shows of a document: title, author, number and date, and the outline of its parts. */
import { levelOf } from '../record/policy.ts'
import { FORMS } from '../export/forms.ts'
import type { DirectiveRecord, ItemRecord } from '../schema.ts'

export interface DocumentTitle {
  /** `Công văn số 12-CV/HU: V/v kiểm tra hồ chứa`; without the subject of a TUYỆT MẬT text. */
  title: string | null
  author: string | null
  /** `Số 12-CV/HU, ngày 05/08/2021`. */
  subject: string | null
  number: string | null
  /** EDTF. */
  date: string | null
}

export function titleOf(record: DirectiveRecord): DocumentTitle {
  const { type, number, subject, issuer, date } = record
  const head = [type, number && `số ${number}`].filter(Boolean).join(' ')
  const shown = levelOf(record) === 'top' ? null : subject
  const day = date === null ? null : FORMS['day-month-year-or-less']([date])
  return {
    title: [head, shown].filter(Boolean).join(': ') || null,
    author: issuer,
    subject: [number && `Số ${number}`, day && `ngày ${day}`].filter(Boolean).join(', ') || null,
    number,
    date,
  }
}

export interface OutlineEntry {
  title: string
  /** From 1. */
  page: number
  entries: OutlineEntry[]
}

const LONGEST = 80
const DEEPEST = 3

/** Items and attachments by the pages on which they begin; what stands on no known page is left out. */
export function outlineOf(record: DirectiveRecord): OutlineEntry[] {
  if (levelOf(record) === 'top') return []
  const attachments = record.attachments.flatMap(({ title }, index) =>
    entryOf(title, pageOf(record, `/attachments/${index}`), []),
  )
  return [...itemEntries(record.items, '/items', record, 1), ...attachments]
}

function itemEntries(items: ItemRecord[], pointer: string, record: DirectiveRecord, depth: number): OutlineEntry[] {
  if (depth > DEEPEST) return []
  return items.flatMap(({ label, heading, text, items: inner }, index) => {
    const own = `${pointer}/${index}`
    const words = (heading ?? text).replace(/\s+/g, ' ')
    const page = pageOf(record, `${own}/heading`) ?? pageOf(record, `${own}/text`)
    return entryOf(
      /^[-+•]$/.test(label) ? words : `${label}. ${words}`,
      page,
      itemEntries(inner, `${own}/items`, record, depth + 1),
    )
  })
}

const pageOf = ({ evidence }: DirectiveRecord, pointer: string) => evidence[pointer]?.page ?? null

function entryOf(title: string, page: number | null, entries: OutlineEntry[]): OutlineEntry[] {
  if (page === null || title.trim() === '') return entries
  return [{ title: title.length > LONGEST ? `${title.slice(0, LONGEST - 1).trimEnd()}…` : title, page, entries }]
}
