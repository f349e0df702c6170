/** `directive-parse scan DIR`: what a folder holds, before anything is converted. */
import { availableParallelism } from 'node:os'
import { findInputs } from '../batch/inputs.ts'
import { runJobs } from '../batch/run.ts'
import { type ScanLine, scanFile } from '../batch/scan.ts'
import { ProblemError } from '../messages.ts'
import type { ReadChoices } from '../read/options.ts'
import { type Context, EXIT } from './command.ts'
import { type OptionsOf, type readingOptions, SECONDS_PER_FILE, sayIn } from './options.ts'
import { formatNumber } from './progress.ts'
import { printTable } from './table.ts'

export type ScanOptions = OptionsOf<typeof readingOptions> & { reading: ReadChoices; ndjson?: true }

const FEW = 50

export async function scan(folders: string[], options: ScanOptions, context: Context): Promise<void> {
  const { inputs, problems } = await findInputs(folders)
  for (const problem of problems) {
    context.tell(problem)
    if (problem.id !== 'folder-empty') context.exitCode = EXIT.unread
  }
  const paths = inputs.flatMap(({ path }) => (path === null ? [] : [path]))
  const workers = paths.length > FEW ? Math.min(options.jobs ?? availableParallelism(), paths.length) : 0
  const pool = workers > 0 ? await openPool(workers, options) : null
  const look = (path: string): Promise<ScanLine> => {
    const task = { path, read: options.reading, language: context.language }
    return pool ? pool.scan(task).catch((error) => lostLine(path, error)) : scanFile(task)
  }
  const lines: ScanLine[] = []
  const take = async (_: string, line: ScanLine) => {
    if (line.status === 'unreadable') context.exitCode = EXIT.unread
    if (options.ndjson) await context.output.write(`${JSON.stringify(line)}\n`)
    else lines.push(line)
  }
  try {
    const stopped = () => context.output.closed
    await runJobs(paths, look, take, { at: Math.max(1, workers), order: 'kept', stopped })
  } finally {
    await pool?.close()
  }
  if (!options.ndjson) await context.output.write(stock(lines, context))
}

async function openPool(workers: number, options: ScanOptions) {
  const { openPool: open } = await import('../batch/pool.ts')
  return open({ workers, secondsPerFile: options.fileSeconds ?? SECONDS_PER_FILE })
}

function lostLine(path: string, error: unknown): ScanLine {
  const notes = [error instanceof ProblemError ? error.message : String(error)]
  return { path, status: 'unreadable', format: null, encoding: null, bytes: null, pages: null, notes }
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
    const pages = group.reduce((sum, line) => sum + (line.pages ?? 0), 0)
    return [
      ...name.split('\t'),
      number(group.length),
      size.toFixed(1),
      number(pages),
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
    t('readable', 'đọc được'),
    t('needs OCR', 'cần OCR'),
    t('unreadable', 'không đọc được'),
  ]
  const rows = [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, group]) => row(name, group))
  const table = printTable(head, [...rows, row(`${t('all', 'tất cả')}\t`, lines)], { right: [2, 3, 4, 5, 6, 7] })
  const unreadable = lines.filter(({ status }) => status === 'unreadable')
  return table + unreadable.map(({ path, notes }) => `${path}: ${notes.join(' ')}\n`).join('')
}
