/** What every export is told: what the operator knows, the time, what may leave. Plain data: it crosses to the workers. */
import type { Language } from '../rules.ts'
import type { Fonds } from './fonds.ts'

export interface ExportSettings {
  /** What the documents themselves cannot say; empty where no `fonds.yaml` was given. */
  fonds: Fonds
  /** Of the export, ISO 8601 with offset; null where it was not given: no clock is asked. */
  time: string | null
  /** Leaves values graded `doubtful` empty. */
  onlyCertain: boolean
  /** Cuts what is too long for its element at a word, instead of reporting it alone. */
  truncate: boolean
  /** Lets the subject of a TUYỆT MẬT text into registers, lists and exports. */
  secretSubjects: boolean
  /** Lets documents with a mark of secrecy onto targets that others read: edXML, OAI-PMH, a DIP. */
  secretDocuments: boolean
  /** Of what is reported. */
  language: Language
}

export const EXPORT_SETTINGS: ExportSettings = {
  fonds: {},
  time: null,
  onlyCertain: false,
  truncate: false,
  secretSubjects: false,
  secretDocuments: false,
  language: 'en',
}
