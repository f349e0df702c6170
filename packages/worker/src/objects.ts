/** Object storage, where the package for it is installed. */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { say, UseError } from './say.ts'

/** A bucket, or a part of one. Names are those below its prefix, with `/`. */
export interface Objects {
  list(): AsyncIterable<{ url: string; relative: string }>
  get(relative: string): Promise<Uint8Array>
  put(relative: string, bytes: Uint8Array): Promise<void>
}

export function isObjectUrl(name: string): boolean {
  return name.startsWith('s3://')
}

const PACKAGE = 'directive-parse-objects'

/** @throws {UseError} where the package is not installed. */
export async function objectsAt(url: string): Promise<Objects> {
  let file: string
  try {
    file = createRequire(import.meta.url).resolve(PACKAGE)
  } catch {
    throw new UseError(
      say(
        `${url}: object storage needs the package ${PACKAGE}: npm install --global ${PACKAGE}`,
        `${url}: kho đối tượng cần gói ${PACKAGE}: npm install --global ${PACKAGE}`,
      ),
    )
  }
  return (await import(pathToFileURL(file).href)).openObjects(url)
}
