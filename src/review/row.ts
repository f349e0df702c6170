/** The row of a document in the index of the page. */

import { pagesOf } from '../export/derived.ts'
import { fieldsOf } from '../record/fields.ts'
import { withholdsSubject } from '../record/policy.ts'
import type { DirectiveRecord } from '../schema.ts'
import type { Done, Row } from './shapes.ts'

export function rowOf(name: string, hash: string, record: DirectiveRecord, done: Done | null = null): Row {
  const withheld = withholdsSubject(record)
  const grades = { certain: 0, likely: 0, doubtful: 0 }
  for (const { grade } of Object.values(record.evidence)) grades[grade]++
  const doubtful = fieldsOf(record)
    .filter((field) => field.doubtful)
    .map((field) => field.pointer)
  const count = (level: string) => record.diagnostics.filter((diagnostic) => diagnostic.level === level).length
  const [errors, warnings] = [count('error'), count('warning')]
  const doubt = 3 * doubtful.length + 5 * errors + warnings + 0.01 * grades.likely
  return {
    name,
    source: record.source.path,
    hash,
    kind: record.kind,
    type: record.type,
    number: record.number,
    date: record.date,
    issuer: record.issuer,
    parentIssuer: record.parentIssuer,
    subject: withheld ? null : record.subject,
    withheld,
    place: record.place,
    signer: record.signatures.find((signature) => signature.name !== null)?.name ?? null,
    grades,
    rules: [...new Set(record.diagnostics.map(({ rule }) => rule))],
    warnings: errors + warnings,
    doubtful,
    doubt: Math.round(100 * doubt) / 100,
    images: 0,
    pages: pagesOf(record),
    done,
  }
}
