/** The engines by name. Each is started once and kept: starting one costs as much as half a page. */
import { ReadError, type OcrEngineName, type ReadOptions } from '../options.ts'
import type { OcrEngine } from './engine.ts'

const started = new Map<string, Promise<OcrEngine>>()

/** @throws ReadError where the engine that was asked for is not installed. */
export async function ocrEngine(options: Pick<ReadOptions, 'ocrEngine' | 'language'>): Promise<OcrEngine> {
  const name = options.ocrEngine === 'auto' ? await automatic() : options.ocrEngine
  const engine = started.get(name) ?? start(name, options.language)
  started.set(name, engine)
  try {
    return await engine
  } catch (error) {
    started.delete(name)
    throw error
  }
}

/** Ends all engines; they are started again when they are needed. */
export async function closeOcrEngines(): Promise<void> {
  const all = [...started.values()]
  started.clear()
  for (const engine of all) await engine.then((running) => running.close()).catch(() => {})
}

let fastest: Promise<Exclude<OcrEngineName, 'auto'>> | undefined

/** The installed engine where there is one: the same model read in two thirds of the time. */
function automatic(): Promise<Exclude<OcrEngineName, 'auto'>> {
  fastest ??= import('./tesseract.ts').then(async ({ hasTesseract }) =>
    (await hasTesseract()) ? 'tesseract' : 'tesseract.js',
  )
  return fastest
}

async function start(name: Exclude<OcrEngineName, 'auto'>, language: ReadOptions['language']): Promise<OcrEngine> {
  if (name === 'tesseract.js') return (await import('./tesseract-js.ts')).tesseractJs()
  const { hasTesseract, tesseract } = await import('./tesseract.ts')
  if (await hasTesseract()) return tesseract()
  const messages = {
    en: 'The program tesseract is not installed; install tesseract-ocr, or use the engine tesseract.js.',
    vi: 'Chưa cài chương trình tesseract; hãy cài tesseract-ocr, hoặc dùng bộ nhận dạng tesseract.js.',
  }
  throw new ReadError('ocr-engine-missing', messages[language])
}
