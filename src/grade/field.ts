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

const POINTERS: [RegExp, GradedField][] = [
  [/^\/parentIssuer$/, 'parent'],
  [/^\/(issuer|number|place|date|type|subject|archive)$/, 'issuer'],
  [/^\/addressees\/\d+$/, 'addressee'],
  [/^\/recipients\/\d+$/, 'recipient'],
  [/^\/signatures\/\d+\/authority\/\d+$/, 'authority'],
  [/^\/signatures\/\d+\/(position|name)$/, 'position'],
  [/^\/references\/\d+$/, 'reference'],
  [/\/deadlines\/\d+$/, 'deadline'],
  [/\/assignees\/\d+$/, 'assignee'],
]

/** The kind of the value at a JSON Pointer into a record; null where its grade is not measured. */
export function fieldAt(pointer: string): GradedField | null {
  for (const [pattern, field] of POINTERS) {
    const found = pattern.exec(pointer)
    if (found) return (found[1] as GradedField | undefined) ?? field
  }
  return null
}
