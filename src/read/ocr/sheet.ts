/**
 * A page image made ready: upright, straight, its ink grey and at a usual resolution, without speckles.
 *
 * Coloured inks are left out of what the engine gets: red seals and blue pens lie over names and lists, and in the lightest
 * of the three colours they are as white as the paper.
 * The colours stay at hand for the second look (`second-look.ts`) and for stamps (`stamps.ts`).
 */
import { whitenShadows } from './components.ts'
import { asPlane, from, type Plane, planeOf, type Raster, rasterOf, resized, rotated } from './raster.ts'
import { skewOf, type Thumbnail } from './skew.ts'

export type Turn = 0 | 90 | 180 | 270

/** A page as it was decoded, before it is turned. */
export interface Page {
  raster: Raster
  dpi: number
  noisy: boolean
  /** The plane in which black print is left and coloured pens are not; on pages printed in colour, all but red ink. */
  black: 'most' | 'red'
  /** A small image of it, on which whole-page measures are taken. */
  small: Thumbnail
}

/** An image as an engine gets it, what it was made of, and the way back to the page as it came. */
export interface Sheet {
  /** Upright and straight, at the page's own resolution. */
  raster: Raster
  dpi: number
  /** What the engine reads. */
  ink: Plane
  /** Pixels of `ink` a pixel of `raster`. */
  scale: number
  noisy: boolean
  /** Whether it was turned or straightened. */
  moved: boolean
  /** A point of `raster` on the page as it came. */
  toOriginal(x: number, y: number): [number, number]
}

/** What is enlarged is enlarged to this: below, an engine loses marks; the letters of A4 print are 30 pixels high. */
const READING_DPI = 200
/** A finer scan is reduced to this. */
const FINEST_DPI = 300
/** For pages with grain, whose letters are mended by enlarging. */
const NOISY_DPI = 300
/** Nothing is scaled by more than this. */
const ENLARGED = 4
/**
 * Mean difference from the median of the pixels around, 0 to 255, above which an image counts as noisy: in the quietest
 * quarter of its tiles, grain that harms the reading has 7 and more, print at 100 dpi about 1.
 */
const NOISY = 4
/** Sides of a tile, in pixels. */
const TILE = 16
const MEASURED_ROWS = 400
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

export async function pageOf(raster: Raster, density: number | undefined): Promise<Page> {
  const dpi = likelyDpi(raster.width, raster.height, density)
  return {
    raster,
    dpi,
    noisy: await isNoisy(raster),
    black: colouredShare(raster) > COLOURED ? 'red' : 'most',
    small: thumbnail(raster),
  }
}

/** The page turned clockwise by `turn` and made straight. */
export async function sheetOf(page: Page, turn: Turn): Promise<Sheet> {
  const turned = await rotated(page.raster, turn)
  const small = turn === 0 ? page.small : thumbnail(turned)
  const angle = skewOf(small).angle
  const leans = Math.abs(angle) >= STRAIGHT
  const raster = leans ? await rotated(turned, -angle) : turned
  const lean = leans ? (angle * Math.PI) / 180 : 0
  const { ink, scale } = await inkOf(whitenShadows(ownPlane(raster, page.black)), page)
  return {
    raster,
    dpi: page.dpi,
    ink,
    scale,
    noisy: page.noisy,
    moved: turn !== 0 || leans,
    toOriginal(x, y) {
      // Back from the straightened image (whose centre is the centre of the leaning one) …
      const [dx, dy] = [x - raster.width / 2, y - raster.height / 2]
      const u = dx * Math.cos(lean) - dy * Math.sin(lean) + turned.width / 2
      const v = dx * Math.sin(lean) + dy * Math.cos(lean) + turned.height / 2
      // … and from the turned one.
      if (turn === 90) return [v, page.raster.height - u]
      if (turn === 180) return [page.raster.width - u, page.raster.height - v]
      if (turn === 270) return [page.raster.width - v, u]
      return [u, v]
    },
  }
}

/**
 * What an engine gets of a plane: at a usual resolution, the paper white. Speckles go before the image is enlarged:
 * afterwards they are as large as the dots on letters. What is left of them is smoothed out at the final size, and the
 * grain of the paper goes into the white. Measured on heavy grain at 150 dpi and 1.5 degrees: 15 % wrong letters with
 * the first two, 3 % with all three. The plane that is given is written over.
 */
export async function inkOf(
  plane: Plane,
  { dpi, noisy, wanted }: { dpi: number; noisy: boolean; wanted?: number },
): Promise<{ ink: Plane; scale: number }> {
  const target = noisy ? NOISY_DPI : (wanted ?? Math.min(FINEST_DPI, Math.max(READING_DPI, dpi)))
  const scale = Math.min(target / dpi, ENLARGED)
  const size = [Math.max(1, Math.round(plane.width * scale)), Math.max(1, Math.round(plane.height * scale))] as const
  const clean = noisy ? asPlane(await rasterOf((await from(plane)).median(3).toColourspace('b-w'))) : plane
  const enlarged = await resized(clean, ...size)
  const smooth = noisy
    ? asPlane(await rasterOf((await from(enlarged)).blur(SMOOTH).normalise().toColourspace('b-w')))
    : enlarged
  return { ink: whiten(smooth, noisy ? WHITE.noisy : WHITE.clean), scale }
}

/** A plane that may be written over. */
function ownPlane(raster: Raster, kind: 'red' | 'most'): Plane {
  const plane = planeOf(raster, kind)
  return plane.pixels === raster.pixels ? { ...plane, pixels: new Uint8Array(plane.pixels) } : plane
}

/** Share of the dark pixels that may be blue: pens, not print. */
const COLOURED = 0.35
/** Every so many pixels are looked at. */
const SAMPLED = 7

/** How much of what is dark in the red plane is not dark in all colours: print or writing in blue, violet or green. */
function colouredShare({ pixels, channels }: Raster): number {
  if (channels === 1) return 1
  let [dark, coloured] = [0, 0]
  for (let at = 0; at < pixels.length; at += 3 * SAMPLED) {
    if ((pixels[at] as number) > 110) continue
    dark++
    if (Math.max(pixels[at + 1] as number, pixels[at + 2] as number) > 150) coloured++
  }
  return coloured / Math.max(1, dark)
}

/** About how wide a thumbnail is, in pixels. */
const THUMBNAIL = 1000

/** A small image in which dark is 1, of the red plane: for what is measured over the whole page. */
export function thumbnail({ pixels, width, height, channels }: Raster): Thumbnail {
  const factor = Math.max(1, Math.round(width / THUMBNAIL))
  const [across, down] = [Math.max(1, Math.floor(width / factor)), Math.max(1, Math.floor(height / factor))]
  const sums = new Uint32Array(across * down)
  for (let y = 0; y < down * factor; y++) {
    const row = Math.floor(y / factor) * across
    let at = y * width * channels
    for (let x = 0; x < across; x++) {
      let sum = 0
      for (let dx = 0; dx < factor; dx++, at += channels) sum += pixels[at] as number
      sums[row + x] = (sums[row + x] as number) + sum
    }
  }
  let total = 0
  for (let i = 0; i < sums.length; i++) total += sums[i] as number
  const threshold = Math.min(200 * factor * factor, (total / sums.length) * 0.75)
  const dark = new Uint8Array(sums.length)
  for (let i = 0; i < dark.length; i++) dark[i] = (sums[i] as number) < threshold ? 1 : 0
  return { width: across, height: down, dark }
}

/** What the file says, where that makes a page of a usual size; else a page is taken to be as wide as A4. */
function likelyDpi(width: number, height: number, density: number | undefined): number {
  const shorter = Math.min(width, height)
  if (density && density > 72 && shorter / density > 4 && shorter / density < 18) return density
  return Math.max(60, shorter / A4_WIDTH)
}

/**
 * Whether the paper has grain: how far rows in the middle of the page are from their median-filtered selves, tile by tile.
 * Grain is in every tile, thin strokes of print in some; on a coarse scan the filter takes those for speckles.
 */
async function isNoisy({ pixels, width, height, channels }: Raster): Promise<boolean> {
  const rows = Math.min(height, MEASURED_ROWS)
  const [start, end] = [0, rows].map((row) => (Math.floor((height - rows) / 2) + row) * width * channels)
  const part = planeOf({ pixels: pixels.subarray(start, end), width, height: rows, channels }, 'red')
  const smooth = asPlane(await rasterOf((await from(part)).median(3).toColourspace('b-w')))
  const across = Math.ceil(width / TILE)
  const sums = new Float64Array(across * Math.ceil(rows / TILE))
  for (let y = 0, at = 0; y < rows; y++)
    for (let x = 0; x < width; x++, at++) {
      const tile = Math.floor(y / TILE) * across + Math.floor(x / TILE)
      sums[tile] = (sums[tile] as number) + Math.abs((part.pixels[at] as number) - (smooth.pixels[at] as number))
    }
  const quiet = sums.sort()[sums.length >> 2] as number
  return quiet / TILE ** 2 > NOISY
}

/** Of every so many pixels one is asked how white the paper is. */
const ASKED = 7

/** The usual grey of the paper, and all above it and a little below, made white, in the plane itself; black stays. */
export function whiten(plane: Plane, share: number): Plane {
  const { pixels } = plane
  const counts = new Uint32Array(256)
  let asked = 0
  for (let i = 0; i < pixels.length; i += ASKED, asked++)
    counts[pixels[i] as number] = (counts[pixels[i] as number] as number) + 1
  let seen = 0
  let paper = 0
  while (paper < 255 && seen + (counts[paper] as number) < asked / 2) seen += counts[paper++] as number
  const white = Math.max(1, paper * share)
  if (white >= 254.5) return plane
  const table = Uint8Array.from({ length: 256 }, (_, value) => Math.min(255, Math.round((value * 255) / white)))
  for (let i = 0; i < pixels.length; i++) pixels[i] = table[pixels[i] as number] as number
  return plane
}
