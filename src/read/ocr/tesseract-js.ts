/**
 * The embedded engine: Tesseract as WebAssembly in a worker thread, with the Vietnamese model of an npm package. It
 * needs no network and writes no cache.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Page, Worker } from 'tesseract.js'
import { type OcrEngine, type OcrTask, OcrTimeout, type OcrWord } from './engine.ts'

/** A worker's memory grows with every page (about 3 MB): after this many it is replaced. */
const PAGES_A_WORKER = 40

/** Fully automatic page segmentation without a look at the orientation. */
const AUTOMATIC = '3'

type Thread = import('node:worker_threads').Worker

export function tesseractJs(): OcrEngine {
  let current: Promise<Worker> | null = null
  let pages = 0

  async function worker(): Promise<Worker> {
    if (current && pages >= PAGES_A_WORKER) await close()
    current ??= start()
    try {
      return await current
    } catch (error) {
      current = null
      throw error
    }
  }

  async function close() {
    const old = current
    current = null
    pages = 0
    await old?.then((ended) => ended.terminate()).catch(() => {})
  }

  async function words({ image, dpi, seconds }: OcrTask): Promise<OcrWord[]> {
    const own = await worker()
    pages++
    const thread = threadOf(own)
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
      const options = { user_defined_dpi: String(Math.round(dpi)) } as object
      const { data } = await Promise.race([own.recognize(Buffer.from(image), options, { text: false, blocks: true }), ended])
      return wordsOf(data)
    } catch (error) {
      await close()
      throw error
    } finally {
      clearTimeout(timer)
      thread.off('error', died)
      thread.unref()
    }
  }

  return { name: 'tesseract.js', words, close }
}

async function start(): Promise<Worker> {
  const { createWorker, OEM } = await import('tesseract.js')
  const home = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'))
  const worker = await createWorker(
    'vie',
    OEM.LSTM_ONLY,
    // Without a handler a bad image ends the process.
    { langPath: join(home, '4.0.0_best_int'), gzip: true, cacheMethod: 'none', errorHandler: () => {} },
  )
  threadOf(worker).on('error', () => {})
  // What it has to say goes nowhere: it would go to this program's own output.
  await worker.setParameters({ tessedit_pageseg_mode: AUTOMATIC as never, debug_file: '/dev/null' } as object)
  return worker
}

const threadOf = (worker: Worker): Thread => (worker as unknown as { worker: Thread }).worker

function wordsOf(page: Page): OcrWord[] {
  const words: OcrWord[] = []
  let line = 0
  for (const block of page.blocks ?? []) {
    for (const paragraph of block.paragraphs) {
      for (const { words: own } of paragraph.lines) {
        line++
        for (const { text, bbox, confidence } of own) {
          words.push({ text, box: [bbox.x0, bbox.y0, bbox.x1, bbox.y1], confidence, line })
        }
      }
    }
  }
  return words
}
