/** What the readers find and the refiners work on: the parts of a date that are printed, and what they cannot say. */

export interface Parts {
  /** Below 100 where only two digits are printed and no date of the document tells the century. */
  year?: number
  month?: number
  day?: number
  /** EDTF code in the place of the month: seasons 21 to 24, quarters 33 to 36, halves 40 and 41. */
  season?: number
}

export class Mention {
  /** Start and end in the scan text. */
  index: number
  until: number
  parts: Parts
  /** The last date of an interval. */
  end: Parts | null = null
  /** A century and decade only: `199`; or a century: `19`. */
  decade: number | null = null
  recurring = false
  /** Counted from an event or a day that is printed elsewhere. */
  term: Term | null = null
  lunar = false
  /** Takes its value from elsewhere: the date before it, or the document's date. */
  from: 'last' | 'document' | null = null
  /** Other dates of the same phrase, read with it: `12, 13 và 14/5`. */
  also: Mention[] = []
  /** Why a part of the value is not printed in it. */
  inferred: string | null = null
  /** Is a part of it printed that cannot be read or does not exist, so that less is given? */
  unread = false
  /** `14:30` before or behind it. */
  time: string | null = null
  /** The year is the first of this month and day after (or before) the document's date: `ngày 15/9 tới`. */
  toward: 'next' | 'past' | null = null

  constructor(index: number, until: number, parts: Parts, end?: Parts) {
    this.index = index
    this.until = until
    this.parts = parts
    this.end = end ?? null
  }

  /** Is it a day or month whose year is not printed? */
  get yearless(): boolean {
    return (
      this.parts.year === undefined &&
      !this.recurring &&
      !this.term &&
      !this.lunar &&
      this.from === null &&
      this.decade === null
    )
  }
}

/** A length of time and what it runs from: `15 ngày kể từ ngày ký`. */
export interface Term {
  count: number
  unit: 'hour' | 'day' | 'workday' | 'week' | 'month' | 'year'
  /** Does it run from this document's own signing or receipt, or has the order no other beginning? */
  own: boolean
  /** Is it counted from the day of signing itself? */
  signed: boolean
  /** Before (-1) or after (1) the day that is printed behind it. */
  direction: -1 | 1
  /** Is a day printed behind it, or before it, from which it is counted? */
  anchored: boolean
  /** Where the cue of the day before it begins: `trước ngày 30/9/2021 ít nhất 05 ngày`; without it the day stands behind. */
  from?: number
}
