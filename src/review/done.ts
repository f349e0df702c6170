/**
 * Which documents a person has been through: a file beside the records, so that the state goes where they go. What was
 * seen is held as a mark of the catalogue entry; where that reads otherwise by now, the document is to be looked at again.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from '../batch/atomic.ts'
import { OWN_FOLDER } from '../batch/lock.ts'
import { markOf } from '../corrections/rebase.ts'
import type { DirectiveRecord } from '../schema.ts'
import type { Done, DoneLine } from './shapes.ts'

interface Kept extends Done {
  record: string
  seen: string
}

const fileOf = (folder: string) => join(folder, OWN_FOLDER, 'reviewed.ndjson')

/** A mark of what a catalogue entry is made of. */
export function sealOf({ type, number, date, issuer, subject, secrecy, urgency, signatures }: DirectiveRecord): string {
  return markOf([type, number, date, issuer, subject, secrecy, urgency, signatures])
}

export class Reviewed {
  readonly #folder: string
  readonly #kept: Map<string, Kept>

  constructor(folder: string, kept: Map<string, Kept>) {
    this.#folder = folder
    this.#kept = kept
  }

  /** Null where nobody has, or the record reads otherwise now. */
  of(name: string, record: DirectiveRecord): Done | null {
    const kept = this.#kept.get(name)
    return kept?.seen === sealOf(record) ? { at: kept.at, by: kept.by } : null
  }

  set(name: string, record: DirectiveRecord, { done, at, by }: Pick<DoneLine, 'done' | 'at' | 'by'>): void {
    if (done) this.#kept.set(name, { record: name, seen: sealOf(record), at, by })
    else this.#kept.delete(name)
  }

  async write(): Promise<void> {
    const lines = [...this.#kept.values()].map((kept) => `${JSON.stringify(kept)}\n`)
    await writeAtomic(fileOf(this.#folder), lines.join(''))
  }
}

/** What stands in the file; nothing where there is none. A line that is cut is none. */
export async function readReviewed(folder: string): Promise<Reviewed> {
  const text = await readFile(fileOf(folder), 'utf8').catch(() => '')
  const kept = new Map<string, Kept>()
  for (const line of text.split('\n')) {
    try {
      const read = JSON.parse(line) as Kept
      if (typeof read.record === 'string' && typeof read.seen === 'string') kept.set(read.record, read)
    } catch {
      // Not a line of ours.
    }
  }
  return new Reviewed(folder, kept)
}
