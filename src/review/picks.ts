/** Values to pick from when one is typed anew: what the documents of a page say themselves, and the names of types. */
import { currentGrammar } from '../grammar/grammar.ts'
import type { DirectiveRecord } from '../schema.ts'

/** More than these nobody reads. */
const MOST = 400

export class Picks {
  readonly #counts = new Map<string, Map<string, number>>()

  add(record: DirectiveRecord): void {
    const { type, issuer, parentIssuer, place, urgency, secrecy, signatures, evidence } = record
    const sure = (pointer: string) => evidence[pointer]?.grade !== 'doubtful'
    for (const [name, value] of Object.entries({ type, issuer, parentIssuer, place, urgency, secrecy })) {
      if (value !== null && sure(`/${name}`)) this.#count(name, value)
    }
    for (const [at, { name, position }] of signatures.entries()) {
      if (name !== null && sure(`/signatures/${at}/name`)) this.#count('signatures.name', name)
      if (position !== null && sure(`/signatures/${at}/position`)) this.#count('signatures.position', position)
    }
  }

  /** The most frequent first. */
  lists(): Record<string, string[]> {
    const lists = Object.fromEntries(
      [...this.#counts].map(([name, counts]) => {
        const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        return [name, sorted.slice(0, MOST).map(([value]) => value)]
      }),
    )
    const types = currentGrammar().types.map(({ name }) => name)
    return { ...lists, type: [...new Set([...(lists.type ?? []), ...types])] }
  }

  #count(name: string, value: string): void {
    const counts = this.#counts.get(name) ?? new Map<string, number>()
    counts.set(value, (counts.get(value) ?? 0) + 1)
    this.#counts.set(name, counts)
  }
}
