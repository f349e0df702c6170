/** What a file is, by its content; the extension only says what a plain text is taken for. Loads nothing but fflate for a ZIP. */
import type { Format } from '../schema.ts'
import type { ReadOptions } from './options.ts'
import { LETTERS_ON_CONTROLS } from './encoding/tables.ts'
import { sniffUnicode } from './plain.ts'
import { refusal } from './refusals.ts'

const HEAD = 4096

function latin1(bytes: Uint8Array, from = 0, to = bytes.length): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to)
}

const IMAGES: readonly (readonly [magic: string, at: number])[] = [
  ['\x89PNG\r\n', 0],
  ['\xff\xd8\xff', 0],
  ['II*\0', 0],
  ['MM\0*', 0],
  ['WEBP', 8],
  ['GIF8', 0],
]

/** A ZIP with entries, an empty one, one in several parts. */
const ZIPS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']

/** First bytes of kinds that people take for documents; what to do with them. */
const OTHERS: readonly (readonly [magic: string, kind: string, advice: Advice])[] = [
  ['Rar!', 'RAR', 'unpack'],
  ["7z\xbc\xaf'", '7-Zip', 'unpack'],
  ['\x1f\x8b', 'gzip', 'unpack'],
  ['BM', 'BMP', 'png'],
  ['\x00\x00\x01\x00', 'ICO', 'png'],
  ['MZ', 'Windows program', 'other'],
  ['\x7fELF', 'program', 'other'],
  ['%!PS', 'PostScript', 'pdf'],
  ['ID3', 'MP3', 'other'],
  ['\x00\x00\x00\x0cjP', 'JPEG 2000', 'png'],
]

const ADVICE = {
  unpack: { en: 'unpack it first', vi: 'hãy giải nén trước' },
  png: { en: 'save it as PNG or JPEG', vi: 'hãy lưu thành PNG hoặc JPEG' },
  pdf: { en: 'save it as PDF', vi: 'hãy lưu thành PDF' },
  docx: { en: 'save it as .docx', vi: 'hãy lưu thành .docx' },
  other: { en: 'it is no document', vi: 'đây không phải văn bản' },
} as const
type Advice = keyof typeof ADVICE

type Told = Pick<ReadOptions, 'language'>

function unsupported(kind: string, advice: Advice, { language }: Told) {
  return refusal('unsupported', { kind, advice: ADVICE[advice][language] }, language)
}

/** What an OLE container holds, by the streams of its root; by any name in it where it has no root. */
async function oleFormat(bytes: Uint8Array, options: Told): Promise<Format> {
  const { OleFile } = await import('./ole.ts')
  let root: InstanceType<typeof OleFile> | null = null
  try {
    root = new OleFile(bytes)
  } catch {
    // breaks off: its names may be there all the same
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const within = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'))
  const kindBy = (has: (name: string) => boolean): Format | null => {
    if (has('EncryptedPackage')) throw refusal('encrypted', {}, options.language)
    if (has('WordDocument')) return 'doc'
    if (has('Workbook') || has('Book')) throw unsupported('Excel', 'pdf', options)
    if (has('PowerPoint Document')) throw unsupported('PowerPoint', 'pdf', options)
    if (has('__properties_version1.0')) throw unsupported('Outlook', 'pdf', options)
    return null
  }
  const format = (root && kindBy((name) => root.has(name))) ?? kindBy(within)
  if (format === null) throw refusal('truncated', { reason: 'no WordDocument' }, options.language)
  return format
}

async function zipFormat(bytes: Uint8Array, options: Told): Promise<Format> {
  const { listZip } = await import('./zip.ts')
  const names = listZip(bytes, options.language).map(({ name }) => name)
  if (names.includes('word/document.xml')) return 'docx'
  if (names.some((name) => /^word\/document\d*\.xml$/.test(name))) return 'docx'
  if (names.includes('content.xml') && names.includes('mimetype')) return 'odt'
  if (names.includes('xl/workbook.xml')) throw unsupported('Excel', 'pdf', options)
  if (names.includes('ppt/presentation.xml')) throw unsupported('PowerPoint', 'pdf', options)
  throw unsupported('ZIP', 'unpack', options)
}

const HTML =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|font|span|center|style|script|ol|ul|h[1-6]|b|strong|main|article|section)[\s>]/i

/** Names of tables and slides: what old programs write under them as text or HTML is a list, not a document. */
const NEVER_A_DOCUMENT = /\.(?:xl(?:s[xmb]?|t[xm]?)|ods|pp(?:t[xm]?|s[xm]?)|odp)$/i

/** Pages and pictures: what is drawn, decoded or read by OCR. */
export function isPageFormat(bytes: Uint8Array): boolean {
  const head = latin1(bytes, 0, HEAD)
  return head.slice(0, 1024).includes('%PDF-') || IMAGES.some(([magic, at]) => head.startsWith(magic, at))
}

export function isZip(bytes: Uint8Array): boolean {
  const head = latin1(bytes, 0, 4)
  return ZIPS.some((magic) => head.startsWith(magic))
}

/** Shares of a text's bytes: controls that no text has, and those on which VISCII and VPS keep capitals (a heading is all capitals). */
const CONTROLS = 1 / 50
const CAPITALS_ON_CONTROLS = 1 / 6
/** Share of printable ASCII in a text that has letters on controls; of noise it is a third. */
const PLAIN = 0.5

/** Is this text, or bytes of something else? Control codes give it away; VISCII and VPS use some for capitals. */
function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 8192)
  let [control, letters, plain] = [0, 0, 0]
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] as number
    if (byte === 0) return true
    if (byte >= 0x20 && byte < 0x7f) plain++
    else if (LETTERS_ON_CONTROLS.has(byte)) letters++
    else if ((byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) || byte === 0x7f) control++
  }
  const isWriting = plain >= PLAIN * length && letters <= CAPITALS_ON_CONTROLS * length
  return control + (isWriting ? 0 : letters) > 2 + CONTROLS * length
}

function textFormat(bytes: Uint8Array, path: string | null, options: Told): Format {
  const unicode = sniffUnicode(bytes)
  if (!unicode?.startsWith('utf-16') && isBinary(bytes)) throw refusal('binary', {}, options.language)
  const start = unicode?.startsWith('utf-16')
    ? new TextDecoder(unicode).decode(bytes.subarray(0, HEAD))
    : latin1(bytes, unicode === 'utf-8' && bytes[0] === 0xef ? 3 : 0, HEAD)
  if (/^MIME-Version:/im.test(start.slice(0, 400)) && /multipart\/related/i.test(start))
    throw unsupported('MHT', 'docx', options)
  if (/<\?mso-application|<w:wordDocument/.test(start)) throw unsupported('Word XML', 'docx', options)
  const extension = NEVER_A_DOCUMENT.exec(path ?? '')?.[0]
  if (extension !== undefined) throw refusal('wrong-extension', { extension }, options.language)
  if (HTML.test(start)) return 'html'
  return path !== null && /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'text'
}

/**
 * The format of a file, by its content.
 *
 * @param path only its extension counts, and only for a text: `.md`, and those of tables and slides.
 * @throws {ReadError} for an empty, binary, locked or damaged file, and for kinds that are not read.
 */
export async function detectFormat(bytes: Uint8Array, path: string | null, options: Told): Promise<Format> {
  if (bytes.length === 0) throw refusal('empty', {}, options.language)
  const head = latin1(bytes, 0, HEAD)
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (head.startsWith('\xd0\xcf\x11\xe0')) return oleFormat(bytes, options)
  if (isZip(bytes)) return zipFormat(bytes, options)
  if (IMAGES.some(([magic, at]) => head.startsWith(magic, at))) return 'image'
  for (const [magic, kind, advice] of OTHERS)
    if (head.startsWith(magic) && isBinary(bytes)) throw unsupported(kind, advice, options)
  return textFormat(bytes, path, options)
}
