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

/** Blanks that are not one plain space: emphasis marks count as blank. */
const BLANKS = /[ \t\n\f\v*]{2,}|[\t\n\f\v*]/g

/** Folds `source` between two offsets. Linear; offsets of the result's spans count from the start of `source`. */
export function scanOf(source: string, from = 0, to = source.length): Scan {
  const folded = skeleton(source).slice(from, to)
  const pieces: string[] = []
  /** Where the scan text goes on after a run of blanks, and how many units the run lost. */
  const resumes: number[] = []
  const lost: number[] = []
  let last = 0
  let length = 0
  let loss = 0
  for (const match of folded.matchAll(BLANKS)) {
    const run = match[0]
    const breaks = run.length > 2 ? run.split('\n').length - 1 : 0
    pieces.push(folded.slice(last, match.index), breaks > 2 ? '\n' : ' ')
    length += match.index - last + 1
    last = match.index + run.length
    if (run.length === 1) continue
    loss += run.length - 1
    resumes.push(length)
    lost.push(loss)
  }
  const text = pieces.length === 0 ? folded : pieces.join('') + folded.slice(last)
  const place = (index: number) => {
    let low = 0
    let high = resumes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((resumes[middle] as number) <= index) low = middle + 1
      else high = middle
    }
    return from + index + (low === 0 ? 0 : (lost[low - 1] as number))
  }
  return {
    text,
    span: (start, end) => [place(start), place(end - 1) + 1],
    printed: (start, end) => source.slice(place(start), place(end - 1) + 1).replace(BLANKS, ' '),
  }
}

/** Whether a word begins or ends at `index` of a folded text: no letter or digit runs across it. */
export function isEdge(text: string, index: number): boolean {
  return !(isWordAt(text, index - 1) && isWordAt(text, index))
}

/** The match of a pattern that ends in `$`, in the last `reach` units before `index`, or null. */
export function matchBefore(pattern: RegExp, text: string, index: number, reach: number): RegExpExecArray | null {
  return pattern.exec(text.slice(Math.max(0, index - reach), index))
}

/** The run of letters that ends before `index`, a blank, comma or bracket between; empty where a digit or sign stands there. */
export function wordBefore(text: string, index: number): string {
  let end = index
  while (end > 0 && ' ,('.includes(text[end - 1] as string)) end--
  let start = end
  while (start > 0 && end - start < LONGEST_WORD && isLetter(text.charCodeAt(start - 1))) start--
  return text.slice(start, end)
}

const LONGEST_WORD = 12
const isLetter = (unit: number) => unit >= 97 && unit <= 122
