/** What every output format of records is: how one document is printed, and what stands around several. */
import type { DirectiveRecord } from '../schema.ts'

/** A record with the decoded text it was made from. */
export interface Document {
  record: DirectiveRecord
  text: string
}

/** What stands before the first, between two, and after the last document of an output. */
export interface Frame {
  open: string
  between: string
  close: string
}

export interface TextEmitter {
  /** Of the file that one input becomes. */
  extension: string
  /** One document, without a line end at its end. */
  print(document: Document): string
  /** Around one document that stands alone. */
  single: Frame
  /** Around any number of documents. */
  several: Frame
}
