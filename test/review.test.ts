/** The review page in a real browser. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PDFDocument } from '@cantoo/pdf-lib'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { markOf } from '../src/corrections/rebase.ts'
import { applyCorrections } from '../src/review/apply.ts'
import { readReviewed } from '../src/review/done.ts'
import { inBoth } from '../src/review/messages.ts'
import { type ReviewProblem, sayProblem } from '../src/review/problems.ts'
import { readRecords, recordHash } from '../src/review/records.ts'
import { writeReview } from '../src/review/write.ts'
import { diagnose, RULES, type RuleId } from '../src/rules.ts'
import type { Diagnostic, DirectiveRecord } from '../src/schema.ts'
import { needing, pathOf } from './needs.ts'
import { DIRECTIVE, directiveRecord, recordOf, writeBatch } from './review-records.ts'

const CHROMIUM = pathOf('chromium')
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const LETTER = 'SỞ Y TẾ\nSố: 12/SYT-NV\nV/v tiêm vắc xin\nKính gửi: Các bệnh viện\nHà Thanh, ngày 01 tháng 3 năm 2020\n'
const HOSTILE = `</script><script>window.hacked=1</script><!-- ]]> <img src=x onerror="window.hacked=2">\u2028{{window.hacked=3}} "><svg onload=window.hacked=4>`

let browser: Browser
let folder: string
let context: BrowserContext
let page: Page
/** What the page did that it must not do: messages, errors, requests. */
let wrongs: string[]

async function openPage(file: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  await context?.close()
  context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN', ...options })
  await context.setOffline(true)
  wrongs = []
  page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('console', (message) => wrongs.push(message.text()))
  page.on('pageerror', (error) => wrongs.push(String(error.stack)))
  page.on('dialog', (dialog) => {
    wrongs.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!/^(file|blob):/.test(request.url())) wrongs.push(request.url())
  })
  await page.goto(pathToFileURL(file).href)
  await page.waitForSelector('.row, .field')
  return page
}

/** axe-core's violations on what is shown now: rule and place. `rules` alone, where they are named. */
async function violations(...rules: string[]): Promise<string[]> {
  await page.evaluate(axe)
  const options = rules.length > 0 ? { runOnly: rules } : {}
  const found = await page.evaluate<{ violations: { id: string; nodes: { target: string[] }[] }[] }>(
    `axe.run(${JSON.stringify(options)})`,
  )
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`))
}

/** The code below runs in the browser; it is text here, since this project's types know no browser. */
const SELECT = `(wanted) => {
  const source = document.querySelector('.text')
  const start = source.textContent.indexOf(wanted)
  const end = start + wanted.length
  const walker = document.createTreeWalker(source, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let offset = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.textContent
    if (start >= offset && start < offset + length) range.setStart(node, start - offset)
    if (end > offset && end <= offset + length) range.setEnd(node, end - offset)
    offset += length
  }
  getSelection().removeAllRanges()
  getSelection().addRange(range)
}`
const INTRUDE = `(async () => {
  const errors = []
  document.addEventListener('securitypolicyviolation', (event) => errors.push(event.effectiveDirective))
  new Image().src = 'https://example.invalid/x.png'
  try {
    document.createElement('script').text = 'window.hacked = 5'
  } catch {
    errors.push('trusted-types')
  }
  await fetch('https://example.invalid/').catch(() => undefined)
  await new Promise((done) => setTimeout(done, 100))
  return errors
})()`

const active = () => page.getAttribute('.field.active', 'data-pointer')
const lit = async () => (await page.locator('.lit').allTextContents()).join('')
const field = (pointer: string) => page.locator(`[data-pointer="${pointer}"]`)
async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}
const numbers = () => page.locator('.row b').allTextContents()

needing('chromium').describe('the review page', () => {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM as string, args: FLAGS })
    folder = mkdtempSync(join(tmpdir(), 'review-'))
    await scan()
    const letter = recordOf(
      'letter.txt',
      LETTER,
      {
        type: 'Công văn',
        number: '12/SYT-NV',
        date: '2020-03-01',
        issuer: 'Sở Y tế',
        subject: 'V/v tiêm vắc xin',
        addressees: ['Các bệnh viện'],
      },
      { '/number': ['12/SYT-NV'], '/subject': ['V/v tiêm vắc xin'] },
    )
    const secret = recordOf('secret.txt', 'x', { type: 'Báo cáo', secrecy: 'Tuyệt mật', subject: 'Chuyện kín' })
    const hostile = recordOf(
      '<img src=x onerror=alert(1)>.txt',
      HOSTILE.replace('\u2028', '\n'),
      {
        type: HOSTILE,
        number: HOSTILE,
        issuer: HOSTILE,
        subject: HOSTILE,
        addressees: [HOSTILE],
        diagnostics: [{ rule: HOSTILE, level: 'info', message: HOSTILE, line: 1 }],
      },
      { '/subject': ['<img src=x onerror="window.hacked=2">', { note: HOSTILE }] },
    )
    writeBatch(folder, {
      'a.json': { text: DIRECTIVE, record: directiveRecord('a.txt') },
      'deep/letter.json': { text: LETTER, record: letter },
      'secret.json': { text: 'x', record: secret },
      '"><script>alert(2)</script>.json': { text: HOSTILE, record: hostile },
      'gone.json': { text: '', record: { ...directiveRecord(null), number: '77/QĐ' } },
    })
    await write()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })
  beforeEach(async () => void (await openPage(join(folder, 'page.html'))))
  afterEach(() => expect(wrongs).toEqual([]))

  const write = () =>
    writeReview(readRecords(join(folder, 'records')), {
      output: join(folder, 'page.html'),
      title: 'Mẻ <b>tháng 8</b>',
      sources: join(folder, 'sources'),
    })

  /** A scan: a picture made here, a record with boxes in its pixels. */
  async function scan(): Promise<void> {
    const lines = [
      ['Số: 4/QĐ-UBND', 100],
      ['QUYẾT ĐỊNH', 200],
    ]
    const text = lines
      .map(([line, y]) => `<text x="100" y="${y}" font-family="serif" font-size="30">${line}</text>`)
      .join('')
    const png = await sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1000"><rect width="800" height="1000" fill="#fff"/>${text}</svg>`,
      ),
    )
      .png()
      .toBuffer()
    const read = recordOf(
      'scan.png',
      png,
      { type: 'Quyết định', number: '4/QĐ-UBND' },
      {
        '/number': ['4/QĐ-UBND', { grade: 'doubtful', page: 1, box: [160, 72, 320, 108] }],
        '/type': ['QUYẾT ĐỊNH', { page: 1, box: [100, 172, 320, 208] }],
      },
    )
    const record: DirectiveRecord = {
      ...read,
      source: { ...read.source, format: 'image', encoding: null, pages: 1, ocr: { engine: 'none', confidence: 80 } },
    }
    writeBatch(folder, { 'scan.json': { text: png, record } })
  }

  describe('the list', () => {
    test('counts the fields of a catalogue entry, or all of them; shows at least ten rows; names the sources', async () => {
      expect(await page.textContent('.progress-line')).toContain('đã xử lý 0 / 15 chỗ cần xem')
      const { height = 0 } = (await page.locator('.rows').boundingBox()) ?? {}
      const row = await page.locator('.row').first().boundingBox()
      expect(height / (row?.height ?? 1)).toBeGreaterThan(10)
      expect(await page.locator('.row small').allTextContents()).toContain('letter.txt')
    })

    test('is usable on a narrow screen: at least six rows, nothing beside the screen', async () => {
      await page.setViewportSize({ width: 390, height: 844 })
      await page.reload()
      await page.waitForSelector('.row')
      const { height = 0 } = (await page.locator('.rows').boundingBox()) ?? {}
      expect(height).toBeGreaterThan(6 * 62)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
      expect(await violations()).toEqual([])
    })

    test('stands in the order of doubt, and a search needs no tone marks', async () => {
      expect((await numbers()).slice(0, 2).sort()).toEqual(['1O/CT-UBND', '77/QĐ'])
      await page.fill('input[type=search]', 'tiem vac')
      expect(await numbers()).toEqual(['12/SYT-NV'])
      await page.fill('input[type=search]', 'sở y tế 01/03/2020')
      expect(await numbers()).toEqual(['12/SYT-NV'])
      await page.fill('input[type=search]', 'không có gì như thế')
      expect(await page.textContent('.list > .figure')).toBe('Không có văn bản nào khớp bộ lọc.')
    })

    test('is filtered by lists, by the bars of the picture, and by what is doubtful', async () => {
      await page.selectOption('[data-key=filter-period]', '2020')
      expect(await numbers()).toEqual(['12/SYT-NV'])
      await page.click('[data-key=clear]')
      await page.selectOption('[data-key=filter-rule]', 'number-garbled')
      expect((await numbers()).sort()).toEqual(['1O/CT-UBND', '77/QĐ'])
      await page.click('[data-key=clear]')
      await page.click('.overview summary')
      await page.click('.charts button:has-text("Công văn")')
      expect(await numbers()).toEqual(['12/SYT-NV'])
      await page.click('[data-key=clear]')
      await page.click('.column[aria-label^="08/2021"]')
      expect(await numbers()).toHaveLength(2)
      await page.click('[data-key=clear]')
      await page.selectOption('[data-key=filter-state]', 'open')
      // The doubtful ones, and those without a number, a day or a signer.
      const found = (await numbers()).filter((number) => !number.includes('script')).sort()
      expect(found).toEqual(['(không số)', '12/SYT-NV', '1O/CT-UBND', '4/QĐ-UBND', '77/QĐ'])
    })

    test('shows no subject of a top secret document, on paper neither', async () => {
      expect(await page.textContent('.list')).not.toContain('Chuyện kín')
      await page.fill('input[type=search]', 'secret')
      await press('Tab', 'Enter')
      await page.locator('.row').first().click()
      await page.waitForSelector('.field')
      expect(await page.textContent('#paper')).not.toContain('Chuyện kín')
    })
  })

  describe('a document', () => {
    beforeEach(async () => {
      await page.uncheck('[data-key=scope]')
      await page.fill('input[type=search]', '1O/CT')
      await page.focus('.rows')
      await press('Enter')
      await page.waitForSelector('.field.active')
    })

    test('has its doubtful fields first; a field and its place light up together, both ways', async () => {
      const doubtful = `[...document.querySelectorAll('section.first .field')].map((one) => one.dataset.pointer)`
      expect(await page.evaluate(doubtful)).toEqual(['/number', '/issuer', '/signatures/0/name'])
      expect(await lit()).toBe('1O/CT-UBND')
      await field('/subject').click()
      expect(await lit()).toBe('Về việc phòng, chống cháy rừng mùa khô')
      await page.click('.text .seg:has-text("trước ngày 28/8/2021")')
      expect(await active()).toBe('/items/0/deadlines/0/text')
      await page.click('.text .seg:has-text("trước ngày 28/8/2021")')
      expect(await active()).not.toBe('/items/0/deadlines/0/text')
      await page.hover('.text .seg:has-text("XÃ SUỐI MƠ")')
      expect(await page.getAttribute('.field.hot', 'data-pointer')).toBe('/issuer')
      await field('/place').hover()
      expect(await page.textContent('.text .hot')).toBe('Suối Mơ,')
      expect(await page.textContent('.text')).toBe(DIRECTIVE)
    })

    test('is dealt with by keyboard alone, over the end of the document, and undone', async () => {
      await press('Enter', 'Control+A')
      await page.keyboard.type('10/CT-UBND')
      await press('Enter')
      expect(await field('/number').textContent()).toContain('giá trị cũ: 1O/CT-UBND')
      expect(await field('/serial').textContent()).toContain('10')
      expect(await active()).toBe('/issuer')
      await press('c')
      await page.waitForSelector('dialog[open]:has-text("77/QĐ")')
      await press('Escape')
      expect(await active()).toBe('/signatures/0/name')
      await press('x')
      expect(await field('/signatures/0/name').locator('s').textContent()).toBe('Nguyễn Văn Mẫu')
      expect(await page.textContent('.progress')).toBe('không còn chỗ cần xem')
      await press('u')
      expect(await page.textContent('.progress')).toBe('1 chỗ cần xem')
      await press('Control+z', 'u')
      expect(await page.textContent('section.first h2')).toBe('Cần xem lại (3)')
      await press('Shift+C')
      await page.waitForSelector('.toast:has-text("Đã xem hết các chỗ cần xem trong danh sách.")')
      await press('Escape')
      await page.waitForSelector('.rows')
    })

    test('goes on at the next document when nothing doubtful is left', async () => {
      await press('Escape')
      await page.waitForSelector('.rows')
      await page.click('[data-key=clear]')
      await page.click('.row:has-text("1O/CT-UBND")')
      await page.waitForSelector('h1:has-text("1O/CT")')
      await press('n', 'n')
      await expect.poll(active).toBe('/signatures/0/name')
      await press('Shift+C')
      await page.waitForSelector('h1:not(:has-text("1O/CT"))')
      expect(await page.locator('section.first .field').count()).toBeGreaterThan(0)
    })

    test('offers the same correction for all that say the same, with a look at each; one step takes it back', async () => {
      await askForAlike()
      const row = page.locator('dialog[open] .alike li')
      expect(await row.count()).toBe(1)
      expect(await row.textContent()).toContain('77/QĐ')
      expect(await row.locator('q').textContent()).toContain('SUỐI MƠ')
      await page.click('dialog[open] button.main')
      await page.waitForSelector('.toast:has-text("Đã ghi cho 1 văn bản.")')
      expect(await page.textContent('#download')).toContain('(2)')
      await press('u')
      expect(await page.textContent('#download')).toContain('(1)')
    })

    test('after many steps that are not downloaded says so, until they are', async () => {
      await field('/number').click()
      for (let step = 0; step < 10; step++) await press('c', 'u')
      await page.waitForSelector('#trouble:has-text("Hơn 20 chỉnh sửa chưa tải về")')
      await press('c')
      await Promise.all([page.waitForEvent('download'), page.click('#download')])
      await page.waitForSelector('#trouble:empty', { state: 'attached' })
    })

    test('offers what the other documents say to pick from', async () => {
      await field('/issuer').click()
      await press('Enter')
      const picks = '[...document.querySelectorAll("datalist option")].map((option) => option.value)'
      expect(await page.evaluate(picks)).toContain('Sở Y tế')
      await press('Escape')
      await field('/type').click()
      await press('Enter')
      expect(await page.evaluate(picks)).toEqual(expect.arrayContaining(['Công văn', 'Nghị quyết', 'Quyết định']))
    })

    test('is done when nothing is left, which goes with the file into the records and to another computer', async () => {
      await press('d')
      await page.waitForSelector('.toast:has-text("Còn 3 chỗ cần xem")')
      await press('?')
      await page.fill('dialog input[type=text]', 'Lò Thị Mẩy')
      await press('Escape', 'Shift+C')
      await page.waitForSelector('.toast:has-text("Đã xem hết")')
      await press('d', 'Escape')
      await page.waitForSelector('.rows')
      await page.selectOption('[data-key=filter-state]', 'done')
      expect(await numbers()).toEqual(['1O/CT-UBND'])
      const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')])
      const file = join(folder, 'done.ndjson')
      await download.saveAs(file)

      await openPage(join(folder, 'page.html'))
      await page.setInputFiles('input[type=file]', file)
      await page.waitForSelector('.row .badge.done')
      const records = join(folder, 'done')
      cpSync(join(folder, 'records'), records, { recursive: true })
      expect((await applyCorrections(file, records)).done).toBe(1)
      const options = { output: join(folder, 'later.html'), reviewed: await readReviewed(records) }
      await writeReview(readRecords(records), options)
      await openPage(options.output)
      expect(await page.locator('.row .badge.done').count()).toBe(1)
      expect(await page.textContent('.row .badge.done')).toContain('Lò Thị Mẩy')
    })

    test('refuses what is no date, and takes a date as people write it', async () => {
      await field('/date').click()
      await press('e', 'Control+A')
      await page.keyboard.type('31/2/2021')
      await press('Enter')
      expect(await page.textContent('.trouble')).toBe('Không phải ngày: viết 19/7/2021, 7/2021 hoặc 2021.')
      await press('Control+A')
      await page.keyboard.type('ngày 6 tháng 8 năm 2021')
      await press('Enter')
      expect(await field('/date').locator('.value').textContent()).toBe('06/08/2021')
      await press('e', 'Escape')
      expect(await page.locator('.edit').count()).toBe(0)
      await press('e', 'Control+A')
      await page.keyboard.type('7/8/2021')
      await field('/subject').click()
      await page.waitForSelector('[data-pointer="/date"]:has-text("07/08/2021")')
      expect(await active()).toBe('/subject')
    })

    test('takes selected words for a field, and for a new entry', async () => {
      await field('/place').click()
      await select('Suối Mơ')
      expect(await page.textContent('.chosen')).toContain('Suối Mơ')
      await press('s')
      expect(await field('/place').textContent()).toContain('đã xác nhận')
      await field('/parentIssuer').click()
      await select('ỦY BAN NHÂN DÂN')
      await press('s')
      expect(await field('/parentIssuer').locator('.value').textContent()).toBe('ỦY BAN NHÂN DÂN')
      await select('Công an xã')
      await page.selectOption('.picker select', '+addressees')
      await page.click('.picker button')
      expect(await field('/addressees/+1').textContent()).toContain('Công an xã')
      await page.click('[data-add=recipients]')
      await page.keyboard.type('Đảng ủy xã')
      await press('Enter')
      expect(await field('/recipients/+1').textContent()).toContain('Đảng ủy xã')
      await press('x')
      expect(await field('/recipients/+1').count()).toBe(0)
    })

    test('leads from a message to its line', async () => {
      await page.click('.messages button')
      expect(await lit()).toBe('~ ~ dấu bưu điện ~ ~')
    })

    test('keeps everything over a reload, gives it as a file, and the file goes into the record', async () => {
      await press('Enter', 'Control+A')
      await page.keyboard.type('10/CT-UBND')
      await press('Enter', 'c')
      await page.reload()
      await page.waitForSelector('.field.active')
      expect(await field('/number').textContent()).toContain('đã sửa')
      const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')])
      const file = join(folder, 'corrections.ndjson')
      await download.saveAs(file)
      const record = JSON.parse(readFileSync(join(folder, 'records/a.json'), 'utf8'))
      const of = { correction: 'directive/1', record: 'a.json', hash: recordHash(record) }
      expect(
        readFileSync(file, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ).toEqual([
        { ...of, pointer: '/number', action: 'set', value: '10/CT-UBND', seen: markOf(record.number) },
        { ...of, pointer: '/serial', action: 'set', value: '10', seen: markOf(record.serial) },
        { ...of, pointer: '/issuer', action: 'confirm', seen: markOf(record.issuer) },
      ])

      await openPage(join(folder, 'page.html'))
      await page.setInputFiles('input[type=file]', file)
      await page.waitForSelector('#download:has-text("3")')
      expect(await page.textContent('.row:has-text("a.txt")')).toContain('10/CT-UBND')

      try {
        expect((await applyCorrections(file, join(folder, 'records'))).outcomes[0]?.result).toBe('corrected')
        await write()
        await openPage(join(folder, 'page.html'))
        await page.click('.row:has-text("10/CT-UBND")')
        await page.waitForSelector('.field')
        expect(await page.locator('section.first .field').count()).toBe(1)
        expect(await field('/number').textContent()).toContain('trước đó: "1O/CT-UBND"')
      } finally {
        writeFileSync(join(folder, 'records/a.json'), JSON.stringify(record))
        await write()
      }
    })

    test('prints one sheet of A4, with what is known and lines for what is not', async () => {
      const { pages, size, words } = await printed()
      expect(pages).toBe(1)
      expect(size).toEqual([595, 842])
      expect(words).toMatch(/PHIẾUTIN.*Sốvàkýhiệu1O\/CT-UBND\(\?\).*05\/08\/2021.*NguyễnVănMẫu\(\?\)/s)
      expect(words).not.toContain('Hoàntác')
    })

    test('speaks English when asked, and remembers', async () => {
      await page.click('#bar button[lang=en]')
      await page.waitForSelector('section.first h2:has-text("To check (3)")')
      // a browser that is kept busy writes down what a page stores a little later
      const language = async () => {
        await page.reload()
        await page.waitForSelector('#bar button[lang]')
        return page.getAttribute('html', 'lang')
      }
      await expect.poll(language, { timeout: 15_000 }).toBe('en')
    })
  })

  /** What comes out of the printer; words of its first page without the spaces. */
  async function printed(): Promise<{ pages: number; size: number[]; words: string }> {
    const pdf = await page.pdf({ preferCSSPageSize: true })
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const paper = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
    const first = await paper.getPage(1)
    const words = (await first.getTextContent()).items
      .map((item) => ('str' in item ? item.str : ''))
      .join('')
      .replace(/\s+/g, '')
      .normalize('NFC')
    return { pages: paper.numPages, size: first.view.slice(2).map(Math.round), words }
  }

  test('the list prints across, in the columns of the form, each row with the name of its file', async () => {
    const { size, words } = await printed()
    expect(size).toEqual([842, 595])
    expect(words).toMatch(/MỤCLỤCVĂNBẢN.*STTSố,kýhiệuNgàyTênloạivàtríchyếunộidungTácgiảSốtrangGhichú1/s)
    for (const name of await page.locator('.row small[title]').allTextContents())
      expect(words).toContain((name.split(' · ')[0] as string).replace(/\s+/g, '').normalize('NFC'))
  })

  /** Selects the first occurrence of words in the source, as a mouse would. */
  async function select(words: string): Promise<void> {
    await page.evaluate(`(${SELECT})(${JSON.stringify(words)})`)
    await page.waitForSelector('.picker:not([hidden])')
  }

  test('a scan shows its page with a box where each value stands', async () => {
    await page.click('.row:has-text("4/QĐ-UBND")')
    await page.waitForSelector('.box.lit')
    const frame = await page.locator('.page').boundingBox()
    const box = await page.locator('.box.lit').boundingBox()
    if (!frame || !box) throw new Error('nothing is shown')
    const scale = frame.width / 800
    expect(box.x - frame.x).toBeCloseTo(160 * scale, -1)
    expect(box.y - frame.y).toBeCloseTo(72 * scale, -1)
    expect(box.width).toBeCloseTo(160 * scale, -1)
    expect(await page.evaluate(`document.querySelector('.page img').naturalWidth`)).toBe(800)
    await page.click('.box.certain')
    expect(await active()).toBe('/type')
    await page.click('[data-do="source.zoomIn"]')
    expect((await page.locator('.page').boundingBox())?.width).toBeGreaterThan(frame.width)
    expect(await violations('color-contrast', 'button-name', 'image-alt', 'nested-interactive')).toEqual([])
  })

  test('a scan can be turned, fitted to the width and to the whole page; its boxes go with it', async () => {
    await page.click('.row:has-text("4/QĐ-UBND")')
    await page.waitForSelector('.box.lit')
    const size = async (selector: string) => {
      const box = await page.locator(selector).boundingBox()
      if (!box) throw new Error(`${selector} is not shown`)
      return box
    }
    const [upright, frame] = [await size('.page'), await size('.scan')]
    await page.click('[data-do="source.fitPage"]')
    const whole = await size('.page')
    expect([whole.height <= frame.height + 2, whole.height >= frame.height - 12]).toEqual([true, true])
    await page.click('[data-do="source.fitWidth"]')
    expect((await size('.page')).width).toBeCloseTo(upright.width, 0)
    await page.click('[data-do="source.rotate"]')
    const [turned, leaf] = [await size('.page'), await size('.leaf')]
    expect(turned.width / turned.height).toBeCloseTo(upright.height / upright.width, 1)
    for (const side of ['x', 'y', 'width', 'height'] as const) expect(turned[side]).toBeCloseTo(leaf[side], -1)
    const lit = await size('.box.lit')
    expect(lit.height).toBeGreaterThan(lit.width)
    await page.click('.box.certain')
    expect(await active()).toBe('/type')
    for (let quarter = 0; quarter < 3; quarter++) await page.click('[data-do="source.rotate"]')
    expect((await size('.page')).height).toBeCloseTo(upright.height, 0)
    await page.keyboard.press('t')
    expect(await page.textContent('.toast')).toContain('không kèm nội dung')
  })

  test('without its source a document shows the words that were read', async () => {
    await page.click('.row:has-text("77/QĐ")')
    await page.waitForSelector('.reason')
    expect(await page.textContent('.reason')).toContain('không có tệp nguồn')
    await page.click('.words .seg:has-text("XÃ SUỐI MƠ")')
    expect(await active()).toBe('/issuer')
  })

  test('hostile texts and names are texts and nothing else', async () => {
    await page.click('.row:has-text("hacked")')
    await page.waitForSelector('.field')
    expect(await field('/subject').locator('.value').textContent()).toBe(HOSTILE)
    expect(await page.textContent('.path')).toBe('<img src=x onerror=alert(1)>.txt')
    expect(await page.textContent('.text')).toContain('<img src=x onerror="window.hacked=2">')
    expect(
      await page.evaluate(`[typeof window.hacked, document.querySelectorAll('img, svg, #app script').length]`),
    ).toEqual(['undefined', 0])
    await page.pdf()
  })

  test('nothing gets in: no markup of a caller, no script, no style, no request', async () => {
    const html = readFileSync(join(folder, 'page.html'), 'utf8')
    expect(html).toContain(`content="default-src 'none'; script-src 'sha256-`)
    expect(html).not.toMatch(/unsafe|<b>tháng|https?:\/\/(?!www\.w3\.org|schemas\.(?:openxmlformats|microsoft)\.)/)
    expect(html.match(/<script>/g)).toHaveLength(1)
    const tried = await page.evaluate(INTRUDE)
    expect(tried).toEqual(expect.arrayContaining(['connect-src', 'img-src', 'trusted-types']))
    wrongs = wrongs.filter((wrong) => !/Content Security Policy|TrustedScript|example\.invalid/.test(wrong))
  })

  test('axe finds nothing, in the list, in a document with everything open, in the help, and where alike values are corrected', async () => {
    expect(await violations()).toEqual([])
    await openAll()
    await field('/subject').click()
    await select('Suối Mơ')
    await press('c', 'j', 'e')
    expect(await violations()).toEqual([])
    await press('Escape', '?')
    await page.waitForSelector('dialog[open]')
    expect(await violations()).toEqual([])
    await press('Escape')
    await askForAlike()
    expect(await violations()).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violations()).toEqual([])
  })

  /** Corrects an issuer that another document has too: the page asks whether to write it there. */
  async function askForAlike(): Promise<void> {
    await field('/issuer').click()
    await press('Enter', 'Control+A')
    await page.keyboard.type('UBND xã Suối Mơ')
    await press('Enter')
    await page.waitForSelector('dialog[open] .alike li')
  }

  test('axe finds the colours of the dark page good', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violations('color-contrast')).toEqual([])
    await openAll()
    await press('c')
    expect(await violations('color-contrast')).toEqual([])
  })

  async function openAll(): Promise<void> {
    await page.uncheck('[data-key=scope]')
    await page.click('.row:has-text("1O/CT-UBND")')
    await page.waitForSelector('.field.active')
    await page.evaluate(`for (const details of document.querySelectorAll('details')) details.open = true`)
  }

  test('5,000 documents: written, scrolled, searched and opened', async () => {
    const big = join(folder, 'big.html')
    const record = directiveRecord('a.txt')
    const report = await writeReview(many(5000, record), { output: big, sources: join(folder, 'sources') })
    expect([report.documents, report.problems.length]).toEqual([5000, 4000])
    expect(statSync(big).size).toBeLessThan(25e6)
    await openPage(big)
    expect(await page.textContent('.list > .figure')).toBe('5.000 / 5.000 văn bản')
    await page.selectOption('[data-key=sort]', 'name')
    await page.focus('.rows')
    await press('End')
    await page.waitForSelector('.row:has-text("5000")')
    expect(await page.locator('.row').count()).toBeLessThan(40)
    await press('Enter')
    await page.waitForSelector('.field.active')
    expect(await page.textContent('.place')).toBe('5.000 / 5.000')
    await press('Escape')
    await page.waitForSelector('.row.active:has-text("5000")')
    await page.fill('input[type=search]', '4321/ct')
    expect(await numbers()).toEqual(['4321/CT-UBND'])
  }, 180_000)

  /** Every fifth with its source. */
  function* many(count: number, record: DirectiveRecord) {
    for (let number = 1; number <= count; number++) {
      const source = { ...record.source, path: number % 5 === 0 ? record.source.path : null }
      const own = { ...record, number: `${number}/CT-UBND`, source }
      yield { name: `${number}.json`, record: own, hash: recordHash(own) }
    }
  }
})

test.each(Object.keys(RULES) as RuleId[])('the sentence of %s is told in the language of the page', (rule) => {
  const names = [...new Set((RULES[rule].en + RULES[rule].vi).match(/(?<=\{)\w+/g))]
  const values = Object.fromEntries(names.map((name, at) => [name, `„${at} "x"; {y}`]))
  const [en, vi] = (['en', 'vi'] as const).map((language) => diagnose(rule, values, language))
  expect(inBoth(en as Diagnostic)).toEqual({ en: en?.message, vi: vi?.message })
  expect(inBoth(vi as Diagnostic)).toEqual({ en: en?.message, vi: vi?.message })
})

test('a sentence that no rule made stays as it is', () => {
  expect(inBoth({ rule: 'number-garbled', message: 'x' })).toEqual({ en: 'x', vi: 'x' })
  expect(inBoth({ rule: 'constructor', message: 'x' })).toEqual({ en: 'x', vi: 'x' })
})

test('what cannot be written or read is said in one line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'review-'))
  mkdirSync(join(folder, 'records'))
  writeFileSync(join(folder, 'records/x.json'), '{"schema": "directive/1"}')
  writeFileSync(join(folder, 'records/y.json'), '{')
  const missing = await writeReview([], { output: join(folder, 'nowhere/page.html') })
  expect(sayProblem(missing.failure as ReviewProblem)).toBe('cannot be written: there is no such folder')
  const report = await writeReview(readRecords(join(folder, 'records')), { output: join(folder, 'page.html') })
  expect(report.failure).toEqual({ id: 'no-records' })
  expect(existsSync(join(folder, 'page.html'))).toBe(false)
  expect(report.problems.map(({ name, problem }) => [name, problem.id])).toEqual([
    ['x.json', 'no-record'],
    ['y.json', 'not-json'],
  ])
  rmSync(folder, { recursive: true })
})

test('a scan in colours, one JPEG in a PDF, has its picture; what has none says why', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'review-'))
  const paper = { create: { width: 620, height: 877, channels: 3 as const, background: '#c8102e' } }
  const made = await PDFDocument.create()
  const image = await made.embedJpg(await sharp(paper).jpeg().toBuffer())
  made.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 })
  const scan = Buffer.from(await made.save())
  const broken = Buffer.from('%PDF-1.4 cut')
  for (const [name, bytes] of [
    ['scan', scan],
    ['broken', broken],
  ] as const) {
    writeFileSync(join(folder, `${name}.pdf`), bytes)
    const record = recordOf(join(folder, `${name}.pdf`), bytes, {})
    const source = { ...record.source, format: 'pdf', ocr: { engine: 'tesseract', confidence: 90 } }
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, `${name}.json`), JSON.stringify({ ...record, source }))
  }
  const problemsOf = async (name: string, imageBytes?: number) => {
    const output = join(folder, `${name}.html`)
    const options = imageBytes === undefined ? { output } : { output, imageBytes }
    return (await writeReview(readRecords(join(folder, name)), options)).problems.map(({ problem }) => problem.id)
  }
  expect(await problemsOf('scan')).toEqual([])
  const picture = /id="i0\.0"[^>]*>([^<]+)</.exec(readFileSync(join(folder, 'scan.html'), 'utf8'))?.[1] ?? ''
  const [red, green, blue] = (await sharp(Buffer.from(picture, 'base64')).stats()).channels.map(({ mean }) => mean)
  expect([red ?? 0, green ?? 255, blue ?? 255].map((mean) => mean > 128)).toEqual([true, false, false])
  expect(await problemsOf('scan', 0)).toEqual(['no-room'])
  expect(await problemsOf('broken')).toEqual(['not-drawn'])
  rmSync(folder, { recursive: true })
})
