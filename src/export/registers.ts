/**
 * Registers of a set of documents: the forms of Phụ lục IV and V as one workbook and a CSV each, the input fields of
 * Phụ lục VI as JSON and CSV. Which columns there are stands in `grammars/exports/`.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Diagnostic, DirectiveRecord } from '../schema.ts'
import { csvText } from './csv-text.ts'
import { type ExportContext, valuesAt } from './context.ts'
import { arcFileCodeOf, derivedOf, pagesOf, periodOf, same } from './derived.ts'
import { fill, fillFlat, type FillChoices } from './fill.ts'
import { onlyCertain } from './certain.ts'
import { doubts, reportMisfit } from './report.ts'
import { withholdsSubject } from '../record/policy.ts'
import type { ExportSettings } from './settings.ts'
import type { SheetTable } from './shapes.ts'
import { type Sheet, workbookOf } from './sheets.ts'
import { codeLists, flatTable, sheetTables } from './tables.ts'

type Report = ExportSettings & { report(problem: Diagnostic): void }

/** What of a record no register shows is left behind: a hundred thousand records must fit into memory. */
function gather({ record }: { record: DirectiveRecord }, settings: Report): DirectiveRecord | null {
  if (record.kind === 'news') return null
  for (const doubt of doubts(record, settings.language)) settings.report(doubt)
  const kept = settings.onlyCertain ? onlyCertain(record) : record
  const references = kept.references.filter(({ relation }) => relation === 'replies')
  return {
    ...kept,
    items: [],
    preamble: [],
    bases: [],
    closing: [],
    dates: [],
    agencies: [],
    attachments: [],
    evidence: pick(kept.evidence, '/secrecy'),
    diagnostics: [],
    references,
  }
}

/** Of the evidence only how the mark of secrecy was found: it decides what may leave. */
const pick = (evidence: DirectiveRecord['evidence'], pointer: string) =>
  evidence[pointer] ? { [pointer]: evidence[pointer] } : {}

async function write(gathered: object[], folder: string, settings: Report): Promise<string[]> {
  const records = gathered as DirectiveRecord[]
  const files = filesOf(records, settings)
  const written: string[] = []
  await mkdir(folder, { recursive: true })
  const put = async (name: string, data: string | Uint8Array) => {
    written.push(join(folder, name))
    await writeFile(join(folder, name), data)
  }
  const sheets: Sheet[] = []
  for (const table of sheetTables()) {
    const rows = rowsOf(table, files, settings)
    sheets.push({ table, rows, heading: headingOf(settings) })
    await put(`${table.file}.csv`, csvText([table.columns.map(({ title }) => title), ...rows]))
  }
  await put('registers.xlsx', await workbookOf(sheets))
  for (const profile of ['outgoing', 'incoming', 'file']) {
    const entries = inputFields(profile, files, settings)
    await put(
      `phu-luc-vi-${profile}.json`,
      `${JSON.stringify(
        entries.map(({ grouped }) => grouped),
        null,
        2,
      )}\n`,
    )
    const names = Object.keys(flatTable('phu-luc-vi').profiles[profile] as object)
    await put(`phu-luc-vi-${profile}.csv`, csvText([names, ...entries.map(({ cells }) => cells)]))
  }
  return written
}

export const registersEmitter = { gather, write }

/** The documents of one folder: a file (hồ sơ) as the archive has it, in order of their dates. */
interface File {
  folder: string
  documents: DirectiveRecord[]
}

function filesOf(records: DirectiveRecord[], { fonds }: ExportSettings): File[] {
  const files = new Map<string, DirectiveRecord[]>()
  for (const record of records) {
    // A fonds.yaml that names a file means all of them.
    const folder = fonds.fileCode === undefined ? dirname(record.source.path ?? '.') : '.'
    const file = files.get(folder)
    if (file) file.push(record)
    else files.set(folder, [record])
  }
  return [...files].map(([folder, documents]) => ({
    folder,
    // Dates of different precision compare as text: a month stands before its days.
    documents: documents
      .map((record, index) => ({ record, index }))
      .sort((one, other) => compare(one.record.date ?? '9999', other.record.date ?? '9999') || one.index - other.index)
      .map(({ record }) => record),
  }))
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

type Cells = (string | number | null)[]

function rowsOf(table: SheetTable, files: File[], settings: Report): Cells[] {
  if (table.each === 'files')
    return files.map((file, index) => cellsOf(table, fileContext(file, index, settings), settings))
  const all = files.flatMap(({ documents }) => documents)
  const twins = firstOfKind(all)
  return files.flatMap((file) => {
    const first = settings.fonds.startOrdinal ?? 1
    const pages = pageRanges(file.documents)
    return file.documents.flatMap((record, index): Cells[] => {
      if (
        table.direction !== undefined &&
        directionOf(record, settings) !== null &&
        directionOf(record, settings) !== table.direction
      )
        return []
      const derived = {
        ...derivedOf(record, settings, { ordinal: first + index, codes: codeLists() }),
        pageRange: pages[index],
        replies: repliesTo(record, all),
        note: [
          ...(twins.get(record) ?? []).map((number) => `Trùng số, ký hiệu, tác giả: ${number}`),
          ...(record.source.path === null ? [] : [record.source.path]),
        ],
      }
      const context: ExportContext = { record, fonds: settings.fonds, derived, time: settings.time }
      if (table.each !== 'tasks') return [cellsOf(table, context, settings)]
      return record.tasks.map((task) => {
        const place = task.label ?? task.item
        const withTask = { ...context, derived: { ...derived, task: `${place}: ${task.action}` }, task }
        return cellsOf(table, withTask, settings)
      })
    })
  })
}

function cellsOf(table: SheetTable, context: ExportContext, settings: Report): Cells {
  const choices = choicesOf(settings)
  const withheld = context.record !== undefined && withholdsSubject(context.record, settings)
  return table.columns.map((column) => {
    if (column.withheld && withheld) return WITHHELD
    const [only, ...others] = column.from.flatMap((path) => valuesAt(context, path))
    if (typeof only === 'number' && others.length === 0) return only
    const text = fill(column.title, column, context, choices)
    return withheld && column.from.includes('derived.subject') ? [text, WITHHELD].filter(Boolean).join(' ') : text
  })
}

/** Stands where the subject of a TUYỆT MẬT text would (Nghị định 63/2026/NĐ-CP). */
const WITHHELD = '(không ghi)'

function choicesOf(settings: Report): FillChoices {
  const misfit: FillChoices['misfit'] = (each) => settings.report(reportMisfit(each, settings.language))
  return { codes: codeLists(), truncate: settings.truncate, misfit }
}

/** Said by the operator, by the stamp of arrival, or by the agency's own name; null where nothing says it. */
function directionOf(record: DirectiveRecord, { fonds }: ExportSettings): 'outgoing' | 'incoming' | null {
  if (fonds.direction !== undefined) return fonds.direction
  if ((record as { arrival?: object | null }).arrival) return 'incoming'
  if (fonds.agencyName === undefined || record.issuer === null) return null
  return same(fonds.agencyName, record.issuer) ? 'outgoing' : 'incoming'
}

/** `1`, `2-4`: where each document begins and ends in the file; null from where a number of pages is not known. */
function pageRanges(documents: DirectiveRecord[]): (string | null)[] {
  let next: number | null = 1
  return documents.map((record): string | null => {
    const pages = pagesOf(record)
    if (next === null || pages === null) {
      next = null
      return null
    }
    const first: number = next
    next += pages
    return pages === 1 ? `${first}` : `${first}-${first + pages - 1}`
  })
}

/** Documents whose number, notation and issuer are all as those of an earlier one: Phụ lục VI, Phần I, mục III.1.h. */
function firstOfKind(records: DirectiveRecord[]): Map<DirectiveRecord, string[]> {
  const seen = new Map<string, DirectiveRecord>()
  const twins = new Map<DirectiveRecord, string[]>()
  for (const record of records) {
    const { serial, number, issuer, date } = record
    if (serial === null || number === null || issuer === null) continue
    const key = [number, date?.slice(0, 4), issuer].join('\n').toLowerCase()
    if (seen.has(key)) twins.set(record, [number])
    else seen.set(key, record)
  }
  return twins
}

/** Numbers of the documents that answer this one. */
function repliesTo({ number }: DirectiveRecord, all: DirectiveRecord[]): string[] {
  if (number === null) return []
  return all.flatMap((other) =>
    other.number !== null && other.references.some((reference) => reference.number === number) ? [other.number] : [],
  )
}

function fileContext({ folder, documents }: File, index: number, { fonds, time }: ExportSettings): ExportContext {
  const { start, end } = periodOf(documents.map(({ date }) => date))
  const pages = documents.map(pagesOf)
  const total = pages.every((each) => each !== null)
    ? pages.reduce((sum: number, each) => sum + (each as number), 0)
    : null
  const dayFirst = (date: string | null) => date?.split('-').reverse().join('/') ?? null
  const derived = {
    ordinal: index + 1,
    fileNotation: fonds.fileNotation ?? arcFileCodeOf(fonds),
    fileTitle: fonds.title,
    startDate: start,
    endDate: end,
    period: start === end ? dayFirst(start) : [dayFirst(start), dayFirst(end)].join(' - '),
    totalDoc: documents.length,
    totalPages: total,
    amount: [fonds.numberOfPaper, total].filter((each) => each !== undefined && each !== null).join('/') || null,
    folder: folder === '.' ? null : folder,
  }
  return { fonds, derived, time }
}

/** The entries of Phụ lục VI as cells in a row and as groups. */
function inputFields(profile: string, files: File[], settings: Report): { cells: Cells; grouped: object }[] {
  const table = flatTable('phu-luc-vi')
  const contexts =
    profile === 'file'
      ? files.map((file, index) => fileContext(file, index, settings))
      : files.flatMap(({ documents }) =>
          documents.flatMap((record, index): ExportContext[] => {
            const direction = directionOf(record, settings)
            if (direction !== null && direction !== profile) return []
            const ordinal = (settings.fonds.startOrdinal ?? 1) + index
            return [
              {
                record,
                fonds: settings.fonds,
                derived: derivedOf(record, settings, { ordinal, codes: codeLists() }),
                time: settings.time,
              },
            ]
          }),
        )
  return contexts.map((context) => {
    const path = context.record?.source.path ?? null
    const choices = {
      ...choicesOf(settings),
      misfit: (each: Parameters<FillChoices['misfit']>[0]) =>
        settings.report(located(reportMisfit(each, settings.language), path)),
    }
    const fields = fillFlat(table, profile, context, choices)
    return { cells: fields.map(({ text }) => text), grouped: grouped(fields) }
  })
}

/** A problem that comes up when all documents are there says which it is about. */
function located(problem: Diagnostic, path: string | null): Diagnostic {
  return path === null ? problem : { ...problem, message: `${path}: ${problem.message}` }
}

/** `FileCode/OrganId` into an object `FileCode`; the fields of a group that repeats into a list of objects. */
function grouped(fields: ReturnType<typeof fillFlat>): Record<string, unknown> {
  const entry: Record<string, unknown> = {}
  for (const { name, text, values } of fields) {
    const [group, key] = name.split('/') as [string, string?]
    if (key === undefined) entry[group] = text
    else if (values === undefined) entry[group] = { ...(entry[group] as object | undefined), [key]: text }
    else
      entry[group] = values.map((value, index) => ({
        ...(entry[group] as object[] | undefined)?.[index],
        [key]: value,
      }))
  }
  return entry
}

function headingOf({ fonds }: ExportSettings): string[] {
  return [
    fonds.archiveName ?? fonds.agencyName,
    fonds.fondsName && `Phông: ${fonds.fondsName}`,
    fonds.title && `Hồ sơ: ${fonds.title}`,
  ].filter((line): line is string => line !== undefined && line !== '')
}
