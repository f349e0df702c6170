/**
 * The embedded engine: Tesseract as WebAssembly in worker threads, with the model of this package. It needs no network
 * and writes no cache. As many threads are started as pages are asked for at a time.
 */
import type { Page, Worker } from 'tesseract.js'
import { type OcrEngine, type OcrTask, OcrTimeout, type OcrWord, SEGMENTATION } from './engine.ts'
import { MODEL, modelFolder } from './model.ts'
import { asPgm } from './raster.ts'

/** A worker's memory grows with every image (about 3 MB a page): after this many it is replaced. */
const IMAGES_A_WORKER = 60

type Thread = import('node:worker_threads').Worker

interface Running {
  worker: Worker
  images: number
  /** Its page segmentation mode, set anew only where another is asked for. */
  mode: string
}

export function tesseractJs(): OcrEngine {
  const idle: Running[] = []
  const all = new Set<Running>()

  async function taken(): Promise<Running> {
    for (let own = idle.pop(); own; own = idle.pop()) {
      if (own.images < IMAGES_A_WORKER) return own
      await end(own)
    }
    const own = { worker: await start(), images: 0, mode: '' }
    all.add(own)
    return own
  }

  /**
   * The thread itself is ended: `worker.terminate()` forgets its thread, and an image that is still on its way to it then
   * ends the process with an unhandled rejection.
   */
  async function end(own: Running): Promise<void> {
    all.delete(own)
    await threadOf(own.worker).terminate()
  }

  async function words({ image, dpi, layout, seconds }: OcrTask): Promise<OcrWord[]> {
    const own = await taken()
    own.images++
    const thread = threadOf(own.worker)
    // A worker that waits must not keep the process alive; one that works must.
    thread.ref()
    let timer: NodeJS.Timeout | undefined
    let died: (error: Error) => void = () => {}
    const ended = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new OcrTimeout()), seconds * 1000)
      died = reject
      thread.once('error', died)
    })
    try {
      const found = await Promise.race([recognised(own, { image, dpi, layout }), ended])
      idle.push(own)
      return found
    } catch (error) {
      await end(own)
      throw error
    } finally {
      clearTimeout(timer)
      thread.off('error', died)
      thread.unref()
    }
  }

  async function close(): Promise<void> {
    idle.length = 0
    for (const own of [...all]) await end(own)
  }

  return { name: 'tesseract.js', words, close }
}

async function recognised(own: Running, { image, dpi, layout }: Omit<OcrTask, 'seconds'>): Promise<OcrWord[]> {
  const mode = SEGMENTATION[layout]
  if (own.mode !== mode) await own.worker.setParameters({ tessedit_pageseg_mode: mode as never })
  own.mode = mode
  const options = { user_defined_dpi: String(Math.round(dpi)) } as object
  const { data } = await own.worker.recognize(asPgm(image), options, { text: false, blocks: true })
  return wordsOf(data)
}

async function start(): Promise<Worker> {
  const { createWorker, OEM } = await import('tesseract.js')
  const worker = await createWorker(
    MODEL,
    OEM.LSTM_ONLY,
    // Without a handler a bad image ends the process.
    { langPath: modelFolder(), gzip: false, cacheMethod: 'none', errorHandler: () => {} },
  )
  threadOf(worker).on('error', () => {})
  // What it has to say goes nowhere: it would go to this program's own output.
  await worker.setParameters({ debug_file: '/dev/null' } as object)
  return worker
}

const threadOf = (worker: Worker): Thread => (worker as unknown as { worker: Thread }).worker

interface Bounds {
  x0: number
  y0: number
  x1: number
  y1: number
}

const boxOf = ({ x0, y0, x1, y1 }: Bounds): OcrWord['box'] => [x0, y0, x1, y1]

function wordsOf(page: Page): OcrWord[] {
  const words: OcrWord[] = []
  let line = 0
  for (const block of page.blocks ?? []) {
    for (const paragraph of block.paragraphs) {
      for (const { words: own } of paragraph.lines) {
        line++
        for (const { text, bbox, confidence, symbols } of own) {
          const letters = symbols.map((symbol) => ({
            text: symbol.text,
            box: boxOf(symbol.bbox),
            confidence: symbol.confidence,
          }))
          words.push({ text, box: boxOf(bbox), confidence, line, letters })
        }
      }
    }
  }
  return words
}
