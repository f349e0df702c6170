/** Takes stock of one file without converting it: what it is, and whether it can be read. */
import { fileProblem, say } from '../messages.ts'
import { detectFormat, readSource } from '../read/index.ts'
import { type ReadChoices, ReadError, readOptions } from '../read/options.ts'
import type { Format } from '../schema.ts'
import type { Language } from '../rules.ts'
import { readBytes } from './source.ts'

export interface ScanTask {
  path: string
  read: ReadChoices
  language: Language
}

export interface ScanLine {
  path: string
  /** Whether its text can be had as it is, only by OCR, or not at all. */
  status: 'readable' | 'needs-ocr' | 'unreadable'
  /** By content; null where that is not known. */
  format: Format | null
  encoding: string | null
  bytes: number | null
  pages: number | null
  /** Why it cannot be read, or what is to be minded. */
  notes: string[]
}

/** Reads the file with OCR forbidden: what then stops the reader says what it needs. Never throws. */
export async function scanFile({ path, read, language }: ScanTask): Promise<ScanLine> {
  const line: ScanLine = {
    path,
    status: 'unreadable',
    format: null,
    encoding: null,
    bytes: null,
    pages: null,
    notes: [],
  }
  const options = { ...readOptions({ ...read, ocr: 'never' }), language, path }
  try {
    const bytes = await readBytes(path, { read, language })
    line.bytes = bytes.length
    line.format = await detectFormat(bytes, path, options)
    const { encoding, pages, diagnostics } = await readSource(bytes, options)
    line.encoding = encoding
    line.pages = pages
    line.notes = diagnostics.map(({ message }) => message)
    line.status = 'readable'
  } catch (error) {
    if (error instanceof ReadError) {
      line.status = error.code === 'ocr-needed' ? 'needs-ocr' : 'unreadable'
      line.notes = [error.message]
    } else line.notes = [say(fileProblem(error, path, 'read'), language)]
  }
  return line
}
