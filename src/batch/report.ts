/** The run report: what became of each input, one JSON object a line. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { fileProblem, ProblemError, say } from '../messages.ts'
import type { Diagnostic } from '../schema.ts'
import type { Job, Outcome } from './job.ts'

export interface Report {
  add(job: Job, outcome: Outcome): void
  /** What came up when an export of all documents was written. */
  note(notes: readonly Diagnostic[]): void
  close(): void
}

export function openReport(path: string): Report {
  const guarded = <T>(act: () => T): T => {
    try {
      return act()
    } catch (error) {
      const { id, values } = fileProblem(error, path, 'write')
      throw new ProblemError(id, values)
    }
  }
  const file = guarded(() => openSync(path, 'w'))
  return {
    add: (job, outcome) => void guarded(() => writeSync(file, `${JSON.stringify(reportLine(job, outcome))}\n`)),
    note: (notes) => void (notes.length > 0 && guarded(() => writeSync(file, `${JSON.stringify({ path: null, notes })}\n`))),
    close: () => closeSync(file),
  }
}

/** `{path, output, status, seconds, bytes, documents: [{type, doubtful, diagnostics, …}], error}`. */
function reportLine(job: Job, { status, problem, seconds, bytes, documents, notes }: Outcome): object {
  return {
    path: job.path,
    output: job.output ?? null,
    status,
    seconds: Math.round(seconds * 1000) / 1000,
    bytes,
    documents,
    ...(notes === undefined ? {} : { notes }),
    ...(problem === undefined ? {} : { error: typeof problem === 'string' ? problem : say(problem, 'en') }),
  }
}
