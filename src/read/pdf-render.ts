/** A PDF page as an image for OCR, without what was put over it: the annotations' text is known exactly. */
import type { PDFPageProxy, RenderTask } from 'pdfjs-dist'
import type { PageImage } from './ocr/raster.ts'
import { OcrTimeout } from './ocr/engine.ts'
import type { OpenPdf } from './pdf-document.ts'
import { whileDrawing } from './pdf-jpeg.ts'

const DPI = 300
/** Pages that would be read at less than this are not worth it. */
const LEAST_DPI = 60
/** Inches between which a page's shorter side is believed; others are taken for a page as wide as A4. */
const LIKELY_WIDTH: [number, number] = [3.5, 17.5]
const A4_WIDTH = 8.27

export interface Rendered {
  image: PageImage
  /** Points of the page a pixel of the image. */
  point: number
}

interface CanvasFactory {
  create(width: number, height: number): { canvas: object; context: Context }
  destroy(entry: object): void
}
interface Context {
  getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray }
}

/**
 * The pixels of a page; null where the page is larger than `pixels` allows at any useful resolution.
 * @throws OcrTimeout when drawing takes longer than `seconds`.
 */
export async function renderPage(
  { pdfjs, document }: OpenPdf,
  page: PDFPageProxy,
  { pixels, seconds, rotation }: { pixels: number; seconds: number; rotation: number },
): Promise<Rendered | null> {
  const inches = page.getViewport({ scale: 1 / 72, rotation })
  const shorter = Math.min(inches.width, inches.height)
  const believed = shorter >= LIKELY_WIDTH[0] && shorter <= LIKELY_WIDTH[1]
  const enlarged = believed ? 1 : A4_WIDTH / shorter
  const dpi = Math.min(DPI, Math.sqrt(pixels / (inches.width * inches.height)) / enlarged)
  if (!(dpi >= LEAST_DPI)) return null
  const scale = (dpi * enlarged) / 72
  const viewport = page.getViewport({ scale, rotation })
  const size = { width: Math.ceil(viewport.width), height: Math.ceil(viewport.height) }
  const factory = document.canvasFactory as CanvasFactory
  const entry = factory.create(size.width, size.height)
  try {
    const task = page.render({
      canvas: entry.canvas as never,
      viewport,
      annotationMode: pdfjs.AnnotationMode.DISABLE,
      background: 'white',
    })
    await whileDrawing(() => inTime(task, seconds))
    const { data } = entry.context.getImageData(0, 0, size.width, size.height)
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    return { image: { data: bytes, raw: { ...size, channels: 4 }, dpi }, point: 1 / scale }
  } finally {
    factory.destroy(entry)
  }
}

/** Waits for a page to be drawn, and stops it when its time is over. */
async function inTime(task: RenderTask, seconds: number): Promise<void> {
  // Without this the steps of drawing follow each other so closely that no timer is ever heard.
  task.onContinue = (next: () => void) => setImmediate(next)
  let late = false
  const timer = setTimeout(() => {
    late = true
    task.cancel()
  }, seconds * 1000)
  try {
    await task.promise
  } catch (error) {
    throw late ? new OcrTimeout() : error
  } finally {
    clearTimeout(timer)
  }
}
