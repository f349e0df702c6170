import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { splitCells } from '../src/read/doc.ts'
import { readSource } from '../src/read/index.ts'
import { readOptions } from '../src/read/options.ts'
import { docx, p } from './docx-builder.ts'
import { bytesOfView, legacyView } from './legacy-encoder.ts'

const read = (source: string | Uint8Array, path: string | null = null, choices = {}) =>
  readSource(typeof source === 'string' ? Buffer.from(source) : source, { ...readOptions(choices), path })
const textOf = async (source: string | Uint8Array, path: string | null = null) => (await read(source, path)).text

describe('what a file is', () => {
  test.each([
    ['Kính gửi: Sở Y tế', 'a.txt', 'text'],
    ['Kính gửi: Sở Y tế', null, 'text'],
    ['# Chỉ thị', 'a.md', 'markdown'],
    ['<!DOCTYPE html><p>Chỉ thị', 'a.txt', 'html'],
    ['\ufeff  <html><body>Chỉ thị</body></html>', null, 'html'],
    ['<table><tr><td>Số', 'a', 'html'],
    ['< 5 triệu đồng', 'a.txt', 'text'],
  ])('%j as %s is %s', async (source, path, format) => {
    expect((await read(source, path)).format).toBe(format)
  })
  test('a DOCX is one whatever its name, and that is said', async () => {
    const found = await read(docx({ body: p('Chỉ thị') }), 'quet.pdf')
    expect(found).toMatchObject({ format: 'docx', text: 'Chỉ thị' })
    expect(found.diagnostics[0]).toMatchObject({ rule: 'format-mismatch', level: 'info' })
    expect(found.diagnostics[0]?.message).toContain('.pdf')
  })
  const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])))
  const ole = (name: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le')])
  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['noise', Buffer.from([1, 2, 3, 0, 255, 7, 7, 7]), 'binary'],
    ['a workbook', zip('xl/workbook.xml'), 'unsupported'],
    ['an archive', zip('a.txt'), 'unsupported'],
    ['a ZIP that breaks off', Buffer.from('PK\x03\x04abc'), 'truncated'],
    ['an encrypted document', ole('EncryptedPackage'), 'encrypted'],
    ['an old workbook', ole('Workbook'), 'unsupported'],
    ['a DOC that breaks off', ole('WordDocument'), 'truncated'],
    ['an old container of something else', ole('Nothing'), 'truncated'],
    ['RAR', Buffer.from('Rar!\x1a\x07\x00\x00\x00\x00'), 'unsupported'],
    ['a saved mail page', Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\nx'), 'unsupported'],
    ['a program', Buffer.from('\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00', 'latin1'), 'unsupported'],
  ])('%s is refused in one line, in both languages', async (_, bytes, code) => {
    for (const language of ['en', 'vi']) {
      const error = await read(bytes, null, { language }).then(() => null, (caught) => caught)
      expect(error).toMatchObject({ name: 'ReadError', code })
      expect(error.message).not.toMatch(/\n|\{\w+\}|undefined/)
    }
  })
  test('a file over the limit', async () => {
    await expect(read('x'.repeat(100), null, { limits: { bytes: 50 } })).rejects.toMatchObject({ code: 'too-large' })
  })
  test('any bytes give a text or a clear refusal', async () => {
    let seed = 7
    const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648)
    const heads = ['', '%PDF-1.4\n', 'PK\x03\x04', '{\\rtf1', '<html>', '\xd0\xcf\x11\xe0', '\x89PNG\r\n\x1a\n', '\xff\xfe', 'II*\0']
    for (const head of heads) {
      const noise = Uint8Array.from({ length: 300 }, () => next() >> 8)
      const bytes = Buffer.concat([Buffer.from(head, 'latin1'), noise])
      const outcome = await read(bytes, null, { ocr: 'never' }).then(() => 'text', ({ name }) => name)
      expect(['text', 'ReadError'], head).toContain(outcome)
    }
  }, 60_000)
})

describe('HTML', () => {
  test('header cells left, then right; breaks are lines', async () => {
    const page = `<html><head><title>Trang</title><style>p{}</style></head><body><table><tr><td>UBND XÃ TÂN AN<br>Số: 5/TB-UBND</td>
      <td><p>CỘNG HÒA XÃ HỘI</p><p>Độc lập</p></td></tr></table><h1>THÔNG BÁO</h1><p>Về việc
      nghỉ   lễ</p><script>var a = 1</script></body></html>`
    expect(await textOf(page)).toBe(
      'UBND XÃ TÂN AN\nSố: 5/TB-UBND\nCỘNG HÒA XÃ HỘI\nĐộc lập\nTHÔNG BÁO\nVề việc nghỉ lễ',
    )
  })
  test('rows of single lines keep a tab', async () => {
    expect(await textOf('<table><tr><td>HUYỆN ỦY</td><td>&nbsp;</td><td>ĐẢNG CỘNG SẢN</td></tr></table>')).toBe('HUYỆN ỦY\tĐẢNG CỘNG SẢN')
  })
  test('numbers of lists, as the page shows them', async () => {
    expect(await textOf('<ol start=3><li>Ba<li><p>Bốn</p><p>thêm</p></ol><ol type="a"><li>chữ</ol><ul><li>gạch</ul>')).toBe(
      '3. Ba\n4. Bốn\nthêm\na. chữ\n- gạch',
    )
  })
  test('menus and hidden parts stay out, unless there is nothing else', async () => {
    const menu = '<nav><ol><li>Trang chủ</li></ol></nav>'
    const body = `<p>${'Thực hiện chỉ đạo của Chủ tịch. '.repeat(10)}</p><p style="display:none">ẩn</p>`
    expect(await textOf(`<body>${menu}${body}</body>`)).not.toMatch(/Trang chủ|ẩn/)
    expect(await textOf(`<body>${menu}</body>`)).toContain('Trang chủ')
  })
  test('charset: UTF-8 wins where the bytes are; else the legacy letters tell', async () => {
    const page = (charset: string) => `<html><meta charset="${charset}"><body><p>Ủy ban nhân dân các xã thực hiện nghiêm</p></body></html>`
    expect(await textOf(page('windows-1252'))).toBe('Ủy ban nhân dân các xã thực hiện nghiêm')
    for (const encoding of ['tcvn3', 'vni', 'viscii', 'windows-1258'] as const)
      expect(await textOf(bytesOfView(legacyView(page('x-user-defined'), encoding)))).toBe('Ủy ban nhân dân các xã thực hiện nghiêm')
    expect(await textOf(Buffer.from(`\ufeff${page('utf-16')}`, 'utf16le'))).toBe('Ủy ban nhân dân các xã thực hiện nghiêm')
  })
  test('fonts: <font face>, style, style sheet', async () => {
    const body = legacyView('Các phòng ban thực hiện nghiêm', 'tcvn3')
    const title = legacyView('cộng hòa xã hội', 'tcvn3')
    expect(await textOf(`<p><font face=".VnTimeH">${title}</font></p><p style="font-family:'.VnTime'">${body}</p>`)).toBe(
      'CỘNG HÒA XÃ HỘI\nCác phòng ban thực hiện nghiêm',
    )
    expect(await textOf(`<style><!-- p.MsoTitle {font-family:".VnTimeH"} --></style><p class="MsoTitle">${title}</p><p>Ủy ban</p>`)).toBe(
      'CỘNG HÒA XÃ HỘI\nỦy ban',
    )
  })
  test('tags nested beyond reason are refused', async () => {
    await expect(read(`<html>${'<div>'.repeat(20_000)}`)).rejects.toMatchObject({ code: 'too-deep' })
  })
})

describe('Markdown', () => {
  test('marks go, numbers and rules stay', async () => {
    const source = '# CHỈ THỊ\n\n**Về việc** *tăng cường*\n-----\n\n    UBND XÃ\n\n1. Một\n3. Ba\n- gạch\n\n> trích\n'
    expect(await textOf(source, 'a.md')).toBe('CHỈ THỊ\n\nVề việc tăng cường\n-----\n\n    UBND XÃ\n\n1. Một\n3. Ba\n- gạch\n\n> trích\n')
  })
  test('a table of pipes is a header of two columns', async () => {
    expect(await textOf('| ỦY BAN<br>Số: 5 | CỘNG HÒA<br>Độc lập |\n|---|---|\n| trái | phải |\n', 'a.md')).toBe(
      'ỦY BAN\nSố: 5\nCỘNG HÒA\nĐộc lập\ntrái\tphải\n',
    )
  })
  test('links, escapes, code', async () => {
    expect(await textOf('Theo [Công văn 5](http://x) và 2\\*3, `CT`', 'a.md')).toBe('Theo Công văn 5 và 2*3, CT')
  })
})

describe('DOC', () => {
  test('cells of several paragraphs, as word-extractor gives them', () => {
    expect(splitCells('UBND TỈNH\nSố: 5/KH\t\nCỘNG HÒA\nĐộc lập\t\n\t\nKẾ HOẠCH')).toContain('UBND TỈNH\nSố: 5/KH')
    expect(splitCells('SỞ Y TẾ\nSố: 5\tCỘNG HÒA\nĐộc lập\t\nKẾ HOẠCH')).toBe('SỞ Y TẾ\nSố: 5\nCỘNG HÒA\nĐộc lập\nKẾ HOẠCH')
    expect(splitCells('1\tTân An\t25\t\nHết')).toBe('1\tTân An\t25\nHết')
  })
})
