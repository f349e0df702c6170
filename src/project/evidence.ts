import type { Place } from '../read/decoded.ts'
import type { Evidence } from '../schema.ts'
import { joinSpaces, type Span } from '../text.ts'
import type { Value } from '../tree.ts'

/** Word confidence of an OCR engine, 0 to 100: below the first a value is doubtful, below the second not certain. */
const DOUBTFUL = 55
const UNSURE = 80

/** Evidence by JSON Pointer. A value read from several pieces has the first as `span`, all of them as `spans`. */
export class EvidenceMap {
  readonly entries: Record<string, Evidence> = {}
  readonly #text: string
  readonly #places: Place[]

  constructor(text: string, places: Place[]) {
    this.#text = text
    this.#places = places
  }

  add(pointer: string, { status, grade, spans, note }: Value<unknown>): void {
    const entry: Evidence = { status, grade }
    const span = this.#contiguous(spans)
    if (span) {
      entry.span = span
      entry.text = this.#text.slice(...span)
      if (spans.length > 1 && span[1] < (spans[spans.length - 1] as Span)[1]) entry.spans = spans
      this.#addPlace(entry, span)
    }
    if (note !== undefined) entry.note = note
    this.entries[pointer] = entry
  }

  absent(pointer: string): void {
    this.entries[pointer] = { status: 'absent', grade: 'likely' }
  }

  /** All pieces as one span where only white space parts them, else the first. */
  #contiguous(spans: Span[]): Span | null {
    const [head, ...others] = spans
    if (!head) return null
    let end = head[1]
    for (const [start, stop] of others) {
      if (start < end || joinSpaces(this.#text.slice(end, start).replace(/[*_|]/g, '')) !== '') return head
      end = stop
    }
    return [head[0], end]
  }

  /**
   * The page of the first word, and the box around all words of the span on that page. A value is no surer than the
   * least sure of its words.
   */
  #addPlace(entry: Evidence, [start, end]: Span): void {
    const places = this.#places
    let low = 0
    for (let high = places.length; low < high; ) {
      const middle = (low + high) >> 1
      if ((places[middle] as Place).span[1] > start) high = middle
      else low = middle + 1
    }
    const first = places[low]
    if (!first || first.span[0] >= end) return
    const box: Place['box'] = [...first.box]
    let confidence = first.confidence ?? 100
    for (let at = low + 1; at < places.length; at++) {
      const { span, page, box: word, confidence: sure = 100 } = places[at] as Place
      if (span[0] >= end || page !== first.page) break
      confidence = Math.min(confidence, sure)
      box[0] = Math.min(box[0], word[0])
      box[1] = Math.min(box[1], word[1])
      box[2] = Math.max(box[2], word[2])
      box[3] = Math.max(box[3], word[3])
    }
    entry.page = first.page
    entry.box = box
    if (confidence < DOUBTFUL) entry.grade = 'doubtful'
    else if (confidence < UNSURE && entry.grade === 'certain') entry.grade = 'likely'
  }
}
