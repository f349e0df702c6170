/** `directive-parse pdf INPUTS… -o DIR`: two-layer PDFs of scans. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { findInputs } from '../batch/inputs.ts'
import { outputNames } from '../batch/outputs.ts'
import { runJobs } from '../batch/run.ts'
import type { SearchableOutcome, SearchableTask } from '../batch/searchable.ts'
import { type Problem, ProblemError } from '../messages.ts'
import type { ReadChoices } from '../read/options.ts'
import { type Context, EXIT } from './command.ts'
import { type FileLimits, perFile, sayIn } from './options.ts'
import { formatNumber } from './numbers.ts'
import { showSteps } from './progress/steps.ts'

export interface PdfChoices extends FileLimits {
  output: string
  pdfa: 'auto' | 'always' | 'never'
  report?: string | undefined
  jobs?: number | undefined
  quiet?: true | undefined
  include?: string[] | undefined
  exclude?: string[] | undefined
  reading: ReadChoices
}

export async function makePdfs(names: string[], choices: PdfChoices, context: Context): Promise<void> {
  const { include, exclude } = choices
  const { inputs, problems } = await findInputs(names, { except: [choices.output], include, exclude })
  for (const problem of problems) {
    context.tell(problem)
    if (problem.id !== 'folder-empty') context.exitCode = EXIT.unread
  }
  const pdfa = await wantsPdfa(choices)
  const outputs = outputNames(inputs, '.pdf')
  const seconds = perFile(choices).secondsPerFile
  const tasks = inputs.flatMap(({ path }, index): SearchableTask[] =>
    path === null
      ? []
      : [
          {
            path,
            output: join(choices.output, outputs[index] as string),
            read: choices.reading,
            language: context.language,
            pdfa,
            seconds,
          },
        ],
  )
  const clash = tasks.find(({ path, output }) => path === output)
  if (clash) throw new ProblemError('would-overwrite', { path: clash.output })
  const worker = await openWorker(tasks.length, choices, context)
  const report = choices.report === undefined ? null : openSync(choices.report, 'w')
  const tally = { made: 0, left: 0, failed: 0, pages: 0 }
  const shown = await showSteps(
    tasks.map(({ path }) => path),
    context,
    { quiet: choices.quiet, workers: worker.at },
  )
  const work = (task: SearchableTask) => {
    shown?.begin(task.path)
    return worker.work(task, (page, of) => shown?.page(task.path, page, of))
  }
  const take = async ({ path }: SearchableTask, outcome: SearchableOutcome) => {
    shown?.end(path, outcome.left === null && outcome.output === null ? 'failed' : 'done')
    if (outcome.problem || outcome.left) shown?.clear()
    tellOutcome(outcome, choices, context)
    if (report !== null) writeSync(report, `${JSON.stringify(outcome)}\n`)
    tally[outcome.left !== null ? 'left' : outcome.output === null ? 'failed' : 'made']++
    tally.pages += outcome.pages
  }
  try {
    await runJobs(tasks, work, take, { at: worker.at, order: 'kept' })
  } finally {
    shown?.stop()
    await worker.close()
    if (report !== null) closeSync(report)
  }
  if (choices.quiet) return
  const number = (value: number) => formatNumber(value, context.language)
  const t = sayIn(context.language)
  context.streams.stderr.write(
    t(
      `${number(tally.made)} PDFs made searchable (${number(tally.pages)} pages${pdfa ? ', PDF/A-2b' : ''}), ${number(tally.left)} left as they are, ${number(tally.failed)} not read\n`,
      `${number(tally.made)} tệp PDF có lớp chữ (${number(tally.pages)} trang${pdfa ? ', PDF/A-2b' : ''}), ${number(tally.left)} giữ nguyên, ${number(tally.failed)} không đọc được\n`,
    ),
  )
}

async function wantsPdfa({ pdfa }: PdfChoices): Promise<boolean> {
  if (pdfa === 'never') return false
  const { hasGhostscript } = await import('../searchable/pdfa.ts')
  if (await hasGhostscript()) return true
  if (pdfa === 'always') throw new ProblemError('no-ghostscript')
  return false
}

type OnPage = (page: number, of: number) => void

async function openWorker(
  tasks: number,
  { jobs = availableParallelism(), ...choices }: PdfChoices,
  { streams }: Context,
) {
  const at = Math.min(jobs, tasks)
  if (at === 0 || (at === 1 && streams.noise === undefined)) {
    const { makeSearchable } = await import('../batch/searchable.ts')
    const work = (task: SearchableTask, onPage: OnPage) => makeSearchable({ ...task, read: { ...task.read, onPage } })
    return { at: 1, work, close: async () => {} }
  }
  const { openPool } = await import('../batch/pool.ts')
  const pool = await openPool({ workers: at, ...perFile(choices) })
  return {
    at,
    work: (task: SearchableTask, onPage: OnPage) =>
      pool.searchable(task, { onPage }).catch((error) => lost(task, error)),
    close: () => pool.close(),
  }
}

function lost({ path }: SearchableTask, error: unknown): SearchableOutcome {
  const problem: Problem =
    error instanceof ProblemError ? error.problem : { id: 'unexpected', values: { reason: String(error) } }
  return { path, output: null, left: null, pages: 0, words: 0, size: [0, 0], pdfa: null, problem, seconds: 0 }
}

const REASONS = {
  signed: ['it is digitally signed, and any change breaks the signature', 'tệp đã ký số, mọi thay đổi làm mất chữ ký'],
  'has-text': ['its pages have their text already', 'các trang đã có lớp chữ'],
  'nothing-read': ['no word was read on its pages', 'không đọc được chữ nào trên trang'],
  'not-pages': ['it has no pages (a text or an office file)', 'không phải tệp có trang (văn bản thuần, tệp văn phòng)'],
} as const

function tellOutcome(
  { path, left, problem, output, pdfa }: SearchableOutcome,
  { quiet }: PdfChoices,
  context: Context,
): void {
  if (problem !== undefined) {
    context.tell(problem)
    if (output === null) context.exitCode = EXIT.unread
    else if (pdfa === false) context.exitCode = EXIT.unread
  }
  if (left !== null && !quiet) {
    const [en, vi] = REASONS[left]
    context.tell({ id: 'pdf-left', values: { path, reason: sayIn(context.language)(en, vi) } })
  }
}
