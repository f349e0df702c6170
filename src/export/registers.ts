/**
 * Registers of a set of documents: the forms of Phụ lục IV and V as one workbook and a CSV each, the input fields of
 * Phụ lục VI as JSON and CSV. Which columns there are stands in `grammars/exports/`.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { diagnose } from '../rules.ts'
import type { Diagnostic, DirectiveRecord } from '../schema.ts'
import { csvText } from './csv-text.ts'
import { cellsOf as tableCells, type File as FileOf, filesOf as orderedFiles, pageRanges } from './contents.ts'
import type { ExportContext } from './context.ts'
import { arcFileCodeOf, derivedOf, pagesOf, periodOf, same } from './derived.ts'
import { fillFlat, type FillChoices } from './fill.ts'
import { onlyCertain } from './certain.ts'
import { doubts, reportMisfit } from './report.ts'
import { withholdsSubject } from '../record/policy.ts'
import type { ExportSettings } from './settings.ts'
import type { SheetTable } from './shapes.ts'
import { type Sheet, type SheetCell, sheetOf } from './sheets.ts'
import { workbookOf } from './workbook.ts'
import { codeLists, flatTable, sheetTables } from './tables.ts'

type Report = ExportSettings & { report(problem: Diagnostic): void }

/** What of a record no register shows is left behind: a hundred thousand records must fit into memory. */
function gather({ record }: { record: DirectiveRecord }, settings: Report): DirectiveRecord | null {
  if (!isRegistered(record)) {
    settings.report(diagnose('export-not-listed', {}, settings.language))
    return null
  }
  for (const doubt of doubts(record, settings.language)) settings.report(doubt)
  return registered(record, settings)
}

/** Press and texts of another kind are no documents of an office: they are said, and stand in no register. */
export const isRegistered = ({ kind }: DirectiveRecord): boolean => kind === 'directive'

/** What of a record the registers show. */
export function registered(record: DirectiveRecord, settings: ExportSettings): DirectiveRecord {
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
    await writeFile(join(folder, name), data, { flush: true })
  }
  for (const table of sheetTables()) {
    const rows = rowsOf(table, files, settings).map(({ cells }) => cells)
    await put(`${table.file}.csv`, csvText([table.columns.map(({ title }) => title), ...rows]))
  }
  await put('registers.xlsx', await workbookOf(registerSheets(records, settings)))
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

/** Where the file of a row lies, seen from the workbook; null where it is not there. */
export type LinkOf = (path: string) => string | null

/** More folders than these stand in one list. */
const MOST_LISTS = 60

/** The registers as sheets of a workbook; mục lục văn bản is one a file (hồ sơ). */
export function registerSheets(records: DirectiveRecord[], settings: Report, linkOf: LinkOf = () => null): Sheet[] {
  const files = filesOf(records, settings)
  const sheet = (table: SheetTable, own: File[], more: Partial<Sheet> & { heading: string[] }) => {
    const rows = rowsOf(table, own, settings, files)
    const links = rows.map(({ path }) => (path === null ? null : linkOf(path)))
    return sheetOf(table, { rows: rows.map(({ cells }) => cells), links, ...more })
  }
  const heading = headingOf(settings)
  return sheetTables().flatMap((table) => {
    const isList = table.each === undefined && table.direction === undefined
    if (!isList || files.length < 2 || files.length > MOST_LISTS) {
      const [only] = files
      const of = isList && files.length === 1 && only ? folderLine(only) : []
      return [sheet(table, files, { heading: [...heading, ...of] })]
    }
    return files.map((file) =>
      sheet(table, [file], { name: `ML ${basename(file.folder)}`, heading: [...heading, ...folderLine(file)] }),
    )
  })
}

const folderLine = ({ folder }: File): string[] => (folder === '.' ? [] : [`Hộp, hồ sơ: ${folder}`])

type File = FileOf<DirectiveRecord>

function filesOf(records: DirectiveRecord[], { fonds }: ExportSettings): File[] {
  const told = (record: DirectiveRecord) => ({ path: record.source.path, date: record.date, pages: pagesOf(record) })
  // A fonds.yaml that names a file means all of them.
  return orderedFiles(records, told, fonds.fileCode !== undefined)
}

type Cells = SheetCell[]

interface RegisterRow {
  cells: Cells
  /** Of the file that it is about. */
  path: string | null
}

/** The rows of a register for some files; `among` all of them it is known what is there twice, and what replies. */
function rowsOf(table: SheetTable, files: File[], settings: Report, among = files): RegisterRow[] {
  const rowOf = (context: ExportContext): RegisterRow => ({
    cells: cellsOf(table, context, settings),
    path: context.record?.source.path ?? null,
  })
  if (table.each === 'files') return files.map((file, index) => rowOf(fileContext(file, index, settings)))
  const all = among.flatMap(({ documents }) => documents)
  const twins = firstOfKind(all)
  // The folder stands above the list.
  const isOfOne = among !== files
  return files.flatMap((file) => {
    const first = settings.fonds.startOrdinal ?? 1
    const pages = pageRanges(file.documents.map(pagesOf))
    return file.documents.flatMap((record, index): RegisterRow[] => {
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
          ...(record.source.path === null ? [] : [isOfOne ? basename(record.source.path) : record.source.path]),
        ],
      }
      const context: ExportContext = { record, fonds: settings.fonds, derived, time: settings.time }
      if (table.each !== 'tasks') return [rowOf(context)]
      return record.tasks.map((task) => {
        const place = task.label ?? task.item
        const withTask = { ...context, derived: { ...derived, task: `${place}: ${task.action}` }, task }
        return rowOf(withTask)
      })
    })
  })
}

function cellsOf(table: SheetTable, context: ExportContext, settings: Report): Cells {
  const withheld = context.record !== undefined && withholdsSubject(context.record, settings)
  return tableCells(table, context, withheld, choicesOf(settings))
}

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

export function headingOf({ fonds }: ExportSettings): string[] {
  return [
    fonds.archiveName ?? fonds.agencyName,
    fonds.fondsName && `Phông: ${fonds.fondsName}`,
    fonds.title && `Hồ sơ: ${fonds.title}`,
  ].filter((line): line is string => line !== undefined && line !== '')
}
