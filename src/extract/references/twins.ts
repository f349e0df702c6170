/**
 * One document under two spellings: of the same day, with the same serial and a letter too many in the notation
 * (`15-CV/VPTW`, `15-CV/VPTVW`), or with the same notation and a digit doubled (`155-CV/VPTW`). Scanning does that; the
 * spelling read first is kept.
 */
import type { Mention } from './mentions.ts'
import type { FoundReference } from './references.ts'

/** Of one day and serial, or of one day and notation, no more are compared: the work stays linear. */
const COMPARED = 8
/** A notation of fewer letters may differ by one and mean another body: `TU`, `HU`. */
const LONG = 5

interface Kept {
  rest: string
  entry: FoundReference
}

export class Twins {
  private readonly bySerial = new Map<string, Kept[]>()
  private readonly byNotation = new Map<string, Kept[]>()

  /** The document kept before that `mention` cites under another spelling. */
  find(mention: Mention): FoundReference | undefined {
    const parts = partsOf(mention)
    if (!parts) return undefined
    const { day, serial, notation } = parts
    const code = this.bySerial
      .get(`${day} ${serial}`)
      ?.find(({ rest }) => Math.min(rest.length, notation.length) >= LONG && oneLonger(rest, notation))
    const doubled = this.byNotation.get(`${day} ${notation}`)?.find(({ rest }) => oneDoubled(rest, serial))
    return (code ?? doubled)?.entry
  }

  keep(mention: Mention, entry: FoundReference): void {
    const parts = partsOf(mention)
    if (!parts) return
    const { day, serial, notation } = parts
    for (const [map, key, rest] of [
      [this.bySerial, `${day} ${serial}`, notation],
      [this.byNotation, `${day} ${notation}`, serial],
    ] as const) {
      const kept = map.get(key) ?? []
      if (kept.length < COMPARED) map.set(key, [...kept, { rest, entry }])
    }
  }
}

function partsOf({ key, number, date }: Mention): { day: string; serial: string; notation: string } | null {
  const match = number && date?.length === 10 ? /^(\d+)([-/].+)$/.exec(key) : null
  return match ? { day: date as string, serial: match[1] as string, notation: match[2] as string } : null
}

/** Is one of them the other with a letter more? */
function oneLonger(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (long.length !== short.length + 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  return /[a-z]/.test(long[at] as string) && short.slice(at) === long.slice(at + 1)
}

/** Is one of them the other with a digit doubled? */
function oneDoubled(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (long.length !== short.length + 1 || short.length < 3) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  return long[at] === long[at - 1] && short.slice(at) === long.slice(at + 1)
}
