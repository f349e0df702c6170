/** A document in pieces for search and language models: each knows where it stands and to what it belongs. */
import type { Document, PrintSettings } from '../emit/emitter.ts'
import { withholdsSubject } from '../record/policy.ts'
import { diagnose } from '../rules.ts'
import type { DirectiveRecord, Evidence, ItemRecord } from '../schema.ts'
import { onlyCertain } from './certain.ts'
import { doubts } from './report.ts'

/** One line of `--chunks`. */
export interface Chunk {
  /** SHA-256 of the source and the pointer: the same piece has the same one in every run. */
  id: string
  /** Of the record: `/items/2/items/0`. */
  pointer: string
  kind: 'subject' | 'preamble' | 'item' | 'closing' | 'attachment'
  /** Labels from the outermost: `II.2.a`; null outside the orders. */
  path: string | null
  /** Headings above, outermost first. */
  headings: string[]
  text: string
  page: number | null
  /** Into the text that `--text` prints; of its first words where it has several parts. */
  span: [number, number] | null
  assignees: string[]
  deadlines: (string | null)[]
  document: Pick<DirectiveRecord, 'type' | 'number' | 'date' | 'issuer' | 'subject'> & {
    path: string | null
    sha256: string
  }
}

/** Null, and reported, for a text that may not leave. */
export function chunksOf({ record: whole }: Document, settings: PrintSettings): Chunk[] | null {
  const { language } = settings
  if (withholdsSubject(whole, settings)) {
    settings.report(diagnose('export-withheld', { mark: whole.secrecy ?? '', option: '--secret-subjects' }, language))
    return null
  }
  for (const doubt of doubts(whole, language)) settings.report(doubt)
  const record = settings.onlyCertain ? onlyCertain(whole) : whole
  const { type, number, date, issuer, subject, source, preamble, items, closing, attachments } = record
  const document = { type, number, date, issuer, subject, path: source.path, sha256: source.sha256 }
  const piece = (kind: Chunk['kind'], pointer: string, text: string, more: Partial<Chunk> = {}): Chunk[] =>
    text === ''
      ? []
      : [
          {
            id: `${source.sha256}${pointer}`,
            pointer,
            kind,
            path: null,
            headings: [],
            text,
            ...placeOf(record, pointer),
            assignees: [],
            deadlines: [],
            document,
            ...more,
          },
        ]
  const itemPieces = (list: readonly ItemRecord[], within: string, path: string[], headings: string[]): Chunk[] =>
    list.flatMap((item, index) => {
      const pointer = `${within}/${index}`
      const own = [...path, item.label]
      const text = [item.heading, item.text]
        .filter((part) => part !== null && part !== '' && !item.text.startsWith(`${item.heading}\n`))
        .join('\n')
      const more = {
        path: own.join('.'),
        headings,
        assignees: item.assignees,
        deadlines: item.deadlines.map((deadline) => deadline.date),
      }
      return [
        ...piece('item', pointer, text, { ...more, ...placeOf(record, `${pointer}/heading`, `${pointer}/text`) }),
        ...itemPieces(
          item.items,
          `${pointer}/items`,
          own,
          item.heading === null ? headings : [...headings, item.heading],
        ),
      ]
    })
  return [
    ...piece('subject', '/subject', subject ?? ''),
    ...preamble.flatMap((text, index) => piece('preamble', `/preamble/${index}`, text)),
    ...itemPieces(items, '/items', [], []),
    ...closing.flatMap((text, index) => piece('closing', `/closing/${index}`, text)),
    ...attachments.flatMap(({ title, text = '' }, index) => {
      return piece('attachment', `/attachments/${index}`, [title, text].filter(Boolean).join('\n'))
    }),
  ]
}

function placeOf({ evidence }: DirectiveRecord, ...pointers: string[]): Pick<Chunk, 'page' | 'span'> {
  const found = pointers.map((pointer): Evidence | undefined => evidence[pointer]).find((entry) => entry?.span)
  return { page: found?.page ?? null, span: found?.span ?? null }
}
