/**
 * The order of things, on one page: a reader's text → segmenter → extractors → record.
 *
 * ```
 * unified().use(directiveParse).use(directiveExtract).use(directiveRecord)
 * ```
 */
import { createHash } from 'node:crypto'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { directiveExtract, directiveParse, directiveRecord } from './plugins.ts'
import type { Decoded } from './read/decoded.ts'
import { finishText } from './read/plain.ts'
import type { Language } from './rules.ts'
import type { DirectiveRecord } from './schema.ts'
import type { Readers } from './segment/read-twice.ts'

export interface ParseOptions {
  /** Given back as `source.path`. */
  path?: string | null
  /** With the evidence map (default) or with an empty one. */
  evidence?: boolean
  /** Language of the diagnostics; English by default, whatever the locale: the same bytes give the same record. */
  language?: Language
  /** Readers that learned otherwise than the shipped ones: how they are judged by sources they did not learn from. */
  readers?: Readers
}

/** The three stages, frozen; `processor.data` holds nothing, so one processor serves every document. */
export const directiveProcessor = unified().use(directiveParse).use(directiveExtract).use(directiveRecord).freeze()

/**
 * The record of a text. Lines in a legacy encoding are decoded first, as a reader would. Never throws for what the text
 * holds.
 */
export function parseDirective(text: string, options: ParseOptions = {}): DirectiveRecord {
  const bytes = Buffer.from(text, 'utf8')
  const { text: decoded, encoding, diagnostics } = finishText(text, { language: options.language ?? 'en' })
  const plain = { format: 'text', pages: null, ocr: null, places: [] } as const
  return parseDecoded(
    { ...plain, text: decoded, encoding: encoding ?? 'utf-8', places: [], diagnostics },
    bytes,
    options,
  )
}

/** The record of what a reader made of `bytes`. */
export function parseDecoded(decoded: Decoded, bytes: Uint8Array, options: ParseOptions = {}): DirectiveRecord {
  const { path = null, language = 'en', evidence = true, readers } = options
  const { format, encoding, pages, ocr } = decoded
  const file = new VFile({ value: decoded.text })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  file.data = {
    decoded,
    language,
    source: { path, format, encoding, bytes: bytes.length, sha256, pages, ocr, characters: decoded.text.length },
    ...(readers && { readers }),
  }
  const record = directiveProcessor.processSync(file).result as unknown as DirectiveRecord
  return evidence ? record : { ...record, evidence: {} }
}
