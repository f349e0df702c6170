/** Which jobs are done in moments: of these a worker may have several in hand, one waiting for the other. */
import { statSync } from 'node:fs'
import { extname } from 'node:path'
import type { Job } from './job.ts'
import { onDisk } from './names.ts'
import { isObjectUrl } from './objects.ts'

/** In bytes. */
const SHORT = 32 * 1024

const PAPER = new Set(['.pdf', '.png', '.jpg', '.jpeg', '.tif', '.tiff', '.webp'])

/** Pages or pictures: they may take long however small they are. */
export function isPaper(path: string): boolean {
  return PAPER.has(extname(path).toLowerCase())
}

/** What an object holds nobody knows before it is read. */
export function isShort({ path, text, base64, bytes }: Job): boolean {
  if (path !== null && (isPaper(path) || isObjectUrl(path))) return false
  const given = text ?? base64 ?? bytes
  return (given?.length ?? sizeOf(path)) <= SHORT
}

function sizeOf(path: string | null): number {
  try {
    return path === null ? Number.POSITIVE_INFINITY : statSync(onDisk(path)).size
  } catch {
    // why it cannot be read is told where it is read
    return 0
  }
}
