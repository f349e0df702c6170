/**
 * Plain text, the fast path: bytes to decoded text. UTF-8, UTF-16 with or without a byte order mark, and the
 * encodings older than Unicode.
 */
import { isUtf8 } from 'node:buffer'
import { diagnose, type Language } from '../rules.ts'
import type { Diagnostic } from '../schema.ts'
import { decodedForm } from '../text.ts'
import type { Decoded } from './decoded.ts'
import { decodeLegacy, looksLegacy } from './encoding/legacy.ts'
import { mend, mendings } from './encoding/mend.ts'
import { LEGACY, type Legacy, view1252 } from './encoding/tables.ts'
import { ReadError, type ReadOptions } from './options.ts'

/** Names under which an encoding may be asked for. */
const ALIASES: Record<string, string> = {
  utf8: 'utf-8',
  utf16: 'utf-16le',
  'utf-16': 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  abc: 'tcvn3',
  tcvn: 'tcvn3',
  'tcvn-3': 'tcvn3',
  tcvn5712: 'tcvn3',
  'vni-windows': 'vni',
  cp1258: 'windows-1258',
  '1258': 'windows-1258',
  mojibake: 'utf-8-as-1252',
  cp1252: 'windows-1252',
  latin1: 'windows-1252',
}

/** What `--encoding` takes. */
export const ENCODINGS: readonly string[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', ...LEGACY]

/**
 * The canonical name of an encoding.
 * @throws {ReadError} `encoding-unknown`, with the names that are known.
 */
export function encodingNamed(name: string): string {
  const low = name.toLowerCase().trim()
  const known = ALIASES[low] ?? low
  if (!ENCODINGS.includes(known))
    throw new ReadError('encoding-unknown', `Unknown encoding "${name}", expected one of ${ENCODINGS.join(', ')}`)
  return known
}

/** UTF-16 without a byte order mark: every other byte of its ASCII letters is zero. */
function sniffUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length & ~1, 2048)
  if (length < 4 || bytes.subarray(0, length).indexOf(0) < 0) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  if (odd > length / 4 && even < odd / 8) return 'utf-16le'
  return even > length / 4 && odd < even / 8 ? 'utf-16be' : null
}

/** The encoding that the first bytes give away, or null. */
export function sniffUnicode(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return sniffUtf16(bytes)
}

interface Raw {
  text: string
  encoding: string
  undecodable: { count: number; line: number }
}

function lineAt(text: string, index: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line++
  return line
}

function decodeWith(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): Raw {
  const text = new TextDecoder(encoding).decode(bytes)
  const at = text.indexOf('\ufffd')
  return at < 0
    ? { text, encoding, undecodable: { count: 0, line: 0 } }
    : { text, encoding, undecodable: { count: text.split('\ufffd').length - 1, line: lineAt(text, at) } }
}

/** Share of the bytes beyond ASCII that stand in whole UTF-8 sequences, 0 to 1; a few broken ones are damage. */
function utf8Share(bytes: Uint8Array): number {
  let high = 0
  let whole = 0
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] as number
    if (lead < 0x80) continue
    high++
    const length =
      lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0
    let rest = 1
    while (rest < length && ((bytes[i + rest] ?? 0) & 0xc0) === 0x80) rest++
    if (length === 0 || rest < length) continue
    high += length - 1
    whole += length
    i += length - 1
  }
  return high === 0 ? 1 : whole / high
}

/** Does a toned Vietnamese letter stand in UTF-8 somewhere (U+1EA0–U+1EF9)? No eight-bit text has the three bytes. */
function hasVietnameseUtf8(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0xe1); at >= 0; at = bytes.indexOf(0xe1, at + 1)) {
    const [second, third] = [bytes[at + 1], bytes[at + 2] ?? 0]
    if ((second === 0xba || second === 0xbb) && third >= 0x80 && third < 0xc0) return true
  }
  return false
}

/** Bytes that are no UTF-8, line by line: a line of whole sequences is UTF-8, another its 1252 view. */
function decodeByLine(bytes: Uint8Array): Raw {
  if (!hasVietnameseUtf8(bytes))
    return { text: view1252(bytes), encoding: 'windows-1252', undecodable: { count: 0, line: 0 } }
  const utf8 = new TextDecoder('utf-8')
  const lines: string[] = []
  const undecodable = { count: 0, line: 0 }
  let unicode = 0
  let start = 0
  while (start <= bytes.length) {
    let end = bytes.indexOf(0x0a, start)
    if (end < 0) end = bytes.length
    const line = bytes.subarray(start, end)
    if (utf8Share(line) >= 0.7) {
      const text = utf8.decode(line)
      const broken = text.split('\ufffd').length - 1
      if (broken > 0) undecodable.line ||= lines.length + 1
      undecodable.count += broken
      if (text.length < line.length) unicode++
      lines.push(text)
    } else lines.push(view1252(line))
    start = end + 1
  }
  return { text: lines.join('\n'), encoding: unicode > 0 ? 'utf-8' : 'windows-1252', undecodable }
}

function decodeBytes(bytes: Uint8Array, asked: string | null): Raw {
  if (asked === 'utf-16le' || asked === 'utf-16be' || asked === 'utf-8') return decodeWith(bytes, asked)
  if (asked === 'windows-1252') return { text: view1252(bytes), encoding: asked, undecodable: { count: 0, line: 0 } }
  const sniffed = sniffUnicode(bytes)
  if (sniffed && sniffed !== 'utf-8') return decodeWith(bytes, sniffed)
  if (!isUtf8(bytes)) return decodeByLine(bytes)
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  return { text, encoding: 'utf-8', undecodable: { count: 0, line: 0 } }
}

/** How many lines were decoded from each encoding, said. */
export const decodedFrom = (
  lines: Iterable<[Legacy, number]>,
  language: Language,
  place: { line?: number } = {},
): Diagnostic[] =>
  [...lines].map(([encoding, count]) =>
    diagnose('legacy-encoding', { encoding, count: String(count) }, language, place),
  )

/** Legacy lines of a text decoded, the whole in decoded form; for readers of any textual format. */
export function finishText(
  raw: string,
  options: Pick<ReadOptions, 'language'> & { force?: Legacy },
): { text: string; encoding: Legacy | null; diagnostics: Diagnostic[] } {
  const { text, lines, kept, first, restored } =
    options.force || looksLegacy(raw) ? decodeLegacy(raw, { force: options.force }) : untouched(raw)
  const order = [...lines].sort((a, b) => b[1] - a[1])
  const diagnostics = decodedFrom(order, options.language, { line: first })
  const mended = mend(text)
  diagnostics.push(...mendings(mended, options.language, restored))
  const main = order[0]
  return { text: mended.text, encoding: main && main[1] >= kept ? main[0] : null, diagnostics }
}

const untouched = (text: string) => ({
  text,
  lines: new Map<Legacy, number>(),
  kept: 0,
  first: 0,
  restored: { count: 0, line: 0 },
})

/**
 * The text of a plain text file. Bytes that no encoding explains are kept as U+FFFD and reported with their line.
 *
 * @throws {ReadError} `encoding-unknown` for a name in `options.encoding` that is none.
 */
export function readText(bytes: Uint8Array, options: Pick<ReadOptions, 'encoding' | 'language'>): Decoded {
  const asked = options.encoding === undefined ? null : encodingNamed(options.encoding)
  const force = asked !== null && (LEGACY as readonly string[]).includes(asked) ? (asked as Legacy) : undefined
  const raw = decodeBytes(bytes, asked)
  const { language } = options
  const unicode = asked !== null && !force
  const { text, encoding, diagnostics } = unicode
    ? { text: decodedForm(raw.text), encoding: null, diagnostics: [] }
    : finishText(raw.text, force ? { language, force } : { language })
  if (raw.undecodable.count > 0) {
    const values = { count: String(raw.undecodable.count), encoding: raw.encoding }
    diagnostics.unshift(diagnose('undecodable-bytes', values, language, { line: raw.undecodable.line }))
  }
  return {
    text,
    format: 'text',
    encoding: force ?? encoding ?? raw.encoding,
    pages: null,
    ocr: null,
    places: [],
    diagnostics,
  }
}
