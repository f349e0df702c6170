/**
 * One writer at a time in a folder, also where several machines share it. A lock is a file that says who holds it; that
 * of a process which is gone is taken over.
 */
import { closeSync, openSync, readFileSync, rmdirSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileProblem, ProblemError } from '../messages.ts'
import { makeFolder } from './atomic.ts'

/** Inside a folder of records: the journal and the locks. */
export const OWN_FOLDER = '.directive-parse'

/** `run`: a run writes its outputs there; `records`: somebody is changing a record that stands there. */
export type LockName = 'run' | 'records'

export interface Lock {
  release(): void
}

export interface LockChoices {
  /** Milliseconds to wait for whoever holds it. */
  wait?: number
}

/** Whoever holds a lock touches it so often; untouched for so long it belongs to nobody. In milliseconds. */
const TOUCH = 20_000
const FORSAKEN = 5 * 60_000
/** A holder that has made the file may take so long to write its name into it. */
const UNSIGNED = 5_000
const RETRY = 20

interface Holder {
  pid: number
  host: string
  since: string
}

/** Locks that this process holds. */
const held = new Set<string>()

/** @throws {ProblemError} when somebody else holds it, or the folder cannot be written. */
export async function takeLock(folder: string, name: LockName, { wait = 0 }: LockChoices = {}): Promise<Lock> {
  const path = join(folder, OWN_FOLDER, `${name}.lock`)
  for (let waited = 0; ; waited += RETRY) {
    const lock = tryLock(folder, path)
    if (lock) return lock
    if (waited >= wait) break
    await sleep(RETRY)
  }
  const { pid = 0, host = '?', since = '?' } = holderOf(path) ?? {}
  throw new ProblemError(name === 'run' ? 'folder-busy' : 'records-busy', {
    path: folder,
    pid,
    host,
    since,
    lock: path,
  })
}

function tryLock(folder: string, path: string): Lock | null {
  try {
    makeFolder(join(folder, OWN_FOLDER))
    if (!create(path) && !(takeOver(path) && create(path))) return null
  } catch (error) {
    throw folderProblem(error, folder)
  }
  held.add(path)
  const touching = setInterval(() => touch(path), TOUCH)
  touching.unref()
  const release = () => {
    clearInterval(touching)
    held.delete(path)
    rmSync(path, { force: true })
    leaveNothing(join(folder, OWN_FOLDER))
  }
  return { release }
}

/** Why nothing can be written into a folder. */
export function folderProblem(error: unknown, folder: string): ProblemError {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EEXIST' || code === 'ENOTDIR') return new ProblemError('output-is-file', { path: folder })
  const { id, values } = fileProblem(error, folder, 'write')
  return new ProblemError(id, values)
}

/** Makes the file; false where it is there. */
function create(path: string): boolean {
  try {
    const file = openSync(path, 'wx')
    writeSync(
      file,
      JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() } satisfies Holder),
    )
    closeSync(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Takes a lock away that nobody holds any more. A second file keeps two from doing so at once. */
function takeOver(path: string): boolean {
  if (!isForsaken(path)) return false
  const door = `${path}.taking`
  if (!create(door)) {
    if (isForsaken(door)) rmSync(door, { force: true })
    return false
  }
  try {
    if (!isForsaken(path)) return false
    rmSync(path, { force: true })
    return true
  } finally {
    rmSync(door, { force: true })
  }
}

function isForsaken(path: string): boolean {
  const age = ageOf(path)
  if (age === null) return false
  const holder = holderOf(path)
  if (holder === null) return age > UNSIGNED
  if (age > FORSAKEN) return true
  if (holder.host !== hostname()) return false
  return holder.pid === process.pid ? !held.has(path) : !isAlive(holder.pid)
}

function ageOf(path: string): number | null {
  try {
    return Date.now() - statSync(path).mtimeMs
  } catch {
    return null
  }
}

function holderOf(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date())
  } catch {
    // Gone with its folder: then there is nothing to guard.
  }
}

function leaveNothing(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // The journal is in it.
  }
}
