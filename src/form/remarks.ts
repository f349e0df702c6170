/** Findings of the form check as remarks of a record, for the page on which a person checks it. */
import type { Language } from '../rules.ts'
import type { Diagnostic, DirectiveRecord } from '../schema.ts'
import { judge } from './judge.ts'
import type { Look } from './look.ts'
import type { FormTables } from './shapes.ts'

export interface Remark {
  diagnostic: Diagnostic
  messages: Record<Language, string>
}

export function remarksOf(record: DirectiveRecord, text: string, tables: FormTables, look: Look | null): Remark[] {
  const findings = (language: Language) => judge(record, text, { tables, look, language }).findings
  const vietnamese = findings('vi')
  return findings('en').map((finding, index) => {
    const { rule, level, pointer, line } = finding
    const sentence = ({ required, found, mend, source }: typeof finding) =>
      [required, found && `"${found}".`, mend, `(${source})`].filter(Boolean).join(' ')
    const messages = { en: sentence(finding), vi: sentence(vietnamese[index] ?? finding) }
    const place = { ...(pointer === undefined ? {} : { pointer }), ...(line === undefined ? {} : { line }) }
    return { diagnostic: { rule: `form/${rule}`, level, message: messages.en, ...place }, messages }
  })
}
