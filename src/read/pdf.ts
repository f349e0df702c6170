/**
 * PDF → lines of cells. A page with a usable text layer is laid out from its runs; a page without one, with a garbled
 * one, or with one that holds only a stamp on a scan, is rendered and read by OCR. What signing programs put over a
 * page (serial, day, stamp) is known exactly either way.
 */
import type { PDFPageProxy } from 'pdfjs-dist'
import { append } from '../arrays.ts'
import { latin } from '../latin.ts'
import { diagnose, type RuleId } from '../rules.ts'
import type { Diagnostic } from '../schema.ts'
import type { Decoded, Mark } from './decoded.ts'
import { mend } from './encoding/mend.ts'
import type { Legacy } from './encoding/tables.ts'
import { layOut, type PageRuns, type Run } from './layout.ts'
import { ENGINE_MISSING, type OcrEngine } from './ocr/engine.ts'
import type { RecognisedPage } from './ocr/recognised.ts'
import { ReadError, type ReadOptions } from './options.ts'
import { annotations } from './pdf-annotations.ts'
import { CANVAS_MISSING, drawingPart } from './pdf-canvas.ts'
import { type OpenPdf, openPdf } from './pdf-document.ts'
import { drawnOn } from './pdf-drawn.ts'
import { decodeFonts } from './pdf-fonts.ts'
import { isForeign, isReadable } from './pdf-quality.ts'
import { renderPage } from './pdf-render.ts'
import { type TextLayer, textLayer } from './pdf-runs.ts'
import { scanOf } from './pdf-scan.ts'
import { joinLetters } from './pdf-spaced.ts'
import { decodedFrom } from './plain.ts'

/** A text layer with fewer letters than this, over an image that fills the page, is a stamp or a file name. */
const STAMP_LETTERS = 400
/** What is said of the installation, not of the file: pages that need nothing of it are read. */
const MISSING: ReadonlySet<string> = new Set([CANVAS_MISSING, ENGINE_MISSING])
/** An image that covers this share of the page is the page. */
const FULL_PAGE = 0.6

interface Reading {
  pdf: OpenPdf
  options: ReadOptions
  say: (rule: RuleId, page: number, values?: Record<string, string>) => void
  confidences: number[]
  marks: Mark[]
  engine: OcrEngine | null
  /** Pages that would have needed OCR, where it is off. */
  refused: number
  /** How many lines were decoded by a font of each encoding. */
  written: Map<Legacy, number>
  /** Why pages could not be drawn or recognised: the part of the installation that is missing. */
  missing: ReadError | null
}

/** @throws ReadError for an encrypted or a broken file, and for a scan where OCR is off. */
export async function readPdf(bytes: Uint8Array, options: ReadOptions): Promise<Decoded> {
  const pdf = await openPdf(bytes, options)
  const { document } = pdf
  const said: { page: number; diagnostic: Diagnostic }[] = []
  const reading: Reading = {
    pdf,
    options,
    say: (rule, page, values) =>
      said.push({ page, diagnostic: diagnose(rule, { page: String(page), ...values }, options.language) }),
    confidences: [],
    marks: [],
    engine: null,
    refused: 0,
    written: new Map(),
    missing: null,
  }
  try {
    const count = document.numPages
    const wanted = Math.min(count, options.limits.pages)
    if (count > wanted) reading.say('pages-left-out', wanted, { count: String(count), limit: String(wanted) })
    const pages = await readPages(reading, wanted)
    const isEmpty = pages.every((page) => page.runs.length === 0)
    if (reading.refused > 0 && isEmpty) throw scanWithoutOcr(options)
    if (reading.missing && isEmpty) throw reading.missing
    const { confidences, engine } = reading
    const confidence = confidences.reduce((sum, value) => sum + value, 0) / Math.max(1, confidences.length)
    const ocr = engine ? { engine: engine.name, confidence: Math.round(confidence * 10) / 10 } : null
    const onPages = said.sort((one, other) => one.page - other.page).map(({ diagnostic }) => diagnostic)
    const diagnostics = [...decodedFrom(reading.written, options.language), ...onPages]
    const marks = reading.marks.sort((one, other) => one.page - other.page)
    return { ...layOut(pages), marks, format: 'pdf', encoding: null, pages: count, ocr, diagnostics }
  } finally {
    await document.loadingTask.destroy().catch(() => {})
  }
}

/** A page as far as it goes without an engine; what is left to do gives its runs. */
type Begun = () => Promise<PageRuns>

/**
 * The pages in their order. While engines read, the next page is opened and decoded, one at a time: at most one page more
 * than are read at once is in memory.
 */
async function readPages(reading: Reading, count: number): Promise<PageRuns[]> {
  const pages: Promise<PageRuns>[] = []
  const running = new Set<Promise<unknown>>()
  for (let number = 1; number <= count; number++) {
    reading.options.onPage?.(number, count)
    const begun = await inReach(reading, number, () => beginPage(reading, number))
    while (running.size >= reading.options.pagesAtOnce) await Promise.race(running)
    const page = typeof begun === 'function' ? inReach(reading, number, begun) : Promise.resolve(begun)
    const ended: Promise<unknown> = page.catch(() => {}).finally(() => running.delete(ended))
    running.add(ended)
    pages.push(page)
  }
  return Promise.all(pages)
}

/** What `work` gives; an empty page, and a diagnostic, where it fails. */
async function inReach<T>(reading: Reading, number: number, work: () => Promise<T>): Promise<T | PageRuns> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ReadError && MISSING.has(error.code)) reading.missing = error
    else if (error instanceof ReadError) throw error
    if (error instanceof Error && error.name === 'OcrTimeout')
      reading.say('page-too-slow', number, { seconds: String(reading.options.limits.secondsPerPage) })
    else reading.say('page-unreadable', number, { reason: error instanceof Error ? error.message : String(error) })
    return { page: number, width: 0, height: 0, runs: [] }
  }
}

async function beginPage(reading: Reading, number: number): Promise<PageRuns | Begun> {
  const page = await reading.pdf.document.getPage(number)
  if (reading.pdf.lightened.has(number))
    reading.say('drawing-left-out', number, { limit: String(reading.options.limits.drawnBytes) })
  try {
    return await pageRuns(reading, page)
  } finally {
    page.cleanup()
  }
}

async function pageRuns(reading: Reading, page: PDFPageProxy): Promise<PageRuns | Begun> {
  const { pdf, options } = reading
  const layer = await textLayer(pdf.pdfjs, page)
  const written = await decodeFonts(pdf.pdfjs, page, layer.runs, isReadable)
  for (const [encoding, lines] of written) reading.written.set(encoding, (reading.written.get(encoding) ?? 0) + lines)
  mendRuns(reading, page.pageNumber, layer.runs)
  const joined = joinLetters(layer.runs)
  if (joined > 0) reading.say('letters-apart', page.pageNumber, { count: String(joined) })
  const rotation = (page.rotate + layer.turned) % 360
  const { inserted, stamps } = await annotations(pdf.pdfjs, page, rotation)
  const number = page.pageNumber
  const sheet = { page: number, width: layer.width, height: layer.height }
  const asText: PageRuns = {
    ...sheet,
    runs: [...layer.runs, ...inserted],
    stamps: [...stamps, ...layer.across.map((run) => [run])],
  }
  const need = await needOfOcr(reading, page, layer)
  if (need === 'none') return asText
  if (options.ocr === 'never') {
    reading.refused++
    reading.say('page-needs-ocr', number)
    const isWreck = need === 'garbled' && !isForeign(textOf(layer.runs))
    return isWreck ? { ...asText, runs: inserted } : asText
  }
  const recognising = await beginOcr(reading, page, rotation)
  if (!recognising) return asText
  return async () => {
    const recognised = await recognising()
    if (need === 'garbled') {
      // Text in another language looks garbled as well: then OCR is no better.
      if (!isReadable(textOf(recognised))) return asText
      reading.say('text-layer-garbled', number)
      return { ...sheet, runs: [...recognised, ...inserted], stamps }
    }
    const stamped = need === 'stamped' ? layer.runs : []
    const written = recognised.filter((run) => !stamped.some((other) => covers(other, run)))
    return { ...sheet, runs: [...written, ...inserted], stamps: [...stamps, ...stamped.map((run) => [run])] }
  }
}

/** Mends the damage of a text layer, each run a line. */
function mendRuns({ say }: Reading, page: number, runs: Run[]): void {
  const { text, horns, joined } = mend(runs.map((run) => run.text).join('\n'))
  const lines = text.split('\n')
  if (lines.length !== runs.length || horns.count + joined.count === 0) return
  runs.forEach((run, index) => {
    run.text = lines[index] as string
  })
  if (horns.count > 0) say('lost-letters', page, { count: String(horns.count) })
  if (joined.count > 0) say('letters-apart', page, { count: String(joined.count) })
}

/** Why a page needs OCR: it has no text, none that makes sense, or only a stamp on a scan. */
async function needOfOcr(
  { pdf, options }: Reading,
  page: PDFPageProxy,
  layer: TextLayer,
): Promise<'none' | 'garbled' | 'empty' | 'stamped'> {
  if (options.ocr === 'always') return 'empty'
  const text = textOf(layer.runs)
  if (!isReadable(text)) return 'garbled'
  const letters = text.match(latin(/[\p{L}\p{N}]/gu))?.length ?? 0
  if (letters >= STAMP_LETTERS) return 'none'
  const drawn = await drawnOn(pdf.pdfjs, page)
  if (drawn.images >= FULL_PAGE) return letters === 0 ? 'empty' : 'stamped'
  return letters === 0 && drawn.anything ? 'empty' : 'none'
}

/** The page as an image, decoded; what is left to do gives its runs, in points. Null where the page is too large. */
async function beginOcr(
  reading: Reading,
  page: PDFPageProxy,
  rotation: number,
): Promise<(() => Promise<Run[]>) | null> {
  const { pdf, options } = reading
  const { pixels, secondsPerPage } = options.limits
  const [{ prepare, recognise }, { ocrEngine }, { marksOf }] = await Promise.all([
    import('./ocr/page.ts'),
    import('./ocr/engines.ts'),
    import('./ocr/marks.ts'),
  ])
  const engine = await ocrEngine(options)
  const start = Date.now()
  const { scan } = await drawnOn(pdf.pdfjs, page)
  const taken = scan ? await scanOf(pdf, page, scan, { pixels, rotation }) : null
  if (!taken) drawingPart(options)
  const rendered = taken ?? (await renderPage(pdf, page, { pixels, seconds: secondsPerPage, rotation }))
  const number = page.pageNumber
  if (!rendered) {
    reading.say('page-too-large', number, { pixels: String(pixels) })
    return null
  }
  const ready = await prepare(rendered.image, options.limits)
  const left = secondsPerPage - (Date.now() - start) / 1000
  return async () => {
    const result = await recognise(ready, engine, { seconds: left })
    append(reading.confidences, result.confidences)
    if (result.isHurried) reading.say('page-hurried', number, { seconds: String(secondsPerPage) })
    if (result.runs.length > 0) reading.engine = engine
    append(reading.marks, marksOf(result.stamps, number, rendered.point))
    return inPoints(result, rendered.point)
  }
}

const textOf = (runs: Run[]) => runs.map((run) => run.text).join(' ')

function inPoints({ runs }: RecognisedPage, point: number): Run[] {
  const scaled = (box: Run['box']) => box.map((side) => side * point) as Run['box']
  return runs.map((run) => ({
    ...run,
    box: scaled(run.box),
    ...(run.seen ? { seen: scaled(run.seen) } : {}),
    ...(run.size === undefined ? {} : { size: run.size * point }),
  }))
}

/** Whether most of a recognised word lies under a run of the text layer. */
function covers(layer: Run, { seen, box }: Run): boolean {
  const [x0, y0, x1, y1] = seen ?? box
  const across = Math.min(x1, layer.box[2]) - Math.max(x0, layer.box[0])
  const down = Math.min(y1, layer.box[3]) - Math.max(y0, layer.box[1])
  return across > 0 && down > 0 && across * down > 0.5 * (x1 - x0) * (y1 - y0)
}

function scanWithoutOcr({ language }: ReadOptions): ReadError {
  const messages = {
    en: 'This PDF is a scan without a text layer and OCR is off; read it with OCR (--ocr auto).',
    vi: 'Tệp PDF này là bản quét không có lớp chữ mà OCR đang tắt; hãy đọc với OCR (--ocr auto).',
  }
  return new ReadError('ocr-needed', messages[language])
}
