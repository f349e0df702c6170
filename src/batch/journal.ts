/**
 * What a run into a folder has finished, one line an output, so that another run can go on from there. A line is
 * written after its output is in place, in one piece: after a kill at any moment the journal names no output that is
 * not there, and a last line that was cut is not read.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fileProblem, ProblemError } from '../messages.ts'
import { makeFolder } from './atomic.ts'
import type { Described } from './job.ts'

/** Inside the output folder. */
export const JOURNAL_FOLDER = '.directive-parse'

export interface JournalEntry {
  output: string
  fingerprint: string
  documents: Described[]
}

export interface Journal {
  /** What an earlier run finished, by output. */
  done: ReadonlyMap<string, JournalEntry>
  add(entry: JournalEntry): void
  close(): void
}

export interface JournalChoices {
  /** Goes on from an earlier run, or begins anew. */
  start: 'resume' | 'anew'
}

/** @throws {ProblemError} when the folder cannot be made or written. */
export function openJournal(folder: string, { start }: JournalChoices): Journal {
  const path = join(folder, JOURNAL_FOLDER, 'journal.ndjson')
  try {
    makeFolder(join(folder, JOURNAL_FOLDER))
    const before = start === 'resume' ? readJournal(path) : { done: new Map<string, JournalEntry>(), torn: false }
    const file = openSync(path, start === 'resume' ? 'a' : 'w')
    if (before.torn) writeSync(file, '\n')
    return {
      done: before.done,
      add: (entry) => void writeSync(file, `${JSON.stringify(entry)}\n`),
      close: () => closeSync(file),
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' || code === 'ENOTDIR') throw new ProblemError('output-is-file', { path: folder })
    const { id, values } = fileProblem(error, folder, 'write')
    throw new ProblemError(id, values)
  }
}

function readJournal(path: string): { done: Map<string, JournalEntry>; torn: boolean } {
  const done = new Map<string, JournalEntry>()
  let text = ''
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  for (const line of text.split('\n')) {
    try {
      const entry = JSON.parse(line) as JournalEntry
      done.set(entry.output, entry)
    } catch {
      // A line that was cut: what it was about is done again.
    }
  }
  return { done, torn: text !== '' && !text.endsWith('\n') }
}
