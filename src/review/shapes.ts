/** What the emitter, the page in the browser and `apply` say to each other. Types only: the page bundles none of it. */
import type { SheetTable } from '../export/shapes.ts'
import type { DirectiveRecord, Grade } from '../schema.ts'

/** One document in the index of the page: what the list, the filters and the overview need. */
export interface Row {
  /** The record's file, relative to the folder of records, with `/`; corrections name it. */
  name: string
  /** `source.path` of the record. */
  source: string | null
  /** {@link recordHash} of the record that is shown. */
  hash: string
  kind: DirectiveRecord['kind']
  type: string | null
  number: string | null
  date: string | null
  issuer: string | null
  parentIssuer: string | null
  subject: string | null
  place: string | null
  /** The subject is left out: a register entry of a document so marked may not carry one. */
  withheld: boolean
  signer: string | null
  /** Counts of values by grade: certain, likely, doubtful. */
  grades: Record<Grade, number>
  /** Ids of the diagnostics, each once. */
  rules: string[]
  /** Count of the errors and warnings among the diagnostics. */
  warnings: number
  /** Pointers of the fields that somebody should look at. */
  doubtful: string[]
  /** The higher, the sooner somebody should look: 3 a doubtful field, 5 an error, 1 a warning, 0.01 a likely value. */
  doubt: number
  /** Page images in the file. */
  images: number
  /** Pages of the document, where they are known. */
  pages: number | null
  /** Somebody has said that the document is done, and its catalogue entry is still the one that was seen. */
  done: Done | null
}

/** That a person has been through a document. */
export interface Done {
  /** ISO 8601, UTC. */
  at: string
  by: string | null
}

/** A line of the file that the page gives: the document is done, or after all it is not. */
export interface DoneLine extends Done {
  review: 'directive/1'
  record: string
  /** Of the record that the person looked at. */
  hash: string
  done: boolean
}

/** The block of one document, read when it is opened. */
export interface Block {
  record: DirectiveRecord
  /** The sentences of the record's diagnostics, in their order. */
  messages: Record<'vi' | 'en', string>[]
  /** The decoded source; null where it is not at hand. */
  text: string | null
  /** Words of a scan with their places: `[start, end, page, left, top, right, bottom]`. */
  words: [number, number, number, number, number, number, number][]
  /** Why `text` is null: no path, no such file, other bytes than those that were read, a scan, a failing reader. */
  missing: Missing | null
}

export type Missing = 'no-path' | 'not-found' | 'changed' | 'scan' | 'unreadable'

/** What the whole page is about. */
export interface Index {
  title: string
  language: 'vi' | 'en'
  rows: Row[]
  /** What a list of the rules that spoke calls each. */
  rules: Record<string, Record<'vi' | 'en', string>>
  /** Values to pick from, by the name of a field, the most frequent first. */
  picks: Record<string, string[]>
  /** The columns of mục lục văn bản trong hồ sơ. */
  contents: SheetTable
  /** The page comes from a server: blocks are asked of it, and what a person does is written into the records at once. */
  served?: true
}

/** What a server gives for a document that is opened. */
export interface ServedDocument {
  block: Block
  /** Page images, as base64 of WebP. */
  pictures: { width: number; height: number; data: string }[]
}

/** What a server says of corrections that it got. */
export interface Written {
  /** The rows of all documents that were named, as they are now. */
  rows: Row[]
  /** What was not written: the document, the rule, and the sentence. */
  refused: { record: string; rule: string; message: string }[]
  /** By which it can be undone; null where nothing was written. */
  undo: string | null
}
