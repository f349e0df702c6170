/** What the parsers find and the refiners work on: chrono's result, with what its components cannot say. */
import { type Component, type ParsingContext, ParsingResult } from './chrono.ts'
import type { Scan } from './scan.ts'

type Parts = { [part in Component]?: number }

export class Mention extends ParsingResult {
  /** End in the scan text; `index` is the start. */
  until: number
  /** EDTF code of a quarter (33 to 36) or half (40, 41) in the place of the month. */
  season: number | null = null
  /** The same of the end of an interval. */
  endSeason: number | null = null
  /** A century and decade only: `199`. */
  decade: number | null = null
  recurring = false
  relative = false
  /** Is a relative term counted from this document's own signing or receipt? */
  own = false
  lunar = false
  /** Takes its value from elsewhere: the date before it, or the document's date. */
  from: 'last' | 'document' | null = null
  /** Other dates of the same phrase, read with it: `12, 13 và 14/5`. */
  also: Mention[] = []
  /** Why a part of the value is not printed in it. */
  inferred: string | null = null

  constructor(context: ParsingContext, start: number, end: number, parts: Parts, endParts?: Parts) {
    const text = context.text.slice(start, end)
    const last = endParts && context.createParsingComponents(endParts)
    super(context.reference, start, text, context.createParsingComponents(parts), last)
    this.until = end
  }

  /** A printed part of the (first) date, or null. */
  part(part: 'year' | 'month' | 'day'): number | null {
    return this.start.isCertain(part) ? this.start.get(part) : null
  }

  /** Takes in what stands before it: a time, `cuối`. */
  startAt(index: number): void {
    this.index = index
  }

  /** Is it a day or month whose year is not printed? */
  get yearless(): boolean {
    return !this.start.isCertain('year') && !this.recurring && !this.relative && !this.lunar && this.from === null
  }
}

/** The scan that a context parses. */
export function scanIn(context: ParsingContext): Scan {
  return (context.option as { scan: Scan }).scan
}
