/** What several runs wrote, each over its share of the inputs, put together as if one run had done it all. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileProblem, type Problem, ProblemError } from '../../messages.ts'
import { type Journal, type JournalEntry, finishedIn, fromFolder, openJournal } from '../journal.ts'
import { takeLock } from '../lock.ts'
import { missingShards, noteShards, shardsIn } from '../shard.ts'
import { areNested, type Found, gather } from './found.ts'
import { joinLines, recordPath } from './join-lines.ts'
import { joinReports } from './join-report.ts'
import { joinTables, tableIn } from './join-tables.ts'
import { beginsAsRecords } from './kinds.ts'
import { place, type Placed } from './place.ts'

export interface MergeChoices {
  /** The folder of all, or the file that all become. */
  output: string
  isFile: boolean
  /** Where the joined report goes; beside the records unless said. */
  report?: string | undefined
  tell: (problem: Problem) => void
}

export interface Merged {
  /** Files of their own, by what became of them. */
  files: Record<Placed, number>
  /** What was joined line by line, and how many lines it has now. */
  joined: { path: string; lines: number }[]
  /** What the journal says of all that is there now. */
  entries: JournalEntry[]
  /** Inputs that could not be read, by the reports. */
  failed: number
  /** Shares that are not there as yet, as `3/8`. */
  missing: string[]
}

interface Work extends MergeChoices {
  folder: string
  folders: string[]
  /** Of the folders that are merged. */
  journals: ReadonlyMap<string, ReadonlyMap<string, JournalEntry>>
  journal: Journal | null
  merged: Merged
  all: Map<string, JournalEntry>
}

/** @throws {ProblemError} when nothing can be written, or the folders lie in each other. */
export async function merge(names: readonly string[], choices: MergeChoices): Promise<Merged> {
  const { output, isFile, tell } = choices
  const folder = isFile ? dirname(output) : output
  const { found, folders, problems } = await gather(names, isFile ? '' : null)
  const nested = isFile ? folders[0] : folders.find((each) => areNested(each, folder))
  if (nested !== undefined)
    throw new ProblemError(isFile ? 'merge-file' : 'merge-within', { path: nested, folder: output })
  const strange = folders.find((each) => isOfOthers(each, found))
  if (strange !== undefined) throw new ProblemError('merge-no-results', { path: strange })
  for (const problem of problems) tell(problem)
  const merged: Merged = {
    files: { added: 0, same: 0, replaced: 0, kept: 0, differs: 0 },
    joined: [],
    entries: [],
    failed: 0,
    missing: [],
  }
  const lock = isFile ? null : await takeLock(folder, 'run')
  const journal = isFile ? null : await openJournal(folder)
  try {
    const journals = new Map(folders.map((each) => [each, finishedIn(each)]))
    const all = new Map(journal?.done ?? [])
    const work: Work = { ...choices, folder, folders, journals, journal, merged, all }
    for (const each of found)
      await mergeOne(each, work).catch((error) => {
        if (error instanceof ProblemError) throw error
        tell(fileProblem(error, each.files[0]?.path ?? each.name, 'read'))
      })
    merged.entries = [...all.values()]
    if (!isFile) {
      await noteShards(folder, folders.flatMap(shardsIn))
      merged.missing = missingShards(shardsIn(folder))
    }
  } finally {
    journal?.close()
    lock?.release()
  }
  return merged
}

async function mergeOne(found: Found, work: Work): Promise<void> {
  const { name, kind, files } = found
  const { output, isFile, folder, folders, merged, tell } = work
  const isRecord = files.some((file) => entryOf(file.folder, name, work) !== undefined)
  const target = isFile ? output : join(folder, name)
  const paths = files.map(({ path }) => path)
  const before = (path: string) => (existsSync(path) && !paths.includes(path) ? path : null)
  const joined = (path: string, lines: number, differing: readonly string[]) => {
    merged.joined.push({ path, lines })
    for (const each of differing) tell({ id: 'merge-lines-differ', values: { path: each, file: path } })
  }
  if (!isRecord && kind === 'report') {
    const path = work.report ?? target
    const { lines, differing, failed } = await joinReports(paths, before(path), path, { from: folders, to: folder })
    merged.failed += failed
    return joined(path, lines, differing)
  }
  if (!isRecord && kind === 'lines') {
    const { lines, differing } = await joinLines(paths, before(target), target, { pathOf: recordPath })
    return joined(target, lines, differing)
  }
  const tables = kind === 'table' ? new Set(paths.map(tableIn)) : new Set([null])
  const [table] = tables
  if (table && tables.size === 1) {
    const { lines, differing } = await joinTables(table, paths, before(target), target)
    return joined(target, lines, differing)
  }
  if (isFile) return tell({ id: 'merge-kind', values: { path: paths[0] as string } })
  const placed = await place(files, target, work.journal?.done.get(name))
  merged.files[placed]++
  if (placed === 'differs') tell({ id: 'merge-differs', values: { path: target, file: paths.join(', ') } })
  if (placed !== 'kept') note(found, work)
}

/** Does a folder hold files, none of which any run wrote? Of a share that has nothing to do there may be none. */
function isOfOthers(folder: string, found: readonly Found[]): boolean {
  const own = found.flatMap(({ kind, files }) =>
    files.flatMap((file) => (file.folder === folder ? [{ kind, file }] : [])),
  )
  if (own.length === 0 || finishedIn(folder).size > 0) return false
  return own.every(({ kind, file }) => kind === 'whole' && !beginsAsRecords(file.path))
}

function entryOf(folder: string | null, name: string, { journals }: Work): JournalEntry | undefined {
  return folder === null ? undefined : journals.get(folder)?.get(name)
}

/** What the journal of the first run says of its output, seen from the folder of all. */
function note({ name, files: [file] }: Found, work: Work): void {
  const from = file?.folder ?? null
  const entry = entryOf(from, name, work)
  if (entry === undefined || from === null || work.journal === null) return
  const path = entry.input === null ? null : join(from, entry.input)
  const seen: JournalEntry = { ...entry, input: path === null ? null : fromFolder(work.folder, path) }
  const { input: _, ...rest } = entry
  if (JSON.stringify(work.all.get(name)) !== JSON.stringify(seen)) work.journal.add({ ...rest, path })
  work.all.set(name, seen)
}
