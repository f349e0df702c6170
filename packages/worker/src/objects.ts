/** Object storage, where the package for it is installed. */
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
  const name = PACKAGE
  const { openObjects } = await import(name).catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new UseError(
      say(
        `${url}: object storage needs the package ${PACKAGE}: npm install ${PACKAGE}`,
        `${url}: kho đối tượng cần gói ${PACKAGE}: npm install ${PACKAGE}`,
      ),
    )
  })
  return openObjects(url)
}
