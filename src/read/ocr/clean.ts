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

export interface Grey extends Plane {
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
/** Sigma, in pixels at 300 dpi, of the blur that follows. */
const SMOOTH = 1.4
/**
 * Share of the paper's usual grey from which on everything is white: the grain of a noisy page, on a clean one what is
 * left of a seal.
 */
const WHITE = { noisy: 0.9, clean: 0.93 }
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
  const grey = await firstChannel(open().flatten({ background: 'white' }))
  // Speckles go before the image is enlarged: afterwards they are as large as the dots on letters. What is left of
  // them is smoothed out at the final size, and the grain of the paper goes into the white. Measured on heavy grain
  // at 150 dpi and 1.5 degrees: 15 % wrong letters with the first two, 3 % with all three.
  const noisy = await isNoisy(grey)
  const clean = noisy ? await firstChannel(from(sharp, grey).median(3)) : grey
  const enlarged = scale === 1 ? clean : await firstChannel(from(sharp, clean).resize({ ...size, fit: 'fill', kernel: 'cubic' }))
  const smooth = noisy ? await firstChannel(from(sharp, enlarged).blur(SMOOTH).normalise()) : enlarged
  const resized = await whitened(smooth, noisy ? WHITE.noisy : WHITE.clean)
  return { ...resized, dpi: dpi * scale, scale, original: { width, height } }
}

/** The engine's image of `grey` turned clockwise by `turn` and made straight. */
export async function ready(grey: Grey, turn: 0 | 90 | 180 | 270): Promise<Ready> {
  const { default: sharp } = await import('sharp')
  const turned = turn === 0 ? grey : await firstChannel(from(sharp, grey).rotate(turn))
  const upright = from(sharp, turned)
  const angle = skewOf(await thumbnail(turned)).angle
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
export async function thumbnail(plane: Plane): Promise<Thumbnail> {
  const { default: sharp } = await import('sharp')
  const small = await firstChannel(from(sharp, plane).resize({ width: Math.min(plane.width, 1000) }))
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
async function isNoisy({ pixels, width, height }: Plane): Promise<boolean> {
  const { default: sharp } = await import('sharp')
  const rows = Math.min(height, 400)
  const start = Math.floor((height - rows) / 2) * width
  const part = { pixels: pixels.subarray(start, start + rows * width), width, height: rows }
  const smooth = await firstChannel(from(sharp, part).median(3))
  let sum = 0
  for (let i = 0; i < part.pixels.length; i++) sum += Math.abs((part.pixels[i] as number) - (smooth.pixels[i] as number))
  return sum / Math.max(1, part.pixels.length) > NOISY
}

/** The usual grey of the paper, and all above it and a little below, made white; black stays. */
async function whitened(plane: Plane, share: number): Promise<Plane> {
  const { default: sharp } = await import('sharp')
  const counts = new Uint32Array(256)
  for (const value of plane.pixels) counts[value] = (counts[value] as number) + 1
  let seen = 0
  let paper = 0
  while (paper < 255 && seen + (counts[paper] as number) < plane.pixels.length / 2) seen += counts[paper++] as number
  return firstChannel(from(sharp, plane).linear(255 / Math.max(1, paper * share), 0))
}

/** Grey pixels, one byte each. */
interface Plane {
  pixels: Buffer
  width: number
  height: number
}

function from(sharp: typeof import('sharp').default, { pixels, width, height }: Plane): Sharp {
  return sharp(pixels, { raw: { width, height, channels: 1 }, limitInputPixels: false })
}

/** The first channel (red, or grey) of an image: sharp gives back as many channels as it likes. */
async function firstChannel(image: Sharp): Promise<Plane> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  if (channels === 1) return { pixels: data, width, height }
  const pixels = Buffer.alloc(width * height)
  for (let i = 0; i < pixels.length; i++) pixels[i] = data[i * channels] as number
  return { pixels, width, height }
}
