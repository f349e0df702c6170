/** NDJSON: one record a line. */
import type { TextEmitter } from './emitter.ts'

export const emitter: TextEmitter = {
  extension: '.ndjson',
  print: ({ record }) => JSON.stringify(record),
  single: { open: '', between: '\n', close: '\n' },
  several: { open: '', between: '\n', close: '\n' },
}
