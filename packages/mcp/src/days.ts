/** Dates of records as the days that they may mean. */

/** First and last day, `YYYY-MM-DD`: they compare as texts. */
export type Days = [first: string, last: string]

const DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-([0-3]\d))?)?/

/** The days of an EDTF date or interval; a quarter counts as its year. Null where the year is not known. */
export function daysOf(date: string | null): Days | null {
  const ends = (date ?? '').split('/').map((end) => DATE.exec(end))
  const [first, last] = [ends[0], ends.at(-1)]
  if (!first || !last) return null
  return [`${first[1]}-${first[2] ?? '01'}-${first[3] ?? '01'}`, `${last[1]}-${last[2] ?? '12'}-${last[3] ?? '31'}`]
}
