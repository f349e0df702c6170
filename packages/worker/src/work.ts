/** A worker: takes jobs until it is told to stop, or until there are none. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'bullmq'
import { Filter } from './filter.ts'
import { Metrics } from './metrics.ts'
import {
  connect,
  countsOf,
  type DocumentJob,
  type DocumentQueue,
  type Done,
  openQueue,
  type QueueChoices,
} from './queue.ts'
import { readJob } from './read-job.ts'
import { resultsAt } from './results.ts'
import { tell } from './say.ts'

export interface WorkChoices extends QueueChoices {
  output: string
  /** Documents at a time. */
  jobs: number
  program: string
  /** Options for reading, handed on. */
  words: readonly string[]
  root?: string | undefined
  metricsPort?: number | undefined
  /** Ends when no job is left. */
  untilEmpty: boolean
  /** After so long without a sign of life a worker is taken for dead, and its jobs go to others. */
  stalledSeconds: number
}

/** A document during which so many workers died goes to the dead-letter list. */
const MOST_DEATHS = 3

export async function work(choices: WorkChoices): Promise<void> {
  const { redis, queue: name, jobs, stalledSeconds, untilEmpty } = choices
  const results = await resultsAt(choices.output)
  const [connection, taking] = [connect(redis), connect(redis)]
  const queue = openQueue(choices, connection)
  const metrics = new Metrics(queue)
  const server = choices.metricsPort === undefined ? null : await metrics.serve(choices.metricsPort)
  const filter = new Filter(choices.program, jobs, choices.words)
  const worker = new Worker<DocumentJob, Done>(
    name,
    ({ id, data }) => readJob(id as string, data, { filter, results, root: choices.root }),
    {
      connection: taking,
      concurrency: jobs,
      lockDuration: stalledSeconds * 1000,
      stalledInterval: stalledSeconds * 1000,
      maxStalledCount: MOST_DEATHS,
    },
  )
  observe(worker, metrics)
  const stopped = new Promise<void>((resolve) => onSignal(resolve))
  await Promise.race(untilEmpty ? [stopped, emptied(queue)] : [stopped])
  // What is in hand is finished; nothing more is taken.
  await worker.close()
  await filter.end()
  server?.close()
  await queue.close()
  for (const each of [connection, taking]) each.disconnect()
}

function observe(worker: Worker<DocumentJob, Done>, { jobs, seconds }: Metrics): void {
  worker.on('error', () => {
    // Told where the connection is.
  })
  worker.on('completed', ({ processedOn = 0, finishedOn = 0 }) => {
    jobs.inc({ outcome: 'done' })
    seconds.observe((finishedOn - processedOn) / 1000)
  })
  worker.on('failed', (job, error) => {
    const isOver = job?.finishedOn !== undefined
    jobs.inc({ outcome: isOver ? 'failed' : 'retried' })
    if (isOver)
      tell(
        `${job?.data.path}: ${error.message} (on the dead-letter list)`,
        `${job?.data.path}: ${error.message} (vào danh sách lỗi)`,
      )
  })
  worker.on('stalled', () => jobs.inc({ outcome: 'taken-over' }))
}

/** Ctrl-C or SIGTERM once: finish. Twice: end as it stands; another worker takes what was in hand. */
function onSignal(stop: () => void): void {
  let isStopping = false
  const heard = () => {
    if (isStopping) process.exit(130)
    isStopping = true
    tell('stopping: what is in hand will be finished', 'đang dừng: làm nốt việc đang dở')
    stop()
  }
  process.on('SIGTERM', heard)
  process.on('SIGINT', heard)
}

async function emptied(queue: DocumentQueue): Promise<void> {
  for (;;) {
    const { waiting, active, delayed } = await countsOf(queue)
    if (waiting + active + delayed === 0) return
    await sleep(500)
  }
}
