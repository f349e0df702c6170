/** Workers: processes of their own, so that what kills one (memory, a native library) or holds it up costs one file. */
import { type Problem, ProblemError } from '../messages.ts'
import type { Outcome } from './job.ts'
import type { Duties, Duty, Finished, Handed } from './spoken.ts'
import { type End, type WorkerLimits, WorkerProcess } from './worker-process.ts'

export interface PoolChoices extends WorkerLimits {
  workers: number
}

export interface TaskHooks {
  /** Whether it is done in moments: several of such are handed to a worker, which goes from one to the next by itself. */
  short?: boolean
  /** Called when a worker begins it. */
  onBegin?: () => void
  onPage?: (page: number, of: number) => void
}

export interface Pool {
  /**
   * Has a worker do a task.
   *
   * @throws {ProblemError} when the worker died or ran over its time.
   */
  work(task: Duties['work'][0], hooks?: TaskHooks): Promise<Outcome>
  scan(task: Duties['scan'][0]): Promise<Duties['scan'][1]>
  searchable(task: Duties['searchable'][0], hooks?: TaskHooks): Promise<Duties['searchable'][1]>
  form(task: Duties['form'][0]): Promise<Duties['form'][1]>
  /** Whether one more would not wait in vain for a worker: it is at nothing, or has only short ones in hand. */
  hasRoom(short: boolean): boolean
  close(): Promise<void>
  /** Ends all workers as they stand. */
  kill(): void
}

/**
 * Short tasks in the hand of one worker: one that is read, one whose output is on its way to the disk, and two that need
 * not be waited for.
 */
const SHORT_IN_HAND = 4

interface Task extends TaskHooks {
  handed: Handed
  path: string
  resolve(result: unknown): void
  reject(problem: ProblemError): void
}

export async function openPool({ workers, ...limits }: PoolChoices): Promise<Pool> {
  const crew = new Set<WorkerProcess>()
  const tasks = new Map<number, Task>()
  /** Those for which there is no room yet, in their order. */
  let waiting: Task[] = []
  let last = 0
  let isClosed = false

  const problemOf = ({ path }: Task, end: End): Problem =>
    end.overlong
      ? { id: 'worker-overlong', values: { path, seconds: limits.secondsPerFile } }
      : { id: 'worker-died', values: { path, reason: end.reason } }

  const settle = (finished: Finished) => {
    const task = tasks.get(finished.id) as Task
    tasks.delete(finished.id)
    if ('result' in finished) task.resolve(finished.result)
    else task.reject(new ProblemError('worker-died', { path: task.path, reason: finished.error }))
    handOut()
  }

  const hire = () => {
    let isUp = false
    const worker = new WorkerProcess(limits, {
      begun: (id) => {
        isUp = true
        tasks.get(id)?.onBegin?.()
      },
      page: (id, page, of) => tasks.get(id)?.onPage?.(page, of),
      finished: settle,
      // The one that it was at is lost; the others in its hand are done by another.
      ended: (end, culprit) => {
        crew.delete(worker)
        const left = [...worker.hand].flatMap((id) => tasks.get(id) ?? [])
        const lost = left.filter(({ handed }) => isClosed || handed.id === culprit)
        waiting = [...left.filter((task) => !lost.includes(task)), ...waiting]
        for (const task of lost) {
          tasks.delete(task.handed.id)
          task.reject(toError(problemOf(task, end)))
        }
        // One that never came up is replaced when there is something to do: that ends, since each one costs a task.
        if (isUp && !isClosed) hire()
        handOut()
      },
    })
    crew.add(worker)
    return worker
  }

  const isShort = (id: number) => tasks.get(id)?.short === true
  const takesShort = ({ hand, isLeaving }: WorkerProcess) =>
    !isLeaving && hand.size < SHORT_IN_HAND && [...hand].every(isShort)

  /** The worker for one more, the one with the least in hand; undefined where there is none. */
  const handFor = (short: boolean): WorkerProcess | undefined => {
    const free = [...crew].filter((each) => (each.hand.size === 0 ? !each.isLeaving : short && takesShort(each)))
    const least = free.sort((one, other) => one.hand.size - other.hand.size)[0]
    return least?.hand.size === 0 || crew.size === workers ? least : hire()
  }

  const handOut = () => {
    while (waiting[0] && !isClosed) {
      const worker = handFor(waiting[0].short === true)
      if (!worker) return
      worker.give((waiting.shift() as Task).handed)
    }
  }

  const run = <D extends Duty>(duty: D, task: Duties[D][0], path: string, hooks: TaskHooks = {}) =>
    new Promise<Duties[D][1]>((resolve, reject) => {
      const handed = { id: ++last, duty, task }
      const own: Task = { ...hooks, handed, path, resolve: resolve as Task['resolve'], reject }
      tasks.set(handed.id, own)
      waiting.push(own)
      handOut()
    })

  while (crew.size < workers) hire()
  return {
    work: (task, hooks) => run('work', task, task.job.path ?? 'stdin', hooks),
    scan: (task) => run('scan', task, task.path),
    searchable: (task, hooks) => run('searchable', task, task.path, hooks),
    form: (task) => run('form', task, task.path),
    hasRoom: (short) =>
      waiting.length === 0 &&
      (crew.size < workers || [...crew].some((each) => each.hand.size === 0 || (short && takesShort(each)))),
    close: async () => {
      isClosed = true
      const gone = [...crew].map((worker) => worker.gone)
      for (const worker of crew) worker.end()
      await Promise.all(gone)
    },
    kill: () => {
      isClosed = true
      for (const worker of crew) worker.end()
    },
  }
}

function toError({ id, values }: Problem): ProblemError {
  return new ProblemError(id, values)
}
