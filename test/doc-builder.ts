/** Small Word 97 files for tests: one piece of UTF-16 text, one page of properties, styles and lists left empty. */

export interface DocParagraph {
  text: string
  /** What ends it: a paragraph, a cell or row, a section. */
  mark?: '\r' | '\x07' | '\x0c'
  /** Property changes, as `sprm, operand…` bytes. */
  changes?: number[]
  /** The same for its letters. */
  look?: number[]
}

const SECTOR = 512

/** A stream padded to whole sectors and beyond the size from which streams are kept outside the small-stream area. */
function padded(bytes: Buffer): Buffer {
  const size = Math.max(Math.ceil(bytes.length / SECTOR), 9) * SECTOR
  return Buffer.concat([bytes, Buffer.alloc(size - bytes.length)])
}

const END = 0xfffffffe
const NONE = 0xffffffff

/** An OLE file with the streams, and with those of an embedded object, whose names come first in the directory. */
export function ole(streams: Record<string, Buffer>, embedded: Record<string, Buffer> = {}): Buffer {
  const inside = Object.entries(embedded)
  const own = Object.entries(streams)
  const bodies = [...inside, ...own].map(([name, bytes]) => ({ name, bytes: padded(bytes) }))
  const storages = inside.length > 0 ? 1 : 0
  const sectors = Math.ceil((1 + storages + bodies.length) / 4)
  const fat: number[] = [0xfffffffd, ...Array.from({ length: sectors }, (_, i) => (i === sectors - 1 ? END : i + 2))]
  const starts = bodies.map(({ bytes }) => {
    const start = fat.length
    const count = bytes.length / SECTOR
    for (let i = 1; i <= count; i++) fat.push(i === count ? END : start + i)
    return start
  })
  const header = Buffer.alloc(SECTOR)
  header.write('d0cf11e0a1b11ae1', 'hex')
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(END, 60)
  header.writeUInt32LE(END, 68)
  header.fill(0xff, 76)
  header.writeUInt32LE(0, 76)
  const directory = Buffer.alloc(sectors * SECTOR)
  const entry = (index: number, name: string, kind: number, start: number, size: number, next = NONE, child = NONE) => {
    const at = index * 128
    directory.write(name, at, 'utf16le')
    directory.writeUInt16LE((name.length + 1) * 2, at + 64)
    directory[at + 66] = kind
    for (const [place, value] of [
      [68, NONE],
      [72, next],
      [76, child],
      [116, start],
      [120, size],
    ] as const)
      directory.writeUInt32LE(value, at + place)
  }
  const first = 1 + storages
  const ownFirst = first + inside.length
  entry(0, 'Root Entry', 5, END, 0, NONE, storages > 0 ? 1 : ownFirst)
  if (storages > 0) entry(1, 'ObjectPool', 1, 0, 0, ownFirst, first)
  for (const [index, { name, bytes }] of bodies.entries()) {
    const at = first + index
    const isLast = at === ownFirst - 1 || index === bodies.length - 1
    entry(at, name, 2, starts[index] as number, bytes.length, isLast ? NONE : at + 1)
  }
  const table = Buffer.alloc(SECTOR, 0xff)
  for (const [index, next] of fat.entries()) table.writeUInt32LE(next, index * 4)
  return Buffer.concat([header, table, directory, ...bodies.map(({ bytes }) => bytes)])
}

/** A page of properties: `[ends]`, and for each range its bytes. */
function page(offsets: number[], entries: Buffer[], entrySize: number): Buffer {
  const bytes = Buffer.alloc(SECTOR)
  for (const [index, offset] of offsets.entries()) bytes.writeUInt32LE(offset, index * 4)
  let end = SECTOR - 2
  entries.forEach((entry, index) => {
    end = (end - entry.length) & ~1
    entry.copy(bytes, end)
    bytes[offsets.length * 4 + index * entrySize] = end / 2
  })
  bytes[SECTOR - 1] = entries.length
  return bytes
}

/** A level of a list: its format's number and its text, `\0` for the count of the first level. */
export interface DocLevel {
  format: number
  text: string
}

/** The bytes of a DOC. `lists`: kinds of lists with one level each; paragraphs name them from 1. */
export function doc(
  paragraphs: DocParagraph[],
  {
    lists = [] as DocLevel[][],
    encrypted = false,
    fonts = [] as string[],
    /** Names of the streams, otherwise written. */
    named = (name: string) => name,
    embedded = {} as Record<string, Buffer>,
  } = {},
): Buffer {
  const texts = paragraphs.map(({ text, mark = '\r' }) => Buffer.from(text + mark, 'utf16le'))
  const start = 2 * SECTOR
  const offsets = [start]
  for (const text of texts) offsets.push((offsets.at(-1) as number) + text.length)
  const text = Buffer.concat(texts)
  const textEnd = Math.ceil((start + text.length) / SECTOR) * SECTOR
  const papx = paragraphs.map(({ changes = [] }) => {
    const body = Buffer.from([0, 0, ...changes, ...(changes.length % 2 ? [] : [0])])
    return Buffer.concat([Buffer.of(Math.ceil((body.length + 1) / 2)), body])
  })
  const chpx = paragraphs.map(({ look = [] }) => Buffer.from([look.length, ...look]))
  const main = Buffer.alloc(textEnd + 2 * SECTOR)
  text.copy(main, start)
  page(offsets, papx, 13).copy(main, textEnd)
  page(offsets, chpx, 1).copy(main, textEnd + SECTOR)
  const parts = new Map<number, Buffer>()
  const list = (pageNumber: number) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt32LE(start, 0)
    bytes.writeUInt32LE(start + text.length, 4)
    bytes.writeUInt32LE(pageNumber, 8)
    return bytes
  }
  parts.set(13, list(textEnd / SECTOR))
  parts.set(12, list(textEnd / SECTOR + 1))
  const clx = Buffer.alloc(21)
  clx[0] = 2
  clx.writeUInt32LE(16, 1)
  clx.writeUInt32LE(text.length / 2, 9)
  clx.writeUInt32LE(start, 15)
  parts.set(33, clx)
  const names = fonts.map((name) => {
    const bytes = Buffer.alloc(40 + (name.length + 1) * 2)
    bytes[0] = bytes.length - 1
    bytes.write(name, 40, 'utf16le')
    return bytes
  })
  parts.set(15, Buffer.concat([Buffer.from([names.length, 0, 0, 0]), ...names, Buffer.alloc(2)]))
  const heads: Buffer[] = []
  const levels: Buffer[] = []
  const uses: Buffer[] = []
  lists.forEach((each, index) => {
    const head = Buffer.alloc(28)
    head.writeInt32LE(index + 100, 0)
    heads.push(head)
    for (let depth = 0; depth < 9; depth++) {
      const { format, text } = each[depth] ?? { format: 255, text: '' }
      const level = Buffer.alloc(30 + text.length * 2)
      level.writeInt32LE(1, 0)
      level[4] = format
      level.writeUInt16LE(text.length, 28)
      level.write(text, 30, 'utf16le')
      levels.push(level)
    }
    const use = Buffer.alloc(16)
    use.writeInt32LE(index + 100, 0)
    uses.push(use)
  })
  const count = Buffer.alloc(2)
  count.writeUInt16LE(lists.length)
  const table: Buffer[] = []
  const fib = (index: number, at: number, size: number) => {
    main.writeUInt32LE(at, 0x9a + index * 8)
    main.writeUInt32LE(size, 0x9e + index * 8)
  }
  let at = 0
  const add = (index: number, bytes: Buffer, size = bytes.length) => {
    fib(index, at, size)
    table.push(bytes)
    at += bytes.length
  }
  for (const [index, bytes] of parts) add(index, bytes)
  if (lists.length > 0) {
    const kinds = Buffer.concat([count, ...heads])
    add(73, Buffer.concat([kinds, ...levels]), kinds.length)
    const used = Buffer.alloc(4)
    used.writeUInt32LE(lists.length)
    add(74, Buffer.concat([used, ...uses, Buffer.alloc(lists.length * 4, 0xff)]))
  }
  main.writeUInt16LE(0xa5ec, 0)
  main.writeUInt16LE(0xc1, 2)
  main.writeUInt16LE(0x200 | (encrypted ? 0x100 : 0), 10)
  main.writeUInt32LE(text.length / 2, 0x4c)
  return ole({ [named('WordDocument')]: main, [named('1Table')]: Buffer.concat(table) }, embedded)
}
