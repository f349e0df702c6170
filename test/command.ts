/** Runs the command in this process, on streams that are kept. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { onTestFinished } from 'vitest'
import { run } from '../src/cli.ts'

export interface Ran {
  code: number
  stdout: string
  stderr: string
}

export interface Surroundings {
  stdin?: string | Uint8Array
  env?: Record<string, string>
}

export async function runCommand(words: string[], { stdin = '', env = {} }: Surroundings = {}): Promise<Ran> {
  const collected = { stdout: [] as Buffer[], stderr: [] as Buffer[] }
  const stream = (name: keyof typeof collected) => {
    const through = new PassThrough()
    through.on('data', (chunk: Buffer) => collected[name].push(chunk))
    return through
  }
  const streams = {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    env,
  }
  const code = await run(['node', 'directive-parse', ...words], streams)
  await new Promise((resolve) => setImmediate(resolve))
  return {
    code,
    stdout: Buffer.concat(collected.stdout).toString(),
    stderr: Buffer.concat(collected.stderr).toString(),
  }
}

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'directive-parse-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
