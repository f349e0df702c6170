/** The streams of a command, and output that knows when nobody listens any more. */
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { catchNoise, type Noise } from '../batch/noise.ts'
import { ProblemError } from '../messages.ts'

/** The part of `process` that the command uses. */
export interface Streams {
  stdin: Readable & { isTTY?: boolean }
  stdout: Writable & { isTTY?: boolean }
  stderr: Pick<Writable, 'write' | 'on' | 'off'> & { isTTY?: boolean; columns?: number }
  env: Record<string, string | undefined>
  /** What libraries print to standard error; for the streams of the process itself. */
  noise?: Noise
}

/** The streams of this process; what anybody else writes to its standard error is kept apart. */
export function processStreams(): Streams {
  const { stdin, stdout, stderr, env } = process
  const own: Streams['stderr'] = {
    write: stderr.write.bind(stderr) as Writable['write'],
    on: stderr.on.bind(stderr) as Writable['on'],
    off: stderr.off.bind(stderr) as Writable['off'],
    get isTTY() {
      return stderr.isTTY
    },
    get columns() {
      return stderr.columns
    },
  }
  return { stdin, stdout, stderr: own, env, noise: catchNoise(stderr) }
}

/** Standard output. A reader that has gone (`| head`) is no error: `closed` becomes true and writing does nothing. */
export class Output {
  closed = false
  /** Called when the reader has gone: whoever waits for more input need not. */
  onClosed = () => {}
  #failure: Error | null = null
  readonly #stream: Writable

  constructor(stream: Writable) {
    this.#stream = stream
    stream.on('error', this.#onError)
  }

  #onError = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') this.#failure = error
    this.closed = true
    this.onClosed()
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
