/**
 * Dates that make one interval, and years that a date takes from its neighbour.
 *
 * ```
 * từ ngày 14/6 đến ngày 24/8/2021          ngày 30/6 và ngày 31/12/2022
 *         ^^^^           ^^^^^^^^^              ^^^^           ^^^^^^^^
 * ```
 */
import type { DateWords } from '../../calendar/words.ts'
import type { Mention } from './mention.ts'

const WIDEST_JOINT = 32

export function ranges(words: DateWords): (text: string, mentions: readonly Mention[]) => Mention[] {
  const joint = new RegExp(`^,? ?${words.any('range-joint')} ?$`)
  const list = new RegExp(`^ ?${words.any('list-joint')} ?(?:[a-z]{2,6} ){0,2}$`)
  const between = (text: string, a: Mention, b: Mention) =>
    b.index - a.until <= WIDEST_JOINT ? text.slice(a.until, b.index) : '\n'

  return (text, mentions) => {
    const kept: Mention[] = []
    for (const mention of mentions) {
      const last = kept[kept.length - 1]
      if (last && isPoint(last) && isPoint(mention) && joint.test(between(text, last, mention))) join(last, mention)
      else kept.push(mention)
    }
    for (let i = kept.length - 2; i >= 0; i--) {
      const [mention, next] = [kept[i] as Mention, kept[i + 1] as Mention]
      if (!mention.yearless) continue
      const joined = between(text, mention, next)
      if (next.recurring && (list.test(joined) || joint.test(joined))) mention.recurring = true
      else if (!list.test(joined)) continue
      else if (next.parts.year !== undefined) lendYear(mention, next.parts.year)
    }
    for (let i = 1; i < kept.length; i++) {
      const [mention, before] = [kept[i] as Mention, kept[i - 1] as Mention]
      const year = before.parts.year
      if (mention.yearless && before.recurring && joint.test(between(text, before, mention))) mention.recurring = true
      else if (mention.yearless && year !== undefined && list.test(between(text, before, mention)))
        lendYear(mention, year)
    }
    return kept
  }
}

function isPoint(mention: Mention): boolean {
  return (
    !mention.end &&
    !mention.recurring &&
    !mention.term &&
    !mention.lunar &&
    mention.from === null &&
    mention.decade === null &&
    !mention.unread
  )
}

function lendYear(mention: Mention, year: number): void {
  mention.parts.year = year
  if (mention.end) mention.end.year ??= year
  mention.inferred ??= 'year of the dates it stands with'
}

/** Makes `first` the interval from itself to `last`. A year that one of them lacks is the other's, or the one beside it over New Year. */
function join(first: Mention, last: Mention): void {
  const [from, to] = [first.parts.year, last.parts.year]
  const turns = order(first) > order(last)
  if (from === undefined && to !== undefined) first.parts.year = turns ? to - 1 : to
  if (to === undefined && from !== undefined) last.parts.year = turns ? from + 1 : from
  if ((from === undefined) !== (to === undefined)) first.inferred = 'year of its range'
  else first.inferred ??= last.inferred
  first.end = last.parts
  first.until = last.until
}

/** Place within a year. */
function order({ parts }: Mention): number {
  return (parts.month ?? 0) * 32 + (parts.day ?? 0) + (parts.season ?? 0)
}
