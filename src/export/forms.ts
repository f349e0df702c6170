/** How values become text: one function a form. */
import type { ValueForm } from './shapes.ts'

/** A form gives null for a date that its target cannot hold. */
export const FORMS: Record<ValueForm, (values: string[]) => string | null> = {
  text: (values) => values.join(', '),
  list: (values) => values.join('; '),
  words: (values) => values.join(' '),
  lines: (values) => values.join('\n'),
  count: (values) => String(values.length),
  'day-month-year': ([date = '']) => dated(date, ([year, month, day]) => (day ? `${day}/${month}/${year}` : null)),
  'day-month-year-or-less': ([date = '']) => dated(date, (parts) => parts.filter(Boolean).reverse().join('/')),
  'year-month-day': ([date = '']) => dated(date, ([year, month, day]) => (day ? `${year}-${month}-${day}` : null)),
  'year/month/day': ([date = '']) => dated(date, ([year, month, day]) => (day ? `${year}/${month}/${day}` : null)),
  /** Without what is no date on a calendar of its own: `XXXX-11-23`. */
  edtf: ([date = '']) => (date.includes('X') ? null : date),
}

/** Year, month and day as far as they are known; null for an interval, a season, a year that is not said. */
function dated(
  date: string,
  print: (parts: [string, string | undefined, string | undefined]) => string | null,
): string | null {
  const [, year, month, day] = /^(\d{4})(?:-(0\d|1[0-2])(?:-(\d\d))?)?$/.exec(date) ?? []
  return year === undefined ? null : print([year, month, day])
}
