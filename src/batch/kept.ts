/** What a person corrected in a record that a run is about to write anew. */
import { existsSync, readFileSync } from 'node:fs'
import { changesOf, handPointers } from '../corrections/by-hand.ts'
import { layOver } from '../corrections/lay-over.ts'
import type { Document } from '../emit/emitter.ts'
import { ProblemError } from '../messages.ts'
import type { DirectiveRecord } from '../schema.ts'
import { isObjectUrl, textOfObject } from './objects.ts'
import { asRecord, recordsIn } from './records.ts'

export interface Kept {
  documents: Document[]
  /** Pointers of the values that stand because a person said so; in all documents together. */
  pointers: string[]
}

/**
 * `documents` with the corrections in the records that stand at `output`.
 *
 * @throws {ProblemError} where those are of another source, or more or fewer: they are then left as they are.
 */
export async function withCorrections(documents: Document[], output: string): Promise<Kept> {
  const before = await correctedAt(output)
  if (before === null) return { documents, pointers: [] }
  const isSame =
    before.length === documents.length && before.every((record, at) => isOfOneSource(record, documents[at]?.record))
  const isFree = documents.every((document, at) => document.text !== null || holdsAll(document.record, before[at]))
  if (!isSame || !isFree) throw new ProblemError('corrections-elsewhere', { path: output })
  const kept: Kept = { documents: [], pointers: [] }
  for (const [at, document] of documents.entries()) {
    const old = before[at] as DirectiveRecord
    const laid =
      changesOf(old).length > 0 && document.text !== null
        ? layOver(document.record, old, document.whole ?? document.text)
        : null
    kept.documents.push(laid ? { ...document, record: laid.record } : document)
    kept.pointers.push(...(laid?.kept ?? []))
  }
  return kept
}

/** A record that was read from a file brings its own corrections: are those of the other one among them? */
function holdsAll(record: DirectiveRecord, other: DirectiveRecord | undefined): boolean {
  const own = new Set(changesOf(record).map((change) => JSON.stringify(change)))
  return other === undefined || changesOf(other).every((change) => own.has(JSON.stringify(change)))
}

/** A sign of a person's work, looked for before a file is taken apart. */
const BY_HAND = /corrections|corrected|confirmed by hand/

/** The records at `path` where a person changed at least one of them; null where there are none. */
export async function correctedAt(path: string): Promise<DirectiveRecord[] | null> {
  const text = await textAt(path)
  if (text === null || !BY_HAND.test(text)) return null
  const records = await wholeRecords(text, path)
  return records?.some((record) => handPointers(record).length > 0) ? records : null
}

async function textAt(path: string): Promise<string | null> {
  if (isObjectUrl(path)) return textOfObject(path)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** Are the records at `path`, whatever was done to them since, whole and of these bytes? */
export async function standsFor(path: string, sha256: string): Promise<boolean> {
  const records = existsSync(path) ? await wholeRecords(readFileSync(path, 'utf8'), path) : null
  return records?.every(({ source }) => source.sha256 === sha256) ?? false
}

/** Null for a file that was cut, or is none of records. */
async function wholeRecords(text: string, path: string): Promise<DirectiveRecord[] | null> {
  try {
    const read = (await recordsIn(text, path)).contents.map(asRecord)
    const records = read.flatMap((each) => ('record' in each ? [each.record] : []))
    return records.length > 0 && records.length === read.length ? records : null
  } catch {
    return null
  }
}

function isOfOneSource(one: DirectiveRecord, other: DirectiveRecord | undefined): boolean {
  return one.source.sha256 === other?.source.sha256
}
