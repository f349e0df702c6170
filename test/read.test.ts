import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readSource } from '../src/read/index.ts'
import { readOptions } from '../src/read/options.ts'
import { doc, ole as oleFile } from './doc-builder.ts'
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
  test.each(['vps', 'viscii'] as const)(
    'a heading whose capitals are control codes of %s is a text',
    async (encoding) => {
      const heading = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐỘC LẬP - TỰ DO - HẠNH PHÚC\nỦY BAN NHÂN DÂN HUYỆN BỘC LỘ'
      const { text, format } = await read(Buffer.from(bytesOfView(legacyView(heading, encoding))), 'a.txt')
      expect([format, text]).toEqual(['text', heading])
    },
  )
  const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])))
  const ole = (name: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le')])
  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    [
      'noise that begins with control codes',
      Buffer.from('\x02\x03\x10\x11\xfe\xe0\x15\xaa\x13\x12'.repeat(20), 'latin1'),
      'binary',
    ],
    ['noise', Buffer.from([1, 2, 3, 0, 255, 7, 7, 7]), 'binary'],
    ['a workbook', zip('xl/workbook.xml'), 'unsupported'],
    ['an archive', zip('a.txt'), 'unsupported'],
    ['a ZIP that breaks off', Buffer.from('PK\x03\x04abc'), 'truncated'],
    ['an encrypted document', ole('EncryptedPackage'), 'encrypted'],
    ['a text named as a workbook', Buffer.from('Tên,Số\nChỉ thị,1\n'), 'wrong-extension', 'bang.xlsx'],
    ['a page named as an old workbook', Buffer.from('<html><table><tr><td>1'), 'wrong-extension', 'BANG.XLS'],
    ['an old workbook', ole('Workbook'), 'unsupported'],
    ['a DOC that breaks off', ole('WordDocument'), 'truncated'],
    ['an old container of something else', ole('Nothing'), 'truncated'],
    ['RAR', Buffer.from('Rar!\x1a\x07\x00\x00\x00\x00'), 'unsupported'],
    [
      'a saved mail page',
      Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\nx'),
      'unsupported',
    ],
    ['a program', Buffer.from('\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00', 'latin1'), 'unsupported'],
  ])('%s is refused in one line, in both languages', async (_, bytes, code, path?: string) => {
    for (const language of ['en', 'vi']) {
      const error = await read(bytes, path ?? null, { language }).then(
        () => null,
        (caught) => caught,
      )
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
    const heads = [
      '',
      '%PDF-1.4\n',
      'PK\x03\x04',
      '{\\rtf1',
      '<html>',
      '\xd0\xcf\x11\xe0',
      '\x89PNG\r\n\x1a\n',
      '\xff\xfe',
      'II*\0',
    ]
    for (const head of heads) {
      const noise = Uint8Array.from({ length: 300 }, () => next() >> 8)
      const bytes = Buffer.concat([Buffer.from(head, 'latin1'), noise])
      const outcome = await read(bytes, null, { ocr: 'never' }).then(
        () => 'text',
        ({ name }) => name,
      )
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
    expect(await textOf('<table><tr><td>HUYỆN ỦY</td><td>&nbsp;</td><td>ĐẢNG CỘNG SẢN</td></tr></table>')).toBe(
      'HUYỆN ỦY\tĐẢNG CỘNG SẢN',
    )
  })
  test('numbers of lists, as the page shows them', async () => {
    expect(
      await textOf('<ol start=3><li>Ba<li><p>Bốn</p><p>thêm</p></ol><ol type="a"><li>chữ</ol><ul><li>gạch</ul>'),
    ).toBe('3. Ba\n4. Bốn\nthêm\na. chữ\n- gạch')
  })
  test('menus and hidden parts stay out, unless there is nothing else', async () => {
    const menu = '<nav><ol><li>Trang chủ</li></ol></nav>'
    const body = `<p>${'Thực hiện chỉ đạo của Chủ tịch. '.repeat(10)}</p><p style="display:none">ẩn</p>`
    expect(await textOf(`<body>${menu}${body}</body>`)).not.toMatch(/Trang chủ|ẩn/)
    expect(await textOf(`<body>${menu}</body>`)).toContain('Trang chủ')
  })
  test('charset: UTF-8 wins where the bytes are; else the legacy letters tell', async () => {
    const page = (charset: string) =>
      `<html><meta charset="${charset}"><body><p>Ủy ban nhân dân các xã thực hiện nghiêm</p></body></html>`
    expect(await textOf(page('windows-1252'))).toBe('Ủy ban nhân dân các xã thực hiện nghiêm')
    for (const encoding of ['tcvn3', 'vni', 'viscii', 'windows-1258'] as const)
      expect(await textOf(bytesOfView(legacyView(page('x-user-defined'), encoding)))).toBe(
        'Ủy ban nhân dân các xã thực hiện nghiêm',
      )
    expect(await textOf(Buffer.from(`\ufeff${page('utf-16')}`, 'utf16le'))).toBe(
      'Ủy ban nhân dân các xã thực hiện nghiêm',
    )
  })
  test('fonts: <font face>, style, style sheet', async () => {
    const body = legacyView('Các phòng ban thực hiện nghiêm', 'tcvn3')
    const title = legacyView('cộng hòa xã hội', 'tcvn3')
    expect(
      await textOf(`<p><font face=".VnTimeH">${title}</font></p><p style="font-family:'.VnTime'">${body}</p>`),
    ).toBe('CỘNG HÒA XÃ HỘI\nCác phòng ban thực hiện nghiêm')
    expect(
      await textOf(
        `<style><!-- p.MsoTitle {font-family:".VnTimeH"} --></style><p class="MsoTitle">${title}</p><p>Ủy ban</p>`,
      ),
    ).toBe('CỘNG HÒA XÃ HỘI\nỦy ban')
  })
})

describe('Markdown', () => {
  test('marks go, numbers and rules stay', async () => {
    const source = '# CHỈ THỊ\n\n**Về việc** *tăng cường*\n-----\n\n    UBND XÃ\n\n1. Một\n3. Ba\n- gạch\n\n> trích\n'
    expect(await textOf(source, 'a.md')).toBe(
      'CHỈ THỊ\n\nVề việc tăng cường\n-----\n\n    UBND XÃ\n\n1. Một\n3. Ba\n- gạch\n\n> trích\n',
    )
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
  const IN_TABLE = [0x16, 0x24, 1]
  const ROW_END = [...IN_TABLE, 0x17, 0x24, 1]
  const inList = (list: number, level = 0) => [0x0b, 0x46, list, 0, 0x0a, 0x26, level]
  test('paragraphs, breaks, fields, hidden letters', async () => {
    const bytes = doc([
      { text: 'Kính gửi: Sở Y tế' },
      { text: 'Trang \x13PAGE\x143\x15, dòng\x0bhai\x1emột' },
      { text: 'thầm', look: [0x3c, 0x08, 1] },
      { text: 'chỉ thị', look: [0x3b, 0x08, 1] },
    ])
    expect(await read(bytes, 'a.doc')).toMatchObject({
      format: 'doc',
      text: 'Kính gửi: Sở Y tế\nTrang 3, dòng\nhai-một\n\nCHỈ THỊ',
      diagnostics: [],
    })
  })
  test('ruby, a formula without a result, in brackets behind what it is over', async () => {
    const field = '\x13 EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(trên),dưới)\x15'
    expect((await read(doc([{ text: `chữ ${field} sau \x13 EQ \\f(1,2)\x15` }]), 'a.doc')).text).toBe(
      'chữ dưới (trên) sau',
    )
  })
  test('a header table: left cell, then right cell; single lines with a tab', async () => {
    const cell = (text: string, mark: '\r' | '\x07' = '\x07') => ({ text, mark, changes: IN_TABLE })
    const end = { text: '', mark: '\x07' as const, changes: ROW_END }
    const bytes = doc([
      cell('UBND XÃ', '\r'),
      cell('Số: 5'),
      cell('CỘNG HÒA', '\r'),
      cell('Độc lập'),
      end,
      cell('trái'),
      cell('phải'),
      end,
      { text: 'THÔNG BÁO' },
    ])
    expect((await read(bytes)).text).toBe('UBND XÃ\nSố: 5\nCỘNG HÒA\nĐộc lập\ntrái\tphải\nTHÔNG BÁO')
  })
  test('printed numbers of automatic lists', async () => {
    const lists = [
      [
        { format: 0, text: 'Điều \0.' },
        { format: 4, text: '\x01)' },
      ],
      [{ format: 23, text: '\uf0b7' }],
    ]
    const bytes = doc(
      [
        { text: 'Phạm vi', changes: inList(1) },
        { text: 'Ở xã', changes: inList(1, 1) },
        { text: 'Ở thôn', changes: inList(1, 1) },
        { text: 'Đối tượng', changes: inList(1) },
        { text: 'Cán bộ', changes: inList(1, 1) },
        { text: 'chấm', changes: inList(2) },
      ],
      { lists },
    )
    expect((await read(bytes)).text).toBe('Điều 1. Phạm vi\na) Ở xã\nb) Ở thôn\nĐiều 2. Đối tượng\na) Cán bộ\n• chấm')
  })
  test('fonts that are encodings', async () => {
    const font = (index: number) => [0x4f, 0x4a, index, 0]
    const bytes = doc(
      [
        { text: legacyView('cộng hòa xã hội', 'tcvn3'), look: font(1) },
        { text: legacyView('Các phòng ban thực hiện nghiêm', 'tcvn3'), look: font(0) },
      ],
      { fonts: ['.VnTime', '.VnTimeH'] },
    )
    expect((await read(bytes)).text).toBe('CỘNG HÒA XÃ HỘI\nCác phòng ban thực hiện nghiêm')
  })
  test('a locked file, one that breaks off, and one with bytes turned over', async () => {
    await expect(read(doc([{ text: 'x' }], { encrypted: true }))).rejects.toMatchObject({ code: 'encrypted' })
    await expect(read(oleFile({ WordDocument: Buffer.alloc(600) }))).rejects.toMatchObject({ name: 'ReadError' })
    const whole = doc([{ text: 'Kính gửi: Sở Y tế', changes: inList(1) }], { lists: [[{ format: 0, text: '\0.' }]] })
    for (let at = 20; at < whole.length; at += 37) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] as number) ^ 0xff
      const outcome = await read(bytes).then(
        () => 'text',
        ({ name }) => name,
      )
      expect(['text', 'ReadError']).toContain(outcome)
    }
  })
})

describe('RTF', () => {
  const rtf = (body: string, head = '') =>
    Buffer.from(`{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times New Roman;}${head}}\n${body}}`, 'latin1')
  const unicode = (text: string) =>
    Array.from(text, (char) => (char < '\x80' ? char : `\\u${char.charCodeAt(0)}?`)).join('')
  const bytes = (view: string) =>
    Array.from(bytesOfView(view), (byte) =>
      byte < 0x80 ? String.fromCharCode(byte) : `\\'${byte.toString(16).padStart(2, '0')}`,
    ).join('')
  test('Unicode escapes, skipped groups, marks', async () => {
    const body = `{\\info{\\title x}}{\\*\\generator y}\\pard ${unicode('Kính gửi: Sở Y tế')}\\par\n{\\b CV\\_05}\\tab {\\v th\\'e1m}{\\caps ${unicode('khẩn')}}\\line hai\\par`
    expect(await read(rtf(body), 'a.rtf')).toMatchObject({ format: 'rtf', text: 'Kính gửi: Sở Y tế\nCV-05\tKHẨN\nhai' })
  })
  test('bytes by the character set of the font', async () => {
    const body = `\\f1 ${bytes(legacyView('Ủy ban nhân dân tỉnh', 'windows-1258'))}\\par\\f2 ${bytes(legacyView('cộng hòa xã hội', 'tcvn3'))}\\par\\f3 ${bytes(legacyView('Đề nghị các đơn vị', 'vni'))}`
    const head = '{\\f1\\fcharset163 Arial;}{\\f2 .VnTimeH;}{\\f3 VNI-Times;}'
    expect((await read(rtf(body, head))).text).toBe('Ủy ban nhân dân tỉnh\nCỘNG HÒA XÃ HỘI\nĐề nghị các đơn vị')
  })
  test('tables, printed numbers, text boxes, notes, fields', async () => {
    const body = `\\trowd\\pard\\intbl UBND\\par S\\'f4 5\\cell CHXH\\cell\\row\\pard {\\listtext\\pard 1.\\tab}Mot{\\footnote\\pard ghi chu\\par}\\par {\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt\\pard HOA TOC\\par}}}{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}\\par`
    expect((await read(rtf(body))).text).toBe('UBND\nSô 5\nCHXH\n1. Mot\n3\nHOA TOC\n\n[1] ghi chu')
  })
  test('ruby, in brackets behind what it is over', async () => {
    const field = `{\\field{\\*\\fldinst { EQ \\\\* jc3 \\\\* hps12 \\\\o\\\\al(\\\\s\\\\up 11(tren),duoi)}}{\\fldrslt {}}}`
    expect((await read(rtf(`Chu ${field} sau\\par`))).text).toBe('Chu duoi (tren) sau')
  })
  test('one that breaks off, and groups nested beyond reason', async () => {
    await expect(read(rtf('{{Chi thi').subarray(0, -1))).rejects.toMatchObject({ code: 'truncated' })
    await expect(read(rtf(`${'{'.repeat(5000)}x${'}'.repeat(5000)}`))).rejects.toMatchObject({ code: 'too-deep' })
  })
})

describe('ODT', () => {
  const odt = (body: string, styles = '', manifest = '<m/>') =>
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'META-INF/manifest.xml': strToU8(manifest),
      'content.xml': strToU8(
        `<office:document-content><office:font-face-decls><style:font-face style:name="F1" svg:font-family="'.VnTimeH'"/></office:font-face-decls><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
      ),
    })
  const para = (text: string, style = '') => `<text:p text:style-name="${style}">${text}</text:p>`
  test('paragraphs, spaces, tracked changes, notes, boxes, tables', async () => {
    const body =
      `<text:tracked-changes><text:changed-region><text:deletion>${para('xóa')}</text:deletion></text:changed-region></text:tracked-changes>` +
      `<table:table><table:table-row><table:table-cell>${para('UBND XÃ')}${para('Số: 5')}</table:table-cell><table:table-cell>${para('CỘNG HÒA')}</table:table-cell></table:table-row></table:table>` +
      para(
        'ngày<text:s text:c="3"/>tháng\n  8<text:tab/>2021<text:line-break/>hai<text:note><text:note-body><text:p>ghi chú</text:p></text:note-body></text:note>',
      ) +
      `<text:p><draw:frame><draw:text-box>${para('HỎA TỐC')}</draw:text-box></draw:frame></text:p>`
    expect(await read(odt(body), 'a.odt')).toMatchObject({
      format: 'odt',
      text: 'UBND XÃ\nSố: 5\nCỘNG HÒA\nngày   tháng 8\t2021\nhai\n\nHỎA TỐC\n\n[1] ghi chú',
    })
  })
  test('ruby, in brackets behind what it is over', async () => {
    const ruby = '<text:ruby><text:ruby-base>dưới</text:ruby-base><text:ruby-text>trên</text:ruby-text></text:ruby>'
    expect((await read(odt(para(`chữ ${ruby} sau`)))).text).toBe('chữ dưới (trên) sau')
  })
  test('printed numbers of automatic lists', async () => {
    const styles =
      '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix=")" text:display-levels="2"/></text:list-style>' +
      '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="-"/></text:list-style>'
    const li = (content: string) => `<text:list-item>${content}</text:list-item>`
    const list = (content: string, more = '') => `<text:list text:style-name="L1"${more}>${content}</text:list>`
    const body =
      list(li(`${para('Mục đích')}<text:list>${li(para('Một') + para('tiếp'))}${li(para('Hai'))}</text:list>`)) +
      para('xen') +
      list(li(para('Yêu cầu')), ' text:continue-numbering="true"') +
      list(li(para('Lại từ đầu'))) +
      `<text:list text:style-name="L2">${li(para('Như trên;'))}</text:list>`
    expect((await read(odt(body, styles))).text).toBe(
      'I. Mục đích\nI.1) Một\ntiếp\nI.2) Hai\nxen\nII. Yêu cầu\nI. Lại từ đầu\n- Như trên;',
    )
  })
  test('fonts and capitals by style', async () => {
    const styles =
      '<style:style style:name="P1"><style:text-properties style:font-name="F1"/></style:style>' +
      '<style:style style:name="P2"><style:text-properties fo:text-transform="uppercase"/></style:style>'
    expect(
      (await read(odt(para(legacyView('cộng hòa xã hội', 'tcvn3'), 'P1') + para('chỉ thị', 'P2'), styles))).text,
    ).toBe('CỘNG HÒA XÃ HỘI\nCHỈ THỊ')
  })
  test('a locked file', async () => {
    await expect(read(odt('', '', '<m><encryption-data/></m>'))).rejects.toMatchObject({ code: 'encrypted' })
  })
})

/** Large, but no larger than it takes: a reader that squares its work does not end before the test is given up. */
test.each([
  ['openings of bold', '**a'],
  ['openings of emphasis', '_a*'],
  ['openings of links', '[a]('],
])('Markdown of nothing but %s ends soon, and loses no letter', async (_, piece) => {
  const source = `# CHỈ THỊ\n\n${piece.repeat(100_000)}\n\nGửi **Sở Y tế** trực.`
  const { text } = await read(source, 'a.md')
  expect(text.match(/a/g)).toHaveLength(100_000)
  expect(text).toContain('Gửi Sở Y tế trực.')
})
