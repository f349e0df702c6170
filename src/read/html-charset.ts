/** In which character set the bytes of a web page are. */
import { isUtf8 } from 'node:buffer'
import { LEGACY, type Legacy, view1252 } from './encoding/tables.ts'
import { sniffUnicode } from './plain.ts'

/** The charset that a page declares, or null. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  return /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? null
}

/** The source as text; legacy letters stay in their 1252 view until the fonts are known. */
export function decodeHtml(
  bytes: Uint8Array,
  asked: string | null,
): { source: string; encoding: string; force?: Legacy } {
  const named = asked ?? sniffUnicode(bytes)
  const force = named !== null && (LEGACY as readonly string[]).includes(named) ? { force: named as Legacy } : {}
  if (named?.startsWith('utf-16')) return { source: new TextDecoder(named).decode(bytes), encoding: named }
  if (isUtf8(bytes) || named === 'utf-8')
    return { source: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8', ...force }
  const charset = declaredCharset(bytes)
  if (charset === 'windows-1258' && asked === null)
    return { source: view1252(bytes), encoding: charset, force: charset }
  return { source: view1252(bytes), encoding: 'windows-1252', ...force }
}
