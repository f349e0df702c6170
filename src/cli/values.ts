/** The values of options: read once, with one clear sentence when they are wrong. */
import { ProblemError } from '../messages.ts'

/** A whole number of at least `least`. */
export function countOf(option: string, least = 0): (value: string) => number {
  return (value) => {
    const count = Number(value)
    if (/^\d+$/.test(value) && count >= least && Number.isSafeInteger(count)) return count
    throw new ProblemError('wrong-value', {
      option,
      value,
      expected: { en: `a number ≥ ${least}`, vi: `một số ≥ ${least}` },
    })
  }
}

const UNITS: Record<string, number> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }

/** Bytes, with a unit if wanted: `500`, `20k`, `200M`, `2G`. */
export function bytesOf(option: string): (value: string) => number {
  return (value) => {
    const [, digits, unit] = /^(\d+)([kmg]?)b?$/i.exec(value) ?? []
    const bytes = Number(digits) * (UNITS[(unit ?? '').toLowerCase()] ?? 1)
    if (digits !== undefined && Number.isSafeInteger(bytes)) return bytes
    throw new ProblemError('wrong-value', { option, value, expected: '500, 20k, 200M, 2G' })
  }
}

/**
 * Refuses the name of an encoding that the readers do not know, before any file is read.
 *
 * @throws {ProblemError}
 */
export async function refuseEncoding(value: string | undefined): Promise<void> {
  if (value === undefined) return
  const { ENCODINGS, encodingNamed } = await import('../read/plain.ts')
  try {
    encodingNamed(value)
  } catch {
    throw new ProblemError('wrong-value', { option: '--encoding', value, expected: ENCODINGS.join(', ') })
  }
}

/** One of several shares: `2/8`. */
export function shardOf(option: string): (value: string) => { index: number; of: number } {
  return (value) => {
    const [, index, of] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(value) ?? []
    if (index !== undefined && Number(index) <= Number(of)) return { index: Number(index), of: Number(of) }
    throw new ProblemError('wrong-value', { option, value, expected: '1/8, 2/8 … 8/8' })
  }
}

/** One of a list of words. */
export function oneOf<const T extends string>(option: string, words: readonly T[]): (value: string) => T {
  return (value) => {
    if ((words as readonly string[]).includes(value)) return value as T
    throw new ProblemError('wrong-value', { option, value, expected: words.join(', ') })
  }
}

/** An option that may be given several times. */
export function collected(value: string, before: string[] = []): string[] {
  return [...before, value]
}

/** A moment with its offset from Greenwich, to the millisecond: `2026-11-28T09:00:00.000+07:00`. */
export function momentOf(option: string): (value: string) => string {
  return (value) => {
    const [, day, time, milliseconds = '', offset] =
      /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/.exec(value) ?? []
    if (day !== undefined && !Number.isNaN(Date.parse(value))) {
      return `${day}T${time}${(milliseconds || '.').padEnd(4, '0')}${offset === 'Z' ? '+00:00' : offset}`
    }
    throw new ProblemError('wrong-value', { option, value, expected: '2026-11-28T09:00:00+07:00' })
  }
}
