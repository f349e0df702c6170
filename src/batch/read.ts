/** Reading for programs: a file, or its bytes, of any format becomes records. */
import { fileURLToPath } from 'node:url'
import type { ReadChoices, SplitMode } from '../read/options.ts'
import type { DirectiveRecord } from '../schema.ts'
import { readBytes, readDocuments } from './source.ts'

export interface ReadDocumentOptions extends ReadChoices {
  /** Given back as `source.path`, and its ending tells Markdown from plain text; the file's own path by default. */
  path?: string | null
  /** With the evidence map (default) or with an empty one. */
  evidence?: boolean
}

/**
 * The record of a document: text in any encoding, Markdown, HTML, DOCX, DOC, ODT, RTF, PDF, a scan. A file that holds
 * several documents gives one record, unless it is read by {@link readAll}.
 *
 * @param source the path of a file, its URL, or its bytes.
 * @throws {ReadError} when the bytes cannot be read; `code` says why, the message what to do.
 * @throws what the file system throws, when there is no such file.
 */
export async function read(
  source: string | URL | Uint8Array,
  options: ReadDocumentOptions = {},
): Promise<DirectiveRecord> {
  const [record] = await recordsOf(source, options, 'never')
  return record as DirectiveRecord
}

/**
 * The records of all documents that a file holds: those of a scanned bundle, of annexes with a number of their own, or of
 * a file of records.
 *
 * @throws as {@link read} does.
 */
export async function readAll(
  source: string | URL | Uint8Array,
  options: ReadDocumentOptions = {},
): Promise<DirectiveRecord[]> {
  return recordsOf(source, options, 'auto')
}

async function recordsOf(
  source: string | URL | Uint8Array,
  options: ReadDocumentOptions,
  split: SplitMode,
): Promise<DirectiveRecord[]> {
  const file = source instanceof URL ? fileURLToPath(source) : source
  const { path = typeof file === 'string' ? file : null, evidence = true, ...choices } = options
  const told = { read: choices, language: choices.language ?? 'en', split }
  const bytes = typeof file === 'string' ? await readBytes(file, told) : file
  const documents = await readDocuments(bytes, path, told)
  return documents.map(({ record }) => (evidence ? record : { ...record, evidence: {} }))
}
