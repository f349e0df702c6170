/** A gold annotation as corpus/GUIDE.md describes it: what a reader wrote down of one document. */

export interface Gold {
  id: string
  kind: string
  system: string | null
  type: string | null
  number: string | null
  place: string | null
  date: string | null
  issuer: string | null
  /** Who issued it, as the rest of the text shows, where the header names nobody. */
  issuerInferred?: string | null
  parent: string | null
  subject: string | null
  urgency: string | null
  secrecy: string | null
  addressees: string[]
  items: GoldItem[]
  recipients: string[]
  archive: string | null
  signatures: { authority: string[]; position: string | null; name: string | null }[]
  references: { number: string; date: string | null }[]
  deadlines: { date: string | null }[]
  assignments: { assignees: string[] }[]
  /** Other readings that are right too, by field; null: leaving it out is right; a list: its entries given as one. */
  alt?: Record<string, (string | string[] | null)[]>
  /** Only header, addressees, recipients and signatures are annotated. */
  partial?: boolean
  /** Only the labelled items are annotated, or none. */
  itemsPartial?: boolean
  /** Only the beginning or the end of a document. */
  excerpt?: 'head' | 'tail'
}

export interface GoldItem {
  /** As the document means it. */
  label: string
  /** As the text has it, where an OCR engine spoilt it. */
  printed?: string
  depth: number
  start: string
  /** Its mark is doubtful in the source: it counts neither way. */
  optional?: boolean
}
