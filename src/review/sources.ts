/** The source of a record, found again: its bytes where they are still those that were read, and its decoded text. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Decoded } from '../read/decoded.ts'
import { OCR_ENGINES, type OcrEngineName } from '../read/options.ts'
import type { DirectiveRecord } from '../schema.ts'
import { placeOf } from './records.ts'
import type { Missing } from './shapes.ts'

export interface SourceOptions {
  /** Folder below which sources are looked for before the working directory, where `source.path` begins. */
  sources?: string
  /** Sources by the file of their record, as the journal of a run has them. */
  inputs?: ReadonlyMap<string, string>
  /** Read scans by OCR again, for a text beside the page images. Slow: seconds a page. */
  ocr?: boolean
}

export type Source = { bytes: Buffer; decoded: Decoded | null; missing: Missing | null } | { missing: Missing }

/** Was the text of this record read off page images? */
export function isScan(record: DirectiveRecord): boolean {
  return record.source.format === 'image' || record.source.ocr !== null
}

/** The bytes that `record` was read from, or why they are not at hand. Never throws. */
export async function sourceBytes(
  record: DirectiveRecord,
  options: SourceOptions = {},
  name = '',
): Promise<{ path: string; bytes: Buffer } | { missing: Missing }> {
  const { path, sha256 } = record.source
  if (path === null) return { missing: 'no-path' }
  let missing: Missing = 'not-found'
  for (const place of placesOf(path, options, name)) {
    const bytes = await readFile(place).catch(() => null)
    if (bytes === null) continue
    if (createHash('sha256').update(bytes).digest('hex') === sha256) return { path, bytes }
    missing = 'changed'
  }
  return { missing }
}

/**
 * In the folder of sources the whole path, then its ends: records may be read elsewhere than they were made. Then where
 * the path leads from here, and where the run that wrote the record had it from.
 */
function placesOf(path: string, { sources, inputs }: SourceOptions, name: string): string[] {
  const parts = path.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..')
  const below = sources === undefined ? [] : parts.map((_, index) => join(sources, ...parts.slice(index)))
  return [...below, path, ...[inputs?.get(placeOf(name).file) ?? []].flat()]
}

/** The bytes, and their text unless it would take OCR that nobody asked for. Never throws. */
export async function findSource(record: DirectiveRecord, options: SourceOptions = {}, name = ''): Promise<Source> {
  const found = await sourceBytes(record, options, name)
  if ('missing' in found) return found
  const { bytes, path } = found
  if (isScan(record) && !options.ocr) return { bytes, decoded: null, missing: 'scan' }
  const decoded = await decode(bytes, path, record).catch(() => null)
  return { bytes, decoded, missing: decoded === null ? 'unreadable' : null }
}

/** The text that the record was made from, with the encoding that was found or forced then; of a bundle, its own part. */
async function decode(bytes: Buffer, path: string, record: DirectiveRecord): Promise<Decoded> {
  const [{ readSource }, { readOptions }] = await Promise.all([
    import('../read/index.ts'),
    import('../read/options.ts'),
  ])
  const encodings = [undefined, record.source.encoding ?? undefined]
  for (const encoding of encodings) {
    const options = readOptions({ ...(encoding === undefined ? {} : { encoding }), ocrEngine: engineOf(record) })
    const decoded = await readSource(bytes, { ...options, path }).catch(() => null)
    if (decoded && fits(decoded.text, record)) return decoded
  }
  const { readDocuments } = await import('../batch/source.ts')
  const documents = await readDocuments(bytes, path, { read: {}, language: 'en' })
  const found = documents.flatMap(({ text }) => text ?? []).find((text) => fits(text, record))
  if (found === undefined) throw new Error('the text is another one')
  return { ...record.source, text: found, places: [], diagnostics: [] }
}

/** The engine that read it then: another one would give another text. */
function engineOf(record: DirectiveRecord): OcrEngineName {
  return OCR_ENGINES.find((engine) => engine === record.source.ocr?.engine) ?? 'auto'
}

/** Do the record's spans point to their words in this text? */
function fits(text: string, record: DirectiveRecord): boolean {
  return Object.values(record.evidence).every(({ span, text: words }) => !span || text.slice(...span) === words)
}
