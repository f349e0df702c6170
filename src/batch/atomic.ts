/** Files that are there whole or not at all. */
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Writes `data` to `path` through a temporary file beside it. The temporary name follows from the name, so that a run
 * which was killed leaves at most what the next one overwrites. The file system is asked synchronously: a worker has one
 * file in hand, and a hop to another thread and back costs more than the call.
 */
export async function writeAtomic(path: string, data: string | Uint8Array): Promise<void> {
  const temporary = temporaryName(path)
  try {
    try {
      writeFileSync(temporary, data)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      makeFolder(dirname(path))
      writeFileSync(temporary, data)
    }
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
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
