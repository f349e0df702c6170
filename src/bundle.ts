/** The records of a source that may hold several documents, one a document. */
import type { ParseOptions } from './pipeline.ts'
import { parseDecoded } from './pipeline.ts'
import type { Decoded } from './read/decoded.ts'
import { diagnose } from './rules.ts'
import type { DirectiveRecord, Evidence, Part } from './schema.ts'
import { documentStarts } from './segment/bundle.ts'
import type { Span } from './text.ts'

export interface Piece {
  record: DirectiveRecord
  /** Its part of the decoded text. */
  text: string
}

/** One record where the text holds one document; else one a document, whose spans count in the whole text. */
export function parseBundle(decoded: Decoded, bytes: Uint8Array, options: ParseOptions = {}): Piece[] {
  const starts = documentStarts(decoded.text)
  if (starts.length === 0) return [{ record: parseDecoded(decoded, bytes, options), text: decoded.text }]
  const bounds = [0, ...starts.map(({ at }) => at), decoded.text.length]
  const of = bounds.length - 1
  return bounds.slice(0, -1).map((from, index): Piece => {
    const span: Span = [from, bounds[index + 1] as number]
    const text = decoded.text.slice(...span)
    const part: Part = { index: index + 1, of, pages: pagesOf(decoded, span) }
    const record = parseDecoded(
      { ...decoded, ...cutOut(decoded, span), text, diagnostics: index === 0 ? decoded.diagnostics : [] },
      bytes,
      options,
    )
    const lines = decoded.text.slice(0, from).split('\n').length - 1
    const why = starts[index - 1]
    const said = why
      ? [
          diagnose('split-here', { number: why.number, index: `${index + 1}`, of: `${of}` }, options.language ?? 'en', {
            line: 1,
            column: 1,
          }),
        ]
      : []
    return { text, record: moved(record, { part, from, lines, said, characters: decoded.text.length }) }
  })
}

function cutOut({ places }: Decoded, [from, to]: Span): Pick<Decoded, 'places'> {
  const own = places.filter(({ span }) => span[0] >= from && span[1] <= to)
  return { places: own.map((place) => ({ ...place, span: [place.span[0] - from, place.span[1] - from] })) }
}

/** By the places of its words, or by the form feeds before it; null for a source without pages. */
function pagesOf({ text, places }: Decoded, [from, to]: Span): Part['pages'] {
  const own = places.filter(({ span }) => span[0] >= from && span[1] <= to)
  const [first, last] = [own[0], own[own.length - 1]]
  if (first && last) return [first.page, last.page]
  if (!text.includes('\f')) return null
  const pageAt = (offset: number) => text.slice(0, offset).split('\f').length
  return [pageAt(from + 1), pageAt(from + text.slice(from, to).trimEnd().length)]
}

interface Move {
  part: Part
  from: number
  lines: number
  characters: number
  said: DirectiveRecord['diagnostics']
}

function moved(record: DirectiveRecord, { part, from, lines, said, characters }: Move): DirectiveRecord {
  const shift = ([start, end]: Span): Span => [start + from, end + from]
  const evidence = Object.fromEntries(
    Object.entries(record.evidence).map(([pointer, entry]): [string, Evidence] => [
      pointer,
      {
        ...entry,
        ...(entry.span && { span: shift(entry.span) }),
        ...(entry.spans && { spans: entry.spans.map(shift) }),
      },
    ]),
  )
  const diagnostics = [...said, ...record.diagnostics].map((each) =>
    each.line === undefined ? each : { ...each, line: each.line + lines },
  )
  return { ...record, source: { ...record.source, characters, part }, evidence, diagnostics }
}
