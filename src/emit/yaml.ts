/** YAML with the names of the JSON, quoted so that YAML 1.1 reads no date into a string; several records are a stream. */
import { ALONE, textFormat } from './emitter.ts'

export const yaml = textFormat({
  name: 'yaml',
  help: { en: 'records as YAML', vi: 'biểu ghi dạng YAML' },
  extension: '.yaml',
  holds: 'documents',
  load: async () => {
    const { stringify } = await import('yaml')
    return {
      print: ({ record }) =>
        stringify(record, { lineWidth: 0, aliasDuplicateObjects: false, compat: 'yaml-1.1' }).trimEnd(),
      single: ALONE,
      several: { open: '', between: '\n---\n', close: '\n' },
    }
  },
})
