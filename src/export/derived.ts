/** Values that follow from a record, its file and the fonds, by the names that the tables use. */
import { latin } from '../latin.ts'
import type { DirectiveRecord } from '../schema.ts'
import { skeleton } from '../text.ts'
import { FORMS } from './forms.ts'
import type { Fonds } from './fonds.ts'
import { levelOf, withholdsSubject } from '../record/policy.ts'
import type { ExportSettings } from './settings.ts'
import type { CodeLists } from './shapes.ts'

export interface Placed {
  /** In its file, from 1; null where there is no file. */
  ordinal: number | null
  codes: CodeLists
}

/** `to`, `recipients`: who gets it; without the entry that says "as above". */
export function derivedOf(record: DirectiveRecord, settings: ExportSettings, { ordinal, codes }: Placed) {
  const { fonds } = settings
  const level = levelOf(record)
  return {
    ordinal,
    docId: docIdOf(fonds, ordinal),
    docCode:
      fonds.fileCode !== undefined && ordinal !== null ? `${fonds.fileCode}.${String(ordinal).padStart(7, '0')}` : null,
    arcFileCode: arcFileCodeOf(fonds),
    subject: withholdsSubject(record, settings) ? null : record.subject,
    pages: pagesOf(record),
    mode: level === null ? fonds.mode : '03',
    confidenceLevel: isDigitised(record) ? '02' : fonds.confidenceLevel,
    description: description(record, codes),
    signer: record.signatures[0],
    to: named(record).map((name) => ({ name, id: fonds.edxml?.organs?.find((organ) => same(organ.name, name))?.id })),
    recipients: named(record),
    keeper: fonds.keeper ?? keeperOf(record.archive),
    receiver: fonds.receiver ?? (record as { arrival?: { transferTo: string | null } | null }).arrival?.transferTo,
    priority: fonds.priorities?.[record.urgency ?? ''] ?? fonds.priorities?.[record.secrecy ?? ''],
    dueDate: dueDateOf(record),
    citation: citationOf(record),
  }
}

export const arcFileCodeOf = ({ archiveCode, fileCode }: Fonds): string | undefined =>
  fileCode === undefined || archiveCode === undefined ? fileCode : `${archiveCode}.${fileCode}`

function docIdOf({ agencyCode, fileCatalog, fileNotation }: Fonds, ordinal: number | null): string | null {
  const parts = [agencyCode, fileCatalog, fileNotation, ordinal]
  return parts.every((part) => part !== undefined && part !== null) ? parts.join('.') : null
}

/** Of the document, not of the bundle in which it lies. */
export function pagesOf({ source: { pages, part } }: DirectiveRecord): number | null {
  return part ? (part.pages ? part.pages[1] - part.pages[0] + 1 : null) : pages
}

export const isDigitised = ({ source: { ocr, format } }: DirectiveRecord): boolean => ocr !== null || format === 'image'

/** What the target has no element for: the place, the true type, the signer. */
function description({ type, place, signatures }: DirectiveRecord, { documentTypes }: CodeLists): string[] {
  const signers = signatures.map(({ position, name }) => [position, name].filter(Boolean).join(' ')).filter(Boolean)
  return [
    ...(type !== null && documentTypes?.codes[type] === undefined ? [`Loại: ${type}`] : []),
    ...(place === null ? [] : [`Nơi ban hành: ${place}`]),
    ...(signers.length === 0 ? [] : [`Người ký: ${signers.join(', ')}`]),
  ]
}

/** `Như trên`, `Như kính gửi`, `Như Điều 3`: entries that name nobody. */
const AS_ABOVE = /^nhu\s+(?:tren|kinh gui|dieu|noi nhan)/
const ARCHIVE = /^luu\b/

function named({ addressees, recipients }: DirectiveRecord): string[] {
  const others = recipients
    .map(({ name }) => name)
    .filter((name) => !AS_ABOVE.test(skeleton(name)) && !ARCHIVE.test(skeleton(name)))
  const all = [...addressees, ...others]
  return all.filter((name, index) => all.findIndex((each) => same(each, name)) === index)
}

/** `Lưu: VT, KT (5b)` → `VT, KT`. */
function keeperOf(archive: string | null): string | null {
  const rest = archive?.replace(/^\s*[-–]?\s*lưu(?:\s+tại)?\s*:?\s*/i, '').replace(/[\s;.]+$/, '') ?? ''
  return rest === '' ? null : rest
}

/** The earliest day by which something must be done; null where none is a full date. */
function dueDateOf({ tasks }: DirectiveRecord): string | null {
  const days = tasks.flatMap(({ deadline }) =>
    deadline?.date && /^\d{4}-\d\d-\d\d$/.test(deadline.date) ? [deadline.date] : [],
  )
  return days.sort()[0] ?? null
}

/** `Công văn số 12-CV/HU ngày 05/08/2021 của Huyện ủy Suối Ngàn`; `số …/QĐ-BCĐ tháng 08/2025` where parts are left blank. */
function citationOf({ type, number, date, issuer, parentIssuer }: DirectiveRecord): string | null {
  const day = date === null ? null : FORMS['day-month-year-or-less']([date])
  const author = [issuer, parentIssuer].filter(Boolean).join(', ')
  const parts = [
    type ?? 'Văn bản',
    number && `số ${/^[-/]/.test(number) ? '…' : ''}${number}`,
    day && `${PERIODS[day.split('/').length]} ${day}`,
    author && `của ${author}`,
  ]
  return number === null && date === null && issuer === null ? null : parts.filter(Boolean).join(' ')
}

/** What stands before a date, by how many parts of it are known. */
const PERIODS: Record<number, string> = { 1: 'năm', 2: 'tháng', 3: 'ngày' }

export const same = (one: string, other: string): boolean => plain(one) === plain(other)
const plain = (text: string) =>
  skeleton(text)
    .replace(latin(/[^\p{L}\p{N}]+/gu), ' ')
    .trim()

/** First and last date of several documents, as far as each is known; null where none has one. */
export function periodOf(dates: (string | null)[]): { start: string | null; end: string | null } {
  const known = dates.filter((date): date is string => date !== null && /^\d{4}/.test(date)).sort()
  return { start: known[0] ?? null, end: known.at(-1) ?? null }
}
