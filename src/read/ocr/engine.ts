/** What an OCR engine is to this project: an image in, words with boxes out, and an end to every page. */
import type { Box } from '../decoded.ts'
import type { Plane } from './raster.ts'

export interface OcrLetter {
  text: string
  box: Box
  /** 0 to 100. */
  confidence: number
}

export interface OcrWord {
  text: string
  /** Pixels of the image that was given. */
  box: Box
  /** 0 to 100. */
  confidence: number
  /** Words of one number stand on one line of one block, as the engine saw it. */
  line: number
  /** Letter by letter, where the engine says so. */
  letters: OcrLetter[]
}

/** How the engine takes the image apart: a page of any layout, one block of lines, one line. */
export type OcrLayout = 'page' | 'block' | 'line'

/** Tesseract's page segmentation modes. */
export const SEGMENTATION: Readonly<Record<OcrLayout, string>> = { page: '3', block: '6', line: '7' }

export interface OcrTask {
  /** Dark on white. */
  image: Plane
  /** Dots per inch of the image. */
  dpi: number
  layout: OcrLayout
  /** The engine's work is ended after this many seconds. */
  seconds: number
}

export interface OcrEngine {
  /** As `source.ocr.engine` names it. */
  readonly name: string
  /**
   * The words of one image, in the engine's reading order. Several may be asked for at a time.
   * @throws OcrTimeout when it took too long; the engine can be used again.
   */
  words(task: OcrTask): Promise<OcrWord[]>
  close(): Promise<void>
}

/** The code of the error where the engine that was asked for, or every one, is not installed. */
export const ENGINE_MISSING = 'ocr-engine-missing'

/** One page took longer than it may. */
export class OcrTimeout extends Error {
  override readonly name = 'OcrTimeout'
}
