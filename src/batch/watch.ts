/** Files that come into folders while they are watched. By looking again and again: shares send no notice. */
import { stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { findInputs, type Input } from './inputs.ts'
import type { Choice } from './wanted.ts'

export interface WatchChoices extends Choice {
  except: string[]
  stopped: () => boolean
  /** Milliseconds between two looks. */
  every?: number
}

/**
 * The inputs behind `names`, then those that are new or have changed, as groups. A file is given when it has stood
 * unchanged from one look to the next: a scanner may still be writing it.
 */
export async function* arrivals(
  names: readonly string[],
  { except, stopped, every = 1000, ...choice }: WatchChoices,
): AsyncGenerator<Input[]> {
  const given = new Map<string, string>()
  const standing = new Map<string, string>()
  while (!stopped()) {
    const group: Input[] = []
    for (const input of (await findInputs(names, { except, ...choice })).inputs) {
      const path = input.path as string
      const state = await stat(path).then(
        ({ size, mtimeMs }) => `${size} ${mtimeMs}`,
        () => null,
      )
      if (state === null || given.get(path) === state) continue
      if (standing.get(path) === state) {
        given.set(path, state)
        standing.delete(path)
        group.push(input)
      } else standing.set(path, state)
    }
    if (group.length > 0) yield group
    for (let waited = 0; waited < every && !stopped(); waited += 100) await sleep(100)
  }
}
