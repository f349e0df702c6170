/** From an input to its documents: the one place where reading and parsing meet. */
import { createReadStream, readFileSync, statSync } from 'node:fs'
import type { Document } from '../emit/emitter.ts'
import { fileProblem, type MessageValue, type Problem, ProblemError } from '../messages.ts'
import { parseDecoded, parseDirective } from '../pipeline.ts'
import { readSource } from '../read/index.ts'
import { type ReadChoices, ReadError, readOptions, type SplitMode } from '../read/options.ts'
import { refusal } from '../read/refusals.ts'
import type { Language } from '../rules.ts'
import { decodedForm } from '../text.ts'
import { isObjectUrl, objectAt } from './objects.ts'
import { onDisk } from './names.ts'
import { asRecord, isOfRecords, recordsIn } from './records.ts'

export interface SourceOptions {
  read: ReadChoices
  /** Of the diagnostics in the record. */
  language: Language
  /** Of the sentence of an error, which is for the eye and not for the record. */
  errorLanguage?: Language
  /** Whether a source that holds several documents gives one record each; it does not unless asked. */
  split?: SplitMode
}

/**
 * The bytes of a file, or of an object, unless there are more than may be.
 *
 * @throws {ReadError} for a file that is too large, and what the file system throws.
 */
export async function readBytes(path: string, options: SourceOptions): Promise<Buffer> {
  if (isObjectUrl(path)) {
    const { objects, name } = await objectAt(path)
    const { size, body } = await objects.read(name)
    refuseLarge(size, options)
    return readStream(body, options)
  }
  const file = onDisk(path)
  const kind = statSync(file)
  if (!kind.isFile() && !kind.isDirectory()) throw new ProblemError('not-a-file', { path })
  refuseLarge(kind.size, options)
  return kind.size > 0 ? readFileSync(file) : readStream(createReadStream(file), options)
}

/**
 * The bytes of a stream: of one that is too large no more is read than may be.
 *
 * @throws {ReadError} for a stream that is too large, and what the stream throws.
 */
export async function readStream(stream: AsyncIterable<Uint8Array | string>, options: SourceOptions): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array)
    size += bytes.length
    refuseLarge(size, options)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/** @throws {ReadError} where an input of so many bytes is more than may be. */
export function refuseLarge(size: number, { read, language, errorLanguage = language }: SourceOptions): void {
  const limit = readOptions(read).limits.bytes
  if (size > limit) throw refusal('too-large', { size: String(size), limit: String(limit) }, errorLanguage)
}

/**
 * The documents that a source holds: one, or several where a bundle was split.
 *
 * @throws {ReadError} when the bytes cannot be read.
 * @throws {ProblemError} when they are records, but broken ones.
 */
export async function readDocuments(
  bytes: Uint8Array,
  path: string | null,
  { read, language, errorLanguage = language, split = 'never' }: SourceOptions,
): Promise<Document[]> {
  const told = { ...readOptions(read), language, path }
  try {
    if (isOfRecords(bytes)) return await documentsOf(bytes, path)
    const decoded = await readSource(bytes, told)
    if (split === 'auto') {
      const { parseBundle } = await import('../bundle.ts')
      const parse = () => parseBundle(decoded, bytes, { path, language })
      return (read.guard?.(parse) ?? parse()).map((piece) => ({ ...piece, whole: decoded.text }))
    }
    const parse = () => parseDecoded(decoded, bytes, { path, language })
    return [{ record: read.guard?.(parse) ?? parse(), text: decoded.text }]
  } catch (error) {
    // The same error once more, in the words of whoever reads the message.
    if (error instanceof ReadError && errorLanguage !== language)
      await readSource(bytes, { ...told, language: errorLanguage })
    throw error
  }
}

/** The records that a file of records holds, as they are. */
async function documentsOf(bytes: Uint8Array, path: string | null): Promise<Document[]> {
  const notOne = (reason: MessageValue) => new ProblemError('not-a-record', { path: path ?? 'stdin', reason })
  const { contents } = await recordsIn(Buffer.from(bytes).toString('utf8'), path).catch((error: Error) => {
    throw notOne(error.message)
  })
  return contents.map((content) => {
    const read = asRecord(content)
    if ('problem' in read) throw notOne(read.problem)
    return { record: read.record, text: null }
  })
}

/** The document of a text that comes without a file. */
export function textDocument(text: string, path: string | null, { language }: SourceOptions): Document {
  return { record: parseDirective(text, { path, language }), text: decodedForm(text) }
}

/** What kept an input from being read: a reader's refusal keeps its own rule. */
export function readingProblem(error: unknown, path: string): Problem {
  if (error instanceof ProblemError) return error.problem
  if (error instanceof Error && error.name === 'ReadError') {
    return { id: 'not-readable', values: { path, reason: error.message, rule: (error as ReadError).code } }
  }
  return fileProblem(error, path, 'read')
}
