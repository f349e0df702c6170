/** Chance without a clock: the same seed gives the same numbers everywhere. */

export interface Random {
  /** An integer from 0 to `limit - 1`. */
  below(limit: number): number
  /** One element; the list must not be empty. */
  pick<T>(list: readonly T[]): T
  /** `count` different elements in their order in the list; all of them where there are fewer. */
  some<T>(list: readonly T[], count: number): T[]
}

/** mulberry32 over an FNV-1a hash of the seed. */
export function seeded(seed: string): Random {
  let state = 0x811c9dc5
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) as number), 0x01000193)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    some(list, count) {
      const keyed = list.map((element, index) => ({ element, index, key: next() }))
      keyed.sort((a, b) => a.key - b.key || a.index - b.index)
      return keyed.slice(0, count).sort((a, b) => a.index - b.index).map(({ element }) => element)
    },
  }
}
