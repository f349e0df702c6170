/** Values in the Extended Date/Time Format, ISO 8601-2: only what is certain. */
import { daysInMonth, twoDigits } from '../../calendar/calendar.ts'
import type { Mention } from './mention.ts'

/** `2021-08-05`, `2021-08`, `2021`, `2021-35`, `199X`, `2021-06-14/2021-08-24`, `XXXX-09-02`; null where there is no value. */
export function edtf(mention: Mention): string | null {
  if (mention.recurring || mention.relative || mention.lunar || isImpossible(mention)) return null
  if (mention.decade !== null) return `${mention.decade}X`
  const start = mention.season === null ? point(mention.start) : seasonal(mention.start, mention.season)
  if (start === null || !mention.end) return start
  const end = mention.endSeason === null ? point(mention.end) : seasonal(mention.end, mention.endSeason)
  return end === null ? null : `${start}/${end}`
}

/** Does a date name a day that its month does not have? */
export function isImpossible(mention: Mention): boolean {
  return [mention.start, mention.end].some((parts) => {
    if (!parts?.isCertain('day')) return false
    const day = parts.get('day') as number
    const month = parts.get('month') as number
    return month < 1 || month > 12 || day < 1 || day > daysInMonth(yearOf(parts), month)
  })
}

type Parts = Mention['start']

/** The year, printed or inferred; chrono's own guess does not count. */
function yearOf(parts: Parts): number | null {
  return parts.isCertain('year') ? parts.get('year') : null
}

function point(parts: Parts): string | null {
  const year = yearOf(parts)
  if (!parts.isCertain('month')) return year === null ? null : String(year)
  const month = `${year ?? 'XXXX'}-${twoDigits(parts.get('month') as number)}`
  return parts.isCertain('day') ? `${month}-${twoDigits(parts.get('day') as number)}` : month
}

function seasonal(parts: Parts, season: number): string | null {
  const year = yearOf(parts)
  return year === null ? null : `${year}-${season}`
}
