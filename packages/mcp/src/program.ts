/** `directive-parse` itself: its library, for what is asked often; its command, for what may take long or fail. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import type * as DirectiveParse from 'directive-parse'
import { ToolFailure } from './failure.ts'
import { say, UseError } from './say.ts'

export type Library = typeof DirectiveParse

export interface RunChoices {
  /** Lines of standard input. */
  input?: readonly string[]
  onLine: (line: string) => void
  signal: AbortSignal
  /** After so many the command is ended. */
  seconds?: number
}

export class Program {
  readonly library: Library
  readonly #path: string
  readonly #children = new Set<ChildProcess>()

  private constructor(path: string, library: Library) {
    this.#path = path
    this.library = library
  }

  /**
   * @param path of `bin/directive-parse.js`, where it is not installed beside this package.
   * @throws {UseError} where there is none.
   */
  static async open(path = installed()): Promise<Program> {
    if (path === null || !existsSync(path))
      throw new UseError(
        say(
          'directive-parse is not installed beside this package: npm install --global directive-parse',
          'chưa cài directive-parse cạnh gói này: npm install --global directive-parse',
        ),
      )
    const real = realpathSync(path)
    const library = createRequire(join(dirname(real), '../package.json')).resolve('directive-parse')
    return new Program(real, await import(pathToFileURL(library).href))
  }

  /** The command, running, away from any folder whose configuration it would take. */
  start(words: readonly string[]): ChildProcess {
    const child = spawn(process.execPath, [this.#path, ...words], {
      stdio: ['pipe', 'pipe', 'pipe'],
      cwd: dirname(this.#path),
    })
    this.#children.add(child)
    child.once('close', () => this.#children.delete(child))
    child.stdin?.on('error', () => {})
    return child
  }

  /** Its exit code and what it said on standard error. */
  async run(words: readonly string[], choices: RunChoices): Promise<{ code: number | null; said: string }> {
    const { input = [], onLine, signal, seconds } = choices
    signal.throwIfAborted()
    const child = this.start(words)
    const end = () => void child.kill('SIGKILL')
    signal.addEventListener('abort', end)
    let overlong = false
    const giveUp = () => {
      overlong = true
      end()
    }
    const clock = seconds === undefined ? undefined : setTimeout(giveUp, seconds * 1000)
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(0, MOST_SAID)
    })
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', onLine)
    const read = new Promise((resolve) => lines.once('close', resolve))
    const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
    child.stdin?.end(input.map((line) => `${line}\n`).join(''))
    try {
      const [code] = await Promise.all([ended, read])
      if (overlong) throw overlongAfter(seconds as number)
      signal.throwIfAborted()
      return { code, said }
    } finally {
      clearTimeout(clock)
      signal.removeEventListener('abort', end)
    }
  }

  /** Ends all that is running. */
  stop(): void {
    for (const child of this.#children) child.kill('SIGKILL')
  }
}

const MOST_SAID = 10_000

function overlongAfter(seconds: number): ToolFailure {
  return new ToolFailure(
    'worker-overlong',
    say(
      `not done after ${seconds} s and given up (--file-seconds)`,
      `sau ${seconds} giây vẫn chưa xong nên bỏ qua (--file-seconds)`,
    ),
  )
}

function installed(): string | null {
  try {
    const manifest = createRequire(import.meta.url).resolve('directive-parse/package.json')
    return join(dirname(manifest), 'bin/directive-parse.js')
  } catch {
    return null
  }
}
