/** The documents of a folder and their records: from a folder of records where one is given, else by reading the files. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { asWalked } from '../batch/merge/order.ts'
import { findInputs, type Input } from '../batch/inputs.ts'
import type { Watch } from '../batch/shown.ts'
import { readDocuments, readingProblem, type SourceOptions } from '../batch/source.ts'
import { outputNames } from '../batch/outputs.ts'
import type { Problem } from '../messages.ts'
import { type DirectiveRecord, recordSchema } from '../schema.ts'
import type { PackageDocument } from './build.ts'

export interface CollectChoices {
  source: SourceOptions
  /** What an earlier run with -o wrote, and a person may have corrected. */
  records?: string
  order: 'date' | 'name'
  tell(problem: Problem): void
  watch?: Watch
}

export interface Collected {
  documents: PackageDocument[]
  /** Files that could not be read, or have no record. */
  failed: number
}

/** A file that holds what the operator says is no document. */
const OPERATORS = /^fonds\.ya?ml$/i

export async function collect(folder: string, choices: CollectChoices): Promise<Collected> {
  const { inputs, problems } = await findInputs([folder])
  for (const problem of problems) choices.tell(problem)
  const files = inputs.filter(({ relative }) => !OPERATORS.test(relative))
  const names = outputNames(files, '.json')
  const documents: PackageDocument[] = []
  let failed = problems.length
  const shown = await choices.watch?.(files.map(({ path }) => path as string))
  for (const [index, input] of files.entries()) {
    const path = input.path as string
    shown?.begin(path)
    const onPage = (page: number, of: number) => shown?.page(path, page, of)
    try {
      documents.push(await documentOf(input, names[index] as string, { ...choices, onPage }))
      shown?.end(path)
    } catch (error) {
      failed++
      shown?.end(path, 'failed')
      choices.tell(readingProblem(error, path))
    }
  }
  return { documents: ordered(documents, choices.order), failed }
}

async function documentOf(
  { path, relative }: Input,
  recordName: string,
  { source, records, onPage }: CollectChoices & { onPage(page: number, of: number): void },
): Promise<PackageDocument> {
  const bytes = await readFile(path as string)
  const kept = records === undefined ? null : await keptRecord(join(records, recordName), bytes)
  if (kept) return { record: kept, name: relative, bytes }
  const [document] = await readDocuments(bytes, path, { ...source, read: { ...source.read, onPage } })
  return { record: (document as NonNullable<typeof document>).record, name: relative, bytes }
}

/** The record of an earlier run, if it is one of these bytes. */
async function keptRecord(path: string, bytes: Uint8Array): Promise<DirectiveRecord | null> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return null
  const result = recordSchema.safeParse(JSON.parse(text))
  if (!result.success) return null
  return result.data.source.sha256 === createHash('sha256').update(bytes).digest('hex') ? result.data : null
}

/** By date, those without one last, or by name as a person counts; where two are alike the other decides. */
function ordered(documents: PackageDocument[], order: CollectChoices['order']): PackageDocument[] {
  const byName = (one: PackageDocument, other: PackageDocument) => asWalked(one.name, other.name)
  const dateOf = ({ record }: PackageDocument) => record.date ?? '9999'
  const byDate = (one: PackageDocument, other: PackageDocument) =>
    dateOf(one) < dateOf(other) ? -1 : dateOf(one) > dateOf(other) ? 1 : 0
  return [...documents].sort((one, other) => (order === 'date' ? byDate(one, other) : 0) || byName(one, other))
}
