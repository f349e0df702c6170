/** The engines by name. Each is started once and kept: starting one costs as much as half a page. */
import { ReadError, type OcrEngineName, type ReadOptions } from '../options.ts'
import { ENGINE_MISSING, type OcrEngine } from './engine.ts'

const started = new Map<string, Promise<OcrEngine>>()

/** @throws ReadError where the engine that was asked for is not installed. */
export async function ocrEngine(options: Pick<ReadOptions, 'ocrEngine' | 'language'>): Promise<OcrEngine> {
  const name = await engineInForce(options.ocrEngine)
  const engine = started.get(name) ?? start(name, options.language)
  started.set(name, engine)
  try {
    return await engine
  } catch (error) {
    started.delete(name)
    throw error
  }
}

/** Which engine a choice comes to on this machine. */
export async function engineInForce(choice: OcrEngineName = 'auto'): Promise<Exclude<OcrEngineName, 'auto'>> {
  return choice === 'auto' ? automatic() : choice
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
  if (name === 'tesseract.js') {
    await import('tesseract.js').catch((cause) => {
      throw new ReadError(ENGINE_MISSING, NONE[language], { cause })
    })
    return (await import('./tesseract-js.ts')).tesseractJs()
  }
  const { hasTesseract, tesseract } = await import('./tesseract.ts')
  if (await hasTesseract()) return tesseract()
  throw new ReadError(ENGINE_MISSING, NO_PROGRAM[language])
}

const NONE = {
  en: 'The engine tesseract.js cannot be loaded and reads no page; install this package anew (npm install), or install tesseract-ocr. The file itself is sound.',
  vi: 'Không nạp được bộ nhận dạng tesseract.js nên không đọc được trang nào; hãy cài lại gói này (npm install), hoặc cài tesseract-ocr. Tệp không hỏng.',
}
const NO_PROGRAM = {
  en: 'The program tesseract is not installed; install tesseract-ocr, or use the engine tesseract.js.',
  vi: 'Chưa cài chương trình tesseract; hãy cài tesseract-ocr, hoặc dùng bộ nhận dạng tesseract.js.',
}
