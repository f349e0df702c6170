/** Writes Vietnamese in encodings older than Unicode, for tests: the readers' tables turned round. */
import { decodeView, type Legacy, view1252 } from '../src/read/encoding/tables.ts'

function singles(encoding: Legacy): Map<string, string> {
  const map = new Map<string, string>()
  const bytes = [...Array(256).keys()].filter((byte) => byte !== 9 && byte !== 10 && byte !== 13)
  for (const byte of bytes.reverse()) {
    const view = view1252(Uint8Array.of(byte))
    map.set(decodeView(view, encoding), view)
  }
  return map
}

function pairs(encoding: Legacy): Map<string, string> {
  const map = singles(encoding)
  const marks = [...Array(128).keys()].map((index) => view1252(Uint8Array.of(index + 128)))
  for (const base of [...'aeouyAEOUY', ...marks.reverse()]) {
    for (const mark of marks) {
      const letter = decodeView(base + mark, encoding)
      if (letter.length === 1 && !map.has(letter)) map.set(letter, base + mark)
    }
  }
  for (const base of 'aeiouyAEIOUY')
    for (const mark of marks) {
      const letter = decodeView(base + mark, encoding)
      if (letter.length === 1) map.set(letter, base + mark)
    }
  return map
}

const cache = new Map<Legacy, Map<string, string>>()

/** The 1252 view of `text` in `encoding`; toned capitals that the encoding lacks become the small letter's byte. */
export function legacyView(text: string, encoding: Legacy): string {
  if (encoding === 'utf-8-as-1252') return view1252(Buffer.from(text, 'utf8'))
  let map = cache.get(encoding)
  if (!map) {
    map = encoding === 'vni' || encoding === 'windows-1258' ? pairs(encoding) : singles(encoding)
    cache.set(encoding, map)
  }
  const plain = encoding === 'viscii' || encoding === 'vps' ? text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'") : text
  const simple =
    encoding === 'viscii' || encoding === 'vps'
      ? plain
          .replace(/[–—]/g, '-')
          .replace(/…/g, '...')
          .replace(/\u00a0/g, ' ')
      : plain
  return Array.from(simple, (char) => map.get(char) ?? map.get(char.toLowerCase()) ?? char).join('')
}

/** The bytes of a 1252 view. */
export function bytesOfView(view: string): Uint8Array {
  const back = new Map([...Array(256).keys()].map((byte) => [view1252(Uint8Array.of(byte)), byte]))
  return Uint8Array.from(Array.from(view, (char) => back.get(char) ?? 0x3f))
}
