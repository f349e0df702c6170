/** The order in which one run over a folder meets its files. */

/** Folder by folder, names by their code units; the files of a folder stand where its name does. */
export function asWalked(one: string, other: string): number {
  const [a, b] = [one.split('/'), other.split('/')]
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [left, right] = [a[at] as string, b[at] as string]
    if (left !== right) return left < right ? -1 : 1
  }
  return a.length - b.length
}
