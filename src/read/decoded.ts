/**
 * What every reader hands to the segmenter: one decoded text and, where the source has pages, the places of its words.
 *
 * The text is the single truth: a tab stands between two columns of a line, a form feed at the start of a line begins
 * a new page, and every span of a record points into it. `--text` prints it.
 */
import type { Diagnostic, Format, SourceInfo } from '../schema.ts'
import type { Span } from '../text.ts'

/** Left, top, right, bottom; points for PDF, pixels for images, from the top left corner of the page. */
export type Box = [number, number, number, number]

/** Where a run of the text stands on its page, and how sure an OCR engine was of it (0 to 100). */
export interface Place {
  span: Span
  page: number
  box: Box
  confidence?: number
}

export interface Decoded {
  /** In decoded form (`decodedForm`). */
  text: string
  format: Format
  encoding: string | null
  pages: number | null
  ocr: SourceInfo['ocr']
  /** Ascending by span, not overlapping; empty for formats without pages. */
  places: Place[]
  /** What the reader has to say: undecodable bytes, pages left out, a limit that bit. */
  diagnostics: Diagnostic[]
}
