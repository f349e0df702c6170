/**
 * How long a run will still take. Scans cost a hundred times as much a byte as texts, so the two are weighed apart: by what
 * has been measured in this run, and until then by what is usual.
 */
import { isPaper } from '../../batch/short.ts'

/** Usual seconds a byte: a scanned page of 100 KB takes about a second, a text of 4 KB some milliseconds. */
const USUAL = { paper: 1e-5, text: 1e-6 }
type Kind = keyof typeof USUAL

/** What a file costs besides its bytes, in bytes. */
const EACH = 4096

/** What is usual counts as much as a measured file of this size. */
const TRUST = 50_000

/** A file of which so much is done tells how long it takes. */
const TELLING = 0.2

/** A file of which nobody knows how much is done takes half as long again as it has taken. */
const STILL = 1.5

export interface InWork {
  path: string
  /** How much of it is done, 0 to 1. */
  share: number
  /** Since it was begun. */
  seconds: number
}

export class Estimate {
  readonly #workers: number
  readonly #waiting = new Map<string, number>()
  readonly #left = { paper: 0, text: 0 }
  readonly #measured = {
    paper: { bytes: TRUST, seconds: TRUST * USUAL.paper },
    text: { bytes: TRUST, seconds: TRUST * USUAL.text },
  }

  constructor(workers: number) {
    this.#workers = Math.max(1, workers)
  }

  /** A file that is to be read. */
  expect(path: string, bytes: number): void {
    this.#waiting.set(path, bytes + EACH)
    this.#left[kindOf(path)] += bytes + EACH
  }

  /** A file is done; `seconds` is null where nothing had to be done. */
  done(path: string, seconds: number | null): void {
    const weight = this.#waiting.get(path)
    if (weight === undefined) return
    this.#waiting.delete(path)
    const kind = kindOf(path)
    this.#left[kind] -= weight
    if (seconds === null) return
    this.#measured[kind].bytes += weight
    this.#measured[kind].seconds += seconds
  }

  /** Seconds left. What a file in work has cost by now tells what others of its kind will cost at least. */
  left(working: readonly InWork[]): number {
    const price = { paper: this.#secondsPerByte('paper'), text: this.#secondsPerByte('text') }
    let spent = 0
    for (const { path, share, seconds } of working) {
      const weight = this.#waiting.get(path)
      if (weight === undefined) continue
      const whole = share >= TELLING ? seconds / share : seconds * STILL
      price[kindOf(path)] = Math.max(price[kindOf(path)], whole / weight)
      spent += seconds
    }
    const all = this.#left.paper * price.paper + this.#left.text * price.text
    return Math.max(0, all - spent) / this.#workers
  }

  #secondsPerByte(kind: Kind): number {
    const { bytes, seconds } = this.#measured[kind]
    return seconds / bytes
  }
}

function kindOf(path: string): Kind {
  return isPaper(path) ? 'paper' : 'text'
}
