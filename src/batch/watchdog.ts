/**
 * Ends a worker from a thread beside it, whatever the worker is at: when it has grown beyond what one file may take, and when
 * nobody waits for it any more because the process that started it was killed.
 */
import { Worker } from 'node:worker_threads'

/** What a worker reads its limit from, in bytes. */
export const MEMORY_VARIABLE = 'DIRECTIVE_PARSE_FILE_MEMORY'

/** In milliseconds. */
const LOOK = 100

const THREAD = `
const { workerData } = require('node:worker_threads')
const { ppid } = process
setInterval(() => {
  if (process.ppid === ppid && process.memoryUsage.rss() <= workerData.most) return
  process.kill(process.pid, 'SIGKILL')
}, workerData.look)
`

export function startWatchdog(): void {
  const most = Number(process.env[MEMORY_VARIABLE]) || Number.POSITIVE_INFINITY
  const thread = new Worker(THREAD, {
    eval: true,
    execArgv: [],
    workerData: { most, look: LOOK },
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 },
  })
  thread.on('error', () => {})
  thread.unref()
}
