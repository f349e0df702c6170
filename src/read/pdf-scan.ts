/** What a page draws besides text: how much of it images cover. */
import type { PDFPageProxy } from 'pdfjs-dist'
import type { Pdfjs } from './pdf-document.ts'

type Matrix = [number, number, number, number, number, number]

export interface Drawn {
  /** Share of the page under images, 0 to 1; strips of one scan are added up. */
  images: number
  /** Whether there may be something to read: an image, or letters drawn as shapes. */
  anything: boolean
}

/** Fewer shapes than this are rules and frames. */
const LETTER_SHAPES = 100

export async function drawnShare({ OPS, Util, AnnotationMode }: Pdfjs, page: PDFPageProxy): Promise<Drawn> {
  const list = await page.getOperatorList({ intent: 'display', annotationMode: AnnotationMode.DISABLE })
  const [left, bottom, right, top] = page.view as [number, number, number, number]
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  const saved: Matrix[] = []
  let covered = 0
  let shapes = 0
  list.fnArray.forEach((operator, index) => {
    const args = (list.argsArray[index] ?? []) as unknown[]
    const enter = (inner: unknown) => {
      const numbers = inner as Record<number, number>
      matrix = Util.transform(matrix, [0, 1, 2, 3, 4, 5].map((key) => numbers[key] ?? 0)) as Matrix
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
      case OPS.paintInlineImageXObjectGroup:
        covered += Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])
        break
      case OPS.constructPath:
        shapes++
        break
    }
  })
  const images = Math.min(1, covered / Math.max(1, (right - left) * (top - bottom)))
  return { images, anything: images > 0.02 || shapes >= LETTER_SHAPES }
}
