/** What a scan holds besides clean print: seals, stamps, hands, rules, colours. Pages are drawn by code. */
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { parseDecoded } from '../src/pipeline.ts'
import { readImage } from '../src/read/image.ts'
import { commonDigits, digitsMeant } from '../src/read/ocr/digits.ts'
import { componentsOf, withoutRules, whitenShadows } from '../src/read/ocr/components.ts'
import { closeOcrEngines } from '../src/read/ocr/engines.ts'
import { wordsOfHocr } from '../src/read/ocr/hocr.ts'
import { footStart, headEnd, type Line, lineOf, linesOf, type PageWord } from '../src/read/ocr/lines.ts'
import { mergeReadings } from '../src/read/ocr/merge.ts'
import { asPlane, type Plane, planeOf, rasterOf } from '../src/read/ocr/raster.ts'
import { repairLine } from '../src/read/ocr/repair.ts'
import { readOptions } from '../src/read/options.ts'
import { readPdf } from '../src/read/pdf.ts'
import type { DirectiveRecord } from '../src/schema.ts'
import { skeleton } from '../src/text.ts'
import { letterOf } from './scans/letters.ts'
import { pageOf } from './scans/paper.ts'
import { type Scanner, scanned } from './scans/scanner.ts'
import { drawnImage, handwritten, type Ink, LETTER, type Mark, pen, scannedPdf, seal, stamp } from './sheet.ts'

afterAll(closeOcrEngines)

/** Reading a page takes seconds, on a busy machine many. */
const PATIENT = 240_000

async function recordOf(image: Buffer): Promise<DirectiveRecord> {
  return parseDecoded(await readImage(image, readOptions()), image)
}

/** The letter's head alone, with its number and its day as `print` has them. */
function head(over: Ink[], print: { number?: string; date?: string } = {}): Promise<Buffer> {
  const marks = LETTER.filter((mark) => mark.y < 230).map((mark): Mark => {
    if (mark.text.startsWith('Số')) return { ...mark, text: print.number ?? mark.text }
    if (mark.text.startsWith('Tân Lập')) return { ...mark, text: print.date ?? mark.text }
    return mark
  })
  return drawnImage(marks, { height: 260, over })
}

describe('stamps', () => {
  test.each([
    ['red and aslant', stamp(['HỎA TỐC'], 110, 160, { degrees: -12 })],
    ['black, a frame without colour', stamp(['HỎA TỐC'], 110, 160, { colour: 'black', degrees: 3 })],
  ])(
    'of urgency, %s',
    async (_, ink) => {
      const record = await recordOf(await head([ink]))
      expect(record.urgency).toBe('Hỏa tốc')
      expect(record.evidence['/urgency']).toMatchObject({ page: 1, box: expect.any(Array) })
      expect(record.subject).toMatch(/rừng$/)
      expect(JSON.stringify([record.subject, record.issuer, record.preamble])).not.toMatch(/tốc/i)
    },
    PATIENT,
  )

  test(
    'of secrecy give the level, and the warning',
    async () => {
      const record = await recordOf(await head([stamp(['TỐI MẬT'], 110, 160)]))
      expect(record).toMatchObject({ secrecy: 'Tối mật', secrecyLevel: 'secret' })
      expect(record.diagnostics.map(({ rule }) => rule)).toContain('secrecy-mark')
    },
    PATIENT,
  )

  test(
    'of secrecy that are half gone count as the highest',
    async () => {
      const gone = pen(
        [
          [80, 151],
          [150, 151],
        ],
        { colour: 'white', width: 9 },
      )
      const { secrecyLevel, evidence } = await recordOf(await head([stamp(['TUYỆT MẬT'], 110, 160), gone]))
      expect(secrecyLevel).toBe('top')
      expect(evidence['/secrecy']?.grade).not.toBe('certain')
    },
    PATIENT,
  )

  test(
    'of arrival are no part of the text',
    async () => {
      const arrival = stamp(['SỞ TƯ PHÁP', 'ĐẾN  Số: 204', 'Ngày: 14/3/2021'], 120, 190, { size: 13, width: 130 })
      const decoded = await readImage(await head([arrival]), readOptions())
      expect(decoded.marks?.map(({ kind }) => kind)).toEqual(['arrival'])
      expect(skeleton(decoded.text)).not.toMatch(/so tu phap|den so/)
      expect(skeleton(decoded.text)).toContain('chu tich')
    },
    PATIENT,
  )

  test(
    'there are none on a letter under a seal',
    async () => {
      const { marks } = await readImage(await drawnImage(LETTER, { over: [seal(380, 360)] }), readOptions())
      expect(marks).toEqual([])
    },
    PATIENT,
  )
})

describe('hands', () => {
  test(
    'a serial by hand is none, and its symbol stays',
    async () => {
      const record = await recordOf(await head(handwritten(130, 114), { number: 'Số:            /CT-UBND' }))
      expect(record).toMatchObject({ number: '/CT-UBND', serial: null, notation: 'CT-UBND' })
      expect(record.evidence['/number']?.grade).toBe('doubtful')
    },
    PATIENT,
  )

  test(
    'a day by hand leaves the month',
    async () => {
      const record = await recordOf(
        await head(handwritten(380, 112), { date: 'Tân Lập, ngày        tháng 3 năm 2021' }),
      )
      expect(record.date).toBe('2021-03')
    },
    PATIENT,
  )

  test(
    'print is no hand',
    async () => {
      expect(await recordOf(await head([]))).toMatchObject({ number: '15/CT-UBND', serial: '15', date: '2021-03-12' })
    },
    PATIENT,
  )
})

describe('a second look', () => {
  test(
    'reads post and name under a red seal and a blue pen',
    async () => {
      const signature = pen([
        [380, 350],
        [400, 330],
        [410, 365],
        [430, 335],
        [440, 370],
        [520, 350],
      ])
      const { signatures } = await recordOf(
        await drawnImage(LETTER, { over: [seal(385, 350, { radius: 55 }), signature] }),
      )
      expect(signatures).toEqual([{ authority: [], position: 'CHỦ TỊCH', name: expect.stringMatching(/Mẫu$/) }])
    },
    PATIENT,
  )
})

describe('a letter signed and sealed', () => {
  test.each<[string, string, Scanner]>([
    ['in colours', 'Phú Lâm 2', { colours: 'colour', dpi: 200, skew: 1, specks: 0 }],
    ['in colours, another hand', 'Hòa An 5', { colours: 'colour', dpi: 200, skew: 1, specks: 0 }],
  ])(
    'has its post and its name: %s',
    async (_, seed, scanner) => {
      const letter = letterOf(seed)
      const page = pageOf(letter, { dpi: scanner.dpi, cover: 'usual' })
      const { signatures } = await recordOf(await scanned(page, scanner, seed))
      expect(signatures).toEqual(letter.gold.signatures)
    },
    PATIENT,
  )
})

describe('digits that were read as letters', () => {
  test.each([
    ['T7', '17'],
    ['I0', '10'],
    ['§6', '86'],
    ['lÖ', '10'],
    ['1Š', null],
    ['S', null],
    ['4K', null],
    ['', null],
  ])('%s is %s', (read, meant) => expect(digitsMeant(read)).toBe(meant))

  test.each([
    ['l3', '13', '13'],
    ['7§6', '786', '786'],
    ['1S', '18', '18'],
    ['IS', '1Š', null],
    ['126', '1236', null],
    ['12', '13', null],
  ])('%s and %s have %s in common', (one, other, meant) => expect(commonDigits(one, other)).toBe(meant))
})

describe('two readings of one list', () => {
  let key = 0
  /** A line at a height of the page: 10 pixels a letter, 20 high, or as high as it is said to be. */
  const line = (text: string, y: number, { high = 20, confidence = 90 } = {}): Line => {
    let x = 0
    key++
    const words = text.split(' ').map((word): PageWord => {
      const left = x
      x += 10 * (word.length + 1)
      return { text: word, box: [left, y, x - 10, y + high], confidence, line: key, letters: [] }
    })
    return lineOf(words)
  }
  const merged = (first: Line[], ...second: Line[][]) => {
    const replaced = new Map<Line, PageWord[]>()
    mergeReadings(first, second, replaced)
    return [...replaced.values()].filter((words) => words.length > 0).map((words) => lineOf(words).text)
  }

  test.each<[string, Line[], Line[], string[]]>([
    [
      'a dash that was taken for a figure',
      [line('5 Các ban của Huyện ủy,', 100)],
      [line('- Các bạn của Huyên ủy,', 100, { confidence: 60 })],
      ['- Các ban của Huyện ủy,'],
    ],
    ['an abbreviation is no rubble', [line('- CVHT;', 100)], [line('- CVHT;', 101)], ['- CVHT;']],
    [
      'one that only the first reading has',
      [line('- Như trên;', 100), line('- TCCB;', 130)],
      [line('- Như trên;', 100)],
      ['- Như trên;', '- TCCB;'],
    ],
    ['rubble of a seal is', [line('=< ,ị', 100)], [line('~ v', 100)], []],
    [
      'words of lines one above the other stay apart',
      [line('- Các ban của Huyện ủy;', 100, { high: 50 }), line('- Công an huyện Tân Lập;', 130)],
      [line('- Các ban của Huyện ủy;', 100), line('- Công an huyện Tân Lập;', 130)],
      ['- Các ban của Huyện ủy;', '- Công an huyện Tân Lập;'],
    ],
    [
      'a mark that one of them lost',
      [line('- Trạm Kiêm lâm;', 100)],
      [line('- Trạm Kiểm lâm;', 100)],
      ['- Trạm Kiểm lâm;'],
    ],
  ])('%s', (_, first, second, expected) => {
    expect(merged(first, second)).toEqual(expected)
  })

  test('a third reading of the same ink does not double a name', () => {
    expect(merged([line('Trần Văn Mẫu', 100)], [line('Trân Văn Mẫu', 104)], [line('Trần Văn Mẫu', 98)])).toEqual([
      'Trần Văn Mẫu',
    ])
  })
})

describe('a scanned page in a PDF', () => {
  test(
    'has its words where the page has them',
    async () => {
      const jpeg = await sharp(await drawnImage(LETTER))
        .jpeg({ quality: 85 })
        .toBuffer()
      const { text, places } = await readPdf(await scannedPdf(jpeg), readOptions())
      const place = places.find(({ span }) => text.slice(...span).startsWith('15/'))
      expect(place?.box[1]).toBeGreaterThan(95)
      expect(place?.box[3]).toBeLessThan(120)
    },
    PATIENT,
  )
})

describe('words held against the lexicon', () => {
  test.each([
    ['CÔNG AN TÍNH LÂM ĐÒNG', 'CÔNG AN TỈNH LÂM ĐỒNG'],
    ['SƠ Y TE', 'SỞ Y TẾ'],
    ['GIÁM ĐÓC', 'GIÁM ĐỐC'],
    ['TM. BAN CHÁP HÀNH', 'TM. BAN CHẤP HÀNH'],
    ['đối với bao sô 16.', 'đối với bao số 16.'],
    ['Nguyên Văn Mẫu', 'Nguyễn Văn Mẫu'],
    // What can be right stays.
    ['bàn giao tài sản', 'bàn giao tài sản'],
    ['quần đảo Trường Sa', 'quần đảo Trường Sa'],
    ['ỦY BAN NHÂN DÂN XÃ HOÀ AN', 'ỦY BAN NHÂN DÂN XÃ HOÀ AN'],
    ['UỶ BAN NHÂN DÂN', 'UỶ BAN NHÂN DÂN'],
  ])('%s: %s', (read, meant) => {
    const words = read.split(' ')
    expect(
      repairLine(
        words,
        words.map(() => 'fair' as const),
      ).join(' '),
    ).toBe(meant)
  })

  test('a word that was read soundly changes for a fixed phrase only', () => {
    expect(repairLine(['bao', 'sô', '16'], ['sound', 'sound', 'sound'])).toEqual(['bao', 'sô', '16'])
    expect(repairLine(['GIÁM', 'ĐÓC'], ['sound', 'sound'])).toEqual(['GIÁM', 'ĐỐC'])
  })
})

describe('pixels', () => {
  const white = (width: number, height: number): Plane => ({
    pixels: new Uint8Array(width * height).fill(255),
    width,
    height,
    channels: 1,
  })
  const fill = (plane: Plane, [left, top, right, bottom]: [number, number, number, number]) => {
    for (let y = top; y < bottom; y++) plane.pixels.fill(0, y * plane.width + left, y * plane.width + right)
  }

  test('pieces of ink are told apart, corners count as touching', () => {
    const plane = white(40, 20)
    fill(plane, [2, 2, 6, 6])
    fill(plane, [6, 6, 9, 9])
    fill(plane, [20, 2, 25, 10])
    expect(componentsOf(plane).map(({ box, area }) => [box, area])).toEqual([
      [[2, 2, 9, 9], 25],
      [[20, 2, 25, 10], 40],
    ])
  })

  test('a rule under a word goes, what crosses it stays', () => {
    const plane = white(100, 40)
    fill(plane, [0, 30, 100, 32])
    fill(plane, [50, 10, 54, 38])
    const { pixels } = withoutRules(plane, 40)
    expect(pixels[31 * 100 + 10]).toBe(255)
    expect(pixels[31 * 100 + 52]).toBe(0)
    expect(pixels[12 * 100 + 52]).toBe(0)
  })

  test('the black along the edges goes, print does not', () => {
    const plane = white(200, 100)
    fill(plane, [194, 0, 200, 100])
    fill(plane, [0, 95, 200, 100])
    fill(plane, [40, 40, 60, 44])
    const { pixels } = whitenShadows(plane)
    expect([pixels[50 * 200 + 196], pixels[97 * 200 + 100], pixels[42 * 200 + 50]]).toEqual([255, 255, 0])
  })

  test('inks part by colour: black print is left where red and blue are not', async () => {
    const colours = await sharp({ create: { width: 3, height: 1, channels: 3, background: 'white' } })
      .composite(
        ['#000000', '#d22030', '#2038b0'].map((background, left) => ({
          input: { create: { width: 1, height: 1, channels: 3 as const, background } },
          left,
          top: 0,
        })),
      )
      .png()
      .toBuffer()
    const raster = await rasterOf(sharp(colours))
    expect([...planeOf(raster, 'red').pixels].map((value) => value > 128)).toEqual([false, true, false])
    expect([...planeOf(raster, 'most').pixels].map((value) => value > 128)).toEqual([false, true, true])
    expect(asPlane(raster).channels).toBe(1)
  })
})

test.each([
  ['QUYẾT ĐỊNH', null],
  ['Q. GIÁM ĐỐC', 460],
  ['TM. ỦY BAN NHÂN DÂN', 460],
  ['KTCHỦ TỊCH', 460],
  ['Nơi nhận:', 460],
])('a foot that begins at %s', (text, start) => {
  const words = text.split(' ').map((word, at) => ({
    text: word,
    box: [100 * at, 500, 100 * at + 90, 540] as [number, number, number, number],
    confidence: 95,
    line: 1,
    letters: [],
  }))
  expect(footStart(linesOf(words), 2000)).toBe(start)
})

test.each([
  ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', true],
  ['UBND XÃ TÂN LẬP ĐẢNG CỘNG SẢN VIỆT NAM', true],
  ['Độc lập - Tự do - Hạnh phúc', true],
  ['được kết nạp vào Đảng Cộng sản Việt Nam trong quý này', false],
  ['công dân nước Cộng hòa xã hội chủ nghĩa Việt Nam có nghĩa vụ', false],
])('whether a head begins at %s', (text, begins) => {
  const words = text.split(' ').map((word, at) => ({
    text: word,
    box: [100 * at, 60, 100 * at + 90, 100] as [number, number, number, number],
    confidence: 95,
    line: 1,
    letters: [],
  }))
  expect(headEnd(linesOf(words), { width: 1600, height: 2260 }) !== null).toBe(begins)
})

test('words and letters of hOCR', () => {
  const words = wordsOfHocr(`<span class='ocr_line' id='line_1_1' title="bbox 1 2 30 12">
    <span class='ocrx_word' id='word_1_1' title='bbox 1 2 20 12; x_wconf 91'>
      <span class='ocrx_cinfo' title='x_bboxes 1 2 8 12; x_conf 99.1'>S</span><span class='ocrx_cinfo' title='x_bboxes 9 2 20 12; x_conf 88'>&amp;</span></span></span>`)
  expect(words).toEqual([
    {
      text: 'S&',
      box: [1, 2, 20, 12],
      confidence: 91,
      line: 1,
      letters: [
        { text: 'S', box: [1, 2, 8, 12], confidence: 99.1 },
        { text: '&', box: [9, 2, 20, 12], confidence: 88 },
      ],
    },
  ])
})
