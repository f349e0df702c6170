/** Reads the grammars once: the shipped entries, and over them those of one's own folder. */
import { rememberedOf } from '../remembered.ts'
import type { Grammar, GrammarFile } from './shapes.ts'
import shipped from './shipped.ts'

/** The shipped entries. */
export const SHIPPED = shipped

let grammar = SHIPPED

/** The grammar in force. */
export function currentGrammar(): Grammar {
  return grammar
}

/** Does work with a grammar in force, and with the one before again afterwards. The work must not wait for anything. */
export function withGrammar<T>(other: Grammar, work: () => T): T {
  const before = grammar
  grammar = other
  try {
    return work()
  } finally {
    grammar = before
  }
}

/** What is made of the grammar in force, once a grammar, when first asked for. */
export function perGrammar<T>(make: (grammar: Grammar) => T): () => T {
  const made = rememberedOf((own: Grammar) => ({ grammar: own, value: make(own) }))
  let last: { grammar: Grammar; value: T } | undefined
  return () => {
    const own = currentGrammar()
    if (last?.grammar !== own) last = made(own)
    return last.value
  }
}

/** What went wrong in a folder of grammars: file, entry and key are named in the message, which is English. */
export class GrammarError extends Error {
  override name = 'GrammarError'
  /** The message for a reader of Vietnamese. */
  readonly vi: string

  constructor(message: string, vi: string) {
    super(message)
    this.vi = vi
  }
}

/**
 * The entries of `folder` over the shipped ones: an entry with a known `id` replaces it, another is added.
 *
 * @throws {GrammarError} naming file, entry and key, when the folder, a file or an entry is wrong.
 */
export async function loadGrammars(folder: string): Promise<Grammar> {
  const { mergeGrammars } = await import('./merge.ts')
  return mergeGrammars(SHIPPED, folder)
}

/** {@link loadGrammars}, and puts them in force. */
export async function useGrammars(folder: string): Promise<void> {
  grammar = await loadGrammars(folder)
}

export type { Grammar, GrammarFile }
