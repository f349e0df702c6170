/** What an OCR engine is to this project: an image in, words with boxes out, and an end to every page. */
import type { Box } from '../decoded.ts'

export interface OcrWord {
  text: string
  /** Pixels of the image that was given. */
  box: Box
  /** 0 to 100. */
  confidence: number
  /** Words of one number stand on one line of one block, as the engine saw it. */
  line: number
}

export interface OcrTask {
  /** An encoded image: PNG. */
  image: Uint8Array
  /** Dots per inch of the image. */
  dpi: number
  /** The engine's work is ended after this many seconds. */
  seconds: number
}

export interface OcrEngine {
  /** As `source.ocr.engine` names it. */
  readonly name: string
  /**
   * The words of one page, in the engine's reading order.
   * @throws OcrTimeout when the page took too long; the engine can be used again.
   */
  words(task: OcrTask): Promise<OcrWord[]>
  close(): Promise<void>
}

/** One page took longer than it may. */
export class OcrTimeout extends Error {
  override readonly name = 'OcrTimeout'
}
