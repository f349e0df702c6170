/** What a page draws besides text: how much of it images cover, and whether one of them is the page. */
import type { PDFPageProxy } from 'pdfjs-dist'
import type { Pdfjs } from './pdf-document.ts'

export type Matrix = [number, number, number, number, number, number]

export interface Drawn {
  /** Share of the page under images, 0 to 1; strips of one scan are added up. */
  images: number
  /** Whether there may be something to read: an image, or letters drawn as shapes. */
  anything: boolean
  /** The one image that fills the page, where nothing else of weight is drawn: the scan as the scanner made it. */
  scan: { id: string; matrix: Matrix; width: number; height: number } | null
}

/** Fewer shapes than this are rules and frames. */
const LETTER_SHAPES = 100
/** An image that covers this share of the page is its scan … */
const WHOLE = 0.9
/** … if all others together cover no more than this: logos beside a signature. */
const LOGOS = 0.05

export async function drawnOn({ OPS, Util, AnnotationMode }: Pdfjs, page: PDFPageProxy): Promise<Drawn> {
  const list = await page.getOperatorList({ intent: 'display', annotationMode: AnnotationMode.DISABLE })
  const [left, bottom, right, top] = page.view as [number, number, number, number]
  const sheet = Math.max(1, (right - left) * (top - bottom))
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  const saved: Matrix[] = []
  let covered = 0
  let shapes = 0
  /** Shapes that leave ink: a clip alone does not. */
  let painted = 0
  const found: (NonNullable<Drawn['scan']> & { area: number })[] = []
  list.fnArray.forEach((operator, index) => {
    const args = (list.argsArray[index] ?? []) as unknown[]
    const enter = (inner: unknown) => {
      const numbers = inner as Record<number, number>
      matrix = Util.transform(
        matrix,
        [0, 1, 2, 3, 4, 5].map((key) => numbers[key] ?? 0),
      ) as Matrix
    }
    switch (operator) {
      case OPS.save:
        saved.push(matrix)
        break
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        matrix = saved.pop() ?? matrix
        break
      case OPS.transform:
        enter(args)
        break
      case OPS.paintFormXObjectBegin:
        saved.push(matrix)
        if (args[0]) enter(args[0])
        break
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
      case OPS.paintImageMaskXObjectGroup:
      case OPS.paintInlineImageXObjectGroup: {
        const area = Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])
        covered += area
        const [id, width, height] = operator === OPS.paintImageXObject ? (args as [string, number, number]) : ['', 0, 0]
        found.push({ id, matrix, width, height, area })
        break
      }
      case OPS.constructPath:
        shapes++
        if (args[0] !== OPS.endPath) painted++
        break
      case OPS.shadingFill:
        painted++
        break
    }
  })
  const images = Math.min(1, covered / sheet)
  const scan = found.find(({ id, area }) => id !== '' && area >= WHOLE * sheet)
  const rest = found.reduce((sum, other) => (other === scan ? sum : sum + other.area), 0)
  const alone = scan && painted === 0 && rest <= LOGOS * sheet
  return { images, anything: images > 0.02 || shapes >= LETTER_SHAPES, scan: alone ? scan : null }
}
