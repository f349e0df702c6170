/** Places that a correction names: they lie in the text, and its words stand there. */
import type { Correction } from '../corrections/correction.ts'
import type { DirectiveRecord } from '../schema.ts'
import { findSource, isScan, type SourceOptions } from './sources.ts'

/** What is wrong with the first span that is; null where nothing is, or nobody can know. */
export async function wrongSpan(
  record: DirectiveRecord,
  corrections: readonly Correction[],
  sources: SourceOptions,
  name: string,
): Promise<string | null> {
  const placed = corrections.flatMap(({ pointer, span, text }) => (span ? [{ pointer, span, words: text }] : []))
  if (placed.length === 0) return null
  const text = await textOf(record, sources, name)
  const length = text?.length ?? record.source.characters ?? null
  for (const { pointer, span, words } of placed) {
    const isOutside = span[0] >= span[1] || (length !== null && span[1] > length)
    if (isOutside) return `${pointer}: the place ${span.join('-')} lies outside the text`
    if (text !== null && text.slice(...span) !== words)
      return `${pointer}: at ${span.join('-')} stands ${JSON.stringify(text.slice(...span))}`
  }
  return null
}

/** The decoded text, unless it would take OCR again. */
async function textOf(record: DirectiveRecord, sources: SourceOptions, name: string): Promise<string | null> {
  if (isScan(record)) return null
  const source = await findSource(record, sources, name)
  return 'decoded' in source ? (source.decoded?.text ?? null) : null
}
