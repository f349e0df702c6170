/** Pictures of the pages of a scan, small enough to travel inside the page. */
import type { DirectiveRecord } from '../schema.ts'

export interface PageImage {
  /** Size of the page in the units of `evidence.box`: pixels of an image, points of a PDF. */
  width: number
  height: number
  /** WebP. */
  bytes: Buffer
}

/** Called when a page is begun, from 1. */
type OnPage = (page: number, of: number) => void

/** Wide enough to read 13-point type on a screen. */
const WIDTH = 1240
const QUALITY = 50
const MOST_PAGES = 40

/** Pages in order, the first {@link MOST_PAGES} at most; fewer where a page cannot be drawn. Never throws. */
export async function* pageImages(
  bytes: Buffer,
  record: DirectiveRecord,
  onPage: OnPage = () => {},
): AsyncGenerator<PageImage> {
  try {
    yield* record.source.format === 'pdf' ? pdfPages(bytes, onPage) : imagePages(bytes, onPage)
  } catch {
    // The page then says that it has no picture; the record was read, so the file is none of the reviewer's troubles.
  }
}

async function* imagePages(bytes: Buffer, onPage: OnPage): AsyncGenerator<PageImage> {
  const { default: sharp } = await import('sharp')
  const { pages = 1 } = await sharp(bytes).metadata()
  const wanted = Math.min(pages, MOST_PAGES)
  for (let page = 0; page < wanted; page++) {
    onPage(page + 1, wanted)
    const { autoOrient } = await sharp(bytes, { page }).metadata()
    const picture = sharp(bytes, { page }).autoOrient().flatten({ background: '#fff' })
    const resized = picture.resize({ width: WIDTH, withoutEnlargement: true })
    yield {
      width: autoOrient.width,
      height: autoOrient.height,
      bytes: await resized.webp({ quality: QUALITY }).toBuffer(),
    }
  }
}

async function* pdfPages(bytes: Buffer, onPage: OnPage): AsyncGenerator<PageImage> {
  const [{ openPdf }, { whileDrawing }, { readOptions }] = await Promise.all([
    import('../read/pdf-document.ts'),
    import('../read/pdf-jpeg.ts'),
    import('../read/options.ts'),
  ])
  const { default: sharp } = await import('sharp')
  const { document } = await openPdf(bytes, readOptions())
  try {
    const wanted = Math.min(document.numPages, MOST_PAGES)
    for (let number = 1; number <= wanted; number++) {
      onPage(number, wanted)
      const page = await document.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const viewport = page.getViewport({ scale: WIDTH / width })
      const factory = document.canvasFactory as CanvasFactory
      const made = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height))
      await whileDrawing(() => page.render({ canvas: made.canvas as never, viewport, background: 'white' }).promise)
      const picture = sharp(made.canvas.toBuffer('image/png')).webp({ quality: QUALITY })
      yield { width, height, bytes: await picture.toBuffer() }
      factory.destroy(made)
      page.cleanup()
    }
  } finally {
    await document.loadingTask.destroy().catch(() => {})
  }
}

interface CanvasFactory {
  create(width: number, height: number): { canvas: { toBuffer(type: string): Buffer } }
  destroy(made: unknown): void
}
