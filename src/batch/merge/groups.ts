/** What several files say of the same inputs. */

/** What one file says of one input. */
export interface Group<T> {
  /** Of the input; null where none is named. */
  path: string | null
  /** The file that says it. */
  from: string
  /** The same for what is the same. */
  content: string
  items: T[]
}

/**
 * Of equal groups one, of different ones about one input all, except that those of `before` give way to any other.
 * Nothing is lost that only one file says.
 */
export function oneOfEach<T>(
  groups: readonly Group<T>[],
  before: string | null,
): { kept: Group<T>[]; differing: string[] } {
  const kept: Group<T>[] = []
  const seen = new Map<string, Set<string>>()
  const differing = new Set<string>()
  for (const group of groups) {
    const key = group.path ?? `\0${group.content}`
    const contents = seen.get(key)
    if (contents?.has(group.content) || (contents && group.from === before)) continue
    if (contents) differing.add(group.path ?? '')
    seen.set(key, (contents ?? new Set()).add(group.content))
    kept.push(group)
  }
  return { kept, differing: [...differing] }
}
