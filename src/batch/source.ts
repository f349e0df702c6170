/** From an input to its documents: the one place where reading and parsing meet. */
import { readFileSync, statSync } from 'node:fs'
import type { Document } from '../emit/emitter.ts'
import { parseDecoded, parseDirective } from '../pipeline.ts'
import { readSource } from '../read/index.ts'
import { type ReadChoices, ReadError, readOptions, type SplitMode } from '../read/options.ts'
import { refusal } from '../read/refusals.ts'
import type { Language } from '../rules.ts'
import { decodedForm } from '../text.ts'

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
 * The bytes of a file, unless there are more than may be.
 *
 * @throws {ReadError} for a file that is too large, and what the file system throws.
 */
export async function readBytes(
  path: string,
  { read, language, errorLanguage = language }: SourceOptions,
): Promise<Buffer> {
  const { size } = statSync(path)
  const limit = readOptions(read).limits.bytes
  if (size > limit) throw refusal('too-large', { size: String(size), limit: String(limit) }, errorLanguage)
  return readFileSync(path)
}

/**
 * The documents that a source holds: one, or several where a bundle was split.
 *
 * @throws {ReadError} when the bytes cannot be read.
 */
export async function readDocuments(
  bytes: Uint8Array,
  path: string | null,
  { read, language, errorLanguage = language, split = 'never' }: SourceOptions,
): Promise<Document[]> {
  const told = { ...readOptions(read), language, path }
  try {
    const decoded = await readSource(bytes, told)
    if (split === 'auto') return (await import('../bundle.ts')).parseBundle(decoded, bytes, { path, language })
    return [{ record: parseDecoded(decoded, bytes, { path, language }), text: decoded.text }]
  } catch (error) {
    // The same error once more, in the words of whoever reads the message.
    if (error instanceof ReadError && errorLanguage !== language)
      await readSource(bytes, { ...told, language: errorLanguage })
    throw error
  }
}

/** The document of a text that comes without a file. */
export function textDocument(text: string, path: string | null, { language }: SourceOptions): Document {
  return { record: parseDirective(text, { path, language }), text: decodedForm(text) }
}
