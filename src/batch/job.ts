/** One input done: read, parsed, printed, and written where that was asked for. Runs in a worker or in the process. */
import { createHash } from 'node:crypto'
import { access } from 'node:fs/promises'
import manifest from '../../package.json' with { type: 'json' }
import {
  type Document,
  gatheringEmitter,
  isGatheringFormat,
  isTableFormat,
  type OutputFormat,
  frameOf,
  type PrintSettings,
  textEmitter,
} from '../emit/index.ts'
import type { Rows } from '../emit/rows.ts'
import type { ExportSettings } from '../export/settings.ts'
import { fileProblem, type Problem } from '../messages.ts'
import type { ReadChoices, SplitMode } from '../read/options.ts'
import type { Language } from '../rules.ts'
import type { Diagnostic, DirectiveRecord } from '../schema.ts'
import { writeAtomic } from './atomic.ts'
import { readBytes, readDocuments, type SourceOptions, textDocument } from './source.ts'

/** What is the same for every input of a run. Plain data: it crosses to the workers. */
export interface JobSettings {
  read: ReadChoices
  /** Of diagnostics in the record, and of errors in messages. */
  recordLanguage: Language
  language: Language
  grammars: string | null
  format: OutputFormat
  evidence: boolean
  secretSubjects: boolean
  split: SplitMode
  /** What exports are told besides. */
  exporting: ExportSettings
}

export interface Job {
  /** Null for standard input. */
  path: string | null
  /** The text itself, where it is not in a file; bytes stand for standard input. */
  text?: string
  bytes?: Uint8Array
  /** The file to write; without it the outcome holds what was printed. */
  output?: string
  /** Fingerprint of an earlier run; the same one now means that nothing is left to do. */
  known?: string
}

export interface Outcome {
  status: 'done' | 'unchanged' | 'failed'
  /** Why it failed: a problem, or a reader's own sentence. */
  problem?: Problem | string
  /** One text a document, where no output file was asked for. */
  printed?: string[]
  rows?: Rows
  /** What a format that is written at the end keeps of each document. */
  gathered?: object[]
  /** What did not fit the target of an export. */
  notes?: Diagnostic[]
  /** SHA-256 of the bytes, the path and the settings. */
  fingerprint?: string
  documents: Described[]
  bytes: number
  seconds: number
}

/** What a run report says of one document. */
export interface Described {
  kind: string
  type: string | null
  number: string | null
  pages: number | null
  /** How many values are doubtful. */
  doubtful: number
  /** How often each rule spoke. */
  diagnostics: Record<string, number>
}

/** Does one job. Whatever goes wrong is in the outcome. */
export async function doJob(job: Job, settings: JobSettings): Promise<Outcome> {
  const started = performance.now()
  const outcome: Outcome = { status: 'failed', documents: [], bytes: 0, seconds: 0 }
  try {
    await doing(job, settings, outcome)
  } catch (error) {
    outcome.status = 'failed'
    outcome.problem ??= problemOf(error, job.path ?? 'stdin', 'read')
  }
  outcome.seconds = (performance.now() - started) / 1000
  return outcome
}

async function doing(job: Job, settings: JobSettings, outcome: Outcome): Promise<void> {
  const grammars = await useOwnGrammars(settings.grammars)
  const options: SourceOptions = {
    read: settings.read,
    language: settings.recordLanguage,
    errorLanguage: settings.language,
    split: settings.split,
  }
  const bytes =
    job.text === undefined ? (job.bytes ?? (await readBytes(job.path as string, options))) : Buffer.from(job.text)
  outcome.bytes = bytes.length
  if (job.output !== undefined) outcome.fingerprint = fingerprintOf(bytes, job.path, settings, grammars)
  if (job.known !== undefined && job.known === outcome.fingerprint && (await exists(job.output as string))) {
    outcome.status = 'unchanged'
    return
  }
  const documents =
    job.text === undefined ? await readDocuments(bytes, job.path, options) : [textDocument(job.text, job.path, options)]
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
  } else {
    const emitter = await textEmitter(settings.format)
    const printed = documents.flatMap((document) => emitter.print(withEvidence(document, settings.evidence), telling) ?? [])
    if (job.output === undefined) outcome.printed = printed
    else {
      const { open, between, close } = printed.length === 1 ? emitter.single : frameOf(emitter, settings.exporting)
      await writeAtomic(job.output, open + printed.join(between) + close).catch((error) => {
        outcome.problem = fileProblem(error, job.output as string, 'write')
        throw error
      })
    }
  }
  if (notes.length > 0) outcome.notes = notes
  outcome.status = 'done'
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

/** What decides the bytes of an output: those of the input, its path, the settings, the grammars, this version. */
function fingerprintOf(bytes: Uint8Array, path: string | null, settings: JobSettings, grammars: string | null): string {
  const { language: _, exporting, ...relevant } = settings
  const rest = JSON.stringify([manifest.version, path, { ...relevant, exporting: { ...exporting, language: null }, grammars }])
  return createHash('sha256').update(rest).update(bytes).digest('base64url')
}

function withEvidence(document: Document, evidence: boolean): Document {
  return evidence ? document : { ...document, record: { ...document.record, evidence: {} } }
}

function described(record: DirectiveRecord): Described {
  const diagnostics: Record<string, number> = {}
  for (const { rule } of record.diagnostics) diagnostics[rule] = (diagnostics[rule] ?? 0) + 1
  const doubtful = Object.values(record.evidence).filter(({ grade }) => grade === 'doubtful').length
  const { kind, type, number, source } = record
  return { kind, type, number, pages: source.pages, doubtful, diagnostics }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

function problemOf(error: unknown, path: string, doing: 'read' | 'write'): Problem | string {
  if (error instanceof Error && error.name === 'ReadError') {
    return error.message.includes(path) ? error.message : `${path}: ${error.message}`
  }
  return fileProblem(error, path, doing)
}
