/** The review page as a small office uses it: the real command, a real browser, and the records themselves. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium, type Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DirectiveRecord } from '../src/schema.ts'
import { needing, pathOf } from './needs.ts'
import { type Asked, type Server, startServe } from './serve.ts'

const run = promisify(execFile)

const letter = (serial: string, mark = '') => `HUYỆN ỦY SUỐI NGÀN                 ĐẢNG CỘNG SẢN VIỆT NAM
        *                      Suối Ngàn, ngày 05 tháng 8 năm 2021
  Số ${serial}-CV/HU
V/v kiểm tra hồ chứa số ${serial} trước mùa mưa
${mark}
Kính gửi: Ủy ban nhân dân huyện.

1. Ủy ban nhân dân huyện kiểm tra các hồ chứa, báo cáo trước ngày 20/8/2021.

Nơi nhận:                              T/M BAN THƯỜNG VỤ
- Như trên,                                 BÍ THƯ
- Lưu VPHU.
                                         Vàng Seo Lử
`

let root: string
let records: string
const at = (name: string) => join(records, name)
const recordOf = async (name: string): Promise<DirectiveRecord> => JSON.parse(await readFile(at(name), 'utf8'))

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'serve-'))
  records = join(root, 'bieu-ghi')
  await mkdir(join(root, 'kho'))
  for (const serial of ['11', '12', '13']) await writeFile(join(root, 'kho', `${serial}.txt`), letter(serial))
  await writeFile(join(root, 'kho', '14.txt'), letter('14', '        TUYỆT MẬT\n'))
  const blank = { width: 210, height: 297, channels: 3 as const, background: 'white' }
  await sharp({ create: blank })
    .png()
    .toFile(join(root, 'kho', '15.png'))
  const words = ['kho', '-o', 'bieu-ghi', '--quiet']
  await run(process.execPath, [resolve('bin/directive-parse.js'), ...words], { cwd: root })
})
afterAll(() => rm(root, { recursive: true, force: true }))

needing('chromium').describe('the page of a folder', () => {
  let server: Server
  let browser: Browser
  let page: Page

  const open = async (name: string) => {
    await page.evaluate("location.hash = '#/'")
    await page.locator(`.row:has-text("${name}")`).click()
    await page.waitForSelector('.field.active')
  }
  const correct = async (pointer: string, value: string) => {
    await page.click(`[data-pointer="${pointer}"]`)
    await page.keyboard.press('Enter')
    await page.waitForSelector(`[data-pointer="${pointer}"] form.edit :focus`)
    await page.keyboard.press('Control+A')
    await page.keyboard.type(value)
    await page.keyboard.press('Enter')
  }

  beforeAll(async () => {
    server = await startServe(records, '--jobs', '1')
    browser = await chromium.launch({
      executablePath: pathOf('chromium') as string,
      args: ['--no-sandbox', '--disable-gpu'],
    })
    page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' })
    await page.goto(server.url)
    await page.waitForSelector('.row')
  })
  afterAll(async () => {
    await browser.close()
    await server.end()
  })

  test('a correction stands in the record at once, and is undone there', async () => {
    const before = await readFile(at('11.json'), 'utf8')
    await open('11.txt')
    expect(await page.textContent('.source, .text')).toContain('kiểm tra hồ chứa số 11')
    await correct('/number', '21-CV/HU')
    await expect.poll(async () => (await recordOf('11.json')).number).toBe('21-CV/HU')
    const { serial, evidence, corrections } = await recordOf('11.json')
    expect([serial, evidence['/number']?.status]).toEqual(['21', 'corrected'])
    expect(corrections?.map(({ pointer }) => pointer)).toEqual(['/number', '/serial'])
    await expect.poll(() => page.textContent('#saving')).toBe('Written to the records')
    await correct('/number', '22-CV/HU')
    await expect.poll(async () => (await recordOf('11.json')).number).toBe('22-CV/HU')
    await expect.poll(() => page.textContent('#saving')).toBe('Written to the records')
    await page.keyboard.press('u')
    await expect.poll(async () => (await recordOf('11.json')).number).toBe('21-CV/HU')
    await page.keyboard.press('u')
    await expect.poll(() => readFile(at('11.json'), 'utf8')).toBe(before)
    await expect.poll(() => page.textContent('[data-pointer="/number"]')).toContain('11-CV/HU')
  })

  test('that a document is done goes beside the records', async () => {
    await open('12.txt')
    await page.keyboard.press('Shift+C')
    await open('12.txt')
    await page.keyboard.press('d')
    await expect
      .poll(() => readFile(at('.directive-parse/reviewed.ndjson'), 'utf8').catch(() => ''))
      .toContain('"record":"12.json"')
  })

  test('a scan comes with the pictures of its pages', async () => {
    await open('15.png')
    await page.waitForSelector('.scan img')
    const shown = await page.evaluate<number>(
      "document.querySelector('.scan img').decode().then(() => document.querySelector('.scan img').naturalWidth)",
    )
    expect(shown).toBe(210)
  })

  test('what somebody else has changed meanwhile stays, and is shown', async () => {
    await open('13.txt')
    await writeFile(at('13.json'), `${JSON.stringify({ ...(await recordOf('13.json')), number: '99-CV/HU' })}\n`)
    await correct('/number', '23-CV/HU')
    await page.waitForSelector('.toast:has-text("was changed elsewhere")')
    expect((await recordOf('13.json')).number).toBe('99-CV/HU')
    await expect.poll(() => page.textContent('[data-pointer="/number"]')).toContain('99-CV/HU')
  })

  test('what is done while the server is away is written when it is back', async () => {
    await open('11.txt')
    await server.end()
    await correct('/subject', 'V/v hồ chứa')
    await expect.poll(() => page.textContent('#trouble')).toContain('Not written')
    server = await startServe(records, '--jobs', '1', '--port', new URL(server.url).port)
    await expect.poll(async () => (await recordOf('11.json')).subject, { timeout: 10_000 }).toBe('V/v hồ chứa')
    await expect.poll(() => page.textContent('#saving')).toBe('Written to the records')
  })

  test('no request names a file that the folder has not named', async () => {
    await writeFile(join(root, 'ngoai.json'), await readFile(at('11.json')))
    await server.ask('/')
    const there = await server.ask('/documents?record=11.json')
    expect([there.status, JSON.parse(there.text).block.record.type]).toEqual([200, 'Công văn'])
    const line = (record: string) =>
      JSON.stringify({
        correction: 'directive/1',
        record,
        hash: '0'.repeat(64),
        pointer: '/place',
        action: 'set',
        value: 'x',
      })
    const ndjson = (record: string): Asked => ({
      body: line(record),
      headers: { 'content-type': 'application/x-ndjson' },
    })
    for (const name of [
      '../ngoai.json',
      join(root, 'ngoai.json'),
      '.directive-parse/reviewed.ndjson',
      '/etc/passwd',
      '',
    ]) {
      const document = await server.ask(`/documents?record=${encodeURIComponent(name)}`)
      expect([name, document.status]).toEqual([name, 404])
      if (name === '') continue
      const { rows, refused, undo } = JSON.parse((await server.ask('/corrections', ndjson(name))).text)
      expect([rows, refused[0].rule, undo]).toEqual([[], 'not-there', null])
    }
    const asForm = { body: line('11.json'), headers: { 'content-type': 'text/plain' } }
    expect((await server.ask('/corrections', asForm)).status).toBe(400)
    const foreign = ndjson('11.json')
    foreign.headers = { ...foreign.headers, origin: 'http://evil.example' }
    expect((await server.ask('/corrections', foreign)).status).toBe(403)
    expect(
      (await server.ask('/undo', { body: '{"undo":"1"}', headers: { 'content-type': 'application/json' } })).status,
    ).toBe(404)
  })
})

test.each([
  [['--host', '0.0.0.0'], false],
  [['--host', '0.0.0.0', '--secret-documents'], true],
  [[], true],
])('documents with a mark of secrecy, served with %j: shown %s', async (words, isShown) => {
  const server = await startServe(records, '--jobs', '1', ...words)
  const { text } = await server.ask('/')
  expect([text.includes('12.json'), text.includes('14.json')]).toEqual([true, isShown])
  // in the list no subject of a TUYỆT MẬT document stands, whoever looks
  expect(text).not.toContain('hồ chứa số 14')
  expect((await server.ask('/documents?record=14.json')).status).toBe(isShown ? 200 : 404)
  await server.end()
})
