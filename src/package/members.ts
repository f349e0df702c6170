/** The files of a package: where they stand in it, what they hold, how large they are and what their hash is. */
import { createHash } from 'node:crypto'

export interface Member {
  /** Within the package, with slashes: `representations/rep1/METS.xml`. */
  path: string
  bytes: Uint8Array
  mime: string
  size: number
  /** In capitals. */
  sha256: string
}

const MIME_TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  txt: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  webp: 'image/webp',
  xml: 'application/xml',
  xsd: 'application/xml',
  json: 'application/json',
}

export function memberOf(path: string, content: string | Uint8Array): Member {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  const sha256 = createHash('sha256').update(bytes).digest('hex').toUpperCase()
  return { path, bytes, mime: MIME_TYPES[extension] ?? 'application/octet-stream', size: bytes.length, sha256 }
}
