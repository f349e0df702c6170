import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { PDFDocument, type PDFPage } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { readImage } from '../src/read/image.ts'
import { OcrTimeout } from '../src/read/ocr/engine.ts'
import { closeOcrEngines } from '../src/read/ocr/engines.ts'
import { mendLetters } from '../src/read/ocr/letters.ts'
import { pageOf } from '../src/read/ocr/sheet.ts'
import { isBlank, isSideways, skewOf, type Thumbnail } from '../src/read/ocr/skew.ts'
import { hasTesseract } from '../src/read/ocr/tesseract.ts'
import { tesseractJs } from '../src/read/ocr/tesseract-js.ts'
import { ReadError, readOptions } from '../src/read/options.ts'
import { readPdf } from '../src/read/pdf.ts'
import { skeleton } from '../src/text.ts'
import { unless } from './needs.ts'
import { drawnImage, LETTER, scannedPdf, writtenPdf } from './sheet.ts'

afterAll(closeOcrEngines)

/** Header and first lines: half the time of a whole page. */
const head = () =>
  drawnImage(
    LETTER.filter((mark) => mark.y < 230),
    { height: 260 },
  )

/** Lines without marks: no engine is sure of every one, and which cells stand on a line does not depend on them. */
const lines = (text: string): string[] =>
  skeleton(text)
    .split('\n')
    .map((line) => line.trim())

describe('the embedded engine', () => {
  const embedded = readOptions({ ocrEngine: 'tesseract.js' })

  test('reads a page image, header and footer as two cells a line, with places and confidence', async () => {
    const { text, places, ocr, pages, diagnostics } = await readImage(await drawnImage(LETTER), embedded)
    expect(lines(text)).toContain('uy ban nhan dan\tcong hoa xa hoi chu nghia viet nam')
    expect(skeleton(text)).toMatch(/^ *so: 15\/ct-ubnd\ttan lap[,.] ngay 12 thang 3 nam 2021$/m)
    expect(lines(text)).toContain('noi nhan:\tchu tich')
    expect(skeleton(text)).toMatch(/^\ttran van mau$/m)
    const at = text.indexOf('15/CT-UBND')
    const place = places.find((own) => own.span[0] === at)
    // 200 dots per inch: 114 points down is 317 pixels.
    expect(place?.box[1]).toBeGreaterThan(270)
    expect(place?.box[3]).toBeLessThan(335)
    const name = skeleton(text).indexOf('tran van mau')
    expect(places.find((own) => own.span[0] === name)?.confidence).toBeGreaterThan(50)
    expect(ocr?.engine).toBe('tesseract.js')
    expect(ocr?.confidence).toBeGreaterThan(80)
    expect({ pages, diagnostics }).toEqual({ pages: 1, diagnostics: [] })
  })

  test('a page that takes too long is left out, and the next one is read', async () => {
    const image = await head()
    const { diagnostics, text } = await readImage(
      image,
      readOptions({ ocrEngine: 'tesseract.js', limits: { secondsPerPage: 0.01 } }),
    )
    expect(text.trim()).toBe('')
    expect(diagnostics.map((own) => own.rule)).toEqual(['page-too-slow'])
    expect(lines((await readImage(image, embedded)).text)).toContain('chi thi')
  })

  test('where the limit of a page is over as the engine answers, only that page ends', async () => {
    const engine = tesseractJs()
    const blank = { width: 60, height: 40, channels: 1, pixels: new Uint8Array(60 * 40).fill(255) } as const
    const task = { image: blank, dpi: 200, layout: 'page', seconds: 60 } as const
    expect(await engine.words(task)).toEqual([])
    const late = expect(engine.words({ ...task, layout: 'block', seconds: 0.02 })).rejects.toThrow(OcrTimeout)
    // The engine has been told of the other layout and its answer waits, with the timer, for this loop to go on.
    await setImmediate()
    for (const from = performance.now(); performance.now() < from + 100; );
    await late
    expect(await engine.words(task)).toEqual([])
    await engine.close()
  })

  test('a stamp in the text layer of a scan does not make it a text', async () => {
    const stamp = { text: 'Signed by: Office', x: 440, y: 25, size: 7 }
    const { text, ocr } = await readPdf(await scannedPdf(await drawnImage(LETTER), [stamp]), embedded)
    expect(ocr?.engine).toBe('tesseract.js')
    expect(lines(text)).toContain('huyen tan lap\tdoc lap - tu do - hanh phuc')
  })
})

test('one page with a layer of wreckage among good ones is read by OCR, the others as they are written', async () => {
  const wreck = Array.from({ length: 20 }, (_, at) => ({
    text: 'Fӝng hza xm hӝi chӫ nghƭa ViӋt Nam Ĉӝc lұp Tӵ do Hҥnh phúc Sӕ ngj thing năm',
    x: 60,
    y: 60 + 36 * at,
    size: 8,
  }))
  const all = await PDFDocument.create()
  const written = writtenPdf([LETTER])
  for (const bytes of [written, await scannedPdf(await drawnImage(LETTER), wreck), written]) {
    const [page] = await all.copyPages(await PDFDocument.load(bytes), [0])
    all.addPage(page as PDFPage)
  }
  const { text, diagnostics, ocr } = await readPdf(await all.save(), readOptions())
  const pages = text.split('\f')
  expect(pages.map((page) => lines(page).includes('1. hat kiem lam truc chay suot ngay dem.'))).toEqual([
    true,
    true,
    true,
  ])
  expect(pages[0]?.trim()).toBe(pages[2]?.trim())
  expect(pages[1]).not.toMatch(/nghƭa|ViӋt/)
  expect(diagnostics).toMatchObject([{ rule: 'text-layer-garbled', message: expect.stringContaining('2') }])
  expect(ocr).not.toBeNull()
})

unless(await hasTesseract(), 'needs tesseract: apt install tesseract-ocr').describe('the installed engine', () => {
  const options = readOptions({ ocrEngine: 'tesseract' })

  test('reads pages that lie on their side, stand on their head or lean', async () => {
    const image = await head()
    for (const angle of [180, 270, -2]) {
      const turned = await sharp(image).rotate(angle, { background: 'white' }).png().toBuffer()
      const { text } = await readImage(turned, options)
      expect(lines(text), `turned by ${angle}`).toContain('huyen tan lap\tdoc lap - tu do - hanh phuc')
    }
  })

  test('reads a noisy page of low resolution', async () => {
    const small = await drawnImage(
      LETTER.filter((mark) => mark.y < 230),
      { dpi: 150, height: 260 },
    )
    const { width, height } = await sharp(small).metadata()
    const noise = {
      create: {
        width,
        height,
        channels: 3 as const,
        background: 'white',
        noise: { type: 'gaussian' as const, mean: 128, sigma: 40 },
      },
    }
    const noisy = await sharp(small)
      .composite([{ input: await sharp(noise).png().toBuffer(), blend: 'soft-light' }])
      .jpeg()
      .toBuffer()
    const { text } = await readImage(noisy, options)
    expect(skeleton(text)).toContain('cong hoa xa hoi chu nghia viet nam')
  })

  test('leaves nothing of a page behind, and reads it as well where no file can be written', async () => {
    const image = await head()
    const folder = await mkdtemp(join(tmpdir(), 'pages-'))
    try {
      vi.stubEnv('TMPDIR', folder)
      const { text } = await readImage(image, options)
      expect(await readdir(folder)).toEqual([])
      vi.stubEnv('TMPDIR', join(folder, 'missing'))
      expect((await readImage(image, options)).text).toBe(text)
      expect(skeleton(text)).toContain('doc lap - tu do - hanh phuc')
    } finally {
      vi.unstubAllEnvs()
      await rm(folder, { recursive: true })
    }
  })
})

test('without a choice the installed engine reads, or else the embedded one', async () => {
  const { ocr } = await readImage(await head(), readOptions())
  expect(ocr?.engine).toBe((await hasTesseract()) ? 'tesseract' : 'tesseract.js')
})

test.each([
  ['335-QĐÐ⁄TW', '335-QĐ/TW'],
  ['(ÐĐ1)', '(Đ1)'],
  ['Ðảng', 'Đảng'],
  ['hỘ', 'hộ'],
  ['tỎA', 'tỏa'],
  // A bracket that nothing opens.
  ['75];', '751;'],
  ['[75];', '[75];'],
  // Capitals that are meant.
  ['PTTgTT', 'PTTgTT'],
  ['KGVXth96', 'KGVXth96'],
  ['mBTC', 'mBTC'],
])('letters: %s means %s', (read, meant) => {
  expect(mendLetters(read)).toBe(meant)
})

test.each([
  { name: 'small print on a coarse scan is no grain', grain: 0, expected: false },
  { name: 'grain is, over the same print', grain: 40, expected: true },
])('$name', async ({ grain, expected }) => {
  const print = Array.from({ length: 40 }, (_, line) => ({
    text: 'Các cơ quan, đơn vị, địa phương trong tỉnh tổ chức thực hiện nghiêm túc Chỉ thị này và báo cáo kết quả.',
    x: 60,
    y: 60 + 14 * line,
    size: 10,
  }))
  const page = sharp(await drawnImage(print, { dpi: 100, height: 660 })).greyscale()
  const { data, info } = await page.raw().toBuffer({ resolveWithObject: true })
  let seed = 1
  const pixels = data.map((value) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return Math.max(0, Math.min(255, value * 0.8 + 30 + (seed / 0x7fffffff - 0.5) * 2 * grain))
  })
  const raster = { pixels: new Uint8Array(pixels), width: info.width, height: info.height, channels: 1 as const }
  expect((await pageOf(raster, 100)).noisy).toBe(expected)
})

describe('images that are none', () => {
  test.each([
    ['text', new TextEncoder().encode('Kính gửi')],
    ['nothing', new Uint8Array()],
  ])('%s', async (_, bytes) => {
    await expect(readImage(bytes, readOptions())).rejects.toThrow(ReadError)
  })

  test('with OCR off the line says so', async () => {
    await expect(readImage(await head(), readOptions({ ocr: 'never' }))).rejects.toThrow(/--ocr auto/)
  })

  test('a blank page has no text, and none is imagined', async () => {
    const { text, places } = await readImage(await drawnImage([]), readOptions())
    expect(text.trim()).toBe('')
    expect(places).toEqual([])
  })

  test('one over the pixel limit is named', async () => {
    const { diagnostics } = await readImage(await head(), readOptions({ limits: { pixels: 10_000 } }))
    expect(diagnostics.map((own) => own.rule)).toEqual(['page-too-large'])
  })
})

describe('skew', () => {
  /** Ten bars that lean by `degrees`. */
  function bars(degrees: number): Thumbnail {
    const [width, height] = [600, 800]
    const dark = new Uint8Array(width * height)
    const slope = Math.tan((degrees * Math.PI) / 180)
    for (let bar = 0; bar < 10; bar++) {
      for (let x = 100; x < 500; x++)
        for (let y = 0; y < 12; y++) dark[Math.round(150 + 50 * bar + y + slope * x) * width + x] = 1
    }
    return { dark, width, height }
  }

  test.each([-3, -1.2, 0, 0.7, 2])('finds %d degrees', (degrees) => {
    expect(skewOf(bars(degrees)).angle).toBeCloseTo(degrees, 0.5)
    expect(isSideways(bars(degrees))).toBe(false)
  })

  test('an empty page is blank, a line of text is not', () => {
    expect(isBlank({ dark: new Uint8Array(600 * 800), width: 600, height: 800 })).toBe(true)
    expect(isBlank(bars(0))).toBe(false)
  })
})
