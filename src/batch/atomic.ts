/** Files that are there whole or not at all. */
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
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
    makeFolder(dirname(path))
    await writeFile(temporary, data).catch((again) => giveUp(temporary, again))
  }
  await rename(temporary, path).catch((error) => giveUp(temporary, error))
}

export function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path)}.tmp`)
}

/** Makes a folder and those above it. (Node's own `recursive` never ends where a file system refuses with ENOENT.) */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' && dirname(path) !== path && !existsSync(dirname(path))) {
      makeFolder(dirname(path))
      makeFolder(path)
    } else if (!(code === 'EEXIST' && statSync(path).isDirectory())) throw error
  }
}

async function giveUp(temporary: string, error: unknown): Promise<never> {
  await rm(temporary, { force: true }).catch(() => {})
  throw error
}
