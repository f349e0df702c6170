/** OLE compound files: streams by name. Source: [MS-CFB]. Every chain is bounded, so a damaged file cannot loop. */
import { append } from '../arrays.ts'

const FREE = 0xfffffffa

const STREAM = 2
const ROOT = 5
/** Size of an entry of the directory, and where in it its neighbours and its first child stand. */
const ENTRY = 128
const [LEFT, RIGHT, CHILD] = [68, 72, 76]

interface Stream {
  start: number
  size: number
}

interface Entry extends Stream {
  name: string
  kind: number
  /** Indexes of the entries beside it and below it. */
  beside: [left: number, right: number]
  child: number
}

const keyOf = (name: string) => name.toLowerCase()

function entriesIn(directory: Uint8Array): (Entry | null)[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const utf16 = new TextDecoder('utf-16le')
  return Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, index) => {
    const at = index * ENTRY
    const length = Math.min(view.getUint16(at + 64, true), 64)
    if (length < 2) return null
    const number = (place: number) => view.getUint32(at + place, true)
    return {
      name: utf16.decode(directory.subarray(at, at + length - 2)),
      kind: directory[at + 66] as number,
      start: number(116),
      size: number(120),
      beside: [number(LEFT), number(RIGHT)],
      child: number(CHILD),
    }
  })
}

/** The entries of a storage: a tree of neighbours, each visited once whatever it says. */
function childrenOf(entries: (Entry | null)[], storage: number): Entry[] {
  const found: Entry[] = []
  const visited = new Set([storage])
  const waiting = [entries[storage]?.child ?? FREE]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index]
    if (!entry || visited.has(index)) continue
    visited.add(index)
    found.push(entry)
    waiting.push(...entry.beside)
  }
  return found
}

export class OleFile {
  readonly #view: DataView
  readonly #bytes: Uint8Array
  readonly #sectorSize: number
  readonly #miniSize: number
  readonly #cutoff: number
  readonly #fat: number[]
  readonly #miniFat: number[]
  /** Streams of the root storage; what is embedded in the document has streams of the same names in storages of its own. */
  readonly #entries = new Map<string, Stream>()
  #mini: Uint8Array = new Uint8Array(0)

  /** @throws {RangeError} where the file breaks off. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#sectorSize = 1 << Math.min(this.#view.getUint16(30, true), 16)
    this.#miniSize = 1 << Math.min(this.#view.getUint16(32, true), 16)
    this.#cutoff = this.#view.getUint32(56, true)
    this.#fat = this.#readFat()
    this.#miniFat = numbersOf(this.#chain(this.#view.getUint32(60, true), Number.POSITIVE_INFINITY))
    this.#readDirectory()
  }

  #sector(index: number): Uint8Array {
    const at = (index + 1) * this.#sectorSize
    return this.#bytes.subarray(at, at + this.#sectorSize)
  }

  #readFat(): number[] {
    const sectors: number[] = []
    for (let i = 0; i < 109; i++) sectors.push(this.#view.getUint32(76 + i * 4, true))
    let next = this.#view.getUint32(68, true)
    const most = this.#bytes.length / this.#sectorSize
    for (let count = 0; next < FREE && count < most; count++) {
      const numbers = numbersOf(this.#sector(next))
      append(sectors, numbers.slice(0, -1))
      next = numbers.at(-1) ?? FREE
    }
    return sectors.filter((index) => index < FREE && index <= most).flatMap((index) => numbersOf(this.#sector(index)))
  }

  /** The sectors of a chain, joined, up to `size` bytes. */
  #chain(start: number, size: number): Uint8Array {
    const parts: Uint8Array[] = []
    let length = 0
    const most = this.#fat.length
    for (let at = start; at < FREE && parts.length <= most && length < size; at = this.#fat[at] ?? FREE) {
      const part = this.#sector(at)
      parts.push(part)
      length += part.length
    }
    const joined = Buffer.concat(parts)
    return size < joined.length ? joined.subarray(0, size) : joined
  }

  #readDirectory(): void {
    const directory = this.#chain(this.#view.getUint32(48, true), Number.POSITIVE_INFINITY)
    const entries = entriesIn(directory)
    const root = entries.findIndex((entry) => entry?.kind === ROOT)
    const top = entries[root]
    if (top) this.#mini = this.#chain(top.start, top.size)
    const own = childrenOf(entries, root)
    // a tree that leads nowhere is damage: then every stream counts, the first of a name
    const named = own.some(({ kind }) => kind === STREAM) ? own : entries.filter((entry) => entry !== null)
    for (const { name, kind, start, size } of named)
      if (kind !== ROOT && !this.#entries.has(keyOf(name))) this.#entries.set(keyOf(name), { start, size })
  }

  /** Whether the root storage has a stream of that name; case does not matter. */
  has(name: string): boolean {
    return this.#entries.has(keyOf(name))
  }

  /**
   * The bytes of a stream; null where there is none of that name.
   * @throws {RangeError} where the file breaks off inside it.
   */
  stream(name: string): Uint8Array | null {
    const entry = this.#entries.get(keyOf(name))
    if (!entry) return null
    if (entry.size >= this.#cutoff) {
      const bytes = this.#chain(entry.start, entry.size)
      if (bytes.length + this.#sectorSize < entry.size) throw new RangeError(`${name}: ${bytes.length}/${entry.size}`)
      return bytes
    }
    const parts: Uint8Array[] = []
    for (let at = entry.start; at < FREE && parts.length <= this.#miniFat.length; at = this.#miniFat[at] ?? FREE)
      parts.push(this.#mini.subarray(at * this.#miniSize, (at + 1) * this.#miniSize))
    return Buffer.concat(parts).subarray(0, entry.size)
  }
}

function numbersOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(index * 4, true))
}
