/** Two-layer PDFs by the command: from real scans (drawn here), a real engine, read again by other readers. */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { degrees, PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { GlobalFonts } from '@napi-rs/canvas'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { readOptions } from '../src/read/options.ts'
import { readPdf } from '../src/read/pdf.ts'
import { outlineOf, titleOf } from '../src/searchable/document-title.ts'
import { Charset, glyphlessFont } from '../src/searchable/glyphless-font.ts'
import { type PageWord, recognisedWords, textOperators, turnOf } from '../src/searchable/placed-words.ts'
import { addLayer } from '../src/searchable/write-layer.ts'
import { parseDirective } from '../src/pipeline.ts'
import { runCommand, temporaryFolder } from './command.ts'
import { drawnImage, LETTER, scannedPdf, writtenPdf } from './sheet.ts'

const has = (program: string, option = '--version') => {
  try {
    execFileSync(program, [option], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const word = (text: string, box: PageWord['box'], line = 0): PageWord => ({ text, box, line })

describe('the way of a page', () => {
  test.each([
    [
      0,
      [
        [0, 0],
        [50, 1],
        [100, 0],
      ],
    ],
    [
      90,
      [
        [0, 100],
        [1, 50],
        [0, 0],
      ],
    ],
    [
      180,
      [
        [100, 0],
        [50, 1],
        [0, 0],
      ],
    ],
    [
      270,
      [
        [0, 0],
        [1, 50],
        [0, 100],
      ],
    ],
  ] as const)('is turned by %i where its lines run so', (turn, places) => {
    expect(turnOf(places.map(([x, y]) => word('a', [x, y, x + 10, y + 10])))).toBe(turn)
  })

  test('is not judged by the way from one line to the next', () => {
    expect(
      turnOf([word('a', [0, 0, 10, 10], 0), word('b', [0, 90, 10, 100], 1), word('c', [20, 90, 30, 100], 1)]),
    ).toBe(0)
  })
})

describe('the words of a page', () => {
  const frame = { left: 0, bottom: 0, right: 600, top: 800, rotation: 0 as const, scale: 1 }
  const written = (words: PageWord[], more: object = {}, detail: 'word' | 'line' = 'word') =>
    textOperators(words, { ...frame, ...more }, { font: 'F', charset: new Charset(), detail })

  test('stand at the foot of their boxes, as wide as these, and are not shown', () => {
    const text = written([word('abcd', [100, 200, 140, 220])])
    // 4 letters of half the size of 20 are 40 wide: no stretching
    expect(text).toContain('3 Tr')
    expect(text).toContain('100 Tz')
    expect(text).toContain('1 0 0 1 100 584 Tm')
    expect(written([word('abcd', [100, 200, 180, 220])])).toContain('200 Tz')
  })

  test('on a page that is shown turned run along its own sides', () => {
    expect(written([word('ab', [100, 200, 120, 220])], { rotation: 90 })).toContain('0 1 -1 0 216 100 Tm')
    expect(written([word('ab', [100, 200, 120, 220])], { rotation: 180 })).toContain('-1 0 0 -1 500 216 Tm')
    expect(written([word('ab', [100, 200, 120, 220])], { rotation: 270 })).toContain('0 -1 1 0 384 700 Tm')
  })

  test('of a line are one text where less may be said', () => {
    const line = [word('một', [0, 0, 30, 10]), word('hai', [40, 0, 70, 10])]
    expect(written(line).match(/Tj/g)).toHaveLength(2)
    expect(written(line, {}, 'line').match(/Tj/g)).toHaveLength(1)
  })

  test('that stand in a text layer already are left out', () => {
    const places = [
      { span: [0, 3] as [number, number], page: 1, box: [0, 0, 1, 1] as PageWord['box'] },
      { span: [4, 7] as [number, number], page: 2, box: [0, 0, 1, 1] as PageWord['box'], confidence: 90 },
    ]
    expect([...recognisedWords('một\nhai', places)]).toEqual([[2, [{ text: 'hai', box: [0, 0, 1, 1], line: 1 }]]])
  })

  test('in more than 255 letters have a second font', () => {
    const charset = new Charset()
    const letters = Array.from({ length: 300 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('')
    expect(charset.encode(letters).map(({ font }) => font)).toEqual([0, 1])
    expect(charset.fonts).toBe(2)
    expect(charset.toUnicode(1)).toContain('45 beginbfchar')
  })

  test('have a font whose tables add up', () => {
    const font = Buffer.from(glyphlessFont())
    let sum = 0
    for (let at = 0; at < font.length; at += 4) sum = (sum + font.readUInt32BE(at)) >>> 0
    expect(sum).toBe(0xb1b0afba)
  })
})

test('a small scan grows by a twentieth at most: lines for words, and then packed anew', async () => {
  const made = await PDFDocument.create()
  const noise = Buffer.from(Array.from({ length: 200 * 280 }, (_, at) => (Math.imul(at + 1, 2654435761) >>> 24) & 0xff))
  const jpeg = await sharp(noise, { raw: { width: 200, height: 280, channels: 1 } })
    .jpeg({ quality: 62 })
    .toBuffer()
  const image = await made.embedJpg(jpeg)
  made.addPage([595, 842]).drawImage(image, { width: 595, height: 842 })
  // As scanners write: every object for itself, with dictionaries that nothing compresses.
  for (let at = 0; at < 30; at++)
    made.context.register(made.context.obj({ Type: 'Part', Index: at, Of: ['Scanner', 'Scanner', 'Scanner'] }))
  const scan = await made.save({ useObjectStreams: false })
  const letters = 'CÔNG VĂN về việc kiểm tra hồ chứa trước mùa mưa lũ ở các xã vùng cao'.split(' ')
  const words = Array.from({ length: 120 }, (_, at) =>
    word(
      letters[at % letters.length] as string,
      [40 + (at % 10) * 50, 60 + Math.floor(at / 10) * 40, 84 + (at % 10) * 50, 74 + Math.floor(at / 10) * 40],
      Math.floor(at / 10),
    ),
  )
  const title = { title: 'Công văn', author: 'Huyện ủy', subject: null, number: '12-CV/HU', date: '2021-08-05' }
  const layered = await addLayer(scan, { words: new Map([[1, words]]), title, outline: [] })
  expect([scan.length < 50_000, layered.length <= scan.length * 1.05]).toEqual([true, true])
  expect(Buffer.from(layered).includes(jpeg)).toBe(true)
  const { text } = await readPdf(layered, readOptions({ ocr: 'never' }))
  expect(text.split(/\s+/).filter(Boolean)).toEqual(words.map((each) => each.text))
})

describe.skipIf(!has('pdftotext', '-v'))('a viewer (pdftotext of poppler-utils) tells words apart', () => {
  const text = 'CÔNG VĂN về việc kiểm tra hồ chứa trước mùa mưa lũ ở các xã vùng cao'.split(' ')
  /** A page of twelve lines whose words touch, and which rise by 30 points from left to right. */
  const words = Array.from({ length: 12 }, (_, line) =>
    text.map((each, at) => {
      const [left, top] = [40 + at * 30, 100 + line * 24 - at * 2]
      return word(each, [left, top, left + 30, top + 12], line)
    }),
  ).flat()

  test.each([
    ['in a scan with room for them', 400_000],
    ['in one that may not grow much', 0],
  ])('%s', async (_, room) => {
    const made = await PDFDocument.create()
    made.addPage([595, 842])
    const noise = Buffer.from(Array.from({ length: room }, (_, at) => Math.imul(at + 1, 2654435761) >>> 24))
    made.context.register(made.context.stream(noise))
    const title = { title: null, author: null, subject: null, number: null, date: null }
    const layer = { words: new Map([[1, words]]), title, outline: [] }
    const file = join(await temporaryFolder(), 'layer.pdf')
    await writeFile(file, await addLayer(await made.save(), layer))
    for (const order of ['-layout', '-raw']) {
      const found = execFileSync('pdftotext', [order, file, '-'], { encoding: 'utf8' })
      expect(found.split(/\s+/).filter(Boolean).sort()).toEqual(words.map((each) => each.text).sort())
    }
  })
})

describe('title and outline', () => {
  const record = {
    ...parseDirective('HUYỆN ỦY SUỐI NGÀN\nSố 12-CV/HU\n'),
    type: 'Công văn',
    date: '2021-08-05',
    subject: 'V/v kiểm tra hồ chứa',
  }

  test('are of the record', () => {
    expect(titleOf(record)).toMatchObject({
      title: 'Công văn số 12-CV/HU: V/v kiểm tra hồ chứa',
      subject: 'Số 12-CV/HU, ngày 05/08/2021',
    })
  })

  test('of a TUYỆT MẬT text do not tell its subject', () => {
    const secret = { ...record, secrecy: 'Tuyệt mật', secrecyLevel: 'top' as const }
    expect(JSON.stringify(titleOf(secret))).not.toContain('hồ chứa')
    expect(outlineOf(secret)).toEqual([])
  })
})

const readable = GlobalFonts.has('FreeSerif')

describe.skipIf(!readable)('a scan (needs the font FreeSerif)', async () => {
  const place = await mkdtemp(join(tmpdir(), 'directive-parse-'))
  afterAll(() => rm(place, { recursive: true, force: true }))
  const [sources, output] = [join(place, 'in'), join(place, 'out')]
  await mkdir(sources)
  const at = (name: string) => join(sources, name)
  if (readable) {
    const image = await drawnImage(LETTER)
    const jpeg = await sharp(image).jpeg({ quality: 80 }).withMetadata({ density: 200 }).toBuffer()
    const scan = await scannedPdf(image)
    await writeFile(at('scan.pdf'), scan)
    await writeFile(at('page.jpg'), jpeg)
    await writeFile(
      at('grey.png'),
      await sharp(image).removeAlpha().greyscale().png().withMetadata({ density: 200 }).toBuffer(),
    )
    await writeFile(
      at('two.tif'),
      await sharp(image)
        .removeAlpha()
        .greyscale()
        .tiff({ compression: 'lzw', xres: 200 / 25.4, yres: 200 / 25.4 })
        .toBuffer(),
    )
    const turned = await PDFDocument.load(scan)
    turned.getPage(0).setRotation(degrees(90))
    await writeFile(at('turned.pdf'), await turned.save())
    await writeFile(at('sideways.png'), await sharp(image).rotate(90).removeAlpha().greyscale().png().toBuffer())
    await writeFile(at('written.pdf'), writtenPdf([LETTER]))
    const signed = await PDFDocument.load(scan)
    signed.catalog.set(
      PDFName.of('Signed'),
      signed.context.obj({ Type: 'Sig', ByteRange: [0, 10, 20, 30], Contents: PDFHexString.fromText('x') }),
    )
    await writeFile(at('signed.pdf'), await signed.save({ useObjectStreams: false }))
    await writeFile(at('letter.txt'), 'Số 05/CT-UBND\nCHỈ THỊ\n')
  }
  const ran = readable
    ? await runCommand([
        'pdf',
        sources,
        '-o',
        output,
        '--pdfa',
        'never',
        '--jobs',
        '1',
        '--report',
        join(place, 'report.ndjson'),
      ])
    : null
  const texts = join(place, 'texts')
  if (readable) await runCommand([sources, '--text', '-o', texts, '--jobs', '1', '--quiet'])
  /** What `--text` prints of a source. */
  const textOf = (source: string) => readFile(join(texts, source.replace(/\.[^.]*$/, '.txt')), 'utf8')
  const made = (name: string) => readFile(join(output, name))
  const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean)
  const layerOf = async (bytes: Uint8Array) => readPdf(bytes, readOptions({ ocr: 'never' }))

  test('is told of, with what was left and why', () => {
    expect(ran?.code).toBe(0)
    expect(ran?.stderr).toContain('signed.pdf: left as it is: it is digitally signed')
    expect(ran?.stderr).toContain('written.pdf: left as it is: its pages have their text already')
    expect(ran?.stderr).toContain('letter.txt: left as it is: it has no pages')
    expect(ran?.stderr).toContain('6 PDFs made searchable (6 pages), 3 left as they are, 0 not read')
  })

  test('is not written anew: its own bytes stand first', async () => {
    const [before, after] = [await readFile(at('scan.pdf')), await made('scan.pdf')]
    expect(after.subarray(0, before.length).equals(before)).toBe(true)
    expect(after.length).toBeLessThan(before.length * 1.05)
  })

  test.each([
    ['scan.pdf', 'scan.pdf'],
    ['page.jpg', 'page.pdf'],
    ['grey.png', 'grey.pdf'],
    ['two.tif', 'two.pdf'],
    ['turned.pdf', 'turned.pdf'],
    ['sideways.png', 'sideways.pdf'],
  ])('%s has the words of --text', async (source, name) => {
    const layer = await layerOf(await made(name))
    expect(wordsOf(layer.text).sort()).toEqual(wordsOf(await textOf(source)).sort())
  })

  test('has each word where it is seen, however the page is turned', async () => {
    const middles = ({ text, places }: Awaited<ReturnType<typeof layerOf>>) =>
      new Map(
        places.map(({ span, box }) => [text.slice(...span), [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] as const]),
      )
    const seen = middles(await readPdf(await readFile(at('scan.pdf')), readOptions()))
    for (const name of ['scan.pdf', 'turned.pdf']) {
      const found = middles(await layerOf(await made(name)))
      const near = [...found].filter(([text, [x, y]]) => {
        const [wantedX, wantedY] = seen.get(text) ?? [Number.NaN, Number.NaN]
        return Math.abs(x - wantedX) < 6 && Math.abs(y - wantedY) < 6
      })
      // an engine may read a word of a turned page otherwise
      expect([name, near.length > 60, near.length / found.size > 0.95]).toEqual([name, true, true])
    }
  })

  test('says in a viewer what it is', async () => {
    const document = await PDFDocument.load(await made('scan.pdf'))
    expect(document.getTitle()).toBe('Chỉ thị số 15/CT-UBND: Về việc tăng cường phòng cháy rừng')
    expect(document.getKeywords()).toBe('15/CT-UBND')
    const outlines = document.catalog.lookup(PDFName.of('Outlines'), PDFDict)
    const first = outlines.lookup(PDFName.of('First'), PDFDict)
    expect((first.lookup(PDFName.of('Title')) as PDFHexString).decodeText()).toMatch(/^1\. Hạt Kiểm lâm/)
  })

  test('in JPEG or PNG goes into its PDF as it is', async () => {
    for (const [source, name] of [
      ['page.jpg', 'page.pdf'],
      ['grey.png', 'grey.pdf'],
    ] as const) {
      const [before, after] = [await readFile(at(source)), await made(name)]
      expect(after.length).toBeLessThan(before.length * 1.05)
    }
    const jpeg = await readFile(at('page.jpg'))
    expect((await made('page.pdf')).includes(jpeg.subarray(-2000))).toBe(true)
  })

  test('that is signed or has text is the same file', async () => {
    for (const name of ['signed.pdf', 'written.pdf'])
      expect((await made(name)).equals(await readFile(at(name)))).toBe(true)
  })

  test('gives the same bytes again', async () => {
    const again = await temporaryFolder()
    await runCommand(['pdf', at('scan.pdf'), '-o', again, '--pdfa', 'never', '--jobs', '1', '--quiet'])
    expect((await readFile(join(again, 'scan.pdf'))).equals(await made('scan.pdf'))).toBe(true)
  })

  test('is never written over itself', async () => {
    expect(await runCommand(['pdf', at('scan.pdf'), '-o', sources])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('would replace an input'),
    })
  })

  test.skipIf(!has('pdftotext', '-v'))('is found word by word by pdftotext (poppler-utils)', async () => {
    for (const [source, name] of [
      ['scan.pdf', 'scan.pdf'],
      ['turned.pdf', 'turned.pdf'],
      ['page.jpg', 'page.pdf'],
    ] as const) {
      const text = execFileSync('pdftotext', [join(output, name), '-'], { encoding: 'utf8' }).normalize('NFC')
      expect(wordsOf(text).sort()).toEqual(wordsOf(await textOf(source)).sort())
    }
  })

  test.skipIf(!has('gs'))('becomes PDF/A-2b that still says what it is (ghostscript)', async () => {
    const folder = await temporaryFolder()
    const { code, stderr } = await runCommand(['pdf', at('scan.pdf'), '-o', folder, '--pdfa', 'always'])
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringContaining('1 PDFs made searchable (1 pages, PDF/A-2b)'),
    })
    const bytes = await readFile(join(folder, 'scan.pdf'))
    const document = await PDFDocument.load(bytes)
    expect(document.getTitle()).toBe('Chỉ thị số 15/CT-UBND: Về việc tăng cường phòng cháy rừng')
    expect(document.catalog.get(PDFName.of('OutputIntents'))).toBeDefined()
    expect(bytes.toString('latin1')).toMatch(/pdfaid:part\D{1,3}2/)
    expect(wordsOf((await layerOf(bytes)).text).sort()).toEqual(wordsOf(await textOf('scan.pdf')).sort())
  })

  test.skipIf(has('gs'))('needs Ghostscript for PDF/A, and says so where there is none', async () => {
    const { code, stderr } = await runCommand([
      'pdf',
      at('scan.pdf'),
      '-o',
      await temporaryFolder(),
      '--pdfa',
      'always',
    ])
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('apt install ghostscript') })
  })
})
