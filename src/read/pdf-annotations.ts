/**
 * Text that was put over a page after it was made. Offices sign with programs that write the serial and the day of a
 * document, and a stamp of who signed when, as the appearance of signature fields: they are no part of the page's
 * content, and `getTextContent` does not give them. The list of drawing operators does.
 */
import type { PDFPageProxy } from 'pdfjs-dist'
import { append } from '../arrays.ts'
import type { Run } from './layout.ts'
import type { Pdfjs } from './pdf-document.ts'
import { placed } from './pdf-runs.ts'

type Matrix = [number, number, number, number, number, number]

export interface Annotations {
  /** What fills the form, such as a serial: belongs into the lines. */
  inserted: Run[]
  /** What lies over it, such as `Người ký: …`: one array a line. */
  stamps: Run[][]
}

/** Letters smaller than this, in points, are a stamp's; so are those of a field with more than one line. */
const STAMP_SIZE = 9.6

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

interface Glyph {
  unicode: string
  width: number
}

/** The text of the annotations of a page, `rotation` as its text layer was read. */
export async function annotations(pdfjs: Pdfjs, page: PDFPageProxy, rotation: number): Promise<Annotations> {
  const fields = (await page.getAnnotations()).filter((field) => field.subtype !== 'Link' && !field.hidden)
  if (fields.length === 0) return { inserted: [], stamps: [] }
  const viewport = page.getViewport({ scale: 1, rotation })
  const inserted: Run[] = []
  const stamps: Run[][] = []
  for (const lines of await drawnText(pdfjs, page, viewport.transform as Matrix)) {
    const isStamp = lines.length > 1 || lines.some((line) => (line[0]?.size ?? 0) < STAMP_SIZE)
    if (isStamp) append(stamps, lines)
    else append(inserted, lines.flat())
  }
  return { inserted, stamps }
}

/** Lines of runs by annotation: the little of PDF's drawing language that places text. */
async function drawnText(pdfjs: Pdfjs, page: PDFPageProxy, base: Matrix): Promise<Run[][][]> {
  const { OPS, Util } = pdfjs
  const list = await page.getOperatorList({ intent: 'display', annotationMode: pdfjs.AnnotationMode.ENABLE })
  const times = (a: Matrix, b: Matrix) => Util.transform(a, b) as Matrix
  const found: Run[][][] = []
  let runs: Run[] | null = null
  let matrix = base
  let saved: Matrix[] = []
  let text: Matrix = IDENTITY
  let line: Matrix = IDENTITY
  let size = 0
  let leading = 0
  const move = (x: number, y: number) => {
    line = times(line, [1, 0, 0, 1, x, y])
    text = line
  }
  list.fnArray.forEach((operator, index) => {
    const args = (list.argsArray[index] ?? []) as unknown[]
    const numbers = args as number[]
    if (operator === OPS.beginAnnotation) {
      runs = []
      saved = []
      const [, , transform, own] = args as [string, number[], Matrix, Matrix]
      matrix = times(times(base, asMatrix(transform)), asMatrix(own))
    } else if (operator === OPS.endAnnotation) {
      if (runs?.length) found.push(linesOf(runs))
      runs = null
    }
    if (!runs) return
    switch (operator) {
      case OPS.save:
        saved.push(matrix)
        break
      case OPS.restore:
        matrix = saved.pop() ?? matrix
        break
      case OPS.transform:
        matrix = times(matrix, asMatrix(args))
        break
      case OPS.paintFormXObjectBegin:
        saved.push(matrix)
        if (args[0]) matrix = times(matrix, asMatrix(args[0]))
        break
      case OPS.paintFormXObjectEnd:
        matrix = saved.pop() ?? matrix
        break
      case OPS.beginText:
        text = line = IDENTITY
        break
      case OPS.setFont:
        size = numbers[1] as number
        break
      case OPS.setLeading:
        leading = -(numbers[0] as number)
        break
      case OPS.setTextMatrix:
        text = line = asMatrix(args[0])
        break
      case OPS.moveText:
        move(numbers[0] as number, numbers[1] as number)
        break
      case OPS.setLeadingMoveText:
        leading = numbers[1] as number
        move(numbers[0] as number, numbers[1] as number)
        break
      case OPS.nextLine:
        move(0, leading)
        break
      case OPS.showText: {
        const glyphs = args[0] as (Glyph | number | null)[]
        const { written, width } = measured(glyphs, size)
        const at = times(times(matrix, text), [size, 0, 0, size, 0, 0])
        const scale = Math.hypot(at[0], at[1]) / (size || 1)
        if (written.trim()) runs.push({ ...placed(written, width * scale, at), chain: null })
        text = times(text, [1, 0, 0, 1, width, 0])
        break
      }
    }
  })
  return found
}

function measured(glyphs: (Glyph | number | null)[], size: number): { written: string; width: number } {
  let written = ''
  let width = 0
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') width -= (glyph / 1000) * size
    else if (glyph) {
      written += glyph.unicode
      width += (glyph.width / 1000) * size
    }
  }
  return { written, width }
}

/** Runs of one annotation by baseline, from top to bottom. */
function linesOf(runs: Run[]): Run[][] {
  const lines: Run[][] = []
  for (const run of runs) {
    const line = lines.find((other) => Math.abs((other[0] as Run).box[3] - run.box[3]) < 0.4 * (run.size ?? 1))
    if (line) line.push(run)
    else lines.push([run])
  }
  return lines.sort((a, b) => (a[0] as Run).box[3] - (b[0] as Run).box[3])
}

/** pdf.js passes matrices as arrays, typed arrays or objects with the keys 0 to 5. */
function asMatrix(value: unknown): Matrix {
  const numbers = value as Record<number, number>
  return [0, 1, 2, 3, 4, 5].map((key) => numbers[key] ?? IDENTITY[key]) as Matrix
}
