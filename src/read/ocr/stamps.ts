/**
 * Stamps: urgency, secrecy and the receiving office's ĐẾN. They are red, and what cleans a page for reading makes red
 * invisible; on pages without colours they are frames with letters in them. Each is found by its ink and its shape, set
 * upright, read, and held against the words that stamps have.
 *
 * A secrecy stamp that is not wholly legible counts as the highest level.
 */
import { perGrammar } from '../../grammar/grammar.ts'
import { phrasesOf } from '../../grammar/wording.ts'
import type { SecrecyLevel } from '../../schema.ts'
import { skeleton } from '../../text.ts'
import type { Box } from '../decoded.ts'
import { coarseBlack, coarseRed, rednessOf } from './coarse.ts'
import { type Component, componentsOf, without } from './components.ts'
import { distance } from './distance.ts'
import type { OcrEngine, OcrWord } from './engine.ts'
import { mendLetters } from './letters.ts'
import { asPlane, cropped, type Plane, planeOf, type Raster, resized, rotated } from './raster.ts'
import type { Sheet } from './sheet.ts'
import { readStack } from './stack.ts'

export interface Stamp {
  kind: 'urgency' | 'secrecy' | 'arrival'
  /** What was read in it, line by line. */
  lines: string[]
  /** The mark as it is meant, in reading case; null where that cannot be told. */
  name: string | null
  /** Of a secrecy stamp. */
  level: SecrecyLevel | null
  /** Mean of its words, 0 to 100. */
  confidence: number
  /** In pixels of the sheet's raster. */
  box: Box
}

/** A stamp's shape before it is read. */
interface Shape {
  box: Box
  /** Degrees by which its long side rises to the right, clockwise positive. */
  angle: number
  plane: Plane
}

/** Millimetres: the smallest stamp (Phụ lục I of the decree has 20 × 8) and the largest, one of arrival. */
const SMALLEST: [number, number] = [11, 5.8]
const LARGEST: [number, number] = [85, 60]
/** Shapes looked at on one page, the largest first. */
const MOST = 4
/** Ratio of the sides of a round seal, and its diameter in millimetres. */
const ROUND = 0.82
const SEAL: [number, number] = [26, 46]
const READING_DPI = 250

/** The stamps of a page; `head` is where its head ends, in pixels of the raster: black ones are looked for above it. */
export async function stampsOn(
  sheet: Sheet,
  head: number | null,
  engine: OcrEngine,
  seconds: () => number,
): Promise<Stamp[]> {
  const shapes = [...redShapes(sheet), ...(head === null ? [] : blackShapes(sheet, head))]
  if (shapes.length === 0) return []
  const upright = await Promise.all(shapes.map((shape) => uprightOf(shape, sheet.dpi)))
  const read = await readStack(upright, READING_DPI, engine, seconds())
  return shapes.flatMap((shape, index) => stampOf(shape, read[index] as OcrWord[]) ?? [])
}

function redShapes({ raster, dpi }: Sheet): Shape[] {
  if (raster.channels !== 3) return []
  const { plane, factor } = coarseRed(raster, dpi)
  return shapesIn(closed(plane), factor, dpi).map((shape) => ({
    ...shape,
    plane: rednessOf(cropped(raster, shape.box)),
  }))
}

function blackShapes({ raster, dpi }: Sheet, head: number): Shape[] {
  const { plane, factor } = coarseBlack(raster, { dpi, rows: head })
  return shapesIn(plane, factor, dpi)
    .filter(({ box }) => box[0] > 0.01 * raster.width && box[2] < 0.99 * raster.width)
    .map((shape) => ({ ...shape, plane: planeOf(cropped(raster, shape.box), 'most') }))
}

/** The round seals of a page, in pixels of its raster: rings of red ink. */
export function sealsOn(raster: Raster, dpi: number): Box[] {
  if (raster.channels !== 3) return []
  const { plane, factor } = coarseRed(raster, dpi)
  const millimetre = dpi / factor / 25.4
  return componentsOf(plane, 60).flatMap(({ box }) => {
    const [width, height] = [(box[2] - box[0]) / millimetre, (box[3] - box[1]) / millimetre]
    const round = Math.min(width, height) / Math.max(width, height) > ROUND
    return round && width > SEAL[0] && width < SEAL[1] ? [box.map((side) => side * factor) as Box] : []
  })
}

/** Ink made two points wider on each side, so that letters and frame are one piece. */
function closed({ pixels, width, height }: Plane): Plane {
  const out = new Uint8Array(pixels.length).fill(255)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (pixels[y * width + x] === 0)
        for (let dy = Math.max(0, y - 2); dy <= Math.min(height - 1, y + 2); dy++)
          out.fill(0, dy * width + Math.max(0, x - 2), dy * width + Math.min(width, x + 3))
  return { pixels: out, width, height, channels: 1 }
}

function shapesIn(coarse: Plane, factor: number, dpi: number): Omit<Shape, 'plane'>[] {
  const millimetre = dpi / factor / 25.4
  return componentsOf(coarse, 60)
    .flatMap((component) => {
      const { width, height, angle } = narrowest(component, coarse.width)
      const [long, short] = [width / millimetre, height / millimetre]
      if (long < SMALLEST[0] || short < SMALLEST[1] || long > LARGEST[0] || short > LARGEST[1]) return []
      if (short / long > ROUND && long > SEAL[0] && long < SEAL[1]) return []
      const box = component.box.map((side) => side * factor) as Box
      return { box, angle, area: long * short }
    })
    .sort((a, b) => b.area - a.area)
    .filter(({ box }, index, all) => !all.slice(0, index).some((larger) => isWithin(box, larger.box)))
    .slice(0, MOST)
}

const isWithin = (inner: Box, outer: Box): boolean =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]

/** The narrowest rectangle around a piece, its long side between 60 degrees down and 60 degrees up. */
function narrowest({ pixels }: Component, rowWidth: number): { width: number; height: number; angle: number } {
  const step = Math.max(1, Math.floor(pixels.length / 2000))
  let best = { width: 0, height: 0, angle: 0, area: Number.POSITIVE_INFINITY }
  for (let angle = -60; angle <= 60; angle += 2) {
    const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
    let [left, top, right, bottom] = [
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ]
    for (let i = 0; i < pixels.length; i += step) {
      const at = pixels[i] as number
      const x = at % rowWidth
      const y = (at - x) / rowWidth
      const u = x * cos + y * sin
      const v = y * cos - x * sin
      left = Math.min(left, u)
      right = Math.max(right, u)
      top = Math.min(top, v)
      bottom = Math.max(bottom, v)
    }
    const [width, height] = [right - left + 1, bottom - top + 1]
    if (width >= height && width * height < best.area) best = { width, height, angle, area: width * height }
  }
  return best
}

/** A stamp set upright, at a reading size, without its frame. */
async function uprightOf({ plane, angle }: Shape, dpi: number): Promise<Plane> {
  const scale = READING_DPI / dpi
  const enlarged = await resized(
    plane,
    Math.max(1, Math.round(plane.width * scale)),
    Math.max(1, Math.round(plane.height * scale)),
  )
  const level = asPlane(await rotated(enlarged, Math.abs(angle) < 2 ? 0 : -angle))
  const frames = componentsOf(level, 40).filter(({ box, area }) => {
    const [width, height] = [box[2] - box[0], box[3] - box[1]]
    return (width > 0.55 * level.width && area < 0.5 * width * height) || height > 0.7 * level.height
  })
  return without(level, frames)
}

/** Words of a stamp, folded and run together. */
interface Sign {
  kind: Stamp['kind']
  name: string
  letters: string
  level: SecrecyLevel | null
}

const signs = perGrammar(({ secrecy }): Sign[] => [
  ...secrecy.map(
    ({ id, name }): Sign => ({ kind: 'secrecy', name, letters: lettersOf(name), level: id as SecrecyLevel }),
  ),
  ...phrasesOf('urgency').map((name): Sign => ({ kind: 'urgency', name, letters: lettersOf(name), level: null })),
])
const arrivals = perGrammar(() => phrasesOf('arrival-stamp').map(lettersOf))

const lettersOf = (text: string): string => skeleton(text).replace(/[^a-z]/g, '')

/** Share of a sign's letters that may be misread. */
const MISREAD = 0.34

function stampOf({ box }: Shape, words: OcrWord[]): Stamp | null {
  const lines = new Map<number, string[]>()
  for (const { line, text } of words) lines.set(line, [...(lines.get(line) ?? []), mendLetters(text)])
  const read = [...lines.values()].map((line) => line.join(' '))
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, words.length)
  const base = { lines: read, confidence, box }
  if (words.some(({ text }) => arrivals().includes(lettersOf(text))))
    return { ...base, kind: 'arrival', name: null, level: null }
  const candidates = [read.join(' '), ...read].map(lettersOf).filter((letters) => letters.length > 1)
  let best: { sign: Sign; share: number } | null = null
  for (const sign of signs()) {
    for (const letters of candidates) {
      const share = distance(letters, sign.letters) / sign.letters.length
      if (!best || share < best.share) best = { sign, share }
    }
  }
  if (!best || best.share > MISREAD) return null
  const { kind, name, level } = best.sign
  if (kind !== 'secrecy' || best.share === 0) return { ...base, kind, name, level }
  return { ...base, kind, name: null, level: signs()[0]?.level ?? null }
}
