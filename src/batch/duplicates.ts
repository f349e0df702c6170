/**
 * Files that are there twice (equal bytes), and documents that are: the same number and notation of the same body, in the
 * same year (Nghị định 30/2020/NĐ-CP, Phụ lục VI: no two data of one document).
 */
import { createHash } from 'node:crypto'
import { joinSpaces, skeleton } from '../text.ts'
import type { Described } from './job.ts'

export interface Duplicate {
  /** `copy`: equal bytes; `number`: equal number, notation and issuer. */
  kind: 'copy' | 'number'
  path: string
  /** The one that came before it. */
  of: string
}

/** The first document of a year that bears a number, and those of other years. */
interface Numbered {
  /** Null where the document does not say. */
  year: number | null
  path: string
  next: Numbered | null
}

/** Of a hundred thousand files each is remembered: by hashes, and the paths are those that are there anyway. */
export class Duplicates {
  readonly #contents = new Map<string, string>()
  readonly #numbers = new Map<string, Numbered>()

  /** What of a file was there before, in files that were added earlier. */
  add(path: string, documents: readonly Described[]): Duplicate[] {
    const found: Duplicate[] = []
    const sha256 = documents[0]?.sha256
    const content = sha256 === undefined ? undefined : shortened(Buffer.from(sha256, 'hex'))
    const copied = content === undefined ? undefined : this.#contents.get(content)
    if (copied !== undefined && copied !== path) found.push({ kind: 'copy', path, of: copied })
    else if (content !== undefined) this.#contents.set(content, path)
    for (const document of documents) {
      const of = this.#earlier(path, document)
      if (of !== null && copied === undefined) found.push({ kind: 'number', path, of })
    }
    return found
  }

  #earlier(path: string, { number, issuer, date }: Described): string | null {
    // Entries of an older journal say less.
    if (!number || !issuer || !/^\d/.test(number)) return null
    const key = shortened(
      createHash('sha256')
        .update(`${folded(number)}\n${folded(issuer)}`)
        .digest(),
    )
    const printed = /^\d{4}/.exec(date ?? '')?.[0]
    const year = printed === undefined ? null : Number(printed)
    const first = this.#numbers.get(key)
    let other: Numbered | null = null
    let last: Numbered | null = null
    for (let each = first ?? null; each; each = each.next) {
      if (each.year === year || each.year === null || year === null) other ??= each
      // Who asks for this year, or for none, finds that one first.
      if (each.year === year) return other?.path === path ? null : (other?.path ?? null)
      last = each
    }
    const own: Numbered = { year, path, next: null }
    if (last) last.next = own
    else this.#numbers.set(key, own)
    return other && other.path !== path ? other.path : null
  }
}

/** In bytes: so much of a hash as no two of all files in the world share. */
const HASH = 12

function shortened(hash: Buffer): string {
  return hash.toString('latin1', 0, HASH)
}

/** UỶ BAN and Ủy ban are one, and so are 05/CT-UBND and 5/CT-UBND. */
function folded(text: string): string {
  return joinSpaces(skeleton(text.normalize('NFC'))).replace(/^0+(?=\d)/, '')
}
