/** The lines of a stream, none of them longer than may be. */
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { fileProblem, ProblemError } from '../messages.ts'

export interface Line {
  /** From 1. */
  number: number
  /** Without its line end; null where it is longer than may be, and was not kept. */
  bytes: Buffer | null
  /** In bytes, of those that were not kept too. */
  size: number
}

const NEWLINE = 0x0a
const RETURN = 0x0d

/**
 * The lines of a file, or of `stdin` where the name is `-`. A line that grows beyond `most` bytes is let go while it is
 * read; the next is read all the same. Where `stdin` was destroyed (Ctrl-C, a reader that has gone) the lines end.
 *
 * @throws {ProblemError} when the file cannot be read.
 */
export async function* linesOf(name: string, stdin: Readable, most = Number.POSITIVE_INFINITY): AsyncGenerator<Line> {
  const stream = name === '-' ? stdin : createReadStream(name)
  const line = new GrowingLine(most)
  let number = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer | string>) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      let from = 0
      for (let to = bytes.indexOf(NEWLINE); to >= 0; to = bytes.indexOf(NEWLINE, from)) {
        line.add(bytes.subarray(from, to))
        yield { number: ++number, ...line.take() }
        from = to + 1
      }
      line.add(bytes.subarray(from))
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE') return
    const { id, values } = fileProblem(error, name, 'read')
    throw new ProblemError(id, values)
  }
  if (line.size > 0) yield { number: ++number, ...line.take() }
}

/** The pieces of the line that is being read. */
class GrowingLine {
  size = 0
  #pieces: Buffer[] = []
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  add(piece: Buffer): void {
    this.size += piece.length
    if (this.size <= this.#most) this.#pieces.push(piece)
    else this.#pieces = []
  }

  take(): Omit<Line, 'number'> {
    const { size } = this
    const whole = size <= this.#most ? Buffer.concat(this.#pieces) : null
    this.size = 0
    this.#pieces = []
    return { size, bytes: whole?.at(-1) === RETURN ? whole.subarray(0, -1) : whole }
  }
}

/** The paths in a list, one a line; empty lines are left out. */
export async function pathsIn(name: string, stdin: Readable): Promise<string[]> {
  const paths: string[] = []
  for await (const { bytes } of linesOf(name, stdin)) {
    const path = String(bytes).replace(/^\uFEFF/, '')
    if (path.trim() !== '') paths.push(path)
  }
  return paths
}
