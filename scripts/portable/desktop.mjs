/**
 * What a double click or a drop does in the portable folder: `drop` reads documents into `bieu-ghi` beside them and opens the
 * page on which they are checked; `serve` opens that page with corrections written at once. Text in Vietnamese and English.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'

const HERE = import.meta.dirname
const COMMAND = join(HERE, 'app/bin/directive-parse.js')
const OUTPUT = 'bieu-ghi'
/** Which records were made last. */
const LAST = join(HERE, 'bieu-ghi-gan-nhat.txt')

/**
 * What was dropped, from the whole command line `cmd.exe /c ""…\directive-parse.cmd" "D:\a b.pdf" D:\c&d.pdf"`: Explorer quotes
 * only names with a space, and cmd ends its own `%*` at the `&` of `GD&ĐT.pdf`.
 */
export function droppedIn(line, starter) {
  const from = line.toLowerCase().indexOf(starter.toLowerCase())
  if (from < 0) return []
  const rest = line
    .slice(from + starter.length)
    .replace(/^"/, '')
    .replace(/"\s*$/, '')
  return [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain)
}

/**
 * Beside what was dropped. A single folder has its own place, so that two folders with equal names of files stay apart. The page
 * stands outside the records: whoever reads the records again would find it among them.
 */
export function placesOf([first, ...others]) {
  const beside = dirname(resolve(first))
  if (others.length > 0 || !isFolder(first)) return { output: join(beside, OUTPUT), page: join(beside, 'ra-soat.html') }
  const name = basename(resolve(first))
  return { output: join(beside, OUTPUT, name), page: join(beside, `ra-soat ${name}.html`) }
}

const isFolder = (path) => existsSync(path) && statSync(path).isDirectory()

function drop(paths) {
  if (paths.length === 0) {
    console.log(readFileSync(join(HERE, 'HUONG-DAN.txt'), 'utf8').replace('\uFEFF', ''))
    return 0
  }
  const { output, page } = placesOf(paths)
  const words = ['--', ...paths]
  const { status } = spawnSync(process.execPath, [COMMAND, '-o', output, '--resume', '--review', page, ...words], {
    stdio: 'inherit',
  })
  if (existsSync(page)) {
    remember(output)
    open(page)
  }
  return status ?? 1
}

/** A folder that cannot be written to, as on a locked stick, is no reason to stop. */
function remember(output) {
  try {
    writeFileSync(LAST, `${output}\n`)
  } catch {}
}

async function serve([named]) {
  const last = existsSync(LAST) ? readFileSync(LAST, 'utf8').trim() : ''
  const folder = named ?? (isFolder(last) ? last : await askForFolder())
  if (folder === '') return 0
  const server = spawn(process.execPath, [COMMAND, 'serve', folder, '--port', '0'], {
    stdio: ['inherit', 'inherit', 'pipe'],
  })
  let told = ''
  let isOpen = false
  server.stderr.on('data', (bytes) => {
    process.stderr.write(bytes)
    if (isOpen) return
    told += bytes
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(told)?.[0]
    if (url === undefined || !told.endsWith('\n')) return
    isOpen = true
    open(`${url}/`)
  })
  // Ctrl-C reaches the service too, which ends first
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => server.kill('SIGTERM'))
  return new Promise((done) => server.on('close', (code) => done(code ?? 1)))
}

async function askForFolder() {
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await asking.question(
    `Kéo thư mục biểu ghi (${OUTPUT}) vào cửa sổ này rồi nhấn Enter.\nDrag a folder of records (${OUTPUT}) into this window and press Enter.\n> `,
  )
  asking.close()
  return answer.trim().replace(/^(["'])(.*)\1$/, '$2')
}

/** In the program that the system has for it; where there is none, the page is still there. */
function open(target) {
  const program = process.platform === 'win32' ? 'explorer.exe' : 'xdg-open'
  spawn(program, [target], { stdio: 'ignore', detached: true })
    .on('error', () => console.log(`Mở bằng trình duyệt · Open in a browser: ${target}`))
    .unref()
}

async function main([task, ...words]) {
  const { DIRECTIVE_PARSE_LINE: line, DIRECTIVE_PARSE_STARTER: starter } = process.env
  const named = line && starter ? droppedIn(line, starter) : words
  process.exitCode = task === 'serve' ? await serve(named) : drop(named)
}

if (resolve(process.argv[1] ?? '') === import.meta.filename) await main(process.argv.slice(2))
