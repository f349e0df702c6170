/**
 * Object storage, `s3://bucket/prefix`, where the package for it is installed: most who read documents have no use for it, and
 * its SDK is larger than this program.
 */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { ProblemError } from '../messages.ts'

/** What the package gives: a bucket, or what stands below a prefix in it. */
export interface Objects {
  list(): AsyncIterable<{ url: string; relative: string; size: number }>
  /** @throws with the codes of a file system, where it can be said so. */
  read(relative: string): Promise<{ size: number; body: AsyncIterable<Uint8Array> }>
  get(relative: string): Promise<Uint8Array>
  put(relative: string, bytes: Uint8Array, metadata?: Record<string, string>): Promise<void>
  metadata(relative: string): Promise<Record<string, string> | null>
}

const PACKAGE = 'directive-parse-objects'

export function isObjectUrl(path: string): boolean {
  return path.startsWith('s3://')
}

/** @throws {ProblemError} where the package is not installed. */
export async function objectsAt(url: string): Promise<Objects> {
  let file: string
  try {
    file = createRequire(import.meta.url).resolve(PACKAGE)
  } catch {
    throw new ProblemError('no-objects', { path: url, package: PACKAGE })
  }
  // In quotes: the build finds what is to be imported by them.
  const { openObjects } = await import(`${pathToFileURL(file)}`)
  return openObjects(url)
}

/** One object: its bucket, and its name there. */
export async function objectAt(url: string): Promise<{ objects: Objects; name: string }> {
  const end = url.indexOf('/', 's3://'.length)
  const bucket = end < 0 ? url : url.slice(0, end)
  return { objects: await objectsAt(bucket), name: url.slice(bucket.length + 1) }
}

/** What an object holds as text; null where there is none. */
export async function textOfObject(url: string): Promise<string | null> {
  const { objects, name } = await objectAt(url)
  try {
    return Buffer.from(await objects.get(name)).toString('utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
