/**
 * The fast engine: the `tesseract` program as a child process, where it is installed (Debian: tesseract-ocr),
 * with the model of this package.
 */
import { spawn } from 'node:child_process'
import { type OcrEngine, type OcrTask, OcrTimeout, type OcrWord, SEGMENTATION } from './engine.ts'
import { wordsOfHocr } from './hocr.ts'
import { MODEL, modelFolder } from './model.ts'
import { asPgm } from './raster.ts'

export function tesseract(): OcrEngine {
  return { name: 'tesseract', words, close: async () => {} }
}

/** Whether the program is there, in a version with neural networks (4 or later), and takes the model. */
export async function hasTesseract(): Promise<boolean> {
  try {
    const list = await run([...WITH_MODEL, '--list-langs'], new Uint8Array(), 20)
    return list.split('\n').includes(MODEL)
  } catch {
    return false
  }
}

const WITH_MODEL = ['--tessdata-dir', modelFolder()]
const HOCR = ['-c', 'tessedit_create_hocr=1', '-c', 'hocr_char_boxes=1']

async function words({ image, dpi, layout, seconds }: OcrTask): Promise<OcrWord[]> {
  const page = ['--psm', SEGMENTATION[layout], '--dpi', String(Math.round(dpi))]
  const options = ['stdin', 'stdout', ...WITH_MODEL, '-l', MODEL, '--oem', '1', ...page, ...HOCR]
  return wordsOfHocr(await run(options, asPgm(image), seconds))
}

/** Runs the program on `input`; it is killed when its time is over. */
function run(options: string[], input: Uint8Array, seconds: number): Promise<string> {
  return new Promise((resolve, reject) => {
    // More than one thread makes it five times slower on busy machines.
    const child = spawn('tesseract', options, {
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
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
    child.stdin.end(input)
  })
}
