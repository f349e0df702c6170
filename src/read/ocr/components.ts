/** Connected pieces of ink. */
import type { Box } from '../decoded.ts'
import type { Plane } from './raster.ts'

export interface Component {
  /** In pixels of the plane; the right and lower edges lie behind the last pixel. */
  box: Box
  /** How many pixels are ink. */
  area: number
  /** Indices of its pixels in the plane. */
  pixels: Int32Array
}

/** Ink is darker than this, 0 to 255. */
export const INK = 140

/**
 * The pieces of ink of a plane, eight neighbours taken as connected; those of fewer pixels than `least` are left out.
 *
 * @param ink what is darker than this is ink, 0 to 255
 */
export function componentsOf({ pixels, width, height }: Plane, least = 4, ink = INK): Component[] {
  const seen = new Uint8Array(pixels.length)
  const found: Component[] = []
  let queue = new Int32Array(1 << 12)
  for (let start = 0; start < pixels.length; start++) {
    if (seen[start] || (pixels[start] as number) >= ink) continue
    seen[start] = 1
    queue[0] = start
    let length = 1
    let [left, top, right, bottom] = [width, height, 0, 0]
    for (let head = 0; head < length; head++) {
      const at = queue[head] as number
      const x = at % width
      const y = (at - x) / width
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
      for (let down = y > 0 ? -1 : 0; down <= (y < height - 1 ? 1 : 0); down++) {
        for (let across = x > 0 ? -1 : 0; across <= (x < width - 1 ? 1 : 0); across++) {
          const other = at + down * width + across
          if (seen[other] || (pixels[other] as number) >= ink) continue
          seen[other] = 1
          if (length === queue.length) queue = grown(queue)
          queue[length++] = other
        }
      }
    }
    if (length >= least)
      found.push({ box: [left, top, right + 1, bottom + 1], area: length, pixels: queue.slice(0, length) })
  }
  return found
}

function grown(list: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * list.length)
  larger.set(list)
  return larger
}

/**
 * A plane without some of its pieces.
 *
 * @param edge pixels around a piece in which it fades into the paper: they go too, but for other ink
 */
export function without(plane: Plane, components: readonly Component[], edge = 0): Plane {
  if (components.length === 0) return plane
  const pixels = Uint8Array.from(plane.pixels)
  const { width, height } = plane
  for (const component of components)
    for (const at of component.pixels) {
      pixels[at] = 255
      const x = at % width
      const y = (at - x) / width
      for (let down = Math.max(0, y - edge); down <= Math.min(height - 1, y + edge); down++)
        for (let across = Math.max(0, x - edge); across <= Math.min(width - 1, x + edge); across++)
          if ((pixels[down * width + across] as number) >= INK) pixels[down * width + across] = 255
    }
  return { ...plane, pixels }
}

/** Shares of a side: how near to the edge a scanner's shadow begins, and how far it may reach. */
const AT_EDGE = 0.01
const SHADOW = 0.12

/** Takes the black that a scanner leaves along its edges out of a plane: layouts are taken apart by it. */
export function whitenShadows(out: Plane): Plane {
  const { width, height } = out
  for (let y = 0; y < height; y++) {
    whitenFrom(out, { start: y * width, step: 1, length: width })
    whitenFrom(out, { start: (y + 1) * width - 1, step: -1, length: width })
  }
  for (let x = 0; x < width; x++) {
    whitenFrom(out, { start: x, step: width, length: height })
    whitenFrom(out, { start: (height - 1) * width + x, step: -width, length: height })
  }
  return out
}

/** Whitens the dark stretch that begins at the edge, from there inwards. */
function whitenFrom({ pixels }: Plane, { start, step, length }: { start: number; step: number; length: number }): void {
  const [begins, ends] = [Math.ceil(AT_EDGE * length), Math.ceil(SHADOW * length)]
  let from = 0
  while (from < begins && (pixels[start + from * step] as number) >= INK) from++
  if (from === begins) return
  let to = from
  while (to < ends && (pixels[start + to * step] as number) < INK) to++
  // What goes on is no shadow: a table's rule, a page in reverse.
  if (to === ends) return
  for (let at = 0; at < to + EDGE_FADES; at++) pixels[start + at * step] = 255
}

/** Pixels in which a shadow fades into the paper. */
const EDGE_FADES = 3

/**
 * A plane without its long level strokes: rules under a line of print, which engines take for marks of its letters.
 *
 * @param longest pixels; what is longer is a rule, for no letter has so long a stroke
 */
export function withoutRules({ pixels, width, height }: Plane, longest: number): Plane {
  const out = Uint8Array.from(pixels)
  const dark = (x: number, y: number) => y >= 0 && y < height && (pixels[y * width + x] as number) < INK
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!dark(x, y)) continue
      let end = x
      // A gap of one pixel does not end a rule.
      while (end < width && (dark(end, y) || dark(end + 1, y))) end++
      if (end - x > longest)
        for (let at = x; at < end; at++) eraseStroke(out, { pixels, width, height, channels: 1 }, at, y)
      x = end
    }
  }
  return { pixels: out, width, height, channels: 1 }
}

/** Thickness, in pixels, up to which a stroke that is crossed from above is a rule and not a letter's foot. */
const THICK = 7

/** Erases a pixel of a rule unless a letter's stroke crosses it. */
function eraseStroke(out: Uint8Array, { pixels, width, height }: Plane, x: number, y: number): void {
  let [above, below] = [y, y]
  while (above > 0 && y - above <= THICK && (pixels[(above - 1) * width + x] as number) < INK) above--
  while (below < height - 1 && below - y <= THICK && (pixels[(below + 1) * width + x] as number) < INK) below++
  if (below - above < THICK) out[y * width + x] = 255
}
