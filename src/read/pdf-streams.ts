/**
 * The streams of a PDF as they lie in the file, without its objects: enough to say of nearly every file, in some
 * milliseconds, that no page of it draws more than it may.
 */
import { constants, inflateRawSync } from 'node:zlib'

/** What a stream is counted as at the least: to begin a form costs as much as this many bytes of operators. */
export const LEAST = 2048

/** Dictionaries are not longer than this, but for those that hide something. */
const LONGEST_DICTIONARY = 8192
/** Streams that draw nothing: images, fonts, objects, tables of places and metadata. */
const NOT_DRAWN = /\/Subtype\s*\/Image|\/Length1\b|\/Type\s*\/(?:ObjStm|XRef|Metadata)/
const OF_FORM = /\/Subtype\s*\/Form|\/PatternType\s*1/
const FILTER = /\/Filter\s*(?:\[\s*)?\/(\w+)(?:\s*\])?/
/** A form, a pattern or a state with a mask is drawn by its name. */
const DRAWS = /\/([^\s/<>[\](){}%]+)\s+(Do|gs|scn|SCN)(?![\w*'"])/g

/** How often an operator draws a name; names of forms, patterns and states are apart. */
export type Draws = Map<string, { operator: string; name: string; count: number }>

export function drawsIn(content: Buffer): Draws {
  const draws: Draws = new Map()
  for (const [, name = '', word = ''] of content.toString('latin1').matchAll(DRAWS)) {
    const operator = word.toLowerCase()
    const known = draws.get(`${operator} ${name}`)
    if (known) known.count++
    else draws.set(`${operator} ${name}`, { operator, name, count: 1 })
  }
  return draws
}

/** Bytes of a packed stream before what Deflate packed; behind it stands a sum that some writers get wrong. */
const ZLIB_HEAD = 2

/** What a stream packed with Deflate holds, also one that breaks off; `too-large` for more than `most` bytes, null for damage. */
export function inflated(packed: Uint8Array, most: number): Buffer | 'too-large' | null {
  try {
    return inflateRawSync(packed.subarray(ZLIB_HEAD), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : null
  }
}

/**
 * Whether no page can draw more than `most` bytes of operators, forms as often as they are drawn, if every page drew the
 * form that is drawn most as often as any. False also where the file cannot be looked through like this.
 */
export function isLight(bytes: Uint8Array, most: number): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [pages, forms] = [
    { bytes: 0, draws: 0 },
    { bytes: 0, times: 1 },
  ]
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at)) {
    const dictionary = dictionaryBefore(file, at)
    const begin = afterLine(file, at + 'stream'.length)
    const end = file.indexOf('endstream', begin)
    at = end < 0 ? file.length : end + 'endstream'.length
    if (dictionary === null) return false
    if (NOT_DRAWN.test(dictionary)) continue
    const filter = /\/Filter\b/.test(dictionary) ? FILTER.exec(dictionary)?.[1] : null
    const raw = file.subarray(begin, end < 0 ? file.length : end)
    const content = filter === null ? raw : filter === 'FlateDecode' ? inflated(raw, most) : null
    if (content === null || content === 'too-large') return false
    const draws = [...drawsIn(content).values()].reduce((sum, { count }) => sum + count, 0)
    if (OF_FORM.test(dictionary)) {
      forms.bytes += LEAST + content.length
      forms.times *= 1 + draws
    } else {
      pages.bytes += content.length
      pages.draws = Math.max(pages.draws, draws)
    }
  }
  return pages.bytes + forms.bytes * forms.times * (1 + pages.draws) <= most
}

/** The dictionary that ends before the keyword at `at`; null where there is none that can be told. */
function dictionaryBefore(file: Buffer, at: number): string | null {
  const from = Math.max(0, at - LONGEST_DICTIONARY)
  const before = file.toString('latin1', from, at)
  const object = before.lastIndexOf('obj')
  const dictionary = before.slice(object + 'obj'.length).trim()
  return object >= 0 && dictionary.startsWith('<<') && dictionary.endsWith('>>') ? dictionary : null
}

export function afterLine(file: Buffer, at: number): number {
  if (file[at] === 0x0d) return file[at + 1] === 0x0a ? at + 2 : at + 1
  return file[at] === 0x0a ? at + 1 : at
}
