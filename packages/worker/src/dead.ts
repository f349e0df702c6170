/** The dead-letter list: documents that could not be read, and why. */
import { type QueueChoices, withQueue } from './queue.ts'

export interface DeadLetter {
  id: string
  path: string
  rule: string
  message: string
  attempts: number
}

const PAGE = 1000

/** Hands on one after the other; with `retry` each is put back into the queue. */
export async function deadLetters(
  choices: QueueChoices,
  retry: boolean,
  take: (letter: DeadLetter) => void,
): Promise<void> {
  await withQueue(choices, async (queue) => {
    for (let from = 0; ; from += retry ? 0 : PAGE) {
      const jobs = await queue.getFailed(from, from + PAGE - 1)
      for (const job of jobs) {
        const [, rule = 'unexpected', message = ''] = /^([a-z-]+): (.*)$/s.exec(job.failedReason ?? '') ?? [
          undefined,
          undefined,
          job.failedReason,
        ]
        take({ id: job.id as string, path: job.data.path, rule, message, attempts: job.attemptsMade })
        if (retry) await job.retry('failed', { resetAttemptsMade: true })
      }
      if (jobs.length < PAGE) return
    }
  })
}
