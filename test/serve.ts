/** The real server, started for a test and asked over HTTP. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { request, type IncomingHttpHeaders } from 'node:http'
import { resolve } from 'node:path'

const BIN = resolve('bin/directive-parse.js')

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

export interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array | FormData
}

/** A request whose body is sent piece by piece. */
export interface Held {
  write(piece: string): void
  end(): void
  answer: Promise<Answer>
}

export interface Server {
  url: string
  /** What it has said on standard error. */
  readonly said: string
  ask(path: string, asked?: Asked): Promise<Answer>
  hold(path: string, headers?: Record<string, string>): Held
  /** Gives the exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>
  process: ChildProcess
}

/** Starts `directive-parse serve` on a free port, and waits until it listens. */
export async function startServe(...words: string[]): Promise<Server> {
  const child = spawn(process.execPath, [BIN, 'serve', '--port', '0', '--no-config', '--lang', 'en', ...words])
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = once(child, 'close')
  while (!/Serving on/.test(said)) {
    const isUp = await Promise.race([once(child.stderr, 'data').then(() => true), ended.then(() => false)])
    if (!isUp) throw new Error(said)
  }
  const url = (/Serving on (\S+)/.exec(said)?.[1] ?? '').replace('0.0.0.0', '127.0.0.1')
  const hold = (path: string, headers: Record<string, string> = {}, method = 'POST'): Held => {
    const sent = request(url, { path, method, headers, agent: false })
    const answer = new Promise<Answer>((done, fail) => {
      sent.once('error', fail).once('response', (response) => {
        const { statusCode: status = 0, headers: told } = response
        let text = ''
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece))
        response.once('error', fail).once('end', () => done({ status, headers: told, text }))
      })
    })
    answer.catch(() => {})
    return { write: (piece) => void sent.write(piece), end: () => void sent.end(), answer }
  }
  return {
    url,
    process: child,
    get said() {
      return said
    },
    hold,
    ask: async (path, { method, headers = {}, body } = {}) => {
      const whole = body === undefined ? null : new Response(body as FormData)
      const bytes = whole === null ? null : Buffer.from(await whole.arrayBuffer())
      const type: Record<string, string> =
        body instanceof FormData ? { 'content-type': whole?.headers.get('content-type') as string } : {}
      const length: Record<string, string> = bytes === null ? {} : { 'content-length': String(bytes.length) }
      const held = hold(path, { ...type, ...length, ...headers }, method ?? (bytes === null ? 'GET' : 'POST'))
      if (bytes !== null) held.write(bytes as unknown as string)
      held.end()
      return held.answer
    },
    end: async (signal = 'SIGTERM') => {
      child.kill(signal)
      const [code] = await ended
      return code as number | null
    },
  }
}
