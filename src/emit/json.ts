/** JSON: one record pretty-printed; several as one array. */
import { ALONE, textFormat } from './emitter.ts'

export const json = textFormat({
  name: 'json',
  help: {
    en: 'records as JSON (one input: the default)',
    vi: 'biểu ghi dạng JSON (mặc định khi có một tệp)',
  },
  extension: '.json',
  holds: 'documents',
  load: async () => ({
    print: ({ record }) => JSON.stringify(record, null, 2),
    single: ALONE,
    several: { open: '[\n', between: ',\n', close: '\n]\n' },
  }),
})
