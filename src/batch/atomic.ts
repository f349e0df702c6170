/** Files that are there whole or not at all. */
import {
  closeSync,
  existsSync,
  fsync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'

const reachDisk = promisify(fsync)

/**
 * Writes `data` to `path` through a temporary file beside it, which has reached the disk before it takes its name. The
 * temporary name follows from the name, so that a run which was killed leaves at most what the next one overwrites. The
 * file system is asked synchronously: a hop to another thread and back costs more than the call.
 */
export async function writeAtomic(path: string, data: string | Uint8Array): Promise<void> {
  replace(path, data, () => true)
}

/**
 * The same for somebody who has other work until the data have reached the disk. Nobody else may write to `path`
 * meanwhile.
 */
export async function writeBehind(path: string, data: string | Uint8Array): Promise<void> {
  const temporary = temporaryName(path)
  try {
    const file = openDraft(temporary)
    try {
      writeFileSync(file, data)
      await reachDisk(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** As {@link writeAtomic}, where `path` still holds `before`; false, and nothing is written, where somebody else wrote meanwhile. */
export function replaceAtomic(path: string, before: Uint8Array, data: string | Uint8Array): boolean {
  return replace(path, data, () => readFileSync(path).equals(before))
}

function replace(path: string, data: string | Uint8Array, isWanted: () => boolean): boolean {
  const temporary = temporaryName(path)
  try {
    const file = openDraft(temporary)
    try {
      writeFileSync(file, data)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    const wanted = isWanted()
    if (wanted) renameSync(temporary, path)
    else rmSync(temporary, { force: true })
    return wanted
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function openDraft(temporary: string): number {
  try {
    return openSync(temporary, 'w')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    makeFolder(dirname(temporary))
    return openSync(temporary, 'w')
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
