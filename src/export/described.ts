/** Values that descriptions for other systems need beside those of `derived.ts`. */
import { basename } from 'node:path'
import type { DirectiveRecord } from '../schema.ts'
import { skeleton } from '../text.ts'
import { derivedOf, isDigitised } from './derived.ts'
import { FORMS } from './forms.ts'
import type { ExportSettings } from './settings.ts'
import type { CodeLists } from './shapes.ts'

/** ISO 639 of the codes of Thông tư 05/2025/TT-BNV; only where the code is one language. */
const LANGUAGES: Record<string, [two: string, three: string]> = {
  '01': ['vi', 'vie'],
  '02': ['en', 'eng'],
  '03': ['fr', 'fra'],
  '04': ['ru', 'rus'],
  '05': ['zh', 'zho'],
}

export function describedOf(record: DirectiveRecord, settings: ExportSettings, codes: CodeLists) {
  const { fonds, time } = settings
  const derived = derivedOf(record, settings, { ordinal: null, codes })
  const language = fonds.language ?? '01'
  const [two, three] = LANGUAGES[language] ?? []
  const { source } = record
  const withheld = derived.subject === null
  return {
    ...derived,
    hash: `urn:sha256:${source.sha256}`,
    language: two,
    languageCode: three,
    languageName: codes.languages?.codes[language],
    extent: derived.pages === null ? null : `${derived.pages} trang`,
    cited: withheld && record.subject !== null ? [] : record.references.map(({ text }) => text),
    attachments: withheld && record.subject !== null ? [] : record.attachments.map(({ title }) => title),
    standardDate: record.date !== null && /^\d{4}(-\d\d(-\d\d)?)?$/.test(record.date) ? record.date : null,
    daotype: daotypeOf(record),
    href: source.path === null ? null : encodeURI(source.path),
    scope: [
      ...(record.addressees.length > 0 ? [`Kính gửi: ${record.addressees.join('; ')}`] : []),
      ...(record.recipients.length > 0 ? [`Nơi nhận: ${record.recipients.map(({ text }) => text).join('; ')}`] : []),
    ],
    organs: record.addressees.map((name) => ({ name, id: derived.to.find((to) => to.name === name)?.id })),
    edxmlType: fonds.edxml?.typeCodes?.[record.type ?? ''],
    urgency:
      record.urgency === null
        ? 'thuong'
        : skeleton(record.urgency)
            .replace(/[^a-z]+/g, ' ')
            .trim(),
    repliesTo: record.references.filter(({ relation }) => relation === 'replies'),
    documentId: documentIdOf(record, fonds.agencyCode),
    messageId: source.sha256.slice(0, 8),
    timestamp: time === null ? null : time.slice(0, 19).replace('T', ' ').replaceAll('-', '/'),
    name: source.path === null ? null : basename(source.path),
  }
}

/** Of EAD3: a plain text may be either, and says nothing of it. */
function daotypeOf(record: DirectiveRecord): string {
  if (isDigitised(record)) return 'derived'
  return ['docx', 'doc', 'odt', 'rtf'].includes(record.source.format) ? 'borndigital' : 'unknown'
}

/** `A39.12,2021/08/05,12/CV/HU`; null where a part of it is not known. */
function documentIdOf({ date, serial, notation }: DirectiveRecord, agency: string | undefined): string | null {
  const day = date === null ? null : FORMS['year/month/day']([date])
  return agency === undefined || day === null || serial === null || notation === null
    ? null
    : `${agency},${day},${serial}/${notation}`
}
