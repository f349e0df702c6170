/**
 * Names of files that are no UTF-8, as old disks have them. A system that names files by bytes gives them as they are: each byte that is
 * none of UTF-8 stands in a path as half a surrogate, U+DC80 to U+DCFF, which no other name has, and is a byte again on the disk.
 */
import { readFileSync } from 'node:fs'

const ESCAPED = /[\udc80-\udcff]/
const LONE = /(?<![\ud800-\udbff])[\udc80-\udcff]/g
const REPLACED = '\ufffd'

/** The name that bytes are. */
export function nameOf(bytes: Buffer): string {
  const name = bytes.toString('utf8')
  if (!name.includes(REPLACED)) return name
  let escaped = ''
  for (let at = 0; at < bytes.length; ) {
    const [char, length] = charAt(bytes, at)
    escaped += char
    at += length
  }
  return escaped
}

function charAt(bytes: Buffer, at: number): [char: string, length: number] {
  const lead = bytes[at] as number
  const length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
  const char = bytes.toString('utf8', at, at + length)
  return length > 0 && !char.includes(REPLACED) ? [char, length] : [String.fromCharCode(0xdc00 + lead), 1]
}

/** A path as the file system takes it. */
export function onDisk(path: string): string | Buffer {
  if (!ESCAPED.test(path)) return path
  const parts: Buffer[] = []
  let from = 0
  for (const { 0: byte, index } of path.matchAll(LONE)) {
    parts.push(Buffer.from(path.slice(from, index)), Buffer.of(byte.charCodeAt(0) & 0xff))
    from = index + 1
  }
  return Buffer.concat([...parts, Buffer.from(path.slice(from))])
}

/** A name of letters for what is made of a file: `%E3` for a byte that is none. */
export function spelled(path: string): string {
  return path.replace(LONE, (byte) => `%${(byte.charCodeAt(0) & 0xff).toString(16).toUpperCase()}`)
}

/** An argument as it was typed: where Node has put a sign for bytes that it could not read, they are asked of the system. */
export function asTyped(argument: string): string {
  if (!argument.includes(REPLACED)) return argument
  try {
    const typed = readFileSync('/proc/self/cmdline', 'latin1').split('\0')
    const bytes = typed.map((word) => Buffer.from(word, 'latin1')).find((word) => word.toString('utf8') === argument)
    return bytes ? nameOf(bytes) : argument
  } catch {
    return argument
  }
}
