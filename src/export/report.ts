/** From what did not fit to diagnostics, and what is said of every record that is exported. */
import { diagnose, type Language } from '../rules.ts'
import type { Diagnostic, DirectiveRecord } from '../schema.ts'
import type { Misfit } from './context.ts'

export function reportMisfit(misfit: Misfit, language: Language): Diagnostic {
  const { rule, pointer, ...values } = misfit
  const words = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]))
  return diagnose(rule, words, language, pointer === undefined ? {} : { pointer })
}

/** A diagnostic for each doubtful value: it is exported and must be looked at. */
export function doubts(record: DirectiveRecord, language: Language): Diagnostic[] {
  return doubtfulPointers(record).map((pointer) => diagnose('export-doubtful', { pointer }, language, { pointer }))
}

export function doubtfulPointers(record: DirectiveRecord): string[] {
  return Object.entries(record.evidence).flatMap(([pointer, { grade }]) => (grade === 'doubtful' ? [pointer] : []))
}
