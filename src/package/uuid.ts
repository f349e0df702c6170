/** Identifiers that follow from what they identify: the same package at the same time has the same ones. */
import { createHash } from 'node:crypto'

/** Of this project (version 4, drawn once). */
const NAMESPACE = Buffer.from('6f1c7e0c5d5b4f5f9e0a4b6a8d2b7c31', 'hex')

/** UUID version 5 (RFC 9562) of a name, in capitals as Thông tư 05/2025/TT-BNV prints them. */
export function uuidOf(...names: string[]): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(names.join('\n')).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex').toUpperCase()
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
