/** Writes corrections into the records they were made for, each file of records at once or not at all. */
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { replaceAtomic, writeAtomic } from '../batch/atomic.ts'
import { inputsOf } from '../batch/journal.ts'
import { takeLock } from '../batch/lock.ts'
import { type RecordsOnDisk, recordsIn } from '../batch/records.ts'
import type { Watch } from '../batch/shown.ts'
import { amend } from '../corrections/amend.ts'
import type { CorrectionLine } from '../corrections/correction.ts'
import { rebase } from '../corrections/rebase.ts'
import type { DirectiveRecord } from '../schema.ts'
import { readCorrections } from './corrections.ts'
import { readReviewed } from './done.ts'
import type { DoneLine } from './shapes.ts'
import { expectedOf } from './expected.ts'
import { leavesFolder, placeWithin } from './places.ts'
import { type ReviewProblem, reasonOf, sayProblem } from './problems.ts'
import { nameOf, placeOf, readFileOfRecords, recordHash, recordIn, recordsFolder } from './records.ts'
import { type SourceOptions, sourceBytes } from './sources.ts'
import { wrongSpan } from './spans.ts'

export interface ApplyOptions {
  /** Folder that gets an expected record, with its source beside it, for every record that was corrected. */
  expected?: string
  /** Folder that `source.path` is relative to; the working directory by default. */
  sources?: string
  /** Who watches the files of records. */
  watch?: Watch
  /** Called for each record that was written over, with what stood there before. */
  onWritten?: (change: Overwritten) => void
}

export interface Overwritten {
  name: string
  before: unknown
  /** {@link recordHash} of what stands there since. */
  hash: string
}

export interface ApplyOutcome {
  /** The record's file, relative to the folder. */
  name: string
  /** `already` where every correction was in the record before. */
  result: 'corrected' | 'already' | 'refused'
  corrections: number
  /** Why the record was refused, or what could not be done beside it. */
  problem?: ReviewProblem
}

export interface ApplyReport {
  outcomes: ApplyOutcome[]
  /** Documents that are done now, as a person has said. */
  done: number
  /** Lines of the file that hold no correction. */
  lines: ReviewProblem[]
  /** Set when nothing was done: the path, and what is wrong with it. */
  failure: { path: string; problem: ReviewProblem } | null
}

/** Somebody who changes a record holds it for moments; whoever comes next waits so long, in milliseconds. */
const PATIENCE = 30_000

/** A file that somebody else writes to, without a lock, is read so often before we give it up. */
const TRIES = 5

/** Applies the corrections in `file` to the records in `folder`. Never throws. */
export async function applyCorrections(file: string, folder: string, options: ApplyOptions = {}): Promise<ApplyReport> {
  const report: ApplyReport = { outcomes: [], done: 0, lines: [], failure: null }
  const text = await readFile(file, 'utf8').catch((error: Error) => error)
  if (typeof text !== 'string') return { ...report, failure: { path: file, problem: unread(text) } }
  return applyLines(text, folder, options)
}

/** Applies corrections, one a line, to the records in `folder`. Never throws. */
export async function applyLines(text: string, folder: string, options: ApplyOptions = {}): Promise<ApplyReport> {
  const report: ApplyReport = { outcomes: [], done: 0, lines: [], failure: null }
  const root = await recordsFolder(folder).catch(() => null)
  if (root === null) return { ...report, failure: { path: folder, problem: { id: 'no-folder' } } }
  const { lines, done, problems } = readCorrections(text)
  report.lines = problems
  const applying: Applying = {
    root,
    expected: options.expected,
    onWritten: options.onWritten,
    sources: { ...(options.sources === undefined ? {} : { sources: options.sources }), inputs: inputsOf(root) },
  }
  const files = grouped(lines, ({ record }) => placeOf(record).file)
  const shown = await options.watch?.([...files.keys()].map((name) => join(root, name)))
  for (const [name, corrections] of files) {
    shown?.begin(join(root, name))
    const groups = grouped(corrections, ({ record }) => record)
    for (const outcome of await applyToFile(name, groups, applying)) report.outcomes.push(outcome)
    shown?.end(join(root, name))
  }
  await markDone(root, done, report).catch((error: Error) => {
    report.failure = { path: folder, problem: unread(error) }
  })
  return report
}

/** Writes beside the records which of them a person has been through. */
async function markDone(root: string, lines: DoneLine[], report: ApplyReport): Promise<void> {
  if (lines.length === 0) return
  const lock = await takeLock(root, 'records', { wait: PATIENCE })
  try {
    const reviewed = await readReviewed(root)
    for (const line of lines) {
      const outcome = report.outcomes.find(({ name }) => name === line.record)
      const problem = outcome?.result === 'refused' ? null : await markOne(root, line, outcome, reviewed)
      if (problem) report.outcomes.push({ name: line.record, result: 'refused', corrections: 0, problem })
      else if (outcome?.result !== 'refused' && line.done) report.done++
    }
    await reviewed.write()
  } finally {
    lock.release()
  }
}

/** Why a document cannot be marked: its record is not there, or not the one that was looked at. */
async function markOne(
  root: string,
  line: DoneLine,
  outcome: ApplyOutcome | undefined,
  reviewed: Awaited<ReturnType<typeof readReviewed>>,
): Promise<ReviewProblem | null> {
  const { file, index } = placeOf(line.record)
  const path = leavesFolder(file) ? null : await placeWithin(root, file)
  if (path === null) return { id: 'out-of-folder' }
  const disk = await readFileOfRecords(path).catch(() => null)
  if (disk === null || index >= disk.contents.length) return { id: 'not-there' }
  const read = recordIn(line.record, disk.contents[index])
  if ('problem' in read) return read.problem
  if (read.hash !== line.hash && (outcome === undefined || outcome.problem)) return { id: 'outdated' }
  reviewed.set(line.record, read.record, line)
  return null
}

interface Applying {
  root: string
  expected: string | undefined
  onWritten: ApplyOptions['onWritten']
  sources: SourceOptions
}

type Groups = Map<string, CorrectionLine[]>

function grouped(lines: readonly CorrectionLine[], key: (line: CorrectionLine) => string): Groups {
  const groups: Groups = new Map()
  for (const line of lines) groups.set(key(line), [...(groups.get(key(line)) ?? []), line])
  return groups
}

/** All records of one file: it is written once, with those that could be corrected. */
async function applyToFile(file: string, groups: Groups, applying: Applying): Promise<ApplyOutcome[]> {
  const refused = (problem: ReviewProblem) =>
    [...groups].map(([name, lines]): ApplyOutcome => ({ name, result: 'refused', corrections: lines.length, problem }))
  if (leavesFolder(file)) return refused({ id: 'out-of-folder' })
  try {
    const path = await placeWithin(applying.root, file)
    if (path === null) return refused({ id: 'out-of-folder' })
    const lock = await takeLock(applying.root, 'records', { wait: PATIENCE })
    try {
      return (await correctFile(path, file, groups, applying)) ?? refused({ id: 'outdated' })
    } finally {
      lock.release()
    }
  } catch (error) {
    return refused(unread(error))
  }
}

interface Corrected {
  outcome: ApplyOutcome
  /** Null where nothing of it is to be written. */
  record: DirectiveRecord | null
  corrections: CorrectionLine[]
}

/** Null where the file never stood still. */
async function correctFile(
  path: string,
  file: string,
  groups: Groups,
  applying: Applying,
): Promise<ApplyOutcome[] | null> {
  for (let tries = 0; tries < TRIES; tries++) {
    const bytes = await readFile(path)
    const disk = await recordsIn(bytes.toString('utf8'), path)
    const done: Corrected[] = []
    const before = [...disk.contents]
    for (const [name, lines] of groups) {
      const corrected = await correctRecord(name, file, disk, lines, applying)
      if (corrected.record) disk.contents[placeOf(name).index] = corrected.record
      done.push(corrected)
    }
    if (done.every(({ record }) => record === null)) return done.map(({ outcome }) => outcome)
    try {
      if (!replaceAtomic(path, bytes, printed(disk))) continue
    } catch (error) {
      const problem: ReviewProblem = { id: 'not-written', detail: reasonOf(error) }
      return done.map(({ outcome, record }) => (record ? { ...outcome, result: 'refused', problem } : outcome))
    }
    for (const { outcome, record } of done)
      if (record)
        applying.onWritten?.({
          name: outcome.name,
          before: before[placeOf(outcome.name).index],
          hash: recordHash(record),
        })
    return Promise.all(done.map((corrected) => withExpected(corrected, applying)))
  }
  return null
}

async function correctRecord(
  name: string,
  file: string,
  disk: RecordsOnDisk,
  lines: CorrectionLine[],
  { sources }: Applying,
): Promise<Corrected> {
  const asked = lastOfEach(lines)
  const untouched = (result: ApplyOutcome['result'], problem?: ReviewProblem): Corrected => ({
    outcome: { name, result, corrections: asked.length, ...(problem === undefined ? {} : { problem }) },
    record: null,
    corrections: [],
  })
  const { index } = placeOf(name)
  if (index >= disk.contents.length || nameOf(file, disk, index) !== name)
    return untouched('refused', { id: 'not-there' })
  const read = recordIn(name, disk.contents[index])
  if ('problem' in read) return untouched('refused', read.problem)
  const isLookedAt = asked.every(({ hash }) => hash === read.hash)
  const { fitting, outdated } = isLookedAt ? { fitting: asked, outdated: [] } : rebase(read.record, asked)
  if (fitting.length === 0) return outdated.length > 0 ? untouched('refused', { id: 'outdated' }) : untouched('already')
  const misplaced = await wrongSpan(read.record, fitting, sources, name)
  const amended = misplaced === null ? amend(read.record, fitting) : { problem: misplaced }
  if ('problem' in amended) return untouched('refused', { id: 'wrong-value', detail: amended.problem })
  const outcome: ApplyOutcome = { name, result: 'corrected', corrections: fitting.length }
  if (outdated.length > 0) {
    outcome.problem = { id: 'outdated-some', detail: outdated.map(({ pointer }) => pointer).join(', ') }
  }
  return { outcome, record: amended.record, corrections: fitting }
}

/** Puts back what a record held before; false where it is not the one any more that was written then. Throws what the file system throws. */
export async function restore(folder: string, { name, before, hash }: Overwritten): Promise<boolean> {
  const { file, index } = placeOf(name)
  const path = leavesFolder(file) ? null : await placeWithin(folder, file)
  if (path === null) return false
  const lock = await takeLock(folder, 'records', { wait: PATIENCE })
  try {
    const bytes = await readFile(path)
    const disk = await recordsIn(bytes.toString('utf8'), path)
    if (recordHash(disk.contents[index]) !== hash) return false
    disk.contents[index] = before
    return replaceAtomic(path, bytes, printed(disk))
  } finally {
    lock.release()
  }
}

/** As the file was: one record or a list of them, or one a line. */
function printed({ kind, contents }: RecordsOnDisk): string {
  if (kind === 'lines') return contents.map((content) => `${JSON.stringify(content)}\n`).join('')
  return `${JSON.stringify(kind === 'one' ? contents[0] : contents, null, 2)}\n`
}

/** Of several corrections of one field the last one counts. */
function lastOfEach(lines: CorrectionLine[]): CorrectionLine[] {
  return [...new Map(lines.map((line) => [line.pointer, line])).values()]
}

async function withExpected({ outcome, record, corrections }: Corrected, applying: Applying): Promise<ApplyOutcome> {
  if (record === null || applying.expected === undefined) return outcome
  const problem = await writeExpected(applying.expected, outcome.name, record, corrections, applying.sources)
  return problem === null ? outcome : { ...outcome, problem: { id: 'not-expected', detail: problem } }
}

/** Why there is no expected record, or null. */
async function writeExpected(
  folder: string,
  name: string,
  record: DirectiveRecord,
  corrections: CorrectionLine[],
  sources: SourceOptions,
): Promise<string | null> {
  const source = await sourceBytes(record, sources, name)
  if ('missing' in source) return sayProblem({ id: source.missing })
  const { file, index } = placeOf(name)
  if (index > 0 || name !== file) return 'its source holds several documents'
  const stem = join(folder, file.replace(/\.json$/, ''))
  try {
    await writeAtomic(`${stem}.json`, `${JSON.stringify(expectedOf(record, corrections), null, 2)}\n`)
    await writeAtomic(stem + extname(record.source.path ?? '.txt'), source.bytes)
    return null
  } catch (error) {
    return sayProblem({ id: 'not-written', detail: reasonOf(error) })
  }
}

/** What the system said about a file, or that somebody else has it. */
function unread(error: unknown): ReviewProblem {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return { id: 'no-file' }
  if (error instanceof Error && error.name === 'ProblemError') return { id: 'busy', detail: error.message }
  return { id: 'not-json', detail: reasonOf(error) }
}
