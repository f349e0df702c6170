/** Inputs that come as lines: a list of paths, or texts as NDJSON. */
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { fileProblem, type Problem, ProblemError } from '../messages.ts'

/** The lines of a file, or of `stdin` where the name is `-`. */
export async function* linesOf(name: string, stdin: Readable): AsyncGenerator<string> {
  // loaded when there are lines: a single file shall not wait for it
  const { createInterface } = await import('node:readline')
  const stream = name === '-' ? stdin : createReadStream(name)
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) yield line
  } catch (error) {
    const { id, values } = fileProblem(error, name, 'read')
    throw new ProblemError(id, values)
  }
}

/** The paths in a list, one a line; empty lines are left out. */
export async function pathsIn(name: string, stdin: Readable): Promise<string[]> {
  const paths: string[] = []
  for await (const line of linesOf(name, stdin)) if (line.trim() !== '') paths.push(line.replace(/^\uFEFF/, ''))
  return paths
}

export interface TextLine {
  path: string | null
  text: string
}

/** `{"path": "a.txt", "text": "…"}`, one a line. A line that is something else is a problem, and the next is read. */
export async function* textsIn(
  name: string,
  stdin: Readable,
  tell: (problem: Problem) => void,
): AsyncGenerator<TextLine> {
  let number = 0
  for await (const line of linesOf(name, stdin)) {
    number++
    if (line.trim() === '') continue
    try {
      const { path = null, text } = JSON.parse(line.replace(/^\uFEFF/, ''))
      if (typeof text !== 'string' || (path !== null && typeof path !== 'string')) throw new TypeError('no text')
      yield { path, text }
    } catch {
      tell({ id: 'line-not-json', values: { path: name === '-' ? 'stdin' : name, line: number } })
    }
  }
}
