/** What the first reader has, by kind of value, as candidates. */
import type { Directive, Value } from '../tree.ts'
import { type Candidate, lettersOf } from './doubts.ts'
import type { GradedField } from './field.ts'

export function candidatesOf(tree: Directive): Candidate[] {
  const found: Candidate[] = []
  const add = (field: GradedField, values: readonly (Value | undefined)[]) => {
    for (const each of values) if (each) found.push(candidateOf(field, each))
  }
  for (const node of tree.children) {
    if (node.type === 'header') {
      add('parent', [node.parentIssuer])
      add('issuer', [node.issuer])
      add('number', [node.number])
      add('place', [node.place])
      add('date', [node.date])
      add('type', [node.documentType])
      add('subject', [node.subject])
    } else if (node.type === 'addressees') add('addressee', node.entries)
    else if (node.type === 'recipients') {
      add(
        'recipient',
        node.entries.map(({ entry }) => entry),
      )
      add('archive', [node.archive])
    } else if (node.type === 'signature') {
      add('authority', node.authority)
      add('position', [node.post])
      add('name', [node.name])
    }
  }
  return found
}

export const candidateOf = (field: GradedField, { value, spans, grade, status }: Value<unknown>): Candidate => ({
  field,
  value: String(value),
  spans,
  grade,
  status,
})

/** Their letters by kind. */
export function byField(candidates: readonly Candidate[]): Map<GradedField, string[]> {
  const found = new Map<GradedField, string[]>()
  for (const { field, value } of candidates) {
    const list = found.get(field)
    if (list) list.push(lettersOf(value))
    else found.set(field, [lettersOf(value)])
  }
  return found
}
