/** From the bytes of an input to its documents: the one place where reading and parsing meet. */
import type { Document } from '../emit/emitter.ts'
import { parseDecoded } from '../pipeline.ts'
import type { Decoded } from '../read/decoded.ts'
import type { ReadChoices } from '../read/options.ts'
import type { Language } from '../rules.ts'
import { decodedForm } from '../text.ts'

export interface SourceOptions {
  read: ReadChoices
  /** Of the diagnostics in the record. */
  language: Language
  /** Of the sentence of an error, which is for the eye and not for the record. */
  errorLanguage?: Language
}

/**
 * The documents that one input holds: one, or several where a bundle was split.
 *
 * @throws {ReadError} when the bytes cannot be read.
 */
export async function readDocuments(
  bytes: Uint8Array,
  path: string | null,
  options: SourceOptions,
): Promise<Document[]> {
  const decoded = await decode(bytes)
  const record = parseDecoded(decoded, bytes, { path, language: options.language })
  return [{ record, text: decoded.text }]
}

async function decode(bytes: Uint8Array): Promise<Decoded> {
  const text = decodedForm(new TextDecoder().decode(bytes))
  return { text, format: 'text', encoding: 'utf-8', pages: null, ocr: null, places: [], diagnostics: [] }
}
