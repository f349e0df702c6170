/**
 * A day in the archive, with the real command and a real browser: sixty mixed files are scanned, read and reviewed, ten are
 * corrected, the corrections applied, all of it moved and run again from elsewhere, and the list made. `DAY_PICTURES` names
 * a folder for pictures of the pages.
 */
import { spawn } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { needing, pathOf } from './needs.ts'

const BIN = resolve('bin/directive-parse.js')
const PICTURES = process.env.DAY_PICTURES

/** Twelve letters have their issuer misspelt in the same way, every fifth a serial that is none. */
const letter = (
  serial: number,
) => `${serial % 5 === 2 ? 'HUYỆN ỦY SUỐI NGÀM' : 'HUYỆN ỦY SUỐI NGÀN'}                 ĐẢNG CỘNG SẢN VIỆT NAM
        *                      Suối Ngàn, ngày ${String((serial % 28) + 1).padStart(2, '0')} tháng 8 năm 2021
  Số ${serial % 5 === 3 ? `${serial}O` : serial}-CV/HU
V/v kiểm tra hồ chứa số ${serial} trước mùa mưa

Kính gửi: Ủy ban nhân dân huyện.

Ban Thường vụ Huyện ủy yêu cầu:

1. Ủy ban nhân dân huyện kiểm tra các hồ chứa, báo cáo trong Quý IV/2021.

Nơi nhận:                              T/M BAN THƯỜNG VỤ
- Như trên,                                 BÍ THƯ
- Lưu VPHU.
                                         Vàng Seo Lử
`

interface Ran {
  code: number | null
  stdout: string
  stderr: string
}

function run(cwd: string, ...words: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [BIN, ...words, '--lang', 'vi'], { cwd })
  const ran: Ran = { code: null, stdout: '', stderr: '' }
  child.stdout.on('data', (data) => (ran.stdout += data))
  child.stderr.on('data', (data) => (ran.stderr += data))
  return new Promise((done) => child.once('close', (code) => done({ ...ran, code })))
}

needing('chromium').describe('a day in the archive', () => {
  let root: string
  let browser: Browser
  let page: Page
  const at = (...names: string[]) => join(root, ...names)
  const picture = async (name: string) => {
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) })
  }
  const progress = () => page.textContent('.progress-line')

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'day-'))
    for (const box of ['Hộp 01', 'Hộp 02']) await mkdir(at('kho', box), { recursive: true })
    for (let serial = 1; serial <= 54; serial++)
      await writeFile(at('kho', serial <= 30 ? 'Hộp 01' : 'Hộp 02', `${serial}.txt`), letter(serial))
    for (const name of await readdir('demo/documents')) await copyFile(`demo/documents/${name}`, at('kho/Hộp 02', name))
    await copyFile('demo/documents/thong-bao-35.html', at('kho/Hộp 02/ban sao.html'))
    await writeFile(at('kho/Hộp 01/Thumbs.db'), 'x')
    await writeFile(at('kho/Hộp 02/~$van ban.docx'), 'x')
    browser = await chromium.launch({
      executablePath: pathOf('chromium') as string,
      args: ['--no-sandbox', '--disable-gpu'],
    })
    if (PICTURES) await mkdir(PICTURES, { recursive: true })
  })
  afterAll(async () => {
    await browser.close()
    await rm(root, { recursive: true, force: true })
  })

  test('stock is taken, and the records and their page are made', async () => {
    const stock = await run(root, 'scan', 'kho')
    expect(stock.code).toBe(0)
    const read = await run(root, 'kho', '-o', 'bieu-ghi')
    expect(read.stderr).toMatch(/^Văn bản +60$/m)
    expect(read.stderr).toMatch(/bỏ qua +2 /)
    expect(read.stderr).toContain('Tệp giống hệt nhau')
    const [, documents, catalogue, others] =
      /^Cần xem lại +(\d+) văn bản: (\d+) giá trị mục lục, (\d+) giá trị khác$/m.exec(read.stderr) ?? []
    const made = await run(root, 'review', 'bieu-ghi', '-o', 'ra-soat.html')
    expect(made.stderr).toContain(`60 văn bản, cần xem: ${catalogue} giá trị mục lục, ${others} giá trị khác`)

    page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' })
    await page.goto(pathToFileURL(at('ra-soat.html')).href)
    await page.waitForSelector('.row')
    expect(await progress()).toBe(`Duyệt xong 0 / 60 văn bản · đã xử lý 0 / ${catalogue} chỗ cần xem`)
    await page.uncheck('[data-key=scope]')
    expect(await progress()).toContain(`/ ${Number(catalogue) + Number(others)} chỗ cần xem`)
    await page.selectOption('[data-key=filter-state]', 'open')
    expect(await page.textContent('.list > .figure')).toBe(`${documents} / 60 văn bản`)
    await page.click('[data-key=clear]')
    await page.check('[data-key=scope]')
    expect((await page.locator('.row small').allTextContents()).join('|')).toContain('Hộp 01/')
    await picture('list')
  }, 400_000)

  test('ten documents are corrected and done, one correction for all that say the same', async () => {
    await page.fill('input[type=search]', 'SUOI NGAM')
    await page.keyboard.press('Tab')
    await page.waitForSelector('.list > .figure:not(:has-text("60 / 60"))')
    await page.locator('.row').first().click()
    await page.waitForSelector('.field.active')
    await picture('document')
    await page.click('[data-pointer="/issuer"]')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-pointer="/issuer"] form.edit :focus')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('HUYỆN ỦY SUỐI NGÀN')
    await page.keyboard.press('Enter')
    await page.waitForSelector('dialog[open] .alike li:nth-child(10)')
    await page.waitForTimeout(500)
    await picture('alike')
    const others = page.locator('dialog[open] .alike li')
    // Nine others, so that ten are corrected; the eleventh stays.
    expect(await others.count()).toBe(10)
    await others.last().locator('input').uncheck()
    await page.click('dialog[open] button.main')
    await page.keyboard.press('Shift+C')
    await page.keyboard.press('Escape')
    await page.waitForSelector('.rows')
    await page.fill('input[type=search]', '1.txt')
    await page.locator('.row:has-text("Hộp 01/1.txt")').click()
    await page.waitForSelector('.field.active')
    await page.keyboard.press('Shift+C')
    await page.keyboard.press('d')
    // the next document may still be opening, and hear no key
    await page.evaluate("location.hash = '#/'")
    await page.waitForSelector('.rows')
    await page.click('[data-key=clear]')
    expect(await progress()).toContain('Duyệt xong 1 / 60 văn bản')
    const [excel] = await Promise.all([page.waitForEvent('download'), page.click('#excel')])
    await excel.saveAs(at('trang.xlsx'))
    const own = await sheetsOf(at('trang.xlsx'))
    expect(own.names).toEqual(['ML Hộp 01', 'ML Hộp 02'])
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')])
    await download.saveAs(at('corrections.ndjson'))
    const lines = (await readFile(at('corrections.ndjson'), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.filter(({ pointer, action }) => pointer === '/issuer' && action === 'set')).toHaveLength(10)
  }, 200_000)

  test('the corrections go into the records, and stand on a rerun from elsewhere', async () => {
    const applied = await run(root, 'apply', 'corrections.ndjson', 'bieu-ghi')
    expect(applied.stderr).toMatch(/Đã sửa \d\d biểu ghi .* 0 bị từ chối\nĐã duyệt xong 1 văn bản\n/)
    expect(applied.stderr).toContain('directive-parse bieu-ghi --xlsx')

    await mkdir(at('noi khac'))
    for (const name of ['kho', 'bieu-ghi']) await rename(at(name), at('noi khac', name))
    const again = await run(at('noi khac'), 'kho', '-o', 'bieu-ghi', '--resume')
    expect(again.stderr).toMatch(/đã xong từ trước +60$/m)
    const corrected = await Promise.all(
      (await readdir(at('noi khac/bieu-ghi'), { recursive: true }))
        .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
        .map(async (name) => JSON.parse(await readFile(at('noi khac/bieu-ghi', name), 'utf8'))),
    )
    expect(corrected.filter(({ issuer }) => issuer === 'HUYỆN ỦY SUỐI NGÀM')).toHaveLength(1)

    const later = await run(at('noi khac'), 'review', 'bieu-ghi', '-o', 'ra-soat.html')
    expect(later.code).toBe(0)
    await page.goto(pathToFileURL(at('noi khac/ra-soat.html')).href)
    await page.waitForSelector('.row')
    expect(await progress()).toContain('Duyệt xong 1 / 60 văn bản')
  }, 300_000)

  test('the records become a workbook that prints', async () => {
    const made = await run(at('noi khac'), 'bieu-ghi', '--xlsx', '-o', 'muc-luc.xlsx')
    expect(made.code).toBe(0)
    const { names, text, strings } = await sheetsOf(at('noi khac/muc-luc.xlsx'))
    expect(names).toEqual([
      'Văn bản',
      'Nhiệm vụ',
      'Mục lục hồ sơ',
      'ML Hộp 01',
      'ML Hộp 02',
      'Theo dõi giải quyết',
      'Văn bản đến',
      'Văn bản đi',
    ])
    expect(strings).toContain('MỤC LỤC VĂN BẢN, TÀI LIỆU TRONG HỒ SƠ')
    expect(strings).toContain('Hộp, hồ sơ: kho/Hộp 01')
    expect(strings).toContain('giống hệt kho/Hộp 02/')
    // The end of the fourth quarter of 2021, as a day that sorts.
    expect(text).toMatch(/<v>44561<\/v>/)
    expect(text).toContain('<autoFilter ref=')
    expect(text).toContain('Target="kho/H%E1%BB%99p%2001/1.txt"')
    if (PICTURES) await copyFile(at('noi khac/muc-luc.xlsx'), join(PICTURES, 'muc-luc.xlsx'))
  }, 120_000)
})

async function sheetsOf(path: string): Promise<{ names: string[]; text: string; strings: string }> {
  const files = Object.entries(unzipSync(await readFile(path))).map(([name, bytes]) => ({
    name,
    text: strFromU8(bytes),
  }))
  const of = (name: string) => files.find((file) => file.name === name)?.text ?? ''
  const names = [...of('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((match) => match[1] as string)
  return { names, text: files.map(({ text }) => text).join(''), strings: of('xl/sharedStrings.xml') }
}
