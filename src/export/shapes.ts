/**
 * What a file of `grammars/exports/` may hold: one target a file. A target is amended by editing its table; the writers
 * know no element by name. Validated when the project is built.
 */
import { z } from 'zod'

/** How values become the text of an element; `src/export/forms.ts` says what each does. */
export const VALUE_FORMS = [
  'text',
  'list',
  'words',
  'lines',
  'count',
  'day-month-year',
  'day-month-year-or-less',
  'year-month-day',
  'year/month/day',
  'edtf',
] as const

const value = {
  /** Paths into the context: `record.subject`, `fonds.fileCode`, `derived.docCode`; the values of all are joined. */
  from: z.array(z.string()).default([]),
  form: z.enum(VALUE_FORMS).default('text'),
  /** A code list of `codes.yaml` by which the value is replaced. */
  codes: z.string().optional(),
  /** Stands where there is no value. */
  default: z.string().optional(),
}

const limits = {
  type: z.enum(['string', 'number', 'date', 'code']).default('string'),
  /** Of a string in characters, of a number in digits. */
  length: z.number().int().positive().optional(),
  /** What a code or a date must look like, as a pattern over the whole. */
  pattern: z.string().optional(),
}

const requirement = z.enum(['required', 'optional', 'conditional', 'absent'])

/** A field of a flat list, as the law's tables have them. */
const field = z.strictObject({
  label: z.string(),
  ...value,
  ...limits,
  /** As it is printed, where the key of the table is another (two profiles may mean two things by one name). */
  name: z.string().optional(),
  /** Each value stands for itself: a group, or a piece of a joined cell. */
  repeat: z.boolean().default(false),
  note: z.string().optional(),
})

const head = {
  id: z.string(),
  title: z.string(),
  /** The law or standard, with its place. */
  source: z.string(),
  /** First day in force. */
  since: z.iso.date().optional(),
}

/** Fields by name, and for each profile which of them it has, in the order of the print. */
export const flatShape = z.strictObject({
  ...head,
  kind: z.literal('flat'),
  root: z.string(),
  fields: z.record(z.string(), field),
  profiles: z.record(z.string(), z.record(z.string(), requirement)),
})

const attribute = z.strictObject(value)

/** An element of a tree without those below it. */
const leaf = z.strictObject({
  element: z.string(),
  ...value,
  ...limits,
  /** One element for each value at this path; below it `.` is that value. */
  each: z.string().optional(),
  /** Only where there is a value at this path. */
  when: z.string().optional(),
  attributes: z.record(z.string(), attribute).default({}),
  requirement: requirement.default('optional'),
  /** Whether the element is there without a value. */
  empty: z.enum(['keep', 'omit']).default('omit'),
})

/** An element of a tree, with its children in order. */
export type ElementRow = z.infer<typeof leaf> & { children?: ElementRow[] | undefined }
const node: z.ZodType<ElementRow> = z.lazy(() => leaf.extend({ children: z.array(node).optional() }))

export const treeShape = z.strictObject({ ...head, kind: z.literal('tree'), root: node })

/** The columns of a printed register. */
export const sheetShape = z.strictObject({
  ...head,
  kind: z.literal('sheet'),
  /** Of the file and of the sheet. */
  file: z.string(),
  sheet: z.string(),
  /** The documents that belong in it. */
  direction: z.enum(['outgoing', 'incoming']).optional(),
  /** One row for each of these; a document where it is left out. */
  each: z.enum(['tasks', 'files']).optional(),
  columns: z.array(
    z.strictObject({
      title: z.string(),
      ...value,
      /** In digits of the usual font. */
      width: z.number().positive(),
      /** Not written for a document whose subject is withheld. */
      withheld: z.boolean().default(false),
      note: z.string().optional(),
    }),
  ),
})

/** Code lists by name: value → code, `other` for the rest. */
export const codesShape = z.strictObject({
  id: z.literal('codes'),
  kind: z.literal('codes'),
  lists: z.record(
    z.string(),
    z.strictObject({ source: z.string(), other: z.string().optional(), codes: z.record(z.string(), z.string()) }),
  ),
})

/** Kinds of packages, and the ways in which systems expect them. */
export const packagesShape = z.strictObject({
  id: z.literal('packages'),
  kind: z.literal('packages'),
  source: z.string(),
  namespace: z.record(z.string(), z.string()),
  representationProfile: z.string(),
  types: z.record(
    z.string(),
    z.strictObject({
      name: z.string(),
      annex: z.string(),
      /** csip:OAISPACKAGETYPE */
      oais: z.enum(['AIP', 'SIP', 'DIP']),
      /** mets/@TYPE and mets/@PROFILE of the package. */
      type: z.string(),
      profile: z.string(),
      objid: z.enum(['urn', 'uuid']),
      /** Profiles of the tables `ead` and `ead-doc`. */
      ead: z.string(),
      document: z.string(),
      /** Whether PREMIS is in it. */
      preservation: z.boolean(),
      /** TYPE of the division of the representation. */
      division: z.string(),
    }),
  ),
  ways: z.record(
    z.string(),
    z.strictObject({
      documentPrefix: z.string(),
      representationId: z.enum(['uuid', 'rep1']),
      schemaNames: z.enum(['printed', 'lower']),
      alternativeId: z.boolean(),
      archiveName: z.enum(['ordinal', 'guid']),
    }),
  ),
})

export const exportShape = z.discriminatedUnion('kind', [flatShape, treeShape, sheetShape, codesShape, packagesShape])

export type Field = z.infer<typeof field>
export type Requirement = z.infer<typeof requirement>
export type FlatTable = z.infer<typeof flatShape>
export type TreeTable = z.infer<typeof treeShape>
export type SheetTable = z.infer<typeof sheetShape>
export type CodeLists = z.infer<typeof codesShape>['lists']
export type PackageTable = z.infer<typeof packagesShape>
export type ExportTable = z.infer<typeof exportShape>
export type ValueForm = (typeof VALUE_FORMS)[number]
