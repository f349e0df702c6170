/** What the readers of word processors' files have in common: lines that flow, and notes below them. */
import type { Decoded } from './decoded.ts'
import type { Legacy } from './encoding/tables.ts'
import type { ReadOptions } from './options.ts'
import { decodedFrom, finishText } from './plain.ts'

/**
 * The text of `lines` and under it the `notes`, numbered as the text refers to them; runs of empty lines are one.
 *
 * @param written how many paragraphs were decoded by a font of each encoding
 */
export function decodeFlow(
  format: Decoded['format'],
  lines: readonly string[],
  notes: readonly string[],
  options: ReadOptions,
  written: ReadonlyMap<Legacy, number> = new Map(),
): Decoded {
  const foot = notes.map((note, index) => `[${index + 1}] ${note}`)
  const raw = [...lines, ...(foot.length > 0 ? ['', ...foot] : [])].join('\n')
  const { text, encoding, diagnostics } = finishText(
    raw
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+/, '')
      .trimEnd(),
    options,
  )
  diagnostics.unshift(...decodedFrom(written, options.language))
  return { text, format, encoding, pages: null, ocr: null, places: [], diagnostics }
}
