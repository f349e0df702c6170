/**
 * One scanned page step by step, with each engine: a letter, signed and sealed, in a PDF that holds one coloured JPEG of A4.
 *
 * Columns, in milliseconds of CPU of this program and its children, so that a busy machine matters less: the bare engine, given
 * that JPEG, in one pass; then ours: to open the PDF and decode its image, to make the image ready, the engine on what it is
 * given, the engine at the second look, everything else up to the text; all of it. Then, as shares of the bare engine: what is no
 * engine's work, all that comes beyond the bare engine without the second look, and with it. MB by which memory grew.
 */
import { spawn } from 'node:child_process'
import { readFileSync, writeSync } from 'node:fs'
import sharp from 'sharp'
import { createWorker, OEM } from 'tesseract.js'
import { layOut } from '../../src/read/layout.ts'
import { closeOcrEngines, ocrEngine } from '../../src/read/ocr/engines.ts'
import type { OcrEngine } from '../../src/read/ocr/engine.ts'
import { MODEL, modelFolder } from '../../src/read/ocr/model.ts'
import { prepare, recognise } from '../../src/read/ocr/page.ts'
import { type OcrEngineName, readOptions } from '../../src/read/options.ts'
import { openPdf } from '../../src/read/pdf-document.ts'
import { drawnOn } from '../../src/read/pdf-drawn.ts'
import { scanOf } from '../../src/read/pdf-scan.ts'
import { letterOf } from '../scans/letters.ts'
import { pageOf } from '../scans/paper.ts'
import { scanned } from '../scans/scanner.ts'

type Named = Exclude<OcrEngineName, 'auto'>

export async function steps({
  rounds = 5,
  engines = ['tesseract.js', 'tesseract'] as Named[],
  resolutions = [200, 300],
} = {}): Promise<void> {
  const row = (...columns: (string | number)[]) =>
    writeSync(1, `${columns.map((column) => String(column).padEnd(13)).join('')}\n`)
  row('engine', 'dpi', 'bare', ...STEPS, 'all', 'own', 'without', 'with second', 'MB')
  for (const name of engines) {
    const bare = await bareEngine(name)
    for (const dpi of resolutions) {
      const jpeg = await letter(dpi)
      const pdf = pdfOf(jpeg, await sharp(jpeg).metadata())
      const all: Step[] = []
      const bares: number[] = []
      await oneRound(pdf, name)
      await bare.read(jpeg)
      const before = process.memoryUsage().rss
      for (let round = 0; round < rounds; round++) {
        all.push(await oneRound(pdf, name))
        const start = cpu()
        await bare.read(jpeg)
        bares.push(cpu() - start)
      }
      const grown = Math.round((process.memoryUsage().rss - before) / 1e6)
      const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] as number
      const [decode, ready, first, second, rest] = STEPS.map((key) => middle(all.map((step) => step[key]))) as [
        number,
        number,
        number,
        number,
        number,
      ]
      const alone = middle(bares)
      const own = decode + ready + rest
      const share = (part: number) => `${Math.round((100 * part) / alone)} %`
      const times = [alone, decode, ready, first, second, rest, own + first + second].map(Math.round)
      row(name, dpi, ...times, share(own), share(own + first - alone), share(own + first + second - alone), grown)
    }
    await bare.close()
  }
  await closeOcrEngines()
}

/** Milliseconds of CPU of this program, its threads and, where the system tells, the children that ended. */
function cpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000 + ofChildren()
}

function ofChildren(): number {
  if (process.platform !== 'linux') return 0
  const [, behindName = ''] = readFileSync('/proc/self/stat', 'utf8').split(') ')
  const [user, system] = behindName.split(' ').slice(13, 15)
  return 10 * (Number(user) + Number(system))
}

function letter(dpi: number): Promise<Buffer> {
  const condition = { colours: 'colour', dpi, cover: 'usual', skew: 1, specks: 0 } as const
  return scanned(pageOf(letterOf('steps'), condition), condition, 'steps')
}

/** An engine as it is without this program. */
async function bareEngine(name: Named): Promise<{ read(jpeg: Buffer): Promise<unknown>; close(): Promise<unknown> }> {
  if (name === 'tesseract') return { read: byProgram, close: async () => {} }
  const options = { langPath: modelFolder(), gzip: false, cacheMethod: 'none' }
  const worker = await createWorker(MODEL, OEM.LSTM_ONLY, options)
  await worker.setParameters({ debug_file: '/dev/null' } as object)
  return { read: (jpeg) => worker.recognize(jpeg, {}, { text: false, blocks: true }), close: () => worker.terminate() }
}

function byProgram(jpeg: Buffer): Promise<unknown> {
  const options = ['stdin', 'stdout', '--tessdata-dir', modelFolder(), '-l', MODEL, '--oem', '1', 'hocr']
  const child = spawn('tesseract', options, {
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.stdin.end(jpeg)
  return new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
}

const STEPS = ['decode', 'ready', 'first', 'second', 'rest'] as const
type Step = Record<(typeof STEPS)[number], number>

async function oneRound(bytes: Uint8Array, name: Named): Promise<Step> {
  const options = readOptions({ ocrEngine: name })
  const engine = await ocrEngine(options)
  const spent: number[] = []
  const timed: OcrEngine = {
    ...engine,
    async words(task) {
      const start = cpu()
      try {
        return await engine.words(task)
      } finally {
        spent.push(cpu() - start)
      }
    },
  }
  const start = cpu()
  const pdf = await openPdf(bytes, options)
  const page = await pdf.document.getPage(1)
  const { scan } = await drawnOn(pdf.pdfjs, page)
  const taken = scan && (await scanOf(pdf, page, scan, { pixels: options.limits.pixels, rotation: 0 }))
  if (!taken) throw new Error('the page holds no scan')
  const decoded = cpu()
  const ready = await prepare(taken.image, options.limits)
  const prepared = cpu()
  const { runs, width, height } = await recognise(ready, timed, { seconds: 600 })
  layOut([{ page: 1, width, height, runs }])
  const end = cpu()
  await pdf.document.loadingTask.destroy()
  const [first = 0, ...others] = spent
  const second = others.reduce((sum, value) => sum + value, 0)
  return { decode: decoded - start, ready: prepared - decoded, first, second, rest: end - prepared - first - second }
}

/** A PDF with one page, filled by a JPEG. */
function pdfOf(jpeg: Buffer, { width, height }: { width: number; height: number }): Uint8Array {
  const content = 'q 595 0 0 842 0 0 cm /Scan Do Q'
  const image = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /Scan 5 0 R >> >> >>',
    ),
    Buffer.from(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`),
    Buffer.concat([Buffer.from(`<< ${image} /Length ${jpeg.length} >>\nstream\n`), jpeg, Buffer.from('\nendstream')]),
  ]
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  let length = (parts[0] as Buffer).length
  const offsets = objects.map((object, index) => {
    const offset = length
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    parts.push(whole)
    length += whole.length
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  parts.push(
    Buffer.from(
      `xref\n0 6\n0000000000 65535 f \n${offsets.join('')}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
