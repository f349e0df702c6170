/** Exports of the text and of its description, each validated offline, read back where there is a reader. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { XmlDocument, type XmlElement } from 'libxml2-wasm'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { entryOf, type OutputFormat, type TextFormat, textEmitter } from '../src/emit/index.ts'
import type { Fonds } from '../src/export/fonds.ts'
import { slug, workUri } from '../src/export/akn/uri.ts'
import { EXPORT_SETTINGS } from '../src/export/settings.ts'
import { codeLists } from '../src/export/tables.ts'
import { parseDirective } from '../src/pipeline.ts'
import type { Diagnostic, DirectiveRecord, ItemRecord } from '../src/schema.ts'
import { runCommand, temporaryFolder } from './command.ts'
import { loadFixtures } from './fixtures.ts'
import { faults, NAMESPACES, ownSchema, publicSchema, select } from './xml.ts'

const TIME = '2026-11-28T09:00:00.000+07:00'
const FONDS: Fonds = {
  agencyCode: 'H49.64.33',
  archiveName: 'Lưu trữ lịch sử',
  fileCode: 'H39.2021.01.001',
  title: 'Hồ sơ phòng chống thiên tai',
  edxml: { typeCodes: { 'Công văn': '18' }, organs: [{ name: 'Ủy ban nhân dân huyện', id: 'H39.12' }] },
  repository: { name: 'Kho Suối Ngàn', baseURL: 'http://luutru.example.vn/oai', adminEmail: 'a@example.vn' },
}

async function printed(
  format: TextFormat,
  text: string,
  change: (record: DirectiveRecord) => DirectiveRecord = (same) => same,
  more: object = {},
) {
  const problems: Diagnostic[] = []
  const settings = {
    ...EXPORT_SETTINGS,
    fonds: FONDS,
    time: TIME,
    ...more,
    report: (problem: Diagnostic) => void problems.push(problem),
  }
  const emitter = await textEmitter(format)
  const record = change(parseDirective(text, { path: 'a/văn bản.txt' }))
  const content = emitter.print({ record, text }, settings)
  const collection = entryOf(format as OutputFormat).holds === 'collection'
  const frame = collection
    ? (emitter.several as (settings: object) => { open: string; close: string })(settings)
    : emitter.single
  return { text: content === null ? null : frame.open + content + frame.close, problems, record }
}

const directives = loadFixtures().filter(({ text }) => {
  const { kind } = parseDirective(text)
  return kind === 'directive'
})

const SECRET = `HUYỆN ỦY SUỐI NGÀN                 ĐẢNG CỘNG SẢN VIỆT NAM
        *                      Suối Ngàn, ngày 05 tháng 8 năm 2021
  Số 12-CV/HU
TUYỆT MẬT
V/v bảo vệ đoàn khách

1. Công an huyện bảo vệ đoàn khách.
`

describe('--akn', () => {
  test.each(directives)('$path is valid', async ({ text }) => {
    const { text: xml } = await printed('akn', text)
    expect(faults(xml as string, ownSchema('akn'))).toEqual([])
  })

  test.skipIf(!publicSchema('akomantoso30.xsd'))('fixtures are valid by the public schema (SCHEMAS_DIR)', async () => {
    for (const { text, path } of directives)
      expect([
        path,
        faults((await printed('akn', text)).text as string, publicSchema('akomantoso30.xsd') as string),
      ]).toEqual([path, []])
  })

  const DIVISIONS =
    'a:part | a:chapter | a:section | a:subsection | a:article | a:hcontainer | a:paragraph | a:point | a:indent'

  function itemsOf(parent: XmlElement): Pick<ItemRecord, 'label' | 'heading' | 'text'>[] {
    return parent.find(DIVISIONS, NAMESPACES).map((node) => {
      const element = node as XmlElement
      const words = (path: string) => element.find(path, NAMESPACES).map((each) => (each as XmlElement).content)
      const [label = ''] = words('a:num')
      const [heading = null] = words('a:heading')
      return { label, heading, text: words('a:intro/a:p | a:content/a:p').join('\n'), items: itemsOf(element) }
    })
  }

  test('items come back as they were', async () => {
    const bare = ({ label, heading, text, items }: ItemRecord): object => ({
      label,
      heading,
      text,
      items: items.map(bare),
    })
    for (const { text, path } of directives) {
      const { text: xml, record } = await printed('akn', text)
      using document = XmlDocument.fromString(xml as string)
      const [body] = document.find('//a:akomaNtoso/*/a:mainBody | //a:akomaNtoso/*/a:body', NAMESPACES)
      expect([path, itemsOf(body as XmlElement)]).toEqual([path, record.items.map(bare)])
    }
  })

  test('what is referred to is there', async () => {
    for (const { text, path } of directives) {
      const { text: xml } = await printed('akn', text)
      const known = new Set(select(xml as string, '//@eId'))
      const asked = ['refersTo', 'by', 'as', 'outcome', 'for', 'source']
        .flatMap((name) => select(xml as string, `//@${name}`))
        .filter((each) => each.startsWith('#'))
      expect([path, asked.filter((each) => !known.has(each.slice(1)))]).toEqual([path, []])
    }
  })

  test.each([
    ['Công văn', '12-CV/HU', 'doc'],
    ['Chỉ thị', '05/CT-UBND', 'statement'],
    ['Quyết định', '525/QĐ-UBND', 'statement'],
    ['Quyết định', '05/2025/QĐ-UBND', 'act'],
    ['Nghị định', '30/2020/NĐ-CP', 'act'],
  ])('%s %s is a %s', async (type, number, root) => {
    const uri = workUri({ type, number, date: '2021-08-05', issuer: 'Huyện ủy Suối Ngàn' }, codeLists())
    expect(uri).toBe(`/akn/vn/${root}/${slug(type)}/huyen-uy-suoi-ngan/2021-08-05/${slug(number)}`)
  })

  test.each([
    ['2021-08', ['2021-08-01 notBefore', '2021-08-31 notAfter']],
    ['2024-02', ['2024-02-01 notBefore', '2024-02-29 notAfter']],
    ['2021', ['2021-01-01 notBefore', '2021-12-31 notAfter']],
    ['2021-08-05', ['2021-08-05 Generation']],
  ])('the date %s is told as days that are known, and is valid', async (date, days) => {
    const { text, problems } = await printed('akn', 'Số 05/CT-UBND\nCHỈ THỊ\nVề phòng cháy rừng\n', (record) => ({
      ...record,
      date,
    }))
    const told = select(text as string, '//a:FRBRWork/a:FRBRdate/@date')
    const names = select(text as string, '//a:FRBRWork/a:FRBRdate/@name')
    expect(told.map((day, index) => `${day} ${names[index]}`)).toEqual(days)
    expect(faults(text as string, ownSchema('akn'))).toEqual([])
    const rules = problems.map(({ rule }) => rule)
    expect(rules.includes('export-date-bounds')).toBe(days.length > 1)
    expect(select(text as string, '//a:FRBRWork/a:FRBRuri/@value')[0]).toContain(`/${date}/`)
  })

  test.each([null, 'XXXX-11-23'])(
    'of a date like %s nothing is made up: what is said is the day of the export',
    async (date) => {
      const undated = (settings: { time: string | null }) =>
        printed('akn', 'Số 05/CT-UBND\nCHỈ THỊ\nVề phòng cháy rừng\n', (record) => ({ ...record, date }), settings)
      const later = await undated({ time: '2026-11-28T09:00:00+07:00' })
      expect(select(later.text as string, '//a:FRBRWork/a:FRBRdate/@*')).toEqual(['2026-11-28', 'notAfter'])
      expect(faults(later.text as string, ownSchema('akn'))).toEqual([])
      const { text, problems } = await undated({ time: null })
      expect(select(text as string, '//a:FRBRdate')).toEqual([])
      expect(problems.map(({ message }) => message).join()).toContain('FRBRdate')
    },
  )

  test('a TUYỆT MẬT text stays out, unless asked for', async () => {
    const { text, problems } = await printed('akn', SECRET)
    expect([text, problems.map(({ rule }) => rule)]).toEqual([null, ['export-withheld']])
    expect((await printed('akn', SECRET, undefined, { secretSubjects: true })).text).toContain('đoàn khách')
  })
})

describe('--ead3', () => {
  test('is one valid finding aid', async () => {
    const folder = await temporaryFolder()
    const output = join(folder, 'ead.xml')
    const { code } = await runCommand([
      'fixtures/cong-van',
      'fixtures/chi-thi',
      '--ead3',
      '-o',
      output,
      '--jobs',
      '1',
      '--quiet',
    ])
    const xml = await readFile(output, 'utf8')
    expect(code).toBe(0)
    expect(faults(xml, ownSchema('ead3'))).toEqual([])
    const count = ['cong-van', 'chi-thi']
      .flatMap((name) => readdirSync(`fixtures/${name}`))
      .filter((name) => name.endsWith('.txt')).length
    expect(select(xml, '//e:dsc/e:c/@level')).toHaveLength(count)
    const schema = publicSchema('ead3.xsd')
    if (schema) expect(faults(xml, schema)).toEqual([])
  })

  test('keeps a partial date, and names the file', async () => {
    const { text } = await printed('ead3', 'Số 05/CT-UBND\nCHỈ THỊ\nVề phòng cháy rừng\n', (record) => ({
      ...record,
      date: '2021-08',
    }))
    expect(select(text as string, '//e:datesingle/@standarddate | //e:datesingle')).toEqual(
      expect.arrayContaining(['2021-08', '08/2021']),
    )
    expect(select(text as string, '/e:ead/e:control/e:recordid')).toEqual(['H39.2021.01.001'])
  })
})

describe('--dc and --oai', () => {
  test.each(directives.slice(0, 20))('$path is valid Dublin Core', async ({ text }) => {
    expect(faults((await printed('dc', text)).text as string, ownSchema('oai_dc'))).toEqual([])
    const schema = publicSchema('oai_dc.xsd')
    if (schema) expect(faults((await printed('dc', text)).text as string, schema)).toEqual([])
  })

  test('a repository is valid, and holds no document with a mark of secrecy', async () => {
    const [folder, output] = [await temporaryFolder(), join(await temporaryFolder(), 'oai.xml')]
    const fonds = join(await temporaryFolder(), 'fonds.yaml')
    await writeFile(join(folder, 'a.txt'), directives[0]?.text ?? '')
    await writeFile(join(folder, 'b.txt'), SECRET.replace('TUYỆT MẬT', 'MẬT'))
    await writeFile(
      fonds,
      'repository: { name: Kho, baseURL: "http://luutru.example.vn/oai", adminEmail: a@example.vn }\n',
    )
    const words = [
      folder,
      '--oai',
      '-o',
      output,
      '--fonds',
      fonds,
      '--export-time',
      '2026-11-28T09:00:00+07:00',
      '--jobs',
      '1',
    ]
    const { stderr } = await runCommand(words)
    const xml = await readFile(output, 'utf8')
    expect(faults(xml, ownSchema('static-repository'))).toEqual([])
    expect(select(xml, '//o:identifier')).toEqual([expect.stringMatching(/^oai:luutru\.example\.vn:[0-9a-f]{64}$/)])
    expect(stderr).toContain('b.txt: The document is marked')
    await runCommand([...words, '--secret-documents'])
    expect(select(await readFile(output, 'utf8'), '//o:identifier')).toHaveLength(2)
  })

  test('what a repository needs is asked for before anything is read', async () => {
    expect(await runCommand(['x.txt', '--oai'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--oai needs `repository`'),
    })
    const fonds = join(await temporaryFolder(), 'fonds.yaml')
    await writeFile(fonds, 'repository: { name: Kho, baseURL: "http://a.vn/oai", adminEmail: a@a.vn }\n')
    expect(await runCommand(['x.txt', '--oai', '--fonds', fonds])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--export-time'),
    })
  })
})

describe('--edxml', () => {
  const LETTER = `HUYỆN ỦY SUỐI NGÀN                 ĐẢNG CỘNG SẢN VIỆT NAM
        *                      Suối Ngàn, ngày 05 tháng 8 năm 2021
  Số 12-CV/HU
V/v kiểm tra hồ chứa trước mùa mưa

Kính gửi: Ủy ban nhân dân huyện.

Phúc đáp Công văn số 45/UBND-NN, ngày 01/8/2021 của Ủy ban nhân dân huyện, Ban Thường vụ Huyện ủy yêu cầu:

1. Ủy ban nhân dân huyện kiểm tra các hồ chứa, báo cáo kết quả trước ngày 20/8/2021.

Nơi nhận:                              T/M BAN THƯỜNG VỤ
- Như trên,                                 BÍ THƯ
- Tỉnh ủy (để báo cáo),
- Lưu VPHU.
                                         Vàng Seo Lử
`
  const golden = 'test/golden/letter.edxml'

  test('is as it was: elements, their order, the standard’s spelling (UPDATE_GOLDEN=1 writes it anew)', async () => {
    const { text } = await printed('edxml', LETTER)
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, text as string)
    expect(text).toBe(readFileSync(golden, 'utf8'))
  })

  test('makes no guess: what it does not know is empty', async () => {
    const { text } = await printed('edxml', 'Số 05/CT-UBND\nCHỈ THỊ\nVề phòng cháy rừng\n', undefined, {
      fonds: {},
      time: null,
    })
    for (const name of ['OrganId', 'Type', 'PromulgationDate', 'FullName', 'DocumentId', 'Timestamp']) {
      expect([
        name,
        select(text as string, `//d:MessageHeader//d:${name} | //d:TraceHeader//d:${name}`).join(''),
      ]).toEqual([name, ''])
    }
    expect(text).not.toContain('DueDate')
  })

  test('a document with a mark of secrecy never becomes one, unless asked for', async () => {
    expect((await printed('edxml', SECRET)).text).toBeNull()
    expect((await printed('edxml', SECRET, undefined, { secretDocuments: true })).text).not.toContain('đoàn khách')
  })
})

test('what may not leave leaves no file behind, nor stays where it was written when it might', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'a.txt'), SECRET)
  const output = join(await temporaryFolder(), 'out')
  const run = async (...words: string[]) => {
    const ran = await runCommand([folder, '--edxml', '-o', output, '--jobs', '1', ...words])
    return [ran.stderr.includes('export-withheld'), readdirSync(output).filter((name) => !name.startsWith('.'))]
  }
  expect(await run()).toEqual([true, []])
  expect(await run('--secret-documents')).toEqual([false, ['a.edxml']])
  expect(await run('--resume')).toEqual([true, []])
})

test('what to do next is said of records alone', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'a.txt'), directives[0]?.text ?? '')
  const output = await temporaryFolder()
  const next = async (format: string) =>
    (await runCommand([folder, `--${format}`, '-o', join(output, format)])).stderr.includes('--xlsx')
  expect([await next('json'), await next('yaml'), await next('dc')]).toEqual([true, true, false])
})

describe('--markdown', () => {
  let all: { path: string; text: string; record: DirectiveRecord }[] = []
  beforeAll(async () => {
    all = await Promise.all(
      directives.map(async ({ path, text }) => ({
        path,
        ...((await printed('markdown', text)) as { text: string; record: DirectiveRecord }),
      })),
    )
  })

  test('has front matter that says what the record says', () => {
    for (const { text, record } of all) {
      const front = parse(/^---\n(.*?)^---$/ms.exec(text)?.[1] ?? '')
      expect(front).toMatchObject({
        ...(record.number && { number: record.number }),
        ...(record.date && { date: record.date }),
        sha256: record.source.sha256,
      })
      expect(Object.values(front)).not.toContain(null)
    }
  })

  test('says every word of the orders, in their order', () => {
    const wordsOf = (items: ItemRecord[]): string[] =>
      items.flatMap(({ heading, text, items: inner }) => [heading ?? '', text, ...wordsOf(inner)])
    const plain = (value: string) => value.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
    for (const { path, text, record } of all) {
      const read = plain(textIn(fromMarkdown(text.replace(/^---\n.*?^---$/ms, ''))))
      let at = 0
      for (const piece of wordsOf(record.items).map(plain).filter(Boolean)) {
        const found = read.indexOf(piece, at)
        expect([path, piece, found >= 0]).toEqual([path, piece, true])
        at = found + piece.length
      }
    }
  })

  const textIn = (node: { value?: string; children?: unknown[] }): string =>
    node.value ?? (node.children ?? []).map((child) => textIn(child as never)).join(' ')

  test('numbers a list by its first label, and keeps labels that Markdown cannot count', async () => {
    const { text } = await printed('markdown', 'Số 05/CT-UBND\nCHỈ THỊ\n', (record) => ({
      ...record,
      items: [
        {
          label: '3',
          heading: null,
          text: 'ba *sao*',
          items: [{ label: 'a', heading: null, text: 'một', items: [], assignees: [], deadlines: [] }],
          assignees: [],
          deadlines: [],
        },
        { label: '4', heading: null, text: 'bốn', items: [], assignees: [], deadlines: [] },
      ],
    }))
    expect(text).toContain('3. ba \\*sao\\*\n   - a) một\n4. bốn')
  })
})

describe('--chunks', () => {
  test('each piece stands where it says, in the text that --text prints', async () => {
    for (const { path, text } of directives) {
      const { text: lines } = await printed('chunks', text)
      const chunks = (lines as string)
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(new Set(chunks.map(({ id }) => id)).size).toBe(chunks.length)
      for (const { span, text: words, pointer } of chunks) {
        const [first = ''] = words.split(/\s+/)
        if (span)
          expect([
            path,
            pointer,
            text
              .slice(...(span as [number, number]))
              .replace(/\s+/g, ' ')
              .includes(first),
          ]).toEqual([path, pointer, true])
      }
    }
  })

  test('every order is a piece, with its path and the headings above it', async () => {
    const [fixture] = directives.filter(({ path }) => path.includes('party-district-asterisk'))
    const { text: lines, record } = await printed('chunks', fixture?.text ?? '')
    const chunks = (lines as string)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ kind }) => kind === 'item')
    const count = (items: ItemRecord[]): number => items.reduce((sum, { items: inner }) => sum + 1 + count(inner), 0)
    expect(chunks).toHaveLength(count(record.items))
    expect(chunks[1]).toMatchObject({
      path: '1.-',
      headings: ['Ủy ban Mặt trận Tổ quốc Việt Nam huyện'],
      deadlines: ['2022-11-18'],
      document: { number: '412-CV/HU' },
    })
  })

  test('of a TUYỆT MẬT text there are none', async () => {
    expect((await printed('chunks', SECRET)).text).toBeNull()
  })
})

test('every format has a file of its own name when a folder is written, and a frame for several', async () => {
  const folder = await temporaryFolder()
  for (const name of ['a', 'b']) await writeFile(join(folder, `${name}.txt`), directives[0]?.text ?? '')
  for (const [format, extension] of [
    ['akn', '.akn.xml'],
    ['dc', '.xml'],
    ['edxml', '.edxml'],
    ['markdown', '.md'],
    ['chunks', '.chunks.ndjson'],
  ] as const) {
    const output = join(await temporaryFolder(), format)
    await runCommand([folder, `--${format}`, '-o', output, '--jobs', '1', '--quiet'])
    expect(
      readdirSync(output)
        .filter((name) => !name.startsWith('.'))
        .sort(),
    ).toEqual([`a${extension}`, `b${extension}`])
    const { stdout } = await runCommand([folder, `--${format}`, '--jobs', '1', '--quiet'])
    if (/xml/.test(extension)) expect(() => XmlDocument.fromString(stdout).dispose()).not.toThrow()
  }
})

describe('a doubtful value', () => {
  const SUBJECT = 'V/v phòng, chống lũ quét mùa mưa'
  const LETTER = SECRET.replace('TUYỆT MẬT\n', '').replace('V/v bảo vệ đoàn khách', SUBJECT)
  const folderOfDoubt = async () => {
    const folder = await temporaryFolder()
    const record = parseDirective(LETTER, { path: 'a.txt' })
    const entry = record.evidence['/subject']
    if (entry === undefined || record.subject === null) throw new Error('the letter has no subject')
    const doubted = { ...record, evidence: { ...record.evidence, '/subject': { ...entry, grade: 'doubtful' } } }
    await writeFile(join(folder, 'a.json'), JSON.stringify(doubted))
    const fonds = join(folder, 'fonds.yaml')
    await writeFile(
      fonds,
      'repository: { name: Kho, baseURL: "http://luutru.example.vn/oai", adminEmail: a@example.vn }\n',
    )
    return { file: join(folder, 'a.json'), fonds }
  }

  test.each(['akn', 'ead3', 'dc', 'edxml', 'oai', 'markdown'])(
    'in --%s is exported and listed, or left out',
    async (format) => {
      const { file, fonds } = await folderOfDoubt()
      const words = [file, `--${format}`, '--fonds', fonds, '--export-time', '2026-11-28T09:00:00+07:00']
      const whole = await runCommand(words)
      expect([whole.stdout.includes('lũ quét'), whole.stderr.includes('/subject')]).toEqual([true, true])
      const certain = await runCommand([...words, '--only-certain'])
      expect([certain.code, certain.stdout.includes('lũ quét')]).toEqual([0, false])
    },
  )
})
