/** The streams of a command, and output that knows when nobody listens any more. */
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { ProblemError } from '../messages.ts'

/** The part of `process` that the command uses. */
export interface Streams {
  stdin: Readable & { isTTY?: boolean }
  stdout: Writable & { isTTY?: boolean }
  stderr: Writable & { isTTY?: boolean; columns?: number }
  env: Record<string, string | undefined>
}

/** Standard output. A reader that has gone (`| head`) is no error: `closed` becomes true and writing does nothing. */
export class Output {
  closed = false
  #failure: Error | null = null
  readonly #stream: Writable

  constructor(stream: Writable) {
    this.#stream = stream
    stream.on('error', this.#onError)
  }

  #onError = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') this.#failure = error
    this.closed = true
  }

  /** Resolves when the stream takes more. */
  async write(data: string | Uint8Array): Promise<void> {
    if (this.closed) return this.#check()
    if (!this.#stream.write(data) && !this.closed) await once(this.#stream, 'drain').catch(() => {})
    this.#check()
  }

  /** Waits until everything has left the process; a full disk behind a redirection shows here at the latest. */
  async end(): Promise<void> {
    if (!this.closed) await new Promise<void>((resolve) => this.#stream.write('', () => resolve()))
    this.#stream.off('error', this.#onError)
    this.#check()
  }

  #check() {
    if (this.#failure) throw new ProblemError('cannot-write', { path: 'stdout', reason: this.#failure.message })
  }
}
