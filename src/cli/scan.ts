/** `directive-parse scan DIR`: what a folder holds, before anything is converted. */
import { availableParallelism } from 'node:os'
import { findInputs } from '../batch/inputs.ts'
import { pathsIn } from '../batch/lines.ts'
import { isAnyRisky } from '../batch/risk.ts'
import { runJobs } from '../batch/run.ts'
import { type ScanLine, scanFile } from '../batch/scan.ts'
import type { Skipped } from '../batch/wanted.ts'
import { ProblemError } from '../messages.ts'
import type { ReadChoices } from '../read/options.ts'
import { type Context, EXIT } from './command.ts'
import { type OptionsOf, perFile, type readingOptions, sayIn } from './options.ts'
import { formatNumber, roughly } from './numbers.ts'
import { reasons } from './summary.ts'
import { showSteps } from './progress/steps.ts'
import { printTable } from './table.ts'

export type ScanOptions = OptionsOf<typeof readingOptions> & {
  reading: ReadChoices
  fromFile?: string
  ndjson?: true
  include?: string[]
  exclude?: string[]
}

const FEW = 50

export async function scan(folders: string[], options: ScanOptions, context: Context): Promise<void> {
  if (folders.length === 0 && options.fromFile === undefined) throw new ProblemError('no-input')
  const listed = options.fromFile === undefined ? [] : await pathsIn(options.fromFile, context.streams.stdin)
  const { inputs, problems, skipped } = await findInputs([...folders, ...listed], {
    include: options.include,
    exclude: options.exclude,
  })
  for (const problem of problems) {
    context.tell(problem)
    if (problem.id !== 'folder-empty') context.exitCode = EXIT.unread
  }
  const paths = inputs.flatMap(({ path }) => (path === null ? [] : [path]))
  const isHere = paths.length <= FEW && !(context.streams.noise && (await isAnyRisky(paths)))
  const workers = isHere ? 0 : Math.min(options.jobs ?? availableParallelism(), paths.length)
  const pool = workers > 0 ? await openPool(workers, options) : null
  const shown = await showSteps(paths, context, { quiet: options.quiet, workers: Math.max(1, workers) })
  const look = (path: string): Promise<ScanLine> => {
    shown?.begin(path)
    const task = { path, read: options.reading, language: context.language }
    return pool ? pool.scan(task).catch((error) => lostLine(path, error)) : scanFile(task)
  }
  const lines: ScanLine[] = []
  const take = async (path: string, line: ScanLine) => {
    shown?.end(path, line.status === 'unreadable' ? 'failed' : 'done')
    if (options.ndjson) shown?.clear()
    if (line.status === 'unreadable') context.exitCode = EXIT.unread
    if (options.ndjson) await context.output.write(`${JSON.stringify(line)}\n`)
    else lines.push(line)
  }
  try {
    const stopped = () => context.output.closed
    await runJobs(paths, look, take, { at: Math.max(1, workers), order: 'kept', stopped })
  } finally {
    shown?.stop()
    await pool?.close()
  }
  if (!options.ndjson && lines.length > 0) {
    const { engineInForce } = await import('../read/ocr/engines.ts')
    const engine = await engineInForce(options.reading.ocrEngine)
    const jobs = options.jobs ?? availableParallelism()
    await context.output.write(stock(lines, context) + remarks(lines, { skipped, jobs, engine }, context))
  }
}

async function openPool(workers: number, options: ScanOptions) {
  const { openPool: open } = await import('../batch/pool.ts')
  return open({ workers, ...perFile(options) })
}

function lostLine(path: string, error: unknown): ScanLine {
  const notes = [error instanceof ProblemError ? error.message : String(error)]
  return {
    path,
    status: 'unreadable',
    format: null,
    encoding: null,
    bytes: null,
    pages: null,
    scanned: 0,
    sha256: null,
    notes,
  }
}

/** By format and encoding, how many files there are and what they need; then each file that cannot be read. */
function stock(lines: ScanLine[], { language }: Context): string {
  const t = sayIn(language)
  const number = (value: number) => (value === 0 ? '' : formatNumber(value, language))
  const groups = new Map<string, ScanLine[]>()
  for (const line of lines) {
    const name = `${line.format ?? t('unknown', 'không rõ')}\t${line.encoding ?? ''}`
    const group = groups.get(name)
    if (group) group.push(line)
    else groups.set(name, [line])
  }
  const row = (name: string, group: ScanLine[]) => {
    const having = (status: ScanLine['status']) => number(group.filter((line) => line.status === status).length)
    const size = group.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0) / 1024 ** 2
    const sum = (key: 'pages' | 'scanned') => group.reduce((all, line) => all + (line[key] ?? 0), 0)
    return [
      ...name.split('\t'),
      number(group.length),
      formatNumber(size, language, 1),
      number(sum('pages')),
      number(sum('scanned')),
      having('readable'),
      having('needs-ocr'),
      having('unreadable'),
    ]
  }
  const head = [
    t('format', 'loại'),
    t('encoding', 'bảng mã'),
    t('files', 'tệp'),
    'MB',
    t('pages', 'trang'),
    t('of them scans', 'trang quét'),
    t('readable', 'đọc được'),
    t('needs OCR', 'cần OCR'),
    t('unreadable', 'không đọc được'),
  ]
  const rows = [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, group]) => row(name, group))
  const table = printTable(head, [...rows, row(`${t('all', 'tất cả')}\t`, lines)], { right: [2, 3, 4, 5, 6, 7, 8] })
  const unreadable = lines.filter(({ status }) => status === 'unreadable')
  return table + unreadable.map(({ path, notes }) => `${path}: ${notes.join(' ')}\n`).join('')
}

/** Usual seconds for a scanned page, the second looks included (one core of 2026). */
const SECONDS_A_PAGE = { 'tesseract.js': 3.5, tesseract: 3 }
const MOST_COPIES = 10

/** How long OCR will take, what is there twice, what was skipped. */
function remarks(
  lines: ScanLine[],
  { skipped, jobs, engine }: { skipped: Record<Skipped, number>; jobs: number; engine: keyof typeof SECONDS_A_PAGE },
  { language }: Context,
): string {
  const t = sayIn(language)
  const told: string[] = []
  const pages = lines.reduce((sum, { scanned }) => sum + scanned, 0)
  if (pages > 0) {
    const time = roughly((pages * SECONDS_A_PAGE[engine]) / jobs, language)
    told.push(
      t(
        `${pages} scanned pages: about ${time} of OCR by ${engine} with ${jobs} at a time.`,
        `${formatNumber(pages, language)} trang quét: OCR bằng ${engine} khoảng ${time} khi chạy ${jobs} tiến trình.`,
      ),
    )
  }
  const first = new Map<string, string>()
  const copies: string[] = []
  for (const { path, sha256 } of lines) {
    const of = first.get(sha256 ?? path)
    if (of === undefined) first.set(sha256 ?? path, path)
    else copies.push(`  ${path} = ${of}`)
  }
  if (copies.length > 0) {
    told.push(
      t(
        `${copies.length} files are equal to others:`,
        `${formatNumber(copies.length, language)} tệp giống hệt tệp khác:`,
      ),
    )
    told.push(...copies.slice(0, MOST_COPIES), ...(copies.length > MOST_COPIES ? ['  …'] : []))
  }
  const left = skipped.junk + skipped.hidden + skipped.excluded
  if (left > 0)
    told.push(`${t('Skipped', 'Bỏ qua')}: ${reasons(skipped, t, (value) => formatNumber(value, language))}.`)
  return told.map((line) => `${line}\n`).join('')
}
