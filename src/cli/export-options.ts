/** The options of exports: what the operator knows, the time, what may leave. */
import type { Command, OptionValues } from '@commander-js/extra-typings'
import { EXPORT_SETTINGS, type ExportSettings } from '../export/settings.ts'
import type { Language } from '../rules.ts'
import type { Say } from './options.ts'
import { momentOf } from './values.ts'

export function exportOptions<A extends unknown[], O extends OptionValues>(command: Command<A, O>, t: Say) {
  return command
    .option(
      '--fonds <file>',
      t(
        'what no document says: codes, title, retention (see schema fonds)',
        'những gì văn bản không nêu: mã, tiêu đề, thời hạn (xem schema fonds)',
      ),
    )
    .option(
      '--export-time <moment>',
      t(
        'time written into exports, as 2026-11-28T09:00:00+07:00',
        'thời điểm ghi trong bản xuất, ví dụ 2026-11-28T09:00:00+07:00',
      ),
      momentOf('--export-time'),
    )
    .option('--only-certain', t('exports leave doubtful values empty', 'bản xuất bỏ trống giá trị cần xem lại'))
    .option(
      '--truncate',
      t(
        'cut what is too long for its target, at a word',
        'cắt bớt phần dài quá mức nơi nhận cho phép, không cắt giữa từ',
      ),
    )
    .option(
      '--secret-documents',
      t(
        'documents with a mark of secrecy into edXML, OAI-PMH and DIP too',
        'đưa cả văn bản có dấu mật vào edXML, OAI-PMH, DIP',
      ),
    )
}

export interface ExportChoices {
  fonds?: string | undefined
  exportTime?: string | undefined
  onlyCertain?: true | undefined
  truncate?: true | undefined
  secretSubjects?: true | undefined
  secretDocuments?: true | undefined
}

export async function exportSettings(choices: ExportChoices, language: Language): Promise<ExportSettings> {
  const fonds =
    choices.fonds === undefined ? {} : await (await import('../export/read-fonds.ts')).readFonds(choices.fonds)
  return {
    ...EXPORT_SETTINGS,
    fonds,
    time: choices.exportTime ?? null,
    onlyCertain: choices.onlyCertain === true,
    truncate: choices.truncate === true,
    secretSubjects: choices.secretSubjects === true,
    secretDocuments: choices.secretDocuments === true,
    language,
  }
}
