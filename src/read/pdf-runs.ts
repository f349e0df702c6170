/** The text layer of a PDF page as runs. */

import type { PDFPageProxy } from 'pdfjs-dist'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'
import type { Box } from './decoded.ts'
import type { Run } from './layout.ts'
import { latinised } from './look-alikes.ts'
import type { Pdfjs } from './pdf-document.ts'

export interface PdfRun extends Run {
  /** pdf.js' own name of the font on this page, such as `g_d0_f1`. */
  font: string
}

export interface TextLayer {
  width: number
  height: number
  /** Quarter turns that bring most of the text upright, on top of the page's own. */
  turned: 0 | 90 | 180 | 270
  runs: PdfRun[]
  /** Text that stands across: watermarks, marks in the margin. */
  across: PdfRun[]
}

type Matrix = [number, number, number, number, number, number]

/** Share of the letter size above and below the baseline. */
const ASCENT = 0.8
const DESCENT = 0.22

/** The runs of a page's content, in the order of the source; positions in points from the top left corner. */
export async function textLayer(pdfjs: Pdfjs, page: PDFPageProxy): Promise<TextLayer> {
  const content = await page.getTextContent({ disableNormalization: true })
  const items = content.items.filter((item): item is TextItem => 'str' in item)
  const turned = mostTurned(pdfjs, page, items)
  const viewport = page.getViewport({ scale: 1, rotation: (page.rotate + turned) % 360 })
  const runs: PdfRun[] = []
  const across: PdfRun[] = []
  let chain = 0
  let spaced = false
  let before: PdfRun | null = null
  for (const item of items) {
    if (item.hasEOL && item.str === '') chain++
    if (item.str.trim() === '') {
      spaced ||= item.str !== ''
      if (item.hasEOL) [spaced, before] = [false, null]
      continue
    }
    const matrix = pdfjs.Util.transform(viewport.transform, item.transform) as Matrix
    const run: PdfRun = { ...placed(latinised(item.str), item.width, matrix), chain, font: item.fontName }
    if (before && breaksLine(before, run)) run.chain = ++chain
    else if (before) run.spaced = spaced || /\s$/.test(before.text)
    if (quarter(matrix) !== 0) across.push(run)
    else if (!before || !isShadow(before, run)) runs.push(run)
    before = run
    spaced = false
    if (item.hasEOL) {
      chain++
      before = null
    }
  }
  return { width: viewport.width, height: viewport.height, turned, runs, across }
}

/** A run whose text begins at a matrix's origin; `width` is in points, whatever the matrix scales. */
export function placed(text: string, width: number, matrix: Matrix): Omit<Run, 'chain'> & { size: number } {
  const size = Math.hypot(matrix[2], matrix[3]) || 1
  const [x, y] = [matrix[4], matrix[5]]
  const box: Box = [x, y - ASCENT * size, x + width, y + DESCENT * size]
  return { text, box, size }
}

function breaksLine(before: Run, run: Run): boolean {
  const size = run.size as number
  return Math.abs(before.box[3] - run.box[3]) > 0.6 * size || run.box[0] < before.box[0] - 0.5 * size
}

/** A second copy of a run, a hair beside it: how some programs print bold. */
function isShadow(before: Run, run: Run): boolean {
  return before.text === run.text && before.box.every((side, i) => Math.abs(side - (run.box[i] as number)) < 1.5)
}

/** Clockwise quarter of a full turn nearest to the direction of writing; 0 is upright. */
function quarter([a, b]: Matrix): 0 | 90 | 180 | 270 {
  if (Math.abs(a) >= Math.abs(b)) return a >= 0 ? 0 : 180
  return b > 0 ? 90 : 270
}

function mostTurned(pdfjs: Pdfjs, page: PDFPageProxy, items: TextItem[]): TextLayer['turned'] {
  const viewport = page.getViewport({ scale: 1 })
  const letters = { 0: 0, 90: 0, 180: 0, 270: 0 }
  for (const item of items) {
    letters[quarter(pdfjs.Util.transform(viewport.transform, item.transform) as Matrix)] += item.str.trim().length
  }
  const most = ([0, 90, 180, 270] as const).reduce((a, b) => (letters[b] > letters[a] ? b : a))
  return most === 0 ? 0 : ((360 - most) as 90 | 180 | 270)
}
