/**
 * The form in which dates are looked for: folded, every run of white space one blank, emphasis marks gone, so that a date
 * broken over lines or set in bold is a date like another; and the way back into the text.
 */
import { isWordAt, type Span, skeleton } from '../../text.ts'

export interface Scan {
  /** Folded and drawn together; three line breaks or more stay one `\n`. */
  text: string
  /** The span of the source from `start` to `end` of the scan text. */
  span(start: number, end: number): Span
  /** What is printed there, blanks drawn together. */
  printed(start: number, end: number): string
}

const BLANK = 1
const BREAK = 2
const kinds = new Uint8Array(0x10000)
for (const blank of ' \t\f\v*\u00a0') kinds[blank.charCodeAt(0)] = BLANK
kinds['\n'.charCodeAt(0)] = BREAK
const SPACE = ' '.charCodeAt(0)
const NEWLINE = '\n'.charCodeAt(0)
const decoder = new TextDecoder('utf-16le')

/** Folds `source` between two offsets. Linear; offsets of the result's spans count from the start of `source`. */
export function scanOf(source: string, from = 0, to = source.length): Scan {
  const folded = skeleton(from === 0 && to === source.length ? source : source.slice(from, to))
  const units = new Uint16Array(folded.length)
  const places = new Uint32Array(folded.length)
  let length = 0
  for (let i = 0; i < folded.length; ) {
    const unit = folded.charCodeAt(i)
    if (kinds[unit] === 0) {
      places[length] = i
      units[length++] = unit
      i++
      continue
    }
    let breaks = 0
    places[length] = i
    for (; i < folded.length && kinds[folded.charCodeAt(i)] !== 0; i++) if (folded.charCodeAt(i) === NEWLINE) breaks++
    units[length++] = breaks > 2 ? NEWLINE : SPACE
  }
  const text = decoder.decode(units.subarray(0, length))
  const place = (index: number) => from + (places[index] as number)
  return {
    text,
    span: (start, end) => [place(start), place(end - 1) + 1],
    printed: (start, end) => source.slice(place(start), place(end - 1) + 1).replace(/[\s*]+/g, ' '),
  }
}

/** Whether a word begins or ends at `index` of a folded text: no letter or digit runs across it. */
export function isEdge(text: string, index: number): boolean {
  return !(isWordAt(text, index - 1) && isWordAt(text, index))
}

/** The match of a sticky pattern at `index`, or null. */
export function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}

/** The match of a pattern that ends in `$`, in the last `reach` units before `index`, or null. */
export function matchBefore(pattern: RegExp, text: string, index: number, reach: number): RegExpExecArray | null {
  return pattern.exec(text.slice(Math.max(0, index - reach), index))
}
