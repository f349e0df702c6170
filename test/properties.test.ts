/** Whatever comes in, a record comes out: schema-valid, its spans true, no line lost. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDecoded, parseDirective } from '../src/pipeline.ts'
import { finishText, readText } from '../src/read/plain.ts'
import { type DirectiveRecord, recordSchema } from '../src/schema.ts'
import { segment } from '../src/segment/segment.ts'
import { evidenceFaults } from './evidence.ts'
import { loadFixtures } from './fixtures.ts'
import { lostLines } from './ownership.ts'

/** The same seeds in every run: what fails here fails everywhere. */
const SEED = 20_210_805
const runs = (numRuns: number) => ({ numRuns, seed: SEED, endOnFailure: true })

function expectSound(record: DirectiveRecord, text: string): void {
  expect(recordSchema.safeParse(record).error).toBeUndefined()
  expect(evidenceFaults(record, text)).toEqual([])
}

/** The record of a text, checked against the decoded form of it. */
function expectSoundText(text: string): DirectiveRecord {
  const record = parseDirective(text)
  expectSound(record, decoded(text))
  return record
}

function expectWhole(text: string): void {
  expect(lostLines(decoded(text), segment(decoded(text)), parseDirective(text).diagnostics)).toEqual([])
}

const decoded = (text: string) => finishText(text, { language: 'en' }).text

const fixtures = loadFixtures()
const fixture = fc.constantFrom(...fixtures).map(({ text }) => text)

/** Bits of directives: what has a meaning somewhere, in the wrong place. */
const shard = fc.constantFrom(
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'ĐẢNG CỘNG SẢN VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'ỦY BAN NHÂN DÂN',
  'TỈNH LÂM KHÊ',
  'Số:',
  '/CT-UBND',
  '12-CV/HU',
  'ngày 31 tháng 02 năm 2021',
  'ngày    tháng 8 năm 2021',
  'CHỈ THỊ',
  'QUYẾT ĐỊNH:',
  'V/v',
  'Kính gửi:',
  'Căn cứ Luật',
  'Điều 1.',
  'I.',
  '1.',
  '1.1.',
  'a)',
  'đ)',
  '-',
  '+',
  'Giao Sở Y tế chủ trì',
  'trước ngày 30/6',
  'Nơi nhận:',
  '- Như trên;',
  '- Lưu: VT.',
  'TM. ỦY BAN NHÂN DÂN',
  'KT. CHỦ TỊCH',
  'Vàng Seo Lử',
  'PHỤ LỤC I',
  'SAO Y',
  '“',
  '”',
  '|',
  '**',
  '\t',
  '\f',
  '\n',
  '\n\n',
  '   ',
  '{',
  '}',
  '(',
  ')',
  '/',
  '99999999999999999999',
  'Công văn số 3 I4/STC-NS ngày',
)
const shards = fc.array(shard, { maxLength: 40 }).map((each) => each.join(' '))
const unicode = fc.string({ unit: 'binary', maxLength: 300 })

const lines = fixture.map((text) => text.split('\n'))
const thinned = lines.chain((each) => fc.subarray(each)).map((each) => each.join('\n'))
const doubled = fc.tuple(lines, fc.array(fc.nat(), { minLength: 1, maxLength: 12 })).map(([each, picks]) => {
  const result = [...each]
  for (const pick of picks) result.splice(pick % result.length, 0, each[(pick * 7) % each.length] as string)
  return result.join('\n')
})
const shuffled = lines
  .chain((each) => fc.shuffledSubarray(each, { minLength: each.length }))
  .map((each) => each.join('\n'))
const cut = fc.tuple(fixture, fc.nat(), fc.nat()).map(([text, one, other]) => {
  const [from, to] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b)
  return text.slice(from, to)
})
const filled = fc
  .tuple(fixture, fc.array(fc.tuple(fc.nat(), fc.oneof(shard, unicode)), { minLength: 1, maxLength: 6 }))
  .map(([text, pieces]) =>
    pieces.reduce((whole, [at, piece]) => {
      const place = at % (whole.length + 1)
      return whole.slice(0, place) + piece + whole.slice(place)
    }, text),
  )
const joined = fc.tuple(fixture, fixture).map((two) => two.join('\n'))

describe('a sound record', () => {
  test('of any Unicode string', () => {
    fc.assert(
      fc.property(unicode, (text) => void expectSoundText(text)),
      runs(150),
    )
  })

  test('of lone surrogates', () => {
    const unit = fc.integer({ min: 0xd7f0, max: 0xe010 }).map((code) => String.fromCharCode(code))
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => void expectSoundText(text)),
      runs(60),
    )
  })

  test('of the shards of directives', () => {
    fc.assert(
      fc.property(shards, (text) => void expectSoundText(text)),
      runs(150),
    )
  })

  test('of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const source = readText(bytes, { language: 'en' })
        expectSound(parseDecoded(source, bytes), source.text)
      }),
      runs(150),
    )
  })

  test('of documents whose bytes were damaged', () => {
    const damaged = fc
      .tuple(fixture, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 30 }))
      .map(([text, damages]) => {
        const bytes = Buffer.from(text, 'utf8')
        for (const [at, byte] of damages) bytes[at % bytes.length] = byte
        return bytes
      })
    fc.assert(
      fc.property(damaged, (bytes) => {
        const source = readText(bytes, { language: 'en' })
        expectSound(parseDecoded(source, bytes), source.text)
      }),
      runs(30),
    )
  })
})

describe('a sound record of a document', () => {
  test.each([
    ['of which lines are missing', thinned, 40],
    ['of which lines stand twice', doubled, 40],
    ['of which the lines are shuffled', shuffled, 40],
    ['that is cut anywhere, at either end', cut, 40],
    ['into which anything is put', filled, 40],
    ['that is two documents', joined, 15],
  ] as const)('%s', (_, texts, count) => {
    fc.assert(
      fc.property(texts, (text) => void expectSoundText(text)),
      runs(count),
    )
  })
})

describe('no line is lost', () => {
  test('of any Unicode string', () => {
    fc.assert(fc.property(unicode, expectWhole), runs(100))
  })

  test('of a document of which lines are missing or stand twice', () => {
    fc.assert(fc.property(fc.oneof(thinned, doubled), expectWhole), runs(40))
  })

  test('of a document that is cut, shuffled or has something put into it', () => {
    fc.assert(fc.property(fc.oneof(shuffled, cut, filled), expectWhole), runs(60))
  })

  test('of a second document that breaks off below its title', () => {
    const first = fixtures.find(({ path }) => path === 'chi-thi/state-province-two-columns.txt')?.text
    expectWhole(`${first}\nỦY BAN NHÂN DÂN     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n   TỈNH LÂM KHÊ\n`)
  })
})

/** Large, but no larger than it takes: a parser that squares its work does not end before the test is given up. */
describe('hostile texts end soon', () => {
  const header =
    'ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH LÂM KHÊ\tĐộc lập - Tự do - Hạnh phúc\nSố: 05/CT-UBND\tLâm Khê, ngày 05 tháng 8 năm 2021\nCHỈ THỊ\nVề phòng cháy rừng\n\n'

  const bullets = (count: number) =>
    Array.from({ length: count }, (_, at) => `- Việc thứ ${at + 1} phải làm.`).join('\n')

  test('10,000 bullets', () => {
    expect(expectSoundText(`${header}1. Nhiệm vụ:\n${bullets(10_000)}`).number).toBe('05/CT-UBND')
  })

  test('bullets are orders, not addressees, however many', () => {
    expect(parseDirective(`${header}1. Nhiệm vụ:\n${bullets(12)}`).addressees).toEqual([])
  })

  test('3,000 numbered items', () => {
    expectSoundText(
      `${header}${Array.from({ length: 3000 }, (_, at) => `${at + 1}. Giao Sở Y tế báo cáo trước ngày 28/8/2021.`).join('\n')}`,
    )
  })

  test.each([
    ['words', 'triển khai công tác phòng chống '],
    ['one letter', 'a'],
    ['capitals', 'ỦY BAN NHÂN DÂN '],
    ['dates', 'ngày 05/8/2021 '],
    ['numbers', '1.1.'],
    ['serials', 'số 12/'],
    ['citations', 'Quyết định số 15/QĐ-UBND ngày 05/8/2021; '],
    ['brackets', '('],
    ['marks', '*_|'],
    ['spaces', ' '],
    ['tabs', 'a\t'],
    ['surrogates', '\ud800'],
    ['combining marks', 'a\u0323\u0302'],
  ])('one line of 50 KB: %s', (_, piece) => {
    expectSoundText(header + piece.repeat(Math.ceil(50_000 / piece.length)))
  })

  test('one line of 50 KB: quotation marks', () => {
    expectSoundText(header + '“'.repeat(50_000))
  })

  test('one line of 1 MB', () => {
    const text = 'Thực hiện chỉ đạo của Ban Thường vụ Huyện ủy về công tác phòng, chống thiên tai. '.repeat(13_000)
    expect(Buffer.byteLength(text)).toBeGreaterThan(1_000_000)
    expectSoundText(text)
  })

  test('100,000 blank lines', () => {
    const record = expectSoundText(`${header}${'\n'.repeat(100_000)}1. Giao Sở Y tế báo cáo.`)
    expect(record.items).toHaveLength(1)
  })

  test.each([
    ['in the body', ''],
    ['among the recipients', 'Nơi nhận:\n- Như trên;\n'],
    ['below the signature', 'Nơi nhận:\n- Như trên;\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n'],
  ])('130,000 lines of one letter %s', (_, before) => {
    expectSoundText(`${header}1. Giao Sở Y tế báo cáo.\n${before}${'a\n'.repeat(130_000)}`)
  })

  test('labels nested as deep as labels go', () => {
    const kinds = [
      'Phần thứ nhất',
      'Chương I',
      'Mục 1',
      'Điều 1.',
      'I. Mục',
      '1. Mục',
      '1.1. Mục',
      '1.1.1. Mục',
      '1.1.1.1. Mục',
      'a) Điểm',
      '- Gạch',
      '+ Cộng',
    ]
    const once = kinds.map((kind) => `${kind} rà soát nhiệm vụ`).join('\n')
    expect(JSON.stringify(expectSoundText(header + once).items)).toContain('Cộng rà soát')
    expectSoundText(header + `${once}\n`.repeat(100))
    expectSoundText(
      header + Array.from({ length: 60 }, (_, depth) => `${'1.'.repeat(depth + 1)} Mục rà soát`).join('\n'),
    )
  })
})
