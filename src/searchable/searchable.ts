/** A two-layer PDF: the images of the pages as they were scanned, and under them the words that an engine read. */
import type { Decoded } from '../read/decoded.ts'
import type { DirectiveRecord } from '../schema.ts'
import { outlineOf, titleOf } from './document-title.ts'
import { recognisedWords } from './placed-words.ts'

/** Why a file is left as it is. */
export type LeftAlone = 'signed' | 'has-text' | 'nothing-read' | 'not-pages'

export type Made = { pdf: Uint8Array; pages: number; words: number } | { left: LeftAlone }

/** @param decoded what the reader made of `bytes`, @param record what the parser made of that. */
export async function searchablePdf(bytes: Uint8Array, decoded: Decoded, record: DirectiveRecord): Promise<Made> {
  if (decoded.format !== 'pdf' && decoded.format !== 'image') return { left: 'not-pages' }
  if (decoded.format === 'pdf' && isSigned(bytes)) return { left: 'signed' }
  const words = recognisedWords(decoded.text, decoded.places)
  if (words.size === 0) return { left: decoded.ocr === null ? 'has-text' : 'nothing-read' }
  const layer = { words, title: titleOf(record), outline: outlineOf(record) }
  const count = [...words.values()].reduce((sum, own) => sum + own.length, 0)
  const { addLayer, writeLayer } = await import('./write-layer.ts')
  if (decoded.format === 'pdf') return { pdf: await addLayer(bytes, layer), pages: words.size, words: count }
  const { imagePages } = await import('./image-pages.ts')
  const { document, scales } = await imagePages(bytes)
  for (const [page, own] of words) {
    const scale = scales[page - 1] ?? 1
    words.set(
      page,
      own.map((word) => ({ ...word, box: word.box.map((side) => side * scale) as typeof word.box })),
    )
  }
  writeLayer(document, layer, 'word')
  return {
    pdf: await document.save({ useObjectStreams: true, updateFieldAppearances: false }),
    pages: words.size,
    words: count,
  }
}

/** A signature covers a range of bytes, which it names: whatever is written into such a file breaks it. */
function isSigned(bytes: Uint8Array): boolean {
  return /\/ByteRange\s*\[\s*\d/.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
}
