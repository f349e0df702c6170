/** YAML with the names of the JSON, quoted so that YAML 1.1 reads no date into a string; several records are a stream. */
import { stringify } from 'yaml'
import type { TextEmitter } from './emitter.ts'

export const emitter: TextEmitter = {
  extension: '.yaml',
  print: ({ record }) =>
    stringify(record, { lineWidth: 0, aliasDuplicateObjects: false, compat: 'yaml-1.1' }).trimEnd(),
  single: { open: '', between: '', close: '\n' },
  several: { open: '', between: '\n---\n', close: '\n' },
}
