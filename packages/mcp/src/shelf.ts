/** Files of records, read once and kept as long as they do not change. */
import { stat } from 'node:fs/promises'
import type { DirectiveRecord } from 'directive-parse'
import { type Days, daysOf } from './days.ts'
import { holdsRecords, isNamedAsRecords, recordsIn } from './records.ts'
import type { Place } from './root.ts'
import type { Workshop } from './tools/tools.ts'

/** What can be asked of a record, and what is answered. */
export interface Entry extends Pick<DirectiveRecord, Told> {
  file: string
  /** From 1. */
  document: number
  /** Equal for the same document, in whatever file its record stands. */
  identity: string
  /** Of the source. */
  sha256: string
  /** What it was made from; from the root, where it lies there. */
  source: string | null
  days: Days | null
  texts: string[]
}

type Told = 'type' | 'typeCode' | 'number' | 'date' | 'issuer' | 'parentIssuer' | 'subject'

export interface Shelved {
  entries: Entry[]
  /** Documents that are not shown. */
  withheld: Withheld[]
}

type Withheld = Pick<Entry, 'identity' | 'sha256'>

/** So many code units of texts are kept; beyond, files are read again. */
const MOST_KEPT = 50_000_000
const PLACE = 500

export class Shelf {
  readonly #workshop: Workshop
  readonly #kept = new Map<string, { version: string; shelved: Shelved | null }>()
  #size = 0

  constructor(workshop: Workshop) {
    this.#workshop = workshop
  }

  /**
   * What a file of records holds; null where it is none.
   *
   * @throws {ToolFailure} where the file is broken or too large.
   */
  async entries({ path, name }: Place): Promise<Shelved | null> {
    if (!isNamedAsRecords(path)) return null
    const { mtimeMs, size } = await stat(path)
    const version = `${mtimeMs} ${size}`
    const kept = this.#kept.get(path)
    if (kept?.version === version) return kept.shelved
    this.#forget(path)
    const shelved = (await holdsRecords(path, this.#workshop)) ? await this.#read(name) : null
    const room = sizeOf(shelved)
    if (this.#size + room <= MOST_KEPT) {
      this.#size += room
      this.#kept.set(path, { version, shelved })
    }
    return shelved
  }

  #forget(path: string): void {
    const kept = this.#kept.get(path)
    if (!kept) return
    this.#size -= sizeOf(kept.shelved)
    this.#kept.delete(path)
  }

  async #read(name: string): Promise<Shelved> {
    const { root, secrecy, limits } = this.#workshop
    const place = await root.find(name)
    const records = await recordsIn(await root.read(place, limits.bytes), place.name, this.#workshop)
    const levels = secrecy.withheld(records)
    const shelved: Shelved = { entries: [], withheld: [] }
    records.forEach((record, at) => {
      const { source } = record
      const known = {
        identity: JSON.stringify([source.path, source.sha256, source.part?.index]),
        sha256: source.sha256,
      }
      if (levels.has(source.sha256)) shelved.withheld.push(known)
      else {
        const path = source.path && root.shortened(source.path)
        shelved.entries.push({ ...toldOf(record), ...known, source: path, file: place.name, document: at + 1 })
      }
    })
    return shelved
  }
}

/** In code units; a file without texts has its place too. */
function sizeOf(shelved: Shelved | null): number {
  const texts = (shelved?.entries ?? []).flatMap((entry) => entry.texts)
  return texts.reduce((all, { length }) => all + length, PLACE)
}

function toldOf(record: DirectiveRecord): Pick<Entry, Told | 'days' | 'texts'> {
  const { type, typeCode, number, date, issuer, parentIssuer, subject } = record
  const texts: string[] = []
  gather(record, texts)
  return { type, typeCode, number, date, issuer, parentIssuer, subject, days: daysOf(date), texts }
}

/** What is said of a document and not by it: terms of the schema, places, grades. */
const UNSAID = new Set(
  `schema source kind system typeCode secrecyLevel evidence diagnostics corrections
   date at operator role relation level id form`.split(/\s+/),
)

/** All that the document says, in the order of the record. */
function gather(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) if (!UNSAID.has(key)) gather(each, texts)
  }
}
