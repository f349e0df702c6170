/** What did not fit the target of an export: the first few of each kind by name, the rest counted. */
import type { Diagnostic } from '../schema.ts'
import type { Context } from './command.ts'
import { sayIn } from './options.ts'
import { formatNumber } from './numbers.ts'

/** More notes of one kind are counted, not named; `--report` has them all. */
const MOST_NAMED = 5

export class Notes {
  readonly #counts = new Map<string, number>()
  readonly #context: Context
  readonly #quiet: boolean

  constructor(context: Context, quiet: boolean) {
    this.#context = context
    this.#quiet = quiet
  }

  add(path: string | null, notes: readonly Diagnostic[]): void {
    for (const { rule, message } of notes) {
      const count = (this.#counts.get(rule) ?? 0) + 1
      this.#counts.set(rule, count)
      if (count <= MOST_NAMED && !this.#quiet)
        this.#context.tell({ text: path === null ? message : `${path}: ${message}`, rule })
    }
  }

  close(): void {
    const t = sayIn(this.#context.language)
    for (const [rule, count] of this.#counts) {
      if (count <= MOST_NAMED || this.#quiet) continue
      const more = formatNumber(count - MOST_NAMED, this.#context.language)
      this.#context.tell({
        text: t(`… and ${more} more; --report names them all`, `… và ${more} chỗ nữa; --report nêu tất cả`),
        rule,
      })
    }
  }
}
