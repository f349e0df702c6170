/** What is wrong with the evidence of a record: words that do not stand where it says, pointers to nothing. */
import type { DirectiveRecord, Evidence } from '../src/schema.ts'

/** One sentence a fault; empty when all is well. `text` is the decoded text. */
export function evidenceFaults(record: DirectiveRecord, text: string): string[] {
  return Object.entries(record.evidence).flatMap(([pointer, evidence]) => [
    ...placeFaults(evidence, text).map((fault) => `${pointer}: ${fault}`),
    ...pointerFaults(record, pointer, evidence).map((fault) => `${pointer}: ${fault}`),
  ])
}

function placeFaults({ span, spans = [], text: words }: Evidence, text: string): string[] {
  const faults = [...(span ? [span] : []), ...spans].flatMap(([start, end]) =>
    0 <= start && start <= end && end <= text.length
      ? []
      : [`[${start}, ${end}] is no place in a text of ${text.length}`],
  )
  if (span && text.slice(...span) !== words) faults.push(`"${words}" is not what stands at [${span}]`)
  if (!span && words !== undefined) faults.push(`"${words}" has no place`)
  for (const [index, [start, end]] of spans.entries()) {
    if (text.slice(start, end).trim() === '') faults.push(`[${start}, ${end}] of spans holds no words`)
    if (index > 0 && start < (spans[index - 1] as [number, number])[1])
      faults.push(`[${start}, ${end}] of spans is out of order`)
  }
  if (spans[0] && span && spans[0][0] !== span[0]) faults.push('span is not the first of spans')
  return faults
}

/** Values that stand nowhere by nature. */
const PLACELESS = ['inferred', 'default', 'absent', 'blank']

function pointerFaults(record: DirectiveRecord, pointer: string, { status, span }: Evidence): string[] {
  const value = valueAt(record, pointer)
  if (value === undefined) return ['points at nothing']
  if (value === null && !['absent', 'blank', 'read'].includes(status)) return [`is ${status} but null`]
  if (value !== null && status === 'absent') return ['is absent but has a value']
  if (value !== null && !span && !PLACELESS.includes(status)) return [`is ${status} but has no place`]
  return []
}

/** What a JSON Pointer (RFC 6901) points at; undefined for nothing. */
export function valueAt(record: unknown, pointer: string): unknown {
  let value = record
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}
