/** PDFs with fonts from before Unicode, of whose letters programs make signs or nothing; text layers good and bad. */
import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readOptions } from '../src/read/options.ts'
import { readPdf } from '../src/read/pdf.ts'
import { isForeign, isReadable } from '../src/read/pdf-quality.ts'
import { temporaryFolder } from './command.ts'
import { bytesOfView, legacyView } from './legacy-encoder.ts'
import { oldPdf } from './pdf-builder.ts'
import { drawnImage, LETTER, type Mark, scannedPdf, writtenPdf } from './sheet.ts'

const never = readOptions({ ocr: 'never' })

const HEAD = 'ủy ban nhân dân xã suối ngàn'
const BODY = [
  'Số: 12/CT-UBND ngày 20 tháng 02 năm 2006',
  'Hướng dẫn việc thu nợ của các hộ được vay vốn nhà nước trước năm 2004',
  'Thủ trưởng các đơn vị lãnh đạo, kiểm tra, chịu trách nhiệm về mọi thất thoát',
  'ưu tiên người nghèo vùng lũ; lưu trữ hồ sơ như hướng dẫn của Sở Nội vụ',
]
const lines = [
  { bytes: legacyView(HEAD, 'tcvn3'), font: '.VnTimeH' },
  ...BODY.map((text) => ({ bytes: legacyView(text, 'tcvn3'), font: '.VnTime' })),
]

describe('TCVN3 in a PDF', () => {
  test.each([
    ['are dropped, as they are soft hyphens', {}],
    ['are minus signs and bullets', { 173: 0x2212, 183: 0x2219 }],
    ['are hyphens', { 173: 0x2d }],
  ])('ư and ã come back where they %s', async (_, meanings) => {
    const { text } = await readPdf(oldPdf([lines], meanings), never)
    const read = text
      .trim()
      .split('\n')
      .map((line) => line.trim())
    // a hyphen at the beginning of a word may be a dash
    expect(read.map((line) => line.replace(/^-u /, 'ưu '))).toEqual([HEAD.toUpperCase(), ...BODY])
  })

  test('capitals by the font are raised on a page whose other letters are Unicode', async () => {
    const page = [
      { bytes: legacyView('chủ tịch', 'tcvn3'), font: '.VnTimeH' },
      ...Array.from({ length: 12 }, () => ({
        bytes: 'Ban Thanh tra giao cho Kho Minh Long thu gom tro bay',
        font: 'Arial',
      })),
    ]
    expect((await readPdf(oldPdf([page]), never)).text).toMatch(/^\s*CHỦ TỊCH\n/)
  })
})

describe('fonts of other encodings in a PDF', () => {
  const TEXT = [
    'Số: 45/CT-UBND',
    'Bến Sỏi, ngày 7 tháng 11 năm 2002',
    'Về việc chuẩn bị các lễ hội và giữ gìn vệ sinh',
    'Những nơi chưa chuẩn bị kỹ phải xử lý, ứng trực ngày đêm',
    'dự trữ sẵn thuốc, áo phao, ủng và dụng cụ sơ cứu',
  ]
  // All that stands in one font tells what one short line cannot; a soft hyphen is ễ in VISCII, ứ in VPS.
  test.each([
    ['viscii', 'HeoMay'],
    ['vps', 'VPSTimes'],
    ['vps', 'Times'],
    ['tcvn3', 'Times'],
  ] as const)('%s in the font %s is read whole', async (encoding, font) => {
    const latin1 = (text: string) => Buffer.from(bytesOfView(legacyView(text, encoding))).toString('latin1')
    const page = TEXT.map((text) => ({ bytes: latin1(text), font }))
    const { text, diagnostics } = await readPdf(oldPdf([page]), never)
    expect(diagnostics.map((each) => [each.rule, each.message])).toContainEqual([
      'legacy-encoding',
      `${TEXT.length} lines were written in ${encoding} and have been decoded.`,
    ])
    expect(
      text
        .trim()
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual(TEXT)
  })
})

describe('a text layer', () => {
  const FOREIGN =
    'The committee shall report to the council on the use of the loan before the end of each year, and the borrower shall keep records of all payments made under this agreement.'
  const foreign = Array.from({ length: 12 }, () => ({ bytes: FOREIGN, font: 'Arial' }))

  test('in another language stays when OCR is off', async () => {
    const { text } = await readPdf(oldPdf([foreign]), never)
    expect(text.split('report to the council')).toHaveLength(13)
  })

  test.each([9, 12, 15])('whose letters are set apart is words, a letter every %d points', async (step) => {
    const apart = (text: string, x: number, y: number): Mark[] =>
      [...text].flatMap((letter, at) => (letter === ' ' ? [] : [{ text: letter, x: x + step * at, y, size: 14 }]))
    const body = LETTER.filter(({ y }) => y !== 150 && y !== 205)
    const marks = [...body, ...apart('CHỈ THỊ', 250, 150), ...apart('Thực hiện ý kiến của Thủ tướng,', 85, 205)]
    const { text, diagnostics } = await readPdf(writtenPdf([marks]), never)
    const lines = text.split('\n').map((line) => line.trim())
    expect(lines).toContain('CHỈ THỊ')
    expect(lines).toContain('Thực hiện ý kiến của Thủ tướng,')
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['letters-apart'])
  })

  test('with a row of marks or initials keeps them apart', async () => {
    const row = ['x', 'x', 'A', 'B', 'C', 'a', 'x'].map((text, at) => ({ text, x: 100 + 12 * at, y: 246, size: 14 }))
    const { text, diagnostics } = await readPdf(writtenPdf([[...LETTER.filter(({ y }) => y !== 246), ...row]]), never)
    expect(text).toMatch(/x x A B C a x/)
    expect(diagnostics).toEqual([])
  })

  test('that is a wreck is told from one in another language', () => {
    expect(isForeign(FOREIGN)).toBe(true)
    expect(
      isForeign('UBND TINH LAM KHE ban hanh Chi thi ve phong chay rung tren dia ban cac xa va thi tran trong tinh'),
    ).toBe(true)
    expect(
      isForeign('Fӝng hza xm hӝi chӫ nghƭa ViӋt Nam Ĉӝc lұp Tӵ do Hҥnh phúc Sӕ ngj\\y thing năm ChӍ thӏ vӅ viӋc phzng'),
    ).toBe(false)
    expect(
      isForeign('Cng ha x hi ch ngha Vit Nam c lp T do Hnh phc S ngy thng nm Ch th v vic phng chy ch rng tnh'),
    ).toBe(false)
    expect(isReadable("&Ӝ1*+Ñ$ ;+,&+Ӫ1*+Ƭ$9,ӊ71$0 ĈӝF OұS 7ӵ GR +ҥQK SK~F ##$%&&'()*+,-./<=>@[]^`{|}~")).toBe(false)
  })
})

/** Runs the command on a PDF with a package that cannot be loaded, and no program on the path. */
async function startWithout(missing: RegExp, bytes: Uint8Array, words: string[] = []) {
  const folder = await temporaryFolder()
  const [pdf, hook] = [join(folder, 'a.pdf'), join(folder, 'missing.cjs')]
  await writeFile(pdf, bytes)
  await writeFile(
    hook,
    `const Module = require('node:module'); const load = Module._load
     Module._load = function (name, ...rest) { if (${missing}.test(name)) throw new Error('not there'); return load.call(this, name, ...rest) }`,
  )
  const env = { ...process.env, LC_ALL: 'C', PATH: '', NODE_OPTIONS: `--require ${hook}` }
  return spawnSync(process.execPath, ['bin/directive-parse.js', pdf, ...words], { env, encoding: 'utf8' })
}

describe('without any engine', () => {
  const start = (bytes: Uint8Array) => startWithout(/[\\/]tesseract\.js[\\/]/, bytes)

  test('a text layer is read', async () => {
    const { stdout, stderr, status } = await start(writtenPdf([LETTER]))
    expect([status, stderr, JSON.parse(stdout).number]).toEqual([0, '', '15/CT-UBND'])
  })

  test('a scan is refused, and what is missing is said', async () => {
    const { stderr, status } = await start(await scannedPdf(await drawnImage(LETTER)))
    expect([status, stderr]).toEqual([1, expect.stringMatching(/install tesseract-ocr.*\[ocr-engine-missing\]/)])
  })
})

describe('without the part that draws pages', () => {
  const start = (bytes: Uint8Array, words: string[] = []) => startWithout(/^@napi-rs\/canvas$/, bytes, words)

  test('a text layer is read', async () => {
    const { stdout, stderr, status } = await start(writtenPdf([LETTER]))
    expect([status, stderr]).toEqual([0, expect.not.stringMatching(/damaged|broken/)])
    expect(JSON.parse(stdout)).toMatchObject({ number: '15/CT-UBND' })
  })

  test('a page that must be drawn says what is missing', async () => {
    const { stderr, status } = await start(oldPdf([[{ bytes: ' ', font: 'Arial' }]]), ['--ocr', 'always'])
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/@napi-rs\/canvas is not installed.*\[canvas-missing\]/),
    ])
  })
})
