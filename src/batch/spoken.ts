/** What the pool and its workers say to each other. */
import type { FormOutcome, FormTask } from './form.ts'
import type { Job, JobSettings, Outcome } from './job.ts'
import type { ScanLine, ScanTask } from './scan.ts'
import type { SearchableOutcome, SearchableTask } from './searchable.ts'

export interface WorkTask {
  job: Job
  settings: JobSettings
}

/** What a worker can do: what it is given, and what it gives back. */
export interface Duties {
  work: [WorkTask, Outcome]
  scan: [ScanTask, ScanLine]
  searchable: [SearchableTask, SearchableOutcome]
  form: [FormTask, FormOutcome]
}
export type Duty = keyof Duties

/** A task in the hand of a worker. */
export interface Handed<D extends Duty = Duty> {
  id: number
  duty: D
  task: Duties[D][0]
}

export type Finished = { id: number } & ({ result: unknown } | { error: string })

/** A worker says which task it is at before it begins it, so that what befalls it is put down to that one alone. */
export interface Said {
  /** The task that is being read; null where it waits for more, or for the disk. */
  at: number | null
  /** Since it last said something. */
  finished: Finished[]
  /** Whether its memory has grown so much that another one had better go on. */
  full: boolean
  /** Where the task stands, when a page is begun. */
  page?: { page: number; of: number }
}
