/** Files of records: what `directive-parse` wrote, read again. */
import { open } from 'node:fs/promises'
import type { DirectiveRecord } from 'directive-parse'
import { ToolFailure } from './failure.ts'
import { spoken } from './say.ts'
import type { Workshop } from './tools/tools.ts'

const NAMED_AS_RECORDS = /\.(?:json|ndjson|ya?ml)$/i
const BEGINNING = 512

export function isNamedAsRecords(path: string): boolean {
  return NAMED_AS_RECORDS.test(path)
}

/** Whether a file is one of records, told by its name and its first bytes. */
export async function holdsRecords(path: string, { program }: Workshop): Promise<boolean> {
  if (!isNamedAsRecords(path)) return false
  const file = await open(path).catch(() => null)
  if (file === null) return false
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0)
    return program.library.isOfRecords(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

/** @throws {ToolFailure} where they are broken. */
export async function recordsIn(bytes: Uint8Array, name: string, { program }: Workshop): Promise<DirectiveRecord[]> {
  return program.library.readAll(bytes, { path: name, language: spoken() }).catch((error: Error) => {
    throw new ToolFailure('not-a-record', error.message)
  })
}
