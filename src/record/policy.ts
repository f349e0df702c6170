/**
 * What may leave: the only place that decides whether a subject is shown in tables, lists, registers, exports and pages
 * of several documents. Nghị định 63/2026/NĐ-CP, Điều 6: the trích yếu of a TUYỆT MẬT document is written in none of them.
 * It fails closed: a mark that is none of the three of the law counts as the highest.
 */
import type { DirectiveRecord, SecrecyLevel } from '../schema.ts'
import { skeleton } from '../text.ts'

/** Marks of the law (Luật Bảo vệ bí mật nhà nước, Điều 8), folded, by their level. */
const LEVELS: Record<string, SecrecyLevel> = { 'tuyet mat': 'top', 'toi mat': 'secret', mat: 'confidential' }

/** From the highest down. */
const ORDER = Object.values(LEVELS)

/** What a record says of its secrecy; `secrecyLevel` is missing in records that were written before 1.1. */
export type Marked = Pick<DirectiveRecord, 'secrecy'> & Partial<Pick<DirectiveRecord, 'secrecyLevel' | 'evidence'>>

export interface PolicyChoices {
  /** Shows what is withheld for reasons of secrecy too: `--secret-subjects`. */
  secretSubjects?: boolean
}

/** The level of a mark in reading case; null where there is none. */
export function levelOfMark(mark: string | null): SecrecyLevel | null {
  const folded = skeleton(mark ?? '')
    .replace(/[^a-z]+/g, ' ')
    .trim()
  return folded === '' ? null : (LEVELS[folded] ?? 'top')
}

/**
 * The level of a record: what a person has corrected decides; else the higher of the level that was fixed where the mark
 * was read and of what the mark says.
 */
export function levelOf({ secrecy, secrecyLevel = null, evidence }: Marked): SecrecyLevel | null {
  const told = levelOfMark(secrecy)
  if (evidence?.['/secrecy']?.status === 'corrected') return told
  return ORDER.find((level) => level === told || level === secrecyLevel) ?? null
}

/** Whether the subject of the record, and what else tells of its content, stays out. */
export function withholdsSubject(record: Marked, { secretSubjects = false }: PolicyChoices = {}): boolean {
  return !secretSubjects && levelOf(record) === 'top'
}

/** Whether the document stays out of what others read: edXML, OAI-PMH, a package for a reader. `--secret-documents` lets it in. */
export function withholdsDocument(
  record: Marked,
  { secretDocuments = false }: { secretDocuments?: boolean } = {},
): boolean {
  return !secretDocuments && levelOf(record) !== null
}
