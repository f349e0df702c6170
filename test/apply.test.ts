/** `apply`: corrections into records, each whole or not at all. */
import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { replaceAtomic } from '../src/batch/atomic.ts'
import { amend } from '../src/corrections/amend.ts'
import { valueAt } from '../src/corrections/pointer.ts'
import { markOf, subjectOf } from '../src/corrections/rebase.ts'
import { applyCorrections } from '../src/review/apply.ts'
import { readCorrections } from '../src/review/corrections.ts'
import { type ReviewProblem, sayProblem } from '../src/review/problems.ts'
import { recordHash } from '../src/review/records.ts'
import type { Correction } from '../src/corrections/correction.ts'
import { type DirectiveRecord, recordSchema } from '../src/schema.ts'
import { runCommand } from './command.ts'
import { DIRECTIVE, directiveRecord, writeBatch } from './review-records.ts'

let folder: string
let records: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'apply-'))
  records = writeBatch(folder, { 'a.json': { text: DIRECTIVE, record: directiveRecord('a.txt') } })
})
afterEach(() => rmSync(folder, { recursive: true }))

const path = (name = 'a.json') => join(records, name)
const stored = (name = 'a.json') => JSON.parse(readFileSync(path(name), 'utf8')) as DirectiveRecord

/** Writes a file of corrections for `a.json` as it is now. */
function corrections(changes: Correction[], more: object = {}): string {
  const file = join(folder, 'corrections.ndjson')
  const hash = recordHash(stored())
  const lines = changes.map((change) => ({ correction: 'directive/1', record: 'a.json', hash, ...change, ...more }))
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return file
}

const only = async (file: string) => (await applyCorrections(file, records)).outcomes[0]

describe('a correction', () => {
  test('sets the value, and its evidence keeps what was there before', async () => {
    const start = DIRECTIVE.indexOf('1O')
    const file = corrections([
      { pointer: '/number', action: 'set', value: '10/CT-UBND' },
      { pointer: '/serial', action: 'set', value: '10', span: [start, start + 2], text: '1O' },
    ])
    expect(await applyCorrections(file, records)).toEqual({
      outcomes: [{ name: 'a.json', result: 'corrected', corrections: 2 }],
      done: 0,
      lines: [],
      failure: null,
    })
    const { number, serial, evidence, diagnostics } = stored()
    expect([number, serial]).toEqual(['10/CT-UBND', '10'])
    expect(evidence['/number']).toEqual({
      status: 'corrected',
      grade: 'certain',
      text: '1O/CT-UBND',
      span: [start, start + 10],
      note: `was "1O/CT-UBND" (read, doubtful; number-garbled) at ${start}-${start + 10} "1O/CT-UBND"`,
    })
    expect(evidence['/serial']?.text).toBe('1O')
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['unclaimed-line'])
    expect(readdirSync(records)).toEqual(['a.json'])
  })

  test('confirms a value: certain, as it was read', async () => {
    await only(corrections([{ pointer: '/signatures/0/name', action: 'confirm' }]))
    expect(stored().evidence['/signatures/0/name']).toMatchObject({
      status: 'read',
      grade: 'certain',
      text: 'Nguyễn Văn Mẫu',
      note: 'confirmed by hand; was read, doubtful',
    })
  })

  test('marks a field absent', async () => {
    await only(corrections([{ pointer: '/place', action: 'absent' }]))
    expect(stored().place).toBeNull()
    expect(stored().evidence['/place']).toMatchObject({ status: 'corrected', text: 'Suối Mơ,' })
  })

  test('takes entries out of a list and adds others; evidence moves with its entry', async () => {
    const outcome = await only(
      corrections([
        { pointer: '/items/0', action: 'absent' },
        { pointer: '/items/1/text', action: 'set', value: 'Các thôn tuyên truyền.' },
        { pointer: '/addressees/+1', action: 'set', value: 'Công an xã' },
        { pointer: '/recipients/+1', action: 'set', value: { text: 'Đảng ủy', name: 'Đảng ủy', purpose: null } },
      ]),
    )
    expect(outcome?.result).toBe('corrected')
    const record = stored()
    expect(record.items.map(({ label, text }) => [label, text])).toEqual([['2', 'Các thôn tuyên truyền.']])
    expect(record.evidence['/items/0/text']?.status).toBe('corrected')
    expect(record.evidence['/items/1/text']).toBeUndefined()
    expect(record.evidence['/items']?.note).toContain('removed by hand: was {"label":"1"')
    expect(record.addressees).toEqual(['Trưởng các thôn', 'Công an xã'])
    expect(record.evidence['/addressees/1']).toMatchObject({ status: 'corrected', note: 'added by hand' })
    expect(record.recipients[1]?.name).toBe('Đảng ủy')
  })

  test('that is applied a second time changes nothing', async () => {
    const file = corrections([
      { pointer: '/number', action: 'set', value: '10/CT-UBND' },
      { pointer: '/place', action: 'absent' },
      { pointer: '/date', action: 'confirm' },
      { pointer: '/addressees/+1', action: 'set', value: 'Công an xã' },
      { pointer: '/references/0', action: 'absent' },
    ])
    await only(file)
    const before = readFileSync(path(), 'utf8')
    expect(await only(file)).toEqual({ name: 'a.json', result: 'already', corrections: 5 })
    expect(readFileSync(path(), 'utf8')).toBe(before)
  })
})

describe('refused, and the record left as it is', () => {
  const refusal = async (file: string) => {
    const before = readFileSync(path(), 'utf8')
    const outcome = await only(file)
    expect(readFileSync(path(), 'utf8')).toBe(before)
    expect(outcome?.result).toBe('refused')
    return sayProblem(outcome?.problem as ReviewProblem)
  }

  test('a record that changed since it was reviewed', async () => {
    const file = corrections([{ pointer: '/number', action: 'set', value: '10/CT-UBND' }])
    writeFileSync(path(), JSON.stringify({ ...stored(), place: 'Suối Mây' }))
    expect(await refusal(file)).toBe('the record changed since it was reviewed; make the review page again')
  })

  test('a value that the schema does not know', async () => {
    expect(await refusal(corrections([{ pointer: '/date', action: 'set', value: 'hôm qua' }]))).toMatch(
      /^a correction does not fit: \/date: /,
    )
    expect(await refusal(corrections([{ pointer: '/items/0/text', action: 'absent' }]))).toMatch(
      /^a correction does not fit: \/items\/0\/text: /,
    )
  })

  test.each([
    '/nowhere',
    '/items/7/text',
    '/number/deeper',
    '/__proto__/x',
    '/constructor',
    '/items/0/items/+1/x',
    '/items/length',
    '/items/-1',
    '/items/00',
    '/items/0/assignees/length',
    '/addressees/+0',
  ])('a pointer that leads nowhere: %s', async (pointer) => {
    expect(await refusal(corrections([{ pointer, action: 'set', value: 'x' }]))).toContain('leads nowhere')
  })

  test.each(['../a.json', '/etc/x.json', 'a.json/../../x.json', 'a.txt'])(
    'a name out of the folder: %s',
    async (record) => {
      const file = corrections([{ pointer: '/number', action: 'set', value: 'x' }], { record })
      expect(await refusal(file)).toBe('its name leads out of the folder')
    },
  )

  test.each(['31/02', '2021-02-30', '2021-13', '00/00/2021'])('a date that no calendar knows: %s', async (date) => {
    expect(await refusal(corrections([{ pointer: '/date', action: 'set', value: date }]))).toContain(
      'no date of the calendar',
    )
  })

  test.each([
    ['beyond its end', [5000, 5009], 'lies outside the text'],
    ['from its end to its start', [9, 9], 'lies outside the text'],
    ['at other words', [0, 9], 'at 0-9 stands "ỦY BAN NH"'],
  ] as const)('a place in the text %s', async (_, span, reason) => {
    const text = '10/CT-UBN'.slice(0, span[1] - span[0])
    const file = corrections([{ pointer: '/number', action: 'set', value: '10/CT-UBND', span: [...span], text }])
    const { outcomes } = await applyCorrections(file, records, { sources: join(folder, 'sources') })
    expect(sayProblem(outcomes[0]?.problem as ReviewProblem)).toContain(reason)
    expect(stored().number).toBe('1O/CT-UBND')
  })

  test('a place beyond the end of a text that is not at hand', async () => {
    const record = stored()
    writeFileSync(path(), JSON.stringify({ ...record, source: { ...record.source, characters: DIRECTIVE.length } }))
    rmSync(join(folder, 'sources'), { recursive: true })
    const span: [number, number] = [DIRECTIVE.length - 1, DIRECTIVE.length + 1]
    expect(
      await refusal(corrections([{ pointer: '/number', action: 'set', value: '10', span, text: '10' }])),
    ).toContain('lies outside the text')
  })

  test('a folder or a file that is a link out of the folder', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'))
    const text = JSON.stringify(stored())
    writeFileSync(join(outside, 'victim.json'), text)
    symlinkSync(outside, join(records, 'link'))
    symlinkSync(join(outside, 'victim.json'), join(records, 'file.json'))
    for (const record of ['link/victim.json', 'file.json']) {
      const file = corrections([{ pointer: '/number', action: 'set', value: 'X' }], { record })
      expect(await refusal(file)).toBe('its name leads out of the folder')
    }
    expect(readFileSync(join(outside, 'victim.json'), 'utf8')).toBe(text)
    rmSync(outside, { recursive: true })
  })

  test('a record that is not there', async () => {
    expect(await refusal(corrections([{ pointer: '/number', action: 'confirm' }], { record: 'b.json' }))).toBe(
      'no such file; check the name',
    )
  })
})

describe('a record that is not what the page showed', () => {
  /** A correction as the page writes it: it says what the person saw. */
  const seeing = (record: DirectiveRecord, correction: Correction): Correction => {
    const seen = valueAt(record, subjectOf(correction.pointer))
    return seen === undefined ? correction : { ...correction, seen: markOf(seen) }
  }
  /** Files of two people who look at the same page, in the order in which they are applied. */
  const files = (...people: Correction[][]) => {
    const record = stored()
    return people.map((person, index) => {
      const file = corrections(person.map((correction) => seeing(record, correction)))
      renameSync(file, join(folder, `${index}.ndjson`))
      return join(folder, `${index}.ndjson`)
    })
  }

  test('takes what somebody else has not touched', async () => {
    const [mine, yours] = files(
      [
        { pointer: '/number', action: 'set', value: '10/CT-UBND' },
        { pointer: '/items/0', action: 'absent' },
      ],
      [
        { pointer: '/place', action: 'set', value: 'Suối Mây' },
        { pointer: '/items/1/text', action: 'set', value: 'Các thôn.' },
        { pointer: '/addressees/+1', action: 'set', value: 'Công an xã' },
      ],
    )
    await only(mine as string)
    expect(await only(yours as string)).toEqual({ name: 'a.json', result: 'corrected', corrections: 3 })
    const { number, place, items, addressees, evidence } = stored()
    expect([number, place, items.map(({ label, text }) => [label, text]), addressees]).toEqual([
      '10/CT-UBND',
      'Suối Mây',
      [['2', 'Các thôn.']],
      ['Trưởng các thôn', 'Công an xã'],
    ])
    expect(evidence['/items/0/text']?.status).toBe('corrected')
  })

  test('keeps what somebody else has changed, and names it', async () => {
    const [mine, yours] = files(
      [
        { pointer: '/number', action: 'set', value: '10/CT-UBND' },
        { pointer: '/references/0', action: 'absent' },
      ],
      [
        { pointer: '/number', action: 'set', value: '70/CT-UBND' },
        { pointer: '/references/0/date', action: 'confirm' },
        { pointer: '/place', action: 'absent' },
      ],
    )
    await only(mine as string)
    const outcome = await only(yours as string)
    expect(outcome).toMatchObject({
      result: 'corrected',
      corrections: 1,
      problem: { id: 'outdated-some', detail: '/number, /references/0/date' },
    })
    expect([stored().number, stored().place]).toEqual(['10/CT-UBND', null])
  })

  test('takes the rest of a page from which something was applied before', async () => {
    const first: Correction[] = [
      { pointer: '/number', action: 'set', value: '10/CT-UBND' },
      { pointer: '/references/0', action: 'absent' },
    ]
    const [morning, evening] = files(first, [...first, { pointer: '/place', action: 'set', value: 'Suối Mây' }])
    await only(morning as string)
    expect(await only(evening as string)).toEqual({ name: 'a.json', result: 'corrected', corrections: 1 })
    expect([stored().number, stored().place, stored().references]).toEqual(['10/CT-UBND', 'Suối Mây', []])
    expect(await only(evening as string)).toMatchObject({ result: 'already' })
  })

  test('takes what a new reading of its source left as it was', async () => {
    const [file] = files([
      { pointer: '/place', action: 'set', value: 'Suối Mây' },
      { pointer: '/number', action: 'confirm' },
    ])
    writeFileSync(path(), JSON.stringify({ ...stored(), number: '10/CT-UBND' }))
    expect(await only(file as string)).toMatchObject({
      result: 'corrected',
      corrections: 1,
      problem: { detail: '/number' },
    })
    expect(stored().place).toBe('Suối Mây')
  })
})

test('of two at once none is lost, in process after process', async () => {
  for (let race = 0; race < 4; race++) {
    writeBatch(folder, { 'a.json': { text: DIRECTIVE, record: directiveRecord('a.txt') } })
    const record = stored()
    const both = ['place', 'issuer'].map((key) => {
      const seen = markOf(record[key as 'place'])
      const file = corrections([{ pointer: `/${key}`, action: 'set', value: `${key} ${race}`, seen }])
      renameSync(file, join(folder, `${key}.ndjson`))
      return join(folder, `${key}.ndjson`)
    })
    const codes = await Promise.all(both.map((file) => exitOf(['apply', file, records])))
    expect([codes, stored().place, stored().issuer]).toEqual([[0, 0], `place ${race}`, `issuer ${race}`])
  }
})

function exitOf(words: string[]): Promise<number | null> {
  const child = spawn(process.execPath, ['bin/directive-parse.js', ...words], { stdio: 'ignore' })
  return new Promise((resolve) => child.once('close', resolve))
}

test('somebody who writes without a lock is not written over', async () => {
  const file = corrections([{ pointer: '/place', action: 'set', value: 'Suối Mây', seen: markOf('Suối Mơ') }])
  const before = readFileSync(path())
  writeFileSync(path(), JSON.stringify({ ...stored(), number: '10/CT-UBND' }))
  expect(replaceAtomic(path(), before, 'other')).toBe(false)
  expect(await only(file)).toMatchObject({ result: 'corrected' })
  expect([stored().number, stored().place]).toEqual(['10/CT-UBND', 'Suối Mây'])
  expect(readdirSync(records)).toEqual(['a.json'])
})

test('one refused record does not stop the others', async () => {
  writeBatch(folder, { 'b.json': { text: DIRECTIVE, record: directiveRecord('b.txt') } })
  const hash = recordHash(stored('b.json'))
  const file = corrections([{ pointer: '/number', action: 'set', value: 1 }])
  writeFileSync(
    file,
    `${JSON.stringify({ correction: 'directive/1', record: 'b.json', hash, pointer: '/place', action: 'absent' })}\n`,
    { flag: 'a' },
  )
  const { outcomes } = await applyCorrections(file, records)
  expect(outcomes.map(({ name, result }) => [name, result])).toEqual([
    ['a.json', 'refused'],
    ['b.json', 'corrected'],
  ])
})

test('records that share a file: a list, or one a line', async () => {
  const [first, second] = [directiveRecord('a.txt'), { ...directiveRecord('a.txt'), number: '2' }]
  writeFileSync(path('two.json'), JSON.stringify([first, second]))
  writeFileSync(path('two.ndjson'), `${JSON.stringify(first)}\n${JSON.stringify(second)}\n`)
  const hash = recordHash(second)
  const file = corrections([{ pointer: '/place', action: 'absent' }], { record: 'two.json#2', hash })
  writeFileSync(file, readFileSync(file, 'utf8').replace('two.json', 'two.ndjson'), { flag: 'a' })
  const { outcomes } = await applyCorrections(file, records)
  expect(outcomes.map(({ result }) => result)).toEqual(['corrected', 'corrected'])
  expect(JSON.parse(readFileSync(path('two.json'), 'utf8')).map((record: DirectiveRecord) => record.place)).toEqual([
    'Suối Mơ',
    null,
  ])
  expect(readFileSync(path('two.ndjson'), 'utf8').trim().split('\n')).toHaveLength(2)
})

test('expected records for check: what was looked at, with the source beside it', async () => {
  const expected = join(folder, 'expected')
  const file = corrections([
    { pointer: '/number', action: 'set', value: '10/CT-UBND' },
    { pointer: '/items/0/assignees', action: 'set', value: ['Công an xã', 'Các thôn'] },
  ])
  await applyCorrections(file, records, { expected, sources: join(folder, 'sources') })
  const record = JSON.parse(readFileSync(join(expected, 'a.json'), 'utf8'))
  expect(Object.keys(record)).toEqual(['number', 'items'])
  expect(record.number).toBe('10/CT-UBND')
  expect(readFileSync(join(expected, 'a.txt'), 'utf8')).toBe(DIRECTIVE)
})

test('a source that is gone is said, and the record is corrected all the same', async () => {
  rmSync(join(folder, 'sources'), { recursive: true })
  const file = corrections([{ pointer: '/place', action: 'absent' }])
  const { outcomes } = await applyCorrections(file, records, { expected: join(folder, 'expected') })
  expect(outcomes[0]).toMatchObject({ result: 'corrected', problem: { id: 'not-expected' } })
  expect(existsSync(join(folder, 'expected'))).toBe(false)
})

test('lines that hold no correction are named', () => {
  const { lines, problems } = readCorrections(['', '{', '[]', '{"correction":"directive/1"}', 'null'].join('\n'))
  expect(lines).toEqual([])
  expect(problems.map(({ line }) => line)).toEqual([2, 3, 4, 5])
  expect(sayProblem(problems[0] as ReviewProblem)).toBe('line 2 holds no correction: not JSON')
})

test('missing files are one line, not an exception', async () => {
  const missing = join(folder, 'none.ndjson')
  expect((await applyCorrections(missing, records)).failure).toEqual({ path: missing, problem: { id: 'no-file' } })
  const file = corrections([{ pointer: '/place', action: 'absent' }])
  expect((await applyCorrections(file, join(folder, 'nowhere'))).failure?.problem).toEqual({ id: 'no-folder' })
})

test('an amended record passes the schema, and the one before stays as it was', () => {
  const before = directiveRecord(null)
  const copy = structuredClone(before)
  const amended = amend(before, [
    { pointer: '/tasks/0/deadline', action: 'absent' },
    { pointer: '/bases/+1', action: 'set', value: 'Căn cứ Luật' },
  ])
  expect('record' in amended && recordSchema.safeParse(amended.record).success).toBe(true)
  expect(before).toEqual(copy)
})

describe('the commands', () => {
  test('a run writes records and the page; apply brings corrections back', async () => {
    const [letter, made, page] = ['a.txt', 'made', 'page.html'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    writeFileSync(letter, DIRECTIVE)
    const run = await runCommand([letter, '-o', made, '--review', page, '--lang', 'en'])
    expect(run).toMatchObject({ code: 0, stdout: '' })
    expect(run.stderr).toMatch(
      /page\.html: 1 documents, to check: \d+ catalogue values, \d+ others; \d+ KB; open it in a browser\nNext:\n {2}directive-parse apply corrections.ndjson \S+made\n/,
    )
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>\n<html lang="en">/)

    const record = JSON.parse(readFileSync(join(made, 'a.json'), 'utf8'))
    const line = {
      correction: 'directive/1',
      record: 'a.json',
      hash: recordHash(record),
      pointer: '/place',
      action: 'set',
      value: 'Suối Mây',
    }
    const file = join(folder, 'corrections.ndjson')
    writeFileSync(file, `${JSON.stringify(line)}\n`)
    const applied = await runCommand(['apply', file, made, '--expected', join(folder, 'expected'), '--lang', 'en'])
    expect(applied).toMatchObject({ code: 0, stdout: '' })
    expect(applied.stderr).toMatch(
      /^1 records corrected \(1 corrections\), 0 done before, 0 refused\nNext:\n {2}directive-parse \S+made --xlsx -o list.xlsx\n/,
    )
    expect(JSON.parse(readFileSync(join(made, 'a.json'), 'utf8')).place).toBe('Suối Mây')
    const checked = await runCommand(['check', join(folder, 'expected')])
    expect(checked.code).toBe(1)
    expect(checked.stdout).toContain('place')

    writeFileSync(file, `${JSON.stringify({ ...line, value: 'x' })}\n{}\n`)
    const again = await runCommand(['apply', file, made, '--lang', 'en'])
    expect(again.code).toBe(1)
    expect(again.stderr.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^directive-parse: .*corrections\.ndjson: line 2 holds no correction: /),
      'directive-parse: a.json: the record changed since it was reviewed; make the review page again [outdated]',
    ])
  })

  test('wrong use is one line', async () => {
    const oneLine = /^directive-parse: [^\n]+\n$/
    const nowhere = join(folder, 'nowhere')
    for (const [words, code] of [
      [['review', nowhere], 1],
      [['review'], 2],
      [['apply', nowhere, records], 1],
      [['apply', nowhere], 2],
      [['review', records, '-o', join(nowhere, 'x', 'page.html'), '-q', '--sources', join(folder, 'sources')], 1],
      [[join(folder, 'sources', 'a.txt'), '--review', 'x.html'], 2],
      [[join(folder, 'sources', 'a.txt'), '-o', nowhere, '--yaml', '--review', 'x.html'], 2],
    ] as const) {
      const run = await runCommand([...words])
      expect([words, run.code, oneLine.test(run.stderr)]).toEqual([words, code, true])
    }
  })
})
