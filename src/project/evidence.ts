import type { Grader } from '../grade/grade.ts'
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
  readonly #grader: Grader

  constructor(text: string, places: Place[], grader: Grader) {
    this.#text = text
    this.#places = places
    this.#grader = grader
  }

  add(pointer: string, value: Value<unknown>): void {
    const { status, spans, note, place } = value
    const entry: Evidence = { status, grade: this.#grader(pointer, value) }
    const span = this.#contiguous(spans)
    if (span) {
      entry.span = span
      entry.text = this.#text.slice(...span)
      if (spans.length > 1 && span[1] < (spans[spans.length - 1] as Span)[1]) entry.spans = spans
      this.#addPlace(entry, span)
    }
    if (place) Object.assign(entry, place)
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
   * The page of the first word, and the box around all words of the span on that page. A value is no surer than the least
   * sure of its words: one that an OCR engine read is certain only where each was read surely and is known or was read
   * twice alike, and inferred where the marks of one come from the lexicon.
   */
  #addPlace(entry: Evidence, span: Span): void {
    const words = this.#wordsOf(span)
    const [first] = words
    if (!first) return
    const own = words.filter(({ page }) => page === first.page)
    entry.page = first.page
    entry.box = [
      Math.min(...own.map(({ box }) => box[0])),
      Math.min(...own.map(({ box }) => box[1])),
      Math.max(...own.map(({ box }) => box[2])),
      Math.max(...own.map(({ box }) => box[3])),
    ]
    const confidence = Math.min(...words.map(({ confidence: sure = 100 }) => sure))
    const unsure = confidence < UNSURE || words.some(({ reading }) => reading && !reading.sure)
    if (confidence < DOUBTFUL) entry.grade = 'doubtful'
    else if (unsure && entry.grade === 'certain') entry.grade = 'likely'
    const misread = words.flatMap(({ reading }) => reading?.misread ?? [])
    if (misread.length === 0 || entry.status !== 'read') return
    entry.status = 'inferred'
    entry.note ??= `read as ${misread.join(', ')}`
  }

  #wordsOf([start, end]: Span): Place[] {
    const places = this.#places
    let low = 0
    for (let high = places.length; low < high; ) {
      const middle = (low + high) >> 1
      if ((places[middle] as Place).span[1] > start) high = middle
      else low = middle + 1
    }
    const words: Place[] = []
    for (let at = low; at < places.length && (places[at] as Place).span[0] < end; at++) words.push(places[at] as Place)
    return words
  }
}
