/** Files that are there whole or not at all. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Writes `data` to `path` through a temporary file beside it. The temporary name follows from the name, so that a run
 * which was killed leaves at most what the next one overwrites.
 */
export async function writeAtomic(path: string, data: string | Uint8Array): Promise<void> {
  const temporary = temporaryName(path)
  try {
    await writeFile(temporary, data)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return giveUp(temporary, error)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(temporary, data).catch((again) => giveUp(temporary, again))
  }
  await rename(temporary, path).catch((error) => giveUp(temporary, error))
}

export function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path)}.tmp`)
}

async function giveUp(temporary: string, error: unknown): Promise<never> {
  await rm(temporary, { force: true }).catch(() => {})
  throw error
}
