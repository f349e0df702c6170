/**
 * Dates as records hold them: EDTF, levels 1 and 2 as far as directives need them (ISO 8601-2).
 *
 * ```
 * 2021-07-19   2021-07   2021   202X   XXXX-11-23   2021-34 (second quarter)   2021-08-05T17:00   2021-06-14/2021-08-24
 * ```
 */
import { daysInMonth } from './calendar.ts'

const DATE =
  /^(\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d:\d\d)?)?[?~%]?$/
const WHOLE_DAY = /^\d{4}-\d\d-\d\d$/

/** Seasons, quarters and halves of a year stand where a month would. */
const [FIRST_SEASON, LAST_SEASON] = [21, 41]

/** Whether a text is a date, or an interval of two, that the calendar knows: `2021-02-31` is none. */
export function isEdtf(text: string): boolean {
  const ends = text.split('/')
  if (ends.length === 1) return isDate(text)
  const [from, to] = ends as [string, string]
  if (ends.length > 2 || (isOpen(from) && isOpen(to))) return false
  if (!ends.every((end) => isOpen(end) || isDate(end))) return false
  return !(WHOLE_DAY.test(from) && WHOLE_DAY.test(to) && from > to)
}

function isOpen(end: string): boolean {
  return end === '' || end === '..'
}

function isDate(text: string): boolean {
  const [, year = '', month, day] = DATE.exec(text) ?? []
  if (year === '') return false
  if (month === undefined || month === 'XX') return day === undefined || day === 'XX' || Number(day) <= 31
  const place = Number(month)
  if (place >= FIRST_SEASON && place <= LAST_SEASON) return day === undefined
  if (place < 1 || place > 12) return false
  if (day === undefined || day === 'XX') return true
  return Number(day) >= 1 && Number(day) <= daysInMonth(/^\d{4}$/.test(year) ? Number(year) : null, place)
}
