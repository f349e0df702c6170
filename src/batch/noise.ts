/**
 * What libraries print by themselves (Leptonica, libvips, pdf.js): caught where they write, so that it is told with the
 * name of the file they were at, and never stands in the data or through the line of progress.
 */
type Stream = Pick<NodeJS.WriteStream, 'write'>
type Write = Stream['write']

export interface Noise {
  /** The lines since the last time, each once; no more than a few. */
  take(): string[]
}

const MOST_LINES = 5
const LONGEST_LINE = 200

/** From now on nobody else's words reach these streams. */
export function catchNoise(...streams: Stream[]): Noise {
  let caught = ''
  for (const stream of streams) {
    stream.write = ((chunk: string | Uint8Array, encoding?: unknown, done?: unknown) => {
      if (caught.length < MOST_LINES * LONGEST_LINE * 10)
        caught += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')
      const callback = typeof encoding === 'function' ? encoding : done
      if (typeof callback === 'function') process.nextTick(callback as () => void)
      return true
    }) as Write
  }
  return {
    take: () => {
      const lines = caught.split('\n').map((line) => line.trim().slice(0, LONGEST_LINE))
      caught = ''
      return [...new Set(lines)].filter((line) => line !== '').slice(0, MOST_LINES)
    },
  }
}
