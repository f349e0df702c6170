/** Runs in fonts from before Unicode (.VnTime, VNI-Times): their letters are decoded by the name of the font. */
import type { PDFPageProxy } from 'pdfjs-dist'
import { decodeRun } from './encoding/fonts.ts'
import type { PdfRun } from './pdf-runs.ts'

/**
 * Decodes, in place, the runs whose font says that they need it. Font names are known only after the page was
 * interpreted, which costs time: asked for only where the text does not read as Vietnamese.
 */
export async function decodeFonts(
  page: PDFPageProxy,
  runs: PdfRun[],
  isReadable: (text: string) => boolean,
): Promise<void> {
  if (runs.length === 0 || isReadable(runs.map((run) => run.text).join(' '))) return
  await page.getOperatorList()
  for (const run of runs) run.text = decodeRun(run.text, fontName(page, run.font)) ?? run.text
}

function fontName(page: PDFPageProxy, id: string): string | null {
  if (!page.commonObjs.has(id)) return null
  const font = page.commonObjs.get(id) as { name?: unknown } | null
  return typeof font?.name === 'string' ? font.name : null
}
