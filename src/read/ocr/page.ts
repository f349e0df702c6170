/** One page image → runs: cleaned, read, and read again the other way round where the first reading makes no sense. */
import type { Box } from '../decoded.ts'
import { isSyllable } from '../../grammar/syllable.ts'
import type { Run } from '../layout.ts'
import { type Grey, greyOf, type PageImage, type Ready, ready, thumbnail } from './clean.ts'
import { type OcrEngine, OcrTimeout, type OcrWord } from './engine.ts'
import { isBlank, isSideways } from './skew.ts'

export interface RecognisedPage {
  /** In pixels of the original image, made upright and straight; `seen` on the image as it is. */
  runs: Run[]
  width: number
  height: number
  /** Clockwise quarter turns that brought the page upright. */
  turned: 0 | 90 | 180 | 270
  /** The confidence of each word, 0 to 100. */
  confidences: number[]
}

/** A reading below either is tried upside down too. */
const SURE = 60
const SENSIBLE = 0.5

/** @throws OcrTimeout when all of it took longer than `seconds`. */
export async function recognise(
  image: PageImage,
  engine: OcrEngine,
  limits: { seconds: number; pixels: number },
): Promise<RecognisedPage> {
  const end = Date.now() + limits.seconds * 1000
  const grey = await greyOf(image, limits)
  const small = await thumbnail(grey)
  if (isBlank(small)) return { runs: [], ...grey.original, turned: 0, confidences: [] }
  let first: Reading | null = null
  for (const turn of isSideways(small) ? ([90, 270] as const) : ([0, 180] as const)) {
    const reading = await read(grey, turn, engine, (end - Date.now()) / 1000)
    if (makesSense(reading.words)) return asPage(reading, grey)
    // The first way stays unless the other is clearly the right one.
    first = first && weight(first.words) * 1.3 > weight(reading.words) ? first : reading
  }
  return asPage(first as Reading, grey)
}

interface Reading {
  words: OcrWord[]
  sheet: Ready
  turn: RecognisedPage['turned']
}

async function read(grey: Grey, turn: Reading['turn'], engine: OcrEngine, seconds: number): Promise<Reading> {
  const sheet = await ready(grey, turn)
  if (seconds <= 0) throw new OcrTimeout()
  const words = await engine.words({ image: sheet.image, dpi: sheet.dpi, seconds })
  const written = new Set(words.filter(isWritten).map((word) => word.line))
  return { words: words.filter((word) => written.has(word.line)), sheet, turn }
}

/**
 * Whether a word speaks for its line. Seals, handwriting and speckles are read as lines of odd marks, of which no
 * engine is sure; a line with one word that is something stays whole.
 */
function isWritten({ text, confidence }: OcrWord): boolean {
  const letters = bare(text)
  if (/\p{N}/u.test(text)) return confidence >= 50
  return letters.length > 0 && confidence >= (letters.length > 2 || isSyllable(letters) ? 40 : 80)
}

function makesSense(words: OcrWord[]): boolean {
  const letters = words.filter((word) => /\p{L}{2}/u.test(word.text))
  if (letters.length < 4) return words.length === 0
  const sure = letters.reduce((sum, word) => sum + word.confidence, 0) / letters.length
  return sure >= SURE && letters.filter((word) => isSyllable(bare(word.text))).length / letters.length >= SENSIBLE
}

const weight = (words: OcrWord[]): number =>
  words.reduce((sum, { text, confidence }) => sum + (isSyllable(bare(text)) ? confidence * text.length : 0), 0)

const bare = (text: string): string => text.replace(/[^\p{L}\p{M}]/gu, '').toLowerCase()

function asPage({ words, sheet, turn }: Reading, grey: Grey): RecognisedPage {
  const heights = new Map<number, number[]>()
  for (const { line, box } of words) heights.set(line, [...(heights.get(line) ?? []), box[3] - box[1]])
  const sideways = turn % 180 !== 0
  const { width, height } = grey.original
  const runs = words.map((word): Run => {
    const sizes = (heights.get(word.line) as number[]).sort((a, b) => a - b)
    const size = (sizes[Math.floor(sizes.length / 2)] as number) / grey.scale
    const box = word.box.map((side) => side / grey.scale) as Box
    const seen = sheet.moved ? around(word.box, sheet) : box
    return { text: word.text, box, seen, size, confidence: word.confidence, chain: word.line, spaced: true }
  })
  return {
    runs,
    width: sideways ? height : width,
    height: sideways ? width : height,
    turned: turn,
    confidences: words.map((word) => word.confidence),
  }
}

/** The upright box around the corners of a box on the original page. */
function around([left, top, right, bottom]: Box, sheet: Ready): Box {
  const corners = [sheet.toOriginal(left, top), sheet.toOriginal(right, top), sheet.toOriginal(left, bottom), sheet.toOriginal(right, bottom)]
  const [across, down] = [corners.map((corner) => corner[0]), corners.map((corner) => corner[1])]
  return [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)]
}
