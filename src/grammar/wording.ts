/**
 * Puts the words of `grammars/wording.yaml` and the phrases of `grammars/cues.yaml` into regular expressions, so that
 * a pattern in the code shows the form alone. Each is compiled when it is first asked for, once a grammar.
 */
import { skeleton } from '../text.ts'
import { currentGrammar, perGrammar } from './grammar.ts'

/** Each gives words escaped and parted by `|`, longest first. */
export interface Wording {
  /** Words of entries of `grammars/wording.yaml`. */
  words: (...ids: string[]) => string
  /** The same in lower case without marks, for text folded by `skeleton`. */
  folded: (...ids: string[]) => string
  /** Phrases of an entry of `grammars/cues.yaml`. */
  cue: (id: string) => string
}

/** A pattern made of words: `pattern(({ words }) => new RegExp(`\\s(?:${words('hanging-body')})$`, 'u'))`. */
export function pattern(make: (wording: Wording) => RegExp): () => RegExp {
  return perGrammar(() =>
    make({
      words: (...ids) => alternation(ids.flatMap(wordsOf)),
      folded: (...ids) => alternation(ids.flatMap(wordsOf).map(skeleton)),
      cue: (id) => alternation(phrasesOf(id)),
    }),
  )
}

/** The words of an entry of `grammars/wording.yaml`, in their order; those printed in capitals as well behind them. */
export function wordsOf(id: string): readonly string[] {
  const words = wording().get(id)
  if (!words) throw new Error(`grammars/wording.yaml: no entry '${id}'`)
  return words
}

const wording = perGrammar(
  (grammar) =>
    new Map(
      grammar.wording.map(({ id, words, capitals }): [string, readonly string[]] => [
        id,
        capitals ? [...words, ...words.map((word) => word.toUpperCase())] : words,
      ]),
    ),
)

/** The phrases of an entry of `grammars/cues.yaml`. */
export function phrasesOf(id: string): string[] {
  const entry = currentGrammar().cues.find((each) => each.id === id)
  if (!entry) throw new Error(`grammars/cues.yaml: no entry '${id}'`)
  return entry.phrases
}

/** Words as the inside of a group: escaped, each once, the longest first. */
export function alternation(words: string[]): string {
  return [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|')
}
