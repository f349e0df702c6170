/** What a document says, before anyone has laid it out. */

/** How it came to be text: what a reader of that kind gives. */
export type ReaderKind =
  | 'pdf'
  | 'pdf-plain'
  | 'docx'
  | 'doc'
  | 'markdown'
  | 'ocr'
  | 'ocr-blocks'
  | 'crawl'
  | 'html'
  | 'typed'

export interface Signature {
  /** Formulas as printed, one each: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`. */
  authority: string[]
  position: string | null
  name: string | null
  /** Rank or title before the name; no part of it. */
  rank?: string
  /** `(Đã ký)` or the like, before or behind the name. */
  signed?: { text: string; where: 'before' | 'behind' }
  /** The post stands below the name. */
  below?: true
  /** A second post, below the first or below the name; no part of the position. */
  second?: { text: string; where: 'above-name' | 'below-name' }
}

export interface Paragraph {
  kind: 'text' | 'item' | 'heading'
  text: string
  /** Nesting of an item, 0 at the margin. */
  depth: number
}

export interface Stamp {
  field: 'urgency' | 'secrecy' | 'circulation' | 'draft'
  text: string
}

export interface Form {
  reader: ReaderKind
  year: number
  /** National title and motto, the Party's title, the Youth Union's: the right column. */
  titles: { field: 'title' | 'motto'; text: string }[]
  parent: string | null
  issuer: string | null
  /** The issuer as a sentence has it: `Bộ trưởng Bộ Tài chính`. */
  issuerName: string | null
  /** `*` or `***` below the issuer. */
  star: string | null
  number: { label: string; text: string } | null
  place: string | null
  date: string | null
  /** Between place and date. */
  separator: string
  placeDateAt: 'head' | 'end'
  /** The type as printed; null where none is. */
  heading: string | null
  /** Lines between the type and the subject (`HỘI NGHỊ LẦN THỨ …`, `của Bộ trưởng …`). */
  underHeading: string | null
  subject: string | null
  subjectUnder: 'heading' | 'number'
  /** Who enacts, above the bases. */
  enacting: string | null
  cue: string | null
  addressees: string[]
  /** `Đồng kính gửi`. */
  also: { cue: string; addressees: string[] } | null
  bases: string[]
  /** What stands before a base and at the end of all, and of the last. */
  baseStyle: { dash: string; end: string; last: string }
  /** `QUYẾT ĐỊNH` on a line of its own, or the clause before the orders. */
  operative: { text: string; alone: boolean } | null
  body: Paragraph[]
  /** Behind the last word of the body. */
  fullStop: string
  recipients: { label: string; entries: string[]; archive: string | null; end: string; dash: string } | null
  /** A purpose bracketed over the first `over` recipients. */
  purpose: { text: string; over: number } | null
  signatures: Signature[]
  stamps: Stamp[]
  arrival: string[]
  /** Lines above everything: gazette head, digital signature, page menu, title of a web page. */
  front: string[]
  contact: string[]
  /** What follows the signature: attachments, footnotes; and a copy's own header and signature. */
  after: string[]
  copy: string[]
  /** In small letters where capitals are meant, since the font that had them is lost. */
  smallLetters: boolean
  /** The heading sentence of a document without letterhead: all in one (`QUYẾT ĐỊNH CỦA BỘ TRƯỞNG … SỐ … NGÀY …`). */
  headingSentence: 'gazette' | 'law-database' | null
  /** Signatures in columns side by side. */
  signersAbreast: boolean
}

/** An empty form, for a family to fill in. */
export const blankForm = (year: number): Form => ({
  reader: 'pdf',
  year,
  titles: [],
  parent: null,
  issuer: null,
  issuerName: null,
  star: null,
  number: null,
  place: null,
  date: null,
  separator: ', ',
  placeDateAt: 'head',
  heading: null,
  underHeading: null,
  subject: null,
  subjectUnder: 'heading',
  enacting: null,
  cue: null,
  addressees: [],
  also: null,
  bases: [],
  baseStyle: { dash: '', end: ';', last: ';' },
  operative: null,
  body: [],
  fullStop: './.',
  recipients: null,
  purpose: null,
  signatures: [],
  stamps: [],
  arrival: [],
  front: [],
  contact: [],
  after: [],
  copy: [],
  smallLetters: false,
  headingSentence: null,
  signersAbreast: false,
})
