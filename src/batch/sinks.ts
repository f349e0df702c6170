/** Where the outcomes of a run go. */
import { closeSync, existsSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { append } from '../arrays.ts'
import {
  extensionOf,
  frameOf,
  type GatheringFormat,
  gatheringEmitter,
  isOneFileEach,
  type PrintSettings,
  type TableFormat,
  type TextFormat,
  textEmitter,
} from '../emit/index.ts'
import type { Rows, TableName } from '../emit/rows.ts'
import type { ExportSettings } from '../export/settings.ts'
import { fileProblem, ProblemError } from '../messages.ts'
import { makeFolder, temporaryName, writeAtomic } from './atomic.ts'
import type { Language } from '../rules.ts'
import type { DirectiveRecord } from '../schema.ts'
import { Duplicates } from './duplicates.ts'
import type { Job, Outcome } from './job.ts'

/** Takes outcomes one after the other; `close` ends the output, also of a run that was stopped. */
export interface Sink {
  take(outcome: Outcome, job: Job): Promise<void> | void
  close(): Promise<void> | void
}

export type Write = (data: string | Uint8Array) => Promise<void>

/** Documents one after the other on standard output. */
export async function textSink(
  format: TextFormat,
  { several, write, settings }: { several: boolean; write: Write; settings: ExportSettings },
): Promise<Sink> {
  const emitter = await textEmitter(format)
  let count = 0
  several ||= !isOneFileEach(format)
  const frame = () => (several || count > 1 ? frameOf(emitter, settings) : emitter.single)
  return {
    take: async ({ printed = [] }) => {
      // Several documents from one input (a bundle that was split) are several, whatever was foreseen.
      if (printed.length > 1) several = true
      for (const text of printed) await write((count++ === 0 ? frame().open : frame().between) + text)
    },
    close: async () => {
      if (count > 0) await write(frame().close)
      else if (several && format === 'json') await write('[]\n')
    },
  }
}

/** One file with all documents in it, which takes its name when it is whole. */
export async function collectionSink(format: TextFormat, path: string, settings: ExportSettings): Promise<Sink> {
  const { open, between, close } = frameOf(await textEmitter(format), settings)
  const file = growingFile(path)
  let count = 0
  file.write(open)
  return {
    take: ({ printed = [] }) => {
      for (const text of printed) file.write((count++ === 0 ? '' : between) + text)
    },
    close: () => {
      file.write(close)
      file.end()
    },
  }
}

/** Files that are made when all documents are there, each whole before it takes its name. */
export async function gatheringSink(format: GatheringFormat, path: string, settings: PrintSettings): Promise<Sink> {
  const emitter = await gatheringEmitter(format)
  const all: object[] = []
  return {
    take: ({ gathered = [] }) => void all.push(...gathered),
    close: async () => {
      const draft = temporaryName(path)
      try {
        await emitter.write(all, draft, settings)
        makeFolder(path)
        for (const name of readdirSync(draft)) renameSync(join(draft, name), join(path, name))
      } catch (error) {
        throw asProblem(error, path)
      } finally {
        rmSync(draft, { recursive: true, force: true })
      }
    },
  }
}

/** One line on standard output for each line of input. */
export async function lineSink(write: Write, language: Language): Promise<Sink> {
  const { lineOf } = await import('./filter.ts')
  return { take: (outcome, job) => write(`${lineOf(job, outcome, language)}\n`), close: () => {} }
}

/** Output files are written where the work is done: nothing is left to do here. */
export const folderSink: Sink = { take: () => {}, close: () => {} }

/** One table. CSV is written as it comes; a workbook is made at the end. */
export async function tableSink(
  format: TableFormat,
  { table, path, write, settings }: { table: TableName; path: string | null; write: Write; settings: ExportSettings },
): Promise<Sink> {
  return format === 'csv'
    ? csvSink(table, path === null ? { write, end() {} } : growingFile(path))
    : xlsxSink(path, write, settings)
}

/** What of the documents of an outcome was there before, in the words of a table. */
function duplicateNotes(duplicates: Duplicates, { documents }: Outcome, paths: string[]): (string | null)[] {
  return documents.map((document, at) => {
    const [found] = duplicates.add(paths[at] ?? '', [document])
    if (!found) return null
    return found.kind === 'copy' ? `giống hệt ${found.of}` : `trùng số, ký hiệu, tác giả: ${found.of}`
  })
}

async function csvSink(
  table: TableName,
  output: { write: (data: string) => Promise<void> | void; end(): void },
): Promise<Sink> {
  const { csvHead, csvLines } = await import('../emit/csv.ts')
  const { numberRows } = await import('../emit/rows.ts')
  let count = 0
  await output.write(csvHead(table))
  return {
    take: async ({ rows }) => {
      const own = rows?.[table] ?? []
      if (own.length > 0) await output.write(csvLines(numberRows(table, own, count + 1)))
      count += own.length
    },
    close: () => output.end(),
  }
}

async function xlsxSink(output: string | null, write: Write, settings: ExportSettings): Promise<Sink> {
  const { columnsOf, numberRows, TABLES } = await import('../emit/rows.ts')
  const path = columnsOf('documents').findIndex(({ from }) => from.includes('source.path'))
  const duplicates = new Duplicates()
  const notes: (string | null)[] = []
  const records: DirectiveRecord[] = []
  const all: Rows = { documents: [], tasks: [], contents: [] }
  return {
    take: (outcome, job) => {
      const { rows, gathered = [] } = outcome
      if (!rows) return
      // Of the source, also where a file of records was read.
      const paths = rows.documents.map((row) => String(row[path] ?? job.path ?? ''))
      append(notes, duplicateNotes(duplicates, outcome, paths))
      for (const table of TABLES) append(all[table], rows[table])
      append(records, gathered as DirectiveRecord[])
    },
    close: async () => {
      const { workbook } = await import('../emit/xlsx.ts')
      for (const table of TABLES) all[table] = numberRows(table, all[table], 1)
      const bytes = await workbook({ rows: all, duplicates: notes, records, settings, linkOf: linksFrom(output) })
      if (output === null) return write(bytes)
      await writeAtomic(output, bytes).catch((error) => {
        throw asProblem(error, output)
      })
    },
  }
}

/** Where a source lies, seen from the workbook; null where it does not lie there any more, or there is no file yet. */
function linksFrom(workbook: string | null): (path: string) => string | null {
  if (workbook === null) return () => null
  const from = dirname(resolve(workbook))
  return (path) => {
    const there = resolve(path)
    if (!existsSync(there)) return null
    return encodeURI(relative(from, there).split(sep).join('/')).replace(/#/g, '%23').replace(/\?/g, '%3F')
  }
}

/** A file that takes its name when it is whole. */
export function growingFile(path: string): { write(data: string | Uint8Array): void; end(): void } {
  const temporary = temporaryName(path)
  const guarded = <T>(act: () => T): T => {
    try {
      return act()
    } catch (error) {
      rmSync(temporary, { force: true })
      throw asProblem(error, path)
    }
  }
  const file = guarded(() => {
    makeFolder(dirname(path))
    return openSync(temporary, 'w')
  })
  return {
    write: (data) => void guarded(() => (typeof data === 'string' ? writeSync(file, data) : writeSync(file, data))),
    end: () =>
      guarded(() => {
        closeSync(file)
        renameSync(temporary, path)
      }),
  }
}

/** The file of a table or a collection: `-o` names it, or the folder that is to hold it. */
export function tablePath(output: string, format: TableFormat | TextFormat): string {
  let isFolder = output.endsWith('/') || output.endsWith(sep)
  try {
    isFolder ||= statSync(output).isDirectory()
  } catch {
    // Not there yet: a file by its name.
  }
  return isFolder ? join(output, `directives${extensionOf(format)}`) : resolve(output)
}

function asProblem(error: unknown, path: string): ProblemError {
  const { id, values } = fileProblem(error, path, 'write')
  return new ProblemError(id, values)
}
