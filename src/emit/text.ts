/** The decoded text alone, as every span of the record counts it. */
import { ALONE, textFormat } from './emitter.ts'

export const text = textFormat({
  name: 'text',
  help: { en: 'the decoded text alone', vi: 'chỉ in phần văn bản đọc được' },
  extension: '.txt',
  holds: 'documents',
  load: async () => ({
    print: (document) => (document.text ?? '').replace(/\n$/, ''),
    single: ALONE,
    several: { open: '', between: '\n\n', close: '\n' },
  }),
})
