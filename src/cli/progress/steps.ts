/** The line of progress for commands that do not make documents: files one after the other, each done or not. */
import { newTally } from '../../batch/tally.ts'
import type { Context } from '../command.ts'

export interface Steps {
  begin(path: string): void
  end(path: string, status?: 'done' | 'failed'): void
  clear(): void
  stop(): void
}

/** Null where nobody watches. */
export async function showSteps(
  paths: readonly string[],
  { streams, language }: Context,
  { quiet = false, workers = 1 }: { quiet?: boolean | undefined; workers?: number },
): Promise<Steps | null> {
  if (quiet || !streams.stderr.isTTY) return null
  const { startProgress } = await import('./progress.ts')
  const progress = startProgress(streams.stderr, { mode: 'bar', total: paths.length, paths, workers, language })
  const tally = newTally()
  const begun = new Map<string, number>()
  const ended = new Set<string>()
  return {
    begin: (path) => {
      begun.set(path, performance.now())
      progress.begin(path)
    },
    end: (path, status = 'done') => {
      if (!ended.has(path)) tally[status]++
      ended.add(path)
      const seconds = (performance.now() - (begun.get(path) ?? performance.now())) / 1000
      progress.end(path, { status, seconds, documents: [], bytes: 0 }, tally)
    },
    clear: () => progress.clear(),
    stop: () => progress.stop(),
  }
}
