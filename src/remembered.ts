/** Answers that are kept: of words, of which texts have few different ones, each many times. */

/** Words that are kept at most. */
const MOST = 20_000

/** A pure function of a word that is worked out once a word. */
export function remembered<T>(ask: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const answer = ask(word)
    if (known.size >= MOST) known.clear()
    known.set(word, answer)
    return answer
  }
}
