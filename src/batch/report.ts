/** The run report: what became of each input, one JSON object a line. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { fileProblem, type Problem, ProblemError, ruleOf, say } from '../messages.ts'
import type { Diagnostic } from '../schema.ts'
import type { Duplicate } from './duplicates.ts'
import type { Job, Outcome } from './job.ts'

export interface Report {
  add(job: Job, outcome: Outcome, duplicates?: readonly Duplicate[]): void
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
    add: (job, outcome, duplicates = []) =>
      void guarded(() => writeSync(file, `${JSON.stringify(reportLine(job, outcome, duplicates))}\n`)),
    note: (notes) =>
      void (notes.length > 0 && guarded(() => writeSync(file, `${JSON.stringify({ path: null, notes })}\n`))),
    close: () => closeSync(file),
  }
}

/** `{path, output, status, seconds, bytes, documents: [{type, doubtful, diagnostics, …}], kept, error}`. */
function reportLine(
  job: Job,
  { status, problem, seconds, bytes, documents, kept, noise, notes }: Outcome,
  duplicates: readonly Duplicate[],
): object {
  return {
    path: job.path,
    output: job.output ?? null,
    status,
    seconds: Math.round(seconds * 1000) / 1000,
    bytes,
    documents,
    ...(notes === undefined ? {} : { notes }),
    ...(kept === undefined ? {} : { kept }),
    ...(noise === undefined ? {} : { noise }),
    ...(duplicates.length === 0 ? {} : { duplicates: duplicates.map(({ kind, of }) => ({ kind, of })) }),
    ...(problem === undefined ? {} : errorOf(problem)),
  }
}

/** With its rule, so that a program need not read the sentence. */
function errorOf(problem: Problem): { rule: string; error: string } {
  return { rule: ruleOf(problem), error: say(problem, 'en') }
}
