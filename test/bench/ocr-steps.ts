/**
 * One scanned page step by step, with each engine: a PDF that holds one coloured JPEG of A4 at 200 dpi.
 *
 * Columns: milliseconds to open the PDF and decode its image, to make the image ready, of the engine on that image, of the
 * engine at the second look, of everything else; overhead: all that is not the engine's work on the page, as a share of it,
 * without and with the second look; MB by which memory grew.
 */
import { writeSync } from 'node:fs'
import sharp from 'sharp'
import { closeOcrEngines, ocrEngine } from '../../src/read/ocr/engines.ts'
import type { OcrEngine } from '../../src/read/ocr/engine.ts'
import { prepare, recognise } from '../../src/read/ocr/page.ts'
import { type OcrEngineName, readOptions } from '../../src/read/options.ts'
import { openPdf } from '../../src/read/pdf-document.ts'
import { drawnOn } from '../../src/read/pdf-drawn.ts'
import { scanOf } from '../../src/read/pdf-scan.ts'
import { drawn, samples } from './ocr.ts'

const DPI = 200

export async function steps({
  rounds = 5,
  engines = ['tesseract.js', 'tesseract'] as OcrEngineName[],
} = {}): Promise<void> {
  const source = samples(1)[0]?.text ?? ''
  const [page] = drawn(source, DPI).images
  const pdf = pdfOf(
    await sharp(page as Buffer)
      .flatten({ background: 'white' })
      .jpeg({ quality: 85 })
      .toBuffer(),
  )
  const row = (...columns: (string | number)[]) =>
    writeSync(1, `${columns.map((column) => String(column).padEnd(13)).join('')}\n`)
  row('engine', 'decode', 'ready', 'engine', 'second look', 'rest', 'overhead', 'with second', 'MB')
  for (const engine of engines) {
    const all: Step[] = []
    await oneRound(pdf, engine)
    const before = process.memoryUsage().rss
    for (let round = 0; round < rounds; round++) all.push(await oneRound(pdf, engine))
    const grown = Math.round((process.memoryUsage().rss - before) / 1e6)
    const middle = (key: keyof Step) => all.map((step) => step[key]).sort((a, b) => a - b)[rounds >> 1] as number
    const [decode, ready, first, second, rest] = (['decode', 'ready', 'first', 'second', 'rest'] as const).map(
      middle,
    ) as [number, number, number, number, number]
    const share = (part: number) => `${Math.round((100 * part) / first)} %`
    const own = decode + ready + rest
    row(engine, ...[decode, ready, first, second, rest].map(Math.round), share(own), share(own + second), grown)
  }
  await closeOcrEngines()
}

interface Step {
  decode: number
  ready: number
  first: number
  second: number
  rest: number
}

async function oneRound(bytes: Uint8Array, name: OcrEngineName): Promise<Step> {
  const options = readOptions({ ocrEngine: name })
  const engine = await ocrEngine(options)
  const spent: number[] = []
  const timed: OcrEngine = {
    ...engine,
    async words(task) {
      const start = performance.now()
      try {
        return await engine.words(task)
      } finally {
        spent.push(performance.now() - start)
      }
    },
  }
  const start = performance.now()
  const pdf = await openPdf(bytes, options)
  const page = await pdf.document.getPage(1)
  const { scan } = await drawnOn(pdf.pdfjs, page)
  const taken = scan && (await scanOf(pdf, page, scan, { pixels: options.limits.pixels, rotation: 0 }))
  if (!taken) throw new Error('the page holds no scan')
  const decoded = performance.now()
  const ready = await prepare(taken.image, options.limits)
  const prepared = performance.now()
  await recognise(ready, timed, { seconds: 600 })
  const end = performance.now()
  await pdf.document.loadingTask.destroy()
  const [first = 0, ...others] = spent
  const second = others.reduce((sum, value) => sum + value, 0)
  return { decode: decoded - start, ready: prepared - decoded, first, second, rest: end - prepared - first - second }
}

/** A PDF with one page, filled by a JPEG. */
function pdfOf(jpeg: Buffer): Uint8Array {
  const [width, height] = [Math.round((595 * DPI) / 72), Math.round((842 * DPI) / 72)]
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
