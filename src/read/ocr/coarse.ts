/**
 * A page seen from afar, straight from its pixels: where there is ink of a kind. What is looked for over a whole page (stamps,
 * seals) is looked for on this, so that no plane of the whole page is made for it.
 */
import type { Plane, Raster } from './raster.ts'

/** What is darker is ink. */
const INK = 150
/** Share of a coarse point that is ink, from which on it is. */
const DARK = 0.2
/** A frame's line is a point wide at this resolution. */
const COARSE_DPI = 100
/** Red exceeds the other colours by so much. */
const RED = 42
/** By how much a pixel is darker the redder it is. */
const REDDER = 2.2

export interface Coarse {
  /** 0 where there is ink, 255 elsewhere. */
  plane: Plane
  /** Pixels of the raster a point of the plane. */
  factor: number
}

/** Dark where a page is red. */
export function rednessOf({ pixels, width, height }: Raster): Plane {
  const plane = new Uint8Array(width * height).fill(255)
  for (let i = 0, at = 0; i < plane.length; i++, at += 3) {
    const red = pixels[at] as number
    const green = pixels[at + 1] as number
    const blue = pixels[at + 2] as number
    if (red - green > RED && red - blue > RED) plane[i] = Math.max(0, 255 - REDDER * (red - (green + blue) / 2))
  }
  return { pixels: plane, width, height, channels: 1 }
}

/** The red ink of a page in colours, as {@link rednessOf} has it. */
export function coarseRed(raster: Raster, dpi: number): Coarse {
  const { pixels, width } = raster
  const enough = (255 - INK) / REDDER
  return coarse(raster, { dpi, rows: raster.height }, (counts, factor, row) => {
    for (let x = 0, at = row * width * 3; x < counts.length; x++)
      for (let dx = 0; dx < factor; dx++, at += 3) {
        const red = pixels[at] as number
        const green = pixels[at + 1] as number
        if (red - green <= RED) continue
        const blue = pixels[at + 2] as number
        if (red - blue > RED && red - (green + blue) / 2 > enough) counts[x] = (counts[x] as number) + 1
      }
  })
}

/** What is dark in all colours, in the upper `rows` of a page. */
export function coarseBlack(raster: Raster, { dpi, rows }: { dpi: number; rows: number }): Coarse {
  const { pixels, width, channels } = raster
  const part = { dpi, rows: Math.max(1, Math.min(raster.height, Math.ceil(rows))) }
  const [green, blue] = channels === 3 ? [1, 2] : [0, 0]
  return coarse(raster, part, (counts, factor, row) => {
    for (let x = 0, at = row * width * channels; x < counts.length; x++)
      for (let dx = 0; dx < factor; dx++, at += channels)
        if ((pixels[at] as number) < INK && (pixels[at + green] as number) < INK && (pixels[at + blue] as number) < INK)
          counts[x] = (counts[x] as number) + 1
  })
}

/** @param count adds to each point the ink of `factor` pixels of a row */
function coarse(
  { width }: Raster,
  { dpi, rows }: { dpi: number; rows: number },
  count: (counts: Uint16Array, factor: number, row: number) => void,
): Coarse {
  const factor = Math.max(1, Math.round(dpi / COARSE_DPI))
  const [across, down] = [Math.floor(width / factor), Math.floor(rows / factor)]
  const points = new Uint8Array(across * down)
  const enough = DARK * factor * factor
  const counts = new Uint16Array(across)
  for (let y = 0; y < down; y++) {
    counts.fill(0)
    for (let dy = 0; dy < factor; dy++) count(counts, factor, y * factor + dy)
    for (let x = 0; x < across; x++) points[y * across + x] = (counts[x] as number) >= enough ? 0 : 255
  }
  return { plane: { pixels: points, width: across, height: down, channels: 1 }, factor }
}
