/** One input done: read, parsed, printed, and written where that was asked for. Runs in a worker or in the process. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, extname } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import {
  type Document,
  gatheringEmitter,
  holdsRecords,
  isGatheringFormat,
  isTableFormat,
  type OutputFormat,
  frameOf,
  type PrintSettings,
  textEmitter,
} from '../emit/index.ts'
import type { Rows } from '../emit/rows.ts'
import type { ExportSettings } from '../export/settings.ts'
import { fileProblem, type Problem, ProblemError } from '../messages.ts'
import type { ReadChoices, SplitMode } from '../read/options.ts'
import type { Language } from '../rules.ts'
import { fieldsOf, isOfCatalogue } from '../record/fields.ts'
import type { Diagnostic, DirectiveRecord } from '../schema.ts'
import { writeBehind } from './atomic.ts'
import type { LineKeys } from './filter.ts'
import { guardFor } from './in-time.ts'
import type { Lock } from './lock.ts'
import type { Noise } from './noise.ts'
import { isObjectUrl, objectAt } from './objects.ts'
import { readBytes, readDocuments, readingProblem, refuseLarge, type SourceOptions, textDocument } from './source.ts'

/** What is the same for every input of a run. Plain data: it crosses to the workers. */
export interface JobSettings {
  read: ReadChoices
  /** Pages of one input that are read by OCR at a time; says nothing about what is read. */
  pagesAtOnce: number
  /** Of diagnostics in the record, and of errors in messages. */
  recordLanguage: Language
  language: Language
  grammars: string | null
  format: OutputFormat
  evidence: boolean
  secretSubjects: boolean
  split: SplitMode
  /** Writes over what a person corrected in the records that are there. */
  overwriteCorrections: boolean
  /** What exports are told besides. */
  exporting: ExportSettings
}

export interface Job {
  /** Null for standard input. */
  path: string | null
  /** The text or the file itself, where it is in no file: what came in a line, or by standard input. */
  text?: string
  base64?: string
  bytes?: Uint8Array
  /** What kept it from being read before it came here. */
  problem?: Problem
  /** Of a line of input: what its line of output takes over. */
  line?: LineKeys
  /** The file to write; without it the outcome holds what was printed. */
  output?: string
  /** The folder of all outputs, where `output` is in one. */
  folder?: string
  /** Whether nothing is left to do where an object bears the same fingerprint. */
  resume?: true
  /** What an earlier run wrote there; where all is the same now, nothing is left to do. */
  known?: Written & { fingerprint: string }
}

/** The content of a file, to know it again. */
export interface Written {
  size: number
  /** SHA-256. */
  hash: string
}

export interface Outcome {
  status: 'done' | 'unchanged' | 'failed'
  /** Why it failed. */
  problem?: Problem
  /** One text a document, where no output file was asked for. */
  printed?: string[]
  rows?: Rows
  /** What a format that is written at the end keeps of each document. */
  gathered?: object[]
  /** What did not fit the target of an export. */
  notes?: Diagnostic[]
  /** SHA-256 of the bytes and the settings. */
  fingerprint?: string
  written?: Written
  /** What libraries printed while they were at it. */
  noise?: string[]
  /** Pointers of the values that stand because a person said so. */
  kept?: string[]
  documents: Described[]
  bytes: number
  seconds: number
}

/** What a run report says of one document. */
export interface Described {
  kind: string
  type: string | null
  number: string | null
  date: string | null
  issuer: string | null
  /** Whether number, day, issuer and subject are all there. */
  complete: boolean
  sha256: string
  pages: number | null
  /** How many values somebody should look at; of these, those of a catalogue entry. */
  doubtful: number
  catalogue: number
  /** How often each rule spoke. */
  diagnostics: Record<string, number>
}

export interface JobHooks {
  /** Called when a page is begun, from 1, where the source has pages. */
  onPage?: (page: number, of: number) => void
  /** Where libraries print. */
  noise?: Noise
  /** Time for the job, where it is done in this process: steps that run over it are ended. */
  seconds?: number
  /** Called when all is read and only the disk is awaited: whoever has another job may begin it. */
  onRead?: () => void
}

/** Does one job. Whatever goes wrong is in the outcome. */
export async function doJob(job: Job, settings: JobSettings, hooks: JobHooks = {}): Promise<Outcome> {
  const started = performance.now()
  const outcome: Outcome = { status: 'failed', documents: [], bytes: 0, seconds: 0 }
  let isRead = false
  const sumUp = () => {
    if (isRead) return
    isRead = true
    outcome.seconds = (performance.now() - started) / 1000
    const printed = hooks.noise?.take() ?? []
    if (printed.length > 0) outcome.noise = printed
  }
  const onRead = () => {
    sumUp()
    hooks.onRead?.()
  }
  try {
    await doing(job, hooked(settings, job, hooks), outcome, onRead)
  } catch (error) {
    outcome.status = 'failed'
    outcome.problem ??= readingProblem(error, job.path ?? 'stdin')
  }
  sumUp()
  return outcome
}

function hooked(settings: JobSettings, { path }: Job, { onPage, seconds }: JobHooks): JobSettings {
  const guard = seconds === undefined ? undefined : guardFor(path ?? 'stdin', seconds)
  return { ...settings, read: { ...settings.read, ...(onPage && { onPage }), ...(guard && { guard }) } }
}

async function doing(job: Job, settings: JobSettings, outcome: Outcome, onRead: () => void): Promise<void> {
  if (job.problem) throw new ProblemError(job.problem.id, job.problem.values)
  const grammars = await useOwnGrammars(settings.grammars)
  const options: SourceOptions = {
    read: { ...settings.read, pagesAtOnce: settings.pagesAtOnce },
    language: settings.recordLanguage,
    errorLanguage: settings.language,
    split: settings.split,
  }
  const bytes = await bytesOf(job, options)
  outcome.bytes = bytes.length
  refuseLarge(bytes.length, options)
  if (job.output !== undefined) outcome.fingerprint = fingerprintOf(bytes, job.path, settings, grammars)
  if (job.known?.fingerprint === outcome.fingerprint && (await isDone(job, bytes, settings))) {
    outcome.status = 'unchanged'
    return
  }
  if (job.resume && (await bearsFingerprint(job.output as string, outcome.fingerprint))) {
    outcome.status = 'unchanged'
    return
  }
  const documents =
    job.text === undefined ? await readDocuments(bytes, job.path, options) : [textDocument(job.text, job.path, options)]
  if (job.output !== undefined && (isObjectUrl(job.output) || existsSync(job.output)))
    await writeOver(job, settings, documents, outcome)
  else await print(job, settings, documents, outcome, onRead)
  outcome.status = 'done'
}

async function bytesOf({ path, text, base64, bytes }: Job, options: SourceOptions): Promise<Uint8Array> {
  if (text !== undefined) return Buffer.from(text)
  if (base64 !== undefined) return Buffer.from(base64, 'base64')
  return bytes ?? readBytes(path as string, options)
}

/** Somebody who changes a record holds it for moments; whoever comes next waits so long, in milliseconds. */
const PATIENCE = 30_000

/** Prints in the place of records that are there: what a person did to them stays, and nobody writes meanwhile. */
async function writeOver(job: Job, settings: JobSettings, documents: Document[], outcome: Outcome): Promise<void> {
  const lock = await recordsLock(job)
  try {
    if (settings.overwriteCorrections || !holdsRecords(settings.format))
      return await print(job, settings, documents, outcome)
    const { withCorrections } = await import('./kept.ts')
    const kept = await withCorrections(documents, job.output as string)
    if (kept.pointers.length > 0) outcome.kept = kept.pointers
    await print(job, settings, kept.documents, outcome)
  } finally {
    lock?.release()
  }
}

/** Object storage knows no locks: there the last writer stands. */
async function recordsLock({ output = '', folder = dirname(output) }: Job): Promise<Lock | null> {
  if (isObjectUrl(output)) return null
  const { takeLock } = await import('./lock.ts')
  return takeLock(folder, 'records', { wait: PATIENCE })
}

/** An object says by itself what it was made from. */
async function bearsFingerprint(output: string, fingerprint: string | undefined): Promise<boolean> {
  const { objects, name } = await objectAt(output)
  return (await objects.metadata(name))?.fingerprint === fingerprint
}

async function store(output: string, bytes: Uint8Array, fingerprint: string | undefined): Promise<void> {
  if (!isObjectUrl(output)) return writeBehind(output, bytes)
  const { objects, name } = await objectAt(output)
  await objects.put(name, bytes, fingerprint === undefined ? {} : { fingerprint })
}

/** What may not leave is not there, nor what an earlier run with other settings wrote in its place. */
async function takeBack(output: string): Promise<void> {
  if (!isObjectUrl(output)) await rm(output, { force: true })
}

async function print(
  job: Job,
  settings: JobSettings,
  documents: Document[],
  outcome: Outcome,
  onRead: () => void = () => {},
): Promise<void> {
  outcome.documents = documents.map(({ record }) => described(record))
  const notes: Diagnostic[] = []
  const telling: PrintSettings = { ...settings.exporting, report: (problem) => void notes.push(problem) }
  if (isGatheringFormat(settings.format)) {
    const emitter = await gatheringEmitter(settings.format)
    outcome.gathered = documents.flatMap((document) => emitter.gather(document, telling) ?? [])
  } else if (isTableFormat(settings.format)) {
    const { rowsOf } = await import('../emit/rows.ts')
    const rows = documents.map(({ record }) => rowsOf(record, { secretSubjects: settings.secretSubjects }))
    outcome.rows = {
      documents: rows.flatMap((each) => each.documents),
      tasks: rows.flatMap((each) => each.tasks),
      contents: rows.flatMap((each) => each.contents),
    }
    if (settings.format === 'xlsx') {
      const { isRegistered, registered } = await import('../export/registers.ts')
      outcome.gathered = documents.flatMap(({ record }) =>
        isRegistered(record) ? [registered(record, settings.exporting)] : [],
      )
    }
  } else {
    if (settings.format === 'text' && documents.some(({ text }) => text === null)) {
      throw new ProblemError('record-without-text', { path: job.path ?? 'stdin' })
    }
    const emitter = await textEmitter(settings.format)
    const printed = documents.flatMap(
      (document) => emitter.print(withEvidence(document, settings.evidence), telling) ?? [],
    )
    const mayLeave = printed.length > 0 || documents.length === 0
    if (job.output === undefined) outcome.printed = printed
    else if (!mayLeave) await takeBack(job.output)
    else {
      const { open, between, close } = printed.length === 1 ? emitter.single : frameOf(emitter, settings.exporting)
      const bytes = Buffer.from(open + printed.join(between) + close)
      outcome.written = contentOf(bytes)
      const stored = store(job.output, bytes, outcome.fingerprint)
      onRead()
      await stored.catch((error) => {
        outcome.problem = fileProblem(error, job.output as string, 'write')
        throw error
      })
    }
  }
  if (notes.length > 0) outcome.notes = notes
}

/** Is the output there as it was written, or else whole and changed by hand? What was cut or emptied is done again. */
async function isDone({ output, known }: Job, bytes: Uint8Array, { format }: JobSettings): Promise<boolean> {
  if (output === undefined || known === undefined || !existsSync(output)) return false
  const isAsWritten = statSync(output).size === known.size && contentOf(readFileSync(output)).hash === known.hash
  if (isAsWritten || !holdsRecords(format)) return isAsWritten
  const { standsFor } = await import('./kept.ts')
  return standsFor(output, createHash('sha256').update(bytes).digest('hex'))
}

/** A content, as the journal knows it. */
export function contentOf(bytes: Uint8Array): Written {
  return { size: bytes.length, hash: createHash('sha256').update(bytes).digest('base64url') }
}

let used: { folder: string; digest: string } | null = null

/** Puts the entries of one's own folder into force, once a process; gives a digest of them, as they may change. */
export async function useOwnGrammars(folder: string | null): Promise<string | null> {
  if (folder === null) return null
  if (used?.folder === folder) return used.digest
  const { currentGrammar, useGrammars } = await import('../grammar/grammar.ts')
  await useGrammars(folder)
  used = { folder, digest: createHash('sha256').update(JSON.stringify(currentGrammar())).digest('base64url') }
  return used.digest
}

/**
 * What decides the values in an output: the bytes of the input, its extension, the settings, the grammars, this version.
 * Where the input lies and in which language diagnostics are worded is no reason to read it once more.
 */
function fingerprintOf(bytes: Uint8Array, path: string | null, settings: JobSettings, grammars: string | null): string {
  const {
    language: _,
    recordLanguage: __,
    overwriteCorrections: ___,
    pagesAtOnce: ____,
    exporting,
    ...relevant
  } = settings
  const rest = JSON.stringify([
    manifest.version,
    extname(path ?? '').toLowerCase(),
    { ...relevant, exporting: { ...exporting, language: null }, grammars },
  ])
  return createHash('sha256').update(rest).update(bytes).digest('base64url')
}

function withEvidence(document: Document, evidence: boolean): Document {
  return evidence ? document : { ...document, record: { ...document.record, evidence: {} } }
}

const WHOLE_DAY = /^\d{4}-\d\d-\d\d$/

function described(record: DirectiveRecord): Described {
  const diagnostics: Record<string, number> = {}
  for (const { rule } of record.diagnostics) diagnostics[rule] = (diagnostics[rule] ?? 0) + 1
  const toCheck = fieldsOf(record).filter(({ doubtful }) => doubtful)
  const catalogue = toCheck.filter(({ pointer }) => isOfCatalogue(pointer)).length
  const { kind, type, number, serial, date, issuer, subject, source } = record
  const complete = serial !== null && issuer !== null && subject !== null && WHOLE_DAY.test(date ?? '')
  return {
    kind,
    type,
    number,
    date,
    issuer,
    complete,
    sha256: source.sha256,
    pages: source.pages,
    doubtful: toCheck.length,
    catalogue,
    diagnostics,
  }
}
