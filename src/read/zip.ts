/** ZIP containers (DOCX, ODT): their list without unpacking, and single entries within the limits. */
import { unzipSync } from 'fflate'
import type { Language } from '../rules.ts'
import type { ReadLimits } from './options.ts'
import { refusal } from './refusals.ts'

export interface ZipEntry {
  name: string
  /** Size when unpacked, as the container declares it; fflate never writes more. */
  size: number
}

/** @throws {ReadError} `truncated` where the container has no readable list. */
export function listZip(bytes: Uint8Array, language: Language): ZipEntry[] {
  const entries: ZipEntry[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries.push({ name, size: originalSize })
        return false
      },
    })
  } catch (cause) {
    throw refusal('truncated', { reason: 'ZIP' }, language, cause)
  }
  return entries
}

/**
 * The entries whose names `wanted` accepts, unpacked.
 * @throws {ReadError} `unpacks-too-large` before anything is unpacked, `truncated` where the data is damaged.
 */
export function unpack(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  { limits, language }: { limits: ReadLimits; language: Language },
): Map<string, Uint8Array> {
  const size = listZip(bytes, language).reduce((sum, entry) => sum + (wanted(entry.name) ? entry.size : 0), 0)
  if (size > limits.unpackedBytes)
    throw refusal('unpacks-too-large', { size: String(size), limit: String(limits.unpackedBytes) }, language)
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter: ({ name }) => wanted(name) })))
  } catch (cause) {
    throw refusal('truncated', { reason: 'ZIP' }, language, cause)
  }
}
