/**
 * The fast engine: the `tesseract` program as a child process, where it is installed (Debian: tesseract-ocr),
 * with the model of this package.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OcrEngine, type OcrTask, OcrTimeout, type OcrWord, SEGMENTATION } from './engine.ts'
import { wordsOfHocr } from './hocr.ts'
import { MODEL, modelFolder } from './model.ts'
import { pgmHeader } from './raster.ts'

export function tesseract(): OcrEngine {
  return { name: 'tesseract', words, close: async () => {} }
}

/** Whether the program is there, in a version with neural networks (4 or later), and takes the model. */
export async function hasTesseract(): Promise<boolean> {
  try {
    const list = await run([...WITH_MODEL, '--list-langs'], 20)
    return list.split('\n').includes(MODEL)
  } catch {
    return false
  }
}

const WITH_MODEL = ['--tessdata-dir', modelFolder()]
const HOCR = ['-c', 'tessedit_create_hocr=1', '-c', 'hocr_char_boxes=1']

async function words({ image, dpi, layout, seconds }: OcrTask): Promise<OcrWord[]> {
  const page = ['--psm', SEGMENTATION[layout], '--dpi', String(Math.round(dpi))]
  const options = ['stdout', ...WITH_MODEL, '-l', MODEL, '--oem', '1', ...page, ...HOCR]
  const input = [pgmHeader(image), image.pixels]
  const file = await namelessFile(input)
  if (!file) return wordsOfHocr(await run(['stdin', ...options], seconds, { input }))
  try {
    return wordsOfHocr(await run([`/dev/fd/${FILE}`, ...options], seconds, { file: file.fd }))
  } finally {
    await file.close()
  }
}

/** The number under which the program has the file. */
const FILE = 3

/**
 * A file that holds an image and has no name any more: nothing of a page is left behind, however this program ends. From a pipe
 * the program takes an image letter by letter, in a tenth of the time that it takes to read the page. Null where there is no such file.
 */
async function namelessFile(parts: readonly Uint8Array[]): Promise<FileHandle | null> {
  if (!existsSync('/proc/self/fd')) return null
  const path = join(tmpdir(), `directive-parse-${randomUUID()}`)
  let file: FileHandle | undefined
  try {
    file = await open(path, 'wx+', 0o600)
    await unlink(path)
    for (const part of parts) await file.writeFile(part)
    return file
  } catch {
    await file?.close()
    return null
  }
}

/** Runs the program on `input`, or on a file that is open; it is killed when its time is over. */
function run(
  options: string[],
  seconds: number,
  { input = [], file }: { input?: readonly Uint8Array[]; file?: number } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    // More than one thread makes it five times slower on busy machines.
    const child = spawn('tesseract', options, {
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      stdio: ['pipe', 'pipe', 'pipe', file ?? 'ignore'],
    }) as ChildProcessWithoutNullStreams
    const output: Buffer[] = []
    let complaint = ''
    let late = false
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, seconds * 1000)
    child.stdout.on('data', (data: Buffer) => output.push(data))
    child.stderr.on('data', (data: Buffer) => {
      if (complaint.length < 2000) complaint += data
    })
    // A program that ends early closes its input; that is told by its exit code.
    child.stdin.on('error', () => {})
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      if (late) reject(new OcrTimeout())
      else if (code === 0) resolve(Buffer.concat(output).toString('utf8'))
      else reject(new Error(`tesseract: ${complaint.trim().split('\n').at(-1) ?? code}`))
    })
    for (const part of input) child.stdin.write(part)
    child.stdin.end()
  })
}
