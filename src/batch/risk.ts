/**
 * Whether an input is read in a process of its own, which can be ended whatever it does: a large one, pages and pictures, what
 * unpacks to much. The start of a process costs as much as a small text takes; a text is read here, with a guard over each step.
 */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { onDisk } from './names.ts'
import { isPageFormat, isZip } from '../read/detect.ts'

const LARGE = 1024 * 1024
/** A container of small parts is taken for what it says that it unpacks to. */
const LARGE_UNPACKED = 8 * 1024 * 1024
const HEAD = 4096

export async function isRisky(path: string): Promise<boolean> {
  try {
    const file = onDisk(path)
    const kind = statSync(file)
    if (!kind.isFile()) return false
    if (kind.size > LARGE) return true
    const head = headOf(file)
    return isPageFormat(head) || (isZip(head) && (await isRiskyContent(readFileSync(file))))
  } catch {
    // what cannot be read is told where it is read
    return false
  }
}

/** The same of an input whose bytes are there. */
export async function isRiskyContent(bytes: Uint8Array | undefined): Promise<boolean> {
  if (bytes === undefined) return false
  if (bytes.length > LARGE || isPageFormat(bytes)) return true
  if (!isZip(bytes)) return false
  try {
    const { listZip } = await import('../read/zip.ts')
    return listZip(bytes, 'en').reduce((sum, { size }) => sum + size, 0) > LARGE_UNPACKED
  } catch {
    return false
  }
}

function headOf(path: string | Buffer): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(HEAD)
    return head.subarray(0, readSync(file, head, 0, HEAD, 0))
  } finally {
    closeSync(file)
  }
}

export async function isAnyRisky(paths: readonly string[]): Promise<boolean> {
  for (const path of paths) if (await isRisky(path)) return true
  return false
}
