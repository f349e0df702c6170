/** A PDF page as an image for OCR, without what was put over it: the annotations' text is known exactly. */
import type { PDFPageProxy } from 'pdfjs-dist'
import type { PageImage } from './ocr/clean.ts'
import type { OpenPdf } from './pdf-document.ts'

const DPI = 300
/** Pages that would be read at less than this are not worth it. */
const LEAST_DPI = 60

interface CanvasFactory {
  create(width: number, height: number): { canvas: Canvas; context: Context }
  destroy(entry: object): void
}
interface Canvas {
  width: number
  height: number
}
interface Context {
  getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray }
}

/** The pixels of a page; null where the page is larger than `pixels` allows at any useful resolution. */
export async function renderPage(
  { pdfjs, document }: OpenPdf,
  page: PDFPageProxy,
  { pixels, rotation }: { pixels: number; rotation: number },
): Promise<PageImage | null> {
  const { width, height } = page.getViewport({ scale: 1 / 72, rotation })
  const dpi = Math.min(DPI, Math.sqrt(pixels / (width * height)))
  if (dpi < LEAST_DPI) return null
  const viewport = page.getViewport({ scale: dpi / 72, rotation })
  const size = { width: Math.ceil(viewport.width), height: Math.ceil(viewport.height) }
  const factory = document.canvasFactory as CanvasFactory
  const entry = factory.create(size.width, size.height)
  try {
    await page.render({
      canvas: entry.canvas as never,
      viewport,
      annotationMode: pdfjs.AnnotationMode.DISABLE,
      background: 'white',
    }).promise
    const { data } = entry.context.getImageData(0, 0, size.width, size.height)
    return { data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), raw: { ...size, channels: 4 }, dpi }
  } finally {
    factory.destroy(entry)
  }
}
