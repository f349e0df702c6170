/** A source of any kind becomes a decoded text. Each reader is loaded only when a file needs it. */
import { ProblemError } from '../messages.ts'
import { diagnose } from '../rules.ts'
import type { Format } from '../schema.ts'
import type { Decoded } from './decoded.ts'
import { detectFormat } from './detect.ts'
import { ReadError, type ReadOptions } from './options.ts'
import { readText } from './plain.ts'
import { refusal } from './refusals.ts'

type Reader = (bytes: Uint8Array, options: ReadOptions) => Decoded | Promise<Decoded>

const READERS: Record<Format, () => Promise<Reader>> = {
  text: async () => readText,
  markdown: async () => (await import('./markdown.ts')).readMarkdown,
  html: async () => (await import('./html.ts')).readHtml,
  docx: async () => (await import('./docx.ts')).readDocx,
  doc: async () => (await import('./doc.ts')).readDoc,
  odt: async () => (await import('./odt.ts')).readOdt,
  rtf: async () => (await import('./rtf.ts')).readRtf,
  pdf: async () => (await import('./pdf.ts')).readPdf,
  image: async () => (await import('./image.ts')).readImage,
}

const EXTENSIONS: Record<string, Format> = {
  txt: 'text',
  md: 'markdown',
  markdown: 'markdown',
  htm: 'html',
  html: 'html',
  docx: 'docx',
  doc: 'doc',
  odt: 'odt',
  rtf: 'rtf',
  pdf: 'pdf',
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  tif: 'image',
  tiff: 'image',
  webp: 'image',
}

/** The extension that says another format than the content, or null. */
function mismatch(path: string | null, format: Format): string | null {
  const extension = /\.([a-z]{2,8})$/i.exec(path ?? '')?.[1]?.toLowerCase() ?? ''
  const named = EXTENSIONS[extension]
  return named === undefined || named === format ? null : extension
}

/**
 * The text of a source, in reading order. The format is found by content; a name that says otherwise is reported.
 *
 * @param options.path only for the report and to tell Markdown, tables and slides from plain text.
 * @throws {ReadError} one line: what is wrong with the file and what to do about it.
 */
export async function readSource(bytes: Uint8Array, options: ReadOptions & { path?: string | null }): Promise<Decoded> {
  const { limits, language, path = null } = options
  if (bytes.length > limits.bytes)
    throw refusal('too-large', { size: String(bytes.length), limit: String(limits.bytes) }, language)
  const format = await detectFormat(bytes, path, options)
  try {
    const reader = await READERS[format]()
    const decoded = await (options.guard?.(() => reader(bytes, options)) ?? reader(bytes, options))
    const extension = mismatch(path, format)
    if (extension) decoded.diagnostics.unshift(diagnose('format-mismatch', { extension, format }, language))
    return decoded
  } catch (error) {
    if (error instanceof ReadError || error instanceof ProblemError) throw error
    throw refusal('truncated', { reason: reasonOf(error) }, language, error)
  }
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.slice(0, 120) ?? ''
}

export { detectFormat, readText }
