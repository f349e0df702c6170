/**
 * `directive-parse` as a filter: a child that reads documents, line in, line out. A document that kills or holds up its
 * reader costs that document; the worker, and what else it has in hand, go on.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export type Answer = Record<string, unknown> & { error?: { rule: string; message: string } }

interface Waiting {
  resolve(answer: Answer): void
  reject(error: Error): void
}

export class Filter {
  #child: ChildProcess | null = null
  readonly #waiting = new Map<string, Waiting>()
  readonly #command: string[]

  /** @param words for the command besides those that make it a filter. */
  constructor(program: string, jobs: number, words: readonly string[]) {
    const command = /\.[cm]?js$/.test(program) ? [process.execPath, program] : [program]
    this.#command = [
      ...command,
      '--from-ndjson',
      '-',
      '--unordered',
      '--jobs',
      String(jobs),
      '--quiet',
      '--no-config',
      ...words,
    ]
  }

  /** @throws when the child ended before it answered. */
  async ask(id: string, line: object): Promise<Answer> {
    const child = this.#running()
    const answer = new Promise<Answer>((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
    child.stdin?.write(`${JSON.stringify({ id, ...line })}\n`)
    return answer
  }

  /** Lets the child finish what it has, and waits for its end. */
  async end(): Promise<void> {
    const child = this.#child
    if (child === null) return
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.stdin?.end()
    await ended
  }

  #running(): ChildProcess {
    if (this.#child !== null) return this.#child
    const [program, ...words] = this.#command as [string, ...string[]]
    // A group of its own: Ctrl-C is for the worker, which lets it finish.
    const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'ignore'], detached: true })
    this.#child = child
    child.stdin?.on('error', () => {})
    child.on('error', (error) => this.#ended(error))
    child.on('close', (code, signal) => this.#ended(new Error(`directive-parse ended (${signal ?? code})`)))
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => this.#answer(line))
    return child
  }

  #answer(line: string): void {
    const { id, ...answer } = JSON.parse(line)
    this.#waiting.get(id)?.resolve(answer)
    this.#waiting.delete(id)
  }

  #ended(error: Error): void {
    this.#child = null
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of waiting) reject(error)
  }
}
