/** Answers that are kept: of words, of which texts have few different ones, each many times; of objects, as long as they live. */

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

/** A pure function of an object that is worked out once; the answer goes with the object. */
export function rememberedOf<K extends object, T extends object>(ask: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, T>()
  return (of) => {
    const before = known.get(of)
    if (before !== undefined) return before
    const answer = ask(of)
    known.set(of, answer)
    return answer
  }
}
