/** Emitters of descriptions: a tree table filled from a record. */
import type { Document, Frame, PrintSettings, TextEmitter } from '../emit/emitter.ts'
import { withholdsDocument } from '../record/policy.ts'
import { diagnose } from '../rules.ts'
import { onlyCertain } from './certain.ts'
import { describedOf } from './described.ts'
import { doubts, reportMisfit } from './report.ts'
import { codeLists, treeTable } from './tables.ts'
import { buildTree } from './tree.ts'
import { DECLARATION, type Element, printElement } from './xml.ts'

/** The element that a tree table becomes for a document; what did not fit is reported. */
export function describe(table: string, { record: whole }: Document, settings: PrintSettings): Element {
  for (const doubt of doubts(whole, settings.language)) settings.report(doubt)
  const record = settings.onlyCertain ? onlyCertain(whole) : whole
  const codes = codeLists()
  const context = { record, fonds: settings.fonds, derived: describedOf(record, settings, codes), time: settings.time }
  const misfit = (each: Parameters<typeof reportMisfit>[0]) => settings.report(reportMisfit(each, settings.language))
  const [root] = buildTree(treeTable(table).root, context, { codes, truncate: settings.truncate, misfit })
  return root as Element
}

/** Whether a document with a mark of secrecy stays out of what others read; then that is reported. */
export function staysOut({ record }: Document, settings: PrintSettings): boolean {
  if (!withholdsDocument(record, settings)) return false
  settings.report(
    diagnose('export-withheld', { mark: record.secrecy ?? '', option: '--secret-documents' }, settings.language),
  )
  return true
}

/** Around several documents, each of which is a whole one of its kind. */
export const DOCUMENTS: Frame = {
  open: '<documents xmlns="urn:directive-parse:documents">\n',
  between: '\n',
  close: '\n</documents>\n',
}

/** An emitter whose documents stand alone with a declaration, and several of them in one element. */
export function xmlEmitter(build: (document: Document, settings: PrintSettings) => Element | null): TextEmitter {
  return {
    print: (document, settings) => {
      const root = build(document, settings)
      return root && printElement(root)
    },
    single: { open: DECLARATION, between: '', close: '\n' },
    several: { ...DOCUMENTS, open: DECLARATION + DOCUMENTS.open },
  }
}
