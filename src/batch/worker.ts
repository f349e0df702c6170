/** What a worker process runs: one job at a time. */
import { doJob, type Job, type JobSettings, type Outcome } from './job.ts'

// Ctrl-C reaches the whole group of processes: the main one decides what is finished and when the workers end.
process.on('SIGINT', () => {})

export default function work({ job, settings }: { job: Job; settings: JobSettings }): Promise<Outcome> {
  return doJob(job, settings)
}
