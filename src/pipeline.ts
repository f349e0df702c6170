/** The order of things, on one page. */
import { createHash } from 'node:crypto'
import { extract } from './extract/extract.ts'
import { project } from './project/project.ts'
import type { Decoded } from './read/decoded.ts'
import type { Language } from './rules.ts'
import { type DirectiveRecord, recordSchema, type SourceInfo } from './schema.ts'
import { segment } from './segment/segment.ts'
import { decodedForm } from './text.ts'

export interface ParseOptions {
  /** Given back as `source.path`. */
  path?: string | null
  /** With the evidence map (default) or with an empty one. */
  evidence?: boolean
  /** Language of the diagnostics; English by default, whatever the locale: the same bytes give the same record. */
  language?: Language
}

/** The record of a text that is already decoded. Never throws for what the text holds. */
export function parseDirective(text: string, options: ParseOptions = {}): DirectiveRecord {
  const bytes = Buffer.from(text, 'utf8')
  return parseDecoded(
    { text: decodedForm(text), format: 'text', encoding: 'utf-8', pages: null, ocr: null, places: [], diagnostics: [] },
    bytes,
    options,
  )
}

/** The record of what a reader made of `bytes`. */
export function parseDecoded(decoded: Decoded, bytes: Uint8Array, options: ParseOptions = {}): DirectiveRecord {
  const source: SourceInfo = {
    path: options.path ?? null,
    format: decoded.format,
    encoding: decoded.encoding,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    pages: decoded.pages,
    ocr: decoded.ocr,
  }
  const tree = segment(decoded.text)
  const findings = extract(decoded.text, tree)
  return recordSchema.parse(project(tree, findings, { text: decoded.text, source, places: decoded.places, diagnostics: decoded.diagnostics }))
}
