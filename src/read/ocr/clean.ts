/**
 * A page image made ready for an engine: upright, straight, grey, at a usual resolution, without speckles.
 *
 * Red is left out: seals lie over names, and in the red channel they are as white as the paper.
 */
import type { Sharp } from 'sharp'
import { skewOf, type Thumbnail } from './skew.ts'

/** An image file, or bare pixels with their measures. */
export interface PageImage {
  data: Uint8Array
  raw?: { width: number; height: number; channels: 1 | 3 | 4 }
  /** Frame of a TIFF, from 0. */
  frame?: number
  /** Where it is known. */
  dpi?: number
}

export interface Grey {
  pixels: Buffer
  width: number
  height: number
  /** Of these pixels. */
  dpi: number
  /** Pixels of this image a pixel of the original. */
  scale: number
  /** Measures of the original, upright as its own metadata says. */
  original: { width: number; height: number }
}

/** An image as an engine gets it, and the way back from its pixels to those of the original. */
export interface Ready {
  image: Buffer
  dpi: number
  /** Whether it was turned or straightened. */
  moved: boolean
  toOriginal(x: number, y: number): [number, number]
}

/** What Tesseract was trained on; more is slower and no better. */
const DPI = 300
/** Nothing is scaled by more than this. */
const ENLARGED = 4
/** Mean difference from the median of the pixels around, 0 to 255, above which an image counts as noisy. */
const NOISY = 6
/** Degrees; below this a page is straight enough. */
const STRAIGHT = 0.25
const A4_WIDTH = 8.27

/** The grey pixels of an image at about 300 dpi. */
export async function greyOf(image: PageImage, limits: { pixels: number }): Promise<Grey> {
  const { default: sharp } = await import('sharp')
  const open = (): Sharp =>
    sharp(image.data, {
      limitInputPixels: limits.pixels,
      failOn: 'none',
      ...(image.raw ? { raw: image.raw } : {}),
      ...(image.frame === undefined ? {} : { page: image.frame }),
    }).autoOrient()
  const found = await open().metadata()
  const width = found.autoOrient?.width ?? found.width
  const height = found.autoOrient?.height ?? found.height
  const dpi = image.dpi ?? likelyDpi(width, height, found.density)
  const room = Math.sqrt(limits.pixels / (width * height))
  const scale = Math.min(DPI / dpi, ENLARGED, Math.max(1, room))
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
  const sheet = open().flatten({ background: 'white' }).resize({ ...size, fit: 'fill', kernel: 'cubic' })
  return { ...(await firstChannel(sheet)), dpi: dpi * scale, scale, original: { width, height } }
}

/** The engine's image of `grey` turned clockwise by `turn` and made straight. */
export async function ready(grey: Grey, turn: 0 | 90 | 180 | 270): Promise<Ready> {
  const { default: sharp } = await import('sharp')
  const raw = { width: grey.width, height: grey.height, channels: 1 as const }
  let sheet = sharp(grey.pixels, { raw, limitInputPixels: false })
  if (await isNoisy(grey)) {
    const { pixels } = await firstChannel(sheet.median(3).normalise())
    sheet = sharp(pixels, { raw, limitInputPixels: false })
  }
  const turned = turn % 180 === 0 ? raw : { ...raw, width: raw.height, height: raw.width }
  const { pixels } = await firstChannel(turn === 0 ? sheet : sheet.rotate(turn))
  const upright = sharp(pixels, { raw: turned, limitInputPixels: false })
  const angle = skewOf(await thumbnail(pixels, turned)).angle
  const straight = Math.abs(angle) < STRAIGHT ? upright : upright.rotate(-angle, { background: 'white' })
  const { data, info } = await straight.toColourspace('b-w').png({ compressionLevel: 1 }).toBuffer({ resolveWithObject: true })
  const lean = Math.abs(angle) < STRAIGHT ? 0 : (angle * Math.PI) / 180
  return {
    image: data,
    dpi: grey.dpi,
    moved: turn !== 0 || lean !== 0,
    toOriginal(x, y) {
      // Back from the straightened image (whose centre is the centre of the leaning one) …
      const [dx, dy] = [x - info.width / 2, y - info.height / 2]
      const u = dx * Math.cos(lean) - dy * Math.sin(lean) + turned.width / 2
      const v = dx * Math.sin(lean) + dy * Math.cos(lean) + turned.height / 2
      // … and from the turned one.
      const [a, b] =
        turn === 0 ? [u, v]
        : turn === 90 ? [v, grey.height - u]
        : turn === 180 ? [grey.width - u, grey.height - v]
        : [grey.width - v, u]
      return [a / grey.scale, b / grey.scale]
    },
  }
}

/** A small image in which dark is 1: for what is measured over the whole page. */
export async function thumbnail(pixels: Buffer, raw: { width: number; height: number; channels: 1 }): Promise<Thumbnail> {
  const { default: sharp } = await import('sharp')
  const width = Math.min(raw.width, 1000)
  const small = await firstChannel(sharp(pixels, { raw, limitInputPixels: false }).resize({ width }))
  let sum = 0
  for (const value of small.pixels) sum += value
  const threshold = Math.min(200, (sum / Math.max(1, small.pixels.length)) * 0.75)
  return { ...small, dark: small.pixels.map((value) => (value < threshold ? 1 : 0)) }
}

/** What the file says, where that makes a page of a usual size; else a page is taken to be as wide as A4. */
function likelyDpi(width: number, height: number, density: number | undefined): number {
  const shorter = Math.min(width, height)
  if (density && density > 72 && shorter / density > 4 && shorter / density < 18) return density
  return Math.max(60, shorter / A4_WIDTH)
}

/** Compares rows in the middle of the page with their median-filtered selves. */
async function isNoisy({ pixels, width, height }: Grey): Promise<boolean> {
  const { default: sharp } = await import('sharp')
  const rows = Math.min(height, 400)
  const from = Math.floor((height - rows) / 2) * width
  const part = pixels.subarray(from, from + rows * width)
  const smooth = await firstChannel(sharp(part, { raw: { width, height: rows, channels: 1 } }).median(3))
  let sum = 0
  for (let i = 0; i < part.length; i++) sum += Math.abs((part[i] as number) - (smooth.pixels[i] as number))
  return sum / Math.max(1, part.length) > NOISY
}

/** One byte a pixel, of the first channel (red, or grey): sharp gives back as many channels as it likes. */
async function firstChannel(image: Sharp): Promise<{ pixels: Buffer; width: number; height: number }> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  if (channels === 1) return { pixels: data, width, height }
  const pixels = Buffer.alloc(width * height)
  for (let i = 0; i < pixels.length; i++) pixels[i] = data[i * channels] as number
  return { pixels, width, height }
}
