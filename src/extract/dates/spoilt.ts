/**
 * Dates in digits among which scanning has put letters: `ngày 3O/9/2021`, `ngày l5-8-2021`, `ngày 05/8/202l`. Anchored on the
 * day word, since without it such a run may be anything.
 */
import type { DateWords } from '../../calendar/words.ts'
import { matchAt } from '../../text.ts'
import { Mention } from './mention.ts'
import type { Reader } from './reader.ts'
import { isEdge } from './scan.ts'
import { isDay, isMonth, isYear, REPAIRED, repairedNumber } from './year.ts'

const SPOILT = / ?([\dlio]{1,2}) ?([/.-]) ?([\dlio]{1,2}) ?\2 ?([\dlio]{4})(?![\da-z/]|[-.]\d)/y

export function spoiltDates(words: DateWords): Reader {
  return {
    words: words.of('day'),
    read({ text }, at, end) {
      const found = isEdge(text, at) ? matchAt(SPOILT, text, end) : null
      if (!found || !/[lio]/.test(found[0])) return null
      const [day, month, year] = [found[1], found[3], found[4]].map((part) => repairedNumber(part as string)) as [
        number,
        number,
        number,
      ]
      if (!isDay(day) || !isMonth(month) || !isYear(year)) return null
      const mention = new Mention(at, end + found[0].length, { year, month, day })
      mention.inferred = REPAIRED
      return mention
    },
  }
}
