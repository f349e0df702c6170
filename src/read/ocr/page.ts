/**
 * One page image → runs: made ready, read, read again the other way round where the first reading makes no sense, looked
 * at a second time where it matters, and held against the lexicon.
 */
import { isSyllable } from '../../grammar/syllable.ts'
import { skeleton } from '../../text.ts'
import type { Box } from '../decoded.ts'
import type { Run } from '../layout.ts'
import { type OcrEngine, OcrTimeout, type OcrWord } from './engine.ts'
import { partGlued } from './glued.ts'
import { type Blank, blanksIn, isByHand, withoutSerial } from './hand.ts'
import { mendLetters } from './letters.ts'
import { footStart, headEnd, type Line, lineOf, linesOf, type PageWord } from './lines.ts'
import { decodeRaster, type PageImage } from './raster.ts'
import { wholePost } from './posts.ts'
import { repairLine, type Trust } from './repair.ts'
import { isUnsure, secondLook } from './second-look.ts'
import { mendSigned, mendSurname } from './signed.ts'
import { type Page, pageOf, type Sheet, sheetOf, type Turn } from './sheet.ts'
import { isBlank, isSideways } from './skew.ts'
import { type Stamp, stampsOn } from './stamps.ts'

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

/** A reading below either is tried upside down too. */
const SURE = 60
const SENSIBLE = 0.5

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

interface Reading {
  words: PageWord[]
  isHurried?: true
  sheet: Sheet
  turn: Turn
  stamps: Stamp[]
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

/** The lines with those of the signature as its form has them. */
function signedLines(lines: Line[], block: Box): Line[] {
  const isSigned = ({ box }: Line) => box[1] >= block[1] && (box[0] + box[2]) / 2 > block[0]
  const signed = lines.filter(isSigned).sort((a, b) => a.box[1] - b.box[1])
  return [...lines.filter((line) => !isSigned(line)), ...mendSigned(signed).map(mendSurname).map(level)]
}

/** How many times as high as the lowest word a word may be: more is a pen's stroke through it. */
const HIGH = 1.5

/** A line whose words all stand on it: a stroke through one makes its box reach into other lines. */
function level(line: Line): Line {
  const printed = line.words.filter(({ text }) => bare(text).length > 1)
  const lowest = printed.reduce<PageWord | null>(
    (low, word) => (!low || word.box[3] - word.box[1] < low.box[3] - low.box[1] ? word : low),
    null,
  )
  if (!lowest) return line
  const [, top, , bottom] = lowest.box
  const words = line.words.map((word): PageWord => {
    const { box } = word
    return box[3] - box[1] > HIGH * (bottom - top) ? { ...word, box: [box[0], top, box[2], bottom] } : word
  })
  return lineOf(words)
}

/** Print that a stamp lies over stays; what is written in the stamp, or is left of its frame, is no part of the text. */
const PRINT_IN_STAMP = 70

function outsideOf(stamps: Stamp[], words: PageWord[], { scale, raster }: Sheet): PageWord[] {
  const inColours = raster.channels === 3
  const placed = stamps.map(({ box, lines }) => ({
    box: box.map((side) => side * scale) as Box,
    words: new Set(lines.flatMap((line) => line.split(' ').map((word) => skeleton(bare(word))))),
  }))
  return words.filter((word) => {
    const [x, y] = [(word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2]
    const stamp = placed.find(({ box }) => x > box[0] && x < box[2] && y > box[1] && y < box[3])
    if (!stamp) return true
    if (bare(word.text).length > 1 && stamp.words.has(skeleton(bare(word.text)))) return false
    // Where the stamp is red, what is left in it is print or a dark pen.
    return (
      (word.confidence >= (inColours ? PRINT_IN_STAMP : 100) && /[\p{L}\p{N}]{2}/u.test(word.text)) ||
      !(isUnsure(word) || bare(word.text) === '')
    )
  })
}

/** Digits that another hand wrote are clear only where the engine was sure of each, twice. */
const CLEAR = 93

function markHands(sheet: Sheet, line: Line): Line {
  let illegible = false
  for (const blank of blanksIn(line)) {
    if (!isByHand(sheet, line, blank)) {
      mendDigits(blank)
      // Figures that were neither surely read nor twice alike may lack one: a stamp's or a hand's, however even they are.
      if (!isDoubtful(blank)) continue
      if (blank.kind === 'serial') illegible = true
      else for (const word of blank.words) word.hand = 'unclear'
      continue
    }
    const clear =
      /^\d+$/.test(blank.text) &&
      blank.words.every(({ agreed, letters }) => agreed && letters.every(({ confidence }) => confidence >= CLEAR))
    for (const word of blank.words) word.hand = clear ? 'clear' : 'unclear'
    if (blank.kind === 'serial' && !clear) illegible = true
  }
  return illegible ? withoutSerial(line) : line
}

/** Digits below this, and not read twice alike, are no serial. */
const READ = 75

const isDoubtful = ({ words, text }: Blank): boolean =>
  /\d/.test(text) &&
  words.some(
    ({ agreed, figures, letters, confidence }) =>
      figures === 'disputed' ||
      (!agreed &&
        figures === undefined &&
        confidence < READ &&
        letters.some((letter) => /\d/.test(letter.text) && letter.confidence < CLEAR)),
  )

/** Letters that engines print for digits, where only digits can stand. */
const DIGITS: Record<string, string> = { I: '1', l: '1', '|': '1', i: '1', O: '0', o: '0', Z: '2', z: '2', S: '5' }

function mendDigits({ text, words }: Blank): void {
  if (!/\d/.test(text) || !/^[\dIl|iOoZzS]+$/.test(text)) return
  const digits = text.replace(/\D/g, (letter) => DIGITS[letter] as string)
  const word = words.find((own) => own.text.includes(text))
  if (!word || digits === text) return
  word.misread ??= word.text
  word.text = word.text.replace(text, digits)
}

/** A word read below this is poor. */
const FAIR = 80

function trustIn(word: PageWord): Trust {
  if (word.agreed || !isUnsure(word)) return 'sound'
  return word.confidence < FAIR ? 'poor' : 'fair'
}

function repair(line: Line): void {
  const meant = repairLine(
    line.words.map(({ text }) => text),
    line.words.map(trustIn),
  )
  line.words.forEach((word, index) => {
    const text = meant[index] as string
    if (text === word.text || word.hand) return
    word.misread = word.text
    word.text = text
  })
}

/** A post that lost letters is put in the place of its line's first words; what is too many goes. */
function repairPost(line: Line): void {
  if (!line.words.some(isUnsure)) return
  const meant = wholePost(line.words.map(({ text }) => text).join(' '))?.split(' ')
  if (!meant || meant.length > line.words.length) return
  line.words.length = meant.length
  line.words.forEach((word, index) => {
    const text = meant[index] as string
    if (text === word.text) return
    word.misread ??= word.text
    word.text = text
  })
}

function asPage({ words, sheet, turn, stamps, isHurried }: Reading, page: Page): RecognisedPage {
  const heights = new Map<number, number[]>()
  for (const { line, box } of words) heights.set(line, [...(heights.get(line) ?? []), box[3] - box[1]])
  const runs = words.map((word): Run => {
    const sizes = (heights.get(word.line) as number[]).sort((a, b) => a - b)
    const size = (sizes[Math.floor(sizes.length / 2)] as number) / sheet.scale
    const box = word.box.map((side) => side / sheet.scale) as Box
    const seen = sheet.moved ? onOriginal(box, sheet) : box
    return {
      text: word.text,
      box,
      seen,
      size,
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
