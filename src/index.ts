/**
 * The library face.
 *
 * ```ts
 * import { parse, read } from 'directive-parse'
 *
 * const record = await read('scans/0001.pdf')      // a file of any format
 * const other = parse('Số 05/CT-UBND\nCHỈ THỊ\n')   // a text
 * const own = await createParser({ grammars: 'own/' })   // the same, with entries of one's own
 * ```
 */
export { filesIn, type FilesInOptions, type FolderFiles } from './batch/files-in.ts'
export { read, readAll, type ReadDocumentOptions } from './batch/read.ts'
export { isOfRecords } from './batch/records.ts'
export { parseBundle } from './bundle.ts'
export { GrammarError } from './grammar/grammar.ts'
export { createParser, type Parser, type ParserOptions } from './parser.ts'
export {
  directiveProcessor,
  type ParseOptions,
  parseDecoded,
  parseDirective,
  parseDirective as parse,
} from './pipeline.ts'
export { directiveExtract, directiveParse, directiveRecord } from './plugins.ts'
export type { Decoded, Place } from './read/decoded.ts'
export { OCR_ENGINES, OCR_MODES, READ_LIMITS, type ReadChoices, ReadError, type ReadLimits } from './read/options.ts'
export { levelOf, type Marked, withholdsDocument } from './record/policy.ts'
export * from './schema.ts'
export { skeleton } from './text.ts'
