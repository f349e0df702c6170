/** The library's face, locked: what is exported, and what a record holds. A change here is a change for every user. */
import { readFileSync } from 'node:fs'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { expect, expectTypeOf, test } from 'vitest'
import * as library from '../src/index.ts'
import { decodedForm } from '../src/text.ts'
import { temporaryFolder } from './command.ts'

const LETTER =
  'HUYỆN ỦY SUỐI NGÀN\nSố 12-CV/HU\nSuối Ngàn, ngày 05 tháng 8 năm 2021\nV/v kiểm tra hồ chứa\n\nKính gửi: Các chi bộ trực thuộc.\n\n1. Các chi bộ rà soát.\n'

test('exported names', () => {
  expect(Object.keys(library).sort()).toEqual([
    'FORMATS',
    'GRADES',
    'GrammarError',
    'OCR_ENGINES',
    'OCR_MODES',
    'OPERATORS',
    'READ_LIMITS',
    'RELATIONS',
    'ReadError',
    'SECRECY_LEVELS',
    'STATUSES',
    'SYSTEMS',
    'aboutSchema',
    'agencyMentionSchema',
    'attachmentSchema',
    'copySchema',
    'createParser',
    'dateMentionSchema',
    'deadlineSchema',
    'diagnosticSchema',
    'digitalSignatureSchema',
    'directiveExtract',
    'directiveParse',
    'directiveProcessor',
    'directiveRecord',
    'evidenceSchema',
    'filesIn',
    'handChangeSchema',
    'isOfRecords',
    'itemSchema',
    'levelOf',
    'parse',
    'parseBundle',
    'parseDecoded',
    'parseDirective',
    'read',
    'readAll',
    'recipientSchema',
    'recordSchema',
    'referenceSchema',
    'signatureSchema',
    'skeleton',
    'sourceSchema',
    'taskSchema',
    'withholdsDocument',
  ])
})

test('files of a folder: no leftovers, and no link out of where one may look', async () => {
  const folder = await temporaryFolder()
  const below = (...names: string[]) => join(folder, ...names)
  for (const each of ['shown/box', 'secret']) await mkdir(below(each), { recursive: true })
  for (const each of ['shown/a.txt', 'shown/box/b.txt', 'shown/.hidden', 'shown/~$a.doc', 'secret/c.txt'])
    await writeFile(below(each), LETTER)
  for (const [target, link] of [
    ['../secret', 'out'],
    ['../secret/c.txt', 'c.txt'],
    ['box/b.txt', 'd.txt'],
    ['../shown-too', 'gone'],
  ] as const)
    await symlink(target, below('shown', link))
  const { files, refused } = await library.filesIn(below('shown'), { within: below('shown') })
  expect(files).toEqual(['a.txt', 'box/b.txt', 'd.txt'])
  expect(refused.map(({ rule, message }) => [rule, message.slice(folder.length + 7).split(':')[0]])).toEqual([
    ['leads-out', 'c.txt'],
    ['not-found', 'gone'],
    ['leads-out', 'out'],
  ])
  expect((await library.filesIn(below('shown'))).files).toEqual(['a.txt', 'box/b.txt', 'c.txt', 'd.txt', 'out/c.txt'])
  await expect(library.filesIn(below('none'))).rejects.toThrow('ENOENT')
})

test('what the package offers', () => {
  const { exports, bin, types } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(Object.keys(exports)).toEqual(['.', './package.json'])
  expect(Object.keys(bin)).toEqual(['directive-parse'])
  expect(types).toBe(exports['.'].types)
})

test('keys of a record, in their order', () => {
  const record = library.parseDirective(LETTER, { path: 'letter.txt' })
  expect(Object.keys(record)).toEqual([
    'schema',
    'source',
    'kind',
    'system',
    'type',
    'typeCode',
    'number',
    'serial',
    'notation',
    'issuer',
    'parentIssuer',
    'place',
    'date',
    'subject',
    'urgency',
    'secrecy',
    'secrecyLevel',
    'arrival',
    'circulation',
    'draft',
    'addressees',
    'bases',
    'preamble',
    'operative',
    'items',
    'closing',
    'recipients',
    'archive',
    'drafter',
    'copies',
    'signatures',
    'digitalSignatures',
    'copy',
    'attachments',
    'references',
    'dates',
    'agencies',
    'tasks',
    'about',
    'evidence',
    'diagnostics',
  ])
  expect(Object.keys(library.recordSchema.shape)).toEqual([...Object.keys(record), 'corrections'])
  expect(Object.keys(record.source)).toEqual([
    'path',
    'format',
    'encoding',
    'bytes',
    'sha256',
    'pages',
    'ocr',
    'characters',
  ])
  expect(record.source).toMatchObject({ path: 'letter.txt', format: 'text', bytes: Buffer.byteLength(LETTER) })
})

test('keys of the parts of a record', () => {
  const keys = (schema: { shape: object }) => Object.keys(schema.shape).join(' ')
  expect(keys(library.itemSchema)).toBe('label heading text items assignees deadlines')
  expect(keys(library.deadlineSchema)).toBe('text date operator')
  expect(keys(library.recipientSchema)).toBe('text name purpose')
  expect(keys(library.signatureSchema)).toBe('authority position name')
  expect(keys(library.attachmentSchema)).toBe('title number text page')
  expect(keys(library.referenceSchema)).toBe('text type number date issuer subject relation')
  expect(keys(library.dateMentionSchema)).toBe('text date role')
  expect(keys(library.agencyMentionSchema)).toBe('text name level place')
  expect(keys(library.taskSchema)).toBe('item action assignees deadline id label supporting')
  expect(keys(library.aboutSchema)).toBe('type number date issuer signer')
  expect(keys(library.evidenceSchema)).toBe('status grade text span spans page box note')
  expect(keys(library.handChangeSchema)).toBe('action pointer was value')
  expect(keys(library.diagnosticSchema)).toBe('rule level message pointer line column')
})

test('types', () => {
  expectTypeOf(library.parseDirective).returns.toEqualTypeOf<library.DirectiveRecord>()
  expectTypeOf(library.parseDirective).parameter(1).toEqualTypeOf<library.ParseOptions | undefined>()
  expectTypeOf<library.DirectiveRecord['number']>().toEqualTypeOf<string | null>()
  expectTypeOf<library.DirectiveRecord['kind']>().toEqualTypeOf<'directive' | 'news' | 'other'>()
  expectTypeOf<library.Evidence['span']>().toEqualTypeOf<[number, number] | undefined>()
})

test('options: without evidence, in Vietnamese', () => {
  const plain = library.parseDirective(LETTER, { evidence: false, language: 'vi' })
  expect(plain.evidence).toEqual({})
  expect(plain).toMatchObject({ ...library.parseDirective(LETTER), evidence: {}, diagnostics: plain.diagnostics })
  const messages = (language: 'en' | 'vi') =>
    library.parseDirective('một dòng', { language }).diagnostics.map(({ message }) => message)
  expect(messages('vi')).not.toEqual(messages('en'))
})

test('the plugins make a processor of one’s own, and its diagnostics are messages of the file', () => {
  const own = unified().use(library.directiveParse).use(library.directiveExtract).use(library.directiveRecord)
  const record = library.parseDirective(LETTER)
  const file = new VFile({ value: decodedForm(LETTER) })
  file.data = {
    language: 'en',
    source: record.source,
    decoded: {
      text: decodedForm(LETTER),
      format: 'text',
      encoding: 'utf-8',
      pages: null,
      ocr: null,
      places: [],
      diagnostics: [],
    },
  }
  expect(own.processSync(file).result).toEqual(record)
  expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(record.diagnostics.map(({ rule }) => rule))
  expect(() => library.directiveProcessor.use(library.directiveParse)).toThrow('frozen')
})

test('parsers with grammars of their own stand side by side', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'types.yaml'), '- id: thu-ngo\n  name: Thư ngỏ\n  codes: { party: [TN] }\n')
  const file = join(folder, 'a.txt')
  const text =
    'HUYỆN ỦY SUỐI NGÀN\nSố 12-TN/HU\nSuối Ngàn, ngày 05 tháng 8 năm 2021\nTHƯ NGỎ\nvề việc góp sách\n\nMời các xã góp sách.\n'
  await writeFile(file, text)
  const [shipped, own] = [await library.createParser(), await library.createParser({ grammars: folder })]
  const { type } = library.parse(text)
  expect(type).not.toBe('Thư ngỏ')
  for (const _ of ['once', 'and once more']) {
    expect(own.parse(text)).toMatchObject({ type: 'Thư ngỏ', typeCode: 'TN' })
    expect(shipped.parse(text)).toEqual(library.parse(text))
  }
  const [one, other] = await Promise.all([own.read(file), shipped.read(file)])
  expect([one.type, other.type, (await own.readAll(file)).map((each) => each.type)]).toEqual([
    'Thư ngỏ',
    type,
    ['Thư ngỏ'],
  ])
  await writeFile(join(folder, 'types.yaml'), '- id: thu-ngo\n')
  await expect(library.createParser({ grammars: folder })).rejects.toThrow(library.GrammarError)
})
