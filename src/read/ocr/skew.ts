/** How far lines of text lean, from the profile of dark pixels: straight lines give the sharpest one. */
import { rememberedOf } from '../../remembered.ts'

interface Measures {
  width: number
  height: number
}

export interface Thumbnail extends Measures {
  /** 1 where dark, row by row. */
  dark: Uint8Array
}

export interface Skew {
  /** Degrees, clockwise positive: the page must be turned back by it. */
  angle: number
  /** How sharp the profile of the rows is at that angle; only to be compared with another one of the same page. */
  sharpness: number
}

/** Degrees looked at to either side. */
const WIDEST = 4

/** The lean of rows. Measured once a thumbnail. */
export const skewOf = rememberedOf((page: Thumbnail): Skew => leanOf(pointsOf(page), page))

function leanOf(points: Int16Array, page: Measures): Skew {
  const coarse = best(points, page, range(-WIDEST, WIDEST, 0.5))
  return best(points, page, range(coarse.angle - 0.4, coarse.angle + 0.4, 0.1))
}

/** Whether there is nothing on the page: fewer dark points than half a line of text has. */
export function isBlank({ dark, width }: Thumbnail): boolean {
  let count = 0
  for (let i = 0; i < dark.length; i++) count += dark[i] as number
  return count < width * 0.15
}

/** Whether the lines of text run from top to bottom. */
export function isSideways(page: Thumbnail): boolean {
  const columns = leanOf(pointsOf(page).map(swapped), { width: page.height, height: page.width })
  return columns.sharpness > 1.5 * skewOf(page).sharpness
}

/** The other number of the pair that stands at an index. */
const swapped = (_: number, index: number, points: Int16Array): number => points[index ^ 1] as number

/** At most 60,000 dark points, as x and y in turn; a thin frame at the edges is left out, scanners draw it black. */
const pointsOf = rememberedOf(({ dark, width, height }: Thumbnail): Int16Array => {
  const [left, top] = [Math.floor(width * 0.03), Math.floor(height * 0.03)]
  let count = 0
  for (let y = top; y < height - top; y++)
    for (let x = left; x < width - left; x++) count += dark[y * width + x] as number
  const step = Math.max(1, Math.ceil(count / 60_000))
  const points = new Int16Array(2 * Math.ceil(count / step))
  let [seen, at] = [0, 0]
  for (let y = top; y < height - top; y++)
    for (let x = left; x < width - left; x++) {
      if (!dark[y * width + x] || seen++ % step !== 0) continue
      points[at++] = x
      points[at++] = y
    }
  return points
})

function best(points: Int16Array, { width, height }: Measures, angles: number[]): Skew {
  let found: Skew = { angle: 0, sharpness: -1 }
  for (const angle of angles) {
    const slope = Math.tan((angle * Math.PI) / 180)
    const shift = Math.ceil(Math.abs(slope) * width)
    const rows = new Float64Array(height + 2 * shift + 2)
    for (let i = 0; i < points.length; i += 2) {
      const row = Math.round((points[i + 1] as number) - slope * (points[i] as number)) + shift
      rows[row] = (rows[row] as number) + 1
    }
    let sharpness = 0
    for (let i = 1; i < rows.length; i++) sharpness += ((rows[i] as number) - (rows[i - 1] as number)) ** 2
    if (sharpness > found.sharpness) found = { angle, sharpness }
  }
  return found
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => Math.round((from + i * step) * 100) / 100)
}
