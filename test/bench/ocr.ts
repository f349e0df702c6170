/**
 * OCR by condition: fixtures drawn on A4, scanned badly on purpose (resolution, noise, skew), read back by both
 * engines. For each condition: character error rate, share of the form's fields that the record gets right, both beside
 * plain-text OCR (the engine's words in the engine's order, no layout), seconds a page and memory.
 *
 * Columns of its table: engine, dpi, noise, skew, CER, CER plain, fields, fields plain, seconds a page, MB.
 */
import { writeSync } from 'node:fs'
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import sharp from 'sharp'
import { parseDecoded, parseDirective } from '../../src/pipeline.ts'
import { readImage } from '../../src/read/image.ts'
import { prepare } from '../../src/read/ocr/page.ts'
import { sheetOf } from '../../src/read/ocr/sheet.ts'
import { closeOcrEngines, ocrEngine } from '../../src/read/ocr/engines.ts'
import { type OcrEngineName, readOptions } from '../../src/read/options.ts'
import type { DirectiveRecord } from '../../src/schema.ts'
import { type Fixture, loadFixtures, type Truth } from '../fixtures.ts'

export interface Condition {
  dpi: number
  noise: 'clean' | 'light' | 'heavy'
  /** Degrees. */
  skew: number
}

export const CONDITIONS: Condition[] = [150, 200, 300].flatMap((dpi) =>
  (['clean', 'light', 'heavy'] as const).flatMap((noise) => [0, 1.5].map((skew) => ({ dpi, noise, skew }))),
)

export interface Outcome {
  pages: number
  seconds: number
  /** Edits and letters of all documents. */
  edits: number
  plainEdits: number
  letters: number
  /** Fields of header, recipients and signature: those expected, and those right. */
  fields: number
  right: number
  plainRight: number
}

type Sample = Fixture & { expected: Truth }

/** Reads every sample under one condition. */
export async function measure(samples: Sample[], condition: Condition, engine: OcrEngineName): Promise<Outcome> {
  const options = readOptions({ ocrEngine: engine })
  const sum: Outcome = { pages: 0, seconds: 0, edits: 0, plainEdits: 0, letters: 0, fields: 0, right: 0, plainRight: 0 }
  for (const sample of samples) {
    const read: string[] = []
    const plain: string[] = []
    const { images, text } = drawn(sample.text, condition.dpi)
    for (const image of images) {
      const scan = await degraded(image, condition)
      const start = performance.now()
      read.push((await readImage(scan, options)).text)
      sum.seconds += (performance.now() - start) / 1000
      sum.pages++
      plain.push(await plainText(scan, engine))
    }
    const wanted = squeezed(text)
    sum.letters += wanted.length
    sum.edits += distance(wanted, squeezed(read.join(' ')))
    sum.plainEdits += distance(wanted, squeezed(plain.join(' ')))
    const image = { format: 'image', encoding: null, pages: 1, ocr: null, places: [], diagnostics: [] } as const
    const ours = parseDecoded({ ...image, text: read.join('\f'), places: [], diagnostics: [] }, new Uint8Array())
    const theirs = parseDirective(plain.join('\f'))
    const score = fieldsOf(sample.expected, ours)
    sum.fields += score.total
    sum.right += score.right
    sum.plainRight += fieldsOf(sample.expected, theirs).right
  }
  return sum
}

/** One page as the engine gives it: cleaned like ours, its lines in its own order, no layout. */
async function plainText(image: Buffer, engine: OcrEngineName): Promise<string> {
  const options = readOptions({ ocrEngine: engine })
  const sheet = await sheetOf(await prepare({ data: image }, options.limits), 0)
  const words = await (await ocrEngine(options)).words({
    image: sheet.ink,
    dpi: sheet.dpi * sheet.scale,
    layout: 'page',
    seconds: 120,
  })
  let text = ''
  words.forEach((word, index) => {
    text += (index === 0 ? '' : words[index - 1]?.line === word.line ? ' ' : '\n') + word.text
  })
  return text
}

const HEADER_FIELDS = [
  'number',
  'issuer',
  'parentIssuer',
  'place',
  'date',
  'type',
  'subject',
  'urgency',
  'archive',
] as const

/** How many of the expected fields a record has, letter for letter but for case, spaces and the place of tone marks. */
function fieldsOf(expected: Truth, record: DirectiveRecord): { total: number; right: number } {
  const plain = (value: unknown) =>
    String(value ?? '')
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
  let total = 0
  let right = 0
  const compare = (wanted: unknown, found: unknown) => {
    if (wanted === null || wanted === undefined) return
    total++
    if (plain(wanted) === plain(found)) right++
  }
  for (const field of HEADER_FIELDS) compare(expected[field], record[field])
  expected.recipients?.forEach((one, i) => {
    compare(one?.text, record.recipients[i]?.text)
  })
  expected.signatures?.forEach((one, i) => {
    compare(one?.position, record.signatures[i]?.position)
    compare(one?.name, record.signatures[i]?.name)
  })
  return { total, right }
}

const [WIDTH, HEIGHT, LEFT, RIGHT] = [595, 842, 85, 550]

/** A fixture's text on pages of paper, and what was written there, line by line. */
export function drawn(source: string, dpi: number): { images: Buffer[]; text: string } {
  const scale = dpi / 72
  const images: Buffer[] = []
  const text: string[] = []
  let context: SKRSContext2D | null = null
  let y = HEIGHT
  const finish = () => {
    if (context) images.push(context.canvas.encodeSync('png'))
  }
  const next = (pitch: number): SKRSContext2D => {
    y += pitch
    if (context && y < HEIGHT - 60) return context
    finish()
    const canvas = createCanvas(Math.round(WIDTH * scale), Math.round(HEIGHT * scale))
    context = canvas.getContext('2d')
    context.scale(scale, scale)
    context.fillStyle = 'white'
    context.fillRect(0, 0, WIDTH, HEIGHT)
    context.fillStyle = 'black'
    context.font = '13.5px FreeSerif'
    y = 70
    return context
  }
  for (const line of source.split(/[\n\f]/)) {
    const cells = line
      .trim()
      .split(/\t+|\s{3,}|\s*\|\s*/)
      .filter(Boolean)
    const indent = line.length - line.trimStart().length
    const first = cells[0]
    if (first === undefined) {
      y += 7
      continue
    }
    if (cells.length > 1) {
      const on = next(17)
      on.textAlign = first.startsWith('-') ? 'left' : 'center'
      on.fillText(first, on.textAlign === 'left' ? LEFT : 165, y)
      on.textAlign = 'center'
      on.fillText(cells.slice(1).join(' '), 415, y)
      text.push(cells.join(' '))
    } else if (indent > 12) {
      const on = next(17)
      on.textAlign = 'center'
      on.fillText(first, indent > 38 ? 415 : WIDTH / 2, y)
      text.push(first)
    } else {
      const on = context ?? next(17)
      on.textAlign = 'left'
      for (const { words, gap, left } of justified(on, line, indent > 0 ? LEFT + 35 : LEFT)) {
        const here = next(17)
        here.textAlign = 'left'
        let x = left
        for (const word of words) {
          here.fillText(word, x, y)
          x += here.measureText(word).width + gap
        }
        text.push(words.join(' '))
      }
    }
  }
  finish()
  return { images, text: text.join('\n') }
}

/** Lines of a paragraph, all but the last as wide as the page. */
function justified(
  context: SKRSContext2D,
  paragraph: string,
  indent: number,
): { words: string[]; gap: number; left: number }[] {
  const space = context.measureText(' ').width
  const lines: { words: string[]; gap: number; left: number }[] = []
  let words: string[] = []
  let width = 0
  let left = indent
  for (const word of paragraph.trim().split(/\s+/)) {
    const own = context.measureText(word).width
    if (words.length > 0 && left + width + words.length * space + own > RIGHT) {
      lines.push({ words, gap: words.length > 1 ? (RIGHT - left - width) / (words.length - 1) : space, left })
      ;[words, width, left] = [[], 0, LEFT]
    }
    words.push(word)
    width += own
  }
  lines.push({ words, gap: space, left })
  return lines
}

/** A page as a bad scanner sees it; the same every time. */
export async function degraded(image: Buffer, { noise, skew }: Condition): Promise<Buffer> {
  const leaning = skew === 0 ? sharp(image) : sharp(image).rotate(skew, { background: 'white' })
  const { data, info } = await leaning
    .flatten({ background: 'white' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  if (noise !== 'clean') {
    const [spread, specks] = noise === 'light' ? [24, 0.001] : [70, 0.02]
    let seed = 12345
    const random = () => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
      return seed / 0x7fffffff
    }
    for (let i = 0; i < data.length; i++) {
      const grain = (random() + random() + random() - 1.5) * spread
      const value = random() < specks ? random() * 255 : (data[i] as number) * 0.8 + 30 + grain
      data[i] = Math.max(0, Math.min(255, value))
    }
  }
  return sharp(data, { raw })
    .blur(noise === 'heavy' ? 0.6 : 0.4)
    .jpeg({ quality: 75 })
    .withMetadata({ density: 72 })
    .toBuffer()
}

const squeezed = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** Levenshtein distance. */
export function distance(a: string, b: string): number {
  let before = Uint32Array.from({ length: b.length + 1 }, (_, i) => i)
  let row = new Uint32Array(b.length + 1)
  for (let i = 1; i <= a.length; i++) {
    row[0] = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1
      row[j] = Math.min((before[j] as number) + 1, (row[j - 1] as number) + 1, (before[j - 1] as number) + same)
    }
    ;[before, row] = [row, before]
  }
  return before[b.length] as number
}

/** Fixtures whose header and footer stand in two columns, one page or two. */
export function samples(count: number): Sample[] {
  const twoColumns = loadFixtures().filter(({ text }) => {
    const lines = text.split('\n')
    return lines.length < 40 && lines.filter((line) => /\S {4,}\S/.test(line)).length >= 4 && !text.includes('|')
  })
  return twoColumns
    .filter((_, index) => index % Math.max(1, Math.floor(twoColumns.length / count)) === 0)
    .slice(0, count)
}

/** Prints the table; `count` documents a condition. */
export async function run({
  count = 6,
  engines = ['tesseract.js', 'tesseract'] as OcrEngineName[],
  conditions = CONDITIONS,
} = {}): Promise<void> {
  const documents = samples(count)
  const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`
  const row = (...columns: (string | number)[]) =>
    writeSync(1, `${columns.map((column) => String(column).padEnd(13)).join('')}\n`)
  row('engine', 'dpi', 'noise', 'skew', 'CER', 'CER plain', 'fields', 'fields plain', 's/page', 'MB')
  for (const engine of engines) {
    for (const condition of conditions) {
      const { edits, plainEdits, letters, fields, right, plainRight, seconds, pages } = await measure(
        documents,
        condition,
        engine,
      )
      const memory = Math.round(process.memoryUsage().rss / 1e6)
      row(
        engine,
        condition.dpi,
        condition.noise,
        condition.skew,
        share(edits, letters),
        share(plainEdits, letters),
        share(right, fields),
        share(plainRight, fields),
        (seconds / pages).toFixed(1),
        memory,
      )
    }
  }
  await closeOcrEngines()
}
