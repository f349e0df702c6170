/** Tables of whole numbers as text, 32 bits each in base64: read back faster than made anew. */

export const storedInts = ({ buffer, byteOffset, byteLength }: Int32Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64')

export function restoredInts(stored: string): Int32Array {
  // bytes of a buffer may begin where no number can
  const bytes = new Uint8Array(Buffer.from(stored, 'base64'))
  return new Int32Array(bytes.buffer)
}
