/**
 * The one image that a scanned page holds, taken as it is instead of being drawn: its own resolution, its own pixels,
 * and a tenth of the time.
 */
import type { PDFPageProxy } from 'pdfjs-dist'
import type { PageImage } from './ocr/raster.ts'
import type { OpenPdf } from './pdf-document.ts'
import type { Drawn, Matrix } from './pdf-drawn.ts'
import { pixelsInJpeg } from './pdf-jpeg.ts'

export interface Scan {
  image: PageImage
  /** Points of the page a pixel of the image, upright. */
  point: number
}

interface ImageObject {
  width: number
  height: number
  /** pdf.js' `ImageKind`. */
  kind?: number
  data?: Uint8Array | Uint8ClampedArray | null
  bitmap?: unknown
}

const [BILEVEL, RGB, RGBA] = [1, 2, 3]
/** A page whose points are this far from square pixels was stretched on purpose. */
const STRETCHED = 0.03
/** A scan coarser than this, in dots per inch, or finer, is a picture of something else. */
const LIKELY_DPI: [number, number] = [60, 1300]

/**
 * The scan of a page, turned as the page is shown; null where it cannot be taken as it is: mirrored, aslant, stretched,
 * in a kind of pixels that must be drawn, larger than `pixels`.
 */
export async function scanOf(
  { pdfjs }: OpenPdf,
  page: PDFPageProxy,
  scan: NonNullable<Drawn['scan']>,
  { pixels, rotation }: { pixels: number; rotation: number },
): Promise<Scan | null> {
  const { width, height } = scan
  if (width * height > pixels) return null
  const viewport = page.getViewport({ scale: 1, rotation })
  const shown = pdfjs.Util.transform(viewport.transform, scan.matrix) as Matrix
  const turn = turnOf(shown)
  if (turn === null) return null
  const across = Math.hypot(shown[0], shown[1]) / width
  const down = Math.hypot(shown[2], shown[3]) / height
  const dpi = 72 / across
  if (Math.abs(across - down) > STRETCHED * across || dpi < LIKELY_DPI[0] || dpi > LIKELY_DPI[1]) return null
  const raw = rawOf(await objectOf(page, scan.id), width, height)
  if (!raw) return null
  const { data, channels } = raw
  const image = turn === 0 ? { data, width, height } : await turned(data, { width, height, channels }, turn)
  return {
    image: { data: image.data, raw: { width: image.width, height: image.height, channels }, dpi },
    point: across,
  }
}

/** Clockwise quarter turns of an image drawn with a matrix; null where it is mirrored or stands aslant. */
function turnOf([a, b, c, d]: Matrix): 0 | 90 | 180 | 270 | null {
  // An image's own rows go from the top down, those of the page's unit square from the bottom up.
  const small = 0.01 * Math.max(Math.abs(a), Math.abs(b))
  if (Math.abs(b) <= small && Math.abs(c) <= small) return a > 0 && d < 0 ? 0 : a < 0 && d > 0 ? 180 : null
  if (Math.abs(a) <= small && Math.abs(d) <= small) return b > 0 && c > 0 ? 90 : b < 0 && c < 0 ? 270 : null
  return null
}

/** An image of the page; pdf.js hands it on when it is decoded. */
function objectOf(page: PDFPageProxy, id: string): Promise<ImageObject | null> {
  const store = (id.startsWith('g_') ? page.commonObjs : page.objs) as {
    get(id: string, done: (image: ImageObject | null) => void): void
  }
  return new Promise((resolve) => store.get(id, resolve))
}

function rawOf(
  image: ImageObject | null,
  width: number,
  height: number,
): { data: Uint8Array; channels: 1 | 3 | 4 } | null {
  if (!image || image.width !== width || image.height !== height) return null
  const decoded = pixelsInJpeg(image.bitmap)
  if (decoded) return decoded.length === width * height * 3 ? { data: decoded, channels: 3 } : null
  const { kind, data } = image
  if (!data) return null
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  if (kind === BILEVEL) return { data: greyOfBits(bytes, width, height), channels: 1 }
  if (kind === RGB && bytes.length >= width * height * 3) return { data: bytes, channels: 3 }
  if (kind === RGBA && bytes.length >= width * height * 4) return { data: bytes, channels: 4 }
  return null
}

/** Eight pixels a byte, the leftmost in the highest bit, each row on its own bytes. */
function greyOfBits(bits: Uint8Array, width: number, height: number): Uint8Array {
  const grey = new Uint8Array(width * height)
  const row = (width + 7) >> 3
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++)
      grey[at] = ((bits[y * row + (x >> 3)] as number) >> (7 - (x & 7))) & 1 ? 255 : 0
  return grey
}

async function turned(data: Uint8Array, raw: { width: number; height: number; channels: 1 | 3 | 4 }, turn: number) {
  const { default: sharp } = await import('sharp')
  const { data: pixels, info } = await sharp(data, { raw, limitInputPixels: false })
    .rotate(turn)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(pixels), width: info.width, height: info.height }
}
