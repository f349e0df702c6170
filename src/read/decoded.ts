/**
 * What every reader hands to the segmenter: one decoded text and, where the source has pages, the places of its words.
 *
 * The text is the single truth: a tab stands between two columns of a line, a form feed at the start of a line begins
 * a new page, and every span of a record points into it. `--text` prints it.
 */
import type { Diagnostic, Format, SecrecyLevel, SourceInfo } from '../schema.ts'
import type { Span } from '../text.ts'

/** Left, top, right, bottom; points for PDF, pixels for images, from the top left corner of the page. */
export type Box = [number, number, number, number]

/** Where a run of the text stands on its page, and how sure an OCR engine was of it (0 to 100). */
export interface Place {
  span: Span
  page: number
  box: Box
  confidence?: number
  /** What else is known of a word that an OCR engine read. */
  reading?: Reading
}

/** How a word of a page image was read. */
export interface Reading {
  /** Read surely and known to the lexicon, or read twice alike. */
  sure: boolean
  /** Written by hand into printed text: its digits are clear, or they are not. */
  hand?: 'clear' | 'unclear'
  /** What the engine had read, where the marks of the word are inferred from the lexicon. */
  misread?: string
}

/** A stamp on a page image, which is no part of the text. */
export interface Mark {
  kind: 'urgency' | 'secrecy' | 'arrival'
  /** What was read in it, its lines joined by `\n`. */
  text: string
  /** The mark that is meant, in reading case: `Hỏa tốc`; null where it cannot be told. */
  name: string | null
  /** Of a secrecy stamp; the highest where it cannot be told. */
  level: SecrecyLevel | null
  page: number
  box: Box
  /** 0 to 100. */
  confidence: number
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
  /** Stamps that were read apart from the text. */
  marks?: Mark[]
  /** What the reader has to say: undecodable bytes, pages left out, a limit that bit. */
  diagnostics: Diagnostic[]
}
