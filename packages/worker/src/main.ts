#!/usr/bin/env node
/** The command: producers, workers, the state of the queue, the dead-letter list. */
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Language, say, speak, tell, UseError } from './say.ts'

const HELP_EN = `Usage: directive-parse-worker add INPUT…            documents into the queue: files, folders, s3://bucket/prefix
       directive-parse-worker work -o DIR [-- OPTIONS]  read them; OPTIONS are those of directive-parse, as --ocr never
       directive-parse-worker status                    how many jobs there are in each state, as JSON
       directive-parse-worker dead [--retry]            what could not be read and why, a line each; or try it again

  --redis <url>         default: REDIS_URL, else redis://127.0.0.1:6379
  --queue <name>        default: directives
  -o, --output <dir>    for the records: a folder, or s3://bucket/prefix
  --jobs <n>            documents at a time (default: cores)
  --root <dir>          where the paths of documents begin on this machine
  --metrics <port>      Prometheus: /metrics, and /health
  --until-empty         end when no job is left
  --stalled-seconds <n> a worker that gave no sign so long is dead, others take its jobs (default: 30)
  --program <path>      directive-parse, where it is not installed beside this package
  --lang <vi|en>
`
const HELP_VI = `Cách dùng: directive-parse-worker add ĐẦU-VÀO…           đưa văn bản vào hàng đợi: tệp, thư mục, s3://bucket/prefix
           directive-parse-worker work -o DIR [-- TÙY-CHỌN]  đọc văn bản; TÙY-CHỌN của directive-parse, ví dụ --ocr never
           directive-parse-worker status                     số việc ở từng trạng thái, dạng JSON
           directive-parse-worker dead [--retry]             những gì không đọc được và lý do, mỗi dòng một việc; hoặc thử lại

  --redis <url>         mặc định: REDIS_URL, hoặc redis://127.0.0.1:6379
  --queue <tên>         mặc định: directives
  -o, --output <dir>    nơi ghi biểu ghi: thư mục, hoặc s3://bucket/prefix
  --jobs <n>            số văn bản cùng lúc (mặc định: số lõi)
  --root <dir>          nơi đường dẫn của văn bản bắt đầu trên máy này
  --metrics <cổng>      Prometheus: /metrics, và /health
  --until-empty         kết thúc khi hết việc
  --stalled-seconds <n> worker im lặng lâu chừng đó coi như đã chết, worker khác nhận việc (mặc định: 30)
  --program <path>      directive-parse, khi không cài cạnh gói này
  --lang <vi|en>
`

const OPTIONS = {
  redis: { type: 'string', default: process.env.REDIS_URL ?? 'redis://127.0.0.1:6379' },
  queue: { type: 'string', default: 'directives' },
  output: { type: 'string', short: 'o' },
  jobs: { type: 'string', default: String(availableParallelism()) },
  root: { type: 'string' },
  metrics: { type: 'string' },
  'until-empty': { type: 'boolean', default: false },
  'stalled-seconds': { type: 'string', default: '30' },
  program: { type: 'string' },
  retry: { type: 'boolean', default: false },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

async function main(argv: readonly string[]): Promise<number> {
  const end = argv.indexOf('--')
  const [own, words] = end < 0 ? [argv, []] : [argv.slice(0, end), argv.slice(end + 1)]
  const { values, positionals } = parsed(own)
  if (values.lang === 'vi' || values.lang === 'en') speak(values.lang satisfies Language)
  const [command, ...names] = positionals
  if (values.help || command === undefined) {
    process.stdout.write(say(HELP_EN, HELP_VI))
    return values.help ? 0 : 2
  }
  const { redis, queue } = values
  const print = (value: object) => void process.stdout.write(`${JSON.stringify(value)}\n`)
  if (command === 'add') {
    if (names.length === 0) throw new UseError(say('add: name files or folders', 'add: hãy nêu tệp hoặc thư mục'))
    print(await (await import('./add.ts')).add(names, { redis, queue }))
  } else if (command === 'status') {
    const { countsOf, withQueue } = await import('./queue.ts')
    print(await withQueue({ redis, queue }, countsOf))
  } else if (command === 'dead') {
    await (await import('./dead.ts')).deadLetters({ redis, queue }, values.retry, print)
  } else if (command === 'work') {
    if (values.output === undefined) throw new UseError(say('work: needs -o', 'work: cần -o'))
    await (await import('./work.ts')).work({
      redis,
      queue,
      words,
      output: values.output,
      jobs: count('--jobs', values.jobs),
      program: values.program ?? installedProgram(),
      root: values.root,
      metricsPort: values.metrics === undefined ? undefined : count('--metrics', values.metrics),
      untilEmpty: values['until-empty'],
      stalledSeconds: count('--stalled-seconds', values['stalled-seconds']),
    })
  } else throw new UseError(say(`${command}: no such command; see --help`, `${command}: không có lệnh này; xem --help`))
  return 0
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new UseError((error as Error).message)
  }
}

function count(option: string, value: string): number {
  if (/^[1-9]\d*$/.test(value)) return Number(value)
  throw new UseError(say(`${option}: expected a number, not ${value}`, `${option}: cần một số, không phải ${value}`))
}

/** The command of the package beside this one; else the one on the path. */
function installedProgram(): string {
  try {
    const manifest = createRequire(import.meta.url).resolve('directive-parse/package.json')
    return join(dirname(manifest), 'bin/directive-parse.js')
  } catch {
    return 'directive-parse'
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: Error) => {
    tell(error.message, error.message)
    process.exit(error instanceof UseError ? 2 : 1)
  },
)
