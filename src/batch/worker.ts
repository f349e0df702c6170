/** What a worker process runs: one task after the other, each begun while the one before it is on its way to the disk. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { getHeapStatistics } from 'node:v8'
import { doJob } from './job.ts'
import { catchNoise } from './noise.ts'
import { scanFile } from './scan.ts'
import type { Duties, Duty, Finished, Handed, Said } from './spoken.ts'
import { startWatchdog } from './watchdog.ts'

// Ctrl-C reaches the whole group of processes: the main one decides what is finished and when the workers end.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit())
startWatchdog()

const noise = catchNoise(process.stdout, process.stderr)

/** A worker that has grown beyond this, in bytes of heap, is replaced after its job. */
const MOST_HEAP = 512 * 1024 * 1024

/** After so many jobs memory is cleared; by itself V8 lets it grow as long as there is room. */
const JOBS_PER_COLLECTION = 1000
let jobs = 0

const waiting: Handed[] = []
let finished: Finished[] = []
let at: number | null = null
let isWorking = false

const onPage = (page: number, of: number) => void tell({ page, of })

/** Does a task; `onRead` is called where only the disk is awaited. */
const DUTIES: { [D in Duty]: (task: Duties[D][0], onRead: () => void) => Promise<Duties[D][1]> } = {
  work: async ({ job, settings }, onRead) => {
    const outcome = await doJob(job, settings, { onPage, noise, onRead })
    if (++jobs % JOBS_PER_COLLECTION === 0) globalThis.gc?.()
    return outcome
  },
  scan: scanFile,
  searchable: async (task) =>
    (await import('./searchable.ts')).makeSearchable({ ...task, read: { ...task.read, onPage } }),
  form: async (task) => (await import('./form.ts')).checkForm(task),
}

/** Resolves when it has left this process: it is heard, even if that ends right then. */
function tell(page?: Said['page']): Promise<void> {
  const said: Said = { at, finished, full: getHeapStatistics().used_heap_size > MOST_HEAP, ...(page && { page }) }
  finished = []
  return new Promise((resolve) => process.send?.(said, () => resolve()))
}

/** Reads; resolves when only the disk is awaited. */
function begin({ id, duty, task }: Handed): Promise<void> {
  return new Promise((resolve) => {
    let isRead = false
    const onRead = () => {
      isRead = true
      resolve()
    }
    const act = DUTIES[duty] as (task: unknown, onRead: () => void) => Promise<unknown>
    void act(task, onRead)
      .then(
        (result) => void finished.push({ id, result }),
        (error) => void finished.push({ id, error: String(error) }),
      )
      .then(() => {
        // The next task may be a long one: it is told at once, unless that was just begun.
        if (isRead) setImmediate(() => finished.length > 0 && void tell())
        resolve()
      })
  })
}

async function workOn(): Promise<void> {
  isWorking = true
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    at = next.id
    await tell()
    await begin(next)
    await nextTurn()
  }
  at = null
  isWorking = false
  void tell()
}

process.on('message', (handed: Handed) => {
  waiting.push(handed)
  if (!isWorking) void workOn()
})
