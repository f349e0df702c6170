/** The order in which one run over a folder meets its files. */

/** Folder by folder, names as a person counts; the files of a folder stand where its name does. */
export function asWalked(one: string, other: string): number {
  const [a, b] = [one.split('/'), other.split('/')]
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const order = byName(a[at] as string, b[at] as string)
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** `2.pdf` before `10.pdf`, and all else by code units: the same on every machine, in any language. */
export function byName(one: string, other: string): number {
  let at = 0
  while (at < one.length && one.charCodeAt(at) === other.charCodeAt(at)) at++
  if (at === one.length && at === other.length) return 0
  let start = at
  while (start > 0 && isDigit(one.charCodeAt(start - 1))) start--
  const [a, b] = [digitsAt(one, start), digitsAt(other, start)]
  if (a !== '' && b !== '') {
    const [left, right] = [withoutZeros(a), withoutZeros(b)]
    if (left.length !== right.length) return left.length - right.length
    if (left !== right) return left < right ? -1 : 1
    if (a.length !== b.length) return a.length - b.length
  }
  return one < other ? -1 : 1
}

const isDigit = (code: number) => code >= 48 && code <= 57

function digitsAt(text: string, start: number): string {
  let end = start
  while (end < text.length && isDigit(text.charCodeAt(end))) end++
  return text.slice(start, end)
}

const withoutZeros = (digits: string) => digits.replace(/^0+/, '')
