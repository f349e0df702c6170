/** Images of pages (PNG, JPEG, TIFF with its frames, WebP) → lines of cells, by OCR. */
import { append } from '../arrays.ts'
import { diagnose, type RuleId } from '../rules.ts'
import type { Decoded, Mark } from './decoded.ts'
import { layOut, type PageRuns } from './layout.ts'
import { ReadError, type ReadOptions } from './options.ts'

/** @throws ReadError for a file that is no image, and where OCR is off. */
export async function readImage(bytes: Uint8Array, options: ReadOptions): Promise<Decoded> {
  const { limits, language } = options
  if (options.ocr === 'never') throw refused(language)
  const frames = await framesOf(bytes, language)
  const [{ prepare, recognise }, { ocrEngine }, { marksOf }] = await Promise.all([
    import('./ocr/page.ts'),
    import('./ocr/engines.ts'),
    import('./ocr/marks.ts'),
  ])
  const engine = await ocrEngine(options)
  const diagnostics: Decoded['diagnostics'] = []
  const say = (rule: RuleId, values: Record<string, string>) => diagnostics.push(diagnose(rule, values, language))
  const wanted = Math.min(frames, limits.pages)
  if (frames > wanted) say('pages-left-out', { count: String(frames), limit: String(wanted) })
  const pages: PageRuns[] = []
  const confidences: number[] = []
  const marks: Mark[] = []
  for (let page = 1; page <= wanted; page++) {
    options.onPage?.(page, wanted)
    try {
      const image = { data: bytes, ...(frames > 1 ? { frame: page - 1 } : {}) }
      const result = await recognise(await prepare(image, limits), engine, { seconds: limits.secondsPerPage })
      append(confidences, result.confidences)
      if (result.isHurried) say('page-hurried', { page: String(page), seconds: String(limits.secondsPerPage) })
      append(marks, marksOf(result.stamps, page))
      pages.push({ page, width: result.width, height: result.height, runs: result.runs })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (error instanceof Error && error.name === 'OcrTimeout')
        say('page-too-slow', { page: String(page), seconds: String(limits.secondsPerPage) })
      else if (/pixel limit/i.test(reason)) say('page-too-large', { page: String(page), pixels: String(limits.pixels) })
      else say('page-unreadable', { page: String(page), reason })
      pages.push({ page, width: 0, height: 0, runs: [] })
    }
  }
  const mean = confidences.reduce((sum, value) => sum + value, 0) / Math.max(1, confidences.length)
  const ocr = { engine: engine.name, confidence: Math.round(mean * 10) / 10 }
  return { ...layOut(pages), marks, format: 'image', encoding: null, pages: frames, ocr, diagnostics }
}

/** How many pages an image file has; moving pictures have one. */
async function framesOf(bytes: Uint8Array, language: ReadOptions['language']): Promise<number> {
  try {
    const { default: sharp } = await import('sharp')
    const { format, pages } = await sharp(bytes, { limitInputPixels: false }).metadata()
    return format === 'tiff' ? (pages ?? 1) : 1
  } catch (cause) {
    const messages = {
      en: 'This image is broken or of an unknown kind; take it again as PNG, JPEG or TIFF.',
      vi: 'Tệp ảnh này bị hỏng hoặc không rõ định dạng; hãy lấy lại ở dạng PNG, JPEG hoặc TIFF.',
    }
    throw new ReadError('image-broken', messages[language], { cause })
  }
}

function refused(language: ReadOptions['language']): ReadError {
  const messages = {
    en: 'This file is an image and OCR is off; read it with OCR (--ocr auto).',
    vi: 'Tệp này là ảnh mà OCR đang tắt; hãy đọc với OCR (--ocr auto).',
  }
  return new ReadError('ocr-needed', messages[language])
}
