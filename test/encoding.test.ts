import { readdirSync, readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readGrammars } from '../src/grammar/files.ts'
import { decodeRun } from '../src/read/encoding/fonts.ts'
import { decodeLegacy } from '../src/read/encoding/legacy.ts'
import { isSyllable, restoreHorn } from '../src/grammar/syllable.ts'
import { decodeView, LEGACY, type Legacy, view1252 } from '../src/read/encoding/tables.ts'
import { readText } from '../src/read/plain.ts'
import { decodedForm } from '../src/text.ts'
import { bytesOfView, legacyView } from './legacy-encoder.ts'

const read = (bytes: Uint8Array | string, encoding?: string) =>
  readText(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, { language: 'en', ...(encoding && { encoding }) })

const LETTER = [
  'ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'HUYỆN PHÚ MỸ\tĐộc lập - Tự do - Hạnh phúc',
  'Số: 15/CT-UBND\tPhú Mỹ, ngày 03 tháng 4 năm 1999',
  '',
  'CHỈ THỊ',
  'Về việc phòng, chống cháy rừng trong mùa khô',
  'Trước tình hình nắng nóng kéo dài, nguy cơ cháy rừng rất cao, Chủ tịch huyện yêu cầu:',
  '1. Hạt Kiểm lâm trực 24/24 giờ, nhất là những ngày nắng gắt; được dùng lực lượng của các xã.',
  'Nơi nhận:',
  '- Như trên;',
  '- Lưu: VT.',
].join('\n')

describe('syllables', () => {
  test.each(readGrammars('grammars').syllables as { examples: string[] }[])('$id', ({ examples }) => {
    for (const example of examples) expect(isSyllable(example), example).toBe(true)
  })
  test.each(['nớc', 'bnd', 'tình-hình', 'cê', 'bập̣', 'xtra', 'học9', 'nge'])('%s is none', (word) => {
    expect(isSyllable(word)).toBe(false)
  })
  test.each([
    ['nớc', 'nước'],
    ['trờng', 'trường'],
    ['Hng', 'Hưng'],
    ['ngời', 'người'],
    ['Dới', 'Dưới'],
  ])('%s lost a letter of %s', (lost, whole) => expect(restoreHorn(lost)).toBe(whole))
  test.each(['mời', 'của', 'th.', 'kg', 'hợp'])('%s is left alone', (word) => expect(restoreHorn(word)).toBeNull())
})

describe('tables', () => {
  test.each([
    ['tcvn3', '§éc lËp - Tù do - H¹nh phóc'],
    ['vni', 'Ñoäc laäp - Töï do - Haïnh phuùc'],
    ['viscii', 'Ðµc l§p - Tñ do - HÕnh phúc'],
    ['vps', 'ñ¶c lÆp - T¿ do - Hånh phúc'],
    ['windows-1258', 'Ðôòc lâòp - Týò do - Haònh phuìc'],
    ['utf-8-as-1252', 'Ä\u0090á»™c láº\u00adp - Tá»± do - Háº¡nh phÃºc'],
  ] as const)('%s', (encoding, motto) => {
    expect(decodeView(motto, encoding)).toBe('Độc lập - Tự do - Hạnh phúc')
  })
  test.each([
    ['viscii', 'viscii', 0x80],
    ['windows-1258', 'windows-1258', 0xa1],
    ['tcvn3', 'tcvn', 0xa1],
  ] as const)('%s agrees with iconv', (encoding, name, from) => {
    for (let byte = from; byte < 0x100; byte++) {
      const own = decodeView(view1252(Uint8Array.of(byte)), encoding)
      if (own === view1252(Uint8Array.of(byte))) continue
      expect(own.normalize('NFC'), byte.toString(16)).toBe(iconv.decode(Buffer.of(byte), name).normalize('NFC'))
    }
  })
})

describe('a letter in each encoding', () => {
  test.each(LEGACY)('%s, as bytes', (encoding) => {
    const found = read(bytesOfView(legacyView(LETTER, encoding)))
    expect(found.text).toBe(LETTER)
    expect(found.encoding).toBe(encoding === 'utf-8-as-1252' ? 'utf-8' : encoding)
  })
  test.each(LEGACY)('%s, kept as Western letters in UTF-8', (encoding) => {
    const found = read(legacyView(LETTER, encoding))
    expect(found.text).toBe(LETTER)
    expect(found.encoding).toBe(encoding)
    expect(found.diagnostics.map(({ rule }) => rule)).toEqual(['legacy-encoding'])
  })
  test.each(LEGACY)('%s, asked for', (encoding) => {
    const found = read(legacyView('Bộ Y tế', encoding), encoding)
    expect(found).toMatchObject({ text: 'Bộ Y tế', encoding })
  })
})

describe('Unicode', () => {
  const utf16 = (text: string) => Buffer.from(text, 'utf16le')
  test.each([
    ['utf-8', Buffer.from(LETTER)],
    ['utf-8', Buffer.from(`\ufeff${LETTER.replaceAll('\n', '\r\n')}`)],
    ['utf-8', Buffer.from(LETTER.normalize('NFD'))],
    ['utf-16le', utf16(LETTER)],
    ['utf-16le', utf16(`\ufeff${LETTER}`)],
    ['utf-16be', utf16(LETTER).swap16()],
    ['utf-16be', utf16(`\ufeff${LETTER}`).swap16()],
  ])('%s', (encoding, bytes) => {
    expect(read(bytes)).toMatchObject({ text: LETTER, encoding, diagnostics: [] })
  })
  test('clean text is never touched', () => {
    for (const text of [
      'Thông tin theo § 5, 36 °C, 20 m², café, Élysée, São Paulo, ½ số hộ',
      'Có £        Không £\u00a0\u00a0'.trimEnd(),
      'Bộ Y tế\nCó £\u00a0\u00a0.        Không £\u00a0\u00a0.',
      'Tân An, Hà Nam, Lâm Hà',
      'ngày tháng ˆ năm 20.....',
      'Từ\u00adng bước xây dựng nông thôn mới',
      'Phan Văn Đá, Trần Thị Hoè: “đồng ý” – «không»',
    ])
      expect(read(text)).toMatchObject({ text, encoding: 'utf-8', diagnostics: [] })
  })
  test('fixtures are clean', () => {
    for (const folder of readdirSync('fixtures', { withFileTypes: true, recursive: true })) {
      if (!folder.name.endsWith('.txt') || folder.parentPath.includes('broken')) continue
      const source = readFileSync(`${folder.parentPath}/${folder.name}`)
      expect(read(source).text, folder.name).toBe(decodedForm(source.toString()))
    }
  })
})

describe('mixed and damaged texts', () => {
  test('a TCVN3 header over a Unicode body', () => {
    const [header, body] = [LETTER.split('\n').slice(0, 3).join('\n'), LETTER.split('\n').slice(3).join('\n')]
    const found = read(`${legacyView(header, 'tcvn3')}\n${body}`)
    expect(found.text).toBe(LETTER)
    expect(found.encoding).toBe('utf-8')
  })
  test('two encodings side by side in one line', () => {
    const left = 'ỦY BAN NHÂN DÂN TỈNH'
    const right = 'Độc lập - Tự do - Hạnh phúc'
    expect(read(`${left}\t${legacyView(right, 'vni')}`).text).toBe(`${left}\t${right}`)
  })
  test('UTF-8 lines and TCVN3 bytes in one file', () => {
    const bytes = Buffer.concat([Buffer.from(`${LETTER}\n`), bytesOfView(legacyView(LETTER, 'tcvn3'))])
    expect(read(bytes).text).toBe(`${LETTER}\n${LETTER}`)
  })
  test('soft hyphens lost: only what is certain comes back, and it is said', () => {
    const text = 'Bộ trưởng yêu cầu các trường và người dưới quyền mời như trước, trong mười ngày'
    const lost = legacyView(text, 'tcvn3').replaceAll('\u00ad', '')
    const found = read(lost)
    expect(found.text).toBe(text.replace('mười', 'mời'))
    expect(found.diagnostics.map(({ rule }) => rule)).toContain('lost-letters')
  })
  test('soft hyphens that became hyphens', () => {
    const text = 'Bộ trưởng yêu cầu các trường như trước, đầu tư - xây dựng'
    expect(read(legacyView(text, 'tcvn3').replaceAll('\u00ad', '-')).text).toBe(text)
  })
  test('bytes that are nothing are reported with their line', () => {
    const bytes = Buffer.concat([
      Buffer.from('Kính gửi: Sở Nội vụ\nĐề nghị gửi báo cáo '),
      Buffer.of(0xff),
      Buffer.from('năm'),
    ])
    const found = read(bytes)
    expect(found.text).toBe('Kính gửi: Sở Nội vụ\nĐề nghị gửi báo cáo \ufffdnăm')
    expect(found.diagnostics).toMatchObject([{ rule: 'undecodable-bytes', line: 2 }])
  })
  test('an unknown name is refused in one line', () => {
    expect(() => read('x', 'koi8')).toThrow(/Unknown encoding "koi8", expected one of utf-8/)
  })
  test('a VNI word too short to tell goes with its neighbours', () => {
    const text = 'Kính gửi:\nSố\nTá\nĐề nghị các đơn vị thực hiện nghiêm túc.'
    expect(read(legacyView(text, 'vni')).text).toBe(text)
  })
  test('a line with a slip that reads better in another encoding stays with its text', () => {
    const text = `${LETTER}\n1. Hộ thứ nhât: 2.000 m2\n2. Hộ thứ hai: 1.512 m2\n${LETTER}`
    expect(read(legacyView(text, 'tcvn3')).text).toBe(text)
  })
  test('capitals of a title, and small letters beside it', () => {
    const text =
      'BỘ Y TẾ - BỘ NÔNG NGHIỆP VÀ\nTHỊ ỦY AYUN HẠ\nSố: 05/QĐ-UBND\nNơi nhận:        TM. BAN THƯỜNG VỤ\nSở Y tế thực hiện'
    expect(read(legacyView(text, 'tcvn3')).text).toBe(text)
  })
  test('any text comes through', () => {
    for (const text of ['', '\u00ad', '\n\n', '€'.repeat(5000), 'ñ'.repeat(3000), '-'.repeat(20000), '\u0002\u0003'])
      expect(decodeLegacy(text).text.length).toBeGreaterThanOrEqual(0)
  })
})

describe('runs with a font', () => {
  test.each([
    ['Bé tr\u00adëng', '.VnTime', 'Bộ trưởng'],
    ['céng hßa x· héi', 'ABCDEF+.VnTimeH,Bold', 'CỘNG HÒA XÃ HỘI'],
    ['uy ban', '.VnTimeH', 'UY BAN'],
    ['Soá:', 'VNI-Times', 'Số:'],
    ['Bé tr\u00adëng Bé X©y dùng', null, 'Bộ trưởng Bộ Xây dựng'],
    ['Bộ trưởng', '.VnTime', null],
    ['Hà Nam', 'Times New Roman', null],
    ['Plain', '.VnTime', null],
  ])('%s in %s', (text, font, expected) => expect(decodeRun(text, font)).toBe(expected))
})

/** Measured on the fixtures: how many lines are found and how many letters beyond ASCII come back exactly. */
test.each(LEGACY)('fixtures round-trip through %s', (encoding: Legacy) => {
  let letters = 0
  let exact = 0
  for (const entry of readdirSync('fixtures', { withFileTypes: true, recursive: true })) {
    if (!entry.name.endsWith('.txt') || entry.parentPath.includes('broken')) continue
    const plain = decodedForm(readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
    const text = plain
      .replace(/[“”]/g, '"')
      .replace(/[–—]/g, '-')
      .replace(/…/g, '...')
      .replace(/\u00a0/g, ' ')
      .replace(/[⁄ƒŒ]/g, '/')
    const found = read(bytesOfView(legacyView(text, encoding))).text
    expect(found.length, entry.name).toBe(text.length)
    for (let i = 0; i < text.length; i++) {
      if (text.charCodeAt(i) < 0x80) continue
      letters++
      if (text[i] === found[i]) exact++
    }
  }
  expect(exact / letters).toBeGreaterThanOrEqual(0.995)
})
