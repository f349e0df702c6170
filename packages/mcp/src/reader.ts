/**
 * Documents become records in a `directive-parse` of its own, line in, line out: a document that kills or holds up its
 * reader costs that document, and several are read at a time.
 */
import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { DirectiveRecord } from 'directive-parse'
import { ToolFailure } from './failure.ts'
import type { Program } from './program.ts'
import { say } from './say.ts'

/** A file by its bytes and the name under which it is told of, or a text. */
export type Source = { base64: string; name: string } | { text: string }

interface Waiting {
  resolve(records: DirectiveRecord[]): void
  reject(error: Error): void
}

type Line = { id: number; error?: { rule: string; message: string }; records?: DirectiveRecord[] }

export class Reader {
  readonly #program: Program
  readonly #words: string[]
  readonly #waiting = new Map<number, Waiting>()
  #child: ChildProcess | null = null
  #last = 0

  /** @param words for the command besides those that make it a filter. */
  constructor(program: Program, words: readonly string[]) {
    this.#program = program
    this.#words = ['--from-ndjson', '-', '--unordered', '--split', 'auto', '--quiet', '--no-config', ...words]
  }

  /**
   * The records of all documents that a source holds.
   *
   * @throws {ToolFailure} with the rule under which it could not be read.
   */
  async records(source: Source): Promise<DirectiveRecord[]> {
    const child = this.#running()
    const id = ++this.#last
    const answer = new Promise<DirectiveRecord[]>((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
    child.stdin?.write(`${JSON.stringify({ id, ...source })}\n`)
    return answer
  }

  #running(): ChildProcess {
    if (this.#child !== null) return this.#child
    const child = this.#program.start(this.#words)
    this.#child = child
    child.stderr?.resume()
    child.on('error', () => this.#ended())
    child.on('close', () => this.#ended())
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => this.#answer(line))
    return child
  }

  #answer(line: string): void {
    const { id, ...answer } = JSON.parse(line) as Line
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (answer.error) waiting?.reject(failureOf(answer.error))
    else waiting?.resolve(answer.records ?? [answer as unknown as DirectiveRecord])
  }

  #ended(): void {
    this.#child = null
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of waiting) {
      const message = say('the process that read it ended before it was done', 'tiến trình đọc bị dừng giữa chừng')
      reject(new ToolFailure('worker-died', message))
    }
  }
}

/** A text has no name: the command calls it by where it came from. */
function failureOf({ rule, message }: { rule: string; message: string }): ToolFailure {
  return new ToolFailure(rule, message.replace(/^stdin(?::\d+)?: /, ''))
}
