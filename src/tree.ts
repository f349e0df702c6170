/**
 * The tree of a directive: this file is its specification.
 *
 * A unist tree of ten node types. Every node has `spans`, the pieces of the decoded text it owns, line by line, so that
 * together the nodes own every non-blank line exactly once. What extractors find is written into typed fields.
 *
 * ```
 * directive
 * ├─ front         what stands before the form: chrome of a web page, signature stamps, running heads
 * ├─ header        title lines, issuer, number, place and date, type, subject
 * ├─ addressees    Kính gửi
 * ├─ paragraph*    bases, preamble, operative clause, closing
 * ├─ item*         the orders, nested
 * ├─ recipients    Nơi nhận
 * ├─ signature*
 * ├─ copy          the form of a copy: who copied the document, and when
 * ├─ attachment*   what follows the signature
 * └─ unclaimed*    lines that nobody wanted; each is reported
 * ```
 */
import type { Node, Parent } from 'unist'
import type { DeadlineRecord, DirectiveRecord, Grade, SecrecyLevel, Status, System } from './schema.ts'
import type { Span } from './text.ts'

/** A value with its evidence. `spans` are the pieces of the text it was read from, in reading order. */
export interface Value<T = string> {
  value: T
  status: Status
  grade: Grade
  spans: Span[]
  note?: string
  /** Where it stands when it is no part of the text: a stamp. */
  place?: { page: number; box: [number, number, number, number]; text: string }
}

export interface Directive extends Parent {
  type: 'directive'
  children: DirectiveChild[]
  /** Who copied the document, by the form of a copy or by a line of an office's system. */
  copy?: Value<NonNullable<DirectiveRecord['copy']>>
  /** What an office's system printed of electronic signatures; its lines belong to the nodes they stand in. */
  digitalSignatures?: Value<NonNullable<DirectiveRecord['digitalSignatures']>[number]>[]
}

export type DirectiveChild =
  | Front
  | Header
  | Addressees
  | Paragraph
  | Item
  | Recipients
  | Signature
  | Copy
  | Attachment
  | Unclaimed

interface Owner extends Node {
  spans: Span[]
}

export interface Deadline {
  /** The words from the cue to the date: `trước ngày 28/8/2021`. */
  text: string
  date: Value<string | null>
  operator: DeadlineRecord['operator']
  /** In a table: what its row orders. */
  row?: RowDuty
}

/** What the row of a table says: what is to be done, by whom and with whom where it names them. */
export interface RowDuty {
  action: string
  assignees: Value[]
  supporting: Value[]
}

export interface Front extends Owner {
  type: 'front'
}

export interface Header extends Owner {
  type: 'header'
  system?: Value<System>
  documentType?: Value
  typeCode?: Value
  number?: Value
  serial?: Value
  notation?: Value
  issuer?: Value
  parentIssuer?: Value
  place?: Value
  date?: Value
  subject?: Value
  urgency?: Value
  secrecy?: Value
  secrecyLevel?: SecrecyLevel
  circulation?: Value[]
  draft?: Value<NonNullable<DirectiveRecord['draft']>>
  arrival?: Value<{ number: string | null; date: string | null; transferTo: string | null }>
}

export interface Addressees extends Owner {
  type: 'addressees'
  entries: Value[]
}

export interface Paragraph extends Owner {
  type: 'paragraph'
  role: 'base' | 'preamble' | 'closing'
  text: Value
  /** The words that introduce the orders, where this paragraph holds them. */
  operative?: Value
}

export interface Item extends Owner {
  type: 'item'
  label: string
  heading: Value | null
  /** One value a paragraph, label taken off the first. */
  paragraphs: Value[]
  children: Item[]
  /** Who must act, as the item's opening names them. */
  assignees?: Value[]
  /** Bodies that take part. */
  supporting?: Value[]
  /** It orders something, though it names nobody. */
  orders?: true
  deadlines?: Deadline[]
}

export interface Recipient {
  entry: Value
  name: string
  purpose: string | null
}

export interface Recipients extends Owner {
  type: 'recipients'
  entries: Recipient[]
  archive?: Value
  drafter?: Value
  /** How many copies were issued. */
  copies?: Value<number>
}

export interface Signature extends Owner {
  type: 'signature'
  authority: Value[]
  post?: Value
  name?: Value
}

export interface Copy extends Owner {
  type: 'copy'
}

export interface Attachment extends Owner {
  type: 'attachment'
  title: Value
  /** As printed behind the word of the heading: `2`, `III`. */
  number: string | null
  /** Its lines but for the title's; missing where there are none. */
  text?: Value
}

export interface Unclaimed extends Owner {
  type: 'unclaimed'
}
