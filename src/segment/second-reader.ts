/** What the second reader, which learned, makes of a document's head and foot: values as the first reader gives them. */
import { findIssueDate } from '../calendar/issue-date.ts'
import type { Part } from '../label/alphabets.ts'
import { type LabelledSpan, label } from '../label/labeller.ts'
import { pageOf } from '../label/page.ts'
import type { SecondReading, SecondValue } from '../label/reading.ts'
import type { Weights } from '../label/weights.ts'
import { latin } from '../latin.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { type Span, skeleton } from '../text.ts'
import { readWords } from '../words/words.ts'
import { regionOf } from './regions.ts'
import type { ZonedRows } from './segment.ts'
import { typeHeading } from './type-heading.ts'
import { entryText, printed } from './value.ts'

export interface SecondReader {
  lexicon: Lexicon
  weights: Weights
}

export function secondReading(
  text: string,
  { rows, zones }: ZonedRows,
  { lexicon, weights }: SecondReader,
): SecondReading {
  const words = readWords(text, lexicon.vocabulary)
  const values: Partial<Record<Part, SecondValue[]>> = {}
  for (const region of ['head', 'foot'] as const) {
    const page = pageOf(words, lexicon, regionOf(region, rows, zones))
    for (const labelled of label(page, weights, region)) {
      const each = labelled.part === 'number' ? toTokenEnd(text, labelled) : labelled
      const value = READ[each.part]?.(text, each)
      if (value) values[each.part] = [...(values[each.part] ?? []), { value, spans: each.spans, share: each.share }]
    }
  }
  return { words, lexicon, values }
}

/** `21/2025/QĐ-TTg` where the labels end within its last sign. */
function toTokenEnd(text: string, labelled: LabelledSpan): LabelledSpan {
  const last = labelled.spans[labelled.spans.length - 1]
  const rest = last
    ? (latin(/^[/-]\p{Lu}[\p{L}\d-]{0,20}/u).exec(text.slice(last[1], last[1] + 24))?.[0].length ?? 0)
    : 0
  return last && rest > 0
    ? { ...labelled, spans: [...labelled.spans.slice(0, -1), [last[0], last[1] + rest]] }
    : labelled
}

type Read = (text: string, labelled: LabelledSpan) => string | null

const wordsOf: Read = (text, { spans }) => printed(text, pieces(spans)) || null
const entryOf: Read = (text, labelled) => entryText(wordsOf(text, labelled) ?? '') || null
const pieces = (spans: readonly Span[]) => spans.map(([start, end]) => ({ start, end }))

const READ: Partial<Record<Part, Read>> = {
  parent: wordsOf,
  issuer: wordsOf,
  number: (text, labelled) => wordsOf(text, labelled)?.replace(/\s+/g, '') ?? null,
  // `Hà Nội, 08h`: the hour of a telegram is no part of a place
  place: (text, labelled) => wordsOf(text, labelled)?.replace(/,\s*\d.*$/su, '') || null,
  // with the bars that stand for a spoilt digit
  date: (text, { spans }) => {
    const words = spans.map((span) => text.slice(...span)).join(' ')
    return findIssueDate(words, skeleton(words))?.date ?? null
  },
  type: (text, labelled) => {
    const words = wordsOf(text, labelled) ?? ''
    return typeHeading({ text: words, folded: skeleton(words) })?.name ?? null
  },
  subject: wordsOf,
  addressee: entryOf,
  recipient: entryOf,
  archive: entryOf,
  authority: wordsOf,
  position: wordsOf,
  name: wordsOf,
}
