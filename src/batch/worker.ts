/** What a worker process runs, one task at a time. */
import type { FormOutcome, FormTask } from './form.ts'
import { doJob, type Job, type JobSettings, type Outcome } from './job.ts'
import { catchNoise } from './noise.ts'
import { type ScanLine, type ScanTask, scanFile } from './scan.ts'
import type { SearchableOutcome, SearchableTask } from './searchable.ts'
import { startWatchdog } from './watchdog.ts'

// Ctrl-C reaches the whole group of processes: the main one decides what is finished and when the workers end.
process.on('SIGINT', () => {})
startWatchdog()

const noise = catchNoise(process.stdout, process.stderr)

/** What a worker says while it is at a job: the page that it is at. */
export interface AtPage {
  page: number
  of: number
}

export interface WorkTask {
  job: Job
  settings: JobSettings
}

/** After so many jobs memory is cleared; by itself V8 lets it grow as long as there is room. */
const JOBS_PER_COLLECTION = 1000
let jobs = 0

export async function work({ job, settings }: WorkTask): Promise<Outcome> {
  const onPage = (page: number, of: number) => void process.send?.({ page, of } satisfies AtPage)
  const outcome = await doJob(job, settings, { onPage, noise })
  if (++jobs % JOBS_PER_COLLECTION === 0) globalThis.gc?.()
  return outcome
}

export function scan(task: ScanTask): Promise<ScanLine> {
  return scanFile(task)
}

export async function searchable(task: SearchableTask): Promise<SearchableOutcome> {
  return (await import('./searchable.ts')).makeSearchable(task)
}

export async function form(task: FormTask): Promise<FormOutcome> {
  return (await import('./form.ts')).checkForm(task)
}
