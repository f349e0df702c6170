/** Reads the grammars once: the shipped entries, and over them those of one's own folder. */
import shipped from 'virtual:grammars'
import type { Grammar, GrammarFile } from './shapes.ts'

let grammar: Grammar | undefined

/**
 * The grammar in force. The shipped entries were validated when the project was built; `useGrammars` validates others.
 */
export function currentGrammar(): Grammar {
  grammar ??= shipped as unknown as Grammar
  return grammar
}

/** What is made of the grammar in force: made when first asked for, and again when the grammar is another. */
export function perGrammar<T>(make: (grammar: Grammar) => T): () => T {
  let made: { grammar: Grammar; value: T } | undefined
  return () => {
    const grammar = currentGrammar()
    if (made?.grammar !== grammar) made = { grammar, value: make(grammar) }
    return made.value
  }
}

/** What went wrong in a folder of grammars: file, entry and key are named in the message. */
export class GrammarError extends Error {
  override name = 'GrammarError'
}

/**
 * Puts the entries of `folder` over the shipped ones: an entry with a known `id` replaces it, another is added.
 *
 * @throws {GrammarError} naming file, entry and key, when the folder, a file or an entry is wrong.
 */
export async function useGrammars(folder: string): Promise<void> {
  const { mergeGrammars } = await import('./merge.ts')
  grammar = await mergeGrammars(shipped as unknown as Grammar, folder)
}

export type { Grammar, GrammarFile }
