/** The line of progress for commands that do not make documents: files one after the other, each done or not. */
import type { Shown } from '../../batch/shown.ts'
import { newTally } from '../../batch/tally.ts'
import type { Context } from '../command.ts'
import { exitBy, onSignals } from '../signals.ts'

export interface Steps extends Shown {
  clear(): void
  stop(): void
}

/** Null where nobody watches. */
export async function showSteps(
  paths: readonly string[],
  context: Context,
  { quiet = false, workers = 1 }: { quiet?: boolean | undefined; workers?: number },
): Promise<Steps | null> {
  const { streams, language } = context
  if (quiet || !streams.stderr.isTTY) return null
  const { startProgress } = await import('./progress.ts')
  const progress = startProgress(streams.stderr, { mode: 'bar', total: paths.length, paths, workers, language })
  const tally = newTally()
  // Ctrl-C leaves no half of a line on the screen.
  const release = onSignals((signal) => {
    progress.stop()
    context.tell({ id: 'interrupted-plain', values: { done: tally.done + tally.failed, total: paths.length } })
    exitBy(signal)
  })
  const begun = new Map<string, number>()
  const pages = new Map<string, number>()
  const ended = new Set<string>()
  return {
    begin: (path) => {
      begun.set(path, performance.now())
      progress.begin(path)
    },
    page: (path, page, of) => {
      pages.set(path, of)
      progress.page(path, page, of)
    },
    leave: (path) => progress.leave(path),
    end: (path, status = 'done') => {
      if (!ended.has(path)) {
        tally[status]++
        tally.pages += pages.get(path) ?? 0
      }
      ended.add(path)
      const seconds = (performance.now() - (begun.get(path) ?? performance.now())) / 1000
      progress.end(path, { status, seconds, documents: [], bytes: 0 }, tally)
    },
    clear: () => progress.clear(),
    stop: () => {
      release()
      progress.stop()
    },
  }
}
