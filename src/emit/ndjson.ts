/** NDJSON: one record a line. */
import { LINES, textFormat } from './emitter.ts'

export const ndjson = textFormat({
  name: 'ndjson',
  help: {
    en: 'one record a line (several inputs: the default)',
    vi: 'mỗi dòng một biểu ghi (mặc định khi có nhiều tệp)',
  },
  extension: '.ndjson',
  holds: 'documents',
  load: async () => ({ print: ({ record }) => JSON.stringify(record), single: LINES, several: LINES }),
})
