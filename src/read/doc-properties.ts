/**
 * Properties in Word 97–2003 files: lists of changes ("sprm") for ranges of the file. Source: [MS-DOC] 2.6, 2.8, 2.9.
 */

/** What of a paragraph and its letters matters here. */
export interface Properties {
  style?: number
  /** Index of its list from 1; 0: taken out of a list. */
  list?: number
  level?: number
  inTable?: boolean
  rowEnd?: boolean
  newPage?: boolean
  font?: number
  hidden?: boolean
  capitals?: boolean
  deleted?: boolean
  special?: boolean
  symbol?: number
}

/** Operand sizes by the three high bits of a sprm; 0: its first byte says. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3]
const TABLE_DEFINITION = 0xd608
const CHANGE_TABS = 0xc615

function operandSize(sprm: number, view: DataView, at: number): number {
  if (sprm === TABLE_DEFINITION) return view.getUint16(at, true) + 1
  const size = SIZES[sprm >> 13] as number
  if (size > 0) return size
  const length = view.getUint8(at)
  if (sprm !== CHANGE_TABS || length < 255) return length + 1
  const deleted = view.getUint8(at + 1)
  return 3 + deleted * 4 + view.getUint8(at + 2 + deleted * 4) * 3
}

/** Applies the changes in `[at, end)`; what breaks off is left out. */
export function applySprms(view: DataView, from: number, end: number, into: Properties): Properties {
  let at = from
  while (at + 3 <= end && at + 3 <= view.byteLength) {
    const sprm = view.getUint16(at, true)
    at += 2
    const size = operandSize(sprm, view, at)
    if (at + size > end || at + size > view.byteLength) break
    const byte = view.getUint8(at)
    if (sprm === 0x2416) into.inTable = byte !== 0
    else if (sprm === 0x2417) into.rowEnd = byte !== 0
    else if (sprm === 0x2407) into.newPage = byte !== 0
    else if (sprm === 0x460b) into.list = view.getUint16(at, true)
    else if (sprm === 0x260a) into.level = byte
    else if (sprm === 0x4600) into.style = view.getUint16(at, true)
    else if (sprm === 0x4a4f) into.font = view.getUint16(at, true)
    else if (sprm === 0x083c) into.hidden = byte === 1 || byte === 0x81
    else if (sprm === 0x083b) into.capitals = byte === 1 || byte === 0x81
    else if (sprm === 0x0800) into.deleted = byte === 1
    else if (sprm === 0x0855) into.special = byte === 1
    else if (sprm === 0x6a09) into.symbol = view.getUint16(at + 2, true)
    at += size
  }
  return into
}

/** Ranges of file offsets, ascending, with their properties. */
export class Ranges {
  readonly #ends: number[] = []
  readonly #properties: Properties[] = []

  /**
   * @param table the table stream, `[at, at + size)` its list of pages; @param main the stream with the pages.
   * @param paragraphs pages of paragraphs carry a style and double their sizes; pages of letters do not.
   */
  constructor(table: DataView, at: number, size: number, main: DataView, options: { of: 'paragraphs' | 'letters' }) {
    const count = Math.floor((size - 4) / 8)
    for (let i = 0; i < count; i++) {
      const page = (table.getUint32(at + (count + 1 + i) * 4, true) & 0x3fffff) * 512
      if (page + 512 <= main.byteLength) this.#addPage(main, page, options.of === 'paragraphs')
    }
  }

  #addPage(main: DataView, page: number, paragraphs: boolean): void {
    const runs = main.getUint8(page + 511)
    const entry = paragraphs ? 13 : 1
    if ((runs + 1) * 4 + runs * entry > 511) return
    for (let run = 0; run < runs; run++) {
      this.#ends.push(main.getUint32(page + (run + 1) * 4, true))
      const offset = main.getUint8(page + (runs + 1) * 4 + run * entry) * 2
      this.#properties.push(offset === 0 ? {} : readEntry(main, page + offset, paragraphs))
    }
  }

  /** The properties at a file offset, and where their range ends. */
  at(offset: number): { properties: Properties; end: number } {
    let low = 0
    let high = this.#ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#ends[middle] as number) <= offset) low = middle + 1
      else high = middle
    }
    return { properties: this.#properties[low] ?? {}, end: this.#ends[low] ?? Number.POSITIVE_INFINITY }
  }
}

function readEntry(main: DataView, at: number, paragraphs: boolean): Properties {
  const first = main.getUint8(at)
  if (!paragraphs) return applySprms(main, at + 1, at + 1 + first, {})
  const [start, size] = first === 0 ? [at + 2, main.getUint8(at + 1) * 2] : [at + 1, first * 2 - 1]
  if (size < 2) return {}
  return applySprms(main, start + 2, start + size, { style: main.getUint16(start, true) })
}
