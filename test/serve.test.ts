/** The service as a client meets it: the real command, real HTTP. */
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordSchema } from '../src/schema.ts'
import { type Asked, type Server, startServe } from './serve.ts'

const run = promisify(execFile)

const LETTER = `HUYỆN ỦY SUỐI NGÀN                 ĐẢNG CỘNG SẢN VIỆT NAM
        *                      Suối Ngàn, ngày 05 tháng 8 năm 2021
  Số 12-CV/HU
V/v kiểm tra hồ chứa trước mùa mưa
`

const SECRET = `${LETTER}        TUYỆT MẬT

Kính gửi: Ủy ban nhân dân huyện.
`

const named = (name: string, body: string | Uint8Array): Asked => ({
  body,
  headers: { 'content-disposition': `attachment; filename="${name}"` },
})

function form(name: string, bytes: Uint8Array): Asked {
  const body = new FormData()
  body.append('note', 'no file')
  body.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name)
  return { body }
}

describe('a server', () => {
  let server: Server
  beforeAll(async () => {
    server = await startServe('--jobs', '1', '--queue', '1', '--max-bytes', '300k', '--ocr', 'never')
  })
  afterAll(() => server.end())

  test.each(['cong-van-12.txt', 'thong-bao-35.html', 'ke-hoach-mua-lu.docx'])(
    'gives for %s the bytes that the command gives, as a body and in a form',
    async (name) => {
      const { stdout } = await run(process.execPath, [resolve('bin/directive-parse.js'), name, '--no-config'], {
        cwd: 'demo/documents',
      })
      const bytes = await readFile(`demo/documents/${name}`)
      for (const asked of [named(name, bytes), form(name, bytes)]) {
        const { status, headers, text } = await server.ask('/records', asked)
        expect([status, headers['content-type'], headers['cache-control']]).toEqual([
          200,
          'application/json',
          'no-store',
        ])
        expect(text).toBe(stdout)
      }
    },
  )

  test('gives a top secret document whole to who sent it, and says nothing of it anywhere else', async () => {
    const { text } = await server.ask('/records', named('trich yeu mat.txt', SECRET))
    expect(JSON.parse(text)).toMatchObject({ secrecyLevel: 'top', subject: 'V/v kiểm tra hồ chứa trước mùa mưa' })
    const broken = await server.ask('/records', named('trich yeu mat.pdf', `%PDF-1.4\n${SECRET}`))
    expect([broken.status, JSON.parse(broken.text).error.rule]).toEqual([422, expect.any(String)])
    const { text: metrics } = await server.ask('/metrics')
    expect(server.said).toMatch(/^POST \/records 200 [\d.]+ s$/m)
    expect(server.said).toMatch(/^POST \/records 422 [\d.]+ s \w+/m)
    for (const told of [server.said, metrics]) expect(told).not.toMatch(/mat|mật|12-CV|hồ chứa/i)
  })

  test.each([
    ['without evidence', '?evidence=false', (record: { evidence: object }) => expect(record.evidence).toEqual({})],
    [
      'in Vietnamese',
      '?lang=vi',
      (record: { diagnostics: { message: string }[] }) =>
        expect(record.diagnostics[0]?.message).toMatch(/[à-ỹ]{2}|trường/),
    ],
  ])('is asked for a record %s', async (_, query, look) => {
    const { text } = await server.ask(`/records${query}`, { body: LETTER })
    const record = JSON.parse(text)
    expect(recordSchema.safeParse(record).success && record.source.path).toBe(null)
    look(record)
  })

  test.each([
    ['../../../../etc/hostname', 'hostname'],
    ['/etc/passwd', 'passwd'],
    ['C:\\\\Windows\\\\win.ini', 'win.ini'],
    ['s3://bucket/letter.txt', 'letter.txt'],
    ['..', null],
  ])('takes the name %s for a label, and opens nothing', async (name, label) => {
    for (const asked of [named(name, LETTER), form(name, Buffer.from(LETTER))]) {
      const { source, number } = JSON.parse((await server.ask('/records', asked)).text)
      expect([source.path, number]).toEqual([label, '12-CV/HU'])
    }
  })

  test.each([
    '/../../etc/passwd',
    '/records/../../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '//etc/passwd',
    '/records%00',
  ])('has nothing at %s', async (path) => {
    const { status, text } = await server.ask(path)
    expect([status, JSON.parse(text).error.rule]).toEqual([404, 'no-such-address'])
  })

  test.each<[string, string, Asked, number, string]>([
    ['an empty body', '/records', { body: '' }, 422, 'empty'],
    ['no known format', '/records', { body: Buffer.from([0, 1, 2, 3, 255, 254, 0, 0, 9, 9]) }, 422, 'binary'],
    ['too much', '/records', { body: 'x'.repeat(400_000) }, 413, 'too-large'],
    ['too much in a form', '/records', form('a.txt', Buffer.alloc(350_000, 'x')), 413, 'too-large'],
    ['a form without a file', '/records', { body: new FormData() }, 400, 'no-document'],
    [
      'a broken form',
      '/records',
      { body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=b' } },
      400,
      'no-document',
    ],
    ['an unknown choice', '/records?split=yes', { body: LETTER }, 400, 'wrong-value'],
    ['an unknown word', '/records?path=/etc/passwd', { body: LETTER }, 400, 'wrong-value'],
    ['another method', '/records', {}, 405, 'wrong-method'],
    ['a name that is led here', '/health', { headers: { host: 'evil.example' } }, 403, 'host-refused'],
    ['a name that begins like ours', '/health', { headers: { host: 'localhost.evil.example' } }, 403, 'host-refused'],
    [
      'a page of another site',
      '/records',
      { body: LETTER, headers: { origin: 'https://evil.example' } },
      403,
      'origin-refused',
    ],
    ['a page of a file', '/records', { body: LETTER, headers: { origin: 'null' } }, 403, 'origin-refused'],
  ])('refuses %s', async (_, path, asked, status, rule) => {
    const answer = await server.ask(path, asked)
    expect([answer.status, JSON.parse(answer.text).error.rule]).toEqual([status, rule])
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    const vi = await server.ask(path, { ...asked, headers: { ...asked.headers, 'accept-language': 'vi-VN' } })
    expect(JSON.parse(vi.text).error.message).toMatch(/[à-ỹ]/)
  })

  test('reads no further than it may of a body that does not say how long it is', async () => {
    const held = server.hold('/records')
    for (let sent = 0; sent < 20; sent++) held.write('x'.repeat(20_000))
    expect((await held.answer).status).toBe(413)
  })

  test('has no place for more than it may hold, and says when to come back', async () => {
    const held = [server.hold('/records'), server.hold('/records')]
    for (const each of held) each.write(LETTER.slice(0, 50))
    await expect.poll(async () => JSON.parse((await server.ask('/health')).text).waiting).toBe(2)
    const busy = await server.ask('/records', { body: LETTER })
    expect([busy.status, JSON.parse(busy.text).error.rule]).toEqual([503, 'serve-busy'])
    expect(Number(busy.headers['retry-after'])).toBeGreaterThan(0)
    for (const each of held) {
      each.write(LETTER.slice(50))
      each.end()
    }
    for (const each of held) expect(JSON.parse((await each.answer).text).number).toBe('12-CV/HU')
    expect((await server.ask('/records', { body: LETTER })).status).toBe(200)
  })

  test('describes itself: what is valid OpenAPI, every address there answers, and answers are counted', async () => {
    const description = JSON.parse((await server.ask('/openapi.json')).text)
    expect(await new Validator().validate(description)).toEqual({ valid: true })
    expect(Object.keys(description.components.schemas.DirectiveRecord.properties)).toEqual(
      Object.keys(recordSchema.shape),
    )
    for (const [path, methods] of Object.entries(description.paths))
      for (const method of Object.keys(methods as object)) {
        const { status } = await server.ask(path, {
          method: method.toUpperCase(),
          ...(method === 'post' ? { body: LETTER } : {}),
        })
        expect([path, method, status]).toEqual([path, method, 200])
      }
    const { headers, text } = await server.ask('/metrics')
    expect(headers['content-type']).toMatch(/^text\/plain; version=/)
    expect(text).toMatch(/^directive_parse_requests_total\{method="POST",route="\/records",status="503"\} 1$/m)
    expect(text).toMatch(/^directive_parse_documents\{state="waiting"\} 0$/m)
  })
})

test('what has been taken is answered before the server ends', async () => {
  const server = await startServe('--jobs', '1')
  const held = server.hold('/records')
  held.write(LETTER.slice(0, 50))
  await expect.poll(async () => JSON.parse((await server.ask('/health')).text).waiting).toBe(1)
  const ended = server.end('SIGTERM')
  await expect.poll(() => server.said).toContain('[serve-ending]')
  await expect(server.ask('/health')).rejects.toThrow()
  held.write(LETTER.slice(50))
  held.end()
  const { status, text } = await held.answer
  expect([status, JSON.parse(text).number]).toEqual([200, '12-CV/HU'])
  expect(await ended).toBe(0)
})

test('a document that takes too long is given up, and the server goes on; the second signal ends it at once', async () => {
  const server = await startServe('--jobs', '1', '--file-seconds', '3')
  const long = await server.ask('/records', named('a.html', '<p>'.repeat(2_000_000)))
  expect([long.status, JSON.parse(long.text).error]).toEqual([
    504,
    { rule: 'worker-overlong', message: expect.stringMatching(/^a\.html: not done after 3 s/) },
  ])
  expect((await server.ask('/records', named('b.txt', LETTER))).status).toBe(200)
  server.hold('/records').write('x')
  await expect.poll(async () => JSON.parse((await server.ask('/health')).text).waiting).toBe(1)
  server.process.kill('SIGINT')
  await expect.poll(() => server.said).toContain('[serve-ending]')
  expect(await server.end('SIGINT')).toBe(130)
})

test('a connection on which nothing is asked, as browsers open some, holds up no end', async () => {
  const server = await startServe('--jobs', '1')
  const { hostname, port } = new URL(server.url)
  const silent = connect(Number(port), hostname)
  await once(silent, 'connect')
  expect((await server.ask('/health')).status).toBe(200)
  const closed = once(silent, 'close')
  expect(await server.end('SIGTERM')).toBe(0)
  await closed
}, 20_000)

test('a port that is taken is named, and other machines are let in only with a warning', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  await expect(startServe('--port', `${port}`)).rejects.toThrow(
    /127\.0\.0\.1:\d+: cannot be listened on.*\[cannot-listen\]/,
  )
  other.close()
  const open = await startServe('--jobs', '1', '--host', '0.0.0.0', '--allow-host', 'parser.example')
  expect(open.said).toContain('[serving-openly]')
  const called = (host: string) => open.ask('/health', { headers: { host } }).then(({ status }) => status)
  expect([await called('parser.example'), await called('other.example')]).toEqual([200, 403])
  await open.end()
})
