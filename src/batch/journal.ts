/**
 * What runs into a folder have finished, one line an output, so that another run can go on from there. A line is
 * written after its output is in place, in one piece: after a kill at any moment the journal names no output that is
 * not there, and a last line that was cut is not read. It says how long each output is and what its bytes hash to, and
 * all its paths start at the folder: it stays true when the folder is renamed, copied or seen from elsewhere.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { makeFolder, writeAtomic } from './atomic.ts'
import type { Described, Written } from './job.ts'
import { folderProblem, OWN_FOLDER } from './lock.ts'

export interface JournalEntry extends Written {
  /** Relative to the folder, with `/`, as `input` is. */
  output: string
  input: string | null
  fingerprint: string
  documents: Described[]
}

export interface Journal {
  /** What earlier runs finished, by output. */
  done: ReadonlyMap<string, JournalEntry>
  /** The output that an input had before: it keeps it, whatever comes beside it. */
  outputOf(path: string): string | undefined
  add(entry: Omit<JournalEntry, 'input'> & { path: string | null }): void
  close(): void
}

/** Lines may be outdated so many times over before the journal is written anew. */
const OUTDATED = 2

/** @throws {ProblemError} when the folder cannot be made or written. */
export async function openJournal(folder: string): Promise<Journal> {
  const path = join(folder, OWN_FOLDER, 'journal.ndjson')
  try {
    makeFolder(join(folder, OWN_FOLDER))
    const { done, lines, torn } = readJournal(path)
    const isLong = lines > OUTDATED * done.size
    if (isLong) await writeAtomic(path, [...done.values()].map((entry) => `${JSON.stringify(entry)}\n`).join(''))
    const file = openSync(path, 'a')
    if (torn && !isLong) writeSync(file, '\n')
    const outputs = new Map([...done.values()].map(({ input, output }) => [input, output]))
    return {
      done,
      outputOf: (input) => outputs.get(fromFolder(folder, input)),
      add: ({ path: input, ...entry }) => {
        const line: JournalEntry = { ...entry, input: input === null ? null : fromFolder(folder, input) }
        writeSync(file, `${JSON.stringify(line)}\n`)
      },
      close: () => closeSync(file),
    }
  } catch (error) {
    throw folderProblem(error, folder)
  }
}

/** What runs into a folder have finished, by output. */
export function finishedIn(folder: string): ReadonlyMap<string, JournalEntry> {
  return readJournal(join(folder, OWN_FOLDER, 'journal.ndjson')).done
}

/** The inputs of the records in a folder, by output: where their sources are, seen from there. */
export function inputsOf(folder: string): ReadonlyMap<string, string> {
  return new Map(
    [...finishedIn(folder).values()].flatMap(({ output, input }) =>
      input === null ? [] : [[output, join(folder, input)]],
    ),
  )
}

/** A path as seen from a folder, with `/`. */
export function fromFolder(folder: string, path: string): string {
  return relative(resolve(folder), resolve(path)).split(sep).join('/')
}

interface Read {
  done: Map<string, JournalEntry>
  lines: number
  /** Whether the last line was cut. */
  torn: boolean
}

function readJournal(path: string): Read {
  const done = new Map<string, JournalEntry>()
  let lines = 0
  let text = ''
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  for (const line of text.split('\n')) {
    if (line === '') continue
    lines++
    try {
      const entry = JSON.parse(line) as JournalEntry
      // Lines of the first version say nothing of the content: what they are about is done again.
      if (typeof entry.hash === 'string') done.set(entry.output, entry)
    } catch {
      // A line that was cut: what it was about is done again.
    }
  }
  return { done, lines, torn: text !== '' && !text.endsWith('\n') }
}
