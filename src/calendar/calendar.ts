/** The calendar, without clock or time zone. */

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days of a month, 1 to 12; 29 for February where the year is not known. */
export function daysInMonth(year: number | null, month: number): number {
  if (month !== 2) return DAYS[month - 1] ?? 0
  const leap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
  return leap ? 29 : 28
}

/** `2021-08-05`; null for a day that does not exist. */
export function calendarDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

const MILLISECONDS = 86_400_000

/** The day so many days after `date` (`2021-08-05`), before it where `days` is negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * MILLISECONDS).toISOString().slice(0, 10)
}

/** The same day so many months on; the last of the month where that is shorter: 31 January and one month, 28 February. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const index = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return `${toYear}-${twoDigits(toMonth)}-${twoDigits(Math.min(day, daysInMonth(toYear, toMonth)))}`
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

/** EDTF, ISO 8601-2: 33 to 36 are the quarters of a year, 40 and 41 its halves; the month in which each ends. */
const ENDS: Record<string, number> = { 33: 3, 34: 6, 35: 9, 36: 12, 40: 6, 41: 12 }

/** The last day of a month, quarter, half, year or interval in EDTF (`2012-35`: `2012-09-30`); null where it has none. */
export function lastDayOf(edtf: string): string | null {
  const [, year, part, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(edtf.split('/').at(-1) as string) ?? []
  if (year === undefined) return null
  const month = part === undefined ? 12 : (ENDS[part] ?? Number(part))
  return calendarDate(Number(year), month, day === undefined ? daysInMonth(Number(year), month) : Number(day))
}
