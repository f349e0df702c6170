/**
 * A font without shapes for text that is there and cannot be seen: a TrueType file with an empty glyph for every
 * character, half as wide as high. PDF/A asks that a font be embedded; a search asks only for its characters.
 */

/** Units of the font in an em, and the width of its glyph. */
const EM = 1000
const WIDTH = 500

/** Of a character, as a share of the font size. */
export const GLYPH_WIDTH = WIDTH / EM

const u16 = (value: number) => [(value >> 8) & 0xff, value & 0xff]
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)]

/** Codes of one byte; 0 is left to the glyph that is missing. */
export const LAST_CODE = 255

/** The tables that a font within a PDF must have (ISO 32000-1, 9.9). */
const TABLES: Record<string, number[]> = {
  /** One encoding, of a symbolic font (1, 0), format 0: every code shows glyph 1. */
  cmap: [
    ...u16(0),
    ...u16(1),
    ...u16(1),
    ...u16(0),
    ...u32(12),
    ...u16(0),
    ...u16(262),
    ...u16(0),
    0,
    ...Array(255).fill(1),
  ],
  glyf: [0, 0, 0, 0],
  head: [
    ...u32(0x00010000),
    ...u32(0x00010000),
    ...u32(0),
    ...u32(0x5f0f3cf5),
    ...u16(0),
    ...u16(EM),
    ...u32(0),
    ...u32(0),
    ...u32(0),
    ...u32(0),
    ...u16(0),
    ...u16(0),
    ...u16(0),
    ...u16(0),
    ...u16(0),
    ...u16(8),
    ...u16(2),
    ...u16(0),
    ...u16(0),
  ],
  hhea: [
    ...u32(0x00010000),
    ...u16(800),
    ...u16(0x10000 - 200),
    ...u16(0),
    ...u16(WIDTH),
    ...Array(22).fill(0),
    ...u16(2),
  ],
  hmtx: [...u16(WIDTH), ...u16(0), ...u16(WIDTH), ...u16(0)],
  /** Both glyphs begin and end at 0: no outline. */
  loca: [...u16(0), ...u16(0), ...u16(0)],
  maxp: [...u32(0x00010000), ...u16(2), ...Array(26).fill(0)],
}

export function glyphlessFont(): Uint8Array {
  const names = Object.keys(TABLES).sort()
  const directory: number[] = [
    ...u32(0x00010000),
    ...u16(names.length),
    ...u16(64),
    ...u16(2),
    ...u16(names.length * 16 - 64),
  ]
  const body: number[] = []
  const start = 12 + names.length * 16
  for (const name of names) {
    const table = TABLES[name] as number[]
    const padded = [...table, ...Array((4 - (table.length % 4)) % 4).fill(0)]
    directory.push(
      ...Buffer.from(name, 'latin1'),
      ...u32(checksum(padded)),
      ...u32(start + body.length),
      ...u32(table.length),
    )
    body.push(...padded)
  }
  const font = Uint8Array.from([...directory, ...body])
  const view = new DataView(font.buffer)
  const head = start + offsetOf(names, 'head')
  view.setUint32(head + 8, (0xb1b0afba - checksum([...font])) >>> 0)
  return font
}

function offsetOf(names: string[], wanted: string): number {
  return names
    .slice(0, names.indexOf(wanted))
    .reduce((sum, name) => sum + Math.ceil((TABLES[name] as number[]).length / 4) * 4, 0)
}

function checksum(bytes: number[]): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) {
    sum =
      (sum +
        (((bytes[at] as number) << 24) |
          ((bytes[at + 1] as number) << 16) |
          ((bytes[at + 2] as number) << 8) |
          (bytes[at + 3] as number))) >>>
      0
  }
  return sum
}

/**
 * The characters of a document by codes of one byte: a page of text costs half of what it would with two. A font holds
 * 255 of them; a document in many letters has several.
 */
export class Charset {
  readonly #codes = new Map<string, { font: number; code: number }>()

  /** @param texts what will be written: letters in their order take less room in `toUnicode`. */
  constructor(texts: Iterable<string> = []) {
    for (const letter of [...new Set([...texts].join(''))].sort()) this.#codeOf(letter)
  }

  /** The pieces of a text, each in one font, as bytes. */
  encode(text: string): { font: number; bytes: number[] }[] {
    const pieces: { font: number; bytes: number[] }[] = []
    for (const letter of text) {
      const { font, code } = this.#codeOf(letter)
      const last = pieces.at(-1)
      if (last?.font === font) last.bytes.push(code)
      else pieces.push({ font, bytes: [code] })
    }
    return pieces
  }

  #codeOf(letter: string) {
    const known = this.#codes.get(letter)
    if (known) return known
    const made = { font: Math.floor(this.#codes.size / LAST_CODE), code: (this.#codes.size % LAST_CODE) + 1 }
    this.#codes.set(letter, made)
    return made
  }

  get fonts(): number {
    return Math.max(1, Math.ceil(this.#codes.size / LAST_CODE))
  }

  /** What the codes of a font stand for, as a CMap (ISO 32000-1, 9.10.3). */
  toUnicode(font: number): string {
    // One by one: Ghostscript loses what a range lists.
    const rows = [...this.#codes].flatMap(([letter, own]) =>
      own.font === font ? [`<${hex(own.code)}> <${utf16(letter)}>`] : [],
    )
    const blocks: string[] = []
    for (let at = 0; at < rows.length; at += 100) {
      const block = rows.slice(at, at + 100)
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
    }
    return cmap(blocks.join('\n'))
  }
}

function cmap(body: string): string {
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> def
/CMapName /Unicode def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
${body}
endcmap CMapName currentdict /CMap defineresource pop end end
`
}

const hex = (value: number) => value.toString(16).toUpperCase().padStart(2, '0')
const utf16 = (letter: string) => Buffer.from(letter, 'utf16le').swap16().toString('hex').toUpperCase()
