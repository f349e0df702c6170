/**
 * What a reader is told, and how it says that a file cannot be read. Everything has a default: `readOptions()` gives
 * the whole set, `readOptions({ocr: 'never'})` the set with one thing changed.
 */
import type { Language } from '../rules.ts'

/** Whether a source that holds several documents gives one record each. */
export const SPLIT_MODES = ['auto', 'never'] as const
export type SplitMode = (typeof SPLIT_MODES)[number]

/** `auto` reads page images only where there is no usable text; `always` ignores text layers; `never` forbids OCR. */
export const OCR_MODES = ['auto', 'always', 'never'] as const
export type OcrMode = (typeof OCR_MODES)[number]

/** `auto` is the program `tesseract` where it is installed, else the engine that comes with the package, tesseract.js. */
export const OCR_ENGINES = ['auto', 'tesseract.js', 'tesseract'] as const
export type OcrEngineName = (typeof OCR_ENGINES)[number]

/** What one file may cost. A limit that bites leaves something out and says so in a diagnostic, or stops the file. */
export interface ReadLimits {
  /** Size of the file; a larger one is not read. */
  bytes: number
  /** Pages of a PDF or frames of a TIFF; the rest is left out. */
  pages: number
  /** Width times height of one page image; a larger one is left out. */
  pixels: number
  /** OCR of one page; a page that runs over is left out. */
  secondsPerPage: number
  /** What a ZIP container (DOCX, ODT) may unpack to. */
  unpackedBytes: number
  /** Operators that a page of a PDF may draw, forms as often as they are drawn; what is over is left out. */
  drawnBytes: number
  /** Depth of nested elements, tables or groups. */
  nesting: number
}

export const READ_LIMITS: Readonly<ReadLimits> = {
  bytes: 200 * 1024 * 1024,
  pages: 500,
  pixels: 120_000_000,
  secondsPerPage: 120,
  unpackedBytes: 400 * 1024 * 1024,
  drawnBytes: 32 * 1024 * 1024,
  nesting: 200,
}

export interface ReadOptions {
  /** Name of the character encoding, when the caller knows better than the detection. */
  encoding?: string
  ocr: OcrMode
  ocrEngine: OcrEngineName
  /** Pages of one source that engines read at a time, each on a core of its own. */
  pagesAtOnce: number
  limits: ReadLimits
  /** Language of diagnostics and of errors. */
  language: Language
  /** Called when a page is begun, from 1; sources without pages call nobody. */
  onPage?: (page: number, of: number) => void
  /** Runs a step of reading that may take long, so that a caller can end it. */
  guard?: <T>(step: () => T) => T
}

/** The part of {@link ReadOptions} that a caller wants changed. */
export type ReadChoices = Partial<Omit<ReadOptions, 'limits'>> & { limits?: Partial<ReadLimits> }

const READ_OPTIONS: Readonly<ReadOptions> = {
  ocr: 'auto',
  ocrEngine: 'auto',
  pagesAtOnce: 1,
  limits: READ_LIMITS,
  language: 'en',
}

/** The whole set of options, from those that are given and the defaults. */
export function readOptions(choices: ReadChoices = {}): ReadOptions {
  return { ...READ_OPTIONS, ...choices, limits: { ...READ_LIMITS, ...choices.limits } }
}

/** A file that cannot be read: `message` is one line, what is wrong and what to do about it. */
export class ReadError extends Error {
  override readonly name = 'ReadError'
  /** A stable id, like a diagnostic's rule. */
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
