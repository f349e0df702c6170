/** Writes corrections into the records they were made for, each record at once or not at all. */
import { readFile } from 'node:fs/promises'
import { extname, isAbsolute, join, normalize, sep } from 'node:path'
import { writeAtomic } from '../batch/atomic.ts'
import type { DirectiveRecord } from '../schema.ts'
import { amend } from './amend.ts'
import { readCorrections } from './corrections.ts'
import { expectedOf } from './expected.ts'
import { type ReviewProblem, reasonOf, sayProblem } from './problems.ts'
import { nameOf, placeOf, type RecordsOnDisk, readFileOfRecords, recordIn, recordsFolder } from './records.ts'
import type { CorrectionLine } from './shapes.ts'
import { sourceBytes } from './sources.ts'

export interface ApplyOptions {
  /** Folder that gets an expected record, with its source beside it, for every record that was corrected. */
  expected?: string
  /** Folder that `source.path` is relative to; the working directory by default. For `expected` only. */
  sources?: string
  /** Called after each record. */
  onProgress?: (outcome: ApplyOutcome) => void
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
  /** Lines of the file that hold no correction. */
  lines: ReviewProblem[]
  /** Set when nothing was done: the path, and what is wrong with it. */
  failure: { path: string; problem: ReviewProblem } | null
}

/** Applies the corrections in `file` to the records in `folder`. Never throws. */
export async function applyCorrections(file: string, folder: string, options: ApplyOptions = {}): Promise<ApplyReport> {
  const report: ApplyReport = { outcomes: [], lines: [], failure: null }
  const text = await readFile(file, 'utf8').catch((error: Error) => error)
  if (typeof text !== 'string') return { ...report, failure: { path: file, problem: { id: 'not-json', detail: text.message } } }
  const root = await recordsFolder(folder).catch(() => null)
  if (root === null) return { ...report, failure: { path: folder, problem: { id: 'no-folder' } } }
  const { lines, problems } = readCorrections(text)
  report.lines = problems
  const told = (outcome: ApplyOutcome) => {
    report.outcomes.push(outcome)
    options.onProgress?.(outcome)
  }
  for (const [name, corrections] of grouped(lines, ({ record }) => placeOf(record).file)) {
    await applyToFile(root, name, grouped(corrections, ({ record }) => record), options, told)
  }
  return report
}

function grouped(lines: readonly CorrectionLine[], key: (line: CorrectionLine) => string): Map<string, CorrectionLine[]> {
  const groups = new Map<string, CorrectionLine[]>()
  for (const line of lines) groups.set(key(line), [...(groups.get(key(line)) ?? []), line])
  return groups
}

/** All records of one file: it is written once, with those that could be corrected. */
async function applyToFile(
  root: string,
  file: string,
  groups: Map<string, CorrectionLine[]>,
  options: ApplyOptions,
  told: (outcome: ApplyOutcome) => void,
): Promise<void> {
  const refuse = (problem: ReviewProblem) => {
    for (const [name, lines] of groups) told({ name, result: 'refused', corrections: lines.length, problem })
  }
  if (leavesFolder(file)) return refuse({ id: 'out-of-folder' })
  const path = join(root, file)
  const disk = await readFileOfRecords(path).catch((error: Error) => error)
  if (disk instanceof Error) return refuse({ id: 'not-json', detail: disk.message })
  const done: { outcome: ApplyOutcome; record: DirectiveRecord; corrections: CorrectionLine[] }[] = []
  for (const [name, lines] of groups) {
    const { outcome, record } = applyToRecord(name, disk, lines)
    if (record === null) {
      told(outcome)
      continue
    }
    disk.contents[placeOf(name).index] = record
    done.push({ outcome, record, corrections: lines })
  }
  if (done.length === 0) return
  const failure = await writeAtomic(path, printed(disk)).then(() => null, (error: Error) => error)
  for (const { outcome, record, corrections } of done) {
    if (failure) told({ ...outcome, result: 'refused', problem: { id: 'not-written', detail: failure.message } })
    else told({ ...outcome, ...(await expectedBeside(outcome.name, record, corrections, options)) })
  }
}

function applyToRecord(
  name: string,
  disk: RecordsOnDisk,
  lines: CorrectionLine[],
): { outcome: ApplyOutcome; record: DirectiveRecord | null } {
  const corrections = lastOfEach(lines)
  const outcome = (result: ApplyOutcome['result'], problem?: ReviewProblem) => ({
    outcome: { name, result, corrections: corrections.length, ...(problem === undefined ? {} : { problem }) },
    record: null,
  })
  const { file, index } = placeOf(name)
  if (index >= disk.contents.length || nameOf(file, disk, index) !== name) return outcome('refused', { id: 'not-there' })
  const read = recordIn(name, disk.contents[index])
  if ('problem' in read) return outcome('refused', read.problem)
  if (lines.some(({ hash }) => hash !== read.hash)) {
    if (corrections.every((correction) => isIn(read.record, correction))) return outcome('already')
    return outcome('refused', { id: 'outdated' })
  }
  const amended = amend(read.record, corrections)
  return 'problem' in amended ? outcome('refused', { id: 'wrong-value', detail: amended.problem }) : { ...outcome('corrected'), record: amended.record }
}

/** As the file was: one record or a list of them, or one a line. */
function printed({ kind, contents }: RecordsOnDisk): string {
  if (kind === 'lines') return contents.map((content) => `${JSON.stringify(content)}\n`).join('')
  return `${JSON.stringify(kind === 'one' ? contents[0] : contents, null, 2)}\n`
}

/** Names come from a file that anybody may have edited: only places inside the folder are written. */
function leavesFolder(name: string): boolean {
  const path = normalize(name)
  return isAbsolute(path) || path === '..' || path.startsWith(`..${sep}`) || !/\.(json|ndjson)$/.test(path) || path.includes('\0')
}

/** Of several corrections of one field the last one counts. */
function lastOfEach(lines: CorrectionLine[]): CorrectionLine[] {
  return [...new Map(lines.map((line) => [line.pointer, line])).values()]
}

/** Does the record say so already? Asked when it is not the one that was reviewed: perhaps it was corrected by this file. */
function isIn(record: DirectiveRecord, { pointer, action, value }: CorrectionLine): boolean {
  const at = pointer.lastIndexOf('/')
  const list = pointer.slice(0, at)
  const holder = valueAt(record, list)
  const here = record.evidence[pointer]
  if (action === 'confirm') return here?.note?.includes('confirmed by hand') ?? false
  if (pointer.startsWith('+', at + 1)) {
    const places = Array.isArray(holder) ? holder.map((entry, index) => [entry, record.evidence[`${list}/${index}`]]) : []
    return places.some(([entry, evidence]) => evidence?.status === 'corrected' && same(entry, value))
  }
  if (action === 'absent' && Array.isArray(holder)) {
    return record.evidence[list]?.note?.includes('removed by hand') ?? false
  }
  if (here?.status !== 'corrected') return false
  const found = valueAt(record, pointer)
  return action === 'set' ? same(found, value) : found === null || same(found, [])
}

function valueAt(record: DirectiveRecord, pointer: string): unknown {
  return pointer.split('/').slice(1).reduce<unknown>((at, key) => Object(at)[key], record)
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

async function expectedBeside(
  name: string,
  record: DirectiveRecord,
  corrections: CorrectionLine[],
  options: ApplyOptions,
): Promise<{ problem?: ReviewProblem }> {
  const without = (detail: string) => ({ problem: { id: 'not-expected', detail } as const })
  if (options.expected === undefined) return {}
  const source = await sourceBytes(record, options)
  if ('missing' in source) return without(sayProblem({ id: source.missing }))
  const { file, index } = placeOf(name)
  if (index > 0 || name !== file) return without('its source holds several documents')
  const stem = join(options.expected, file.replace(/\.json$/, ''))
  try {
    await writeAtomic(`${stem}.json`, `${JSON.stringify(expectedOf(record, corrections), null, 2)}\n`)
    await writeAtomic(stem + extname(record.source.path ?? '.txt'), source.bytes)
    return {}
  } catch (error) {
    return without(reasonOf(error))
  }
}
