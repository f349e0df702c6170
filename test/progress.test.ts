/** What is seen while a run lasts, and at its end. */
import { spawn } from 'node:child_process'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catchNoise } from '../src/batch/noise.ts'
import { newTally } from '../src/batch/tally.ts'
import { nextSteps, quoted } from '../src/cli/next.ts'
import { Estimate } from '../src/cli/progress/estimate.ts'
import { progressLine } from '../src/cli/progress/line.ts'
import { type Moment, Run } from '../src/cli/progress/moment.ts'
import { parseDirective } from '../src/pipeline.ts'
import { recordHash } from '../src/review/records.ts'
import { runCommand, temporaryFolder } from './command.ts'
import { unless } from './needs.ts'

const MOMENT: Moment = {
  total: 31,
  files: 12,
  pages: 45,
  doubtful: 7,
  failed: 1,
  rates: { files: 0.4, pages: 1.25 },
  left: 119,
  working: [{ path: 'Hộp 01/Hồ sơ số 3/0013.pdf', page: 2, of: 5 }],
}

describe('the line of progress', () => {
  test('speaks of files and pages, rate and time left, and of what is being read', () => {
    expect(progressLine(MOMENT, 'vi', 200)).toBe(
      '[██████░░░░░░░░░░]  38 %  12/31 tệp  45 trang  1,3 trang/s  còn 2 phút  7 chỗ cần xem  1 lỗi  đang đọc Hộp 01/Hồ sơ số 3/0013.pdf, trang 2/5',
    )
    expect(progressLine(MOMENT, 'en', 200)).toContain(
      '1.3 pages/s  2 min left  7 to check  1 failed  reading Hộp 01/Hồ sơ số 3/0013.pdf, page 2/5',
    )
  })

  test.each([120, 100, 80, 60, 40])(
    'fits %i columns and keeps the number of files and the end of the name',
    (width) => {
      const line = progressLine(MOMENT, 'vi', width)
      expect([...line, '^', 'C'].length).toBeLessThan(width)
      expect(line).toContain('12/31 tệp')
      if (width >= 60) expect(line).toMatch(/đang đọc .*2\/5$/)
    },
  )

  test('says a rate by files where nothing has pages', () => {
    const moment = { ...MOMENT, pages: 0, rates: { files: 85, pages: 0 } }
    expect(progressLine(moment, 'vi', 200)).toContain('12/31 tệp  85 tệp/s')
  })
})

describe('the time left', () => {
  test('is there before anything is done, and weighs scans and texts apart', () => {
    const estimate = new Estimate(1)
    for (let file = 0; file < 100; file++) estimate.expect(`${file}.txt`, 4000)
    const texts = estimate.left([])
    estimate.expect('scan.pdf', 400_000)
    expect(estimate.left([])).toBeGreaterThan(texts)
    for (let file = 0; file < 100; file++) estimate.done(`${file}.txt`, 0.005)
    expect(estimate.left([])).toBeGreaterThan(1)
    estimate.done('scan.pdf', 12)
    expect(estimate.left([])).toBe(0)
  })

  test('grows with a file that takes longer than its kind', () => {
    const estimate = new Estimate(1)
    estimate.expect('a.pdf', 100_000)
    estimate.expect('b.pdf', 100_000)
    const before = estimate.left([{ path: 'a.pdf', share: 0, seconds: 0 }])
    expect(estimate.left([{ path: 'a.pdf', share: 0.25, seconds: 20 }])).toBeGreaterThan(before)
  })

  test('counts the pages of files that are still being read', () => {
    const run = new Run({ total: 2, workers: 1, sizes: new Map([['a.pdf', 1000]]) })
    run.begin('a.pdf')
    run.page('a.pdf', 3, 5)
    expect(run.now()).toMatchObject({ files: 0, pages: 2, working: [{ path: 'a.pdf', page: 3, of: 5 }] })
    const tally = { ...newTally(), done: 1, pages: 5 }
    run.end('a.pdf', { status: 'done', seconds: 1 }, tally)
    expect(run.now()).toMatchObject({ files: 1, pages: 5, left: 0, working: [] })
  })
})

test('what libraries print is caught, each line once', () => {
  const printed: string[] = []
  const stream = { write: (text: string) => printed.push(text) > 0 } as unknown as NodeJS.WriteStream
  const noise = catchNoise(stream)
  stream.write('Error in boxClipToRectangle: box outside rectangle\nError in pixScanForForeground: invalid box\n')
  stream.write('Error in boxClipToRectangle: box outside rectangle\n')
  expect(noise.take()).toEqual([
    'Error in boxClipToRectangle: box outside rectangle',
    'Error in pixScanForForeground: invalid box',
  ])
  expect(noise.take()).toEqual([])
  expect(printed).toEqual([])
})

test('commands to be copied are quoted for the shell', () => {
  expect(['a.txt', 'Hộp 01', 'bieu-ghi/x', 'a"b'].map(quoted)).toEqual(['a.txt', '"Hộp 01"', 'bieu-ghi/x', '"a\\"b"'])
  const text = nextSteps([{ words: ['review', 'Hộp 01'], what: 'rà soát' }], (_, vi) => vi)
  expect(text).toBe('Tiếp theo:\n  directive-parse review "Hộp 01"\n      rà soát\n')
})

const LETTER =
  'HUYỆN ỦY SUỐI NGÀN\nSố 12-CV/HU\nSuối Ngàn, ngày 05 tháng 8 năm 2021\nV/v rà soát\n\n1. Văn phòng Huyện ủy rà soát.\n\nBÍ THƯ\nVàng Seo Lử\n'

async function mixedFolder(): Promise<string> {
  const folder = join(await temporaryFolder(), 'kho')
  await mkdir(join(folder, 'nhap'), { recursive: true })
  await copyFile('demo/documents/quyet-dinh-418-quet.pdf', join(folder, 'scan.pdf'))
  for (const name of ['a.txt', 'b.txt', 'nhap/c.txt']) await writeFile(join(folder, name), LETTER)
  await writeFile(join(folder, 'a-copy.txt'), LETTER)
  await writeFile(
    join(folder, 'again.txt'),
    LETTER.replace('Số 12', 'Số  12').replace('rà soát\n\n1', 'rà soát hồ chứa\n\n1'),
  )
  await writeFile(join(folder, 'other-year.txt'), LETTER.replace('năm 2021', 'năm 2020'))
  for (const junk of ['Thumbs.db', 'desktop.ini', '~$a.docx', '.hidden.txt', '._a.txt'])
    await writeFile(join(folder, junk), 'x')
  return folder
}

describe('a folder as people have it', () => {
  test('what programs left there is skipped and counted, copies and equal numbers are named', async () => {
    const folder = await mixedFolder()
    const report = join(folder, '../report.ndjson')
    const { stderr, code } = await runCommand([
      folder,
      '--include',
      '*.txt',
      '--exclude',
      'nhap',
      '-o',
      join(folder, '../out'),
      '--report',
      report,
      '--lang',
      'vi',
    ])
    expect(code).toBe(0)
    expect(stderr).toMatch(/^ {2}đã đọc +5$/m)
    expect(stderr).toMatch(
      /^ {2}bỏ qua +7 +\(3 tệp do phần mềm để lại: Thumbs\.db, ~\$\*, trang rà soát, 2 tệp ẩn, 2 tệp theo --include, --exclude\)$/m,
    )
    expect(stderr).toMatch(/^Tệp giống hệt nhau +2\n +\S+a\.txt = \S+a-copy\.txt\n +\S+b\.txt = \S+a-copy\.txt$/m)
    expect(stderr).toMatch(/^Trùng số, ký hiệu, tác giả +1\n +\S+again\.txt = \S+a-copy\.txt$/m)
    expect(stderr).toMatch(/^Đủ số, ngày, tác giả, trích yếu +5 trong 5$/m)
    expect(stderr).toMatch(/^Tiếp theo:\n {2}directive-parse \S+out --xlsx -o muc-luc\.xlsx$/m)
    const lines = (await readFile(report, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.flatMap(({ duplicates = [] }) => duplicates.map(({ kind }: { kind: string }) => kind)).sort()).toEqual(
      ['copy', 'copy', 'number'],
    )
  })

  test('scan counts pages of scans, copies and junk, and says how long OCR will take', async () => {
    const folder = await mixedFolder()
    const { stdout } = await runCommand(['scan', folder, '--lang', 'vi', '--jobs', '1'])
    expect(stdout).toMatch(/^pdf +1 +0,1 +1 +1 +1$/m)
    expect(stdout).toMatch(/^1 trang quét: OCR bằng tesseract(\.js)? khoảng 5 giây khi chạy 1 tiến trình\.$/m)
    const asked = await runCommand(['scan', folder, '--lang', 'vi', '--jobs', '1', '--ocr-engine', 'tesseract.js'])
    expect(asked.stdout).toContain('OCR bằng tesseract.js khoảng')
    expect(stdout).toMatch(/^3 tệp giống hệt tệp khác:$/m)
    expect(stdout).toMatch(/^Bỏ qua: 3 tệp do phần mềm để lại: Thumbs\.db, ~\$\*, trang rà soát, 2 tệp ẩn\.$/m)
    expect((await runCommand(['scan', 'nope'])).stdout).toBe('')
  })

  test('scan names the encoding of a text whatever its format', async () => {
    const { stdout } = await runCommand(['scan', 'demo/documents/cong-dien-07-tcvn3.txt', '--ndjson'])
    expect(JSON.parse(stdout)).toMatchObject({ encoding: 'tcvn3', status: 'readable', scanned: 0 })
  })
})

interface Event {
  event: string
  path?: string
  page?: number
  of?: number
  files: number
  total: number
  secondsLeft: number
}

test('--progress json tells a program what is begun, read and done', async () => {
  const folder = await mixedFolder()
  const { stderr } = await runCommand([
    join(folder, 'scan.pdf'),
    join(folder, 'a.txt'),
    '-o',
    join(folder, '../out'),
    '--progress',
    'json',
  ])
  const events = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Event)
  expect(events.map(({ event }) => event)).toEqual(['start', 'begin', 'page', 'end', 'begin', 'end', 'stop', 'summary'])
  expect(events[0]).toMatchObject({ files: 0, total: 2 })
  expect(events[0]?.secondsLeft).toBeGreaterThan(0)
  expect(events[2]).toMatchObject({ path: join(folder, 'scan.pdf'), page: 1, of: 1 })
  expect(events.at(-2)).toMatchObject({ files: 2, secondsLeft: 0 })
  const told = { files: 2, done: 2, documents: 2, duplicates: { copy: 0, number: 0 }, output: join(folder, '../out') }
  expect(events.at(-1)).toMatchObject(told)
})

/** Runs the command on a terminal of its own; gives all that was written to it. Ctrl-C is typed when it shows `interruptAt`. */
function onTerminal(words: string[], typed = '', interruptAt?: RegExp): Promise<string> {
  const command = [process.execPath, 'bin/directive-parse.js', ...words].map((word) => `'${word}'`).join(' ')
  const child = spawn('script', ['-qefc', `stty cols 110; ${command}`, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  let seen = ''
  let interrupted = false
  child.stdout.on('data', (chunk) => {
    seen += chunk
    if (!interruptAt?.test(seen) || interrupted) return
    interrupted = true
    child.stdin.write('\x03')
  })
  child.stdin.write(typed)
  return new Promise((resolve) => child.once('close', () => resolve(seen)))
}

unless(process.platform === 'linux', 'needs the program script of util-linux').describe('on a terminal', () => {
  test('the line is there before the first file is done, and is gone at the end', async () => {
    const folder = await mixedFolder()
    const seen = await onTerminal([folder, '-o', join(folder, '../out'), '--lang', 'vi'])
    const first = seen.indexOf('0/7 tệp')
    expect(first).toBeGreaterThanOrEqual(0)
    expect(first).toBeLessThan(seen.indexOf('đã đọc'))
    expect(seen).toMatch(/còn \d+ (giây|phút)/)
    expect(seen).toMatch(/đang đọc \S*scan\.pdf/)
    // Until the end it is never taken away: where it is cleared, something is written.
    expect(seen.split('\r\x1b[2K').slice(1, -1)).not.toContain('')
    expect(seen.slice(seen.lastIndexOf('\x1b[2K') + 4).trimStart()).toMatch(/^Tệp +7 /)
  })

  test('a single scan shows the page that is read, and ends with a summary', async () => {
    const folder = await mixedFolder()
    const seen = await onTerminal([join(folder, 'scan.pdf'), '-o', join(folder, '../out'), '--lang', 'vi'])
    expect(seen).toMatch(/0\/1 tệp .*đang đọc \S*scan\.pdf/)
    expect(seen).toMatch(/Văn bản +1\r\n {2}Quyết định +1/)
    expect(seen).toContain('Tiếp theo:')
  })

  test('a folder without -o asks for one', async () => {
    const folder = await mixedFolder()
    const output = join(folder, '../asked')
    const seen = await onTerminal([folder, '--include', 'a.txt', '--lang', 'vi'], `${output}\n`)
    expect(seen).toContain('Ghi biểu ghi vào thư mục nào? [bieu-ghi] ')
    expect(JSON.parse(await readFile(join(output, 'a.json'), 'utf8')).number).toBe('12-CV/HU')
  })

  test.each([
    ['package', 'AIP_hoso, 7 văn bản'],
    ['pdf', '1 tệp PDF có lớp chữ'],
  ])('%s shows what it is at, and leaves nothing of it behind', async (command, ending) => {
    const folder = await mixedFolder()
    const seen = await onTerminal([command, folder, '-o', join(folder, '..', command), '--lang', 'vi'])
    expect(seen.slice(0, 60)).toMatch(/\[░+\] {3}0 % {2}0\/7 tệp/)
    expect(seen).toMatch(/6\/7 tệp .*đang đọc \S*scan\.pdf/)
    const left = seen.slice(seen.lastIndexOf('\x1b[2K'))
    expect([left.includes('đang đọc'), left.includes(ending)]).toEqual([false, true])
  })

  test('apply shows how far it is, and Ctrl-C takes the line away', async () => {
    const folder = await temporaryFolder()
    const lines = []
    for (let n = 1; n <= 300; n++) {
      const record = parseDirective(LETTER, { path: `${n}.txt` })
      await writeFile(join(folder, `${n}.json`), JSON.stringify(record))
      const value = record.issuer
      lines.push({
        correction: 'directive/1',
        record: `${n}.json`,
        hash: recordHash(record),
        pointer: '/issuer',
        action: 'confirm',
        value,
      })
    }
    const file = join(await temporaryFolder(), 'corrections.ndjson')
    await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    const seen = await onTerminal(['apply', file, folder, '--lang', 'vi'], '', /[1-9]\d*\/300 tệp/)
    expect(seen).toMatch(/còn \d+ giây/)
    const left = seen.slice(seen.lastIndexOf('\x1b[2K') + 4)
    expect([left.includes('tệp'), /Đã dừng\. Xong \d+ trên 300\./.test(left)]).toEqual([false, true])
  })

  test('review shows how far it is: a scan is done when its pages are drawn', async () => {
    const folder = await mixedFolder()
    await runCommand([folder, '-o', join(folder, '../out')])
    const seen = await onTerminal([
      'review',
      join(folder, '../out'),
      '-o',
      join(folder, '../page.html'),
      '--lang',
      'vi',
    ])
    expect(seen).toMatch(/0\/7 tệp/)
    expect(seen).toMatch(/6\/7 tệp .*đang đọc \S*scan\.json/)
    expect(seen).not.toMatch(/7\/7 tệp .*đang đọc/)
    expect(seen).toMatch(/page\.html: 7 văn bản, cần xem: \d+ giá trị mục lục, \d+ giá trị khác/)
    expect(seen).toMatch(/Tiếp theo:\r\n {2}directive-parse apply corrections\.ndjson /)
  })
})
