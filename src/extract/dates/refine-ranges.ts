/**
 * Dates that make one interval, and years that a date takes from its neighbour.
 *
 * ```
 * từ ngày 14/6 đến ngày 24/8/2021          ngày 30/6 và ngày 31/12/2022
 *         ^^^^           ^^^^^^^^^              ^^^^           ^^^^^^^^
 * ```
 */
import type { Refiner } from './chrono.ts'
import type { Mention } from './mention.ts'
import type { DateWords } from '../../calendar/words.ts'

const WIDEST_JOINT = 24

export function ranges(words: DateWords): Refiner {
  const joint = new RegExp(`^ ?${words.any('range-joint')} ?$`)
  const list = new RegExp(`^ ?${words.any('list-joint')} ?(?:[a-z]{2,6} ){0,2}$`)
  const between = (text: string, a: Mention, b: Mention) =>
    b.index - a.until <= WIDEST_JOINT ? text.slice(a.until, b.index) : '\n'

  return {
    refine(context, results) {
      const { text } = context
      const kept: Mention[] = []
      for (const mention of results as Mention[]) {
        const last = kept[kept.length - 1]
        if (last && isPoint(last) && isPoint(mention) && joint.test(between(text, last, mention))) join(last, mention)
        else kept.push(mention)
      }
      for (let i = kept.length - 2; i >= 0; i--) {
        const [mention, next] = [kept[i] as Mention, kept[i + 1] as Mention]
        if (!mention.yearless) continue
        const words = between(text, mention, next)
        if (next.recurring && (list.test(words) || joint.test(words))) mention.recurring = true
        else if (!list.test(words)) continue
        else if (next.part('year') !== null) lendYear(mention, next.part('year') as number)
      }
      for (let i = 1; i < kept.length; i++) {
        const [mention, before] = [kept[i] as Mention, kept[i - 1] as Mention]
        const year = before.part('year')
        if (mention.yearless && before.recurring && joint.test(between(text, before, mention))) mention.recurring = true
        else if (mention.yearless && year !== null && list.test(between(text, before, mention))) lendYear(mention, year)
      }
      return kept
    },
  }
}

function isPoint(mention: Mention): boolean {
  return (
    !mention.end &&
    !mention.recurring &&
    !mention.relative &&
    !mention.lunar &&
    mention.from === null &&
    mention.decade === null
  )
}

function lendYear(mention: Mention, year: number): void {
  mention.start.assign('year', year)
  if (mention.end && !mention.end.isCertain('year')) mention.end.assign('year', year)
  mention.inferred ??= 'year of the dates it stands with'
}

/** Makes `first` the interval from itself to `last`. A year that one of them lacks is the other's, or the one beside it over New Year. */
function join(first: Mention, last: Mention): void {
  const [from, to] = [first.part('year'), last.part('year')]
  const turns = order(first) > order(last)
  if (from === null && to !== null) first.start.assign('year', turns ? to - 1 : to)
  if (to === null && from !== null) last.start.assign('year', turns ? from + 1 : from)
  if ((from === null) !== (to === null)) first.inferred = 'year of its range'
  first.end = last.start
  first.endSeason = last.season
  first.until = last.until
}

/** Place within a year. */
function order(mention: Mention): number {
  return (mention.part('month') ?? 0) * 32 + (mention.part('day') ?? 0) + (mention.season ?? 0)
}
