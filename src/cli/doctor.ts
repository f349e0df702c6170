/** `directive-parse doctor`: what is there to read with, and what would be missed. */
import { execFile } from 'node:child_process'
import { accessSync, constants, statfsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism, freemem, platform, release, tmpdir, totalmem } from 'node:os'
import { promisify } from 'node:util'
import manifest from '../../package.json' with { type: 'json' }
import { modelFolder } from '../read/ocr/model.ts'
import { READ_LIMITS } from '../read/options.ts'
import { type Context, EXIT } from './command.ts'
import { formatNumber } from './numbers.ts'
import { MEMORY_PER_FILE, type Say, SECONDS_PER_FILE, sayIn } from './options.ts'

interface Check {
  what: string
  /** Good, to be minded, or wrong. */
  state: 'yes' | 'no' | 'broken'
  told: string
}

const SIGNS = { yes: '✓', no: '–', broken: '✗' } as const
const load = createRequire(import.meta.url)
const run = promisify(execFile)

export async function doctor(context: Context): Promise<void> {
  const t = sayIn(context.language)
  const sections: [string, Check[]][] = [
    [t('System', 'Hệ thống'), system(t, context)],
    [t('Reading', 'Đọc tệp'), [embeddedOcr(t), await installedOcr(t), pictures(t), pages(t)]],
    [t('Limits (options)', 'Giới hạn (tùy chọn)'), limits(t, context)],
  ]
  for (const [title, checks] of sections) {
    const width = Math.max(...checks.map(({ what }) => [...what].length))
    await context.output.write(`${title}\n`)
    for (const { what, state, told } of checks) {
      await context.output.write(`  ${SIGNS[state]} ${what}${' '.repeat(width - [...what].length)}  ${told}\n`)
    }
  }
  if (sections.some(([, checks]) => checks.some(({ state }) => state === 'broken'))) context.exitCode = EXIT.unread
}

function system(t: Say, { language }: Context): Check[] {
  const gigabytes = (bytes: number) => `${formatNumber(bytes / 1024 ** 3, language, 1)} GB`
  const jobs = availableParallelism()
  const space = spaceOf(tmpdir())
  return [
    { what: 'directive-parse', state: 'yes', told: manifest.version },
    {
      what: 'Node',
      state: Number(process.versions.node.split('.')[0]) >= 20 ? 'yes' : 'broken',
      told: `${process.version} (${t('20 or later', 'từ 20 trở lên')})`,
    },
    { what: t('system', 'hệ điều hành'), state: 'yes', told: `${platform()} ${release()} ${process.arch}` },
    {
      what: t('language', 'ngôn ngữ'),
      state: 'yes',
      told: language === 'vi' ? 'tiếng Việt (--lang en: English)' : 'English (--lang vi: tiếng Việt)',
    },
    {
      what: t('memory', 'bộ nhớ'),
      state: freemem() > jobs * WORKER ? 'yes' : 'no',
      told: t(
        `${gigabytes(freemem())} free of ${gigabytes(totalmem())}`,
        `còn ${gigabytes(freemem())} trong ${gigabytes(totalmem())}`,
      ),
    },
    {
      what: t('processes', 'tiến trình'),
      state: 'yes',
      told: t(`${jobs} files at a time (--jobs)`, `${jobs} tệp cùng lúc (--jobs)`),
    },
    ...(space === null
      ? []
      : [
          {
            what: t('disk', 'đĩa tạm'),
            state: 'yes' as const,
            told: t(`${gigabytes(space)} free in ${tmpdir()}`, `còn ${gigabytes(space)} ở ${tmpdir()}`),
          },
        ]),
  ]
}

/** What a worker takes while it recognises a page, in bytes. */
const WORKER = 400 * 1024 ** 2

function spaceOf(folder: string): number | null {
  try {
    accessSync(folder, constants.W_OK)
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

function embeddedOcr(t: Say): Check {
  const what = 'tesseract.js'
  const engine = versionOf('tesseract.js')
  if (engine === null || !hasModel()) {
    return {
      what,
      state: 'broken',
      told: t('missing: install the package anew (npm install)', 'thiếu: hãy cài lại gói (npm install)'),
    }
  }
  return {
    what,
    state: 'yes',
    told: t(
      `${engine}, with the Vietnamese model of this package: reads scans, no network`,
      `${engine}, với dữ liệu tiếng Việt của gói này: đọc bản quét, không cần mạng`,
    ),
  }
}

function hasModel(): boolean {
  try {
    return modelFolder() !== ''
  } catch {
    return false
  }
}

async function installedOcr(t: Say): Promise<Check> {
  const what = 'tesseract'
  const hint = 'apt install tesseract-ocr'
  const missing: Check = {
    what,
    state: 'no',
    told: t(`not installed; not needed, but faster: ${hint}`, `chưa cài; không bắt buộc nhưng nhanh hơn: ${hint}`),
  }
  try {
    const { stdout } = await run('tesseract', ['--version'])
    const told = stdout.split('\n', 1)[0]?.replace('tesseract ', '') ?? ''
    const { hasTesseract } = await import('../read/ocr/tesseract.ts')
    if (await hasTesseract())
      return {
        what,
        state: 'yes',
        told: t(`${told}: faster, read with by default`, `${told}: nhanh hơn, được dùng mặc định`),
      }
    return {
      what,
      state: 'no',
      told: t(`${told} is too old, expected 4 or later: ${hint}`, `${told} đã quá cũ, cần bản 4 trở lên: ${hint}`),
    }
  } catch {
    return missing
  }
}

function pictures(t: Say): Check {
  return native('sharp', 'sharp', t, t('pictures (PNG, JPEG, TIFF, WebP)', 'ảnh (PNG, JPEG, TIFF, WebP)'))
}

function pages(t: Say): Check {
  return native('@napi-rs/canvas', 'canvas', t, t('pages of PDF files', 'trang của tệp PDF'))
}

/** A package with a native part, which installations without optional dependencies miss. */
function native(name: string, what: string, t: Say, use: string): Check {
  try {
    const { versions } = load(name) as { versions?: { sharp?: string } }
    return { what, state: 'yes', told: `${versions?.sharp ?? versionOf(name)}: ${use}` }
  } catch {
    return {
      what,
      state: 'broken',
      told: t(
        `cannot be loaded, needed for ${use}: npm install --include=optional`,
        `không nạp được, cần cho ${use}: npm install --include=optional`,
      ),
    }
  }
}

function versionOf(name: string): string | null {
  try {
    return (load(`${name}/package.json`) as { version: string }).version
  } catch {
    return null
  }
}

function limits(t: Say, { language }: Context): Check[] {
  const number = (value: number) => formatNumber(value, language)
  const { bytes, pages, pixels, secondsPerPage, unpackedBytes, drawnBytes, nesting } = READ_LIMITS
  const megabytes = (value: number) => `${number(value / 1024 ** 2)} MB`
  const rows: [string, string][] = [
    ['--max-bytes', megabytes(bytes)],
    ['--max-pages', number(pages)],
    ['--max-pixels', number(pixels)],
    ['--page-seconds', `${number(secondsPerPage)} ${t('s', 'giây')}`],
    ['--file-seconds', `${number(SECONDS_PER_FILE)} ${t('s', 'giây')}`],
    ['--file-memory', megabytes(MEMORY_PER_FILE)],
    ['--max-unpacked', megabytes(unpackedBytes)],
    ['--max-drawn', megabytes(drawnBytes)],
    ['--max-nesting', number(nesting)],
  ]
  return rows.map(([what, told]) => ({ what, state: 'yes', told }))
}
