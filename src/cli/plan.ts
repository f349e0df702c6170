/** Carries out a run: workers, outputs, progress, Ctrl-C, the report and the words at the end. */
import { existsSync } from 'node:fs'
import { append } from '../arrays.ts'
import { relative, sep } from 'node:path'
import { Duplicates } from '../batch/duplicates.ts'
import type { Job, JobSettings, Outcome } from '../batch/job.ts'
import type { Journal } from '../batch/journal.ts'
import type { Lock } from '../batch/lock.ts'
import type { Noise } from '../batch/noise.ts'
import { isObjectUrl } from '../batch/objects.ts'
import { runJobs } from '../batch/run.ts'
import { count, newTally, type Tally } from '../batch/tally.ts'
import type { Skipped } from '../batch/wanted.ts'
import { holdsRecords, isGatheringFormat, isOneFileEach, isTableFormat } from '../emit/index.ts'
import { type Problem, ProblemError } from '../messages.ts'
import type { Diagnostic } from '../schema.ts'
import { type Context, EXIT } from './command.ts'
import type { ConvertOptions } from './convert.ts'
import { type NextStep, nextSteps } from './next.ts'
import { Notes } from './notes.ts'
import { perFile, type Say, sayIn } from './options.ts'
import type { Progress } from './progress/progress.ts'
import { exitBy, onSignals } from './signals.ts'
import type { Streams } from './streams.ts'

export interface Plan {
  jobs: AsyncIterable<Job> | Iterable<Job>
  /** Of inputs; null where it is not known. */
  total: number | null
  /** What the arguments named. */
  names: string[]
  /** Paths of the inputs, where they are known. */
  paths: string[]
  settings: JobSettings
  options: ConvertOptions
  /** Whether more than one input was meant. */
  isBatch: boolean
  /** Worker processes; 0 to work in this one. */
  workers: number
  journal: Journal | null
  /** Of the output folder, while the run lasts. */
  lock: Lock | null
  /** Files of folders that were no inputs, by reason. */
  skipped: Record<Skipped, number>
  /** `now`: begin no more; `signal`: because of Ctrl-C. */
  stop: { now: boolean; signal: boolean }
}

export async function runPlan(plan: Plan, context: Context): Promise<void> {
  const { options, journal, stop, workers, isBatch } = plan
  const { streams, output, language } = context
  const began = performance.now()
  const tally = newTally()
  const isSummed = !options.quiet && (options.output !== undefined || streams.stderr.isTTY === true)
  // What came before is remembered only where somebody is told of it: a filter runs for ever.
  const duplicates = isSummed || options.report !== undefined ? new Duplicates() : null
  if (options.fromNdjson === '-') output.onClosed = () => streams.stdin.destroy()
  const notes = new Notes(context, options.quiet === true)
  const last: Diagnostic[] = []
  const sink = await openSink(plan, context, notes, last)
  const report = options.report === undefined ? null : (await import('../batch/report.ts')).openReport(options.report)
  const progress = await openProgress(plan, context)
  const worker = await openWorker(plan, streams.noise)
  const end = () => {
    progress?.clear()
    worker.kill()
    plan.lock?.release()
  }
  const release =
    isBatch || options.watch ? stopOnSignal(stop, context, () => progress?.clear()) : endOnSignal(plan, context, end)
  const work = (job: Job) =>
    worker.work(job, {
      onBegin: () => progress?.begin(job.path ?? 'stdin'),
      onPage: (page, of) => progress?.page(job.path ?? 'stdin', page, of),
    })

  const deliver = async (job: Job, outcome: Outcome) => {
    const before = outcome.status === 'unchanged' ? journal?.done.get(nameOf(job)) : undefined
    if (before) outcome.documents = before.documents
    count(tally, outcome)
    progress?.end(job.path ?? 'stdin', outcome, tally)
    tellNoise(job, outcome)
    const found = duplicates?.add(job.path ?? 'stdin', outcome.documents) ?? []
    append(tally.duplicates, found)
    report?.add(job, outcome, found)
    if (outcome.notes) {
      progress?.clear()
      notes.add(job.path, outcome.notes)
    }
    if (outcome.problem) tellProblem(job, outcome.problem)
    if (options.strict && outcome.documents.some(({ doubtful }) => doubtful > 0)) context.exitCode = EXIT.unread
    const { fingerprint, written, documents } = outcome
    if (outcome.status === 'done' && fingerprint !== undefined && written) {
      journal?.add({ output: nameOf(job), path: job.path, fingerprint, ...written, documents })
    }
    if (streams.stdout.isTTY && options.output === undefined) progress?.clear()
    await sink.take(outcome, job)
  }
  const tellProblem = (job: Job, problem: Problem) => {
    progress?.clear()
    context.tell(problem)
    if (standsFromBefore(job, problem))
      context.tell({ id: 'output-stands', values: { path: job.path ?? 'stdin', output: job.output as string } })
    context.exitCode = EXIT.unread
    if (problem.id === 'disk-full') stop.now = true
  }
  /** A library's own words, with the name of the file; those of native code, with the names of all that are being read. */
  const tellNoise = (job: Job, { noise = [] }: Outcome) => {
    const stray = workers > 0 ? (streams.noise?.take() ?? []) : []
    const names = [job.path ?? 'stdin', ...(progress?.working() ?? [])]
    const told = [
      ...noise.map((text) => ({ path: names[0] as string, text })),
      ...stray.map((text) => ({ path: names.join(', '), text })),
    ]
    if (options.quiet || told.length === 0) return
    progress?.clear()
    for (const values of told) context.tell({ id: 'library-says', values })
  }

  try {
    await runJobs(plan.jobs, work, deliver, {
      at: Math.max(1, plan.workers),
      ...(worker.hasRoom && { hasRoom: worker.hasRoom }),
      order: options.unordered || journal ? 'free' : 'kept',
      stopped: () => stop.now || output.closed,
    })
    await sink.close()
    report?.note(last)
  } finally {
    progress?.stop()
    release()
    report?.close()
    await worker.close()
  }
  notes.close()
  if (isSummed) {
    const { summary, summaryEvent } = await import('./summary.ts')
    const seconds = (performance.now() - began) / 1000
    const places = {
      ...(options.output && { output: options.output }),
      ...(options.report && { report: options.report }),
    }
    const choices = { seconds, skipped: plan.skipped, ...places }
    const isForProgram = options.progress === 'json'
    streams.stderr.write(
      isForProgram ? `${JSON.stringify(summaryEvent(tally, choices))}\n` : summary(tally, { ...choices, language }),
    )
    if (!stop.signal && !isForProgram)
      streams.stderr.write(nextSteps(stepsAfter(plan, tally, sayIn(language)), sayIn(language)))
  }
  if (stop.signal && !options.watch) {
    const total = plan.total ?? '?'
    context.tell({
      id: journal ? 'interrupted' : 'interrupted-plain',
      values: { done: tally.done + tally.unchanged, total },
    })
    context.exitCode = EXIT.interrupted
  }
}

/** A person looks at what is doubtful, mends what could not be read, and makes the list. */
function stepsAfter({ options, settings, journal, names }: Plan, tally: Tally, t: Say): NextStep[] {
  const { output } = options
  if (output === undefined || journal === null) return []
  const steps: NextStep[] = []
  const page = t('review.html', 'ra-soat.html')
  const list = t('list.xlsx', 'muc-luc.xlsx')
  // The page writes its corrections into JSON.
  const hasPage = holdsRecords(settings.format) && settings.format !== 'yaml'
  if (hasPage && tally.doubtful.documents > 0 && options.review === undefined) {
    const what = t(
      `look at ${tally.doubtful.values} values on a page, beside their sources`,
      `rà soát ${tally.doubtful.values} giá trị trên một trang, bên cạnh nguồn`,
    )
    steps.push({ words: ['review', output, '-o', page], what })
  }
  if (tally.failed > 0) {
    const what = t(
      'once what could not be read has been mended: the rest alone',
      'sau khi khắc phục các tệp không đọc được: chỉ đọc phần còn lại',
    )
    steps.push({ words: [...names, '-o', output, '--resume'], what })
  }
  if (holdsRecords(settings.format) && tally.documents > 0) {
    steps.push({
      words: [output, '--xlsx', '-o', list],
      what: t('the records as a workbook', 'lập tệp Excel từ các biểu ghi'),
    })
  }
  return steps
}

/** Is there what an earlier run made of an input that cannot be read now? A person may have worked on it: it is not taken away. */
function standsFromBefore({ output }: Job, { id }: Problem): boolean {
  return id !== 'corrections-elsewhere' && output !== undefined && !isObjectUrl(output) && existsSync(output)
}

/** The output by its path below the folder of all outputs. */
function nameOf({ output = '', folder = '' }: Job): string {
  return relative(folder, output).split(sep).join('/')
}

async function openSink(
  { settings, options, isBatch, journal }: Plan,
  { output, recordLanguage }: Context,
  notes: Notes,
  last: Diagnostic[],
) {
  const { collectionSink, folderSink, gatheringSink, lineSink, tablePath, tableSink, textSink } = await import(
    '../batch/sinks.ts'
  )
  const write = (data: string | Uint8Array) => output.write(data)
  if (options.fromNdjson !== undefined && settings.format === 'ndjson') return lineSink(write, recordLanguage)
  if (isGatheringFormat(settings.format)) {
    const report = (problem: Diagnostic) => {
      notes.add(null, [problem])
      last.push(problem)
    }
    return gatheringSink(settings.format, options.output as string, { ...settings.exporting, report })
  }
  if (isTableFormat(settings.format)) {
    const path = options.output === undefined ? null : tablePath(options.output, settings.format)
    return tableSink(settings.format, {
      table: options.table ?? 'documents',
      path,
      write,
      settings: settings.exporting,
    })
  }
  if (options.output !== undefined && !isOneFileEach(settings.format)) {
    return collectionSink(settings.format, tablePath(options.output, settings.format), settings.exporting)
  }
  return journal || isObjectUrl(options.output ?? '')
    ? folderSink
    : textSink(settings.format, { several: isBatch, write, settings: settings.exporting })
}

/** How the run is shown: as asked, else as a line on a terminal and now and then in the log of a batch. */
async function openProgress(
  { options, isBatch, total, paths, workers }: Plan,
  { streams, language }: Context,
): Promise<Progress | null> {
  const mode = modeOf(options, isBatch, streams)
  if (mode === 'none') return null
  const { startProgress } = await import('./progress/progress.ts')
  return startProgress(streams.stderr, { mode, total, paths, workers, language })
}

function modeOf({ progress = 'auto', quiet, output }: ConvertOptions, isBatch: boolean, { stderr, stdout }: Streams) {
  if (progress !== 'auto') return progress
  if (quiet) return 'none'
  // Records that run over the screen leave no place for a line.
  if (stderr.isTTY) return isBatch && stdout.isTTY && output === undefined ? 'none' : 'bar'
  return isBatch ? 'log' : 'none'
}

interface Hooks {
  onBegin: () => void
  onPage: (page: number, of: number) => void
}

interface JobWorker {
  work(job: Job, hooks: Hooks): Promise<Outcome>
  hasRoom?: (job: Job) => boolean
  close(): Promise<void>
  kill(): void
}

async function openWorker({ settings, options, workers }: Plan, noise: Noise | undefined): Promise<JobWorker> {
  const { doJob } = await import('../batch/job.ts')
  const limits = perFile(options)
  const here = (job: Job, { onBegin, onPage }: Hooks) => {
    onBegin()
    return doJob(job, settings, { onPage, seconds: limits.secondsPerFile, ...(noise ? { noise } : {}) })
  }
  if (workers === 0) return { work: here, close: async () => {}, kill: () => {} }
  const [{ openPool }, { isShort }] = await Promise.all([import('../batch/pool.ts'), import('../batch/short.ts')])
  const pool = await openPool({ workers, ...limits })
  const known = new WeakMap<Job, boolean>()
  const short = (job: Job) => {
    const isKnown = known.get(job) ?? isShort(job)
    known.set(job, isKnown)
    return isKnown
  }
  const there = (job: Job, hooks: Hooks) => {
    const { line: _, ...rest } = job
    return pool.work({ job: rest, settings }, { ...hooks, short: short(job) }).catch(lostOutcome)
  }
  return {
    // What went wrong before it came here needs no worker.
    work: (job, hooks) => (job.problem ? here : there)(job, hooks).finally(() => letGo(job)),
    hasRoom: (job) => job.problem !== undefined || pool.hasRoom(short(job)),
    close: () => pool.close(),
    kill: () => pool.kill(),
  }
}

/** What was read from a job's line is not kept until its turn to be written comes. */
function letGo(job: Job): void {
  delete job.text
  delete job.base64
  delete job.bytes
}

function lostOutcome(error: unknown): Outcome {
  const problem: Problem =
    error instanceof ProblemError ? error.problem : { id: 'unexpected', values: { reason: String(error) } }
  return { status: 'failed', problem, documents: [], bytes: 0, seconds: 0 }
}

/**
 * A single input ends with the first signal. Without a worker nobody listens for one: this process may be deep in a step, and the
 * system ends it.
 */
function endOnSignal({ workers }: Plan, context: Context, end: () => void): () => void {
  if (workers === 0 || context.streams.noise === undefined) return () => {}
  return onSignals((signal) => {
    end()
    context.tell({ id: 'interrupted-plain', values: { done: 0, total: 1 } })
    exitBy(signal)
  })
}

/** Ctrl-C once: no more is begun. Twice: the process ends as it stands; what was written is whole. */
function stopOnSignal(stop: Plan['stop'], context: Context, clear: () => void): () => void {
  if (context.streams.noise === undefined) return () => {}
  return onSignals(() => {
    clear()
    if (stop.signal) process.exit(EXIT.interrupted)
    stop.now = true
    stop.signal = true
    context.tell({ id: 'interrupting', values: {} })
    process.stdin.destroy()
  })
}
