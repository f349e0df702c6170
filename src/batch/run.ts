/** Many jobs at a time, their outcomes handed on one after the other, and never more of either than is needed. */

export interface RunChoices<J> {
  /** Jobs at a time. */
  at: number
  /** Whether one may be begun now, where that is not told by how many are; an outcome is when it is asked again. */
  hasRoom?: (job: J) => boolean
  /** Outcomes in the order of the jobs, or as they come. */
  order: 'kept' | 'free'
  /** Jobs begun or done whose outcomes have not been handed on: what bounds memory when one takes long. */
  ahead?: number
  /** Asked before each job: whether to begin no more. */
  stopped?: () => boolean
}

interface Slot<J, O> {
  job: J
  outcome?: O
}

/**
 * Works on `jobs` and hands each outcome to `deliver`, one at a time. An outcome is handed on as soon as its turn has
 * come, even while the next job is still awaited, so that a program which writes a line waits for no other.
 *
 * @throws whatever `deliver` throws; `work` must not.
 */
export async function runJobs<J, O>(
  jobs: AsyncIterable<J> | Iterable<J>,
  work: (job: J) => Promise<O>,
  deliver: (job: J, outcome: O) => Promise<void> | void,
  { at, order, hasRoom, ahead = at + 256, stopped = () => false }: RunChoices<J>,
): Promise<void> {
  const slots: Slot<J, O>[] = []
  let running = 0
  let delivering = false
  let failure: { error: unknown } | null = null
  let wake = () => {}
  const changed = () => new Promise<void>((resolve) => (wake = resolve))

  const isRoomFor = (job: J) => (hasRoom ? hasRoom(job) : running < at)

  const nextReady = () => {
    if (order === 'kept') return slots[0] && 'outcome' in slots[0] ? slots.shift() : undefined
    const index = slots.findIndex((slot) => 'outcome' in slot)
    return index < 0 ? undefined : slots.splice(index, 1)[0]
  }
  const flush = async () => {
    if (delivering) return
    delivering = true
    try {
      for (let slot = nextReady(); slot && !failure; slot = nextReady()) await deliver(slot.job, slot.outcome as O)
    } catch (error) {
      failure = { error }
    }
    delivering = false
    wake()
  }

  for await (const job of jobs) {
    while (running > 0 && !isRoomFor(job) && !stopped() && !failure) await changed()
    if (stopped() || failure) break
    const slot: Slot<J, O> = { job }
    slots.push(slot)
    running++
    void work(job).then((outcome) => {
      running--
      slot.outcome = outcome
      wake()
      void flush()
    })
    while (slots.length >= ahead && !failure) await changed()
    if (stopped()) break
  }
  while ((running > 0 || slots.length > 0 || delivering) && !failure) await changed()
  while (running > 0) await changed()
  if (failure) throw (failure as { error: unknown }).error
}
