/** JSON: one record pretty-printed; several as one array. */
import type { TextEmitter } from './emitter.ts'

export const emitter: TextEmitter = {
  extension: '.json',
  print: ({ record }) => JSON.stringify(record, null, 2),
  single: { open: '', between: '', close: '\n' },
  several: { open: '[\n', between: ',\n', close: '\n]\n' },
}
