/**
 * A share of a run: `2/8` is the second of eight. A file belongs to the same share on every machine and in every run,
 * since its path below the folder decides, hashed, and nothing else: not its order, nor what lies beside it.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { writeAtomic } from './atomic.ts'
import { OWN_FOLDER } from './lock.ts'

export interface Shard {
  /** From 1. */
  index: number
  of: number
}

const HASHED = 6

/** Which share of so many a path below an input folder belongs to, from 1. */
export function shardOf(relative: string, of: number): number {
  const path = (sep === '/' ? relative : relative.split(sep).join('/')).normalize('NFC')
  return (createHash('sha256').update(path).digest().readUIntBE(0, HASHED) % of) + 1
}

export function isInShard(relative: string, shard: Shard | undefined): boolean {
  return shard === undefined || shardOf(relative, shard.of) === shard.index
}

/** What is known of a share whose records are in a folder. */
export interface ShardState extends Shard {
  /** Whether the run over it came to its end. */
  done: boolean
}

/** The shares that were read into a folder, or merged into it. */
export function shardsIn(folder: string): ShardState[] {
  try {
    return JSON.parse(readFileSync(fileIn(folder), 'utf8')) as ShardState[]
  } catch {
    return []
  }
}

/** Adds what is known of shares; what was known of the same ones before is replaced. */
export async function noteShards(folder: string, states: readonly ShardState[]): Promise<void> {
  const name = ({ index, of }: Shard) => `${index}/${of}`
  const known = new Map([...shardsIn(folder), ...states].map((state) => [name(state), state]))
  const sorted = [...known.values()].sort((one, other) => one.of - other.of || one.index - other.index)
  if (sorted.length > 0) await writeAtomic(fileIn(folder), `${JSON.stringify(sorted)}\n`)
}

/** The shares that are not there, or did not come to their end, as `3/8`. */
export function missingShards(states: readonly ShardState[]): string[] {
  return [...new Set(states.map(({ of }) => of))].flatMap((of) => {
    const done = new Set(states.filter((state) => state.of === of && state.done).map(({ index }) => index))
    return Array.from({ length: of }, (_, at) => at + 1)
      .filter((index) => !done.has(index))
      .map((index) => `${index}/${of}`)
  })
}

function fileIn(folder: string): string {
  return join(folder, OWN_FOLDER, 'shards.json')
}
