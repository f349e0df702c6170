/** Where records go: a folder, or a bucket. A result is there whole or not at all, and written again it is the same. */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { isObjectUrl, objectsAt } from './objects.ts'

export interface Results {
  put(name: string, bytes: Uint8Array): Promise<void>
}

export async function resultsAt(output: string): Promise<Results> {
  if (isObjectUrl(output)) return objectsAt(output)
  const folder = resolve(output)
  await mkdir(folder, { recursive: true })
  return { put: (name, bytes) => write(folder, name, bytes) }
}

let drafts = 0

/** Two workers may write one result at a time: each has a draft of its own. */
async function write(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, name)
  if (!path.startsWith(folder + sep)) throw new Error(`${name}: outside of ${folder}`)
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}-${drafts++}.tmp`)
  await mkdir(dirname(path), { recursive: true })
  const file = openSync(draft, 'w')
  try {
    writeSync(file, bytes)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  await rename(draft, path)
}
