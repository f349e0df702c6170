import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readSource } from '../src/read/index.ts'
import { formatCounter } from '../src/read/list-counters.ts'
import { readOptions } from '../src/read/options.ts'
import { docx, item, level, type Parts, p, table } from './docx-builder.ts'
import { legacyView } from './legacy-encoder.ts'

const read = async (parts: Parts | string, limits = {}) =>
  (await readSource(docx(typeof parts === 'string' ? { body: parts } : parts), readOptions({ limits }))).text

const LISTS =
  `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'lowerLetter', '%3)')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '-')}${level(1, 'bullet', '\uf0b7')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="2">${level(0, 'decimal', 'Điều %1.')}${level(1, 'decimal', '%1.%2.')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
  '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>' +
  '<w:num w:numId="4"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'

describe('printed numbers of automatic lists', () => {
  test('levels count, and begin again under the next parent', async () => {
    const body = [
      item('Mục đích', 1, 0),
      item('Quán triệt', 1, 1),
      item('Triển khai', 1, 1),
      item('Ở xã', 1, 2),
      item('Ở thôn', 1, 2),
      item('Nhiệm vụ', 1, 0),
      item('Tuyên truyền', 1, 1),
      p('Đoạn thường'),
      item('Kiểm tra', 1, 1),
      item('Hằng tháng', 1, 2),
    ].join('')
    expect(await read({ body, numbering: LISTS })).toBe(
      'I. Mục đích\n1. Quán triệt\n2. Triển khai\na) Ở xã\nb) Ở thôn\nII. Nhiệm vụ\n1. Tuyên truyền\nĐoạn thường\n2. Kiểm tra\na) Hằng tháng',
    )
  })
  test('two lists of one kind go on counting; an override begins anew', async () => {
    const body = [item('Một', 3), item('Hai', 3, 1), item('Bảy', 4), item('Tám', 4), item('Chi tiết', 4, 1)].join('')
    expect(await read({ body, numbering: LISTS })).toBe(
      'Điều 1. Một\n1.1. Hai\nĐiều 7. Bảy\nĐiều 8. Tám\n8.1. Chi tiết',
    )
  })
  test('bullets: a dash stays a dash, symbol fonts give a bullet', async () => {
    const body = [item('Như trên;', 2), item('Lưu: VT.', 2, 1)].join('')
    expect(await read({ body, numbering: LISTS })).toBe('- Như trên;\n• Lưu: VT.')
  })
  test('a list that comes with the style, and one switched off', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="DieuCon"><w:basedOn w:val="Dieu"/></w:style>'
    const style = (id: string) => `<w:pStyle w:val="${id}"/>`
    const off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    const body = [
      p('Phạm vi', { properties: style('Dieu') }),
      p('Đối tượng', { properties: style('DieuCon') }),
      p('Không số', { properties: style('Dieu') + off }),
    ].join('')
    expect(await read({ body, styles, numbering: LISTS })).toBe('Điều 1. Phạm vi\nĐiều 2. Đối tượng\nKhông số')
  })
  test('a paragraph whose text is empty prints no number', async () => {
    expect(await read({ body: item('') + item('Có chữ'), numbering: LISTS })).toContain('II. Có chữ')
  })
  test.each([
    [4, 'upperRoman', 'IV'],
    [19, 'lowerRoman', 'xix'],
    [27, 'lowerLetter', 'aa'],
    [3, 'upperLetter', 'C'],
    [7, 'decimalZero', '07'],
    [12, 'ordinal', '12'],
    [5, 'none', ''],
  ])('%i as %s', (number, format, printed) => expect(formatCounter(number, format)).toBe(printed))
})

describe('tables', () => {
  test('a header of several paragraphs a cell: left cell, then right cell', async () => {
    const body = table([
      p('UBND HUYỆN PHÚ MỸ') + p('PHÒNG NỘI VỤ') + p('Số: 05/CV-NV'),
      p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') + p('Độc lập - Tự do - Hạnh phúc'),
    ])
    expect(await read(body)).toBe(
      'UBND HUYỆN PHÚ MỸ\nPHÒNG NỘI VỤ\nSố: 05/CV-NV\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
    )
  })
  test('a header of one paragraph a cell: one line with a tab', async () => {
    const body = table(
      [p('HUYỆN ỦY PHÚ MỸ'), p('ĐẢNG CỘNG SẢN VIỆT NAM')],
      [p('Số 12-CV/HU'), p('Phú Mỹ, ngày 5 tháng 3 năm 2021')],
    )
    expect(await read(body)).toBe(
      'HUYỆN ỦY PHÚ MỸ\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 12-CV/HU\tPhú Mỹ, ngày 5 tháng 3 năm 2021',
    )
  })
  test('a table of data: one line a row', async () => {
    const body = table([p('TT'), p('Xã'), p('Số hộ')], [p('1'), p('Tân An') + p('(khu A)'), p('25')])
    expect(await read(body)).toBe('TT\tXã\tSố hộ\n1\tTân An (khu A)\t25')
  })
  test('a table in a cell', async () => {
    expect(await read(table([table([p('a'), p('b')]) + p('c'), p('d')]))).toBe('a\tb\nc\nd')
  })
})

describe('what must not be lost', () => {
  const box = (text: string) =>
    `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
    `<mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(text)}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`
  test('a number in a text box, once', async () => {
    const body = `<w:p><w:r><w:t>Số:       /UBND-VX</w:t>${box('125')}</w:r></w:p>${p('Kính gửi: Sở Y tế')}`
    expect(await read(body)).toBe('Số:       /UBND-VX\n125\nKính gửi: Sở Y tế')
  })
  test('a text box in a header row comes after the row', async () => {
    const body = table([`<w:p><w:r><w:t>SỞ Y TẾ</w:t>${box('HỎA TỐC')}</w:r></w:p>`, p('CỘNG HÒA XÃ HỘI')])
    expect(await read(body)).toBe('SỞ Y TẾ\tCỘNG HÒA XÃ HỘI\nHỎA TỐC')
  })
  test('letters drawn as a picture', async () => {
    const body = '<w:p><w:r><w:pict><v:shape><v:textpath string="MẬT"/></v:shape></w:pict></w:r></w:p>'
    expect((await read(body)).trim()).toBe('MẬT')
  })
  test('footnotes come at the end', async () => {
    const footnotes = `<w:footnote w:id="2">${p('Theo báo cáo quý I.')}</w:footnote>`
    const body = `<w:p><w:r><w:t>Đạt 95%</w:t><w:footnoteReference w:id="2"/></w:r></w:p>${p('Hết.')}`
    expect(await read({ body, footnotes })).toBe('Đạt 95%\nHết.\n\n[1] Theo báo cáo quý I.')
  })
  test('tracked changes count as accepted', async () => {
    const run = (tag: string, text: string) => `<w:${tag}><w:r><w:t>${text}</w:t></w:r></w:${tag}>`
    const body =
      `<w:p>${run('ins', 'trước ')}<w:del><w:r><w:delText>sau </w:delText></w:r></w:del><w:r><w:t>ngày 05/3</w:t></w:r></w:p>` +
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Hai đoạn </w:t></w:r></w:p>${p('thành một')}`
    expect(await read(body)).toBe('trước ngày 05/3\nHai đoạn thành một')
  })
  test('the result of a field, not its instruction; hidden text is hidden', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    expect(await read(`<w:p><w:r><w:t>Trang </w:t></w:r>${field}</w:p>${p('thầm', { run: '<w:vanish/>' })}`)).toBe(
      'Trang 3',
    )
  })
  test('ruby, in brackets behind what it is over', async () => {
    const letters = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
    const ruby = `<w:r><w:ruby><w:rt>${letters('trên')}</w:rt><w:rubyBase>${letters('dưới')}</w:rubyBase></w:ruby></w:r>`
    expect(await read(`<w:p>${letters('một ')}${ruby}${letters(' hai')}</w:p>`)).toBe('một dưới (trên) hai')
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ \\o\\ad(\\s\\up 9(trên),dưới)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    expect(await read(`<w:p>${letters('một ')}${field}${letters(' hai')}</w:p>`)).toBe('một dưới (trên) hai')
  })
  test('capitals by format are capitals', async () => {
    expect(await read(p('Chỉ thị', { run: '<w:caps/>' }))).toBe('CHỈ THỊ')
  })
  test('tabs, breaks, hyphens that do not break, a new page', async () => {
    const body = `<w:p><w:r><w:t>05</w:t><w:noBreakHyphen/><w:t>CT/HU</w:t><w:tab/><w:t>ngày</w:t><w:br/><w:t>hai</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/><w:t>PHỤ LỤC</w:t></w:r></w:p>`
    expect(await read(body)).toBe('05-CT/HU\tngày\nhai\n\n\fPHỤ LỤC')
  })
  test('content controls and links', async () => {
    expect(
      await read(
        `<w:sdt><w:sdtContent>${p('Trong khung')}</w:sdtContent></w:sdt><w:p><w:hyperlink><w:r><w:t>vanban.vn</w:t></w:r></w:hyperlink></w:p>`,
      ),
    ).toBe('Trong khung\nvanban.vn')
  })
  test('the letterhead of the first page', async () => {
    const others = {
      'word/header1.xml': `<w:hdr xmlns:w="x">${p('SỞ Y TẾ TỈNH PHÚ MỸ')}</w:hdr>`,
      'word/_rels/document.xml.rels': '<Relationships><Relationship Id="r1" Target="header1.xml"/></Relationships>',
    }
    const body = `${p('Kính gửi: Các trạm y tế')}<w:sectPr><w:headerReference w:type="first" r:id="r1"/><w:titlePg/></w:sectPr>`
    expect(await read({ body, others })).toBe('SỞ Y TẾ TỈNH PHÚ MỸ\nKính gửi: Các trạm y tế')
  })
})

describe('fonts that are encodings', () => {
  const font = (name: string) => ({ run: `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>` })
  test('TCVN3 by font, capitals by the H font', async () => {
    const body =
      p(legacyView('cộng hòa xã hội', 'tcvn3'), font('.VnTimeH')) +
      p(legacyView('Phòng Nội vụ yêu cầu các thôn trưởng', 'tcvn3'), font('.VnTime'))
    const found = await readSource(docx({ body }), readOptions())
    expect(found.text).toBe('CỘNG HÒA XÃ HỘI\nPhòng Nội vụ yêu cầu các thôn trưởng')
    expect(found.diagnostics.map(({ message }) => message)).toEqual([
      '2 lines were written in tcvn3 and have been decoded.',
    ])
  })
  test('VNI by font, in pieces too short to tell', async () => {
    const run = (text: string) =>
      `<w:r><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr><w:t>${legacyView(text, 'vni')}</w:t></w:r>`
    expect(
      await read(`<w:p>${run('Số')}<w:r><w:t>: 5</w:t></w:r></w:p><w:p>${run('Đề nghị các đơn vị thực hiện')}</w:p>`),
    ).toBe('Số: 5\nĐề nghị các đơn vị thực hiện')
  })
  test('Unicode typed in an old font stays', async () => {
    expect(await read(p('Hà Nam, ngày mùng năm', font('.VnTime')) + p('Ủy ban nhân dân huyện', font('.VnTime')))).toBe(
      'Hà Nam, ngày mùng năm\nỦy ban nhân dân huyện',
    )
  })
})

describe('a document of pictures', () => {
  test('asks for OCR where that is off', async () => {
    const picture = zipSync({
      'word/document.xml': strToU8('<w:document><w:body><w:p/></w:body></w:document>'),
      'word/media/image1.png': new Uint8Array(30_000).fill(7),
    })
    await expect(readSource(picture, readOptions({ ocr: 'never' }))).rejects.toMatchObject({ code: 'ocr-needed' })
  })
})

describe('files that are refused in one line', () => {
  const broken = (parts: Record<string, string>) =>
    readSource(
      zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
      readOptions(),
    )
  test('a document type: no entities, no bomb', async () => {
    const bomb =
      '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document><w:body>&b;</w:body></w:document>'
    await expect(broken({ 'word/document.xml': bomb })).rejects.toMatchObject({ code: 'has-doctype' })
  })
  test('more than it may unpack to', async () => {
    await expect(read(p('x'.repeat(5000)), { unpackedBytes: 2000 })).rejects.toMatchObject({
      code: 'unpacks-too-large',
    })
  })
  test('nested beyond the limit', async () => {
    const deep = `${'<w:sdt>'.repeat(300)}${p('x')}${'</w:sdt>'.repeat(300)}`
    await expect(read(deep)).rejects.toMatchObject({ code: 'too-deep' })
  })
  test('XML that breaks off', async () => {
    await expect(broken({ 'word/document.xml': '<w:document><w:body><w:p>' })).rejects.toMatchObject({
      code: 'truncated',
    })
  })
  test('a container that breaks off, at any length', async () => {
    const whole = docx({ body: p('Kính gửi: Sở Y tế') })
    for (let length = 4; length < whole.length; length += 97)
      await expect(readSource(whole.subarray(0, length), readOptions())).rejects.toMatchObject({ name: 'ReadError' })
  })
  test('bytes turned over in the middle never crash', async () => {
    const whole = docx({ body: p('Kính gửi: Sở Y tế'), numbering: LISTS })
    for (let at = 30; at < whole.length; at += 41) {
      const bytes = whole.slice()
      bytes[at] = (bytes[at] as number) ^ 0xff
      const outcome = await readSource(bytes, readOptions()).then(
        ({ format }) => format,
        (error) => error.name,
      )
      expect(['docx', 'ReadError', 'text']).toContain(outcome)
    }
  })
})

/** Large, but no larger than it takes: a reader that squares its work does not end before the test is given up. */
describe('hostile XML ends soon', () => {
  test.each([
    ['tags without attributes', '<w:p/>'.repeat(400_000)],
    ['a tag of one long word', `<w:p ${'a'.repeat(400_000)} b="1"/>`],
    ['a tag of many equals signs', `<w:p ${'a = '.repeat(200_000)}/>`],
    ['a tag of many spaces', `<w:p b =${' '.repeat(400_000)}"1"/>`],
    ['many comments', '<!-- -->'.repeat(200_000)],
  ])('%s', async (_, xml) => {
    expect(await read(p('Số 05/CT-UBND') + xml)).toBe('Số 05/CT-UBND')
  })

  test('one that opens a quotation mark and never closes it breaks off', async () => {
    await expect(read(`${'<w:p/>'.repeat(400_000)}<w:p a="`)).rejects.toThrow('breaks off')
  })
})
