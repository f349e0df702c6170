/**
 * The promise: the record of one document, version 1. Types are inferred from here; emitters print nothing that this
 * schema has not accepted. `directive-parse schema` prints it as JSON Schema.
 */
import { z } from 'zod'

export const FORMATS = ['text', 'markdown', 'html', 'docx', 'doc', 'odt', 'rtf', 'pdf', 'image'] as const
export const SYSTEMS = ['party', 'state', 'union', 'youth', 'front', 'other'] as const
export const STATUSES = ['read', 'inferred', 'default', 'blank', 'absent', 'conflict', 'corrected'] as const
export const GRADES = ['certain', 'likely', 'doubtful'] as const
export const OPERATORS = ['before', 'by', 'within', 'on', 'recurring'] as const
export const RELATIONS = [
  'basis',
  'implements',
  'replies',
  'amends',
  'replaces',
  'repeals',
  'promulgates',
  'cites',
] as const

/** Levels of secrecy, from the highest down: Luật Bảo vệ bí mật nhà nước, Điều 8. */
export const SECRECY_LEVELS = ['top', 'secret', 'confidential'] as const

const text = z.string().nullable()

/** Extended Date/Time Format (ISO 8601-2): `2021-07-19`, `2021-08`, `XXXX-11-23`, `2021-36`, intervals `a/b`. */
const edtf = z.string().regex(/^[0-9X.][0-9X\-T:./~?%+]*$/)

export const sourceSchema = z.object({
  path: text,
  format: z.enum(FORMATS),
  encoding: text,
  bytes: z.number().int().nonnegative(),
  sha256: z.string(),
  pages: z.number().int().nonnegative().nullable(),
  ocr: z.object({ engine: z.string(), confidence: z.number() }).nullable(),
  /** Length of the decoded text, in UTF-16 code units as spans count them. */
  characters: z.number().int().nonnegative().optional(),
  /** Where the source was split: which of its documents this is, from 1, and the pages it stands on. Spans count in the whole text. */
  part: z
    .object({
      index: z.number().int(),
      of: z.number().int(),
      pages: z.tuple([z.number().int(), z.number().int()]).nullable(),
    })
    .optional(),
})

export const deadlineSchema = z.object({
  text: z.string(),
  date: edtf.nullable(),
  operator: z.enum(OPERATORS),
})

export const itemSchema = z.object({
  label: z.string(),
  heading: text,
  text: z.string(),
  get items(): z.ZodArray<typeof itemSchema> {
    return z.array(itemSchema)
  },
  assignees: z.array(z.string()),
  deadlines: z.array(deadlineSchema),
})

export const recipientSchema = z.object({ text: z.string(), name: z.string(), purpose: text })
export const signatureSchema = z.object({ authority: z.array(z.string()), position: text, name: text })
export const attachmentSchema = z.object({
  title: z.string(),
  /** As printed: `2`, `III`. This and what follows is missing in records that were written before 1.1. */
  number: text.optional(),
  /** Its lines but for the title's, as printed. */
  text: z.string().optional(),
  /** The page on which it begins, from 1; only where the source has pages. */
  page: z.number().int().positive().optional(),
})

/** What an office's system prints of an electronic signature. */
export const digitalSignatureSchema = z.object({
  by: text,
  /** Date and time, with the offset where it is printed: `2021-10-12T08:15:22+07:00`. */
  at: text,
})

/** The form of a copy behind the document: who copied it, not who signed it. */
export const copySchema = z.object({
  form: z.enum(['Sao y', 'Sao lục', 'Trích sao']),
  number: text,
  place: text,
  date: edtf.nullable(),
  issuer: text,
  signer: text,
})

export const referenceSchema = z.object({
  text: z.string(),
  type: text,
  number: text,
  date: edtf.nullable(),
  issuer: text,
  subject: text,
  relation: z.enum(RELATIONS).nullable(),
})

export const dateMentionSchema = z.object({ text: z.string(), date: edtf, role: z.string() })
export const agencyMentionSchema = z.object({ text: z.string(), name: z.string(), level: text, place: text })

export const taskSchema = z.object({
  item: z.string(),
  action: z.string(),
  assignees: z.array(z.string()),
  deadline: deadlineSchema.nullable(),
  /** Names the row within its record. Missing, as the two below it, in records that were written before 1.1. */
  id: z.string().optional(),
  /** Where a reader finds it on paper: `mục II.2, gạch đầu dòng thứ ba`. */
  label: z.string().optional(),
  /** Bodies that take part: `phối hợp với …`. */
  supporting: z.array(z.string()).optional(),
})

export const aboutSchema = z.object({ type: text, number: text, date: edtf.nullable(), issuer: text, signer: text })

export const evidenceSchema = z.object({
  status: z.enum(STATUSES),
  grade: z.enum(GRADES),
  text: z.string().optional(),
  span: z.tuple([z.number().int(), z.number().int()]).optional(),
  /** All pieces of a value that is broken over columns or lines with other words between; `span` is the first. */
  spans: z.array(z.tuple([z.number().int(), z.number().int()])).optional(),
  page: z.number().int().optional(),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  note: z.string().optional(),
})

export const diagnosticSchema = z.object({
  rule: z.string(),
  level: z.enum(['info', 'warning', 'error']),
  message: z.string(),
  pointer: z.string().optional(),
  line: z.number().int().optional(),
  column: z.number().int().optional(),
})

/** What a person did to one value. Pointers count as the record stood when it was done. */
export const handChangeSchema = z.object({
  /** `remove` takes an entry out of its list, `add` puts one at its end; `absent` empties a field. */
  action: z.enum(['set', 'confirm', 'absent', 'add', 'remove']),
  pointer: z.string(),
  /** What was there before; not for `add`. */
  was: z.unknown().optional(),
  /** What is there since; for `set` and `add`. */
  value: z.unknown().optional(),
})

export const recordSchema = z.object({
  schema: z.literal('directive/1'),
  source: sourceSchema,
  kind: z.enum(['directive', 'news', 'other']),
  system: z.enum(SYSTEMS).nullable(),
  type: text,
  typeCode: text,
  number: text,
  serial: text,
  notation: text,
  issuer: text,
  parentIssuer: text,
  place: text,
  date: edtf.nullable(),
  subject: text,
  urgency: text,
  secrecy: text,
  /** Fixed where the mark is read; a mark of unsure level is `top`. Missing in records that were written before 1.1. */
  secrecyLevel: z.enum(SECRECY_LEVELS).nullable().optional(),
  /** The stamp ĐẾN of the office that received the document. */
  arrival: z.object({ number: text, date: edtf.nullable(), transferTo: text }).nullable().optional(),
  /** To whom it may go: `Lưu hành nội bộ`, `Xem xong trả lại`. This and what is optional below is missing before 1.1. */
  circulation: z.array(z.string()).optional(),
  draft: z.object({ version: text }).nullable().optional(),
  addressees: z.array(z.string()),
  bases: z.array(z.string()),
  preamble: z.array(z.string()),
  operative: text,
  items: z.array(itemSchema),
  closing: z.array(z.string()),
  recipients: z.array(recipientSchema),
  archive: text,
  /** Who drafted it, and how many copies were issued: `PL. 300b` behind the archive's entry. */
  drafter: text.optional(),
  copies: z.number().int().positive().nullable().optional(),
  signatures: z.array(signatureSchema),
  digitalSignatures: z.array(digitalSignatureSchema).optional(),
  copy: copySchema.nullable().optional(),
  attachments: z.array(attachmentSchema),
  references: z.array(referenceSchema),
  dates: z.array(dateMentionSchema),
  agencies: z.array(agencyMentionSchema),
  tasks: z.array(taskSchema),
  about: aboutSchema.nullable(),
  evidence: z.record(z.string(), evidenceSchema),
  diagnostics: z.array(diagnosticSchema),
  /** What a person did to this record, in the order it was done; missing where nobody did anything. */
  corrections: z.array(handChangeSchema).optional(),
})

export type Format = (typeof FORMATS)[number]
export type System = (typeof SYSTEMS)[number]
export type Status = (typeof STATUSES)[number]
export type SecrecyLevel = (typeof SECRECY_LEVELS)[number]
export type Grade = (typeof GRADES)[number]
export type SourceInfo = z.infer<typeof sourceSchema>
export type Part = NonNullable<SourceInfo['part']>
export type DeadlineRecord = z.infer<typeof deadlineSchema>
export type ItemRecord = z.infer<typeof itemSchema>
export type ReferenceRecord = z.infer<typeof referenceSchema>
export type Evidence = z.infer<typeof evidenceSchema>
export type HandChange = z.infer<typeof handChangeSchema>
export type Diagnostic = z.infer<typeof diagnosticSchema>
export type DirectiveRecord = z.infer<typeof recordSchema>
