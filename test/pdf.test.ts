import { describe, expect, test } from 'vitest'
import { latinised } from '../src/read/look-alikes.ts'
import { ReadError, readOptions } from '../src/read/options.ts'
import { readPdf } from '../src/read/pdf.ts'
import { isReadable } from '../src/read/pdf-quality.ts'
import { pdfFile } from './pdf-builder.ts'
import { drawnImage, type Field, LETTER, scannedPdf, writtenPdf } from './sheet.ts'

/** What the owner's and the user's password hash to, 32 bytes each: not to those of an empty one. */
const ENCRYPTED = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> /P -4 >>`

const never = readOptions({ ocr: 'never' })

describe('a PDF with a text layer', () => {
  test('gives header and footer as two cells a line', async () => {
    const { text, pages, ocr, diagnostics } = await readPdf(writtenPdf([LETTER]), never)
    const lines = text.split('\n').map((line) => line.trim())
    expect(lines).toContain('ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(lines).toContain('HUYỆN TÂN LẬP\tĐộc lập - Tự do - Hạnh phúc')
    expect(lines).toContain('Số: 15/CT-UBND\tTân Lập, ngày 12 tháng 3 năm 2021')
    expect(lines).toContain('Nơi nhận:\tCHỦ TỊCH')
    expect(text).toMatch(/^\tTrần Văn Mẫu$/m)
    expect(text).toMatch(/^ {10,}CHỈ THỊ$/m)
    expect({ pages, ocr, diagnostics }).toEqual({ pages: 1, ocr: null, diagnostics: [] })
  })

  test('says where each word stands, in points from the top left', async () => {
    const { text, places } = await readPdf(writtenPdf([LETTER]), never)
    const start = text.indexOf('15/CT-UBND')
    const place = places.find((other) => other.span[0] === start)
    expect(place?.page).toBe(1)
    const [left, top, right, bottom] = place?.box ?? [0, 0, 0, 0]
    expect(left).toBeGreaterThan(115)
    expect(right).toBeLessThan(225)
    expect(top).toBeLessThan(114)
    expect(bottom).toBeGreaterThan(110)
  })

  test('leaves out the pages over the limit and says so', async () => {
    const options = readOptions({ ocr: 'never', limits: { pages: 2 } })
    const { text, pages, diagnostics } = await readPdf(writtenPdf([LETTER, LETTER, LETTER]), options)
    expect(text.split('\f')).toHaveLength(2)
    expect(pages).toBe(3)
    expect(diagnostics.map((own) => own.rule)).toEqual(['pages-left-out'])
  })
})

describe('what signing programs put over a page', () => {
  test('fills the blank of the serial; a stamp stands apart', async () => {
    const page = [
      { text: 'Số:', x: 100, y: 142 },
      { text: '/UBND-VX', x: 165, y: 142 },
      { text: 'Kính gửi: Các xã, thị trấn', x: 100, y: 180 },
    ]
    const stamp = '/Latin 7 Tf 2 20 Td (Signed by: Office of Tan Lap) Tj 0 -8 Td (12.03.2021 08:13:22 +07:00) Tj'
    const fields: Field[] = [
      { rect: [125, 692, 160, 716], drawing: '/Latin 13 Tf 2 8 Td (1668) Tj' },
      { rect: [400, 780, 560, 820], drawing: stamp },
    ]
    const bytes = writtenPdf([page], { fields })
    const { text } = await readPdf(bytes, never)
    expect(text).toMatch(/^Signed by: Office of Tan Lap\n12\.03\.2021 08:13:22 \+07:00\n\nSố: 1668 \/UBND-VX\n/)
  })
})

describe('what cannot be read gets one clear line', () => {
  const broken: [string, () => Uint8Array | Promise<Uint8Array>, RegExp][] = [
    ['an encrypted file', () => writtenPdf([LETTER], { trailer: ENCRYPTED }), /password/],
    ['no PDF at all', () => new TextEncoder().encode('Kính gửi các đồng chí'), /broken/],
    ['an empty file', () => new Uint8Array(), /broken/],
    ['a scan where OCR is off', async () => scannedPdf(await drawnImage(LETTER, { dpi: 60 })), /scan.*--ocr/],
  ]
  test.each(broken)('%s', async (_, bytes, message) => {
    const error = await readPdf(await bytes(), never).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ReadError)
    expect((error as ReadError).message).toMatch(message)
    expect((error as ReadError).message).not.toContain('\n')
  })

  test('a file that was cut off gives what is left of it, or that line', async () => {
    const whole = writtenPdf([LETTER, LETTER])
    for (const share of [0.3, 0.6, 0.9, 0.99]) {
      const result = await readPdf(whole.subarray(0, Math.floor(whole.length * share)), never).catch(
        (thrown: unknown) => thrown,
      )
      if (result instanceof Error) expect(result).toBeInstanceOf(ReadError)
      else expect(result).toHaveProperty('text')
    }
  })
})

test('readable is Vietnamese in Unicode, not letters of another encoding or private glyphs', () => {
  const text = 'Căn cứ Nghị quyết của Hội đồng nhân dân tỉnh về việc tăng cường công tác quản lý rừng'
  expect(isReadable(text)).toBe(true)
  expect(isReadable('C¨n cø NghÞ quyÕt cña Héi ®ång nh©n d©n tØnh vÒ viÖc t¨ng c­êng c«ng t¸c qu¶n lý rõng')).toBe(false)
  expect(isReadable(text.replace(/[ăứịếủ]/g, '\ufffd'))).toBe(false)
  expect(isReadable('')).toBe(true)
})

test.each([
  ['Lưu: VT, \u0412\u0421\u0422.', 'Lưu: VT, BCT.'],
  ['\u041F\u0440\u0438\u043A\u0430\u0437', '\u041F\u0440\u0438\u043A\u0430\u0437'],
])('letters of another script that look like Latin ones are those: %s', (read, meant) => {
  expect(latinised(read)).toBe(meant)
})

describe('forms within forms', () => {
  const stream = (content: string, dictionary = '') =>
    `<<${dictionary}/Length ${content.length}>>stream\n${content}\nendstream`
  const line = (text: string, y: number) => `BT /F 12 Tf 72 ${y} Td (${text}) Tj ET`
  const twice = Array.from({ length: 40 }, () => '/X Do /X Do')
  /** A page that says one thing and draws the first of `forms`; `X` in a form is the next of them, `Y` the first. */
  const nested = (forms: string[]) =>
    pdfFile([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>',
      stream(`${line('Page of the letter', 700)} /X Do`),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      ...forms.map((content, index) =>
        stream(
          content,
          `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>/XObject<</X ${index + 7} 0 R/Y 6 0 R>>>>`,
        ),
      ),
    ])
  const readAll = async (bytes: Uint8Array, drawnBytes?: number) => {
    const limits = drawnBytes === undefined ? {} : { drawnBytes }
    const { text, diagnostics } = await readPdf(bytes, readOptions({ ocr: 'never', limits }))
    return { lines: text.split('\n').map((own) => own.trim()), rules: diagnostics.map(({ rule }) => rule) }
  }

  test('that draw each other twice a level are left out and named; the page itself is read', async () => {
    const forms = [...twice, line('Innermost', 600)]
    const { lines, rules } = await readAll(nested(forms))
    expect(lines).toContain('Page of the letter')
    expect(rules).toEqual(['drawing-left-out'])
  })

  test('that draw one another in a circle end', async () => {
    const { lines, rules } = await readAll(nested([`${line('Outer', 650)} /X Do`, ...twice, '/Y Do']))
    expect(lines).toContain('Page of the letter')
    expect(lines).toContain('Outer')
    expect(rules).toEqual(['drawing-left-out'])
  })

  test('are read where a page draws no more than the limit', async () => {
    const forms = [`${line('Outer', 650)} /X Do`, `${line('Inner', 600)} /X Do`, line('Innermost', 550)]
    const { lines, rules } = await readAll(nested(forms))
    expect(lines).toEqual(expect.arrayContaining(['Page of the letter', 'Outer', 'Inner', 'Innermost']))
    expect(rules).toEqual([])
    // each form counts as 2,048 bytes at the least: the page and the outer form are within, what that draws is not
    const less = await readAll(nested(forms), 5000)
    expect(less.lines).toContain('Page of the letter')
    expect(less.lines).not.toContain('Innermost')
    expect(less.rules).toEqual(['drawing-left-out'])
  })
})
