/**
 * The rings of a round seal taken away, letters that they cross left. Without them what stands under a seal is no longer
 * one piece with it.
 *
 * A ring is found as a circle on most of whose way there is ink; it goes where it is as thin as it mostly is.
 */
import { INK } from './components.ts'
import type { Plane } from './raster.ts'

export interface Circle {
  x: number
  y: number
  radius: number
}

/** Millimetres: the radius of a seal's outer ring. */
const RADIUS: [number, number] = [12.5, 24]
/** Rings are looked for at this resolution. */
const COARSE_DPI = 60
/** Points that vote for a centre. */
const VOTERS = 4000
const WAYS = 72
/** Share of a circle's way that is ink. */
const OUTER = 0.6
const INNER = 0.5
/** Radii, as shares of the outer one, between which a seal has other rings. */
const OTHERS: [number, number] = [0.4, 1.12]
/** Where a ring is thicker than this many times what four fifths of it are at most, something crosses it. */
const CROSSED = 1.4

/** The outer ring of the clearest seal on a plane; null where there is none. */
export function ringIn(plane: Plane, dpi: number): Circle | null {
  const factor = Math.max(1, Math.round(dpi / COARSE_DPI))
  const { points, width, height } = coarsePoints(plane, factor)
  const millimetre = dpi / factor / 25.4
  let best = { x: 0, y: 0, radius: 0, share: 0 }
  for (let radius = Math.round(RADIUS[0] * millimetre); radius <= RADIUS[1] * millimetre; radius++) {
    const votes = votesFor(points, { radius, width, height })
    let most = 0
    for (let at = 1; at < votes.length; at++) if ((votes[at] as number) > (votes[most] as number)) most = at
    const share = (votes[most] as number) / radius
    if (share > best.share) best = { x: most % width, y: Math.floor(most / width), radius, share }
  }
  if (best.radius === 0) return null
  const centred = { x: (best.x + 0.5) * factor, y: (best.y + 0.5) * factor, radius: best.radius * factor }
  const found = refined(plane, centred, factor)
  return shareOf(plane, found) >= OUTER ? found : null
}

/** The plane without the rings around a seal's centre. */
export function withoutRings(plane: Plane, seal: Circle): Plane {
  const out = { ...plane, pixels: Uint8Array.from(plane.pixels) }
  const [least, most] = OTHERS.map((share) => Math.round(share * seal.radius)) as [number, number]
  const reach = Math.max(2, 0.04 * seal.radius)
  let last = -reach
  for (let radius = most; radius >= least; radius--) {
    const ring = { ...seal, radius }
    if (Math.abs(last - radius) < reach || shareOf(plane, ring) < INNER) continue
    last = radius
    erase(out, plane, ring, reach)
  }
  return out
}

function coarsePoints({ pixels, width, height }: Plane, factor: number) {
  const [across, down] = [Math.floor(width / factor), Math.floor(height / factor)]
  const points: number[] = []
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      let ink = 0
      for (let dy = 0; dy < factor; dy++)
        for (let dx = 0; dx < factor; dx++)
          if ((pixels[(y * factor + dy) * width + x * factor + dx] as number) < INK) ink++
      // What is wholly black is no thin ring.
      if (ink > 0.15 * factor * factor && ink < 0.95 * factor * factor) points.push(x, y)
    }
  const step = Math.ceil(points.length / 2 / VOTERS)
  const kept = step <= 1 ? points : points.filter((_, index) => (index >> 1) % step === 0)
  return { points: kept, width: across, height: down }
}

/** How many points lie at `radius` from each centre that can be one. */
function votesFor(
  points: readonly number[],
  { radius, width, height }: { radius: number; width: number; height: number },
): Uint16Array {
  const votes = new Uint16Array(width * height)
  for (let way = 0; way < WAYS; way++) {
    const dx = Math.round(radius * Math.cos((2 * Math.PI * way) / WAYS))
    const dy = Math.round(radius * Math.sin((2 * Math.PI * way) / WAYS))
    for (let i = 0; i < points.length; i += 2) {
      const [x, y] = [(points[i] as number) + dx, (points[i + 1] as number) + dy]
      if (x >= 0 && y >= 0 && x < width && y < height) votes[y * width + x] = (votes[y * width + x] as number) + 1
    }
  }
  return votes
}

/** The circle near by on which most ink lies. */
function refined(plane: Plane, circle: Circle, reach: number): Circle {
  let best = { circle, share: shareOf(plane, circle) }
  for (let step = Math.max(1, Math.round(reach)); step >= 1; step = step === 1 ? 0 : step >> 1)
    for (let round = 0; round < 4; round++) {
      const better = bestAround(plane, best, step)
      if (better === best) break
      best = better
    }
  return best.circle
}

const WAYS_OFF = [-1, 0, 1]

function bestAround<B extends { circle: Circle; share: number }>(plane: Plane, from: B, step: number): B {
  const { x, y, radius } = from.circle
  const others = WAYS_OFF.flatMap((dx) =>
    WAYS_OFF.flatMap((dy) =>
      WAYS_OFF.map((dr) => ({ x: x + dx * step, y: y + dy * step, radius: radius + dr * step })),
    ),
  )
  let best = from
  for (const circle of others) {
    const share = shareOf(plane, circle)
    if (share > best.share) best = { ...from, circle, share }
  }
  return best
}

/** How much of a circle's way is ink, a pixel to either side counted. */
function shareOf(plane: Plane, { x, y, radius }: Circle): number {
  const steps = Math.max(90, Math.round(radius * 2))
  let ink = 0
  for (let step = 0; step < steps; step++) {
    const [cos, sin] = [Math.cos((2 * Math.PI * step) / steps), Math.sin((2 * Math.PI * step) / steps)]
    for (let r = radius - 1; r <= radius + 1; r++)
      if (isInk(plane, x + r * cos, y + r * sin)) {
        ink++
        break
      }
  }
  return ink / steps
}

function isInk({ pixels, width, height }: Plane, x: number, y: number): boolean {
  const [left, top] = [Math.round(x), Math.round(y)]
  return left >= 0 && top >= 0 && left < width && top < height && (pixels[top * width + left] as number) < INK
}

/** Ink on one way out from a circle's centre. */
interface Run {
  cos: number
  sin: number
  from: number
  to: number
}

function erase(out: Plane, plane: Plane, circle: Circle, reach: number): void {
  const steps = Math.round(circle.radius * 9)
  const runs: Run[] = []
  for (let step = 0; step < steps; step++) {
    const run = runOn(plane, circle, (2 * Math.PI * step) / steps, reach)
    if (run) runs.push(run)
  }
  const widths = runs.map(({ from, to }) => to - from + 1).sort((a, b) => a - b)
  const thickest = CROSSED * (widths[Math.floor(widths.length * 0.8)] ?? 0) + 1
  for (const run of runs) if (run.to - run.from + 1 <= thickest) whiten(out, circle, run)
}

/** The ink nearest to a circle on one way. */
function runOn(plane: Plane, { x, y, radius }: Circle, angle: number, reach: number): Run | null {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const inked = (r: number) => isInk(plane, x + r * cos, y + r * sin)
  let off = 0
  while (off <= reach && !inked(radius + off) && !inked(radius - off)) off++
  if (off > reach) return null
  let from = inked(radius + off) ? radius + off : radius - off
  let to = from
  while (inked(from - 1)) from--
  while (inked(to + 1)) to++
  return { cos, sin, from, to }
}

/** Pixels in which a stroke fades into the paper. */
const EDGE = 2

function whiten(out: Plane, { x, y }: Circle, { cos, sin, from, to }: Run): void {
  for (let r = from - EDGE; r <= to + EDGE; r++) {
    const [left, top] = [Math.round(x + r * cos), Math.round(y + r * sin)]
    if (left < 0 || top < 0 || left >= out.width || top >= out.height) continue
    const at = top * out.width + left
    if ((r >= from && r <= to) || (out.pixels[at] as number) >= INK) out.pixels[at] = 255
  }
}
