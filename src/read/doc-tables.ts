/** Styles, fonts and lists of a Word 97–2003 file. Source: [MS-DOC] 2.9.271 (STSH), 2.9.81 (FFN), 2.9.150 (LVL). */
import { applySprms, type Properties } from './doc-properties.ts'
import type { Level, List } from './list-counters.ts'

/** A part of the table stream. */
export interface Part {
  at: number
  size: number
}

/** Properties by style number, those of its bases included; index -1 holds the default font. */
export function stylesOf(table: DataView, { at, size }: Part): Map<number, Properties> {
  const own = new Map<number, { base: number; properties: Properties }>()
  const resolved = new Map<number, Properties>()
  if (size < 20) return resolved
  const info = table.getUint16(at, true)
  const count = table.getUint16(at + 2, true)
  const baseSize = table.getUint16(at + 4, true)
  resolved.set(-1, info >= 14 ? { font: table.getUint16(at + 2 + 12, true) } : {})
  let next = at + 2 + info
  for (let index = 0; index < count && next + 2 <= at + size; index++) {
    const length = table.getUint16(next, true)
    const start = next + 2
    next = start + length
    if (length < baseSize + 2 || next > at + size) continue
    own.set(index, readStyle(table, start, next, baseSize))
  }
  const resolve = (index: number, depth: number): Properties => {
    const known = resolved.get(index)
    if (known && index >= 0) return known
    const style = own.get(index)
    if (!style || depth > 20) return resolved.get(-1) ?? {}
    const properties = { ...resolve(style.base === 0xfff ? -1 : style.base, depth + 1), ...style.properties }
    resolved.set(index, properties)
    return properties
  }
  for (const index of own.keys()) resolve(index, 0)
  return resolved
}

function readStyle(table: DataView, start: number, end: number, baseSize: number) {
  const kind = table.getUint16(start + 2, true)
  const base = kind >> 4
  const properties: Properties = {}
  let at = start + baseSize
  at += 2 + (table.getUint16(at, true) + 1) * 2
  for (const part of (kind & 15) === 1 ? ['paragraph', 'letters'] : ['letters']) {
    if (at + 2 > end) break
    const size = table.getUint16(at, true)
    const from = at + 2 + (part === 'paragraph' ? 2 : 0)
    const { style: _, ...changes } = applySprms(table, from, Math.min(at + 2 + size, end), {})
    Object.assign(properties, changes)
    at += 2 + size + (size & 1)
  }
  return { base, properties }
}

function utf16(table: DataView, at: number, units: number): string {
  const bytes = new Uint8Array(
    table.buffer,
    table.byteOffset + at,
    Math.max(0, Math.min(units * 2, table.byteLength - at)),
  )
  return new TextDecoder('utf-16le').decode(bytes)
}

/** Font names by number. */
export function fontsOf(table: DataView, { at, size }: Part): string[] {
  const fonts: string[] = []
  let next = at + 4
  while (next + 41 < at + size) {
    const length = table.getUint8(next) + 1
    fonts.push(utf16(table, next + 40, (length - 40) >> 1).split('\0', 1)[0] ?? '')
    next += length
  }
  return fonts
}

const FORMATS: Record<number, string> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
}

function readLevel(table: DataView, at: number): { level: Level; end: number } {
  const flags = table.getUint8(at + 5)
  const letters = at + 28 + table.getUint8(at + 25) + table.getUint8(at + 24)
  const units = table.getUint16(letters, true)
  const raw = utf16(table, letters + 2, units)
  const text = Array.from(raw, (char) => (char.charCodeAt(0) < 9 ? `%${char.charCodeAt(0) + 1}` : char)).join('')
  const level: Level = {
    start: table.getInt32(at, true),
    format: FORMATS[table.getUint8(at + 4)] ?? 'decimal',
    text,
    restart: flags & 8 ? table.getUint8(at + 26) : -1,
    legal: (flags & 4) !== 0,
    style: null,
  }
  return { level, end: letters + 2 + units * 2 }
}

/** Lists by number from 1, as paragraphs name them. */
export function listsOf(table: DataView, kinds: Part, uses: Part): Map<string, List> {
  const lists = new Map<string, List>()
  if (kinds.size < 2 || uses.size < 4) return lists
  const byId = new Map<number, Level[]>()
  const count = table.getUint16(kinds.at, true)
  let at = kinds.at + 2 + count * 28
  for (let kind = 0; kind < count; kind++) {
    const head = kinds.at + 2 + kind * 28
    const levels: Level[] = []
    for (let index = 0; index < (table.getUint8(head + 26) & 1 ? 1 : 9); index++) {
      const { level, end } = readLevel(table, at)
      levels.push(level)
      at = end
    }
    byId.set(table.getInt32(head, true), levels)
  }
  const used = table.getUint32(uses.at, true)
  let data = uses.at + 4 + used * 16
  for (let use = 0; use < used && data < table.byteLength; use++) {
    const head = uses.at + 4 + use * 16
    const id = table.getInt32(head, true)
    const list: List = { abstract: String(id), levels: [...(byId.get(id) ?? [])], starts: new Map() }
    data += 4
    for (let override = 0; override < table.getUint8(head + 12); override++) {
      const flags = table.getUint32(data + 4, true)
      const depth = flags & 15
      if (flags & 16) list.starts.set(depth, table.getInt32(data, true))
      data += 8
      if (flags & 32) {
        const { level, end } = readLevel(table, data)
        list.levels[depth] = level
        if (flags & 16) list.starts.set(depth, level.start)
        data = end
      }
    }
    lists.set(String(use + 1), list)
  }
  return lists
}
