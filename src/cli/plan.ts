/** Carries out a run: workers, outputs, progress, Ctrl-C, the report and the words at the end. */
import type { Job, JobSettings, Outcome } from '../batch/job.ts'
import type { Journal } from '../batch/journal.ts'
import { runJobs } from '../batch/run.ts'
import { count, newTally } from '../batch/tally.ts'
import { isGatheringFormat, isOneFileEach, isTableFormat } from '../emit/index.ts'
import { ProblemError } from '../messages.ts'
import { type Context, EXIT } from './command.ts'
import type { ConvertOptions } from './convert.ts'
import type { Diagnostic } from '../schema.ts'
import { Notes } from './notes.ts'
import { SECONDS_PER_FILE } from './options.ts'

export interface Plan {
  jobs: AsyncIterable<Job> | Iterable<Job>
  /** Of inputs; null where it is not known. */
  total: number | null
  settings: JobSettings
  options: ConvertOptions
  /** Whether more than one input was meant. */
  isBatch: boolean
  /** Worker processes; 0 to work in this one. */
  workers: number
  journal: Journal | null
  /** `now`: begin no more; `signal`: because of Ctrl-C. */
  stop: { now: boolean; signal: boolean }
}

export async function runPlan(plan: Plan, context: Context): Promise<void> {
  const { options, isBatch, journal, stop } = plan
  const { streams, output, language } = context
  const began = performance.now()
  const tally = newTally()
  const notes = new Notes(context, options.quiet === true)
  const last: Diagnostic[] = []
  const sink = await openSink(plan, context, notes, last)
  const report = options.report === undefined ? null : (await import('../batch/report.ts')).openReport(options.report)
  const progress =
    isBatch && !options.quiet
      ? (await import('./progress.ts')).startProgress(streams.stderr, { total: plan.total, language })
      : null
  const worker = await openWorker(plan)
  const release = stopOnSignal(stop, context, () => progress?.clear())

  const deliver = async (job: Job, outcome: Outcome) => {
    const before = outcome.status === 'unchanged' ? journal?.done.get(job.output as string) : undefined
    if (before) outcome.documents = before.documents
    count(tally, outcome)
    report?.add(job, outcome)
    if (outcome.notes) {
      progress?.clear()
      notes.add(job.path, outcome.notes)
    }
    if (outcome.problem) {
      progress?.clear()
      context.tell(outcome.problem)
      context.exitCode = EXIT.unread
      if (typeof outcome.problem !== 'string' && outcome.problem.id === 'disk-full') stop.now = true
    }
    if (options.strict && outcome.documents.some(({ doubtful }) => doubtful > 0)) context.exitCode = EXIT.unread
    if (outcome.status === 'done' && job.output !== undefined && outcome.fingerprint !== undefined) {
      journal?.add({ output: job.output, fingerprint: outcome.fingerprint, documents: outcome.documents })
    }
    await sink.take(outcome)
    progress?.show(tally)
  }

  try {
    await runJobs(plan.jobs, worker.work, deliver, {
      at: Math.max(1, plan.workers),
      order: options.unordered || journal ? 'free' : 'kept',
      stopped: () => stop.now || output.closed,
    })
    await sink.close()
    report?.note(last)
  } finally {
    progress?.clear()
    release()
    report?.close()
    journal?.close()
    await worker.close()
  }
  notes.close()
  if (isBatch && !options.quiet && (options.output !== undefined || streams.stderr.isTTY)) {
    const { summary } = await import('./summary.ts')
    const seconds = (performance.now() - began) / 1000
    const places = {
      ...(options.output && { output: options.output }),
      ...(options.report && { report: options.report }),
    }
    streams.stderr.write(summary(tally, { seconds, language, ...places }))
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

async function openSink({ settings, options, isBatch, journal }: Plan, { output }: Context, notes: Notes, last: Diagnostic[]) {
  const { collectionSink, folderSink, gatheringSink, tablePath, tableSink, textSink } = await import('../batch/sinks.ts')
  const write = (data: string | Uint8Array) => output.write(data)
  if (isGatheringFormat(settings.format)) {
    const report = (problem: Diagnostic) => {
      notes.add(null, [problem])
      last.push(problem)
    }
    return gatheringSink(settings.format, options.output as string, { ...settings.exporting, report })
  }
  if (isTableFormat(settings.format)) {
    const path = options.output === undefined ? null : tablePath(options.output, settings.format)
    return tableSink(settings.format, { table: options.table ?? 'documents', path, write })
  }
  if (options.output !== undefined && !isOneFileEach(settings.format)) {
    return collectionSink(settings.format, tablePath(options.output, settings.format), settings.exporting)
  }
  return journal ? folderSink : textSink(settings.format, { several: isBatch, write, settings: settings.exporting })
}

async function openWorker({ settings, options, workers }: Plan) {
  const { doJob } = await import('../batch/job.ts')
  const here = (job: Job) => doJob(job, settings)
  if (workers === 0) return { work: here, close: async () => {} }
  const { openPool } = await import('../batch/pool.ts')
  const pool = await openPool({ workers, secondsPerFile: options.fileSeconds ?? SECONDS_PER_FILE })
  const there = (job: Job) => pool.work({ job, settings }).catch(lostOutcome)
  // Standard input is in this process already.
  return { work: (job: Job) => (job.bytes ? here(job) : there(job)), close: () => pool.close() }
}

function lostOutcome(error: unknown): Outcome {
  const problem = error instanceof ProblemError ? error.problem : String(error)
  return { status: 'failed', problem, documents: [], bytes: 0, seconds: 0 }
}

/** Ctrl-C once: no more is begun. Twice: the process ends as it stands; what was written is whole. */
function stopOnSignal(stop: Plan['stop'], context: Context, clear: () => void): () => void {
  if ((context.streams as unknown) !== process) return () => {}
  const onSignal = () => {
    clear()
    if (stop.signal) process.exit(EXIT.interrupted)
    stop.now = true
    stop.signal = true
    context.tell({ id: 'interrupting', values: {} })
    process.stdin.destroy()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return () => {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}
