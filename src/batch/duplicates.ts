/**
 * Files that are there twice (equal bytes), and documents that are: the same number and notation of the same body, in the
 * same year (Nghị định 30/2020/NĐ-CP, Phụ lục VI: no two data of one document).
 */
import { joinSpaces, skeleton } from '../text.ts'
import type { Described } from './job.ts'

export interface Duplicate {
  /** `copy`: equal bytes; `number`: equal number, notation and issuer. */
  kind: 'copy' | 'number'
  path: string
  /** The one that came before it. */
  of: string
}

export class Duplicates {
  readonly #contents = new Map<string, string>()
  readonly #numbers = new Map<string, { year: string | null; path: string }[]>()

  /** What of a file was there before, in files that were added earlier. */
  add(path: string, documents: readonly Described[]): Duplicate[] {
    const found: Duplicate[] = []
    const sha256 = documents[0]?.sha256
    const copied = sha256 === undefined ? undefined : this.#contents.get(sha256)
    if (copied !== undefined && copied !== path) found.push({ kind: 'copy', path, of: copied })
    else if (sha256 !== undefined) this.#contents.set(sha256, path)
    for (const document of documents) {
      const of = this.#earlier(path, document)
      if (of !== null && copied === undefined) found.push({ kind: 'number', path, of })
    }
    return found
  }

  #earlier(path: string, { number, issuer, date }: Described): string | null {
    // Entries of an older journal say less.
    if (!number || !issuer || !/^\d/.test(number)) return null
    const key = `${folded(number)}\n${folded(issuer)}`
    const year = /^\d{4}/.exec(date ?? '')?.[0] ?? null
    const others = this.#numbers.get(key) ?? []
    const other = others.find((each) => each.year === year || each.year === null || year === null)
    this.#numbers.set(key, [...others, { year, path }])
    return other && other.path !== path ? other.path : null
  }
}

/** UỶ BAN and Ủy ban are one, and so are 05/CT-UBND and 5/CT-UBND. */
function folded(text: string): string {
  return joinSpaces(skeleton(text.normalize('NFC'))).replace(/^0+(?=\d)/, '')
}
