/** A file of its own, put where all are. */
import { existsSync, readFileSync } from 'node:fs'
import { writeAtomic } from '../atomic.ts'
import { contentOf } from '../job.ts'
import type { JournalEntry } from '../journal.ts'
import { correctedAt } from '../kept.ts'
import type { FoundFile } from './found.ts'

/**
 * What became of it: `kept`, where a person has worked on the one that is there; `differs`, where two of the runs, or a
 * person in each of two places, say different things: the first one stands.
 */
export type Placed = 'added' | 'same' | 'replaced' | 'kept' | 'differs'

/** @param known what the journal says of the one that is there. */
export async function place(
  files: readonly FoundFile[],
  target: string,
  known: JournalEntry | undefined,
): Promise<Placed> {
  const [bytes, ...others] = files.map(({ path }) => readFileSync(path)) as [Buffer, ...Buffer[]]
  const placed = await placeOne(files[0]?.path as string, bytes, target, known)
  return others.every((other) => other.equals(bytes)) ? placed : 'differs'
}

async function placeOne(path: string, bytes: Buffer, target: string, known: JournalEntry | undefined): Promise<Placed> {
  if (!existsSync(target)) {
    await writeAtomic(target, bytes)
    return 'added'
  }
  const there = readFileSync(target)
  if (there.equals(bytes)) return 'same'
  const isChangedHere =
    (known !== undefined && contentOf(there).hash !== known.hash) || (await correctedAt(target)) !== null
  if (!isChangedHere) {
    await writeAtomic(target, bytes)
    return 'replaced'
  }
  const isChangedThere = (await correctedAt(path)) !== null
  return isChangedThere ? 'differs' : 'kept'
}
