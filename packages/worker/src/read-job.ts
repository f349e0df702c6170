/** One job: from a document to its record, written. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UnrecoverableError } from 'bullmq'
import type { Answer, Filter } from './filter.ts'
import { isObjectUrl, objectsAt } from './objects.ts'
import type { DocumentJob, Done } from './queue.ts'
import type { Results } from './results.ts'

export interface ReadChoices {
  filter: Filter
  results: Results
  /** Where the paths of jobs begin on this machine. */
  root?: string | undefined
}

/** What may be otherwise at the next attempt; any other rule is about the document. */
const PASSING = new Set([
  'worker-died',
  'worker-overlong',
  'disk-full',
  'cannot-read',
  'not-found',
  'not-permitted',
  'unexpected',
])

/** @throws {UnrecoverableError} for a document that cannot be read, whoever tries. */
export async function readJob(id: string, job: DocumentJob, { filter, results, root }: ReadChoices): Promise<Done> {
  const answer = await filter.ask(id, await lineOf(job, root))
  if (answer.error) {
    const { rule, message } = answer.error
    const told = `${rule}: ${message}`
    throw PASSING.has(rule) ? new Error(told) : new UnrecoverableError(told)
  }
  const records = (answer.records as Answer[] | undefined) ?? [answer]
  refuseChanged(job, records)
  const bytes = Buffer.from(printed(records))
  const output = `${job.relative}.json`
  await results.put(output, bytes)
  return { output, written: createHash('sha256').update(bytes).digest('hex') }
}

async function lineOf({ path, relative }: DocumentJob, root: string | undefined): Promise<object> {
  if (isObjectUrl(path)) {
    const objects = await objectsAt(path.slice(0, path.length - relative.length))
    return { base64: Buffer.from(await objects.get(relative)).toString('base64'), name: path }
  }
  if (root === undefined) return { path }
  return { base64: (await readFile(join(root, path))).toString('base64'), name: path }
}

/** The file may be another one by now: that is another job. */
function refuseChanged({ path, sha256 }: DocumentJob, records: readonly Answer[]): void {
  const found = (records[0]?.source as { sha256?: string } | undefined)?.sha256
  if (found !== sha256) throw new UnrecoverableError(`changed: ${path} has changed since it was added; add it again`)
}

/** As `directive-parse FILE --json` prints it. */
function printed(records: readonly Answer[]): string {
  const texts = records.map((record) => JSON.stringify(record, null, 2))
  return texts.length === 1 ? `${texts[0]}\n` : `[\n${texts.join(',\n')}\n]\n`
}
