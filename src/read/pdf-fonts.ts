/** Runs in fonts from before Unicode (.VnTime, VNI-Times): their letters are decoded by the name of the font. */
import type { PDFPageProxy } from 'pdfjs-dist'
import { decodeRun, encodingOf } from './encoding/fonts.ts'
import { looksLegacy } from './encoding/legacy.ts'
import type { Legacy } from './encoding/tables.ts'
import type { Pdfjs } from './pdf-document.ts'
import { drawnGlyphs, withInvisible } from './pdf-glyphs.ts'
import type { PdfRun } from './pdf-runs.ts'

/**
 * Decodes, in place, the runs whose font says that they need it. Font names are known only after the page was
 * interpreted, which costs time: asked for only where the text does not read as Vietnamese, or part of it is none. Gives
 * how many lines were set in each encoding.
 */
export async function decodeFonts(
  pdfjs: Pdfjs,
  page: PDFPageProxy,
  runs: PdfRun[],
  isReadable: (text: string) => boolean,
): Promise<ReadonlyMap<Legacy, number>> {
  const written = new Map<Legacy, number>()
  const text = runs.map((run) => run.text).join(' ')
  if (runs.length === 0 || (isReadable(text) && !looksLegacy(text))) return written
  const list = await page.getOperatorList()
  const names = new Map([...new Set(runs.map(({ font }) => font))].map((font) => [font, fontName(page, font)]))
  const encodings = new Map(
    [...names].map(([font, name]) => {
      const own = runs.filter((run) => run.font === font).map((run) => run.text)
      return [font, encodingOf(own, name)]
    }),
  )
  const isOld = ({ font }: PdfRun) => (encodings.get(font) ?? null) !== null
  if (runs.some(isOld) && !text.includes('\u00ad')) withInvisible(runs, drawnGlyphs(pdfjs, list), isOld)
  for (const run of runs)
    run.text = decodeRun(run.text, names.get(run.font) ?? null, encodings.get(run.font) ?? null) ?? run.text
  for (const encoding of new Set(encodings.values())) {
    const set = runs.filter(({ font, text }) => encodings.get(font) === encoding && text.trim() !== '')
    if (encoding && set.length > 0) written.set(encoding, new Set(set.map(({ box }) => Math.round(box[1]))).size)
  }
  return written
}

function fontName(page: PDFPageProxy, id: string): string | null {
  if (!page.commonObjs.has(id)) return null
  const font = page.commonObjs.get(id) as { name?: unknown } | null
  return typeof font?.name === 'string' ? font.name : null
}
