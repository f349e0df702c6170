/** Records as files: finding them in a folder, and knowing one again. */
import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { asWalked } from '../batch/merge/order.ts'
import { asRecord, type RecordsOnDisk, recordsIn } from '../batch/records.ts'
import type { DirectiveRecord } from '../schema.ts'
import { type ReviewProblem, reasonOf } from './problems.ts'

/**
 * A record in a file; `problem` instead of a record where there is none. `name` is the file's, relative to the folder;
 * of several records in one file (a bundle that was split, NDJSON) each has its place behind it: `bundle.json#2`.
 */
export type RecordFile =
  | { name: string; record: DirectiveRecord; hash: string }
  | { name: string; problem: ReviewProblem }

/**
 * SHA-256 of a record's content, whatever its spacing: how corrections know that a record is still the one that was
 * looked at. `record` is what parsing the file gave, with its keys in the file's order.
 */
export function recordHash(record: unknown): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('hex')
}

/** Every record in `.json` and `.ndjson` files at or below `path`, files in the order of a walk; hidden ones not. */
export async function* readRecords(path: string): AsyncGenerator<RecordFile> {
  const folder = await recordsFolder(path)
  for (const file of await recordFiles(path)) {
    const disk = await readFileOfRecords(join(folder, file)).catch((error: Error) => error)
    if (disk instanceof Error) yield { name: file, problem: { id: 'not-json', detail: reasonOf(disk) } }
    else for (const [index, content] of disk.contents.entries()) yield recordIn(nameOf(file, disk, index), content)
  }
}

/** The folder that the names of records are relative to: `path` itself, or the folder of a single file. */
export async function recordsFolder(path: string): Promise<string> {
  return (await stat(path)).isDirectory() ? path : dirname(path)
}

/** @throws when the file cannot be read, or is no JSON. */
export async function readFileOfRecords(path: string): Promise<RecordsOnDisk> {
  return recordsIn(await readFile(path, 'utf8'), path)
}

export function nameOf(file: string, { kind }: RecordsOnDisk, index: number): string {
  return kind === 'one' ? file : `${file}#${index + 1}`
}

/** `bundle.json#2` is the second record of `bundle.json`. */
export function placeOf(name: string): { file: string; index: number } {
  const [, file = name, place] = /^(.*)#(\d+)$/.exec(name) ?? []
  return { file, index: place === undefined ? 0 : Number(place) - 1 }
}

export function recordIn(name: string, content: unknown): RecordFile {
  const read = asRecord(content)
  if ('problem' in read) return { name, problem: { id: 'no-record', detail: read.problem } }
  return { name, record: read.record, hash: recordHash(content) }
}

/** The files of records at or below `path`, relative to its folder. */
export async function recordFiles(path: string): Promise<string[]> {
  return (await recordsFolder(path)) === path ? recordNames(path) : [basename(path)]
}

async function recordNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /\.(json|ndjson)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !/(^|\/)\./.test(name))
    .sort(asWalked)
}
