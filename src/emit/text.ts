/** The decoded text alone, as every span of the record counts it. */
import type { TextEmitter } from './emitter.ts'

export const emitter: TextEmitter = {
  extension: '.txt',
  print: ({ text }) => text.replace(/\n$/, ''),
  single: { open: '', between: '', close: '\n' },
  several: { open: '', between: '\n\n', close: '\n' },
}
