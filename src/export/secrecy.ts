/** What may leave of a document with a mark of secrecy: the one place where exports decide it. */
import type { DirectiveRecord } from '../schema.ts'
import { skeleton } from '../text.ts'
import type { ExportSettings } from './settings.ts'

type Level = 'top' | 'secret' | 'confidential' | null

/** A mark that is none of the three counts as the highest: it withholds. */
export function levelOf(record: Pick<DirectiveRecord, 'secrecy'> & { secrecyLevel?: Level }): Level {
  if (record.secrecyLevel !== undefined) return record.secrecyLevel
  if (record.secrecy === null) return null
  const letters = skeleton(record.secrecy).replace(/[^a-z]/g, '')
  if (letters === 'mat') return 'confidential'
  return letters === 'toimat' ? 'secret' : 'top'
}

/** Whether the words of the document stay out: its subject in lists and registers, its text in exports of the text. */
export function withholdsSubject(record: DirectiveRecord, { secretSubjects }: ExportSettings): boolean {
  return !secretSubjects && levelOf(record) === 'top'
}

/** Whether the document stays out of what others read: edXML, OAI-PMH, a package for a reader. */
export function withholdsDocument(record: DirectiveRecord, { secretDocuments }: ExportSettings): boolean {
  return !secretDocuments && levelOf(record) !== null
}
