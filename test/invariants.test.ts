/** What holds for every document, whatever it says: it cannot be refreshed, only kept. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import type { Frame, PrintSettings } from '../src/emit/emitter.ts'
import { yaml as yamlFormat } from '../src/emit/yaml.ts'
import { parseDecoded, parseDirective } from '../src/pipeline.ts'
import { readText } from '../src/read/plain.ts'
import { recordSchema } from '../src/schema.ts'
import { segment } from '../src/segment/segment.ts'
import { evidenceFaults, valueAt } from './evidence.ts'
import { FIXTURES_ROOT, loadBroken, loadFixtures } from './fixtures.ts'
import { lostLines, lostWords, sharedLines } from './ownership.ts'

const documents = [...loadFixtures(), ...loadBroken()].map(({ path, text }) => ({
  path,
  text,
  tree: segment(text),
  record: parseDirective(text),
}))

/** What is read of some bytes, without the name of their encoding. */
function read(bytes: Uint8Array) {
  const { encoding: _, ...decoded } = readText(bytes, { language: 'en' })
  return decoded
}

const utf8 = (text: string) => Buffer.from(text, 'utf8')
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
/** Damage that was decoded once is no damage of the bytes any more. */
const whole = documents.filter(({ text }) => text.trim() !== '' && !text.includes('\ufffd'))

describe('every fixture', () => {
  test('gives a record that the schema accepts', () => {
    for (const { path, record } of documents) expect(recordSchema.safeParse(record).error, path).toBeUndefined()
  })

  test.each<[string, (text: string) => Uint8Array]>([
    ['NFD', (text) => utf8(text.normalize('NFD'))],
    ['CRLF', (text) => utf8(text.replaceAll('\n', '\r\n'))],
    ['CR', (text) => utf8(text.replaceAll('\n', '\r'))],
    ['a byte order mark', (text) => utf8(`\ufeff${text}`)],
    ['UTF-16', utf16],
  ])('is the same text in %s', (_, form) => {
    for (const { path, text } of whole) expect(read(form(text)), path).toEqual(read(utf8(text)))
  })

  test('gives the same record in another form', () => {
    for (const { path, text, record } of whole) {
      const bytes = utf8(`\ufeff${text.normalize('NFD').replaceAll('\n', '\r\n')}`)
      const { source: _, ...other } = parseDecoded(readText(bytes, { language: 'en' }), bytes)
      const { source, ...first } = record
      expect(other, path).toEqual(first)
    }
  })

  test('has evidence that slices back and points at what is there', () => {
    for (const { path, text, record } of documents) expect(evidenceFaults(record, text), path).toEqual([])
  })

  test('has evidence for every value', () => {
    for (const { path, record } of documents) {
      const fields = [
        'type',
        'number',
        'issuer',
        'parentIssuer',
        'place',
        'date',
        'subject',
        'urgency',
        'secrecy',
        'archive',
        'operative',
      ] as const
      const lists = [
        'addressees',
        'bases',
        'preamble',
        'closing',
        'recipients',
        'attachments',
        'references',
        'dates',
        'agencies',
      ] as const
      const pointers = [
        ...fields.map((field) => `/${field}`),
        ...lists.flatMap((list) => record[list].map((_, index) => `/${list}/${index}`)),
      ]
      expect(
        pointers.filter((pointer) => !(pointer in record.evidence)),
        path,
      ).toEqual([])
    }
  })

  test('has diagnostics whose pointers and lines exist', () => {
    for (const { path, text, record } of documents) {
      const lines = text.split('\n').length
      for (const { rule, pointer, line } of record.diagnostics) {
        if (pointer !== undefined) expect(valueAt(record, pointer), `${path} ${rule} ${pointer}`).not.toBeUndefined()
        if (line !== undefined) expect(line >= 1 && line <= lines, `${path} ${rule} line ${line}`).toBe(true)
      }
    }
  })

  test('loses no line', () => {
    for (const { path, text, tree, record } of documents)
      expect(lostLines(text, tree, record.diagnostics), path).toEqual([])
  })

  /** Known gap: a rule above a copy's stamp (state-copy-sao-y-footer) and the empty row of a table (state-pipe-table). */
  test.fails('loses no line of nothing but marks', () => {
    for (const { path, text, tree, record } of documents) {
      expect(lostLines(text, tree, record.diagnostics, { holding: /\S/ }), path).toEqual([])
    }
  })

  test('loses no word of a line', () => {
    for (const { path, text, tree } of documents) expect(lostWords(text, tree), path).toEqual([])
  })

  test('gives each line to one part only', () => {
    for (const { path, text, tree } of documents) expect(sharedLines(text, tree), path).toEqual([])
  })

  test('says the same in YAML as in JSON', async () => {
    const some = documents.filter((_, index) => index % 3 === 0)
    const yaml = await yamlFormat.load()
    const { open, between, close } = yaml.several as Frame
    const printed =
      open + some.map(({ text, record }) => yaml.print({ record, text }, {} as PrintSettings)).join(between) + close
    for (const version of ['1.1', '1.2'] as const) {
      const read = parseAllDocuments(printed, { version }).map((document) => document.toJS())
      expect(read, version).toEqual(some.map(({ record }) => JSON.parse(JSON.stringify(record))))
    }
  })

  test('gives the same record every time, and leaves nothing behind for the next', () => {
    const again = documents
      .toReversed()
      .map(({ text }) => parseDirective(text))
      .reverse()
    expect(again).toEqual(documents.map(({ record }) => record))
  })
})

test('time zone and locale change nothing', async () => {
  const path = 'cong-van/state-khan-many-deadlines.txt'
  const run = (env: Record<string, string>) =>
    promisify(execFile)(process.execPath, ['bin/directive-parse.js', join(FIXTURES_ROOT, path), '--lang', 'en'], {
      env: { PATH: process.env.PATH, ...env },
    })
  const places = [
    { TZ: 'Pacific/Kiritimati', LC_ALL: 'C' },
    { TZ: 'Pacific/Pago_Pago', LC_ALL: 'vi_VN.UTF-8' },
    { TZ: 'Asia/Ho_Chi_Minh', LC_ALL: 'tr_TR.UTF-8' },
  ]
  const [east, ...others] = await Promise.all(places.map(run))
  expect(JSON.parse(east?.stdout ?? '').number).toBe(
    JSON.parse(readFileSync(join(FIXTURES_ROOT, path.replace('.txt', '.json')), 'utf8')).number,
  )
  for (const other of others) expect(other.stdout).toBe(east?.stdout)
})
