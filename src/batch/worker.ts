/** What a worker process runs, one task at a time. */
import { doJob, type Job, type JobSettings, type Outcome } from './job.ts'
import { type ScanLine, type ScanTask, scanFile } from './scan.ts'

// Ctrl-C reaches the whole group of processes: the main one decides what is finished and when the workers end.
process.on('SIGINT', () => {})

export interface WorkTask {
  job: Job
  settings: JobSettings
}

export function work({ job, settings }: WorkTask): Promise<Outcome> {
  return doJob(job, settings)
}

export function scan(task: ScanTask): Promise<ScanLine> {
  return scanFile(task)
}
