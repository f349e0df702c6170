/** The kinds of values whose grade is measured. */
import type { Part } from '../label/alphabets.ts'

export const GRADED = [
  'parent',
  'issuer',
  'number',
  'place',
  'date',
  'type',
  'subject',
  'addressee',
  'recipient',
  'archive',
  'authority',
  'position',
  'name',
  'reference',
  'deadline',
  'assignee',
] as const
export type GradedField = (typeof GRADED)[number]

/** What the second reader calls them; it reads no body. */
export const PART: Partial<Record<GradedField, Part>> = {
  parent: 'parent',
  issuer: 'issuer',
  number: 'number',
  place: 'place',
  date: 'date',
  type: 'type',
  subject: 'subject',
  addressee: 'addressee',
  recipient: 'recipient',
  archive: 'archive',
  authority: 'authority',
  position: 'position',
  name: 'name',
}

/** A value, an entry of a list, a list below a signature, a value below one, a list below an item. */
const GRADED_POINTER =
  /^\/(?:(parentIssuer|issuer|number|place|date|type|subject|archive)|(addressees|recipients|references)\/\d+|signatures\/\d+\/(?:(authority)\/\d+|(position|name))|(?:.*\/)?(deadlines|assignees)\/\d+)$/

/** What the record calls otherwise. */
const CALLED: Readonly<Record<string, GradedField>> = {
  parentIssuer: 'parent',
  addressees: 'addressee',
  recipients: 'recipient',
  references: 'reference',
  deadlines: 'deadline',
  assignees: 'assignee',
}

/** The kind of the value at a JSON Pointer into a record; null where its grade is not measured. */
export function fieldAt(pointer: string): GradedField | null {
  const found = GRADED_POINTER.exec(pointer)
  const name = found && (found[1] ?? found[2] ?? found[3] ?? found[4] ?? found[5])
  return name ? (CALLED[name] ?? (name as GradedField)) : null
}
