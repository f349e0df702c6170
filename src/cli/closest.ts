/** The word that somebody meant. */

/** The candidate nearest to `word`, where it is near enough to be a slip of the fingers; null where none is. */
export function closest(word: string, candidates: Iterable<string>): string | null {
  let best: { candidate: string; distance: number } | null = null
  for (const candidate of candidates) {
    const distance = distanceOf(word.toLowerCase(), candidate.toLowerCase())
    if (distance <= allowed(candidate) && (best === null || distance < best.distance)) best = { candidate, distance }
  }
  return best?.candidate ?? null
}

function allowed(candidate: string): number {
  return candidate.length < 5 ? 1 : 2
}

/** Letters put in, left out, exchanged or swapped with their neighbour (Damerau and Levenshtein). */
function distanceOf(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  const rows: number[][] = [b.map((_, index) => index + 1)]
  rows[0]?.unshift(0)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const above = rows[i - 1] as number[]
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (rows[i - 2]?.[j - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY
      row.push(Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + same, swapped))
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? Number.POSITIVE_INFINITY
}
