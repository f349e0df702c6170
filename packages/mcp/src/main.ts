#!/usr/bin/env node
/** The command: a server on standard input and output, for one folder. */
import { createRequire } from 'node:module'
import { parseArgs } from 'node:util'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { Program } from './program.ts'
import { Reader } from './reader.ts'
import { Root } from './root.ts'
import { say, speak, spoken, UseError } from './say.ts'
import { Secrecy } from './secrecy.ts'
import { createServer } from './server.ts'

const HELP_EN = `Usage: directive-parse-mcp --root DIR    an MCP server on standard input and output

  --root <dir>          the folder that agents see; nothing outside of it is read, and nothing is written
  --secret-documents    shows what bears a mark of secrecy too; only where agent and model may see it by law
  --max-bytes <size>    largest file or text (64M)
  --file-seconds <n>    seconds for one document (120)
  --ocr <mode>          auto | always | never, as of directive-parse
  --jobs <n>            documents at a time (2)
  --lang <vi|en>        of messages and diagnostics
  --program <path>      bin/directive-parse.js, where it is not installed beside this package
`
const HELP_VI = `Cách dùng: directive-parse-mcp --root THƯ-MỤC    máy chủ MCP qua luồng vào ra chuẩn (stdio)

  --root <thư mục>      thư mục cho tác tử xem; không đọc gì ngoài thư mục này, không ghi gì
  --secret-documents    cho xem cả văn bản có dấu độ mật; chỉ dùng khi tác tử và mô hình được phép theo luật
  --max-bytes <cỡ>      dung lượng tối đa của tệp hoặc văn bản (64M)
  --file-seconds <n>    thời gian tối đa mỗi văn bản, giây (120)
  --ocr <chế độ>        auto | always | never, như của directive-parse
  --jobs <n>            số văn bản cùng lúc (2)
  --lang <vi|en>        ngôn ngữ của thông báo và cảnh báo
  --program <path>      bin/directive-parse.js, khi không cài cạnh gói này
`

const OPTIONS = {
  root: { type: 'string' },
  'secret-documents': { type: 'boolean', default: false },
  'max-bytes': { type: 'string', default: '64M' },
  'file-seconds': { type: 'string', default: '120' },
  ocr: { type: 'string' },
  jobs: { type: 'string', default: '2' },
  lang: { type: 'string' },
  program: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** JSON may write a byte of a text as four; besides there is the message around it. */
const MESSAGE = { each: 4, more: 64 * 1024 }

async function main(args: readonly string[]): Promise<void> {
  const values = parsed(args)
  if (values.lang === 'vi' || values.lang === 'en') speak(values.lang)
  else if (values.lang !== undefined) throw new UseError(say('--lang: vi or en', '--lang: vi hoặc en'))
  if (values.help) return void process.stdout.write(say(HELP_EN, HELP_VI))
  if (values.root === undefined) throw new UseError(say(HELP_EN, HELP_VI).trimEnd())
  const limits = {
    bytes: sizeOf('--max-bytes', values['max-bytes']),
    seconds: countOf('--file-seconds', values['file-seconds']),
  }
  const jobs = countOf('--jobs', values.jobs)
  const root = await Root.at(values.root)
  const program = await Program.open(values.program)
  const ocr = ocrIn(values.ocr, program)
  const reading = ['--max-bytes', `${limits.bytes}`, '--file-seconds', `${limits.seconds}`, '--jobs', `${jobs}`]
  const reader = new Reader(program, [...reading, ...ocr, '--lang', spoken()])
  const secrecy = new Secrecy(program.library, values['secret-documents'])
  const { version } = createRequire(import.meta.url)('../package.json')
  const server = createServer({ root, program, reader, secrecy, limits, reading }, version)
  const stop = () => {
    program.stop()
    server.close().finally(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  process.stdin.on('end', stop).on('close', stop)
  const maxBufferSize = limits.bytes * MESSAGE.each + MESSAGE.more
  await server.connect(new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize }))
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values
  } catch (error) {
    throw new UseError((error as Error).message)
  }
}

function countOf(option: string, value: string): number {
  if (/^[1-9]\d*$/.test(value)) return Number(value)
  throw new UseError(say(`${option}: expected a number, not ${value}`, `${option}: cần một số, không phải ${value}`))
}

const UNITS: Record<string, number> = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 }

function sizeOf(option: string, value: string): number {
  const [, digits, unit = ''] = /^([1-9]\d*)([KMG]?)$/i.exec(value) ?? []
  if (digits !== undefined) return Number(digits) * (UNITS[unit.toUpperCase()] as number)
  throw new UseError(say(`${option}: expected a size, as 64M, not ${value}`, `${option}: cần một cỡ, ví dụ 64M`))
}

function ocrIn(mode: string | undefined, { library: { OCR_MODES } }: Program): string[] {
  if (mode === undefined) return []
  if ((OCR_MODES as readonly string[]).includes(mode)) return ['--ocr', mode]
  throw new UseError(`--ocr: ${OCR_MODES.join(' | ')}`)
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`directive-parse-mcp: ${error instanceof UseError ? error.message : error.stack}\n`)
  process.exit(error instanceof UseError ? 2 : 1)
})
