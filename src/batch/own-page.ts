/** Pages that this program made: they lie beside records, and are no documents. */
import { open } from 'node:fs/promises'
import { onDisk } from './names.ts'

/** Stands in the head of each of them. */
export const GENERATOR = '<meta name="generator" content="directive-parse">'
/** Bytes of a file in which it stands. */
const HEAD = 400

/** Whether a file is such a page; what cannot be opened is none. */
export async function isOwnPage(path: string): Promise<boolean> {
  if (!/\.html?$/i.test(path)) return false
  try {
    const file = await open(onDisk(path))
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
      return buffer.toString('latin1', 0, bytesRead).includes(GENERATOR)
    } finally {
      await file.close()
    }
  } catch {
    return false
  }
}
