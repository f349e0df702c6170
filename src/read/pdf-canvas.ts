/**
 * The native part that draws pages, @napi-rs/canvas. An installation may lack it (an optional dependency that npm left out, a system
 * it is not built for): a text layer is read all the same, and a page that must be drawn says what is missing.
 */
import { createRequire } from 'node:module'
import { ReadError, type ReadOptions } from './options.ts'

export const CANVAS_MISSING = 'canvas-missing'

let missing: Error | null | undefined

function whyMissing(): Error | null {
  if (missing !== undefined) return missing
  try {
    createRequire(import.meta.url)('@napi-rs/canvas')
    missing = null
  } catch (error) {
    missing = error instanceof Error ? error : new Error(String(error))
  }
  return missing
}

/** To be called before pdf.js is loaded, which makes a matrix of the canvas's as it loads: without a canvas one that does nothing. */
export function standInForCanvas(): void {
  const platform = globalThis as Record<string, unknown>
  if (platform.DOMMatrix !== undefined || whyMissing() === null) return
  for (const name of ['DOMMatrix', 'Path2D', 'ImageData']) platform[name] ??= class {}
}

/** @throws {ReadError} where pages cannot be drawn. */
export function drawingPart({ language }: Pick<ReadOptions, 'language'>): void {
  const cause = whyMissing()
  if (cause === null) return
  const messages = {
    en: 'The page must be drawn to be read, but @napi-rs/canvas is not installed with its part for this system; run npm install again with optional dependencies. The file itself is sound.',
    vi: 'Phải vẽ trang mới đọc được, nhưng @napi-rs/canvas chưa có phần dành cho hệ thống này; hãy chạy lại npm install kèm các gói tùy chọn. Bản thân tệp không hỏng.',
  }
  throw new ReadError(CANVAS_MISSING, messages[language], { cause })
}
