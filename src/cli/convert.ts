/** `directive-parse [inputs…]`: from the options to a run. */
import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { append } from '../arrays.ts'
import { findInputs, type Input } from '../batch/inputs.ts'
import type { Job, JobSettings } from '../batch/job.ts'
import { pathsIn } from '../batch/lines.ts'
import { isAnyRisky, isRiskyContent } from '../batch/risk.ts'
import { isObjectUrl } from '../batch/objects.ts'
import { onDisk } from '../batch/names.ts'
import { outputNames } from '../batch/outputs.ts'
import { isInShard, noteShards } from '../batch/shard.ts'
import {
  extensionOf,
  isGatheringFormat,
  isOneFileEach,
  needsOf,
  OUTPUT_FORMATS,
  type OutputFormat,
} from '../emit/index.ts'
import { ProblemError } from '../messages.ts'
import { type ReadChoices, readOptions } from '../read/options.ts'
import { closest } from './closest.ts'
import { type Context, EXIT } from './command.ts'
import { exportSettings } from './export-options.ts'
import type { convertOptions, OptionsOf } from './options.ts'
import { type Plan, runPlan } from './plan.ts'

export type ConvertOptions = OptionsOf<typeof convertOptions> & { reading: ReadChoices }

export async function convert(names: string[], given: ConvertOptions, context: Context): Promise<void> {
  const options = await withFolder(names, given, context)
  const asked = askedFormat(options)
  refuseContradictions(names, options, asked)
  refuseMistyped(names, context)
  const listed = options.fromFile === undefined ? [] : await pathsIn(options.fromFile, context.streams.stdin)
  const except = options.output === undefined ? [] : [options.output]
  const { inputs, problems, several, skipped } = await findInputs([...names, ...listed], {
    except,
    include: options.include,
    exclude: options.exclude,
  })
  const isBatch = several || options.fromFile !== undefined || options.fromNdjson !== undefined
  const format = asked ?? (isBatch && options.output === undefined ? 'ndjson' : 'json')
  const toFolder = options.output !== undefined && isOneFileEach(format)
  if (format === 'xlsx' && options.output === undefined && context.streams.stdout.isTTY) {
    throw new ProblemError('binary-terminal')
  }
  if (isGatheringFormat(format) && options.output === undefined)
    throw new ProblemError('needs-output', { option: `--${format}` })
  for (const problem of problems) {
    context.tell(problem)
    if (problem.id !== 'folder-empty') context.exitCode = EXIT.unread
  }
  const settings: JobSettings = {
    read: options.reading,
    pagesAtOnce: 1,
    recordLanguage: context.recordLanguage,
    language: context.language,
    grammars: options.grammars === undefined ? null : resolve(options.grammars),
    format,
    evidence: options.evidence !== false,
    secretSubjects: options.secretSubjects === true,
    split: options.split ?? 'never',
    overwriteCorrections: options.overwriteCorrections === true,
    exporting: await exportSettings(options, context.language),
  }
  refuseMissing(format, settings.exporting)
  if (settings.grammars !== null) {
    const { useOwnGrammars } = await import('../batch/job.ts')
    await useOwnGrammars(settings.grammars)
  }
  const stop = { now: false, signal: false }
  const mine = inputs.filter(({ relative }) => isInShard(relative, options.shard))
  const plan: Plan = {
    jobs: [],
    total: mine.length,
    names,
    paths: mine.flatMap(({ path }) => path ?? []),
    settings,
    options,
    isBatch,
    workers: 0,
    journal: null,
    lock: null,
    skipped,
    stop,
  }
  if (toFolder && !isObjectUrl(options.output as string)) {
    const [{ openJournal }, { takeLock }] = await Promise.all([
      import('../batch/journal.ts'),
      import('../batch/lock.ts'),
    ])
    plan.lock = await takeLock(options.output as string, 'run')
    plan.journal = await openJournal(options.output as string)
  }
  try {
    await noteShard(plan, false)
    await prepareJobs(names, listed, inputs, plan, context)
    await runPlan(plan, context)
    await noteShard(plan, !stop.now)
  } finally {
    plan.journal?.close()
    plan.lock?.release()
  }
  if (options.review !== undefined && !stop.signal) {
    const { review } = await import('./review.ts')
    await review(options.output as string, { ...options, output: options.review, ocr: undefined }, context)
  }
}

/** A folder says which shares of the whole are in it, so that one that is missing is missed. */
async function noteShard({ options, journal }: Plan, done: boolean): Promise<void> {
  if (options.shard === undefined || journal === null) return
  await noteShards(options.output as string, [{ ...options.shard, done }])
}

async function prepareJobs(
  names: string[],
  listed: string[],
  inputs: Input[],
  plan: Plan,
  context: Context,
): Promise<void> {
  const { options, settings } = plan
  const here = inputs.filter(({ relative }) => isInShard(relative, options.shard))
  const stdin = here.some(({ path }) => path === null) ? await stdinJob(plan, context) : null
  plan.workers = await workersFor(here, stdin, options, context)
  // What is not shared out file by file is shared out page by page.
  settings.pagesAtOnce = Math.max(1, Math.floor((options.jobs ?? availableParallelism()) / Math.max(1, plan.workers)))
  if (options.fromNdjson !== undefined) {
    plan.total = null
    const { jobsInLines } = await import('../batch/filter.ts')
    plan.jobs = jobsInLines(options.fromNdjson, context.streams.stdin, {
      limit: readOptions(options.reading).limits.bytes,
      language: context.language,
    })
  } else if (options.watch) {
    plan.total = null
    plan.jobs = watchedJobs([...names, ...listed], settings.format, plan)
    if (!options.quiet) context.tell({ id: 'watching', values: { path: names.join(', ') } })
  } else {
    plan.jobs = jobsOf(inputs, await outputsOf(inputs, settings.format, plan), stdin, plan)
  }
}

function askedFormat(options: ConvertOptions): OutputFormat | undefined {
  const asked = new Set(OUTPUT_FORMATS.filter((format) => (options as Record<string, unknown>)[format]))
  if (options.format) asked.add(options.format)
  if (asked.size > 1)
    throw new ProblemError('one-format', { formats: [...asked].map((name) => `--${name}`).join(', ') })
  return [...asked][0]
}

function refuseContradictions(names: string[], options: ConvertOptions, asked: OutputFormat | undefined): void {
  if (names.length === 0 && options.fromFile === undefined && options.fromNdjson === undefined) {
    throw new ProblemError('no-input')
  }
  const readers = [...names, options.fromFile, options.fromNdjson].filter((name) => name === '-')
  if (readers.length > 1) throw new ProblemError('stdin-twice')
  const refuse = (option: string, other: string) => {
    throw new ProblemError('not-with', { option, other })
  }
  const isTable = asked !== undefined && !isOneFileEach(asked)
  if (options.fromNdjson !== undefined) {
    if (names.length > 0 || options.fromFile !== undefined) refuse('--from-ndjson', '[inputs…]')
    if (options.output !== undefined && !isTable) refuse('--from-ndjson', '-o')
    if (options.watch) refuse('--from-ndjson', '--watch')
    if (options.shard !== undefined) refuse('--from-ndjson', '--shard')
  }
  if (options.watch && names.includes('-')) refuse('--watch', '-')
  if (options.review !== undefined && asked !== undefined && !/json$/.test(asked)) refuse('--review', `--${asked}`)
  for (const option of ['resume', 'watch', 'review'] as const) {
    if (!options[option]) continue
    if (options.output === undefined) throw new ProblemError('needs-output', { option: `--${option}` })
    if (isTable) refuse(`--${option}`, `--${asked}`)
  }
  refuseIntoObjects(options, asked, isTable)
  if (
    options.output !== undefined &&
    !isTable &&
    names.some((name) => resolve(name) === resolve(options.output as string))
  ) {
    throw new ProblemError('would-overwrite', { path: options.output })
  }
}

/** Object storage takes records, one by one. */
function refuseIntoObjects(options: ConvertOptions, asked: OutputFormat | undefined, isTable: boolean): void {
  if (!isObjectUrl(options.output ?? '')) return
  const other = isTable ? asked : (['watch', 'review'] as const).find((option) => options[option])
  if (other !== undefined) throw new ProblemError('not-with', { option: '-o s3://', other: `--${other}` })
}

/** Records of a folder run over a screen for minutes: there somebody is asked for a folder that takes them. */
async function withFolder(
  names: string[],
  options: ConvertOptions,
  { streams, language }: Context,
): Promise<ConvertOptions> {
  const isForScreen = streams.stdout.isTTY && options.output === undefined && askedFormat(options) === undefined
  if (!isForScreen || !(await isAnyFolder(names))) return options
  if (!streams.stdin.isTTY) throw new ProblemError('would-flood')
  const usual = language === 'vi' ? 'bieu-ghi' : 'records'
  streams.stderr.write(
    language === 'vi' ? `Ghi biểu ghi vào thư mục nào? [${usual}] ` : `Folder for the records? [${usual}] `,
  )
  return { ...options, output: (await answer(streams.stdin)).trim() || usual }
}

async function isAnyFolder(names: string[]): Promise<boolean> {
  const kinds = await Promise.all(names.map((name) => stat(name).catch(() => null)))
  return kinds.some((kind) => kind?.isDirectory())
}

/** One line of what is typed. */
async function answer(input: NodeJS.ReadableStream): Promise<string> {
  const { createInterface } = await import('node:readline')
  const lines = createInterface({ input })
  const line = await new Promise<string>((resolve) => {
    lines.once('line', resolve)
    lines.once('close', () => resolve(''))
  })
  lines.close()
  return line
}

/** A first word that names nothing, but nearly a command, was meant as one. */
function refuseMistyped([first]: string[], { commands }: Context): void {
  if (first === undefined || !/^[a-z-]+$/i.test(first) || existsSync(first)) return
  const like = closest(first, commands)
  if (like !== null) throw new ProblemError('unknown-command', { value: first, like })
}

/** What a format needs of the operator: it is better said before an hour of reading than after. */
function refuseMissing(format: OutputFormat, { fonds, time }: JobSettings['exporting']): void {
  const needs = needsOf(format)
  if (needs.includes('repository') && fonds.repository === undefined)
    throw new ProblemError('needs-fonds', { format, key: 'repository' })
  if (needs.includes('time') && time === null) throw new ProblemError('needs-time', { format })
}

/** The output of each input by its path below the output folder; undefined where everything goes into one. */
async function outputsOf(
  inputs: Input[],
  format: OutputFormat,
  { options, journal }: Plan,
): Promise<string[] | undefined> {
  if (options.output === undefined || !isOneFileEach(format)) return undefined
  const outputs = outputNames(inputs, extensionOf(format), (path) => journal?.outputOf(path))
  const folder = resolve(options.output)
  const endangered = new Set(inputs.filter((input) => input.endangered).map(({ path }) => resolve(path ?? '')))
  if (endangered.size > 0) {
    const clash = outputs.find((output) => endangered.has(join(folder, output)))
    if (clash !== undefined) throw new ProblemError('would-overwrite', { path: join(options.output, clash) })
  }
  return outputs
}

function* jobsOf(inputs: Input[], outputs: string[] | undefined, stdin: Job | null, plan: Plan) {
  for (const [index, { path, relative }] of inputs.entries()) {
    if (!isInShard(relative, plan.options.shard)) continue
    const job = jobFor(path, outputs?.[index], plan)
    yield path === null ? { ...job, ...stdin } : job
  }
}

/** What is in the folders and what comes into them. A file that is there keeps its output when others arrive. */
async function* watchedJobs(names: string[], format: OutputFormat, plan: Plan) {
  const { options } = plan
  const { arrivals } = await import('../batch/watch.ts')
  const known: Input[] = []
  const outputOf = new Map<string | null, string>()
  const except = [options.output as string]
  for await (const group of arrivals(names, {
    except,
    include: options.include,
    exclude: options.exclude,
    stopped: () => plan.stop.now,
  })) {
    append(
      known,
      group.filter(({ path }) => !outputOf.has(path)),
    )
    const outputs = (await outputsOf(known, format, plan)) as string[]
    known.forEach(({ path }, index) => {
      if (!outputOf.has(path)) outputOf.set(path, outputs[index] as string)
    })
    const mine = group.filter(({ relative }) => isInShard(relative, options.shard))
    for (const { path } of mine) yield jobFor(path, outputOf.get(path), plan)
  }
}

function jobFor(path: string | null, output: string | undefined, { options, journal }: Plan): Job {
  const job: Job = { path }
  if (output === undefined) return job
  job.folder = options.output as string
  if (isObjectUrl(job.folder)) {
    if (options.resume) job.resume = true
    return { ...job, output: `${job.folder.replace(/\/+$/, '')}/${output}` }
  }
  job.output = join(job.folder, output)
  const known = options.resume ? journal?.done.get(output) : undefined
  if (known) job.known = { fingerprint: known.fingerprint, size: known.size, hash: known.hash }
  return job
}

/** Few and small inputs are done sooner here than a worker takes to start. */
const FEW = 8
const SMALL = 1024 * 1024

/** How many worker processes; 0 to work in this one. */
async function workersFor(
  inputs: Input[],
  stdin: Job | null,
  options: ConvertOptions,
  { streams }: Context,
): Promise<number> {
  const workers = options.jobs ?? availableParallelism()
  if (options.fromNdjson !== undefined || options.watch) return workers
  if (inputs.length > FEW) return Math.min(workers, inputs.length)
  const sizes = await Promise.all(inputs.map(({ path }) => sizeOf(path)))
  const isLarge = inputs.length > 1 && sizes.reduce((sum, size) => sum + size, 0) > SMALL
  // a process is ended where it does not end by itself; in a program that calls this one there is nothing to end
  const isEndable = streams.noise !== undefined
  const needsOne =
    isEndable && ((await isAnyRisky(inputs.flatMap(({ path }) => path ?? []))) || (await isRiskyContent(stdin?.bytes)))
  return isLarge || needsOne ? Math.min(workers, inputs.length) : 0
}

async function sizeOf(path: string | null): Promise<number> {
  return path === null ? 0 : ((await stat(onDisk(path)).catch(() => null))?.size ?? 0)
}

/** Standard input is read here, and no further than may be. */
async function stdinJob({ settings }: Plan, { streams, language }: Context): Promise<Job> {
  const { readingProblem, readStream } = await import('../batch/source.ts')
  try {
    return { path: null, bytes: await readStream(streams.stdin, { read: settings.read, language }) }
  } catch (error) {
    return { path: null, problem: readingProblem(error, 'stdin') }
  }
}
