/** A page's reading as runs of the page as it came. */
import { median } from '../../arrays.ts'
import type { Box } from '../decoded.ts'
import type { Run } from '../layout.ts'
import type { PageWord } from './lines.ts'
import type { Page, Sheet, Turn } from './sheet.ts'
import type { Stamp } from './stamps.ts'
import { isUnsure } from './sure.ts'

export interface RecognisedPage {
  /** In pixels of the original image, made upright and straight; `seen` on the image as it is. */
  runs: Run[]
  width: number
  height: number
  /** Clockwise quarter turns that brought the page upright. */
  turned: Turn
  /** The confidence of each word, 0 to 100. */
  confidences: number[]
  /** Urgency, secrecy, arrival; boxes in pixels of the original image as it is. */
  stamps: Stamp[]
  /** There was no time for the second look, nor to look for stamps. */
  isHurried?: true
}

/** What was read on a sheet. */
export interface Reading {
  words: PageWord[]
  isHurried?: true
  sheet: Sheet
  turn: Turn
  stamps: Stamp[]
}

export function asPage({ words, sheet, turn, stamps, isHurried }: Reading, page: Page): RecognisedPage {
  const heights = new Map<number, number[]>()
  for (const { line, box } of words) heights.set(line, [...(heights.get(line) ?? []), box[3] - box[1]])
  const sizes = new Map([...heights].map(([line, all]) => [line, median(all) / sheet.scale]))
  const runs = words.map((word): Run => {
    const box = word.box.map((side) => side / sheet.scale) as Box
    const seen = sheet.moved ? onOriginal(box, sheet) : box
    return {
      text: word.text,
      box,
      seen,
      size: sizes.get(word.line) as number,
      confidence: word.confidence,
      chain: word.line,
      spaced: true,
      reading: readingOf(word),
    }
  })
  const sideways = turn % 180 !== 0
  const original = page.raster
  return {
    runs,
    width: sideways ? original.height : original.width,
    height: sideways ? original.width : original.height,
    turned: turn,
    confidences: words.map((word) => word.confidence),
    ...(isHurried && { isHurried }),
    stamps: stamps.map((stamp) => ({ ...stamp, box: sheet.moved ? onOriginal(stamp.box, sheet) : stamp.box })),
  }
}

function readingOf(word: PageWord): NonNullable<Run['reading']> {
  return {
    sure: word.misread === undefined && word.hand === undefined && (word.agreed === true || !isUnsure(word)),
    ...(word.hand ? { hand: word.hand } : {}),
    ...(word.misread === undefined ? {} : { misread: word.misread }),
  }
}

/** The upright box around the corners of a box on the original page. */
function onOriginal([left, top, right, bottom]: Box, sheet: Sheet): Box {
  const corners = [
    sheet.toOriginal(left, top),
    sheet.toOriginal(right, top),
    sheet.toOriginal(left, bottom),
    sheet.toOriginal(right, bottom),
  ]
  const [across, down] = [corners.map((corner) => corner[0]), corners.map((corner) => corner[1])]
  return [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)]
}
