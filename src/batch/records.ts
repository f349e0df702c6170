/** Files of records: what this program wrote, read again. */
import type { Language } from '../rules.ts'
import { faultOf } from '../schema-fault.ts'
import { type DirectiveRecord, recordSchema } from '../schema.ts'

/** A file of records, read: what it holds, in its own order and keys. */
export interface RecordsOnDisk {
  kind: 'one' | 'list' | 'lines'
  contents: unknown[]
}

export type ReadRecord = { record: DirectiveRecord } | { problem: Record<Language, string> }

/**
 * What a file of records holds: one value, a list of them, or one a line; JSON or YAML.
 *
 * @throws when it is neither.
 */
export async function recordsIn(text: string, path: string | null): Promise<RecordsOnDisk> {
  const plain = text.replace(/^\ufeff/, '')
  const first = plain.trimStart()[0]
  if (path?.endsWith('.ndjson')) return inLines(plain)
  if (first !== '{' && first !== '[' && /\.ya?ml$/i.test(path ?? '.yaml')) return inYaml(plain)
  try {
    const content: unknown = JSON.parse(plain)
    return Array.isArray(content) ? { kind: 'list', contents: content } : { kind: 'one', contents: [content] }
  } catch (error) {
    if (path?.endsWith('.json')) throw error
    return inLines(plain)
  }
}

function inLines(text: string): RecordsOnDisk {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return { kind: 'lines', contents: lines.map((line) => JSON.parse(line)) }
}

async function inYaml(text: string): Promise<RecordsOnDisk> {
  const { parseAllDocuments } = await import('yaml')
  const documents = parseAllDocuments(text)
  for (const { errors } of documents) if (errors[0]) throw errors[0]
  return { kind: 'list', contents: documents.map((document) => document.toJS({ maxAliasCount: 0 })) }
}

/** A value as the record that it is: with all its keys, those of a later version too. */
export function asRecord(content: unknown): ReadRecord {
  const { success, error } = recordSchema.safeParse(content)
  if (success) return { record: content as DirectiveRecord }
  return { problem: faultOf(error, content, (keys) => keys.join('/')) }
}

const BEGINNING = 512
const AS_JSON = /^\ufeff?\s*(?:\[\s*)?\{\s*"schema"\s*:\s*"directive\/1"/
const AS_YAML = /^\ufeff?(?:---[^\n]*\n)?schema: *["']?directive\/1["']? *\r?\n/

/** Does a file begin as one of records does? Told by its first bytes, whatever its name. */
export function isOfRecords(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(BEGINNING, bytes.length)).toString('utf8')
  return AS_JSON.test(start) || AS_YAML.test(start)
}
