/** The text of a Word 97–2003 file with the properties of its paragraphs and letters. Source: [MS-DOC] 2.4, 2.5. */
import { Ranges, type Properties } from './doc-properties.ts'
import { fontsOf, listsOf, type Part, stylesOf } from './doc-tables.ts'
import { view1252 } from './encoding/tables.ts'
import type { List } from './list-counters.ts'
import { OleFile } from './ole.ts'

/** Parts of the text, in the order in which they stand behind each other. */
const STORIES = {
  body: 0x4c,
  footnotes: 0x50,
  headers: 0x54,
  macros: 0x58,
  comments: 0x5c,
  endnotes: 0x60,
  boxes: 0x64,
}
export type Story = keyof typeof STORIES

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

interface Piece {
  /** First character, counted over the whole text, and the one after the last. */
  from: number
  to: number
  /** Place in the file and size of a character there. */
  offset: number
  width: 1 | 2
}

/** A run of letters in one look. */
export interface Run {
  text: string
  look: Properties
}

/** Files of this version and later have the tables that are read here; older ones give their bare text. */
const WORD_97 = 0xc1

export class DocFile {
  readonly #main: DataView
  readonly #bytes: Uint8Array
  readonly #pieces: Piece[] = []
  readonly #paragraphs: Ranges
  readonly #letters: Ranges
  readonly #styles: Map<number, Properties>
  readonly fonts: string[]
  readonly lists: Map<string, List>

  constructor(main: Uint8Array, table: Uint8Array) {
    this.#bytes = main
    this.#main = viewOf(main)
    const tables = viewOf(table)
    const part = (index: number): Part => ({
      at: this.#main.getUint32(0x9a + index * 8, true),
      size: this.#main.getUint32(0x9e + index * 8, true),
    })
    this.#readPieces(tables, part(33))
    const [letters, paragraphs] = [part(12), part(13)]
    this.#letters = new Ranges(tables, letters.at, letters.size, this.#main, { of: 'letters' })
    this.#paragraphs = new Ranges(tables, paragraphs.at, paragraphs.size, this.#main, { of: 'paragraphs' })
    this.#styles = stylesOf(tables, part(1))
    this.fonts = fontsOf(tables, part(15))
    this.lists = listsOf(tables, part(73), part(74))
  }

  #readPieces(table: DataView, { at: from, size }: Part): void {
    let at = from
    while (table.getUint8(at) === 1) at += 3 + table.getUint16(at + 1, true)
    if (table.getUint8(at) !== 2 || at >= from + size) throw new RangeError('piece table')
    const count = Math.floor((table.getUint32(at + 1, true) - 4) / 12)
    const start = at + 5
    for (let i = 0; i < count; i++) {
      const place = table.getUint32(start + (count + 1) * 4 + i * 8 + 2, true)
      const narrow = (place & 0x40000000) !== 0
      this.#pieces.push({
        from: table.getUint32(start + i * 4, true),
        to: table.getUint32(start + (i + 1) * 4, true),
        offset: narrow ? (place & 0x3fffffff) / 2 : place & 0x3fffffff,
        width: narrow ? 1 : 2,
      })
    }
  }

  /** Characters of a story: its range in the whole text. */
  #rangeOf(story: Story): [number, number] {
    let from = 0
    for (const [name, at] of Object.entries(STORIES)) {
      const length = this.#main.getUint32(at, true)
      if (name === story) return [from, from + length]
      from += length
    }
    return [0, 0]
  }

  /** The paragraphs of a story: runs of letters, the mark that ends it, the properties. */
  *paragraphs(story: Story): Generator<{ runs: Run[]; mark: string; properties: Properties }> {
    const [from, to] = this.#rangeOf(story)
    let runs: Run[] = []
    for (const { text, offset, width } of this.#textOf(from, to)) {
      for (let i = 0; i < text.length; ) {
        const place = offset + i * width
        const { properties: look, end } = this.#letters.at(place)
        const stop = Math.min(text.length, Math.max(i + 1, Math.ceil((end - offset) / width)))
        let cut = i
        while (cut < stop && !this.#endsParagraph(text.charCodeAt(cut), offset + cut * width, width)) cut++
        if (cut > i) runs.push({ text: text.slice(i, cut), look })
        i = cut
        if (cut >= stop) continue
        yield { runs, mark: text[cut] as string, properties: this.#paragraphAt(offset + cut * width) }
        runs = []
        i = cut + 1
      }
    }
    if (runs.length > 0) yield { runs, mark: '', properties: {} }
  }

  /** A section break ends a paragraph, a page break (the same character) does not. */
  #endsParagraph(unit: number, place: number, width: number): boolean {
    return unit === 13 || unit === 7 || (unit === 12 && this.#paragraphs.at(place).end <= place + width)
  }

  *#textOf(from: number, to: number): Generator<{ text: string; offset: number; width: 1 | 2 }> {
    const utf16 = new TextDecoder('utf-16le')
    for (const piece of this.#pieces) {
      const [start, end] = [Math.max(piece.from, from), Math.min(piece.to, to)]
      if (start >= end) continue
      const offset = piece.offset + (start - piece.from) * piece.width
      const bytes = this.#bytes.subarray(offset, offset + (end - start) * piece.width)
      yield { text: piece.width === 1 ? view1252(bytes) : utf16.decode(bytes), offset, width: piece.width }
    }
  }

  #paragraphAt(place: number): Properties {
    const { properties } = this.#paragraphs.at(place)
    return { ...this.#styles.get(properties.style ?? 0), ...properties }
  }

  /** The font of a run: its own, or that of the paragraph's style. */
  fontOf(look: Properties, paragraph: Properties): string | null {
    return this.fonts[look.font ?? paragraph.font ?? this.#styles.get(-1)?.font ?? -1] ?? null
  }
}

/** First two bytes of Word 97 and later, and of Word 6 and 95. */
const MAGICS = [0xa5ec, 0xa5dc]

export type Opened = { kind: 'document'; file: DocFile } | { kind: 'old'; text: string } | { kind: 'encrypted' }

/** @throws {RangeError} where the file breaks off or is no Word file. */
export function openDoc(bytes: Uint8Array): Opened {
  const ole = new OleFile(bytes)
  const main = ole.stream('WordDocument')
  if (!main || main.length < 0x200) throw new RangeError('WordDocument')
  const view = viewOf(main)
  if (!MAGICS.includes(view.getUint16(0, true))) throw new RangeError('WordDocument')
  const flags = view.getUint16(10, true)
  if (flags & 0x100) return { kind: 'encrypted' }
  if (view.getUint16(2, true) < WORD_97)
    return { kind: 'old', text: view1252(main.subarray(view.getUint32(0x18, true), view.getUint32(0x1c, true))) }
  const table = ole.stream(flags & 0x200 ? '1Table' : '0Table')
  if (!table) throw new RangeError('Table')
  return { kind: 'document', file: new DocFile(main, table) }
}
