/**
 * Files of lines joined into one: records, or reports. What is kept in memory of a line is where it stands; the lines
 * themselves are copied at the end, one after the other.
 */
import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { Readable } from 'node:stream'
import { linesOf } from '../lines.ts'
import { growingFile } from '../sinks.ts'
import { asWalked } from './order.ts'
import { type Group, oneOfEach } from './groups.ts'

interface Place {
  file: string
  start: number
  size: number
}

/** The path of the input that a line is about; null where it names none. */
export type PathOf = (line: Record<string, unknown>) => string | null

export const recordPath: PathOf = ({ source }) => pathIn(source)
export const reportPath: PathOf = (line) => pathIn(line)

function pathIn(value: unknown): string | null {
  const path = (value as { path?: unknown } | undefined)?.path
  return typeof path === 'string' ? path : null
}

export interface JoinChoices {
  pathOf: PathOf
  /** What is written for a line; asked in the order of the result. */
  rewrite?: (line: Buffer) => Buffer | string
}

export interface Joined {
  lines: number
  /** Paths of which two of the files say different things: both are there. */
  differing: string[]
}

/**
 * Writes the lines of `files` to `path`, in the order in which one run would have met the inputs. What equals what
 * another file says of the same input is written once; `before`, an earlier result, gives way.
 */
export async function joinLines(
  files: readonly string[],
  before: string | null,
  path: string,
  { pathOf, rewrite = (line) => line }: JoinChoices,
): Promise<Joined> {
  const groups: Group<Place>[] = []
  for (const file of before === null ? files : [...files, before]) groups.push(...(await groupsIn(file, pathOf)))
  const { kept, differing } = oneOfEach(groups, before)
  const places = kept.sort((one, other) => asWalked(one.path ?? '', other.path ?? '')).flatMap(({ items }) => items)
  copyLines(places, path, rewrite)
  return { lines: places.length, differing }
}

/** The lines about one input stand together. Those that name none are each by themselves. */
async function groupsIn(file: string, pathOf: PathOf): Promise<Group<Place>[]> {
  const groups = new Map<string, Group<Place> & { hash: ReturnType<typeof createHash> }>()
  let start = 0
  for await (const { bytes, size, number } of linesOf(file, Readable.from([]))) {
    const place = { file, start, size }
    start += size + 1
    if (bytes === null || bytes.length === 0) continue
    const path = pathOf(JSON.parse(bytes.toString('utf8')))
    const key = path ?? `\0${number}`
    const group = groups.get(key) ?? { path, from: file, items: [], content: '', hash: createHash('sha256') }
    group.items.push(place)
    group.hash.update(bytes).update('\n')
    groups.set(key, group)
  }
  return [...groups.values()].map(({ hash, ...group }) => ({ ...group, content: hash.digest('base64url') }))
}

function copyLines(places: readonly Place[], path: string, rewrite: (line: Buffer) => Buffer | string): void {
  const open = new Map<string, number>()
  const output = growingFile(path)
  try {
    for (const { file, start, size } of places) {
      const source = open.get(file) ?? openSync(file, 'r')
      open.set(file, source)
      const line = Buffer.alloc(size)
      readSync(source, line, 0, size, start)
      output.write(rewrite(line))
      output.write('\n')
    }
    output.end()
  } finally {
    for (const file of open.values()) closeSync(file)
  }
}
