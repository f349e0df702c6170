/**
 * Pixels as the OCR path passes them on: one byte a channel, row by row, no header. A coloured page of A4 at 200 dots
 * per inch takes 12 MB, its grey 4 MB; at 300 dots 26 and 9.
 */
import type { Sharp } from 'sharp'
import type { Box } from '../decoded.ts'

/** Grey, or red, green and blue in turn. */
export interface Raster {
  pixels: Uint8Array
  width: number
  height: number
  channels: 1 | 3
}

/** Grey pixels. */
export interface Plane extends Raster {
  channels: 1
}

/** An image file, or bare pixels with their measures. */
export interface PageImage {
  data: Uint8Array
  raw?: { width: number; height: number; channels: 1 | 3 | 4 }
  /** Frame of a TIFF, from 0. */
  frame?: number
  /** Where it is known. */
  dpi?: number
}

export const sharpOf = async () => (await import('sharp')).default

/** A sharp image of pixels. */
export async function from({ pixels, width, height, channels }: Raster): Promise<Sharp> {
  const sharp = await sharpOf()
  return sharp(pixels, { raw: { width, height, channels }, limitInputPixels: false })
}

/** The pixels of a sharp image: grey, or three channels without transparency. */
export async function rasterOf(image: Sharp): Promise<Raster> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  if (channels === 1 || channels === 3) return { pixels: data, width, height, channels }
  // Grey or colour with transparency, which was laid on white before.
  const kept = channels === 2 ? 1 : 3
  const pixels = new Uint8Array(width * height * kept)
  for (let i = 0, from = 0, to = 0; i < width * height; i++, from += channels, to += kept)
    for (let k = 0; k < kept; k++) pixels[to + k] = data[from + k] as number
  return { pixels, width, height, channels: kept }
}

/** An image upright as its own metadata says, on white, and what is known of its resolution. */
export async function decodeRaster(
  image: PageImage,
  limits: { pixels: number },
): Promise<{ raster: Raster; density: number | undefined }> {
  const { data, raw } = image
  if (raw && raw.channels !== 4) return { raster: { pixels: data, ...raw, channels: raw.channels }, density: image.dpi }
  const sharp = await sharpOf()
  const open = sharp(data, {
    limitInputPixels: limits.pixels,
    failOn: 'none',
    ...(raw ? { raw } : {}),
    ...(image.frame === undefined ? {} : { page: image.frame }),
  })
  const { density, space } = raw ? { density: image.dpi, space: 'srgb' } : await open.metadata()
  // Sixteen bits, CMYK and palettes become eight bits of grey or of red, green and blue.
  const plain = open.autoOrient().flatten({ background: 'white' })
  return {
    raster: await rasterOf(space === 'b-w' ? plain.toColourspace('b-w') : plain.toColourspace('srgb')),
    density: image.dpi ?? density,
  }
}

/**
 * One plane of a page. `red` is what black and blue ink look dark in and red ink does not; in `most`, the strongest of the
 * three, both coloured inks vanish and black print is left.
 */
export function planeOf({ pixels, width, height, channels }: Raster, kind: 'red' | 'most'): Plane {
  if (channels === 1) return { pixels, width, height, channels }
  const plane = new Uint8Array(width * height)
  // One loop each: a choice within costs ten times as much.
  if (kind === 'red') for (let i = 0, at = 0; i < plane.length; i++, at += 3) plane[i] = pixels[at] as number
  else
    for (let i = 0, at = 0; i < plane.length; i++, at += 3)
      plane[i] = Math.max(pixels[at] as number, pixels[at + 1] as number, pixels[at + 2] as number)
  return { pixels: plane, width, height, channels: 1 }
}

/** A part of a raster; the box is cut to what there is. */
export function cropped<R extends Raster>(
  { pixels, width, height, channels }: R,
  box: Box,
): Raster & Pick<R, 'channels'> {
  const left = Math.max(0, Math.min(width - 1, Math.floor(box[0])))
  const top = Math.max(0, Math.min(height - 1, Math.floor(box[1])))
  const across = Math.max(1, Math.min(width, Math.ceil(box[2])) - left)
  const down = Math.max(1, Math.min(height, Math.ceil(box[3])) - top)
  const part = new Uint8Array(across * down * channels)
  for (let y = 0; y < down; y++) {
    const start = ((top + y) * width + left) * channels
    part.set(pixels.subarray(start, start + across * channels), y * across * channels)
  }
  return { pixels: part, width: across, height: down, channels }
}

/** A raster with other measures. */
export async function resized(raster: Plane, width: number, height: number): Promise<Plane> {
  if (width === raster.width && height === raster.height) return raster
  const kernel = width > raster.width ? 'cubic' : 'lanczos3'
  return asPlane(
    await rasterOf((await from(raster)).resize({ width, height, fit: 'fill', kernel }).toColourspace('b-w')),
  )
}

/** A raster turned clockwise by degrees, its corners white. */
export async function rotated(raster: Raster, degrees: number): Promise<Raster> {
  if (degrees === 0) return raster
  const turned = (await from(raster)).rotate(degrees, { background: 'white' })
  return rasterOf(raster.channels === 1 ? turned.toColourspace('b-w') : turned)
}

/** The same pixels known to be grey. */
export function asPlane(raster: Raster): Plane {
  return raster.channels === 1 ? { ...raster, channels: 1 } : planeOf(raster, 'red')
}

/** What stands before the pixels of a plane in a file that every engine opens without any work: portable grey map. */
export const pgmHeader = ({ width, height }: Plane): Buffer => Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1')

/** A plane as such a file. */
export const asPgm = (plane: Plane): Buffer => Buffer.concat([pgmHeader(plane), plane.pixels])
