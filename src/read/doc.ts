/** DOC (Word 97–2003): word-extractor gives the text of body, notes and text boxes; numbers of lists are lost there. */
import WordExtractor from 'word-extractor'
import { diagnose } from '../rules.ts'
import { linesOfRows } from './blocks.ts'
import type { Decoded } from './decoded.ts'
import type { ReadOptions } from './options.ts'
import { finishText } from './plain.ts'
import { refusal } from './refusals.ts'

/** Lines that a table row may span in the extracted text. */
const MOST_ROW_LINES = 60

/**
 * word-extractor ends a cell with a tab and a row with a tab and a line break. A row whose cells hold several
 * paragraphs is spread over lines: from the first tab of such a row, each cell begins a new line.
 */
export function splitCells(body: string): string {
  const lines = body.split('\n')
  const done: string[] = []
  for (const line of lines) {
    if (!/\t\s*$/.test(line)) {
      done.push(line)
      continue
    }
    const cells = line.split('\t').slice(0, -1)
    let from = done.length
    while (from > 0 && done.length - from < MOST_ROW_LINES && !done[from - 1]?.endsWith('\0')) from--
    const first = done.findIndex((each, index) => index >= from && each.includes('\t'))
    if (first >= 0) {
      const spread = done.splice(first).flatMap((each) => each.split('\t'))
      done.push(...spread.filter((each) => each.trim() !== ''))
      done.push(...cells.filter((cell) => cell.trim() !== ''))
    } else done.push(...linesOfRows([cells.map((cell) => (cell.trim() === '' ? [] : [cell.trim()]))]))
    if (done.length > 0) done[done.length - 1] += '\0'
  }
  return done.join('\n').replaceAll('\0', '')
}

/** @throws {ReadError} `encrypted`, `truncated`. */
export async function readDoc(bytes: Uint8Array, options: ReadOptions): Promise<Decoded> {
  const { language } = options
  let document: Awaited<ReturnType<WordExtractor['extract']>>
  try {
    document = await new WordExtractor().extract(Buffer.from(bytes))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw refusal(/encrypt|password/i.test(reason) ? 'encrypted' : 'truncated', { reason }, language, cause)
  }
  const body = splitCells(document.getBody().replace(/(?:undefined)+/g, ''))
  const boxes = document.getTextboxes().split('\n').filter((line) => line.trim() !== '')
  const notes = document.getFootnotes().split('\n').filter((line) => line.trim() !== '')
  const lines = [...boxes, ...body.split('\n').map((line) => line.trim()), ...(notes.length > 0 ? ['', ...notes] : [])]
  const { text, encoding, diagnostics } = finishText(lines.join('\n').replace(/\n{3,}/g, '\n\n').trim(), options)
  diagnostics.push(diagnose('automatic-numbers-lost', {}, language))
  return { text, format: 'doc', encoding, pages: null, ocr: null, places: [], diagnostics }
}
