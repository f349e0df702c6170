/** The queue: what a job holds, how often it is tried, and how its state in Redis is reached. */
import { type JobsOptions, Queue } from 'bullmq'
import { Redis } from 'ioredis'
import { tell } from './say.ts'

/** One document. Its id is the SHA-256 of its content. */
export interface DocumentJob {
  /** As it stands in the record's `source.path`; a worker opens it there, below its `--root`, or in object storage. */
  path: string
  /** Below the input folder, with `/`: names the result. */
  relative: string
  sha256: string
}

/** What a job that is done leaves in Redis. */
export interface Done {
  output: string
  /** SHA-256 of the bytes of the result. */
  written: string
}

export interface QueueChoices {
  redis: string
  queue: string
}

export type DocumentQueue = Queue<DocumentJob, Done>

/**
 * Five attempts, a second before the second, two before the third, and so on. What is done is kept: it is how a document
 * that is added again is known. What failed is kept too: that is the dead-letter list.
 */
export const JOB_OPTIONS: JobsOptions = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 1000 },
  removeOnComplete: false,
  removeOnFail: false,
}

/** A connection that waits for a Redis that is away, and says once that it is. */
export function connect(url: string): Redis {
  const connection = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 100, 2000),
  })
  let isAway = false
  connection.on('error', (error) => {
    if (!isAway) tell(`${url}: ${error.message}; waiting for Redis`, `${url}: ${error.message}; đang chờ Redis`)
    isAway = true
  })
  connection.on('ready', () => {
    if (isAway) tell(`${url}: back again`, `${url}: đã kết nối lại`)
    isAway = false
  })
  return connection
}

export function openQueue({ queue }: QueueChoices, connection: Redis): DocumentQueue {
  return new Queue<DocumentJob, Done>(queue, { connection, defaultJobOptions: JOB_OPTIONS })
}

/** Works with the queue, then lets go of it and of its connection. */
export async function withQueue<T>(
  choices: QueueChoices,
  work: (queue: DocumentQueue, connection: Redis) => Promise<T>,
): Promise<T> {
  const connection = connect(choices.redis)
  const queue = openQueue(choices, connection)
  try {
    return await work(queue, connection)
  } finally {
    await queue.close()
    connection.disconnect()
  }
}

/** How many jobs are in each state. */
export type Counts = Record<'waiting' | 'active' | 'delayed' | 'completed' | 'failed', number>

export async function countsOf(queue: DocumentQueue): Promise<Counts> {
  return (await queue.getJobCounts('waiting', 'active', 'delayed', 'completed', 'failed')) as Counts
}
