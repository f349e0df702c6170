/** Sets of stretches of a text, each question answered in time that does not grow with their number squared. */
import type { Span } from './text.ts'

/** Ascending, those that meet as one. */
export function merged(spans: readonly Span[]): Span[] {
  const whole: Span[] = []
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = whole[whole.length - 1]
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else whole.push([start, end])
  }
  return whole
}

/** Whether a stretch has something in common with one of `spans`. */
export function overlapping(spans: readonly Span[]): (start: number, end: number) => boolean {
  const whole = merged(spans)
  return (start, end) => {
    let low = 0
    let high = whole.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((whole[middle] as Span)[1] > start) high = middle
      else low = middle + 1
    }
    return low < whole.length && (whole[low] as Span)[0] < end
  }
}

/** What of `spans`, ascending, the `read` ones leave over. */
export function leftOver(spans: readonly Span[], read: readonly Span[]): Span[] {
  const whole = merged(read)
  const left: Span[] = []
  let next = 0
  for (const [start, end] of spans) {
    let from = start
    while (next < whole.length && (whole[next] as Span)[1] <= from) next++
    for (let at = next; at < whole.length && (whole[at] as Span)[0] < end; at++) {
      const [readStart, readEnd] = whole[at] as Span
      if (readStart > from) left.push([from, readStart])
      from = Math.max(from, readEnd)
    }
    if (from < end) left.push([from, end])
  }
  return left
}
