/** Takes stock of one file without converting it: what it is, and whether it can be read. */
import { createHash } from 'node:crypto'
import { fileProblem, say } from '../messages.ts'
import { detectFormat, readSource } from '../read/index.ts'
import { type ReadChoices, ReadError, readOptions } from '../read/options.ts'
import { type Language, valuesOf } from '../rules.ts'
import type { Diagnostic, Format } from '../schema.ts'
import { readBytes } from './source.ts'

/** The encoding that lines of a DOC, an RTF or a PDF were written in, by the reader's own report. */
function legacyEncoding(diagnostics: readonly Diagnostic[]): string | null {
  const found = diagnostics.flatMap((diagnostic) =>
    diagnostic.rule === 'legacy-encoding' ? (valuesOf(diagnostic)?.values.encoding ?? []) : [],
  )
  return found.length > 0 ? [...new Set(found)].join(', ') : null
}

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
  /** Pages that have no text of their own. */
  scanned: number
  /** SHA-256 of the bytes. */
  sha256: string | null
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
    scanned: 0,
    sha256: null,
    notes: [],
  }
  const onPage = (_: number, of: number) => {
    line.pages = of
  }
  const options = { ...readOptions({ ...read, ocr: 'never', onPage }), language, path }
  try {
    const bytes = await readBytes(path, { read, language })
    line.bytes = bytes.length
    line.sha256 = createHash('sha256').update(bytes).digest('hex')
    line.format = await detectFormat(bytes, path, options)
    const { encoding, pages, diagnostics } = await readSource(bytes, options)
    line.encoding = encoding ?? legacyEncoding(diagnostics)
    line.pages = pages
    const isScanned = ({ rule }: Diagnostic) => rule === 'page-needs-ocr'
    line.scanned = diagnostics.filter(isScanned).length
    line.notes = diagnostics.filter((diagnostic) => !isScanned(diagnostic)).map(({ message }) => message)
    line.status = 'readable'
  } catch (error) {
    if (error instanceof ReadError) {
      const needsOcr = error.code === 'ocr-needed'
      line.status = needsOcr ? 'needs-ocr' : 'unreadable'
      if (needsOcr) line.scanned = line.pages ??= 1
      else line.notes = [error.message]
    } else line.notes = [say(fileProblem(error, path, 'read'), language)]
  }
  return line
}
