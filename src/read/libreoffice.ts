/** ODT and RTF: LibreOffice, where it is installed, makes a DOCX of them, which is then read as one. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Decoded } from './decoded.ts'
import { readDocx } from './docx.ts'
import type { ReadOptions } from './options.ts'
import { refusal } from './refusals.ts'

const PROGRAMS = ['soffice', 'libreoffice']
const SECONDS = 120

type Outcome = { code: number | null; said: string } | null

/** Null where there is no such program. */
function run(program: string, args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: SECONDS * 1000, killSignal: 'SIGKILL' })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said = (said + data).slice(-2000)))
    child.on('error', () => resolve(null))
    child.on('close', (code) => resolve({ code, said }))
  })
}

async function convert(bytes: Uint8Array, format: 'odt' | 'rtf', options: ReadOptions): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'directive-'))
  try {
    const source = join(folder, `source.${format}`)
    await writeFile(source, bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    const args = [profile, '--headless', '--norestore', '--convert-to', 'docx', '--outdir', folder, source]
    for (const program of PROGRAMS) {
      const outcome = await run(program, args)
      if (outcome === null) continue
      const made = await readFile(join(folder, 'source.docx')).catch(() => null)
      if (made) return made
      const reason = outcome.said.trim().split('\n').at(-1)?.slice(0, 160) || `exit ${outcome.code ?? 'by time limit'}`
      throw refusal('libreoffice-failed', { reason }, options.language)
    }
    throw refusal('needs-libreoffice', { format: format.toUpperCase() }, options.language)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function read(bytes: Uint8Array, format: 'odt' | 'rtf', options: ReadOptions): Promise<Decoded> {
  return { ...readDocx(await convert(bytes, format, options), options), format }
}

/** @throws {ReadError} `needs-libreoffice`, `libreoffice-failed`. */
export const readOdt = (bytes: Uint8Array, options: ReadOptions) => read(bytes, 'odt', options)
/** @throws {ReadError} `needs-libreoffice`, `libreoffice-failed`. */
export const readRtf = (bytes: Uint8Array, options: ReadOptions) => read(bytes, 'rtf', options)
