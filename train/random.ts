/** Chance without a clock: the same seed gives the same numbers everywhere. */

export interface Random {
  /** An integer from 0 to `limit - 1`. */
  below(limit: number): number
  /** Whether it happens, with the probability `share` (0 to 1). */
  chance(share: number): boolean
  /** One element; the list must not be empty. */
  pick<T>(list: readonly T[]): T
  /** One key; its value says how often it comes, compared with the others. */
  weighted<K extends string>(weights: Partial<Record<K, number>>): K
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
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    weighted<K extends string>(weights: Partial<Record<K, number>>): K {
      const entries = Object.entries(weights) as [K, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of entries) {
        left -= weight
        if (left < 0) return key
      }
      return entries[entries.length - 1]?.[0] as K
    },
    some(list, count) {
      const keyed = list.map((element, index) => ({ element, index, key: next() }))
      keyed.sort((a, b) => a.key - b.key || a.index - b.index)
      return keyed
        .slice(0, count)
        .sort((a, b) => a.index - b.index)
        .map(({ element }) => element)
    },
  }
}
