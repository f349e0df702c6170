/**
 * One page image → runs: made ready, read, read again the other way round where the first reading makes no sense, looked
 * at a second time where it matters, and held against the lexicon.
 */
import { outsideOf } from './beside-stamps.ts'
import { type OcrEngine, OcrTimeout } from './engine.ts'
import { markHands } from './figures.ts'
import { partGlued } from './glued.ts'
import { mendLetters } from './letters.ts'
import { footStart, headEnd, linesOf } from './lines.ts'
import { repair, repairPost, signedLines } from './mend-lines.ts'
import { decodeRaster, type PageImage } from './raster.ts'
import { asPage, type Reading, type RecognisedPage } from './recognised.ts'
import { secondLook } from './second-look.ts'
import { isWritten, makesSense, weight } from './sense.ts'
import { type Page, pageOf, sheetOf, type Turn } from './sheet.ts'
import { isBlank, isSideways } from './skew.ts'
import { stampsOn } from './stamps.ts'

/** A page image decoded and measured: what comes before an engine, so that it can be done while another page is read. */
export async function prepare(image: PageImage, limits: { pixels: number }): Promise<Page> {
  const { raster, density } = await decodeRaster(image, limits)
  return pageOf(raster, density)
}

/** @throws OcrTimeout when all of it took longer than `seconds`. */
export async function recognise(
  page: Page,
  engine: OcrEngine,
  { seconds }: { seconds: number },
): Promise<RecognisedPage> {
  const end = Date.now() + seconds * 1000
  const { width, height } = page.raster
  if (isBlank(page.small)) return { runs: [], width, height, turned: 0, confidences: [], stamps: [] }
  let first: Reading | null = null
  for (const turn of isSideways(page.small) ? ([90, 270] as const) : ([0, 180] as const)) {
    const reading = await read(page, turn, engine, timeLeft(end))
    if (makesSense(reading.words)) return asPage(await lookedInTime(reading, engine, end), page)
    // The first way stays unless the other is clearly the right one.
    first = first && weight(first.words) * 1.3 > weight(reading.words) ? first : reading
  }
  return asPage(await lookedInTime(first as Reading, engine, end), page)
}

function timeLeft(end: number): number {
  const seconds = (end - Date.now()) / 1000
  if (seconds <= 0) throw new OcrTimeout()
  return seconds
}

async function read(page: Page, turn: Turn, engine: OcrEngine, seconds: number): Promise<Reading> {
  const sheet = await sheetOf(page, turn)
  const found = await engine.words({ image: sheet.ink, dpi: sheet.dpi * sheet.scale, layout: 'page', seconds })
  const written = new Set(found.filter(isWritten).map((word) => word.line))
  const words = found
    .filter((word) => written.has(word.line))
    .map((word) => ({ ...word, text: mendLetters(word.text) }))
  return { words, sheet, turn, stamps: [] }
}

/** What was read stays where there is no time for more; a page whose stamps were not looked for says so. */
async function lookedInTime(reading: Reading, engine: OcrEngine, end: number): Promise<Reading> {
  try {
    return await looked(reading, engine, end)
  } catch (error) {
    if (!(error instanceof OcrTimeout)) throw error
    return { ...reading, isHurried: true }
  }
}

/** The reading with its stamps known, its head and foot looked at again, hands told apart, marks put right. */
async function looked({ words, sheet, turn }: Reading, engine: OcrEngine, end: number): Promise<Reading> {
  const start = headEnd(linesOf(words), sheet.ink)
  const stamps = await stampsOn(sheet, start === null ? null : start / sheet.scale, engine, () => timeLeft(end))
  const { words: again, block } = await secondLook(sheet, outsideOf(stamps, words, sheet), engine, timeLeft(end))
  const read = linesOf(again)
  const head = headEnd(read, sheet.ink) ?? 0
  const lines = read.map((line) => (line.box[1] < head ? partGlued(line) : line))
  const foot = footStart(lines, sheet.ink.height) ?? sheet.ink.height
  lines.forEach((each, at) => {
    const line = each.box[1] < head ? markHands(sheet, each) : each
    lines[at] = line
    if (line.box[1] < head || line.box[3] > foot) repair(line)
    if (line.box[3] > foot) repairPost(line)
  })
  const whole = block ? signedLines(lines, block) : lines
  return { words: whole.flatMap(({ words: own }) => own), sheet, turn, stamps }
}
