/** Answers that are kept: of words, of which texts have few different ones, each many times. */

/** Words that are kept at most, unless told otherwise. */
const MOST = 20_000

/** A pure function of a word, or of another text, that is worked out once; at most so many answers are kept. */
export function remembered<T>(ask: (word: string) => T, most = MOST): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const answer = ask(word)
    if (known.size >= most) known.clear()
    known.set(word, answer)
    return answer
  }
}
