/**
 * The fast engine: the `tesseract` program as a child process, where it is installed with its Vietnamese model
 * (Debian: tesseract-ocr and tesseract-ocr-vie).
 */
import { spawn } from 'node:child_process'
import { type OcrEngine, type OcrTask, OcrTimeout, type OcrWord } from './engine.ts'

export function tesseract(): OcrEngine {
  return { name: 'tesseract', words, close: async () => {} }
}

/** Whether the program and the Vietnamese model are there. */
export async function hasTesseract(): Promise<boolean> {
  try {
    const list = await run(['--list-langs'], new Uint8Array(), 20)
    return /^vie$/m.test(list)
  } catch {
    return false
  }
}

async function words({ image, dpi, seconds }: OcrTask): Promise<OcrWord[]> {
  const options = ['stdin', 'stdout', '-l', 'vie', '--oem', '1', '--psm', '3', '--dpi', String(Math.round(dpi)), 'tsv']
  return wordsOf(await run(options, image, seconds))
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

/** Rows of TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
function wordsOf(table: string): OcrWord[] {
  const words: OcrWord[] = []
  let line = 0
  for (const row of table.split('\n').slice(1)) {
    const columns = row.split('\t')
    if (columns[0] === '4') line++
    const text = columns[11]?.trim()
    if (columns[0] !== '5' || !text) continue
    const [left, top, width, height, confidence] = columns.slice(6, 11).map(Number) as [number, number, number, number, number]
    words.push({ text, box: [left, top, left + width, top + height], confidence, line })
  }
  return words
}
