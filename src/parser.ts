/** A parser with grammars of its own. Several may stand side by side, whatever each of them knows. */
import { read, readAll, type ReadDocumentOptions } from './batch/read.ts'
import { type Grammar, loadGrammars, SHIPPED, withGrammar } from './grammar/grammar.ts'
import { type ParseOptions, parseDecoded, parseDirective } from './pipeline.ts'
import type { Decoded } from './read/decoded.ts'
import type { DirectiveRecord } from './schema.ts'

export interface ParserOptions {
  /** A folder of YAML files like those of `grammars/`: an entry with a known `id` replaces the shipped one, another is added. */
  grammars?: string
}

export interface Parser {
  /** The record of a text, as {@link parseDirective}. */
  parse(text: string, options?: ParseOptions): DirectiveRecord
  /** The record of what a reader made of `bytes`, as {@link parseDecoded}. */
  parseDecoded(decoded: Decoded, bytes: Uint8Array, options?: ParseOptions): DirectiveRecord
  /** The record of a file of any format, as {@link read}. */
  read(source: string | URL | Uint8Array, options?: ReadDocumentOptions): Promise<DirectiveRecord>
  /** The records of all documents in a file, as {@link readAll}. */
  readAll(source: string | URL | Uint8Array, options?: ReadDocumentOptions): Promise<DirectiveRecord[]>
}

/**
 * ```ts
 * const parser = await createParser({ grammars: 'own/' })
 * const record = parser.parse(text)
 * ```
 * @throws {GrammarError} naming file, entry and key, when the folder, a file or an entry is wrong.
 */
export async function createParser({ grammars }: ParserOptions = {}): Promise<Parser> {
  const grammar: Grammar = grammars === undefined ? SHIPPED : await loadGrammars(grammars)
  const own = <T>(work: () => T): T => withGrammar(grammar, work)
  /** Files are read without a grammar; what was read becomes a record in one go, under this one. */
  const guarded = (options: ReadDocumentOptions = {}): ReadDocumentOptions => ({
    ...options,
    guard: (work) => own(() => options.guard?.(work) ?? work()),
  })
  return {
    parse: (text, options) => own(() => parseDirective(text, options)),
    parseDecoded: (decoded, bytes, options) => own(() => parseDecoded(decoded, bytes, options)),
    read: (source, options) => read(source, guarded(options)),
    readAll: (source, options) => readAll(source, guarded(options)),
  }
}
