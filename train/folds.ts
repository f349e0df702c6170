/** Leaving one source out: sources shared out over folds, each fold judged by what was learned from the others. */
import { join } from 'node:path'

export const FOLDS = 4

/** Where the weights of each fold are kept, for the tables of `npm run accuracy -- --leave-one-source-out`. */
export const KEPT = join('node_modules', '.train', 'folds')

/** Sources in order of their size go to the fold that has least. */
export function foldsOf(sources: readonly string[]): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const source of sources) sizes.set(source, (sizes.get(source) ?? 0) + 1)
  const load = new Array<number>(FOLDS).fill(0)
  const fold = new Map<string, number>()
  for (const [source, size] of [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const least = load.indexOf(Math.min(...load))
    load[least] = (load[least] as number) + size
    fold.set(source, least)
  }
  return fold
}
