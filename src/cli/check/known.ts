/**
 * The ratchet: differences that are known and not yet mended. The expected record is the truth and is never rewritten;
 * what the parser does not reach of it stands in a list beside it, and that list may only get shorter by itself:
 * a difference that is not in the list is a loss, a listed one that is gone is a gain.
 */
import { readFile, rm } from 'node:fs/promises'
import type { Difference } from './compare.ts'
import { writeAtomic } from '../../batch/atomic.ts'

export interface KnownDifferences {
  /** The lines known for a document, by pointer. */
  of(document: string): Promise<Map<string, string>>
  /** Makes these the known ones of a document. */
  set(document: string, lines: string[]): Promise<void>
  /** Writes what `set` has gathered. */
  save(): Promise<void>
}

/** One line a difference: `/date: expected "2021-08", got null`. */
export function describe({ pointer, expected, got }: Difference): string {
  return `${pointer}: expected ${shown(expected)}, got ${shown(got)}`
}

/** A list a document: `<stem>.report` beside the expected record, none where nothing differs. */
export function reportFiles(): KnownDifferences {
  const reportOf = (document: string) => document.replace(/\.[^./\\]*$/, '.report')
  return {
    of: async (document) => byPointer(await linesOf(reportOf(document))),
    set: async (document, lines) => {
      if (lines.length === 0) await rm(reportOf(document), { force: true })
      else await writeAtomic(reportOf(document), `${lines.join('\n')}\n`)
    },
    save: async () => {},
  }
}

/** All lists in one file, each under the name of its document in brackets: for a corpus that holds no files of ours. */
export async function baselineFile(path: string): Promise<KnownDifferences> {
  const lists = new Map<string, string[]>()
  let list: string[] = []
  for (const line of await linesOf(path)) {
    const document = /^\[(.*)\]$/.exec(line)?.[1]
    if (document === undefined) list.push(line)
    else {
      list = []
      lists.set(document, list)
    }
  }
  return {
    of: async (document) => byPointer(lists.get(document) ?? []),
    set: async (document, lines) => void (lines.length === 0 ? lists.delete(document) : lists.set(document, lines)),
    save: async () => {
      const blocks = [...lists].sort(([one], [other]) => (one < other ? -1 : 1))
      await writeAtomic(path, blocks.map(([document, lines]) => `[${document}]\n${lines.join('\n')}\n`).join('\n'))
    },
  }
}

async function linesOf(path: string): Promise<string[]> {
  try {
    return (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function byPointer(lines: string[]): Map<string, string> {
  return new Map(lines.map((line) => [line.split(': expected ')[0] as string, line]))
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}
