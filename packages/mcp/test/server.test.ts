/** The server as an agent meets it: over standard input and output, by the official client. */
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, lstatSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Agent, agentFor, PROGRAM, SERVER } from './agent.ts'
import { LONG, letter, makeFolder, SECRET_WORD } from './folder.ts'

let folder: string
let shown: string
let agent: Agent
let before: unknown

const inventory = () =>
  readdirSync(shown, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => [name, lstatSync(join(shown, name)).mtimeMs])

beforeAll(async () => {
  folder = makeFolder()
  shown = join(folder, 'shown')
  before = inventory()
  agent = await agentFor(shown, '--max-bytes', '100K')
})
afterAll(async () => {
  await agent.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('tools', () => {
  test('say when to use them and when not, and that they change nothing', async () => {
    const { tools } = await agent.client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(['scan', 'search', 'parse', 'explain'])
    for (const { description, annotations, outputSchema } of tools) {
      expect(description).toMatch(/^Use it /m)
      expect(description).toMatch(/^Not /m)
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false })
      expect(outputSchema?.required).not.toHaveLength(0)
    }
    expect(agent.client.getInstructions()).toMatch(/mark of secrecy/)
  })

  test('scan tells what there is, in pages', async () => {
    const all = await agent.ask('scan')
    expect(all.groups).toEqual([
      expect.objectContaining({ format: 'text', encoding: 'utf-8', files: 7, readable: 7 }),
      expect.objectContaining({ format: 'pdf', files: 1, unreadable: 1 }),
      expect.objectContaining({ format: null, files: 1, unreadable: 1 }),
    ])
    expect(all.records).toEqual([
      { folder: '.', files: 1 },
      { folder: 'records', files: 5 },
    ])
    expect(all.files.map(({ file }: { file: string }) => file)).toEqual([
      'broken.pdf',
      'large.txt',
      ...['2', '3', 'long', 'secret', 'top'].map((name) => `letters/${name}.txt`),
      'two.txt',
      'within.txt',
    ])
    expect(all.unreadable).toEqual([
      { file: 'broken.pdf', message: expect.stringMatching(/\S/) },
      { file: 'large.txt', message: expect.stringMatching(/bytes|KB|MB/) },
    ])
    expect(await agent.ask('scan', { folder: 'letters', page: 2, limit: 3 })).toMatchObject({
      files: [{ file: 'letters/secret.txt' }, { file: 'letters/top.txt' }],
      page: 2,
      pages: 2,
    })
    expect(await agent.ask('scan', { folder: 'two.txt' })).toMatchObject({ error: { rule: 'not-a-folder' } })
  })

  test('parse gives the record of a file, or what was asked for of it', async () => {
    const { record, ...rest } = await agent.ask('parse', { file: 'letters/2.txt' })
    expect(rest).toEqual({
      file: 'letters/2.txt',
      withheld: false,
      level: null,
      document: 1,
      documents: 1,
      lists: {},
      page: 1,
      pages: 1,
    })
    expect(record).toMatchObject({ number: '2-CV/HU', date: '2021-08-02', source: { path: 'letters/2.txt' } })
    expect(record).not.toHaveProperty('evidence')
    const fields = ['number', 'tasks']
    const part = await agent.ask('parse', { file: join(shown, 'within.txt'), fields, evidence: true })
    expect(Object.keys(part.record)).toEqual(['number', 'tasks', 'evidence'])
    expect(part.record.tasks[0]).toMatchObject({ assignees: ['Văn phòng Huyện ủy'], deadline: { date: '2021-08-20' } })
    expect(part.record.evidence['/number']).toMatchObject({ status: 'read', text: '2-CV/HU' })
    expect(Object.keys(part.record.evidence).filter((at) => !/^\/(?:number|tasks)\b/.test(at))).toEqual([])
  })

  test('parse gives the record of a text, and of one in a file of records', async () => {
    const fields = ['number']
    const told = { record: { number: '3-CV/HU' } }
    expect(await agent.ask('parse', { text: letter(3), fields })).toMatchObject({ file: null, ...told })
    expect(await agent.ask('parse', { file: 'records/3.json', fields })).toMatchObject(told)
    expect(await agent.ask('parse', { file: 'records/3.json', document: 2 })).toMatchObject({
      error: { rule: 'no-such-document' },
    })
  })

  test('parse gives long lists in pages, items with what is above them', async () => {
    const labels = (items: { label: string; items: never[] }[]): unknown[] =>
      items.map(({ label, items: within }) => (within.length > 0 ? [label, labels(within)] : label))
    const pages = []
    for (let page = 1; page <= 4; page++) {
      const told = await agent.ask('parse', { file: 'letters/long.txt', fields: ['items', 'number'], page, limit: 8 })
      expect(told).toMatchObject({ lists: { items: 27 }, page, pages: 4, record: { number: '4-CV/HU' } })
      pages.push(labels(told.record.items))
    }
    expect(pages).toEqual([
      [['I', ['1', '2', '3', '4', '5', '6', '7']]],
      [
        ['I', ['8']],
        ['II', ['1', '2', '3', '4', '5', '6']],
      ],
      [
        ['II', ['7', '8']],
        ['III', ['1', '2', '3', '4', '5']],
      ],
      [['III', ['6', '7', '8']]],
    ])
  })

  test.each([
    [{}, ['4-CV/HU', '3-CV/HU', '2-CV/HU']],
    [{ words: 'ho chua mua' }, ['3-CV/HU']],
    [{ words: 'HỒ CHỨA' }, ['3-CV/HU']],
    [{ words: '"chua chay"' }, ['2-CV/HU']],
    [{ words: '"chay chua chua"' }, []],
    [{ number: '3-CV/HU' }, ['3-CV/HU']],
    [{ number: '04' }, ['4-CV/HU']],
    [{ number: 'cv/hu', limit: 2 }, ['4-CV/HU', '3-CV/HU']],
    [{ number: 'cv/hu', limit: 2, page: 2 }, ['2-CV/HU']],
    [{ issuer: 'huyen uy' }, ['4-CV/HU', '3-CV/HU', '2-CV/HU']],
    [{ issuer: 'tinh uy' }, []],
    [{ type: 'cv', from: '2021-08-03' }, ['4-CV/HU', '3-CV/HU']],
    [{ type: 'cong van', to: '2021-08-03' }, ['3-CV/HU', '2-CV/HU']],
    [{ from: '2021-08', to: '2021' }, ['4-CV/HU', '3-CV/HU', '2-CV/HU']],
    [{ from: '2022' }, []],
  ])('search by %j', async (asked, numbers) => {
    const { results, records } = await agent.ask('search', { folder: 'records', ...asked })
    expect(results.map(({ number }: { number: string }) => number)).toEqual(numbers)
    expect(records).toBe(3)
  })

  test('search leads to the record, and says what it could not look at', async () => {
    const { results, unread, withheld } = await agent.ask('search', { words: 'mua mua' })
    expect(results).toEqual([
      expect.objectContaining({ file: 'records/3.json', document: 1, source: 'letters/3.txt', date: '2021-08-03' }),
    ])
    expect(results[0].excerpt).toContain('mùa mưa')
    expect(unread).toEqual([
      { file: 'broken.json', rule: 'not-a-record', message: expect.stringMatching(/number|source/) },
    ])
    expect(withheld).toBe(2)
    expect(await agent.ask('search', { folder: 'letters' })).toMatchObject({ error: { rule: 'no-records' } })
  })

  test('explain tells of a rule, and of a line', async () => {
    expect(await agent.ask('explain', { rule: 'day-blank' })).toMatchObject({ explanation: /day of issue/ })
    const { explanation } = await agent.ask('explain', { file: 'letters/2.txt', line: 3 })
    expect(explanation).toMatch(/^zone: header.*\n.*Số 2-CV\/HU/m)
  })

  test.each([
    ['parse', {}, 'file-or-text'],
    ['parse', { file: 'letters/2.txt', text: 'Số 5' }, 'file-or-text'],
    ['parse', { file: 'none.txt' }, 'not-found'],
    ['parse', { file: 'letters' }, 'not-a-file'],
    ['parse', { file: 'broken.json' }, 'not-a-record'],
    ['parse', { file: 'none\0.txt' }, 'not-found'],
    ['parse', { file: 'large.txt' }, 'too-large'],
    ['explain', {}, 'rule-or-line'],
    ['explain', { rule: 'day-blankk' }, 'unknown-rule'],
    ['explain', { file: 'letters/2.txt', line: 999 }, 'no-such-line'],
    ['scan', { folder: 'none' }, 'not-found'],
  ])('%s of %j is an error with a rule', async (tool, input, rule) => {
    const { error } = await agent.ask(tool, input)
    expect(error).toEqual({ rule, message: expect.stringMatching(/\S/) })
    expect(error.message).not.toContain(folder)
  })

  test('a text that is too large is an error too', async () => {
    const { error } = await agent.ask('parse', { text: letter(2).repeat(200) })
    expect(error).toMatchObject({ rule: 'too-large', message: expect.stringMatching(/^The file has/) })
  })

  test('a broken file is an error, and the next is read', async () => {
    const { error } = await agent.ask('parse', { file: 'broken.pdf' })
    expect(error).toEqual({ rule: expect.stringMatching(/^[a-z-]+$/), message: expect.stringMatching(/\S/) })
    expect(await agent.ask('parse', { file: 'letters/3.txt' })).toMatchObject({ record: { number: '3-CV/HU' } })
  })

  test('input that no tool has is refused', async () => {
    for (const input of [{ file: 'letters/2.txt', write: true }, { file: 5 }, { fields: ['password'] }, { page: 0 }])
      expect((await agent.ask('parse', input)).error).toMatch(/Input validation error/)
    expect((await agent.ask('explain', { rule: '--lang' })).error).toMatch(/Input validation error/)
  })

  test('calls at once each get their own answer', async () => {
    const asked = Array.from({ length: 12 }, (_, at) => 1 + (at % 9))
    const answers = await Promise.all(asked.map((serial) => agent.ask('parse', { text: letter(serial) })))
    expect(answers.map(({ record }) => record.number)).toEqual(asked.map((serial) => `${serial}-CV/HU`))
    const [scan, search] = await Promise.all([agent.ask('scan'), agent.ask('search')])
    expect([scan.groups[0].files, search.found]).toEqual([7, 3])
  })
})

describe('only the root is seen', () => {
  test.each([
    '../outside/8.txt',
    'letters/../../outside/8.txt',
    '/etc/passwd',
    '../none.txt',
    'out.txt',
    'out/8.txt',
    '../shown-too',
  ])('%s is refused', async (name) => {
    for (const [tool, input] of [
      ['parse', { file: name }],
      ['explain', { file: name, line: 1 }],
      ['scan', { folder: name }],
      ['search', { folder: name }],
    ] as const)
      expect(await agent.ask(tool, input)).toEqual({
        error: { rule: 'outside-root', message: expect.stringContaining(name) },
      })
  })

  test('links that lead out are not followed', async () => {
    const { leftOut, files } = await agent.ask('scan')
    expect(leftOut).toEqual(
      ['out', 'out.txt'].map((name) => ({ rule: 'leads-out', message: expect.stringMatching(`^${name}:`) })),
    )
    expect(JSON.stringify(files)).not.toMatch(/out[./]/)
  })

  test('a pipe is no file', async () => {
    const other = join(folder, 'outside/pipes')
    cpSync(join(shown, 'letters'), other, { recursive: true })
    execFileSync('mkfifo', [join(other, 'pipe.txt')])
    const second = await agentFor(other)
    expect(await second.ask('parse', { file: 'pipe.txt' })).toMatchObject({ error: { rule: 'not-a-file' } })
    expect((await second.ask('scan')).leftOut).toEqual([expect.objectContaining({ rule: 'not-a-file' })])
    await second.close()
    rmSync(other, { recursive: true })
  })

  test('nothing is written', async () => {
    for (const [tool, input] of Object.entries({ scan: {}, search: {}, parse: { file: 'letters/2.txt' } }))
      await agent.ask(tool, input)
    expect(inventory()).toEqual(before)
  })
})

describe('what is secret', () => {
  const withheld = (file: string | null, level: string) => ({
    file,
    withheld: true,
    level,
    record: null,
    page: 1,
    pages: 1,
  })

  test('is told by path and level alone', async () => {
    for (const [file, level] of [
      ['letters/secret.txt', 'confidential'],
      ['letters/top.txt', 'top'],
      ['records/secret.json', 'confidential'],
    ] as const) {
      expect(await agent.ask('parse', { file, evidence: true })).toEqual(withheld(file, level))
      expect(await agent.ask('explain', { file, line: 1 })).toEqual({
        file,
        line: 1,
        withheld: true,
        level,
        explanation: null,
      })
    }
    expect(await agent.ask('parse', { text: letter(1, 'TỐI MẬT') })).toEqual(withheld(null, 'secret'))
  })

  test('covers the whole of a file that holds several documents', async () => {
    for (const document of [1, 2])
      expect(await agent.ask('parse', { file: 'two.txt', document })).toEqual(withheld('two.txt', 'confidential'))
  })

  test('is not found by what it says', async () => {
    expect(await agent.ask('search', { words: SECRET_WORD })).toMatchObject({ records: 3, found: 0, withheld: 2 })
    expect(JSON.stringify(await agent.ask('search'))).not.toContain(SECRET_WORD)
    expect(JSON.stringify(await agent.ask('scan'))).not.toContain(SECRET_WORD)
  })

  test('is shown where the server was told so', async () => {
    const cleared = await agentFor(shown, '--secret-documents')
    expect(await cleared.ask('parse', { file: 'two.txt', document: 2 })).toMatchObject({
      documents: 2,
      record: { number: '6-CV/HU', secrecyLevel: 'confidential' },
    })
    const { results } = await cleared.ask('search', { words: SECRET_WORD })
    expect(results.map(({ number }: { number: string }) => number)).toEqual(['7-CV/HU', '1-CV/HU'])
    await cleared.close()
  })
})

describe('the command', () => {
  const words = (...more: string[]) => [SERVER, '--program', PROGRAM, '--lang', 'en', ...more]
  const START = {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
  }

  test('lives through lines that are no messages, and ends with its input, and what it started with it', async () => {
    const child = spawn(process.execPath, words('--root', shown), { stdio: ['pipe', 'pipe', 'ignore'] })
    const ended = new Promise((resolve) => child.once('close', resolve))
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const send = (line: string) => void child.stdin.write(`${line}\n`)
    send('no message')
    send(JSON.stringify(START))
    expect(JSON.parse((await lines.next()).value)).toMatchObject({
      id: 1,
      result: { serverInfo: { name: 'directive-parse' } },
    })
    send(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }))
    const call = { name: 'parse', arguments: { text: LONG } }
    send(JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'tools/call', params: call }))
    expect(JSON.parse((await lines.next()).value)).toMatchObject({ id: 2, result: { structuredContent: {} } })
    child.stdin.end()
    expect(await ended).toBe(0)
  })

  test.each([
    [[], /--root <dir>/],
    [['--root', 'none'], /none is no folder/],
    [['--root', '.', '--max-bytes', 'many'], /--max-bytes/],
    [['--root', '.', '--ocr', 'perhaps'], /--ocr: auto/],
    [['--root', '.', '--write'], /--write/],
  ])('%j is wrong use', (more, said) => {
    expect(() => execFileSync(process.execPath, words(...more), { encoding: 'utf8', stdio: 'pipe' })).toThrow(said)
  })

  test('says in Vietnamese what it is for', () => {
    expect(execFileSync(process.execPath, words('--help', '--lang', 'vi'), { encoding: 'utf8' })).toMatch(
      /thư mục cho tác tử/,
    )
  })
})
