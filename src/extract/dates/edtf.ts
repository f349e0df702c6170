/** Values in the Extended Date/Time Format, ISO 8601-2: only what is certain. */
import { daysInMonth, twoDigits } from '../../calendar/calendar.ts'
import type { Mention, Parts } from './mention.ts'

/** `2021-08-05`, `2021-08`, `2021`, `2021-35`, `199X`, `19XX`, `2021-06-14/2021-08-24`, `XXXX-09-02`; null where there is no value. */
export function edtf(mention: Mention): string | null {
  if (mention.recurring || mention.term || mention.lunar || isImpossible(mention)) return null
  if (mention.decade !== null)
    return mention.decade < CENTURIES ? `${twoDigits(mention.decade)}XX` : `${mention.decade}X`
  const start = point(mention.parts)
  if (start === null || !mention.end) return start
  const end = point(mention.end)
  return end === null ? null : `${start}/${end}`
}

/** Decades are counted from the hundredth, centuries below it. */
const CENTURIES = 100

/** Does a date name a day that its month does not have? */
export function isImpossible(mention: Mention): boolean {
  return [mention.parts, mention.end].some((parts) => {
    if (parts?.day === undefined) return false
    const month = parts.month ?? 0
    return month < 1 || month > 12 || parts.day < 1 || parts.day > daysInMonth(parts.year ?? null, month)
  })
}

function point({ year, month, day, season }: Parts): string | null {
  if (season !== undefined) return year === undefined ? null : `${yearText(year)}-${season}`
  if (month === undefined) return year === undefined ? null : yearText(year)
  const text = `${year === undefined ? 'XXXX' : yearText(year)}-${twoDigits(month)}`
  return day === undefined ? text : `${text}-${twoDigits(day)}`
}

function yearText(year: number): string {
  return year < CENTURIES ? `XX${twoDigits(year)}` : String(year).padStart(4, '0')
}
